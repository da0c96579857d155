//! A case as its entries tell it, and an alert with the answers recorded to it.

use super::kept::{Kept, Recorded};
use crate::domain::action::Action;
use crate::domain::alert::{Alert, AlertStatus, Level, Verdict};
use crate::domain::case::{
    AlertAnswer, CaseDetail, CaseMove, CaseNote, CaseOpening, CaseState, CustomerPart, Disposition,
    Evidence, ReportIssue, Typology,
};
use crate::domain::ids::{AlertId, SubscriptionId};
use crate::domain::{Day, Instant};

/// An alert and what was answered to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AlertRecord {
    pub alert: Kept<Alert>,
    pub answers: Vec<Recorded<AlertAnswer>>,
}

impl AlertRecord {
    /// When it was first answered: by Microsoft's own record, or as recorded here.
    #[must_use]
    pub fn answered_at(&self) -> Option<Instant> {
        let here = self.answers.iter().map(|a| a.value.at).min();
        let there = self
            .alert
            .value
            .activity
            .iter()
            .filter(|a| AlertStatus::from_word(&a.to) != AlertStatus::Active)
            .filter_map(|a| a.at)
            .min()
            .or(self.alert.value.resolved);
        match (here, there) {
            (Some(a), Some(b)) => Some(a.min(b)),
            (a, b) => a.or(b),
        }
    }

    /// Still to be answered: not resolved at Microsoft, and no verdict recorded here.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.alert.value.status != AlertStatus::Resolved
            && !self.answers.iter().any(|a| a.value.verdict != Verdict::Unstated)
    }
}

/// A case with everything recorded on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseFile {
    pub opening: Recorded<CaseOpening>,
    pub moves: Vec<Recorded<CaseMove>>,
    pub details: Vec<Recorded<CaseDetail>>,
    pub notes: Vec<Recorded<CaseNote>>,
    pub evidence: Vec<Recorded<Evidence>>,
    pub actions: Vec<Recorded<Action>>,
    pub answers: Vec<Recorded<AlertAnswer>>,
    pub reports: Vec<Recorded<ReportIssue>>,
}

impl CaseFile {
    #[must_use]
    pub fn new(opening: Recorded<CaseOpening>) -> Self {
        Self {
            opening,
            moves: Vec::new(),
            details: Vec::new(),
            notes: Vec::new(),
            evidence: Vec::new(),
            actions: Vec::new(),
            answers: Vec::new(),
            reports: Vec::new(),
        }
    }

    #[must_use]
    pub fn state(&self) -> CaseState {
        self.moves.last().map_or(CaseState::New, |m| m.value.to.clone())
    }

    #[must_use]
    pub fn disposition(&self) -> Option<&Disposition> {
        self.moves.iter().rev().find_map(|m| m.value.disposition.as_ref())
    }

    #[must_use]
    pub fn owner(&self) -> &str {
        self.latest(|d| d.owner.as_deref()).unwrap_or(&self.opening.value.owner)
    }

    #[must_use]
    pub fn typology(&self) -> &Typology {
        self.latest(|d| d.typology.as_ref()).unwrap_or(&self.opening.value.typology)
    }

    #[must_use]
    pub fn severity(&self) -> &Level {
        self.latest(|d| d.severity.as_ref()).unwrap_or(&self.opening.value.severity)
    }

    #[must_use]
    pub fn part(&self) -> &CustomerPart {
        self.latest(|d| d.part.as_ref()).unwrap_or(&self.opening.value.part)
    }

    /// First day of usage thought fraudulent.
    #[must_use]
    pub fn first_fraud_day(&self) -> Option<Day> {
        self.latest(|d| d.first_fraud_day.as_ref()).copied().or(self.opening.value.first_fraud_day)
    }

    /// All alerts of the case, each once, in the order they were added.
    #[must_use]
    pub fn alerts(&self) -> Vec<&AlertId> {
        self.gathered(|o| &o.alerts, |d| &d.alerts)
    }

    /// All subscriptions of the case, each once, in the order they were added.
    #[must_use]
    pub fn subscriptions(&self) -> Vec<&SubscriptionId> {
        self.gathered(|o| &o.subscriptions, |d| &d.subscriptions)
    }

    #[must_use]
    pub fn is_closed(&self) -> bool {
        matches!(self.state(), CaseState::Closed | CaseState::Merged)
    }

    fn latest<'a, T: ?Sized>(
        &'a self,
        get: impl Fn(&'a CaseDetail) -> Option<&'a T>,
    ) -> Option<&'a T> {
        self.details.iter().rev().find_map(|d| get(&d.value))
    }

    fn gathered<'a, T: PartialEq>(
        &'a self,
        opening: impl Fn(&'a CaseOpening) -> &'a Vec<T>,
        detail: impl Fn(&'a CaseDetail) -> &'a Vec<T>,
    ) -> Vec<&'a T> {
        let mut all: Vec<&T> = Vec::new();
        let added = self.details.iter().flat_map(|d| detail(&d.value));
        for item in opening(&self.opening.value).iter().chain(added) {
            if !all.contains(&item) {
                all.push(item);
            }
        }
        all
    }
}
