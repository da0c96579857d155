//! Beside the tables: every fault with its place, and the policy's own tests.

use super::nav::part_of;
use super::source::Source;
use super::spoken::spoken;
use serde_json::Value;

use crate::app::words::{credit, policy_page as words};
use crate::app::{Lang, Screen};
use crate::domain::decision::Outcome;
use crate::engine::credit::{Failure, TestResult, run_tests};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TestsPane {
    /// The check of the latest edit is still to come.
    pub waiting: bool,
    pub faults: Vec<FaultLine>,
    pub more_faults: usize,
    pub passed: String,
    pub failed: Vec<TestLine>,
    pub has_tests: bool,
    /// Faults keep the tests from being run.
    pub tests_wait: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FaultLine {
    pub place: String,
    /// The part to go to.
    pub part: String,
    pub text: String,
    /// The rule that is broken.
    pub rule: String,
    pub is_error: bool,
}

/// A test that fails: what was expected, what was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TestLine {
    pub id: String,
    pub name: String,
    pub parts: Vec<String>,
}

/// Faults that are listed; a table of thousands of rows may have as many.
const FAULTS_MAX: usize = 50;

#[must_use]
pub fn tests_pane(screen: &Screen<'_>) -> Option<TestsPane> {
    let source = Source::of(screen)?;
    let form = &screen.state.policy;
    let (results, waiting) = match (form.subject(), form.checked()) {
        (Some(_), Some((checked, is_latest))) => (checked.tests.clone(), !is_latest),
        (Some(_), None) => (Vec::new(), true),
        (None, _) => (in_force_tests(screen), false),
    };
    let lang = source.lang();
    let number = |n: usize| screen.format.number(i64::try_from(n).unwrap_or(i64::MAX));
    let failed: Vec<TestLine> = results
        .iter()
        .filter(|t| !t.passed())
        .map(|t| TestLine {
            id: t.id.clone(),
            name: name(&source, &t.id),
            parts: t.failures.iter().map(|f| failed_part(lang, f)).collect(),
        })
        .collect();
    let passed = results.len().saturating_sub(failed.len());
    Some(TestsPane {
        waiting,
        faults: source.faults.iter().take(FAULTS_MAX).map(|f| line(&source, f)).collect(),
        more_faults: source.faults.len().saturating_sub(FAULTS_MAX),
        passed: crate::app::words::policy::tests_passed(
            lang,
            &number(passed),
            &number(results.len()),
        ),
        has_tests: !results.is_empty(),
        tests_wait: form.checked().is_some_and(|(checked, _)| checked.policy.is_none()),
        failed,
    })
}

/// What was expected of one part and what was found, in the words of the page.
fn failed_part(lang: Lang, failure: &Failure) -> String {
    let says = |found: &str| match (failure.part, found) {
        (_, "") | ("limit", "none") => words::nothing(lang).to_owned(),
        ("outcome", word) => credit::outcome_name(lang, &Outcome::from_word(word)),
        (_, text) => text.to_owned(),
    };
    let part = words::part(lang, failure.part);
    words::expected(lang, part, &says(&failure.wanted), &says(&failure.found))
}

fn line(source: &Source<'_>, fault: &crate::policy::Fault) -> FaultLine {
    let problem = source.problem(fault);
    FaultLine {
        part: part_of(&problem.place),
        place: spoken(&source.json, source.lang(), &problem.place),
        text: problem.text,
        rule: fault.kind.rule().to_string(),
        is_error: problem.is_error,
    }
}

fn name(source: &Source<'_>, id: &str) -> String {
    let tests = source.items("tests");
    let test = tests.iter().find(|t| t.get("id").and_then(Value::as_str) == Some(id));
    test.map(|t| super::source::words_of(t.get("name"), source.lang())).unwrap_or_default()
}

/// The tests of the policy in force, as they came out when the page was opened.
fn in_force_tests(screen: &Screen<'_>) -> Vec<TestResult> {
    let state = screen.state;
    let Some(policy) = state.policy_in_force.as_deref() else {
        return Vec::new();
    };
    let known = state.policy.in_force.as_ref().filter(|known| known.sha256 == policy.sha256);
    known.map_or_else(|| run_tests(policy), |known| known.tests.clone())
}
