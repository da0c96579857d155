//! SUS-R02, the month's spend against the customer's budget.
//!
//! **What.** Month-to-date at 80, 100, 150 and 200 % of the budget, and a forecast above it
//! before the 20th.
//!
//! **Why.** Microsoft mails at 80 % every seven days and is silent above 100 %, which is when it matters.
//!
//! **Example.** A budget of EUR 500.00 and EUR 780.00 spent by the 14th: a hit at 150 %.
//!
//! **Settings.** `suspicion.budget`. The budget itself is the amount of the latest recorded
//! "set a budget"; without one the signal cannot be evaluated.

use super::list::Answer;
use super::signal::{Gap, Hit, Outcome, Reading, Reason, Scene, Subject, Value};
use crate::domain::action::ActionKind;
use crate::domain::alert::Level;
use crate::domain::{Day, Decimal, Money};

pub(super) fn evaluate(scene: &Scene<'_>) -> Vec<Answer> {
    if scene.spend.is_empty() {
        return Vec::new();
    }
    let answer = |window, outcome| vec![(Subject::Customer, window, outcome)];
    if let Some(gap) = scene.stale() {
        return answer(None, Outcome::NotEvaluable(gap));
    }
    let Some(budget) = budget(scene) else {
        return answer(None, Outcome::NotEvaluable(Gap::NoBudget));
    };
    let to = scene.book.usage_data_as_of.unwrap_or(scene.today());
    let from = Day::new(to.year(), to.month(), 1).unwrap_or(to);
    let totals = scene.spend.total(from, to);
    let spent = totals.get(&budget.currency()).copied();
    let spent = spent.unwrap_or(Money::zero(budget.currency()));
    answer(Some((from, to)), judge(scene, spent, budget, to))
}

/// The latest budget recorded, of more than nothing.
fn budget(scene: &Scene<'_>) -> Option<Money> {
    scene
        .account
        .actions
        .iter()
        .filter(|a| a.value.kind == ActionKind::SetBudget)
        .max_by_key(|a| (a.value.done, a.mark.recorded))
        .and_then(|a| a.value.amount)
        .filter(|amount| amount.is_positive())
}

fn judge(scene: &Scene<'_>, spent: Money, budget: Money, to: Day) -> Outcome {
    let settings = &scene.settings.budget;
    let percent = percent(spent, budget);
    let passed = settings.percents.iter().copied();
    let passed = passed.filter(|p| percent >= i64::from(*p)).max();
    let reading = Reading { observed: Value::Money(spent), expected: Value::Money(budget) };
    let reason = match passed {
        Some(percent) => Reason::OverBudget { percent, spent, budget },
        None => match forecast(spent, to) {
            Some(forecast)
                if to.day_of_month() < settings.forecast_before_day && forecast >= budget =>
            {
                Reason::ForecastOverBudget { forecast, budget }
            }
            _ => return Outcome::NoHit(Some(reading)),
        },
    };
    let severity = match passed {
        Some(150..) => Level::High,
        Some(100..) => Level::Medium,
        _ => Level::Low,
    };
    Outcome::Hit(Hit { severity, reading, reason })
}

/// Whole per cent, rounded down.
fn percent(part: Money, of: Money) -> i64 {
    let hundred = i128::from(part.minor()).saturating_mul(100);
    let whole = hundred.checked_div(i128::from(of.minor())).unwrap_or(0);
    i64::try_from(whole).unwrap_or(i64::MAX)
}

/// What the month comes to when it goes on like this.
fn forecast(spent: Money, to: Day) -> Option<Money> {
    let days = Decimal::from(to.month_end().day_of_month());
    let factor = days.checked_div(Decimal::from(to.day_of_month()))?;
    spent.scaled(factor).ok()
}
