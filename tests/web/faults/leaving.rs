//! F19: the page is left right after an edit.

use serde_json::json;

use super::editing::{browser_in, entries, how_far};
use super::{Folder, trials};
use crate::server::Server;
use crate::site::path;

const WAYS: [&str; 5] = ["reload", "another page", "back and forward", "frozen", "closed"];

#[test]
fn f19_an_edit_right_before_the_page_is_left_is_kept() {
    let rounds = trials("RECOURSE_TORTURE_LEAVES", 20);
    let server = Server::start(&path("RECOURSE_DIST")).unwrap();
    let profile = Folder::new("leaving");
    let browser = browser_in(profile.path());
    let mut expected = 0;
    for round in 0..rounds {
        for way in WAYS {
            let window = browser.new_window();
            super::editing::begin(&browser, &server, way, (3, 0));
            browser.wait("three edits", "return window.__edits.made >= 3", &[]);
            expected += how_far(&browser).made;
            match way {
                "reload" => browser.reload(),
                "another page" => browser.goto(&server.url("version.json")),
                "back and forward" => {
                    browser.goto(&server.url("version.json"));
                    browser.back();
                }
                "frozen" => {
                    let frozen = json!({"state": "frozen"});
                    browser.cdp("Page.setWebLifecycleState", &frozen);
                }
                _ => browser.close_window(),
            }
            let other = if way == "closed" { None } else { Some(&window) };
            look(&browser, other, &server, (expected, way, round));
        }
    }
    println!("figure: F19: left {} times right after three edits, 0 lost", rounds * WAYS.len());
}

/// Counts in a window of its own, then closes it and the one that was left.
fn look(
    browser: &crate::driver::Browser,
    left: Option<&String>,
    server: &Server,
    (expected, way, round): (u64, &str, usize),
) {
    let first = browser.windows().into_iter().next().unwrap();
    browser.switch_to(&first);
    assert_eq!(entries(browser, server, expected), expected, "{way}, round {round}");
    if let Some(left) = left {
        browser.switch_to(left);
        browser.close_window();
        browser.switch_to(&first);
    }
}
