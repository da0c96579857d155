//! The figures of every customer on one day, computed once and kept until something changes.

use std::collections::BTreeMap;
use std::ops::Bound;
use std::sync::Arc;

use super::in_force::Rules;
use super::state::State;
use super::watch;
use crate::book::{Account, Ageing, Book, Receivables, receivables_on};
use crate::domain::ids::CustomerId;
use crate::domain::{Day, Instant, Money, Purse};
use crate::engine::collections::{Plan, outlook_account};
use crate::engine::money_at_risk::{
    Exposure, Frame, Savable, Utilisation, exposure_on, savable, utilisation,
};
use crate::engine::suspicion::Signal;

/// One customer's figures on a day.
#[derive(Clone, Debug, Default)]
pub struct Summary {
    pub owed: Purse,
    pub overdue: Purse,
    /// Days past due of the oldest invoice of which something may be asked for.
    pub oldest_days_past_due: Option<i64>,
    pub ageing: Ageing,
    pub limit: Option<Money>,
    pub open_alerts: usize,
    pub open_cases: usize,
    pub receivables: Receivables,
    /// What he could cost.
    pub exposure: Exposure,
    /// How much of the limit is used; none without a limit.
    pub utilisation: Option<Utilisation>,
    /// What can still be done, and what it saves.
    pub savable: Savable,
    pub signals: Vec<Signal>,
    /// What comes next in collections; without the timeline, which only a customer's own page asks for.
    pub plan: Option<Plan>,
}

/// The figures of all customers as of one day.
#[derive(Clone, Debug, Default)]
pub struct Desk {
    pub as_of: Option<Day>,
    /// The ladder and the calendar in force.
    pub rules: Arc<Rules>,
    pub summaries: BTreeMap<CustomerId, Arc<Summary>>,
}

impl Desk {
    /// Computes everything.
    #[must_use]
    pub fn compute(book: &Book, rules: Arc<Rules>, (as_of, now): (Day, Instant)) -> Self {
        let summary = |account| Arc::new(summarise(book, account, &rules, (as_of, now)));
        let summaries =
            book.accounts.iter().map(|(id, account)| (id.clone(), summary(account))).collect();
        Self { as_of: Some(as_of), rules, summaries }
    }

    /// Computes one customer again, after an entry that touched only him.
    pub fn refresh(&mut self, book: &Book, id: &CustomerId, now: Instant) {
        if let (Some(account), Some(as_of)) = (book.accounts.get(id), self.as_of) {
            let summary = summarise(book, account, &self.rules, (as_of, now));
            self.summaries.insert(id.clone(), Arc::new(summary));
        }
    }

    #[must_use]
    pub fn summary(&self, id: &CustomerId) -> Option<&Summary> {
        self.summaries.get(id).map(Arc::as_ref)
    }
}

/// All figures on their way, some customers at a time.
#[derive(Clone, Debug)]
pub struct DeskSteps {
    desk: Desk,
    at: (Day, Instant),
    last: Option<CustomerId>,
    /// Without plans and signals, which take longest and which a list can do without for a moment.
    sums_only: bool,
}

impl DeskSteps {
    /// For the book and the policy that are in the state.
    #[must_use]
    pub fn begin(state: &State) -> Self {
        let rules = Arc::new(Rules::of(state.policy_in_force.as_deref()));
        let desk = Desk { as_of: Some(state.as_of()), rules, summaries: BTreeMap::new() };
        Self { desk, at: (state.as_of(), state.moment()), last: None, sums_only: false }
    }

    /// The same without plans and signals.
    #[must_use]
    pub fn begin_with_sums(state: &State) -> Self {
        Self { sums_only: true, ..Self::begin(state) }
    }

    /// Computes some further customers; true when none is left.
    pub fn step(&mut self, book: &Book, customers: usize) -> bool {
        let from = self.last.as_ref().map_or(Bound::Unbounded, Bound::Excluded);
        let rest = book.accounts.range::<CustomerId, _>((from, Bound::Unbounded));
        let some: Vec<(&CustomerId, &Account)> = rest.take(customers).collect();
        for (id, account) in &some {
            let summary = match self.sums_only {
                true => sums(book, account, &self.desk.rules, self.at),
                false => summarise(book, account, &self.desk.rules, self.at),
            };
            self.desk.summaries.insert((*id).clone(), Arc::new(summary));
        }
        self.last = some.last().map(|(id, _)| (*id).clone()).or(self.last.take());
        some.len() < customers
    }

    /// How many customers are done, and how many there are.
    #[must_use]
    pub fn progress(&self, book: &Book) -> (usize, usize) {
        (self.desk.summaries.len(), book.accounts.len())
    }

    #[must_use]
    pub fn finish(&mut self) -> Desk {
        std::mem::take(&mut self.desk)
    }
}

fn summarise(
    book: &Book,
    account: &Account,
    rules: &Rules,
    (as_of, now): (Day, Instant),
) -> Summary {
    let sums = sums(book, account, rules, (as_of, now));
    let frame = Frame::of(book, as_of, now).reacting_in(rules.reaction_hours);
    Summary {
        plan: Some(outlook_account(
            account,
            sums.receivables.clone(),
            (&rules.ladder, &rules.calendar),
            &frame,
            book.cash_data_as_of,
        )),
        signals: watch::signals(
            book,
            account,
            rules.suspicion.as_ref().unwrap_or_else(|| watch::shipped()),
            now,
        ),
        ..sums
    }
}

/// What can be summed up of an account, without what is planned and suspected of it.
fn sums(book: &Book, account: &Account, rules: &Rules, (as_of, now): (Day, Instant)) -> Summary {
    let owed = receivables_on(account, as_of, book.partner.terms_days);
    let open_alerts = account
        .alerts
        .iter()
        .filter_map(|id| book.alerts.get(id))
        .filter(|a| a.is_open() && !a.alert.value.is_test)
        .count();
    let open_cases =
        account.cases.iter().filter_map(|id| book.cases.get(id)).filter(|c| !c.is_closed()).count();
    let frame = Frame::of(book, as_of, now).reacting_in(rules.reaction_hours);
    let limit = account.limit_on(as_of);
    let exposed = exposure_on(account, &frame);
    Summary {
        utilisation: limit.map(|l| utilisation(&exposed, l)),
        exposure: exposed,
        savable: savable(account, &owed, book, &frame),
        owed: owed.owed(),
        overdue: owed.overdue(),
        oldest_days_past_due: owed.oldest_days_past_due(),
        ageing: Ageing::of(&owed),
        limit,
        open_alerts,
        open_cases,
        plan: None,
        receivables: owed,
        signals: Vec::new(),
    }
}
