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
