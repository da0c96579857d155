//! What can still be saved today, for one customer and for the whole book.

use std::cmp::Ordering;

use super::frame::Frame;
use super::windows::{Window, WindowKind, windows_of};
use crate::book::{Account, Book, Receivables};
use crate::domain::decision::Outcome;
use crate::domain::ids::CustomerId;
use crate::domain::{Currency, Money, Purse, order};

/// The windows of one customer, and what of their money hangs on him not paying.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Savable {
    pub windows: Vec<Window>,
    /// He is late, refused or suspicious, so that what his windows save would else be lost.
    pub at_stake: bool,
    /// What acting on all open windows saves, counted once for a subscription.
    pub total: Purse,
    /// The part of it that can be saved today and not tomorrow.
    pub today_only: Purse,
}

impl Savable {
    /// Something is at stake, and something can be done about it.
    #[must_use]
    pub fn wants_attention(&self) -> bool {
        self.at_stake && !self.windows.is_empty()
    }
}

/// What can still be saved about one customer.
#[must_use]
pub fn savable(
    account: &Account,
    receivables: &Receivables,
    book: &Book,
    frame: &Frame<'_>,
) -> Savable {
    let windows = windows_of(account, book, frame);
    let at_stake = is_at_stake(account, receivables, &windows, frame);
    let mut result = Savable { at_stake, ..Savable::default() };
    if at_stake {
        for window in best_of_each(&windows) {
            let Some(saves) = window.saves else { continue };
            result.total.add_capped(saves);
            if ends_today(window, frame) {
                result.today_only.add_capped(saves);
            }
        }
    }
    result.windows = windows;
    result
}

/// Today's chance is gone tomorrow: it closes today, or it is a day of running consumption.
fn ends_today(window: &Window, frame: &Frame<'_>) -> bool {
    match window.closes {
        Some(closing) => closing.last_day() <= frame.today,
        None => window.kind == WindowKind::RunningConsumption,
    }
}

/// For each subscription the window that saves most: cancelling and not renewing are not added up.
fn best_of_each(windows: &[Window]) -> Vec<&Window> {
    let mut best: Vec<&Window> = Vec::new();
    for window in windows {
        let rival = best
            .iter_mut()
            .find(|b| b.subscription.is_some() && b.subscription == window.subscription);
        match rival {
            Some(slot) if minor(window) > minor(slot) => *slot = window,
            Some(_) => {}
            None => best.push(window),
        }
    }
    best
}

fn minor(window: &Window) -> i64 {
    window.saves.map_or(0, Money::minor)
}

fn is_at_stake(
    account: &Account,
    receivables: &Receivables,
    windows: &[Window],
    frame: &Frame<'_>,
) -> bool {
    let late = receivables.oldest_days_past_due().is_some();
    let running = windows.iter().any(|w| w.kind == WindowKind::RunningConsumption);
    let refused = account
        .decision_on(frame.today)
        .is_some_and(|d| matches!(d.value.decided, Outcome::Decline | Outcome::Hold));
    late || running || refused
}

/// One customer's place in the list of what can be saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AtStake {
    pub customer: CustomerId,
    pub savable: Savable,
}

/// The customers with something at stake, those with most to save today first.
#[must_use]
pub fn portfolio<'a>(
    book: &Book,
    receivables: impl Fn(&CustomerId) -> Option<&'a Receivables>,
    frame: &Frame<'_>,
) -> Vec<AtStake> {
    let mut all: Vec<AtStake> = book
        .accounts
        .iter()
        .filter_map(|(id, account)| {
            let savable = savable(account, receivables(id)?, book, frame);
            savable.wants_attention().then(|| AtStake { customer: id.clone(), savable })
        })
        .collect();
    order::sort_by(&mut all, |a, b| {
        let order = most_first(&a.savable, &b.savable, book.partner.currency);
        order.then_with(|| a.customer.cmp(&b.customer))
    });
    all
}

/// Which of two has more to save today, then more to save at all, the more before the less.
///
/// Money of different currencies is never added: the reseller's own currency decides, and among
/// those without it the largest amount of another.
#[must_use]
pub fn most_first(a: &Savable, b: &Savable, own: Currency) -> Ordering {
    let key = |s: &Savable| {
        let of = |purse: &Purse| (purse.get(own).minor(), largest(purse));
        (of(&s.today_only), of(&s.total))
    };
    key(b).cmp(&key(a))
}

fn largest(purse: &Purse) -> i64 {
    purse.iter().map(Money::minor).max().unwrap_or(0)
}
