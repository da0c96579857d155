//! How observed facts are kept, field by field.
//!
//! The types here mirror those of the domain. A field added there does not compile
//! until somebody decides here how it is kept; a field renamed there keeps its name in files.

use serde::{Deserialize, Serialize};

use super::kept;
use crate::domain::alert::AlertActivity;
use crate::domain::alert::AlertFamily;
use crate::domain::alert::AlertSource;
use crate::domain::alert::AlertStatus;
use crate::domain::alert::Level;
use crate::domain::alert::Verdict;
use crate::domain::balance::Bucket;
use crate::domain::ids::{
    AlertId, BillNumber, CustomerId, InvoiceNumber, PaymentRef, SubscriptionId,
};
use crate::domain::invoice::InvoiceKind;
use crate::domain::invoice::InvoiceStatus;
use crate::domain::partner::Cloud;
use crate::domain::partner::Role;
use crate::domain::payment::Allocation;
use crate::domain::payment::PaymentKind;
use crate::domain::subscription::BillingCycle;
use crate::domain::subscription::Product;
use crate::domain::subscription::Status;
use crate::domain::subscription::Term;
use crate::domain::{
    Currency, Day, Extra, Instant, Money, alert, balance, bill, customer, invoice, partner,
    payment, subscription, usage,
};

#[derive(Serialize, Deserialize)]
#[serde(remote = "partner::Partner")]
struct PartnerKept {
    name: String,
    role: Role,
    cloud: Cloud,
    currency: Currency,
    terms_days: u16,
}
kept!(partner::Partner => PartnerKept);

#[derive(Serialize, Deserialize)]
#[serde(remote = "customer::Customer")]
struct CustomerKept {
    id: CustomerId,
    name: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    domain: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    country: Option<String>,
    cloud: Cloud,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    email: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    phone: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    relationship: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    customer_since: Option<Day>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    tenant_created: Option<Day>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    terms_days: Option<u16>,
    #[serde(default, skip_serializing_if = "Extra::is_empty")]
    extra: Extra,
}
kept!(customer::Customer => CustomerKept);

#[derive(Serialize, Deserialize)]
#[serde(remote = "subscription::Subscription")]
struct SubscriptionKept {
    id: SubscriptionId,
    customer: CustomerId,
    offer: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    nickname: Option<String>,
    product: Product,
    status: Status,
    quantity: i64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    term: Option<Term>,
    billing: BillingCycle,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    created: Option<Instant>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    term_start: Option<Day>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    term_end: Option<Day>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    cancel_until: Option<Instant>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    auto_renew: Option<bool>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    cancel_at_end: Option<bool>,
    #[serde(default)]
    is_trial: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    cost_per_period: Option<Money>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    suspension_reasons: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    parent: Option<SubscriptionId>,
    #[serde(default, skip_serializing_if = "Extra::is_empty")]
    extra: Extra,
}
kept!(subscription::Subscription => SubscriptionKept);

#[derive(Serialize, Deserialize)]
#[serde(remote = "invoice::Invoice")]
struct InvoiceKept {
    customer: CustomerId,
    number: InvoiceNumber,
    kind: InvoiceKind,
    status: InvoiceStatus,
    issued: Day,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    due: Option<Day>,
    total: Money,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    open_stated: Option<Money>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    corrects: Option<InvoiceNumber>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    description: Option<String>,
    #[serde(default, skip_serializing_if = "Extra::is_empty")]
    extra: Extra,
}
kept!(invoice::Invoice => InvoiceKept);

#[derive(Serialize, Deserialize)]
#[serde(remote = "payment::Allocation")]
struct AllocationKept {
    invoice: InvoiceNumber,
    amount: Money,
}
kept!(payment::Allocation => AllocationKept);

#[derive(Serialize, Deserialize)]
#[serde(remote = "payment::Payment")]
struct PaymentKept {
    customer: CustomerId,
    reference: PaymentRef,
    kind: PaymentKind,
    received: Day,
    amount: Money,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    allocations: Vec<Allocation>,
    #[serde(default, skip_serializing_if = "Extra::is_empty")]
    extra: Extra,
}
kept!(payment::Payment => PaymentKept);

#[derive(Serialize, Deserialize)]
#[serde(remote = "bill::Bill")]
struct BillKept {
    number: BillNumber,
    issued: Day,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    due: Option<Day>,
    total: Money,
    paid: Money,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    kind: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    document: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    amends: Option<BillNumber>,
    #[serde(default, skip_serializing_if = "Extra::is_empty")]
    extra: Extra,
}
kept!(bill::Bill => BillKept);

#[derive(Serialize, Deserialize)]
#[serde(remote = "usage::UsageDay")]
struct UsageDayKept {
    customer: CustomerId,
    subscription: SubscriptionId,
    day: Day,
    cost: Money,
    category: String,
    meter: String,
    region: String,
}
kept!(usage::UsageDay => UsageDayKept);

#[derive(Serialize, Deserialize)]
#[serde(remote = "alert::AlertActivity")]
struct AlertActivityKept {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    at: Option<Instant>,
    from: String,
    to: String,
    by: String,
}
kept!(alert::AlertActivity => AlertActivityKept);

#[derive(Serialize, Deserialize)]
#[serde(remote = "alert::Alert")]
struct AlertKept {
    id: AlertId,
    source: AlertSource,
    kind: String,
    family: AlertFamily,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    title: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    description: Option<String>,
    detected: Instant,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    first_seen: Option<Instant>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    last_seen: Option<Instant>,
    customer: CustomerId,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    customer_name: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    subscription: Option<SubscriptionId>,
    severity: Level,
    confidence: Level,
    status: AlertStatus,
    verdict: Verdict,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    resolved: Option<Instant>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    hit_count: Option<i64>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    resources: Vec<String>,
    #[serde(default, skip_serializing_if = "Extra::is_empty")]
    details: Extra,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    activity: Vec<AlertActivity>,
    #[serde(default)]
    is_test: bool,
    #[serde(default, skip_serializing_if = "Extra::is_empty")]
    extra: Extra,
}
kept!(alert::Alert => AlertKept);

#[derive(Serialize, Deserialize)]
#[serde(remote = "balance::Bucket")]
struct BucketKept {
    name: String,
    amount: Money,
}
kept!(balance::Bucket => BucketKept);

#[derive(Serialize, Deserialize)]
#[serde(remote = "balance::Balance")]
struct BalanceKept {
    customer: CustomerId,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    as_of: Option<Day>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    buckets: Vec<Bucket>,
    total: Money,
}
kept!(balance::Balance => BalanceKept);
