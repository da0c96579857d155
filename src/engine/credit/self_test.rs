//! The tests that a policy carries with it.

use super::decision::{Decision, decide};
use super::inputs::Inputs;
use crate::domain::{Currency, Day, Money};
use crate::policy::Compiled;
use crate::policy::document::TestCase;

/// What came of one test.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TestResult {
    pub id: String,
    /// What was expected and what was found, for each part that differs; empty when it passed.
    pub failures: Vec<Failure>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// Such as `outcome`.
    pub part: &'static str,
    pub wanted: String,
    pub found: String,
}

impl TestResult {
    #[must_use]
    pub fn passed(&self) -> bool {
        self.failures.is_empty()
    }
}

/// Runs all tests of a policy.
#[must_use]
pub fn run_tests(policy: &Compiled) -> Vec<TestResult> {
    let tests = policy.document.tests.iter();
    tests.map(|test| run(policy, test)).collect()
}

/// The decision of one test, or the values of it that cannot be read.
fn run(policy: &Compiled, test: &TestCase) -> TestResult {
    let mut inputs = Inputs::new(test.currency.unwrap_or(Currency::EUR));
    let mut failures = Vec::new();
    for (field, text) in &test.input {
        if let Err(problem) = inputs.set_text(policy, field, text, ("test", None)) {
            failures.push(failure("input", text, &problem.to_string()));
        }
    }
    let as_of = test.as_of.unwrap_or(Day::MIN);
    let decision = decide(policy, &inputs, as_of);
    failures.extend(differences(test, &decision));
    TestResult { id: test.id.clone(), failures }
}

fn failure(part: &'static str, wanted: &str, found: &str) -> Failure {
    Failure { part, wanted: wanted.to_owned(), found: found.to_owned() }
}

fn differences(test: &TestCase, decision: &Decision) -> Vec<Failure> {
    let expect = &test.expect;
    let mut parts: Vec<(&'static str, Option<String>, String)> = vec![(
        "outcome",
        expect.outcome.as_ref().map(|o| o.word().to_owned()),
        decision.outcome.word().to_owned(),
    )];
    let grade = decision.grade.clone().unwrap_or_default();
    parts.push(("grade", expect.grade.clone(), grade));
    let limit = decision.limit.map_or("none".to_owned(), Money::number);
    let wanted = expect.limit.as_ref().map(|text| {
        Money::parse(text, decision.currency).map_or_else(|_| text.clone(), Money::number)
    });
    parts.push(("limit", wanted, limit));
    let terms = decision.term_days.unwrap_or(0).to_string();
    parts.push(("termDays", expect.term_days.map(|d| d.to_string()), terms));
    let codes: Vec<&str> = decision.reasons.iter().map(|r| r.code.as_str()).collect();
    let wanted = expect.reasons.as_ref().map(|codes| codes.join(", "));
    parts.push(("reasons", wanted, codes.join(", ")));
    parts
        .into_iter()
        .filter_map(|(part, wanted, found)| {
            let wanted = wanted.filter(|wanted| *wanted != found)?;
            Some(failure(part, &wanted, &found))
        })
        .collect()
}
