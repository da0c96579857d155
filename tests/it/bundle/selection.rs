//! A part of a book as a file: nothing about anybody else, and union still holds.

use recourse::book::fold;
use recourse::domain::customer::Customer;
use recourse::domain::hold::HoldReason;
use recourse::domain::ids::CustomerId;
use recourse::exchange::bundle::{Part, Selection, read, verify, write_part};
use recourse::journal::{Body, Fact, Journal, Withdrawal};

use super::meta;
use crate::support::{Story, day, hold, invoice, tenant};

const OTHER: &str = "7c4d0a2f-0000-4000-8000-0123456789ab";

fn other() -> CustomerId {
    CustomerId::new(OTHER).unwrap()
}

/// One import that tells of two customers, acts about each, and one that is withdrawn.
fn story() -> Story {
    let mut story = Story::from("2026-10-01");
    let Fact::Invoice(mut theirs) = invoice("O-1", "2026-10-31", "77.00") else { unreachable!() };
    theirs.customer = other();
    story.observe(vec![
        Fact::Customer(Customer::named(other(), "Other Secret Name")),
        invoice("S-1", "2026-10-31", "120.00"),
        Fact::Invoice(theirs),
    ]);
    let mut story = story.on("2026-10-05").hold(HoldReason::Agreement, "2026-10-05", "2026-10-09");
    let mut foreign = hold(HoldReason::Agreement, "2026-10-05", "2026-10-09");
    foreign.customer = other();
    story.record(Body::Hold(foreign));
    story.on("2026-11-02").sent("R1", "2026-11-02", &["S-1"])
}

fn ours() -> Selection {
    Selection { customers: [tenant()].into(), ..Selection::default() }
}

fn part(story: &Story, selection: &Selection) -> Part {
    selection.of(&story.journal, &story.book()).unwrap()
}

#[test]
fn jr12_a_selection_tells_of_nobody_else() {
    let story = story();
    let part = part(&story, &ours());
    let file = write_part(&part.journal, &meta(), &ours());
    for secret in [OTHER, "Other Secret Name", "O-1", "77.00"] {
        assert!(!file.contains(secret), "{secret}");
    }
    assert_eq!(part.extracts, 1);
    let (whole, given) = (story.book(), fold(&part.journal, None));
    let (before, after) = (&whole.accounts[&tenant()], &given.accounts[&tenant()]);
    assert_eq!(before.invoices.len(), after.invoices.len());
    assert_eq!(
        (before.holds.len(), before.notices.len()),
        (after.holds.len(), after.notices.len())
    );
    assert_eq!(given.accounts.len(), 1);
}

#[test]
fn jr12_a_part_verifies_and_says_what_it_leaves_out() {
    let story = story();
    let part = part(&story, &ours());
    let file = write_part(&part.journal, &meta(), &ours());
    let bundle = read(&file).unwrap();
    let verdict = verify(&bundle);
    assert!(verdict.is_verified(), "{:?}", verdict.faults);
    assert!(bundle.is_part && verdict.left_out > 0);
    let changed = file.replacen("Sample Bakery", "Simple Bakery", 1);
    assert!(!verify(&read(&changed).unwrap()).is_verified());
    let relabelled = file.replacen("\"selection\":", "\"selected\":", 1);
    assert!(!verify(&read(&relabelled).unwrap()).is_verified());
}

#[test]
fn jr12_the_same_selection_is_the_same_file_and_adds_nothing_twice() {
    let story = story();
    let (one, two) = (part(&story, &ours()), part(&story, &ours()));
    let file = write_part(&one.journal, &meta(), &ours());
    assert_eq!(file, write_part(&two.journal, &meta(), &ours()));
    let mut colleague = Journal::new();
    assert!(colleague.merge(&one.journal).new > 0);
    assert_eq!(colleague.merge(&two.journal).new, 0);
    // Both customers asked for together: the extract of the first is the one that is known.
    let both = Selection { customers: [tenant(), other()].into(), ..Selection::default() };
    let whole = part(&story, &both);
    assert_eq!(whole.extracts, 0, "all of the import is asked for");
    // Taken back into the book it came from, nothing on any page changes.
    let mut home = story.journal.clone();
    home.merge(&one.journal);
    let (before, after) = (story.book(), fold(&home, None));
    for (id, account) in &before.accounts {
        let values = |a: &recourse::book::Account| {
            a.invoices.values().map(|i| i.value.clone()).collect::<Vec<_>>()
        };
        assert_eq!(values(account), values(&after.accounts[id]));
        assert!(after.accounts[id].invoices.values().all(|i| i.superseded.is_empty()));
    }
}

#[test]
fn jr12_withdrawing_an_import_withdraws_its_extracts() {
    let mut story = story();
    let extracts = part(&story, &ours()).journal;
    let import =
        story.journal.entries().iter().find(|e| e.raw().contains("S-1")).unwrap().id.clone();
    story.record(Body::Withdrawal(Withdrawal { entries: vec![import], reason: "slip".to_owned() }));
    let mut colleague = extracts;
    assert_eq!(fold(&colleague, None).accounts[&tenant()].invoices.len(), 1);
    colleague.merge(&part(&story, &ours()).journal);
    assert_eq!(fold(&colleague, None).accounts[&tenant()].invoices.len(), 0);
}

#[test]
fn jr12_a_period_takes_whole_entries_of_its_days() {
    let story = story();
    let october = Selection {
        from: Some(day("2026-10-01")),
        until: Some(day("2026-10-31")),
        ..Selection::default()
    };
    let taken = part(&story, &october).journal;
    assert_eq!(taken.len(), story.journal.len() - 1);
    assert!(taken.entries().iter().all(|e| e.at.day() <= day("2026-10-31")));
    let verdict = verify(&read(&write_part(&taken, &meta(), &october)).unwrap());
    assert!(verdict.is_verified());
    assert!(Selection::default().is_everything());
    assert_eq!(part(&story, &Selection::default()).journal.len(), story.journal.len());
}
