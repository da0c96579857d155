//! Subscriptions and alerts say in which file and row they were read.

use recourse::app::view_model::{case, subscriptions};

use super::Page;

#[test]
fn every_subscription_of_a_customer_says_where_it_was_read() {
    let page = Page::open();
    let mut seen = 0;
    for id in page.state.book.accounts.keys() {
        let Some(shown) = page.see(|s| subscriptions::page(s, id)) else { continue };
        for sold in shown.subscriptions {
            let line = sold.origin.unwrap().line;
            assert!(line.starts_with("from sample-subscriptions.json, row "), "{line}");
            seen += 1;
        }
    }
    assert!(seen > 20, "{seen}");
}

#[test]
fn alerts_and_subscriptions_of_a_case_say_where_they_were_read() {
    let page = Page::open();
    let (mut alerts, mut sheets) = (0, 0);
    for id in page.state.book.cases.keys() {
        let shown = page.see(|s| case::page(s, id)).unwrap();
        for alert in shown.alerts {
            assert!(alert.origin.line.starts_with("from sample-alerts.json, row "), "{alert:?}");
            assert!(alert.origin.hash.is_some(), "{alert:?}");
            alerts += 1;
        }
        for line in shown.sheet {
            // A subscription that an alert names and no import told has no file.
            let Some(origin) = line.origin else { continue };
            assert!(origin.line.starts_with("from sample-subscriptions.json, row "), "{origin:?}");
            sheets += 1;
        }
    }
    assert!(alerts > 2 && sheets > 1, "{alerts} {sheets}");
}
