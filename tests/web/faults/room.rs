//! F5: local storage is filled beforehand.

use recourse::app::Lang;
use recourse::app::words::{exchange, keeping};
use serde_json::json;

use super::Folder;
use super::editing::{begin, browser_in, entries, how_far};
use crate::driver::Browser;
use crate::server::Server;
use crate::site::{find, path, sees};

const QUOTA: u64 = 5_242_880;

/// Fills up to so many units with another program's value, whatever is there already.
const FILL: &str = "
    localStorage.removeItem('filler');
    let used = 0;
    for (let at = 0; at < localStorage.length; at++) {
      const key = localStorage.key(at);
      used += key.length + localStorage.getItem(key).length;
    }
    localStorage.setItem('filler', 'x'.repeat(Math.max(0, arguments[0] - used - 'filler'.length)));
    return true;";

fn made(browser: &Browser, server: &Server, edits: u64) {
    begin(browser, server, "edit", (edits, 2_000));
    let all = "return window.__edits.made >= arguments[0]";
    browser.wait("every edit", all, &[json!(edits)]);
}

#[test]
fn f5_the_page_warns_from_eighty_percent_on_and_keeps_every_edit_that_fits() {
    let server = Server::start(&path("RECOURSE_DIST")).unwrap();
    for (percent, warns) in [(0, false), (50, false), (90, true), (99, true)] {
        let profile = Folder::new(&format!("room-{percent}"));
        let browser = browser_in(profile.path());
        super::editing::open(&browser, &server, "");
        browser.script(FILL, &[json!(QUOTA / 100 * percent)]);
        browser.reload();
        made(&browser, &server, 20);
        browser.wait("every edit saved", "return window.__edits.saved >= 20", &[]);
        let text = browser.script("return document.body.innerText", &[]);
        let warned = text.as_str().unwrap_or_default().contains("of the browser's space is used");
        assert_eq!(warned, warns, "at {percent} %");
        drop(browser);
        let again = browser_in(profile.path());
        assert_eq!(entries(&again, &server, 20), 20, "at {percent} %");
    }
}

#[test]
fn f5_without_any_room_edits_are_offered_as_a_file_and_kept_when_there_is_room_again() {
    let server = Server::start(&path("RECOURSE_DIST")).unwrap();
    let profile = Folder::new("room-none");
    let downloads = Folder::new("room-files");
    let browser = browser_in(profile.path());
    super::editing::open(&browser, &server, "");
    browser.script(FILL, &[json!(QUOTA)]);
    made(&browser, &server, 5);
    sees(&browser, keeping::not_saved(Lang::En));
    sees(&browser, keeping::full_band(Lang::En));
    assert_eq!(how_far(&browser).saved, 0, "nothing is shown as saved");
    browser.download_to(downloads.path());
    browser.script("location.hash = '#/exchange'; return true", &[]);
    let export = find(&browser, "button", exchange::export(Lang::En));
    browser.click(&export);
    let file = super::damage::wait_for_file(downloads.path(), "recourse-book");
    let text = std::fs::read_to_string(file).unwrap();
    assert_eq!(text.matches("\"kind\":\"settings\"").count(), 5);
    browser.script("localStorage.removeItem('filler'); return true", &[]);
    let saved =
        "return document.querySelector('.top-state .badge').textContent.startsWith('Saved')";
    browser.wait("the edits to be saved after all", saved, &[]);
    drop(browser);
    let again = browser_in(profile.path());
    assert_eq!(entries(&again, &server, 5), 5);
}
