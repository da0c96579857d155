//! Collections: the tests bear the numbers of the statements they hold us to.

mod ages;
mod calendar;
mod holds;
mod ladder;
mod money;
mod properties;
mod sample;
mod trust;

use recourse::engine::collections::{Blocked, Code, Plan, plan};
use recourse::policy::shipped;

use crate::support::{Story, day, tenant, weekdays};

/// The plan of the story's customer by the shipped ladder, with cash data of that day.
fn plan_on(story: Story, as_of: &str) -> Plan {
    plan_as_is(&story.bank_seen(as_of), as_of)
}

/// The same with the cash data that the story tells of.
fn plan_as_is(story: &Story, as_of: &str) -> Plan {
    let ladder = shipped::ladder().unwrap();
    plan(&story.book(), &tenant(), &ladder, &weekdays(), day(as_of)).unwrap()
}

fn next(plan: &Plan) -> (&str, String) {
    let next = plan.next.as_ref().unwrap();
    (next.step.key.as_str(), next.day.to_string())
}

fn due_now(plan: &Plan) -> Vec<&str> {
    plan.due_now.iter().map(|s| s.step.key.as_str()).collect()
}

fn severity(plan: &Plan) -> &str {
    plan.positions
        .first()
        .and_then(|p| p.severity.as_ref())
        .map_or("clear", |s| s.step.key.as_str())
}

fn blocked(plan: &Plan, is: impl Fn(&Code) -> bool) -> &Blocked {
    let found = plan.blocked.iter().find(|b| is(&b.code));
    found.unwrap_or_else(|| panic!("no such reason among {:?}", plan.blocked))
}
