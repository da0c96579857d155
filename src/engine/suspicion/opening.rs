//! A case proposed from an alert: everything that can be filled in before a person has looked.

use crate::book::{AlertRecord, Book};
use crate::domain::Instant;
use crate::domain::alert::{AlertFamily, Level};
use crate::domain::case::{CaseOpening, CustomerPart, Typology};
use crate::domain::ids::{AlertId, CaseId, SubscriptionId};

/// A proposed opening, and cases that may be the same matter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    pub opening: CaseOpening,
    /// Cases of the same customer that are still open.
    pub already_open: Vec<CaseId>,
}

/// Drafts a case from an alert. The owner is left empty; the reason is left to the person.
///
/// Other open alerts of the same subscription come with it. The first fraudulent day is a guess,
/// the day on which the activity was first seen; it only ever makes the refund clock end sooner
/// when put right to an earlier day.
#[must_use]
pub fn propose_case(record: &AlertRecord, book: &Book, id: CaseId, now: Instant) -> Draft {
    let alert = &record.alert.value;
    let first_seen = alert.first_seen.unwrap_or(alert.detected);
    let subject = customer_name(book, record);
    let what = alert.title.as_deref().unwrap_or(&alert.kind);
    Draft {
        already_open: book
            .cases
            .values()
            .filter(|c| c.opening.value.customer == alert.customer && !c.is_closed())
            .map(|c| c.opening.value.case.clone())
            .collect(),
        opening: CaseOpening {
            case: id,
            title: format!("{subject}: {what}"),
            customer: alert.customer.clone(),
            subscriptions: alert.subscription.iter().cloned().collect(),
            alerts: same_matter(record, book),
            typology: typology(&alert.family),
            severity: severity(&alert.severity),
            part: CustomerPart::Unknown,
            owner: String::new(),
            opened: now,
            first_fraud_day: Some(first_seen.day()),
            reason: String::new(),
        },
    }
}

fn customer_name(book: &Book, record: &AlertRecord) -> String {
    let alert = &record.alert.value;
    book.accounts
        .get(&alert.customer)
        .map(|a| a.customer.value.name.as_str())
        .filter(|name| !name.is_empty())
        .or(alert.customer_name.as_deref())
        .unwrap_or(alert.customer.as_str())
        .to_owned()
}

/// The alert itself, then open alerts of the same subscription.
fn same_matter(record: &AlertRecord, book: &Book) -> Vec<AlertId> {
    let alert = &record.alert.value;
    let related = |other: &&AlertRecord| {
        let same: Option<&SubscriptionId> = other.alert.value.subscription.as_ref();
        other.is_open()
            && !other.alert.value.is_test
            && other.alert.value.id != alert.id
            && other.alert.value.customer == alert.customer
            && same.is_some()
            && same == alert.subscription.as_ref()
    };
    let others = book.alerts.values().filter(related);
    std::iter::once(alert.id.clone()).chain(others.map(|o| o.alert.value.id.clone())).collect()
}

/// What the kind of alert speaks for, until somebody has looked.
#[must_use]
pub fn typology(family: &AlertFamily) -> Typology {
    match family {
        AlertFamily::CryptoMining | AlertFamily::Deployment | AlertFamily::MachineLearning => {
            Typology::TakeoverMining
        }
        AlertFamily::UsageAnomaly
        | AlertFamily::SuspiciousOperations
        | AlertFamily::ServiceHealth
        | AlertFamily::Other(_) => Typology::Unclear,
    }
}

/// A word that is not known counts as medium, so that it is neither lost nor shouted.
fn severity(stated: &Level) -> Level {
    match stated {
        Level::Other(_) => Level::Medium,
        known => known.clone(),
    }
}
