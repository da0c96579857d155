//! The benchmark's measures: precision, recall and their harmonic mean, over the names of the
//! header, the records and the cells, each as a multiset.

use std::collections::BTreeMap;

pub struct Scores {
    pub success: f64,
    parts: [f64; 9],
}

impl Scores {
    /// At most 10.
    pub fn sum(&self) -> f64 {
        self.success + self.parts.iter().sum::<f64>()
    }
}

pub fn scores(wanted: &[Vec<String>], loaded: Option<&[Vec<String>]>) -> Scores {
    let Some(loaded) = loaded else {
        return Scores { success: 0.0, parts: [0.0; 9] };
    };
    if wanted.is_empty() {
        return Scores { success: 1.0, parts: [1.0; 9] };
    }
    let names = |rows: &[Vec<String>]| rows.first().cloned().unwrap_or_default();
    let records = |rows: &[Vec<String>]| rows.iter().skip(1).map(|row| row.concat()).collect();
    let cells = |rows: &[Vec<String>]| rows.concat();
    let header = measures(&names(wanted), &names(loaded));
    let record = measures(&records(wanted), &records(loaded));
    let cell = measures(&cells(wanted), &cells(loaded));
    let mut parts = [0.0; 9];
    for (part, value) in parts.iter_mut().zip([header, record, cell].concat()) {
        *part = value;
    }
    Scores { success: 1.0, parts }
}

/// Case is not told apart. The benchmark also takes numbers and dates for equal that are written
/// differently; nothing is written differently here.
fn measures(wanted: &Vec<String>, loaded: &Vec<String>) -> [f64; 3] {
    if wanted.is_empty() {
        return [1.0; 3];
    }
    let counted = |texts: &Vec<String>| {
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        for text in texts {
            *counts.entry(text.to_lowercase()).or_default() += 1;
        }
        counts
    };
    let found = counted(loaded);
    let common: usize =
        counted(wanted).iter().map(|(text, count)| count.min(found.get(text).unwrap_or(&0))).sum();
    if common == 0 {
        return [0.0; 3];
    }
    let (precision, recall) =
        (common as f64 / wanted.len() as f64, common as f64 / loaded.len() as f64);
    [precision, recall, 2.0 * precision * recall / (precision + recall)]
}
