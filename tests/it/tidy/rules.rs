//! Rule ids: well formed, and one meaning each.

use std::collections::{BTreeMap, BTreeSet};

use super::source::Source;
use super::{finds, holds};

const FAMILIES: &[&str] = &["COL", "CR", "SUS", "MAR", "PLT", "IMP", "JRN"];

/// Ids that once meant something and are never given again.
const RETIRED: &[&str] = &[];

#[test]
fn every_rule_id_is_defined_once_and_well_formed() {
    holds(ids);
}

#[test]
fn this_check_can_fail() {
    finds(ids, 0, "src/engine/a.rs", "const A: RuleId = RuleId::fixed(\"COL-020\");");
    finds(ids, 1, "src/engine/a.rs", "RuleId::fixed(\"COL-020\"); RuleId::fixed(\"COL-020\");");
    finds(ids, 1, "src/engine/a.rs", "RuleId::fixed(\"COL-20\");");
    finds(ids, 1, "src/engine/a.rs", "RuleId::fixed(\"ABC-020\");");
    finds(ids, 0, "src/engine/a.rs", "define(\"SUS-R01\", evaluate)");
    finds(ids, 1, "src/engine/a.rs", "define(\"SUS-R1\", evaluate)");
    finds(ids, 1, "src/platform/a.rs", "pub const A: &str = \"PLT-1\";");
    finds(
        ids,
        0,
        "src/engine/a.rs",
        "#[cfg(test)]\nmod tests { fn a() { RuleId::fixed(\"T\"); } }",
    );
}

#[test]
fn ids_in_a_match_are_found() {
    let chosen = "RuleId::fixed(match self { A(_) => \"COL-020\", B { .. } => \"COL-021\" })";
    finds(ids, 0, "src/engine/a.rs", chosen);
    let twice = format!("{chosen}; RuleId::fixed(\"COL-021\")");
    finds(ids, 1, "src/engine/a.rs", &twice);
    finds(ids, 1, "src/engine/a.rs", "RuleId::fixed(match self { A => \"COL-20\" })");
    // One rule may stand behind several things, as long as they are told in one place.
    let shared = "RuleId::fixed(match self { A => \"COL-020\", B => \"COL-020\" })";
    finds(ids, 0, "src/engine/a.rs", shared);
}

fn ids(sources: &[Source]) -> Vec<String> {
    let mut faults = Vec::new();
    let mut places: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for source in sources.iter().filter(|source| source.path.starts_with("src/")) {
        for (at, id) in defined(source) {
            let place = format!("{}:{}", source.path, source.line(at));
            if !is_well_formed(id) {
                faults.push(format!("{place}: `{id}` is not a family and three digits"));
            }
            if RETIRED.contains(&id) {
                faults.push(format!("{place}: `{id}` is retired"));
            }
            places.entry(id).or_default().push(place);
        }
    }
    let twice = places.into_iter().filter(|(_, places)| places.len() > 1);
    faults
        .extend(twice.map(|(id, places)| format!("`{id}` is defined at {}", places.join(" and "))));
    faults
}

/// Where a file defines rules, and which: alone, one for each arm of a match, in the list of the
/// signals, and as the names of Microsoft's rows.
fn defined(source: &Source) -> Vec<(usize, &str)> {
    let text = source.uncommented.as_str();
    let mut found = Vec::new();
    for (at, call) in text.match_indices("RuleId::fixed(") {
        let inside = arguments(&text[at + call.len()..]);
        if inside.trim_start().starts_with(['"', 'm']) {
            let all: BTreeSet<&str> = inside.split('"').skip(1).step_by(2).collect();
            found.extend(all.into_iter().map(|id| (at, id)));
        }
    }
    let named = |start: &'static str| {
        text.match_indices(start)
            .map(|(at, call)| (at, text[at + call.len()..].split('"').next().unwrap_or_default()))
    };
    found.extend(named("define(\""));
    let rows = named(": &str = \"").filter(|(_, id)| id.starts_with("PLT-"));
    found.extend(rows.filter(|_| source.path.starts_with("src/platform/")));
    found
}

/// What stands within the parentheses of a call, up to the one that closes it.
fn arguments(text: &str) -> &str {
    let mut depth = 1_usize;
    let mut quoted = false;
    let end = text.char_indices().find(|(_, c)| {
        quoted ^= *c == '"';
        match c {
            '(' if !quoted => depth += 1,
            ')' if !quoted => depth -= 1,
            _ => {}
        }
        depth == 0
    });
    end.map_or(text, |(at, _)| &text[..at])
}

/// `COL-020`, and the signals, states and clocks of suspicion by a letter: `SUS-R01`.
fn is_well_formed(id: &str) -> bool {
    id.split_once('-').is_some_and(|(family, number)| {
        let digits = number.strip_prefix(['C', 'R', 'S']).filter(|_| family == "SUS");
        let wanted = if digits.is_some() { 2 } else { 3 };
        let digits = digits.unwrap_or(number);
        FAMILIES.contains(&family)
            && digits.len() == wanted
            && digits.bytes().all(|byte| byte.is_ascii_digit())
    })
}
