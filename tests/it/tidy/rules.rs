//! Rule ids: well formed, and one meaning each.

use std::collections::BTreeMap;

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
    finds(
        ids,
        0,
        "src/engine/a.rs",
        "#[cfg(test)]\nmod tests { fn a() { RuleId::fixed(\"T\"); } }",
    );
}

fn ids(sources: &[Source]) -> Vec<String> {
    let mut faults = Vec::new();
    let mut places: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for source in sources.iter().filter(|source| source.path.starts_with("src/")) {
        for (at, call) in source.uncommented.match_indices("RuleId::fixed(\"") {
            let id = source.uncommented[at + call.len()..].split('"').next().unwrap_or_default();
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

fn is_well_formed(id: &str) -> bool {
    id.split_once('-').is_some_and(|(family, number)| {
        FAMILIES.contains(&family)
            && number.len() == 3
            && number.bytes().all(|byte| byte.is_ascii_digit())
    })
}
