//! The parts of a policy, for choosing one.

use std::collections::BTreeMap;

use serde_json::Value;

use super::source::{Source, words_of};
use crate::app::Screen;
use crate::app::words::{policy_page as words, policy_thresholds};
use crate::policy::bounds;
use crate::policy::fault::Weight;

/// One part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    pub key: String,
    pub title: String,
    /// Faults within it, and whether one is an error.
    pub faults: usize,
    pub has_error: bool,
    pub chosen: bool,
}

/// The part that is shown: the one that was chosen, or the first stage.
pub(super) fn chosen(source: &Source<'_>) -> String {
    let wanted = &source.screen.state.policy.sheet;
    let all = keys(source);
    if all.iter().any(|(key, ..)| key == wanted) {
        return wanted.clone();
    }
    let table = all.iter().find(|(key, ..)| key.starts_with("stage:"));
    table.map(|(key, ..)| key.clone()).unwrap_or_default()
}

/// Every part, in the order of the way to a decision.
#[must_use]
pub fn parts(screen: &Screen<'_>) -> Vec<Part> {
    let Some(source) = Source::of(screen) else {
        return Vec::new();
    };
    let chosen = chosen(&source);
    let mut faults: BTreeMap<String, (usize, bool)> = BTreeMap::new();
    for fault in source.faults {
        let (count, has_error) = faults.entry(part_of(&fault.place)).or_default();
        *count = count.saturating_add(1);
        *has_error |= fault.weight == Weight::Error;
    }
    let part = |(key, title): (String, String)| {
        let (count, has_error) = faults.get(&key).copied().unwrap_or_default();
        Part { chosen: key == chosen, key, title, faults: count, has_error }
    };
    keys(&source).into_iter().map(part).collect()
}

/// Key and title of each part.
fn keys(source: &Source<'_>) -> Vec<(String, String)> {
    let lang = source.lang();
    let several = |list: &'static str, key: &'static str| {
        source.items(list).iter().enumerate().map(move |(at, item)| {
            let title = words_of(item.get("label"), lang);
            let id = item.get("id").and_then(Value::as_str).unwrap_or_default();
            let title = if title.is_empty() { id.to_owned() } else { title };
            (format!("{key}:{at}"), title)
        })
    };
    let plain = [
        ("structure", words::structure(lang)),
        ("identity", words::identity(lang)),
        ("parameters", words::parameters(lang)),
        ("thresholds", policy_thresholds::title(lang)),
        ("derived", words::derived(lang)),
        ("lists", words::lists(lang)),
        ("fields", words::fields(lang)),
        ("outcome", words::outcome(lang)),
        ("reasons", words::reasons(lang)),
        ("authority", words::authority(lang)),
        ("overrideReasons", words::override_reasons(lang)),
        ("guards", words::guards(lang)),
        ("tests", words::tests(lang)),
        ("ladder", words::ladder(lang)),
    ];
    let plain = plain.map(|(key, title)| (key.to_owned(), title.to_owned()));
    several("stages", "stage").chain(several("scorecards", "card")).chain(plain).collect()
}

/// The key of the part in which a place lies.
#[must_use]
pub fn part_of(place: &str) -> String {
    let (list, rest) = place.split_once(['.', '[']).unwrap_or((place, ""));
    let at: String = rest.chars().take_while(char::is_ascii_digit).collect();
    match list {
        "stages" => format!("stage:{at}"),
        "scorecards" => format!("card:{at}"),
        "collections" if rest.starts_with("steps") => "ladder".to_owned(),
        "collections" | "suspicion" => "thresholds".to_owned(),
        "outcome" if bounds::is_threshold(place) => "thresholds".to_owned(),
        "parameters" | "derived" | "lists" | "fields" | "outcome" | "reasons" | "authority"
        | "overrideReasons" | "guards" | "tests" => list.to_owned(),
        _ => "identity".to_owned(),
    }
}
