//! Beside the tables: the whole book under the draft, and each change by itself.

use serde_json::Value;

use super::head::guard_says;
use super::source::{Source, words_of};
use super::swayed::{Said, Swayed, swayed};
use crate::app::Screen;
use crate::app::words::policy_page as words;
use crate::engine::credit::decision::Origin;
use crate::engine::credit::{Direction, RuleMoves, Simulation, guards};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BookPane {
    /// The figures are of an earlier edit; those of the latest are being worked out.
    pub waiting: bool,
    /// Nothing can be worked out while faults keep the draft from being used.
    pub cannot: bool,
    /// How many go which way, those who stay too.
    pub totals: Vec<(&'static str, String)>,
    pub rules: Vec<RuleLine>,
    pub guards: Vec<GuardLine>,
    /// What is not known of those who come in.
    pub caution: bool,
}

/// What one rule does to those it moves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleLine {
    pub rule: String,
    pub id: String,
    pub swayed: Swayed,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GuardLine {
    pub id: String,
    pub text: String,
    pub met: bool,
}

#[must_use]
pub fn book_pane(screen: &Screen<'_>) -> Option<BookPane> {
    let source = Source::of(screen)?;
    let form = &screen.state.policy;
    let unusable = form.checked().is_some_and(|(c, latest)| latest && c.policy.is_none());
    let empty = BookPane {
        waiting: !unusable,
        cannot: unusable,
        totals: Vec::new(),
        rules: Vec::new(),
        guards: Vec::new(),
        caution: false,
    };
    // While it cannot be used, the figures of an earlier edit would be taken for its own.
    let Some((book, latest)) = form.book().filter(|_| !unusable) else {
        return Some(empty);
    };
    let document = source.compiled.map(|p| &p.document);
    let guarded = document.map(|d| guards(d, book)).unwrap_or_default();
    Some(BookPane {
        waiting: !latest,
        totals: totals(screen, book),
        rules: book.rules.iter().map(|r| rule(&source, book, r)).collect(),
        guards: guarded
            .iter()
            .map(|g| GuardLine {
                id: g.guard.id.clone(),
                text: guard_says(screen, g),
                met: !g.blocks(),
            })
            .collect(),
        caution: book.rules.iter().any(|r| r.direction == Direction::In),
        ..empty
    })
}

fn totals(screen: &Screen<'_>, book: &Simulation) -> Vec<(&'static str, String)> {
    let lang = screen.lang();
    let count = |d: Direction| book.customers.iter().filter(|m| m.direction == d).count();
    let number = |n: usize| screen.format.number(i64::try_from(n).unwrap_or(i64::MAX));
    let all = [
        Direction::In,
        Direction::Out,
        Direction::Raised,
        Direction::Lowered,
        Direction::Terms,
        Direction::Unchanged,
    ];
    all.iter().map(|d| (words::direction(lang, *d), number(count(*d)))).collect()
}

fn rule(source: &Source<'_>, book: &Simulation, moves: &RuleMoves) -> RuleLine {
    let lang = source.lang();
    let (id, rule) = moves
        .by
        .as_ref()
        .map_or((String::new(), words::by_nothing(lang).to_owned()), |by| named(source, by));
    let said = Said {
        direction: words::direction,
        days_late: words::days_late,
        not_late: words::days_late_unknown,
    };
    RuleLine { rule, id, swayed: swayed(source.screen, book, moves, said) }
}

/// The id and the words of what moved somebody.
fn named(source: &Source<'_>, by: &Origin) -> (String, String) {
    let lang = source.lang();
    let find = |stage: &str, list: &str, id: &str| -> Option<String> {
        let has = |v: &&Value, id: &str| v.get("id").and_then(Value::as_str) == Some(id);
        let stage = source.items("stages").iter().find(|s| has(s, stage))?;
        let item = stage.get(list)?.as_array()?.iter().find(|i| has(i, id))?;
        let label = words_of(item.get("label"), lang);
        let own = words_of(stage.get("label"), lang);
        Some(if label.is_empty() { own } else { label })
    };
    match by {
        Origin::Rule { stage, rule } => {
            (rule.clone(), find(stage, "rules", rule).unwrap_or_default())
        }
        Origin::Row { stage, row } => (row.clone(), find(stage, "rules", row).unwrap_or_default()),
        Origin::Candidate { stage, candidate } => {
            (candidate.clone(), find(stage, "candidates", candidate).unwrap_or_default())
        }
        Origin::MissingField { field } => {
            (String::new(), words::missing_field(lang, &source.label(field)))
        }
        Origin::Card { card, field } => {
            (String::new(), format!("{}, {}", source.label(card), source.label(field)))
        }
        Origin::Failure { place, problem } => (place.clone(), problem.clone()),
    }
}
