//! The kinds of files that are known, by what they hold.

use std::fmt;

macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident = $word:literal, $label:literal;)*) => {
        /// What a file was understood to be.
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
        )]
        pub enum Kind {
            $($(#[$doc])* $name,)*
        }

        impl Kind {
            /// The stable word that is kept with every fact.
            #[must_use]
            pub const fn word(self) -> &'static str {
                match self {
                    $(Self::$name => $word,)*
                }
            }

            /// Every kind.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];
        }

        impl fmt::Display for Kind {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(match self {
                    $(Self::$name => $label,)*
                })
            }
        }
    };
}

kinds! {
    Customers = "partner_center.customers", "Partner Center customers";
    Subscriptions = "partner_center.subscriptions", "Partner Center subscriptions";
    Bills = "partner_center.invoices", "Partner Center invoices to the reseller";
    FraudEvents = "partner_center.fraud_events", "Partner Center fraud events";
    DailyUsageItems = "partner_center.daily_usage_items", "daily rated usage line items";
    DailyUsageItemsUnpriced = "partner_center.daily_usage_items_unpriced", "daily usage line items without prices";
    InvoiceLineItems = "partner_center.invoice_line_items", "Partner Center invoice line items";
    UsageRecords = "partner_center.usage_records", "Partner Center usage records";
    UsageSummary = "partner_center.usage_summary", "a Partner Center usage summary";
    UsageBudget = "partner_center.usage_budget", "a Partner Center usage budget";
    Balance = "partner_center.balance", "the reseller's balance with Microsoft";
    BillingProfile = "partner_center.billing_profile", "the reseller's billing profile";
    Agreement = "partner_center.agreement", "a customer agreement";
    Orders = "partner_center.orders", "Partner Center orders";
    Entitlement = "partner_center.entitlement", "an Azure entitlement";
    ServiceRequests = "partner_center.service_requests", "Partner Center service requests";
    AlertUpdate = "partner_center.alert_update", "an answer to a security alert";
    Webhook = "partner_center.webhook", "a Partner Center webhook message";
    AuditRecords = "partner_center.audit_records", "Partner Center audit records";
    TransferEligibility = "partner_center.transfer_eligibility", "a transfer check of subscriptions";
    ProvisioningStatus = "partner_center.provisioning_status", "the provisioning status of a subscription";
    RelationshipChange = "partner_center.relationship_change", "a change of the reseller relationship";
    Cancellation = "partner_center.cancellation", "a request to cancel";
    ApiError = "partner_center.error", "an error answer of Partner Center";
    ExportOperation = "partner_center.export_operation", "the state of a running export";
    ExportManifest = "partner_center.export_manifest", "the list of files of an export";
    SecurityAlerts = "graph.security_alerts", "Microsoft Graph security alerts";
    SecurityRequirements = "graph.security_requirements", "Microsoft Graph security requirements";
    LegacyLicenceRecon = "recon.legacy_licence", "a licence reconciliation file of the legacy kind";
    LegacyUsageRecon = "recon.legacy_usage", "a usage reconciliation file of the legacy kind";
    InvoiceRecon = "recon.new_commerce", "a new-commerce invoice reconciliation file";
    DailyUsageRecon = "recon.daily_rated_usage", "a daily rated usage file";
    CustomerList = "partner_center.customer_list", "a list of tenants";
    LedgerInvoices = "ledger.invoices", "customer invoices";
    LedgerPayments = "ledger.payments", "customer payments";
    LedgerCombined = "ledger.combined", "customer invoices and payments";
    OpenInvoices = "quickbooks.open_invoices", "QuickBooks open invoices";
    InvoicesAndPayments = "quickbooks.invoices_and_payments", "QuickBooks invoices and received payments";
    AgeingDetail = "ledger.ageing_detail", "an ageing detail";
    AgeingSummary = "ledger.ageing_summary", "an ageing summary";
    ChargeList = "recon.charge_list", "a list of charges without customers";
    SubscriptionRequest = "partner_center.subscription_request", "a change of a subscription as it is sent to Partner Center";
    ColumnNames = "text.column_names", "a list of column names";
    PlainText = "text.plain", "plain text";
    Markup = "text.markup", "a web page or an XML document";
    Schema = "json.schema", "a description of a format (JSON Schema)";
    AbuseReport = "xarf.report", "an abuse report (X-ARF)";
    ThreatReport = "stix.bundle", "a bundle of threat reports (STIX)";
    DecisionTables = "dmn.tables", "decision tables (DMN)";
    OwnPolicy = "recourse.policy", "a policy of this program";
    OwnReport = "recourse.report", "a report of this program";
    OwnBook = "recourse.book", "a book of this program";
}

impl Kind {
    /// Whether it lists invoices and payments of customers.
    #[must_use]
    pub const fn is_ledger(self) -> bool {
        matches!(
            self,
            Self::LedgerInvoices
                | Self::LedgerPayments
                | Self::LedgerCombined
                | Self::OpenInvoices
                | Self::InvoicesAndPayments
                | Self::AgeingDetail
        )
    }

    /// Why nothing is taken from a kind that is only recognised.
    #[must_use]
    pub const fn why_unused(self) -> &'static str {
        match self {
            Self::OwnBook => "opened under Import, Open a book",
            Self::OwnPolicy | Self::DecisionTables => "open it under Policy, Drafts",
            Self::OwnReport => "it was made here; add it to a case as evidence if you received it",
            Self::Webhook => "it only says that something changed; import what its address answers",
            Self::ApiError => "it says that the request failed; repeat the request",
            Self::ExportOperation | Self::ExportManifest => {
                "it holds no data itself; download the files that it names"
            }
            Self::DailyUsageItemsUnpriced => {
                "it holds quantities without prices; export the daily rated usage instead"
            }
            Self::Agreement
            | Self::AlertUpdate
            | Self::Cancellation
            | Self::RelationshipChange
            | Self::SubscriptionRequest => {
                "it is a request, not an observation; import the list after it was carried out"
            }
            Self::UsageRecords | Self::UsageSummary => {
                "it sums a period and names no days; import the daily rated usage, which tells them"
            }
            Self::UsageBudget => {
                "a budget that Microsoft watches is no limit here; record the limit with a credit decision"
            }
            Self::Balance => {
                "it says what you owe Microsoft; what customers owe you comes from your ledger"
            }
            Self::BillingProfile => "it describes your own company and no customer",
            Self::Orders => "it says what was ordered; import the subscriptions that came of it",
            Self::Entitlement | Self::ProvisioningStatus | Self::TransferEligibility => {
                "it tells the state of one thing at one moment; import the subscriptions"
            }
            Self::ServiceRequests => {
                "it lists tickets; note their numbers in the case they belong to"
            }
            Self::AuditRecords => {
                "it says who did what in Partner Center; add it to a case as evidence"
            }
            Self::SecurityRequirements => {
                "it scores your own tenant and no customer; import the security alerts"
            }
            Self::ChargeList => {
                "nothing says whose charges these are; export the file with all columns, among them CustomerId"
            }
            Self::ColumnNames => "it holds no rows; import the file that has these columns",
            Self::PlainText => {
                "there is no table in it; copy the table itself, or export it as CSV"
            }
            Self::Markup => "save what it shows as CSV, or copy the table and paste it",
            Self::Schema => "it describes files and holds no data; import a file that follows it",
            Self::AbuseReport | Self::ThreatReport => {
                "it names addresses and no tenant; add it to the case of the customer as evidence"
            }
            _ => "nothing in it is of use here",
        }
    }
}
