//! The policies that ship: free of faults, and held to their own tests.

use recourse::engine::credit::{Inputs, decide, run_tests};
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

/// Each in its own test, so that they run side by side.
macro_rules! catches {
    ($($name:ident: $id:literal,)*) => {
        $(
            #[test]
            fn $name() {
                catches_every_moved_comparison($id);
            }
        )*

        #[test]
        fn every_shipped_policy_is_tried() {
            let tried = [$($id),*];
            let all: Vec<&str> = shipped::ALL.iter().map(|p| p.id).collect();
            assert_eq!(all, tried);
        }
    };
}

catches! {
    standard_catches_a_moved_comparison: "standard",
    standard_indirect_catches_a_moved_comparison: "standard-indirect",
    cautious_direct_bill_catches_a_moved_comparison: "cautious-direct-bill",
    cautious_indirect_catches_a_moved_comparison: "cautious-indirect",
    growth_direct_bill_catches_a_moved_comparison: "growth-direct-bill",
    growth_indirect_catches_a_moved_comparison: "growth-indirect",
}

fn catches_every_moved_comparison(id: &str) {
    let policy = shipped::ALL.iter().find(|p| p.id == id).unwrap();
    let document: serde_json::Value = serde_json::from_str(policy.text).unwrap();
    let mut found = Vec::new();
    cells(&document["scorecards"], "/scorecards", &mut found);
    cells(&document["stages"], "/stages", &mut found);
    let mut survivors = Vec::new();
    let mut caught = 0;
    for (place, cell) in found {
        for mutant in moved(&cell) {
            let mut changed = document.clone();
            *changed.pointer_mut(&place).unwrap() = mutant.clone().into();
            // Bins and rows that overlap are found by the check, the rest by the policy's tests.
            let survives = compile(&changed.to_string()).is_ok_and(|compiled| {
                compiled.warnings.is_empty() && run_tests(&compiled).iter().all(|r| r.passed())
            });
            if survives {
                survivors.push(format!("{place}: {cell} as {mutant}"));
            } else {
                caught += 1;
            }
        }
    }
    assert_eq!(survivors, Vec::<String>::new());
    assert!(caught > 60, "{caught}");
}

/// Every number of a policy has its reason beside it, and every guard too.
#[test]
fn every_number_has_its_reason_in_both_languages() {
    for policy in shipped::ALL {
        let compiled = compile(policy.text).unwrap();
        let document = &compiled.document;
        let parameters = document.parameters.iter().flat_map(|p| &p.values).map(|v| &v.why);
        let guards = document.guards.iter().map(|g| &g.why);
        let outcome = std::iter::once(&document.outcome.why);
        for why in parameters.chain(guards).chain(outcome) {
            assert!(why.en.len() > 20 && why.zh_hant.chars().count() > 8, "{}: {why:?}", policy.id);
        }
        assert!(document.guards.len() >= 3, "{}", policy.id);
    }
}

/// Whoever lends less freely never lends more: cautious, standard and growth keep their order.
#[test]
fn the_more_careful_policy_never_gives_more() {
    let of = |id: &str| compile(shipped::ALL.iter().find(|p| p.id == id).unwrap().text).unwrap();
    for channel in ["direct-bill", "indirect"] {
        let standard = if channel == "indirect" { "standard-indirect" } else { "standard" };
        let cautious = of(&format!("cautious-{channel}"));
        let growth = of(&format!("growth-{channel}"));
        let ordered = [cautious, of(standard), growth];
        for test in ordered.iter().flat_map(|p| &p.document.tests) {
            let limits: Vec<_> = ordered
                .iter()
                .map(|policy| {
                    let mut inputs = Inputs::new(test.currency.unwrap());
                    for (field, text) in &test.input {
                        inputs.set_text(policy, field, text, ("test", None)).unwrap();
                    }
                    decide(policy, &inputs, test.as_of.unwrap()).limit
                })
                .collect();
            assert!(limits[0] <= limits[1] && limits[1] <= limits[2], "{}: {limits:?}", test.id);
        }
    }
}
