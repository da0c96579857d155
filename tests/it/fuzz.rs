//! The properties of the fuzz targets on stable: random bytes, and our own files cut, changed,
//! doubled and mixed with each other.

#[path = "../../fuzz/src/lib.rs"]
#[allow(clippy::missing_panics_doc)]
mod properties;

use proptest::prelude::*;
use proptest::sample::Index;

/// Our own sample files, in the order of their names.
fn fixtures() -> Vec<Vec<u8>> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/read/fixtures");
    let mut paths: Vec<_> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths.iter().map(|path| std::fs::read(path).unwrap()).collect()
}

/// One change to a file.
#[derive(Clone, Debug)]
enum Change {
    Cut(Index, usize),
    Put(Index, Vec<u8>),
    Double(Index, usize),
    Flip(Index, u8),
    /// Everything from a place on comes from another file.
    Join(Index, Index, Index),
}

fn change() -> impl Strategy<Value = Change> {
    let odd = prop::sample::select(vec![
        b"\"".to_vec(),
        b",".to_vec(),
        b";".to_vec(),
        b"\t".to_vec(),
        b"\n".to_vec(),
        b"\r".to_vec(),
        b"\\".to_vec(),
        b"'".to_vec(),
        b"{".to_vec(),
        b"]".to_vec(),
        b"\xEF\xBB\xBF".to_vec(),
        b"\0".to_vec(),
        b"\xFF".to_vec(),
        b"9999999999999999999999".to_vec(),
        b"-".to_vec(),
        b"1e400".to_vec(),
        b"\xE2\x80\x9C".to_vec(),
        b"//".to_vec(),
        b"01/02/2026".to_vec(),
    ]);
    prop_oneof![
        (any::<Index>(), 0_usize..80).prop_map(|(at, length)| Change::Cut(at, length)),
        (any::<Index>(), odd).prop_map(|(at, bytes)| Change::Put(at, bytes)),
        (any::<Index>(), 1_usize..200).prop_map(|(at, length)| Change::Double(at, length)),
        (any::<Index>(), any::<u8>()).prop_map(|(at, with)| Change::Flip(at, with)),
        (any::<Index>(), any::<Index>(), any::<Index>())
            .prop_map(|(a, b, c)| Change::Join(a, b, c)),
    ]
}

fn changed(mut bytes: Vec<u8>, changes: &[Change], all: &[Vec<u8>]) -> Vec<u8> {
    for change in changes.iter() {
        if bytes.is_empty() {
            break;
        }
        match change {
            Change::Cut(at, length) => {
                let at = at.index(bytes.len());
                bytes.drain(at..(at + length).min(bytes.len()));
            }
            Change::Put(at, put) => {
                let at = at.index(bytes.len());
                bytes.splice(at..at, put.iter().copied());
            }
            Change::Double(at, length) => {
                let at = at.index(bytes.len());
                let piece = bytes[at..(at + length).min(bytes.len())].to_vec();
                bytes.splice(at..at, piece);
            }
            Change::Flip(at, with) => {
                let at = at.index(bytes.len());
                bytes[at] ^= with;
            }
            Change::Join(at, which, from) => {
                bytes.truncate(at.index(bytes.len()));
                let other = which.get(all);
                bytes.extend(&other[from.index(other.len())..]);
            }
        }
    }
    bytes
}

fn all_hold(bytes: &[u8]) {
    properties::table(bytes);
    properties::json(bytes);
    properties::file(bytes);
    properties::archive(bytes);
}

#[test]
fn our_own_files_hold() {
    for bytes in fixtures() {
        all_hold(&bytes);
    }
}

/// Nothing at all, blanks and separators alone, each told with a reason.
#[test]
fn files_without_a_cell_hold() {
    let nothings =
        ["", " ", "\n", "\r\n\r\n", ",", ";", "\t", ",,\n,,\n", ";;", "\"\"", "\"\",\"\""];
    for text in nothings {
        all_hold(text.as_bytes());
        properties::file(format!("\u{feff}{text}").as_bytes());
    }
}

#[test]
fn marks_of_our_programs_in_a_file_are_quoted_and_not_ours() {
    let has_time = |bytes: &Vec<u8>| String::from_utf8_lossy(bytes).contains("T16:03");
    let alerts = fixtures().into_iter().find(has_time).unwrap();
    let changed = String::from_utf8(alerts).unwrap().replace("T16:03", "T16:03::");
    all_hold(changed.as_bytes());
}

proptest! {
    #[test]
    fn any_bytes_hold(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        all_hold(&bytes);
        properties::values(&bytes);
    }

    #[test]
    fn any_short_text_is_a_value_or_none(text in "[-+0-9.,'()eE/: TZ€a-z]{0,24}") {
        properties::values(text.as_bytes());
    }

    #[test]
    fn changed_files_hold(which in any::<Index>(), changes in prop::collection::vec(change(), 1..6)) {
        let all = fixtures();
        all_hold(&changed(which.get(&all).clone(), &changes, &all));
    }
}
