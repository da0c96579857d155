//! F15: an import that was taken in, and the end that comes while it is being kept.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use recourse::app::Lang;
use recourse::app::words::{exchange, first_run, keeping};
use serde_json::{Value, json};

use super::editing::{browser_in, open};
use super::importing::rows;
use super::{Dice, Folder, trials};
use crate::driver::Browser;
use crate::server::Server;
use crate::site::{find, path};

const ROWS: usize = 20_000;

/// Presses the button as a person does, from inside the page, so that time runs from there.
const TAKE_IN: &str = "
    window.__long = [];
    new PerformanceObserver((list) => list.getEntries().forEach((e) => window.__long.push(e.duration)))
      .observe({ entryTypes: ['longtask'] });
    [...document.querySelectorAll('button')].find((b) => /Take in \\d/.test(b.innerText)).click();
    return true;";

const OFFERED: &str = "
    return [...document.querySelectorAll('button')].some((b) => !b.disabled
      && b.getAttribute('aria-disabled') !== 'true' && /Take in \\d/.test(b.innerText));";

/// Leaves the page in the very turn in which the badge says that it is saving.
const LEAVE_WHILE_SAVING: &str = "
    const [saving, place] = arguments;
    new MutationObserver((_, watch) => {
      if (!document.querySelector('.top-state .badge')?.textContent.startsWith(saving)) return;
      watch.disconnect();
      sessionStorage.setItem('left', 'while saving');
      location.href = place;
    }).observe(document.body, { childList: true, subtree: true, characterData: true });
    return true;";

const BADGE: &str = "return document.querySelector('.top-state .badge')?.textContent ?? ''";

/// How many entries the record has, once the page knows.
const RECORD: &str = "
    const [empty] = arguments;
    const text = document.querySelector('main')?.innerText ?? '';
    const said = text.match(/of ([\\d,]+) entr/);
    return said ? [Number(said[1].replaceAll(',', ''))] : text.includes(empty) ? [0] : null;";

struct Trial {
    server: Server,
    file: PathBuf,
    _folder: Folder,
}

impl Trial {
    fn new() -> Self {
        let folder = Folder::new("taken");
        let file = folder.path().join("rows.csv");
        std::fs::write(&file, rows().take(ROWS).collect::<String>()).unwrap();
        Self { server: Server::start(&path("RECOURSE_DIST")).unwrap(), file, _folder: folder }
    }

    /// A browser in which the import waits for the button.
    fn ready(&self, profile: &Path) -> Browser {
        let browser = browser_in(profile);
        open(&browser, &self.server, "#/exchange");
        let choose = find(&browser, "file", exchange::choose(Lang::En));
        browser.type_into(&choose, &self.file.to_string_lossy());
        browser.wait("the import to be offered", OFFERED, &[]);
        browser
    }

    fn recorded(&self, browser: &Browser) -> u64 {
        open(browser, &self.server, "#/history");
        let count = || {
            let empty = json!(first_run::sample_title(Lang::En));
            browser.wait("the record", RECORD, &[empty])[0].as_u64().unwrap()
        };
        if count() == 0 {
            // What local storage lost may still come from the second copy.
            std::thread::sleep(Duration::from_secs(4));
        }
        count()
    }
}

fn says(browser: &Browser, word: &str) -> bool {
    browser.script(BADGE, &[]).as_str().is_some_and(|text| text.starts_with(word))
}

/// How many entries the import makes, and the longest task on the way to `Saved`.
fn whole(trial: &Trial) -> (u64, f64) {
    let profile = Folder::new("taken-whole");
    let browser = trial.ready(profile.path());
    browser.script(TAKE_IN, &[]);
    browser.wait(
        "the import to be saved",
        "return document.querySelector('.top-state .badge')?.textContent.startsWith('Saved')",
        &[],
    );
    let longest = browser.script("return Math.max(0, ...window.__long)", &[]);
    (trial.recorded(&browser), longest.as_f64().unwrap())
}

#[test]
fn f15_an_import_that_was_being_kept_when_the_browser_was_killed_is_there_whole_or_not_at_all() {
    let trial = Trial::new();
    let (all, longest) = whole(&trial);
    assert!(all > 10, "{all} entries are no large import");
    let mut dice = Dice(15);
    let rounds = trials("RECOURSE_TORTURE_TAKEN", 6);
    let (mut kept, mut seen_saved) = (0, 0);
    for round in 0..rounds {
        let profile = Folder::new(&format!("taken-{round}"));
        let browser = trial.ready(profile.path());
        browser.script(TAKE_IN, &[]);
        let (started, until) = (Instant::now(), Duration::from_millis(dice.below(1_500)));
        let mut saved = false;
        while started.elapsed() < until {
            saved = says(&browser, "Saved");
        }
        browser.kill();
        let found = trial.recorded(&browser_in(profile.path()));
        assert!(found == 0 || found == all, "{found} of {all} after {until:?}, round {round}");
        assert!(found == all || !saved, "shown as saved, and gone, round {round}");
        kept += usize::from(found == all);
        seen_saved += usize::from(saved);
    }
    println!(
        "figure: F15: {rounds} kills within 1.5 s of taking in {ROWS} rows: {kept} whole ({seen_saved} \
         shown as saved), the others without a trace; longest task of taking in {longest:.0} ms"
    );
}

#[test]
fn f15_a_page_left_while_an_import_is_being_kept_keeps_all_of_it() {
    let trial = Trial::new();
    let (all, _) = whole(&trial);
    let profile = Folder::new("taken-left");
    let browser = trial.ready(profile.path());
    let place = trial.server.url("version.json");
    let saving = keeping::saving(Lang::En);
    browser.script(LEAVE_WHILE_SAVING, &[json!(saving), json!(place)]);
    browser.script(TAKE_IN, &[]);
    browser.wait_for_next_page("the page to be left", "location.pathname.endsWith('version.json')");
    let left = browser.script("return sessionStorage.getItem('left')", &[]);
    assert_eq!(left, Value::from("while saving"));
    assert_eq!(trial.recorded(&browser), all);
}
