//! A proposal as a memo: the outcome, the limit and how it was found, the reasons, what would change it.

use super::credit::{terms, tone_of};
use crate::app::Screen;
use crate::app::credit_desk::Proposed;
use crate::app::view_model::{AmountText, Tone};
use crate::app::words::credit as words;
use crate::domain::Money;
use crate::engine::credit::counterfactual::Reach;
use crate::engine::credit::decision::{CandidateSeen, InputSeen};
use crate::engine::credit::inputs::plain_text;
use crate::engine::credit::{Counterfactual, Reason};
use crate::policy::document::{Field, FieldKind};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Memo {
    pub outcome: String,
    pub tone: Tone,
    pub limit: Option<AmountText>,
    pub terms: String,
    pub deposit: Option<AmountText>,
    pub grade: Option<String>,
    pub next_review: String,
    pub expires: String,
    pub reasons: Vec<Why>,
    pub candidates: Vec<Candidate>,
    pub otherwise: Vec<String>,
    pub inputs: Vec<Input>,
    pub policy: String,
    pub is_shipped: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Why {
    pub text: String,
    pub code: String,
    pub factor: &'static str,
    pub points: Option<String>,
    pub internal: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    pub label: String,
    pub amount: Option<AmountText>,
    pub binding: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Input {
    pub label: String,
    pub value: String,
    pub source: String,
    pub age: Option<String>,
    /// What is wrong with it: missing, too old, or the policy's default.
    pub mark: Option<(&'static str, Tone)>,
}

#[must_use]
pub fn memo(screen: &Screen<'_>, proposed: &Proposed, otherwise: &[Counterfactual]) -> Memo {
    let decision = &proposed.decision;
    let lang = screen.lang();
    let document = &proposed.policy.document;
    let hash: String = decision.policy.sha256.chars().take(12).collect();
    Memo {
        outcome: words::outcome_name(lang, &decision.outcome),
        tone: tone_of(&decision.outcome),
        limit: decision.limit.map(|l| AmountText::of(l, screen.format)),
        terms: terms(screen, decision.term_days),
        deposit: decision
            .deposit
            .filter(|d| d.is_positive())
            .map(|d| AmountText::of(d, screen.format)),
        grade: decision.grade.clone(),
        next_review: screen.format.day(decision.next_review),
        expires: screen.format.day(decision.expires),
        reasons: decision.told().iter().map(|r| why(screen, r)).collect(),
        candidates: decision
            .candidates
            .iter()
            .enumerate()
            .map(|(at, c)| candidate(screen, c, decision.binding == Some(at)))
            .collect(),
        otherwise: otherwise.iter().take(6).map(|c| change(screen, proposed, c)).collect(),
        inputs: decision.inputs.iter().map(|i| input(screen, proposed, i)).collect(),
        policy: words::policy_line(
            lang,
            &screen.says(&document.name),
            &decision.policy.version,
            &hash,
        ),
        is_shipped: screen.state.policy_is_shipped,
    }
}

fn why(screen: &Screen<'_>, reason: &Reason) -> Why {
    let lang = screen.lang();
    Why {
        text: screen.says(&reason.text),
        code: reason.code.clone(),
        factor: words::factor(lang, reason.factor),
        points: reason.points_lost.map(|p| words::points(lang, &p.normalize().to_string())),
        internal: reason.internal_only,
    }
}

fn candidate(screen: &Screen<'_>, seen: &CandidateSeen, binding: bool) -> Candidate {
    Candidate {
        label: screen.says(&seen.label),
        amount: seen.amount.map(|m| AmountText::of(m, screen.format)),
        binding,
    }
}

fn change(screen: &Screen<'_>, proposed: &Proposed, would: &Counterfactual) -> String {
    let lang = screen.lang();
    let field = field(proposed, &would.field);
    let label = field.map_or_else(|| would.field.clone(), |f| screen.says(&f.label));
    let outcome = words::outcome_name(lang, &would.outcome);
    let (Reach::Below(value) | Reach::AtLeast(value) | Reach::Is(value)) = &would.reach;
    let value = shown(screen, proposed, field, &plain_text(value));
    match &would.reach {
        Reach::Below(_) => words::if_below(lang, &label, &value, &outcome),
        Reach::AtLeast(_) => words::if_at_least(lang, &label, &value, &outcome),
        Reach::Is(_) => words::if_is(lang, &label, &value, &outcome),
    }
}

fn input(screen: &Screen<'_>, proposed: &Proposed, seen: &InputSeen) -> Input {
    let lang = screen.lang();
    let mark = if seen.too_old {
        Some((words::too_old(lang), Tone::Late))
    } else if seen.value.is_none() {
        Some((words::missing(lang), Tone::Due))
    } else if seen.defaulted {
        Some((words::defaulted(lang), Tone::Neutral))
    } else {
        None
    };
    let value = seen.value.as_ref().map_or_else(String::new, |text| {
        shown(screen, proposed, field(proposed, &seen.field), text)
    });
    Input {
        label: screen.says(&seen.label),
        value,
        source: words::source_name(lang, &seen.source).to_owned(),
        age: seen.age_days.map(|d| words::days(lang, &screen.format.number(d))),
        mark,
    }
}

fn field<'a>(proposed: &'a Proposed, id: &str) -> Option<&'a Field> {
    let fields = &proposed.policy.document.fields;
    fields.iter().find(|f| f.id == id)
}

/// A value as the screen shows it: money with its currency, yes and no in words.
fn shown(screen: &Screen<'_>, proposed: &Proposed, field: Option<&Field>, text: &str) -> String {
    let lang = screen.lang();
    match field.map(|f| f.kind) {
        Some(FieldKind::Money) => Money::parse(text, proposed.inputs.currency)
            .map_or_else(|_| text.to_owned(), |m| screen.format.money(m)),
        Some(FieldKind::Bool) if text == "true" => words::yes(lang).to_owned(),
        Some(FieldKind::Bool) if text == "false" => words::no(lang).to_owned(),
        _ => text.to_owned(),
    }
}
