//! A customer's credit tab: what is in force, what is asked, what the policy proposes and why.

use super::credit_memo::{Memo, memo};
use crate::app::credit_desk::{ASKED, Proposed, otherwise, propose};
use crate::app::update::credit::{Draft, Wrong, changed, may, second_of};
use crate::app::view_model::frame::read_only;
use crate::app::view_model::{AmountText, Tone};
use crate::app::words::{credit as words, policy_challenger as challenger_words, policy_faults};
use crate::app::{Lang, Screen};
use crate::book::{Account, Recorded};
use crate::domain::decision::{DecisionRecord, Outcome};
use crate::domain::ids::{CustomerId, EntryId};
use crate::domain::{RuleId, order};
use crate::engine::credit::attributes::ALL;
use crate::engine::credit::challenger::{answer_to, differs};
use crate::engine::credit::{Direction, May, record as record_of};
use crate::policy::document::FieldKind;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    pub in_force: Option<Taken>,
    pub earlier: Vec<Taken>,
    /// None when no policy can be used.
    pub proposal: Option<Proposal>,
}

/// A decision that was recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    pub entry: EntryId,
    pub outcome: String,
    pub tone: Tone,
    pub limit: Option<AmountText>,
    pub terms: String,
    pub expires: Option<String>,
    pub expired: bool,
    pub by: String,
    pub note: Option<String>,
    /// What came of deciding it again, where that was asked for.
    pub replay: Option<super::credit_again::Again>,
    /// What the challenger would have decided, where one was asked.
    pub challenger: Option<String>,
}

/// What is asked, what is proposed, and what may be recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    pub currency: String,
    pub asked: Ask,
    pub more: Vec<Ask>,
    pub memo: Memo,
    pub roles: Vec<(String, String)>,
    pub role: String,
    /// Why the proposal cannot be recorded, with the rule.
    pub why_not: Option<(String, Option<String>)>,
    pub overriding: bool,
    pub draft: Draft,
    pub outcomes: Vec<(String, String)>,
    pub codes: Vec<(String, String)>,
    pub wrong_limit: Option<String>,
    pub wrong_terms: Option<String>,
    /// Why the changed decision cannot be recorded, with the rule.
    pub why_not_changed: Option<(String, Option<String>)>,
    /// A second person has to sign the changed decision.
    pub second_wanted: bool,
}

/// A field that a person fills in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ask {
    pub field: String,
    pub label: String,
    pub text: String,
    pub yes_no: bool,
    pub problem: Option<String>,
}

#[must_use]
pub fn page(screen: &Screen<'_>, customer: &CustomerId) -> Option<Page> {
    let account = screen.state.book.accounts.get(customer)?;
    let as_of = screen.state.as_of();
    let now = account.decision_on(as_of);
    let mut earlier: Vec<&Recorded<DecisionRecord>> = account
        .decisions
        .iter()
        .filter(|d| now.is_none_or(|n| n.mark.entry != d.mark.entry))
        .collect();
    order::sort_by_key(&mut earlier, |d| std::cmp::Reverse(d.value.as_of));
    Some(Page {
        in_force: now.map(|d| taken(screen, account, d)),
        earlier: earlier.into_iter().map(|d| taken(screen, account, d)).collect(),
        proposal: propose(screen.state, customer).map(|p| proposal(screen, customer, &p)),
    })
}

/// Reasons of the challenger that are told beside a decision.
const REASONS_TOLD: usize = 4;

/// How loud an outcome is.
#[must_use]
pub const fn tone_of(outcome: &Outcome) -> Tone {
    match outcome {
        Outcome::Approve => Tone::Settled,
        Outcome::Prepay => Tone::Due,
        Outcome::Refer | Outcome::Other(_) => Tone::Accent,
        Outcome::Hold => Tone::Late,
        Outcome::Decline => Tone::Danger,
    }
}

fn taken(screen: &Screen<'_>, account: &Account, recorded: &Recorded<DecisionRecord>) -> Taken {
    let lang = screen.lang();
    let value = &recorded.value;
    Taken {
        entry: recorded.mark.entry.clone(),
        replay: super::credit_again::again(screen, recorded),
        challenger: challenged(screen, account, recorded),
        outcome: words::outcome_name(lang, &value.decided),
        tone: tone_of(&value.decided),
        limit: value.limit.map(|l| AmountText::of(l, screen.format)),
        terms: terms(screen, value.terms_days),
        expires: value.expires.map(|d| screen.format.day(d)),
        expired: value.expires.is_some_and(|d| d < screen.state.as_of()),
        by: by(screen, recorded),
        note: value.note.clone(),
    }
}

/// What the challenger would have decided. It is told of recorded decisions only, so that nobody
/// is led by it who decides.
fn challenged(
    screen: &Screen<'_>,
    account: &Account,
    recorded: &Recorded<DecisionRecord>,
) -> Option<String> {
    let lang = screen.lang();
    let answer = &answer_to(account, recorded)?.answer;
    let version = &answer.policy_version;
    if differs(&recorded.value, answer) == Direction::Unchanged {
        return Some(challenger_words::would_same(lang, version));
    }
    let outcome = words::outcome_name(lang, &answer.proposed);
    let limit = answer.proposed_limit.map_or_else(
        || challenger_words::no_limit(lang).to_owned(),
        |limit| screen.format.money(limit),
    );
    let days = terms(screen, answer.terms_days);
    let would = challenger_words::would(lang, version, &outcome, &limit, &days);
    let own = answer.reasons.iter().filter(|r| !recorded.value.reasons.contains(r));
    let own: Vec<&str> = own
        .map(|r| match lang {
            Lang::En => r.text_en.as_str(),
            Lang::ZhHant => r.text_zh_hant.as_str(),
        })
        .take(REASONS_TOLD)
        .collect();
    if own.is_empty() {
        return Some(would);
    }
    let own = challenger_words::would_for(lang, &own.join(words::replay_and(lang)));
    Some([would, own].join(words::replay_and(lang)))
}

/// Who decided, when, and who signed with him.
fn by(screen: &Screen<'_>, recorded: &Recorded<DecisionRecord>) -> String {
    let lang = screen.lang();
    let day = screen.format.day(recorded.value.as_of);
    let by = words::decided_by(lang, &recorded.mark.by, &day);
    match &recorded.value.second_by {
        Some(second) => words::signed_with(lang, &by, second),
        None => by,
    }
}

/// Terms in words: so many days, or prepayment.
pub(super) fn terms(screen: &Screen<'_>, days: Option<u16>) -> String {
    let lang = screen.lang();
    days.map_or_else(
        || words::prepayment(lang).to_owned(),
        |d| words::days(lang, &screen.format.number(i64::from(d))),
    )
}

fn proposal(screen: &Screen<'_>, customer: &CustomerId, proposed: &Proposed) -> Proposal {
    let lang = screen.lang();
    let document = &proposed.policy.document;
    let as_is = record_of(&proposed.decision, customer, proposed.asked);
    let changed = changed(screen.state, proposed, customer);
    let wrong =
        |w: Wrong, text: &str| (changed.as_ref().err() == Some(&w)).then(|| text.to_owned());
    let role = &screen.state.operator.role;
    let mut roles = vec![(String::new(), words::choose_role(lang).to_owned())];
    roles.extend(document.authority.iter().map(|a| (a.role.clone(), screen.says(&a.label))));
    let mut outcomes = vec![(String::new(), words::as_proposed(lang).to_owned())];
    outcomes
        .extend(Outcome::KNOWN.iter().map(|o| (o.word().to_owned(), words::outcome_name(lang, o))));
    let mut codes = vec![(String::new(), words::choose_code(lang).to_owned())];
    codes.extend(document.override_reasons.iter().map(|r| (r.code.clone(), screen.says(&r.text))));
    Proposal {
        currency: proposed.inputs.currency.to_string(),
        asked: ask(screen, customer, proposed, ASKED),
        more: more(screen, customer, proposed),
        memo: memo(screen, proposed, &otherwise(proposed, screen.state)),
        role: if document.authority.iter().any(|a| a.role == *role) {
            role.clone()
        } else {
            String::new()
        },
        roles,
        why_not: why_not(screen, proposed, &as_is),
        overriding: screen.state.credit.overriding,
        draft: screen.state.credit.change.clone(),
        outcomes,
        codes,
        wrong_limit: wrong(Wrong::Limit, words::wrong_limit(lang)),
        wrong_terms: wrong(Wrong::Terms, words::wrong_terms(lang)),
        why_not_changed: match &changed {
            Ok(record) => why_not(screen, proposed, record),
            Err(Wrong::Limit) => Some((words::wrong_limit(lang).to_owned(), None)),
            Err(Wrong::Terms) => Some((words::wrong_terms(lang).to_owned(), None)),
        },
        second_wanted: changed
            .as_ref()
            .is_ok_and(|record| may(screen.state, proposed, record) == Some(May::WithSecond)),
    }
}

/// CR-014: a second person, another than the one at work, has to be named.
const SECOND: RuleId = RuleId::fixed("CR-014");

fn why_not(
    screen: &Screen<'_>,
    proposed: &Proposed,
    record: &DecisionRecord,
) -> Option<(String, Option<String>)> {
    if let Some(why) = read_only(screen) {
        return Some((why, None));
    }
    let lang = screen.lang();
    let document = &proposed.policy.document;
    let role = &screen.state.operator.role;
    let label = document.authority.iter().find(|a| a.role == *role);
    let label = label.map_or_else(|| role.clone(), |a| screen.says(&a.label));
    match may(screen.state, proposed, record)? {
        May::Yes => None,
        May::WithSecond if second_of(screen.state).is_some() => None,
        May::WithSecond => Some((words::second(lang).to_owned(), Some(SECOND.to_string()))),
        May::No(refusal) => {
            let up_to = match &refusal {
                crate::engine::credit::Refusal::AboveLimit { up_to } => *up_to,
                _ => None,
            };
            let up_to = up_to.map(|m| screen.format.money(m));
            let text = words::refusal(lang, &refusal, &label, up_to.as_deref());
            Some((text, Some(refusal.rule().to_string())))
        }
    }
}

/// The fields that neither the book nor the ledger can fill.
fn more(screen: &Screen<'_>, customer: &CustomerId, proposed: &Proposed) -> Vec<Ask> {
    proposed
        .policy
        .document
        .fields
        .iter()
        .map(|f| f.id.as_str())
        .filter(|id| *id != ASKED && !ALL.iter().any(|a| a.field == *id))
        .map(|id| ask(screen, customer, proposed, id))
        .collect()
}

fn ask(screen: &Screen<'_>, customer: &CustomerId, proposed: &Proposed, id: &str) -> Ask {
    let fields = &proposed.policy.document.fields;
    let field = fields.iter().find(|f| f.id == id);
    let known = proposed.decision.inputs.iter().find(|i| i.field == id);
    let carried = known.filter(|i| !i.defaulted).and_then(|i| i.value.clone()).unwrap_or_default();
    let problem = proposed
        .unusable
        .iter()
        .find(|(field, _)| field == id)
        .map(|(_, problem)| policy_faults::sentence(screen.lang(), problem));
    Ask {
        field: id.to_owned(),
        label: field.map_or_else(|| id.to_owned(), |f| screen.says(&f.label)),
        text: screen.state.credit.text(customer, id).map_or(carried, str::to_owned),
        yes_no: field.is_some_and(|f| f.kind == FieldKind::Bool),
        problem,
    }
}
