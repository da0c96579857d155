//! A case: states, moves and what stands against them, actions, what each does.

use crate::app::Lang;
use crate::domain::action::ActionKind;
use crate::domain::case::{CaseState, CustomerPart, Disposition, Typology};
use crate::engine::suspicion::states::Need;

phrases! {
    no_such_case: "No such case in this book" / "此帳冊中沒有這件案件";
    no_such_case_why: "The address names a case that the open book does not hold. It may be in a colleague's book, or was undone." / "此網址所指的案件不在目前開啟的帳冊中，可能在同事的帳冊，或已復原。";
    all_cases: "All cases" / "所有案件";
    timeline: "Timeline" / "時間軸";
    money: "Money" / "金額";
    clocks: "Clocks" / "期限";
    no_clocks: "No clock runs" / "沒有進行中的期限";
    containment: "Containment sheet" / "控制措施表";
    containment_note: "what each step does, by Microsoft's rules" / "依 Microsoft 規則，各步驟的影響";
    no_subscriptions: "The case names no subscription. Add one, so that the sheet can say what stopping it would do." / "案件未列出訂閱。請加入訂閱，以了解停止後的影響。";
    evidence: "Evidence" / "證據";
    no_evidence: "No evidence recorded" / "尚未記錄證據";
    alerts: "Alerts" / "警示";
    no_alerts: "No alert belongs to this case" / "此案件沒有警示";
    next: "Move the case" / "變更案件狀態";
    owner: "Owner" / "負責人";
    opened: "Opened" / "開案時間";
    first_day: "First fraudulent day" / "首次詐騙使用日";
    part: "The customer is" / "客戶角色";
    typology: "Kind" / "類型";
    severity: "Severity" / "嚴重程度";
    unknown: "not known" / "未知";
    add_note: "Add a note" / "新增備註";
    add_evidence: "Record evidence" / "記錄證據";
    record_action: "Record an action" / "記錄處理動作";
    change: "Change details" / "變更資料";
    report: "Report" / "報告";
    answer_alert: "Record the answer to Microsoft" / "記錄對 Microsoft 的回覆";
    close: "Close" / "關閉";
    cancel: "Cancel" / "取消";
    reason: "Reason" / "理由";
    disposition: "What it was" / "認定結果";
    waiting_for: "Waiting for" / "等候對象";
    wake: "Look again on" / "再次檢視日";
    survivor: "Case that goes on" / "併入的案件";
    text: "Note" / "備註";
    what_done: "What was done" / "處理動作";
    subscription: "Subscription" / "訂閱";
    whole_customer: "the whole customer" / "整個客戶";
    done_on: "Done on" / "處理日";
    done_where: "Where" / "處理地點";
    reference: "Reference" / "參考編號";
    amount: "Amount" / "金額";
    amount_hint: "With its currency, such as EUR 1912.50" / "含幣別，例如 EUR 1912.50";
    name: "Name" / "名稱";
    sha256: "SHA-256 of the file" / "檔案的 SHA-256";
    sha256_hint: "Only the hash is recorded; the file stays where it is. Get-FileHash or sha256sum prints it." / "僅記錄雜湊值；檔案留在原處。可用 Get-FileHash 或 sha256sum 取得。";
    bytes: "Size in bytes" / "大小（位元組）";
    how: "How it was obtained" / "取得方式";
    verdict: "Answer" / "回覆";
    note_optional: "Note (optional)" / "備註（選填）";
    pick: "Choose…" / "請選擇…";
    title_field: "Title" / "標題";
    open_title: "Open a case" / "開立案件";
    open_action: "Open the case" / "開立案件";
    already_open: "This customer has an open case already. Add the alert there if it is the same matter." / "此客戶已有處理中的案件；若為同一事件，請將警示加入該案件。";
    records_only: "This records what was done elsewhere. Nothing is sent to Microsoft from here." / "此處僅記錄已於他處完成的處理，不會傳送任何資料至 Microsoft。";
    guess_day: "A guess: the day the alert was first seen. The refund clock runs from it; put it right when you know better." / "推測值：警示首次出現日。退款期限由此起算；若有更確切的日期請更正。";
    stops_access: "stops access" / "停止存取";
    keeps_access: "access goes on" / "存取照常";
    stops_cost: "stops cost" / "停止成本";
    cost_goes_on: "cost goes on to the end of the term" / "成本持續至期滿";
    back_never: "cannot be taken back" / "無法復原";
    back_freely: "can be taken back at any time" / "可隨時復原";
    cannot_tell: "cannot tell: the order day is not known" / "無法判定：訂購日未知";
    not_imported: "This subscription was never imported: nothing can be said of it." / "此訂閱從未匯入，無法判斷。";
    other_product: "What kind of product this is, is not known: nothing can be said of it." / "產品類型未知，無法判斷。";
    usage_since: "Usage since the first day" / "自首日起的用量";
    usage_newest: "Newest day" / "最新一日";
    per_hour: "Each hour of waiting" / "每小時延遲成本";
    may_refund: "May be refunded at most" / "最多可申請退款";
    open_invoices: "Open invoices" / "未付發票";
    asked_back: "Asked back" / "已申請退還";
    money_unknown: "cannot tell: state the first fraudulent day" / "無法判定：請填入首次詐騙使用日";
    no_usage: "no usage of these subscriptions was imported" / "未匯入這些訂閱的用量";
    may_not_open: "An indirect reseller cannot open Azure requests: ask the provider to." / "間接經銷商無法開立 Azure 服務要求，請由間接提供者提出。";
    microsoft: "Microsoft" / "Microsoft";
    provider: "the provider" / "間接提供者";
    the_customer: "the customer" / "客戶";
    bank: "the bank" / "銀行";
    police: "the police" / "警方";
    add_to_case: "Add alerts" / "加入警示";
    required: "Fill this in" / "請填寫此欄";
    bad_hash: "A SHA-256 has 64 digits from 0 to 9 and a to f" / "SHA-256 為 64 個 0–9、a–f 的數字";
    bad_day: "Give a day as YYYY-MM-DD" / "請以 YYYY-MM-DD 填寫日期";
    bad_amount: "Write it like EUR 1912.50" / "請寫成 EUR 1912.50";
    bad_number: "Give a whole number" / "請填整數";
    day_past: "Give a later day" / "請填較晚的日期";
    in_evidence: "recorded" / "已記錄";
}

sentences! {
    access_ends(day: &str): "access ends on {day}" / "{day} 起停止存取";
    cost_ends(day: &str): "cost ends on {day}" / "{day} 起停止成本";
    back_until(day: &str): "can be taken back until {day}" / "{day} 前可復原";
    back_unknown(answer: &str): "taken back: {answer}" / "復原：{answer}";
    saves(money: &str): "saves {money}" / "省下 {money}";
    still_billed(money: &str): "{money} is billed all the same" / "仍須支付 {money}";
    known_to(day: &str): "usage known to {day}" / "用量資料截至 {day}";
    for_customer(name: &str): "Customer {name}" / "客戶 {name}";
    why_no_move(from: &str, to: &str): "there is no move from {from} to {to}" / "無法由「{from}」變更為「{to}」";
    suspension_open(id: &str): "the suspension of {id} has no end: record it as resumed, cancelled, or to be cancelled at term end" / "{id} 的暫停尚無結果：請記錄恢復、取消或期滿取消";
    unanswered(id: &str): "the alert {id} is not answered: record the answer given to Microsoft" / "警示 {id} 尚未回覆：請記錄對 Microsoft 的回覆";
    back_dated(moment: &str): "the last change was at {moment}: a move cannot lie before it" / "上次變更為 {moment}，不得早於該時間";
    no_survivor(id: &str): "case {id} cannot take this one over" / "案件 {id} 無法承接本案";
    moved(from: &str, to: &str): "{from} → {to}" / "{from} → {to}";
    alert_answered_with(verdict: &str): "Recorded as answered: {verdict}" / "已記錄回覆：{verdict}";
    reported(revision: &str, audience: &str): "Report, revision {revision}, for {audience}" / "報告第 {revision} 版，致 {audience}";
    recorded_as(action: &str): "Recorded: {action}" / "已記錄：{action}";
    evidence_added(name: &str): "Evidence: {name}" / "證據：{name}";
    first_usage(day: &str): "First day of usage thought fraudulent ({day})" / "推定的首次詐騙使用日（{day}）";
    status_change(from: &str, to: &str): "Microsoft's record: {from} → {to}" / "Microsoft 紀錄：{from} → {to}";
    each_hour(money: &str): "{money} each hour" / "每小時 {money}";
}

phrases! {
    why_no_owner: "nobody owns the case: name an owner" / "案件無負責人：請指定負責人";
    why_nothing_to_decide_on: "nothing supports a decision: add evidence or an alert" / "缺乏認定依據：請加入證據或警示";
    why_not_contained: "nothing that contains was recorded: record a suspension, cancellation or block" / "尚未記錄控制措施：請記錄暫停、取消或封鎖";
    why_not_decided: "it is not said what the case was: decide it first" / "尚未認定結果：請先認定";
    why_nothing_new: "nothing new since it was closed: add evidence or an alert" / "結案後無新資料：請加入證據或警示";
    why_wake_past: "the day to look again has passed: give a later one" / "再次檢視日已過：請填較晚的日期";
    alert_taken_up: "Recorded as answered, no verdict yet" / "已記錄回覆，尚無結論";
    microsofts_rules: "What Microsoft's rules say" / "Microsoft 規則說明";
    happened_opened: "Case opened" / "開立案件";
    happened_changed: "Details changed" / "變更資料";
    happened_first_seen: "Activity first seen by Microsoft" / "Microsoft 首次觀察到活動";
    happened_alert: "Alert raised" / "發出警示";
}

/// A state of a case.
#[must_use]
pub fn state(lang: Lang, state: &CaseState) -> String {
    let (en, zh) = match state {
        CaseState::New => ("new", "新案件"),
        CaseState::Triage => ("triage", "初步評估"),
        CaseState::Investigating => ("investigating", "調查中"),
        CaseState::Contained => ("contained", "已控制"),
        CaseState::Waiting => ("waiting", "等候中"),
        CaseState::Decided => ("decided", "已認定"),
        CaseState::Closed => ("closed", "已結案"),
        CaseState::Merged => ("merged", "已併案"),
        CaseState::Other(word) => return word.clone(),
    };
    either(lang, en, zh)
}

/// The button that moves a case to a state.
#[must_use]
pub fn move_to(lang: Lang, to: &CaseState) -> String {
    let (en, zh) = match to {
        CaseState::Triage => ("Start triage", "開始初步評估"),
        CaseState::Investigating => ("Investigate", "進行調查"),
        CaseState::Contained => ("Record as contained", "記錄為已控制"),
        CaseState::Waiting => ("Wait for somebody", "等候他人"),
        CaseState::Decided => ("Decide what it was", "認定結果"),
        CaseState::Closed => ("Close the case", "結案"),
        CaseState::Merged => ("Merge into another", "併入其他案件"),
        other => return state(lang, other),
    };
    either(lang, en, zh)
}

/// What a case turned out to be.
#[must_use]
pub fn disposition_name(lang: Lang, disposition: &Disposition) -> String {
    let (en, zh) = match disposition {
        Disposition::ConfirmedFraud => ("Confirmed fraud", "確認詐騙"),
        Disposition::MisuseByCustomer => ("Misuse by the customer", "客戶濫用"),
        Disposition::AccountTakeover => ("Account taken over", "帳戶遭盜用"),
        Disposition::Legitimate => ("Legitimate", "合法使用"),
        Disposition::FalsePositive => ("False positive", "誤報"),
        Disposition::Stale => ("Too old to judge", "過舊無法判定"),
        Disposition::Other(word) => return word.clone(),
    };
    either(lang, en, zh)
}

/// What kind of case.
#[must_use]
pub fn typology_name(lang: Lang, typology: &Typology) -> String {
    let (en, zh) = match typology {
        Typology::TakeoverMining => ("Tenant taken over, mining", "租戶遭盜用挖礦"),
        Typology::SubscriptionFraud => ("Subscription fraud", "訂閱詐騙"),
        Typology::BustOut => ("Bust-out", "惡性倒帳"),
        Typology::Spam => ("Spam", "垃圾郵件"),
        Typology::Misuse => ("Misuse", "濫用"),
        Typology::Unclear => ("Not clear yet", "尚未明朗"),
        Typology::Other(word) => return word.clone(),
    };
    either(lang, en, zh)
}

/// How the customer stands to it.
#[must_use]
pub fn part_name(lang: Lang, part: &CustomerPart) -> String {
    let (en, zh) = match part {
        CustomerPart::Suspect => ("suspect", "嫌疑人"),
        CustomerPart::Victim => ("victim", "受害人"),
        CustomerPart::Unknown => ("not known", "未知"),
        CustomerPart::Other(word) => return word.clone(),
    };
    either(lang, en, zh)
}

/// Something done elsewhere.
#[must_use]
pub fn action(lang: Lang, kind: &ActionKind) -> String {
    let (en, zh) = match kind {
        ActionKind::SuspendSubscription => ("Suspend the subscription", "暫停訂閱"),
        ActionKind::ResumeSubscription => ("Resume the subscription", "恢復訂閱"),
        ActionKind::CancelSubscription => ("Cancel the subscription", "取消訂閱"),
        ActionKind::CancelAtTermEnd => ("Set to cancel at term end", "設定期滿取消"),
        ActionKind::AutoRenewOff => ("Switch auto-renew off", "關閉自動續約"),
        ActionKind::AutoRenewOn => ("Switch auto-renew on", "開啟自動續約"),
        ActionKind::CancelAzureSubscription => ("Cancel the Azure subscription", "取消 Azure 訂閱"),
        ActionKind::CancelAzurePlan => ("Cancel the Azure plan", "取消 Azure 方案"),
        ActionKind::ReduceQuantity => ("Reduce the quantity", "減少數量"),
        ActionKind::SetBudget => ("Set a budget", "設定預算"),
        ActionKind::BlockUser => ("Block a user", "封鎖使用者"),
        ActionKind::RevokeSessions => ("Revoke sessions", "撤銷工作階段"),
        ActionKind::RestrictNewPurchases => ("Restrict new purchases", "限制新購"),
        ActionKind::LiftRestriction => ("Lift the restriction", "解除限制"),
        ActionKind::CallCustomer => ("Call the customer", "致電客戶"),
        ActionKind::NotifyCustomer => ("Notify the customer", "通知客戶"),
        ActionKind::OpenServiceRequest => ("Open a service request", "建立服務要求"),
        ActionKind::RequestRefund => ("Request a refund", "申請退款"),
        ActionKind::HandOff => ("Hand over", "移交"),
        ActionKind::WriteOff => ("Write off", "沖銷呆帳"),
        ActionKind::Other(word) => return word.clone(),
    };
    either(lang, en, zh)
}

/// What a move has to state.
#[must_use]
pub const fn need(lang: Lang, need: Need) -> &'static str {
    match (lang, need) {
        (Lang::En, Need::Reason) => "give a reason",
        (Lang::En, Need::ReasonForNoReport) => {
            "no report was issued: say why none is needed, or issue one first"
        }
        (Lang::En, Need::Disposition) => "say what it was",
        (Lang::En, Need::WaitingFor) => "say whom the case waits for",
        (Lang::En, Need::Wake) => "say when to look again",
        (Lang::En, Need::Survivor) => "name the case that goes on",
        (Lang::ZhHant, Need::Reason) => "請填寫理由",
        (Lang::ZhHant, Need::ReasonForNoReport) => {
            "尚未發出報告：請說明無需報告的原因，或先發出報告"
        }
        (Lang::ZhHant, Need::Disposition) => "請認定結果",
        (Lang::ZhHant, Need::WaitingFor) => "請填寫等候對象",
        (Lang::ZhHant, Need::Wake) => "請填寫再次檢視日",
        (Lang::ZhHant, Need::Survivor) => "請指定併入的案件",
    }
}

fn either(lang: Lang, en: &str, zh: &str) -> String {
    match lang {
        Lang::En => en,
        Lang::ZhHant => zh,
    }
    .to_owned()
}
