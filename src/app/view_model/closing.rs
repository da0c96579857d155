//! The calendar of windows that close: which day, whose, and what acting before it saves.

use crate::app::Screen;
use crate::app::route::{CustomerTab, Route};
use crate::app::view_model::AmountText;
use crate::app::view_model::Tone;
use crate::app::view_model::customers::shown_name;
use crate::app::view_model::risk_text::{WindowText, left, tone, window_text};
use crate::app::watch;
use crate::app::words::{risk as words, suspicion, today};
use crate::domain::{Day, Instant, order};
use crate::engine::money_at_risk::{Closing, Window, WindowKind, own_bills};
use crate::engine::suspicion::clocks::alert_clock;
use crate::exchange::write::ics::{Ends, Entry};

/// Everything that closes, day by day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    pub days: Vec<DayText>,
    /// Windows of customers who pay, which are not shown.
    pub others: Option<String>,
}

/// What closes on one day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DayText {
    pub title: String,
    pub items: Vec<ItemText>,
}

/// One thing that closes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemText {
    /// None for the reseller's own bill.
    pub customer: Option<(String, String)>,
    pub what: String,
    pub why: String,
    pub rule: String,
    pub figure: Option<AmountText>,
    pub caption: String,
    pub at: String,
    pub left: String,
    pub tone: Tone,
}

struct Item {
    closes: Closing,
    text: ItemText,
    id: String,
}

#[must_use]
pub fn page(screen: &Screen<'_>) -> Page {
    let (items, others) = gather(screen);
    let mut days: Vec<(Day, Vec<ItemText>)> = Vec::new();
    for item in items {
        let day = item.closes.last_day();
        match days.last_mut() {
            Some((same, all)) if *same == day => all.push(item.text),
            _ => days.push((day, vec![item.text])),
        }
    }
    let today = screen.state.as_of();
    let title = |day: Day| {
        let name = screen.format.day(day);
        if day <= today { words::closes_today(screen.lang(), &name) } else { name }
    };
    let days = days.into_iter().map(|(day, items)| DayText { title: title(day), items }).collect();
    let count = i64::try_from(others).unwrap_or(i64::MAX);
    Page {
        days,
        others: (count > 0)
            .then(|| words::other_windows(screen.lang(), &screen.format.number(count))),
    }
}

/// The same as entries of a calendar file.
#[must_use]
pub fn entries(screen: &Screen<'_>) -> Vec<Entry> {
    let (items, _) = gather(screen);
    items.into_iter().map(|item| entry(&item)).collect()
}

fn entry(item: &Item) -> Entry {
    let text = &item.text;
    let whose = text.customer.as_ref().map_or("", |(name, _)| name.as_str());
    let figure = text.figure.as_ref().map(|f| format!("{} {} {}", text.caption, f.code, f.number));
    let parts = [Some(text.why.clone()), figure, Some(text.rule.clone())];
    let title =
        if whose.is_empty() { text.what.clone() } else { format!("{whose}: {}", text.what) };
    Entry {
        id: item.id.clone(),
        ends: match item.closes {
            Closing::Moment(at) => Ends::At(at),
            Closing::EndOf(day) => Ends::With(day),
        },
        title,
        text: parts.into_iter().flatten().collect::<Vec<_>>().join("\n"),
    }
}

/// Everything that closes, the first first, and how many windows of customers who pay were left out.
fn gather(screen: &Screen<'_>) -> (Vec<Item>, usize) {
    let state = screen.state;
    let now = state.moment();
    let (mut items, mut others) = (Vec::new(), 0_usize);
    for (id, summary) in &state.desk.summaries {
        let open =
            summary.savable.windows.iter().filter(|w| w.closes.is_some_and(|c| c.is_open(now)));
        for window in open {
            if wants(window, summary.savable.at_stake) {
                items.extend(of_window(screen, window));
            } else {
                others = others.saturating_add(1);
            }
        }
        items.extend(answers(screen, id));
    }
    items
        .extend(own_bills(&state.book, &state.frame()).iter().filter_map(|w| of_window(screen, w)));
    order::sort_by(&mut items, |a, b| {
        (a.closes.over_at(), &a.id).cmp(&(b.closes.over_at(), &b.id))
    });
    (items, others)
}

/// A renewal of somebody who pays is no event.
fn wants(window: &Window, at_stake: bool) -> bool {
    at_stake || !matches!(window.kind, WindowKind::Renewal | WindowKind::Cancel)
}

fn of_window(screen: &Screen<'_>, window: &Window) -> Option<Item> {
    let closes = window.closes?;
    let text: WindowText = window_text(screen, window);
    let customer = window.customer.as_ref().and_then(|id| {
        let account = screen.state.book.accounts.get(id)?;
        let href = Route::Customer(id.clone(), CustomerTab::Subscriptions).to_string();
        Some((shown_name(&account.customer.value), href))
    });
    let id = [
        window.rule.as_str(),
        window.customer.as_ref().map_or("own", |id| id.as_str()),
        window.subscription.as_ref().map_or("", |id| id.as_str()),
        text.offer.as_deref().filter(|_| window.customer.is_none()).unwrap_or(""),
    ]
    .join("-");
    Some(Item {
        closes,
        id: format!("{id}@recourse"),
        text: ItemText {
            customer,
            what: match &text.offer {
                Some(offer) => words::do_now(screen.lang(), text.what, offer),
                None => text.what.to_owned(),
            },
            why: text.why.to_owned(),
            rule: text.rule,
            figure: text.figure,
            caption: text.figure_caption.to_owned(),
            at: hour(screen, closes),
            left: text.left,
            tone: text.tone,
        },
    })
}

/// A moment by the reader's own clock, with its day; nothing where the whole day counts.
fn hour(screen: &Screen<'_>, closes: Closing) -> String {
    match closes {
        Closing::Moment(at) => screen.format.moment(at),
        Closing::EndOf(_) => String::new(),
    }
}

/// Alerts that wait for an answer, by the moment from which the answer spoils the mean.
fn answers(screen: &Screen<'_>, id: &crate::domain::ids::CustomerId) -> Vec<Item> {
    let lang = screen.lang();
    let book = &screen.state.book;
    let now: Instant = screen.state.moment();
    let account = book.accounts.get(id);
    let (Some(account), Some(rules)) = (account, watch::clocks_shown(screen.state)) else {
        return Vec::new();
    };
    let clocks = account.alerts.iter().filter_map(|alert| {
        let record = book.alerts.get(alert)?;
        let clock = alert_clock(record, &rules)?;
        let due = clock.due.filter(|due| clock.is_running() && now < *due)?;
        Some((record, clock, due))
    });
    clocks
        .map(|(record, clock, due)| {
            let closes = Closing::Moment(due);
            let href = Route::Suspicion.to_string();
            Item {
                closes,
                id: format!("{}-{}@recourse", clock.rule(), record.alert.value.id),
                text: ItemText {
                    customer: Some((shown_name(&account.customer.value), href)),
                    what: suspicion::clock(lang, clock.kind).to_owned(),
                    why: today::alert_why(lang).to_owned(),
                    rule: clock.rule().to_string(),
                    figure: None,
                    caption: String::new(),
                    at: hour(screen, closes),
                    left: left(screen, Some(closes)),
                    tone: tone(screen, Some(closes)),
                },
            }
        })
        .collect()
}
