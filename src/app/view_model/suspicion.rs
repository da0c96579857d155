//! The page of suspicious activity: alerts by the clock that ends first, cases, and signals.

use std::collections::BTreeMap;

use crate::app::Screen;
use crate::app::route::{CustomerTab, Route};
use crate::app::update::suspicion::Panel;
use crate::app::view_model::Tone;
use crate::app::view_model::clock::{ClockText, clock_text, level_tone, span};
use crate::app::view_model::customers::shown_name;
use crate::app::view_model::origin::{OriginText, origin};
use crate::app::watch;
use crate::app::words::{case as case_words, signals as signal_words, suspicion as words};
use crate::book::{AlertRecord, CaseFile};
use crate::domain::alert::Level;
use crate::domain::ids::{AlertId, CaseId, CustomerId};
use crate::domain::text::shorten;
use crate::domain::{Instant, Money, order};
use crate::engine::suspicion::clocks::Clock;
use crate::engine::suspicion::signals::BEYOND;
use crate::engine::suspicion::{
    Outcome, Signal, alert_clock, case_clocks, loss, mean_answer, propose,
};
use crate::platform::alert_clocks;

/// The page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    pub lead: String,
    pub facts: Vec<FactText>,
    pub stale: Option<String>,
    pub alerts: Vec<AlertRow>,
    /// Why there is no alert row.
    pub no_alerts: String,
    pub proposals: Vec<ProposalRow>,
    pub cases: Vec<CaseRow>,
    pub hits: Vec<HitRow>,
    pub unknown: Vec<UnknownRow>,
    pub counts: String,
    pub beyond: Vec<(String, String, &'static str)>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FactText {
    pub label: String,
    pub value: String,
    pub note: Option<String>,
    pub tone: Tone,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AlertRow {
    pub id: AlertId,
    pub title: String,
    pub customer: String,
    pub customer_href: Option<String>,
    pub about: String,
    pub severity: String,
    pub tone: Tone,
    pub clock: Option<ClockText>,
    pub case: Option<CaseId>,
    pub case_href: Option<String>,
    pub burn: Option<String>,
    pub origin: OriginText,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProposalRow {
    pub customer: String,
    pub scenario: String,
    pub points: String,
    pub contain: bool,
    pub because: String,
    pub case_href: Option<String>,
    pub panel: Panel,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseRow {
    pub href: String,
    pub title: String,
    pub customer: String,
    pub state: String,
    pub open: bool,
    pub severity: String,
    pub tone: Tone,
    pub owner: String,
    pub clock: Option<ClockText>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HitRow {
    pub customer: String,
    pub href: String,
    pub rule: String,
    pub name: String,
    pub severity: String,
    pub tone: Tone,
    pub seen: String,
    pub mark: String,
    pub why: String,
    pub muted: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownRow {
    pub rule: String,
    pub name: String,
    pub why: String,
    pub customers: String,
    pub count: String,
}

/// The page as of this moment.
#[must_use]
pub fn page(screen: &Screen<'_>) -> Page {
    let lang = screen.lang();
    let signals = all_signals(screen);
    let alerts = alerts(screen);
    let cases = cases(screen);
    let number = |n: usize| screen.format.number(i64::try_from(n).unwrap_or(i64::MAX));
    let open_cases = cases.iter().filter(|c| c.open).count();
    let (hits, unknown) = (hits(screen, &signals), unknown(screen, &signals));
    let quiet = signals.iter().filter(|s| matches!(s.outcome, Outcome::NoHit(_)));
    let silent = signals.iter().filter(|s| matches!(s.outcome, Outcome::NotEvaluable(_)));
    Page {
        lead: words::lead(
            lang,
            &number(waiting(&alerts)),
            &number(alerts.len()),
            &number(open_cases),
        ),
        facts: facts(screen, alerts.len(), open_cases),
        stale: stale(screen),
        no_alerts: if screen.state.book.alerts.is_empty() {
            words::never_imported(lang).to_owned()
        } else {
            words::no_alerts_why(lang).to_owned()
        },
        counts: words::counts(
            lang,
            &number(hits.len()),
            &number(silent.count()),
            &number(quiet.count()),
        ),
        proposals: proposals(screen, &signals),
        alerts,
        cases,
        hits,
        unknown,
        beyond: BEYOND
            .iter()
            .map(|b| {
                let rule = b.rule.as_str();
                let name = words::signal_name(lang, rule);
                (rule.to_owned(), name, words::needs(lang, b.needs))
            })
            .collect(),
    }
}

/// Alerts whose first answer is still to come.
fn waiting(alerts: &[AlertRow]) -> usize {
    let running = |row: &&AlertRow| row.clock.as_ref().is_some_and(|c| c.due.is_some());
    alerts.iter().filter(running).count()
}

fn all_signals(screen: &Screen<'_>) -> Vec<Signal> {
    let summaries = screen.state.desk.summaries.values();
    summaries.flat_map(|s| s.signals.iter().cloned()).collect()
}

fn facts(screen: &Screen<'_>, open_alerts: usize, open_cases: usize) -> Vec<FactText> {
    let lang = screen.lang();
    let number = |n: usize| screen.format.number(i64::try_from(n).unwrap_or(i64::MAX));
    let plain =
        |label: &str, value, tone| FactText { label: label.to_owned(), value, note: None, tone };
    let tone = if open_alerts > 0 { Tone::Late } else { Tone::Settled };
    let mut facts = vec![plain(words::open_alerts(lang), number(open_alerts), tone)];
    facts.extend(mean(screen));
    let tone = if open_cases > 0 { Tone::Due } else { Tone::Neutral };
    facts.push(plain(words::open_cases(lang), number(open_cases), tone));
    facts
}

/// The mean as Microsoft scores it.
fn mean(screen: &Screen<'_>) -> Option<FactText> {
    let (lang, book, now) = (screen.lang(), &screen.state.book, screen.state.moment());
    let rules = watch::clocks_shown(screen.state)?;
    let mean = mean_answer(book, &rules, now);
    let number = |n: u32| screen.format.number(i64::from(n));
    let hours = screen.format.number(rules.mean_hours_max);
    let mut note = words::mean_note(lang, &number(mean.answered), &hours);
    if let Some(then) = mean.minutes_if_answered_now.filter(|_| mean.open > 0) {
        note = format!("{note}; {}", words::mean_if(lang, &span(screen, then)));
    }
    let shipped = alert_clocks::on(&book.rules, now.day(), &book.partner.cloud)?;
    if !shipped.has_alerts {
        note = format!("{note}; {}", words::cloud_without_alerts(lang));
    } else if !alert_clocks::binds(&shipped, &book.partner.role) {
        note = format!("{note}; {}", words::mean_of_provider(lang));
    }
    Some(FactText {
        label: words::mean_answer(lang).to_owned(),
        value: mean.minutes.map_or(words::mean_none(lang).to_owned(), |m| span(screen, m)),
        note: Some(note),
        tone: match mean.is_met() {
            Some(true) => Tone::Settled,
            Some(false) => Tone::Danger,
            None => Tone::Neutral,
        },
    })
}

fn stale(screen: &Screen<'_>) -> Option<String> {
    let newest = screen.state.book.usage_data_as_of?;
    let over = Instant::start_of(newest).plus_days(1);
    let hours = over.minutes_until(screen.state.moment()).max(0) / 60;
    let max = watch::settings(screen.state).stale_data.newest_usage_hours_max;
    (hours > i64::from(max)).then(|| {
        let day = screen.format.day(newest);
        words::stale_banner(screen.lang(), &day, &screen.format.number(hours))
    })
}

fn alerts(screen: &Screen<'_>) -> Vec<AlertRow> {
    let book = &screen.state.book;
    let Some(rules) = watch::clocks_shown(screen.state) else {
        return Vec::new();
    };
    let mut open: Vec<(Option<Clock>, &AlertRecord)> = book
        .alerts
        .values()
        .filter(|r| r.is_open() && !r.alert.value.is_test)
        .map(|r| (alert_clock(r, &rules), r))
        .collect();
    order::sort_by_key(&mut open, |(clock, r)| {
        let urgency = clock.as_ref().map(Clock::urgency);
        (urgency, r.alert.value.id.clone())
    });
    open.into_iter().map(|(clock, record)| alert_row(screen, clock.as_ref(), record)).collect()
}

fn alert_row(screen: &Screen<'_>, clock: Option<&Clock>, record: &AlertRecord) -> AlertRow {
    let (lang, book) = (screen.lang(), &screen.state.book);
    let alert = &record.alert.value;
    let case = book.cases.values().find(|c| !c.is_closed() && c.alerts().contains(&&alert.id));
    let case_id = case.map(|c| c.opening.value.case.clone());
    let burn = case.and_then(|c| burn(screen, c));
    AlertRow {
        id: alert.id.clone(),
        title: alert
            .title
            .clone()
            .map_or_else(|| words::family(lang, &alert.family), |t| shorten(&t, 90)),
        customer: customer_name(screen, &alert.customer)
            .or_else(|| alert.customer_name.clone())
            .unwrap_or_else(|| words::unknown_customer(lang).to_owned()),
        customer_href: book
            .accounts
            .contains_key(&alert.customer)
            .then(|| customer_href(&alert.customer)),
        about: format!(
            "{} · {} · {}",
            words::family(lang, &alert.family),
            words::source(lang, &alert.source),
            words::alert_status(lang, &alert.status),
        ),
        severity: words::level(lang, &alert.severity),
        tone: level_tone(&alert.severity),
        clock: clock.map(|c| clock_text(screen, c)),
        case_href: case_id.clone().map(|c| Route::Case(c).to_string()),
        case: case_id,
        burn,
        origin: origin(screen, &record.alert.mark),
    }
}

/// What each hour of a case costs, where it is known.
fn burn(screen: &Screen<'_>, case: &CaseFile) -> Option<String> {
    let money = loss(case, &screen.state.book, screen.state.moment());
    let texts: Vec<String> =
        money.per_hour.nonzero().map(|m: Money| screen.format.money(m)).collect();
    let all = texts.join(" + ");
    (!all.is_empty()).then(|| case_words::each_hour(screen.lang(), &all))
}

fn proposals(screen: &Screen<'_>, signals: &[Signal]) -> Vec<ProposalRow> {
    let book = &screen.state.book;
    let lang = screen.lang();
    propose(book, signals, &watch::settings(screen.state).scoring)
        .into_iter()
        .map(|p| {
            let fired = p.score.parts.iter().flat_map(|part| &part.fired);
            let names: Vec<String> = fired.map(|r| words::signal_name(lang, r)).collect();
            let label = match lang {
                crate::app::Lang::En => p.score.label.en.clone(),
                crate::app::Lang::ZhHant => p.score.label.zh_hant.clone(),
            };
            let points = screen.format.number(i64::from(p.score.points));
            ProposalRow {
                customer: customer_name(screen, &p.score.customer).unwrap_or_default(),
                scenario: label,
                points: words::points(lang, &points),
                contain: p.contain,
                because: names.join(" · "),
                case_href: p.already_open.first().map(|c| Route::Case(c.clone()).to_string()),
                panel: Panel::OpenFromSignals(p.score.customer.clone(), p.score.key),
            }
        })
        .collect()
}

fn cases(screen: &Screen<'_>) -> Vec<CaseRow> {
    let book = &screen.state.book;
    let rules = watch::clocks_shown(screen.state);
    let mut all: Vec<(bool, (u8, Option<Instant>), CaseRow)> = book
        .cases
        .values()
        .map(|case| {
            let clocks = rules.map_or(Vec::new(), |r| case_clocks(case, book, &r));
            let next = clocks.iter().find(|c| c.is_running() && !case.is_closed());
            let urgency = next.map_or((9, None), Clock::urgency);
            (case.is_closed(), urgency, case_row(screen, case, next))
        })
        .collect();
    order::sort_by(&mut all, |a, b| (a.0, a.1, &a.2.href).cmp(&(b.0, b.1, &b.2.href)));
    all.into_iter().map(|(_, _, row)| row).collect()
}

/// A case in a list.
#[must_use]
pub fn case_row(screen: &Screen<'_>, case: &CaseFile, next: Option<&Clock>) -> CaseRow {
    let lang = screen.lang();
    let opening = &case.opening.value;
    CaseRow {
        href: Route::Case(opening.case.clone()).to_string(),
        title: opening.title.clone(),
        customer: customer_name(screen, &opening.customer).unwrap_or_default(),
        state: case_words::state(lang, &case.state()),
        open: !case.is_closed(),
        severity: words::level(lang, case.severity()),
        tone: level_tone(case.severity()),
        owner: case.owner().to_owned(),
        clock: next.map(|c| clock_text(screen, c)),
    }
}

fn hits(screen: &Screen<'_>, signals: &[Signal]) -> Vec<HitRow> {
    let mut found: Vec<(&Level, &Signal)> = signals
        .iter()
        .filter_map(|s| match &s.outcome {
            Outcome::Hit(hit) | Outcome::Muted { hit, .. } => Some((&hit.severity, s)),
            _ => None,
        })
        .collect();
    order::sort_by_key(&mut found, |(hit, _)| std::cmp::Reverse(rank(hit)));
    found.into_iter().filter_map(|(_, signal)| hit_row(screen, signal)).collect()
}

const fn rank(level: &Level) -> u8 {
    match level {
        Level::High => 3,
        Level::Medium => 2,
        Level::Low => 1,
        Level::Informational | Level::Other(_) => 0,
    }
}

/// A signal that fired; none for any other.
#[must_use]
pub fn hit_row(screen: &Screen<'_>, signal: &Signal) -> Option<HitRow> {
    let lang = screen.lang();
    let (hit, muted) = match &signal.outcome {
        Outcome::Hit(hit) => (hit, false),
        Outcome::Muted { hit, .. } => (hit, true),
        _ => return None,
    };
    Some(HitRow {
        customer: customer_name(screen, &signal.customer).unwrap_or_default(),
        href: customer_href(&signal.customer),
        rule: signal.rule.to_string(),
        name: words::signal_name(lang, signal.rule.as_str()),
        severity: words::level(lang, &hit.severity),
        tone: level_tone(&hit.severity),
        seen: signal_words::value(screen.format, &hit.reading.observed),
        mark: signal_words::value(screen.format, &hit.reading.expected),
        why: signal_words::why(screen.format, &hit.reason),
        muted,
    })
}

/// What cannot be told, by signal and reason, with the customers it is about.
fn unknown(screen: &Screen<'_>, signals: &[Signal]) -> Vec<UnknownRow> {
    let mut groups: BTreeMap<(String, String), Vec<&CustomerId>> = BTreeMap::new();
    for signal in signals {
        if let Outcome::NotEvaluable(gap) = &signal.outcome {
            let key = (signal.rule.to_string(), signal_words::gap(screen.format, gap));
            let group = groups.entry(key).or_default();
            if group.last() != Some(&&signal.customer) {
                group.push(&signal.customer);
            }
        }
    }
    groups
        .into_iter()
        .map(|((rule, why), customers)| UnknownRow {
            name: words::signal_name(screen.lang(), &rule),
            customers: some_names(screen, &customers),
            count: screen.format.number(i64::try_from(customers.len()).unwrap_or(i64::MAX)),
            rule,
            why,
        })
        .collect()
}

fn some_names(screen: &Screen<'_>, customers: &[&CustomerId]) -> String {
    const SHOWN: usize = 3;
    let names: Vec<String> =
        customers.iter().take(SHOWN).filter_map(|id| customer_name(screen, id)).collect();
    let names = names.join(", ");
    match customers.len().saturating_sub(SHOWN) {
        0 => names,
        more => {
            let more = screen.format.number(i64::try_from(more).unwrap_or(i64::MAX));
            words::customers_more(screen.lang(), &names, &more)
        }
    }
}

pub(super) fn customer_name(screen: &Screen<'_>, id: &CustomerId) -> Option<String> {
    let account = screen.state.book.accounts.get(id)?;
    Some(shown_name(&account.customer.value))
}

pub(super) fn customer_href(id: &CustomerId) -> String {
    Route::Customer(id.clone(), CustomerTab::Cases).to_string()
}
