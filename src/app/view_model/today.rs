//! Today: what ends soon, how much money hangs on it, and when each chance is over.

mod figures;
mod gather;

pub use figures::{Figure, figures};

use crate::app::view_model::AmountText;
use crate::app::view_model::Tone;
use crate::app::view_model::risk_text::ActText;
use crate::app::words::today as words;
use crate::app::{Lang, Screen};
use crate::domain::{Instant, Purse};

/// What sort of thing wants somebody; the page draws a mark for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    Alert,
    Window,
    Renewal,
    Promise,
    Limit,
    Bill,
}

/// When its chance ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    EndsToday,
    /// No day ends it: it costs while it waits.
    NoEnd,
    Next48Hours,
    NextWeek,
    NextMonth,
}

/// One thing that wants somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    pub mark: Mark,
    pub group: Group,
    pub tone: Tone,
    /// The customer; none for the reseller's own bill.
    pub name: Option<String>,
    pub href: Option<String>,
    pub what: String,
    pub why: String,
    pub rule: String,
    pub figure: Option<AmountText>,
    pub caption: String,
    pub left: String,
    pub until: String,
    pub act: Option<ActText>,
    /// Where its consequences or its record are seen, and the words of that link.
    pub link: Option<(String, &'static str)>,
    /// For the order: when it is over.
    pub over_at: Instant,
}

/// The page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    pub lead: String,
    pub figures: Vec<Figure>,
    pub groups: Vec<(Group, &'static str, Vec<Item>)>,
}

#[must_use]
pub fn page(screen: &Screen<'_>) -> Page {
    let mut items = gather::items(screen);
    items.sort_by(|a, b| (a.group, a.over_at, &a.name).cmp(&(b.group, b.over_at, &b.name)));
    let lang = screen.lang();
    let count = i64::try_from(items.len()).unwrap_or(i64::MAX);
    let titles = [
        (Group::EndsToday, words::ends_today(lang)),
        (Group::NoEnd, words::no_end(lang)),
        (Group::Next48Hours, words::next_48(lang)),
        (Group::NextWeek, words::next_week(lang)),
        (Group::NextMonth, words::next_month(lang)),
    ];
    let groups = titles
        .into_iter()
        .map(|(group, title)| {
            let of_group = items.iter().filter(|i| i.group == group).cloned();
            (group, title, of_group.collect::<Vec<Item>>())
        })
        .filter(|(.., items)| !items.is_empty())
        .collect();
    Page { lead: lead(screen, count), figures: figures(screen), groups }
}

fn lead(screen: &Screen<'_>, count: i64) -> String {
    let lang = screen.lang();
    let mut total = Purse::new();
    let mut today_only = Purse::new();
    for summary in screen.state.desk.summaries.values() {
        total.add_all(&summary.savable.total);
        today_only.add_all(&summary.savable.today_only);
    }
    let mut sentences = vec![words::lead(lang, &screen.format.number(count))];
    if !total.is_zero() {
        sentences.push(words::lead_saved(lang, &listed(screen, &total)));
    }
    if !today_only.is_zero() {
        sentences.push(words::lead_today(lang, &listed(screen, &today_only)));
    }
    match lang {
        Lang::En => sentences.join(" "),
        Lang::ZhHant => sentences.concat(),
    }
}

/// The amounts of a purse in one line.
fn listed(screen: &Screen<'_>, purse: &Purse) -> String {
    let all: Vec<String> = purse.nonzero().map(|m| screen.format.money(m)).collect();
    all.join(" + ")
}
