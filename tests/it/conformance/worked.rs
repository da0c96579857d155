//! Microsoft's worked examples, to the cent and the day.

use recourse::domain::{Currency, Day, Decimal, Money};
use recourse::engine::money_at_risk::{
    Period, cancel_refund, legacy_credit, period_of, seat_charge,
};

use super::agreement::{Agreement, same};

/// The examples, told by their columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Example {
    /// A licence bought and cancelled in its window.
    Cancellation,
    /// Seats added and taken away within a period.
    SeatChanges,
    /// A legacy licence suspended within a period.
    LegacySuspension,
    /// Terms that begin at the end of a month.
    MonthEnds,
}

impl Example {
    pub fn of(head: &[String]) -> Option<Self> {
        let has = |name: &str| head.iter().any(|h| h.trim() == name);
        if has("Billing Term") && has("Subscription End Date") && has("Renew Date") {
            Some(Self::MonthEnds)
        } else if has("ChargeType")
            && has("BillableQuantity")
            && has("UnitPrice")
            && head.len() < 20
        {
            Some(Self::SeatChanges)
        } else if has("Order Date") && has("Effective Unit Price") && has("Billable Quantity") {
            Some(Self::Cancellation)
        } else if head.first().is_some_and(|h| h == "Charge Start Date") && has("Charge Type") {
            Some(Self::LegacySuspension)
        } else {
            None
        }
    }
}

pub fn judge(example: Example, rows: &[Vec<String>]) -> Agreement {
    let mut found = Agreement::default();
    found.guard("rows", |found| match example {
        Example::Cancellation => cancellation(rows, found),
        Example::SeatChanges => seat_changes(rows, found),
        Example::LegacySuspension => legacy_suspension(rows, found),
        Example::MonthEnds => month_ends(rows, found),
    });
    found
}

fn cancellation(rows: &[Vec<String>], found: &mut Agreement) {
    let bought = &rows[0];
    let period = Period { start: us_day(&bought[3]), end: us_day(&bought[4]) };
    for cancelled in &rows[1..] {
        let left = period.days_left(us_day(&cancelled[3]));
        let total = cancel_refund(usd(&bought[7]), whole(&bought[6]), left, period.days());
        found.check("total", same(total, Some(usd(&cancelled[7]))));
    }
}

fn seat_changes(rows: &[Vec<String>], found: &mut Agreement) {
    let period = Period { start: us_day(&rows[0][8]), end: us_day(&rows[0][9]) };
    for (place, row) in rows.iter().enumerate() {
        let price: Decimal = row[3].parse().unwrap();
        let charge = seat_charge(price, whole(&row[4]), period, us_day(&row[8]), Currency::USD);
        found.check(&format!("row {}", place + 1), same(charge, Some(usd(&row[6]))));
    }
}

fn legacy_suspension(rows: &[Vec<String>], found: &mut Agreement) {
    let period = Period { start: us_day(&rows[0][0]), end: us_day(&rows[0][1]) };
    for row in &rows[1..] {
        let left = period.days_left(us_day(&row[0]));
        let credit = legacy_credit(usd(&rows[0][5]), left, period.days());
        found.check("credit", same(credit, Some(usd(&row[5]))));
    }
}

fn month_ends(rows: &[Vec<String>], found: &mut Agreement) {
    for (place, row) in rows.iter().enumerate() {
        let anchor = us_day(&row[3]);
        let months = if row[0] == "Monthly" { 1 } else { 12 };
        let term = period_of(anchor, months, anchor).unwrap();
        let charge = period_of(anchor, 1, us_day(&row[6])).unwrap();
        let ours = [term.end, term.end.plus_days_clamped(1), charge.start, charge.end];
        let theirs = [us_day(&row[4]), us_day(&row[5]), us_day(&row[6]), us_day(&row[7])];
        found.check(&format!("row {}", place + 1), same(ours, theirs));
    }
}

fn whole(text: &str) -> i64 {
    text.trim().parse().unwrap()
}

/// Amounts given back stand with a minus sign.
fn usd(text: &str) -> Money {
    Money::parse(text.trim_start_matches('-'), Currency::USD).unwrap()
}

/// `July 15, 2021` or `2/13/2018`.
fn us_day(text: &str) -> Day {
    const MONTHS: &str = "JanFebMarAprMayJunJulAugSepOctNovDec";
    if let Some((month, rest)) = text.split_once(' ') {
        let place = MONTHS.find(&month[..3]).unwrap() / 3;
        let (date, year) = rest.split_once(", ").unwrap();
        let month = u32::try_from(place).unwrap() + 1;
        return Day::new(year.parse().unwrap(), month, date.parse().unwrap()).unwrap();
    }
    let parts: Vec<u32> = text.split('/').map(|p| p.parse().unwrap()).collect();
    Day::new(i32::try_from(parts[2]).unwrap(), parts[0], parts[1]).unwrap()
}
