//! Beside the tables: what the draft says otherwise, in sentences, and whom each change moves.

use super::source::Source;
use super::swayed::{Who, who};
use crate::app::Screen;
use crate::app::update::policy::OneChange;
use crate::app::words::{policy_changes as words, policy_page, policy_thresholds};
use crate::domain::decision::Outcome;
use crate::engine::credit::Direction;
use crate::policy::bounds;
use crate::policy::diff::{Change, ChangeKind, Part, Thing};
use crate::policy::feel::parse_cell;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangesPane {
    pub waiting: bool,
    pub changes: Vec<ChangeLine>,
    pub more: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangeLine {
    pub section: &'static str,
    pub text: String,
    /// How many customers it moves by itself; none where it decides nothing.
    pub moves: Option<String>,
    pub who: Vec<Who>,
    pub more: Option<String>,
}

const NAMED: usize = 3;
const LISTED: usize = 60;

#[must_use]
pub fn changes_pane(screen: &Screen<'_>) -> Option<ChangesPane> {
    let source = Source::of(screen)?;
    let form = &screen.state.policy;
    let Some((effects, latest)) = form.effects() else {
        return Some(ChangesPane { waiting: true, changes: Vec::new(), more: None });
    };
    let told: Vec<&OneChange> = effects.changes.iter().collect();
    let number = |n: usize| screen.format.number(i64::try_from(n).unwrap_or(i64::MAX));
    let more = told.len().saturating_sub(LISTED);
    Some(ChangesPane {
        waiting: !latest,
        changes: told.iter().take(LISTED).map(|one| line(&source, one)).collect(),
        more: (more > 0).then(|| policy_page::more_faults(screen.lang(), &number(more))),
    })
}

fn line(source: &Source<'_>, one: &OneChange) -> ChangeLine {
    let (screen, lang) = (source.screen, source.lang());
    let number = |n: usize| screen.format.number(i64::try_from(n).unwrap_or(i64::MAX));
    let moved = one.moved.as_deref();
    let more = moved.map_or(0, |m| m.len().saturating_sub(NAMED));
    let moves = moved.map(|moved| {
        if moved.is_empty() {
            return policy_page::nobody_moves(lang).to_owned();
        }
        let count = |d: &[Direction]| moved.iter().filter(|m| d.contains(&m.direction)).count();
        let milder = count(&[Direction::In, Direction::Raised]);
        let harsher = count(&[Direction::Out, Direction::Lowered]);
        words::moves(lang, &number(moved.len()), &number(milder), &number(harsher))
    });
    ChangeLine {
        section: words::section(lang, one.change.section),
        text: sentence(source, &one.change),
        moves,
        who: moved.into_iter().flatten().take(NAMED).map(|m| who(screen, m)).collect(),
        more: (more > 0).then(|| policy_page::more_faults(lang, &number(more))),
    }
}

/// A change as a sentence.
fn sentence(source: &Source<'_>, change: &Change) -> String {
    let lang = source.lang();
    let things = things(source, &change.things);
    let before = change.before.as_deref().unwrap_or_default();
    let after = change.after.as_deref().unwrap_or_default();
    match (&change.part, change.kind) {
        (Part::Whole, ChangeKind::Added) => words::added(lang, &things),
        (Part::Whole, ChangeKind::Removed) => words::removed(lang, &things),
        (Part::Order, _) | (_, ChangeKind::Moved) => words::reordered(lang, &things, before, after),
        (part, kind) => {
            let what = match bounds::threshold_at(&change.place) {
                Some((threshold, rest)) => {
                    let meaning = policy_thresholds::meaning(lang, threshold.place);
                    format!("{meaning}{}", rest.replace('.', " "))
                }
                None => what(source, part),
            };
            // What belongs to nothing with a name stands alone.
            let what = match things.is_empty() {
                true => what,
                false => words::of_thing(lang, &things, &what),
            };
            let (old, new) = (value(source, part, before), value(source, part, after));
            // A text that was or is empty is not quoted.
            match (kind, old.is_empty(), new.is_empty()) {
                (ChangeKind::Added, _, _) | (_, true, false) => words::now(lang, &what, &new),
                (ChangeKind::Removed, _, _) | (_, false, true) => {
                    words::no_longer(lang, &what, &old)
                }
                _ => words::changed(lang, &what, &old, &new),
            }
        }
    }
}

fn things(source: &Source<'_>, all: &[Thing]) -> String {
    let one = |thing: &Thing| match &thing.label {
        Some(label) if !source.screen.says(label).is_empty() => {
            format!("{} ({})", source.screen.says(label), thing.id)
        }
        _ => {
            let label = source.label(&thing.id);
            if label == thing.id { label } else { format!("{label} ({})", thing.id) }
        }
    };
    all.iter().map(one).collect::<Vec<_>>().join(" › ")
}

fn what(source: &Source<'_>, part: &Part) -> String {
    let lang = source.lang();
    let name = |thing: &Thing| match &thing.label {
        Some(label) if !source.screen.says(label).is_empty() => source.screen.says(label),
        _ => source.label(&thing.id),
    };
    match part {
        Part::Cell { of } | Part::Result { of } => name(of),
        Part::Exception { of } => words::unless(lang, &name(of)),
        Part::Property(key) => words::property(lang, key).to_owned(),
        Part::Whole | Part::Order => String::new(),
    }
}

/// A text before or after: cells in words, outcomes by their names, the rest as it is.
fn value(source: &Source<'_>, part: &Part, text: &str) -> String {
    let lang = source.lang();
    let cell = matches!(part, Part::Cell { .. } | Part::Exception { .. });
    let parsed = source.compiled.filter(|_| cell).and_then(|p| {
        let cell = parse_cell(text, &p.scope).ok()?;
        let label = |name: &str| source.label(name);
        Some(crate::app::words::policy_cells::cell(lang, &cell, &p.scope, &label))
    });
    if let Some(said) = parsed {
        return said;
    }
    match Outcome::from_word(text.trim_matches('"')) {
        Outcome::Other(_) => crate::domain::text::shorten(text, 120),
        outcome => crate::app::words::credit::outcome_name(lang, &outcome),
    }
}
