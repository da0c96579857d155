//! What files were understood to be, and the kinds of facts.

use crate::app::Lang;
use crate::exchange::read::kind::Kind;
use crate::exchange::read::preview::FactKind;

phrases! {
    customers: "Customers" / "客戶";
    subscriptions: "Subscriptions" / "訂閱";
    invoices: "Invoices" / "發票";
    payments: "Payments" / "付款";
    bills: "Invoices from Microsoft" / "Microsoft 發票";
    usage_days: "Days of use" / "使用量日資料";
    alerts: "Security alerts" / "安全性警示";
    balances: "Balances by age" / "帳齡餘額";
}

/// The name of a kind of facts.
#[must_use]
pub const fn facts(lang: Lang, kind: FactKind) -> &'static str {
    match kind {
        FactKind::Customers => customers(lang),
        FactKind::Subscriptions => subscriptions(lang),
        FactKind::Invoices => invoices(lang),
        FactKind::Payments => payments(lang),
        FactKind::Bills => bills(lang),
        FactKind::UsageDays => usage_days(lang),
        FactKind::Alerts => alerts(lang),
        FactKind::Balances => balances(lang),
    }
}

/// The name of a kind of file.
#[must_use]
pub fn kind(lang: Lang, kind: Kind) -> String {
    match lang {
        Lang::En => kind.to_string(),
        Lang::ZhHant => chinese(kind).to_owned(),
    }
}

const fn chinese(kind: Kind) -> &'static str {
    match kind {
        Kind::Customers => "合作夥伴中心客戶",
        Kind::Subscriptions => "合作夥伴中心訂閱",
        Kind::Bills => "合作夥伴中心開給經銷商的發票",
        Kind::FraudEvents => "合作夥伴中心詐騙事件",
        Kind::DailyUsageItems => "每日計費使用量明細",
        Kind::DailyUsageItemsUnpriced => "不含價格的每日使用量明細",
        Kind::InvoiceLineItems => "合作夥伴中心發票明細",
        Kind::UsageRecords => "合作夥伴中心使用量紀錄",
        Kind::UsageSummary => "合作夥伴中心使用量摘要",
        Kind::UsageBudget => "合作夥伴中心使用量預算",
        Kind::Balance => "經銷商與 Microsoft 的帳戶餘額",
        Kind::BillingProfile => "經銷商的帳單設定檔",
        Kind::Agreement => "客戶合約",
        Kind::Orders => "合作夥伴中心訂單",
        Kind::Entitlement => "Azure 權利",
        Kind::ServiceRequests => "合作夥伴中心服務要求",
        Kind::AlertUpdate => "安全性警示的回覆",
        Kind::Webhook => "合作夥伴中心 Webhook 訊息",
        Kind::AuditRecords => "合作夥伴中心稽核紀錄",
        Kind::TransferEligibility => "訂閱轉移檢查",
        Kind::ProvisioningStatus => "訂閱的佈建狀態",
        Kind::RelationshipChange => "經銷關係變更",
        Kind::Cancellation => "取消要求",
        Kind::ApiError => "合作夥伴中心的錯誤回應",
        Kind::ExportOperation => "執行中匯出的狀態",
        Kind::ExportManifest => "匯出檔案清單",
        Kind::SecurityAlerts => "Microsoft Graph 安全性警示",
        Kind::SecurityRequirements => "Microsoft Graph 安全性要求",
        Kind::LegacyLicenceRecon => "舊版授權對帳檔",
        Kind::LegacyUsageRecon => "舊版使用量對帳檔",
        Kind::InvoiceRecon => "新商務發票對帳檔",
        Kind::DailyUsageRecon => "每日計費使用量檔",
        Kind::CustomerList => "租用戶清單",
        Kind::LedgerInvoices => "客戶發票",
        Kind::LedgerPayments => "客戶付款",
        Kind::LedgerCombined => "客戶發票與付款",
        Kind::OpenInvoices => "QuickBooks 未結發票",
        Kind::InvoicesAndPayments => "QuickBooks 發票與收款",
        Kind::AgeingDetail => "帳齡明細",
        Kind::AgeingSummary => "帳齡摘要",
        Kind::ChargeList => "未註明客戶的費用清單",
        Kind::SubscriptionRequest => "送往合作夥伴中心的訂閱變更",
        Kind::ColumnNames => "欄位名稱清單",
        Kind::PlainText => "純文字",
        Kind::Markup => "網頁或 XML 文件",
        Kind::Schema => "格式說明（JSON Schema）",
        Kind::AbuseReport => "濫用通報（X-ARF）",
        Kind::ThreatReport => "威脅通報（STIX）",
        Kind::DecisionTables => "決策表（DMN）",
        Kind::OwnPolicy => "本程式的政策",
        Kind::OwnReport => "本程式的報告",
        Kind::OwnBook => "本程式的帳冊",
    }
}

/// Why nothing is taken from a kind that is only recognised.
#[must_use]
pub const fn why_unused(lang: Lang, kind: Kind) -> &'static str {
    match (lang, kind) {
        (Lang::En, kind) => kind.why_unused(),
        (_, Kind::OwnBook) => "請直接匯入帳冊檔",
        (_, Kind::Webhook) => "僅通知有變更；請匯入該網址的回應內容",
        (_, Kind::ApiError) => "表示要求失敗；請重新提出要求",
        (_, Kind::ExportOperation | Kind::ExportManifest) => "本身不含資料；請下載其中所列的檔案",
        (_, Kind::DailyUsageItemsUnpriced) => "只有數量而無價格；請改匯出每日計費使用量",
        (
            _,
            Kind::Agreement
            | Kind::AlertUpdate
            | Kind::Cancellation
            | Kind::RelationshipChange
            | Kind::SubscriptionRequest,
        ) => "這是要求而非觀察所得；請在執行後匯入清單",
        (_, kind) => chinese_reason(kind),
    }
}

const fn chinese_reason(kind: Kind) -> &'static str {
    match kind {
        Kind::OwnPolicy | Kind::DecisionTables => "請在「政策」的草案中開啟",
        Kind::OwnReport => "由本程式產生；若為他人提供，請加入案件作為證據",
        Kind::UsageRecords | Kind::UsageSummary => {
            "僅為期間合計，未列日期；請匯入按日列示的每日計費使用量"
        }
        Kind::UsageBudget => "Microsoft 監看的預算並非此處的額度；請以授信決策記錄額度",
        Kind::Balance => "這是您對 Microsoft 的欠款；客戶的欠款來自您的帳簿",
        Kind::BillingProfile => "僅說明貴公司，不含客戶資料",
        Kind::Orders => "僅說明訂購內容；請匯入由此產生的訂閱",
        Kind::Entitlement | Kind::ProvisioningStatus | Kind::TransferEligibility => {
            "僅為單一項目當時的狀態；請匯入訂閱"
        }
        Kind::ServiceRequests => "列出服務要求；請將編號記在所屬案件中",
        Kind::AuditRecords => "說明誰在合作夥伴中心做了什麼；請加入案件作為證據",
        Kind::SecurityRequirements => "評分對象是您自己的租用戶而非客戶；請匯入安全性警示",
        Kind::ChargeList => "未註明費用屬於誰；請匯出包含 CustomerId 在內所有欄位的檔案",
        Kind::ColumnNames => "其中沒有資料列；請匯入具有這些欄位的檔案",
        Kind::PlainText => "其中沒有表格；請複製表格本身，或匯出為 CSV",
        Kind::Markup => "請將其內容另存為 CSV，或複製表格後貼上",
        Kind::Schema => "說明檔案格式，不含資料；請匯入符合該格式的檔案",
        Kind::AbuseReport | Kind::ThreatReport => {
            "僅列出位址而無租用戶；請加入該客戶的案件作為證據"
        }
        _ => "其中沒有此處可用的資料",
    }
}
