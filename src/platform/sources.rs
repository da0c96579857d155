//! The texts the rules were read from. A date is that of the copy that was read.

use super::row::{Date, Source};

const DOCS_2023: Date = Date(2023, 10, 23);

const fn docs(title: &'static str) -> Source {
    Source { title, date: DOCS_2023 }
}

pub const CANCELLATION: Source = docs("Partner Center: new-commerce-cancellation-policy");
pub const BILLING_BASICS: Source = docs("Partner Center: billing-basics");
pub const LIFECYCLE: Source = docs("Partner Center: subscription-lifecycle");
pub const NEW_SUBSCRIPTION: Source = docs("Partner Center: create-a-new-subscription");
pub const RECURRING: Source = docs("Partner Center: common-billing-scenarios-onetime-recurring");
pub const ERROR_CODES: Source = docs("Partner Center: developer/error-codes");
pub const TRANSFER: Source = docs("Partner Center: subscription transfer eligibility");
pub const AZURE_MANAGE: Source = docs("Partner Center: azure-plan-manage");
pub const FRAUD_NOTIFICATION: Source = docs("Partner Center: azure-fraud-notification");
pub const ALERTS_DASHBOARD: Source = docs("Partner Center: security-alerts-dashboard");
pub const NON_PAYMENT: Source = docs("Partner Center: non-payment-fraud-misuse");
pub const BUDGETS: Source = docs("Partner Center: set-an-azure-spending-budget");
pub const REPORT_PROBLEMS: Source = docs("Partner Center: report-problems-on-behalf-of-a-customer");
pub const PARTNER_SUSPENDED: Source = docs("Partner Center: suspended-partner-center-account");
pub const ACCOUNT_SETUP: Source = docs("Partner Center: partner-center-account-setup");
pub const CREDIT_LIMIT: Source = docs("Partner Center: credit-limit-enforcement");
pub const SEAT_CHANGES: Source = Source {
    title: "Partner Center: worked example of quantity changes, March 2022",
    date: Date(2022, 4, 5),
};
pub const OLD_SUSPEND: Source =
    Source { title: "Partner Center: suspend-a-subscription (older page)", date: Date(2020, 1, 1) };
pub const OLD_CREDIT_LIMIT: Source =
    Source { title: "Partner Center: account-credit-limit (older page)", date: Date(2020, 1, 1) };
pub const CANCEL_AZURE: Source =
    Source { title: "Azure: cancel-azure-subscription", date: Date(2024, 3, 5) };
pub const SECURITY_REQUIREMENTS: Source = Source {
    title: "Partner Center: security-requirements (note effective 1 October 2025)",
    date: Date(2025, 10, 1),
};
pub const ARROW: Source =
    Source { title: "Arrow Electronics: Azure Fraud Advisory", date: Date(2026, 3, 1) };
pub const EXTENDED_TERM: Source = Source {
    title: "Extended service term: AppXite, Ingram Micro, CloudCockpit, Xylos, Licensing School",
    date: Date(2026, 5, 4),
};
pub const THIRD_PARTY_RECON: Source = Source {
    title: "csp-recon-analyzer, third-party reading of the price file",
    date: Date(2026, 6, 1),
};
