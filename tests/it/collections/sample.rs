//! The sample reseller has customers at every stage.

use recourse::engine::collections::{plan, stage};
use recourse::policy::shipped;

use crate::support::weekdays;

#[test]
fn dump() {
    let book = crate::sample::book();
    let ladder = shipped::ladder().unwrap();
    for (id, account) in &book.accounts {
        let today = crate::sample::today();
        let plan = plan(&book, id, &ladder, &weekdays(), today).unwrap();
        println!(
            "{} | {:?} | now {:?} | next {:?} | {:?}",
            account.customer.value.name,
            stage(&plan),
            plan.due_now
                .iter()
                .map(|s| (&s.step.key, s.clears_if))
                .collect::<Vec<_>>(),
            plan.next
                .iter()
                .chain(&plan.also)
                .map(|s| (&s.step.key, s.day))
                .collect::<Vec<_>>(),
            plan.blocked
                .iter()
                .map(|b| (b.rule.as_str(), b.until))
                .collect::<Vec<_>>()
        );
    }
}
