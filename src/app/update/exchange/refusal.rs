//! Why an import cannot be taken in.

use super::count::{Count, is_open};
use super::intake::{CheckedBook, Given};
use crate::app::State;
use crate::app::state::{Namespace, ReadOnly};
use crate::domain::RuleId;
use crate::exchange::bundle::BundleFault;
use crate::exchange::sample::WRITER;

/// Why nothing is appended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The sample is open: real data never mixes with it.
    Sample,
    ReadOnly(ReadOnly),
    /// A question of a file is open, and nothing else is new.
    Question,
    /// The book knows everything already.
    NothingNew,
    /// Nothing could be read out of what was given.
    NothingRead,
    /// A book file was changed after it was exported.
    Changed,
    /// A book file holds the sample's entries.
    OfTheSample,
}

impl Refusal {
    /// The stable id of the rule that speaks here.
    #[must_use]
    pub fn rule(self) -> RuleId {
        RuleId::fixed(match self {
            Self::Sample => "IMP-060",
            Self::ReadOnly(_) => "IMP-061",
            Self::Question => "IMP-062",
            Self::NothingNew => "IMP-063",
            Self::NothingRead => "IMP-064",
            Self::Changed => "IMP-065",
            Self::OfTheSample => "IMP-066",
        })
    }

    /// Nothing that was given is new, or can be read yet.
    #[must_use]
    pub const fn is_empty_handed(self) -> bool {
        matches!(self, Self::Question | Self::NothingNew | Self::NothingRead)
    }
}

/// Why what was given cannot be taken in; none when it can.
#[must_use]
pub fn refusal(state: &State, given: &Given, count: &Count) -> Option<Refusal> {
    if let Some(why) = closed(state) {
        return Some(why);
    }
    if count.news() > 0 || count.entries() > 0 || !state.exchange.naming.chosen.is_empty() {
        return None;
    }
    let files = &given.understanding.files;
    let readable = files.iter().any(|f| !is_open(f) && !f.facts.is_empty());
    Some(if files.iter().any(|f| !f.questions.is_empty()) {
        Refusal::Question
    } else if readable || count.books.iter().any(Option::is_some) {
        Refusal::NothingNew
    } else {
        Refusal::NothingRead
    })
}

/// Why nothing at all can be imported now, whatever is given.
#[must_use]
pub fn closed(state: &State) -> Option<Refusal> {
    if state.namespace == Namespace::Sample {
        return Some(Refusal::Sample);
    }
    state.read_only().map(Refusal::ReadOnly)
}

/// Whether a book file may be taken in.
///
/// A chain with gaps is told and taken: an honest book can have lost entries. A text that is
/// not the one that was exported is not taken.
///
/// # Errors
/// [`Refusal::Changed`], [`Refusal::OfTheSample`].
pub fn sealed(book: &CheckedBook) -> Result<(), Refusal> {
    if book.bundle.entries.iter().any(|e| e.writer.as_str() == WRITER) {
        return Err(Refusal::OfTheSample);
    }
    let changed = |fault: &BundleFault| !matches!(fault, BundleFault::Chain(_));
    if book.verdict.faults.iter().any(changed) {
        return Err(Refusal::Changed);
    }
    Ok(())
}
