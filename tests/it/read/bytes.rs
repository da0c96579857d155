use miniz_oxide::deflate::compress_to_vec;
use proptest::prelude::*;
use recourse::exchange::read::bytes::{
    Binary, BytesError, Encoding, FILE_BYTES_MAX, NamedBytes, Packing, TextError, into_text,
    to_text, unpack,
};

fn crc32(bytes: &[u8]) -> u32 {
    let mut crc = u32::MAX;
    for byte in bytes {
        crc ^= u32::from(*byte);
        for _ in 0..8 {
            crc = if crc & 1 == 1 { 0xEDB8_8320 ^ (crc >> 1) } else { crc >> 1 };
        }
    }
    !crc
}

pub(super) fn gzip(content: &[u8]) -> Vec<u8> {
    let mut out = vec![0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3];
    out.extend(compress_to_vec(content, 6));
    out.extend(crc32(content).to_le_bytes());
    out.extend(u32::try_from(content.len()).unwrap().to_le_bytes());
    out
}

/// A zip with deflated members.
pub(super) fn zip(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut directory = Vec::new();
    for (name, content) in members {
        let offset = u32::try_from(out.len()).unwrap();
        let packed = compress_to_vec(content, 6);
        let mut common = vec![20, 0, 0, 0, 8, 0, 0, 0, 0, 0];
        common.extend(crc32(content).to_le_bytes());
        common.extend(u32::try_from(packed.len()).unwrap().to_le_bytes());
        common.extend(u32::try_from(content.len()).unwrap().to_le_bytes());
        common.extend(u16::try_from(name.len()).unwrap().to_le_bytes());
        common.extend([0, 0]);
        out.extend(b"PK\x03\x04");
        out.extend(&common);
        out.extend(name.as_bytes());
        out.extend(&packed);
        directory.extend(b"PK\x01\x02\x14\x00");
        directory.extend(&common);
        directory.extend([0; 10]);
        directory.extend(offset.to_le_bytes());
        directory.extend(name.as_bytes());
    }
    let start = u32::try_from(out.len()).unwrap();
    out.extend(&directory);
    out.extend(b"PK\x05\x06\0\0\0\0");
    let count = u16::try_from(members.len()).unwrap().to_le_bytes();
    out.extend(count);
    out.extend(count);
    out.extend(u32::try_from(directory.len()).unwrap().to_le_bytes());
    out.extend(start.to_le_bytes());
    out.extend([0, 0]);
    out
}

fn open(bytes: Vec<u8>) -> Result<Vec<NamedBytes>, BytesError> {
    unpack(NamedBytes { name: "sample.gz".to_owned(), bytes })
}

#[test]
fn all_members_of_a_gzip_are_read() {
    let mut bytes = gzip(b"first\n");
    bytes.extend(gzip(b"second\n"));
    bytes.extend([0; 16]);
    let files = open(bytes).unwrap();
    assert_eq!(files.len(), 1);
    assert_eq!(files[0].bytes, b"first\nsecond\n");
    assert_eq!(files[0].name, "sample");
}

#[test]
fn zips_are_read_and_their_gzips_too() {
    let inner = gzip(b"{}");
    let files = open(zip(&[("a.csv", b"a,b\n"), ("b.json.gz", &inner)])).unwrap();
    let names: Vec<(&str, &[u8])> =
        files.iter().map(|f| (f.name.as_str(), f.bytes.as_slice())).collect();
    assert_eq!(names, [("a.csv", &b"a,b\n"[..]), ("b.json", &b"{}"[..])]);
}

#[test]
fn damaged_archives_are_refused() {
    let whole = gzip(&b"sample ".repeat(500));
    for end in 3..whole.len() {
        assert!(open(whole[..end].to_vec()).is_err(), "{end}");
    }
    let mut flipped = whole.clone();
    let at = whole.len() - 6;
    flipped[at] ^= 1;
    assert_eq!(open(flipped), Err(BytesError::Damaged { archive: "gzip" }));
    let whole = zip(&[("a.csv", &b"sample ".repeat(500))]);
    for end in 4..whole.len() - 1 {
        assert!(open(whole[..end].to_vec()).is_err(), "{end}");
    }
}

#[test]
fn archives_that_unpack_to_far_too_much_are_refused() {
    let zeros = vec![0_u8; 20 * 1024 * 1024];
    assert_eq!(open(gzip(&zeros)), Err(BytesError::Bomb));
    assert_eq!(open(zip(&[("a", &zeros)])), Err(BytesError::Bomb));
}

#[test]
fn files_that_hold_no_text_are_named() {
    assert_eq!(open(Vec::new()), Err(BytesError::Empty));
    assert_eq!(open(b"%PDF-1.7".to_vec()), Err(BytesError::Binary(Binary::Pdf)));
    assert_eq!(open(b"Rar!\x1A\x07\x01".to_vec()), Err(BytesError::Binary(Binary::Archive)));
    let workbook =
        zip(&[("[Content_Types].xml", b"<Types/>"), ("xl/workbook.xml", b"<workbook/>")]);
    assert_eq!(open(workbook), Err(BytesError::Binary(Binary::Office)));
    let kind = b"application/vnd.oasis.opendocument.spreadsheet";
    let open_document = zip(&[("mimetype", kind), ("content.xml", b"<office/>")]);
    assert_eq!(open(open_document), Err(BytesError::Binary(Binary::Office)));
    assert!(open(zip(&[("mimetype", b"a,b"), ("content.xml", b"<a/>")])).is_ok());
    let mut locked = zip(&[("ledger.csv", b"a,b")]);
    let directory = locked.windows(4).position(|at| at == b"PK\x01\x02").unwrap();
    (locked[6], locked[directory + 8]) = (1, 1);
    let error = open(locked).unwrap_err();
    assert_eq!(error, BytesError::Packing(Packing::Encrypted));
    assert!(error.to_string().contains("password"), "{error}");
    assert_eq!(open(zip(&[("folder/", b"")])), Err(BytesError::NothingInside));
    assert_eq!(open(zip(&[("inner.zip", &zip(&[("a", b"b")]))])), Err(BytesError::Nested));
}

#[test]
fn a_file_over_the_limit_is_refused_at_once() {
    let error = open(vec![b'a'; FILE_BYTES_MAX + 1]).unwrap_err();
    assert_eq!(error, BytesError::TooLarge { bytes: FILE_BYTES_MAX + 1 });
    assert_eq!(
        error.to_string(),
        "the file has 100 MB, more than the 100 MB that are read at once; export a shorter period"
    );
}

#[test]
fn text_is_read_by_its_mark_or_its_look() {
    let utf16 = |text: &str, bytes: fn(u16) -> [u8; 2]| -> Vec<u8> {
        text.encode_utf16().flat_map(bytes).collect()
    };
    let cases = [
        (b"a,b\n".to_vec(), Encoding::Utf8, false),
        (b"\xEF\xBB\xBFa,b\n".to_vec(), Encoding::Utf8, true),
        (utf16("\u{FEFF}a,b\n", u16::to_le_bytes), Encoding::Utf16Le, true),
        (utf16("\u{FEFF}a,b\n", u16::to_be_bytes), Encoding::Utf16Be, true),
        (utf16("a,b\n", u16::to_le_bytes), Encoding::Utf16Le, false),
        (utf16("a,b\n", u16::to_be_bytes), Encoding::Utf16Be, false),
    ];
    for (bytes, encoding, bom) in cases {
        let texted = to_text(&bytes, None, None).unwrap();
        assert_eq!((texted.text.as_str(), texted.encoding, texted.bom), ("a,b\n", encoding, bom));
    }
}

#[test]
fn the_first_byte_that_is_not_utf8_is_named() {
    let error = to_text(b"a,b\n1,caf\xE9\n", None, None).unwrap_err();
    let guess = Some(Encoding::Windows1252);
    assert_eq!(error, TextError::NotUtf8 { offset: 9, line: 2, byte: 0xE9, guess });
    assert_eq!(
        error.to_string(),
        "byte 9 on line 2 (0xE9) is not UTF-8 text; say in which encoding it is written, or save \
         the file as UTF-8 (it looks like Windows-1252)"
    );
    // Bytes in pairs are of another script, and bytes without a meaning of another encoding.
    for bytes in [b"a\xB2\xE2\xCA\xD4\xFF,1\n".as_slice(), b"caf\x81,1\n"] {
        let error = to_text(bytes, None, None).unwrap_err();
        assert!(matches!(error, TextError::NotUtf8 { guess: None, .. }), "{error}");
    }
}

#[test]
fn an_encoding_is_for_the_files_that_are_not_utf8() {
    let table = |_: Encoding, bytes: &[u8]| {
        Some(bytes.iter().map(|byte| char::from(*byte)).collect::<String>())
    };
    for chosen in [Encoding::Windows1252, Encoding::Big5] {
        for read in [
            to_text("客戶,1\n".as_bytes(), Some(chosen), Some(&table)),
            into_text("客戶,1\n".into(), Some(chosen), Some(&table)),
        ] {
            let texted = read.unwrap();
            assert_eq!((texted.text.as_str(), texted.encoding), ("客戶,1\n", Encoding::Utf8));
        }
        let texted = into_text(b"caf\xE9,1\n".to_vec(), Some(chosen), Some(&table)).unwrap();
        assert_eq!((texted.text.as_str(), texted.encoding), ("café,1\n", chosen));
    }
}

#[test]
fn big5_is_read_with_a_table_and_named_without() {
    // 客戶 in Big5.
    let bytes = b"\xAB\xC8\xA4\xE1,1\n";
    let table =
        |encoding: Encoding, _: &[u8]| (encoding == Encoding::Big5).then(|| "客戶,1\n".to_owned());
    assert_eq!(to_text(bytes, None, Some(&table)).unwrap().text, "客戶,1\n");
    let error = to_text(bytes, None, None).unwrap_err();
    assert!(error.to_string().ends_with("(it looks like Big5)"), "{error}");
    let chosen = to_text(bytes, Some(Encoding::Big5), None).unwrap_err();
    assert_eq!(chosen, TextError::NoTable(Encoding::Big5));
}

proptest! {
    #[test]
    fn any_bytes_get_an_answer(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let _ = to_text(&bytes, None, None);
        let _ = open(bytes);
    }

    #[test]
    fn any_damage_to_an_archive_gets_an_answer(at in 0_usize..400, byte in any::<u8>(), zipped in any::<bool>()) {
        let content = b"sample row, ".repeat(40);
        let mut bytes = if zipped { zip(&[("a", &content)]) } else { gzip(&content) };
        let place = at % bytes.len();
        bytes[place] = byte;
        if let Ok(files) = open(bytes) {
            prop_assert!(files.iter().all(|f| f.bytes.len() <= 100_000));
        }
    }

    #[test]
    fn what_was_packed_comes_out(content in prop::collection::vec(any::<u8>(), 1..2000)) {
        prop_assume!(!content.starts_with(b"PK") && !content.starts_with(&[0x1F, 0x8B]));
        prop_assert_eq!(&open(gzip(&content)).unwrap()[0].bytes, &content);
        prop_assert_eq!(&open(zip(&[("a", &content)])).unwrap()[0].bytes, &content);
    }
}
