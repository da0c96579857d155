//! A customer's collections tab: what comes next, what holds it, the timeline as a list.

use super::collections::draft_of;
use super::collections_marks::{MarkText, mark_text};
use super::collections_picture::picture;
use super::collections_shape::Picture;
use super::collections_text::{
    because_line, blocked_text, caution_text, sentence_start, stage_text, step_label,
};
use crate::app::Screen;
use crate::app::update::collections::{DraftKind, Zoom};
use crate::app::view_model::Tone;
use crate::app::view_model::customers::shown_name;
use crate::app::view_model::frame::read_only;
use crate::app::words::collections as words;
use crate::domain::ids::CustomerId;
use crate::domain::order;
use crate::engine::collections::{
    Billing, Blocked, Lane, Mark, NextStep, Plan, Stage, Tense, What, plan_account, stage,
};

/// The tab.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tab {
    pub stage: (String, Tone),
    pub next: Option<NextText>,
    /// Said when nothing comes next.
    pub nothing: Option<(String, String)>,
    pub reasons: Vec<ReasonText>,
    pub cautions: Vec<String>,
    pub zoom: Zoom,
    pub picture: Picture,
    pub earlier: Vec<MarkText>,
    pub past: Vec<MarkText>,
    pub future: Vec<MarkText>,
    /// Why nothing can be recorded now.
    pub read_only: Option<String>,
}

/// The next step as the head of the tab.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NextText {
    pub title: String,
    pub sentences: Vec<String>,
    pub why: String,
    pub rule: String,
    pub tone: Tone,
    /// The form that records it and its button; with the reason when it may not be done yet.
    pub record: (DraftKind, String),
    pub not_yet: Option<(String, String)>,
}

/// Why something is not done now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReasonText {
    pub what: Option<String>,
    pub text: String,
    pub until: Option<String>,
    pub rule: String,
}

/// Past marks shown before the rest is folded away.
const PAST_SHOWN: usize = 10;

/// None when the book knows no such customer.
#[must_use]
pub fn tab(screen: &Screen<'_>, id: &CustomerId) -> Option<Tab> {
    let state = screen.state;
    let account = state.book.accounts.get(id)?;
    let summary = state.desk.summary(id)?;
    let rules = &state.desk.rules;
    let plan = plan_account(
        account,
        summary.receivables.clone(),
        (&rules.ladder, &rules.calendar),
        &state.frame(),
        state.book.cash_data_as_of,
    );
    let (earlier, past, future) = lists(screen, &plan);
    let name = shown_name(&account.customer.value);
    Some(Tab {
        stage: stage_text(screen, &stage(&plan)),
        next: plan.next.as_ref().map(|next| next_text(screen, &plan, next)),
        nothing: plan.next.is_none().then(|| nothing(screen, &plan)),
        reasons: reasons(screen, &plan),
        cautions: cautions(screen, &plan),
        zoom: state.collections.zoom,
        picture: picture(screen, &plan, &name),
        earlier,
        past,
        future,
        read_only: read_only(screen),
    })
}

fn next_text(screen: &Screen<'_>, plan: &Plan, next: &NextStep) -> NextText {
    let lang = screen.lang();
    let label = step_label(screen, &next.step.key);
    let due = plan.due_now.contains(next);
    let title = if next.day <= plan.as_of {
        words::next_today(lang, &label)
    } else {
        words::next_is(lang, &label, &screen.format.day(next.day))
    };
    let tone = match (next.affects_access, due) {
        (true, _) => Tone::Danger,
        (_, true) => Tone::Late,
        _ => Tone::Accent,
    };
    let stops =
        plan.blocked.iter().find(|b| b.step.as_ref() == Some(&next.step)).or(plan.blocked.first());
    NextText {
        title: sentence_start(&title),
        sentences: next_sentences(screen, plan, next),
        why: because_line(screen, &next.because),
        rule: next.step.rule.to_string(),
        tone,
        record: (draft_of(next), words::record_button(lang, next.kind).to_owned()),
        not_yet: stops.filter(|_| !due).map(|b| (blocked_line(screen, b), b.rule.to_string())),
    }
}

fn next_sentences(screen: &Screen<'_>, plan: &Plan, next: &NextStep) -> Vec<String> {
    let lang = screen.lang();
    let mut all = Vec::new();
    let suspension = plan.later.iter().find(|s| s.affects_access);
    if let Some(step) = suspension.filter(|_| !next.affects_access) {
        all.push(words::suspension_from(lang, &screen.format.day(step.day)));
    }
    all.push(words::clears_if(lang, &screen.format.money(next.clears_if)));
    if let Billing::GoesOn { subscriptions } = next.billing {
        let count = screen.format.number(i64::try_from(subscriptions).unwrap_or(0));
        all.push(words::goes_on(lang, &count));
    }
    all
}

fn blocked_line(screen: &Screen<'_>, blocked: &Blocked) -> String {
    let text = blocked_text(screen, blocked);
    match blocked.until {
        Some(until) => {
            format!("{text} · {} {}", words::until(screen.lang()), screen.format.day(until))
        }
        None => text,
    }
}

fn nothing(screen: &Screen<'_>, plan: &Plan) -> (String, String) {
    let lang = screen.lang();
    let title = match stage(plan) {
        Stage::Clear => words::clear(lang),
        _ => words::nothing_next(lang),
    };
    let why = plan
        .blocked
        .first()
        .map_or_else(|| words::clear_why(lang).to_owned(), |b| blocked_text(screen, b));
    (title.to_owned(), why)
}

fn reasons(screen: &Screen<'_>, plan: &Plan) -> Vec<ReasonText> {
    let reason = |b: &Blocked| ReasonText {
        what: b.step.as_ref().map(|s| step_label(screen, &s.key)),
        text: blocked_text(screen, b),
        until: b.until.map(|d| screen.format.day(d)),
        rule: b.rule.to_string(),
    };
    let mut all: Vec<ReasonText> = Vec::new();
    for reason in plan.blocked.iter().map(reason) {
        if !all.contains(&reason) {
            all.push(reason);
        }
    }
    all
}

fn cautions(screen: &Screen<'_>, plan: &Plan) -> Vec<String> {
    let mut all: Vec<String> = plan.cautions.iter().map(|c| caution_text(screen, c)).collect();
    if plan.broken_promises > 0 {
        let count = i64::try_from(plan.broken_promises).unwrap_or(0);
        all.push(words::broken(screen.lang(), &screen.format.number(count)));
    }
    all
}

/// Long ago, lately, and to come; each in the order of days.
fn lists(screen: &Screen<'_>, plan: &Plan) -> (Vec<MarkText>, Vec<MarkText>, Vec<MarkText>) {
    let mut texts: Vec<MarkText> =
        plan.timeline.iter().filter(|m| is_listed(m)).map(|m| mark_text(screen, m)).collect();
    order::sort_by_key(&mut texts, |t| (t.planned, t.on));
    let split = texts.partition_point(|t| !t.planned);
    let future = texts.split_off(split);
    let past = texts.split_off(texts.len().saturating_sub(PAST_SHOWN));
    (texts, past, future)
}

/// Full access is the rule, and what a step would leave of it stands at the step.
fn is_listed(mark: &Mark) -> bool {
    match &mark.what {
        What::Access { off, .. } => *off > 0 && mark.tense == Tense::Done,
        _ => mark.lane != Lane::Access,
    }
}
