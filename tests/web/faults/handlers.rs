//! F2: the program ends in each of the page's handlers.
//!
//! Every place of the page is gone through with the sample open. Each thing in it that can be pressed,
//! chosen or typed into is used once, and the first call that its handler makes into the browser ends the
//! program there, as a panic does: nothing of it is unwound. Within a second the page must say so and
//! offer a copy, and what was kept must stand as it stood.

use std::collections::BTreeSet;

use recourse::app::Lang;
use recourse::app::Route;
use recourse::app::words::{first_run, places as words};
use serde_json::{Value, json};

use super::editing::{browser_in, entries, tells_of_damage};
use super::traps::BETWEEN;
use super::{Folder, trials};
use crate::driver::Browser;
use crate::server::Server;
use crate::site::{find, mounted, path, sees};

/// So many handlers at least.
const HANDLERS_MIN: usize = 50;

/// Everything in the page that has a handler, each with a name by which it is found again.
const ALL: &str = "
    const all = () => {
      const seen = new Map();
      return [...document.querySelectorAll('button, a[href^=\"#\"], input, select, textarea, summary')]
        .filter((e) => e.getClientRects().length && !e.disabled && e.type !== 'file'
          && e.getAttribute('aria-disabled') !== 'true')
        .map((e) => {
          const said = e.getAttribute('aria-label') || e.innerText || e.id || e.name || '';
          const name = `${e.closest('main') ? 'main' : 'frame'} ${e.tagName} ${e.id || said.trim().slice(0, 40)}`;
          const nth = (seen.get(name) ?? 0) + 1;
          seen.set(name, nth);
          return [nth > 1 ? `${name} ${nth}` : name, e];
        });
    };";

const NAMES: &str = "return all().map(([name]) => name)";

/// Uses the thing of this name while the program ends at its first call, and waits for what the page says then.
const USE: &str = "
    const [name] = arguments;
    const found = all().find(([own]) => own === name);
    if (!found) return null;
    const kept = () => JSON.stringify(Object.entries(localStorage)
      .filter(([key]) => key.startsWith('recourse/sample/')).sort());
    const before = kept();
    const thing = found[1];
    const put = (value) => {
      const of = thing.tagName === 'TEXTAREA' ? HTMLTextAreaElement : thing.tagName === 'SELECT' ? HTMLSelectElement : HTMLInputElement;
      Object.getOwnPropertyDescriptor(of.prototype, 'value').set.call(thing, value);
      thing.dispatchEvent(new Event('input', { bubbles: true }));
      thing.dispatchEvent(new Event('change', { bubbles: true }));
    };
    const started = performance.now();
    window.__calls = 0; window.__ended = null; window.__end_at = 1;
    try {
      if (thing.tagName === 'SELECT') put(thing.options[thing.selectedIndex === 0 ? thing.options.length - 1 : 0].value);
      else if (thing.tagName === 'TEXTAREA' || (thing.tagName === 'INPUT' && !['checkbox', 'radio'].includes(thing.type)))
        put(thing.type === 'date' ? '2026-01-15' : thing.type === 'number' ? '7' : 'typed');
      else thing.click();
    } catch {}
    return new Promise((go) => {
      const look = () => {
        const millis = performance.now() - started;
        const told = !!document.querySelector('.rescue a[download]');
        if (told || millis > 5000 || (!window.__ended && millis > 250)) {
          window.__end_at = 0;
          go({ ended: window.__ended, told, millis, same: kept() === before });
        } else setTimeout(look, 10);
      };
      look();
    });";

#[test]
fn f2_a_program_that_ends_in_any_handler_says_so_within_a_second_and_has_lost_nothing() {
    let of_a_place = trials("RECOURSE_TORTURE_HANDLERS", 3);
    let server = Server::start(&path("RECOURSE_DIST")).unwrap();
    let profile = Folder::new("handlers");
    let browser = browser_in(profile.path());
    browser.resize(1280, 900);
    open_anew(&browser, &server, "");
    browser.click(&find(&browser, "button", first_run::open_sample(Lang::En)));
    sees(&browser, words::sample_band(Lang::En));
    sees(&browser, "Saved");
    let kept = entries(&browser, &server, 1);
    browser.cdp("Page.addScriptToEvaluateOnNewDocument", &json!({ "source": BETWEEN }));
    let (mut used, mut ended, mut slowest) = (BTreeSet::new(), 0, 0.0_f64);
    for place in places(&browser, &server) {
        open_anew(&browser, &server, &place);
        let mut left = of_a_place;
        for name in names(&browser) {
            if left == 0
                || !used.insert(format!(
                    "{} {name}",
                    if name.starts_with("frame") { "" } else { &place }
                ))
            {
                continue;
            }
            let told = browser.script(&format!("{ALL}{USE}"), &[json!(name)]);
            if told["ended"].is_string() {
                let millis = told["millis"].as_f64().unwrap_or(f64::MAX);
                assert_eq!(told["told"], true, "{place}, {name}: no rescue page, {told}");
                assert_eq!(told["same"], true, "{place}, {name}: what was kept is another, {told}");
                assert!(millis < 1_000.0, "{place}, {name}: told after {millis:.0} ms");
                slowest = slowest.max(millis);
                (ended, left) = (ended + 1, left - 1);
            }
            open_anew(&browser, &server, &place);
        }
    }
    open_anew(&browser, &server, "");
    let found = entries(&browser, &server, kept);
    println!(
        "figure: F2: the program ended in {ended} handlers, told within {slowest:.0} ms, 0 of {found} entries lost"
    );
    assert!(found == kept && !tells_of_damage(&browser), "{found} of {kept} entries");
    assert!(ended >= HANDLERS_MIN, "the program ended in {ended} handlers only");
}

/// An address that differs behind the # alone would not load the page again.
fn open_anew(browser: &Browser, server: &Server, place: &str) {
    browser.goto("about:blank");
    browser.goto(&server.url(place));
    mounted(browser);
    // A part of the program may still be on its way.
    browser.wait(
        "the page to be whole",
        "return !document.querySelector('main .loading, main progress')",
        &[],
    );
}

/// Everything that can be used on the page, what is in the place itself first, and links last.
fn names(browser: &Browser) -> Vec<String> {
    let answer = browser.script(&format!("{ALL}{NAMES}"), &[]);
    let all = answer.as_array().cloned().unwrap_or_default();
    let mut names: Vec<String> = all.iter().filter_map(Value::as_str).map(str::to_owned).collect();
    names.sort_by_key(|name| (name.contains(" A "), name.starts_with("frame")));
    names
}

/// Every place, a customer with his tabs, and a case with its report.
fn places(browser: &Browser, server: &Server) -> Vec<String> {
    let mut places: Vec<String> =
        Route::PLACES.iter().chain(&Route::FOOT).map(Route::to_string).collect();
    places.extend([Route::Closing, Route::Credit].map(|r| r.to_string()));
    for (list, of) in [(Route::Customers, "#/customers/"), (Route::Suspicion, "#/cases/")] {
        open_anew(browser, server, &list.to_string());
        let first = "return document.querySelector(`main a[href^=\"${arguments[0]}\"]`)?.getAttribute('href')";
        let one = browser.wait("a first link", first, &[json!(of)]);
        let one = one.as_str().unwrap_or_default().to_owned();
        match of {
            "#/cases/" => places.push(format!("{one}/report")),
            _ => places.extend(
                ["credit", "collections", "subscriptions", "cases", "history"]
                    .map(|tab| format!("{one}/{tab}")),
            ),
        }
        places.push(one);
    }
    places.sort();
    places.dedup();
    places
}
