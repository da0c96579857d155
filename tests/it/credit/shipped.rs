//! The policies that ship: free of faults, and held to their own tests.

use recourse::engine::credit::run_tests;
use recourse::policy::{compile, shipped};

#[test]
fn every_shipped_policy_is_free_of_faults() {
    for policy in shipped::ALL {
        let compiled = compile(policy.text).unwrap_or_else(|faults| {
            let faults: Vec<String> = faults.iter().map(ToString::to_string).collect();
            panic!("{}: {faults:#?}", policy.id)
        });
        assert_eq!(compiled.document.id, policy.id);
        assert_eq!(compiled.warnings, [], "{}", policy.id);
    }
}

#[test]
fn every_shipped_policy_passes_its_own_tests() {
    for policy in shipped::ALL {
        let compiled = compile(policy.text).unwrap();
        let results = run_tests(&compiled);
        assert!(results.len() >= 30, "{} carries too few tests", policy.id);
        let failed: Vec<_> = results.iter().filter(|r| !r.passed()).collect();
        assert!(failed.is_empty(), "{}: {failed:#?}", policy.id);
    }
}

/// The texts of a cell with one comparison moved by its bound.
fn moved(cell: &str) -> Vec<String> {
    let swap = |from: &str, to: &str| cell.strip_prefix(from).map(|rest| format!("{to}{rest}"));
    let signs = [("<= ", "< "), ("< ", "<= "), (">= ", "> "), ("> ", ">= ")];
    let mut moved: Vec<String> = signs.iter().filter_map(|(from, to)| swap(from, to)).collect();
    if cell.contains("..") {
        moved.extend(swap("[", "(").or_else(|| swap("(", "[")));
        let (body, close) = cell.split_at(cell.len() - 1);
        let close = if close == "]" { ")" } else { "]" };
        moved.push(format!("{body}{close}"));
    }
    moved
}

/// Every cell of rules, bins and tables, by its place.
fn cells(value: &serde_json::Value, place: &str, found: &mut Vec<(String, String)>) {
    match value {
        serde_json::Value::Object(object) => {
            for (key, value) in object {
                let place = format!("{place}/{key}");
                match (key.as_str(), value) {
                    ("is", serde_json::Value::String(cell)) => found.push((place, cell.clone())),
                    _ => cells(value, &place, found),
                }
            }
        }
        serde_json::Value::Array(items) => {
            for (at, item) in items.iter().enumerate() {
                let place = format!("{place}/{at}");
                match item {
                    serde_json::Value::String(cell) if place.contains("/when/") => {
                        found.push((place, cell.clone()));
                    }
                    _ => cells(item, &place, found),
                }
            }
        }
        _ => {}
    }
}

#[test]
fn the_tests_of_every_shipped_policy_catch_a_moved_comparison() {
    let mut survivors = Vec::new();
    let mut caught = 0;
    for policy in shipped::ALL {
        let document: serde_json::Value = serde_json::from_str(policy.text).unwrap();
        let mut found = Vec::new();
        cells(&document, "", &mut found);
        for (place, cell) in found {
            for mutant in moved(&cell) {
                let mut changed = document.clone();
                *changed.pointer_mut(&place).unwrap() = mutant.clone().into();
                // Bins and rows that overlap are found by the check, the rest by the policy's tests.
                let survives = compile(&changed.to_string()).is_ok_and(|compiled| {
                    compiled.warnings.is_empty() && run_tests(&compiled).iter().all(|r| r.passed())
                });
                if survives {
                    survivors.push(format!("{}{place}: {cell} as {mutant}", policy.id));
                } else {
                    caught += 1;
                }
            }
        }
    }
    println!("{caught} moved comparisons caught");
    assert_eq!(survivors, Vec::<String>::new());
    assert!(caught > 50);
}
