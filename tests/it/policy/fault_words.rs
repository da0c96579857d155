//! Faults of a policy in the words of the page, in both languages.

use recourse::app::Lang;
use recourse::app::words::policy_faults;
use recourse::policy::{Fault, check, shipped};
use serde_json::{Value, json};

#[test]
fn every_fault_is_told_in_both_languages_with_its_rule() {
    let sentences = |pointer: &str, value: Value| -> Vec<(String, String, String)> {
        let mut document: Value = serde_json::from_str(shipped::STANDARD).unwrap();
        *document.pointer_mut(pointer).unwrap() = value;
        let told = |f: &Fault| {
            let said = |lang| policy_faults::sentence(lang, &f.kind);
            (f.kind.rule().to_string(), said(Lang::En), said(Lang::ZhHant))
        };
        check(&document.to_string()).iter().map(told).collect()
    };
    for (pointer, value, rule, english, chinese) in [
        (
            "/stages/0/rules/0/when/0/is",
            json!("> "),
            "CR-110",
            "At character 3: the end stands where a value is wanted",
            "第 3 個字元：此處須為值，卻是結尾",
        ),
        (
            "/stages/0/rules/0/when/0/is",
            json!("[1..2"),
            "CR-110",
            "At character 6: the end stands where “]” or “)” is wanted",
            "第 6 個字元：此處須為「]」或「)」，卻是結尾",
        ),
        (
            "/stages/0/rules/0/when/0/is",
            json!("> \"many\""),
            "CR-113",
            "At character 1: a number and text do not go together",
            "第 1 個字元：數值與文字不能一起使用",
        ),
        (
            "/derived/0/expr",
            json!("for"),
            "CR-110",
            "At character 1: “for” is not part of the language of these cells",
            "第 1 個字元：此處的語法不含「for」",
        ),
        (
            "/derived/0/expr",
            json!("floor()"),
            "CR-110",
            "At character 1: “floor” takes a number, and places where wanted",
            "第 1 個字元：「floor」須有一個數值，可另加小數位數",
        ),
        (
            "/derived/0/expr",
            json!("calc.asked"),
            "CR-115",
            "`calc.exposure`, `calc.asked` need each other: take one out of the circle",
            "`calc.exposure`, `calc.asked` 互相依賴：請將其中一個移出循環",
        ),
        (
            "/stages/3/candidates/1/expr",
            json!("\"all\""),
            "CR-112",
            "an amount of money is wanted, this is text",
            "須為金額，此處為文字",
        ),
        (
            "/stages/2/rules/0/when/0",
            json!("> 70"),
            "CR-117",
            "No row holds for s.risk = 70: add one",
            "s.risk = 70時沒有任何列成立：請新增一列",
        ),
        (
            "/stages/2/rules/0/when/0",
            json!("[50..70)"),
            "CR-116",
            "Rows G1 and G2 both hold for the same values: make them apart",
            "G1 與 G2 兩列在相同的值時同時成立：請加以區分",
        ),
        (
            "/formatVersion",
            json!(2),
            "CR-102",
            "Format 2 is newer than 1, the newest this version reads: update it first",
            "格式 2 比此版本所能讀取的 1 新：請先更新",
        ),
        (
            "/fields/5/missing/value",
            json!("none"),
            "CR-105",
            "“none” is not a plain number such as 12.50",
            "「none」不是如 12.50 的數值",
        ),
        (
            "/suspicion/spendSpike/baselineDays",
            json!(3),
            "CR-123",
            "“3” is out of range: it must be from 7 to 366",
            "「3」超出範圍：須介於 7 與 366 之間",
        ),
    ] {
        let told = sentences(pointer, value);
        let wanted = (rule.to_owned(), english.to_owned(), chinese.to_owned());
        assert!(told.contains(&wanted), "{pointer}: {told:#?}");
    }
}

#[test]
fn what_is_no_json_is_told_in_both_languages() {
    let faults = check("{\n  \"id\": }");
    let chinese = policy_faults::placed(Lang::ZhHant, &faults[0]);
    assert_eq!(chinese, "這不是 JSON：第 2 行第 9 個字元有誤 (CR-101)");
}
