//! Money at risk in words: windows, clocks, and the answer for one action.

use crate::app::Screen;
use crate::app::view_model::{AmountText, Tone};
use crate::app::words::risk as words;
use crate::domain::Money;
use crate::domain::action::ActionKind;
use crate::domain::ids::{CustomerId, SubscriptionId};
use crate::engine::money_at_risk::{
    BY_PROVIDER, Closing, Reversible, SideEffect, Stage, Takes, Why, Window, WindowKind,
};

/// An action that can be recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActText {
    pub label: String,
    pub customer: CustomerId,
    pub subscription: SubscriptionId,
    pub action: ActionKind,
}

/// One window, ready to show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WindowText {
    pub what: &'static str,
    pub why: &'static str,
    pub rule: String,
    pub offer: Option<String>,
    pub figure: Option<AmountText>,
    pub figure_caption: &'static str,
    pub left: String,
    pub until: String,
    pub tone: Tone,
    pub act: Option<ActText>,
}

/// A window in words.
#[must_use]
pub fn window_text(screen: &Screen<'_>, window: &Window) -> WindowText {
    let lang = screen.lang();
    let (what, why, figure_caption) = match &window.kind {
        WindowKind::Cancel => {
            (words::cancel_closes(lang), words::why_cancel(lang), words::saved_by_acting(lang))
        }
        WindowKind::Renewal => {
            (words::renews(lang), words::why_renewal(lang), words::next_term(lang))
        }
        WindowKind::ExtendedTermBegins => (words::extends(lang), words::why_extended(lang), ""),
        WindowKind::ExtendedTermRuns => {
            (words::extended_runs(lang), words::why_extended_runs(lang), "")
        }
        WindowKind::LegacyRuns => {
            (words::legacy_runs(lang), words::why_legacy_runs(lang), words::given_back(lang))
        }
        WindowKind::SuspendedToEnd => {
            (words::suspended_ends(lang), words::why_suspended_ends(lang), "")
        }
        WindowKind::RunningConsumption => {
            (words::consumption_runs(lang), words::why_running(lang), words::each_day(lang))
        }
        WindowKind::Budget if window.closes.is_none() => {
            (words::budget_passed(lang), words::why_budget_passed(lang), words::each_day(lang))
        }
        WindowKind::Budget => {
            (words::budget_ends(lang), words::why_budget_ends(lang), words::each_day(lang))
        }
        WindowKind::RefundException(_) => (words::refund_closes(lang), words::why_refund(lang), ""),
        WindowKind::OwnBill(_)
            if window.rule.as_str() == crate::platform::partner_bill::SUSPENDED_AFTER =>
        {
            (words::own_bill_suspends(lang), words::why_own_bill(lang), words::to_pay(lang))
        }
        WindowKind::OwnBill(_) if window.rule.as_str() == BY_PROVIDER => {
            (words::provider_bill_due(lang), words::why_provider_bill(lang), words::to_pay(lang))
        }
        WindowKind::OwnBill(_) => {
            (words::own_bill_due(lang), words::why_own_bill(lang), words::to_pay(lang))
        }
    };
    WindowText {
        what,
        why,
        rule: window.rule.to_string(),
        offer: offer(screen, window),
        figure: window.saves.or(window.per_day).map(|m| AmountText::of(m, screen.format)),
        figure_caption,
        left: left(screen, window.closes),
        until: until_short(screen, window.closes),
        tone: tone(screen, window.closes),
        act: act(screen, window),
    }
}

fn offer(screen: &Screen<'_>, window: &Window) -> Option<String> {
    if let WindowKind::OwnBill(number) = &window.kind {
        return Some(number.to_string());
    }
    let account = screen.state.book.accounts.get(window.customer.as_ref()?)?;
    let kept = account.subscriptions.get(window.subscription.as_ref()?)?;
    Some(kept.value.offer.clone())
}

fn act(screen: &Screen<'_>, window: &Window) -> Option<ActText> {
    let (customer, subscription) = (window.customer.clone()?, window.subscription.clone()?);
    let name = words::action_name(screen.lang(), &window.act);
    Some(ActText {
        label: words::record(screen.lang(), &name),
        customer,
        subscription,
        action: window.act.clone(),
    })
}

/// How much time is left: days, or hours and minutes on the last day.
#[must_use]
pub fn left(screen: &Screen<'_>, closes: Option<Closing>) -> String {
    let lang = screen.lang();
    let Some(closes) = closes else {
        return words::every_day_counts(lang).to_owned();
    };
    match closes.minutes_left(screen.state.moment()) {
        None => words::over(lang).to_owned(),
        Some(minutes) => duration(screen, minutes),
    }
}

/// A length of time to come, as coarse as it may be read.
#[must_use]
pub fn duration(screen: &Screen<'_>, minutes: i64) -> String {
    let lang = screen.lang();
    let number = |n: i64| screen.format.number(n);
    match minutes {
        ..60 => words::left_minutes(lang, &number(minutes.max(0))),
        60..2880 => words::left_hours(
            lang,
            &number(minutes.div_euclid(60)),
            &number(minutes.rem_euclid(60)),
        ),
        _ => words::left_days(lang, &number(minutes.div_euclid(1440))),
    }
}

/// The end itself.
#[must_use]
pub fn until(screen: &Screen<'_>, closes: Option<Closing>) -> String {
    match closes {
        None => String::new(),
        Some(Closing::Moment(at)) => screen.format.moment(at),
        Some(Closing::EndOf(day)) => screen.format.day(day),
    }
}

/// The end as a list shows it: a time today, else the day without its year.
#[must_use]
pub fn until_short(screen: &Screen<'_>, closes: Option<Closing>) -> String {
    match closes {
        None => String::new(),
        Some(Closing::Moment(at)) if at.day() == screen.state.as_of() => screen.format.time(at),
        Some(Closing::Moment(at)) => {
            let (day, time) = (screen.format.day_short(at.day()), screen.format.time(at));
            format!("{day}, {time}")
        }
        Some(Closing::EndOf(day)) => screen.format.day_short(day),
    }
}

/// The nearer the end, the louder.
#[must_use]
pub fn tone(screen: &Screen<'_>, closes: Option<Closing>) -> Tone {
    let minutes = closes.and_then(|c| c.minutes_left(screen.state.moment()));
    match (closes, minutes) {
        (None, _) => Tone::Late,
        (Some(_), None) => Tone::Neutral,
        (_, Some(..1440)) => Tone::Danger,
        (_, Some(1440..4320)) => Tone::Late,
        (_, Some(4320..20160)) => Tone::Due,
        (_, Some(_)) => Tone::Neutral,
    }
}

/// Why an action may or may not be done.
#[must_use]
pub fn why(screen: &Screen<'_>, why: &Why) -> String {
    let lang = screen.lang();
    match why {
        Why::InsideWindow(closes) => words::window_open(lang, &until(screen, Some(*closes))),
        Why::WindowClosed(closes) => {
            words::window_closed(lang, &screen.format.day(closes.last_day()))
        }
        Why::WindowUnknown => words::why_window_unknown(lang).to_owned(),
        Why::AnyTime => words::why_any_time(lang).to_owned(),
        Why::UntilTermEnd(day) => words::until_term_end(lang, &screen.format.day(*day)),
        Why::TermOver => words::why_term_over(lang).to_owned(),
        Why::AlreadySuspended => words::why_suspended(lang).to_owned(),
        Why::NotSuspended => words::why_not_suspended(lang).to_owned(),
        Why::AlreadySet => words::why_set(lang).to_owned(),
        Why::StateForbids(status) => words::state_forbids(lang, &words::status_name(lang, status)),
        Why::NotForThisProduct => words::why_not_for(lang).to_owned(),
        Why::ChildrenActive(1) => words::one_child(lang).to_owned(),
        Why::ChildrenActive(count) => {
            words::children(lang, &screen.format.number(i64::from(*count)))
        }
        Why::Unwritten => words::why_unwritten(lang).to_owned(),
        Why::UnknownProduct => words::why_unknown_product(lang).to_owned(),
    }
}

/// When something takes effect.
#[must_use]
pub fn takes(screen: &Screen<'_>, takes: Takes) -> String {
    let lang = screen.lang();
    match takes {
        Takes::AtOnce => words::at_once(lang).to_owned(),
        Takes::From(day) => words::from_day(lang, &screen.format.day_short(day)),
        Takes::Never => words::no(lang).to_owned(),
        Takes::CannotTell => words::cannot_tell(lang).to_owned(),
    }
}

/// Until when something can be taken back.
#[must_use]
pub fn reversible(screen: &Screen<'_>, reversible: Reversible) -> String {
    let lang = screen.lang();
    match reversible {
        Reversible::UntilEndOf(day) => words::until_day(lang, &screen.format.day(day)),
        Reversible::AnyTime => words::any_time(lang).to_owned(),
        Reversible::Never => words::never(lang).to_owned(),
        Reversible::CannotTell => words::cannot_tell(lang).to_owned(),
    }
}

/// A side effect as a sentence.
#[must_use]
pub fn side_effect(screen: &Screen<'_>, effect: &SideEffect) -> String {
    let lang = screen.lang();
    let day = |day: crate::domain::Day| screen.format.day(day);
    let phrase = match effect {
        SideEffect::UsersLockedOut => words::users_locked(lang),
        SideEffect::UsersBackAtOnce => words::users_back(lang),
        SideEffect::StillBilled => words::still_billed(lang),
        SideEffect::AutoRenewSwitchedOff => words::renew_switched_off(lang),
        SideEffect::AutoRenewStaysOff => words::renew_stays_off(lang),
        SideEffect::ScheduledChangesDropped => words::changes_dropped(lang),
        SideEffect::TransferBlocked => words::transfer_blocked(lang),
        SideEffect::SeatChangeBlocked => words::seats_blocked(lang),
        SideEffect::NotRecoverable => words::not_recoverable(lang),
        SideEffect::CustomerCanReactivate => words::customer_reactivates(lang),
        SideEffect::SoftwareFirst => words::software_first(lang),
        SideEffect::DataSavedBy(by) => return words::data_saved_by(lang, &day(*by)),
        SideEffect::DeletedOn(on) => return words::deleted_on(lang, &day(*on)),
        SideEffect::RenewsOn(on) => return words::renews_on(lang, &day(*on)),
        SideEffect::ExtendedTermFrom(from) => return words::extended_from(lang, &day(*from)),
        SideEffect::FreeUseFrom(from) => return words::free_from(lang, &day(*from)),
        SideEffect::UnknownFrom(from) => return words::unknown_from(lang, &day(*from)),
    };
    phrase.to_owned()
}

/// A stretch in the life of a subscription.
#[must_use]
pub fn stage_name(screen: &Screen<'_>, stage: Stage) -> &'static str {
    let lang = screen.lang();
    match stage {
        Stage::Active => words::stage_active(lang),
        Stage::Suspended => words::stage_suspended(lang),
        Stage::Renewed => words::stage_renewed(lang),
        Stage::ExtendedTerm => words::stage_extended(lang),
        Stage::Expired => words::stage_expired(lang),
        Stage::Disabled => words::stage_disabled(lang),
        Stage::Deleted => words::stage_deleted(lang),
        Stage::Unknown => words::stage_unknown(lang),
    }
}

/// An amount, or that it cannot be told.
pub fn amount_or_unknown(screen: &Screen<'_>, amount: Option<Money>) -> Result<AmountText, String> {
    amount
        .map(|m| AmountText::of(m, screen.format))
        .ok_or_else(|| words::cannot_tell(screen.lang()).to_owned())
}
