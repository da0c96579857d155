//! Collections in sentences: stages, reasons for a day, reasons for waiting.

use crate::app::view_model::Tone;
use crate::app::words::{collections as words, collections_reasons as reasons, risk};
use crate::app::{Lang, Screen};
use crate::engine::collections::{Because, Blocked, Caution, Code, Plan, Stage, StepRef};
use crate::policy::Words;
use crate::policy::ladder::DelayUnit;

/// A text of the policy in the reader's language.
#[must_use]
pub fn policy_words(lang: Lang, text: &Words) -> String {
    match lang {
        Lang::En => text.en.clone(),
        Lang::ZhHant => text.zh_hant.clone(),
    }
}

/// The ladder's name for a step; the key where the ladder no longer has it.
#[must_use]
pub fn step_label(screen: &Screen<'_>, key: &str) -> String {
    let steps = screen.state.desk.rules.ladder.steps.iter();
    let found = steps.clone().find(|s| s.key == key);
    found.map_or_else(|| key.to_owned(), |s| policy_words(screen.lang(), &s.label))
}

fn label(screen: &Screen<'_>, step: &StepRef) -> String {
    step_label(screen, &step.key)
}

/// Where a customer stands, in a few words.
#[must_use]
pub fn stage_text(screen: &Screen<'_>, stage: &Stage) -> (String, Tone) {
    let lang = screen.lang();
    let day = |d| screen.format.day_short(d);
    match stage {
        Stage::Clear => (words::stage_clear(lang).to_owned(), Tone::Settled),
        Stage::Due { step, kind } => {
            let tone = if kind.affects_access() { Tone::Danger } else { Tone::Late };
            (words::stage_due(lang, &label(screen, step)), tone)
        }
        Stage::NoticeRunning { notice, until } => {
            let text = words::stage_running(lang, &label(screen, notice), &day(*until));
            (text, Tone::Due)
        }
        Stage::MaySuspend { from } => (words::stage_may_suspend(lang, &day(*from)), Tone::Late),
        Stage::Waiting { step, from } => {
            let text = words::stage_waiting(lang, &label(screen, step), &day(*from));
            (text, Tone::Due)
        }
        Stage::Held { reason, until } => {
            let reason = words::hold_reason(lang, reason);
            (words::stage_held(lang, &reason, &day(*until)), Tone::Accent)
        }
        Stage::Promised { until } => (words::stage_promised(lang, &day(*until)), Tone::Accent),
        Stage::Disputed => (words::stage_disputed(lang).to_owned(), Tone::Accent),
        Stage::Tolerated => (words::stage_tolerated(lang).to_owned(), Tone::Neutral),
        Stage::CashDataStale => (words::stage_stale(lang).to_owned(), Tone::Due),
        Stage::Blocked { code } => (code_text(screen, code), Tone::Due),
        Stage::LadderDone => (words::stage_done(lang).to_owned(), Tone::Danger),
    }
}

/// Why a step comes on its day, one sentence each.
#[must_use]
pub fn because_text(screen: &Screen<'_>, why: &Because) -> String {
    let lang = screen.lang();
    let day = |d| screen.format.day(d);
    let number = |n| screen.format.number(n);
    match why {
        Because::Due { invoice, due, delay, unit } => {
            due_text(screen, invoice.as_str(), &day(*due), (*delay, *unit))
        }
        Because::Paused { days } => reasons::paused(lang, &number(*days)),
        Because::AfterStep { step, on, .. } => {
            reasons::after_step(lang, &step_label(screen, step), &day(*on))
        }
        Because::NoticeGave { step, sent, days } => {
            let step = step_label(screen, step);
            match days {
                0 => reasons::sent_on(lang, &step, &day(*sent)),
                n if *sent > screen.state.as_of() => {
                    reasons::notice_would(lang, &step, &day(*sent), &number(i64::from(*n)))
                }
                n => reasons::notice_gave(lang, &step, &day(*sent), &number(i64::from(*n))),
            }
        }
        Because::DeadlinePrinted { step, deadline } => {
            reasons::deadline(lang, &step_label(screen, step), &day(*deadline))
        }
        Because::FreshNotice { step, from, days } => {
            let days = number(i64::from(*days));
            reasons::fresh(lang, &step_label(screen, step), &day(*from), &days)
        }
        Because::AfterHold { until } => reasons::after_hold(lang, &day(*until)),
        Because::AfterPromise { until } => reasons::after_promise(lang, &day(*until)),
        Because::MovedFrom { day: moved } => reasons::moved_from(lang, &day(*moved)),
        Because::OneADay { on } => reasons::another_step(lang, &day(*on)),
        Because::Late { since } => reasons::late(lang, &day(*since)),
    }
}

fn due_text(
    screen: &Screen<'_>,
    invoice: &str,
    due: &str,
    (delay, unit): (i64, DelayUnit),
) -> String {
    let lang = screen.lang();
    let days = screen.format.number(delay.saturating_abs());
    match unit {
        _ if delay < 0 => reasons::due_before(lang, invoice, due, &days),
        DelayUnit::Calendar => reasons::due_after(lang, invoice, due, &days),
        DelayUnit::Working => reasons::due_after_working(lang, invoice, due, &days),
    }
}

/// All reasons of a step in one line, the binding one last.
#[must_use]
pub fn because_line(screen: &Screen<'_>, because: &[Because]) -> String {
    let parts: Vec<String> = because.iter().map(|b| because_text(screen, b)).collect();
    let line = parts.join(match screen.lang() {
        Lang::En => "; ",
        Lang::ZhHant => "；",
    });
    sentence_start(&line)
}

/// A sentence begins with a capital where the script has them.
#[must_use]
pub fn sentence_start(text: &str) -> String {
    let mut chars = text.chars();
    match chars.next() {
        Some(first) => first.to_uppercase().chain(chars).collect(),
        None => String::new(),
    }
}

/// Why something is not done.
#[must_use]
pub fn blocked_text(screen: &Screen<'_>, blocked: &Blocked) -> String {
    sentence_start(&code_text(screen, &blocked.code))
}

fn code_text(screen: &Screen<'_>, code: &Code) -> String {
    let lang = screen.lang();
    let day = |d| screen.format.day(d);
    let money = |m| screen.format.money(m);
    match code {
        Code::NotDue => reasons::not_due(lang).to_owned(),
        Code::Tolerance { overdue, tolerance } => {
            reasons::tolerance(lang, &money(*overdue), &money(*tolerance))
        }
        Code::Disputed { invoice, amount, since } => {
            reasons::disputed(lang, &money(*amount), invoice.as_str(), &day(*since))
        }
        Code::Held { reason, owner } => {
            reasons::held(lang, &words::hold_reason(lang, reason), owner)
        }
        Code::Promise { amount, due } => reasons::promise(lang, &money(*amount), &day(*due)),
        Code::PaymentClaimed { owner } => reasons::claimed(lang, owner),
        Code::NoticeNotSent { returned: true, on } => reasons::came_back(lang, &day(*on)),
        Code::NoticeNotSent { on, .. } => reasons::not_sent(lang, &day(*on)),
        Code::NoticeRunning { notice, sent } => {
            reasons::running(lang, &label(screen, notice), &day(*sent))
        }
        Code::NonWorkingDay => reasons::non_working(lang).to_owned(),
        Code::CashDataStale { .. } => stale_text(screen, code),
        Code::AllocationPending { unapplied, overdue } => {
            reasons::allocation(lang, &money(*unapplied), &money(*overdue))
        }
        Code::NoContact { returned } => reasons::no_contact(lang, &day(*returned)),
        Code::ActionInfeasible { instead } if instead.is_empty() => {
            reasons::infeasible(lang).to_owned()
        }
        Code::ActionInfeasible { instead } => {
            let names: Vec<String> = instead.iter().map(|a| risk::action_name(lang, a)).collect();
            reasons::infeasible_but(lang, &names.join(" + "))
        }
        Code::LadderDone => reasons::ladder_done(lang).to_owned(),
        Code::BelowMinimum { overdue, minimum } => {
            reasons::below_minimum(lang, &money(*overdue), &money(*minimum))
        }
        Code::OneADay { on } => reasons::one_a_day(lang, &day(*on)),
    }
}

fn stale_text(screen: &Screen<'_>, code: &Code) -> String {
    let lang = screen.lang();
    let number = |n: u32| screen.format.number(i64::from(n));
    match code {
        Code::CashDataStale { seen: Some(seen), working_days, .. } => {
            reasons::stale(lang, &screen.format.day(*seen), &number(*working_days))
        }
        Code::CashDataStale { limit, .. } => reasons::never_imported(lang, &number(*limit)),
        _ => String::new(),
    }
}

#[must_use]
pub fn caution_text(screen: &Screen<'_>, caution: &Caution) -> String {
    let lang = screen.lang();
    match caution {
        Caution::DueAssumed { invoice, due } => {
            reasons::due_assumed(lang, invoice.as_str(), &screen.format.day(*due))
        }
        Caution::AllocationAssumed => reasons::assumed_allocation(lang).to_owned(),
        Caution::HolidaysUnknown { year } => reasons::holidays(lang, &year.to_string()),
        Caution::NoAddress => reasons::no_address(lang).to_owned(),
    }
}

/// Whether anything is overdue in a plan.
#[must_use]
pub fn is_overdue(plan: &Plan) -> bool {
    plan.positions.iter().any(|p| p.overdue.is_positive())
}
