//! The closed sets of words that a cell may hold.

use serde_json::Value;

use super::columns::Choices;
use super::source::{Source, words_of};
use crate::app::words::{credit, policy as words, policy_page as page};
use crate::domain::decision::Outcome;
use crate::policy::document::Factor;
use crate::policy::table::{Aggregate, HitPolicy};

/// Words with what they are called on the screen.
pub(super) fn choices(source: &Source<'_>, of: Choices) -> Vec<(String, String)> {
    let lang = source.lang();
    let named = |all: &[(&str, &str)]| -> Vec<(String, String)> {
        all.iter().map(|(word, name)| ((*word).to_owned(), (*name).to_owned())).collect()
    };
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
        Choices::Factors => FACTORS
            .iter()
            .map(|(word, factor)| ((*word).to_owned(), credit::factor(lang, *factor).to_owned()))
            .collect(),
        Choices::Kinds => named(&[
            ("bool", page::kind_bool(lang)),
            ("text", page::kind_text(lang)),
            ("number", page::kind_number(lang)),
            ("money", page::kind_money(lang)),
            ("day", page::kind_day(lang)),
        ]),
        Choices::Missing => named(&[
            ("refer", credit::refer(lang)),
            ("prepay", credit::prepay(lang)),
            ("hold", credit::hold(lang)),
            ("decline", credit::decline(lang)),
            ("default", page::missing_default(lang)),
            ("score-as-missing", page::missing_score(lang)),
            ("skip-candidate", page::missing_skip(lang)),
        ]),
        Choices::Hits => HITS
            .iter()
            .map(|h| (crate::policy::hit_word(*h).to_owned(), words::hit(lang, *h).to_owned()))
            .collect(),
        Choices::Metrics => METRICS
            .iter()
            .map(|word| ((*word).to_owned(), page::metric_name(lang, word).to_owned()))
            .collect(),
    }
}

const FACTORS: &[(&str, Factor)] = &[
    ("character", Factor::Character),
    ("capacity", Factor::Capacity),
    ("capital", Factor::Capital),
    ("collateral", Factor::Collateral),
    ("conditions", Factor::Conditions),
    ("fraud", Factor::Fraud),
    ("data", Factor::Data),
];

const HITS: &[HitPolicy] = &[
    HitPolicy::Unique,
    HitPolicy::Any,
    HitPolicy::Priority,
    HitPolicy::First,
    HitPolicy::RuleOrder,
    HitPolicy::OutputOrder,
    HitPolicy::Collect(Aggregate::List),
    HitPolicy::Collect(Aggregate::Sum),
    HitPolicy::Collect(Aggregate::Min),
    HitPolicy::Collect(Aggregate::Max),
    HitPolicy::Collect(Aggregate::Count),
];

/// The figures that a guard may look at.
const METRICS: &[&str] = &[
    "approve-share",
    "refer-share",
    "refused-share",
    "moved-share",
    "swap-out-share",
    "swap-in-share",
    "limit-change",
    "over-limit-share",
    "swap-in-days-late",
];

fn reasons(source: &Source<'_>) -> Vec<(String, String)> {
    let all = source.at("reasons").and_then(Value::as_object).into_iter().flatten();
    all.map(|(code, reason)| {
        let text = words_of(reason.get("text"), source.lang());
        (code.clone(), format!("{code}: {text}"))
    })
    .collect()
}
