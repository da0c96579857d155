//! Subscriptions of every kind, in a list or alone.

use crate::domain::ids::{CustomerId, SubscriptionId, is_guid};
use crate::domain::subscription::{BillingCycle, Product, Status, Subscription, Term};
use crate::exchange::read::json::Node;
use crate::exchange::read::problem::What;
use crate::exchange::read::record::Record;
use crate::journal::Fact;

pub(in crate::exchange::read) fn read(record: &mut Record<'_>, asked: Option<&CustomerId>) {
    let Some(written) = record.text(&["id"]) else {
        return record.refuse(&["id"], What::Missing("subscription id"));
    };
    let Ok(id) = SubscriptionId::new(&written) else {
        return record.refuse(&["id"], What::NotAnId(written));
    };
    let Some(customer) = owner(record, asked) else {
        return record.refuse(&["links"], What::WhoseSubscriptions);
    };
    let offer = record.text(&["offerName"]);
    let nickname = record.text(&["friendlyName"]);
    let shown = offer.clone().or_else(|| nickname.clone()).unwrap_or_default();
    let mut subscription = Subscription::bare(id, customer, &shown);
    subscription.nickname = nickname;
    subscription.product = product(record.node);
    fill_terms(record, &mut subscription);
    fill_state(record, &mut subscription);
    subscription.extra = record.extra();
    let item = record.item;
    record.sink().fact(item, Fact::Subscription(subscription));
}

fn fill_state(record: &mut Record<'_>, subscription: &mut Subscription) {
    let known = |w: &str| !matches!(Status::from_word(w), Status::Other(_));
    let status = record.word(&["status"], known);
    if !status.is_empty() {
        subscription.status = Status::from_word(&status);
    }
    subscription.quantity = record.count(&["quantity"]).unwrap_or(1);
    subscription.is_trial = record.yes_no(&["isTrial"]).unwrap_or(false);
    subscription.suspension_reasons = record
        .get(&["suspensionReasons"])
        .map(|list| list.items().iter().filter_map(Node::scalar).map(str::to_owned).collect())
        .unwrap_or_default();
    subscription.parent =
        record.text(&["parentSubscriptionId"]).and_then(|id| SubscriptionId::new(&id).ok());
}

fn fill_terms(record: &mut Record<'_>, subscription: &mut Subscription) {
    let known_term = |w: &str| !matches!(Term::from_word(w), Term::Other(_));
    let term = record.word(&["termDuration"], known_term);
    subscription.term = (!term.is_empty()).then(|| Term::from_word(&term));
    let known_cycle = |w: &str| !matches!(BillingCycle::from_word(w), BillingCycle::Other(_));
    let cycle = record.word(&["billingCycle"], known_cycle);
    if !cycle.is_empty() {
        subscription.billing = BillingCycle::from_word(&cycle);
    }
    subscription.created = record.instant(&["creationDate"]);
    subscription.term_start = record.day(&["effectiveStartDate"]);
    subscription.term_end = record.day(&["commitmentEndDate"]);
    subscription.cancel_until = record.instant(&["cancellationAllowedUntilDate"]);
    subscription.auto_renew = record.yes_no(&["autoRenewEnabled"]);
    subscription.cancel_at_end = record.yes_no(&["cancelAtEndOfTerm"]);
}

/// The customer named in the document, in its links, or by the person who imports it.
fn owner(record: &mut Record<'_>, asked: Option<&CustomerId>) -> Option<CustomerId> {
    let stated = record.text(&["customerId", "customerTenantId", "referenceCustomerId"]);
    let linked = || {
        let uri = record.node.at(&["links", "self", "uri"])?.scalar()?;
        let after = uri.split("/customers/").nth(1)?;
        let id = after.split(['/', '?']).next()?;
        is_guid(id).then(|| id.to_owned())
    };
    stated.or_else(linked).and_then(|id| CustomerId::new(&id).ok()).or_else(|| asked.cloned())
}

fn product(node: &Node) -> Product {
    let text =
        |path: &[&str]| node.at(path).and_then(Node::scalar).unwrap_or("").to_ascii_lowercase();
    let kind = text(&["productType", "id"]) + " " + &text(&["productType", "displayName"]);
    let offer_id = text(&["offerId"]);
    let offer = text(&["offerName"]);
    let billing = text(&["billingType"]);
    if offer == "azure plan" || kind.contains("azure plan") || kind.contains("azureplan") {
        Product::AzurePlan
    } else if billing == "usage" || offer_id.starts_with("ms-azr") {
        Product::AzureSubscription
    } else if kind.contains("onlineservicesnce") || offer_id.starts_with("cfq7ttc0") {
        Product::NceLicence
    } else if kind.contains("perpetual") || kind.contains("onetimepurchase") {
        Product::PerpetualSoftware
    } else if kind.contains("software") || offer_id.starts_with("dg7gmgf0") {
        Product::SoftwareSubscription
    } else if kind.contains("saas") || text(&["isMicrosoftProduct"]) == "false" {
        Product::Marketplace
    } else if billing == "license" && is_guid(&offer_id) {
        Product::LegacyLicence
    } else {
        Product::Other(kind.trim().to_owned())
    }
}
