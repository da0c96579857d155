//! `cargo xtask shots`: pictures of the page, wide, narrow, dark and in Chinese.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::json;

use crate::Outcome;
use crate::dist;
use crate::driver::{Browser, Element};
use crate::run::say;
use crate::server::Server;
use crate::setup;

/// One way of looking at a page.
struct Look {
    name: &'static str,
    width: u32,
    height: u32,
    scheme: &'static str,
    language: &'static str,
}

const LOOKS: &[Look] = &[
    Look { name: "wide", width: 1280, height: 860, scheme: "light", language: "en-GB" },
    Look { name: "dark", width: 1280, height: 860, scheme: "dark", language: "en-GB" },
    Look { name: "zh", width: 1280, height: 860, scheme: "light", language: "zh-TW" },
    Look { name: "narrow", width: 380, height: 820, scheme: "light", language: "en-GB" },
    Look { name: "narrow-dark-zh", width: 380, height: 820, scheme: "dark", language: "zh-TW" },
];

/// No picture is taller, in pixels.
const TALLEST: u32 = 4000;

/// The door to the sample data, in either language.
const SAMPLE: &[&str] = &["Open the sample reseller", "開啟範例"];

/// `words`: the folder to write to, then places in the page such as `#/customers`.
/// With `--window` a picture ends where the window does.
pub fn run(words: &[&str]) -> Outcome {
    let window = words.contains(&"--window");
    let words: Vec<&str> = words.iter().copied().filter(|word| *word != "--window").collect();
    let (folder, places) = words
        .split_first()
        .ok_or("`shots` needs a folder to write to, and then places such as '#/customers'")?;
    let folder = PathBuf::from(folder);
    fs::create_dir_all(&folder)
        .map_err(|why| format!("cannot make `{}`: {why}", folder.display()))?;
    let site = match std::env::var_os("RECOURSE_DIST") {
        Some(given) => PathBuf::from(given),
        None => dist::current()?,
    };
    let found = setup::browser()?;
    let server =
        Server::start(&site).map_err(|why| format!("the site could not be served: {why}"))?;
    for look in LOOKS {
        let browser = Browser::start(&found.driver, &found.chromium)?;
        dress(&browser, look);
        browser.goto(&server.url(""));
        started(&browser);
        shoot(
            &browser,
            &folder.join(format!("first-{}.png", look.name)),
            (!window).then_some(look),
        )?;
        open_sample(&browser);
        for place in places {
            browser.goto(&server.url(place));
            started(&browser);
            let file = folder.join(format!("{}-{}.png", file_stem(place), look.name));
            shoot(&browser, &file, (!window).then_some(look))?;
        }
    }
    Ok(())
}

fn dress(browser: &Browser, look: &Look) {
    browser.resize(look.width, look.height);
    browser.prefer(&[("prefers-color-scheme", look.scheme), ("prefers-reduced-motion", "reduce")]);
    browser.locale(&look.language.replace('-', "_"));
    let agent = browser.script("return navigator.userAgent", &[]);
    let params = json!({"userAgent": agent, "acceptLanguage": look.language});
    browser.cdp("Emulation.setUserAgentOverride", &params);
}

fn started(browser: &Browser) {
    browser.wait("the page to start", "return !!document.querySelector('h1')", &[]);
    let quiet = "return document.fonts.ready.then(() => new Promise((done) => setTimeout(() => done(true), 300)))";
    browser.wait("the page to settle", quiet, &[]);
}

fn open_sample(browser: &Browser) {
    for name in SAMPLE {
        let door = browser
            .script(include_str!("../../tests/web/find.js"), &[json!("button"), json!(name)]);
        if !door.is_null() {
            browser.click(&Element(door));
            started(browser);
            return;
        }
    }
}

/// Writes what the window shows; with a look to go back to, the whole page at once.
fn shoot(browser: &Browser, file: &Path, whole: Option<&Look>) -> Outcome {
    if let Some(look) = whole {
        let tall = browser.script("return document.documentElement.scrollHeight", &[]);
        let tall = tall.as_u64().and_then(|tall| u32::try_from(tall).ok());
        browser.resize(look.width, tall.unwrap_or(look.height).clamp(look.height, TALLEST));
    }
    fs::write(file, browser.screenshot())
        .map_err(|why| format!("cannot write `{}`: {why}", file.display()))?;
    if let Some(look) = whole {
        browser.resize(look.width, look.height);
    }
    say(&file.display().to_string());
    for line in browser.console() {
        say(&format!("the console said: {line}"));
    }
    Ok(())
}

fn file_stem(place: &str) -> String {
    let words: String = place.chars().map(|c| if c.is_alphanumeric() { c } else { '-' }).collect();
    words.trim_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::file_stem;

    #[test]
    fn a_place_becomes_a_file_name() {
        assert_eq!(file_stem("#/customers/c-1?tab=credit"), "customers-c-1-tab-credit");
    }
}
