//! A credit decision as recorded: what was asked, proposed and decided, and from which inputs.

use super::day::Day;
use super::ids::CustomerId;
use super::money::Money;
use super::vocabulary::vocabulary;

vocabulary! {
    /// In order of severity, the mildest first.
    Outcome {
        Approve = "approve",
        /// Approve against prepayment or a deposit.
        Prepay = "prepay",
        /// A person has to look.
        Refer = "refer",
        Hold = "hold",
        Decline = "decline",
    }
}

/// One input of a decision, as it was known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecisionInput {
    pub field: String,
    /// The value as text; none when it was missing.
    pub value: Option<String>,
    pub source: String,
    pub age_days: Option<i64>,
}

/// One reason, by its code in the policy document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecisionReason {
    pub code: String,
    pub text_en: String,
    pub text_zh_hant: String,
    /// May be told to the customer.
    pub adverse: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecisionRecord {
    pub customer: CustomerId,
    pub as_of: Day,
    pub requested: Option<Money>,
    pub proposed: Outcome,
    pub proposed_limit: Option<Money>,
    pub decided: Outcome,
    pub limit: Option<Money>,
    /// Days from issue to due that were granted; none for prepayment.
    pub terms_days: Option<u16>,
    pub deposit: Option<Money>,
    pub expires: Option<Day>,
    pub next_review: Option<Day>,
    pub reasons: Vec<DecisionReason>,
    pub inputs: Vec<DecisionInput>,
    pub policy_id: String,
    pub policy_version: String,
    pub policy_sha256: String,
    pub engine: String,
    /// Coded reason when the decision differs from the proposal.
    pub override_code: Option<String>,
    /// Who signed as a second person, where one was asked for.
    pub second_by: Option<String>,
    pub note: Option<String>,
}
