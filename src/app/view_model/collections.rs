//! The work of collections: what may be done today, what comes, what is held.

use std::cmp::Reverse;

use super::collections_text::{because_line, blocked_text, step_label};
use crate::app::Screen;
use crate::app::route::{CustomerTab, Route};
use crate::app::update::collections::{DraftKind, ROWS, View};
use crate::app::view_model::customers::shown_name;
use crate::app::view_model::{AmountText, Tone};
use crate::app::words::collections as words;
use crate::domain::Day;
use crate::domain::ids::CustomerId;
use crate::domain::text::fold_name;
use crate::engine::collections::{Because, Blocked, Code, NextStep, Plan};

/// The page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Work {
    pub lead: String,
    /// The cash data is too old: nothing may go out.
    pub stale: Option<String>,
    pub view: View,
    pub views: Vec<(View, String)>,
    pub search: String,
    pub lines: Vec<Line>,
    /// How many more there are.
    pub more: Option<String>,
}

/// One customer's step, or what holds it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub customer: CustomerId,
    pub href: String,
    pub name: String,
    pub what: String,
    pub why: String,
    pub rule: String,
    pub amount: Option<AmountText>,
    pub overdue: String,
    pub when: String,
    pub when_note: String,
    pub tone: Tone,
    pub affects_access: bool,
    /// The form that records it, and its button.
    pub record: Option<(DraftKind, String)>,
}

struct Found<'a> {
    id: &'a CustomerId,
    name: String,
    plan: &'a Plan,
}

/// What the page shows for the view and the search chosen.
#[must_use]
pub fn work(screen: &Screen<'_>) -> Work {
    let form = &screen.state.collections;
    let found = found(screen);
    let counts: Vec<usize> = View::ALL.iter().map(|v| entries(&found, *v).len()).collect();
    let due = counts.first().copied().unwrap_or(0);
    let view = form.view.unwrap_or(if due > 0 { View::Due } else { View::Coming });
    let all = entries(&found, view);
    let shown = all.len().min(ROWS.saturating_add(form.more));
    let left = all.len().saturating_sub(shown);
    let count = |n: usize| screen.format.number(i64::try_from(n).unwrap_or(i64::MAX));
    Work {
        lead: words::due_count(screen.lang(), &count(due)),
        stale: stale(screen, &found),
        view,
        views: View::ALL
            .into_iter()
            .zip(counts)
            .map(|(v, n)| (v, format!("{} {}", view_name(screen, v), count(n))))
            .collect(),
        search: form.search.clone(),
        lines: all.iter().take(shown).map(|entry| line(screen, entry)).collect(),
        more: (left > 0).then(|| words::more(screen.lang(), &count(left))),
    }
}

fn view_name(screen: &Screen<'_>, view: View) -> &'static str {
    let lang = screen.lang();
    match view {
        View::Due => words::due_today(lang),
        View::Coming => words::waiting(lang),
        View::Held => words::held(lang),
    }
}

fn found<'a>(screen: &Screen<'a>) -> Vec<Found<'a>> {
    let wanted = fold_name(&screen.state.collections.search);
    let state = screen.state;
    let summaries = state.desk.summaries.iter();
    summaries
        .filter_map(|(id, summary)| {
            let plan = summary.plan.as_ref()?;
            let name = shown_name(&state.book.accounts.get(id)?.customer.value);
            let fits = wanted.is_empty() || fold_name(&name).contains(&wanted);
            fits.then_some(Found { id, name, plan })
        })
        .collect()
}

/// A customer with the step or the hold that puts him on the list.
enum Entry<'a> {
    Step(&'a Found<'a>, &'a NextStep),
    Block(&'a Found<'a>, &'a Blocked),
}

fn entries<'a>(found: &'a [Found<'a>], view: View) -> Vec<Entry<'a>> {
    match view {
        View::Due => steps(found, |f| f.plan.due_now.iter().collect()),
        View::Coming => steps(found, |f| {
            let steps = f.plan.next.iter().chain(&f.plan.also);
            steps.filter(|s| !f.plan.due_now.contains(s)).collect()
        }),
        View::Held => held(found),
    }
}

/// By day, then the most severe first, then the oldest debt.
fn steps<'a>(
    found: &'a [Found<'a>],
    of: impl Fn(&'a Found<'a>) -> Vec<&'a NextStep>,
) -> Vec<Entry<'a>> {
    let mut all: Vec<(&Found<'_>, &NextStep)> =
        found.iter().flat_map(|f| of(f).into_iter().map(move |s| (f, s))).collect();
    all.sort_by_key(|(f, s)| (s.day, Reverse(s.index), Reverse(days_overdue(f.plan)), f.id));
    all.into_iter().map(|(f, s)| Entry::Step(f, s)).collect()
}

fn held<'a>(found: &'a [Found<'a>]) -> Vec<Entry<'a>> {
    let mut all: Vec<(&Found<'_>, &Blocked)> = found
        .iter()
        .flat_map(|f| f.plan.blocked.iter().map(move |b| (f, b)))
        .filter(|(_, b)| is_hold(&b.code))
        .collect();
    all.sort_by_key(|(f, b)| (b.until.unwrap_or(Day::MAX), f.id));
    all.into_iter().map(|(f, b)| Entry::Block(f, b)).collect()
}

/// What waits for a person or an answer, not for a day to come.
fn is_hold(code: &Code) -> bool {
    !matches!(
        code,
        Code::NotDue
            | Code::NoticeRunning { .. }
            | Code::NonWorkingDay
            | Code::OneADay { .. }
            | Code::CashDataStale { .. }
    )
}

fn days_overdue(plan: &Plan) -> i64 {
    let days = plan.positions.iter().filter_map(|p| p.days_past_due);
    days.max().unwrap_or(0)
}

fn line(screen: &Screen<'_>, entry: &Entry<'_>) -> Line {
    match entry {
        Entry::Step(found, step) => step_line(screen, found, step),
        Entry::Block(found, blocked) => block_line(screen, found, blocked),
    }
}

fn step_line(screen: &Screen<'_>, found: &Found<'_>, step: &NextStep) -> Line {
    let lang = screen.lang();
    let due = step.day <= screen.state.as_of();
    let tone = match (step.affects_access, due) {
        (true, _) => Tone::Danger,
        (_, true) => Tone::Late,
        _ => Tone::Due,
    };
    let draft = draft_of(step);
    Line {
        what: step_label(screen, &step.step.key),
        why: because_line(screen, binding(&step.because)),
        rule: step.step.rule.to_string(),
        amount: Some(AmountText::of(step.clears_if, screen.format)),
        when: when(screen, step.day),
        when_note: step
            .deadline
            .map_or_else(String::new, |d| words::by_day(lang, &screen.format.day_short(d))),
        tone,
        affects_access: step.affects_access,
        record: due.then(|| (draft, words::record_button(lang, step.kind).to_owned())),
        ..blank(screen, found)
    }
}

/// The reason that decides the day comes last; the customer's own page tells all of them.
fn binding(because: &[Because]) -> &[Because] {
    let from = because.len().saturating_sub(1);
    because.get(from..).unwrap_or_default()
}

fn block_line(screen: &Screen<'_>, found: &Found<'_>, blocked: &Blocked) -> Line {
    let lang = screen.lang();
    let waiting = blocked.step.as_ref().or(found.plan.next.as_ref().map(|n| &n.step));
    Line {
        what: waiting.map_or_else(String::new, |s| step_label(screen, &s.key)),
        why: blocked_text(screen, blocked),
        rule: blocked.rule.to_string(),
        amount: found.plan.positions.first().map(|p| AmountText::of(p.overdue, screen.format)),
        when: blocked
            .until
            .map_or_else(|| words::open_ended(lang).to_owned(), |d| screen.format.day_short(d)),
        when_note: words::until(lang).to_owned(),
        tone: Tone::Accent,
        ..blank(screen, found)
    }
}

fn blank(screen: &Screen<'_>, found: &Found<'_>) -> Line {
    let days = days_overdue(found.plan);
    Line {
        customer: found.id.clone(),
        href: Route::Customer(found.id.clone(), CustomerTab::Collections).to_string(),
        name: found.name.clone(),
        what: String::new(),
        why: String::new(),
        rule: String::new(),
        amount: None,
        overdue: if days > 0 {
            words::days_overdue(screen.lang(), &screen.format.number(days))
        } else {
            String::new()
        },
        when: String::new(),
        when_note: String::new(),
        tone: Tone::Neutral,
        affects_access: false,
        record: None,
    }
}

/// The form that records a step.
#[must_use]
pub fn draft_of(step: &NextStep) -> DraftKind {
    let key = Some(step.step.key.clone());
    if step.kind.is_notice() { DraftKind::Notice(key) } else { DraftKind::Action(key) }
}

fn when(screen: &Screen<'_>, day: Day) -> String {
    if day <= screen.state.as_of() {
        words::today(screen.lang()).to_owned()
    } else {
        screen.format.day_short(day)
    }
}

fn stale(screen: &Screen<'_>, found: &[Found<'_>]) -> Option<String> {
    let lang = screen.lang();
    let number = |n: u32| screen.format.number(i64::from(n));
    let blocked = found.iter().flat_map(|f| &f.plan.blocked);
    let mut codes = blocked.map(|b| &b.code);
    codes.find_map(|code| match code {
        Code::CashDataStale { seen: Some(seen), working_days, limit } => {
            let day = screen.format.day(*seen);
            Some(words::stale(lang, &day, &number(*working_days), &number(*limit)))
        }
        Code::CashDataStale { limit, .. } => Some(words::never_imported(lang, &number(*limit))),
        _ => None,
    })
}
