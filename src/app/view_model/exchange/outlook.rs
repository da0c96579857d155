use super::page::number;
use crate::app::Screen;
use crate::app::update::exchange::{Disagreement, Figure, Stage};
use crate::app::view_model::customers::shown_name;
use crate::app::words::outlook as words;
use crate::domain::ids::CustomerId;
use crate::domain::{Money, Purse};

/// How many lines of each list are shown.
const LINES_MAX: usize = 20;

/// What would read otherwise, in lines.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OutlookText {
    /// One sentence: nothing, so much, or that it was not tried.
    pub lead: String,
    pub changes: Vec<String>,
    pub disagreements: Vec<String>,
}

/// What is said of the import that is looked at; it changes by itself while that is tried.
#[must_use]
pub fn outlook(screen: &Screen<'_>) -> OutlookText {
    let (lang, state) = (screen.lang(), screen.state);
    let tried = match &state.exchange.stage {
        Stage::Understood(found) if found.count.journal == state.journal.len() => {
            found.count.outlook.as_ref()
        }
        _ => None,
    };
    let Some(outlook) = tried else {
        let lead = if state.exchange.trying.is_some() { words::trying } else { words::not_tried };
        return OutlookText { lead: lead(lang).to_owned(), ..OutlookText::default() };
    };
    let changes = outlook.changes.iter().map(|c| figure(screen, &c.customer, &c.figure));
    let disagreements = outlook.disagreements.iter().map(|d| disagreement(screen, d));
    let count = outlook.changes.len();
    let lead = match (count, outlook.new_customers.len()) {
        (0, 0) => words::nothing_changes(lang).to_owned(),
        (_, new) => words::changes(lang, &number(screen, count), &number(screen, new)),
    };
    OutlookText {
        lead,
        changes: shortened(screen, changes.collect()),
        disagreements: shortened(screen, disagreements.collect()),
    }
}

fn shortened(screen: &Screen<'_>, mut lines: Vec<String>) -> Vec<String> {
    let more = lines.len().saturating_sub(LINES_MAX);
    lines.truncate(LINES_MAX);
    if more > 0 {
        lines.push(words::more(screen.lang(), &number(screen, more)));
    }
    lines
}

fn name(screen: &Screen<'_>, id: &CustomerId) -> String {
    let account = screen.state.book.accounts.get(id);
    account.map_or_else(|| id.to_string(), |a| shown_name(&a.customer.value))
}

fn figure(screen: &Screen<'_>, customer: &CustomerId, figure: &Figure) -> String {
    let (lang, name) = (screen.lang(), name(screen, customer));
    let n = |count: usize| number(screen, count);
    match figure {
        Figure::Limit(then, now) => {
            words::limit(lang, &name, &money(screen, *then), &money(screen, *now))
        }
        Figure::Owed(then, now) => {
            words::owed(lang, &name, &purse(screen, then), &purse(screen, now))
        }
        Figure::Overdue(then, now) => {
            words::overdue(lang, &name, &purse(screen, then), &purse(screen, now))
        }
        Figure::OpenAlerts(then, now) => words::alerts(lang, &name, &n(*then), &n(*now)),
        Figure::OpenCases(then, now) => words::cases(lang, &name, &n(*then), &n(*now)),
    }
}

fn money(screen: &Screen<'_>, amount: Option<Money>) -> String {
    amount.map_or_else(|| words::none(screen.lang()).to_owned(), |m| screen.format.money(m))
}

fn purse(screen: &Screen<'_>, purse: &Purse) -> String {
    let all: Vec<String> = purse.nonzero().map(|m| screen.format.money(m)).collect();
    if all.is_empty() { words::none(screen.lang()).to_owned() } else { all.join(" + ") }
}

fn disagreement(screen: &Screen<'_>, disagreement: &Disagreement) -> String {
    let lang = screen.lang();
    let said = |(limit, by, on): &(Money, String, crate::domain::Day)| {
        let by = if by.is_empty() { words::somebody(lang) } else { by };
        words::set_by(lang, &screen.format.money(*limit), by, &screen.format.day(*on))
    };
    match disagreement {
        Disagreement::Limit { customer, counts, stands } => {
            words::limits_differ(lang, &name(screen, customer), &said(counts), &said(stands))
        }
        Disagreement::Invoice { customer, number, counts, stands } => words::invoices_differ(
            lang,
            &name(screen, customer),
            number,
            &screen.format.money(*counts),
            &screen.format.money(*stands),
        ),
        Disagreement::Customer { customer } => words::facts_differ(lang, &name(screen, customer)),
    }
}
