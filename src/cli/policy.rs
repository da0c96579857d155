//! `recourse policy`: checks a policy document and runs the tests it carries.

use std::path::Path;

use serde_json::json;

use super::book_file;
use super::end::{Done, End, Stop, Text};
use super::shown;
use crate::app::Lang;
use crate::app::words::{policy_faults, terminal as words};
use crate::engine::credit::{TestResult, run_tests};
use crate::policy::fault::{FaultKind, Weight};
use crate::policy::{Compiled, Fault, check, compile, signed};

/// Everything that is wrong with the document, errors and warnings.
pub fn run_check(file: &Path, as_json: bool, lang: Lang) -> End {
    let text = text(file)?;
    let mut faults = edited(&text);
    faults.extend(check(&text));
    let errors = faults.iter().filter(|f| f.weight == Weight::Error).count();
    let text = if as_json {
        let all: Vec<_> = faults.iter().map(|f| fault_json(f, lang)).collect();
        Text::json(&json!({ "usable": errors == 0, "faults": all }))
    } else {
        let mut out: String = faults.iter().map(|f| line(f, lang)).collect();
        out.push_str(&words::checked(lang, errors, faults.len().saturating_sub(errors)));
        out.push('\n');
        Text::People(out)
    };
    Ok(Done { text, findings: !faults.is_empty(), ..Done::default() })
}

/// The tests that the document carries.
pub fn run_test(file: &Path, as_json: bool, lang: Lang) -> End {
    let policy = usable(file, lang)?;
    let results = run_tests(&policy);
    let failed = results.iter().filter(|r| !r.passed()).count();
    let text = if as_json {
        let all: Vec<_> = results.iter().map(result_json).collect();
        Text::json(&json!({ "tests": all, "failed": failed }))
    } else {
        Text::People(results_text(&results, failed, lang))
    };
    Ok(Done {
        text,
        // A policy without tests says nothing about itself: somebody should know.
        findings: failed > 0 || results.is_empty(),
        ..Done::default()
    })
}

/// A policy that can decide.
///
/// # Errors
/// [`Stop::Findings`] with every fault.
pub fn usable(file: &Path, lang: Lang) -> Result<Compiled, Stop> {
    let text = text(file)?;
    let edited = edited(&text);
    let compiled = if edited.is_empty() { compile(&text) } else { Err(edited) };
    compiled.map_err(|faults| {
        let lines: String = faults.iter().map(|f| line(f, lang)).collect();
        let file = file.display();
        Stop::Findings(
            format!("{file}: {}\n{lines}", words::not_usable(lang)).trim_end().to_owned(),
        )
    })
}

/// A document as JSON, not looked at further.
pub fn document(file: &Path, lang: Lang) -> Result<serde_json::Value, Stop> {
    serde_json::from_str(&text(file)?).map_err(|e| {
        let fault = Fault::error("", FaultKind::NotJson((&e).into()));
        Stop::Findings(format!("{}: {}", file.display(), policy_faults::placed(lang, &fault)))
    })
}

pub fn text(file: &Path) -> Result<String, Stop> {
    let bytes = book_file::bytes(file)?;
    let text = String::from_utf8(bytes)
        .map_err(|_| Stop::Findings(format!("{}: not UTF-8 text", file.display())))?;
    Ok(text.trim_start_matches('\u{FEFF}').to_owned())
}

/// Approvals of another text; nothing where it is no JSON, which is told elsewhere.
fn edited(text: &str) -> Vec<Fault> {
    serde_json::from_str(text).map(|json| signed::edited(&json)).unwrap_or_default()
}

fn line(fault: &Fault, lang: Lang) -> String {
    let weight = match fault.weight {
        Weight::Error => words::error(lang),
        Weight::Warning => words::warning(lang),
    };
    format!("{weight}: {}\n", shown::line(&policy_faults::placed(lang, fault)))
}

fn fault_json(fault: &Fault, lang: Lang) -> serde_json::Value {
    json!({
        "place": fault.place,
        "rule": fault.kind.rule().as_str(),
        "weight": match fault.weight { Weight::Error => "error", Weight::Warning => "warning" },
        "text": policy_faults::sentence(lang, &fault.kind),
    })
}

fn result_json(result: &TestResult) -> serde_json::Value {
    let failures: Vec<_> = result
        .failures
        .iter()
        .map(|f| json!({ "part": f.part, "wanted": f.wanted, "found": f.found }))
        .collect();
    json!({ "id": result.id, "passed": result.passed(), "failures": failures })
}

fn results_text(results: &[TestResult], failed: usize, lang: Lang) -> String {
    let mut out = String::new();
    for result in results.iter().filter(|r| !r.passed()) {
        for f in &result.failures {
            let said = words::test_failed(lang, &result.id, f.part, &f.wanted, &f.found);
            out.push_str(&shown::line(&said));
            out.push('\n');
        }
    }
    let passed = results.len().saturating_sub(failed);
    out.push_str(&words::tested(lang, passed, failed));
    out.push('\n');
    out
}
