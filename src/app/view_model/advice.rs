//! What to do today about each subscription of a customer, what it saves, by when, and what can no
//! longer be done: sentences that need no knowledge of Microsoft's pages, each with its rule.

use crate::app::Screen;
use crate::app::route::{CustomerTab, Route};
use crate::app::view_model::risk_text::{left, tone, until, why};
use crate::app::view_model::{AmountText, Tone};
use crate::app::words::risk as words;
use crate::book::Account;
use crate::domain::Money;
use crate::domain::ids::CustomerId;
use crate::engine::money_at_risk::{
    Advice, Closing, Feasibility, Why, advice, committed_after, standing_of,
};

/// A sentence and the rule it rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ruled {
    pub text: String,
    pub rule: String,
}

/// The advice for one subscription.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AdviceText {
    pub offer: String,
    pub product: String,
    /// What to do, as a verb; none when nothing saves money.
    pub act: Option<String>,
    /// What it saves and by when, or that nothing does.
    pub does: Ruled,
    pub saves: Option<AmountText>,
    /// The time that is left, and its end.
    pub left: String,
    pub until: String,
    pub tone: Tone,
    /// What can no longer be done, and what only seems to help.
    pub not: Vec<Ruled>,
    /// Where everything that an action would do is shown.
    pub href: String,
}

/// The advice for a customer of whom something is at stake; empty for the others.
#[must_use]
pub fn of_customer(screen: &Screen<'_>, id: &CustomerId) -> Vec<AdviceText> {
    let book = &screen.state.book;
    let at_stake = screen.state.desk.summary(id).is_some_and(|s| s.savable.at_stake);
    let Some(account) = book.accounts.get(id).filter(|_| at_stake) else {
        return Vec::new();
    };
    let all = advice(account, &screen.state.frame());
    all.iter().map(|a| one(screen, account, a)).collect()
}

fn one(screen: &Screen<'_>, account: &Account, advice: &Advice) -> AdviceText {
    let lang = screen.lang();
    let product = standing_of(account, &advice.subscription)
        .map_or_else(String::new, |s| words::product_name(lang, &s.product));
    let best = advice.best.as_ref();
    AdviceText {
        offer: advice.offer.clone(),
        product,
        act: best.map(|answer| words::action_name(lang, &answer.action)),
        does: does(screen, advice),
        saves: best
            .and_then(|answer| answer.saved.or(answer.saved_per_day))
            .map(|m| AmountText::of(m, screen.format)),
        left: match (best, advice.until) {
            (Some(_), until) => left(screen, until),
            (None, _) => String::new(),
        },
        until: until(screen, advice.until),
        tone: if best.is_some() { tone(screen, advice.until) } else { Tone::Neutral },
        not: not(screen, account, advice),
        href: Route::Customer(account.customer.value.id.clone(), CustomerTab::Subscriptions)
            .to_string(),
    }
}

fn does(screen: &Screen<'_>, advice: &Advice) -> Ruled {
    let lang = screen.lang();
    let money = |m: Money| screen.format.money(m);
    let Some(answer) = &advice.best else {
        let rule = advice.closed.iter().chain(&advice.hollow).chain(&advice.unknown).next();
        let rule = rule.map_or("MAR-113".to_owned(), |answer| answer.rule.to_string());
        return Ruled { text: words::nothing_saves(lang).to_owned(), rule };
    };
    let text = match (advice.until, answer.saved, answer.saved_per_day) {
        (Some(closes), Some(saved), _) => {
            words::saves_by(lang, &money(saved), &until(screen, Some(closes)))
        }
        (_, _, Some(per_day)) => words::saves_daily(lang, &money(per_day)),
        (_, Some(saved), None) => words::saves_now(lang, &money(saved)),
        (_, None, None) => words::no_last_day(lang).to_owned(),
    };
    Ruled { text, rule: answer.rule.to_string() }
}

/// What is closed, what only seems to help, and what nobody can tell.
fn not(screen: &Screen<'_>, account: &Account, advice: &Advice) -> Vec<Ruled> {
    let lang = screen.lang();
    let closed = advice.closed.iter().map(|answer| Ruled {
        text: gone(screen, account, advice, answer),
        rule: answer.rule.to_string(),
    });
    let hollow = advice.hollow.iter().map(|answer| {
        let effects = answer.side_effects.iter();
        let billed = effects
            .clone()
            .find(|(effect, _)| *effect == crate::engine::money_at_risk::SideEffect::StillBilled);
        let rule = billed.map_or(&answer.rule, |(_, rule)| rule);
        Ruled { text: words::suspend_hollow(lang).to_owned(), rule: rule.to_string() }
    });
    let unknown = advice.unknown.iter().map(|answer| {
        let name = words::action_name(lang, &answer.action);
        let text = words::cannot_tell_about(lang, &name, &why(screen, &answer.why));
        Ruled { text, rule: answer.rule.to_string() }
    });
    let mut all: Vec<Ruled> = closed.chain(hollow).chain(unknown).collect();
    all.dedup();
    all
}

fn gone(screen: &Screen<'_>, account: &Account, advice: &Advice, answer: &Feasibility) -> String {
    let lang = screen.lang();
    let Why::WindowClosed(closed) = &answer.why else {
        return why(screen, &answer.why);
    };
    let day = screen.format.day(Closing::last_day(*closed));
    let subscription = standing_of(account, &advice.subscription);
    let committed = subscription.and_then(|s| {
        let left = committed_after(&s, screen.state.as_of()).ok().flatten()?;
        left.is_positive().then_some((left, s.term_end?))
    });
    match committed {
        Some((left, end)) => {
            words::cancel_gone(lang, &day, &screen.format.money(left), &screen.format.day(end))
        }
        None => words::cancel_gone_plain(lang, &day),
    }
}
