//! "May I sell him this?": an incoming purchase with its whole term, against the limit.

use crate::app::Screen;
use crate::app::update::credit::SaleDraft;
use crate::app::view_model::{AmountText, Tone};
use crate::app::words::credit as words;
use crate::domain::Money;
use crate::domain::ids::CustomerId;
use crate::domain::text::ungrouped;
use crate::engine::credit::attributes::currency_of;
use crate::engine::credit::{NoSale, Sale, Standing, may_sell};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SaleView {
    pub currency: String,
    pub draft: SaleDraft,
    pub wrong_price: Option<String>,
    /// None until a price is typed.
    pub answer: Option<Answer>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    pub commitment: AmountText,
    pub text: String,
    pub tone: Tone,
    pub left: Option<AmountText>,
    /// The mark of use that is reached, or the rule that stands against it.
    pub rule: String,
    pub mark: Option<String>,
}

#[must_use]
pub fn sale(screen: &Screen<'_>, customer: &CustomerId) -> Option<SaleView> {
    let state = screen.state;
    let account = state.book.accounts.get(customer)?;
    let currency = currency_of(&state.book, account, state.as_of());
    let draft = state.credit.sale_of(customer);
    let typed = ungrouped(&draft.price);
    let price = Money::parse(&typed, currency).ok().filter(|m| m.is_positive());
    let wrong = !typed.is_empty() && price.is_none();
    let commitment = price.and_then(|price| price.times(periods(&draft)).ok());
    Some(SaleView {
        currency: currency.to_string(),
        wrong_price: wrong.then(|| words::wrong_price(screen.lang()).to_owned()),
        answer: commitment.and_then(|c| answer(screen, customer, c)),
        draft,
    })
}

/// How often the price is paid until the end of the term.
fn periods(draft: &SaleDraft) -> i64 {
    let months: i64 = draft.months.parse().unwrap_or(12);
    match draft.every.as_str() {
        "month" => months,
        "year" => months.checked_div(12).unwrap_or(1).max(1),
        _ => 1,
    }
}

fn answer(screen: &Screen<'_>, customer: &CustomerId, commitment: Money) -> Option<Answer> {
    let state = screen.state;
    let policy = state.policy_in_force.as_deref()?;
    let account = state.book.accounts.get(customer)?;
    let decision = account.decision_on(state.as_of()).map(|d| &d.value);
    let summary = state.desk.summaries.get(customer)?;
    let used = summary.utilisation.as_ref().map(|u| u.used);
    let standing = Standing {
        limit: decision.and_then(|d| d.limit),
        expires: decision.and_then(|d| d.expires),
        used: used.unwrap_or_else(|| Money::zero(commitment.currency())),
    };
    let sale = may_sell(&policy.document, standing, commitment, state.as_of());
    let lang = screen.lang();
    let shown = AmountText::of(commitment, screen.format);
    Some(match sale {
        Sale::Yes { available, mark } => Answer {
            commitment: shown,
            text: words::may_be_sold(lang).to_owned(),
            tone: if mark.reached.is_some() { Tone::Due } else { Tone::Settled },
            left: Some(AmountText::of(available, screen.format)),
            rule: mark.rule.to_string(),
            mark: mark
                .reached
                .map(|m| words::mark_reached(lang, &screen.format.number(i64::from(m)))),
        },
        Sale::No(no) => Answer {
            commitment: shown,
            text: format!("{}. {}", words::may_not_be_sold(lang), why(screen, &no)),
            tone: Tone::Danger,
            left: None,
            rule: no.rule().to_string(),
            mark: None,
        },
    })
}

fn why(screen: &Screen<'_>, no: &NoSale) -> String {
    let lang = screen.lang();
    match no {
        NoSale::NoLimit => words::no_limit_yet(lang).to_owned(),
        NoSale::Expired { on } => words::limit_expired(lang, &screen.format.day(*on)),
        NoSale::Blocked => words::limit_blocked(lang).to_owned(),
        NoSale::TooLarge { short_by } => words::short_by(lang, &screen.format.money(*short_by)),
        NoSale::OtherCurrency { limit } => words::other_money(lang, &screen.format.money(*limit)),
    }
}
