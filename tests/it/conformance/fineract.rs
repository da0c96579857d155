//! Ages, amounts, pauses and their rules against the delinquency tests of Apache Fineract.
//!
//! An adapter only: instalments become invoices, a pause a hold, a resume its release. Fineract
//! deducts every paused day, ours only those after an invoice's due day; its classification is
//! stored and depends on when its batch ran. Both are counted apart.

use std::collections::BTreeMap;

use recourse::book::{Account, HoldRecord, Receivables, receivables};
use recourse::domain::hold::{HoldReason, HoldRelease};
use recourse::domain::payment::PaymentKind;
use recourse::domain::{Currency, Day};
use recourse::engine::collections::{
    HoldFault, Period, check_hold, check_release, collection_age, effective_periods,
};
use recourse::journal::{Body, Fact};
use recourse::policy::ladder::HoldRules;
use serde_json::Value as Json;

use super::agreement::Agreement;
use crate::support::{Story, day, eur, hold, invoice, payment, tenant};

/// Fineract deducts paused days before the due day too; a difference is its own, not a fault.
const DEDUCTED_BEFORE_DUE: &str = "paused before due";

pub fn judge(file: &Json) -> Agreement {
    let mut found = Agreement::default();
    for scenario in list(file, "scenarios") {
        if scenario["skipped_upstream"] != Json::Bool(true) {
            found.guard(name(scenario), |found| Run::of(file, scenario).play(found));
        }
    }
    for row in list(file, "pause_validation") {
        found.guard(name(row), |found| validate(row, found));
    }
    for row in list(file, "effective_pause_periods") {
        found.guard(name(row), |found| periods(row, found));
    }
    let (design, faults): (Vec<String>, Vec<String>) =
        found.disagree.into_iter().partition(|f| f.contains(DEDUCTED_BEFORE_DUE));
    found.disagree = faults;
    found.aside.extend(design.into_iter().map(|f| format!("differs by design: {f}")));
    found
}

fn periods(row: &Json, found: &mut Agreement) {
    let holds = holds_of(list(row, "actions"));
    let ours: Vec<String> = effective_periods(&holds).iter().map(shown).collect();
    let theirs: Vec<String> = list(row, "effective")
        .iter()
        .map(|p| format!("{} {}", p[0].as_str().unwrap(), p[1].as_str().unwrap()))
        .collect();
    found.row(ours == theirs, || format!("{}: {ours:?}", name(row)));
}

struct Run<'a> {
    file: &'a Json,
    scenario: &'a Json,
    facts: Vec<Fact>,
    actions: Vec<Json>,
}

impl<'a> Run<'a> {
    fn of(file: &'a Json, scenario: &'a Json) -> Self {
        // A loan that is never evaluated nor paid was only applied for.
        let lent = list(scenario, "steps")
            .iter()
            .any(|s| matches!(s["event"].as_str(), Some("evaluate" | "pay" | "pause")));
        let instalments = list(scenario, "invoices").iter().filter(|_| lent);
        Self {
            file,
            scenario,
            facts: instalments
                .map(|i| invoice(text(i, "id"), text(i, "due"), text(i, "amount")))
                .collect(),
            actions: Vec::new(),
        }
    }

    fn play(&mut self, found: &mut Agreement) {
        for (at, step) in list(self.scenario, "steps").iter().enumerate() {
            match step["event"].as_str() {
                Some("pause" | "resume") => {
                    let mut action = step.clone();
                    action["action"] = step["event"].clone();
                    self.actions.push(action);
                }
                Some("set_date" | "evaluate") => {}
                Some(_) if step["amount"].is_string() => {
                    let on = (text(step, "date"), text(step, "amount"));
                    let reference = format!("P-{at:04}");
                    self.facts.push(payment(&reference, PaymentKind::Payment, None, on));
                }
                _ => self.check(step, found),
            }
        }
    }

    fn check(&self, step: &Json, found: &mut Agreement) {
        let as_of = day(text(step, "date"));
        let place = |what: &str| format!("{} {as_of} {what}", text(self.scenario, "id"));
        let (account, owed) = self.account(as_of);
        let periods = effective_periods(&account.holds);
        if let Some(expected) = step.get("expect_account") {
            let ours = account_figures(self.file, &owed, &periods, as_of);
            for (key, value) in ours {
                let theirs = figure(&expected[key]);
                found.row(theirs == value, || place(&format!("{key} {value}, expected {theirs}")));
            }
        }
        if let Some(expected) = step["expect_per_invoice_buckets"].as_array() {
            let ours = buckets(self.file, &owed, &periods, as_of);
            let theirs: BTreeMap<String, String> = expected
                .iter()
                .map(|b| (text(b, "bucket").to_owned(), text(b, "amount").to_owned()))
                .collect();
            let quirk = if paused_before_due(&owed, &periods) { DEDUCTED_BEFORE_DUE } else { "" };
            found.row(ours == theirs, || {
                place(&format!("buckets {ours:?}, expected {theirs:?} {quirk}"))
            });
        }
        if let Some(expected) = step["expect_pause_periods"].as_array() {
            let theirs: Vec<String> = expected
                .iter()
                .map(|p| format!("{} {}", text(p, "start"), text(p, "end")))
                .collect();
            let ours: Vec<String> = periods.iter().map(shown).collect();
            found.row(ours == theirs, || place(&format!("periods {ours:?}")));
        }
        if step["expect_error"].is_string() {
            let mut row = step.clone();
            row["command"] = serde_json::json!({
                "action": if step["end"].is_null() || self.actions.is_empty() { "pause" } else { "resume" },
                "start": step["start"], "end": step["end"],
            });
            let fault = refusal(&row, &self.actions, as_of);
            found.row(fault.is_some(), || place("was not refused"));
        }
    }

    fn account(&self, as_of: Day) -> (Account, Receivables) {
        let mut story = Story::from("2000-01-01");
        story.observe(self.facts.clone());
        let mut account = story.book().accounts[&tenant()].clone();
        account.holds = holds_of(&self.actions);
        let owed = receivables(&account, as_of, 30);
        (account, owed)
    }
}

/// Fineract forgives the first days of an account, not of its instalments.
fn account_figures(
    file: &Json,
    owed: &Receivables,
    periods: &[Period],
    as_of: Day,
) -> Vec<(&'static str, String)> {
    let delinquent = delinquent_days(file, owed, periods, as_of);
    vec![
        ("delinquentAmount", owed.overdue().get(Currency::EUR).number()),
        ("pastDueDays", owed.oldest_days_past_due().unwrap_or(0).to_string()),
        ("delinquentDays", delinquent.to_string()),
    ]
}

fn delinquent_days(file: &Json, owed: &Receivables, periods: &[Period], as_of: Day) -> i64 {
    let grace = file["grace_days_account_level"].as_i64().unwrap();
    owed.overdue_items()
        .map(|i| collection_age(periods, i.due, as_of) - grace)
        .max()
        .unwrap_or(0)
        .max(0)
}

fn buckets(
    file: &Json,
    owed: &Receivables,
    periods: &[Period],
    as_of: Day,
) -> BTreeMap<String, String> {
    let mut sums: BTreeMap<String, recourse::domain::Money> = BTreeMap::new();
    // Instalments are only sorted into buckets once the account itself is delinquent.
    if delinquent_days(file, owed, periods, as_of) > 0 {
        for item in owed.overdue_items() {
            if let Some(bucket) = bucket(file, collection_age(periods, item.due, as_of)) {
                let sum = sums.entry(bucket).or_insert(eur("0.00"));
                *sum = sum.plus(item.open).unwrap();
            }
        }
    }
    sums.into_iter().map(|(b, m)| (b, m.number())).collect()
}

fn bucket(file: &Json, age: i64) -> Option<String> {
    let found = list(file, "buckets").iter().find(|b| {
        let from = b["min_days"].as_i64().unwrap_or(0);
        let to = b["max_days"].as_i64().unwrap_or(i64::MAX);
        from <= age && age <= to
    })?;
    Some(text(found, "bucket").to_owned())
}

fn paused_before_due(owed: &Receivables, periods: &[Period]) -> bool {
    owed.overdue_items().any(|i| periods.iter().any(|p| p.start < i.due))
}

/// Pauses as holds; a resume releases the hold that covers its day.
fn holds_of(actions: &[Json]) -> Vec<HoldRecord> {
    let mut story = Story::from("2000-01-01");
    for action in actions {
        let start = text(action, "start");
        if text(action, "action").eq_ignore_ascii_case("pause") {
            story.record(Body::Hold(hold(HoldReason::Agreement, start, text(action, "end"))));
            continue;
        }
        let holds = story.book().accounts[&tenant()].holds.clone();
        if let Some(covering) = holds.iter().find(|h| h.covers(day(start))) {
            story.record(Body::HoldRelease(HoldRelease {
                hold: covering.placed.mark.entry.clone(),
                on: day(start),
                note: None,
            }));
        }
    }
    story.book().accounts[&tenant()].holds.clone()
}

fn validate(row: &Json, found: &mut Agreement) {
    let today = day(text(row, "business_date"));
    let fault = refusal(row, list(row, "existing"), today);
    let expected = row["expect_error"].as_str();
    found.row(fault.is_some() == expected.is_some(), || {
        format!("{}: {fault:?}, expected {expected:?}", name(row))
    });
}

/// Why the engine refuses a command; what a form leaves empty never reaches the engine.
fn refusal(row: &Json, existing: &[Json], today: Day) -> Option<String> {
    let command = &row["command"];
    let (action, start, end) = (&command["action"], &command["start"], &command["end"]);
    let Some(start) = start.as_str().map(day) else {
        return Some("no start".to_owned());
    };
    let holds = holds_of(existing);
    let rules = HoldRules { max_days: 10_000, ..HoldRules::default() };
    let result: Result<(), HoldFault> = match (action.as_str(), end.as_str()) {
        (Some("pause"), Some(end)) => check_hold(&holds, (start, day(end)), &rules, today),
        (Some("resume"), None) => match holds
            .iter()
            .rev()
            .find(|h| h.placed.value.start <= start && start < h.placed.value.end)
        {
            Some(h) => check_release(&holds, &h.placed.mark.entry, start),
            None => Err(HoldFault::Unknown),
        },
        _ => return Some("an action, or its end, is missing or too much".to_owned()),
    };
    result.err().map(|fault| fault.to_string())
}

fn shown(period: &Period) -> String {
    format!("{} {}", period.start, period.end)
}

fn figure(json: &Json) -> String {
    match json {
        Json::String(amount) => eur(amount).number(),
        other => other.to_string(),
    }
}

fn list<'a>(json: &'a Json, key: &str) -> &'a [Json] {
    json[key].as_array().map_or(&[], Vec::as_slice)
}

fn text<'a>(json: &'a Json, key: &str) -> &'a str {
    json[key].as_str().unwrap_or_else(|| panic!("no `{key}` in {json}"))
}

fn name(json: &Json) -> &str {
    json["name"].as_str().unwrap_or("?")
}
