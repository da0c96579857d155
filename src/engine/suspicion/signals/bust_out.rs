//! SUS-R09, paid well for a while, then took all he could.
//!
//! **What.** Two or more invoices paid in time; then what is open and not billed yet reaches five
//! times the median paid invoice; and the last payment was taken back, or 70 % of the limit is
//! used, or seats tripled within seven days.
//!
//! **Why.** The pattern of a bust-out: months of good behaviour, then everything at once. The sum
//! alone may be growth; one of the three others has to come with it.
//!
//! **Example.** Six invoices of about EUR 400.00 paid in time, EUR 2,300.00 open and the last
//! payment charged back: a high hit.
//!
//! **Settings.** `suspicion.bustOut`.

use super::first_invoice::unbilled;
use super::list::Answer;
use super::seat_surge::seats_at;
use super::signal::{BustOutBy, Gap, Hit, Outcome, Reading, Reason, Scene, Subject, Value};
use crate::book::receivables::Receivables;
use crate::book::receivables_on;
use crate::domain::alert::Level;
use crate::domain::payment::PaymentKind;
use crate::domain::{Currency, Decimal, Money, order};
use crate::engine::suspicion::exact::median;
use crate::engine::suspicion::spend::to_money;
use crate::policy::signals::BustOut;

pub(super) fn evaluate(scene: &Scene<'_>) -> Vec<Answer> {
    if scene.account.invoices.is_empty() {
        return Vec::new();
    }
    let owed = receivables_on(scene.account, scene.today(), scene.book.partner.terms_days);
    let mut currencies: Vec<Currency> = owed.settled.iter().map(|s| s.total.currency()).collect();
    order::sort(&mut currencies);
    currencies.dedup();
    if currencies.is_empty() {
        return vec![(Subject::Customer, None, Outcome::NoHit(None))];
    }
    currencies
        .into_iter()
        .map(|currency| (Subject::Customer, None, judge(scene, &owed, currency)))
        .collect()
}

fn judge(scene: &Scene<'_>, receivables: &Receivables, currency: Currency) -> Outcome {
    let settings = &scene.settings.bust_out;
    let settled = receivables.settled.iter();
    let paid: Vec<_> = settled.filter(|s| s.total.currency() == currency).collect();
    let in_time = paid.iter().filter(|s| s.settled <= s.due).count();
    let in_time = u32::try_from(in_time).unwrap_or(u32::MAX);
    let amounts: Vec<i128> = paid.iter().map(|s| i128::from(s.total.minor())).collect();
    let open = receivables.owed().get(currency);
    let (Some(middle), Ok(owed)) = (median(&amounts), open.plus(unbilled(scene, currency))) else {
        return Outcome::NotEvaluable(Gap::TooLarge);
    };
    let Some(mark) = middle.checked_mul(settings.owed_times_median_min) else {
        return Outcome::NotEvaluable(Gap::TooLarge);
    };
    let reading =
        Reading { observed: Value::Money(owed), expected: Value::Money(rounded(mark, currency)) };
    let high_sum = Decimal::from(owed.minor()) >= mark && owed.is_positive();
    if in_time < settings.paid_in_time_min || !high_sum {
        return Outcome::NoHit(Some(reading));
    }
    match besides(scene, owed, settings) {
        Besides::Found(by) => Outcome::Hit(Hit {
            severity: Level::High,
            reading,
            reason: Reason::BustOut {
                owed,
                median_paid: rounded(middle, currency),
                paid_in_time: in_time,
                by,
            },
        }),
        Besides::Nothing => Outcome::NoHit(Some(reading)),
        Besides::CannotTell(gap) => Outcome::NotEvaluable(gap),
    }
}

enum Besides {
    Found(BustOutBy),
    Nothing,
    CannotTell(Gap),
}

fn besides(scene: &Scene<'_>, owed: Money, settings: &BustOut) -> Besides {
    if reversed(scene) {
        return Besides::Found(BustOutBy::PaymentReversed);
    }
    if let Some((before, now)) = tripled(scene, settings) {
        return Besides::Found(BustOutBy::Seats { before, now });
    }
    match utilisation(scene, owed) {
        Some(percent) if percent >= i64::from(settings.utilisation_percent_min) => {
            Besides::Found(BustOutBy::Utilisation { percent })
        }
        Some(_) => Besides::Nothing,
        None => Besides::CannotTell(Gap::NoLimit),
    }
}

/// The latest movement of cash was taken back by the bank.
fn reversed(scene: &Scene<'_>) -> bool {
    let payments = scene.account.payments.values().map(|k| &k.value);
    payments
        .filter(|p| p.received <= scene.today())
        .max_by_key(|p| (p.received, p.kind == PaymentKind::Chargeback))
        .is_some_and(|p| p.kind == PaymentKind::Chargeback)
}

fn tripled(scene: &Scene<'_>, settings: &BustOut) -> Option<(i64, i64)> {
    let then = scene.now.plus_days(i64::from(settings.seat_window_days).saturating_neg());
    let before = seats_at(scene.account, then)?;
    let now = seats_at(scene.account, scene.now)?;
    let mark = Decimal::from(before).checked_mul(settings.seat_times_min)?;
    (before > 0 && Decimal::from(now) >= mark).then_some((before, now))
}

/// Whole per cent of the limit in force; none without a limit in this currency.
fn utilisation(scene: &Scene<'_>, owed: Money) -> Option<i64> {
    let limit = scene.account.limit_on(scene.today())?;
    if limit.currency() != owed.currency() {
        return None;
    }
    let hundred = i128::from(owed.minor()).saturating_mul(100);
    // A limit of nothing is used up by anything.
    let percent = hundred.checked_div(i128::from(limit.minor())).unwrap_or(100);
    i64::try_from(percent).ok()
}

fn rounded(minor: Decimal, currency: Currency) -> Money {
    use rust_decimal::prelude::ToPrimitive as _;
    to_money(minor.ceil().to_i128().unwrap_or(i128::MAX), currency)
}
