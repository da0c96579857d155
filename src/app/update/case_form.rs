//! The forms of a case: what stands in them first, what is wrong with them, what they record.

use std::collections::BTreeMap;

use super::suspicion::{Field, Panel};
use crate::app::words::case as words;
use crate::app::{Lang, Now, State};
use crate::domain::action::{Action, ActionKind};
use crate::domain::alert::{Level, Verdict};
use crate::domain::case::{
    AlertAnswer, CaseDetail, CaseMove, CaseNote, CaseOpening, CaseState, CustomerPart, Disposition,
    Evidence, Typology,
};
use crate::domain::ids::{AlertId, CaseId, SubscriptionId};
use crate::domain::{Currency, Day, Instant, Money, order};
use crate::engine::suspicion::states::{May, Need, Why, may_move};
use crate::engine::suspicion::{propose, propose_case};
use crate::journal::Body;

/// What is wrong, by field, in words.
pub type Faults = Vec<(Field, String)>;
type Bodies = (Vec<Body>, Option<Day>);

/// What stands in a form when it is opened.
pub(super) fn first_values(state: &State, panel: &Panel, now: &mut Now) -> BTreeMap<Field, String> {
    let mut values = BTreeMap::new();
    match panel {
        Panel::OpenFromAlert(_) | Panel::OpenFromSignals(..) => {
            if let Some(opening) = draft(state, panel, now) {
                values = opening_values(&opening);
                values.insert(Field::Owner, state.operator.name.clone());
            }
        }
        Panel::Act(_, kind, subscription) => {
            let kind = kind.as_ref().map(|k| k.word().to_owned());
            values.insert(Field::Action, kind.unwrap_or_default());
            let id = subscription.as_ref().map(|s| s.to_string());
            values.insert(Field::Subscription, id.unwrap_or_default());
            values.insert(Field::DoneOn, now.today.to_string());
            values.insert(Field::DoneWhere, "Partner Center".to_owned());
        }
        Panel::Answer(_, case) => {
            let file = case.as_ref().and_then(|c| state.book.cases.get(c));
            let verdict = file.and_then(|f| f.disposition()).map(Disposition::verdict);
            let word = verdict.map(|v| v.word().to_owned());
            values.insert(Field::Verdict, word.unwrap_or_default());
        }
        Panel::Change(case) => values = current_values(state, case),
        Panel::Move(..) | Panel::Note(_) | Panel::Evidence(_) => {}
    }
    values
}

fn opening_values(opening: &CaseOpening) -> BTreeMap<Field, String> {
    BTreeMap::from([
        (Field::Title, opening.title.clone()),
        (Field::Typology, opening.typology.word().to_owned()),
        (Field::Severity, opening.severity.word().to_owned()),
        (Field::Part, opening.part.word().to_owned()),
        (Field::FirstDay, opening.first_fraud_day.map_or(String::new(), |d| d.to_string())),
    ])
}

fn current_values(state: &State, case: &CaseId) -> BTreeMap<Field, String> {
    let Some(file) = state.book.cases.get(case) else {
        return BTreeMap::new();
    };
    BTreeMap::from([
        (Field::Owner, file.owner().to_owned()),
        (Field::Typology, file.typology().word().to_owned()),
        (Field::Severity, file.severity().word().to_owned()),
        (Field::Part, file.part().word().to_owned()),
        (Field::FirstDay, file.first_fraud_day().map_or(String::new(), |d| d.to_string())),
    ])
}

/// The opening that a form starts from.
fn draft(state: &State, panel: &Panel, now: &mut Now) -> Option<CaseOpening> {
    let id = now.ids.case().ok()?;
    match panel {
        Panel::OpenFromAlert(alert) => {
            let record = state.book.alerts.get(alert)?;
            Some(propose_case(record, &state.book, id, now.instant).opening)
        }
        Panel::OpenFromSignals(customer, scenario) => {
            let summary = state.desk.summary(customer)?;
            let scoring = &crate::app::watch::settings(state).scoring;
            let found = propose(&state.book, &summary.signals, scoring);
            let score = found.into_iter().find(|p| p.score.key == *scenario)?.score;
            let account = state.book.accounts.get(customer)?;
            let label = match state.lang {
                Lang::En => &score.label.en,
                Lang::ZhHant => &score.label.zh_hant,
            };
            Some(CaseOpening {
                case: id,
                title: format!("{}: {label}", account.customer.value.name),
                customer: customer.clone(),
                subscriptions: subscriptions_of(&summary.signals),
                alerts: alerts_of(&summary.signals),
                typology: typology_of(scenario),
                severity: Level::High,
                part: CustomerPart::Unknown,
                owner: String::new(),
                opened: now.instant,
                first_fraud_day: None,
                reason: String::new(),
            })
        }
        _ => None,
    }
}

fn typology_of(scenario: &str) -> Typology {
    match scenario {
        "takeover-mining" => Typology::TakeoverMining,
        "subscription-fraud" => Typology::SubscriptionFraud,
        "bust-out" => Typology::BustOut,
        "spam-tenant" => Typology::Spam,
        _ => Typology::Unclear,
    }
}

fn subscriptions_of(signals: &[crate::engine::suspicion::Signal]) -> Vec<SubscriptionId> {
    use crate::engine::suspicion::Subject;
    let hits = signals.iter().filter(|s| s.hit().is_some());
    let mut ids: Vec<SubscriptionId> = hits
        .filter_map(|s| match &s.subject {
            Subject::Subscription(id) => Some(id.clone()),
            _ => None,
        })
        .collect();
    order::sort(&mut ids);
    ids.dedup();
    ids
}

fn alerts_of(signals: &[crate::engine::suspicion::Signal]) -> Vec<AlertId> {
    use crate::engine::suspicion::Subject;
    let hits = signals.iter().filter(|s| s.hit().is_some());
    let mut ids: Vec<AlertId> = hits
        .filter_map(|s| match &s.subject {
            Subject::Alert(id) => Some(id.clone()),
            _ => None,
        })
        .collect();
    order::sort(&mut ids);
    ids.dedup();
    ids
}

/// What a form records, or what is wrong with it.
pub(super) fn bodies(state: &State, panel: &Panel, now: &mut Now) -> Result<Bodies, Faults> {
    let read = Read { state, faults: Vec::new() };
    match panel {
        Panel::OpenFromAlert(_) | Panel::OpenFromSignals(..) => {
            let Some(opening) = draft(state, panel, now) else {
                return Ok((Vec::new(), None));
            };
            read.opening(opening)
        }
        Panel::Move(case, to) => read.step(case, to, now),
        Panel::Note(case) => read.note(case, now.instant),
        Panel::Act(case, ..) => read.action(case, now),
        Panel::Evidence(case) => read.evidence(case, now.instant),
        Panel::Answer(alert, case) => read.answer(alert, case.clone(), now.instant),
        Panel::Change(case) => read.change(case, now.instant),
    }
}

/// The faults of a form as it stands, for showing them while it is mended.
#[must_use]
pub fn faults(state: &State, panel: &Panel) -> Faults {
    let instant = state.now.unwrap_or(Instant::from_millis(0));
    let today = state.today.unwrap_or(instant.day());
    let mut now = Now::new(today, instant, 0);
    bodies(state, panel, &mut now).err().unwrap_or_default()
}

struct Read<'a> {
    state: &'a State,
    faults: Faults,
}

impl Read<'_> {
    fn text(&self, field: Field) -> String {
        self.state.suspicion.value(field).to_owned()
    }

    fn optional(&self, field: Field) -> Option<String> {
        Some(self.text(field)).filter(|t| !t.is_empty())
    }

    fn needed(&mut self, field: Field) -> String {
        let text = self.text(field);
        if text.is_empty() {
            let words = words::required(self.state.lang).to_owned();
            self.faults.push((field, words));
        }
        text
    }

    fn day(&mut self, field: Field) -> Option<Day> {
        let text = self.optional(field)?;
        let day = Day::parse(&text).ok();
        if day.is_none() {
            let words = words::bad_day(self.state.lang).to_owned();
            self.faults.push((field, words));
        }
        day
    }

    fn done(self, bodies: Vec<Body>, on: Option<Day>) -> Result<Bodies, Faults> {
        if self.faults.is_empty() { Ok((bodies, on)) } else { Err(self.faults) }
    }

    fn opening(mut self, draft: CaseOpening) -> Result<Bodies, Faults> {
        let opening = CaseOpening {
            title: self.needed(Field::Title),
            owner: self.needed(Field::Owner),
            typology: Typology::from_word(&self.text(Field::Typology)),
            severity: Level::from_word(&self.text(Field::Severity)),
            part: CustomerPart::from_word(&self.text(Field::Part)),
            first_fraud_day: self.day(Field::FirstDay),
            reason: self.text(Field::Reason),
            ..draft
        };
        self.done(vec![Body::CaseOpening(opening)], None)
    }

    fn step(mut self, case: &CaseId, to: &CaseState, now: &Now) -> Result<Bodies, Faults> {
        let wake = self.day(Field::Wake).map(Instant::start_of);
        let step = CaseMove {
            case: case.clone(),
            to: to.clone(),
            at: now.instant,
            reason: self.text(Field::Reason),
            disposition: self
                .optional(Field::Disposition)
                .map(|word| Disposition::from_word(&word)),
            waiting_for: self.optional(Field::WaitingFor),
            wake,
            into: self.optional(Field::Survivor).and_then(|id| CaseId::new(&id).ok()),
        };
        let Some(file) = self.state.book.cases.get(case) else {
            return self.done(Vec::new(), None);
        };
        if let May::No(refusals) = may_move(file, &self.state.book, &step) {
            let lang = self.state.lang;
            self.faults.extend(refusals.iter().map(|r| of_refusal(lang, &r.why)));
        }
        self.done(vec![Body::CaseMove(step)], None)
    }

    fn note(mut self, case: &CaseId, at: Instant) -> Result<Bodies, Faults> {
        let note =
            CaseNote { case: case.clone(), at, text: self.needed(Field::Text), answers: None };
        self.done(vec![Body::CaseNote(note)], None)
    }

    fn action(mut self, case: &CaseId, now: &Now) -> Result<Bodies, Faults> {
        let Some(file) = self.state.book.cases.get(case) else {
            return self.done(Vec::new(), None);
        };
        let kind = self.needed(Field::Action);
        let done = self.day(Field::DoneOn).unwrap_or(now.today);
        let action = Action {
            kind: ActionKind::from_word(&kind),
            customer: file.opening.value.customer.clone(),
            subscription: self
                .optional(Field::Subscription)
                .and_then(|id| SubscriptionId::new(&id).ok()),
            case: Some(case.clone()),
            done,
            done_at: (done == now.today).then_some(now.instant),
            done_where: self.optional(Field::DoneWhere),
            amount: self.amount(),
            reference: self.optional(Field::Reference),
            note: self.optional(Field::Text),
        };
        let on = (done != now.today).then_some(done);
        self.done(vec![Body::Action(action)], on)
    }

    fn amount(&mut self) -> Option<Money> {
        let text = self.optional(Field::Amount)?;
        let read = text.split_once(char::is_whitespace).and_then(|(code, number)| {
            let currency = Currency::parse(code).ok()?;
            Money::parse(number.trim(), currency).ok()
        });
        if read.is_none() {
            let words = words::bad_amount(self.state.lang).to_owned();
            self.faults.push((Field::Amount, words));
        }
        read
    }

    fn evidence(mut self, case: &CaseId, at: Instant) -> Result<Bodies, Faults> {
        let lang = self.state.lang;
        let name = self.needed(Field::Name);
        let sha256 = self.needed(Field::Hash).to_ascii_lowercase();
        let is_hash = sha256.len() == 64 && sha256.bytes().all(|b| b.is_ascii_hexdigit());
        if !sha256.is_empty() && !is_hash {
            self.faults.push((Field::Hash, words::bad_hash(lang).to_owned()));
        }
        let bytes = self.optional(Field::Bytes).map_or(Ok(0), |n| n.parse());
        if bytes.is_err() {
            let fault = words::bad_number(lang).to_owned();
            self.faults.push((Field::Bytes, fault));
        }
        let evidence = Evidence {
            case: case.clone(),
            at,
            name,
            sha256,
            bytes: bytes.unwrap_or(0),
            how: self.text(Field::How),
        };
        self.done(vec![Body::Evidence(evidence)], None)
    }

    fn answer(
        mut self,
        alert: &AlertId,
        case: Option<CaseId>,
        at: Instant,
    ) -> Result<Bodies, Faults> {
        let verdict = self.needed(Field::Verdict);
        let answer = AlertAnswer {
            alert: alert.clone(),
            at,
            verdict: Verdict::from_word(&verdict),
            case,
            note: self.optional(Field::Text),
        };
        self.done(vec![Body::AlertAnswer(answer)], None)
    }

    /// Only what differs from what is on record is recorded.
    fn change(mut self, case: &CaseId, at: Instant) -> Result<Bodies, Faults> {
        let before = current_values(self.state, case);
        let first_fraud_day = self.day(Field::FirstDay);
        let owner = self.needed(Field::Owner);
        let changed = |field: Field| {
            let now = self.state.suspicion.value(field);
            let old = before.get(&field).map_or("", String::as_str);
            (now != old && !now.is_empty()).then(|| now.to_owned())
        };
        let detail = CaseDetail {
            case: case.clone(),
            at,
            owner: changed(Field::Owner).map(|_| owner),
            typology: changed(Field::Typology).map(|w| Typology::from_word(&w)),
            severity: changed(Field::Severity).map(|w| Level::from_word(&w)),
            part: changed(Field::Part).map(|w| CustomerPart::from_word(&w)),
            first_fraud_day: changed(Field::FirstDay).and(first_fraud_day),
            alerts: Vec::new(),
            subscriptions: Vec::new(),
        };
        self.done(vec![Body::CaseDetail(detail)], None)
    }
}

/// The field at which a refusal is mended, and its words.
fn of_refusal(lang: Lang, why: &Why) -> (Field, String) {
    match why {
        Why::Missing(need) => {
            let field = match need {
                Need::Reason | Need::ReasonForNoReport => Field::Reason,
                Need::Disposition => Field::Disposition,
                Need::WaitingFor => Field::WaitingFor,
                Need::Wake => Field::Wake,
                Need::Survivor => Field::Survivor,
            };
            (field, words::need(lang, *need).to_owned())
        }
        Why::WakePast => (Field::Wake, words::day_past(lang).to_owned()),
        Why::NoSurvivor(id) => (Field::Survivor, words::no_survivor(lang, id.as_str())),
        other => (Field::Reason, crate::app::view_model::case::refusal(lang, other)),
    }
}
