//! The policy document as it is written: names, texts of cells, numbers with their reasons.
//!
//! Reading is in `read_document`; names and types are checked in `compile`.

use std::collections::BTreeMap;

use super::guards::Guard;
use super::ladder::Ladder;
use super::signals::Thresholds;
use super::table::{HitPolicy, TableText};
use super::words::Words;
use crate::domain::decision::Outcome;
use crate::domain::{Currency, Day, Decimal, Money};

/// The newest format of the document that this program reads.
pub const FORMAT: i64 = 1;

/// The name and version of the language of cells and expressions, as a document names it.
pub const LANGUAGE: &str = "s-feel/1";

/// A whole policy: credit, collections and suspicion.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Document {
    pub id: String,
    pub name: Words,
    pub version: String,
    /// Who wrote it; may not be among those who approve it.
    pub author: String,
    /// First and last day in force.
    pub effective: (Option<Day>, Option<Day>),
    pub approvals: Vec<Sign>,
    pub min_approvals: u32,
    /// The language of the cells, such as `s-feel/1`.
    pub language: String,
    pub fields: Vec<Field>,
    pub parameters: Vec<Parameter>,
    pub lists: Vec<List>,
    pub derived: Vec<Derived>,
    pub scorecards: Vec<Scorecard>,
    /// In the order in which they run.
    pub stages: Vec<Stage>,
    pub outcome: OutcomeRules,
    pub authority: Vec<Authority>,
    pub override_reasons: Vec<OverrideReason>,
    /// By their codes, in the order of the codes.
    pub reasons: Vec<(String, Reason)>,
    pub guards: Vec<Guard>,
    pub tests: Vec<TestCase>,
    pub collections: Ladder,
    pub suspicion: Thresholds,
}

/// The approval of one person, bound to the hash of what was approved.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sign {
    pub by: String,
    pub role: String,
    pub at: String,
    pub sha256: String,
}

/// What a decision may look at.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    pub id: String,
    pub label: Words,
    pub kind: FieldKind,
    /// Where the value comes from, such as `ledger`.
    pub source: String,
    /// A value older than this counts as missing.
    pub max_age_days: Option<u32>,
    pub missing: Missing,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldKind {
    Bool,
    Text,
    Number,
    /// An amount in the currency of the decision.
    Money,
    Day,
}

/// What a missing value does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Missing {
    /// The decision is at least this, for this reason.
    Outcome(Outcome, String),
    /// This value is taken instead.
    Default(String),
    /// The scorecard's own bin for missing values applies.
    ScoreAsMissing,
    /// Limit candidates that read it are left out.
    SkipCandidate,
}

/// A number with a date from which it holds.
#[derive(Clone, Debug, PartialEq)]
pub struct Parameter {
    pub id: String,
    pub label: Words,
    pub values: Vec<DatedValue>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct DatedValue {
    pub from: Day,
    pub amount: Amount,
    pub why: Words,
}

/// A bare number, or an amount for each currency the policy knows.
#[derive(Clone, Debug, PartialEq)]
pub enum Amount {
    Number(Decimal),
    Money(BTreeMap<Currency, Money>),
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct List {
    pub id: String,
    pub label: Words,
    pub values: Vec<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Derived {
    pub id: String,
    pub label: Words,
    pub expr: String,
}

/// Points for each of several characteristics, added up.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scorecard {
    pub id: String,
    pub label: Words,
    pub base: Decimal,
    /// Reasons of this card that are told at most.
    pub max_reasons: usize,
    pub characteristics: Vec<Characteristic>,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Characteristic {
    pub field: String,
    /// In order; the first that holds gives the points.
    pub bins: Vec<Bin>,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bin {
    pub is: String,
    pub points: Decimal,
    pub reason: Option<String>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Stage {
    pub id: String,
    pub label: Words,
    pub kind: StageKind,
}

#[derive(Clone, Debug, PartialEq)]
pub enum StageKind {
    Rules(Vec<Rule>),
    Table(TableStage),
    Limit(LimitStage),
}

/// A rule that, when it holds, makes the decision at least so severe.
#[derive(Clone, Debug, PartialEq)]
pub struct Rule {
    pub id: String,
    pub label: Words,
    /// All must hold.
    pub when: Vec<Condition>,
    /// None of them may hold.
    pub unless: Vec<Condition>,
    pub then: Outcome,
    pub reason: String,
    pub effective: (Option<Day>, Option<Day>),
}

/// A field and the cell it must meet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Condition {
    pub field: String,
    pub is: String,
}

#[derive(Clone, Debug, PartialEq)]
pub struct TableStage {
    pub hit: HitPolicy,
    /// Every value must have a row: a gap is an error then, not a warning.
    pub complete: bool,
    pub text: TableText,
    /// What each output column is for, in order.
    pub outputs: Vec<TableOutput>,
    /// A row's reason, by the place of the row.
    pub row_reasons: Vec<Option<String>>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TableOutput {
    pub id: String,
    pub label: Words,
    pub role: Role,
}

/// What an output column does in the decision.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Role {
    /// Only read by later stages.
    #[default]
    Value,
    Outcome,
    Grade,
    /// Days from issue to due; 0 is prepayment.
    TermDays,
    /// Part of the limit to be deposited, from 0 to 1.
    DepositShare,
    /// Days until the decision is looked at again.
    ReviewDays,
}

/// The limit is the least of the candidates.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LimitStage {
    pub candidates: Vec<Candidate>,
    /// An expression; the limit is rounded down to a multiple of it.
    pub round_down_to: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Candidate {
    pub id: String,
    pub label: Words,
    pub expr: String,
    pub reason: Option<String>,
}

/// The reaction time where a document names none: one working day, since somebody looks every morning.
pub const REACTION_HOURS: u32 = 24;

/// How single results become one decision.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OutcomeRules {
    /// From the mildest to the most severe; the most severe wins.
    pub severity: Vec<Outcome>,
    /// Reason when an evaluation fails; the decision is then referred.
    pub error_reason: String,
    /// Reason when a rule cannot be decided because a value is missing; the decision is then referred.
    pub missing_reason: String,
    /// Outcomes whose limit is zero, whatever was computed.
    pub zero_limit: Vec<Outcome>,
    /// Reasons told at most.
    pub max_reasons: usize,
    /// Days until the decision expires when no table says when to look again.
    pub review_days: u32,
    /// Days that a decision outlives its review.
    pub grace_days: u32,
    /// Per cent of the limit at which use is warned of, ascending; the last blocks new purchases.
    pub utilisation_warnings: Vec<u32>,
    /// Hours that pass before a running loss is seen and stopped, beyond the lag of the data.
    pub reaction_hours: u32,
    pub why: Words,
}

/// Who may sign what.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Authority {
    pub role: String,
    pub label: Words,
    /// The greatest limit by currency; none is without bound.
    pub up_to: Option<BTreeMap<Currency, Money>>,
    /// Changes from what is proposed that this role may make.
    pub overrides: Vec<(Outcome, Outcome)>,
    /// An override needs a second person.
    pub second: bool,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OverrideReason {
    pub code: String,
    pub text: Words,
    pub expires_days: Option<u32>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    pub text: Words,
    pub factor: Factor,
    /// May be told to the customer as a reason against him.
    pub adverse: bool,
    /// Never told to the customer.
    pub internal_only: bool,
}

/// The five Cs of credit, and two more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Factor {
    Character,
    Capacity,
    Capital,
    Collateral,
    Conditions,
    Fraud,
    /// Something is not known.
    Data,
}

/// An example that the policy must decide as it says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TestCase {
    pub id: String,
    pub name: Words,
    pub as_of: Option<Day>,
    pub currency: Option<Currency>,
    /// Values by field, as text.
    pub input: Vec<(String, String)>,
    pub expect: Expect,
}

/// What is expected; what is not named is not looked at.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Expect {
    pub outcome: Option<Outcome>,
    pub grade: Option<String>,
    pub limit: Option<String>,
    pub term_days: Option<i64>,
    /// Codes in order, all of them.
    pub reasons: Option<Vec<String>>,
}

/// A reason by its code.
pub(super) fn reason_of<'d>(reasons: &'d [(String, Reason)], code: &str) -> Option<&'d Reason> {
    let at = reasons.binary_search_by(|(known, _)| known.as_str().cmp(code)).ok()?;
    reasons.get(at).map(|(_, reason)| reason)
}

impl Document {
    /// A reason by its code.
    #[must_use]
    pub fn reason(&self, code: &str) -> Option<&Reason> {
        reason_of(&self.reasons, code)
    }

    /// How severe an outcome is; one that the policy does not name is the most severe.
    #[must_use]
    pub fn severity(&self, outcome: &Outcome) -> usize {
        let order = &self.outcome.severity;
        order.iter().position(|o| o == outcome).unwrap_or(order.len())
    }

    /// Whether the policy is in force on a day.
    #[must_use]
    pub fn in_force_on(&self, day: Day) -> bool {
        within(self.effective, day)
    }
}

/// Whether a day lies within first and last day, both included.
pub(crate) fn within((from, to): (Option<Day>, Option<Day>), day: Day) -> bool {
    from.is_none_or(|from| from <= day) && to.is_none_or(|to| day <= to)
}

impl Parameter {
    /// The value in force on a day.
    #[must_use]
    pub fn on(&self, day: Day) -> Option<&DatedValue> {
        self.values.iter().filter(|v| v.from <= day).max_by_key(|v| v.from)
    }
}
