//! F12: a newer program writes while an older one is open, and before it is opened.

use recourse::app::Lang;
use recourse::app::words::keeping;
use serde_json::json;

use super::Folder;
use super::editing::{begin, browser_in, entries, finish, open};
use crate::server::Server;
use crate::site::{path, sees};

const NEWER: &str = "localStorage.setItem('recourse/book/op/newer/1',
    'recourse;2;book;plain;1/1;1;3;0;0123456789abcdef\\nabc'); return true";

const ALL: &str = "return Object.keys(localStorage).filter((k) => k.startsWith('recourse/book/'))
    .sort().map((k) => `${k}=${localStorage.getItem(k)}`).join('\\n')";

#[test]
fn f12_an_older_program_shows_what_it_understands_and_writes_nothing() {
    let server = Server::start(&path("RECOURSE_DIST")).unwrap();
    let profile = Folder::new("newer");
    let browser = browser_in(profile.path());
    begin(&browser, &server, "edit", (8, 40));
    assert_eq!(finish(&browser).saved, 8);
    let first = browser.window();
    let second = browser.new_window();
    open(&browser, &server, "");
    browser.script(NEWER, &[]);
    let before = browser.script(ALL, &[]);
    // The tab that was open hears of it; another that opens finds it.
    browser.switch_to(&first);
    sees(&browser, keeping::newer_band(Lang::En));
    browser.switch_to(&second);
    browser.reload();
    assert_eq!(entries(&browser, &server, 8), 8);
    sees(&browser, keeping::newer_band(Lang::En));
    open(&browser, &server, "#/settings");
    let off = "const button = [...document.querySelectorAll('button')]
          .find((b) => b.textContent.includes('Record these facts'));
        return button?.getAttribute('aria-disabled') === 'true'";
    browser.wait("the button to be off", off, &[]);
    assert_eq!(browser.script(ALL, &[]), before);
    assert_ne!(before, json!(""));
}
