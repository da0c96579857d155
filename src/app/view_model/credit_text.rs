//! A proposal as a text that can be filed: the memo as it stands on the page.

use super::credit::Proposal;
use crate::app::Screen;
use crate::app::view_model::AmountText;
use crate::app::words::credit as words;
use crate::domain::ids::CustomerId;

/// The memo of what is proposed for a customer.
#[must_use]
pub fn memo_text(screen: &Screen<'_>, customer: &CustomerId, proposal: &Proposal) -> String {
    let lang = screen.lang();
    let memo = &proposal.memo;
    let name = screen.state.book.accounts.get(customer);
    let amount = |a: &AmountText| format!("{} {}", a.code, a.number);
    let line = |label: &str, value: &str| format!("{label}: {value}");
    let mut lines = vec![
        name.map_or_else(|| customer.to_string(), |a| a.customer.value.name.clone()),
        screen.format.day(screen.state.as_of()),
        String::new(),
        line(words::outcome(lang), &memo.outcome),
    ];
    let limit = memo.limit.as_ref().map_or_else(|| words::limit_unknown(lang).to_owned(), amount);
    lines.push(line(words::limit(lang), &limit));
    lines.push(line(words::terms(lang), &memo.terms));
    if let Some(deposit) = &memo.deposit {
        lines.push(line(words::deposit(lang), &amount(deposit)));
    }
    lines.push(line(words::next_review(lang), &memo.next_review));
    lines.push(line(words::expires(lang), &memo.expires));
    let mut part = |title: &str, all: Vec<String>| {
        if !all.is_empty() {
            lines.extend([String::new(), title.to_owned()]);
            lines.extend(all.into_iter().map(|text| format!("- {text}")));
        }
    };
    let reasons = memo.reasons.iter().map(|r| format!("{} ({}, {})", r.text, r.code, r.factor));
    part(words::reasons(lang), reasons.collect());
    let candidates = memo.candidates.iter().map(|c| {
        let found = c.amount.as_ref().map_or_else(|| words::left_out(lang).to_owned(), &amount);
        let binding =
            if c.binding { format!(" ({})", words::binding(lang)) } else { String::new() };
        format!("{}: {found}{binding}", c.label)
    });
    part(words::candidates(lang), candidates.collect());
    part(words::otherwise(lang), memo.otherwise.clone());
    let inputs = memo.inputs.iter().map(|i| {
        let age = i.age.as_ref().map(|a| format!(", {a}")).unwrap_or_default();
        let mark = i.mark.map(|(text, _)| text);
        // What has no value says why it has none, and not a blank.
        match (i.value.is_empty(), mark) {
            (true, Some(mark)) => format!("{}: {mark} ({}{age})", i.label, i.source),
            (_, Some(mark)) => format!("{}: {} ({}{age}, {mark})", i.label, i.value, i.source),
            (_, None) => format!("{}: {} ({}{age})", i.label, i.value, i.source),
        }
    });
    part(words::inputs(lang), inputs.collect());
    lines.extend([String::new(), line(words::policy(lang), &memo.policy)]);
    lines.join("\n")
}
