//! A case of suspicious activity: states, dispositions, and what was recorded on it.

use super::alert::{Level, Verdict};
use super::day::Day;
use super::ids::{AlertId, CaseId, CustomerId, SubscriptionId};
use super::instant::Instant;
use super::vocabulary::vocabulary;

vocabulary! {
    Typology {
        /// A hijacked tenant runs costly compute, mostly mining.
        TakeoverMining = "takeover_mining",
        SubscriptionFraud = "subscription_fraud",
        BustOut = "bust_out",
        Spam = "spam",
        Misuse = "misuse",
        Unclear = "unclear",
    }
}

vocabulary! {
    CaseState {
        New = "new",
        Triage = "triage",
        Investigating = "investigating",
        Contained = "contained",
        Waiting = "waiting",
        Decided = "decided",
        Closed = "closed",
        Merged = "merged",
    }
}

vocabulary! {
    Disposition {
        ConfirmedFraud = "confirmed_fraud",
        MisuseByCustomer = "misuse_by_customer",
        AccountTakeover = "account_takeover",
        Legitimate = "legitimate",
        FalsePositive = "false_positive",
        /// Older than can be judged.
        Stale = "stale",
    }
}

impl Disposition {
    /// The answer to Microsoft that goes with it.
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        match self {
            Self::ConfirmedFraud | Self::MisuseByCustomer | Self::AccountTakeover => Verdict::Fraud,
            Self::Legitimate | Self::FalsePositive => Verdict::Legitimate,
            Self::Stale => Verdict::Ignore,
            Self::Other(_) => Verdict::Unstated,
        }
    }
}

vocabulary! {
    /// How the customer stands to what happened.
    CustomerPart {
        Suspect = "suspect",
        Victim = "victim",
        Unknown = "unknown",
    }
}

/// The opening of a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseOpening {
    pub case: CaseId,
    pub title: String,
    pub customer: CustomerId,
    pub subscriptions: Vec<SubscriptionId>,
    pub alerts: Vec<AlertId>,
    pub typology: Typology,
    pub severity: Level,
    pub part: CustomerPart,
    pub owner: String,
    pub opened: Instant,
    /// First day of usage that is thought fraudulent; the refund clock runs from it.
    pub first_fraud_day: Option<Day>,
    pub reason: String,
}

/// A change of state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseMove {
    pub case: CaseId,
    pub to: CaseState,
    pub at: Instant,
    pub reason: String,
    /// Set when moving to `decided`.
    pub disposition: Option<Disposition>,
    /// Set when moving to `waiting`: whom for, and when to look again.
    pub waiting_for: Option<String>,
    pub wake: Option<Instant>,
    /// Set when moving to `merged`.
    pub into: Option<CaseId>,
}

/// A fact about a case put right or added later.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseDetail {
    pub case: CaseId,
    pub at: Instant,
    pub owner: Option<String>,
    pub typology: Option<Typology>,
    pub severity: Option<Level>,
    pub part: Option<CustomerPart>,
    pub first_fraud_day: Option<Day>,
    pub alerts: Vec<AlertId>,
    pub subscriptions: Vec<SubscriptionId>,
}

vocabulary! {
    /// A question that the report of a case answers.
    Question {
        Who = "who",
        What = "what",
        When = "when",
        Where = "where",
        Why = "why",
        How = "how",
        Actions = "actions",
        Loss = "loss",
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseNote {
    pub case: CaseId,
    pub at: Instant,
    pub text: String,
    /// The question of the report that it answers; the latest answer counts, earlier ones stay.
    pub answers: Option<Question>,
}

/// A piece of evidence: its hash, not its bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    pub case: CaseId,
    pub at: Instant,
    pub name: String,
    /// SHA-256 of the bytes, in lower-case hexadecimal digits.
    pub sha256: String,
    pub bytes: u64,
    pub how: String,
}

/// The answer recorded as given to Microsoft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AlertAnswer {
    pub alert: AlertId,
    pub at: Instant,
    pub verdict: Verdict,
    pub case: Option<CaseId>,
    pub note: Option<String>,
}

/// A report that was issued.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportIssue {
    pub case: CaseId,
    pub at: Instant,
    pub revision: u32,
    /// For whom: `internal`, `microsoft`, `police`, `bank`, `peer`.
    pub audience: String,
    /// SHA-256 of the report's JSON, in lower-case hexadecimal digits.
    pub sha256: String,
}
