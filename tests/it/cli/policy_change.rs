//! `recourse policy diff`, `simulate`, `to-dmn` and `from-dmn`.

use recourse::policy::shipped::STANDARD;
use serde_json::{Value, json};

use super::program::{Folder, TODAY, sample_book};

fn stricter() -> Value {
    let mut document: Value = serde_json::from_str(STANDARD).unwrap();
    document["stages"][2]["rules"][1]["then"][1] = json!("\"refer\"");
    document["reasons"]["R-SLOW"]["text"]["en"] = json!("Slow");
    let words = json!({ "en": "No more than a few", "zh-Hant": "少數" });
    document["guards"] = json!([
        { "id": "few", "label": words, "metric": "swap-out-share", "max": "0.05", "why": words },
    ]);
    document
}

fn folder(name: &str) -> Folder {
    let folder = Folder::new(name);
    folder.write("before.json", STANDARD);
    folder.write("after.json", stricter().to_string());
    folder.write("book.json", sample_book());
    folder
}

#[test]
fn changes_are_told_with_whom_each_moves() {
    let folder = folder("policy_diff");
    let plain = folder.run(&["policy", "diff", "before.json", "after.json"]);
    assert_eq!(plain.status, 1, "{}", plain.err);
    let cell = "stages[grade].rules[G2].then[1]: \"approve\" -> \"refer\"\n";
    assert!(plain.out.contains(cell), "{}", plain.out);
    let args =
        ["policy", "diff", "before.json", "after.json", "--book", "book.json", "--as-of", TODAY];
    let json: Value =
        serde_json::from_str(&folder.run(&[&args[..], &["--json"]].concat()).out).unwrap();
    let moved = |place: &str| {
        let changes = json["changes"].as_array().unwrap();
        let change = changes.iter().find(|c| c["place"].as_str().unwrap().starts_with(place));
        change.unwrap()["customers_moved"].as_u64().unwrap()
    };
    assert!(moved("stages[grade]") >= 3, "{json:#}");
    assert_eq!(moved("reasons[R-SLOW]".replace(['[', ']'], ".").trim_end_matches('.')), 0);
    let same = folder.run(&["policy", "diff", "before.json", "before.json"]);
    assert_eq!((same.status, same.out.as_str()), (0, ""));
    let half = folder.run(&["policy", "diff", "before.json", "after.json", "--as-of", TODAY]);
    assert_eq!(half.status, 2, "a day without a book means nothing");
}

#[test]
fn the_book_is_simulated_and_a_broken_guard_shows() {
    let folder = folder("policy_simulate");
    let args = [
        "policy",
        "simulate",
        "before.json",
        "after.json",
        "--book",
        "book.json",
        "--as-of",
        TODAY,
    ];
    let text = folder.run(&args);
    assert_eq!(text.status, 1, "{}", text.err);
    assert!(text.out.contains("grade.G2"), "{}", text.out);
    assert!(text.out.contains("customers unchanged"), "{}", text.out);
    assert!(text.out.contains("few: not met"), "{}", text.out);
    let json: Value =
        serde_json::from_str(&folder.run(&[&args[..], &["--json"]].concat()).out).unwrap();
    assert_eq!(json["guards"][0]["blocks"], true);
    let moved = json["moved"].as_array().unwrap();
    assert!(moved.iter().all(|m| m["after"] == "refer"));
    let same = folder.run(&[
        "policy",
        "simulate",
        "before.json",
        "before.json",
        "--book",
        "book.json",
        "--as-of",
        TODAY,
    ]);
    assert_eq!(same.status, 0, "{}", same.out);
}

#[test]
fn tables_go_out_as_dmn_and_come_back_equal() {
    let folder = folder("policy_dmn");
    let out = folder.run(&["policy", "to-dmn", "before.json", "--out", "tables.dmn"]);
    assert_eq!(out.status, 0, "{}", out.err);
    let back =
        folder.run(&["policy", "from-dmn", "before.json", "tables.dmn", "--out", "back.json"]);
    assert_eq!(back.status, 0, "{}", back.err);
    let diff = folder.run(&["policy", "diff", "before.json", "back.json"]);
    assert_eq!((diff.status, diff.out.as_str()), (0, ""), "nothing was lost on the way");
    let printed = folder.run(&["policy", "to-dmn", "before.json", "--standard", "1.3"]);
    assert!(printed.out.contains("20191111"), "{}", &printed.out[..300]);
    let edited = folder.read("tables.dmn").replacen("[50..70)", "[55..70)", 1);
    folder.write("edited.dmn", edited);
    let edited =
        folder.run(&["policy", "from-dmn", "before.json", "edited.dmn", "--out", "edited.json"]);
    assert_eq!(edited.status, 1, "a gap between two rows is told: {}", edited.err);
    let diff = folder.run(&["policy", "diff", "before.json", "edited.json"]);
    assert_eq!(diff.out, "stages[grade].rules[G2].when[0]: [50..70) -> [55..70)\n");
}

#[test]
fn columns_that_another_editor_added_are_taken_and_told() {
    let folder = folder("policy_dmn_columns");
    let mut wider = stricter();
    let table = &mut wider["stages"][2];
    table["inputs"].as_array_mut().unwrap().push(json!({ "field": "payment.oldestDaysLate" }));
    for row in table["rules"].as_array_mut().unwrap() {
        row["when"].as_array_mut().unwrap().push(json!("-"));
    }
    table["rules"][0]["when"][1] = json!("<= 90");
    folder.write("wider.json", wider.to_string());
    folder.run(&["policy", "to-dmn", "wider.json", "--out", "wider.dmn"]);
    let taken =
        folder.run(&["policy", "from-dmn", "after.json", "wider.dmn", "--out", "taken.json"]);
    assert!(
        taken.err.contains(
            "Table “grade”: columns payment.oldestDaysLate are new; rows G1, G2, G3, G4, G5 say something else."
        ),
        "{}",
        taken.err
    );
    let diff = folder.run(&["policy", "diff", "wider.json", "taken.json"]);
    assert_eq!((diff.status, diff.out.as_str()), (0, ""), "labels, roles and reasons stayed");
    let back = folder.run(&["policy", "from-dmn", "wider.json", "wider.dmn", "--out", "same.json"]);
    assert!(back.err.contains("Table “grade” is as it was."), "{}", back.err);
}

/// As editors write that put each text on a line of its own and name only what needs a name.
#[test]
fn a_file_as_other_editors_write_it_changes_nothing_by_its_looks() {
    let folder = folder("policy_dmn_looks");
    let mut document = stricter();
    let table = &mut document["stages"][2];
    table["outputs"] = json!([table["outputs"][1].clone()]);
    table["rules"][0]["when"][0] = json!(" >= 70 ");
    for row in table["rules"].as_array_mut().unwrap() {
        row["then"] = json!([row["then"][1].clone()]);
    }
    document["stages"][3]["candidates"].as_array_mut().unwrap().remove(2);
    document["tests"] = json!([]);
    folder.write("one.json", document.to_string());
    let out = folder.run(&["policy", "to-dmn", "one.json", "--out", "one.dmn"]);
    assert_eq!(out.status, 0, "{}", out.err);
    let tables = folder.read("one.dmn");
    let name = document["stages"][2]["outputs"][0]["id"].as_str().unwrap();
    let unnamed = tables.replacen(&format!(" label=\"{name}\" name=\"{name}\""), "", 1);
    assert_ne!(unnamed, tables);
    let apart = unnamed
        .replace("<text>", "<text>\n    ")
        .replace("</text>", "\n  </text>")
        .replace("<description>", "<description>\n  ")
        .replace("</description>", "\n  </description>");
    folder.write("apart.dmn", apart);
    let back = folder.run(&["policy", "from-dmn", "one.json", "apart.dmn", "--out", "back.json"]);
    assert!(back.err.contains("Table “grade” is as it was."), "{}", back.err);
    let diff = folder.run(&["policy", "diff", "one.json", "back.json"]);
    assert_eq!((diff.status, diff.out.as_str()), (0, ""), "{}", diff.err);
}

#[test]
fn approvals_of_another_text_are_not_passed_on() {
    let folder = folder("policy_dmn_approvals");
    folder.run(&["policy", "to-dmn", "before.json", "--out", "tables.dmn"]);
    let mut document: Value = serde_json::from_str(STANDARD).unwrap();
    document["approvals"] =
        json!([{ "by": "Bo", "role": "cfo", "at": "2026-11-20", "sha256": "00ff" }]);
    folder.write("edited.json", document.to_string());
    let args = ["policy", "from-dmn", "edited.json", "tables.dmn", "--out", "back.json"];
    let back = folder.run(&args);
    assert_eq!(back.status, 1, "{}", back.err);
    assert!(back.err.contains("edited.json: approvals[0].sha256"), "{}", back.err);
    assert!(back.err.contains("(CR-128)") && !folder.has("back.json"), "{}", back.err);
}

#[test]
fn a_dmn_file_that_does_not_fit_changes_nothing() {
    let folder = folder("policy_dmn_bad");
    folder.run(&["policy", "to-dmn", "before.json", "--out", "tables.dmn"]);
    let good = folder.read("tables.dmn");
    for (name, text, wanted) in [
        (
            "other",
            good.replace("\"grade\"", "\"other\""),
            "Table “other” is in no stage of the policy",
        ),
        ("cell", good.replacen("[50..70)", "[50..", 1), "At character"),
        ("cut", good[..good.len() / 2].to_owned(), "Line"),
    ] {
        folder.write("bad.dmn", text);
        let answer =
            folder.run(&["policy", "from-dmn", "before.json", "bad.dmn", "--out", "bad.json"]);
        assert_eq!(answer.status, 1, "{name}: {}", answer.err);
        assert!(answer.err.contains(wanted), "{name}: {}", answer.err);
        assert!(!folder.has("bad.json"), "{name}");
    }
}
