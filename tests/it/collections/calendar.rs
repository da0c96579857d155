//! C: calendar and time.

use recourse::domain::calendar::{Calendar, Roll};
use recourse::engine::collections::{Because, Caution, Code, plan};
use recourse::policy::shipped;

use super::{blocked, due_now, next, plan_on};
use crate::support::{Story, day, tenant, weekdays};

#[test]
fn c2_following_and_modified_following_part_at_the_end_of_a_month() {
    let saturday = day("2026-02-28");
    let roll = |r| weekdays().roll(saturday, r).to_string();
    assert_eq!(roll(Roll::Following), "2026-03-02");
    assert_eq!(roll(Roll::ModifiedFollowing), "2026-02-27");
    assert_eq!(roll(Roll::Preceding), "2026-02-27");
}

#[test]
fn c2_a_notice_of_a_saturday_goes_out_on_monday_and_the_due_day_stays() {
    let story = || Story::from("2026-09-01").invoice("S-1", "2026-10-02", "100.00");
    let plan = plan_on(story(), "2026-10-03");
    assert_eq!(due_now(&plan), Vec::<&str>::new());
    assert_eq!(next(&plan), ("first-notice", "2026-10-05".to_owned()));
    let because = &plan.next.as_ref().unwrap().because;
    assert!(because.contains(&Because::MovedFrom { day: day("2026-10-03") }));
    let reason = blocked(&plan, |c| *c == Code::NonWorkingDay);
    assert_eq!(reason.until, Some(day("2026-10-05")));
    assert_eq!(plan.positions[0].days_past_due, Some(1));
}

#[test]
fn c3_working_days_count_strictly_after_the_anchor() {
    let friday = day("2026-10-02");
    assert_eq!(weekdays().plus_working_days(friday, 1), day("2026-10-05"));
    assert_eq!(weekdays().minus_working_days(day("2026-10-05"), 1), friday);
}

#[test]
fn c4_rolling_never_shortens_a_notice() {
    let mut ladder = shipped::ladder().unwrap();
    ladder.steps[4].roll = Roll::Preceding;
    let story = Story::from("2026-09-01")
        .invoice("S-1", "2026-10-01", "100.00")
        .sent("first-notice", "2026-10-02", &["S-1"])
        .sent("second-notice", "2026-10-09", &["S-1"])
        .sent("final-notice", "2026-10-17", &["S-1"]);
    let plan = plan(&story.book(), &tenant(), &ladder, &weekdays(), day("2026-10-19")).unwrap();
    // Seven days after Saturday the 17th is Saturday the 24th; the Friday before would be too soon.
    assert_eq!(next(&plan), ("suspend", "2026-10-26".to_owned()));
}

#[test]
fn c7_two_steps_that_fall_on_one_day_are_moved_apart() {
    let story = Story::from("2026-09-01")
        .invoice("S-1", "2026-10-02", "100.00")
        .invoice("S-2", "2026-10-13", "70.00")
        .sent("first-notice", "2026-10-05", &["S-1"]);
    let plan = plan_on(story, "2026-10-09");
    let days: Vec<_> = plan.next.iter().chain(&plan.also).map(|s| s.day).collect();
    let mut apart = days.clone();
    apart.dedup();
    assert_eq!(days, apart);
}

#[test]
fn c8_a_year_without_a_holiday_list_is_said() {
    let book = Story::from("2026-09-01").invoice("S-1", "2026-10-01", "100.00").book();
    let ladder = shipped::ladder().unwrap();
    let calendar = Calendar::weekends_only("TW");
    let plan = plan(&book, &tenant(), &ladder, &calendar, day("2026-10-02")).unwrap();
    assert!(plan.cautions.contains(&Caution::HolidaysUnknown { year: 2026 }));
}
