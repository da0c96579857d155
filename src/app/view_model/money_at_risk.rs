//! The money at risk of one customer: what he could cost, and what can still be saved.

use crate::app::Screen;
use crate::app::desk::Summary;
use crate::app::route::{CustomerTab, Route};
use crate::app::view_model::advice::{self, AdviceText};
use crate::app::view_model::clock::{ClockText, clock_text};
use crate::app::view_model::risk_text::{WindowText, window_text};
use crate::app::view_model::{AmountText, Tone, amounts};
use crate::app::watch;
use crate::app::words::risk as words;
use crate::book::{Account, Bucket};
use crate::domain::ids::CustomerId;
use crate::domain::order;
use crate::engine::credit::mark;
use crate::engine::money_at_risk::{
    Gap, GapKind, Part, PartKind, Utilisation, Waiting, cost_of_waiting,
};
use crate::engine::suspicion::clocks::{Clock, ClockKind, alert_clock, case_clocks};

/// The panel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Panel {
    pub parts: Vec<PartText>,
    pub total: Vec<AmountText>,
    /// What could not be counted, and assumptions.
    pub remarks: Vec<String>,
    pub used: Option<Used>,
    pub savable: Vec<AmountText>,
    /// The part of it that is gone tomorrow.
    pub today_only: Vec<AmountText>,
    pub all_today: bool,
    pub windows: Vec<WindowText>,
    /// What to do today about each subscription; only where something is at stake.
    pub advice: Vec<AdviceText>,
    /// What running consumption costs while nothing is done.
    pub waiting: Vec<WaitingText>,
    /// Answers to alerts and service requests that are running.
    pub clocks: Vec<ClockText>,
    pub subscriptions: String,
}

/// The cost of waiting in one currency.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WaitingText {
    pub text: String,
    pub as_of: String,
    pub rule: String,
}

/// One part of the exposure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartText {
    pub name: &'static str,
    pub amount: AmountText,
    pub rule: String,
    pub as_of: String,
    pub tone: Tone,
}

/// The use of the credit limit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Used {
    pub percent: u32,
    pub text: String,
    pub available: AmountText,
    pub tone: Tone,
    pub outside: Option<String>,
    pub rule: String,
}

/// None when the book knows no such customer.
#[must_use]
pub fn panel(screen: &Screen<'_>, id: &CustomerId) -> Option<Panel> {
    let account = screen.state.book.accounts.get(id)?;
    let summary = screen.state.desk.summary(id)?;
    let now = screen.state.moment();
    let savable = &summary.savable;
    Some(Panel {
        parts: summary.exposure.parts.iter().map(|p| part(screen, p)).collect(),
        total: amounts(&summary.exposure.total(), screen.format),
        remarks: remarks(screen, account, summary),
        used: used(screen, summary),
        savable: amounts(&savable.total, screen.format),
        today_only: amounts(&savable.today_only, screen.format),
        all_today: savable.total == savable.today_only,
        windows: savable
            .windows
            .iter()
            .filter(|w| w.closes.is_none_or(|c| c.is_open(now)))
            .map(|w| window_text(screen, w))
            .collect(),
        advice: advice::of_customer(screen, id),
        waiting: cost_of_waiting(account, &screen.state.frame())
            .iter()
            .map(|w| waiting(screen, w))
            .collect(),
        clocks: clocks(screen, account),
        subscriptions: Route::Customer(id.clone(), CustomerTab::Subscriptions).to_string(),
    })
}

fn waiting(screen: &Screen<'_>, waiting: &Waiting) -> WaitingText {
    let lang = screen.lang();
    let money = |m| screen.format.money(m);
    WaitingText {
        text: words::waiting_costs(lang, &money(waiting.per_hour), &money(waiting.per_day)),
        as_of: words::usage_of(lang, &screen.format.day(waiting.as_of)),
        rule: waiting.rule.to_string(),
    }
}

/// Clocks that the windows do not tell of: answers to alerts, and Microsoft's to service requests.
fn clocks(screen: &Screen<'_>, account: &Account) -> Vec<ClockText> {
    let book = &screen.state.book;
    let Some(rules) = watch::clocks_shown(screen.state) else {
        return Vec::new();
    };
    let alerts = account.alerts.iter().filter_map(|id| alert_clock(book.alerts.get(id)?, &rules));
    let cases = account.cases.iter().filter_map(|id| book.cases.get(id));
    let tickets = cases
        .flat_map(|case| case_clocks(case, book, &rules))
        .filter(|clock| clock.kind == ClockKind::TicketAnswer);
    let mut running: Vec<Clock> = alerts.chain(tickets).filter(Clock::is_running).collect();
    order::sort_by_key(&mut running, Clock::urgency);
    running.iter().map(|clock| clock_text(screen, clock)).collect()
}

fn part(screen: &Screen<'_>, part: &Part) -> PartText {
    let lang = screen.lang();
    let (name, tone) = match part.kind {
        PartKind::Unpaid(Bucket::NotDue) => (words::not_due(lang), Tone::Neutral),
        PartKind::Unpaid(Bucket::Days1To30) => (words::due_1_30(lang), Tone::Due),
        PartKind::Unpaid(Bucket::Days31To60) => (words::due_31_60(lang), Tone::Late),
        PartKind::Unpaid(Bucket::Days61To90) => (words::due_61_90(lang), Tone::Danger),
        PartKind::Unpaid(Bucket::Over90) => (words::due_over_90(lang), Tone::Danger),
        PartKind::Unbilled => (words::unbilled(lang), Tone::Neutral),
        PartKind::Committed => (words::committed(lang), Tone::Neutral),
        PartKind::Running => (words::running(lang), Tone::Neutral),
        PartKind::Credit => (words::credit(lang), Tone::Settled),
    };
    PartText {
        name,
        amount: AmountText::of(part.amount, screen.format),
        rule: part.rule.to_string(),
        as_of: screen.format.day_short(part.as_of),
        tone,
    }
}

fn remarks(screen: &Screen<'_>, account: &Account, summary: &Summary) -> Vec<String> {
    let lang = screen.lang();
    let offer = |gap: &Gap| {
        account
            .subscriptions
            .get(&gap.subscription)
            .map_or_else(|| gap.subscription.to_string(), |kept| kept.value.offer.clone())
    };
    let mut remarks: Vec<String> = summary
        .exposure
        .gaps
        .iter()
        .map(|gap| match gap.kind {
            GapKind::NoPrice => words::gap_no_price(lang, &offer(gap)),
            GapKind::NoTerm => words::gap_no_term(lang, &offer(gap)),
            GapKind::UnknownProduct => words::gap_unknown(lang, &offer(gap)),
        })
        .collect();
    let unbilled = summary.exposure.parts.iter().any(|p| p.kind == PartKind::Unbilled);
    if unbilled && summary.exposure.unbilled_is_assumed {
        remarks.push(words::unbilled_assumed(lang).to_owned());
    }
    remarks
}

fn used(screen: &Screen<'_>, summary: &Summary) -> Option<Used> {
    let lang = screen.lang();
    let found = summary.utilisation.as_ref()?;
    let tone = use_tone(screen, found);
    let percent = found.percent.unwrap_or(if found.used.is_positive() { 100 } else { 0 });
    let outside: Vec<String> = found.outside.nonzero().map(|m| screen.format.money(m)).collect();
    Some(Used {
        percent: u32::try_from(percent.clamp(0, 100)).unwrap_or(100),
        text: words::used_of(lang, &screen.format.percent(percent)),
        available: AmountText::of(found.available.or_zero(), screen.format),
        tone,
        outside: (!outside.is_empty()).then(|| words::other_currency(lang, &outside.join(", "))),
        rule: found.rule.to_string(),
    })
}

/// How loud the use of a limit is, by the marks of the policy in force: quiet below the first,
/// loudest from the last on, which blocks new purchases.
#[must_use]
pub fn use_tone(screen: &Screen<'_>, found: &Utilisation) -> Tone {
    let policy = screen.state.policy_in_force.as_deref().map(|p| &p.document);
    let Some((document, reached)) =
        policy.and_then(|document| Some((document, mark(document, found.limit, found.used)?)))
    else {
        return Tone::Neutral;
    };
    let left = document.outcome.utilisation_warnings.len().saturating_sub(reached.passed);
    match (reached.passed, left) {
        (0, _) => Tone::Settled,
        (_, 0) => Tone::Danger,
        (_, 1) => Tone::Late,
        _ => Tone::Due,
    }
}
