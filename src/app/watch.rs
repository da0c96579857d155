//! The signals as they stand, and the settings they stand on.

use std::sync::OnceLock;

use crate::app::State;
use crate::book::{Account, Book};
use crate::domain::Instant;
use crate::domain::calendar::Calendar;
use crate::engine::suspicion::signals::evaluate_account;
use crate::engine::suspicion::spend::Spend;
use crate::engine::suspicion::{ClockRules, Scene, Signal};
use crate::policy::shipped;
use crate::policy::signals::Thresholds;

/// The thresholds of the policy in force.
#[must_use]
pub fn settings(state: &State) -> &Thresholds {
    state.policy_in_force.as_ref().map_or_else(|| shipped(), |policy| &policy.document.suspicion)
}

/// The thresholds that ship, for where the policy in force cannot be read: silence would be worse.
/// Read once; their being free of faults is tested.
#[must_use]
pub fn shipped() -> &'static Thresholds {
    static READ: OnceLock<Thresholds> = OnceLock::new();
    READ.get_or_init(|| shipped::thresholds().unwrap_or_default())
}

/// The lengths of clocks as they stand at a moment, in the reseller's cloud.
#[must_use]
pub fn clock_rules(book: &Book, settings: &Thresholds, now: Instant) -> Option<ClockRules> {
    ClockRules::on(book, now.day(), settings)
}

/// The same for the book, the policy and the moment shown.
#[must_use]
pub fn clocks_shown(state: &State) -> Option<ClockRules> {
    clock_rules(&state.book, settings(state), state.moment())
}

/// All signals of one customer.
#[must_use]
pub fn signals(book: &Book, account: &Account, settings: &Thresholds, now: Instant) -> Vec<Signal> {
    let Some(clocks) = clock_rules(book, settings, now) else {
        return Vec::new();
    };
    let spend = Spend::of(account);
    let calendar = Calendar::weekends_only("weekends");
    let scene =
        Scene { book, account, spend: &spend, settings, clocks: &clocks, calendar: &calendar, now };
    evaluate_account(&scene, &[])
}
