//! F15: imports that are large or wrong: left half way, or read to the end and refused.

use recourse::app::Lang;
use recourse::app::words::exchange as words;
use serde_json::Value;

use super::editing::{browser_in, entries, open};
use super::{Dice, Folder, trials};
use crate::driver::Browser;
use crate::server::Server;
use crate::site::{find, path};

const ROWS: usize = 20_000;
const BYTES: usize = 50_000_000;

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

/// True once the file is listed and nothing is being read.
const REFUSED: &str = "
    const [label, name] = arguments;
    const buttons = [...document.querySelectorAll('button')].map((b) => b.textContent);
    return document.body.innerText.includes(name) && !buttons.some((b) => b.includes(label));";

/// Whether anything could be taken in.
const OFFERS: &str = "
    const buttons = [...document.querySelectorAll('button')];
    return buttons.some((b) => !b.disabled && b.getAttribute('aria-disabled') !== 'true' && /Take in \\d/.test(b.innerText));";

#[test]
fn f15_an_import_that_is_left_half_way_or_wrong_brings_nothing_and_the_page_stays_live() {
    let rounds = trials("RECOURSE_TORTURE_IMPORTS", 10);
    let server = Server::start(&path("RECOURSE_DIST")).unwrap();
    let folder = Folder::new("importing");
    let profile = Folder::new("importing-profile");
    let browser = browser_in(profile.path());
    let mut longest = 0.0_f64;
    for (name, content) in files() {
        let file = folder.path().join(name);
        std::fs::write(&file, content).unwrap();
        for round in 0..rounds {
            open(&browser, &server, "#/exchange");
            browser.script(WATCH, &[]);
            if name != WRONG {
                browser.script(CANCEL, &[words::cancel(Lang::En).into()]);
            }
            let choose = find(&browser, "file", words::choose(Lang::En));
            browser.type_into(&choose, &file.to_string_lossy());
            leave(&browser, name);
            let offers = browser.script(OFFERS, &[]);
            assert_eq!(offers, Value::Bool(false), "{name}, round {round}");
            let long = browser.script("return Math.max(0, ...window.__long)", &[]);
            longest = longest.max(long.as_f64().unwrap_or_default());
            let kept = browser.script(
                "return Object.keys(localStorage).some((k) => k.startsWith('recourse/book/op'))",
                &[],
            );
            assert_eq!(kept, Value::Bool(false), "{name}, round {round}");
        }
    }
    assert_eq!(entries(&browser, &server, 0), 0);
    println!(
        "figure: F15: 3 files {rounds} times left half way or refused, 0 traces; longest task {longest:.0} ms"
    );
}

/// Many rows, many bytes, and what is no table whatever its name says.
fn files() -> [(&'static str, Vec<u8>); 3] {
    let mut dice = Dice(15);
    let noise = (0..1_000_000).map(|_| u8::try_from(dice.below(256)).unwrap_or_default());
    let many = rows().take(ROWS).flat_map(String::into_bytes).collect();
    let mut large = Vec::with_capacity(BYTES);
    for row in rows() {
        large.extend(row.into_bytes());
        if large.len() >= BYTES {
            break;
        }
    }
    [("rows.csv", many), ("large.csv", large), (WRONG, noise.collect())]
}

const WRONG: &str = "wrong.csv";

pub fn rows() -> impl Iterator<Item = String> {
    let head = "tenant_id,invoice_number,issued,due,amount,currency\n".to_owned();
    let row = |row: usize| {
        let tenant = row % 500;
        format!("5a3b1e00-0000-4000-8000-{tenant:012},S-{row},2026-10-01,2026-10-31,{row}.50,EUR\n")
    };
    std::iter::once(head).chain((0..).map(row))
}

/// A file that can be read is cancelled; the wrong one is read to its end.
fn leave(browser: &Browser, name: &str) {
    let cancel = words::cancel(Lang::En);
    if name == WRONG {
        browser.wait("the file to be refused", REFUSED, &[cancel.into(), name.into()]);
    } else {
        browser.wait("the import to be cancelled", "return window.__cancelled", &[]);
    }
    find(browser, "file", words::choose(Lang::En));
}
