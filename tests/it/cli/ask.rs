//! Questions to a book.

use serde_json::Value;

use super::program::{Folder, INVOICES, TODAY, sample_book};

fn json(folder: &Folder, args: &[&str]) -> Value {
    let answer = folder.run(args);
    assert_eq!(answer.status, 0, "{args:?}: {}", answer.err);
    serde_json::from_str(&answer.out).unwrap()
}

#[test]
fn a_plan_for_everybody_who_owes() {
    let folder = Folder::new("plan");
    folder.write("book.json", sample_book());
    let plans = json(&folder, &["plan", "book.json", "--as-of", TODAY, "--json"]);
    let plans = plans["plans"].as_array().unwrap();
    assert!(plans.len() > 10, "{}", plans.len());
    for plan in plans {
        assert_eq!(plan["as_of"], TODAY);
        assert!(plan["positions"].as_array().is_some_and(|p| !p.is_empty()));
        for reason in plan["blocked"].as_array().unwrap() {
            assert!(reason["rule"].as_str().unwrap().starts_with("COL-"));
        }
    }
    let table = folder.run(&["plan", "book.json", "--as-of", TODAY]).out;
    assert_eq!(table.lines().count(), plans.len() + 1);
    let again = folder.run(&["plan", "book.json", "--as-of", TODAY]).out;
    assert_eq!(table, again);
}

#[test]
fn a_plan_for_one_customer_by_id_or_name() {
    let folder = Folder::new("plan_one");
    folder.write("book.json", sample_book());
    let all = json(&folder, &["plan", "book.json", "--as-of", TODAY, "--json"]);
    let one = &all["plans"][0];
    let (id, name) = (one["customer"].as_str().unwrap(), one["name"].as_str().unwrap());
    for asked in [id, name] {
        let args = ["plan", "book.json", "--as-of", TODAY, "--json", "--customer", asked];
        assert_eq!(json(&folder, &args)["plans"][0], *one, "{asked}");
    }
    let nobody = folder.run(&["plan", "book.json", "--as-of", TODAY, "--customer", "no such"]);
    assert_eq!(nobody.status, 2);
    assert!(nobody.err.contains("`no such`"));
}

#[test]
fn tables_are_aligned_in_both_languages() {
    let folder = Folder::new("plan_table");
    folder.write("book.json", sample_book());
    let english = folder.run(&["plan", "book.json", "--as-of", TODAY]).out;
    assert!(english.starts_with("Customer "), "{english}");
    let chinese = folder.run(&["--lang", "zh-hant", "plan", "book.json", "--as-of", TODAY]).out;
    assert!(chinese.starts_with("客戶"), "{chinese}");
    assert!(!english.lines().any(|l| l.ends_with(' ')));
}

#[test]
fn cases_of_the_book() {
    let folder = Folder::new("cases");
    folder.write("book.json", sample_book());
    let cases = json(&folder, &["cases", "book.json", "--as-of", TODAY, "--json"]);
    let cases = cases["cases"].as_array().unwrap();
    assert!(!cases.is_empty());
    for case in cases {
        for field in ["case", "state", "severity", "customer", "title", "opened"] {
            assert!(case[field].as_str().is_some_and(|t| !t.is_empty()), "{field}: {case}");
        }
    }
    let table = folder.run(&["cases", "book.json", "--as-of", TODAY]).out;
    assert_eq!(table.lines().count(), cases.len() + 1);
    let before = json(&folder, &["cases", "book.json", "--as-of", "2001-01-01", "--json"]);
    assert_eq!(before["cases"], serde_json::json!([]));
}

#[test]
fn decisions_for_everybody_with_reasons_and_the_policy_that_decided() {
    let folder = Folder::new("decide");
    folder.write("book.json", sample_book());
    let args = ["decide", "book.json", "--as-of", TODAY, "--json"];
    let answer = json(&folder, &args);
    assert_eq!(answer["policy"]["sha256"].as_str().map(str::len), Some(64));
    let decisions = answer["decisions"].as_array().unwrap();
    assert!(decisions.len() >= 40, "{}", decisions.len());
    let mut outcomes = std::collections::BTreeSet::new();
    for decision in decisions {
        let outcome = decision["outcome"].as_str().unwrap();
        outcomes.insert(outcome);
        if outcome != "approve" {
            let reasons = decision["reasons"].as_array().unwrap();
            assert!(!reasons.is_empty(), "{}", decision["name"]);
            assert!(reasons.iter().all(|r| r["en"] != "" && r["zh_hant"] != ""));
        }
    }
    assert!(outcomes.len() >= 2, "{outcomes:?}");
    let table = folder.run(&["decide", "book.json", "--as-of", TODAY, "--lang", "zh-hant"]);
    assert_eq!(table.out.lines().count(), decisions.len() + 1);
    assert!(table.out.starts_with("客戶"));
}

#[test]
fn a_missing_value_is_named_with_its_reason() {
    let folder = Folder::new("decide_missing");
    folder.write("invoices.csv", INVOICES);
    folder.run(&["import", "invoices.csv", "--out", "book.json"]);
    let args = ["decide", "book.json", "--as-of", TODAY];
    let answer = json(&folder, &[&args[..], &["--json"]].concat());
    let reasons = answer["decisions"][0]["reasons"].as_array().unwrap();
    let first = reasons.iter().find(|r| r["field"].is_string());
    let first = first.unwrap_or_else(|| panic!("{answer:#}"));
    let text = |words: &str, open: &str, close: &str| {
        let (field, code) = (first["field"].as_str().unwrap(), first["code"].as_str().unwrap());
        format!("{}{open}{field}{close} [{code}]", first[words].as_str().unwrap())
    };
    let english = folder.run(&args).out;
    assert!(english.contains(&text("en", " (", ")")), "{english}");
    let chinese = folder.run(&[&args[..], &["--lang", "zh-hant"]].concat()).out;
    assert!(chinese.contains(&text("zh_hant", "（", "）")), "{chinese}");
}

#[test]
fn a_customer_without_a_name_is_called_by_his_id() {
    let folder = Folder::new("unnamed");
    let id = "11111111-2222-4333-8444-555555555555";
    let head = "tenant_id,customer_name,invoice_number,issued,due,amount,currency";
    folder.write("unnamed.csv", format!("{head}\n{id},,S-1,2026-07-01,2026-07-31,1200.00,EUR\n"));
    let taken = folder.run(&["import", "unnamed.csv", "--out", "book.json"]);
    assert_eq!(taken.status, 0, "{}", taken.err);
    for command in ["decide", "plan"] {
        let table = folder.run(&[command, "book.json", "--as-of", TODAY]).out;
        let row = table.lines().nth(1).unwrap_or_default();
        assert!(row.starts_with(id), "{command}: {table}");
    }
}

#[test]
fn the_report_of_a_case_is_the_same_twice() {
    let folder = Folder::new("report");
    folder.write("book.json", sample_book());
    let cases = json(&folder, &["cases", "book.json", "--as-of", TODAY, "--json"]);
    for case in cases["cases"].as_array().unwrap() {
        let id = case["case"].as_str().unwrap();
        let one = folder.run(&["report", "book.json", id, "--as-of", TODAY]);
        assert_eq!(one.status, 0, "{}", one.err);
        let report: Value = serde_json::from_str(&one.out).unwrap();
        assert!(report.to_string().contains(id));
        let args = ["report", "book.json", id, "--as-of", TODAY, "--out", "report.json"];
        let kept = folder.run(&args);
        assert_eq!(kept.status, 0, "{}", kept.err);
        assert_eq!(folder.read("report.json"), one.out);
        for (lang, title) in [("en", "lang=\"en"), ("zh-Hant", "lang=\"zh-Hant")] {
            let page = folder.run(&[
                "report",
                "book.json",
                id,
                "--as-of",
                TODAY,
                "--format",
                "html",
                "--lang",
                lang,
            ]);
            assert_eq!(page.status, 0, "{}", page.err);
            assert!(page.out.contains(title), "{}", &page.out[..300]);
            assert!(page.out.contains(id));
        }
    }
    let none = folder.run(&["report", "book.json", "no-such-case"]);
    assert_eq!(none.status, 2);
    assert!(none.err.contains("`no-such-case`"));
}
