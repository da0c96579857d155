use std::sync::Arc;

use recourse::app::state::Namespace;
use recourse::app::update::suspicion::FileKind;
use recourse::app::view_model::report;
use recourse::app::{Lang, PlainFormat, Screen, State};
use recourse::book::fold;
use recourse::domain::action::ActionKind;
use recourse::domain::alert::Verdict;
use recourse::domain::case::{CaseNote, CaseState, Question};
use recourse::domain::subscription::Product;
use recourse::exchange::bundle::{BundleFault, read, verify};
use recourse::journal::{Body, Fact, Journal, Operator, sha256_hex};
use serde_json::Value;

use crate::suspicion::desk::*;

pub fn operator() -> Operator {
    Operator { name: "Sample Investigator".to_owned(), role: "investigator".to_owned() }
}

/// A case with everything in it.
pub fn full() -> Desk {
    let mut desk = Desk::new();
    let mut facts = steady("2026-10-31", 20, "50.00");
    facts.push(customer(Some("2026-10-20")));
    facts.push(Fact::Subscription(subscription("sub-azure", Product::AzureSubscription)));
    desk.observe(facts);
    let mut raised = alert("A-1", "2026-11-01T08:00:00Z");
    let details = [("MiningPool", "stratum+tcp://pool.example:3333"), ("VM_IP", "203.0.113.7")];
    raised.details = details.into_iter().collect();
    desk.alert(raised);
    desk.open(&["A-1"], &["sub-azure", "sub-gone"]);
    desk.detail(|d| d.first_fraud_day = Some(day("2026-10-25")));
    desk.go(CaseState::Triage);
    desk.act(ActionKind::CancelAzureSubscription, Some("sub-azure"));
    desk.evidence("portal.png");
    desk.answer("A-1", Verdict::Fraud);
    desk
}

pub fn tell(desk: &mut Desk, question: Question, text: &str) {
    let note =
        CaseNote { case: case("C-1"), at: desk.at, text: text.to_owned(), answers: Some(question) };
    desk.record(Body::CaseNote(note));
}

/// A file of the draft as it stands a minute after the last entry.
pub fn file(desk: &Desk, lang: Lang, kind: FileKind) -> String {
    let at = desk.at.plus_minutes(1);
    let by = operator();
    let made = report::made(&desk.journal, &case("C-1"), ("microsoft", &by), at).unwrap();
    let state = State { lang, namespace: Namespace::Own, ..State::default() };
    let format = PlainFormat { lang };
    let screen = Screen { state: &state, format: &format };
    report::write(&screen, &made, kind).content
}

pub fn json(desk: &Desk) -> Value {
    serde_json::from_str(&file(desk, Lang::En, FileKind::Json)).unwrap()
}

#[test]
fn the_record_holds_identifiers_hashes_money_and_what_it_rests_on() {
    let json = json(&full());
    assert_eq!(json["report"]["revision"], 1);
    assert_eq!(json["report"]["kind"], "initial");
    assert_eq!(json["parties"][0]["tenant"], tenant().as_str());
    assert_eq!(json["parties"][0]["part"], "unknown");
    assert_eq!(json["evidence"][0]["sha256"], "ab".repeat(32));
    // Seven days from the 25th to the 31st at 50.00.
    assert_eq!(json["money"]["usage_since_first_fraud_day"][0], "EUR 350.00");
    assert_eq!(json["alerts"][0]["verdict"], "fraud");
    assert_eq!(json["case"]["first_fraud_day"], "2026-10-25");
    assert!(json["rests_on"]["entries"].as_array().unwrap().len() >= 7);
    assert_eq!(json["rests_on"]["heads"][0]["writer"], "writer-s");
    let kinds: Vec<&str> =
        json["timeline"].as_array().unwrap().iter().map(|t| t["kind"].as_str().unwrap()).collect();
    assert_eq!(kinds[0], "first_fraud_day");
    for kind in ["alert_raised", "opened", "moved", "action_recorded", "alert_answered"] {
        assert!(kinds.contains(&kind), "{kind} in {kinds:?}");
    }
}

#[test]
fn what_is_not_known_is_said_to_be_unknown() {
    let mut desk = full();
    for question in ["who", "what", "when", "where", "why", "how", "actions", "loss"] {
        assert_eq!(json(&desk)["narrative"][question]["text"], "UNKNOWN");
    }
    tell(&mut desk, Question::How, "A key in a public repository");
    tell(&mut desk, Question::How, "A stolen token");
    assert_eq!(json(&desk)["narrative"]["how"]["text"], "A stolen token");
    tell(&mut desk, Question::How, "  ");
    assert_eq!(json(&desk)["narrative"]["how"]["text"], "UNKNOWN");
    let sheet = json(&desk)["containment"].clone();
    assert_eq!(sheet[1]["subscription"], "sub-gone");
    assert_eq!(sheet[1]["offer"], "UNKNOWN");
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    for kind in [FileKind::Json, FileKind::Html, FileKind::Csv] {
        let (one, two) = (full(), full());
        for lang in Lang::ALL {
            let first = file(&one, lang, kind);
            assert!(!first.is_empty());
            assert_eq!(first, file(&two, lang, kind), "{kind:?}");
        }
    }
}

#[test]
fn the_page_stands_alone_and_names_the_record() {
    let desk = full();
    for lang in Lang::ALL {
        let page = file(&desk, lang, FileKind::Html);
        let record = file(&desk, lang, FileKind::Json);
        let hash = recourse::journal::sha256_hex(record.as_bytes());
        assert_eq!(page.matches(&hash).count(), 2, "in the body and in the foot");
        assert!(page.starts_with("<!doctype html>"));
        assert!(page.contains(&format!("lang=\"{}\"", lang.tag())));
        assert!(page.contains("default-src &#39;none&#39;") || page.contains("default-src 'none'"));
        for outside in ["<script", "<link", "<img", "<iframe", "url(", "@import", "src="] {
            assert!(!page.contains(outside), "{outside}");
        }
        assert!(page.contains("@page"));
    }
}

#[test]
fn live_addresses_are_written_so_that_none_can_be_opened() {
    let page = file(&full(), Lang::En, FileKind::Html);
    assert!(page.contains("203[.]0[.]113[.]7"));
    assert!(page.contains("pool[.]example"));
    assert!(!page.contains("203.0.113.7"));
    assert!(!page.contains("pool.example"));
}

/// One file for a colleague: the report as it was, and the entries from which he makes the same again.
#[test]
fn the_bundle_holds_the_files_and_the_entries_they_rest_on() {
    let desk = full();
    let state = State {
        book: Arc::new(fold(&desk.journal, None)),
        journal: desk.journal.clone(),
        operator: operator(),
        now: Some(desk.at.plus_minutes(1)),
        ..State::default()
    };
    let screen = Screen { state: &state, format: &PlainFormat { lang: Lang::En } };
    let file = |kind| report::file(&screen, &case("C-1"), None, kind).unwrap().content;
    let text = file(FileKind::Bundle);
    let said: Value = serde_json::from_str(&text).unwrap();
    let files = said["report"]["files"].as_array().unwrap();
    for (held, kind) in files.iter().zip([FileKind::Html, FileKind::Json, FileKind::Csv]) {
        let own = file(kind);
        assert_eq!(held["text"], own);
        assert_eq!(held["sha256"], sha256_hex(own.as_bytes()));
    }
    assert_eq!((files.len(), &said["report"]["verified"]["whole"]), (3, &Value::Bool(true)));
    let bundle = read(&text).unwrap();
    assert!(verify(&bundle).is_verified() && bundle.is_part);
    assert_eq!(said["report"]["verified"]["entries"], bundle.entries.len());
    let changed = text.replacen("\"mime\":\"text/csv\"", "\"mime\":\"text/csw\"", 1);
    assert!(!verify(&read(&changed).unwrap()).is_verified());
    let name = files[0]["name"].as_str().unwrap();
    let changed = text.replacen("<!doctype html>", "<!doctype htm >", 1);
    let faults = verify(&read(&changed).unwrap()).faults;
    assert_eq!(faults[0], BundleFault::FileDiffers { name: name.to_owned() }, "{faults:?}");
    let mut journal = Journal::new();
    journal.extend(bundle.entries);
    assert_eq!(said["selection"]["case"], "C-1");
    let theirs = fold(&journal, None);
    assert!(theirs.cases.contains_key(&case("C-1")), "the case stands in the colleague's book");
}

#[test]
fn the_timeline_as_csv_has_a_row_for_each_happening() {
    let desk = full();
    let csv = file(&desk, Lang::En, FileKind::Csv);
    let rows = csv::Reader::from_reader(csv.as_bytes()).into_records().count();
    assert_eq!(rows, json(&desk)["timeline"].as_array().unwrap().len());
    assert!(csv.starts_with("When (UTC),"));
    assert!(csv.contains("\r\n"));
}

#[test]
fn what_a_nameless_person_recorded_is_not_ascribed_to_microsoft() {
    let mut desk = full();
    desk.who = String::new();
    desk.note("nobody says who wrote this");
    let json = json(&desk);
    let told = json["timeline"].as_array().unwrap();
    let by = |kind: &str| told.iter().find(|t| t["kind"] == kind).unwrap()["by"].clone();
    assert_eq!(by("noted"), "UNKNOWN");
    assert_eq!(by("alert_raised"), "Microsoft");
}
