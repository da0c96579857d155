//! Documented payloads and layouts: each yields its facts or a clear refusal.

use std::collections::BTreeMap;

use recourse::exchange::read::bytes::NamedBytes;
use recourse::exchange::read::import::{FileReading, understand};
use recourse::exchange::read::options::Options;
use recourse::exchange::read::problem::Problem;

use super::{files, shared};

fn read(name: &str, bytes: Vec<u8>) -> FileReading {
    let file = NamedBytes { name: name.to_owned(), bytes };
    // QuickBooks names no currency; the person is asked for it, and answers here.
    let euro = recourse::domain::Currency::parse("EUR").ok();
    let options = Options { currency: euro, ..Options::default() };
    let mut understood = understand(vec![file], &options);
    assert_eq!(understood.files.len(), 1, "{name}");
    understood.files.remove(0)
}

/// Prints what became of each file and answers how many were recognised, by kind.
fn walk(part: &str) -> Option<(usize, usize, usize)> {
    let folder = shared(part)?;
    let mut kinds: BTreeMap<&str, (u32, u32, u32)> = BTreeMap::new();
    let (mut all, mut recognised, mut silent) = (0, 0, 0);
    for (name, bytes) in files(&folder) {
        let file = read(&name, bytes);
        let count = kinds.entry(file.kind.map_or("?", |k| k.word())).or_default();
        count.0 += 1;
        count.1 += u32::try_from(file.facts.len()).unwrap();
        count.2 += u32::try_from(file.refused.len()).unwrap();
        println!(
            "{name}: {:?}, {} facts, {} refused",
            file.kind,
            file.facts.len(),
            file.refused.len()
        );
        for problem in &file.problems {
            println!("    {} {:?}: {problem}", problem.rule(), problem.weight);
        }
        all += 1;
        recognised += usize::from(file.kind.is_some());
        silent += usize::from(file.facts.is_empty() && file.problems.is_empty());
        let general = |p: &Problem| p.to_string().ends_with("nothing in it is of use here");
        assert!(
            !file.problems.iter().any(general),
            "{name}: what it is and what to do is not said"
        );
    }
    for (kind, (files, facts, refused)) in &kinds {
        println!("{part}: {kind}: {files} files, {facts} facts, {refused} rows refused");
    }
    println!("{part}: {recognised} of {all} recognised");
    assert_eq!(silent, 0, "a file that yields nothing must say why");
    Some((all, recognised, silent))
}

#[test]
fn partner_center_documents() {
    if let Some((all, recognised, _)) = walk("samples/partner-center-rest") {
        assert_eq!(recognised, all);
    }
}

#[test]
fn graph_documents() {
    if let Some((all, recognised, _)) = walk("samples/graph") {
        assert_eq!(recognised, all);
    }
}

#[test]
fn reconciliation_tables() {
    if let Some((all, recognised, _)) = walk("samples/csv") {
        assert_eq!(recognised, all);
    }
}

#[test]
fn ledger_tables() {
    if let Some((all, recognised, _)) = walk("samples/ar-aging") {
        assert_eq!(recognised, all);
    }
}

#[test]
fn reports_of_abuse() {
    if let Some((all, recognised, _)) = walk("samples/xarf-v4") {
        assert_eq!(recognised, all);
    }
}
