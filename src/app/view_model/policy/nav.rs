//! The parts of a policy, for choosing one.

use serde_json::Value;

use super::source::{Source, words_of};
use crate::app::Screen;
use crate::app::update::policy::within;
use crate::app::words::policy_page as words;
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
    let part = |(key, title, place): (String, String, String)| {
        let here = source.faults.iter().filter(|f| within(&f.place, &place));
        let weights: Vec<Weight> = here.map(|f| f.weight).collect();
        Part {
            chosen: key == chosen,
            key,
            title,
            faults: weights.len(),
            has_error: weights.contains(&Weight::Error),
        }
    };
    keys(&source).into_iter().map(part).collect()
}

/// Key, title and place of each part.
fn keys(source: &Source<'_>) -> Vec<(String, String, String)> {
    let lang = source.lang();
    let mut all = Vec::new();
    let several = |list: &str, key: &str, all: &mut Vec<(String, String, String)>| {
        for (at, item) in source.items(list).iter().enumerate() {
            let title = words_of(item.get("label"), lang);
            let id = item.get("id").and_then(Value::as_str).unwrap_or_default();
            let title = if title.is_empty() { id.to_owned() } else { title };
            all.push((format!("{key}:{at}"), title, format!("{list}[{at}]")));
        }
    };
    several("stages", "stage", &mut all);
    several("scorecards", "card", &mut all);
    let plain = [
        ("parameters", words::parameters(lang), "parameters"),
        ("derived", words::derived(lang), "derived"),
        ("lists", words::lists(lang), "lists"),
        ("fields", words::fields(lang), "fields"),
        ("outcome", words::outcome(lang), "outcome"),
        ("reasons", words::reasons(lang), "reasons"),
        ("authority", words::authority(lang), "authority"),
        ("overrideReasons", words::override_reasons(lang), "overrideReasons"),
        ("guards", words::guards(lang), "guards"),
        ("tests", words::tests(lang), "tests"),
        ("ladder", words::ladder(lang), "collections"),
    ];
    let identity = ("identity", words::identity(lang), "effective");
    // Its faults are told where the stage or the scorecard stands.
    let structure = ("structure", words::structure(lang), "structure");
    for (key, title, place) in [structure, identity].into_iter().chain(plain) {
        all.push((key.to_owned(), title.to_owned(), place.to_owned()));
    }
    all
}

/// The key of the part in which a place lies.
#[must_use]
pub fn part_of(place: &str) -> String {
    let (list, rest) = place.split_once(['.', '[']).unwrap_or((place, ""));
    let at: String = rest.chars().take_while(char::is_ascii_digit).collect();
    match list {
        "stages" => format!("stage:{at}"),
        "scorecards" => format!("card:{at}"),
        "collections" | "suspicion" => "ladder".to_owned(),
        "parameters" | "derived" | "lists" | "fields" | "outcome" | "reasons" | "authority"
        | "overrideReasons" | "guards" | "tests" => list.to_owned(),
        _ => "identity".to_owned(),
    }
}
