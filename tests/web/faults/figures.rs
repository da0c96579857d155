//! What an edit costs, and how fast a large book opens. Printed, never asserted: machines differ.

use std::time::{Duration, Instant};

use recourse::domain::Day;
use recourse::exchange::bundle::{Meta, write};
use recourse::exchange::generate::{Plan, journal};
use recourse::journal::Operator;
use serde_json::{Value, json};

use super::editing::{begin, browser_in, finish};
use super::{Folder, trials};
use crate::driver::Browser;
use crate::server::Server;
use crate::site::{find, path, sees};

fn quantiles(browser: &Browser, list: &str) -> (f64, f64) {
    let body = "const all = [...window.__edits[arguments[0]]].sort((a, b) => a - b);
                const at = (part) => all[Math.min(all.length - 1, Math.floor(all.length * part))];
                return [at(0.5), at(0.95)]";
    let answer = browser.script(body, &[json!(list)]);
    let number = |at: usize| answer[at].as_f64().unwrap_or(f64::NAN);
    (number(0), number(1))
}

#[test]
fn figure_what_one_edit_costs() {
    let server = Server::start(&path("RECOURSE_DIST")).unwrap();
    let profile = Folder::new("latency");
    let browser = browser_in(profile.path());
    let edits = trials("RECOURSE_TORTURE_EDITS", 40) as u64;
    begin(&browser, &server, "edit", (edits, 2_000));
    assert_eq!(finish(&browser).made, edits);
    let ((middle, p95), (durable, durable95)) =
        (quantiles(&browser, "sync"), quantiles(&browser, "durable"));
    println!(
        "figure: one edit, {edits} times: main thread median {middle:.1} ms, p95 {p95:.1} ms; \
         shown as saved after median {durable:.0} ms, p95 {durable95:.0} ms"
    );
}

#[test]
fn figure_how_fast_a_large_book_opens() {
    let invoices = trials("RECOURSE_TORTURE_INVOICES", 2_000) as u32;
    let server = Server::start(&path("RECOURSE_DIST")).unwrap();
    let folder = Folder::new("large");
    let file = folder.path().join("recourse-book-large.json");
    let today = Day::parse("2026-11-22").unwrap();
    let made = journal(&Plan::of_invoices(invoices, today)).unwrap();
    let meta = Meta {
        at: made.latest().unwrap(),
        by: Operator::default(),
        program: "generator".to_owned(),
    };
    std::fs::write(&file, write(&made, &meta)).unwrap();
    let profile = Folder::new("large-profile");
    let browser = browser_in(profile.path());
    super::editing::open(&browser, &server, "#/exchange");
    let field = find(&browser, "file", "Choose files");
    browser.type_into(&field, &file.to_string_lossy());
    let taken = patient(&browser, "button", "Take in");
    browser.click(&taken);
    let started = Instant::now();
    while browser.script("return /Imported/.test(document.body.innerText)", &[])
        != Value::Bool(true)
    {
        assert!(started.elapsed() < Duration::from_secs(300), "{}", browser.seen());
        std::thread::sleep(Duration::from_millis(200));
    }
    sees(&browser, "of space");
    let room =
        browser.script("return document.querySelector('.top-state .badge').textContent", &[]);
    std::thread::sleep(Duration::from_secs(12));
    let mut times: Vec<f64> = (0..5).map(|_| load(&browser, &server)).collect();
    times.sort_by(f64::total_cmp);
    println!(
        "figure: a book of {invoices} invoices ({} entries): from the address to the first rows \
         median {:.0} ms of 5, best {:.0} ms; the badge says {room}",
        made.len(),
        times[2],
        times[0]
    );
}

/// As `find`, for work that takes minutes on a slow build.
fn patient(browser: &Browser, role: &str, name: &str) -> crate::driver::Element {
    let started = Instant::now();
    loop {
        let found = browser.script(include_str!("../find.js"), &[json!(role), json!(name)]);
        if !found.is_null() {
            return crate::driver::Element(found);
        }
        assert!(started.elapsed() < Duration::from_secs(300), "{}", browser.seen());
        std::thread::sleep(Duration::from_millis(100));
    }
}

/// Milliseconds from the navigation to the first customers on the screen.
fn load(browser: &Browser, server: &Server) -> f64 {
    browser.goto("about:blank");
    browser.goto(&server.url("#/customers"));
    let rows = "if (document.querySelectorAll('main tbody tr').length < 5) return null;
                return window.__rows ??= performance.now();";
    let started = Instant::now();
    loop {
        if let Some(millis) = browser.script(rows, &[]).as_f64() {
            return millis;
        }
        assert!(started.elapsed() < Duration::from_secs(120), "{}", browser.seen());
        std::thread::sleep(Duration::from_millis(10));
    }
}
