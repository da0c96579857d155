//! F15: a large import, left half way.

use recourse::app::Lang;
use recourse::app::words::exchange as words;
use serde_json::Value;

use super::editing::{browser_in, entries, open};
use super::{Folder, trials};
use crate::server::Server;
use crate::site::{find, path};

const ROWS: usize = 20_000;

/// Every stretch in which the page could not answer, in milliseconds.
const WATCH: &str = "
    window.__long = [];
    new PerformanceObserver((list) => list.getEntries().forEach((e) => window.__long.push(e.duration)))
      .observe({ entryTypes: ['longtask'] });
    return true;";

/// Cancels as soon as that can be pressed: reading may be over before the test sees the button.
const CANCEL: &str = "
    const [label] = arguments;
    window.__cancelled = false;
    new MutationObserver((_, watch) => {
      const button = [...document.querySelectorAll('button')].find((b) => b.textContent.includes(label));
      if (!button) return;
      watch.disconnect();
      button.click();
      window.__cancelled = true;
    }).observe(document.body, { childList: true, subtree: true });
    return true;";

#[test]
fn f15_an_import_that_is_left_half_way_brings_nothing_and_the_page_stays_live() {
    let rounds = trials("RECOURSE_TORTURE_IMPORTS", 10);
    let server = Server::start(&path("RECOURSE_DIST")).unwrap();
    let folder = Folder::new("importing");
    let file = folder.path().join("invoices.csv");
    let mut text = String::from("tenant_id,invoice_number,issued,due,amount,currency\n");
    for row in 0..ROWS {
        let tenant = row % 500;
        text.push_str(&format!(
            "5a3b1e00-0000-4000-8000-{tenant:012},S-{row},2026-10-01,2026-10-31,{row}.50,EUR\n"
        ));
    }
    std::fs::write(&file, text).unwrap();
    let profile = Folder::new("importing-profile");
    let browser = browser_in(profile.path());
    let mut longest = 0.0_f64;
    for round in 0..rounds {
        open(&browser, &server, "#/exchange");
        browser.script(WATCH, &[]);
        browser.script(CANCEL, &[words::cancel(Lang::En).into()]);
        browser
            .type_into(&find(&browser, "file", words::choose(Lang::En)), &file.to_string_lossy());
        browser.wait("the import to be cancelled", "return window.__cancelled", &[]);
        find(&browser, "file", words::choose(Lang::En));
        let shown = browser.script("return document.body.innerText", &[]);
        assert!(!shown.as_str().unwrap_or_default().contains("Take in 2"), "round {round}");
        let long = browser.script("return Math.max(0, ...window.__long)", &[]);
        longest = longest.max(long.as_f64().unwrap_or_default());
        let kept = browser.script(
            "return Object.keys(localStorage).some((k) => k.startsWith('recourse/book/op'))",
            &[],
        );
        assert_eq!(kept, Value::Bool(false), "round {round}");
    }
    assert_eq!(entries(&browser, &server, 0), 0);
    println!(
        "figure: F15: {rounds} imports of {ROWS} rows left half way, 0 traces; longest task {longest:.0} ms"
    );
}
