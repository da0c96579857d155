//! A desk at which a test imports and records: everything goes through the journal.

use recourse::book::{Book, fold};
use recourse::domain::action::{Action, ActionKind};
use recourse::domain::alert::{Alert, AlertFamily, AlertSource, AlertStatus, Level, Verdict};
use recourse::domain::case::{
    AlertAnswer, CaseDetail, CaseMove, CaseNote, CaseOpening, CaseState, CustomerPart, Disposition,
    Evidence, ReportIssue, Typology,
};
use recourse::domain::customer::Customer;
use recourse::domain::ids::{AlertId, CaseId, CustomerId, SubscriptionId, WriterId};
use recourse::domain::subscription::{Product, Status, Subscription};
use recourse::domain::usage::UsageDay;
use recourse::domain::{Currency, Day, Instant, Money};
use recourse::engine::suspicion::ClockRules;
use recourse::journal::ulid::FreshIds;
use recourse::journal::{Append, Body, Fact, FactRow, Journal, Observed, Operator, Source};
use recourse::policy::shipped;
use recourse::policy::signals::Thresholds;

pub struct Desk {
    pub journal: Journal,
    writer: WriterId,
    ids: FreshIds,
    pub at: Instant,
    pub who: String,
}

impl Desk {
    pub fn new() -> Self {
        let at = moment("2026-11-01T09:00:00Z");
        Self {
            journal: Journal::new(),
            writer: WriterId::new("writer-s").unwrap(),
            ids: FreshIds::new(at, 11),
            at,
            who: "Sample Investigator".to_owned(),
        }
    }

    pub fn record(&mut self, body: Body) {
        self.at = self.at.plus_minutes(1);
        let by = Operator { name: self.who.clone(), role: "investigator".to_owned() };
        let with =
            Append { writer: &self.writer, ids: &mut self.ids, at: self.at, on: None, by: &by };
        self.journal.append(with, body).unwrap();
    }

    pub fn observe(&mut self, facts: Vec<Fact>) {
        let facts = (1..).zip(facts).map(|(row, fact)| FactRow { row, fact }).collect();
        self.record(Body::Observed(Observed {
            source: Source {
                file: "sample.json".to_owned(),
                sha256: "0".repeat(64),
                format: "sample".to_owned(),
            },
            import: None,
            facts,
        }));
    }

    pub fn alert(&mut self, alert: Alert) {
        self.observe(vec![Fact::Alert(Box::new(alert))]);
    }

    pub fn book(&self) -> Book {
        fold(&self.journal, None)
    }

    /// Opens the case `C-1` on the tenant, with the alerts and subscriptions named.
    pub fn open(&mut self, alerts: &[&str], subscriptions: &[&str]) {
        self.open_as("C-1", alerts, subscriptions);
    }

    pub fn open_as(&mut self, id: &str, alerts: &[&str], subscriptions: &[&str]) {
        let opening = CaseOpening {
            case: case(id),
            title: "Sample Bakery: mining".to_owned(),
            customer: tenant(),
            subscriptions: subscriptions.iter().map(|s| subscription_id(s)).collect(),
            alerts: alerts.iter().map(|a| AlertId::new(a).unwrap()).collect(),
            typology: Typology::TakeoverMining,
            severity: Level::High,
            part: CustomerPart::Unknown,
            owner: "Sample Investigator".to_owned(),
            opened: self.at,
            first_fraud_day: None,
            reason: "sample".to_owned(),
        };
        self.record(Body::CaseOpening(opening));
    }

    pub fn go(&mut self, to: CaseState) {
        let step = self.step(to);
        self.record(Body::CaseMove(step));
    }

    /// A move with nothing stated but its reason.
    pub fn step(&self, to: CaseState) -> CaseMove {
        CaseMove {
            case: case("C-1"),
            to,
            at: self.at,
            reason: "sample reason".to_owned(),
            disposition: None,
            waiting_for: None,
            wake: None,
            into: None,
        }
    }

    pub fn decide(&mut self, disposition: Disposition) {
        let step = CaseMove { disposition: Some(disposition), ..self.step(CaseState::Decided) };
        self.record(Body::CaseMove(step));
    }

    pub fn note(&mut self, text: &str) {
        let note =
            CaseNote { case: case("C-1"), at: self.at, text: text.to_owned(), answers: None };
        self.record(Body::CaseNote(note));
    }

    pub fn evidence(&mut self, name: &str) {
        let evidence = Evidence {
            case: case("C-1"),
            at: self.at,
            name: name.to_owned(),
            sha256: "ab".repeat(32),
            bytes: 2048,
            how: "saved from the portal".to_owned(),
        };
        self.record(Body::Evidence(evidence));
    }

    pub fn detail(&mut self, change: impl FnOnce(&mut CaseDetail)) {
        let mut detail = CaseDetail {
            case: case("C-1"),
            at: self.at,
            owner: None,
            typology: None,
            severity: None,
            part: None,
            first_fraud_day: None,
            alerts: vec![],
            subscriptions: vec![],
        };
        change(&mut detail);
        self.record(Body::CaseDetail(detail));
    }

    pub fn act(&mut self, kind: ActionKind, subscription: Option<&str>) {
        let action = Action {
            kind,
            customer: tenant(),
            subscription: subscription.map(subscription_id),
            case: Some(case("C-1")),
            done: self.at.day(),
            done_at: Some(self.at),
            done_where: Some("Partner Center".to_owned()),
            amount: None,
            reference: Some("REQ-77".to_owned()),
            note: None,
        };
        self.record(Body::Action(action));
    }

    pub fn answer(&mut self, alert: &str, verdict: Verdict) {
        let answer = AlertAnswer {
            alert: AlertId::new(alert).unwrap(),
            at: self.at,
            verdict,
            case: Some(case("C-1")),
            note: None,
        };
        self.record(Body::AlertAnswer(answer));
    }

    pub fn report(&mut self, revision: u32) {
        let issue = ReportIssue {
            case: case("C-1"),
            at: self.at,
            revision,
            audience: "microsoft".to_owned(),
            sha256: "cd".repeat(32),
        };
        self.record(Body::ReportIssue(issue));
    }
}

pub fn moment(text: &str) -> Instant {
    Instant::parse(text).unwrap()
}

pub fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

pub fn eur(text: &str) -> Money {
    Money::parse(text, Currency::EUR).unwrap()
}

pub fn tenant() -> CustomerId {
    CustomerId::new("6b3c9f1e-0000-4000-8000-0123456789ab").unwrap()
}

pub fn case(id: &str) -> CaseId {
    CaseId::new(id).unwrap()
}

pub fn subscription_id(id: &str) -> SubscriptionId {
    SubscriptionId::new(id).unwrap()
}

pub fn customer(since: Option<&str>) -> Fact {
    let mut customer = Customer::named(tenant(), "Sample Bakery");
    customer.customer_since = since.map(day);
    Fact::Customer(customer)
}

/// An alert of high severity, active, detected at a moment.
pub fn alert(id: &str, detected: &str) -> Alert {
    Alert {
        id: AlertId::new(id).unwrap(),
        source: AlertSource::Graph,
        kind: "NetworkConnectionsToCryptoMiningPools".to_owned(),
        family: AlertFamily::CryptoMining,
        title: Some("Contact with a mining pool".to_owned()),
        description: None,
        detected: moment(detected),
        first_seen: None,
        last_seen: None,
        customer: tenant(),
        customer_name: None,
        subscription: Some(subscription_id("sub-azure")),
        severity: Level::High,
        confidence: Level::Medium,
        status: AlertStatus::Active,
        verdict: Verdict::Unstated,
        resolved: None,
        hit_count: None,
        resources: vec![],
        details: Default::default(),
        activity: vec![],
        is_test: false,
        extra: Default::default(),
    }
}

pub fn subscription(id: &str, product: Product) -> Subscription {
    let mut made = Subscription::bare(subscription_id(id), tenant(), "Sample offer");
    made.product = product;
    made.status = Status::Active;
    made
}

/// A day of usage of `sub-azure` in one region, of virtual machines of one size.
pub fn usage(on: &str, cost: &str, meter: &str, region: &str) -> Fact {
    Fact::Usage(UsageDay {
        customer: tenant(),
        subscription: subscription_id("sub-azure"),
        day: day(on),
        cost: eur(cost),
        category: "Virtual Machines".to_owned(),
        meter: meter.to_owned(),
        region: region.to_owned(),
    })
}

/// The same cost on each of so many days, the last of them on a day.
pub fn steady(last: &str, days: i64, cost: &str) -> Vec<Fact> {
    let last = day(last);
    (0..days)
        .map(|back| {
            let on = last.plus_days(-back).unwrap().to_string();
            usage(&on, cost, "D2 v3", "westeurope")
        })
        .collect()
}

pub fn settings() -> Thresholds {
    shipped::thresholds().unwrap()
}

pub fn rules() -> ClockRules {
    ClockRules {
        answer_amber_hours: 1,
        answer_red_hours: 24,
        mean_days: 30,
        mean_hours_max: 24,
        refund_request_days: 60,
        refund_warn_days: 14,
        cancel_window_days: 7,
        cancel_warn_hours: 48,
        ticket_critical_hours: 2,
        ticket_moderate_hours: 4,
        ticket_minimal_hours: 8,
        second_person_hours: 24,
        follow_up_days: 14,
    }
}
