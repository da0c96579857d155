//! The head of a customer's page: name, small facts, four figures, tabs.

use crate::app::Screen;
use crate::app::desk::Summary;
use crate::app::route::{CustomerTab, Route};
use crate::app::view_model::customers::shown_name;
use crate::app::view_model::{AmountText, Tone, amounts};
use crate::app::words::{customers as words, places};
use crate::book::Account;
use crate::domain::Money;
use crate::domain::ids::CustomerId;
use crate::domain::text::deceives;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    pub name: String,
    /// A word of caution about the name or the identity.
    pub badge: Option<String>,
    pub facts: Vec<String>,
    /// The tenant's id, to copy.
    pub tenant: Option<String>,
    pub figures: Vec<Figure>,
    pub tabs: Vec<TabText>,
}

/// A figure with one amount for each currency.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    pub label: String,
    pub amounts: Vec<AmountText>,
    /// What is said when there is no amount.
    pub otherwise: String,
    pub tone: Tone,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TabText {
    pub text: String,
    pub href: String,
    pub current: bool,
    pub count: Option<String>,
}

/// None when the book knows no such customer.
#[must_use]
pub fn head(screen: &Screen<'_>, id: &CustomerId, tab: CustomerTab) -> Option<Head> {
    let account = screen.state.book.accounts.get(id)?;
    let summary = screen.state.desk.summary(id)?;
    let customer = &account.customer.value;
    let lang = screen.lang();
    let badge = if deceives(&customer.name) {
        Some(words::deceiving_name(lang).to_owned())
    } else {
        id.is_ledger_only().then(|| words::not_matched(lang).to_owned())
    };
    Some(Head {
        name: shown_name(customer),
        badge,
        facts: facts(screen, account),
        tenant: (!id.is_ledger_only()).then(|| id.to_string()),
        figures: figures(screen, summary),
        tabs: CustomerTab::ALL
            .into_iter()
            .map(|t| TabText {
                text: places::tab(lang, t).to_owned(),
                href: Route::Customer(id.clone(), t).to_string(),
                current: t == tab,
                count: count(screen, summary, t),
            })
            .collect(),
    })
}

fn facts(screen: &Screen<'_>, account: &Account) -> Vec<String> {
    let customer = &account.customer.value;
    let since =
        customer.customer_since.map(|day| words::since(screen.lang(), &screen.format.day(day)));
    [
        customer.domain.clone(),
        Some(words::cloud(screen.lang(), &customer.cloud)),
        customer.country.clone(),
        since,
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn figures(screen: &Screen<'_>, summary: &Summary) -> Vec<Figure> {
    let lang = screen.lang();
    let days = summary.oldest_days_past_due.unwrap_or(0);
    let nothing = words::nothing(lang).to_owned();
    vec![
        Figure {
            label: words::owes(lang).to_owned(),
            amounts: amounts(&summary.owed, screen.format),
            otherwise: nothing.clone(),
            tone: Tone::Neutral,
        },
        Figure {
            label: words::overdue(lang).to_owned(),
            amounts: amounts(&summary.overdue, screen.format),
            otherwise: nothing,
            tone: Tone::of_days_past_due(days),
        },
        may_still_buy(screen, summary),
        at_risk(screen, summary),
    ]
}

/// The limit less what is unpaid and unbilled, never below zero.
fn may_still_buy(screen: &Screen<'_>, summary: &Summary) -> Figure {
    let lang = screen.lang();
    let free = summary.utilisation.as_ref().map(|u| u.available.or_zero());
    Figure {
        label: words::may_still_buy(lang).to_owned(),
        amounts: free.map(|m| AmountText::of(m, screen.format)).into_iter().collect(),
        otherwise: words::no_limit(lang).to_owned(),
        tone: if free.is_some_and(Money::is_zero) { Tone::Danger } else { Tone::Neutral },
    }
}

/// Everything he could cost, commitments and running consumption too.
fn at_risk(screen: &Screen<'_>, summary: &Summary) -> Figure {
    let lang = screen.lang();
    Figure {
        label: words::at_risk(lang).to_owned(),
        amounts: amounts(&summary.exposure.total(), screen.format),
        otherwise: words::nothing(lang).to_owned(),
        tone: Tone::Neutral,
    }
}

fn count(screen: &Screen<'_>, summary: &Summary, tab: CustomerTab) -> Option<String> {
    let count = match tab {
        CustomerTab::Cases => summary.open_alerts.saturating_add(summary.open_cases),
        _ => 0,
    };
    i64::try_from(count).ok().filter(|n| *n > 0).map(|n| screen.format.number(n))
}
