//! The head of the policy page: what is in force, the draft, proposals that wait, a refused file.

use super::sheet::Problem;
use super::spoken::spoken;
use crate::app::Screen;
use crate::app::update::policy::{No, approvals_wanted, may_approve, may_propose, proposals};
use crate::app::view_model::frame::read_only;
use crate::app::words::policy_challenger as challenger_words;
use crate::app::words::policy_page as words;
use crate::app::words::{policy, policy_faults};
use crate::domain::ids::EntryId;
use crate::domain::{Currency, Decimal};
use crate::engine::credit::{Finding, Guarded, approved_by, guards};
use crate::policy::fault::Weight;
use crate::policy::guards::Metric;
use crate::policy::shipped;

/// Why a button may not be pressed, and the rule that says so.
pub type Refusal = Option<(String, Option<String>)>;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// None when no policy can be used.
    pub in_force: Option<InForce>,
    pub work: Work,
    pub proposals: Vec<Proposal>,
    pub refused: Option<RefusedFile>,
    /// A draft was put away and can be brought back.
    pub discarded: bool,
    /// Policies that a draft can begin from, beside the one in force: id and name.
    pub shipped: Vec<(String, String)>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InForce {
    pub name: String,
    pub facts: Vec<(&'static str, String)>,
}

/// What stands on the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Work {
    /// The policy in force; nothing can be edited.
    Reading,
    Draft {
        name: String,
        can_undo: bool,
        can_redo: bool,
        why_not: Refusal,
    },
    Review {
        name: String,
        sha256: String,
        /// Who proposed it and when, and why.
        by: Option<(String, Option<String>)>,
        why_not: Refusal,
        /// How many approvals are there and wanted.
        signed: String,
        puts_into_force: bool,
        /// Guards that are not met: id, what was found, the reason typed to let it pass.
        unmet: Vec<(String, String, String)>,
    },
}

/// A proposal that waits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    pub entry: EntryId,
    pub sha256: String,
    pub name: String,
    pub by: String,
    pub reason: Option<String>,
    pub mine: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RefusedFile {
    pub title: String,
    pub problems: Vec<Problem>,
    pub more: usize,
    pub can_mend: bool,
}

#[must_use]
pub fn head(screen: &Screen<'_>) -> Head {
    let state = screen.state;
    let form = &state.policy;
    let known = |id: &str| state.policy_in_force.as_ref().is_some_and(|p| p.document.id == id);
    Head {
        in_force: in_force(screen),
        work: work(screen),
        proposals: waiting(screen),
        refused: refused(screen),
        discarded: form.discarded.is_some() && form.draft.is_none(),
        shipped: shipped::ALL
            .iter()
            .filter(|s| !(state.policy_is_shipped && known(s.id)))
            .map(|s| (s.id.to_owned(), words::shipped_name(screen.lang(), s.id).to_owned()))
            .collect(),
    }
}

fn in_force(screen: &Screen<'_>) -> Option<InForce> {
    let lang = screen.lang();
    let current = screen.state.policy_in_force.as_deref()?;
    let document = &current.document;
    let shipped = screen.state.policy_is_shipped;
    let origin = if shipped { policy::shipped(lang) } else { policy::recorded(lang) };
    let mut facts = vec![(policy::version(lang), document.version.clone())];
    if let Some(from) = document.effective.0 {
        facts.push((policy::from(lang), screen.format.day(from)));
    }
    facts.push((policy::origin(lang), origin.to_owned()));
    if !shipped {
        facts.push((words::author(lang), document.author.clone()));
        let by = approved_by(current, &screen.state.book).join(", ");
        facts.push((words::approved_by(lang), by));
    }
    facts.push((policy::hash(lang), current.sha256.clone()));
    let record = screen.state.book.policies.iter().rev().find(|p| p.sha256 == current.sha256);
    for (guard, reason) in record.into_iter().flat_map(|r| &r.waived) {
        facts.push((words::waived(lang), format!("{guard}: {reason}")));
    }
    Some(InForce { name: screen.says(&document.name), facts })
}

fn work(screen: &Screen<'_>) -> Work {
    let state = screen.state;
    let form = &state.policy;
    let name = form.subject().map(|d| title(screen, &d.json)).unwrap_or_default();
    match (&form.review, &form.draft) {
        (Some(_), _) => review(screen, name),
        (None, Some(draft)) => Work::Draft {
            name,
            can_undo: draft.can_undo(),
            can_redo: draft.can_redo(),
            why_not: refusal(screen, may_propose(state)),
        },
        (None, None) => Work::Reading,
    }
}

fn review(screen: &Screen<'_>, name: String) -> Work {
    let state = screen.state;
    let checked = state.policy.checked().and_then(|(c, _)| c.policy.as_deref());
    let in_force = state.policy_in_force.as_deref().map(|p| &p.document);
    let wanted = checked.map_or(1, |p| approvals_wanted(in_force, &p.document));
    let signed = checked.map_or(0, |p| approved_by(p, &state.book).len());
    let number = |n: usize| screen.format.number(i64::try_from(n).unwrap_or(i64::MAX));
    let json = state.policy.review.as_ref().map(|d| d.json.clone()).unwrap_or_default();
    let sha256 = crate::policy::canonical::sha256(&json);
    let proposed = waiting(screen).into_iter().find(|p| p.sha256 == sha256);
    Work::Review {
        name,
        sha256,
        by: proposed.map(|p| (p.by, p.reason)),
        why_not: refusal(screen, may_approve(state)),
        signed: words::signed_of(screen.lang(), &number(signed), &number(wanted)),
        puts_into_force: signed.saturating_add(1) >= wanted,
        unmet: unmet(screen),
    }
}

/// Guards of what is looked at that are not met, each with the reason typed to let it pass.
fn unmet(screen: &Screen<'_>) -> Vec<(String, String, String)> {
    let form = &screen.state.policy;
    let policy = form.checked().and_then(|(c, _)| c.policy.as_deref());
    let Some((policy, (simulation, _))) = policy.zip(form.book()) else {
        return Vec::new();
    };
    let all = guards(&policy.document, simulation);
    let typed = |id: &str| form.waived.get(id).cloned().unwrap_or_default();
    let blocking = all.iter().filter(|g| g.blocks());
    blocking.map(|g| (g.guard.id.clone(), guard_says(screen, g), typed(&g.guard.id))).collect()
}

/// What a guard found, against what it allows.
pub(super) fn guard_says(screen: &Screen<'_>, guarded: &Guarded<'_>) -> String {
    let lang = screen.lang();
    let label = screen.says(&guarded.guard.label);
    let metric = guarded.guard.metric;
    let bound = |bound: Decimal| figure_says(screen, metric, bound, None);
    match guarded.finding {
        Finding::Met { found, currency } => {
            words::guard_met(lang, &label, &figure_says(screen, metric, found, currency))
        }
        Finding::TooLow { found, min, currency } => {
            let found = figure_says(screen, metric, found, currency);
            words::guard_low(lang, &label, &found, &bound(min))
        }
        Finding::TooHigh { found, max, currency } => {
            let found = figure_says(screen, metric, found, currency);
            words::guard_high(lang, &label, &found, &bound(max))
        }
        Finding::NothingToMeasure => words::guard_none(lang, &label),
    }
}

/// A figure of the book in its unit: days, or a share in per cent; with its currency where it has one.
fn figure_says(
    screen: &Screen<'_>,
    metric: Metric,
    found: Decimal,
    currency: Option<Currency>,
) -> String {
    let says = match metric {
        Metric::SwapInDaysLate => {
            crate::app::words::credit::days(screen.lang(), &found.normalize().to_string())
        }
        _ => screen.format.share(found),
    };
    currency.map_or_else(
        || says.clone(),
        |currency| words::in_currency(screen.lang(), &says, currency.code()),
    )
}

/// Name and version of a document.
pub(super) fn title(screen: &Screen<'_>, json: &serde_json::Value) -> String {
    let name = super::source::words_of(json.get("name"), screen.lang());
    let version = json.get("version").and_then(serde_json::Value::as_str).unwrap_or_default();
    format!("{name} · {version}")
}

fn waiting(screen: &Screen<'_>) -> Vec<Proposal> {
    let state = screen.state;
    let me = crate::domain::text::fold_name(&state.operator.name);
    proposals(state)
        .into_iter()
        .map(|p| {
            let json = serde_json::from_str(&p.document).unwrap_or_default();
            let day = screen.format.moment(p.mark.recorded);
            Proposal {
                entry: p.mark.entry.clone(),
                sha256: p.sha256.clone(),
                name: title(screen, &json),
                by: words::proposed_by(screen.lang(), &p.mark.by, &day),
                reason: p.reason.clone(),
                mine: crate::domain::text::fold_name(&p.mark.by) == me,
            }
        })
        .collect()
}

/// Faults of a refused file that are listed.
const LISTED: usize = 12;

fn refused(screen: &Screen<'_>) -> Option<RefusedFile> {
    let lang = screen.lang();
    let refused = screen.state.policy.refused.as_ref()?;
    let json = refused.text.as_deref().and_then(|t| serde_json::from_str(t).ok());
    let mut problems: Vec<Problem> = refused
        .faults
        .iter()
        .filter(|f| f.weight == Weight::Error)
        .take(LISTED)
        .map(|f| Problem {
            place: place_in(screen, json.as_ref(), &f.place),
            text: policy_faults::sentence(lang, &f.kind),
            is_error: true,
        })
        .collect();
    problems.extend(refused.sentence.clone().map(|text| Problem {
        place: String::new(),
        text,
        is_error: true,
    }));
    let errors = refused.faults.iter().filter(|f| f.weight == Weight::Error).count();
    Some(RefusedFile {
        title: words::refused_title(lang, &refused.name),
        problems,
        more: errors.saturating_sub(LISTED),
        can_mend: refused.text.is_some(),
    })
}

fn place_in(screen: &Screen<'_>, json: Option<&serde_json::Value>, place: &str) -> String {
    json.map_or_else(|| place.to_owned(), |json| spoken(json, screen.lang(), place))
}

pub(super) fn refusal(screen: &Screen<'_>, no: Option<No>) -> Refusal {
    let no = no?;
    let lang = screen.lang();
    let number = |n: &usize| screen.format.number(i64::try_from(*n).unwrap_or(i64::MAX));
    let text = match &no {
        No::ReadOnly(_) => read_only(screen).unwrap_or_default(),
        No::NoName => words::no_name(lang).to_owned(),
        No::NotChecked => words::not_checked(lang).to_owned(),
        No::Faults(n) => words::has_faults(lang, &number(n)),
        No::Tests(n) => words::tests_fail(lang, &number(n)),
        No::Guard(guard) => words::guard_unmet(lang, guard),
        No::DayPassed(day) => words::day_passed(lang, &screen.format.day(*day)),
        No::OwnDraft => words::own_draft(lang).to_owned(),
        No::NothingChanged => words::nothing_changed(lang).to_owned(),
        No::Approved => words::already_approved(lang).to_owned(),
        No::Challenger => challenger_words::already(lang).to_owned(),
    };
    Some((text, no.rule().map(|r| r.to_string())))
}
