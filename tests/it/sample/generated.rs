//! Made books of any size: the same every time, of the size asked for, with a realistic spread.

use recourse::book::receivables;
use recourse::domain::Day;
use recourse::exchange::generate::{Plan, book, facts};

fn plan(invoices: u32) -> Plan {
    Plan::of_invoices(invoices, Day::parse("2026-11-22").unwrap())
}

#[test]
fn the_same_plan_gives_the_same_facts() {
    assert_eq!(facts(&plan(200)).unwrap(), facts(&plan(200)).unwrap());
    let other = Plan { seed: 7, ..plan(200) };
    assert_ne!(facts(&plan(200)).unwrap(), facts(&other).unwrap());
}

#[test]
fn it_has_the_size_asked_for_and_most_is_paid() {
    let book = book(&plan(2_000)).unwrap();
    let invoices: usize = book.accounts.values().map(|a| a.invoices.len()).sum();
    let subscriptions: usize = book.accounts.values().map(|a| a.subscriptions.len()).sum();
    assert_eq!((invoices, subscriptions), (2_000, 1_000));
    assert_eq!(book.accounts.len(), 100);
    let today = Day::parse("2026-11-22").unwrap();
    let overdue: usize =
        book.accounts.values().map(|a| receivables(a, today, 30).overdue_items().count()).sum();
    assert!((20..500).contains(&overdue), "{overdue} of 2,000 are overdue");
    let mut sizes: Vec<usize> = book.accounts.values().map(|a| a.invoices.len()).collect();
    sizes.sort_unstable();
    assert!(sizes[90] > 2 * sizes[30].max(1), "business is spread evenly: {sizes:?}");
}
