//! The challenger: a second version of the policy, asked at every decision beside the one in force.
//! It decides nothing; what it would have decided is compared with what the policy proposed.
//!
//! A credit manager lets a stricter draft run along for a quarter: of 40 decisions it agrees with 35,
//! declines four customers, and two of those four paid more than 30 days late since.

use std::collections::BTreeMap;

use super::attributes::{Facts, Typed, currency_of, gather};
use super::decision::decide;
use super::record::record;
use super::said::as_proposed;
use super::simulate::{Direction, Granted, Moved, Simulation, direction};
use crate::book::{Account, Book, ChallengerAnswerRecord, Recorded};
use crate::domain::decision::{DecisionRecord, Outcome};
use crate::domain::{Day, Money, order};
use crate::policy::Compiled;

/// What the challenger would have decided of the same customer on the same day, with what was typed in.
#[must_use]
pub fn challenge(
    challenger: &Compiled,
    (book, account): (&Book, &Account),
    taken: &DecisionRecord,
    typed: &[Typed],
) -> DecisionRecord {
    let (inputs, _) = gather(challenger, (book, account), taken.as_of, typed);
    let decision = decide(challenger, &inputs, taken.as_of);
    record(&decision, &taken.customer, taken.requested)
}

/// One version beside the policies that decided, over all decisions at which it was asked.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    pub policy_id: String,
    pub version: String,
    pub sha256: String,
    /// Days of the first and the last decision at which it was asked.
    pub days: (Day, Day),
    /// By month, its first day first.
    pub months: Vec<Month>,
    /// Each customer once, by the latest decision at which the challenger was asked: the policy that
    /// decided is before, the challenger after. Days late are of invoices that came due since.
    pub latest: Simulation,
}

/// Decisions of one month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Month {
    /// Its first day.
    pub first: Day,
    pub decisions: usize,
    /// Those with the same outcome, limit and days to pay.
    pub agreed: usize,
}

impl Comparison {
    #[must_use]
    pub fn decisions(&self) -> usize {
        self.months.iter().map(|m| m.decisions).sum()
    }

    #[must_use]
    pub fn agreed(&self) -> usize {
        self.months.iter().map(|m| m.agreed).sum()
    }
}

/// Every version that was ever asked, the one asked last first.
///
/// The challenger is compared with what the policy proposed and not with what a person made of it.
#[must_use]
pub fn comparisons(book: &Book, as_of: Day) -> Vec<Comparison> {
    let mut by_version: BTreeMap<&str, Vec<Pair<'_>>> = BTreeMap::new();
    for pair in book.accounts.values().flat_map(pairs).filter(|p| p.answer.as_of <= as_of) {
        by_version.entry(pair.answer.policy_sha256.as_str()).or_default().push(pair);
    }
    let all = by_version.into_values().filter_map(|pairs| compare(book, as_of, pairs));
    let mut all: Vec<Comparison> = all.collect();
    order::sort_by(&mut all, |a, b| b.days.1.cmp(&a.days.1).then(a.sha256.cmp(&b.sha256)));
    all
}

/// The latest answer of a challenger to a decision.
#[must_use]
pub fn answer_to<'a>(
    account: &'a Account,
    decision: &Recorded<DecisionRecord>,
) -> Option<&'a ChallengerAnswerRecord> {
    account.challenged.iter().rev().find(|c| c.decision == decision.mark.entry)
}

/// Decisions since a version was named at which it was not asked, as those of an older program.
#[must_use]
pub fn unanswered(book: &Book) -> usize {
    let Some(challenger) = book.challengers.last() else {
        return 0;
    };
    let since = |d: &&Recorded<DecisionRecord>| {
        d.mark.recorded > challenger.mark.recorded && d.value.policy_sha256 != challenger.sha256
    };
    let of = |account: &Account| {
        let decisions = account.decisions.iter().filter(since);
        decisions.filter(|d| answer_to(account, d).is_none()).count()
    };
    book.accounts.values().map(of).sum()
}

/// Which way the challenger would have gone from what was proposed.
#[must_use]
pub fn differs(decision: &DecisionRecord, answer: &DecisionRecord) -> Direction {
    let (old, mut new) = (proposed(decision), proposed(answer));
    // What a person changed took the place of the proposed days, and only it is recorded.
    if !as_proposed(decision) {
        new.2 = old.2;
    }
    direction(severity, &old, &new)
}

/// A decision and the challenger's answer to it.
struct Pair<'b> {
    account: &'b Account,
    decision: &'b Recorded<DecisionRecord>,
    answer: &'b DecisionRecord,
}

fn pairs(account: &Account) -> impl Iterator<Item = Pair<'_>> {
    account.decisions.iter().filter_map(move |decision| {
        let answer = &answer_to(account, decision)?.answer;
        Some(Pair { account, decision, answer })
    })
}

fn compare(book: &Book, as_of: Day, pairs: Vec<Pair<'_>>) -> Option<Comparison> {
    let first = pairs.first()?.answer;
    let days = pairs.iter().map(|p| p.answer.as_of);
    let span = (days.clone().min()?, days.max()?);
    let about =
        [&first.policy_id, &first.policy_version, &first.policy_sha256].map(String::to_owned);
    let mut latest: BTreeMap<_, &Pair<'_>> = BTreeMap::new();
    let mut months: BTreeMap<Day, Month> = BTreeMap::new();
    for pair in &pairs {
        let place = latest.entry(&pair.account.customer.value.id).or_insert(pair);
        if when(pair) > when(place) {
            *place = pair;
        }
        let first = month_of(pair.answer.as_of);
        let month = months.entry(first).or_insert(Month { first, decisions: 0, agreed: 0 });
        month.decisions = month.decisions.saturating_add(1);
        let agrees = differs(&pair.decision.value, pair.answer) == Direction::Unchanged;
        month.agreed = month.agreed.saturating_add(usize::from(agrees));
    }
    let moved = latest.into_values().map(|pair| moved(book, as_of, pair)).collect();
    let [policy_id, version, sha256] = about;
    Some(Comparison {
        policy_id,
        version,
        sha256,
        days: span,
        months: months.into_values().collect(),
        latest: Simulation::of(as_of, moved),
    })
}

fn when(pair: &Pair<'_>) -> (Day, crate::domain::Instant) {
    (pair.answer.as_of, pair.decision.mark.recorded)
}

fn month_of(day: Day) -> Day {
    day.plus_days_clamped(1_i64.saturating_sub(i64::from(day.day_of_month())))
}

/// What a policy proposed: a person may have decided otherwise, which tells of the person.
fn proposed(record: &DecisionRecord) -> Granted {
    (record.proposed.clone(), record.proposed_limit, record.terms_days)
}

fn severity(outcome: &Outcome) -> usize {
    Outcome::KNOWN.iter().position(|o| o == outcome).unwrap_or(Outcome::KNOWN.len())
}

fn moved(book: &Book, as_of: Day, pair: &Pair<'_>) -> Moved {
    let (decision, answer) = (&pair.decision.value, pair.answer);
    let currency = currency_of(book, pair.account, as_of);
    let facts = Facts::new(book, pair.account, as_of, currency);
    let codes = |these: &DecisionRecord, those: &DecisionRecord| {
        let known = |code: &String| those.reasons.iter().any(|r| r.code == *code);
        these.reasons.iter().map(|r| r.code.clone()).filter(|c| !known(c)).collect()
    };
    Moved {
        customer: pair.account.customer.value.id.clone(),
        before: decision.proposed.clone(),
        after: answer.proposed.clone(),
        limit_before: decision.proposed_limit,
        limit_after: answer.proposed_limit,
        terms_before: decision.terms_days,
        terms_after: answer.terms_days,
        direction: differs(decision, answer),
        by: None,
        new_reasons: codes(answer, decision),
        gone_reasons: codes(decision, answer),
        owed: facts.receivables.owed(),
        exposure: facts.exposure.total(),
        days_late: facts.receivables.oldest_days_past_due(),
        worst_days_late: late_since(&facts, decision.as_of),
    }
}

/// The most days by which an invoice was late that came due after a day; none where none did.
fn late_since(facts: &Facts<'_>, day: Day) -> Option<i64> {
    let settled = facts.receivables.settled.iter().filter(|s| s.due > day);
    let settled = settled.map(|s| s.due.days_until(s.settled).max(0));
    let due = facts.receivables.overdue_items().filter(|i| i.due > day).map(|i| i.days_past_due);
    settled.chain(due).max()
}

/// By how much the challenger's limits differ from those proposed, summed by currency.
#[must_use]
pub fn limit_difference(latest: &Simulation) -> crate::domain::Purse {
    let mut sum = crate::domain::Purse::new();
    for moved in &latest.customers {
        let difference = match (moved.limit_before, moved.limit_after) {
            (Some(before), Some(after)) => after.minus(before).ok(),
            (Some(before), None) => Money::zero(before.currency()).minus(before).ok(),
            (None, after) => after,
        };
        if let Some(difference) = difference {
            sum.add_capped(difference);
        }
    }
    sum
}
