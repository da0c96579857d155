//! The strip of figures at the top of Today.

use crate::app::Screen;
use crate::app::route::Route;
use crate::app::view_model::clock::span;
use crate::app::view_model::{AmountText, Tone, amounts};
use crate::app::watch::settings;
use crate::app::words::today as words;
use crate::domain::{Day, Purse};
use crate::engine::collections::{PromiseState, promise_state};
use crate::engine::money_at_risk::{Closing, own_bills};
use crate::engine::suspicion::{ClockRules, mean_answer};

/// One figure: amounts, or a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    pub label: &'static str,
    pub amounts: Vec<AmountText>,
    /// Stands where there is no amount.
    pub text: String,
    pub note: String,
    pub tone: Tone,
    pub href: Option<String>,
}

#[must_use]
pub fn figures(screen: &Screen<'_>) -> Vec<Figure> {
    vec![savable(screen), overdue(screen), alerts(screen), promises(screen), bills(screen)]
}

fn savable(screen: &Screen<'_>) -> Figure {
    let lang = screen.lang();
    let mut total = Purse::new();
    let mut today_only = Purse::new();
    for summary in screen.state.desk.summaries.values() {
        total.add_all(&summary.savable.total);
        today_only.add_all(&summary.savable.today_only);
    }
    let only: Vec<String> = today_only.nonzero().map(|m| screen.format.money(m)).collect();
    Figure {
        label: words::savable(lang),
        tone: if only.is_empty() { Tone::Neutral } else { Tone::Danger },
        amounts: amounts(&total, screen.format),
        text: words::nothing(lang).to_owned(),
        note: if only.is_empty() {
            String::new()
        } else {
            words::only_today(lang, &only.join(" + "))
        },
        href: None,
    }
}

fn overdue(screen: &Screen<'_>) -> Figure {
    let lang = screen.lang();
    let mut total = Purse::new();
    let mut late = 0_i64;
    for summary in screen.state.desk.summaries.values() {
        total.add_all(&summary.overdue);
        late = late.saturating_add(i64::from(!summary.overdue.is_zero()));
    }
    Figure {
        label: words::overdue(lang),
        tone: if late > 0 { Tone::Late } else { Tone::Settled },
        amounts: amounts(&total, screen.format),
        text: words::nothing(lang).to_owned(),
        note: customers(screen, late),
        href: Some(Route::Customers.to_string()),
    }
}

fn alerts(screen: &Screen<'_>) -> Figure {
    let lang = screen.lang();
    let book = &screen.state.book;
    let open = book
        .alerts
        .values()
        .filter(|r| r.is_open() && !r.alert.value.is_test && r.answered_at().is_none())
        .count();
    let mean = ClockRules::on(book, screen.state.as_of(), settings(screen.state))
        .map(|rules| mean_answer(book, &rules, screen.state.moment()));
    let note = match mean.and_then(|m| m.minutes) {
        Some(minutes) => words::mean(lang, &span(screen, minutes)),
        None => words::no_mean(lang).to_owned(),
    };
    Figure {
        label: words::alerts(lang),
        amounts: Vec::new(),
        text: screen.format.number(i64::try_from(open).unwrap_or(i64::MAX)),
        note,
        tone: if open > 0 { Tone::Danger } else { Tone::Settled },
        href: Some(Route::Suspicion.to_string()),
    }
}

fn promises(screen: &Screen<'_>) -> Figure {
    let lang = screen.lang();
    let today = screen.state.as_of();
    let soon = |due: Day| today.days_until(due) <= 7;
    let mut total = Purse::new();
    let mut count = 0_i64;
    for account in screen.state.book.accounts.values() {
        for promise in account.promises.iter().map(|p| &p.value) {
            if soon(promise.due) && promise_state(account, promise, today) == PromiseState::Open {
                total.add_capped(promise.amount);
                count = count.saturating_add(1);
            }
        }
    }
    Figure {
        label: words::promises(lang),
        amounts: amounts(&total, screen.format),
        text: words::nothing(lang).to_owned(),
        note: customers(screen, count),
        tone: Tone::Neutral,
        href: Some(Route::Collections.to_string()),
    }
}

fn bills(screen: &Screen<'_>) -> Figure {
    let lang = screen.lang();
    let state = screen.state;
    let frame = state.frame();
    let open = own_bills(&state.book, &frame);
    let total: Purse = open.iter().filter_map(|w| w.saves).collect();
    let first = open.first().and_then(|w| w.closes).map(Closing::last_day);
    let near = first.is_some_and(|day| frame.today.days_until(day) <= 14);
    Figure {
        label: words::own_bills(lang),
        amounts: amounts(&total, screen.format),
        text: words::nothing(lang).to_owned(),
        note: first
            .map_or_else(String::new, |day| words::first_due(lang, &screen.format.day_short(day))),
        tone: if near { Tone::Due } else { Tone::Neutral },
        href: None,
    }
}

fn customers(screen: &Screen<'_>, count: i64) -> String {
    match count {
        0 => String::new(),
        _ => words::customers(screen.lang(), &screen.format.number(count)),
    }
}
