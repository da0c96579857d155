//! F14: time zones. A business date is a date: what is due and overdue is the same everywhere on it.

use serde_json::{Value, json};

use super::trials;
use crate::site::{Visit, mounted};

const ZONES: [&str; 27] = [
    "Etc/GMT+12",
    "Pacific/Pago_Pago",
    "Pacific/Honolulu",
    "Pacific/Marquesas",
    "America/Anchorage",
    "America/Los_Angeles",
    "America/Denver",
    "America/Chicago",
    "America/New_York",
    "America/Santiago",
    "America/St_Johns",
    "America/Sao_Paulo",
    "Atlantic/South_Georgia",
    "Atlantic/Azores",
    "Europe/London",
    "Europe/Berlin",
    "Europe/Kyiv",
    "Asia/Tehran",
    "Asia/Karachi",
    "Asia/Kolkata",
    "Asia/Kathmandu",
    "Asia/Bangkok",
    "Asia/Taipei",
    "Asia/Tokyo",
    "Australia/Lord_Howe",
    "Pacific/Chatham",
    "Pacific/Kiritimati",
];

/// Month ends, leap day, days on which clocks change in one zone or another, new year.
const DATES: [(i32, i32, i32); 12] = [
    (2026, 11, 22),
    (2026, 11, 30),
    (2026, 12, 31),
    (2027, 1, 1),
    (2027, 2, 28),
    (2027, 3, 14),
    (2027, 3, 28),
    (2027, 4, 4),
    (2027, 9, 26),
    (2027, 10, 31),
    (2028, 2, 29),
    (2028, 3, 1),
];

/// Local noon, or a minute beside midnight, of a date: the same date in every zone.
const AT: &str = "
    const [year, month, day, hour, minute] = arguments;
    const Real = window.__Real ??= Date;
    const moment = new Real(year, month - 1, day, hour, minute).getTime();
    window.Date = class extends Real {
      constructor(...given) { given.length ? super(...given) : super(moment); }
      static now() { return moment; }
    };
    window.dispatchEvent(new Event('focus'));
    return new Promise((go) => setTimeout(() => go(true), 30));";

const SHOWN: &str = "return document.querySelector('main').innerText";

#[test]
fn f14_what_is_due_is_the_same_in_every_time_zone_on_the_same_date() {
    let dates = trials("RECOURSE_TORTURE_DATES", 12).min(DATES.len());
    let visit = Visit::open("");
    visit.click("button", "Open the sample reseller");
    visit.sees("Sample data");
    visit.go("#/collections");
    mounted(&visit.browser);
    visit.sees("steps may be taken");
    let mut seen = 0;
    for (year, month, day) in &DATES[..dates] {
        let mut first: Option<(String, Value)> = None;
        for (at, zone) in ZONES.iter().enumerate() {
            visit.browser.time_zone(zone);
            let (hour, minute) = [(12, 0), (0, 1), (23, 59)][at % 3];
            let args = [json!(year), json!(month), json!(day), json!(hour), json!(minute)];
            visit.browser.script(AT, &args);
            let shown = visit.browser.script(SHOWN, &[]);
            let (of, expected) = first.get_or_insert((zone.to_string(), shown.clone()));
            assert_eq!(&shown, expected, "{year}-{month}-{day} in {zone} and {of}");
            seen += 1;
        }
    }
    println!("figure: F14: {} zones, {dates} dates, {seen} pages equal", ZONES.len());
}
