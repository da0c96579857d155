//! The closed sets of words that a cell may hold.

use serde_json::Value;

use super::columns::Choices;
use super::source::{Source, words_of};
use crate::app::words::{credit, policy as words, policy_page as page, policy_parts as parts};
use crate::domain::decision::Outcome;
use crate::policy::guards::METRICS;
use crate::policy::ladder;
use crate::policy::vocabulary::{FACTORS, FIELD_KINDS, HITS, MISSING, ROLES, STAGE_KINDS};

/// Words with what they are called on the screen.
pub(super) fn choices(source: &Source<'_>, of: Choices) -> Vec<(String, String)> {
    let lang = source.lang();
    match of {
        Choices::Outcomes => Outcome::KNOWN
            .iter()
            .map(|o| (o.word().to_owned(), credit::outcome_name(lang, o)))
            .collect(),
        Choices::Reasons => reasons(source),
        Choices::AnyReason => {
            let none = (String::new(), page::no_reason(lang).to_owned());
            std::iter::once(none).chain(reasons(source)).collect()
        }
        Choices::Factors => called(FACTORS, &|factor| credit::factor(lang, factor)),
        Choices::Kinds => called(FIELD_KINDS, &|kind| page::field_kind(lang, kind)),
        Choices::Missing => MISSING
            .iter()
            .map(|word| ((*word).to_owned(), page::when_missing_name(lang, word)))
            .collect(),
        Choices::Hits => called(HITS, &|hit| words::hit(lang, hit)),
        Choices::Metrics => called(METRICS, &|metric| page::metric_name(lang, metric)),
        Choices::Roles => called(ROLES, &|role| parts::role(lang, role)),
        Choices::StageKinds => STAGE_KINDS
            .iter()
            .map(|word| ((*word).to_owned(), parts::stage_kind(lang, word).to_owned()))
            .collect(),
        Choices::StepKinds => called(ladder::KINDS, &|kind| parts::step_kind(lang, kind)),
        Choices::Anchors => called(ladder::ANCHORS, &|anchor| parts::anchor(lang, anchor)),
        Choices::DelayUnits => called(ladder::DELAY_UNITS, &|unit| parts::delay_unit(lang, unit)),
        Choices::Rolls => called(ladder::ROLLS, &|roll| parts::roll(lang, roll)),
        Choices::Approvals => {
            called(ladder::APPROVALS, &|approval| parts::approval(lang, approval))
        }
        Choices::Channels => called(ladder::CHANNELS, &|channel| parts::channel(lang, channel)),
    }
}

/// The words of the document with what they are called.
fn called<T: Copy>(known: &[(&str, T)], name: &dyn Fn(T) -> &'static str) -> Vec<(String, String)> {
    known.iter().map(|(word, value)| ((*word).to_owned(), name(*value).to_owned())).collect()
}

fn reasons(source: &Source<'_>) -> Vec<(String, String)> {
    let all = source.at("reasons").and_then(Value::as_object).into_iter().flatten();
    all.map(|(code, reason)| {
        let text = words_of(reason.get("text"), source.lang());
        (code.clone(), format!("{code}: {text}"))
    })
    .collect()
}
