//! A person reads one of Microsoft's rules otherwise, for his own book, from a day on.

use recourse::app::Event;
use recourse::app::update::rules::{Event as Act, Fault, Field};
use recourse::app::view_model::rules::{self, RowText};
use recourse::book::fold;
use recourse::domain::rule_override::OwnReading;
use recourse::domain::{Day, RuleId};
use recourse::engine::money_at_risk::{cancel_window, feasibility};
use recourse::platform::{Value, windows};

use super::Page;
use crate::money_at_risk::sold::{account, at, sold};

fn row(page: &Page, id: &str) -> RowText {
    let topics = page.see(rules::page);
    let mut rows = topics.into_iter().flat_map(|topic| topic.rows);
    rows.find(|row| row.id == id && row.holds).unwrap()
}

fn read(page: &mut Page, rule: &str, value: &str, from: &str) {
    page.turn(Event::Rules(Act::Asked(RuleId::named(rule), value.to_owned())));
    page.turn(Event::Rules(Act::Typed(Field::From, from.to_owned())));
    page.turn(Event::Rules(Act::Typed(Field::Reason, "A letter of the provider".to_owned())));
    page.turn(Event::Rules(Act::Recorded));
}

#[test]
fn it_is_an_entry_that_the_engine_goes_by_and_that_can_be_undone() {
    let mut page = Page::open();
    let before = page.state.journal.len();
    read(&mut page, windows::LICENCE_CANCEL, "14", "2026-11-10");
    assert_eq!(page.state.journal.len(), before + 1);
    assert!(page.state.rules.draft.is_none());
    let days = |page: &Page, on: &str| {
        let day = Day::parse(on).unwrap();
        let row = page.state.book.rules.on(day, windows::LICENCE_CANCEL, None, None).unwrap();
        (row.days().unwrap(), row.shipped)
    };
    assert_eq!(days(&page, "2026-11-22"), (14, Some(Value::Days(7))));
    // A past day is judged by the reading of its time.
    assert_eq!(days(&page, "2026-11-09"), (7, None));
    page.turn(Event::UndoLast);
    assert_eq!(days(&page, "2026-11-22"), (7, None));
}

#[test]
fn windows_and_answers_follow_it() {
    let mut page = Page::open();
    let mut value = sold(recourse::domain::subscription::Product::NceLicence);
    value.created = Some(at("2026-11-12T10:00:00Z"));
    value.term_start = Some(Day::parse("2026-11-12").unwrap());
    let held = account(std::slice::from_ref(&value));
    let open = |page: &Page| {
        let frame = page.state.frame();
        let cancel = recourse::domain::action::ActionKind::CancelSubscription;
        let answer = feasibility(&held, &value, &cancel, &frame);
        (cancel_window(&value, &frame).unwrap().is_open(frame.now), answer.may)
    };
    use recourse::engine::money_at_risk::May;
    assert_eq!(open(&page), (false, May::No));
    read(&mut page, windows::LICENCE_CANCEL, "14", "2026-11-20");
    assert_eq!(open(&page), (true, May::Yes));
    page.turn(Event::Rules(Act::Returned(RuleId::named(windows::LICENCE_CANCEL))));
    assert_eq!(open(&page), (false, May::No));
}

#[test]
fn the_page_shows_it_beside_microsofts_own_value() {
    let mut page = Page::open();
    let plain = row(&page, windows::LICENCE_CANCEL);
    assert!(plain.own.is_empty() && !plain.change.unwrap().can_return);
    read(&mut page, windows::LICENCE_CANCEL, "5", "2026-11-01");
    read(&mut page, windows::LICENCE_CANCEL, "6", "2026-12-01");
    let row = row(&page, windows::LICENCE_CANCEL);
    assert_eq!(row.value, "7 days");
    let own: Vec<(&str, bool)> = row.own.iter().map(|o| (o.value.as_str(), o.holds)).collect();
    assert_eq!(own, [("5 days", true), ("6 days", false)]);
    assert_eq!(row.own[0].reason, "A letter of the provider");
    assert!(row.own[0].about.contains("1 Nov 2026"), "{}", row.own[0].about);
    let change = row.change.unwrap();
    assert_eq!((change.value.as_str(), change.can_return), ("5", true));
}

#[test]
fn where_sources_conflict_the_other_reading_can_be_taken() {
    let page = Page::open();
    let row = row(&page, "PLT-510");
    assert_eq!(row.change.unwrap().other.as_deref(), Some("120"));
    let unknown = self::row(&page, windows::LICENCE_CANCEL);
    assert_eq!(unknown.change.unwrap().other, None);
}

#[test]
fn what_has_no_value_is_not_read_otherwise_and_says_so() {
    let page = Page::open();
    assert!(row(&page, "PLT-308").change.unwrap_err().is_some());
    assert!(row(&page, "PLT-952").change.unwrap_err().is_some_and(|why| why.contains("policy")));
}

#[test]
fn a_reading_without_a_number_a_day_or_a_reason_is_not_recorded() {
    let mut page = Page::open();
    let before = page.state.journal.len();
    for (value, from) in [("-1", "2026-11-01"), ("", "2026-11-01"), ("seven", "soon"), ("7", "")] {
        read(&mut page, windows::LICENCE_CANCEL, value, from);
    }
    page.turn(Event::Rules(Act::Typed(Field::Value, "9999999999999999999".to_owned())));
    page.turn(Event::Rules(Act::Typed(Field::Reason, "  ".to_owned())));
    page.turn(Event::Rules(Act::Recorded));
    let faults = page.state.rules.draft.as_ref().unwrap().read().unwrap_err();
    let expected = [
        (Field::Value, Fault::NotANumber),
        (Field::From, Fault::NotADay),
        (Field::Reason, Fault::NoReason),
    ];
    assert_eq!(faults, expected);
    assert_eq!(page.see(rules::faults).len(), 3);
    assert_eq!(page.state.journal.len(), before);
}

#[test]
fn of_two_from_the_same_day_the_later_one_holds_and_an_unknown_rule_is_kept() {
    let mut page = Page::open();
    read(&mut page, windows::LICENCE_CANCEL, "5", "2026-11-01");
    read(&mut page, windows::LICENCE_CANCEL, "9", "2026-11-01");
    let row = page.state.book.rules.on(page.state.as_of(), windows::LICENCE_CANCEL, None, None);
    assert_eq!(row.unwrap().days(), Some(9));
    let strange = recourse::domain::rule_override::RuleOverride {
        rule: RuleId::named("PLT-999"),
        reading: OwnReading::Days(3),
        from: page.state.as_of(),
        reason: "of a newer program".to_owned(),
    };
    let body = recourse::journal::Body::RuleOverride(strange.clone());
    page.turn(Event::Record(Box::new(body), None));
    let again = fold(&page.state.journal, None);
    assert_eq!(again.own_readings.last().map(|own| &own.value), Some(&strange));
}

#[test]
fn what_the_book_denies_does_not_come_with_an_action() {
    let mut page = Page::open();
    let value = sold(recourse::domain::subscription::Product::NceLicence);
    let held = account(std::slice::from_ref(&value));
    let count = |page: &Page| {
        let suspend = recourse::domain::action::ActionKind::SuspendSubscription;
        let answer = feasibility(&held, &value, &suspend, &page.state.frame());
        answer.side_effects.iter().filter(|(_, rule)| rule.as_str() == "PLT-503").count()
    };
    assert_eq!(count(&page), 1);
    read(&mut page, "PLT-503", "yes", "2026-11-01");
    assert_eq!(count(&page), 0);
}

#[test]
fn every_reading_is_kept_to_the_letter() {
    for text in
        ["7 days", "24 hours", "10 minutes", "3 percent", "8", "from 2026-05-04", "yes", "unknown"]
    {
        assert_eq!(OwnReading::parse(text).unwrap().to_string(), text);
    }
    for text in ["", "days", "7 weeks", "-1 days", "from soon", "99999999999999999999"] {
        assert!(OwnReading::parse(text).is_err(), "{text}");
    }
}
