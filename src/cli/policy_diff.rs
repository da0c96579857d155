//! `recourse policy diff` and `recourse policy simulate`: what two versions do differently, and to whom.

use serde_json::{Value, json};

use super::args::{DiffArgs, SimulateArgs};
use super::book_file;
use super::end::{Done, End, Text};
use super::policy::{document, usable};
use super::shown;
use super::table::Table;
use crate::app::Lang;
use crate::app::words::terminal as words;
use crate::book::fold;
use crate::domain::Purse;
use crate::engine::credit::decision::Origin;
use crate::engine::credit::{
    Direction, Finding, Guarded, Known, Moved, RuleMoves, Simulation, guards, simulate,
};
use crate::policy::diff::apply;
use crate::policy::{Change, Compiled, compile, diff};

/// The changes from one document to another; with a book, whom each of them moves by itself.
pub fn run_diff(args: &DiffArgs, lang: Lang) -> End {
    let (before, after) = (document(&args.before, lang)?, document(&args.after, lang)?);
    let changes = diff(&before, &after);
    let known = match (&args.book, args.as_of) {
        (Some(book), Some(day)) => {
            Some(Known::gather(&fold(&book_file::journal(book)?, None), day))
        }
        _ => None,
    };
    let base = usable(&args.before, lang)?;
    let moves: Vec<Option<usize>> = changes
        .iter()
        .map(|change| {
            // Without a book nobody moves, and a long policy takes a while to compile.
            let known = known.as_ref()?;
            let alone = compile(&apply(&before, &after, change).to_string()).ok()?;
            let result = simulate(&base, &alone, known);
            Some(result.customers.len().saturating_sub(result.unchanged))
        })
        .collect();
    let text = if args.json {
        let all: Vec<Value> = changes.iter().zip(&moves).map(|(c, m)| change_json(c, *m)).collect();
        Text::json(&json!({ "changes": all }))
    } else {
        Text::People(changes.iter().zip(&moves).map(|(c, m)| line(c, *m, lang)).collect())
    };
    Ok(Done { text, findings: !changes.is_empty(), ..Done::default() })
}

fn line(change: &Change, moves: Option<usize>, lang: Lang) -> String {
    let none = String::from("-");
    let before = change.before.as_ref().unwrap_or(&none);
    let after = change.after.as_ref().unwrap_or(&none);
    let moves = moves.map_or(String::new(), |n| format!(" ({})", words::moves(lang, n)));
    format!("{}\n", shown::line(&format!("{}: {before} -> {after}{moves}", change.place)))
}

fn change_json(change: &Change, moves: Option<usize>) -> Value {
    json!({
        "place": change.place,
        "kind": format!("{:?}", change.kind).to_lowercase(),
        "before": change.before,
        "after": change.after,
        "customers_moved": moves,
    })
}

/// The whole book under both policies.
pub fn run_simulate(args: &SimulateArgs, lang: Lang) -> End {
    let (before, after) = (usable(&args.before, lang)?, usable(&args.after, lang)?);
    let book = fold(&book_file::journal(&args.book)?, None);
    let simulation = simulate(&before, &after, &Known::gather(&book, args.as_of));
    let guarded = guards(&after.document, &simulation);
    let blocked = guarded.iter().any(Guarded::blocks);
    let text = if args.json {
        Text::json(&simulation_json((&before, &after), &simulation, &guarded))
    } else {
        Text::People(simulation_text(&simulation, &guarded, lang))
    };
    Ok(Done { text, findings: blocked, ..Done::default() })
}

fn simulation_text(simulation: &Simulation, guarded: &[Guarded<'_>], lang: Lang) -> String {
    let head = [
        words::direction(lang),
        words::rule(lang),
        words::customers(lang),
        words::exposure(lang),
        words::limit(lang),
        words::days_late(lang),
    ];
    let mut table = Table::new(&head, &[2, 3, 4, 5]);
    for rule in &simulation.rules {
        let days = rule.days_late.median.map_or(String::new(), |d| d.to_string());
        table.row(vec![
            direction(rule.direction).to_owned(),
            origin(rule.by.as_ref()),
            rule.sums.customers.to_string(),
            purse(&rule.sums.exposure),
            format!("{} -> {}", purse(&rule.sums.limit_before), purse(&rule.sums.limit_after)),
            days,
        ]);
    }
    let mut out = if table.is_empty() { String::new() } else { table.text() };
    out.push_str(&words::unchanged(lang, simulation.unchanged, simulation.customers.len()));
    out.push('\n');
    for guard in guarded {
        let said = format!("{}: {}", guard.guard.id, finding(&guard.finding, lang));
        out.push_str(&format!("{}\n", shown::line(&said)));
    }
    out
}

fn simulation_json(
    (before, after): (&Compiled, &Compiled),
    simulation: &Simulation,
    guarded: &[Guarded<'_>],
) -> Value {
    let policy = |p: &Compiled| json!({ "id": p.document.id, "version": p.document.version, "sha256": p.sha256 });
    let moved = simulation.customers.iter().filter(|m| m.changes()).map(moved_json);
    let swaps = simulation.swaps.iter().map(|((before, after), cell)| {
        json!({ "before": before.word(), "after": after.word(), "customers": cell.customers,
            "exposure": purse(&cell.exposure), "limit_before": purse(&cell.limit_before),
            "limit_after": purse(&cell.limit_after) })
    });
    json!({
        "as_of": simulation.as_of.to_string(),
        "before": policy(before),
        "after": policy(after),
        "unchanged": simulation.unchanged,
        "swaps": swaps.collect::<Vec<_>>(),
        "rules": simulation.rules.iter().map(rule_json).collect::<Vec<_>>(),
        "moved": moved.collect::<Vec<_>>(),
        "guards": guarded.iter().map(guard_json).collect::<Vec<_>>(),
    })
}

fn rule_json(rule: &RuleMoves) -> Value {
    json!({
        "direction": direction(rule.direction),
        "by": origin(rule.by.as_ref()),
        "customers": rule.sums.customers,
        "owed": purse(&rule.sums.owed),
        "exposure": purse(&rule.sums.exposure),
        "limit_before": purse(&rule.sums.limit_before),
        "limit_after": purse(&rule.sums.limit_after),
        "days_late_median": rule.days_late.median,
        "days_late_worst": rule.days_late.worst,
        "late_now": rule.days_late.late_now,
    })
}

fn moved_json(moved: &Moved) -> Value {
    json!({
        "customer": moved.customer.as_str(),
        "before": moved.before.word(),
        "after": moved.after.word(),
        "limit_before": moved.limit_before.map(|l| l.to_string()),
        "limit_after": moved.limit_after.map(|l| l.to_string()),
        "by": origin(moved.by.as_ref()),
        "new_reasons": moved.new_reasons,
        "gone_reasons": moved.gone_reasons,
        "exposure": purse(&moved.exposure),
        "days_late": moved.days_late,
        "worst_days_late": moved.worst_days_late,
    })
}

fn guard_json(guarded: &Guarded<'_>) -> Value {
    json!({
        "guard": guarded.guard.id,
        "rule": guarded.rule.as_str(),
        "blocks": guarded.blocks(),
        "finding": finding(&guarded.finding, Lang::En),
    })
}

fn finding(finding: &Finding, lang: Lang) -> String {
    let of =
        |c: &Option<crate::domain::Currency>| c.map_or(String::new(), |c| format!("{} ", c.code()));
    match finding {
        Finding::Met { found, currency } => {
            words::guard_met(lang, &format!("{}{found}", of(currency)))
        }
        Finding::TooLow { found, min, currency } => {
            words::guard_low(lang, &format!("{}{found}", of(currency)), &min.to_string())
        }
        Finding::TooHigh { found, max, currency } => {
            words::guard_high(lang, &format!("{}{found}", of(currency)), &max.to_string())
        }
        Finding::NothingToMeasure => words::guard_nothing(lang).to_owned(),
    }
}

const fn direction(direction: Direction) -> &'static str {
    match direction {
        Direction::In => "in",
        Direction::Out => "out",
        Direction::Raised => "raised",
        Direction::Lowered => "lowered",
        Direction::Terms => "terms",
        Direction::Unchanged => "unchanged",
    }
}

/// By the names of the policy.
fn origin(origin: Option<&Origin>) -> String {
    match origin {
        None => String::new(),
        Some(Origin::Rule { stage, rule }) => format!("{stage}.{rule}"),
        Some(Origin::Row { stage, row }) => format!("{stage}.{row}"),
        Some(Origin::Candidate { stage, candidate }) => format!("{stage}.{candidate}"),
        Some(Origin::Card { card, field }) => format!("{card}: {field}"),
        Some(Origin::MissingField { field }) => field.clone(),
        Some(Origin::Failure { place, .. }) => place.clone(),
    }
}

fn purse(purse: &Purse) -> String {
    let amounts: Vec<String> = purse.nonzero().map(|m| m.to_string()).collect();
    if amounts.is_empty() { "0".to_owned() } else { amounts.join(" + ") }
}
