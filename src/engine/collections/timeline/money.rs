//! Invoices, payments and credit notes.

use super::mark::{Lane, Mark, Tense, What};
use crate::book::receivables::{OpenItem, Settled};
use crate::domain::invoice::{InvoiceKind, InvoiceStatus};
use crate::domain::{Day, Money};
use crate::engine::collections::scene::Scene;

/// Invoices settled longer ago than this are history, not collections.
const SETTLED_SHOWN_DAYS: i64 = 120;

pub(super) fn marks(scene: &Scene<'_>) -> Vec<Mark> {
    let open = scene.receivables.items.iter().map(|i| open_mark(scene, i));
    let since = scene.as_of.plus_days_clamped(SETTLED_SHOWN_DAYS.saturating_neg());
    let settled = scene.receivables.settled.iter().filter(|s| s.settled >= since).map(settled_mark);
    let mut marks: Vec<Mark> = open.chain(settled).collect();
    let from = marks.iter().map(|m| m.start).min().unwrap_or(since);
    marks.extend(payments(scene, from));
    marks.extend(credit_notes(scene, from));
    marks
}

fn open_mark(scene: &Scene<'_>, item: &OpenItem) -> Mark {
    Mark {
        lane: Lane::Invoices,
        start: item.issued,
        end: Some(scene.as_of.max(item.due)),
        tense: Tense::Done,
        what: What::Invoice {
            number: item.number.clone(),
            due: item.due,
            total: item.total,
            open: item.open,
            disputed: item.disputed,
            settled: None,
            days_past_due: item.days_past_due,
        },
        entry: entry_of(scene, &item.number),
    }
}

fn entry_of(
    scene: &Scene<'_>,
    number: &crate::domain::ids::InvoiceNumber,
) -> Option<crate::domain::ids::EntryId> {
    let kept = scene.account.invoices.get(number)?;
    Some(kept.mark.entry.clone())
}

fn settled_mark(settled: &Settled) -> Mark {
    let zero = Money::zero(settled.total.currency());
    Mark {
        lane: Lane::Invoices,
        start: settled.issued,
        end: Some(settled.settled),
        tense: Tense::Done,
        what: What::Invoice {
            number: settled.number.clone(),
            due: settled.due,
            total: settled.total,
            open: zero,
            disputed: zero,
            settled: Some(settled.settled),
            days_past_due: settled.due.days_until(settled.settled).max(0),
        },
        entry: None,
    }
}

fn payments(scene: &Scene<'_>, from: Day) -> impl Iterator<Item = Mark> {
    let shown = from..=scene.as_of;
    let payments = scene.account.payments.values();
    payments.filter(move |kept| shown.contains(&kept.value.received)).map(|kept| {
        let payment = &kept.value;
        let parts = payment.allocations.iter();
        Mark {
            lane: Lane::Money,
            start: payment.received,
            end: None,
            tense: Tense::Done,
            what: What::Payment {
                reference: payment.reference.clone(),
                amount: payment.amount,
                kind: payment.kind.clone(),
                invoices: parts.map(|part| part.invoice.clone()).collect(),
            },
            entry: Some(kept.mark.entry.clone()),
        }
    })
}

fn credit_notes(scene: &Scene<'_>, from: Day) -> impl Iterator<Item = Mark> {
    let shown = from..=scene.as_of;
    let notes = scene.account.invoices.values();
    notes
        .filter(move |kept| {
            let note = &kept.value;
            note.kind == InvoiceKind::CreditNote
                && matches!(note.status, InvoiceStatus::Issued | InvoiceStatus::Other(_))
                && shown.contains(&note.issued)
        })
        .map(|kept| Mark {
            lane: Lane::Money,
            start: kept.value.issued,
            end: None,
            tense: Tense::Done,
            what: What::CreditNote {
                number: kept.value.number.clone(),
                amount: kept.value.total,
                corrects: kept.value.corrects.clone(),
            },
            entry: Some(kept.mark.entry.clone()),
        })
}
