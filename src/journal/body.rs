//! What an entry can say.

use serde::de::MapAccess;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::import_answer::ImportAnswer;
use crate::domain::action::Action;
use crate::domain::alert::Alert;
use crate::domain::balance::Balance;
use crate::domain::bill::Bill;
use crate::domain::case::{
    AlertAnswer, CaseDetail, CaseMove, CaseNote, CaseOpening, Evidence, ReportIssue,
};
use crate::domain::customer::Customer;
use crate::domain::decision::DecisionRecord;
use crate::domain::dispute::{Dispute, DisputeClosing};
use crate::domain::hold::{Hold, HoldRelease};
use crate::domain::ids::{CustomerId, EntryId};
use crate::domain::invoice::Invoice;
use crate::domain::notice::Notice;
use crate::domain::partner::Partner;
use crate::domain::payment::Payment;
use crate::domain::promise::Promise;
use crate::domain::rule_override::RuleOverride;
use crate::domain::subscription::Subscription;
use crate::domain::usage::UsageDay;

/// Where observed facts were read: a file by its name and its bytes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    pub file: String,
    /// SHA-256 of the file's bytes, in lower-case hexadecimal digits.
    pub sha256: String,
    /// What the file was understood to be, such as `partner_center.customers`.
    pub format: String,
}

/// One observed fact.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fact {
    Customer(Customer),
    Subscription(Subscription),
    Invoice(Invoice),
    Payment(Payment),
    Bill(Bill),
    Usage(UsageDay),
    Alert(Box<Alert>),
    Balance(Balance),
}

/// A fact and the place in the source where it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FactRow {
    /// Line or item number in the source, counted from 1.
    pub row: u32,
    pub fact: Fact,
}

/// What one file (or a part of a large one) told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Observed {
    pub source: Source,
    /// The id of the first entry of the same import, so that all of it can be undone as one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub import: Option<EntryId>,
    pub facts: Vec<FactRow>,
}

/// A policy put into force.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PolicyActivation {
    /// The document's exact text.
    pub document: String,
    pub sha256: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// Portfolio guards that were not met and were let pass.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub waived: Vec<Waiver>,
}

/// A portfolio guard of a policy that was let pass, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Waiver {
    /// The guard's id in the policy.
    pub guard: String,
    pub reason: String,
}

/// A version of a policy laid before colleagues for approval. It decides nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PolicyDraft {
    /// The document's exact text.
    pub document: String,
    pub sha256: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// Approval of a version by the operator of the entry, bound to the hash of its body.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PolicyApproval {
    pub sha256: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// A version of a policy that is asked beside the one in force at every decision from now on.
/// It decides nothing. A later one takes its place; to end it, its entry is withdrawn.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Challenger {
    /// The document's exact text.
    pub document: String,
    pub sha256: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// What the challenger would have decided, recorded with a decision. Nothing rests on it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChallengerAnswer {
    /// The entry of the decision that it stands beside.
    pub decision: EntryId,
    /// As the challenger proposes, from its own inputs.
    pub answer: DecisionRecord,
}

/// Two ids that are one customer: a name in the ledger and a tenant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    pub from: CustomerId,
    pub to: CustomerId,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// Entries that no longer count. They stay in the journal and stay visible.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Withdrawal {
    pub entries: Vec<EntryId>,
    pub reason: String,
}

macro_rules! bodies {
    ($($(#[$doc:meta])* $variant:ident($body:ty) = $word:literal,)*) => {
        /// What an entry says, by its kind.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum Body {
            $($(#[$doc])* $variant($body),)*
            /// A kind that a newer program wrote: kept, shown, and not understood.
            Unknown { kind: String, body: Value },
        }

        impl Body {
            /// The word by which the kind is kept.
            #[must_use]
            pub fn kind(&self) -> &str {
                match self {
                    $(Self::$variant(_) => $word,)*
                    Self::Unknown { kind, .. } => kind,
                }
            }

            /// The body as JSON text.
            pub(super) fn to_json(&self) -> Result<String, serde_json::Error> {
                match self {
                    $(Self::$variant(body) => serde_json::to_string(body),)*
                    Self::Unknown { body, .. } => serde_json::to_string(body),
                }
            }

            /// Reads the body of a kind where it stands in its line.
            pub(super) fn next_of<'de, A: MapAccess<'de>>(
                kind: &str,
                line: &mut A,
            ) -> Result<Self, A::Error> {
                Ok(match kind {
                    $($word => Self::$variant(line.next_value()?),)*
                    _ => Self::Unknown { kind: kind.to_owned(), body: line.next_value()? },
                })
            }

            /// Reads the body of a kind.
            pub(super) fn from_json(kind: &str, json: &str) -> Result<Self, serde_json::Error> {
                Ok(match kind {
                    $($word => Self::$variant(serde_json::from_str(json)?),)*
                    _ => Self::Unknown {
                        kind: kind.to_owned(),
                        body: serde_json::from_str(json)?,
                    },
                })
            }
        }
    };
}

impl Body {
    /// How much work it is to take in, counted in facts: at least one.
    #[must_use]
    pub fn weight(&self) -> usize {
        match self {
            Self::Observed(observed) => observed.facts.len().max(1),
            _ => 1,
        }
    }
}

bodies! {
    Observed(Observed) = "observed",
    Settings(Partner) = "settings",
    Policy(PolicyActivation) = "policy",
    PolicyDraft(PolicyDraft) = "policy_draft",
    PolicyApproval(PolicyApproval) = "policy_approval",
    Challenger(Challenger) = "challenger",
    ChallengerAnswer(Box<ChallengerAnswer>) = "challenger_answer",
    RuleOverride(RuleOverride) = "rule_override",
    Decision(Box<DecisionRecord>) = "decision",
    Notice(Notice) = "notice",
    Hold(Hold) = "hold",
    HoldRelease(HoldRelease) = "hold_release",
    Dispute(Dispute) = "dispute",
    DisputeClosing(DisputeClosing) = "dispute_closing",
    Promise(Promise) = "promise",
    Action(Action) = "action",
    CaseOpening(CaseOpening) = "case_opening",
    CaseMove(CaseMove) = "case_move",
    CaseDetail(CaseDetail) = "case_detail",
    CaseNote(CaseNote) = "case_note",
    Evidence(Evidence) = "evidence",
    AlertAnswer(AlertAnswer) = "alert_answer",
    ReportIssue(ReportIssue) = "report_issue",
    Link(Link) = "link",
    ImportAnswer(ImportAnswer) = "import_answer",
    Withdrawal(Withdrawal) = "withdrawal",
}
