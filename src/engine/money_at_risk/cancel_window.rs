//! The window in which a purchase or a renewal can still be taken back.

use super::closing::Closing;
use super::frame::Frame;
use crate::domain::subscription::{Product, Subscription, Term};
use crate::domain::{Instant, RuleId};
use crate::platform::{Row, Rulebook, windows};

/// A cancel window, open or over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CancelWindow {
    pub opens: Instant,
    pub closes: Closing,
    pub rule: RuleId,
    /// Partner Center itself gave the end; otherwise it is counted from the start.
    pub is_stated: bool,
}

impl CancelWindow {
    #[must_use]
    pub fn is_open(&self, now: Instant) -> bool {
        self.closes.is_open(now)
    }
}

/// The cancel window of the current term; none for a product without one or where its start is unknown.
///
/// A renewal may complete up to a day after it was due, and its window begins then. Where the
/// moment is not known it is counted from the first moment of the term: a day too early rather than too late.
#[must_use]
pub fn cancel_window(subscription: &Subscription, frame: &Frame<'_>) -> Option<CancelWindow> {
    let row = window_row(subscription, frame)?;
    let (opens, closes) = window_span(subscription, row.minutes()?)?;
    Some(CancelWindow {
        opens,
        closes: Closing::Moment(closes),
        rule: row.rule(),
        is_stated: stated(subscription) == Some(closes),
    })
}

/// From when to when a window of so many minutes lies; what Partner Center says of a licence goes before.
#[must_use]
pub fn window_span(subscription: &Subscription, minutes: i64) -> Option<(Instant, Instant)> {
    match (begun(subscription), stated(subscription)) {
        (Some(opens), Some(until)) if until > opens => Some((opens, until)),
        (Some(opens), _) => Some((opens, opens.plus_minutes(minutes))),
        (None, Some(until)) => Some((until.plus_minutes(minutes.saturating_neg()), until)),
        (None, None) => None,
    }
}

fn stated(subscription: &Subscription) -> Option<Instant> {
    subscription.cancel_until.filter(|_| subscription.product == Product::NceLicence)
}

/// The window of a licence that began at a moment, by the rules of that day.
#[must_use]
pub fn licence_window(began: Instant, rules: &Rulebook) -> Option<(Instant, Instant)> {
    let row = rules.on(began.day(), windows::LICENCE_CANCEL, Some(&Product::NceLicence), None)?;
    Some((began, began.plus_minutes(row.minutes()?)))
}

fn window_row(subscription: &Subscription, frame: &Frame<'_>) -> Option<Row> {
    let id = match subscription.product {
        Product::NceLicence => windows::LICENCE_CANCEL,
        Product::SoftwareSubscription => windows::SOFTWARE_CANCEL,
        Product::PerpetualSoftware => windows::PERPETUAL_RETURN,
        Product::Marketplace => match subscription.term {
            Some(Term::Month) => windows::MARKETPLACE_MONTHLY,
            Some(_) => windows::MARKETPLACE_ANNUAL,
            None => return None,
        },
        _ => return None,
    };
    frame.rules.on(frame.today, id, Some(&subscription.product), Some(&frame.partner.cloud))
}

/// When the current term began: the moment of purchase, or the first moment of a renewed term.
fn begun(subscription: &Subscription) -> Option<Instant> {
    let start = subscription.term_start.map(Instant::start_of);
    match (subscription.created, start) {
        (Some(created), Some(start)) if created < start => Some(start),
        (Some(created), _) => Some(created),
        (None, start) => start,
    }
}
