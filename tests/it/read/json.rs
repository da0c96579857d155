use proptest::prelude::*;
use recourse::exchange::read::json::{JsonFault, MendKind, Node, Value, parse};

fn one(text: &str) -> Node {
    let mut document = parse(text).unwrap_or_else(|e| panic!("{text}: {e}"));
    assert_eq!(document.roots.len(), 1, "{text}");
    document.roots.remove(0)
}

fn mends(text: &str) -> Vec<(MendKind, u32)> {
    let document = parse(text).unwrap_or_else(|e| panic!("{text}: {e}"));
    document.mends.iter().map(|(k, met)| (k, met.count)).collect()
}

#[test]
fn strict_json_is_read_without_remarks() {
    let text = "{\"a\": [1, -0.5e+3, true, false, null], \"b\": \"x\\u00e9\\uD83D\\uDE00\\n\"}";
    assert_eq!(mends(text), []);
    let root = one(text);
    assert_eq!(root.at(&["b"]).unwrap().scalar(), Some("xé😀\n"));
    assert_eq!(root.get("a").unwrap().items()[1].value, Value::Number("-0.5e+3".into()));
}

#[test]
fn numbers_keep_every_digit() {
    let root = one("{\"n\": 120.5682999999995904716}");
    assert_eq!(root.get("n").unwrap().scalar(), Some("120.5682999999995904716"));
}

#[test]
fn names_are_found_in_any_case_and_the_exact_one_first() {
    let root = one("{\"Id\": 1, \"id\": 2}");
    assert_eq!(root.get("Id").unwrap().scalar(), Some("1"));
    assert_eq!(root.get("ID").unwrap().scalar(), Some("2"));
}

#[test]
fn every_repair_is_reported() {
    use MendKind as M;
    let cases: [(&str, M); 17] = [
        ("{\"a\": 1 \"b\": 2}", M::MissingComma),
        ("[{\"a\": 1} {\"a\": 2}]", M::MissingComma),
        ("{\"a\": 1,}", M::ExtraComma),
        ("{“a”: “b\"}", M::CurlyQuotes),
        ("{\u{200b}\"a\":\u{a0}1}", M::InvisibleSpace),
        ("{\"a\": \"x\ny\"}", M::RawControl),
        ("{\"a\": 1 // said so\n}", M::Comment),
        ("{\"a\": /* so */ 1}", M::Comment),
        ("{\"a\": \"\\*\"}", M::BadEscape),
        ("{\"a\": \"\\ud800\"}", M::LoneSurrogate),
        ("[1, …]", M::Elision),
        ("[True]", M::Literal),
        ("{\"a\": <etag>}", M::Placeholder),
        ("{ {\"a\": 1}, \"b\": 2}", M::UnnamedObject),
        ("{\"l\": [{\"a\": {\"b\": 1}], \"c\": 2}", M::MissingBracket),
        ("[{\"a\": 1}}]", M::ExtraBracket),
        ("{\"a\": 1, \"a\": 2}", M::DuplicateKey),
    ];
    for (text, kind) in cases {
        let found = mends(text);
        assert!(found.iter().any(|(k, _)| *k == kind), "{text}: {found:?}");
    }
}

#[test]
fn json_that_was_put_unescaped_into_a_text_is_read_as_json() {
    let root = one(
        "{\"log\": \"[\n  { \"from\": \"Active\" },\n  { \"from\": \"Resolved\" }\n]\", \"x\": 1}",
    );
    let log = root.get("log").unwrap();
    assert_eq!(log.items().len(), 2);
    assert_eq!(log.items()[1].get("from").unwrap().scalar(), Some("Resolved"));
    assert_eq!(root.get("x").unwrap().scalar(), Some("1"));
}

#[test]
fn half_a_file_is_refused() {
    let whole = "{\"items\": [{\"id\": \"a\", \"n\": 1}, {\"id\": \"b\", \"n\": 2}], \"total\": 2}";
    for end in 1..whole.len() {
        let half = &whole[..end];
        match parse(half) {
            Err(error) => assert!(
                matches!(
                    error.fault,
                    JsonFault::CutOff { .. } | JsonFault::Number(_) | JsonFault::Unexpected { .. }
                ),
                "{half}: {error}"
            ),
            // Only the very last brace may be missing, and only after a list that is whole.
            Ok(document) => {
                assert_eq!(document.mends.count(MendKind::MissingBracket), 1, "{half}");
                assert_eq!(document.roots[0].get("items").unwrap().items().len(), 2, "{half}");
            }
        }
    }
}

#[test]
fn a_hundred_thousand_brackets_are_refused_without_harm() {
    for open in ["[", "{\"a\":", "[{\"a\":"] {
        let error = parse(&open.repeat(100_000)).unwrap_err();
        assert_eq!(error.fault, JsonFault::TooDeep);
    }
    let deep = format!("{}{}", "[".repeat(128), "]".repeat(128));
    assert!(parse(&deep).is_ok());
}

#[test]
fn lines_of_json_are_all_read() {
    let document = parse("{\"a\":1}\n{\"a\":2}\r\n{\"a\":3}\n").unwrap();
    assert_eq!(document.roots.len(), 3);
    assert_eq!(document.mends.count(MendKind::SeveralDocuments), 2);
}

#[test]
fn a_fault_names_its_place() {
    let error = parse("{\"a\": nonsense}").unwrap_err();
    assert_eq!(error.at, 6);
    assert_eq!(error.to_string(), "`n` stands where a value is wanted (byte 6)");
}

fn written(depth: u32) -> impl Strategy<Value = String> {
    let leaf = prop_oneof![
        Just("null".to_owned()),
        Just("true".to_owned()),
        "-?(0|[1-9][0-9]{0,8})(\\.[0-9]{1,4})?",
        "\"[a-zA-Z0-9 ,:{}\\[\\]]{0,12}\"",
    ];
    leaf.prop_recursive(depth, 64, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(|v| format!("[{}]", v.join(","))),
            prop::collection::btree_map("[a-z]{1,6}", inner, 0..6).prop_map(|m| {
                let members: Vec<String> = m.iter().map(|(k, v)| format!("\"{k}\":{v}")).collect();
                format!("{{{}}}", members.join(","))
            }),
        ]
    })
}

proptest! {
    #[test]
    fn any_text_gets_an_answer(text in ".{0,200}") {
        let _ = parse(&text);
    }

    #[test]
    fn any_mixture_of_its_signs_gets_an_answer(text in "[\\[\\]{}\",:\\\\/*u0-9a-e \n“”.…<>-]{0,120}") {
        let _ = parse(&text);
    }

    #[test]
    fn what_is_read_is_what_was_written(text in written(4)) {
        let document = parse(&text).unwrap();
        prop_assert!(document.mends.is_empty());
        prop_assert_eq!(document.roots[0].to_json(), text);
    }

    #[test]
    fn a_damaged_document_gets_an_answer(text in written(4), at in any::<prop::sample::Index>(), c in any::<char>()) {
        let mut chars: Vec<char> = text.chars().collect();
        let place = at.index(chars.len());
        chars[place] = c;
        let _ = parse(&chars.iter().collect::<String>());
    }
}
