//! The credit page: who wants a decision, and who has one.

use crate::app::Screen;
use crate::app::route::{CustomerTab, Route};
use crate::app::view_model::credit::tone_of;
use crate::app::view_model::customers::shown_name;
use crate::app::view_model::{AmountText, Tone};
use crate::app::words::credit as words;
use crate::book::Account;
use crate::domain::Day;
use crate::domain::ids::CustomerId;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    pub lead: String,
    pub lines: Vec<Line>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub href: String,
    pub name: String,
    pub wants: Option<(&'static str, Tone)>,
    pub outcome: Option<(String, Tone)>,
    pub limit: Option<AmountText>,
    pub expires: Option<String>,
}

/// A decision that ends within so many days wants a review. The next review itself is in the decision.
fn wants(screen: &Screen<'_>, id: &CustomerId, account: &Account) -> Option<(&'static str, Tone)> {
    let lang = screen.lang();
    let as_of = screen.state.as_of();
    let Some(decision) = account.decision_on(as_of) else {
        return Some((words::wants_first(lang), Tone::Accent));
    };
    let past = |day: Option<Day>| day.is_some_and(|d| d < as_of);
    if past(decision.value.expires) {
        return Some((words::wants_new(lang), Tone::Late));
    }
    let over =
        screen.state.desk.summary(id).is_some_and(|s| {
            s.limit.is_some_and(|l| l.is_positive() && s.owed.get(l.currency()) > l)
        });
    if over {
        return Some((words::over_limit(lang), Tone::Danger));
    }
    let due = decision.value.next_review.is_some_and(|d| d <= as_of);
    due.then(|| (words::wants_review(lang), Tone::Due))
}

#[must_use]
pub fn page(screen: &Screen<'_>) -> Page {
    let as_of = screen.state.as_of();
    let mut lines: Vec<(u8, Day, Line)> = screen
        .state
        .book
        .accounts
        .iter()
        .map(|(id, account)| {
            let wants = wants(screen, id, account);
            let decision = account.decision_on(as_of).map(|d| &d.value);
            let rank = match (&wants, decision) {
                (Some(_), None) => 0,
                (Some(_), Some(_)) => 1,
                (None, _) => 2,
            };
            let line = Line {
                href: Route::Customer(id.clone(), CustomerTab::Credit).to_string(),
                name: shown_name(&account.customer.value),
                outcome: decision.map(|d| {
                    let name = words::outcome_name(screen.lang(), &d.decided);
                    (name, tone_of(&d.decided))
                }),
                limit: decision.and_then(|d| d.limit).map(|l| AmountText::of(l, screen.format)),
                expires: decision.and_then(|d| d.expires).map(|d| screen.format.day(d)),
                wants,
            };
            // Who has no last day comes after all that have one.
            (rank, decision.and_then(|d| d.expires).unwrap_or(Day::MAX), line)
        })
        .collect();
    lines.sort_by(|a, b| (a.0, a.1, &a.2.name, &a.2.href).cmp(&(b.0, b.1, &b.2.name, &b.2.href)));
    let waiting = lines.iter().filter(|(rank, ..)| *rank < 2).count();
    let waiting = i64::try_from(waiting).unwrap_or(i64::MAX);
    Page {
        lead: words::waiting(screen.lang(), &screen.format.number(waiting)),
        lines: lines.into_iter().map(|(.., line)| line).collect(),
    }
}
