//! The life of subscriptions: what a case expects is asked of the engine, key by key.
//!
//! An adapter only. The cases restate texts of 2023, so a subscription whose start they leave open
//! was bought before extended terms were invented.

use recourse::book::Book;
use recourse::domain::action::ActionKind;
use recourse::domain::partner::Partner;
use recourse::domain::subscription::{BillingCycle, Product, Status, Subscription, Term};
use recourse::domain::{Currency, Day, Instant, Money};
use recourse::engine::money_at_risk::{
    Feasibility, May, SideEffect, Stage, Takes, WindowKind, after_term, cancel_window,
    committed_after, feasibility, licence_window, subscription_period, windows_of,
};
use recourse::platform::SHIPPED;
use serde_json::Value;

use super::agreement::{Agreement, same};
use crate::money_at_risk::sold::{account, frame, sold};

/// The day of cases that say only how many days lie between.
const TODAY: &str = "2026-11-22";

pub fn judge(file: &Value) -> Agreement {
    let mut found = Agreement::default();
    for case in file["cases"].as_array().into_iter().flatten() {
        let id = text(case, "id").unwrap_or("?").to_owned();
        found.guard(&id, |found| found.check(&id, judge_case(case)));
    }
    found
}

fn text<'a>(case: &'a Value, key: &str) -> Option<&'a str> {
    case.get(key).and_then(Value::as_str)
}

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

/// A case agrees when everything that it expects does.
fn judge_case(case: &Value) -> Result<(), String> {
    let scene = Scene::of(case);
    match &case["expect"] {
        Value::Array(rows) => stages(&scene, rows),
        Value::Object(expected) => {
            for (key, wanted) in expected {
                one(&scene, key, wanted).map_err(|why| format!("{key}: {why}"))?;
            }
            Ok(())
        }
        other => Err(format!("`{other}` is nothing that can be expected")),
    }
}

/// What a case tells of.
struct Scene<'a> {
    case: &'a Value,
    subscription: Subscription,
    now: Instant,
}

impl<'a> Scene<'a> {
    fn of(case: &'a Value) -> Self {
        let mut subscription = subscription(case);
        let now = moment(case, &subscription);
        for event in case["events"].as_array().into_iter().flatten() {
            happen(&mut subscription, event.as_str().unwrap(), now);
        }
        Self { case, subscription, now }
    }

    fn ask(&self, action: &ActionKind) -> Feasibility {
        ask(&self.subscription, action, self.now)
    }
}

fn ask(subscription: &Subscription, action: &ActionKind, now: Instant) -> Feasibility {
    let held = account(std::slice::from_ref(subscription));
    feasibility(&held, subscription, action, &frame(&Partner::default(), &now.to_string()))
}

/// The kind of product by the words that tell of it.
fn product(case: &Value) -> Product {
    let keys = ["product", "kind", "type", "offer"];
    let told = keys.iter().find_map(|key| text(case, key)).unwrap_or("").to_lowercase();
    let about = |word: &str| told.contains(word);
    if about("perpetual") {
        Product::PerpetualSoftware
    } else if about("marketplace") || about("saas") {
        Product::Marketplace
    } else if about("software") {
        Product::SoftwareSubscription
    } else if about("legacy") {
        Product::LegacyLicence
    } else {
        Product::NceLicence
    }
}

fn subscription(case: &Value) -> Subscription {
    let mut value = sold(product(case));
    let began = text(case, "purchase").or(text(case, "renewal_completed")).map(instant);
    value.created = began;
    value.term_start = began.map(Instant::day).or(Some(day("2024-03-01")));
    let words = ["term_length", "billing", "plan", "product", "term"].map(|key| text(case, key));
    let monthly = |word: &str| word.to_lowercase().contains("month") || word == "P1M";
    if value.product == Product::Marketplace {
        let is_monthly = words.iter().flatten().any(|word| monthly(word));
        value.term = Some(if is_monthly { Term::Month } else { Term::Year });
    }
    let months = value.term.as_ref().and_then(Term::months);
    value.term_end = months
        .zip(value.term_start)
        .map(|(months, start)| start.plus_months(months).unwrap().plus_days_clamped(-1));
    if let Some(term) = case["term"].as_array() {
        value.term_start = Some(day(term[0].as_str().unwrap()));
        value.term_end = Some(day(term[1].as_str().unwrap()));
    }
    if let Some(end) = text(case, "term_end") {
        value.term_end = Some(day(end));
    }
    if let Some(days) = case["term_end_in_days"].as_i64() {
        let end = day(TODAY).plus_days_clamped(days);
        value.term_end = Some(end);
        value.term_start = Some(end.plus_days_clamped(1).plus_months(-12).unwrap());
    }
    if let Some(status) = text(case, "state_at_end") {
        value.status = Status::from_word(status);
        value.auto_renew = Some(false);
    }
    if let Some(auto_renew) = case["auto_renew"].as_bool() {
        value.auto_renew = Some(auto_renew);
    }
    if matches!(text(case, "billing"), Some("annual" | "yearly" | "upfront")) {
        value.billing = BillingCycle::Annual;
    }
    let cost = ["monthly_cost", "annual_cost", "cost"].iter().find_map(|key| text(case, key));
    if let Some(cost) = cost {
        value.cost_per_period = Some(Money::parse(cost, Currency::EUR).unwrap());
    }
    value
}

/// A moment, or the first moment of a day.
fn instant(text: &str) -> Instant {
    Instant::parse(text).unwrap_or_else(|_| Instant::start_of(day(text)))
}

/// `day 60 after purchase`, a moment or a day.
fn moment(case: &Value, subscription: &Subscription) -> Instant {
    let at = ["at", "as_of", "suspended_on"].iter().find_map(|key| text(case, key));
    match at {
        Some(at) if at.starts_with("day ") => {
            let days = at.split(' ').find_map(|word| word.parse().ok()).unwrap();
            let start = subscription.created.unwrap_or(Instant::start_of(day("2024-03-01")));
            start.plus_days(days)
        }
        Some(at) => instant(at),
        None => Instant::start_of(day(TODAY)),
    }
}

/// Carries out an event as far as the engine lets it, with what comes along.
fn happen(subscription: &mut Subscription, event: &str, now: Instant) {
    // Within the term, so that nothing but the event decides.
    subscription.term_end = Some(now.day().plus_days_clamped(200));
    let action = match event {
        "suspend" => ActionKind::SuspendSubscription,
        "unsuspend" | "resume" | "reactivate" => ActionKind::ResumeSubscription,
        "cancel" => ActionKind::CancelSubscription,
        "auto_renew_off" => ActionKind::AutoRenewOff,
        "auto_renew_on" => ActionKind::AutoRenewOn,
        other => panic!("event `{other}` is not known"),
    };
    let answer = ask(subscription, &action, now);
    if answer.may != May::Yes {
        return;
    }
    let with = |wanted: SideEffect| answer.side_effects.iter().any(|(e, _)| *e == wanted);
    if with(SideEffect::AutoRenewSwitchedOff) {
        subscription.auto_renew = Some(false);
    }
    match action {
        ActionKind::SuspendSubscription => subscription.status = Status::Suspended,
        ActionKind::ResumeSubscription => subscription.status = Status::Active,
        ActionKind::CancelSubscription => subscription.status = Status::Deleted,
        ActionKind::AutoRenewOff => subscription.auto_renew = Some(false),
        _ => subscription.auto_renew = Some(true),
    }
}

/// One thing that is expected.
fn one(scene: &Scene<'_>, key: &str, wanted: &Value) -> Result<(), String> {
    let cancel = || scene.ask(&ActionKind::CancelSubscription);
    let suspend = || scene.ask(&ActionKind::SuspendSubscription);
    match key {
        "cancel_allowed" | "action_feasible" => {
            same(Some(cancel().may == May::Yes), wanted.as_bool())
        }
        "access" => same(Some(suspend().stops_access != Takes::AtOnce), wanted.as_bool()),
        "partner_billed" => same(Some(suspend().stops_cost == Takes::Never), wanted.as_bool()),
        "remaining_committed_cost" => {
            let left = committed_after(&scene.subscription, scene.now.day()).unwrap();
            same(left.map(|m| m.number()).as_deref(), wanted.as_str())
        }
        "months" => same(Some(months(scene)).as_deref(), wanted.as_str()),
        "auto_renew" => same(scene.subscription.auto_renew, wanted.as_bool()),
        "cancel_window" => window(scene, wanted),
        "refund" => refund(scene, &cancel(), wanted),
        "substitute" => substitute(&cancel(), wanted),
        "alert" => renewal_ahead(scene),
        // Sentences for a reader, of which no two programs use the same.
        "explain" | "priority" | "note" => Ok(()),
        _ => Err("nothing here answers that".to_owned()),
    }
}

/// The billing months that have not begun, such as `Mar..Dec`.
fn months(scene: &Scene<'_>) -> String {
    const NAMES: &str = "JanFebMarAprMayJunJulAugSepOctNovDec";
    let name = |day: Day| {
        let at = usize::try_from(day.month()).unwrap() * 3;
        NAMES[at - 3..at].to_owned()
    };
    let period = subscription_period(&scene.subscription, scene.now.day()).unwrap();
    let first = period.end.plus_days_clamped(1);
    format!("{}..{}", name(first), name(scene.subscription.term_end.unwrap()))
}

fn window(scene: &Scene<'_>, wanted: &Value) -> Result<(), String> {
    let wanted: Vec<Instant> =
        wanted.as_array().unwrap().iter().map(|t| instant(t.as_str().unwrap())).collect();
    let found = match text(scene.case, "renewal_completed") {
        Some(done) => licence_window(instant(done), &SHIPPED).map(|(from, to)| vec![from, to]),
        None => {
            cancel_window(&scene.subscription, &frame(&Partner::default(), &scene.now.to_string()))
                .map(|w| vec![w.opens, w.closes.over_at()])
        }
    };
    same(found, Some(wanted))
}

/// `full`, `prorated`, `none`, or the amount itself.
fn refund(scene: &Scene<'_>, answer: &Feasibility, wanted: &Value) -> Result<(), String> {
    let whole = scene.subscription.cost_per_period;
    let kind = match (answer.may, answer.saved) {
        (May::Yes, saved) if scene.subscription.product == Product::PerpetualSoftware => {
            if saved == whole { "full" } else { "prorated" }
        }
        (May::Yes, _) => "prorated",
        _ => "none",
    };
    match wanted.as_str() {
        Some("full" | "prorated" | "none") => same(Some(kind), wanted.as_str()),
        Some(_) => same(answer.saved.map(|m| m.number()).as_deref(), wanted.as_str()),
        None => same(answer.may == May::Yes, wanted.as_bool().unwrap_or(false)),
    }
}

fn substitute(answer: &Feasibility, wanted: &Value) -> Result<(), String> {
    let words: Vec<&str> = answer
        .instead
        .iter()
        .map(|action| match action {
            ActionKind::SuspendSubscription => "suspend",
            ActionKind::AutoRenewOff => "auto-renew off before term end",
            other => other.word(),
        })
        .collect();
    let wanted: Vec<&str> = wanted.as_array().unwrap().iter().filter_map(Value::as_str).collect();
    same(words, wanted)
}

/// A renewal is announced up to the last day of the term, with what a new one would cost.
fn renewal_ahead(scene: &Scene<'_>) -> Result<(), String> {
    let held = account(std::slice::from_ref(&scene.subscription));
    let frame = frame(&Partner::default(), &scene.now.to_string());
    let open = windows_of(&held, &Book::default(), &frame);
    let renewal =
        open.iter().find(|w| w.kind == WindowKind::Renewal).ok_or("no renewal is announced")?;
    same(renewal.closes.map(|c| c.last_day()), scene.subscription.term_end)?;
    let twelve = scene.subscription.cost_per_period.map(|m| m.minor() * 12);
    same(renewal.saves.map(|m| m.minor()), twelve)
}

/// The stages after the term with their first days.
fn stages(scene: &Scene<'_>, rows: &[Value]) -> Result<(), String> {
    let word = |stage: Stage| match stage {
        Stage::Expired => "Expired (users have access)".to_owned(),
        other => format!("{other:?}"),
    };
    let steps = after_term(&scene.subscription, &SHIPPED);
    let found: Vec<(Day, String)> = steps.iter().map(|s| (s.from, word(s.stage))).collect();
    let wanted: Vec<(Day, String)> = rows
        .iter()
        .map(|row| (day(row[0].as_str().unwrap()), row[1].as_str().unwrap().to_owned()))
        .collect();
    same(found, wanted)
}
