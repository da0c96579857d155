//! The customers page: one table over the whole book.

use std::sync::Arc;

use crate::app::desk::Summary;
use crate::app::route::{CustomerTab, Route};
use crate::app::update::customers::{Column, Order};
use crate::app::view_model::collections_text::stage_text;
use crate::app::view_model::frame::is_partial;
use crate::app::view_model::money_at_risk::use_tone;
use crate::app::view_model::{AmountText, Tone, amounts};
use crate::app::words::customers as words;
use crate::app::{Screen, State};
use crate::domain::customer::Customer;
use crate::domain::ids::CustomerId;
use crate::domain::text::fold_name;
use crate::domain::{Money, Purse};
use crate::engine::collections::stage;

/// Which customers are shown, in which order. Rows are made when they come into sight.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct List {
    pub ids: Arc<[CustomerId]>,
    pub shown: String,
    /// Why the list is empty.
    pub nothing: Option<Nothing>,
    pub order: Order,
    pub search: String,
    /// A number that changes whenever a row may read otherwise.
    pub edition: u64,
}

/// Why no customer is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nothing {
    /// The book holds customers, but none matches what is searched for.
    NoneMatches,
    /// On the day that is shown none was known.
    NoneThen,
    /// The book knows of none at all.
    NoneYet,
}

impl Nothing {
    fn of(state: &State) -> Self {
        if !state.book.accounts.is_empty() {
            Self::NoneMatches
        } else if state.known_at.is_some() {
            Self::NoneThen
        } else {
            Self::NoneYet
        }
    }
}

/// One row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub href: String,
    pub name: String,
    pub ledger_only: Option<&'static str>,
    pub owes: Vec<AmountText>,
    pub overdue: Vec<AmountText>,
    pub overdue_tone: Tone,
    pub oldest: Option<String>,
    /// Everything he could still cost: owed, unbilled, committed, running on.
    pub exposure: Vec<AmountText>,
    pub limit: Option<AmountText>,
    /// Whole percent of the limit used, and in words.
    pub used: Option<(u32, String, Tone)>,
    /// Where he stands in collections; none without a ladder.
    pub stage: Option<(String, Tone)>,
    pub alerts: Option<String>,
}

/// The list for the search and the order chosen.
#[must_use]
pub fn list(screen: &Screen<'_>) -> List {
    let state = screen.state;
    let form = &state.customers;
    let wanted = fold_name(&form.search);
    let mut found: Vec<(&CustomerId, &Customer, Option<&Summary>)> = state
        .book
        .accounts
        .iter()
        .map(|(id, account)| (id, &account.customer.value, state.desk.summary(id)))
        .filter(|(id, customer, _)| matches(id, customer, &wanted))
        .collect();
    sort(&mut found, form.order);
    let ids: Arc<[CustomerId]> = found.iter().map(|(id, ..)| (*id).clone()).collect();
    let count = i64::try_from(ids.len()).unwrap_or(i64::MAX);
    List {
        shown: words::count(screen.lang(), &screen.format.number(count)),
        nothing: ids.is_empty().then(|| Nothing::of(state)),
        ids,
        order: form.order,
        search: form.search.clone(),
        edition: u64::try_from(state.journal.len()).unwrap_or(0) * 2
            + u64::from(is_partial(screen)),
    }
}

fn matches(id: &CustomerId, customer: &Customer, wanted: &str) -> bool {
    wanted.is_empty()
        || fold_name(&customer.name).contains(wanted)
        || id.as_str().contains(wanted)
        || customer.domain.as_deref().is_some_and(|d| d.to_lowercase().contains(wanted))
}

fn sort(found: &mut [(&CustomerId, &Customer, Option<&Summary>)], order: Order) {
    let largest = |purse: &Purse| purse.iter().map(Money::minor).max().unwrap_or(0);
    found.sort_by(|(a_id, a, a_sum), (b_id, b, b_sum)| {
        let by = |get: &dyn Fn(&Summary) -> i64| a_sum.map_or(0, get).cmp(&b_sum.map_or(0, get));
        let first = match order.column {
            Column::Name => fold_name(&a.name).cmp(&fold_name(&b.name)),
            Column::Owes => by(&|s| largest(&s.owed)),
            Column::Overdue => by(&|s| largest(&s.overdue)),
            Column::Oldest => by(&|s| s.oldest_days_past_due.unwrap_or(0)),
            Column::Used => by(&|s| used_percent(s).unwrap_or(-1)),
            Column::Alerts => by(&|s| i64::try_from(s.open_alerts).unwrap_or(i64::MAX)),
        };
        let first = if order.down { first.reverse() } else { first };
        first.then_with(|| a_id.cmp(b_id))
    });
}

/// Whole percent of the limit that is used, by Microsoft's formula; none without a limit above zero.
fn used_percent(summary: &Summary) -> Option<i64> {
    summary.utilisation.as_ref()?.percent
}

/// One customer's row.
#[must_use]
pub fn line(screen: &Screen<'_>, id: &CustomerId) -> Option<Line> {
    let account = screen.state.book.accounts.get(id)?;
    let summary = screen.state.desk.summary(id)?;
    let lang = screen.lang();
    let days = summary.oldest_days_past_due;
    Some(Line {
        href: Route::Customer(id.clone(), CustomerTab::Overview).to_string(),
        name: shown_name(&account.customer.value),
        ledger_only: id.is_ledger_only().then(|| words::not_matched(lang)),
        owes: amounts(&summary.owed, screen.format),
        overdue: amounts(&summary.overdue, screen.format),
        overdue_tone: Tone::of_days_past_due(days.unwrap_or(0)),
        oldest: days.map(|d| words::days(lang, &screen.format.number(d))),
        exposure: amounts(&summary.exposure.total(), screen.format),
        limit: summary.limit.map(|l| AmountText::of(l, screen.format)),
        used: summary.utilisation.as_ref().and_then(|found| {
            let percent = found.percent?;
            let bar = u32::try_from(percent.clamp(0, 100)).unwrap_or(100);
            Some((bar, screen.format.percent(percent), use_tone(screen, found)))
        }),
        stage: match &summary.plan {
            Some(plan) => Some(stage_text(screen, &stage(plan))),
            None => is_partial(screen).then(|| (words::worked_out(lang).to_owned(), Tone::Neutral)),
        },
        alerts: (summary.open_alerts > 0)
            .then(|| screen.format.number(i64::try_from(summary.open_alerts).unwrap_or(0))),
    })
}

/// The name, or the id where no name is known.
#[must_use]
pub fn shown_name(customer: &Customer) -> String {
    if customer.name.is_empty() { customer.id.to_string() } else { customer.name.clone() }
}
