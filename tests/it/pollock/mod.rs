//! Polluted tables, after the kinds and the scoring of "Pollock: A Data Loading Benchmark"
//! (Vitagliano et al., VLDB 2023): one clean table, polluted in some 2,290 ways, read without being
//! told anything, and compared with what should have been read.
//! The clean table is our own; kinds, counts, measures and weights are the benchmark's.

mod more;
mod pollute;
mod score;
mod sheet;

use recourse::exchange::read::bytes::NamedBytes;
use recourse::exchange::read::options::Options;
use recourse::exchange::read::plain::csv_of_file;

use pollute::{Case, cases};
use score::{Scores, scores};

/// What is loaded of a case, as the benchmark takes it: the printed table, read by a strict reader.
fn loaded(case: &Case) -> Option<Vec<Vec<String>>> {
    let file = NamedBytes { name: case.name.clone(), bytes: case.text.clone().into_bytes() };
    let plain = csv_of_file(file, &Options::default()).ok()?;
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .from_reader(plain.csv.as_bytes());
    Some(reader.records().map(|r| r.unwrap().iter().map(str::to_owned).collect()).collect())
}

#[test]
fn polluted_tables_score_as_well_as_the_best() {
    let cases = cases();
    assert_eq!(cases.len(), 2290);
    let all: Vec<(&Case, Scores)> =
        cases.iter().map(|case| (case, scores(&case.wanted, loaded(case).as_deref()))).collect();
    let simple = all.iter().map(|(_, s)| s.sum()).sum::<f64>() / cases.len() as f64;
    let weight: f64 = cases.iter().map(|c| c.weight).sum();
    let weighted = all.iter().map(|(c, s)| s.sum() * c.weight / weight).sum::<f64>();
    println!("{} polluted tables: simple {simple:.3}, weighted {weighted:.3}, of 10", cases.len());
    let mut lost: Vec<(f64, &Case, &Scores)> =
        all.iter().map(|(c, s)| ((10.0 - s.sum()) * c.weight / weight, *c, s)).collect();
    lost.sort_by(|a, b| b.0.total_cmp(&a.0));
    for (lost, case, scores) in lost.iter().take(12) {
        println!("    {}: {:.3} of 10, which costs {lost:.4}", case.name, scores.sum());
    }
    assert!(all.iter().all(|(_, s)| s.success > 0.0), "every table is loaded");
    assert!(simple >= 9.96, "{simple}");
    assert!(weighted >= 9.60, "{weighted}");
}
