//! Marks of a timeline in words.

use super::collections_text::{because_line, step_label};
use crate::app::Screen;
use crate::app::update::collections::DraftKind;
use crate::app::view_model::{AmountText, Tone};
use crate::app::words::collections_marks as words;
use crate::app::words::{collections, collections_forms};
use crate::domain::action::ActionKind;
use crate::domain::notice::Delivery;
use crate::domain::payment::PaymentKind;
use crate::domain::{Day, Money};
use crate::engine::collections::{Access, Mark, NextStep, PromiseState, Tense, What};

/// A mark as a line of the list, and as it is read aloud.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MarkText {
    /// The day under which it is listed.
    pub on: Day,
    pub day: String,
    pub planned: bool,
    pub text: String,
    /// A quiet line below: why, or until when.
    pub note: Option<String>,
    pub amount: Option<AmountText>,
    pub badge: Option<(String, Tone)>,
    pub rule: Option<String>,
    pub tone: Tone,
    /// A form that ends it, and its button.
    pub act: Option<(DraftKind, String)>,
}

impl MarkText {
    /// All of it in one sentence.
    #[must_use]
    pub fn aloud(&self) -> String {
        let amount = self.amount.as_ref();
        let amount = amount.map(|a| format!("{}\u{a0}{}", a.code, a.number));
        let badge = self.badge.as_ref().map(|(text, _)| text.clone());
        let parts = [Some(self.text.clone()), amount, badge, self.note.clone()];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        format!("{}: {}", self.day, parts.join(", "))
    }
}

/// One mark in words.
#[must_use]
pub fn mark_text(screen: &Screen<'_>, mark: &Mark) -> MarkText {
    let blank = blank(screen, mark);
    match &mark.what {
        What::Invoice { .. } => invoice(screen, mark, blank),
        What::Payment { .. } | What::CreditNote { .. } => money(screen, mark, blank),
        What::Notice { .. } => notice(screen, mark, blank),
        What::Planned(step) => planned(screen, step, blank),
        What::Action { kind, .. } => MarkText {
            text: words::action(screen.lang(), kind),
            note: (*kind == ActionKind::ResumeSubscription)
                .then(|| collections_forms::resume_note(screen.lang()).to_owned()),
            ..blank
        },
        What::Hold { .. } | What::Dispute { .. } | What::Promise { .. } => {
            hold(screen, mark, blank)
        }
        What::Access { access, off, of } => self::access(screen, (*access, *off, *of), blank),
        What::CancelWindow { .. } | What::TermEnd { .. } => window(screen, mark, blank),
    }
}

fn blank(screen: &Screen<'_>, mark: &Mark) -> MarkText {
    MarkText {
        on: mark.start,
        day: screen.format.day(mark.start),
        planned: mark.tense == Tense::Planned,
        text: String::new(),
        note: None,
        amount: None,
        badge: None,
        rule: None,
        tone: Tone::Neutral,
        act: None,
    }
}

fn shown(screen: &Screen<'_>, money: Money) -> Option<AmountText> {
    Some(AmountText::of(money, screen.format))
}

/// An open invoice is listed under its due day, a settled one under the day it was settled.
fn invoice(screen: &Screen<'_>, mark: &Mark, blank: MarkText) -> MarkText {
    let What::Invoice { number, due, total, open, settled, days_past_due, .. } = &mark.what else {
        return blank;
    };
    let lang = screen.lang();
    let on = settled.unwrap_or(*due);
    let days = screen.format.number(*days_past_due);
    let badge = match settled {
        Some(_) => (words::paid(lang).to_owned(), Tone::Settled),
        None if *days_past_due > 0 => {
            (collections::days_overdue(lang, &days), Tone::of_days_past_due(*days_past_due))
        }
        None => (words::open(lang).to_owned(), Tone::Neutral),
    };
    MarkText {
        on,
        day: screen.format.day(on),
        planned: settled.is_none() && *due > screen.state.as_of(),
        text: match settled {
            Some(_) => words::invoice_open(lang, number.as_str(), &screen.format.money(*total)),
            None => words::fell_due(lang, number.as_str()),
        },
        amount: settled.is_none().then(|| AmountText::of(*open, screen.format)),
        tone: badge.1,
        badge: Some(badge),
        ..blank
    }
}

fn money(screen: &Screen<'_>, mark: &Mark, blank: MarkText) -> MarkText {
    let lang = screen.lang();
    match &mark.what {
        What::Payment { amount, kind, invoices, .. } => {
            let sum = screen.format.money(*amount);
            let names: Vec<&str> = invoices.iter().map(|i| i.as_str()).collect();
            let text = match kind {
                PaymentKind::Refund => words::refund(lang, &sum),
                PaymentKind::Chargeback => words::chargeback(lang, &sum),
                _ if names.is_empty() => words::payment(lang, &sum),
                _ => words::payment_of(lang, &sum, &names.join(", ")),
            };
            let tone = match kind {
                PaymentKind::Payment => Tone::Settled,
                _ => Tone::Late,
            };
            MarkText { text, tone, ..blank }
        }
        What::CreditNote { number, amount, corrects } => {
            let sum = screen.format.money(*amount);
            let text = match corrects {
                Some(invoice) => {
                    words::credit_note_of(lang, number.as_str(), &sum, invoice.as_str())
                }
                None => words::credit_note(lang, number.as_str(), &sum),
            };
            let tone = Tone::Settled;
            MarkText { text, tone, ..blank }
        }
        _ => blank,
    }
}

fn notice(screen: &Screen<'_>, mark: &Mark, blank: MarkText) -> MarkText {
    let What::Notice { key, step, delivery, amount, invoices } = &mark.what else {
        return blank;
    };
    let lang = screen.lang();
    let label = step_label(screen, key);
    let (text, badge) = match delivery {
        Delivery::Draft => {
            (words::notice_draft(lang, &label), (words::draft(lang).to_owned(), Tone::Due))
        }
        Delivery::Bounced => {
            (words::notice_returned(lang, &label), (words::returned(lang).to_owned(), Tone::Danger))
        }
        Delivery::Delivered => (
            words::notice_delivered(lang, &label),
            (words::delivered(lang).to_owned(), Tone::Settled),
        ),
        _ => (words::notice(lang, &label), (words::sent(lang).to_owned(), Tone::Accent)),
    };
    let names: Vec<&str> = invoices.iter().map(|i| i.as_str()).collect();
    MarkText {
        text,
        note: (!names.is_empty()).then(|| collections::invoices(lang, &names.join(", "))),
        amount: shown(screen, *amount),
        tone: badge.1,
        badge: Some(badge),
        rule: step.as_ref().map(|s| s.rule.to_string()),
        ..blank
    }
}

fn planned(screen: &Screen<'_>, step: &NextStep, blank: MarkText) -> MarkText {
    let lang = screen.lang();
    let label = step_label(screen, &step.step.key);
    let text = if step.affects_access {
        words::would_suspend(lang, &label)
    } else if step.kind.is_notice() {
        words::may_be_sent(lang, &label)
    } else {
        words::may_be_taken(lang, &label)
    };
    let is_next = |plan: &crate::engine::collections::Plan| plan.next.as_ref() == Some(step);
    let plans = screen.state.desk.summaries.values();
    let next = plans.filter_map(|s| s.plan.as_ref()).any(is_next);
    let (badge, tone) = if next {
        (words::next_badge(lang), Tone::Due)
    } else {
        (words::not_before(lang), Tone::Neutral)
    };
    MarkText {
        text,
        note: Some(because_line(screen, &step.because)),
        amount: shown(screen, step.clears_if),
        badge: Some((badge.to_owned(), tone)),
        rule: Some(step.step.rule.to_string()),
        tone: if step.affects_access { Tone::Late } else { Tone::Accent },
        ..blank
    }
}

fn hold(screen: &Screen<'_>, mark: &Mark, blank: MarkText) -> MarkText {
    let lang = screen.lang();
    let as_of = screen.state.as_of();
    let end = mark.end.filter(|d| *d < Day::MAX);
    let running = mark.start <= as_of && end.is_none_or(|d| as_of < d);
    let entry = mark.entry.clone().filter(|_| running);
    let (text, badge, act) = match &mark.what {
        What::Hold { reason, owner, released } => (
            words::hold(lang, &collections::hold_reason(lang, reason), owner),
            match (running, released) {
                (true, _) => (words::running(lang).to_owned(), Tone::Accent),
                (_, true) => (words::released(lang).to_owned(), Tone::Neutral),
                _ => (words::closed(lang).to_owned(), Tone::Neutral),
            },
            entry.map(|id| (DraftKind::Release(id), collections_forms::release_title(lang))),
        ),
        What::Dispute { outcome, .. } => {
            let badge = match outcome {
                Some(outcome) => (words::outcome(lang, outcome), Tone::Neutral),
                None => (words::open(lang).to_owned(), Tone::Accent),
            };
            let act = entry.filter(|_| outcome.is_none());
            let close = collections_forms::close_title(lang);
            (dispute_text(screen, mark), badge, act.map(|id| (DraftKind::CloseDispute(id), close)))
        }
        What::Promise { amount, due, state } => (
            words::promise(lang, &screen.format.money(*amount), &screen.format.day(*due)),
            promise_badge(screen, *state),
            None,
        ),
        _ => return blank,
    };
    MarkText {
        text,
        note: end.map(|end| {
            words::from_to(
                lang,
                &screen.format.day_short(mark.start),
                &screen.format.day_short(end),
            )
        }),
        tone: badge.1,
        badge: Some(badge),
        act: act.map(|(kind, text)| (kind, text.to_owned())),
        ..blank
    }
}

fn dispute_text(screen: &Screen<'_>, mark: &Mark) -> String {
    let What::Dispute { invoice, amount, .. } = &mark.what else {
        return String::new();
    };
    let lang = screen.lang();
    let sum = amount.map_or_else(|| words::whole(lang).to_owned(), |a| screen.format.money(a));
    words::dispute(lang, invoice.as_str(), &sum)
}

fn promise_badge(screen: &Screen<'_>, state: PromiseState) -> (String, Tone) {
    let lang = screen.lang();
    let (text, tone) = match state {
        PromiseState::Open => (words::open(lang), Tone::Accent),
        PromiseState::Kept { .. } => (words::kept(lang), Tone::Settled),
        PromiseState::Broken { .. } => (words::broken(lang), Tone::Danger),
    };
    (text.to_owned(), tone)
}

fn access(
    screen: &Screen<'_>,
    (access, off, of): (Access, usize, usize),
    blank: MarkText,
) -> MarkText {
    let lang = screen.lang();
    let number = |n: usize| screen.format.number(i64::try_from(n).unwrap_or(0));
    let (text, tone) = match access {
        Access::Full => (words::access_full(lang), Tone::Settled),
        Access::Reduced => (words::access_reduced(lang), Tone::Due),
        Access::None => (words::access_none(lang), Tone::Late),
    };
    MarkText {
        text: text.to_owned(),
        note: (off > 0).then(|| words::access_off(lang, &number(off), &number(of))),
        tone,
        ..blank
    }
}

/// Windows are listed under the day they close.
fn window(screen: &Screen<'_>, mark: &Mark, blank: MarkText) -> MarkText {
    let lang = screen.lang();
    let on = mark.end.unwrap_or(mark.start);
    let text = match &mark.what {
        What::CancelWindow { offer, .. } => {
            words::cancel_window(lang, offer, &screen.format.day(on))
        }
        What::TermEnd { offer, renews, cost, .. } => match (renews, cost) {
            (Some(true), Some(cost)) => words::renews(lang, offer, &screen.format.money(*cost)),
            (Some(true), None) => words::renews_plain(lang, offer),
            _ => words::ends(lang, offer),
        },
        _ => return blank,
    };
    MarkText { on, day: screen.format.day(on), text, tone: Tone::Due, ..blank }
}
