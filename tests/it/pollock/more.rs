//! Further dirt over the same clean table: how it is encoded, how its lines end, what stands
//! around it and between its rows. Each must come to the same table.

use recourse::exchange::read::bytes::{Encoding, NamedBytes};
use recourse::exchange::read::csv::RemarkKind;
use recourse::exchange::read::options::Options;
use recourse::exchange::read::plain::{Plain, csv_of_file};
use recourse::exchange::read::problem::What;

use super::sheet::{Row, clean};

fn written(rows: &[Row]) -> String {
    rows.iter().map(|row| row.write("\"", "\"")).collect()
}

fn read(bytes: Vec<u8>, options: &Options<'_>) -> Plain {
    csv_of_file(NamedBytes { name: "sample.csv".to_owned(), bytes }, options).unwrap()
}

/// What the clean table is printed as: as it is written, with no mark that is not needed.
fn wanted() -> String {
    read(written(&clean()).into_bytes(), &Options::default()).csv
}

fn utf16(text: &str, unit: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(unit).collect()
}

#[test]
fn encodings_come_to_the_same_table() {
    let text = written(&clean());
    let marked = format!("\u{feff}{text}");
    let cases = [
        marked.clone().into_bytes(),
        utf16(&marked, u16::to_le_bytes),
        utf16(&marked, u16::to_be_bytes),
        utf16(&text, u16::to_le_bytes),
        utf16(&text, u16::to_be_bytes),
    ];
    for bytes in cases {
        assert_eq!(read(bytes, &Options::default()).csv, wanted());
    }
}

/// Big5 and Windows-1252 need the tables of the browser; a stand-in shows that they are asked.
#[test]
fn encodings_with_tables_are_read_by_them() {
    let decode = |encoding: Encoding, bytes: &[u8]| match encoding {
        Encoding::Windows1252 => Some(bytes.iter().map(|b| char::from(*b)).collect()),
        Encoding::Big5 => {
            Some(String::from_utf8_lossy(bytes).replace('\u{fffd}', "").replace('x', "\u{6a23}"))
        }
        _ => None,
    };
    let options = Options { decoder: Some(&decode), ..Options::default() };
    let big5 = read(b"a,b\n1,x\xBC\xCB\n".to_vec(), &options);
    assert!(big5.csv.starts_with("a,b\r\n1,\u{6a23}"), "{}", big5.csv);
    let told = Options { encoding: Some(Encoding::Windows1252), ..options };
    assert_eq!(read(b"caf\xE9,b\n1,2\n".to_vec(), &told).csv, "caf\u{e9},b\r\n1,2\r\n");
}

/// Each with what is said of it, where anything is.
#[test]
fn what_stands_around_and_between_is_passed_over_and_said() {
    let ended = |end: &dyn Fn(usize) -> &'static str| {
        let mut rows = clean();
        rows.iter_mut().enumerate().for_each(|(at, row)| end(at).clone_into(&mut row.end));
        written(&rows)
    };
    let separated = |by: &str| {
        let mut rows = clean();
        rows.iter_mut().for_each(|row| row.separate(by));
        written(&rows)
    };
    let text = written(&clean());
    let repeated =
        text.replacen("\r\n28/01", &format!("\r\n{}28/01", clean()[0].write("\"", "\"")), 1);
    let cases: [(&str, String, Option<RemarkKind>); 12] = [
        ("mixed ends", ended(&|at| ["\r\n", "\n", "\r"][at % 3]), Some(RemarkKind::BareReturns)),
        ("LF and CRLF", ended(&|at| ["\r\n", "\n"][at % 2]), None),
        ("bars", separated("|"), Some(RemarkKind::Separator('|'))),
        ("padded semicolons", separated("; "), Some(RemarkKind::Padded)),
        ("a title", format!("Sample report\r\n{text}"), Some(RemarkKind::Preamble)),
        (
            "titles and a gap",
            format!("Sample report\r\nAs of today\r\n\r\n{text}"),
            Some(RemarkKind::Preamble),
        ),
        ("a footer", format!("{text}\r\nprinted today\r\n"), Some(RemarkKind::Footer)),
        ("empty lines", text.replace("\r\n2", "\r\n\r\n2"), None),
        ("empty rows", text.replace("\r\n2", "\r\n,,,,,,,,\r\n2"), None),
        ("blank lines above", format!("\r\n \r\n{text}"), None),
        ("many empty lines below", format!("{text}\r\n\r\n\r\n"), None),
        ("the header again", repeated, Some(RemarkKind::RepeatedHeader)),
    ];
    for (name, polluted, remark) in cases {
        let plain = read(polluted.into_bytes(), &Options::default());
        assert_eq!(plain.csv, wanted(), "{name}");
        if let Some(kind) = remark {
            let said = plain.notes.iter().any(|note| note.what == What::Table(kind));
            assert!(said, "{name}: {:?}", plain.notes);
        }
    }
}

#[test]
fn names_of_columns_may_be_anything() {
    let long = "N".repeat(70_000);
    for header in ["a,a,a", "a,,c", &format!("{long},b,c"), "a b,\"c,d\",e%/f"] {
        let text = format!("{header}\r\n1,2,3\r\n4,5,6\r\n");
        assert_eq!(read(text.clone().into_bytes(), &Options::default()).csv, text);
    }
}
