//! Asked wrongly: a sentence, and exit status 2.

use super::program::{Answer, Folder, sample_book};
use recourse::policy::shipped::STANDARD;

#[test]
fn nothing_asked_shows_the_help_and_fails() {
    let answer = Folder::new("nothing_asked").run(&[]);
    assert_eq!(answer.status, 2);
    assert!(answer.err.contains("Usage: recourse"), "{}", answer.err);
}

#[test]
fn help_has_examples_for_every_command() {
    let folder = Folder::new("help");
    for command in [
        vec!["--help"],
        vec!["import", "--help"],
        vec!["plan", "--help"],
        vec!["cases", "--help"],
        vec!["verify", "--help"],
        vec!["read", "--help"],
        vec!["decide", "--help"],
        vec!["report", "--help"],
        vec!["policy", "check", "--help"],
        vec!["policy", "test", "--help"],
    ] {
        let answer = folder.run(&command);
        assert_eq!(answer.status, 0, "{command:?}");
        assert!(answer.out.contains("Example"), "{command:?}");
        assert!(answer.out.contains("recourse "), "{command:?}");
    }
}

#[test]
fn unknown_commands_options_and_days() {
    let folder = Folder::new("unknown");
    for args in [
        vec!["fly"],
        vec!["plan", "book.json"],
        vec!["plan", "book.json", "--as-of", "yesterday"],
        vec!["plan", "book.json", "--as-of", "2026-02-30"],
        vec!["import", "a.csv"],
        vec!["import", "--out", "book.json"],
        vec!["import", "a.csv", "--out", "b.json", "--currency", "Euro"],
        vec!["verify"],
        vec!["read", "a.csv", "--as", "pdf"],
        vec!["verify", "book.json", "--lang", "xx"],
    ] {
        let answer = folder.run(&args);
        assert_eq!(answer.status, 2, "{args:?}: {}", answer.err);
        assert!(!answer.err.is_empty() && answer.out.is_empty(), "{args:?}");
    }
}

#[test]
fn files_that_cannot_be_reached() {
    let folder = Folder::new("unreachable");
    for args in [
        vec!["verify", "none.json"],
        vec!["plan", "none.json", "--as-of", "2026-11-22"],
        vec!["cases", "none.json", "--as-of", "2026-11-22"],
        vec!["read", "none.csv"],
        vec!["decide", "none.json", "--as-of", "2026-11-22"],
        vec!["report", "none.json", "C-1"],
        vec!["policy", "check", "none.json"],
        vec!["policy", "test", "none.json"],
        vec!["import", "none.csv", "--out", "book.json"],
        vec!["verify", "."],
    ] {
        let answer = folder.run(&args);
        assert_eq!(answer.status, 2, "{args:?}: {}", answer.err);
        assert!(answer.err.starts_with("recourse: "), "{}", answer.err);
    }
    assert!(!folder.has("book.json"));
}

#[test]
fn a_place_that_cannot_be_written_leaves_nothing_behind() {
    let folder = Folder::new("unwritable");
    folder.write("invoices.csv", super::program::INVOICES);
    let answer = folder.run(&["import", "invoices.csv", "--out", "no/such/folder/book.json"]);
    assert_eq!(answer.status, 2, "{}", answer.err);
    assert!(answer.err.contains("book.json"), "{}", answer.err);
}

/// A full disk, as the system plays it.
#[cfg(target_os = "linux")]
#[test]
fn an_answer_that_cannot_be_written_is_no_success() {
    let folder = Folder::new("full");
    folder.write("policy.json", STANDARD);
    folder.write("book.json", sample_book());
    folder.write("invoices.csv", super::program::INVOICES);
    for args in [
        vec!["policy", "to-dmn", "policy.json"],
        vec!["policy", "check", "policy.json"],
        vec!["policy", "test", "policy.json"],
        vec!["read", "invoices.csv"],
        vec!["verify", "book.json", "--json"],
        vec!["plan", "book.json", "--as-of", "2026-11-22"],
        vec!["evaluate", "--policy", "policy.json", "--as-of", "2026-11-22"],
        vec!["--help"],
        vec!["plan", "--help"],
        vec!["--version"],
    ] {
        let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
        folder.write("accounts.jsonl", "{}\n");
        let input = std::fs::File::open(folder.path("accounts.jsonl")).unwrap();
        let answer = Answer::of(folder.command(&args).stdin(input).stdout(full).output().unwrap());
        assert_eq!(answer.status, 2, "{args:?}: {}", answer.err);
        assert!(answer.err.contains("standard "), "{args:?}: {}", answer.err);
        assert!(answer.err.contains("os error 28"), "{args:?}: {}", answer.err);
    }
}
