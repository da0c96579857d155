//! `recourse evaluate`.

use std::io::{BufRead, BufReader, Read, Write};
use std::process::Stdio;

use recourse::engine::credit::ENGINE_SHA256;
use recourse::policy::shipped::STANDARD;
use serde_json::{Value, json};

use super::program::{Answer, Folder};

fn good(id: &str) -> Value {
    json!({ "id": id, "currency": "EUR", "input": {
        "payment.overdue": "0.00", "payment.oldestDaysLate": 0, "payment.worstDaysLate12m": 3,
        "payment.averageDaysLate12m": "0", "payment.paidInvoices12m": 12,
        "exposure.open": "4000.00", "exposure.committed": "6000.00", "spend.monthly": "4000.10",
        "customer.monthsWithUs": 30, "customer.country": "DE",
        "bureau.score": { "value": 81, "ageDays": 20, "source": "bureau" },
        "company.ageYears": 12, "company.insolvency": false, "identity.verified": true,
        "bureau.netWorth": "400000.00",
    }})
}

fn with(id: &str, field: &str, value: Value) -> Value {
    let mut account = good(id);
    account["input"][field] = value;
    account
}

fn evaluate(name: &str, lines: &str) -> (Answer, Vec<Value>) {
    let folder = Folder::new(name);
    folder.write("policy.json", STANDARD);
    folder.write("accounts.jsonl", lines);
    let args = ["evaluate", "--policy", "policy.json", "--as-of", "2026-11-24"];
    let answer = folder.run_on(&args, "accounts.jsonl");
    let again = folder.run_on(&args, "accounts.jsonl");
    assert_eq!(answer.out, again.out, "the same lines are answered with the same bytes");
    let records = answer.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    (answer, records)
}

#[test]
fn every_account_is_decided_and_names_policy_and_engine() {
    let lines = [
        good("A"),
        with("B", "cases.fraudConfirmed", json!(1)),
        with("C", "bureau.score", json!({ "value": 81, "ageDays": 181 })),
        with("D", "payment.overdue", Value::Null),
    ];
    let text: Vec<String> = lines.iter().map(Value::to_string).collect();
    let (answer, records) = evaluate("evaluate_good", &format!("\u{FEFF}{}\n\n", text.join("\n")));
    assert_eq!((answer.status, answer.err.as_str()), (0, ""), "{}", answer.out);
    let outcomes: Vec<&str> = records.iter().filter_map(|r| r["outcome"].as_str()).collect();
    assert_eq!(outcomes, ["approve", "decline", "approve", "refer"]);
    assert_eq!(records[0]["limit"], "12000.00");
    assert_eq!(records[0]["grade"], "A");
    assert_eq!(records[1]["reasons"][0]["code"], "F-CONFIRMED");
    assert_eq!(records[1]["reasons"][0]["adverse"], false, "fraud is not told to the customer");
    let codes = records[2]["reasons"].to_string();
    assert!(codes.contains("R-NOBUREAU"), "a report too old is none: {codes}");
    for (record, line) in records.iter().zip(1_u64..) {
        assert_eq!(record["line"], line);
        assert_eq!(record["policy"]["sha256"].as_str().unwrap().len(), 64);
        assert_eq!(record["engine"]["sha256"], ENGINE_SHA256);
    }
}

#[test]
fn a_bad_line_is_answered_with_its_mend_and_the_rest_goes_on() {
    let huge = "9".repeat(1_100_000);
    let bad = [
        ("{\"id\":", "not JSON"),
        ("[]", "not an object"),
        ("{\"id\":\"X\",\"input\":{}}", "`currency` is missing"),
        ("{\"id\":\"X\",\"currency\":\"EUR\"}", "`input` is missing"),
        ("{\"currency\":\"EUR\",\"inputs\":{}}", "`inputs` means nothing here"),
        ("{\"currency\":\"E\",\"input\":{}}", "`currency`"),
        (
            "{\"currency\":\"EUR\",\"input\":{\"payment.overdu\":1}}",
            "did you mean `payment.overdue`?",
        ),
        (
            "{\"currency\":\"EUR\",\"input\":{\"payment.overdu\":null}}",
            "did you mean `payment.overdue`?",
        ),
        ("{\"currency\":\"EUR\",\"input\":{\"payment.overdue\":1.5}}", "write decimals as text"),
        ("{\"currency\":\"EUR\",\"input\":{\"payment.overdue\":\"1,5\"}}", "a plain number"),
        (
            "{\"currency\":\"EUR\",\"input\":{\"bureau.score\":{\"value\":1,\"ageDays\":-1}}}",
            "`bureau.score.ageDays`",
        ),
        (huge.as_str(), "longer than 1000000 bytes"),
    ];
    let mut text = String::new();
    for (line, _) in &bad {
        text.push_str(&format!("{line}\n{}\n", good("after")));
    }
    let (answer, records) = evaluate("evaluate_bad", &text);
    assert_eq!(answer.status, 1);
    assert!(answer.err.contains("line 1: not JSON"), "{}", answer.err);
    assert!(answer.err.contains("11 more lines"), "{}", answer.err);
    assert_eq!(records.len(), bad.len() * 2);
    for ((line, wanted), pair) in bad.iter().zip(records.chunks(2)) {
        let said = pair[0]["error"].as_str().unwrap_or_default();
        assert!(said.contains(wanted), "{}: {said}", &line[..line.len().min(60)]);
        assert_eq!(pair[1]["outcome"], "approve");
    }
}

/// A line whose members are written as they stand, so that a key may stand twice.
fn raw(members: &str, input: &str) -> String {
    format!("{{{members},\"input\":{{{input}}}}}")
}

#[test]
fn what_is_misspelt_or_stands_twice_is_refused_and_not_guessed_at() {
    let eur = "\"id\":\"X\",\"currency\":\"EUR\"";
    let score = |parts: &str| raw(eur, &format!("\"bureau.score\":{{{parts}}}"));
    let with_id = |id: &str| raw(&format!("\"id\":{id},\"currency\":\"EUR\""), "");
    let bad = [
        (
            score("\"value\":\"81\",\"agedays\":9999"),
            "`bureau.score.agedays` means nothing here: use `value`, `source`, `ageDays`",
        ),
        (score("\"valeu\":\"81\""), "`bureau.score.valeu` means nothing here"),
        (score(""), "`bureau.score.value` is missing: give null"),
        (score("\"value\":81,\"source\":5"), "`bureau.score.source` is not text"),
        (score("\"value\":81,\"value\":81"), "`value` stands twice: leave one of them"),
        (
            raw(eur, "\"payment.overdue\":\"9\",\"payment.overdue\":\"0\""),
            "`payment.overdue` stands twice",
        ),
        (raw(&format!("{eur},\"currency\":\"JPY\""), ""), "`currency` stands twice"),
        (raw(&format!("{eur},\"id\":\"Y\""), ""), "`id` stands twice"),
        (raw(&format!("{eur},\"input\":{{}}"), ""), "`input` stands twice"),
        (with_id("12345678901234567890123"), "`id` is neither text nor a whole number"),
        (with_id("1.10"), "`id` is neither text nor a whole number"),
        (with_id("true"), "`id` is neither text nor a whole number"),
        (with_id("{\"x\":[1]}"), "`id` is neither text nor a whole number"),
    ];
    let text: Vec<&str> = bad.iter().map(|(line, _)| line.as_str()).collect();
    let (answer, records) = evaluate("evaluate_strict", &text.join("\n"));
    assert_eq!((answer.status, records.len()), (1, bad.len()), "{}", answer.err);
    for ((line, wanted), record) in bad.iter().zip(&records) {
        let said = record["error"].as_str().unwrap_or_default();
        assert!(said.starts_with(wanted), "{line}: {said}");
    }
    let good = [
        with_id("18446744073709551615"),
        with_id("-7"),
        with_id("\"1.10\""),
        with_id("null"),
        score("\"value\":null,\"source\":\"bureau\""),
        score("\"value\":81,\"source\":null,\"ageDays\":null"),
    ];
    let (answer, records) = evaluate("evaluate_ids", &good.join("\n"));
    assert_eq!(answer.status, 0, "{}", answer.err);
    let ids: Vec<String> = records.iter().map(|r| r["id"].to_string()).collect();
    assert_eq!(ids, ["18446744073709551615", "-7", "\"1.10\"", "null", "\"X\"", "\"X\""]);
}

#[test]
fn a_reason_names_the_value_that_is_missing_or_the_place_that_failed() {
    let (_, records) = evaluate("evaluate_missing", &good("A").to_string());
    for reason in records[0]["reasons"].as_array().unwrap() {
        assert_eq!(reason.get("field"), None, "nothing is missing: {reason}");
    }
    let empty = "{\"id\":\"A\",\"currency\":\"EUR\",\"input\":{}}";
    let (_, records) = evaluate("evaluate_which", empty);
    let reasons = records[0]["reasons"].as_array().unwrap();
    let ledger: Vec<&str> = reasons
        .iter()
        .filter(|r| r["code"] == "M-LEDGER")
        .map(|r| r["field"].as_str().unwrap())
        .collect();
    assert!(ledger.contains(&"payment.overdue"), "{reasons:?}");
    let distinct: std::collections::BTreeSet<&&str> = ledger.iter().collect();
    assert_eq!(distinct.len(), ledger.len(), "each reason is about a value of its own");
    let mut failing: Value = serde_json::from_str(STANDARD).unwrap();
    let label = json!({ "en": "-", "zh-Hant": "-" });
    let broken = "payment.paidInvoices12m / (payment.paidInvoices12m - payment.paidInvoices12m)";
    let derived = failing["derived"].as_array_mut().unwrap();
    derived.push(json!({ "id": "calc.broken", "label": label, "expr": broken }));
    failing["stages"][1]["rules"][2]["when"][0] = json!({ "field": "calc.broken", "is": "> 5" });
    let folder = Folder::new("evaluate_failing");
    folder.write("policy.json", failing.to_string());
    folder.write("accounts.jsonl", good("A").to_string());
    let args = ["evaluate", "--policy", "policy.json", "--as-of", "2026-11-24"];
    let answer = folder.run_on(&args, "accounts.jsonl");
    assert_eq!(answer.status, 0, "{}", answer.err);
    let record: Value = serde_json::from_str(&answer.out).unwrap();
    let reasons = record["reasons"].as_array().unwrap();
    let failed = reasons.iter().find(|r| r.get("place").is_some());
    let failed = failed.unwrap_or_else(|| panic!("{record:#}"));
    assert_eq!((&failed["outcome"], failed.get("field")), (&json!("refer"), None));
    assert!(failed["place"].as_str().is_some_and(|p| !p.is_empty()), "{failed}");
    assert!(failed["problem"].as_str().is_some_and(|p| !p.is_empty()), "{failed}");
}

/// Would wait for ever if an answer were kept back until the next line came whole.
#[test]
fn each_line_is_answered_before_the_next_is_asked() {
    let folder = Folder::new("evaluate_by_line");
    folder.write("policy.json", STANDARD);
    let args = ["evaluate", "--policy", "policy.json", "--as-of", "2026-11-24"];
    let mut command = folder.command(&args);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut child = command.spawn().unwrap();
    let (mut ask, out) = (child.stdin.take().unwrap(), child.stdout.take().unwrap());
    let mut answers = BufReader::new(out);
    for id in ["A", "B", "C"] {
        let rest = good(id).to_string().split_off(5);
        // The beginning of the next line stands behind this one already.
        writeln!(ask, "{}{rest}", if id == "A" { "{\"cur" } else { "" }).unwrap();
        ask.write_all(b"{\"cur").unwrap();
        let mut answer = String::new();
        answers.read_line(&mut answer).unwrap();
        assert!(answer.contains(&format!("\"id\":\"{id}\"")), "{answer}");
    }
    drop(ask);
    assert_eq!(child.wait().unwrap().code(), Some(1), "the line that breaks off is told");
}

#[cfg(target_os = "linux")]
#[test]
fn whoever_stops_listening_gets_the_status_of_what_was_found() {
    let folder = Folder::new("evaluate_pipe");
    folder.write("policy.json", STANDARD);
    folder.write("accounts.jsonl", format!("[]\n{}", format!("{}\n", good("A")).repeat(2_000)));
    let args = ["evaluate", "--policy", "policy.json", "--as-of", "2026-11-24"];
    let input = std::fs::File::open(folder.path("accounts.jsonl")).unwrap();
    let mut command = folder.command(&args);
    command.stdin(Stdio::from(input)).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    child.stdout.take().unwrap().read_exact(&mut [0; 10]).unwrap();
    let mut said = String::new();
    child.stderr.take().unwrap().read_to_string(&mut said).unwrap();
    assert_eq!(child.wait().unwrap().code(), Some(1), "{said}");
    assert!(said.contains("line 1: not an object"), "{said}");
}

#[test]
fn a_policy_that_cannot_be_used_decides_nothing() {
    let folder = Folder::new("evaluate_policy");
    folder.write("policy.json", STANDARD.replacen("\"> 0\"", "\"> nothing.known\"", 1));
    folder.write("accounts.jsonl", good("A").to_string());
    let args = ["evaluate", "--policy", "policy.json", "--as-of", "2026-11-24"];
    let answer = folder.run_on(&args, "accounts.jsonl");
    assert_eq!((answer.status, answer.out.as_str()), (1, ""));
    assert!(answer.err.contains("Nothing declares “nothing.known”"), "{}", answer.err);
}
