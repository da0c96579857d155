use std::collections::BTreeSet;
use std::sync::Arc;

use super::answers::Answers;
use super::comparing::Comparing;
use super::count::Count;
use super::intake::{BookFile, Given};
use super::job::Origin;
use super::mapping::Mapping;
use super::naming::Naming;
use super::outlook::Trying;
use super::taking::Taking;
use crate::domain::Day;
use crate::domain::ids::{CaseId, CustomerId};
use crate::exchange::bundle::Selection;
use crate::exchange::parcel::Listed;

/// What of the book is to be shared.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum What {
    #[default]
    Everything,
    Customers,
    Case,
    /// The report of a case, with the entries it rests on.
    Report,
    Period,
}

impl What {
    pub const ALL: [Self; 5] =
        [Self::Everything, Self::Customers, Self::Case, Self::Report, Self::Period];

    /// The stable word, for the value of a field.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Everything => "everything",
            Self::Customers => "customers",
            Self::Case => "case",
            Self::Report => "report",
            Self::Period => "period",
        }
    }
}

/// What is chosen to be shared, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    pub what: What,
    pub search: String,
    pub customers: BTreeSet<CustomerId>,
    pub case: String,
    pub from: String,
    pub until: String,
}

/// Why what is chosen cannot be shared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotAsked {
    NoCustomer,
    NoCase,
    /// A day is missing or is none, or the last comes before the first.
    NoPeriod,
}

impl Asked {
    /// The case whose report is asked for.
    #[must_use]
    pub fn report_of(&self) -> Option<CaseId> {
        (self.what == What::Report).then(|| CaseId::new(&self.case).ok()).flatten()
    }

    /// What is asked for.
    ///
    /// # Errors
    /// [`NotAsked`] when nothing is.
    pub fn selection(&self) -> Result<Selection, NotAsked> {
        let mut selection = Selection::default();
        match self.what {
            What::Everything => {}
            What::Customers if self.customers.is_empty() => return Err(NotAsked::NoCustomer),
            What::Customers => selection.customers.clone_from(&self.customers),
            What::Case | What::Report => {
                selection.case = Some(CaseId::new(&self.case).map_err(|_| NotAsked::NoCase)?);
            }
            What::Period => {
                let day = |text: &str| Day::parse(text).map_err(|_| NotAsked::NoPeriod);
                let (from, until) = (day(&self.from)?, day(&self.until)?);
                if until < from {
                    return Err(NotAsked::NoPeriod);
                }
                (selection.from, selection.until) = (Some(from), Some(until));
            }
        }
        Ok(selection)
    }
}

/// What is being read, typed or looked at here.
#[derive(Clone, Debug, Default)]
pub struct Form {
    pub stage: Stage,
    pub check: Check,
    pub paste: Paste,
    pub asked: Asked,
    pub answers: Answers,
    /// What was given last, so that it can be read again with an answer.
    pub origin: Option<Origin>,
    /// The dialog about the columns of a table, while it is open.
    pub mapping: Option<Mapping>,
    pub naming: Naming,
    /// A large import that is being taken in.
    pub taking: Option<Box<Taking>>,
    /// The number of the import's job, and of the check's; answers of any other come too late.
    pub import_job: u64,
    pub check_job: u64,
    /// What the files are, while what they tell still travels or is compared.
    pub listed: Option<Arc<[Listed]>>,
    /// What was read and is being compared with the book, a few facts at a time.
    pub comparing: Option<(Arc<Given>, Box<Comparing>)>,
    /// What was read and is being tried, a little at a time.
    pub trying: Option<Box<Trying>>,
    /// How many jobs there were.
    pub jobs: u64,
}

/// Text to be read as a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Paste {
    pub name: String,
    pub text: String,
}

/// How far an import is.
#[derive(Clone, Debug, Default)]
pub enum Stage {
    #[default]
    Waiting,
    Reading(Progress),
    Understood(Arc<Found>),
    Taken(Taken),
}

/// What was read, and what of it is news to the book.
#[derive(Clone, Debug)]
pub struct Found {
    pub given: Arc<Given>,
    pub count: Count,
}

/// What was appended.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Taken {
    pub facts: usize,
    pub known: usize,
    /// Entries out of book files.
    pub entries: usize,
}

/// How far a check of a book file is.
#[derive(Clone, Debug, Default)]
pub enum Check {
    #[default]
    Waiting,
    Reading,
    Done(Vec<BookFile>),
}

/// What is counted while reading.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Unit {
    #[default]
    Bytes,
    Rows,
    /// Of the work, which is not counted in anything that a person sees.
    Parts,
}

/// How far reading has come.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    pub file: String,
    pub unit: Unit,
    pub done: u64,
    pub total: u64,
}
