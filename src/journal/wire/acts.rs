//! How decisions and deeds are kept, field by field; see [`super::facts`] for the manner.

use serde::{Deserialize, Serialize};

use super::kept;
use crate::domain::action::ActionKind;
use crate::domain::alert::Level;
use crate::domain::alert::Verdict;
use crate::domain::case::CaseState;
use crate::domain::case::CustomerPart;
use crate::domain::case::Typology;
use crate::domain::case::{Disposition, Question};
use crate::domain::decision::DecisionInput;
use crate::domain::decision::DecisionReason;
use crate::domain::decision::Outcome;
use crate::domain::dispute::DisputeOutcome;
use crate::domain::hold::HoldReason;
use crate::domain::ids::{AlertId, CaseId, CustomerId, EntryId, InvoiceNumber, SubscriptionId};
use crate::domain::notice::Delivery;
use crate::domain::rule_override::{self, OwnReading};
use crate::domain::{
    Day, Instant, Money, RuleId, action, case, decision, dispute, hold, notice, promise,
};

#[derive(Serialize, Deserialize)]
#[serde(remote = "notice::Notice")]
struct NoticeKept {
    customer: CustomerId,
    step: String,
    sent: Day,
    delivery: Delivery,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    invoices: Vec<InvoiceNumber>,
    amount: Money,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    deadline: Option<Day>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    channel: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    note: Option<String>,
}
kept!(notice::Notice => NoticeKept);

#[derive(Serialize, Deserialize)]
#[serde(remote = "hold::Hold")]
struct HoldKept {
    customer: CustomerId,
    reason: HoldReason,
    owner: String,
    start: Day,
    end: Day,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    review: Option<Day>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    note: Option<String>,
}
kept!(hold::Hold => HoldKept);

#[derive(Serialize, Deserialize)]
#[serde(remote = "hold::HoldRelease")]
struct HoldReleaseKept {
    hold: EntryId,
    on: Day,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    note: Option<String>,
}
kept!(hold::HoldRelease => HoldReleaseKept);

#[derive(Serialize, Deserialize)]
#[serde(remote = "dispute::Dispute")]
struct DisputeKept {
    customer: CustomerId,
    invoice: InvoiceNumber,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    amount: Option<Money>,
    opened: Day,
    reason: String,
}
kept!(dispute::Dispute => DisputeKept);

#[derive(Serialize, Deserialize)]
#[serde(remote = "dispute::DisputeClosing")]
struct DisputeClosingKept {
    dispute: EntryId,
    on: Day,
    outcome: DisputeOutcome,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    note: Option<String>,
}
kept!(dispute::DisputeClosing => DisputeClosingKept);

#[derive(Serialize, Deserialize)]
#[serde(remote = "promise::Promise")]
struct PromiseKept {
    customer: CustomerId,
    amount: Money,
    made: Day,
    due: Day,
    keep_at_percent: u8,
    grace_days: u16,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    by_whom: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    note: Option<String>,
}
kept!(promise::Promise => PromiseKept);

#[derive(Serialize, Deserialize)]
#[serde(remote = "action::Action")]
struct ActionKept {
    kind: ActionKind,
    customer: CustomerId,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    subscription: Option<SubscriptionId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    case: Option<CaseId>,
    done: Day,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    done_at: Option<Instant>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    done_where: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    amount: Option<Money>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    reference: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    note: Option<String>,
}
kept!(action::Action => ActionKept);

#[derive(Serialize, Deserialize)]
#[serde(remote = "case::CaseOpening")]
struct CaseOpeningKept {
    case: CaseId,
    title: String,
    customer: CustomerId,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    subscriptions: Vec<SubscriptionId>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    alerts: Vec<AlertId>,
    typology: Typology,
    severity: Level,
    part: CustomerPart,
    owner: String,
    opened: Instant,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    first_fraud_day: Option<Day>,
    reason: String,
}
kept!(case::CaseOpening => CaseOpeningKept);

#[derive(Serialize, Deserialize)]
#[serde(remote = "case::CaseMove")]
struct CaseMoveKept {
    case: CaseId,
    to: CaseState,
    at: Instant,
    reason: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    disposition: Option<Disposition>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    waiting_for: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    wake: Option<Instant>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    into: Option<CaseId>,
}
kept!(case::CaseMove => CaseMoveKept);

#[derive(Serialize, Deserialize)]
#[serde(remote = "case::CaseDetail")]
struct CaseDetailKept {
    case: CaseId,
    at: Instant,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    owner: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    typology: Option<Typology>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    severity: Option<Level>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    part: Option<CustomerPart>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    first_fraud_day: Option<Day>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    alerts: Vec<AlertId>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    subscriptions: Vec<SubscriptionId>,
}
kept!(case::CaseDetail => CaseDetailKept);

#[derive(Serialize, Deserialize)]
#[serde(remote = "case::CaseNote")]
struct CaseNoteKept {
    case: CaseId,
    at: Instant,
    text: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    answers: Option<Question>,
}
kept!(case::CaseNote => CaseNoteKept);

#[derive(Serialize, Deserialize)]
#[serde(remote = "case::Evidence")]
struct EvidenceKept {
    case: CaseId,
    at: Instant,
    name: String,
    sha256: String,
    bytes: u64,
    how: String,
}
kept!(case::Evidence => EvidenceKept);

#[derive(Serialize, Deserialize)]
#[serde(remote = "case::AlertAnswer")]
struct AlertAnswerKept {
    alert: AlertId,
    at: Instant,
    verdict: Verdict,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    case: Option<CaseId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    note: Option<String>,
}
kept!(case::AlertAnswer => AlertAnswerKept);

#[derive(Serialize, Deserialize)]
#[serde(remote = "case::ReportIssue")]
struct ReportIssueKept {
    case: CaseId,
    at: Instant,
    revision: u32,
    audience: String,
    sha256: String,
}
kept!(case::ReportIssue => ReportIssueKept);

#[derive(Serialize, Deserialize)]
#[serde(remote = "decision::DecisionInput")]
struct DecisionInputKept {
    field: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    value: Option<String>,
    source: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    age_days: Option<i64>,
}
kept!(decision::DecisionInput => DecisionInputKept);

#[derive(Serialize, Deserialize)]
#[serde(remote = "decision::DecisionReason")]
struct DecisionReasonKept {
    code: String,
    text_en: String,
    text_zh_hant: String,
    #[serde(default)]
    adverse: bool,
}
kept!(decision::DecisionReason => DecisionReasonKept);

#[derive(Serialize, Deserialize)]
#[serde(remote = "decision::DecisionRecord")]
struct DecisionRecordKept {
    customer: CustomerId,
    as_of: Day,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    requested: Option<Money>,
    proposed: Outcome,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    proposed_limit: Option<Money>,
    decided: Outcome,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    limit: Option<Money>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    terms_days: Option<u16>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    deposit: Option<Money>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    expires: Option<Day>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    next_review: Option<Day>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    reasons: Vec<DecisionReason>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    inputs: Vec<DecisionInput>,
    policy_id: String,
    policy_version: String,
    policy_sha256: String,
    engine: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    override_code: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    second_by: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    note: Option<String>,
}
kept!(decision::DecisionRecord => DecisionRecordKept);

#[derive(Serialize, Deserialize)]
#[serde(remote = "rule_override::RuleOverride")]
struct RuleOverrideKept {
    rule: RuleId,
    reading: OwnReading,
    from: Day,
    reason: String,
}
kept!(rule_override::RuleOverride => RuleOverrideKept);
