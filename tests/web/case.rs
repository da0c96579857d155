//! From an alert to a case, a note, and the report, in both languages.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use recourse::app::words::{case as words, first_run, places, report, suspicion};
use recourse::app::{Lang, Route};

use crate::axe;
use crate::site::Visit;

#[test]
fn a_case_goes_from_alert_to_report_in_english() {
    from_alert_to_report(
        Lang::En,
        "en-GB",
        "Spoke to the owner: nobody there made these machines.",
    );
}

#[test]
fn a_case_goes_from_alert_to_report_in_chinese() {
    from_alert_to_report(Lang::ZhHant, "zh-TW", "已致電負責人，對方表示未建立這些機器。");
}

fn from_alert_to_report(lang: Lang, tag: &str, note: &str) {
    let visit = Visit::in_language(tag, "");
    visit.click("button", first_run::open_sample(lang));
    visit.sees(places::sample_band(lang));
    visit.click("link", places::suspicion(lang));
    visit.click("button", open_case(lang));
    visit.find("dialog", words::open_title(lang));
    axe::finds_nothing(&visit.browser);
    visit.fill("textbox", words::owner(lang), "Ines Weber");
    visit.click("button", words::open_action(lang));
    visit.find("button", words::add_note(lang));
    let case = visit.browser.url();

    visit.click("button", words::add_note(lang));
    visit.fill("textbox", words::text(lang), note);
    visit.click("button", words::add_note(lang));
    visit.sees(note);
    axe::finds_nothing(&visit.browser);

    visit.browser.reload();
    visit.sees(note);
    assert_eq!(visit.browser.url(), case);

    visit.click("link", words::report(lang));
    visit.sees(report::not_a_filing(lang));
    visit.sees(report::sample(lang));
    visit.sees(note);
    axe::finds_nothing(&visit.browser);
    report_leaves_as_file_and_paper(&visit, lang);
    visit.console_is_clean();
}

/// The button of an alert that opens a case from it.
fn open_case(lang: Lang) -> &'static str {
    suspicion::open_case(lang)
}

fn report_leaves_as_file_and_paper(visit: &Visit, lang: Lang) {
    let folder =
        std::env::temp_dir().join(format!("recourse-report-{}-{}", std::process::id(), lang.tag()));
    std::fs::create_dir_all(&folder).unwrap();
    visit.browser.download_to(&folder);
    visit.click("button", report::export_json(lang));
    let file = wait_for_file(&folder, "json");
    let text = std::fs::read_to_string(&file).unwrap();
    let json: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert!(json.as_object().is_some_and(|record| record.len() > 5), "{text}");
    let paper = visit.browser.print();
    assert!(paper.starts_with(b"%PDF"), "the report prints");
    std::fs::remove_dir_all(&folder).ok();
}

/// A download is done when its final name is there.
fn wait_for_file(folder: &Path, ext: &str) -> PathBuf {
    let started = Instant::now();
    loop {
        let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        if let Some(file) =
            files.into_iter().find(|file| file.extension().is_some_and(|e| e == ext))
        {
            return file;
        }
        assert!(
            started.elapsed() < Duration::from_secs(15),
            "no .{ext} file came into {}",
            folder.display()
        );
        std::thread::sleep(Duration::from_millis(50));
    }
}

#[test]
fn a_place_that_names_no_case_says_so() {
    let visit = Visit::open("");
    visit.click("button", "Open the sample reseller");
    visit.sees("Sample data");
    let nowhere = Route::parse("#/cases/nowhere");
    visit.go(&nowhere.to_string());
    visit.sees(words::no_such_case(Lang::En));
    visit.console_is_clean();
}
