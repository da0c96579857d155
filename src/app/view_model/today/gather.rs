//! Everything that wants somebody, from windows, alerts, promises, limits and bills.

use super::{Group, Item, Mark};
use crate::app::Screen;
use crate::app::desk::Summary;
use crate::app::route::{CustomerTab, Route};
use crate::app::view_model::clock::span;
use crate::app::view_model::customers::shown_name;
use crate::app::view_model::risk_text::{duration, left, tone, until_short, window_text};
use crate::app::view_model::{AmountText, Tone};
use crate::app::words::{risk, today as words};
use crate::book::{Account, AlertRecord};
use crate::domain::ids::CustomerId;
use crate::engine::collections::{PromiseState, promise_state};
use crate::engine::money_at_risk::{Closing, Window, WindowKind, own_bills};
use crate::platform::alert_clocks;

/// Farther ahead nothing is shown.
const HORIZON_DAYS: i64 = 30;

pub(super) fn items(screen: &Screen<'_>) -> Vec<Item> {
    let state = screen.state;
    let mut items = Vec::new();
    for (id, account) in &state.book.accounts {
        if let Some(summary) = state.desk.summary(id) {
            of_account(screen, id, account, summary, &mut items);
        }
    }
    let frame = state.frame();
    items.extend(own_bills(&state.book, &frame).iter().filter_map(|w| bill(screen, w)));
    items
}

fn of_account(
    screen: &Screen<'_>,
    id: &CustomerId,
    account: &Account,
    summary: &Summary,
    items: &mut Vec<Item>,
) {
    let alerts: Vec<&AlertRecord> = account
        .alerts
        .iter()
        .filter_map(|alert| screen.state.book.alerts.get(alert))
        .filter(|r| r.is_open() && !r.alert.value.is_test && r.answered_at().is_none())
        .collect();
    for window in &summary.savable.windows {
        let told_by_alert = window.kind == WindowKind::RunningConsumption
            && alerts.iter().any(|a| a.alert.value.subscription == window.subscription);
        if wants(window, summary.savable.at_stake) && !told_by_alert {
            items.extend(of_window(screen, id, account, summary, window));
        }
    }
    items.extend(alerts.iter().filter_map(|a| alert(screen, id, account, a)));
    items.extend(promises(screen, id, account));
    items.extend(limit(screen, id, account));
}

/// A renewal of somebody who pays is no event; what bills silently, or can be claimed, always is.
fn wants(window: &Window, at_stake: bool) -> bool {
    at_stake
        || matches!(
            window.kind,
            WindowKind::ExtendedTermBegins
                | WindowKind::ExtendedTermRuns
                | WindowKind::Budget
                | WindowKind::RefundException(_)
        )
}

/// In which group something falls; none when it is over or too far ahead.
fn group(screen: &Screen<'_>, closes: Option<Closing>) -> Option<Group> {
    let Some(closes) = closes else {
        return Some(Group::NoEnd);
    };
    let minutes = closes.minutes_left(screen.state.moment())?;
    let days = screen.state.as_of().days_until(closes.last_day());
    match (days, minutes) {
        (..=0, _) => Some(Group::EndsToday),
        (_, ..2880) => Some(Group::Next48Hours),
        (..=7, _) => Some(Group::NextWeek),
        (..=HORIZON_DAYS, _) => Some(Group::NextMonth),
        _ => None,
    }
}

fn base(
    screen: &Screen<'_>,
    id: &CustomerId,
    account: &Account,
    closes: Option<Closing>,
) -> Option<Item> {
    Some(Item {
        mark: Mark::Window,
        group: group(screen, closes)?,
        tone: tone(screen, closes),
        name: Some(shown_name(&account.customer.value)),
        href: Some(Route::Customer(id.clone(), CustomerTab::Overview).to_string()),
        what: String::new(),
        why: String::new(),
        rule: String::new(),
        figure: None,
        caption: String::new(),
        left: left(screen, closes),
        until: until_short(screen, closes),
        act: None,
        link: None,
        over_at: closes.map_or(screen.state.moment(), Closing::over_at),
    })
}

fn of_window(
    screen: &Screen<'_>,
    id: &CustomerId,
    account: &Account,
    summary: &Summary,
    window: &Window,
) -> Option<Item> {
    let lang = screen.lang();
    let base = base(screen, id, account, window.closes)?;
    let text = window_text(screen, window);
    let mut what = text.what.to_owned();
    if let Some(days) = summary.oldest_days_past_due {
        let overdue = words::days_overdue(lang, &screen.format.number(days));
        what = words::and(lang, &what, &overdue);
    }
    let why = match &text.offer {
        Some(offer) => words::about(lang, offer, text.why),
        None => text.why.to_owned(),
    };
    let (tab, see) = match window.kind {
        WindowKind::RefundException(_) => (CustomerTab::Cases, words::open_case(lang)),
        _ => (CustomerTab::Subscriptions, words::see_effects(lang)),
    };
    let sheet = Route::Customer(id.clone(), tab).to_string();
    Some(Item {
        mark: match window.kind {
            WindowKind::Renewal | WindowKind::ExtendedTermBegins | WindowKind::ExtendedTermRuns => {
                Mark::Renewal
            }
            _ => Mark::Window,
        },
        what,
        why,
        rule: text.rule,
        figure: text.figure,
        caption: text.figure_caption.to_owned(),
        link: Some((sheet, see)),
        ..base
    })
}

fn alert(
    screen: &Screen<'_>,
    id: &CustomerId,
    account: &Account,
    record: &AlertRecord,
) -> Option<Item> {
    let lang = screen.lang();
    let state = screen.state;
    let value = &record.alert.value;
    let clocks = alert_clocks::on(&state.book.rules, state.as_of(), &state.book.partner.cloud)?;
    let answer_by = value.detected.plus_minutes(clocks.mean_answer_minutes);
    let in_time = state.moment() < answer_by;
    let closes = in_time.then_some(Closing::Moment(answer_by));
    let mut item = base(screen, id, account, closes)?;
    if in_time {
        item.group = Group::EndsToday;
        item.tone = Tone::Danger;
        item.until = words::answer_by(lang, &screen.format.time(answer_by));
    } else {
        item.left = words::late_answer(lang).to_owned();
    }
    let running = state.desk.summary(id).and_then(|s| {
        s.savable.windows.iter().find(|w| {
            w.kind == WindowKind::RunningConsumption && w.subscription == value.subscription
        })
    });
    let waited = words::waiting(lang, &span(screen, value.detected.minutes_until(state.moment())));
    Some(Item {
        mark: Mark::Alert,
        what: words::and(lang, words::alert_unanswered(lang), &waited),
        why: words::about(lang, &value.kind, words::alert_why(lang)),
        rule: alert_clocks::MEAN_ANSWER.to_owned(),
        figure: running.and_then(|w| w.per_day).map(|m| AmountText::of(m, screen.format)),
        caption: running.map_or("", |_| risk::each_day(lang)).to_owned(),
        link: Some((Route::Suspicion.to_string(), words::open_case(lang))),
        ..item
    })
}

fn promises(screen: &Screen<'_>, id: &CustomerId, account: &Account) -> Vec<Item> {
    let lang = screen.lang();
    let today = screen.state.as_of();
    account
        .promises
        .iter()
        .map(|p| &p.value)
        .filter(|p| promise_state(account, p, today) == PromiseState::Open)
        .filter_map(|p| {
            let base = base(screen, id, account, Some(Closing::EndOf(p.due)))?;
            Some(Item {
                mark: Mark::Promise,
                what: words::promise_due(lang).to_owned(),
                why: words::promise_why(lang).to_owned(),
                rule: "COL-204".to_owned(),
                figure: Some(AmountText::of(p.amount, screen.format)),
                caption: words::promised(lang).to_owned(),
                link: Some((
                    Route::Customer(id.clone(), CustomerTab::Collections).to_string(),
                    words::open_case(lang),
                )),
                ..base
            })
        })
        .collect()
}

fn limit(screen: &Screen<'_>, id: &CustomerId, account: &Account) -> Option<Item> {
    let lang = screen.lang();
    let decision = &account.decision_on(screen.state.as_of())?.value;
    let expires = decision.expires?;
    let base = base(screen, id, account, Some(Closing::EndOf(expires)))?;
    Some(Item {
        mark: Mark::Limit,
        what: words::limit_expires(lang).to_owned(),
        why: words::limit_why(lang).to_owned(),
        rule: "MAR-120".to_owned(),
        figure: decision.limit.map(|m| AmountText::of(m, screen.format)),
        caption: words::limit_figure(lang).to_owned(),
        link: Some((
            Route::Customer(id.clone(), CustomerTab::Credit).to_string(),
            words::decide(lang),
        )),
        ..base
    })
}

fn bill(screen: &Screen<'_>, window: &Window) -> Option<Item> {
    let text = window_text(screen, window);
    let closes = window.closes?;
    Some(Item {
        mark: Mark::Bill,
        group: group(screen, Some(closes))?,
        tone: text.tone,
        name: None,
        href: None,
        what: text
            .offer
            .map_or_else(|| text.what.to_owned(), |number| format!("{number}: {}", text.what)),
        why: text.why.to_owned(),
        rule: text.rule,
        figure: text.figure,
        caption: text.figure_caption.to_owned(),
        left: closes
            .minutes_left(screen.state.moment())
            .map_or_else(String::new, |minutes| duration(screen, minutes)),
        until: text.until,
        act: None,
        link: None,
        over_at: closes.over_at(),
    })
}
