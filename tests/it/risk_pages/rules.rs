//! Every statement about money at risk on the screen names its rule, for every sample customer.

use recourse::app::Lang;
use recourse::app::view_model::{case, closing, money_at_risk, subscriptions, today};

use super::Page;

/// A family and three digits; clocks have a `C` and two.
fn is_rule(text: &str) -> bool {
    let Some((family, number)) = text.split_once('-') else {
        return false;
    };
    ["COL", "CR", "SUS", "MAR", "PLT"].contains(&family)
        && number.len() == 3
        && number.trim_start_matches('C').bytes().all(|b| b.is_ascii_digit())
}

#[track_caller]
fn check(rule: &str, about: &impl std::fmt::Debug) {
    assert!(is_rule(rule), "`{rule}` is no rule: {about:?}");
}

#[test]
fn on_the_panel_of_a_customer() {
    for lang in Lang::ALL {
        let page = Page::open().in_lang(lang);
        for id in page.state.book.accounts.keys() {
            let panel = page.see(|s| money_at_risk::panel(s, id)).unwrap();
            panel.parts.iter().for_each(|p| check(&p.rule, p));
            panel.windows.iter().for_each(|w| check(&w.rule, w));
            panel.waiting.iter().for_each(|w| check(&w.rule, w));
            panel.clocks.iter().for_each(|c| check(&c.rule, c));
            panel.used.iter().for_each(|u| check(&u.rule, u));
            for advice in &panel.advice {
                check(&advice.does.rule, advice);
                advice.not.iter().for_each(|n| check(&n.rule, n));
            }
        }
    }
}

#[test]
fn on_the_subscriptions_of_a_customer() {
    let page = Page::open();
    let mut answers = 0;
    for id in page.state.book.accounts.keys() {
        let Some(shown) = page.see(|s| subscriptions::page(s, id)) else { continue };
        for row in shown.subscriptions.iter().flat_map(|s| s.can.iter().chain(&s.cannot)) {
            answers += 1;
            check(&row.rule, row);
            assert!(!row.why.is_empty());
            row.effects.iter().for_each(|(_, rule)| check(rule, row));
        }
    }
    assert!(answers > 100);
}

#[test]
fn on_the_sheet_of_a_case_and_on_the_lists() {
    let page = Page::open();
    for id in page.state.book.cases.keys() {
        let shown = page.see(|s| case::page(s, id)).unwrap();
        for choice in shown.sheet.iter().flat_map(|line| &line.choices) {
            check(&choice.rule, choice);
            choice.comes_with.iter().for_each(|(_, rule)| check(rule, choice));
        }
        shown.clocks.iter().for_each(|c| check(&c.rule, c));
    }
    for item in page.see(closing::page).days.iter().flat_map(|day| &day.items) {
        check(&item.rule, item);
    }
    for (.., items) in &page.see(today::page).groups {
        items.iter().for_each(|item| check(&item.rule, item));
    }
}
