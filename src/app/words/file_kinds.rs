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
            Kind::Agreement | Kind::AlertUpdate | Kind::Cancellation | Kind::RelationshipChange,
        ) => "這是要求而非觀察所得；請在執行後匯入清單",
        _ => "目前尚未使用；未從中採用任何資料",
    }
}
