//! Customers that several tests begin with.

use recourse::domain::{Currency, Day};
use recourse::engine::credit::{Decision, Inputs, Placed, Sitting, decide};
use recourse::policy::Compiled;
use recourse::policy::document::TestCase;

/// The customer of a policy's own test, without the value at this place; whole where none stands there.
pub fn without(policy: &Compiled, test: &TestCase, left_out: usize) -> Inputs {
    let mut inputs = Inputs::new(test.currency.unwrap_or(Currency::EUR));
    for (at, (field, value)) in test.input.iter().enumerate() {
        if at != left_out {
            inputs.set_text(policy, field, value, ("test", None)).unwrap();
        }
    }
    inputs
}

/// A customer against whom the standard policy has nothing.
pub const GOOD: &[(&str, &str)] = &[
    ("payment.overdue", "0.00"),
    ("payment.oldestDaysLate", "0"),
    ("payment.worstDaysLate12m", "3"),
    ("payment.averageDaysLate12m", "0"),
    ("exposure.open", "10000.00"),
    ("exposure.committed", "2000.00"),
    ("spend.monthly", "4000.00"),
    ("customer.monthsWithUs", "30"),
    ("customer.country", "DE"),
    ("bureau.score", "81"),
    ("company.ageYears", "12"),
    ("company.insolvency", "false"),
    ("identity.verified", "true"),
    ("bureau.netWorth", "400000.00"),
];

/// Decided with the trace, and the short way, which must agree.
pub fn both_ways(policy: &Compiled, inputs: &Inputs, day: Day) -> Decision {
    let decision = decide(policy, inputs, day);
    let mut sitting = Sitting::new(policy, day);
    let short = sitting.decide(&Placed::new(policy, inputs));
    assert_eq!((&short.outcome, short.limit), (&decision.outcome, decision.limit));
    let codes: Vec<&str> = decision.reasons.iter().map(|r| r.code.as_str()).collect();
    assert_eq!(short.reasons.iter().map(|g| g.code).collect::<Vec<_>>(), codes);
    decision
}
