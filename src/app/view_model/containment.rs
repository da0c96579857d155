//! The containment sheet of a case in words: what each step would do, by the same answers that a
//! customer's subscriptions show.

use crate::app::Screen;
use crate::app::update::suspicion::Panel;
use crate::app::view_model::Tone;
use crate::app::view_model::case::{status, text};
use crate::app::view_model::origin::{OriginText, origin};
use crate::app::view_model::risk_text::{reversible, side_effect, why};
use crate::app::words::{case as words, risk};
use crate::book::CaseFile;
use crate::engine::money_at_risk::{Feasibility, May, Reversible, Takes};
use crate::engine::suspicion::SheetLine;
use crate::engine::suspicion::consequences::rules_behind;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetText {
    pub id: String,
    pub offer: String,
    pub about: String,
    /// Why nothing can be said.
    pub nothing: Option<String>,
    pub choices: Vec<ChoiceText>,
    /// Where the subscription was read.
    pub origin: Option<OriginText>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChoiceText {
    pub action: String,
    pub able: String,
    pub able_tone: Tone,
    /// The rule by which it may or may not be done.
    pub rule: String,
    pub effects: Vec<(String, Tone)>,
    /// What comes with it, in order, each with its rule.
    pub comes_with: Vec<(String, String)>,
    pub instead: Option<String>,
    /// Microsoft's rules: id and what it says.
    pub rules: Vec<(String, String)>,
    pub panel: Panel,
    pub possible: bool,
}

/// One subscription of the sheet.
#[must_use]
pub fn sheet_text(screen: &Screen<'_>, case: &CaseFile, line: &SheetLine) -> SheetText {
    let lang = screen.lang();
    let known = line.known.as_ref();
    let nothing = match known {
        None => Some(words::not_imported(lang)),
        Some(_) if line.choices.is_empty() => Some(words::other_product(lang)),
        Some(_) => None,
    };
    let about = known.map(|k| {
        let end = k.term_end.map(|day| screen.format.day(day));
        let cost = k.cost_per_period.map(|m| screen.format.money(m));
        let parts = [Some(status(lang, &k.status)), end, cost];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
    });
    let account = screen.state.book.accounts.get(&case.opening.value.customer);
    let kept = account.and_then(|account| account.subscriptions.get(&line.subscription));
    SheetText {
        id: line.subscription.to_string(),
        offer: known.map_or_else(|| line.subscription.to_string(), |k| k.offer.clone()),
        about: about.unwrap_or_default(),
        nothing: nothing.map(str::to_owned),
        choices: line.choices.iter().map(|c| choice(screen, case, line, c)).collect(),
        origin: kept.map(|kept| origin(screen, &kept.mark)),
    }
}

fn choice(
    screen: &Screen<'_>,
    case: &CaseFile,
    line: &SheetLine,
    answer: &Feasibility,
) -> ChoiceText {
    let lang = screen.lang();
    let instead: Vec<String> = answer.instead.iter().map(|a| risk::action_name(lang, a)).collect();
    let comes_with = answer.side_effects.iter();
    let rules = rules_behind(answer, &screen.state.frame());
    ChoiceText {
        action: words::action(lang, &answer.action),
        able: why(screen, &answer.why),
        able_tone: match answer.may {
            May::Yes => Tone::Settled,
            May::No => Tone::Neutral,
            May::CannotTell => Tone::Accent,
        },
        rule: answer.rule.to_string(),
        effects: if answer.may == May::No { Vec::new() } else { effects(screen, answer) },
        comes_with: comes_with
            .map(|(e, rule)| (side_effect(screen, e), rule.to_string()))
            .collect(),
        instead: (!instead.is_empty()).then(|| instead.join(" + ")),
        rules: rules.iter().map(|r| (r.id.to_owned(), text(lang, r.says).to_owned())).collect(),
        panel: Panel::Act(
            case.opening.value.case.clone(),
            Some(answer.action.clone()),
            Some(line.subscription.clone()),
        ),
        possible: answer.may != May::No,
    }
}

/// What it does to access, to cost, and whether it can be taken back.
#[must_use]
pub fn effects(screen: &Screen<'_>, answer: &Feasibility) -> Vec<(String, Tone)> {
    let all = [access(screen, answer), cost(screen, answer), back(screen, answer)];
    let mut all: Vec<(String, Tone)> = all.into_iter().flatten().collect();
    let lang = screen.lang();
    let saved = answer.saved.filter(|m| m.is_positive());
    if let Some(day) = answer.saved_per_day {
        all.push((risk::per_day(lang, &screen.format.money(day)), Tone::Settled));
    } else if let Some(saved) = saved {
        all.push((words::saves(lang, &screen.format.money(saved)), Tone::Settled));
    }
    if let Some(left) = answer.still_committed.filter(|m| m.is_positive()) {
        all.push((words::still_billed(lang, &screen.format.money(left)), Tone::Danger));
    }
    all
}

fn access(screen: &Screen<'_>, answer: &Feasibility) -> Option<(String, Tone)> {
    let lang = screen.lang();
    Some(match answer.stops_access {
        Takes::AtOnce => (words::stops_access(lang).to_owned(), Tone::Settled),
        Takes::From(day) => (words::access_ends(lang, &screen.format.day(day)), Tone::Due),
        Takes::Never => (words::keeps_access(lang).to_owned(), Tone::Neutral),
        Takes::CannotTell => return None,
    })
}

fn cost(screen: &Screen<'_>, answer: &Feasibility) -> Option<(String, Tone)> {
    let lang = screen.lang();
    Some(match answer.stops_cost {
        Takes::AtOnce => (words::stops_cost(lang).to_owned(), Tone::Settled),
        Takes::From(day) => (words::cost_ends(lang, &screen.format.day(day)), Tone::Due),
        Takes::Never => (words::cost_goes_on(lang).to_owned(), Tone::Danger),
        Takes::CannotTell => return None,
    })
}

fn back(screen: &Screen<'_>, answer: &Feasibility) -> Option<(String, Tone)> {
    let lang = screen.lang();
    Some(match answer.reversible {
        Reversible::Never => (words::back_never(lang).to_owned(), Tone::Late),
        Reversible::UntilEndOf(day) => {
            (words::back_until(lang, &screen.format.day(day)), Tone::Neutral)
        }
        Reversible::AnyTime => (words::back_freely(lang).to_owned(), Tone::Neutral),
        Reversible::CannotTell => {
            (words::back_unknown(lang, &reversible(screen, answer.reversible)), Tone::Accent)
        }
    })
}
