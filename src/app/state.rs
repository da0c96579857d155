//! Everything the page remembers between two events.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::desk::Desk;
use super::format::Format;
use super::lang::Lang;
use super::leftovers::Leftovers;
use super::route::Route;
use super::toast::Toasts;
use super::update::opening::Opening;
use super::update::refolding::Refolding;
use super::update::{
    collections, credit, customers, exchange, history, palette, policy, rules, settings, suspicion,
    today,
};
use crate::book::Book;
use crate::domain::ids::{EntryId, WriterId};
use crate::domain::{Day, Instant};
use crate::engine::money_at_risk::Frame;
use crate::journal::{Journal, Operator};
use crate::policy::{Compiled, Words};
use crate::store::Generation;

/// Which book: the reseller's own, or the invented sample. They never mix.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Namespace {
    #[default]
    Own,
    Sample,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the system says.
    #[default]
    System,
    Light,
    Dark,
}

/// Whether the kept book could be read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Reading {
    #[default]
    NotYet,
    /// Read; possibly empty.
    Ready,
    /// Kept text is there and could not be read: nothing may be written over it.
    Failed(LoadFailure),
}

/// Why a kept book could not be read, with the raw text for a rescue copy.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LoadFailure {
    pub sentence: String,
    /// Key and text of everything that was found.
    pub raw: BTreeMap<String, String>,
    /// Written by a newer program: this one may show, never write.
    pub newer: bool,
}

/// What reading the kept book gave.
#[derive(Clone, Debug, Default)]
pub struct Loaded {
    pub journal: Journal,
    pub failure: Option<LoadFailure>,
    /// Parts that were damaged and set aside, by key, with the reason.
    pub set_aside: Vec<(String, String)>,
    /// Keeping is impossible (storage missing or refused), with the reason.
    pub cannot_keep: Option<String>,
    pub room_percent: u8,
    pub writer: Option<WriterId>,
}

/// A backup that was read.
#[derive(Clone, Debug)]
pub struct Backup {
    pub at: Instant,
    pub journal: Journal,
    /// Values of it that cannot be used, by key, with the reason.
    pub damaged: Vec<(String, String)>,
}

/// How the last keeping went; drives the save badge.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Saving {
    /// Nothing was recorded since the page was opened.
    #[default]
    Idle,
    Pending,
    /// Written, and confirmed as durable when `durable` is set.
    Saved {
        at: Instant,
        durable: bool,
    },
    Failed {
        sentence: String,
        /// For want of room.
        full: bool,
    },
    /// The storage is missing or refuses; the book lives in this tab only.
    Impossible {
        sentence: String,
    },
}

/// What became of keeping entries.
#[derive(Clone, Debug)]
pub enum Kept {
    /// Much is being written to local storage.
    Writing,
    /// In local storage.
    Written {
        room_percent: u8,
    },
    /// In the durable copy too.
    Durable,
    Failed {
        sentence: String,
        full: bool,
    },
}

/// The state of the page.
#[derive(Clone, Default)]
pub struct State {
    pub lang: Lang,
    pub theme: Theme,
    pub route: Route,
    pub today: Option<Day>,
    pub now: Option<Instant>,

    pub namespace: Namespace,
    pub reading: Reading,
    /// A book on its way to the screen, and how many of a hundred parts of the way are done.
    pub opening: Option<Opening>,
    pub opened_percent: u8,
    /// The book as it is after something was withdrawn, on its way to the screen.
    pub refolding: Option<Box<Refolding>>,
    pub set_aside: Vec<(String, String)>,
    pub saving: Saving,
    pub room_percent: u8,
    pub journal: Journal,
    pub writer: Option<WriterId>,
    pub operator: Operator,

    /// The end of this day is the moment as known at which everything is shown; none for now.
    pub known_at: Option<Day>,
    pub book: Arc<Book>,
    /// The policy that decides on the day shown; none when none can be used.
    pub policy_in_force: Option<Arc<Compiled>>,
    /// That policy is the one that comes with the program.
    pub policy_is_shipped: bool,
    /// Figures of every customer as of today.
    pub desk: Arc<Desk>,
    /// Books and figures that others have replaced.
    pub leftovers: Leftovers,

    /// Backups of the own book in this browser.
    pub backups: Vec<Generation>,
    /// When a file of the own book was handed out last.
    pub file_copy: Option<Instant>,

    pub toasts: Toasts,
    /// Entries recorded here and not undone, the newest last.
    pub undo: Vec<Vec<EntryId>>,
    pub update_ready: bool,
    /// `g` was pressed: the next key names a place.
    pub going: bool,

    pub today_page: today::Form,
    pub customers: customers::Form,
    pub credit: credit::Form,
    pub collections: collections::Form,
    pub suspicion: suspicion::Form,
    pub policy: policy::Form,
    pub rules: rules::Form,
    pub exchange: exchange::Form,
    pub history: history::Form,
    pub settings: settings::Form,
    pub palette: palette::Form,
}

impl State {
    /// The day for which everything is computed: today, or the earlier day being looked at.
    #[must_use]
    pub fn as_of(&self) -> Day {
        self.known_at.or(self.today).unwrap_or(Day::MIN)
    }

    /// The moment for clocks: now, or the end of the earlier day being looked at.
    #[must_use]
    pub fn moment(&self) -> Instant {
        match self.known_at {
            Some(day) => end_of(day),
            None => self.now.unwrap_or(Instant::from_millis(0)),
        }
    }

    /// What the money at risk is asked against: this book, this moment, this policy.
    #[must_use]
    pub fn frame(&self) -> Frame<'_> {
        let frame = Frame::of(&self.book, self.as_of(), self.moment());
        frame.reacting_in(self.desk.rules.reaction_hours)
    }

    /// Why nothing can be recorded now; none when recording is possible.
    #[must_use]
    pub fn read_only(&self) -> Option<ReadOnly> {
        match &self.reading {
            Reading::NotYet => return Some(ReadOnly::StillReading),
            Reading::Failed(failure) if failure.newer => return Some(ReadOnly::NewerData),
            Reading::Failed(_) => return Some(ReadOnly::Unreadable),
            Reading::Ready => {}
        }
        self.known_at.map(ReadOnly::EarlierDay)
    }
}

/// Why nothing can be recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadOnly {
    StillReading,
    NewerData,
    Unreadable,
    EarlierDay(Day),
}

/// The last moment of a day in UTC.
#[must_use]
pub fn end_of(day: Day) -> Instant {
    Instant::from_millis(Instant::start_of(day.plus_days_clamped(1)).millis().saturating_sub(1))
}

/// What a view model is made from: the state, and how values look.
#[derive(Clone, Copy)]
pub struct Screen<'a> {
    pub state: &'a State,
    pub format: &'a dyn Format,
}

impl Screen<'_> {
    #[must_use]
    pub fn lang(&self) -> Lang {
        self.state.lang
    }

    /// A text of the policy document in the language of the screen.
    #[must_use]
    pub fn says(&self, words: &Words) -> String {
        match self.state.lang {
            Lang::En => words.en.clone(),
            Lang::ZhHant => words.zh_hant.clone(),
        }
    }
}
