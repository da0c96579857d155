//! The challenger: which version runs along, and what it would have decided beside what was decided.

use super::book_pane::{Who, limits, tone, who};
use super::head::{Refusal, refusal, title};
use crate::app::Screen;
use crate::app::update::policy::{may_end, may_name};
use crate::app::view_model::{AmountText, Tone};
use crate::app::words::{policy_challenger as words, policy_page};
use crate::domain::Purse;
use crate::engine::credit::challenger::{limit_difference, unanswered};
use crate::engine::credit::{Comparison, RuleMoves, comparisons};

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ChallengerPanel {
    pub running: Option<Running>,
    /// Versions with answers, the one asked last first.
    pub tried: Vec<Tried>,
}

/// The version that is asked now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Running {
    pub name: String,
    pub by: String,
    pub reason: Option<String>,
    /// What is to be said of it: that it decides nothing, or that it is in force.
    pub note: String,
    /// Decisions at which it was not asked.
    pub unanswered: Option<String>,
    pub why_not_end: Refusal,
}

/// What one version would have decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tried {
    pub version: String,
    pub sha256: String,
    pub asked: String,
    pub alike: String,
    pub months: Vec<(String, String)>,
    pub limits: Vec<AmountText>,
    pub groups: Vec<Swayed>,
}

/// Customers with whom it would have gone one way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Swayed {
    pub direction: &'static str,
    pub tone: Tone,
    pub count: String,
    pub exposure: Vec<AmountText>,
    /// What the policy proposed and what the challenger would have given; none where only the days to
    /// pay differ.
    pub limits: Option<(Vec<AmountText>, Vec<AmountText>)>,
    pub days_late: String,
    pub who: Vec<Who>,
    pub more: Option<String>,
}

/// Versions that are shown, and customers that are named of each group.
const SHOWN: usize = 3;
const NAMED: usize = 5;

/// None where no version was ever named or asked.
#[must_use]
pub fn challenger(screen: &Screen<'_>) -> Option<ChallengerPanel> {
    let state = screen.state;
    let all = comparisons(&state.book, state.as_of());
    let tried = all.iter().take(SHOWN).map(|one| tried(screen, one)).collect();
    let panel = ChallengerPanel { running: running(screen), tried };
    (panel != ChallengerPanel::default()).then_some(panel)
}

/// Why what is shown may not be named.
#[must_use]
pub fn why_not_name(screen: &Screen<'_>) -> Refusal {
    refusal(screen, may_name(screen.state))
}

fn running(screen: &Screen<'_>) -> Option<Running> {
    let (state, lang) = (screen.state, screen.lang());
    let named = state.book.challengers.last()?;
    let json = serde_json::from_str(&named.document).unwrap_or_default();
    let decides = state.policy_in_force.as_ref().is_some_and(|p| p.sha256 == named.sha256);
    let missed = unanswered(&state.book);
    Some(Running {
        name: title(screen, &json),
        by: words::named_by(lang, &named.mark.by, &screen.format.moment(named.mark.recorded)),
        reason: named.reason.clone(),
        note: if decides { words::is_in_force(lang) } else { words::decides_nothing(lang) }
            .to_owned(),
        unanswered: (missed > 0).then(|| words::unanswered(lang, &number(screen, missed))),
        why_not_end: refusal(screen, may_end(state)),
    })
}

fn tried(screen: &Screen<'_>, one: &Comparison) -> Tried {
    let lang = screen.lang();
    let (first, last) = one.days;
    let (first, last) = (screen.format.day(first), screen.format.day(last));
    let month = |m: &crate::engine::credit::challenger::Month| {
        let name = format!("{:04}-{:02}", m.first.year(), m.first.month());
        (name, alike(screen, m.agreed, m.decisions))
    };
    let groups = one.latest.rules.iter().map(|moves| group(screen, one, moves));
    Tried {
        version: one.version.clone(),
        sha256: one.sha256.get(..12).unwrap_or(&one.sha256).to_owned(),
        asked: words::asked(lang, &number(screen, one.decisions()), &first, &last),
        alike: alike(screen, one.agreed(), one.decisions()),
        months: one.months.iter().map(month).collect(),
        limits: amounts(screen, &limit_difference(&one.latest)),
        groups: groups.collect(),
    }
}

fn group(screen: &Screen<'_>, one: &Comparison, moves: &RuleMoves) -> Swayed {
    let lang = screen.lang();
    let people = moves.who.iter().filter_map(|at| one.latest.customers.get(*at));
    let more = moves.who.len().saturating_sub(NAMED);
    let late = &moves.days_late;
    let days_late = match (late.median, late.worst) {
        (Some(median), Some(worst)) => {
            let [median, worst] = [median, worst].map(|days| screen.format.number(days));
            words::late(lang, &median, &worst, &number(screen, late.late_now))
        }
        _ => words::not_due(lang).to_owned(),
    };
    Swayed {
        direction: words::direction(lang, moves.direction),
        tone: tone(moves.direction),
        count: policy_page::customers(lang, &number(screen, moves.sums.customers)),
        exposure: amounts(screen, &moves.sums.exposure),
        limits: limits(screen, moves),
        days_late,
        who: people.take(NAMED).map(|m| who(screen, m)).collect(),
        more: (more > 0).then(|| policy_page::more_faults(lang, &number(screen, more))),
    }
}

/// So many of so many, with the percentage rounded down: all alike is 100 and nothing else.
fn alike(screen: &Screen<'_>, agreed: usize, all: usize) -> String {
    let percent = agreed.saturating_mul(100).checked_div(all).unwrap_or(0);
    let percent = screen.format.percent(i64::try_from(percent).unwrap_or(100));
    words::alike(screen.lang(), &number(screen, agreed), &number(screen, all), &percent)
}

fn amounts(screen: &Screen<'_>, purse: &Purse) -> Vec<AmountText> {
    purse.nonzero().map(|m| AmountText::of(m, screen.format)).collect()
}

fn number(screen: &Screen<'_>, n: usize) -> String {
    screen.format.number(i64::try_from(n).unwrap_or(i64::MAX))
}
