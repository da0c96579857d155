//! A recorded decision: decided again, and as a notice to the customer.

use crate::app::Screen;
use crate::app::view_model::Tone;
use crate::app::words::credit as words;
use crate::book::Recorded;
use crate::domain::decision::DecisionRecord;
use crate::domain::ids::{CustomerId, EntryId};
use crate::engine::credit::{Difference, Replay, replay};
use crate::policy::{Compiled, compile, shipped};

/// What came of deciding again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Again {
    pub text: String,
    pub tone: Tone,
    /// What the policy in force would answer, where another one decided.
    pub today: Option<String>,
}

/// The decision again, where that was asked for.
pub(super) fn again(screen: &Screen<'_>, recorded: &Recorded<DecisionRecord>) -> Option<Again> {
    let state = screen.state;
    let asked = state.credit.replayed.as_ref() == Some(&recorded.mark.entry);
    if !asked {
        return None;
    }
    let lang = screen.lang();
    let record = &recorded.value;
    let Some(policy) = policy_of(screen, record) else {
        let text = words::replay_no_policy(lang).to_owned();
        return Some(Again { text, tone: Tone::Due, today: None });
    };
    let today = today(screen, record, &policy);
    Some(match replay(record, &policy, None) {
        Replay::Same { sha256 } => {
            let text = words::replay_same(lang, short(&sha256));
            Again { text, tone: Tone::Settled, today }
        }
        Replay::Differs { cause, parts, .. } => {
            Again { text: blamed(screen, &cause, &parts), tone: Tone::Danger, today }
        }
    })
}

/// What the policy in force would answer to the same inputs, where it is another one.
fn today(screen: &Screen<'_>, record: &DecisionRecord, decided_by: &Compiled) -> Option<String> {
    let lang = screen.lang();
    let current = screen.state.policy_in_force.as_deref()?;
    if current.sha256 == record.policy_sha256 {
        return None;
    }
    let version = &current.document.version;
    match replay(record, current, Some(decided_by)) {
        Replay::Same { .. } => Some(words::today_same(lang, version)),
        Replay::Differs { cause, parts, again } => {
            let limit = again.limit.map_or_else(
                || words::replay_no_limit(lang).to_owned(),
                |limit| screen.format.money(limit),
            );
            let outcome = words::outcome_name(lang, &again.outcome);
            let answer = words::today_differs(lang, version, &outcome, &limit);
            Some([answer, blamed(screen, &cause, &parts)].join(words::replay_stop(lang)))
        }
    }
}

/// What a difference is put down to.
fn blamed(screen: &Screen<'_>, cause: &Difference, parts: &[String]) -> String {
    let lang = screen.lang();
    match cause {
        Difference::Parameters { changed } => {
            let none = || words::replay_no_value(lang).to_owned();
            let changed = changed.iter().map(|parameter| {
                let (was, is) = (parameter.recorded.clone(), parameter.at_hand.clone());
                let (was, is) = (was.unwrap_or_else(none), is.unwrap_or_else(none));
                words::replay_parameter(lang, &parameter.id, &was, &is)
            });
            let changed: Vec<String> = changed.collect();
            words::replay_parameters(lang, &changed.join(words::replay_and(lang)))
        }
        Difference::Policy { recorded, at_hand } => {
            words::replay_policy(lang, short(recorded), short(at_hand))
        }
        Difference::Engine { recorded } => words::replay_engine(lang, recorded),
        Difference::Inputs { fields } => words::replay_inputs(lang, &fields.join(", ")),
        Difference::Unexplained => words::replay_unexplained(lang, &parts.join(", ")),
    }
}

/// Enough of a hash to know it by.
fn short(hash: &str) -> &str {
    hash.get(..12).unwrap_or(hash)
}

/// The policy that decided, by its hash: one of this book's, or one that comes with the program.
fn policy_of(screen: &Screen<'_>, record: &DecisionRecord) -> Option<Compiled> {
    let state = screen.state;
    let current = state.policy_in_force.as_deref();
    if let Some(current) = current.filter(|p| p.sha256 == record.policy_sha256) {
        return Some(current.clone());
    }
    let own = state.book.policies.iter().find(|p| p.sha256 == record.policy_sha256);
    if let Some(own) = own {
        return compile(&own.document).ok();
    }
    let mut all = shipped::ALL.iter().filter(|s| s.id == record.policy_id);
    let shipped = all.next().and_then(|s| compile(s.text).ok());
    shipped.filter(|p| p.sha256 == record.policy_sha256)
}

/// A notice to the customer: what was decided, and the adverse reasons only.
#[must_use]
pub fn notice(screen: &Screen<'_>, customer: &CustomerId, entry: &EntryId) -> Option<String> {
    let lang = screen.lang();
    let account = screen.state.book.accounts.get(customer)?;
    let recorded = account.decisions.iter().find(|d| d.mark.entry == *entry)?;
    let value = &recorded.value;
    let name = &account.customer.value.name;
    let mut lines = vec![
        screen.state.book.partner.name.clone(),
        String::new(),
        words::notice_head(lang, name),
        String::new(),
        words::notice_day(lang, &screen.format.day(value.as_of)),
        words::outcome_name(lang, &value.decided),
    ];
    if let Some(limit) = value.limit {
        lines.push(words::notice_limit(lang, &screen.format.money(limit)));
    }
    lines.push(words::notice_terms(lang, &super::credit::terms(screen, value.terms_days)));
    let told: Vec<&str> = value
        .reasons
        .iter()
        .filter(|r| r.adverse)
        .map(|r| match lang {
            crate::app::Lang::En => r.text_en.as_str(),
            crate::app::Lang::ZhHant => r.text_zh_hant.as_str(),
        })
        .collect();
    lines.push(String::new());
    if told.is_empty() {
        lines.push(words::no_adverse(lang).to_owned());
    } else {
        lines.push(words::notice_reasons(lang, told.len()));
        lines.extend(told.into_iter().map(|r| format!("- {r}")));
    }
    Some(lines.join("\n"))
}
