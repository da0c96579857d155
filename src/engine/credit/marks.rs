//! The policy's marks of use of a limit, and what the last of them blocks.

use crate::domain::{Decimal, Money, RuleId, exact};
use crate::policy::Document;
use rust_decimal::prelude::ToPrimitive as _;

/// Where the use of a limit stands against the policy's marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The highest mark that is reached, in per cent.
    pub reached: Option<u32>,
    /// How many of the policy's marks are reached.
    pub passed: usize,
    /// The last mark is reached: no new purchases. Renewals and what runs are left alone.
    pub blocks_new_purchases: bool,
    pub rule: RuleId,
}

/// CR-030: use of the limit against the marks of the policy.
const RULE: RuleId = RuleId::fixed("CR-030");

/// The mark that a use of a limit reaches. Any use of a limit of zero reaches the last mark.
/// None when the currencies differ.
#[must_use]
pub fn mark(policy: &Document, limit: Money, used: Money) -> Option<Mark> {
    limit.minus(used).ok()?;
    let marks = &policy.outcome.utilisation_warnings;
    let over = !limit.is_positive() && used.is_positive();
    let percent = percent(limit, used);
    let passed = |mark: &&u32| over || percent.is_some_and(|p| p >= **mark);
    let reached = marks.iter().filter(passed).max().copied();
    Some(Mark {
        reached,
        passed: marks.iter().filter(passed).count(),
        blocks_new_purchases: reached.is_some() && reached == marks.last().copied(),
        rule: RULE,
    })
}

fn percent(limit: Money, used: Money) -> Option<u32> {
    let hundredfold = exact::product(used.or_zero().to_decimal(), Decimal::ONE_HUNDRED)?;
    let share = exact::quotient(hundredfold, limit.to_decimal())?;
    share.floor().to_u32()
}
