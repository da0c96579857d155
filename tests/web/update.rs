//! A new version waits until a person agrees, and a damaged one is never taken.

use std::fs;
use std::path::{Path, PathBuf};

use crate::server::Server;
use crate::site::{Visit, browser, mounted, path};

/// A copy of the site, which the test may change; removed at the end.
struct Copy(PathBuf);

impl Copy {
    fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("recourse-{name}-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        for entry in fs::read_dir(path("RECOURSE_DIST")).unwrap() {
            let file = entry.unwrap().path();
            fs::copy(&file, folder.join(file.file_name().unwrap())).unwrap();
        }
        Self(folder)
    }

    /// Publishes a site that calls itself another version.
    fn publish(&self, version: &str) {
        let file = self.0.join("sw.js");
        let text = fs::read_to_string(&file).unwrap();
        let line = text.lines().find(|line| line.starts_with("const VERSION")).unwrap();
        fs::write(&file, text.replace(line, &format!("const VERSION = '{version}';"))).unwrap();
    }

    fn file(&self, ending: &str) -> PathBuf {
        let named = |file: &Path| file.to_string_lossy().ends_with(ending);
        let mut files = fs::read_dir(&self.0).unwrap().map(|entry| entry.unwrap().path());
        files.find(|file| named(file)).unwrap()
    }
}

impl Drop for Copy {
    fn drop(&mut self) {
        fs::remove_dir_all(&self.0).ok();
    }
}

const KEPT: &str = "return caches.keys().then((names) => names.filter((name) => name.startsWith('recourse-')).sort().join())";
const LOOK_FOR_NEW: &str = "return navigator.serviceWorker.ready.then((kept) => kept.update()).then(() => true, (why) => String(why))";

fn visit(copy: &Copy) -> Visit {
    let visit = Visit { browser: browser(), server: Server::start(&copy.0).unwrap() };
    visit.go("");
    visit.kept_offline();
    // A page is served by the worker from its second load on.
    visit.browser.reload();
    mounted(&visit.browser);
    visit
}

/// How often each case is tried, on one browser that has taken every version before.
const ROUNDS: usize = 10;

#[test]
fn f20_a_new_version_waits_for_consent() {
    let copy = Copy::new("update");
    let visit = visit(&copy);
    for round in 1..=ROUNDS {
        take_a_version(&visit, &copy, &format!("version-{round}"));
    }
    visit.console_is_clean();
}

fn take_a_version(visit: &Visit, copy: &Copy, version: &str) {
    let before = visit.browser.script(KEPT, &[]);
    copy.publish(version);
    visit.browser.script(LOOK_FOR_NEW, &[]);
    visit.sees("A new version is ready");
    visit.browser.script("window.before = true", &[]);
    visit.browser.reload();
    mounted(&visit.browser);
    let both = visit.browser.script(KEPT, &[]);
    assert!(
        both.as_str().unwrap().contains(before.as_str().unwrap()),
        "the old version stays until then: {both}"
    );
    visit.browser.script("window.before = true", &[]);
    visit.click("button", "Save and load it");
    visit.browser.wait_for_next_page(
        "the page to be loaded again",
        "window.before === undefined && document.querySelector('h1')",
    );
    visit.browser.wait(
        "the old version to be gone",
        &format!("{KEPT}.then((kept) => kept === 'recourse-{version}')"),
        &[],
    );
}

/// A byte of the program changed, or its end missing, at another place each time.
#[test]
fn f20_a_version_with_a_damaged_file_is_not_taken() {
    let copy = Copy::new("damage");
    let mut visit = visit(&copy);
    let wasm = copy.file(".wasm");
    let whole = fs::read(&wasm).unwrap();
    // Two cases: changed, and cut.
    for round in 1..=2 * ROUNDS {
        copy.publish(&format!("version-{round}"));
        let mut bytes = whole.clone();
        let place = whole.len() * round / (2 * ROUNDS + 1);
        match round % 2 {
            0 => bytes.truncate(place),
            _ => bytes[place] ^= 1,
        }
        fs::write(&wasm, bytes).unwrap();
        visit.browser.script(LOOK_FOR_NEW, &[]);
        let settled = "return navigator.serviceWorker.ready.then((kept) => !kept.installing && !kept.waiting)";
        visit.browser.wait("the damaged version to be refused", settled, &[]);
    }
    visit.server.stop();
    visit.browser.reload();
    mounted(&visit.browser);
    assert!(!visit.text().contains("A new version is ready"));
}
