//! The shape of `samples/reseller.json`. Whole numbers are days from the day of opening;
//! texts such as `-3d13h20m` are time from the moment of opening.

use serde::Deserialize;

#[derive(Deserialize)]
pub(super) struct Reseller {
    pub partner: PartnerForm,
    /// Name and role; the first imports and collects, the second collects in TWD, the third works on cases.
    pub operators: Vec<(String, String)>,
    pub bills: Vec<BillForm>,
    pub customers: Vec<CustomerForm>,
}

#[derive(Deserialize)]
pub(super) struct PartnerForm {
    pub name: String,
    pub role: String,
    pub cloud: String,
    pub currency: String,
    pub terms_days: u16,
}

#[derive(Deserialize)]
pub(super) struct BillForm {
    pub number: String,
    pub issued: i64,
    pub total: String,
    pub paid: String,
    pub kind: Option<String>,
}

#[derive(Deserialize)]
#[serde(default)]
#[derive(Default)]
pub(super) struct CustomerForm {
    pub name: String,
    pub domain: Option<String>,
    pub country: Option<String>,
    pub currency: Option<String>,
    pub since: Option<i64>,
    pub tenant: Option<i64>,
    pub tags: Option<String>,
    /// Known to the ledger by name only.
    pub ledger: bool,
    /// False when neither mail nor telephone is known.
    pub contact: Option<bool>,
    pub subs: Vec<SubForm>,
    pub history: Option<HistoryForm>,
    pub invoices: Vec<InvoiceForm>,
    pub payments: Vec<PaymentForm>,
    pub usage: Vec<UsageForm>,
    pub alerts: Vec<AlertForm>,
    pub decision: Option<DecisionForm>,
    pub notices: Vec<NoticeForm>,
    pub promises: Vec<PromiseForm>,
    pub disputes: Vec<DisputeForm>,
    pub holds: Vec<HoldForm>,
    pub actions: Vec<ActionForm>,
    pub cases: Vec<CaseForm>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct SubForm {
    pub offer: String,
    pub product: Option<String>,
    pub qty: Option<i64>,
    pub term: Option<String>,
    pub billing: Option<String>,
    /// First day of the term; or `ends`, its last day.
    pub start: Option<i64>,
    pub ends: Option<i64>,
    pub cost: Option<String>,
    pub auto: Option<bool>,
    pub cancel_at_end: Option<bool>,
    pub trial: bool,
    pub parent: Option<usize>,
    /// An earlier term came before this one.
    pub renewed: bool,
    /// `today`: the cancel window closes on the day of opening.
    pub window: Option<String>,
    pub suspended: Option<i64>,
    /// A last state other than active or suspended, and the day it was seen.
    pub status: Option<String>,
    pub changed: Option<i64>,
}

/// Monthly invoices, the newest `shift` days old; all but the newest `unpaid` paid, late by `late` in turn.
#[derive(Deserialize)]
pub(super) struct HistoryForm {
    pub count: i64,
    pub amount: String,
    pub shift: i64,
    pub unpaid: i64,
    pub late: Vec<i64>,
}

#[derive(Deserialize)]
pub(super) struct InvoiceForm {
    pub number: String,
    pub issued: i64,
    pub due: Option<i64>,
    pub total: String,
    /// Set on a credit note: which invoice of the history it corrects, 0 the newest.
    pub corrects: Option<i64>,
}

#[derive(Deserialize)]
pub(super) struct PaymentForm {
    #[serde(rename = "ref")]
    pub reference: String,
    pub on: i64,
    pub amount: String,
    pub kind: Option<String>,
    /// Against which invoice of the history, 0 the newest; or `of`, by its number.
    pub nth: Option<i64>,
    pub of: Option<String>,
}

#[derive(Deserialize)]
pub(super) struct UsageForm {
    pub sub: usize,
    pub from: i64,
    pub to: i64,
    pub daily: String,
    pub category: String,
    pub meter: String,
    pub regions: Vec<String>,
}

#[derive(Deserialize)]
pub(super) struct AlertForm {
    pub id: String,
    pub kind: String,
    pub source: Option<String>,
    pub at: String,
    pub sub: Option<usize>,
    pub severity: String,
    pub confidence: String,
    pub hits: Option<i64>,
    #[serde(default)]
    pub resources: Vec<String>,
    #[serde(default)]
    pub details: std::collections::BTreeMap<String, String>,
    pub status: Option<String>,
    pub verdict: Option<String>,
    pub answered: Option<String>,
    pub resolved: Option<String>,
    #[serde(default)]
    pub test: bool,
}

#[derive(Deserialize)]
pub(super) struct DecisionForm {
    pub on: i64,
    pub outcome: String,
    pub asked: Option<String>,
    pub limit: Option<String>,
    pub terms: Option<u16>,
    pub deposit: Option<String>,
    pub expires: Option<i64>,
    pub review: Option<i64>,
    #[serde(rename = "override")]
    pub override_code: Option<String>,
    pub note: Option<String>,
}

#[derive(Deserialize)]
pub(super) struct NoticeForm {
    pub step: String,
    pub on: i64,
    pub nth: Vec<i64>,
    pub deadline: Option<i64>,
    pub delivery: Option<String>,
}

#[derive(Deserialize)]
pub(super) struct PromiseForm {
    pub made: i64,
    pub due: i64,
    pub amount: String,
    pub note: Option<String>,
}

#[derive(Deserialize)]
pub(super) struct DisputeForm {
    pub nth: i64,
    pub on: i64,
    pub reason: String,
}

#[derive(Deserialize)]
pub(super) struct HoldForm {
    pub reason: String,
    pub on: i64,
    pub start: i64,
    pub end: i64,
    pub note: Option<String>,
}

#[derive(Deserialize)]
pub(super) struct ActionForm {
    pub kind: String,
    pub on: i64,
    pub sub: Option<usize>,
    pub note: Option<String>,
}

#[derive(Deserialize)]
pub(super) struct CaseForm {
    pub id: String,
    pub title: String,
    pub at: String,
    pub owner: usize,
    pub subs: Vec<usize>,
    pub alerts: Vec<String>,
    pub typology: String,
    pub severity: String,
    pub part: String,
    pub fraud: Option<i64>,
    pub reason: String,
    pub events: Vec<EventForm>,
}

/// One thing that happened on a case; which one is told by the field that is there.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct EventForm {
    pub at: String,
    pub text: String,
    pub to: Option<String>,
    pub disposition: Option<String>,
    pub note: Option<String>,
    pub answer: Option<String>,
    pub verdict: Option<String>,
    pub action: Option<String>,
    pub sub: Option<usize>,
    pub amount: Option<String>,
    pub evidence: Option<String>,
    pub sha: String,
    pub bytes: u64,
    pub report: Option<u32>,
    pub audience: String,
}
