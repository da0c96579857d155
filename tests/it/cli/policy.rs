//! `recourse policy`.

use recourse::policy::shipped::STANDARD;

use super::program::Folder;

#[test]
fn the_shipped_policy_passes_its_own_tests() {
    let folder = Folder::new("policy_good");
    folder.write("policy.json", STANDARD);
    let test = folder.run(&["policy", "test", "policy.json"]);
    assert_eq!(test.status, 0, "{}{}", test.out, test.err);
    assert!(test.out.ends_with("tests passed, 0 failed\n"), "{}", test.out);
    let json = folder.run(&["policy", "test", "policy.json", "--json"]).out;
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert!(json["tests"].as_array().is_some_and(|t| !t.is_empty()));
    let check = folder.run(&["policy", "check", "policy.json", "--json"]);
    let check: serde_json::Value = serde_json::from_str(&check.out).unwrap();
    assert_eq!(check["usable"], true);
}

#[test]
fn faults_are_named_with_their_place() {
    let folder = Folder::new("policy_bad");
    let document: serde_json::Value = serde_json::from_str(STANDARD).unwrap();
    let mut broken = document.clone();
    broken["stages"] = serde_json::json!("none");
    folder.write("policy.json", broken.to_string());
    let check = folder.run(&["policy", "check", "policy.json"]);
    assert_eq!(check.status, 1);
    assert!(check.out.contains("error: stages"), "{}", check.out);
    let test = folder.run(&["policy", "test", "policy.json"]);
    assert_eq!(test.status, 1);
    assert!(test.err.contains("cannot be used"), "{}", test.err);
    folder.write("half.json", &STANDARD[..400]);
    let half = folder.run(&["policy", "check", "half.json", "--lang", "zh-hant"]);
    assert_eq!(half.status, 1);
    assert!(half.out.contains("錯誤"), "{}", half.out);
}

#[test]
fn a_test_that_fails_says_what_was_wanted_and_found() {
    let folder = Folder::new("policy_failing");
    let mut document: serde_json::Value = serde_json::from_str(STANDARD).unwrap();
    let outcome = document["tests"][0]["expect"]["outcome"].clone();
    let other = if outcome == "decline" { "approve" } else { "decline" };
    document["tests"][0]["expect"]["outcome"] = serde_json::json!(other);
    folder.write("policy.json", document.to_string());
    let test = folder.run(&["policy", "test", "policy.json"]);
    assert_eq!(test.status, 1, "{}", test.out);
    assert!(test.out.contains("outcome: wanted"), "{}", test.out);
}
