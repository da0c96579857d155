//! Edits made as a person makes them, by a script that stands beside the page and sees what it shows.

use std::path::Path;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::driver::Browser;
use crate::server::Server;
use crate::site::{find, mounted, path};

/// Begins to edit and goes on until it is told to stop or has made as many as it was asked for.
///
/// An edit counts as shown as saved when the badge says so after the page has had two turns.
const EDIT: &str = "
    const [name, most, pause] = arguments;
    const state = window.__edits = { made: 0, saved: 0, times: [], sync: [], durable: [], done: false, stop: false };
    const channel = new MessageChannel();
    const turn = () => new Promise((go) => { channel.port1.onmessage = go; channel.port2.postMessage(0); });
    const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set;
    // Looked for anew each time: the page may be made again when the book is no longer empty.
    const field = () => document.getElementById('reseller-name');
    const button = () => [...document.querySelectorAll('button')].find((b) => b.textContent.includes('Record these facts'));
    const text = () => document.querySelector('.top-state .badge').textContent;
    (async () => {
      while (!state.stop && state.made < most) {
        while (!field() || !button()) await turn();
        set.call(field(), `${name} ${state.made + 1}`);
        field().dispatchEvent(new Event('input', { bubbles: true }));
        await turn();
        const press = button();
        const started = performance.now();
        press.click();
        state.sync.push(performance.now() - started);
        state.made += 1;
        state.times.push(started);
        await turn(); await turn();
        const waits = typeof pause === 'number' && Math.random() < 0.5 ? pause : 0;
        const until = performance.now() + waits;
        do {
          if (text().startsWith('Saved')) {
            if (state.saved < state.made) state.durable.push(performance.now() - started);
            state.saved = state.made;
            break;
          }
          await turn();
        } while (performance.now() < until);
      }
      // Edits without a pause wait in line for the disk, each in a transaction of its own.
      const end = performance.now() + 300000;
      while (!state.stop && !text().startsWith('Saved') && performance.now() < end) await turn();
      if (text().startsWith('Saved')) state.saved = state.made;
      state.done = true;
    })();
    return true;";

const HOW_FAR: &str = "
    const { made, saved, times, durable, done } = window.__edits;
    // On a machine that has other work, what a moment is follows from what saving took just before.
    const moment = durable.length ? Math.max(1000, 4 * Math.max(...durable)) : Infinity;
    const old = times.filter((t) => t < performance.now() - moment).length;
    return { made, saved, old, done };";

/// How far editing has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Edits {
    pub made: u64,
    /// Those that were shown as saved.
    pub saved: u64,
    /// Those made more than a second ago, or four times the longest that saving was seen to
    /// take; none before the first was seen saved.
    pub old: u64,
    pub done: bool,
}

/// A browser that keeps its profile in this folder.
pub fn browser_in(profile: &Path) -> Browser {
    let started =
        Browser::start_in(&path("RECOURSE_CHROMEDRIVER"), &path("RECOURSE_CHROMIUM"), profile);
    started.unwrap_or_else(|why| panic!("{why}"))
}

pub fn open(browser: &Browser, server: &Server, place: &str) {
    browser.goto(&server.url(place));
    mounted(browser);
}

/// Opens the settings and edits there; `pause` is how long the script waits for the badge, in milliseconds.
pub fn begin(browser: &Browser, server: &Server, name: &str, (most, pause): (u64, u64)) {
    open(browser, server, "#/settings");
    find(browser, "button", "Record these facts");
    browser.script(EDIT, &[json!(name), json!(most), json!(pause)]);
}

pub fn how_far(browser: &Browser) -> Edits {
    let answer = browser.script(HOW_FAR, &[]);
    let number = |name: &str| answer[name].as_u64().unwrap_or_default();
    Edits {
        made: number("made"),
        saved: number("saved"),
        old: number("old"),
        done: answer["done"] == Value::Bool(true),
    }
}

/// Waits until every edit that was asked for is made.
pub fn finish(browser: &Browser) -> Edits {
    let started = Instant::now();
    loop {
        let edits = how_far(browser);
        if edits.done {
            return edits;
        }
        assert!(started.elapsed() < Duration::from_secs(1_800), "editing does not end: {edits:?}");
        std::thread::sleep(Duration::from_millis(50));
    }
}

/// How many entries the page shows in the record once it shows at least so many; what it shows at the last otherwise.
pub fn entries(browser: &Browser, server: &Server, at_least: u64) -> u64 {
    open(browser, server, "#/history");
    shown_entries(browser, at_least)
}

/// The same in a page that shows the record already.
pub fn shown_entries(browser: &Browser, at_least: u64) -> u64 {
    let body = "const said = document.querySelector('main')?.innerText.match(/of ([\\d,]+) entr/);
                return said ? Number(said[1].replaceAll(',', '')) : 0;";
    let started = Instant::now();
    loop {
        let count = browser.script(body, &[]).as_u64().unwrap_or_default();
        if count >= at_least || started.elapsed() > Duration::from_secs(30) {
            return count;
        }
        std::thread::sleep(Duration::from_millis(30));
    }
}

/// Whether the page tells of damage: after a fault that lost nothing it must not.
pub fn tells_of_damage(browser: &Browser) -> bool {
    let body = "return /damaged part|could not be read/i.test(document.body.innerText)";
    browser.script(body, &[]) == Value::Bool(true)
}
