//! Customers: a list, one with its profiles, or an answer to a search.

use crate::domain::customer::Customer;
use crate::domain::ids::{CustomerId, is_guid};
use crate::exchange::read::json::Node;
use crate::exchange::read::problem::What;
use crate::exchange::read::record::Record;
use crate::journal::Fact;

pub(in crate::exchange::read) fn read(record: &mut Record<'_>) {
    let profile = record.get(&["companyProfile"]);
    let id = record.text(&["id"]);
    let tenant = at(profile, &["tenantId"]);
    let Some(written) = best_id(id, tenant) else {
        return record.refuse(&["id"], What::Missing("tenant id"));
    };
    let Ok(id) = CustomerId::new(&written) else {
        return record.refuse(&["id"], What::NotAnId(written));
    };
    let name = at(profile, &["companyName"]).unwrap_or_else(|| id.to_string());
    let billing = record.node.get("billingProfile");
    let mut customer = Customer::named(id, &name);
    customer.domain = at(profile, &["domain"]);
    customer.country = at(profile, &["address", "country"])
        .or_else(|| at(billing, &["defaultAddress", "country"]));
    customer.email = at(profile, &["email"]).or_else(|| at(billing, &["email"]));
    customer.phone = at(profile, &["address", "phoneNumber"])
        .or_else(|| at(billing, &["defaultAddress", "phoneNumber"]));
    customer.relationship = record.text(&["relationshipToPartner"]);
    customer.extra = record.extra();
    let item = record.item;
    record.sink().fact(item, Fact::Customer(customer));
}

/// The tenant id; documentation and some exports leave a placeholder in one of its two places.
fn best_id(id: Option<String>, tenant: Option<String>) -> Option<String> {
    match (&id, &tenant) {
        (Some(id), _) if is_guid(id) => Some(id.clone()),
        (_, Some(tenant)) if is_guid(tenant) => Some(tenant.clone()),
        _ => id.or(tenant),
    }
}

fn at(node: Option<&Node>, path: &[&str]) -> Option<String> {
    let text = node?.at(path)?.scalar()?.trim();
    (!text.is_empty()).then(|| text.to_owned())
}
