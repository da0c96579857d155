//! What a document is, by what it holds and never by its name.

use super::json::Node;
use super::kind::Kind;

/// The things a JSON document lists: its items, its values, its lines, or itself.
#[must_use]
pub fn items(roots: &[Node]) -> Vec<&Node> {
    match roots {
        [one] if one.is_list() => one.items().iter().collect(),
        [one] => {
            let listed = ["items", "value"]
                .iter()
                .filter_map(|name| one.get(name))
                .find(|node| node.is_list());
            match listed {
                Some(list) => list.items().iter().collect(),
                None => vec![one],
            }
        }
        many => many.iter().collect(),
    }
}

/// A kind, all of whose `all` are there, and one of whose `any` (where there are any).
struct Signature {
    kind: Kind,
    all: &'static [&'static str],
    any: &'static [&'static str],
}

const fn all(kind: Kind, all: &'static [&'static str]) -> Signature {
    Signature { kind, all, any: &[] }
}

const fn any(kind: Kind, all: &'static [&'static str], any: &'static [&'static str]) -> Signature {
    Signature { kind, all, any }
}

/// The first that fits counts: what is more telling stands first.
const SIGNATURES: &[Signature] = &[
    all(Kind::OwnBook, &["format", "version", "entries"]),
    all(Kind::OwnPolicy, &["formatVersion", "language", "fields"]),
    all(Kind::OwnReport, &["form", "version", "report"]),
    all(Kind::AbuseReport, &["xarf_version"]),
    all(Kind::ThreatReport, &["type", "id", "objects"]),
    any(Kind::Schema, &["$schema"], &["$id", "properties", "definitions", "$defs", "allOf"]),
    all(Kind::Customers, &["companyProfile"]),
    all(Kind::Bills, &["invoiceDate", "totalCharges"]),
    any(Kind::FraudEvents, &["eventId"], &["eventTime", "eventStatus"]),
    any(Kind::SecurityAlerts, &["id"], &["alertType", "detectedDateTime"]),
    any(Kind::SecurityRequirements, &[], &["requirementType", "complianceStatus"]),
    all(Kind::Webhook, &["eventName", "resourceUri"]),
    all(Kind::DailyUsageItems, &["usageDate", "billingPreTaxTotal"]),
    all(Kind::DailyUsageItemsUnpriced, &["usageDate"]),
    any(
        Kind::Subscriptions,
        &["id"],
        &["commitmentEndDate", "autoRenewEnabled", "effectiveStartDate"],
    ),
    any(
        Kind::InvoiceLineItems,
        &[],
        &["invoiceLineItemType", "totalForCustomer", "postTaxTotal", "detailLineItemId"],
    ),
    all(Kind::AuditRecords, &["operationType", "resourceType"]),
    all(Kind::TransferEligibility, &["isEligible"]),
    all(Kind::Balance, &["balanceAmount"]),
    all(Kind::UsageSummary, &["billingStartDate", "totalCost"]),
    all(Kind::UsageBudget, &["usageSpendingBudget"]),
    any(Kind::UsageRecords, &[], &["percentUsed", "meterId", "resourceUri", "quantityUsed"]),
    any(Kind::Agreement, &[], &["dateAgreed", "templateId"]),
    any(Kind::Orders, &["lineItems"], &["id", "referenceCustomerId"]),
    all(Kind::ProvisioningStatus, &["skuId", "status", "quantity"]),
    any(
        Kind::ServiceRequests,
        &["title", "severity"],
        &["supportTopicId", "primaryContact", "createdDate"],
    ),
    all(Kind::Entitlement, &["id", "subscriptionId", "friendlyName", "status"]),
    any(Kind::AlertUpdate, &[], &["eventIds", "resolvedReason"]),
    all(Kind::Cancellation, &["cancellationReason"]),
    all(Kind::RelationshipChange, &["relationshipToPartner"]),
    any(Kind::ApiError, &[], &["errorName", "errorMessageExtended", "error"]),
    all(Kind::ExportManifest, &["blobs"]),
    all(Kind::ExportOperation, &["createdDateTime", "status"]),
    any(
        Kind::BillingProfile,
        &["companyName"],
        &["taxId", "billingCurrency", "purchaseOrderNumber"],
    ),
];

/// The kind of the things that a document lists, by the first of them.
#[must_use]
pub fn json_kind(sample: &Node) -> Option<Kind> {
    let has = |name: &&str| sample.get(name).is_some();
    let fits =
        |s: &&Signature| s.all.iter().all(has) && (s.any.is_empty() || s.any.iter().any(has));
    SIGNATURES.iter().find(fits).map(|s| s.kind).or_else(|| by_object_type(sample))
}

/// Partner Center names most of its things itself.
fn by_object_type(sample: &Node) -> Option<Kind> {
    let name = sample.at(&["attributes", "objectType"])?.scalar()?;
    match name {
        "SpendingBudget" => Some(Kind::UsageBudget),
        "Customer" => Some(Kind::Customers),
        "Subscription" => Some(Kind::Subscriptions),
        "Invoice" => Some(Kind::Bills),
        "Order" => Some(Kind::Orders),
        "BillingProfile" => Some(Kind::BillingProfile),
        "ServiceRequest" => Some(Kind::ServiceRequests),
        "InvoiceSummary" => Some(Kind::Balance),
        _ if name.ends_with("LineItem") => Some(Kind::InvoiceLineItems),
        _ if name.contains("Usage") => Some(Kind::UsageRecords),
        _ => None,
    }
}
