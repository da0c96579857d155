//! Severity against the overdue states of Kill Bill's own tests.
//!
//! An adapter only: its invoices become a journal, its events payments, its conditions ours; the
//! receivables and the severity are the engine's. Kill Bill counts from the invoice date and counts
//! the day of issue, so an invoice here is due the day before and every threshold is a day more.

use std::collections::BTreeSet;

use recourse::book::{Receivables, receivables};
use recourse::domain::invoice::InvoiceStatus;
use recourse::domain::payment::PaymentKind;
use recourse::domain::{Currency, Day, Money};
use recourse::engine::collections::severity::{Condition, Facts, most_severe};
use recourse::journal::Fact;
use serde_json::Value as Json;

use super::agreement::Agreement;
use crate::support::{Story, day, invoice, payment, tenant};

pub fn judge(file: &Json) -> Agreement {
    let mut found = Agreement::default();
    for timeline in list(file, "timelines") {
        let id = timeline["id"].as_str().unwrap_or("timeline");
        found.guard(id, |found| run_timeline(file, timeline, found));
    }
    for unit in list(file, "unit") {
        let id = unit["id"].as_str().unwrap_or("unit");
        found.guard(id, |found| run_unit(unit, found));
    }
    let validation = list(file, "validation").len();
    if validation > 0 {
        found.aside.push(format!("{validation} validations of another configuration file"));
    }
    found
}

fn run_timeline(file: &Json, timeline: &Json, found: &mut Agreement) {
    let mut facts: Vec<Fact> = list(timeline, "invoices").iter().map(invoice_fact).collect();
    let mut tags = BTreeSet::new();
    for (at, step) in list(timeline, "steps").iter().enumerate() {
        if let Some(event) = step["event"].as_str() {
            happen(event, step, at, &mut facts, &mut tags);
            continue;
        }
        let Some(expected) = step["check"].as_str() else {
            continue;
        };
        let owed = owed(&facts, day(text(step, "date")));
        let state = state(file, timeline, &owed, &tags);
        let place = format!(
            "{} {}: {state}, expected {expected}",
            text(timeline, "id"),
            text(step, "date")
        );
        let mut same = state == expected;
        // Accounts whose payment is delegated to this one take its state.
        if let Some(children) = step["children_delegated"].as_str() {
            same &= state == children;
        }
        if let Some(count) = step["unpaid_count"].as_u64() {
            same &= owed.overdue_items().count() as u64 == count;
        }
        found.row(same, || place);
    }
}

fn happen(event: &str, step: &Json, at: usize, facts: &mut Vec<Fact>, tags: &mut BTreeSet<String>) {
    let tag = || text(step, "tag").to_owned();
    let kind = match event {
        "tag_account" => {
            tags.insert(tag());
            return;
        }
        "untag_account" => {
            tags.remove(&tag());
            return;
        }
        "invoice" | "invoice_created" => {
            facts.push(invoice_fact(step));
            return;
        }
        "commit" | "void" | "write_off" | "un_write_off" | "untag_invoice" | "tag_invoice" => {
            restate(event, step, facts);
            return;
        }
        "chargeback" => PaymentKind::Chargeback,
        "refund" => PaymentKind::Refund,
        _ => PaymentKind::Payment,
    };
    // The place in the list keeps events of one day in their order.
    let reference = format!("P-{at:04}");
    let amount = format!("{} {}", currency(step), text(step, "amount"));
    let on = text(step, "date");
    facts.push(payment(&reference, kind, step["invoice"].as_str(), (on, &amount)));
}

fn restate(event: &str, step: &Json, facts: &mut [Fact]) {
    let status = match event {
        "void" => InvoiceStatus::Void,
        "write_off" | "tag_invoice" => InvoiceStatus::WrittenOff,
        _ => InvoiceStatus::Issued,
    };
    for fact in facts {
        if let Fact::Invoice(invoice) = fact
            && Some(invoice.number.as_str()) == step["invoice"].as_str()
        {
            invoice.status = status.clone();
        }
    }
}

fn invoice_fact(json: &Json) -> Fact {
    let issued = day(text(json, "invoice_date"));
    let due = issued.plus_days(-1).unwrap().to_string();
    let amount = format!("{} {}", currency(json), text(json, "amount"));
    let number = json["id"].as_str().or(json["invoice"].as_str()).unwrap();
    let Fact::Invoice(mut fact) = invoice(number, &due, &amount) else { unreachable!() };
    fact.issued = issued;
    fact.status = match json["status"].as_str() {
        Some(word) => InvoiceStatus::from_word(word),
        None => InvoiceStatus::Issued,
    };
    Fact::Invoice(fact)
}

fn owed(facts: &[Fact], as_of: Day) -> Receivables {
    let mut story = Story::from("2000-01-01");
    story.observe(facts.to_vec());
    receivables(&story.book().accounts[&tenant()], as_of, 30)
}

/// The state by the engine: conditions mild first, the last that holds.
fn state(file: &Json, timeline: &Json, owed: &Receivables, tags: &BTreeSet<String>) -> String {
    let policy =
        list(file, "policies").iter().find(|p| p["id"] == timeline["policy"] && !p["id"].is_null());
    let (Some(policy), false) = (policy, tags.contains("OVERDUE_ENFORCEMENT_OFF")) else {
        return "CLEAR".to_owned();
    };
    let states: Vec<&Json> = list(policy, "states")
        .iter()
        .rev()
        .filter(|s| tags_allow(&s["condition"], tags))
        .filter(|s| s["isClearState"] != Json::Bool(true))
        .collect();
    let conditions: Vec<Condition> = states.iter().map(|s| condition(&s["condition"])).collect();
    let code = owed.owed().nonzero().next().map_or(Currency::USD, Money::currency);
    let facts = Facts {
        oldest_days: owed.oldest_days_past_due(),
        collectable: owed.collectable_overdue().get(code),
        count: owed.overdue_items().count(),
    };
    match most_severe(&conditions, &facts) {
        Some(at) => text(states[at], "name").to_owned(),
        None => "CLEAR".to_owned(),
    }
}

fn tags_allow(condition: &Json, tags: &BTreeSet<String>) -> bool {
    let excluded = condition["controlTagExclusion"].as_str();
    let included = condition["controlTagInclusion"].as_str();
    excluded.is_none_or(|t| !tags.contains(t)) && included.is_none_or(|t| tags.contains(t))
}

fn condition(json: &Json) -> Condition {
    let days = json["timeSinceEarliestUnpaidInvoiceEqualsOrExceeds"]["number"].as_i64();
    let amount = json["totalUnpaidInvoiceBalanceEqualsOrExceeds"].as_str();
    let count = json["numberOfUnpaidInvoicesEqualsOrExceeds"].as_u64();
    Condition {
        days: days.map(|n| n + 1),
        amount: amount.map(|a| Money::parse(a, Currency::USD).unwrap()),
        count: count.map(|n| usize::try_from(n).unwrap()),
    }
}

fn run_unit(unit: &Json, found: &mut Agreement) {
    let condition = condition(&unit["condition"]);
    for row in list(unit, "rows") {
        let balance = row["balance"].as_str().unwrap_or("0");
        let facts = Facts {
            oldest_days: row["age_days"].as_i64().map(|n| n + 1),
            collectable: Money::parse(balance, Currency::USD).unwrap(),
            count: usize::try_from(row["n"].as_u64().unwrap_or(0)).unwrap(),
        };
        let same = Some(condition.holds(&facts)) == row["expect"].as_bool();
        found.row(same, || format!("{} {row}", text(unit, "id")));
    }
}

fn list<'a>(json: &'a Json, key: &str) -> &'a [Json] {
    json[key].as_array().map_or(&[], Vec::as_slice)
}

fn text<'a>(json: &'a Json, key: &str) -> &'a str {
    json[key].as_str().unwrap_or_else(|| panic!("no `{key}` in {json}"))
}

fn currency(json: &Json) -> &str {
    json["currency"].as_str().unwrap_or("USD")
}
