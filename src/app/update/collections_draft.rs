//! The forms of collections: what they begin with, and what they become when they are sent.

use std::collections::BTreeMap;

use crate::app::State;
use crate::domain::action::{Action, ActionKind};
use crate::domain::dispute::{Dispute, DisputeClosing, DisputeOutcome};
use crate::domain::hold::{Hold, HoldReason, HoldRelease};
use crate::domain::ids::{CustomerId, EntryId, InvoiceNumber, SubscriptionId};
use crate::domain::notice::{Delivery, Notice};
use crate::domain::promise::Promise;
use crate::domain::text::ungrouped;
use crate::domain::{Currency, Day, Money};
use crate::engine::collections::{
    HoldFault, NextStep, PromiseState, check_hold, check_release, promise_state,
};
use crate::journal::Body;
use crate::policy::ladder::StepKind;

/// Which form it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DraftKind {
    /// With the key of the step where it is known.
    Notice(Option<String>),
    Hold,
    Release(EntryId),
    Dispute,
    CloseDispute(EntryId),
    Promise,
    /// With the step that it carries out, where it is one.
    Action(Option<String>),
}

/// The fields of all forms.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    Step,
    Day,
    Delivery,
    /// Numbers of invoices, one a line.
    Invoices,
    Deadline,
    Reason,
    End,
    Owner,
    Invoice,
    Amount,
    DueDay,
    ByWhom,
    Outcome,
    Act,
    Subscription,
    Where,
    Reference,
    Note,
}

/// What is wrong with a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    NeedStep,
    NeedDay,
    DayAhead,
    NeedOwner,
    NeedReason,
    NeedInvoice,
    NeedAmount,
    AmountWrong,
    MoreThanInvoice,
    PromiseBack,
    PromiseTooFar { max: u32 },
    TooManyPromises,
    Hold(HoldFault),
}

/// A form while it is filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    pub customer: CustomerId,
    pub kind: DraftKind,
    fields: BTreeMap<Field, String>,
    pub problems: Vec<(Field, Problem)>,
}

impl Draft {
    #[must_use]
    pub fn get(&self, field: Field) -> &str {
        self.fields.get(&field).map_or("", String::as_str)
    }

    /// Takes what was typed; a problem of the field is judged again when the form is sent.
    pub fn set(&mut self, field: Field, text: String) {
        self.problems.retain(|(f, _)| *f != field);
        self.fields.insert(field, text);
    }

    #[must_use]
    pub fn lines(&self, field: Field) -> Vec<&str> {
        self.get(field).lines().filter(|l| !l.is_empty()).collect()
    }
}

type Problems = Vec<(Field, Problem)>;

/// A form with what is known already; none when the book knows no such customer.
pub(super) fn begin(state: &State, customer: CustomerId, kind: DraftKind) -> Option<Draft> {
    let account = state.book.accounts.get(&customer)?;
    let today = state.as_of();
    let mut draft =
        Draft { customer, kind: kind.clone(), fields: BTreeMap::new(), problems: Vec::new() };
    draft.set(Field::Day, today.to_string());
    match kind {
        DraftKind::Notice(step) => begin_notice(state, &mut draft, step.as_deref()),
        DraftKind::Hold => {
            let days = i64::from(state.desk.rules.ladder.hold.max_days.min(14));
            draft.set(Field::Reason, HoldReason::Agreement.word().to_owned());
            draft.set(Field::End, today.plus_days_clamped(days).to_string());
            draft.set(Field::Owner, state.operator.name.clone());
        }
        DraftKind::Release(_) => {}
        DraftKind::Dispute | DraftKind::Promise => {
            let oldest = first_invoice(state, &draft.customer);
            draft.set(Field::Invoice, oldest);
            draft.set(Field::DueDay, today.plus_days_clamped(7).to_string());
            if draft.kind == DraftKind::Promise {
                let amount = promised_amount(state, &draft.customer);
                draft.set(Field::Amount, amount);
            }
        }
        DraftKind::CloseDispute(_) => {
            draft.set(Field::Outcome, DisputeOutcome::ForUs.word().to_owned());
        }
        DraftKind::Action(step) => {
            let act = step.and_then(|key| act_of(state, &key));
            let act = act.unwrap_or(ActionKind::CallCustomer);
            draft.set(Field::Act, act.word().to_owned());
            if let [only] = account.subscriptions.keys().collect::<Vec<_>>().as_slice() {
                draft.set(Field::Subscription, only.to_string());
            }
        }
    }
    Some(draft)
}

fn begin_notice(state: &State, draft: &mut Draft, key: Option<&str>) {
    let steps = steps_of(state, &draft.customer);
    let notices = || steps.iter().filter(|s| s.kind.is_notice());
    let step = match key {
        Some(key) => notices().find(|s| s.step.key == key),
        None => notices().next(),
    };
    draft.set(Field::Delivery, Delivery::Sent.word().to_owned());
    if let Some(step) = step {
        let numbers: Vec<&str> = step.invoices.iter().map(InvoiceNumber::as_str).collect();
        draft.set(Field::Step, step.step.key.clone());
        draft.set(Field::Invoices, numbers.join("\n"));
        let ladder = state.desk.rules.ladder.steps.iter();
        let days = ladder
            .clone()
            .find(|s| s.key == step.step.key)
            .map_or(0, |s| i64::from(s.min_notice_days));
        if days > 0 {
            let last = state.as_of().plus_days_clamped(days.saturating_sub(1));
            draft.set(Field::Deadline, last.to_string());
        }
    }
}

/// The steps that a plan names, the next ones first.
fn steps_of<'a>(state: &'a State, customer: &CustomerId) -> Vec<&'a NextStep> {
    let plan = state.desk.summary(customer).and_then(|s| s.plan.as_ref());
    plan.map_or_else(Vec::new, |p| {
        p.due_now.iter().chain(&p.next).chain(&p.also).chain(&p.later).collect()
    })
}

fn first_invoice(state: &State, customer: &CustomerId) -> String {
    let summary = state.desk.summary(customer);
    summary
        .and_then(|s| s.receivables.items.first())
        .map_or_else(String::new, |i| i.number.to_string())
}

fn promised_amount(state: &State, customer: &CustomerId) -> String {
    let plan = state.desk.summary(customer).and_then(|s| s.plan.as_ref());
    plan.and_then(|p| p.positions.first()).map_or_else(String::new, |p| p.collectable.number())
}

fn act_of(state: &State, key: &str) -> Option<ActionKind> {
    let steps = &state.desk.rules.ladder.steps;
    let step = steps.iter().find(|s| s.key == key)?;
    Some(match step.kind {
        StepKind::DisableAccess => ActionKind::SuspendSubscription,
        StepKind::CancelSubscription => ActionKind::CancelSubscription,
        StepKind::RestrictChanges => ActionKind::RestrictNewPurchases,
        StepKind::HandOff => ActionKind::HandOff,
        StepKind::WriteOff => ActionKind::WriteOff,
        StepKind::HumanTask => ActionKind::CallCustomer,
        StepKind::Reminder | StepKind::FinalNotice => ActionKind::NotifyCustomer,
    })
}

/// What a form records and the day from which it counts, or what is wrong with it.
pub(super) fn finish(state: &State, draft: &Draft) -> Result<(Body, Day), Problems> {
    match &draft.kind {
        DraftKind::Notice(_) => notice(state, draft),
        DraftKind::Hold => hold(state, draft),
        DraftKind::Release(hold) => release(state, draft, hold),
        DraftKind::Dispute => dispute(state, draft),
        DraftKind::CloseDispute(dispute) => {
            let on = past_day(state, draft)?;
            let body = Body::DisputeClosing(DisputeClosing {
                dispute: dispute.clone(),
                on,
                outcome: DisputeOutcome::from_word(draft.get(Field::Outcome)),
                note: filled(draft, Field::Note),
            });
            Ok((body, on))
        }
        DraftKind::Promise => promise(state, draft),
        DraftKind::Action(_) => action(state, draft),
    }
}

fn wrong<T>(field: Field, problem: Problem) -> Result<T, Problems> {
    Err(vec![(field, problem)])
}

fn filled(draft: &Draft, field: Field) -> Option<String> {
    let text = draft.get(field).trim();
    (!text.is_empty()).then(|| text.to_owned())
}

fn day(draft: &Draft, field: Field) -> Result<Day, Problems> {
    Day::parse(draft.get(field)).map_err(|_| vec![(field, Problem::NeedDay)])
}

/// What was done lies in the past, or today.
fn past_day(state: &State, draft: &Draft) -> Result<Day, Problems> {
    let on = day(draft, Field::Day)?;
    if on > state.as_of() {
        return wrong(Field::Day, Problem::DayAhead);
    }
    Ok(on)
}

fn notice(state: &State, draft: &Draft) -> Result<(Body, Day), Problems> {
    let sent = past_day(state, draft)?;
    let Some(step) = filled(draft, Field::Step) else {
        return wrong(Field::Step, Problem::NeedStep);
    };
    let numbers = draft.lines(Field::Invoices);
    let summary = state.desk.summary(&draft.customer);
    let items = summary.map_or(&[][..], |s| &s.receivables.items);
    let listed: Vec<_> = items.iter().filter(|i| numbers.contains(&i.number.as_str())).collect();
    let Some(first) = listed.first() else {
        return wrong(Field::Invoices, Problem::NeedInvoice);
    };
    let zero = Money::zero(first.open.currency());
    let amount = listed.iter().fold(zero, |sum, i| sum.plus(i.collectable()).unwrap_or(sum));
    let deadline = match draft.get(Field::Deadline) {
        "" => None,
        _ => Some(day(draft, Field::Deadline)?),
    };
    let body = Body::Notice(Notice {
        customer: draft.customer.clone(),
        step,
        sent,
        delivery: Delivery::from_word(draft.get(Field::Delivery)),
        invoices: listed.iter().map(|i| i.number.clone()).collect(),
        amount,
        deadline,
        channel: None,
        note: filled(draft, Field::Note),
    });
    Ok((body, sent))
}

fn hold(state: &State, draft: &Draft) -> Result<(Body, Day), Problems> {
    let start = day(draft, Field::Day)?;
    let end = day(draft, Field::End)?;
    let Some(owner) = filled(draft, Field::Owner) else {
        return wrong(Field::Owner, Problem::NeedOwner);
    };
    let account = state.book.accounts.get(&draft.customer);
    let existing = account.map_or(&[][..], |a| &a.holds);
    let rules = &state.desk.rules.ladder.hold;
    check_hold(existing, (start, end), rules, state.as_of())
        .map_err(|fault| vec![(Field::End, Problem::Hold(fault))])?;
    let body = Body::Hold(Hold {
        customer: draft.customer.clone(),
        reason: HoldReason::from_word(draft.get(Field::Reason)),
        owner,
        start,
        end,
        review: None,
        note: filled(draft, Field::Note),
    });
    Ok((body, start))
}

fn release(state: &State, draft: &Draft, hold: &EntryId) -> Result<(Body, Day), Problems> {
    let on = past_day(state, draft)?;
    let account = state.book.accounts.get(&draft.customer);
    let existing = account.map_or(&[][..], |a| &a.holds);
    check_release(existing, hold, on).map_err(|fault| vec![(Field::Day, Problem::Hold(fault))])?;
    let body =
        Body::HoldRelease(HoldRelease { hold: hold.clone(), on, note: filled(draft, Field::Note) });
    Ok((body, on))
}

/// An amount above zero in a currency.
fn amount(draft: &Draft, currency: Currency) -> Result<Money, Problems> {
    let text = ungrouped(draft.get(Field::Amount));
    if text.is_empty() {
        return wrong(Field::Amount, Problem::NeedAmount);
    }
    match Money::parse(&text, currency) {
        Ok(amount) if amount.is_positive() => Ok(amount),
        Ok(_) => wrong(Field::Amount, Problem::NeedAmount),
        Err(_) => wrong(Field::Amount, Problem::AmountWrong),
    }
}

fn dispute(state: &State, draft: &Draft) -> Result<(Body, Day), Problems> {
    let opened = past_day(state, draft)?;
    let summary = state.desk.summary(&draft.customer);
    let items = summary.map_or(&[][..], |s| &s.receivables.items);
    let number = draft.get(Field::Invoice);
    let Some(item) = items.iter().find(|i| i.number.as_str() == number) else {
        return wrong(Field::Invoice, Problem::NeedInvoice);
    };
    let amount = match filled(draft, Field::Amount) {
        None => None,
        Some(_) => Some(amount(draft, item.open.currency())?),
    };
    if amount.is_some_and(|a| a > item.open) {
        return wrong(Field::Amount, Problem::MoreThanInvoice);
    }
    let Some(reason) = filled(draft, Field::Reason) else {
        return wrong(Field::Reason, Problem::NeedReason);
    };
    let body = Body::Dispute(Dispute {
        customer: draft.customer.clone(),
        invoice: item.number.clone(),
        amount,
        opened,
        reason,
    });
    Ok((body, opened))
}

fn promise(state: &State, draft: &Draft) -> Result<(Body, Day), Problems> {
    let made = past_day(state, draft)?;
    let due = day(draft, Field::DueDay)?;
    let rules = &state.desk.rules.ladder.promise;
    if due < made {
        return wrong(Field::DueDay, Problem::PromiseBack);
    }
    if made.days_until(due) > i64::from(rules.max_days_ahead) {
        let max = rules.max_days_ahead;
        return wrong(Field::DueDay, Problem::PromiseTooFar { max });
    }
    let account = state.book.accounts.get(&draft.customer);
    let open = account.map_or(0, |a| {
        let promises = a.promises.iter();
        promises.filter(|p| promise_state(a, &p.value, state.as_of()) == PromiseState::Open).count()
    });
    if open >= usize::try_from(rules.max_active).unwrap_or(usize::MAX) {
        return wrong(Field::Day, Problem::TooManyPromises);
    }
    let amount = amount(draft, leading_currency(state, &draft.customer))?;
    let percent = crate::domain::Decimal::ONE_HUNDRED
        .checked_sub(rules.tolerance_percent)
        .and_then(|p| u8::try_from(p.ceil()).ok());
    let body = Body::Promise(Promise {
        customer: draft.customer.clone(),
        amount,
        made,
        due,
        keep_at_percent: percent.unwrap_or(100),
        grace_days: u16::try_from(rules.grace_days).unwrap_or(u16::MAX),
        by_whom: filled(draft, Field::ByWhom),
        note: filled(draft, Field::Note),
    });
    Ok((body, made))
}

/// The currency of the most severe debt, or the reseller's own.
#[must_use]
pub fn leading_currency(state: &State, customer: &CustomerId) -> Currency {
    let plan = state.desk.summary(customer).and_then(|s| s.plan.as_ref());
    plan.and_then(|p| p.positions.first()).map_or(state.book.partner.currency, |p| p.currency)
}

fn action(state: &State, draft: &Draft) -> Result<(Body, Day), Problems> {
    let done = past_day(state, draft)?;
    let body = Body::Action(Action {
        kind: ActionKind::from_word(draft.get(Field::Act)),
        customer: draft.customer.clone(),
        subscription: SubscriptionId::new(draft.get(Field::Subscription)).ok(),
        case: None,
        done,
        done_at: None,
        done_where: filled(draft, Field::Where),
        amount: None,
        reference: filled(draft, Field::Reference),
        note: filled(draft, Field::Note),
    });
    Ok((body, done))
}
