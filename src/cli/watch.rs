//! Clocks and signals of a book at the end of a day.

use crate::app::state::end_of;
use crate::book::{Account, Book};
use crate::domain::calendar::Calendar;
use crate::domain::{Day, Instant};
use crate::engine::suspicion::signals::evaluate_account;
use crate::engine::suspicion::spend::Spend;
use crate::engine::suspicion::{ClockRules, Scene, Signal};
use crate::policy::signals::Thresholds;

/// What the moment and the policy say, for all cases of a book.
pub struct Watch<'a> {
    pub book: &'a Book,
    pub now: Instant,
    /// None where Microsoft's rules are not known for the day.
    pub rules: Option<ClockRules>,
    settings: &'a Thresholds,
}

impl<'a> Watch<'a> {
    pub fn new(book: &'a Book, settings: &'a Thresholds, as_of: Day) -> Self {
        Self { book, now: end_of(as_of), rules: ClockRules::on(book, as_of, settings), settings }
    }

    /// All signals of one customer.
    pub fn signals(&self, account: &Account) -> Vec<Signal> {
        let Some(clocks) = &self.rules else {
            return Vec::new();
        };
        let calendar = Calendar::weekends_only("weekends");
        let scene = Scene {
            book: self.book,
            account,
            spend: &Spend::of(account),
            settings: self.settings,
            clocks,
            calendar: &calendar,
            now: self.now,
        };
        evaluate_account(&scene, &[])
    }
}
