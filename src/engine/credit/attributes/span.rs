//! Whole months between two days.

use crate::domain::Day;

/// Whole months from one day to a later one; zero when it is not later.
pub(super) fn whole_months(from: Day, to: Day) -> i64 {
    let index =
        |d: Day| i64::from(d.year()).saturating_mul(12).saturating_add(i64::from(d.month()));
    let months = index(to).saturating_sub(index(from));
    let short = to.day_of_month() < from.day_of_month() && to != to.month_end();
    months.saturating_sub(i64::from(short)).max(0)
}
