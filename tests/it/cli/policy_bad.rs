//! Policies that cannot be used, at the terminal: each is told with its place, its rule and the mend, in both
//! languages, and nothing is decided by it.

use recourse::policy::shipped::STANDARD;
use serde_json::{Value, json};

use super::program::Folder;

fn with(pointer: &str, value: Value) -> String {
    let mut document: Value = serde_json::from_str(STANDARD).unwrap();
    *document.pointer_mut(pointer).unwrap() = value;
    document.to_string()
}

/// The grade table with so many rows, each of a value of its own.
fn rows(n: usize, complete: bool) -> String {
    let row = |at: usize| {
        json!({
            "id": format!("G{at}"), "when": [at.to_string()],
            "then": ["\"A\"", "\"approve\"", "3", "30", "0", "365"],
        })
    };
    let mut document: Value = serde_json::from_str(STANDARD).unwrap();
    document["stages"][2]["rules"] = (0..n).map(row).collect();
    document["stages"][2]["complete"] = json!(complete);
    document["tests"] = json!([]);
    document.to_string()
}

#[test]
fn each_fault_is_told_with_place_rule_and_mend_in_both_languages() {
    let both = json!({ "en": "-", "zh-Hant": "-" });
    let circle = json!([
        { "id": "calc.a", "label": both, "expr": "calc.b" },
        { "id": "calc.b", "label": both, "expr": "calc.a" },
    ]);
    let cases = [
        ("field", with("/stages/1/rules/2/when/0/field", json!("no.such")), "CR-108"),
        ("type", with("/stages/2/rules/0/when/0", json!("\"x\"")), "CR-113"),
        ("kind", with("/minApprovals", json!("two")), "CR-105"),
        ("cell", with("/stages/2/rules/0/when/0", json!("[70..")), "CR-110"),
        ("cycle", with("/derived", circle), "CR-115"),
        ("twice", with("/stages/2/rules/1/id", json!("G1")), "CR-107"),
        ("same", with("/stages/2/rules/1/when/0", json!(">= 70")), "CR-116"),
        ("newer", with("/formatVersion", json!(9)), "CR-102"),
        ("bounds", with("/outcome/utilisationWarnings", json!([70, 7000])), "CR-123"),
        (
            "edited",
            with(
                "/approvals",
                json!([{ "by": "Bo", "role": "cfo", "at": "2026-11-20", "sha256": "00ff" }]),
            ),
            "CR-128",
        ),
        ("cut", STANDARD[..400].to_owned(), "CR-101"),
        ("gap", rows(3, true), "CR-117"),
    ];
    let folder = Folder::new("policy_bad_each");
    for (name, text, rule) in cases {
        let file = format!("{name}.json");
        folder.write(&file, text);
        for lang in ["en", "zh-hant"] {
            let check = folder.run(&["policy", "check", &file, "--lang", lang]);
            assert_eq!(check.status, 1, "{name}: {}", check.out);
            assert!(check.out.contains(&format!("({rule})")), "{name}: {}", check.out);
            let chinese = check.out.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
            assert_eq!(chinese, lang == "zh-hant", "{name}: {}", check.out);
        }
        let test = folder.run(&["policy", "test", &file]);
        assert_eq!(test.status, 1, "{name} decides nothing: {}", test.out);
        let json = folder.run(&["policy", "check", &file, "--json"]).out;
        let json: Value = serde_json::from_str(&json).unwrap();
        assert_eq!(json["usable"], false, "{name}");
        assert!(json["faults"].as_array().unwrap().iter().any(|f| f["rule"] == rule), "{json:#}");
    }
}

#[test]
fn a_policy_that_is_refused_takes_nothing_from_the_one_that_decides() {
    let folder = Folder::new("policy_bad_beside");
    folder.write("bad.json", with("/formatVersion", json!(9)));
    folder.write("good.json", STANDARD);
    let input = "{\"id\":\"a\",\"currency\":\"EUR\",\"input\":{}}\n";
    let args = ["evaluate", "--policy", "bad.json", "--as-of", "2026-11-22"];
    let refused = folder.run_with(&args, input);
    assert_eq!((refused.status, refused.out.as_str()), (1, ""), "{}", refused.err);
    assert!(refused.err.contains("CR-102"), "{}", refused.err);
    let args = ["evaluate", "--policy", "good.json", "--as-of", "2026-11-22"];
    assert!(!folder.run_with(&args, input).out.is_empty());
}

#[test]
fn ten_thousand_rows_are_taken_with_a_warning() {
    let folder = Folder::new("policy_bad_long");
    folder.write("long.json", rows(10_000, true));
    let check = folder.run(&["policy", "check", "long.json"]);
    assert!(check.out.contains("(CR-119)"), "{}", check.out);
    assert!(!check.out.contains("error:"), "{}", check.out);
}

/// Color, title and direction of a terminal belong to whoever sits there, and so do the beginnings of lines.
#[test]
fn nothing_in_a_document_acts_on_the_terminal() {
    let folder = Folder::new("policy_bad_terminal");
    let evil = "\u{1b}[31mred\u{202e}\u{9b}2J\nrecourse: done";
    let mut document: Value = serde_json::from_str(STANDARD).unwrap();
    document[evil] = json!(1);
    document["stages"][1]["rules"][2]["when"][0]["field"] = json!(evil);
    folder.write("evil.json", document.to_string());
    folder.write("good.json", STANDARD);
    let mut named: Value = serde_json::from_str(STANDARD).unwrap();
    named["tests"][0]["id"] = json!(evil);
    named["tests"][0]["expect"]["outcome"] = json!("hold");
    folder.write("named.json", named.to_string());
    let account = json!({ "id": "a", "currency": "EUR", "input": { evil: 1 } });
    folder.write("accounts.jsonl", account.to_string());
    for args in [
        vec!["policy", "check", "evil.json"],
        vec!["policy", "test", "evil.json"],
        vec!["policy", "test", "named.json"],
        vec!["policy", "diff", "good.json", "evil.json"],
        vec!["evaluate", "--policy", "good.json", "--as-of", "2026-11-22"],
    ] {
        let answer = folder.run_on(&args, "accounts.jsonl");
        assert_eq!(answer.status, 1, "{args:?}: {}", answer.err);
        let people = if args[0] == "evaluate" { "" } else { answer.out.as_str() };
        let said = format!("{people}{}", answer.err);
        assert!(said.contains("�[31mred��2J�recourse: done"), "{args:?}: {said:?}");
        let acts = |c: char| (c.is_control() && c != '\n') || c == '\u{202e}';
        assert!(!said.contains(acts), "{args:?}: {said:?}");
    }
    let json = folder.run(&["policy", "check", "evil.json", "--json"]).out;
    assert!(json.contains("\\u001b[31mred\u{202e}"), "for programs it is as it was: {json}");
}
