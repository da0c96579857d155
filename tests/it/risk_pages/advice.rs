//! A late customer with three kinds of subscription: the screen alone says what to do today, what it
//! saves, what can no longer be done, and by when.

use recourse::app::Lang;
use recourse::app::view_model::advice::{AdviceText, of_customer};
use recourse::app::view_model::money_at_risk::panel;

use super::Page;

/// Late by 22 days, with a software subscription bought four days ago, a licence of the time before
/// new commerce, and a licence whose window has closed.
const LATE: &str = "Saltmarsh";

fn advice(page: &Page, name: &str) -> Vec<AdviceText> {
    let id = page.customer(name);
    page.see(|screen| of_customer(screen, &id))
}

fn of<'a>(all: &'a [AdviceText], offer: &str) -> &'a AdviceText {
    all.iter().find(|a| a.offer.starts_with(offer)).unwrap()
}

#[test]
fn the_page_of_a_late_customer_says_what_to_do_what_it_saves_and_by_when() {
    let page = Page::open();
    let all = advice(&page, LATE);
    let offers: Vec<&str> = all.iter().map(|a| a.offer.as_str()).collect();
    let expected =
        ["Office 365 E1 (legacy)", "Windows Server Datacenter", "Microsoft 365 Business Standard"];
    assert_eq!(offers, expected);

    let software = of(&all, "Windows Server");
    assert_eq!(software.act.as_deref(), Some("cancel"));
    assert_eq!(software.does.text, "Saves EUR\u{a0}2,433.04, until Wed 25 Nov 2026, 10:00 UTC.");
    assert_eq!(software.does.rule, "PLT-105");
    assert_eq!(software.left, "3\u{a0}d left");

    let legacy = of(&all, "Office 365");
    assert_eq!(legacy.act.as_deref(), Some("suspend"));
    let gives_back = "Stops the bill and gives back EUR\u{a0}110.22; the sooner the more.";
    assert_eq!(legacy.does.text, gives_back);
    assert_eq!(legacy.does.rule, "PLT-509");
    assert!(legacy.not.is_empty(), "nothing about a legacy licence is closed");
}

#[test]
fn it_says_what_can_no_longer_be_done_and_what_is_billed_all_the_same() {
    let page = Page::open();
    let all = advice(&page, LATE);
    let licence = of(&all, "Microsoft 365");
    let not: Vec<(&str, &str)> =
        licence.not.iter().map(|n| (n.text.as_str(), n.rule.as_str())).collect();
    let gone = "Can no longer be cancelled: the window closed on Thu 2 Jul 2026. \
                Microsoft bills EUR\u{a0}1,576.26 to Thu 24 Jun 2027, whatever is done.";
    let hollow = "Suspending locks users out and saves nothing.";
    assert_eq!(not, [(gone, "PLT-108"), (hollow, "PLT-501")]);
}

#[test]
fn the_same_is_said_in_chinese() {
    let page = Page::open().in_lang(Lang::ZhHant);
    let all = advice(&page, LATE);
    let software = of(&all, "Windows Server");
    assert_eq!(software.act.as_deref(), Some("取消"));
    assert!(software.does.text.starts_with("可省下 EUR\u{a0}2,433.04"), "{}", software.does.text);
    let licence = of(&all, "Microsoft 365");
    assert!(licence.not.iter().any(|n| n.text.starts_with("已無法取消")));
    assert!(licence.not.iter().any(|n| n.text.contains("不會省下任何金額")));
}

#[test]
fn what_runs_is_told_by_the_hour_and_by_the_day() {
    let page = Page::open();
    let id = page.customer("Harbour Dental");
    let all = advice(&page, "Harbour Dental");
    let azure = of(&all, "Azure subscription");
    assert_eq!(azure.act.as_deref(), Some("cancel the Azure subscription"));
    assert!(azure.does.text.starts_with("Stops EUR\u{a0}"), "{}", azure.does.text);
    let shown = page.see(|screen| panel(screen, &id)).unwrap();
    assert_eq!(shown.waiting.len(), 1);
    let waiting = &shown.waiting[0];
    assert!(waiting.text.contains("each hour") && waiting.text.contains("each day"));
    assert_eq!(waiting.rule, "MAR-111");
    assert_eq!(shown.clocks.len(), 1, "the alert waits for its answer");
    assert!(shown.clocks[0].left.contains("2\u{a0}h 20\u{a0}min"), "{}", shown.clocks[0].left);
}

#[test]
fn who_pays_in_time_is_given_no_advice() {
    let page = Page::open();
    assert_eq!(advice(&page, "Tern Island"), Vec::new());
}
