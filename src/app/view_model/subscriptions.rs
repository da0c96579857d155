//! A customer's subscriptions, each with its windows and what acting on it would do.

use crate::app::Screen;
use crate::app::view_model::origin::{OriginText, origin};
use crate::app::view_model::risk_text::{
    ActText, amount_or_unknown, reversible, side_effect, stage_name, takes, until, why,
};
use crate::app::view_model::{AmountText, Tone};
use crate::app::words::risk as words;
use crate::book::Account;
use crate::domain::action::ActionKind;
use crate::domain::ids::CustomerId;
use crate::domain::order;
use crate::domain::subscription::{Product, Subscription};
use crate::engine::money_at_risk::{
    Feasibility, Frame, May, Stage, Window, actions_for, after_term, cancel_window,
    committed_after, feasibility, run_rate, stage_on, standing,
};

/// The tab.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    pub count: String,
    pub subscriptions: Vec<Sold>,
}

/// One subscription.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sold {
    pub id: String,
    pub offer: String,
    pub product: String,
    pub stage: String,
    pub stage_tone: Tone,
    pub is_trial: bool,
    pub facts: Vec<FactText>,
    /// What follows the term if nothing is done.
    pub then: Vec<String>,
    /// Actions that can be taken, or of which it cannot be told.
    pub can: Vec<ActionRow>,
    pub cannot: Vec<ActionRow>,
    /// Shown unfolded: a window is open, or money runs.
    pub open: bool,
    /// Where it was read.
    pub origin: Option<OriginText>,
}

/// A label, its value, and a rule where one says so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FactText {
    pub label: &'static str,
    pub text: String,
    pub amount: Option<AmountText>,
    pub tone: Tone,
}

/// What one action would do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActionRow {
    pub name: String,
    pub may: May,
    pub may_word: &'static str,
    pub why: String,
    pub rule: String,
    pub access: String,
    pub cost: String,
    pub reversible: String,
    pub saves: Result<AmountText, String>,
    pub per_day: Option<String>,
    pub still: Result<AmountText, String>,
    /// Sentences with their rules, in order.
    pub effects: Vec<(String, String)>,
    pub instead: Option<String>,
    pub act: Option<ActText>,
}

/// None when the book knows no such customer.
#[must_use]
pub fn page(screen: &Screen<'_>, id: &CustomerId) -> Option<Page> {
    let account = screen.state.book.accounts.get(id)?;
    let frame = screen.state.frame();
    let windows: &[Window] =
        screen.state.desk.summary(id).map_or(&[], |s| s.savable.windows.as_slice());
    let mut all: Vec<(u8, String, Sold)> = standing(account)
        .map(|s| {
            let shown = sold(screen, account, &s, (windows, &frame));
            (rank(&s, windows, &frame), s.offer.clone(), shown)
        })
        .collect();
    order::sort_by(&mut all, |a, b| (a.0, &a.1, &a.2.id).cmp(&(b.0, &b.1, &b.2.id)));
    let count = i64::try_from(all.len()).unwrap_or(i64::MAX);
    Some(Page {
        count: words::count_subscriptions(screen.lang(), &screen.format.number(count)),
        subscriptions: all.into_iter().map(|(.., shown)| shown).collect(),
    })
}

/// Those with an open window first, those that have ended last.
fn rank(subscription: &Subscription, windows: &[Window], frame: &Frame<'_>) -> u8 {
    match stage_on(subscription, frame.today, frame.rules).stage {
        Stage::Expired | Stage::Disabled | Stage::Deleted => 3,
        _ if windows.iter().any(|w| w.subscription.as_ref() == Some(&subscription.id)) => 0,
        Stage::Suspended | Stage::ExtendedTerm | Stage::Unknown => 1,
        Stage::Active | Stage::Renewed => 2,
    }
}

fn sold(
    screen: &Screen<'_>,
    account: &Account,
    subscription: &Subscription,
    (windows, frame): (&[Window], &Frame<'_>),
) -> Sold {
    let lang = screen.lang();
    let now = stage_on(subscription, frame.today, frame.rules);
    let (stage, stage_tone) = match now.stage {
        Stage::Active | Stage::Renewed => (words::stage_active(lang), Tone::Settled),
        Stage::Suspended if now.billed == Some(true) => (words::billed_on(lang), Tone::Late),
        Stage::Suspended => (words::stage_suspended(lang), Tone::Due),
        Stage::ExtendedTerm => (words::stage_extended(lang), Tone::Late),
        other => (stage_name(screen, other), Tone::Neutral),
    };
    let then = after_term(subscription, frame.rules)
        .iter()
        .filter(|step| step.from > frame.today)
        .map(|step| {
            words::step_from(lang, &screen.format.day(step.from), stage_name(screen, step.stage))
        })
        .collect();
    let (can, cannot): (Vec<ActionRow>, Vec<ActionRow>) = actions_for(&subscription.product)
        .iter()
        .map(|action| {
            let answer = feasibility(account, subscription, action, frame);
            row(screen, account, subscription, &answer)
        })
        .partition(|row| row.may != May::No);
    Sold {
        id: subscription.id.to_string(),
        offer: subscription.offer.clone(),
        product: words::product_name(lang, &subscription.product),
        stage: stage.to_owned(),
        stage_tone,
        is_trial: subscription.is_trial,
        facts: facts(screen, account, subscription, frame),
        then,
        can,
        cannot,
        open: rank(subscription, windows, frame) < 2,
        origin: account.subscriptions.get(&subscription.id).map(|kept| origin(screen, &kept.mark)),
    }
}

fn facts(
    screen: &Screen<'_>,
    account: &Account,
    subscription: &Subscription,
    frame: &Frame<'_>,
) -> Vec<FactText> {
    let lang = screen.lang();
    let mut facts = Vec::new();
    if !matches!(subscription.product, Product::AzurePlan | Product::AzureSubscription) {
        facts.push(plain(words::quantity(lang), screen.format.number(subscription.quantity)));
    }
    if let (Some(start), Some(end)) = (subscription.term_start, subscription.term_end) {
        let text =
            words::bought_or_renewed(lang, &screen.format.day(start), &screen.format.day(end));
        facts.push(plain(words::term(lang), text));
    }
    if let Some(cost) = subscription.cost_per_period {
        let amount = Some(AmountText::of(cost, screen.format));
        facts.push(FactText { amount, ..plain(words::price(lang), String::new()) });
    }
    if let Ok(Some(left)) = committed_after(subscription, frame.today) {
        let amount = Some(AmountText::of(left, screen.format));
        let tone = if left.is_positive() { Tone::Due } else { Tone::Neutral };
        facts.push(FactText { amount, tone, ..plain(words::still(lang), String::new()) });
    }
    facts.extend(ends(screen, subscription, frame));
    facts.extend(runs(screen, account, subscription, frame));
    facts
}

fn plain(label: &'static str, text: String) -> FactText {
    FactText { label, text, amount: None, tone: Tone::Neutral }
}

/// Whether it renews, and until when it can be cancelled.
fn ends(screen: &Screen<'_>, subscription: &Subscription, frame: &Frame<'_>) -> Vec<FactText> {
    let lang = screen.lang();
    let mut facts = Vec::new();
    if subscription.term_end.is_some() {
        let (text, tone) = match (subscription.auto_renew, subscription.cancel_at_end) {
            (_, Some(true)) => (words::cancel_at_end(lang), Tone::Settled),
            (Some(true), _) => (words::on(lang), Tone::Neutral),
            (Some(false), _) => (words::off(lang), Tone::Due),
            (None, _) => (words::not_known(lang), Tone::Neutral),
        };
        facts.push(FactText { tone, ..plain(words::auto_renew(lang), text.to_owned()) });
    }
    if let Some(window) = cancel_window(subscription, frame).filter(|w| w.is_open(frame.now)) {
        let text = until(screen, Some(window.closes));
        facts.push(FactText { tone: Tone::Danger, ..plain(words::cancel_until(lang), text) });
    }
    facts
}

/// What it consumes by the day, where it does.
fn runs(
    screen: &Screen<'_>,
    account: &Account,
    subscription: &Subscription,
    frame: &Frame<'_>,
) -> Vec<FactText> {
    let lang = screen.lang();
    let mut facts = Vec::new();
    if let Some(rate) = run_rate(account, subscription, frame) {
        let amount = Some(AmountText::of(rate.per_day, screen.format));
        let label = words::uses_each_day(lang);
        facts.push(FactText { amount, ..plain(label, String::new()) });
        let seen = screen.format.day(rate.as_of);
        facts.push(plain(words::newest_usage(lang), seen));
    }
    facts
}

fn row(
    screen: &Screen<'_>,
    account: &Account,
    subscription: &Subscription,
    answer: &Feasibility,
) -> ActionRow {
    let lang = screen.lang();
    let name = words::action_name(lang, &answer.action);
    let may_word = match answer.may {
        May::Yes => words::yes(lang),
        May::No => words::no(lang),
        May::CannotTell => words::cannot_tell(lang),
    };
    let instead: Vec<String> = answer.instead.iter().map(|a| words::action_name(lang, a)).collect();
    let recordable = answer.may != May::No && answer.action != ActionKind::ReduceQuantity;
    ActionRow {
        may: answer.may,
        may_word,
        why: why(screen, &answer.why),
        rule: answer.rule.to_string(),
        access: takes(screen, answer.stops_access),
        cost: takes(screen, answer.stops_cost),
        reversible: reversible(screen, answer.reversible),
        saves: amount_or_unknown(screen, answer.saved),
        per_day: answer.saved_per_day.map(|m| words::per_day(lang, &screen.format.money(m))),
        still: amount_or_unknown(screen, answer.still_committed),
        effects: answer
            .side_effects
            .iter()
            .map(|(effect, rule)| (side_effect(screen, effect), rule.to_string()))
            .collect(),
        instead: (!instead.is_empty()).then(|| instead.join(" + ")),
        act: recordable.then(|| ActText {
            label: words::record(lang, &name),
            customer: account.customer.value.id.clone(),
            subscription: subscription.id.clone(),
            action: answer.action.clone(),
        }),
        name,
    }
}
