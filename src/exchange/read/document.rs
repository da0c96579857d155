//! Reads a JSON document: recognise, then item by item.

use super::charges::ChargesReader;
use super::graph::security_alerts;
use super::json::{Document, JsonError, Node};
use super::kind::Kind;
use super::options::Options;
use super::partner_center::{bills, charges, customers, fraud_events, subscriptions, usage_items};
use super::problem::{Place, Problem, What};
use super::recognise::{items, json_kind};
use super::record::{Lines, Record};
use super::sink::Sink;
use super::usage::UsageSums;

/// A document that is being read.
#[derive(Debug)]
pub(super) struct DocumentReader {
    pub(super) kind: Kind,
    roots: Vec<Node>,
    lines: Lines,
    next: usize,
    total: usize,
    sums: UsageSums,
    charges: Option<ChargesReader>,
}

/// Says in the sink why a text is no document.
pub(super) fn fails(text: &str, error: JsonError, sink: &mut Sink) {
    let place = Place::line(Lines::of(text).line(error.at));
    sink.problem(Problem { place, ..Problem::of_file(What::Json(error.fault)) });
}

/// Finds the kind of a document; otherwise says in the sink why not.
pub(super) fn open(
    (text, document): (String, Document),
    sink: &mut Sink,
) -> Option<DocumentReader> {
    let lines = Lines::of(&text);
    for (kind, met) in document.mends.iter() {
        let place = Place::line(lines.line(met.first));
        let mut problem = Problem::new(super::problem::Weight::Note, place, What::Mended(kind));
        problem.count = met.count;
        sink.problem(problem);
    }
    let found = items(&document.roots);
    let total = found.len();
    let Some(first) = found.first() else {
        sink.problem(Problem::of_file(What::NoRows));
        return None;
    };
    let Some(kind) = json_kind(first) else {
        let seen = first.members().iter().map(|m| m.name.to_string());
        sink.problem(Problem::of_file(What::NotRecognised { seen: seen.collect() }));
        return None;
    };
    let kind =
        if is_request(kind, first, &document.roots) { Kind::SubscriptionRequest } else { kind };
    if !is_read(kind) {
        sink.problem(Problem::of_file(What::NotUsed(kind)));
    }
    let charges = (kind == Kind::InvoiceLineItems).then(|| charges::reader(first));
    Some(DocumentReader {
        kind,
        roots: document.roots,
        lines,
        next: if is_read(kind) { 0 } else { total },
        total,
        sums: UsageSums::default(),
        charges,
    })
}

/// Answers say by their links where a subscription is found; one alone without any is what is sent.
fn is_request(kind: Kind, first: &Node, roots: &[Node]) -> bool {
    let is_alone = matches!(roots, [one] if std::ptr::eq(one, first));
    kind == Kind::Subscriptions && is_alone && first.get("links").is_none()
}

const fn is_read(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Customers
            | Kind::Subscriptions
            | Kind::Bills
            | Kind::FraudEvents
            | Kind::SecurityAlerts
            | Kind::DailyUsageItems
            | Kind::InvoiceLineItems
    )
}

impl DocumentReader {
    /// Items in all.
    pub(super) const fn total(&self) -> usize {
        self.total
    }

    /// Reads up to `count` further items; false when all are read.
    pub(super) fn step(&mut self, count: usize, options: &Options<'_>, sink: &mut Sink) -> bool {
        let found = items(&self.roots);
        let until = self.next.saturating_add(count).min(self.total);
        for (index, node) in found.iter().enumerate().take(until).skip(self.next) {
            let item = u32::try_from(index + 1).unwrap_or(u32::MAX);
            if self.kind == Kind::Bills {
                bills::read(node, item, &self.lines, sink);
                continue;
            }
            let mut record = Record::new(node, item, &self.lines, sink);
            match self.kind {
                Kind::Customers => customers::read(&mut record),
                Kind::Subscriptions => subscriptions::read(&mut record, options.customer),
                Kind::FraudEvents => fraud_events::read(&mut record),
                Kind::SecurityAlerts => security_alerts::read(&mut record),
                Kind::DailyUsageItems => usage_items::read(&mut record, &mut self.sums),
                Kind::InvoiceLineItems => {
                    if let Some(charges) = &mut self.charges {
                        charges::read(&mut record, charges);
                    }
                }
                _ => {}
            }
        }
        self.next = until;
        self.next < self.total
    }

    pub(super) const fn done(&self) -> usize {
        self.next
    }

    pub(super) fn finish(self, sink: &mut Sink) {
        self.sums.finish(sink);
        if let Some(charges) = self.charges {
            charges.finish(sink);
        }
    }
}
