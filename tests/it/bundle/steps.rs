//! A book file read some lines at a time, beside the same file read in one go.

use recourse::exchange::bundle::{Reading, ReportFile, Selection, read_bytes, verify};
use recourse::exchange::bundle::{write, write_report};
use recourse::exchange::generate::{Plan, journal};
use recourse::journal::{Entry, Journal};

use super::round_trip::{meta, two_writers};
use crate::desk::{Desk, texts};

/// What reading gave, in words, and after how many steps.
fn in_steps(bytes: &[u8], some: usize) -> (String, usize) {
    let mut reading = Reading::begin(bytes.to_vec());
    let mut steps = 1;
    while !reading.step(some) {
        steps += 1;
    }
    let (done, total) = reading.progress();
    assert!(done <= total && total == bytes.len());
    (format!("{:?}", reading.finish()), steps)
}

fn files() -> Vec<String> {
    let journal = two_writers();
    let asked = Selection::default();
    let page =
        ReportFile { name: "page.html".to_owned(), mime: "text/html", text: "<p>]\n".to_owned() };
    vec![
        write(&journal, &meta()),
        write(&Journal::new(), &meta()),
        write_report(&journal, &meta(), &asked, &[page]),
    ]
}

#[test]
fn steps_come_to_the_same_as_one_go() {
    for file in files() {
        let whole = format!("{:?}", read_bytes(file.as_bytes()));
        assert!(whole.starts_with("Ok("), "{whole}");
        for some in [0, 1, 300, usize::MAX] {
            let (read, steps) = in_steps(file.as_bytes(), some);
            assert_eq!(read, whole);
            assert!(steps == 1 || some < file.len());
            assert!(some > 1 || steps == file.lines().count(), "a line is a step: {steps}");
        }
    }
}

#[test]
fn whatever_is_changed_they_say_the_same() {
    for file in files() {
        let bytes = file.as_bytes();
        for at in (0..bytes.len()).step_by(9) {
            for put in [b"".as_slice(), b" ", b"\n", b"}", b"]", b",", b"\"", b"\xFF", b"{\"a\":"] {
                let rest = at + usize::from(at % 2 == 0);
                let changed = [&bytes[..at], put, &bytes[rest..]].concat();
                let whole = format!("{:?}", read_bytes(&changed));
                assert_eq!(in_steps(&changed, 64).0, whole, "{at} {put:?}");
            }
        }
    }
}

#[test]
fn other_layouts_are_read_too() {
    let file = write(&two_writers(), &meta());
    let pretty: serde_json::Value = serde_json::from_str(&file).unwrap();
    let lines: Vec<&str> = file.lines().collect();
    let (first, last) = (lines[0], lines[lines.len() - 1]);
    let others = [
        format!("\u{FEFF}{file}"),
        file.replace('\n', "\r\n"),
        format!("{file}\n"),
        file.trim_end().to_owned(),
        serde_json::to_string(&pretty).unwrap(),
        serde_json::to_string_pretty(&pretty).unwrap(),
        file.replacen(first, &format!("{first}\n\"selection\":null,\n\"selection\":{{}},"), 1),
        file.replacen(last, &format!("\"more\":1,{last}"), 1),
        "[".repeat(100_000),
        String::new(),
    ];
    for other in others {
        let whole = format!("{:?}", read_bytes(other.as_bytes()));
        assert_eq!(in_steps(other.as_bytes(), 100).0, whole);
    }
}

/// What a journal of the same entries says of its chains.
#[test]
fn chains_are_checked_in_whatever_order_entries_stand() {
    let made = recourse::domain::Day::parse("2026-11-22").unwrap();
    let mut all = two_writers();
    all.merge(&journal(&Plan::of_invoices(500, made)).unwrap());
    let mut gap = Desk::new("tab-gap");
    gap.notes(4);
    let mut entries: Vec<Entry> = all.entries().iter().rev().cloned().collect();
    entries.extend(gap.journal.entries().iter().skip(2).cloned());
    entries.extend(entries[..7].to_vec());
    let mut journal = Journal::new();
    journal.extend(entries.iter().cloned());
    let expected = recourse::journal::verify(&journal);
    assert_eq!(recourse::journal::verify_entries(&entries), expected);
    assert_eq!(expected.faults.len(), 1);
    let bundle = read_bytes(write(&journal, &meta()).as_bytes()).unwrap();
    assert_eq!(verify(&bundle).faults.len(), 1);
}

#[test]
fn entries_taken_in_a_few_at_a_time_stand_in_the_same_order() {
    let all = two_writers();
    for some in [1, 2, 3, 7] {
        let mut journal = Journal::new();
        for chunk in all.entries().chunks(some).rev() {
            journal.extend(chunk.iter().cloned());
        }
        assert_eq!(texts(&journal), texts(&all));
        let mut journal = Journal::new();
        for chunk in all.entries().chunks(some) {
            journal.extend(chunk.iter().rev().cloned());
        }
        assert_eq!(texts(&journal), texts(&all));
    }
}
