//! Results that others expect, as data: every file of a known shape in the folder named by
//! `RECOURSE_CASES` (and in the folders below it), or our own fixtures when none is named.
//!
//! A shape is told by what a file holds, not by its name, and each has one adapter.

mod agreement;
mod dmn;
mod fineract;
mod killbill;
mod lifecycle;
mod policy;
mod shape;
mod signals;
mod worked;

use std::path::{Path, PathBuf};

use agreement::Agreement;
use shape::Shape;

/// A file that was read, with its name below the folder.
struct CaseFile {
    name: String,
    shape: Shape,
}

#[test]
fn what_others_expect() {
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/conformance/cases");
    let folder = std::env::var_os("RECOURSE_CASES").map_or(own, PathBuf::from);
    assert!(
        folder.is_dir(),
        "`{}` is not a folder: point RECOURSE_CASES at files of cases",
        folder.display()
    );
    let mut files = Vec::new();
    gather(&folder, &folder, &mut files);
    let mut wrong = Vec::new();
    let mut known = 0;
    for file in &files {
        let Some(found) = judge(file, &files) else {
            println!("{}: not a shape that is known", file.name);
            continue;
        };
        known += 1;
        found.print(&file.name);
        if !found.disagree.is_empty() {
            wrong.push(format!("{}: {} disagree", file.name, found.disagree.len()));
        }
        assert!(found.of > 0, "{}: nothing was asked", file.name);
    }
    println!("{known} of {} files are of a known shape", files.len());
    assert!(known > 0, "`{}` holds no file of a known shape", folder.display());
    assert!(wrong.is_empty(), "{wrong:#?}");
}

fn gather(root: &Path, folder: &Path, files: &mut Vec<CaseFile>) {
    let entries = std::fs::read_dir(folder).unwrap();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            gather(root, &path, files);
        } else {
            let name = path.strip_prefix(root).unwrap_or(&path).display().to_string();
            let shape = shape::of(&std::fs::read(&path).unwrap());
            files.push(CaseFile { name, shape });
        }
    }
}

/// None for a shape that is not known.
fn judge(file: &CaseFile, all: &[CaseFile]) -> Option<Agreement> {
    Some(match &file.shape {
        Shape::Lifecycle(json) => lifecycle::judge(json),
        Shape::Overdue(json) => killbill::judge(json),
        Shape::Delinquency(json) => fineract::judge(json),
        Shape::Tables(json) => dmn::judge_tables(json),
        Shape::Literals(json) => dmn::judge_literals(json),
        Shape::Signals(json) => signals::judge(json),
        Shape::Policy(json) => policy::judge_tests(json),
        Shape::Trace(json) => {
            let example = all.iter().find_map(|other| match &other.shape {
                Shape::Policy(json) => Some(json),
                _ => None,
            });
            policy::judge_trace(json, example)
        }
        Shape::Worked(example, rows) => worked::judge(*example, rows),
        Shape::Unknown => return None,
    })
}

#[test]
fn a_shape_is_told_by_what_the_file_holds() {
    let word = |text: &str| match shape::of(text.as_bytes()) {
        Shape::Lifecycle(_) => "lifecycle",
        Shape::Literals(_) => "literals",
        Shape::Worked(..) => "worked",
        Shape::Unknown => "unknown",
        _ => "other",
    };
    let lifecycle = r#"{"cases": [{"id": "a", "term_end": "2026-01-01", "expect": []}]}"#;
    assert_eq!(word(lifecycle), "lifecycle");
    assert_eq!(word(r#"[{"expression": "1", "expected": null}]"#), "literals");
    assert_eq!(word("Charge Start Date,Charge End Date,Charge Type,Unit Price\n"), "worked");
    for strange in ["", "{}", "[]", "# Notes", r#"{"cases": []}"#, "\u{feff}{", "a,b\n1,2\n"] {
        assert_eq!(word(strange), "unknown", "{strange}");
    }
}

#[test]
fn a_disagreement_and_a_case_that_cannot_be_read_are_both_counted() {
    let mut found = Agreement::default();
    found.row(true, String::new);
    found.check("one", agreement::same(1, 2));
    found.guard("two", |part| {
        part.row(true, String::new);
        std::panic::resume_unwind(Box::new("no such key"));
    });
    assert_eq!((found.agree, found.of), (2, 4));
    assert_eq!(found.disagree[0], "one: found 1, expected 2");
    assert!(found.disagree[1].contains("no such key"));
}
