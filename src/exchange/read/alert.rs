//! What both generations of security alerts share.

use super::date;
use super::json::{self, Node, Value};
use super::problem::What;
use super::record::{Record, keepable};
use crate::domain::alert::{
    Alert, AlertActivity, AlertFamily, AlertSource, AlertStatus, Level, Verdict,
};
use crate::domain::ids::{AlertId, CustomerId, SubscriptionId};
use crate::domain::{Extra, Instant};
use crate::journal::Fact;

/// The names by which one generation writes the fields that the other names differently.
pub(super) struct Names {
    pub(super) id: &'static [&'static str],
    pub(super) detected: &'static [&'static str],
    pub(super) kind: &'static [&'static str],
    pub(super) status: &'static [&'static str],
    pub(super) first_seen: &'static [&'static str],
    pub(super) last_seen: &'static [&'static str],
    pub(super) resolved: &'static [&'static str],
    pub(super) resource_id: &'static [&'static str],
    pub(super) log_at: &'static [&'static str],
}

/// What an alert cannot be without.
struct Core {
    id: AlertId,
    customer: CustomerId,
    detected: Instant,
}

pub(super) fn read(record: &mut Record<'_>, names: &Names, source: AlertSource) {
    let Some(core) = core(record, names) else {
        return;
    };
    let kind =
        record.word(names.kind, |w| !matches!(AlertFamily::from_word(w), AlertFamily::Other(_)));
    let status =
        record.word(names.status, |w| !matches!(AlertStatus::from_word(w), AlertStatus::Other(_)));
    let verdict =
        record.word(&["resolvedReason"], |w| !matches!(Verdict::from_word(w), Verdict::Other(_)));
    let alert = Alert {
        id: core.id,
        source,
        family: AlertFamily::from_word(&kind),
        kind,
        title: record.text(&["displayName"]),
        description: record.text(&["description"]),
        detected: core.detected,
        first_seen: record.instant(names.first_seen),
        last_seen: record.instant(names.last_seen),
        customer: core.customer,
        customer_name: record.text(&["customerFriendlyName"]),
        subscription: record.text(&["subscriptionId"]).and_then(|id| SubscriptionId::new(&id).ok()),
        severity: level(record, "severity"),
        confidence: level(record, "confidenceLevel"),
        status: AlertStatus::from_word(&status),
        verdict: if verdict.is_empty() { Verdict::Unstated } else { Verdict::from_word(&verdict) },
        resolved: record.instant(names.resolved),
        hit_count: record.count(&["hitCount"]),
        resources: resources(record, names),
        details: details(record),
        activity: activity(record, names),
        is_test: record.yes_no(&["isTest"]).unwrap_or(false),
        extra: record.extra(),
    };
    let item = record.item;
    record.sink().fact(item, Fact::Alert(Box::new(alert)));
}

fn core(record: &mut Record<'_>, names: &Names) -> Option<Core> {
    let Some(written) = record.text(names.id) else {
        record.refuse(names.id, What::Missing("alert id"));
        return None;
    };
    let Ok(id) = AlertId::new(&written) else {
        record.refuse(names.id, What::NotAnId(written));
        return None;
    };
    let Some(tenant) = record.text(&["customerTenantId"]) else {
        record.refuse(&["customerTenantId"], What::NoCustomer);
        return None;
    };
    let Ok(customer) = CustomerId::new(&tenant) else {
        record.refuse(&["customerTenantId"], What::NotAnId(tenant));
        return None;
    };
    let Some(detected) = record.instant(names.detected) else {
        record.refuse(names.detected, What::Missing("moment of detection"));
        return None;
    };
    Some(Core { id, customer, detected })
}

fn level(record: &mut Record<'_>, name: &str) -> Level {
    let known = |w: &str| !matches!(Level::from_word(w), Level::Other(_));
    Level::from_word(&record.word(&[name], known))
}

fn resources(record: &mut Record<'_>, names: &Names) -> Vec<String> {
    let listed: Vec<String> = record
        .get(&["affectedResources"])
        .map_or(&[][..], Node::items)
        .iter()
        .filter_map(|r| r.get_any(names.resource_id)?.scalar())
        .map(|id| id.trim().to_owned())
        .filter(|id| !id.is_empty())
        .collect();
    if !listed.is_empty() {
        return listed;
    }
    // The oldest events have no list, only the resource's name.
    let named = record.text(&["resourceName"]);
    named.into_iter().collect()
}

fn details(record: &mut Record<'_>) -> Extra {
    let Some(node) = record.get(&["additionalDetails"]) else {
        return Extra::new();
    };
    node.members()
        .iter()
        .filter_map(|m| keepable(&m.value).map(|text| (m.name.to_string(), opened(&text))))
        .collect()
}

/// A list written as text, such as `["192.0.2.7"]`, becomes its items; other text stays.
fn opened(text: &str) -> String {
    let inner = text.trim();
    if !inner.starts_with('[') {
        return inner.to_owned();
    }
    let Ok(document) = json::parse(inner) else {
        return inner.to_owned();
    };
    let items: Vec<&str> = document
        .roots
        .first()
        .map_or(&[][..], Node::items)
        .iter()
        .filter_map(Node::scalar)
        .collect();
    if items.is_empty() { inner.to_owned() } else { items.join(", ") }
}

/// The log is a list in one generation and a text that holds a list in the other.
fn activity(record: &mut Record<'_>, names: &Names) -> Vec<AlertActivity> {
    let Some(node) = record.get(&["activityLogs"]) else {
        return Vec::new();
    };
    match &node.value {
        Value::List(items) => items.iter().map(|log| entry(log, names)).collect(),
        Value::Text(text) => match json::parse(text) {
            Ok(document) => document
                .roots
                .first()
                .map_or(&[][..], Node::items)
                .iter()
                .map(|log| entry(log, names))
                .collect(),
            Err(_) => Vec::new(),
        },
        _ => Vec::new(),
    }
}

fn entry(log: &Node, names: &Names) -> AlertActivity {
    let text = |name: &str| log.get(name).and_then(Node::scalar).unwrap_or("").trim().to_owned();
    let at = log
        .get_any(names.log_at)
        .and_then(Node::scalar)
        .and_then(|text| date::instant(text, None).ok().flatten());
    AlertActivity { at, from: text("statusFrom"), to: text("statusTo"), by: text("updatedBy") }
}
