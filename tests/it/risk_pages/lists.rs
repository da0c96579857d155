//! The customers by what can still be saved today, and the calendar of windows that close.

use recourse::app::update::at_risk::Event as Act;
use recourse::app::view_model::{at_risk, closing};
use recourse::app::{Effect, Event, Route};
use recourse::domain::{Day, Instant, Money};
use recourse::exchange::write::ics::{Ends, Entry, calendar};

use super::Page;
use crate::sample;

#[test]
fn who_has_most_to_save_today_stands_first() {
    let page = Page::open();
    let list = page.see(at_risk::list);
    assert!(list.ids.len() > 3, "{}", list.ids.len());
    let own = page.state.book.partner.currency;
    let today: Vec<Money> = list
        .ids
        .iter()
        .map(|id| page.state.desk.summary(id).unwrap().savable.today_only.get(own))
        .collect();
    assert!(today.is_sorted_by(|a, b| a.minor() >= b.minor()), "{today:?}");
    assert!(today[0].is_positive());
    for id in list.ids.iter() {
        assert!(page.state.desk.summary(id).unwrap().savable.at_stake);
    }
}

#[test]
fn each_row_says_what_closes_first_when_and_by_which_rule() {
    let page = Page::open();
    let list = page.see(at_risk::list);
    for id in list.ids.iter() {
        let line = page.see(|screen| at_risk::line(screen, id)).unwrap();
        assert!(!line.first.is_empty() && !line.left.is_empty(), "{line:?}");
        assert!(line.rule.starts_with("PLT-") || line.rule.starts_with("MAR-"), "{}", line.rule);
        assert_eq!(Route::parse(&line.href).place(), Route::Customers);
    }
    assert_eq!(page.see(|s| at_risk::line(s, &"nobody".parse_id())), None);
}

trait ParseId {
    fn parse_id(&self) -> recourse::domain::ids::CustomerId;
}

impl ParseId for str {
    fn parse_id(&self) -> recourse::domain::ids::CustomerId {
        recourse::domain::ids::CustomerId::new(self).unwrap()
    }
}

#[test]
fn the_calendar_runs_day_by_day_and_names_whose_and_what() {
    let page = Page::open();
    let shown = page.see(closing::page);
    assert!(shown.days[0].title.starts_with("Today, "), "{}", shown.days[0].title);
    let items = || shown.days.iter().flat_map(|day| &day.items);
    for item in items() {
        assert!(
            !item.what.is_empty() && !item.rule.is_empty() && !item.left.is_empty(),
            "{item:?}"
        );
    }
    let whose = |name: &str| {
        items().filter(|i| i.customer.as_ref().is_some_and(|(n, _)| n.starts_with(name))).count()
    };
    assert!(whose("綠田食品") >= 1 && whose("Saltmarsh") >= 1);
    assert!(items().any(|i| i.customer.is_none()), "the reseller's own bills are in it");
    assert!(items().any(|i| i.rule == "SUS-C01"), "an alert waits for its answer");
    assert!(shown.others.is_some(), "renewals of those who pay are counted, not shown");
}

#[test]
fn it_is_saved_as_a_calendar_file() {
    let mut page = Page::open();
    let effects = page.turn(Event::AtRisk(Act::CalendarSaved));
    let [Effect::Download { name, mime, content }] = effects.as_slice() else {
        panic!("{effects:?}");
    };
    assert_eq!(name, "recourse-windows-2026-11-22.ics");
    assert!(mime.starts_with("text/calendar"));
    let count = page.see(closing::entries).len();
    assert_eq!(content.matches("BEGIN:VEVENT\r\n").count(), count);
    assert!(content.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"));
    assert!(content.ends_with("END:VCALENDAR\r\n"));
    let mut ids: Vec<String> = page.see(closing::entries).into_iter().map(|e| e.id).collect();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), count, "two things have one id");
}

#[test]
fn hostile_text_stays_text_and_long_lines_are_folded() {
    let made = Instant::parse("2026-11-22T09:15:00Z").unwrap();
    let name = "綠田\r\nEND:VEVENT\r\nATTACH:x; a, b \\ ".repeat(8);
    let entries = [
        Entry { id: "a".into(), ends: Ends::At(made), title: name.clone(), text: name },
        Entry {
            id: "b".into(),
            ends: Ends::With(Day::parse("2026-12-31").unwrap()),
            title: "Sample".into(),
            text: String::new(),
        },
    ];
    let file = calendar(&entries, made);
    assert!(file.split("\r\n").all(|line| line.len() <= 75));
    assert_eq!(file.split("\r\n").filter(|line| *line == "END:VEVENT").count(), 2);
    assert!(file.split("\r\n").all(|line| !line.starts_with("ATTACH")));
    assert!(file.contains("DTSTART:20261122T091500Z\r\n"));
    assert!(file.contains("DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n"));
    assert!(file.replace("\r\n ", "").contains("a\\, b \\\\ "));
}

#[test]
fn both_places_have_an_address_a_name_and_a_key() {
    for route in [Route::AtRisk, Route::Closing] {
        assert_eq!(Route::parse(&route.to_string()), route);
        assert_eq!(route.place(), Route::AtRisk);
    }
    let mut page = Page::open();
    page.turn(Event::Key("g".to_owned()));
    let effects = page.turn(Event::Key("m".to_owned()));
    assert!(matches!(effects.as_slice(), [Effect::Go(Route::AtRisk)]));
}

#[test]
fn an_earlier_day_has_its_own_list() {
    let mut page = Page::open();
    let before = page.see(closing::page);
    page.turn(Event::KnownAt(Some(sample::today().plus_days_clamped(-5))));
    assert_ne!(page.see(closing::page), before);
}

#[test]
fn the_role_of_the_reseller_decides_whose_bill_and_whose_clock_it_is() {
    use recourse::app::view_model::suspicion;
    use recourse::domain::partner::{Cloud, Partner, Role};
    use recourse::engine::money_at_risk::own_bills;
    let mut page = Page::open();
    let count = |page: &Page| own_bills(&page.state.book, &page.state.frame()).len();
    let notes = |page: &Page| -> String {
        let facts = page.see(suspicion::page).facts;
        facts.into_iter().filter_map(|fact| fact.note).collect()
    };
    assert!(count(&page) > 3);
    assert!(!notes(&page).contains("guideline"));
    let settle = |page: &mut Page, role: Role, cloud: Cloud| {
        let partner = Partner { role, cloud, ..page.state.book.partner.clone() };
        page.turn(Event::Record(Box::new(recourse::journal::Body::Settings(partner)), None));
    };
    settle(&mut page, Role::IndirectReseller, Cloud::Global);
    assert_eq!(count(&page), 0, "the provider's terms are not known");
    assert!(notes(&page).contains("for you it is a guideline"), "{}", notes(&page));
    settle(&mut page, Role::DirectBill, Cloud::China);
    assert!(notes(&page).contains("no security alerts"), "{}", notes(&page));
}
