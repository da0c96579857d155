//! From entries to a book.

use std::collections::btree_map::Entry as Place;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::account::{Account, DisputeRecord, HoldRecord};
use super::case_file::{AlertRecord, CaseFile};
use super::fold_steps::FoldSteps;
use super::import_answers::ImportAnswers;
use super::kept::{Kept, Mark, Recorded, SourceRef};
use super::met::Met;
use super::policies::{
    ChallengerAnswerRecord, ChallengerRecord, PolicyApprovalRecord, PolicyDraftRecord, PolicyRecord,
};
use crate::domain::alert::Alert;
use crate::domain::bill::Bill;
use crate::domain::case::AlertAnswer;
use crate::domain::customer::Customer;
use crate::domain::ids::{AlertId, BillNumber, CaseId, CustomerId, EntryId};
use crate::domain::partner::Partner;
use crate::domain::rule_override::RuleOverride;
use crate::domain::{Day, Instant};
use crate::journal::{Body, Entry, Fact, Journal, Observed};
use crate::platform::Rulebook;

/// Something that could not take its place: an entry that names what the journal does not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Disagreement {
    pub mark: Mark,
    /// The id that is named and not known.
    pub missing: String,
}

/// The reseller's book as known at a moment.
#[derive(Clone, Debug, Default)]
pub struct Book {
    pub partner: Partner,
    /// Microsoft's rules, with this book's own readings of them.
    pub rules: Rulebook,
    /// The own readings in the order they were recorded.
    pub own_readings: Vec<Recorded<RuleOverride>>,
    pub accounts: BTreeMap<CustomerId, Account>,
    pub bills: BTreeMap<BillNumber, Kept<Bill>>,
    pub alerts: BTreeMap<AlertId, AlertRecord>,
    pub cases: BTreeMap<CaseId, CaseFile>,
    /// In the order they were put into force.
    pub policies: Vec<PolicyRecord>,
    /// In the order they were laid before others.
    pub policy_drafts: Vec<PolicyDraftRecord>,
    pub policy_approvals: Vec<PolicyApprovalRecord>,
    /// In the order they were named; the last is asked.
    pub challengers: Vec<ChallengerRecord>,
    /// The latest day on which payments were imported: how fresh the cash data is.
    pub cash_data_as_of: Option<Day>,
    /// The newest day of imported usage.
    pub usage_data_as_of: Option<Day>,
    /// Entries that wait for something the journal does not hold.
    pub dangling: Vec<Disagreement>,
    /// Names in a ledger that stand for a tenant.
    pub links: BTreeMap<CustomerId, CustomerId>,
    /// What was said about files, for the next of their kind.
    pub import_answers: ImportAnswers,
}

/// Folds all entries recorded up to a moment, or all.
#[must_use]
pub fn fold(journal: &Journal, known_at: Option<Instant>) -> Book {
    let mut steps = FoldSteps::begin(journal, known_at);
    while !steps.step(journal, known_at, usize::MAX) {}
    steps.finish()
}

#[derive(Clone, Debug, Default)]
pub(super) struct Folding {
    book: Book,
    /// Accounts met in this fold, found by their ids quicker than in the book's ordered map.
    met: Met,
    releases: Vec<(EntryId, ReleaseOf)>,
    names: BTreeSet<Arc<str>>,
}

#[derive(Clone, Debug)]
enum ReleaseOf {
    Hold(Recorded<crate::domain::hold::HoldRelease>),
    Dispute(Recorded<crate::domain::dispute::DisputeClosing>),
}

impl Folding {
    /// Links are read first, so that it does not matter when they were recorded.
    pub(super) fn new<'e>(entries: impl Iterator<Item = &'e Entry>) -> Self {
        let mut book = Book::default();
        for entry in entries {
            if let Body::Link(link) = &*entry.body {
                book.links.insert(link.from.clone(), link.to.clone());
            }
        }
        Self::over(book)
    }

    /// Goes on from a book that was folded.
    pub(super) fn over(book: Book) -> Self {
        Self { book, ..Self::default() }
    }

    pub fn take(&mut self, entry: &Entry) {
        let mark = self.mark(entry);
        match &*entry.body {
            Body::Observed(observed) => self.observe(&mark, observed),
            Body::Settings(partner) => self.book.partner = partner.clone(),
            Body::RuleOverride(own) => {
                self.book.rules.read(own);
                self.book.own_readings.push(recorded(&mark, own));
            }
            Body::Policy(_)
            | Body::PolicyDraft(_)
            | Body::PolicyApproval(_)
            | Body::Challenger(_) => {
                self.take_policy(mark, &entry.body);
            }
            Body::HoldRelease(release) => {
                let of = ReleaseOf::Hold(recorded(&mark, release));
                self.releases.push((release.hold.clone(), of));
            }
            Body::DisputeClosing(closing) => {
                let of = ReleaseOf::Dispute(recorded(&mark, closing));
                self.releases.push((closing.dispute.clone(), of));
            }
            Body::ImportAnswer(answer) => self.book.import_answers.take(answer),
            Body::Link(_) | Body::Withdrawal(_) | Body::Unknown { .. } => {}
            body => {
                if !self.take_on_case(&mark, body) {
                    self.take_on_account(&mark, body);
                }
            }
        }
    }

    /// Versions of the policy and what was said of them.
    fn take_policy(&mut self, mark: Mark, body: &Body) {
        match body {
            Body::Policy(policy) => self.book.policies.push(PolicyRecord {
                mark,
                document: policy.document.clone(),
                sha256: policy.sha256.clone(),
                reason: policy.reason.clone(),
                waived: policy.waived.iter().map(|w| (w.guard.clone(), w.reason.clone())).collect(),
            }),
            Body::PolicyDraft(draft) => self.book.policy_drafts.push(PolicyDraftRecord {
                mark,
                document: draft.document.clone(),
                sha256: draft.sha256.clone(),
                reason: draft.reason.clone(),
            }),
            Body::PolicyApproval(approval) => {
                self.book.policy_approvals.push(PolicyApprovalRecord {
                    mark,
                    sha256: approval.sha256.clone(),
                    note: approval.note.clone(),
                });
            }
            Body::Challenger(challenger) => self.book.challengers.push(ChallengerRecord {
                mark,
                document: challenger.document.clone(),
                sha256: challenger.sha256.clone(),
                reason: challenger.reason.clone(),
            }),
            _ => {}
        }
    }

    /// Bodies that belong to a customer.
    fn take_on_account(&mut self, mark: &Mark, body: &Body) {
        match body {
            Body::Decision(d) => {
                let at = self.account(&d.customer, mark);
                at.decisions.push(recorded(mark, d.as_ref()));
            }
            Body::ChallengerAnswer(c) => {
                let at = self.account(&c.answer.customer, mark);
                at.challenged.push(ChallengerAnswerRecord {
                    mark: mark.clone(),
                    decision: c.decision.clone(),
                    answer: c.answer.clone(),
                });
            }
            Body::Notice(n) => {
                let at = self.account(&n.customer, mark);
                at.notices.push(recorded(mark, n));
            }
            Body::Hold(h) => {
                let placed = recorded(mark, h);
                let at = self.account(&h.customer, mark);
                at.holds.push(HoldRecord { placed, released: None });
            }
            Body::Dispute(d) => {
                let opened = recorded(mark, d);
                let at = self.account(&d.customer, mark);
                at.disputes.push(DisputeRecord { opened, closed: None });
            }
            Body::Promise(p) => {
                let at = self.account(&p.customer, mark);
                at.promises.push(recorded(mark, p));
            }
            Body::Action(a) => {
                let at = self.account(&a.customer, mark);
                at.actions.push(recorded(mark, a));
                if let Some(case) = a.case.as_ref() {
                    self.on_case(case, mark, |c| c.actions.push(recorded(mark, a)));
                }
            }
            _ => {}
        }
    }

    /// Bodies that belong to a case; false for the rest.
    fn take_on_case(&mut self, mark: &Mark, body: &Body) -> bool {
        match body {
            Body::CaseOpening(o) => {
                let file = CaseFile::new(recorded(mark, o));
                self.book.cases.entry(o.case.clone()).or_insert(file);
                let at = self.account(&o.customer, mark);
                if !at.cases.contains(&o.case) {
                    at.cases.push(o.case.clone());
                }
            }
            Body::CaseMove(m) => self.on_case(&m.case, mark, |c| c.moves.push(recorded(mark, m))),
            Body::CaseDetail(d) => {
                self.on_case(&d.case, mark, |c| c.details.push(recorded(mark, d)));
            }
            Body::CaseNote(n) => self.on_case(&n.case, mark, |c| c.notes.push(recorded(mark, n))),
            Body::Evidence(e) => {
                self.on_case(&e.case, mark, |c| c.evidence.push(recorded(mark, e)));
            }
            Body::ReportIssue(r) => {
                self.on_case(&r.case, mark, |c| c.reports.push(recorded(mark, r)));
            }
            Body::AlertAnswer(a) => self.answer(mark, a),
            _ => return false,
        }
        true
    }

    fn answer(&mut self, mark: &Mark, answer: &AlertAnswer) {
        if let Some(case) = &answer.case {
            self.on_case(case, mark, |c| c.answers.push(recorded(mark, answer)));
        }
        match self.book.alerts.get_mut(&answer.alert) {
            Some(alert) => alert.answers.push(recorded(mark, answer)),
            None => self.dangle(mark, answer.alert.as_str()),
        }
    }

    fn observe(&mut self, mark: &Mark, observed: &Observed) {
        let file: Arc<str> = observed.source.file.as_str().into();
        let sha256: Arc<str> = observed.source.sha256.as_str().into();
        let day = mark.recorded.day();
        for row in &observed.facts {
            let mark = Mark {
                source: Some(SourceRef {
                    file: file.clone(),
                    sha256: sha256.clone(),
                    row: row.row,
                }),
                ..mark.clone()
            };
            self.observe_fact(mark, &row.fact);
            // A ledger that states what is open has counted the payments it knows of.
            let tells_cash = match &row.fact {
                Fact::Payment(_) => true,
                Fact::Invoice(invoice) => invoice.open_stated.is_some(),
                _ => false,
            };
            if tells_cash {
                let known = &mut self.book.cash_data_as_of;
                *known = Some(known.map_or(day, |k| k.max(day)));
            }
        }
    }

    fn observe_fact(&mut self, mark: Mark, fact: &Fact) {
        match fact {
            Fact::Customer(c) => {
                let id = self.home(&c.id);
                if id != c.id && c.id.is_ledger_only() {
                    // A ledger's bare name adds nothing to the tenant it is linked to.
                    self.account(&id, &mark);
                    return;
                }
                let mut value = c.clone();
                value.id = id.clone();
                self.observe_customer(mark, id, value);
            }
            Fact::Subscription(s) => {
                let at = self.account(&s.customer, &mark);
                let told = match at.subscriptions.get(&s.id) {
                    Some(known) => s.clone().beside(&known.value),
                    None => s.clone(),
                };
                keep(&mut at.subscriptions, s.id.clone(), mark, told);
            }
            Fact::Invoice(i) => {
                let at = self.account(&i.customer, &mark);
                keep(&mut at.invoices, i.number.clone(), mark, i.clone());
            }
            Fact::Payment(p) => {
                let at = self.account(&p.customer, &mark);
                keep(&mut at.payments, p.reference.clone(), mark, p.clone());
            }
            Fact::Bill(b) => keep(&mut self.book.bills, b.number.clone(), mark, b.clone()),
            Fact::Usage(u) => {
                let newest = &mut self.book.usage_data_as_of;
                *newest = Some(newest.map_or(u.day, |d| d.max(u.day)));
                let key = (
                    u.subscription.clone(),
                    u.day,
                    u.category.clone(),
                    u.meter.clone(),
                    u.region.clone(),
                );
                let at = self.account(&u.customer, &mark);
                keep(&mut at.usage, key, mark, u.clone());
            }
            Fact::Alert(a) => self.observe_alert(mark, a),
            Fact::Balance(b) => {
                let key = (b.as_of, b.total.currency());
                let at = self.account(&b.customer, &mark);
                keep(&mut at.balances, key, mark, b.clone());
            }
        }
    }

    fn observe_alert(&mut self, mark: Mark, alert: &Alert) {
        let at = self.account(&alert.customer, &mark);
        if !at.alerts.contains(&alert.id) {
            at.alerts.push(alert.id.clone());
        }
        if let (Some(name), true) = (&alert.customer_name, at.customer.value.name.is_empty()) {
            name.clone_into(&mut at.customer.value.name);
        }
        match self.book.alerts.get_mut(&alert.id) {
            Some(record) => record.alert.observe(mark, alert.clone()),
            None => {
                let record =
                    AlertRecord { alert: Kept::new(mark, alert.clone()), answers: Vec::new() };
                self.book.alerts.insert(alert.id.clone(), record);
            }
        }
    }

    /// A customer first met through something else (an invoice, an alert) is a name waiting for its facts.
    fn observe_customer(&mut self, mark: Mark, id: CustomerId, value: Customer) {
        match self.met.find(&mut self.book.accounts, &id) {
            Some(at) if at.customer.value == Customer::named(id.clone(), "") => {
                at.customer = Kept::new(mark, value);
            }
            Some(at) => at.customer.observe(mark, value.beside(&at.customer.value)),
            None => {
                self.met.meet(id, Account::new(Kept::new(mark, value)));
            }
        }
    }

    /// The id under which a customer is kept: the tenant's where a ledger name is linked to it.
    fn home(&self, id: &CustomerId) -> CustomerId {
        self.book.links.get(id).unwrap_or(id).clone()
    }

    fn account(&mut self, id: &CustomerId, mark: &Mark) -> &mut Account {
        let home = self.book.links.get(id).unwrap_or(id);
        let make = || {
            let name = home.as_str().strip_prefix("ledger:").unwrap_or_default();
            Account::new(Kept::new(mark.clone(), Customer::named(home.clone(), name)))
        };
        self.met.find_or_meet(&mut self.book.accounts, home, make)
    }

    fn on_case(&mut self, id: &CaseId, mark: &Mark, act: impl FnOnce(&mut CaseFile)) {
        match self.book.cases.get_mut(id) {
            Some(case) => act(case),
            None => self.dangle(mark, id.as_str()),
        }
    }

    fn dangle(&mut self, mark: &Mark, missing: &str) {
        self.book.dangling.push(Disagreement { mark: mark.clone(), missing: missing.to_owned() });
    }

    fn mark(&mut self, entry: &Entry) -> Mark {
        let by = match self.names.get(entry.by.name.as_str()) {
            Some(name) => name.clone(),
            None => {
                let name: Arc<str> = entry.by.name.as_str().into();
                self.names.insert(name.clone());
                name
            }
        };
        Mark { entry: entry.id.clone(), recorded: entry.at, by, source: None }
    }

    /// Ends of holds and disputes find their beginnings last, since a merged journal may bring them in any order.
    pub fn finish(mut self) -> Book {
        std::mem::take(&mut self.met).join(&mut self.book.accounts);
        for (of, release) in std::mem::take(&mut self.releases) {
            let mark = match &release {
                ReleaseOf::Hold(r) => r.mark.clone(),
                ReleaseOf::Dispute(r) => r.mark.clone(),
            };
            if !self.release(&of, release) {
                self.dangle(&mark, of.as_str());
            }
        }
        self.book
    }

    fn release(&mut self, of: &EntryId, release: ReleaseOf) -> bool {
        for account in self.book.accounts.values_mut() {
            match &release {
                ReleaseOf::Hold(r) => {
                    let hold = account.holds.iter_mut().find(|h| h.placed.mark.entry == *of);
                    if let Some(hold) = hold {
                        hold.released = Some(r.clone());
                        return true;
                    }
                }
                ReleaseOf::Dispute(r) => {
                    let dispute = account.disputes.iter_mut().find(|d| d.opened.mark.entry == *of);
                    if let Some(dispute) = dispute {
                        dispute.closed = Some(r.clone());
                        return true;
                    }
                }
            }
        }
        false
    }
}

fn recorded<T: Clone>(mark: &Mark, value: &T) -> Recorded<T> {
    Recorded { mark: mark.clone(), value: value.clone() }
}

fn keep<K: Ord, T: PartialEq>(map: &mut BTreeMap<K, Kept<T>>, key: K, mark: Mark, value: T) {
    match map.entry(key) {
        Place::Occupied(mut kept) => kept.get_mut().observe(mark, value),
        Place::Vacant(place) => {
            place.insert(Kept::new(mark, value));
        }
    }
}
