//! Stable ids of the rules by which a step is *not* taken. Steps carry the policy's own rule ids.

use crate::domain::RuleId;

/// The step's day has not come yet.
pub const NOT_DUE: RuleId = RuleId::fixed("COL-200");
/// What is overdue is not worth a notice: it is at or under the policy's tolerance.
pub const TOLERANCE: RuleId = RuleId::fixed("COL-201");
/// A dispute is open: the disputed amount is neither asked for nor aged.
pub const DISPUTED: RuleId = RuleId::fixed("COL-202");
/// A hold was placed; it ends by itself on its day.
pub const HELD: RuleId = RuleId::fixed("COL-203");
/// A promise to pay is open and its grace days have not passed.
pub const PROMISE: RuleId = RuleId::fixed("COL-204");
/// The customer says that he has paid; the bank's word is awaited.
pub const PAYMENT_CLAIMED: RuleId = RuleId::fixed("COL-205");
/// A notice that the step needs was written and not sent, or came back.
pub const NOTICE_NOT_SENT: RuleId = RuleId::fixed("COL-206");
/// The days that the last notice gave have not run out.
pub const NOTICE_RUNNING: RuleId = RuleId::fixed("COL-207");
/// Today is no working day in the policy's calendar.
pub const NON_WORKING_DAY: RuleId = RuleId::fixed("COL-208");
/// Payments were last imported too long ago to say that nothing has come in.
pub const CASH_DATA_STALE: RuleId = RuleId::fixed("COL-209");
/// Money has come in that is set against no invoice and would cover what is overdue.
pub const ALLOCATION_PENDING: RuleId = RuleId::fixed("COL-210");
/// The last notice came back and no other way to reach the customer is known.
pub const NO_CONTACT: RuleId = RuleId::fixed("COL-211");
/// The step cannot be carried out on any of the customer's subscriptions.
pub const ACTION_INFEASIBLE: RuleId = RuleId::fixed("COL-213");
/// Every step of the ladder has been taken.
pub const LADDER_DONE: RuleId = RuleId::fixed("COL-214");
/// What is overdue is under the least amount that the policy names for the step.
pub const BELOW_MINIMUM: RuleId = RuleId::fixed("COL-215");
/// One step a day: another one is taken, or was taken, on this day.
pub const ONE_A_DAY: RuleId = RuleId::fixed("COL-216");

/// Every rule of this family with its sentence, for the list of rules in the help.
pub const ALL: &[(&str, &str)] = &[
    ("COL-200", "the step's day has not come yet"),
    ("COL-201", "what is overdue is within the tolerance"),
    ("COL-202", "a dispute is open"),
    ("COL-203", "a hold was placed"),
    ("COL-204", "a promise to pay is open"),
    ("COL-205", "the customer says that he has paid"),
    ("COL-206", "a notice was written and not sent, or came back"),
    ("COL-207", "the last notice is still running"),
    ("COL-208", "today is no working day"),
    ("COL-209", "the cash data is too old"),
    ("COL-210", "money waits to be set against invoices"),
    ("COL-211", "no way to reach the customer is known"),
    ("COL-213", "the step cannot be carried out"),
    ("COL-214", "every step has been taken"),
    ("COL-215", "the amount is under the step's minimum"),
    ("COL-216", "one step a day"),
];
