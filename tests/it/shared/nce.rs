//! The life of new-commerce subscriptions as others restated it, and Microsoft's worked examples.

use recourse::domain::action::ActionKind;
use recourse::domain::partner::Partner;
use recourse::domain::subscription::{Product, Status, Subscription};
use recourse::domain::{Currency, Day, Decimal, Instant, Money};
use recourse::engine::money_at_risk::{
    May, Period, SideEffect, Stage, Takes, WindowKind, after_term, cancel_refund, committed_after,
    feasibility, legacy_credit, licence_window, period_of, seat_charge, windows_of,
};
use recourse::platform::SHIPPED;
use serde_json::Value;

use super::shared;
use crate::money_at_risk::sold::{account, frame, sold};

/// Runs the checks of one file and prints how many agree; all must.
fn report(file: &str, checks: Vec<(String, Result<(), String>)>) {
    let all = checks.len();
    let wrong: Vec<String> = checks
        .into_iter()
        .filter_map(|(name, result)| result.err().map(|why| format!("{name}: {why}")))
        .collect();
    println!("{file} agree {} of {all}", all - wrong.len());
    assert!(wrong.is_empty(), "{file}:\n{}", wrong.join("\n"));
}

fn same<T: PartialEq + std::fmt::Debug>(found: T, expected: T) -> Result<(), String> {
    if found == expected { Ok(()) } else { Err(format!("found {found:?}, expected {expected:?}")) }
}

fn text<'a>(case: &'a Value, key: &str) -> Option<&'a str> {
    case.get(key).and_then(Value::as_str)
}

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

#[test]
fn life_of_new_commerce_subscriptions() {
    let Some(folder) = shared("cases") else {
        return;
    };
    let file = std::fs::read_to_string(folder.join("nce-lifecycle.json")).unwrap();
    let document: Value = serde_json::from_str(&file).unwrap();
    let checks = document["cases"]
        .as_array()
        .unwrap()
        .iter()
        .map(|case| (case["id"].as_str().unwrap().to_owned(), judge(case)))
        .collect();
    report("nce-lifecycle.json", checks);
}

/// One adapter per shape of case, told by the fields that are there.
fn judge(case: &Value) -> Result<(), String> {
    if let (Some(purchase), Some(at)) = (text(case, "purchase"), text(case, "at")) {
        return cancel_allowed(case, purchase, at);
    }
    if text(case, "renewal_completed").is_some() {
        return renewed_window(case);
    }
    if text(case, "suspended_on").is_some() {
        return suspended_cost(case);
    }
    if text(case, "state_at_end").is_some() {
        return after_end(case);
    }
    if case.get("events").is_some() {
        return suspend_and_resume(case);
    }
    if text(case, "overdue_step").is_some() {
        return substitute(case);
    }
    if case.get("term_end_in_days").is_some() {
        return renewal_ahead(case);
    }
    Err("a shape that is not known".to_owned())
}

fn cancel_allowed(case: &Value, purchase: &str, at: &str) -> Result<(), String> {
    let mut value = sold(Product::NceLicence);
    let began = Instant::parse(purchase).unwrap();
    value.created = Some(began);
    value.term_start = Some(began.day());
    value.term_end = Some(began.day().plus_months(12).unwrap().plus_days_clamped(-1));
    let held = account(std::slice::from_ref(&value));
    let answer = feasibility(
        &held,
        &value,
        &ActionKind::CancelSubscription,
        &frame(&Partner::default(), at),
    );
    same(answer.may == May::Yes, case["expect"]["cancel_allowed"].as_bool().unwrap())
}

fn renewed_window(case: &Value) -> Result<(), String> {
    let began = Instant::parse(text(case, "renewal_completed").unwrap()).unwrap();
    let expected: Vec<Instant> = case["expect"]["cancel_window"]
        .as_array()
        .unwrap()
        .iter()
        .map(|t| Instant::parse(t.as_str().unwrap()).unwrap())
        .collect();
    let (opens, closes) = licence_window(began, &SHIPPED).unwrap();
    same(vec![opens, closes], expected)
}

fn suspended_cost(case: &Value) -> Result<(), String> {
    let mut value = sold(Product::NceLicence);
    value.term_start = Some(day(case["term"][0].as_str().unwrap()));
    value.term_end = Some(day(case["term"][1].as_str().unwrap()));
    value.cost_per_period =
        Some(Money::parse(text(case, "monthly_cost").unwrap(), Currency::EUR).unwrap());
    let as_of = text(case, "as_of").unwrap();
    let held = account(std::slice::from_ref(&value));
    let suspend = feasibility(
        &held,
        &value,
        &ActionKind::SuspendSubscription,
        &frame(&Partner::default(), &format!("{as_of}T00:00:00Z")),
    );
    same(suspend.stops_access == Takes::AtOnce, !case["expect"]["access"].as_bool().unwrap())?;
    same(suspend.stops_cost == Takes::Never, case["expect"]["partner_billed"].as_bool().unwrap())?;
    value.status = Status::Suspended;
    let left = committed_after(&value, day(as_of)).unwrap().unwrap();
    same(left.number().as_str(), case["expect"]["remaining_committed_cost"].as_str().unwrap())
}

/// The cases restate a text of 2023, so the subscription was bought before extended terms were invented.
fn after_end(case: &Value) -> Result<(), String> {
    let mut value = sold(Product::NceLicence);
    value.term_end = Some(day(text(case, "term_end").unwrap()));
    value.term_start = Some(day("2024-01-01"));
    value.status = Status::from_word(text(case, "state_at_end").unwrap());
    value.auto_renew = Some(false);
    let steps = after_term(&value, &SHIPPED);
    let found: Vec<(Day, String)> = steps
        .iter()
        .map(|step| {
            let word = match step.stage {
                Stage::Expired => "Expired (users have access)".to_owned(),
                other => format!("{other:?}"),
            };
            (step.from, word)
        })
        .collect();
    let expected: Vec<(Day, String)> = case["expect"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| (day(row[0].as_str().unwrap()), row[1].as_str().unwrap().to_owned()))
        .collect();
    same(found, expected)
}

fn suspend_and_resume(case: &Value) -> Result<(), String> {
    let frame = frame(&Partner::default(), "2026-06-01T00:00:00Z");
    let mut value = sold(Product::NceLicence);
    for event in case["events"].as_array().unwrap() {
        let (action, effect) = match event.as_str().unwrap() {
            "suspend" => (ActionKind::SuspendSubscription, SideEffect::AutoRenewSwitchedOff),
            "unsuspend" => (ActionKind::ResumeSubscription, SideEffect::AutoRenewStaysOff),
            other => return Err(format!("event `{other}` is not known")),
        };
        let held = account(std::slice::from_ref(&value));
        let answer = feasibility(&held, &value, &action, &frame);
        same(answer.side_effects.iter().any(|(e, _)| *e == effect), true)?;
        value.auto_renew = Some(false);
        value.status = if action == ActionKind::SuspendSubscription {
            Status::Suspended
        } else {
            Status::Active
        };
    }
    same(value.auto_renew, case["expect"]["auto_renew"].as_bool())
}

fn substitute(case: &Value) -> Result<(), String> {
    let days: i64 =
        text(case, "at").unwrap().split(' ').find_map(|word| word.parse().ok()).unwrap();
    let mut value: Subscription = sold(Product::NceLicence);
    value.term_start = Some(day("2024-03-01"));
    value.created = None;
    let at = day("2024-03-01").plus_days_clamped(days);
    let held = account(std::slice::from_ref(&value));
    let answer = feasibility(
        &held,
        &value,
        &ActionKind::CancelSubscription,
        &frame(&Partner::default(), &format!("{at}T00:00:00Z")),
    );
    same(answer.may == May::Yes, case["expect"]["action_feasible"].as_bool().unwrap())?;
    let words: Vec<&str> = answer
        .instead
        .iter()
        .map(|action| match action {
            ActionKind::SuspendSubscription => "suspend",
            ActionKind::AutoRenewOff => "auto-renew off before term end",
            other => other.word(),
        })
        .collect();
    let expected: Vec<&str> =
        case["expect"]["substitute"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
    same(words, expected)
}

fn renewal_ahead(case: &Value) -> Result<(), String> {
    let today = day("2026-11-22");
    let end = today.plus_days_clamped(case["term_end_in_days"].as_i64().unwrap());
    let mut value = sold(Product::NceLicence);
    value.term_end = Some(end);
    value.term_start = Some(end.plus_days_clamped(1).plus_months(-12).unwrap());
    value.created = None;
    value.auto_renew = case["auto_renew"].as_bool();
    let book = recourse::book::Book::default();
    let held = account(std::slice::from_ref(&value));
    let open = windows_of(&held, &book, &frame(&Partner::default(), "2026-11-22T00:00:00Z"));
    let renewal =
        open.iter().find(|w| w.kind == WindowKind::Renewal).ok_or("no renewal is announced")?;
    same(renewal.closes.map(|c| c.last_day()), Some(end))?;
    same(renewal.saves.map(|m| m.minor()), Some(120_000))
}

fn rows(file: &str) -> Option<Vec<Vec<String>>> {
    let folder = shared("samples/csv")?;
    let mut reader = csv::Reader::from_path(folder.join(file)).unwrap();
    Some(reader.records().map(|r| r.unwrap().iter().map(str::to_owned).collect()).collect())
}

/// `July 15, 2021` or `2/13/2018`.
fn us_day(text: &str) -> Day {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    if let Some((month, rest)) = text.split_once(' ') {
        let place = MONTHS.iter().position(|m| *m == month).unwrap();
        let (date, year) = rest.split_once(", ").unwrap();
        return Day::new(
            year.parse().unwrap(),
            u32::try_from(place).unwrap() + 1,
            date.parse().unwrap(),
        )
        .unwrap();
    }
    let parts: Vec<u32> = text.split('/').map(|p| p.parse().unwrap()).collect();
    Day::new(i32::try_from(parts[2]).unwrap(), parts[0], parts[1]).unwrap()
}

fn usd(text: &str) -> Money {
    Money::parse(text.trim_start_matches('-'), Currency::USD).unwrap()
}

#[test]
fn worked_example_of_a_cancellation() {
    let file = "worked-example.nce-cancel-refund.csv";
    let Some(rows) = rows(file) else { return };
    let (bought, cancelled) = (&rows[0], &rows[1]);
    let period = Period { start: us_day(&bought[3]), end: us_day(&bought[4]) };
    let left = period.days_left(us_day(&cancelled[3]));
    let found = cancel_refund(usd(&bought[7]), bought[6].parse().unwrap(), left, period.days());
    report(file, vec![("total".to_owned(), same(found, Some(usd(&cancelled[7]))))]);
}

#[test]
fn worked_example_of_seat_changes() {
    let file = "worked-example.nce-quantity-changes.csv";
    let Some(rows) = rows(file) else { return };
    let period = Period { start: us_day(&rows[0][8]), end: us_day(&rows[0][9]) };
    let checks = rows
        .iter()
        .enumerate()
        .map(|(place, row)| {
            let price: Decimal = row[3].parse().unwrap();
            let found =
                seat_charge(price, row[4].parse().unwrap(), period, us_day(&row[8]), Currency::USD);
            (format!("row {}", place + 1), same(found, Some(usd(&row[6]))))
        })
        .collect();
    report(file, checks);
}

#[test]
fn worked_example_of_a_suspended_legacy_licence() {
    let file = "worked-example.legacy-suspend-credit.csv";
    let Some(rows) = rows(file) else { return };
    let period = Period { start: us_day(&rows[0][0]), end: us_day(&rows[0][1]) };
    let left = period.days_left(us_day(&rows[1][0]));
    let found = legacy_credit(usd(&rows[0][5]), left, period.days());
    report(file, vec![("credit".to_owned(), same(found, Some(usd(&rows[1][5]))))]);
}

#[test]
fn worked_example_of_terms_at_month_ends() {
    let file = "worked-example.month-end-terms.csv";
    let Some(rows) = rows(file) else { return };
    let checks = rows
        .iter()
        .enumerate()
        .map(|(place, row)| {
            let anchor = us_day(&row[3]);
            let months = if row[0] == "Monthly" { 1 } else { 12 };
            let term = period_of(anchor, months, anchor).unwrap();
            let charge = period_of(anchor, 1, us_day(&row[6])).unwrap();
            let found = [term.end, term.end.plus_days_clamped(1), charge.start, charge.end];
            let expected = [us_day(&row[4]), us_day(&row[5]), us_day(&row[6]), us_day(&row[7])];
            (format!("row {}", place + 1), same(found, expected))
        })
        .collect();
    report(file, checks);
}
