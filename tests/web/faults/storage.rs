//! F16: a storage that is missing or refuses. F3, F9: full or damaged. Said plainly, and nothing lost.

use recourse::app::Lang;
use recourse::app::words::{exchange, keeping};
use serde_json::{Value, json};

use crate::server::Server;
use crate::site::{Visit, browser, path};

/// A visit to a page before whose start this script ran.
fn visit_after(script: &str) -> Visit {
    let visit =
        Visit { browser: browser(), server: Server::start(&path("RECOURSE_DIST")).unwrap() };
    visit.browser.cdp("Page.addScriptToEvaluateOnNewDocument", &json!({"source": script}));
    visit.go("");
    visit
}

/// How a storage can be missing, each as a browser or a policy has been seen to do it.
const MISSING: [&str; 6] = [
    "get() { throw new DOMException('denied', 'SecurityError') }",
    "get() { return null }",
    "get() { return undefined }",
    "value: { get length() { throw new DOMException('denied', 'SecurityError') } }",
    "value: { length: 0, key() { return null }, getItem() { throw new Error('blocked') }, \
        setItem() { throw new DOMException('denied', 'SecurityError') }, removeItem() {} }",
    "get() { throw new Error('private mode') }",
];

#[test]
fn f16_without_any_storage_the_page_works_says_that_nothing_is_kept_and_exports() {
    for how in MISSING {
        let visit =
            visit_after(&format!("Object.defineProperty(window, 'localStorage', {{ {how} }})"));
        visit.click("button", "Open the sample reseller");
        visit.sees("Sample data");
        let said = "return /^(Not kept|Not saved)/.test(document.querySelector('.top-state .badge').textContent)";
        visit.browser.wait(how, said, &[]);
        let folder = super::Folder::new("missing");
        visit.browser.download_to(folder.path());
        visit.browser.script("location.hash = '#/exchange'; return true", &[]);
        while visit.has("button", "Close") {
            visit.click("button", "Close");
        }
        visit.click("button", exchange::export(Lang::En));
        let file = super::damage::wait_for_file(folder.path(), "recourse-sample");
        assert!(std::fs::metadata(file).unwrap().len() > 10_000, "{how}");
        visit.console_is_clean();
    }
}

#[test]
fn f3_with_a_full_storage_the_page_says_what_is_not_saved() {
    let visit = visit_after(
        "Storage.prototype.setItem = function () { throw new DOMException('full', 'QuotaExceededError') }",
    );
    visit.click("button", "Open the sample reseller");
    visit.sees("Sample data");
    visit.sees(keeping::not_saved(Lang::En));
    visit.click("link", "Customers");
    visit.browser.wait(
        "customers",
        "return document.querySelectorAll('main tbody tr').length > 10",
        &[],
    );
    assert_eq!(visit.browser.script("return localStorage.length", &[]), json!(0));
    visit.console_is_clean();
}

#[test]
fn f9_what_is_damaged_is_noticed_and_never_written_over() {
    let visit = Visit::open("");
    visit.click("button", "Open the sample reseller");
    visit.sees("Sample data");
    let longest = visit.browser.wait(
        "something kept",
        "const keys = Object.keys(localStorage).filter((key) => !key.includes('/preference/'));
         keys.sort((a, b) => localStorage[b].length - localStorage[a].length);
         return keys[0] ?? null;",
        &[],
    );
    let damaged = visit.browser.script(
        "const text = localStorage[arguments[0]];
         localStorage[arguments[0]] = text.slice(0, text.length / 2);
         return localStorage[arguments[0]];",
        std::slice::from_ref(&longest),
    );
    visit.browser.reload();
    visit.browser.wait(
        "a word about the damage",
        "return /damaged|could not be read|rescue/i.test(document.body.innerText)",
        &[],
    );
    let kept = visit.browser.script(
        "return Object.values(localStorage).some((text) => text.includes(arguments[0]))",
        &[damaged],
    );
    assert_eq!(kept, Value::Bool(true), "the damaged text is still there for a rescue copy");
}
