//! F1: the whole browser killed at a random moment of an editing script.

use std::time::{Duration, Instant};

use super::editing::{Edits, begin, browser_in, entries, how_far, tells_of_damage};
use super::{Dice, Folder, trials};
use crate::server::Server;
use crate::site::path;

#[test]
fn f1_what_was_shown_as_saved_is_there_after_the_browser_was_killed() {
    let kills = trials("RECOURSE_TORTURE_KILLS", 30);
    let server = Server::start(&path("RECOURSE_DIST")).unwrap();
    let mut dice = Dice(trials("RECOURSE_TORTURE_SEED", 1) as u64);
    let (mut made, mut saved, mut lost) = (0, 0, Vec::new());
    for kill in 0..kills {
        let profile = Folder::new(&format!("kill-{kill}"));
        let before = edit_and_kill(&profile, &server, dice.below(3_000));
        let browser = browser_in(profile.path());
        let found = entries(&browser, &server, before.saved.max(before.old));
        made += before.made;
        saved += before.saved;
        if found < before.saved || found < before.old || tells_of_damage(&browser) {
            lost.push((kill, before, found, tells_of_damage(&browser)));
        }
    }
    println!(
        "figure: F1: {kills} kills, {made} edits made, {saved} shown as saved, {} runs with a loss",
        lost.len()
    );
    assert!(saved > 0, "no edit was ever shown as saved");
    assert!(lost.is_empty(), "kill, edits before, entries after, told of damage: {lost:?}");
}

/// Edits for so many milliseconds after the first edit, and kills the browser. What was last seen.
fn edit_and_kill(profile: &Folder, server: &Server, millis: u64) -> Edits {
    let browser = browser_in(profile.path());
    begin(&browser, server, "edit", (100_000, 60));
    let started = Instant::now();
    let mut seen = how_far(&browser);
    while started.elapsed() < Duration::from_millis(millis) {
        seen = how_far(&browser);
    }
    browser.kill();
    seen
}
