//! `recourse decide`: what the policy proposes for each customer, and why.

use serde_json::{Value, json};

use super::about;
use super::args::AskArgs;
use super::book_file;
use super::end::{Done, End, Text};
use super::in_force::in_force;
use super::plan::{accounts, called};
use super::table::Table;
use crate::app::Lang;
use crate::app::words::{policy_faults, terminal as words};
use crate::book::{Account, fold};
use crate::engine::credit::{Decision, Reason, decide, gather};
use crate::policy::Words;

pub fn run(args: &AskArgs, lang: Lang) -> End {
    let book = fold(&book_file::journal(&args.book)?, None);
    let policy = in_force(&book, args.as_of, lang)?;
    let mut notes = Vec::new();
    let mut decisions: Vec<(&Account, Decision)> = Vec::new();
    for account in accounts(&book, args.customer.as_deref())? {
        let (inputs, unusable) = gather(&policy, (&book, account), args.as_of, &[]);
        let id = &account.customer.value.id;
        notes.extend(unusable.iter().map(|u| {
            let problem = policy_faults::sentence(lang, &u.problem);
            format!("{id}: `{}`: {problem} [{}]", u.field, u.rule)
        }));
        decisions.push((account, decide(&policy, &inputs, args.as_of)));
    }
    let text = if args.json {
        let all: Vec<Value> = decisions.iter().map(|(a, d)| decision_json(a, d)).collect();
        let policy = decisions.first().map(|(_, d)| {
            json!({ "id": d.policy.id, "version": d.policy.version, "sha256": d.policy.sha256 })
        });
        let answer = json!({ "as_of": args.as_of.to_string(), "policy": policy, "decisions": all });
        Text::json(&answer)
    } else {
        Text::People(table(&decisions, lang))
    };
    Ok(Done { text, notes, findings: false })
}

fn table(decisions: &[(&Account, Decision)], lang: Lang) -> String {
    let head = [
        words::customer(lang),
        words::outcome(lang),
        words::limit(lang),
        words::terms(lang),
        words::grade(lang),
        words::reasons(lang),
    ];
    let mut table = Table::new(&head, &[2, 3]);
    for (account, decision) in decisions {
        let reasons: Vec<String> = decision
            .told()
            .iter()
            .map(|r| format!("{} [{}]", reason_text(r, lang), r.code))
            .collect();
        table.row(vec![
            called(account),
            words::outcome_word(lang, &decision.outcome),
            decision.limit.map_or(String::new(), |l| l.to_string()),
            decision.term_days.map_or(String::new(), |d| d.to_string()),
            decision.grade.clone().unwrap_or_default(),
            reasons.join("; "),
        ]);
    }
    table.text()
}

/// The policy's words, and which value or place they are about where they leave it open.
fn reason_text(reason: &Reason, lang: Lang) -> String {
    let said = said(&reason.text, lang);
    about::text(&reason.origin)
        .map_or_else(|| said.to_owned(), |what| words::reason_about(lang, said, &what))
}

fn said(words: &Words, lang: Lang) -> &str {
    match lang {
        Lang::En => &words.en,
        Lang::ZhHant => &words.zh_hant,
    }
}

fn decision_json(account: &Account, decision: &Decision) -> Value {
    json!({
        "customer": account.customer.value.id.as_str(),
        "name": account.customer.value.name,
        "as_of": decision.as_of.to_string(),
        "currency": decision.currency.code(),
        "outcome": decision.outcome.word(),
        "limit": decision.limit.map(|l| l.to_string()),
        "computed_limit": decision.computed_limit.map(|l| l.to_string()),
        "term_days": decision.term_days,
        "deposit": decision.deposit.map(|d| d.to_string()),
        "grade": decision.grade,
        "next_review": decision.next_review.to_string(),
        "expires": decision.expires.to_string(),
        "reasons": decision.reasons.iter().map(reason_json).collect::<Vec<_>>(),
        "inputs": decision.inputs.iter().map(|i| json!({
            "field": i.field,
            "value": i.value,
            "source": i.source,
            "age_days": i.age_days,
            "too_old": i.too_old,
            "defaulted": i.defaulted,
        })).collect::<Vec<_>>(),
        "engine": decision.engine,
    })
}

fn reason_json(reason: &Reason) -> Value {
    let mut told = json!({
        "code": reason.code,
        "en": reason.text.en,
        "zh_hant": reason.text.zh_hant,
        "adverse": reason.adverse,
        "internal_only": reason.internal_only,
        "outcome": reason.outcome.as_ref().map(|o| o.word().to_owned()),
    });
    about::add(&mut told, &reason.origin);
    told
}
