//! Suspicious activity: alerts, clocks, signals and scenarios.

use crate::app::Lang;
use crate::domain::alert::{AlertFamily, AlertSource, AlertStatus, Level, Verdict};
use crate::engine::suspicion::clocks::{ClockKind, Missing};
use crate::engine::suspicion::signals::Needs;

phrases! {
    alerts: "Alerts of Microsoft" / "Microsoft 警示";
    alerts_note: "the clock that ends first stands first" / "最早到期者排在最前";
    no_open_alerts: "No alert waits for an answer" / "沒有待回覆的警示";
    no_alerts_why: "Alerts come in with the files of Partner Center or Microsoft Graph. None of those imported is open." / "警示隨合作夥伴中心或 Microsoft Graph 的檔案匯入；目前匯入的警示均已回覆。";
    never_imported: "No alert was ever imported. That is not the same as there being none: import the alerts of Partner Center or Microsoft Graph." / "從未匯入任何警示。這不等於沒有警示：請匯入合作夥伴中心或 Microsoft Graph 的警示。";
    cases: "Cases" / "案件";
    no_cases: "No case yet" / "尚無案件";
    no_cases_why: "A case is opened from an alert, or from signals that add up." / "可由警示或累積的警訊開立案件。";
    signals: "Signals" / "警訊";
    hits: "Hits" / "觸發";
    cannot_tell: "Cannot tell" / "無法判定";
    cannot_tell_note: "not the same as no hit" / "不等於未觸發";
    no_hit: "no hit" / "未觸發";
    hit: "hit" / "觸發";
    muted: "muted" / "已靜音";
    signal: "Signal" / "警訊";
    customer: "Customer" / "客戶";
    seen: "Seen" / "觀察值";
    mark: "Mark" / "界線";
    why: "Why" / "原因";
    severity: "Severity" / "嚴重程度";
    what_is_missing: "What is missing" / "缺少的資料";
    no_hits: "No signal fired" / "沒有觸發的警訊";
    beyond: "Signals that need logs nobody imports yet" / "需要尚未匯入之紀錄的警訊";
    proposals: "Signals that add up" / "累積達標的警訊";
    contain_now: "contain at once" / "建議立即採取控制措施";
    worth_a_case: "worth a case" / "值得開案";
    open_case: "Open a case" / "開立案件";
    see_case: "Open the case" / "檢視案件";
    answer: "Answer" / "回覆";
    open_alerts: "Open alerts" / "待處理警示";
    mean_answer: "Mean answer, 30 days" / "30 天平均回應時間";
    open_cases: "Open cases" / "處理中案件";
    stale: "Usage data too old" / "用量資料過舊";
    cloud_without_alerts: "Microsoft sends no security alerts in your cloud" / "您所在的雲端不提供 Microsoft 安全性警示";
    mean_of_provider: "Microsoft scores those it bills: for you it is a guideline" / "Microsoft 僅對其直接計費的合作夥伴計分，對您僅供參考";
    mean_none: "nothing answered yet" / "尚無回覆";
    state: "State" / "狀態";
    owner: "Owner" / "負責人";
    next_clock: "Next clock" / "下一個期限";
    case_title: "Case" / "案件";
    none: "none" / "無";
    test_alert: "test alert" / "測試警示";
    unknown_customer: "customer not in this book" / "帳冊中沒有此客戶";
    late: "late" / "已逾時";
    answered: "answered" / "已回覆";
    by_microsoft_too: "in the meantime Microsoft's own record counts" / "以 Microsoft 的紀錄為準";
}

sentences! {
    lead(waiting: &str, open: &str, cases: &str): "Waiting for a first answer: {waiting} of {open} open alerts · open cases: {cases}" / "待首次回覆：{open} 則未結警示中的 {waiting} 則 · 處理中案件：{cases}";
    mean_note(answered: &str, max: &str): "{answered} answered; Microsoft allows {max}\u{a0}h" / "已回覆 {answered} 則；Microsoft 容許 {max} 小時";
    mean_if(mean: &str): "{mean} if all open ones were answered now" / "若現在全部回覆則為 {mean}";
    left(time: &str): "{time} left" / "剩餘 {time}";
    late_by(time: &str): "late by {time}" / "逾時 {time}";
    due_at(moment: &str): "until {moment}" / "期限 {moment}";
    stopped_at(moment: &str): "stopped {moment}" / "已於 {moment} 停止";
    stopped_late(moment: &str): "stopped late, {moment}" / "逾時後於 {moment} 停止";
    unanswered_for(time: &str): "unanswered for {time}" / "未回覆已 {time}";
    points(points: &str): "{points} {point}" with point(points) "point" "points" / "{points} 分";
    customers_more(names: &str, more: &str): "{names} and {more} more" / "{names} 等，另有 {more} 位";
    stale_banner(day: &str, hours: &str): "The newest usage is of {day}, over {hours}\u{a0}h ago. Signals of spend cannot be evaluated until newer usage is imported." / "最新用量為 {day}，已結束 {hours} 小時。匯入較新的用量前，無法判定支出類警訊。";
    counts(hits: &str, unknown: &str, quiet: &str): "{hits} {hit} · {unknown} cannot tell · {quiet} no hit" with hit(hits) "hit" "hits" / "觸發 {hits} · 無法判定 {unknown} · 未觸發 {quiet}";
    whole_days(days: &str): "{days}\u{a0}d" / "{days} 天";
    days_hours(days: &str, hours: &str): "{days}\u{a0}d {hours}\u{a0}h" / "{days} 天 {hours} 小時";
    hours_minutes(hours: &str, minutes: &str): "{hours}\u{a0}h {minutes}\u{a0}min" / "{hours} 小時 {minutes} 分";
    minutes(minutes: &str): "{minutes}\u{a0}min" / "{minutes} 分";
    other_family(kind: &str): "{kind} (a type this program does not know)" / "{kind}（本程式未知的類型）";
}

/// The name of a signal.
#[must_use]
pub fn signal_name(lang: Lang, rule: &str) -> String {
    let (en, zh) = match rule {
        "SUS-R01" => ("Spend spike", "支出驟增"),
        "SUS-R02" => ("Over budget", "超出預算"),
        "SUS-R03" => ("Costly compute at a new customer", "新客戶使用高價運算資源"),
        "SUS-R04" => ("Spread over new regions", "擴散至新區域"),
        "SUS-R05" => ("Burst of new resources", "大量建立資源"),
        "SUS-R06" => ("Card from another country", "信用卡發卡國不符"),
        "SUS-R07" => ("Many card payments at once", "短時間多次刷卡"),
        "SUS-R08" => ("First invoice not paid", "首張發票未付款"),
        "SUS-R09" => ("Bust-out", "惡性倒帳"),
        "SUS-R10" => ("Many seats at once", "授權數量驟增"),
        "SUS-R11" => ("New mail domain", "新註冊的網域"),
        "SUS-R12" => ("Linked to a fraud", "與詐騙客戶有關聯"),
        "SUS-R13" => ("Administration outside hours", "非上班時間的管理操作"),
        "SUS-R14" => ("Many made administrators", "大量授予管理員角色"),
        "SUS-R15" => ("Short-lived account", "短期帳戶"),
        "SUS-R16" => ("Elevated access", "提升存取權"),
        "SUS-R17" => ("Impossible travel", "不可能的移動"),
        "SUS-R18" => ("Guessing, then success", "猜測密碼後成功登入"),
        "SUS-R19" => ("Contact with a mining pool", "連線至挖礦集區"),
        "SUS-R20" => ("Mass mail", "大量發送郵件"),
        "SUS-R21" => ("Quota request", "要求提高配額"),
        "SUS-R22" => ("Alert unanswered", "警示未回覆"),
        "SUS-R24" => ("Usage data too old", "用量資料過舊"),
        other => return other.to_owned(),
    };
    match lang {
        Lang::En => en,
        Lang::ZhHant => zh,
    }
    .to_owned()
}

/// What a signal would need.
#[must_use]
pub const fn needs(lang: Lang, needs: Needs) -> &'static str {
    match (lang, needs) {
        (Lang::En, Needs::ActivityLog) => "the Azure activity log",
        (Lang::En, Needs::CardPayments) => "card payments with issuing country",
        (Lang::En, Needs::DomainRegistry) => "registration days of domains",
        (Lang::En, Needs::IdentityOfContacts) => "phone, address and card of customers",
        (Lang::En, Needs::SignIns) => "sign-in and audit logs",
        (Lang::En, Needs::MailTrace) => "the mail trace",
        (Lang::En, Needs::QuotaRequests) => "quota requests",
        (Lang::ZhHant, Needs::ActivityLog) => "Azure 活動記錄",
        (Lang::ZhHant, Needs::CardPayments) => "含發卡國的刷卡紀錄",
        (Lang::ZhHant, Needs::DomainRegistry) => "網域註冊日",
        (Lang::ZhHant, Needs::IdentityOfContacts) => "客戶的電話、地址與卡號",
        (Lang::ZhHant, Needs::SignIns) => "登入與稽核記錄",
        (Lang::ZhHant, Needs::MailTrace) => "郵件追蹤記錄",
        (Lang::ZhHant, Needs::QuotaRequests) => "配額要求",
    }
}

/// The name of a clock.
#[must_use]
pub const fn clock(lang: Lang, kind: ClockKind) -> &'static str {
    match (lang, kind) {
        (Lang::En, ClockKind::FirstAnswer) => "First answer to the alert",
        (Lang::En, ClockKind::RefundRequest) => "Refund exception request",
        (Lang::En, ClockKind::CancelWindow) => "Cancel window of the licence",
        (Lang::En, ClockKind::TicketAnswer) => "Microsoft's answer to the service request",
        (Lang::En, ClockKind::SecondPerson) => "A second person looks",
        (Lang::En, ClockKind::Wake) => "Look at the waiting case",
        (Lang::En, ClockKind::FollowUp) => "Follow up on the report",
        (Lang::ZhHant, ClockKind::FirstAnswer) => "首次回覆警示",
        (Lang::ZhHant, ClockKind::RefundRequest) => "申請退款例外",
        (Lang::ZhHant, ClockKind::CancelWindow) => "授權的可取消期限",
        (Lang::ZhHant, ClockKind::TicketAnswer) => "Microsoft 回覆服務要求",
        (Lang::ZhHant, ClockKind::SecondPerson) => "第二人檢視",
        (Lang::ZhHant, ClockKind::Wake) => "檢視等候中的案件",
        (Lang::ZhHant, ClockKind::FollowUp) => "追蹤報告",
    }
}

/// What would have to be known for a clock.
#[must_use]
pub const fn missing(lang: Lang, missing: Missing) -> &'static str {
    match (lang, missing) {
        (Lang::En, Missing::FirstFraudDay) => "state the first day of fraudulent usage",
        (Lang::En, Missing::OrderDay) => {
            "import the subscription with its order day or its cancel date"
        }
        (Lang::En, Missing::Product) => "import what kind of product it is",
        (Lang::En, Missing::Subscription) => "import this subscription",
        (Lang::En, Missing::AnswerMoment) => "answered at Microsoft, the moment is not known",
        (Lang::ZhHant, Missing::FirstFraudDay) => "請填入首次詐騙使用日",
        (Lang::ZhHant, Missing::OrderDay) => "請匯入含訂購日或可取消期限的訂閱",
        (Lang::ZhHant, Missing::Product) => "請匯入產品類型",
        (Lang::ZhHant, Missing::Subscription) => "請匯入此訂閱",
        (Lang::ZhHant, Missing::AnswerMoment) => "已於 Microsoft 回覆，但時間不明",
    }
}

/// How severe.
#[must_use]
pub fn level(lang: Lang, level: &Level) -> String {
    let (en, zh) = match level {
        Level::High => ("high", "高"),
        Level::Medium => ("medium", "中"),
        Level::Low => ("low", "低"),
        Level::Informational => ("informational", "資訊"),
        Level::Other(word) => return word.clone(),
    };
    match lang {
        Lang::En => en,
        Lang::ZhHant => zh,
    }
    .to_owned()
}

/// What an alert is about.
#[must_use]
pub fn family(lang: Lang, family: &AlertFamily) -> String {
    let (en, zh) = match family {
        AlertFamily::CryptoMining => ("Crypto-mining", "加密貨幣挖礦"),
        AlertFamily::UsageAnomaly => ("Unusual usage", "用量異常"),
        AlertFamily::Deployment => ("Unusual deployment", "部署異常"),
        AlertFamily::MachineLearning => ("Unusual machine learning", "機器學習用量異常"),
        AlertFamily::SuspiciousOperations => ("Suspicious operations", "可疑操作"),
        AlertFamily::ServiceHealth => ("Security advisory", "安全性諮詢"),
        AlertFamily::Other(word) => return other_family(lang, word),
    };
    match lang {
        Lang::En => en,
        Lang::ZhHant => zh,
    }
    .to_owned()
}

/// Where an alert came from.
#[must_use]
pub fn source(lang: Lang, source: &AlertSource) -> String {
    match (lang, source) {
        (_, AlertSource::FraudEvents) => "Partner Center FraudEvents".to_owned(),
        (_, AlertSource::Graph) => "Microsoft Graph".to_owned(),
        (_, AlertSource::Webhook) => "webhook".to_owned(),
        (Lang::En, AlertSource::ByHand) => "typed in".to_owned(),
        (Lang::ZhHant, AlertSource::ByHand) => "手動輸入".to_owned(),
        (_, AlertSource::Other(word)) => word.clone(),
    }
}

/// An alert's state at Microsoft.
#[must_use]
pub fn alert_status(lang: Lang, status: &AlertStatus) -> String {
    let (en, zh) = match status {
        AlertStatus::Active => ("active", "作用中"),
        AlertStatus::Investigating => ("investigating", "調查中"),
        AlertStatus::Resolved => ("resolved", "已解決"),
        AlertStatus::Other(word) => return word.clone(),
    };
    match lang {
        Lang::En => en,
        Lang::ZhHant => zh,
    }
    .to_owned()
}

/// The answer to Microsoft.
#[must_use]
pub fn verdict(lang: Lang, verdict: &Verdict) -> String {
    let (en, zh) = match verdict {
        Verdict::Unstated => ("not stated", "未表明"),
        Verdict::Fraud => ("fraud", "詐騙"),
        Verdict::Legitimate => ("legitimate", "合法"),
        Verdict::Ignore => ("ignore (too old to judge)", "忽略（過舊無法判定）"),
        Verdict::Other(word) => return word.clone(),
    };
    match lang {
        Lang::En => en,
        Lang::ZhHant => zh,
    }
    .to_owned()
}
