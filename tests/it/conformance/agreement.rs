//! How far an adapter's answers agree with what a file expects.

use std::panic::{AssertUnwindSafe, catch_unwind};

#[derive(Default)]
pub struct Agreement {
    pub agree: usize,
    pub of: usize,
    /// What was found and what was expected, for each that differs.
    pub disagree: Vec<String>,
    /// What is not asked, or differs by design, with the reason.
    pub aside: Vec<String>,
}

impl Agreement {
    /// One expectation.
    pub fn row(&mut self, same: bool, place: impl FnOnce() -> String) {
        self.of += 1;
        if same {
            self.agree += 1;
        } else {
            self.disagree.push(place());
        }
    }

    /// One expectation, with why it fails.
    pub fn check(&mut self, name: &str, result: Result<(), String>) {
        self.row(result.is_ok(), || format!("{name}: {}", result.err().unwrap_or_default()));
    }

    /// Runs what may find a case it cannot read: that counts as one that does not agree.
    pub fn guard(&mut self, name: &str, run: impl FnOnce(&mut Self)) {
        let mut part = Self::default();
        let read = catch_unwind(AssertUnwindSafe(|| run(&mut part)));
        self.add(part);
        if let Err(cause) = read {
            let text = cause
                .downcast_ref::<String>()
                .cloned()
                .or_else(|| cause.downcast_ref::<&str>().map(|s| (*s).to_owned()));
            self.row(false, || format!("{name}: cannot be read: {}", text.unwrap_or_default()));
        }
    }

    fn add(&mut self, part: Self) {
        self.agree += part.agree;
        self.of += part.of;
        self.disagree.extend(part.disagree);
        self.aside.extend(part.aside);
    }

    /// Prints `FILE agree N of M` with every disagreement.
    pub fn print(&self, file: &str) {
        println!("{file} agree {} of {}", self.agree, self.of);
        for line in &self.disagree {
            println!("    disagree: {line}");
        }
        for line in &self.aside {
            println!("    aside: {line}");
        }
    }
}

pub fn same<T: PartialEq + std::fmt::Debug>(found: T, expected: T) -> Result<(), String> {
    if found == expected { Ok(()) } else { Err(format!("found {found:?}, expected {expected:?}")) }
}
