//! Files that are not a book: a sentence with the place and the mend, and nothing taken in.

use recourse::exchange::bundle::{BYTES_MAX, BundleError, read, read_bytes, write};

use super::round_trip::{meta, two_writers};

fn refusal(text: &str) -> BundleError {
    read(text).unwrap_err()
}

#[test]
fn nothing_in_it() {
    assert_eq!(refusal(""), BundleError::Empty);
    assert_eq!(refusal(" \r\n\t"), BundleError::Empty);
    assert_eq!(refusal("\u{FEFF}\n"), BundleError::Empty);
}

#[test]
fn half_of_it_at_every_length() {
    let file = write(&two_writers(), &meta());
    for length in 1..file.len() - 1 {
        let Some(half) = file.get(..length) else {
            continue;
        };
        assert!(
            matches!(refusal(half), BundleError::CutShort { .. }),
            "{length}: {}",
            refusal(half)
        );
    }
}

#[test]
fn another_kind() {
    assert_eq!(refusal("[]"), BundleError::WrongKind { says: None });
    assert_eq!(refusal("{}"), BundleError::WrongKind { says: None });
    assert_eq!(refusal("7"), BundleError::WrongKind { says: None });
    assert_eq!(
        refusal("{\"format\":\"sample-ledger\"}"),
        BundleError::WrongKind { says: Some("sample-ledger".to_owned()) }
    );
    let csv = refusal("customer,invoice\nSample Bakery,S-1\n");
    assert!(matches!(csv, BundleError::NotJson { line: 1, .. }), "{csv}");
}

#[test]
fn a_newer_version() {
    let file = write(&two_writers(), &meta()).replacen("\"version\":1", "\"version\":9", 1);
    assert_eq!(refusal(&file), BundleError::Newer { version: 9 });
    let file = file.replacen("\"version\":9", "\"version\":\"one\"", 1);
    assert!(matches!(refusal(&file), BundleError::Field { name: "version", .. }));
}

#[test]
fn fields_missing() {
    let whole = write(&two_writers(), &meta());
    for (field, other) in [("exported", "exporter"), ("entries", "entry"), ("hashes", "sums")] {
        let file = whole.replacen(&format!("\"{field}\":"), &format!("\"{other}\":"), 1);
        assert!(
            matches!(refusal(&file), BundleError::Field { name, .. } if name == field),
            "{field}"
        );
    }
}

#[test]
fn an_entry_that_is_none_is_named_by_its_number() {
    let whole = write(&two_writers(), &meta());
    let broken = whole.replacen("\"kind\":\"case_note\"", "\"kind\":7", 1);
    assert!(matches!(refusal(&broken), BundleError::Entry { number: 1, .. }));
    let newer = whole.replacen("{\"v\":1,", "{\"v\":2,", 1);
    let said = refusal(&newer).to_string();
    assert!(said.contains("entry 1") && said.contains("newer"), "{said}");
    let reformatted = whole.replacen("{\"v\":1,", "{\n\"v\":1,", 1);
    let said = refusal(&reformatted).to_string();
    assert!(said.contains("broken into lines"), "{said}");
}

#[test]
fn brackets_a_hundred_thousand_deep() {
    let text = format!("{{\"format\":\"recourse-book\",\n\"x\":{}", "[".repeat(100_000));
    assert_eq!(refusal(&text), BundleError::TooDeep { line: 2 });
    let in_text = format!("{{\"format\":\"{}\"}}", "[".repeat(100_000));
    assert!(matches!(refusal(&in_text), BundleError::WrongKind { .. }));
}

#[test]
fn too_large_or_not_text() {
    let zeros = vec![b' '; BYTES_MAX + 1];
    assert_eq!(read_bytes(&zeros).unwrap_err(), BundleError::TooLarge { bytes: BYTES_MAX + 1 });
    assert_eq!(
        read_bytes(b"{\"format\": \"\xFF\xFE\"}").unwrap_err(),
        BundleError::NotText { byte: 13 }
    );
}

#[test]
fn every_refusal_names_a_mend() {
    for error in [
        BundleError::Empty,
        BundleError::TooLarge { bytes: 1 },
        BundleError::NotText { byte: 1 },
        BundleError::CutShort { line: 1 },
        BundleError::WrongKind { says: None },
        BundleError::Newer { version: 2 },
    ] {
        assert!(error.to_string().contains(": "), "{error}");
    }
}
