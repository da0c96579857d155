//! The site under test and the programs to test it with; the words of a test: open, see, press.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use serde_json::{Value, json};

use crate::driver::{Browser, Element};
use crate::server::Server;

/// One test's browser at one test's server.
pub struct Visit {
    pub browser: Browser,
    pub server: Server,
}

impl Visit {
    /// Opens the page at a place in it, such as `""` or `"#/customers"`, and waits until it is there.
    pub fn open(place: &str) -> Self {
        let visit = Self { browser: browser(), server: server() };
        visit.go(place);
        visit
    }

    /// The same in a browser that speaks this language, such as `zh-TW`.
    pub fn in_language(language: &str, place: &str) -> Self {
        let visit = Self { browser: browser(), server: server() };
        speak(&visit.browser, language);
        visit.go(place);
        visit
    }

    /// The same while the parts of the program that come later are out of reach.
    pub fn without_later_parts(place: &str) -> Self {
        let visit = Self { browser: browser(), server: server() };
        visit.server.withhold_later_parts(true);
        visit.go(place);
        visit
    }

    /// Goes to a place in the page.
    pub fn go(&self, place: &str) {
        self.browser.goto(&self.server.url(place));
        mounted(&self.browser);
    }

    /// Waits for something with this role and name, such as `("button", "Import files")`.
    pub fn find(&self, role: &str, name: &str) -> Element {
        find(&self.browser, role, name)
    }

    /// Whether it is there now.
    pub fn has(&self, role: &str, name: &str) -> bool {
        !look(&self.browser, role, name).is_null()
    }

    /// Waits for it and clicks it.
    pub fn click(&self, role: &str, name: &str) {
        self.browser.click(&self.find(role, name));
    }

    /// Puts this text into the field of this name instead of what was there.
    pub fn fill(&self, role: &str, name: &str, text: &str) {
        let field = self.find(role, name);
        self.browser.clear(&field);
        self.browser.type_into(&field, text);
    }

    /// Gives files to the file field of this name.
    pub fn choose(&self, name: &str, files: &[&Path]) {
        let list: Vec<_> = files.iter().map(|file| file.to_string_lossy()).collect();
        self.browser.type_into(&self.find("file", name), &list.join("\n"));
    }

    /// Waits until the page shows this text.
    pub fn sees(&self, text: &str) {
        sees(&self.browser, text);
    }

    /// Everything the page shows as text.
    pub fn text(&self) -> String {
        let text = self.browser.script("return document.body.innerText", &[]);
        text.as_str().unwrap_or_default().to_owned()
    }

    /// Fails if the page wrote a warning or an error to the console.
    pub fn console_is_clean(&self) {
        let said = self.browser.console();
        assert!(said.is_empty(), "the console should be empty: {said:#?}");
    }

    /// Waits until the service worker keeps the whole page.
    pub fn kept_offline(&self) {
        let body = "return navigator.serviceWorker.ready.then((kept) => kept.active?.state === 'activated')";
        self.browser.wait("the service worker", body, &[]);
    }
}

/// What the browser tells the page its user speaks.
pub fn speak(browser: &Browser, language: &str) {
    browser.locale(&language.replace('-', "_"));
    let agent = browser.script("return navigator.userAgent", &[]);
    let params = json!({"userAgent": agent, "acceptLanguage": language});
    browser.cdp("Emulation.setUserAgentOverride", &params);
}

/// Waits until the program has put its first heading on the page.
pub fn mounted(browser: &Browser) {
    browser.wait(
        "the page to start",
        "return !!document.querySelector('main :is(h1, h2)') || !!document.querySelector('body > h1')",
        &[],
    );
}

pub fn find(browser: &Browser, role: &str, name: &str) -> Element {
    let what = format!("a {role} named `{name}`");
    Element(browser.wait(&what, include_str!("find.js"), &[json!(role), json!(name)]))
}

pub fn sees(browser: &Browser, text: &str) {
    let body = "return document.body.innerText.includes(arguments[0])";
    browser.wait(&format!("the text `{text}`"), body, &[json!(text)]);
}

fn look(browser: &Browser, role: &str, name: &str) -> Value {
    browser.script(include_str!("find.js"), &[json!(role), json!(name)])
}

pub fn browser() -> Browser {
    match Browser::start(&path("RECOURSE_CHROMEDRIVER"), &path("RECOURSE_CHROMIUM")) {
        Ok(browser) => browser,
        Err(why) => panic!("{why}"),
    }
}

pub fn server() -> Server {
    Server::start(&path("RECOURSE_DIST")).unwrap()
}

/// What `cargo xtask test` has set; a plain `cargo test` asks xtask for the same.
pub fn path(name: &str) -> PathBuf {
    static ASKED: OnceLock<Vec<(String, PathBuf)>> = OnceLock::new();
    if let Some(given) = std::env::var_os(name) {
        return given.into();
    }
    let asked = ASKED.get_or_init(ask_xtask);
    let found = asked.iter().find(|(asked, _)| asked == name);
    found.map_or_else(
        || panic!("{name} is not set; run `cargo xtask test`"),
        |(_, path)| path.clone(),
    )
}

fn ask_xtask() -> Vec<(String, PathBuf)> {
    let cargo = option_env!("CARGO").unwrap_or("cargo");
    let output = Command::new(std::env::var_os("CARGO").as_deref().unwrap_or(OsStr::new(cargo)))
        .args(["xtask", "web-env"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .stderr(std::process::Stdio::inherit())
        .output()
        .expect("cargo runs");
    assert!(output.status.success(), "`cargo xtask web-env` failed; see above");
    String::from_utf8_lossy(&output.stdout)
        .lines()
        .filter_map(|line| line.split_once('='))
        .map(|(name, value)| (name.to_owned(), PathBuf::from(value)))
        .collect()
}
