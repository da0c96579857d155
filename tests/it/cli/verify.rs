//! `recourse verify`.

use super::program::{Folder, sample_book};

#[test]
fn a_whole_file_is_verified() {
    let folder = Folder::new("verify_whole");
    folder.write("book.json", sample_book());
    let answer = folder.run(&["verify", "book.json"]);
    assert_eq!(answer.status, 0, "{}", answer.err);
    assert!(answer.out.starts_with("VERIFIED: "), "{}", answer.out);
    assert!(answer.out.contains("cannot show who wrote it"));
    let chinese = folder.run(&["verify", "book.json", "--lang", "zh-hant"]);
    assert!(chinese.out.starts_with("驗證通過"), "{}", chinese.out);
    let json = folder.run(&["verify", "book.json", "--json"]).out;
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["verified"], true);
    assert_eq!(json["faults"], serde_json::json!([]));
}

#[test]
fn a_changed_file_names_the_entry() {
    let folder = Folder::new("verify_changed");
    let book = sample_book().replacen("\"role\":\"credit controller\"", "\"role\":\"creditor\"", 1);
    assert_ne!(book, sample_book(), "the sample has a credit controller");
    folder.write("book.json", book);
    let answer = folder.run(&["verify", "book.json"]);
    assert_eq!(answer.status, 1);
    assert!(answer.out.starts_with("NOT VERIFIED: "), "{}", answer.out);
    assert!(answer.out.contains("is not the one that was exported"));
    let plan = folder.run(&["plan", "book.json", "--as-of", "2026-11-22"]);
    assert_eq!(plan.status, 1);
    assert!(plan.err.contains("nothing is worked out from a changed file"));
}

#[test]
fn half_a_file_another_kind_and_nothing() {
    let folder = Folder::new("verify_bad");
    let book = sample_book();
    folder.write("half.json", &book[..5_000]);
    folder.write("empty.json", "");
    folder.write("ledger.json", "{\"invoices\":[]}");
    folder.write("binary.json", [0xFF, 0xFE, 0x00]);
    for (file, says) in [
        ("half.json", "breaks off"),
        ("empty.json", "is empty"),
        ("ledger.json", "not a book of Recourse"),
        ("binary.json", "not UTF-8"),
    ] {
        let answer = folder.run(&["verify", file]);
        assert_eq!(answer.status, 1, "{file}");
        assert!(answer.err.contains(says), "{file}: {}", answer.err);
    }
}
