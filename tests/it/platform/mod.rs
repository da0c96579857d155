//! Microsoft's dated rows: well formed, one per rule and day, and a past day judged by its own.

use std::collections::BTreeSet;

use recourse::domain::Day;
use recourse::domain::partner::Cloud;
use recourse::domain::subscription::Product;
use recourse::platform::{
    Date, Row, SHIPPED, Value, alert_clocks, extended_term, on, rows, suspension,
};

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

#[test]
fn every_row_names_its_rule_its_source_and_both_languages() {
    for row in rows() {
        let number = row.id.strip_prefix("PLT-").unwrap_or_default();
        assert!(number.len() == 3 && number.parse::<u32>().is_ok(), "{} is no id", row.id);
        assert!(!row.source.title.is_empty() && row.source.date.day().is_some());
        let texts = [Some(row.says), row.conflict.map(|c| c.why)];
        for text in texts.into_iter().flatten() {
            assert!(text.en.ends_with('.'), "{}: {}", row.id, text.en);
            assert!(!text.zh_hant.is_ascii(), "{}: {}", row.id, text.zh_hant);
        }
    }
}

#[test]
fn two_rows_of_one_rule_never_hold_on_the_same_day() {
    let all: Vec<&Row> = rows().collect();
    for (place, a) in all.iter().enumerate() {
        for b in all.iter().skip(place + 1).filter(|b| b.id == a.id) {
            let apart = a.valid_to.zip(b.valid_from).is_some_and(|(end, start)| end < start);
            assert!(apart, "{} holds twice at once", a.id);
        }
    }
    let ids: BTreeSet<&str> = all.iter().map(|r| r.id).collect();
    assert!(ids.len() >= 50, "only {} rules", ids.len());
}

#[test]
fn dates_in_rows_are_days_that_exist() {
    for row in rows() {
        let value = match row.value {
            Value::From(date) => Some(date),
            _ => None,
        };
        for date in [value, row.valid_from, row.valid_to].into_iter().flatten() {
            assert!(date.day().is_some(), "{}: {date:?}", row.id);
        }
    }
    assert_eq!(Date(2026, 2, 30).day(), None);
}

#[test]
fn a_past_day_is_judged_by_the_rows_of_that_day() {
    let est =
        |on_day: &str| on(day(on_day), extended_term::STARTS, Some(&Product::NceLicence), None);
    assert!(est("2026-05-03").is_none());
    assert!(est("2026-05-04").is_some());
    let mandatory = |on_day: &str| {
        alert_clocks::on(&SHIPPED, day(on_day), &Cloud::Global).unwrap().mean_is_mandatory
    };
    assert!(!mandatory("2025-09-30"));
    assert!(mandatory("2025-10-01"));
}

#[test]
fn a_row_speaks_only_of_its_products_and_clouds() {
    let billed =
        |product: &Product| on(day("2026-11-22"), suspension::STILL_BILLED, Some(product), None);
    assert!(billed(&Product::NceLicence).is_some());
    assert!(billed(&Product::AzureSubscription).is_none());
    assert!(!alert_clocks::on(&SHIPPED, day("2026-11-22"), &Cloud::China).unwrap().has_alerts);
    assert!(
        alert_clocks::on(&SHIPPED, day("2026-11-22"), &Cloud::UsGovernment).unwrap().has_alerts
    );
}

#[test]
fn the_clocks_of_an_alert_are_one_hour_and_a_mean_of_a_day_over_thirty() {
    let clocks = alert_clocks::on(&SHIPPED, day("2026-11-22"), &Cloud::Global).unwrap();
    assert_eq!(clocks.answer_target_minutes, 60);
    assert_eq!(clocks.mean_answer_minutes, 1440);
    assert_eq!(clocks.mean_over_days, 30);
    assert_eq!(clocks.refund_exception_days, 60);
    assert_eq!(clocks.new_within_days, 7);
}

#[test]
fn both_readings_of_a_conflict_are_kept() {
    let row = on(day("2026-11-22"), suspension::LEGACY_DELETED_DAYS, None, None).unwrap();
    assert_eq!(row.days(), Some(90));
    assert_eq!(row.conflict.unwrap().other, Value::Days(120));
}
