//! The published JSON Schema of the book file: made from the types that are kept, and held against books.

mod check;
mod generate;
mod source;

use recourse::exchange::bundle::{Meta, ReportFile, Selection, write, write_part, write_report};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use check::check;
use generate::schema;

fn published() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/recourse-book.schema.json")
}

fn kept() -> String {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/kept/v1/book.json");
    std::fs::read_to_string(file).unwrap()
}

fn book(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

/// `RECOURSE_WRITE_SCHEMA=1 cargo test --test it schema::` writes it anew after a change of a kept type.
#[test]
fn the_published_schema_is_the_one_the_types_make() {
    let text = format!("{}\n", serde_json::to_string_pretty(&schema()).unwrap());
    if std::env::var_os("RECOURSE_WRITE_SCHEMA").is_some() {
        std::fs::write(published(), &text).unwrap();
    }
    let there = std::fs::read_to_string(published()).unwrap();
    assert!(
        there == text,
        "a kept type has changed: write the schema anew and look at the difference"
    );
}

#[test]
fn every_kind_of_entry_has_a_form_in_it() {
    let schema = schema();
    for kind in source::kinds() {
        assert!(
            schema["$defs"].get(&kind.body).is_some(),
            "{}: no form of `{}`",
            kind.word,
            kind.body
        );
    }
    assert!(source::kinds().len() >= 20);
}

#[test]
fn books_of_every_origin_follow_it() {
    let schema = schema();
    let meta: Meta = crate::bundle::meta();
    let sample = crate::sample::journal(crate::sample::today(), crate::sample::now());
    let mut files = vec![kept(), write(&sample, &meta)];
    files.push(write_part(&sample, &meta, &Selection::default()));
    let report = ReportFile { name: "a".to_owned(), mime: "text/csv", text: "b".to_owned() };
    files.push(write_report(&sample, &meta, &Selection::default(), &[report]));
    let mut kinds = BTreeSet::new();
    for file in &files {
        let book = book(file);
        assert_eq!(check(&schema, &schema, &book), Vec::<String>::new());
        let entries = book["entries"].as_array().unwrap();
        kinds.extend(entries.iter().map(|e| e["kind"].as_str().unwrap().to_owned()));
    }
    assert!(kinds.len() >= 12, "{kinds:?}");
}

#[test]
fn what_does_not_follow_it_is_found() {
    let schema = schema();
    let whole = book(&kept());
    let faults = |change: fn(&mut Value)| {
        let mut book = whole.clone();
        change(&mut book);
        check(&schema, &schema, &book).len()
    };
    assert_eq!(faults(|_| {}), 0);
    assert!(faults(|b| b["format"] = json!("another")) > 0);
    assert!(faults(|b| b["version"] = json!(2)) > 0);
    assert!(faults(|b| b["hashes"][0] = json!("short")) > 0);
    assert!(faults(|b| b["entries"][0]["at"] = json!("yesterday")) > 0);
    assert!(faults(|b| b["entries"][0]["n"] = json!("one")) > 0);
    assert!(faults(|b| drop(b["entries"][0].as_object_mut().unwrap().remove("by"))) > 0);
    assert!(faults(|b| b["entries"][0]["body"] = json!({})) > 0);
    assert_eq!(
        faults(|b| b["entries"][0]["later"] = json!([1, 2])),
        0,
        "fields of later programs are kept"
    );
    assert_eq!(faults(|b| b["entries"][0]["kind"] = json!("moon_phase")), 0, "and kinds too");
}

/// A field that every kept entry of a kind has is missed when it is gone.
#[test]
fn a_required_field_that_is_gone_is_found_in_every_kind() {
    let schema = schema();
    let whole = book(&kept());
    let mut tried = 0;
    for (at, entry) in whole["entries"].as_array().unwrap().iter().enumerate() {
        let kind = entry["kind"].as_str().unwrap();
        let Some(kind) = source::kinds().into_iter().find(|k| k.word == kind) else { continue };
        for field in schema["$defs"][&kind.body]["required"].as_array().into_iter().flatten() {
            let mut book = whole.clone();
            book["entries"][at]["body"].as_object_mut().unwrap().remove(field.as_str().unwrap());
            assert!(!check(&schema, &schema, &book).is_empty(), "{}: {field}", kind.word);
            tried += 1;
        }
        if tried > 200 {
            return;
        }
    }
    assert!(tried > 20, "{tried}");
}
