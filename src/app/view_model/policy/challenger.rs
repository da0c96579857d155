//! The challenger: which version runs along, and what it would have decided beside what was decided.

use super::head::{Refusal, refusal, title};
use super::swayed::{Said, Swayed, amounts, swayed};
use crate::app::Screen;
use crate::app::update::policy::{may_end, may_name};
use crate::app::view_model::AmountText;
use crate::app::words::policy_challenger as words;
use crate::engine::credit::challenger::{limit_difference, unanswered};
use crate::engine::credit::{Comparison, comparisons};

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

/// Versions that are shown.
const SHOWN: usize = 3;

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
    let said =
        Said { direction: words::direction, days_late: words::late, not_late: words::not_due };
    let groups = one.latest.rules.iter().map(|moves| swayed(screen, &one.latest, moves, said));
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

/// So many of so many, with the percentage rounded down: all alike is 100 and nothing else.
fn alike(screen: &Screen<'_>, agreed: usize, all: usize) -> String {
    let percent = agreed.saturating_mul(100).checked_div(all).unwrap_or(0);
    let percent = screen.format.percent(i64::try_from(percent).unwrap_or(100));
    words::alike(screen.lang(), &number(screen, agreed), &number(screen, all), &percent)
}

fn number(screen: &Screen<'_>, n: usize) -> String {
    screen.format.number(i64::try_from(n).unwrap_or(i64::MAX))
}
