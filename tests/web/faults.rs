//! A storage that is missing, full or damaged: said plainly, and nothing lost.

use recourse::app::Lang;
use recourse::app::words::keeping;
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

#[test]
fn without_any_storage_the_page_works_and_says_that_nothing_is_kept() {
    let visit = visit_after(
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('denied', 'SecurityError') } })",
    );
    visit.sees(keeping::not_kept(Lang::En));
    visit.click("button", "Open the sample reseller");
    visit.sees("Sample data");
    visit.click("link", "Customers");
    visit.browser.wait(
        "customers",
        "return document.querySelectorAll('main tbody tr').length > 10",
        &[],
    );
    visit.console_is_clean();
}

#[test]
fn with_a_full_storage_the_page_says_what_is_not_saved() {
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
fn what_is_damaged_is_noticed_and_never_written_over() {
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
