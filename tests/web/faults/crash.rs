//! F2: the page's process crashes; the browser lives on.

use std::time::{Duration, Instant};

use super::editing::{begin, browser_in, entries, how_far, tells_of_damage};
use super::{Dice, Folder, trials};
use crate::server::Server;
use crate::site::path;

#[test]
fn f2_what_was_shown_as_saved_is_there_after_the_page_crashed() {
    let crashes = trials("RECOURSE_TORTURE_CRASHES", 10);
    let server = Server::start(&path("RECOURSE_DIST")).unwrap();
    let mut dice = Dice(2);
    let (mut made, mut saved) = (0, 0);
    for crash in 0..crashes {
        let profile = Folder::new(&format!("crash-{crash}"));
        let browser = browser_in(profile.path());
        let first = browser.window();
        let second = browser.new_window();
        browser.switch_to(&first);
        begin(&browser, &server, "edit", (100_000, 60));
        let started = Instant::now();
        let millis = dice.below(1_500);
        let mut before = how_far(&browser);
        while started.elapsed() < Duration::from_millis(millis) {
            before = how_far(&browser);
        }
        assert!(!browser.try_goto("chrome://crash"), "the page should have crashed");
        browser.switch_to(&second);
        let found = entries(&browser, &server, before.saved.max(before.old));
        let told = tells_of_damage(&browser);
        assert!(
            found >= before.saved && found >= before.old && !told,
            "crash {crash}: {before:?}, {found} entries after, told of damage: {told}"
        );
        made += before.made;
        saved += before.saved;
    }
    println!(
        "figure: F2: {crashes} crashes of the page, {made} edits made, {saved} shown as saved, 0 lost"
    );
}
