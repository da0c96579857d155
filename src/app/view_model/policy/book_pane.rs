//! Beside the tables: the whole book under the draft, and each change by itself.

use serde_json::Value;

use super::head::guard_says;
use super::source::{Source, words_of};
use crate::app::Screen;
use crate::app::route::{CustomerTab, Route};
use crate::app::view_model::credit::terms;
use crate::app::view_model::{AmountText, Tone};
use crate::app::words::policy_page as words;
use crate::domain::Purse;
use crate::domain::ids::CustomerId;
use crate::engine::credit::decision::Origin;
use crate::engine::credit::{Direction, Moved, RuleMoves, Simulation, guards};

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
    pub direction: &'static str,
    pub tone: Tone,
    pub rule: String,
    pub id: String,
    pub count: String,
    pub exposure: Vec<AmountText>,
    /// Before and under the draft; none where only the days to pay differ.
    pub limits: Option<(Vec<AmountText>, Vec<AmountText>)>,
    pub days_late: String,
    pub who: Vec<Who>,
    pub more: Option<String>,
}

/// A customer, to go to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Who {
    pub name: String,
    pub href: String,
    /// What changes for him.
    pub change: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GuardLine {
    pub id: String,
    pub text: String,
    pub met: bool,
}

/// Customers that are named of each group.
const NAMED: usize = 5;

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

fn amounts(screen: &Screen<'_>, purse: &Purse) -> Vec<AmountText> {
    purse.nonzero().map(|m| AmountText::of(m, screen.format)).collect()
}

/// Limits of a group before and after; none where only the days to pay differ.
pub(super) fn limits(
    screen: &Screen<'_>,
    moves: &RuleMoves,
) -> Option<(Vec<AmountText>, Vec<AmountText>)> {
    let sums = &moves.sums;
    (moves.direction != Direction::Terms)
        .then(|| (amounts(screen, &sums.limit_before), amounts(screen, &sums.limit_after)))
}

/// How a way to go looks: days to pay alone are neither milder nor stricter.
pub(super) const fn tone(direction: Direction) -> Tone {
    match direction {
        Direction::In | Direction::Raised => Tone::Settled,
        Direction::Out | Direction::Lowered => Tone::Late,
        Direction::Terms | Direction::Unchanged => Tone::Neutral,
    }
}

fn rule(source: &Source<'_>, book: &Simulation, moves: &RuleMoves) -> RuleLine {
    let (screen, lang) = (source.screen, source.lang());
    let number = |n: usize| screen.format.number(i64::try_from(n).unwrap_or(i64::MAX));
    let (id, rule) = moves
        .by
        .as_ref()
        .map_or((String::new(), words::by_nothing(lang).to_owned()), |by| named(source, by));
    let who = moves.who.iter().filter_map(|at| book.customers.get(*at));
    let more = moves.who.len().saturating_sub(NAMED);
    RuleLine {
        direction: words::direction(lang, moves.direction),
        tone: tone(moves.direction),
        rule,
        id,
        count: words::customers(lang, &number(moves.sums.customers)),
        exposure: amounts(screen, &moves.sums.exposure),
        limits: limits(screen, moves),
        days_late: days_late(screen, moves),
        who: who.take(NAMED).map(|m| self::who(screen, m)).collect(),
        more: (more > 0).then(|| words::more_faults(lang, &number(more))),
    }
}

fn days_late(screen: &Screen<'_>, moves: &RuleMoves) -> String {
    let lang = screen.lang();
    let late = &moves.days_late;
    let number = |n: usize| screen.format.number(i64::try_from(n).unwrap_or(i64::MAX));
    match (late.median, late.worst) {
        (Some(median), Some(worst)) => words::days_late(
            lang,
            &screen.format.number(median),
            &screen.format.number(worst),
            &number(late.late_now),
        ),
        _ => words::days_late_unknown(lang).to_owned(),
    }
}

/// A customer and what changes for him.
pub(super) fn who(screen: &Screen<'_>, moved: &Moved) -> Who {
    let lang = screen.lang();
    let name = screen.state.book.accounts.get(&moved.customer);
    let outcome = |o| crate::app::words::credit::outcome_name(lang, o);
    let limit = |m: Option<crate::domain::Money>| {
        m.map_or_else(|| "–".to_owned(), |m| screen.format.money(m))
    };
    let change = match moved.direction {
        Direction::In | Direction::Out => {
            words::from_to(lang, &outcome(&moved.before), &outcome(&moved.after))
        }
        Direction::Terms => {
            let [before, after] =
                [moved.terms_before, moved.terms_after].map(|days| terms(screen, days));
            words::from_to(lang, &before, &after)
        }
        Direction::Raised | Direction::Lowered | Direction::Unchanged => {
            words::from_to(lang, &limit(moved.limit_before), &limit(moved.limit_after))
        }
    };
    Who {
        name: name.map_or_else(|| moved.customer.to_string(), |a| a.customer.value.name.clone()),
        href: href(&moved.customer),
        change,
    }
}

fn href(customer: &CustomerId) -> String {
    Route::Customer(customer.clone(), CustomerTab::Credit).to_string()
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
