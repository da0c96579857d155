//! Whom and what an entry is about.

use super::fold::Book;
use crate::domain::ids::{CaseId, CustomerId, EntryId};
use crate::journal::{Body, Fact, ImportAnswer, Journal};

/// The customer and the case of an entry, where it has one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct About {
    pub customer: Option<CustomerId>,
    pub case: Option<CaseId>,
}

/// What the entry names itself, and the customer of a case or an alert that it names.
#[must_use]
pub fn about(body: &Body, book: &Book, journal: &Journal) -> About {
    let customer = |id: &CustomerId| About { customer: Some(home(book, id)), case: None };
    match body {
        Body::Decision(d) => customer(&d.customer),
        Body::ChallengerAnswer(c) => customer(&c.answer.customer),
        Body::Notice(n) => customer(&n.customer),
        Body::Hold(h) => customer(&h.customer),
        Body::Dispute(d) => customer(&d.customer),
        Body::Promise(p) => customer(&p.customer),
        Body::Link(l) => customer(&l.to),
        Body::ImportAnswer(ImportAnswer::Name(n)) => customer(&n.name),
        Body::Action(a) => About { customer: Some(home(book, &a.customer)), case: a.case.clone() },
        Body::CaseOpening(o) => {
            About { customer: Some(home(book, &o.customer)), case: Some(o.case.clone()) }
        }
        Body::HoldRelease(r) => of_entry(&r.hold, book, journal),
        Body::DisputeClosing(c) => of_entry(&c.dispute, book, journal),
        Body::AlertAnswer(a) => About {
            customer: book.alerts.get(&a.alert).map(|r| home(book, &r.alert.value.customer)),
            case: a.case.clone(),
        },
        Body::Observed(_)
        | Body::Settings(_)
        | Body::Policy(_)
        | Body::PolicyDraft(_)
        | Body::PolicyApproval(_)
        | Body::Challenger(_)
        | Body::RuleOverride(_)
        | Body::ImportAnswer(ImportAnswer::Form(_))
        | Body::Withdrawal(_)
        | Body::Unknown { .. } => About::default(),
        body => case_of(body).map_or_else(About::default, |case| of_case(case, book)),
    }
}

/// The case that an entry belongs to, beside its opening.
#[must_use]
pub fn case_of(body: &Body) -> Option<&CaseId> {
    match body {
        Body::CaseMove(m) => Some(&m.case),
        Body::CaseDetail(d) => Some(&d.case),
        Body::CaseNote(n) => Some(&n.case),
        Body::Evidence(e) => Some(&e.case),
        Body::ReportIssue(r) => Some(&r.case),
        Body::Action(a) => a.case.as_ref(),
        Body::AlertAnswer(a) => a.case.as_ref(),
        _ => None,
    }
}

/// Whether an entry tells something of a customer. An import does when one of its facts does.
#[must_use]
pub fn touches(body: &Body, customer: &CustomerId, book: &Book, journal: &Journal) -> bool {
    match body {
        Body::Observed(o) => o
            .facts
            .iter()
            .filter_map(|row| customer_of(&row.fact))
            .any(|id| home(book, id) == *customer),
        Body::Withdrawal(w) => w.entries.iter().any(|id| {
            journal
                .find(id)
                .is_some_and(|e| about(&e.body, book, journal).customer.as_ref() == Some(customer))
        }),
        body => about(body, book, journal).customer.as_ref() == Some(customer),
    }
}

/// The customer of a fact; a bill of the reseller's has none.
#[must_use]
pub fn customer_of(fact: &Fact) -> Option<&CustomerId> {
    match fact {
        Fact::Customer(c) => Some(&c.id),
        Fact::Subscription(s) => Some(&s.customer),
        Fact::Invoice(i) => Some(&i.customer),
        Fact::Payment(p) => Some(&p.customer),
        Fact::Usage(u) => Some(&u.customer),
        Fact::Alert(a) => Some(&a.customer),
        Fact::Balance(b) => Some(&b.customer),
        Fact::Bill(_) => None,
    }
}

fn of_entry(id: &EntryId, book: &Book, journal: &Journal) -> About {
    journal
        .find(id)
        .filter(|e| matches!(*e.body, Body::Hold(_) | Body::Dispute(_)))
        .map_or_else(About::default, |e| about(&e.body, book, journal))
}

fn of_case(case: &CaseId, book: &Book) -> About {
    About {
        customer: book.cases.get(case).map(|c| home(book, &c.opening.value.customer)),
        case: Some(case.clone()),
    }
}

/// A name in a ledger stands for the tenant it was joined with.
fn home(book: &Book, id: &CustomerId) -> CustomerId {
    book.links.get(id).unwrap_or(id).clone()
}
