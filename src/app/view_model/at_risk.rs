//! The customers about whom money can still be saved, those with most to save today first.

use std::sync::Arc;

use crate::app::Screen;
use crate::app::desk::Summary;
use crate::app::route::{CustomerTab, Route};
use crate::app::view_model::customers::shown_name;
use crate::app::view_model::risk_text::{left, until_short, window_text};
use crate::app::view_model::{AmountText, Tone, amounts};
use crate::app::words::{customers, risk as words, today};
use crate::domain::ids::CustomerId;
use crate::domain::{Purse, order};
use crate::engine::money_at_risk::{cost_of_waiting, most_first};

/// Which customers, in which order; rows are made when they come into sight.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct List {
    pub ids: Arc<[CustomerId]>,
    pub lead: String,
    pub calendar: String,
}

/// One customer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub href: String,
    pub name: String,
    pub today_only: Vec<AmountText>,
    pub savable: Vec<AmountText>,
    /// What closes first.
    pub first: String,
    pub rule: String,
    pub left: String,
    pub until: String,
    pub tone: Tone,
    pub per_hour: Vec<AmountText>,
    pub overdue: Option<String>,
}

#[must_use]
pub fn list(screen: &Screen<'_>) -> List {
    let own = screen.state.book.partner.currency;
    let summaries = screen.state.desk.summaries.iter();
    let mut found: Vec<(&CustomerId, &Summary)> = summaries
        .map(|(id, summary)| (id, summary.as_ref()))
        .filter(|(_, summary)| summary.savable.wants_attention())
        .collect();
    order::sort_by(&mut found, |a, b| {
        most_first(&a.1.savable, &b.1.savable, own).then_with(|| a.0.cmp(b.0))
    });
    List {
        lead: lead(screen, &found),
        ids: found.iter().map(|(id, _)| (*id).clone()).collect(),
        calendar: Route::Closing.to_string(),
    }
}

fn lead(screen: &Screen<'_>, found: &[(&CustomerId, &Summary)]) -> String {
    let lang = screen.lang();
    let mut total = Purse::new();
    let mut today_only = Purse::new();
    for (_, summary) in found {
        total.add_all(&summary.savable.total);
        today_only.add_all(&summary.savable.today_only);
    }
    let listed = |purse: &Purse| {
        let all: Vec<String> = purse.nonzero().map(|m| screen.format.money(m)).collect();
        all.join(" + ")
    };
    let count = i64::try_from(found.len()).unwrap_or(i64::MAX);
    let mut sentences = vec![words::customers_at_stake(lang, &screen.format.number(count))];
    if !total.is_zero() {
        sentences.push(today::lead_saved(lang, &listed(&total)));
    }
    if !today_only.is_zero() {
        sentences.push(today::lead_today(lang, &listed(&today_only)));
    }
    match lang {
        crate::app::Lang::En => sentences.join(" "),
        crate::app::Lang::ZhHant => sentences.concat(),
    }
}

/// One customer's row; none when he is gone since.
#[must_use]
pub fn line(screen: &Screen<'_>, id: &CustomerId) -> Option<Line> {
    let lang = screen.lang();
    let account = screen.state.book.accounts.get(id)?;
    let summary = screen.state.desk.summary(id)?;
    let now = screen.state.moment();
    let open = |closes: Option<crate::engine::money_at_risk::Closing>| {
        closes.is_none_or(|c| c.is_open(now))
    };
    let first = summary.savable.windows.iter().find(|w| open(w.closes))?;
    let text = window_text(screen, first);
    let waiting = cost_of_waiting(account, &screen.state.frame());
    let per_hour: Purse = waiting.iter().map(|w| w.per_hour).collect();
    Some(Line {
        href: Route::Customer(id.clone(), CustomerTab::Overview).to_string(),
        name: shown_name(&account.customer.value),
        today_only: amounts(&summary.savable.today_only, screen.format),
        savable: amounts(&summary.savable.total, screen.format),
        first: match text.offer {
            Some(offer) => words::do_now(lang, text.what, &offer),
            None => text.what.to_owned(),
        },
        rule: text.rule,
        left: left(screen, first.closes),
        until: until_short(screen, first.closes),
        tone: text.tone,
        per_hour: amounts(&per_hour, screen.format),
        overdue: summary
            .oldest_days_past_due
            .map(|days| customers::days(lang, &screen.format.number(days))),
    })
}
