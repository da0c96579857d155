//! F17: the browser, or a person, clears what is kept.

use serde_json::json;

use super::Folder;
use super::editing::{begin, browser_in, entries, finish};
use crate::driver::Browser;
use crate::server::Server;
use crate::site::{path, sees};

const CLEAR_COPY: &str = "return indexedDB.databases().then((all) => Promise.all(all
    .filter((one) => one.name === 'recourse')
    .map((one) => new Promise((go) => {
        const request = indexedDB.deleteDatabase(one.name);
        request.onsuccess = request.onerror = request.onblocked = () => go(true);
    })))).then(() => true);";

fn edited(profile: &Folder, server: &Server) -> Browser {
    let browser = browser_in(profile.path());
    begin(&browser, server, "edit", (12, 40));
    assert_eq!(finish(&browser).saved, 12);
    browser
}

#[test]
fn f17_one_of_the_two_copies_cleared_is_brought_back_from_the_other() {
    let server = Server::start(&path("RECOURSE_DIST")).unwrap();
    for (case, clear) in
        [("local", "localStorage.clear(); return true"), ("copy", CLEAR_COPY)].into_iter()
    {
        let profile = Folder::new(&format!("clear-{case}"));
        let browser = edited(&profile, &server);
        browser.goto(&server.url("version.json"));
        browser.script(clear, &[]);
        assert_eq!(entries(&browser, &server, 12), 12, "{case}");
        drop(browser);
        let again = browser_in(profile.path());
        assert_eq!(entries(&again, &server, 12), 12, "{case}, after a restart");
        // What was brought back stands on both sides again.
        again.goto(&server.url("version.json"));
        again.script("localStorage.clear(); return true", &[]);
        assert_eq!(entries(&again, &server, 12), 12, "{case}, and once more");
    }
}

#[test]
fn f17_both_copies_cleared_a_backup_brings_the_book_back_in_three_clicks() {
    let server = Server::start(&path("RECOURSE_DIST")).unwrap();
    let profile = Folder::new("clear-both");
    let browser = edited(&profile, &server);
    sees(&browser, "backed up");
    browser.goto(&server.url("version.json"));
    browser.script("localStorage.clear(); return true", &[]);
    browser.script(CLEAR_COPY, &[]);
    super::editing::open(&browser, &server, "#/settings");
    let click = |role: &str, name: &str| {
        let found = crate::site::find(&browser, role, name);
        browser.click(&found);
    };
    click("button", "Look at it");
    click("button", "Take in 12 entries");
    sees(&browser, "Imported");
    assert_eq!(entries(&browser, &server, 12), 12);
    let name = "return document.getElementById('reseller-name')?.value === arguments[0]";
    super::editing::open(&browser, &server, "#/settings");
    browser.wait("the last edit", name, &[json!("edit 12")]);
}
