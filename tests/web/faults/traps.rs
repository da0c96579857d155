//! F2: the program runs out of memory in the middle of what it does.
//!
//! Every call of the program into the browser is counted from outside. The k-th call after an edit has
//! begun fails as the engine fails when memory runs out: the program ends there, nothing of it is
//! unwound. Like that every handler is cut off somewhere, for k = 1, 2, 3 and on.

use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::editing::{browser_in, entries, open, tells_of_damage};
use super::{Folder, trials};
use crate::driver::Browser;
use crate::server::Server;
use crate::site::{find, path, sees};

/// Before the page: stands between the program and the browser, and ends the program at the call that is asked for.
pub(super) const BETWEEN: &str = "
    window.__calls = 0; window.__end_at = 0;
    const counted = (imports) => Object.fromEntries(Object.entries(imports).map(([of, all]) => [of,
      Object.fromEntries(Object.entries(all).map(([name, call]) => [name, typeof call !== 'function' ? call
        : (...given) => {
            if (window.__end_at && ++window.__calls === window.__end_at) {
              window.__ended = name;
              throw new WebAssembly.RuntimeError('out of memory');
            }
            return call(...given);
          }]))]));
    for (const way of ['instantiate', 'instantiateStreaming']) {
      const plain = WebAssembly[way];
      WebAssembly[way] = (source, imports) => plain.call(WebAssembly, source, counted(imports));
    }";

/// Edits twice; the second time the program ends at the given call. Whether it came so far.
const EDIT_AND_END: &str = "
    const [at] = arguments;
    const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set;
    const field = document.getElementById('reseller-name');
    set.call(field, 'edit at ' + at);
    window.__calls = 0; window.__end_at = at; window.__ended = null;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    [...document.querySelectorAll('button')].find((b) => b.textContent.includes('Record these facts'))?.click();
    return new Promise((go) => setTimeout(() => { window.__end_at = 0; go(window.__ended); }, 300));";

#[test]
fn f2_a_program_that_ends_in_a_handler_says_so_and_has_lost_nothing() {
    let ends = trials("RECOURSE_TORTURE_TRAPS", 8) as u64;
    let server = Server::start(&path("RECOURSE_DIST")).unwrap();
    let profile = Folder::new("traps");
    let browser = browser_in(profile.path());
    browser.cdp("Page.addScriptToEvaluateOnNewDocument", &json!({ "source": BETWEEN }));
    let (mut kept, mut ended) = (0, 0);
    for round in 0..ends {
        // The first twenty calls one by one, then further and further into what an edit does.
        let at = if round < 20 { round + 1 } else { round * round / 10 - 19 };
        edit(&browser, &server, round);
        kept += 1;
        let name = browser.script(EDIT_AND_END, &[json!(at)]);
        if name != Value::Null {
            ended += 1;
            rescued(&browser, &format!("call {at}, {name}"));
        }
        // An address that differs behind the # alone would not load the page again.
        browser.goto("about:blank");
        let found = entries(&browser, &server, kept);
        let of_both = [kept, kept + 1].contains(&found);
        assert!(of_both && !tells_of_damage(&browser), "call {at}: {found} of {kept} edits");
        kept = found;
        browser.goto("about:blank");
    }
    println!("figure: F2: the program ended at {ended} calls of an edit, {kept} edits, 0 lost");
    assert!(ended > 0, "the program never ended");
}

/// One whole edit, until it is shown as saved.
fn edit(browser: &Browser, server: &Server, round: u64) {
    open(browser, server, "#/settings");
    let field = find(browser, "textbox", "Name");
    browser.clear(&field);
    browser.type_into(&field, &format!("whole {round}"));
    browser.click(&find(browser, "button", "Record these facts"));
    sees(browser, "Saved");
}

/// The page says within a second that the program has stopped, and offers a copy.
fn rescued(browser: &Browser, at: &str) {
    let started = Instant::now();
    let told = "return !!document.querySelector('.rescue a[download]')";
    while browser.script(told, &[]) != Value::Bool(true) {
        assert!(started.elapsed() < Duration::from_secs(10), "{at}: {}", browser.seen());
        std::thread::sleep(Duration::from_millis(20));
    }
}
