//! F12: a newer program writes while an older one is open, and before it is opened.

use recourse::app::Lang;
use recourse::app::words::keeping;
use serde_json::json;

use super::Folder;
use super::editing::{begin, browser_in, entries, finish, open};
use crate::driver::Browser;
use crate::server::Server;
use crate::site::{path, sees};

/// How often: each time more has been recorded before, and the newer program has another number.
const ROUNDS: u64 = 20;

const NEWER: &str = "localStorage.setItem('recourse/book/op/newer/1',
    `recourse;${arguments[0]};book;plain;1/1;1;3;0;0123456789abcdef\\nabc`); return true";

/// The newer program has taken what it wrote away again.
const GONE: &str = "localStorage.removeItem('recourse/book/op/newer/1'); return true";

const ALL: &str = "return Object.keys(localStorage).filter((k) => k.startsWith('recourse/book/'))
    .sort().map((k) => `${k}=${localStorage.getItem(k)}`).join('\\n')";

const OFF: &str = "const button = [...document.querySelectorAll('button')]
      .find((b) => b.textContent.includes('Record these facts'));
    return button?.getAttribute('aria-disabled') === 'true'";

const EDITS: u64 = 8;

#[test]
fn f12_an_older_program_shows_what_it_understands_and_writes_nothing() {
    let server = Server::start(&path("RECOURSE_DIST")).unwrap();
    let profile = Folder::new("newer");
    let browser = browser_in(profile.path());
    let first = browser.window();
    let second = browser.new_window();
    for round in 1..=ROUNDS {
        browser.switch_to(&first);
        begin(&browser, &server, "edit", (EDITS, 20));
        assert_eq!(finish(&browser).saved, EDITS, "round {round}");
        newer_while_open(&browser, &server, (&first, &second), round);
        browser.script(GONE, &[]);
        browser.switch_to(&first);
        browser.reload();
    }
}

/// The tab that was open hears of it; another that opens finds it; neither writes.
fn newer_while_open(browser: &Browser, server: &Server, (first, second): (&str, &str), round: u64) {
    browser.switch_to(second);
    open(browser, server, "");
    browser.script(NEWER, &[json!(round + 1)]);
    let before = browser.script(ALL, &[]);
    browser.switch_to(first);
    sees(browser, keeping::newer_band(Lang::En));
    browser.switch_to(second);
    browser.reload();
    let all = EDITS * round;
    assert_eq!(entries(browser, server, all), all, "round {round}");
    sees(browser, keeping::newer_band(Lang::En));
    open(browser, server, "#/settings");
    browser.wait("the button to be off", OFF, &[]);
    assert_eq!(browser.script(ALL, &[]), before, "round {round}");
    assert_ne!(before, json!(""));
}
