//! `recourse plan`: what comes next for every customer who owes.

use serde_json::json;

use super::args::AskArgs;
use super::book_file;
use super::end::{Done, End, Stop, Text};
use super::in_force::in_force;
use super::plan_json::plan_json;
use super::table::Table;
use crate::app::Lang;
use crate::app::words::terminal as words;
use crate::book::{Account, Book, fold};
use crate::domain::calendar::Calendar;
use crate::engine::collections::{Plan, plan};
use crate::policy::ladder::Ladder;

pub fn run(args: &AskArgs, lang: Lang) -> End {
    let book = fold(&book_file::journal(&args.book)?, None);
    let policy = in_force(&book, args.as_of, lang)?;
    let ladder = policy.document.collections;
    let calendar = Calendar::weekends_only("");
    let plans: Vec<(&Account, Plan)> = accounts(&book, args.customer.as_deref())?
        .into_iter()
        .filter_map(|account| {
            let id = &account.customer.value.id;
            let plan = plan(&book, id, &ladder, &calendar, args.as_of)?;
            let asked = args.customer.is_some() || !plan.positions.is_empty();
            asked.then_some((account, plan))
        })
        .collect();
    let text = if args.json {
        let all: Vec<_> = plans.iter().map(|(account, plan)| plan_json(account, plan)).collect();
        Text::json(&json!({ "as_of": args.as_of.to_string(), "plans": all }))
    } else {
        Text::People(table(&plans, &ladder, lang))
    };
    Ok(Done { text, ..Done::default() })
}

/// The accounts asked for, by id or by a part of the name; all when nothing was said.
///
/// # Errors
/// [`Stop::Use`] when there is none.
pub fn accounts<'a>(book: &'a Book, asked: Option<&str>) -> Result<Vec<&'a Account>, Stop> {
    let Some(asked) = asked else {
        return Ok(book.accounts.values().collect());
    };
    let lower = asked.trim().to_lowercase();
    let by_id: Vec<&Account> = book
        .accounts
        .values()
        .filter(|a| a.customer.value.id.as_str().to_lowercase() == lower)
        .collect();
    let found = if by_id.is_empty() {
        book.accounts
            .values()
            .filter(|a| a.customer.value.name.to_lowercase().contains(&lower))
            .collect()
    } else {
        by_id
    };
    if found.is_empty() {
        return Err(Stop::Use(format!("the book knows no customer `{asked}`")));
    }
    Ok(found)
}

/// What a customer is called; the id where no file told a name.
pub fn called(account: &Account) -> String {
    let customer = &account.customer.value;
    if customer.name.trim().is_empty() { customer.id.to_string() } else { customer.name.clone() }
}

fn table(plans: &[(&Account, Plan)], ladder: &Ladder, lang: Lang) -> String {
    let head = [
        words::customer(lang),
        words::overdue(lang),
        words::days(lang),
        words::next_day(lang),
        words::next_step(lang),
        words::clears_if(lang),
        words::waits_for(lang),
    ];
    let mut table = Table::new(&head, &[1, 2, 5]);
    for (account, plan) in plans {
        table.row(row(account, plan, ladder, lang));
    }
    if table.is_empty() {
        return format!("{}\n", words::nobody_owes(lang));
    }
    table.text()
}

fn row(account: &Account, plan: &Plan, ladder: &Ladder, lang: Lang) -> Vec<String> {
    let overdue: Vec<String> = plan
        .positions
        .iter()
        .filter(|p| !p.overdue.is_zero())
        .map(|p| p.overdue.to_string())
        .collect();
    let days = plan.positions.iter().filter_map(|p| p.days_past_due).max();
    let next = plan.next.as_ref();
    let step = next.map(|n| {
        let label = ladder.steps.get(n.index).map(|s| match lang {
            Lang::En => s.label.en.as_str(),
            Lang::ZhHant => s.label.zh_hant.as_str(),
        });
        format!("{} [{}]", label.unwrap_or(&n.step.key), n.step.rule)
    });
    let waits: Vec<String> = plan
        .blocked
        .iter()
        .map(|b| match b.until {
            Some(until) => format!("{} ({until})", b.rule),
            None => b.rule.to_string(),
        })
        .collect();
    vec![
        called(account),
        overdue.join(" + "),
        days.map_or(String::new(), |d| d.to_string()),
        next.map_or(String::new(), |n| n.day.to_string()),
        step.unwrap_or_default(),
        next.map_or(String::new(), |n| n.clears_if.to_string()),
        waits.join(", "),
    ]
}
