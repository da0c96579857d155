//! F6: two to four tabs edit at once without a pause.

use std::time::Instant;

use super::editing::{begin, browser_in, entries, finish, shown_entries, tells_of_damage};
use super::{Folder, trials};
use crate::server::Server;
use crate::site::path;

#[test]
fn f6_every_edit_of_every_tab_is_in_all_tabs_and_after_a_restart() {
    let runs = trials("RECOURSE_TORTURE_TABS", 20);
    let edits = trials("RECOURSE_TORTURE_TAB_EDITS", 250) as u64;
    let at_once = trials("RECOURSE_TORTURE_TABS_AT_ONCE", 0);
    let server = Server::start(&path("RECOURSE_DIST")).unwrap();
    let (mut all, mut slowest, mut most) = (0, 0, 0);
    for run in 0..runs {
        let tabs = if at_once > 0 { at_once } else { 2 + run % 3 };
        let profile = Folder::new(&format!("tabs-{run}"));
        let browser = browser_in(profile.path());
        let mut windows = vec![browser.window()];
        // In some runs all are seen, in most only the last one is: hidden ones are slowed by the browser.
        let seen = run % 4 == 0;
        windows
            .extend((1..tabs).map(|_| if seen { browser.new_window() } else { browser.new_tab() }));
        for (at, window) in windows.iter().enumerate() {
            browser.switch_to(window);
            begin(&browser, &server, &format!("tab {at} edit"), (edits, 0));
        }
        let total = edits * tabs as u64;
        for window in &windows {
            browser.switch_to(window);
            let made = finish(&browser);
            assert_eq!((made.made, made.saved), (edits, edits), "run {run}");
        }
        let ended = Instant::now();
        for window in &windows {
            browser.switch_to(window);
            browser.script("location.hash = '#/history'; return true", &[]);
            assert_eq!(shown_entries(&browser, total), total, "run {run}: a tab lacks edits");
        }
        slowest = slowest.max(ended.elapsed().as_millis());
        drop(browser);
        let again = browser_in(profile.path());
        assert_eq!(entries(&again, &server, total), total, "run {run}: after a restart");
        assert!(!tells_of_damage(&again), "run {run}");
        all += total;
        most = most.max(tabs);
    }
    println!(
        "figure: F6: {runs} runs of up to {most} tabs, {all} edits, 0 lost; looking into all tabs of a run took at most {slowest} ms"
    );
}
