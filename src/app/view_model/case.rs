//! A case's page.

use crate::app::Lang;
use crate::app::Screen;
use crate::app::route::Route;
use crate::app::update::suspicion::Panel;
use crate::app::view_model::clock::{ClockText, clock_text, level_tone};
use crate::app::view_model::containment::{SheetText, sheet_text};
use crate::app::view_model::origin::{OriginText, origin};
use crate::app::view_model::suspicion::{FactText, HitRow, customer_href, customer_name, hit_row};
use crate::app::view_model::{Tone, case_happenings};
use crate::app::watch;
use crate::app::words::{case as words, suspicion as sus};
use crate::book::{AlertRecord, CaseFile};
use crate::domain::ids::{AlertId, CaseId, CustomerId};
use crate::domain::subscription::Status;
use crate::domain::{Instant, Purse};
use crate::engine::suspicion::clocks::Clock;
use crate::engine::suspicion::consequences::may_open_requests;
use crate::engine::suspicion::states::next_states;
use crate::engine::suspicion::{Loss, May, Why, case_clocks, loss, may, sheet};

pub use crate::app::view_model::case_happenings::Moment;

/// The page of a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    pub id: CaseId,
    pub title: String,
    pub customer: String,
    pub customer_id: CustomerId,
    pub customer_href: String,
    pub state: String,
    pub closed: bool,
    pub severity: String,
    pub severity_tone: Tone,
    pub disposition: Option<String>,
    pub facts: Vec<FactText>,
    pub clocks: Vec<ClockText>,
    pub moves: Vec<Step>,
    pub money: Vec<FactText>,
    pub money_note: Option<String>,
    pub per_hour: Option<String>,
    pub sheet: Vec<SheetText>,
    pub may_not_open: Option<(String, Option<String>)>,
    pub alerts: Vec<AlertText>,
    pub hits: Vec<HitRow>,
    pub evidence: Vec<EvidenceText>,
    pub timeline: Vec<Moment>,
    pub report_href: String,
    pub reports: String,
}

/// A move: its button, and why it is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    pub text: String,
    pub panel: Panel,
    pub why_not: Option<(String, String)>,
    pub main: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AlertText {
    pub id: AlertId,
    pub title: String,
    pub about: String,
    pub clock: Option<ClockText>,
    pub answer: Option<Panel>,
    pub verdict: String,
    pub origin: OriginText,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EvidenceText {
    pub name: String,
    pub hash: String,
    pub when: String,
    pub how: String,
}

/// None when the book knows no such case.
#[must_use]
pub fn page(screen: &Screen<'_>, id: &CaseId) -> Option<Page> {
    let book = &screen.state.book;
    let case = book.cases.get(id)?;
    let (lang, now) = (screen.lang(), screen.state.moment());
    let opening = &case.opening.value;
    let rules = watch::clocks_shown(screen.state);
    let clocks = rules.map_or(Vec::new(), |r| case_clocks(case, book, &r));
    let money = loss(case, book, now);
    let per_hour = joined(screen, &money.per_hour);
    Some(Page {
        id: id.clone(),
        title: opening.title.clone(),
        customer: customer_name(screen, &opening.customer).unwrap_or_default(),
        customer_id: opening.customer.clone(),
        customer_href: customer_href(&opening.customer),
        state: words::state(lang, &case.state()),
        closed: case.is_closed(),
        severity: sus::level(lang, case.severity()),
        severity_tone: level_tone(case.severity()),
        disposition: case.disposition().map(|d| words::disposition_name(lang, d)),
        facts: facts(screen, case),
        clocks: clocks.iter().map(|c| clock_text(screen, c)).collect(),
        moves: moves(screen, case),
        money_note: money.known_to.map(|day| words::known_to(lang, &screen.format.day(day))),
        money: money_facts(screen, &money),
        per_hour: per_hour.map(|m| words::each_hour(lang, &m)),
        sheet: sheet(case, book, now).iter().map(|line| sheet_text(screen, case, line)).collect(),
        may_not_open: may_open_requests(book, now.day()).err().map(|row| {
            let says = row.as_ref().map(|r| text_of(lang, r.says));
            let rule = row.map(|r| r.id.to_owned());
            (says.unwrap_or(words::may_not_open(lang).to_owned()), rule)
        }),
        alerts: alerts(screen, case, &clocks),
        hits: hits(screen, case),
        evidence: evidence(screen, case),
        timeline: case_happenings::timeline(screen, case),
        report_href: Route::Report(id.clone()).to_string(),
        reports: screen.format.number(i64::try_from(case.reports.len()).unwrap_or(0)),
    })
}

pub(super) const fn text(lang: Lang, says: crate::platform::Text) -> &'static str {
    match lang {
        Lang::En => says.en,
        Lang::ZhHant => says.zh_hant,
    }
}

fn text_of(lang: Lang, says: crate::platform::Text) -> String {
    text(lang, says).to_owned()
}

fn facts(screen: &Screen<'_>, case: &CaseFile) -> Vec<FactText> {
    let lang = screen.lang();
    let fact = |label: &str, value: String| FactText {
        label: label.to_owned(),
        value,
        note: None,
        tone: Tone::Neutral,
    };
    let day = case.first_fraud_day();
    let first = FactText {
        tone: if day.is_some() { Tone::Neutral } else { Tone::Late },
        ..fact(
            words::first_day(lang),
            day.map_or(words::unknown(lang).to_owned(), |d| screen.format.day(d)),
        )
    };
    vec![
        fact(words::owner(lang), case.owner().to_owned()),
        fact(words::typology(lang), words::typology_name(lang, case.typology())),
        fact(words::part(lang), words::part_name(lang, case.part())),
        first,
        fact(words::opened(lang), screen.format.moment(case.opening.value.opened)),
    ]
}

fn moves(screen: &Screen<'_>, case: &CaseFile) -> Vec<Step> {
    let lang = screen.lang();
    let id = &case.opening.value.case;
    next_states(&case.state())
        .iter()
        .enumerate()
        .map(|(at, to)| {
            let why_not = match may(case, &screen.state.book, to) {
                May::Yes(_) => None,
                May::No(refusals) => {
                    refusals.first().map(|r| (refusal(lang, &r.why), r.rule.to_string()))
                }
            };
            Step {
                text: words::move_to(lang, to),
                panel: Panel::Move(id.clone(), to.clone()),
                main: at == 0 && why_not.is_none(),
                why_not,
            }
        })
        .collect()
}

/// Why a move is refused, with what would change it.
#[must_use]
pub fn refusal(lang: Lang, why: &Why) -> String {
    match why {
        Why::NoSuchMove { from, to } => {
            words::why_no_move(lang, &words::state(lang, from), &words::state(lang, to))
        }
        Why::NoOwner => words::why_no_owner(lang).to_owned(),
        Why::NothingToDecideOn => words::why_nothing_to_decide_on(lang).to_owned(),
        Why::NotContained => words::why_not_contained(lang).to_owned(),
        Why::SuspensionOpen(id) => words::suspension_open(lang, id.as_str()),
        Why::AlertUnanswered(id) => words::unanswered(lang, id.as_str()),
        Why::NotDecided => words::why_not_decided(lang).to_owned(),
        Why::NothingNew => words::why_nothing_new(lang).to_owned(),
        Why::Missing(need) => words::need(lang, *need).to_owned(),
        Why::BackDated { latest } => words::back_dated(lang, &latest.to_string()),
        Why::WakePast => words::why_wake_past(lang).to_owned(),
        Why::NoSurvivor(id) => words::no_survivor(lang, id.as_str()),
    }
}

fn joined(screen: &Screen<'_>, purse: &Purse) -> Option<String> {
    let texts: Vec<String> = purse.nonzero().map(|m| screen.format.money(m)).collect();
    (!texts.is_empty()).then(|| texts.join(" + "))
}

fn money_facts(screen: &Screen<'_>, money: &Loss) -> Vec<FactText> {
    let lang = screen.lang();
    let fact = |label: &str, purse: Option<&Purse>, none: &str, tone| {
        let value = purse.and_then(|p| joined(screen, p));
        FactText {
            label: label.to_owned(),
            tone: if value.is_some() { tone } else { Tone::Neutral },
            value: value.unwrap_or_else(|| none.to_owned()),
            note: None,
        }
    };
    let none = sus::none(lang);
    let since = match &money.since_first_day {
        None => words::money_unknown(lang),
        Some(_) => words::no_usage(lang),
    };
    let first = money.since_first_day.as_ref();
    let newest = money.newest_day.as_ref();
    let mut facts = vec![fact(words::usage_since(lang), first, since, Tone::Danger)];
    facts.push(FactText {
        note: newest.map(|(day, _)| screen.format.day(*day)),
        ..fact(words::usage_newest(lang), newest.map(|(_, p)| p), words::no_usage(lang), Tone::Late)
    });
    let per_hour = Some(&money.per_hour);
    facts.push(fact(words::per_hour(lang), per_hour, words::no_usage(lang), Tone::Danger));
    let back = money.may_be_refunded.as_ref();
    facts.push(fact(words::may_refund(lang), back, since, Tone::Neutral));
    let open = Some(&money.open_invoices);
    facts.push(fact(words::open_invoices(lang), open, none, Tone::Neutral));
    facts.push(fact(words::asked_back(lang), Some(&money.asked_back), none, Tone::Neutral));
    facts
}

/// A subscription's state.
#[must_use]
pub fn status(lang: Lang, status: &Status) -> String {
    let (en, zh) = match status {
        Status::Unstated => ("state not known", "狀態未知"),
        Status::Active => ("active", "使用中"),
        Status::Suspended => ("suspended", "已暫停"),
        Status::Deleted => ("cancelled", "已取消"),
        Status::Expired => ("expired", "已到期"),
        Status::Pending => ("pending", "處理中"),
        Status::Disabled => ("disabled", "已停用"),
        Status::Other(word) => return word.clone(),
    };
    match lang {
        Lang::En => en,
        Lang::ZhHant => zh,
    }
    .to_owned()
}

fn alerts(screen: &Screen<'_>, case: &CaseFile, clocks: &[Clock]) -> Vec<AlertText> {
    let records = case.alerts().into_iter();
    let records = records.filter_map(|id| screen.state.book.alerts.get(id));
    records.map(|record| alert(screen, case, clocks, record)).collect()
}

fn alert(
    screen: &Screen<'_>,
    case: &CaseFile,
    clocks: &[Clock],
    record: &AlertRecord,
) -> AlertText {
    use crate::engine::suspicion::About;
    let lang = screen.lang();
    let alert = &record.alert.value;
    let own = About::Alert(alert.id.clone());
    let clock = clocks.iter().find(|c| c.about == own);
    let verdict = record.answers.last().map_or(&alert.verdict, |a| &a.value.verdict);
    let title = alert.title.clone();
    AlertText {
        id: alert.id.clone(),
        title: title.unwrap_or_else(|| sus::family(lang, &alert.family)),
        about: format!(
            "{} · {} · {}",
            sus::level(lang, &alert.severity),
            sus::alert_status(lang, &alert.status),
            screen.format.moment(alert.detected),
        ),
        clock: clock.map(|c| clock_text(screen, c)),
        answer: record.is_open().then(|| {
            let case = case.opening.value.case.clone();
            Panel::Answer(alert.id.clone(), Some(case))
        }),
        verdict: sus::verdict(lang, verdict),
        origin: origin(screen, &record.alert.mark),
    }
}

fn hits(screen: &Screen<'_>, case: &CaseFile) -> Vec<HitRow> {
    let summary = screen.state.desk.summary(&case.opening.value.customer);
    let signals = summary.into_iter().flat_map(|s| &s.signals);
    signals.filter_map(|s| hit_row(screen, s)).collect()
}

fn evidence(screen: &Screen<'_>, case: &CaseFile) -> Vec<EvidenceText> {
    let when = |at: Instant| screen.format.moment(at);
    case.evidence
        .iter()
        .map(|e| EvidenceText {
            name: e.value.name.clone(),
            hash: e.value.sha256.clone(),
            when: when(e.value.at),
            how: e.value.how.clone(),
        })
        .collect()
}
