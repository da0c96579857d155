//! A place of a document by the names of what it is in: `Knock-out › K3 › when`.

use serde_json::Value;

use super::source::{Source, words_of};
use crate::app::Lang;
use crate::app::update::policy::value_at;
use crate::app::words::{policy_changes, policy_faults, policy_page as page, policy_thresholds};
use crate::policy::bounds::threshold_at;
use crate::policy::fault::{Example, FaultKind};

/// A place in words, from the outside in.
pub(super) fn spoken(json: &Value, lang: Lang, place: &str) -> String {
    if let Some((threshold, _)) = threshold_at(place) {
        let meaning = policy_thresholds::meaning(lang, threshold.place);
        return format!("{} › {meaning}", policy_thresholds::title(lang));
    }
    let mut told: Vec<String> = Vec::new();
    let mut way = String::new();
    for piece in place.split_inclusive([']', '.']) {
        way.push_str(piece);
        let here = way.trim_end_matches('.');
        if piece.ends_with(']') {
            let list = piece.split('[').next().unwrap_or_default();
            // Stages and scorecards are known by their own names; of other lists the name helps.
            if told.is_empty() && !matches!(list, "stages" | "scorecards") {
                told.push(key_name(lang, list).to_owned());
            }
            let column = column(json, lang, here);
            told.push(column.or_else(|| item(json, lang, here)).unwrap_or_else(|| number(piece)));
        } else if !piece.ends_with('.') || told.is_empty() {
            told.push(key_name(lang, piece.trim_end_matches('.')).to_owned());
        }
    }
    told.retain(|t| !t.is_empty());
    told.join(" › ")
}

/// The sentence of a fault, with the labels of the names of its example.
pub(super) fn sentence(source: &Source<'_>, kind: &FaultKind) -> String {
    let mut kind = kind.clone();
    if let FaultKind::Gap { example } | FaultKind::Overlap { example, .. } = &mut kind {
        label(source, example);
    }
    policy_faults::sentence(source.lang(), &kind)
}

fn label(source: &Source<'_>, example: &mut Example) {
    if let Example::Values(all) = example {
        for (name, _) in all {
            *name = source.called(name);
        }
    }
}

/// What an item of a list is called.
fn item(json: &Value, lang: Lang, place: &str) -> Option<String> {
    let item = value_at(json, place)?;
    let known = ["label", "id", "code", "role", "field", "from"];
    known.iter().find_map(|key| {
        let value = item.get(key)?;
        let text = match *key {
            "label" => words_of(Some(value), lang),
            _ => value.as_str()?.to_owned(),
        };
        Some(text).filter(|t| !t.is_empty())
    })
}

/// The column in which a cell of a decision table stands.
fn column(json: &Value, lang: Lang, place: &str) -> Option<String> {
    let (stage, cell) = place.split_once(".rules[")?;
    let (_, cell) = cell.split_once("].")?;
    let (side, at) = cell.trim_end_matches(']').split_once('[')?;
    let (list, key) = match side {
        "when" => ("inputs", "field"),
        "then" => ("outputs", "id"),
        _ => return None,
    };
    let column = value_at(json, &format!("{stage}.{list}[{at}]"))?;
    let own = Some(words_of(column.get("label"), lang)).filter(|t| !t.is_empty());
    let name = column.get(key).and_then(Value::as_str)?;
    Some(own.or_else(|| label_of(json, lang, name)).unwrap_or_else(|| name.to_owned()))
}

/// The label of a declared name.
fn label_of(json: &Value, lang: Lang, name: &str) -> Option<String> {
    let lists = ["fields", "parameters", "lists", "derived", "scorecards"];
    let items = lists.iter().filter_map(|list| json.get(list)?.as_array()).flatten();
    let named = |item: &&Value| item.get("id").and_then(Value::as_str) == Some(name);
    let label = items.into_iter().find(named).map(|item| words_of(item.get("label"), lang));
    label.filter(|t| !t.is_empty())
}

fn number(piece: &str) -> String {
    let number = piece.rsplit('[').next().and_then(|n| n.trim_end_matches(']').parse().ok());
    number.map_or_else(|| piece.to_owned(), |n: usize| n.saturating_add(1).to_string())
}

/// A key of the document by the head of its column; one without a column stays as it is written.
fn key_name(lang: Lang, key: &str) -> &str {
    match key {
        "fields" => page::fields(lang),
        "parameters" => page::parameters(lang),
        "lists" => page::lists(lang),
        "derived" => page::derived(lang),
        "tests" => page::tests(lang),
        "guards" => page::guards(lang),
        "authority" => page::authority(lang),
        "overrideReasons" => page::override_reasons(lang),
        "reasons" => page::reasons(lang),
        "outcome" => page::outcome(lang),
        "collections" => page::ladder(lang),
        "suspicion" => policy_thresholds::title(lang),
        "when" => page::when(lang),
        "unless" => page::unless(lang),
        "id" => page::id(lang),
        "rules" => page::rows_of(lang),
        other => policy_changes::property(lang, other),
    }
}
