//! Customers who go one way, by a draft or by a challenger.

use crate::app::route::{CustomerTab, Route};
use crate::app::view_model::credit::terms;
use crate::app::view_model::{AmountText, Tone};
use crate::app::words::policy_page as words;
use crate::app::{Lang, Screen};
use crate::domain::Purse;
use crate::domain::ids::CustomerId;
use crate::engine::credit::{Direction, Moved, RuleMoves, Simulation};

/// Amounts before and after.
pub type Limits = (Vec<AmountText>, Vec<AmountText>);

/// How many go one way, and what they owe.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Swayed {
    pub direction: &'static str,
    pub tone: Tone,
    pub count: String,
    pub exposure: Vec<AmountText>,
    /// None where only the days to pay differ.
    pub limits: Option<Limits>,
    pub days_late: String,
    pub who: Vec<Who>,
    pub more: Option<String>,
}

/// A customer, to go to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Who {
    pub name: String,
    pub href: String,
    /// What changes for him.
    pub change: String,
}

/// How a draft or a challenger speaks of a group.
#[derive(Clone, Copy)]
pub(super) struct Said {
    pub direction: fn(Lang, Direction) -> &'static str,
    /// Median, worst, and how many are late now.
    pub days_late: fn(Lang, &str, &str, &str) -> String,
    /// Where no invoice tells.
    pub not_late: fn(Lang) -> &'static str,
}

/// Customers that are named of each group.
const NAMED: usize = 5;

pub(super) fn swayed(
    screen: &Screen<'_>,
    book: &Simulation,
    moves: &RuleMoves,
    said: Said,
) -> Swayed {
    let lang = screen.lang();
    let number = |n: usize| screen.format.number(i64::try_from(n).unwrap_or(i64::MAX));
    let people = moves.who.iter().filter_map(|at| book.customers.get(*at));
    let more = moves.who.len().saturating_sub(NAMED);
    Swayed {
        direction: (said.direction)(lang, moves.direction),
        tone: tone(moves.direction),
        count: words::customers(lang, &number(moves.sums.customers)),
        exposure: amounts(screen, &moves.sums.exposure),
        limits: limits(screen, moves),
        days_late: days_late(screen, moves, said),
        who: people.take(NAMED).map(|m| who(screen, m)).collect(),
        more: (more > 0).then(|| words::more_faults(lang, &number(more))),
    }
}

fn days_late(screen: &Screen<'_>, moves: &RuleMoves, said: Said) -> String {
    let lang = screen.lang();
    let late = &moves.days_late;
    match (late.median, late.worst) {
        (Some(median), Some(worst)) => {
            let now = i64::try_from(late.late_now).unwrap_or(i64::MAX);
            let [median, worst, now] = [median, worst, now].map(|n| screen.format.number(n));
            (said.days_late)(lang, &median, &worst, &now)
        }
        _ => (said.not_late)(lang).to_owned(),
    }
}

pub(super) fn amounts(screen: &Screen<'_>, purse: &Purse) -> Vec<AmountText> {
    purse.nonzero().map(|m| AmountText::of(m, screen.format)).collect()
}

fn limits(screen: &Screen<'_>, moves: &RuleMoves) -> Option<Limits> {
    let sums = &moves.sums;
    (moves.direction != Direction::Terms)
        .then(|| (amounts(screen, &sums.limit_before), amounts(screen, &sums.limit_after)))
}

/// How a way to go looks: days to pay alone are neither milder nor stricter.
const fn tone(direction: Direction) -> Tone {
    match direction {
        Direction::In | Direction::Raised => Tone::Settled,
        Direction::Out | Direction::Lowered => Tone::Late,
        Direction::Terms | Direction::Unchanged => Tone::Neutral,
    }
}

/// A customer and what changes for him.
pub(super) fn who(screen: &Screen<'_>, moved: &Moved) -> Who {
    let lang = screen.lang();
    let name = screen.state.book.accounts.get(&moved.customer);
    let outcome = |o| crate::app::words::credit::outcome_name(lang, o);
    let limit = |m: Option<crate::domain::Money>| {
        m.map_or_else(|| "–".to_owned(), |m| screen.format.money(m))
    };
    let change = match moved.direction {
        Direction::In | Direction::Out => {
            words::from_to(lang, &outcome(&moved.before), &outcome(&moved.after))
        }
        Direction::Terms => {
            let [before, after] =
                [moved.terms_before, moved.terms_after].map(|days| terms(screen, days));
            words::from_to(lang, &before, &after)
        }
        Direction::Raised | Direction::Lowered | Direction::Unchanged => {
            words::from_to(lang, &limit(moved.limit_before), &limit(moved.limit_after))
        }
    };
    Who {
        name: name.map_or_else(|| moved.customer.to_string(), |a| a.customer.value.name.clone()),
        href: href(&moved.customer),
        change,
    }
}

fn href(customer: &CustomerId) -> String {
    Route::Customer(customer.clone(), CustomerTab::Credit).to_string()
}
