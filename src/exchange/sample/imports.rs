//! Facts gathered into imports: monthly long ago, weekly of late, daily in the last two weeks.

use std::collections::BTreeMap;

use super::moment::Clock;
use super::records::{Draft, SampleError};
use crate::journal::{Body, Fact, FactRow, Observed, Operator, Source, sha256_hex};

/// The files of an import, in the order in which they are read.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum File {
    Customers,
    Subscriptions,
    Invoices,
    Payments,
    Bills,
    Usage,
    Alerts,
}

impl File {
    fn of(fact: &Fact) -> Self {
        match fact {
            Fact::Customer(_) => Self::Customers,
            Fact::Subscription(_) => Self::Subscriptions,
            Fact::Invoice(_) | Fact::Balance(_) => Self::Invoices,
            Fact::Payment(_) => Self::Payments,
            Fact::Bill(_) => Self::Bills,
            Fact::Usage(_) => Self::Usage,
            Fact::Alert(_) => Self::Alerts,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Customers => "sample-customers.json",
            Self::Subscriptions => "sample-subscriptions.json",
            Self::Invoices => "sample-invoices.csv",
            Self::Payments => "sample-payments.csv",
            Self::Bills => "sample-microsoft-invoices.json",
            Self::Usage => "sample-usage.csv",
            Self::Alerts => "sample-alerts.json",
        }
    }
}

/// The first import day on or after the day on which a fact could be known.
fn import_day(known: i64) -> i64 {
    const FIRST: i64 = -370;
    let step = match known {
        ..=FIRST => return FIRST,
        -13.. => return known.min(0),
        -63..-13 => 7,
        _ => 30,
    };
    let since = known.saturating_sub(FIRST);
    let ahead = since.rem_euclid(step);
    let to_next = if ahead == 0 { 0 } else { step.saturating_sub(ahead) };
    known.saturating_add(to_next).min(0)
}

/// Facts with the day on which they could be known, gathered.
#[derive(Default)]
pub(super) struct Imports {
    facts: BTreeMap<(i64, File), Vec<Fact>>,
}

impl Imports {
    pub fn add(&mut self, known: i64, fact: Fact) {
        let key = (import_day(known), File::of(&fact));
        self.facts.entry(key).or_default().push(fact);
    }

    pub fn drafts(self, clock: &Clock, by: &Operator) -> Result<Vec<Draft>, SampleError> {
        self.facts
            .into_iter()
            .map(|((day, file), facts)| {
                let at = clock.recorded(day, file as i64);
                observed(file, facts).map(|body| Draft { at, on: None, by: by.clone(), body })
            })
            .collect()
    }
}

/// One alert, as it was read from Microsoft by itself.
pub(super) fn alone(fact: Fact) -> Result<Body, SampleError> {
    observed(File::of(&fact), vec![fact])
}

fn observed(file: File, facts: Vec<Fact>) -> Result<Body, SampleError> {
    let facts: Vec<FactRow> = (1..).zip(facts).map(|(row, fact)| FactRow { row, fact }).collect();
    let text = serde_json::to_string(&facts).map_err(|e| SampleError::new(&e.to_string()))?;
    let source = Source {
        file: file.name().to_owned(),
        sha256: sha256_hex(text.as_bytes()),
        format: "sample".to_owned(),
    };
    Ok(Body::Observed(Observed { source, import: None, facts }))
}
