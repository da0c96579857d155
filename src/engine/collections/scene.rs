//! What every rule here looks at: one account on one day.

use super::holds::pauses::{Period, collection_age, effective_periods, joined};
use super::progress::{Done, evidence};
use super::promises::promised_until;
use crate::book::receivables::OpenItem;
use crate::book::{Account, Receivables};
use crate::domain::calendar::{Calendar, Roll};
use crate::domain::{Currency, Day, Money};
use crate::engine::money_at_risk::Frame;
use crate::policy::ladder::{Ladder, Step};

/// An open invoice with what bears on its steps.
#[derive(Clone, Debug)]
pub(super) struct Item {
    pub open: OpenItem,
    pub collectable: Money,
    /// Days since due without the days on which it was held or wholly in dispute.
    pub age: i64,
    /// Holds, and days of dispute about all of it; joined.
    pub pauses: Vec<Period>,
    /// For each step of the ladder, how it was last carried out for this invoice.
    pub evidence: Vec<Option<Done>>,
    /// The first day that no open promise covers.
    pub promised_until: Option<Day>,
}

impl Item {
    pub fn currency(&self) -> Currency {
        self.open.total.currency()
    }
}

pub(super) struct Scene<'a> {
    pub account: &'a Account,
    pub ladder: &'a Ladder,
    pub calendar: &'a Calendar,
    /// What feasibility is asked against, on the same day.
    pub frame: Frame<'a>,
    pub as_of: Day,
    pub cash_data_as_of: Option<Day>,
    pub receivables: Receivables,
    /// Holds past, present and agreed for later; sorted.
    pub holds: Vec<Period>,
    /// Invoices of which something may be asked for, by due day and number.
    pub items: Vec<Item>,
}

impl<'a> Scene<'a> {
    pub fn new(
        account: &'a Account,
        receivables: Receivables,
        rules: (&'a Ladder, &'a Calendar),
        frame: &Frame<'a>,
        cash_data_as_of: Option<Day>,
    ) -> Self {
        let as_of = frame.today;
        let mut scene = Self {
            account,
            ladder: rules.0,
            calendar: rules.1,
            frame: *frame,
            as_of,
            cash_data_as_of,
            receivables,
            holds: effective_periods(&account.holds),
            items: Vec::new(),
        };
        let promised = promised_until(account, &scene.receivables, as_of);
        scene.items = scene
            .receivables
            .items
            .iter()
            .filter(|open| open.collectable().is_positive())
            .map(|open| scene.item(open, promised.get(&open.number).copied()))
            .collect();
        scene
    }

    fn item(&self, open: &OpenItem, promised_until: Option<Day>) -> Item {
        let disputes = self.account.disputes.iter().filter_map(|d| {
            let dispute = &d.opened.value;
            let whole = dispute.amount.is_none_or(|a| a >= open.total);
            let end = d.closed.as_ref().map_or(Day::MAX, |c| c.value.on);
            (dispute.invoice == open.number && whole && dispute.opened < end)
                .then_some(Period { start: dispute.opened, end })
        });
        let pauses = joined(self.holds.iter().copied().chain(disputes).collect());
        Item {
            collectable: open.collectable(),
            age: collection_age(&pauses, open.due, self.as_of),
            evidence: evidence(self, open),
            promised_until,
            open: open.clone(),
            pauses,
        }
    }

    pub fn step(&self, index: usize) -> Option<&'a Step> {
        self.ladder.steps.get(index)
    }

    pub fn overdue_items(&self, currency: Currency) -> impl Iterator<Item = &Item> {
        self.items.iter().filter(move |i| i.open.is_overdue() && i.currency() == currency)
    }

    /// The next day on which a step may be taken, where the step minds working days at all.
    pub fn onto_working_day(&self, day: Day, step: &Step) -> Day {
        match step.roll {
            Roll::None => day,
            _ => self.calendar.roll(day, Roll::Following),
        }
    }
}
