//! The signals as they stand, and the settings they stand on.

use std::sync::OnceLock;

use crate::book::{Account, Book};
use crate::domain::Instant;
use crate::domain::calendar::Calendar;
use crate::engine::suspicion::signals::evaluate_account;
use crate::engine::suspicion::spend::Spend;
use crate::engine::suspicion::{ClockRules, Scene, Signal};
use crate::policy::shipped;
use crate::policy::signals::Thresholds;

/// The thresholds that ship; read once. Their being free of faults is tested.
#[must_use]
pub fn thresholds() -> &'static Thresholds {
    static READ: OnceLock<Thresholds> = OnceLock::new();
    READ.get_or_init(|| shipped::thresholds().unwrap_or_default())
}

/// The lengths of clocks as they stand at a moment, in the reseller's cloud.
#[must_use]
pub fn clock_rules(book: &Book, now: Instant) -> Option<ClockRules> {
    ClockRules::on(book, now.day(), thresholds())
}

/// All signals of one customer.
#[must_use]
pub fn signals(book: &Book, account: &Account, now: Instant) -> Vec<Signal> {
    let Some(clocks) = clock_rules(book, now) else {
        return Vec::new();
    };
    let spend = Spend::of(account);
    let calendar = Calendar::weekends_only("weekends");
    let scene = Scene {
        book,
        account,
        spend: &spend,
        settings: thresholds(),
        clocks: &clocks,
        calendar: &calendar,
        now,
    };
    evaluate_account(&scene, &[])
}
