//! Rules about the code that the compiler does not keep.
//!
//! Each check takes sources and gives back one line per fault, so that it can be shown
//! to fail on a bad snippet as well as to pass on the code as it is.

mod dead;
mod habits;
mod rules;
mod sizes;
mod source;
mod walls;

use source::Source;

type Check = fn(&[Source]) -> Vec<String>;

/// Asserts that a check passes on our own code.
#[track_caller]
fn holds(check: Check) {
    let sources = source::all();
    assert!(sources.len() > 50, "only {} sources were found", sources.len());
    let faults = check(&sources);
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

/// Asserts that a check finds this many faults in a file of this content.
#[track_caller]
fn finds(check: Check, n: usize, path: &str, text: &str) {
    let faults = check(&[Source::new(path, text)]);
    assert_eq!(faults.len(), n, "{faults:#?}");
}
