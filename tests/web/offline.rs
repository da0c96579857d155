//! After the first visit the page needs no server.

use crate::site::{Visit, mounted};

/// How often the page is opened without a network.
const ROUNDS: usize = 10;

#[test]
fn f20_the_page_opens_with_the_server_gone() {
    let mut visit = Visit::open("");
    visit.kept_offline();
    let before = visit.text();
    visit.server.stop();
    visit.browser.goto(&visit.server.url("?visit=2#/"));
    mounted(&visit.browser);
    assert_eq!(visit.text(), before);
    for round in 1..=ROUNDS {
        visit.browser.reload();
        mounted(&visit.browser);
        assert_eq!(visit.text(), before, "round {round}");
    }
    visit.click("button", "Open the sample reseller");
    visit.sees("Sample data");
    visit.click("link", "Suspicious activity");
    visit.find("heading", "Suspicious activity");
    visit.console_is_clean();
}
