//! Line by line through an invoice of Microsoft's.

use std::collections::BTreeMap;

use super::group::Group;
use super::line::{Cells, Charge, Line, Manner, is_tenant};
use crate::domain::customer::Customer;
use crate::domain::ids::{CustomerId, SubscriptionId};
use crate::exchange::read::kind::Kind;
use crate::exchange::read::problem::{Place, What};
use crate::exchange::read::sink::Sink;
use crate::journal::Fact;

/// Brings the lines together; the facts come at the end.
#[derive(Debug)]
pub(in crate::exchange::read) struct ChargesReader {
    kind: Kind,
    manner: Manner,
    customers: BTreeMap<CustomerId, (u32, Customer)>,
    subscriptions: BTreeMap<SubscriptionId, Group>,
    /// Lines that tell of consumption without its days: how many, and where first.
    consumption: Option<(u32, Place)>,
}

impl ChargesReader {
    pub(in crate::exchange::read) fn of(kind: Kind, manner: Manner) -> Self {
        Self {
            kind,
            manner,
            customers: BTreeMap::new(),
            subscriptions: BTreeMap::new(),
            consumption: None,
        }
    }

    /// Takes in one line; the error names the column and the reason.
    ///
    /// # Errors
    /// The column and why the line is not taken.
    pub(in crate::exchange::read) fn read(
        &mut self,
        cells: &dyn Cells,
        place: Place,
        sink: &mut Sink,
    ) -> Result<(), (&'static str, What)> {
        let line = Line::of(cells, self.manner)?;
        let row = place.line.or(place.item).unwrap_or(0);
        if line.charge == Charge::Other {
            let what = What::UnknownWord(line.charge_word.clone());
            sink.note(place.clone().with_field("ChargeType"), what);
        }
        if line.charge == Charge::Consumption {
            let seen = self.consumption.get_or_insert((0, place));
            seen.0 = seen.0.saturating_add(1);
        }
        if is_tenant(&line.customer) {
            self.customers.entry(line.customer.clone()).or_insert_with(|| (row, customer(&line)));
        }
        match &line.subscription {
            None => {}
            Some(id) => match self.subscriptions.get_mut(id) {
                Some(group) => group.add(line),
                None => {
                    self.subscriptions.insert(id.clone(), Group::of(row, line));
                }
            },
        }
        Ok(())
    }

    pub(in crate::exchange::read) fn finish(self, sink: &mut Sink) {
        for (row, customer) in self.customers.into_values() {
            sink.fact(row, Fact::Customer(customer));
        }
        for group in self.subscriptions.into_values() {
            let row = group.row;
            if let Some(subscription) = group.subscription(self.kind) {
                sink.fact(row, Fact::Subscription(subscription));
            }
        }
        if let Some((count, place)) = self.consumption {
            sink.notes(place, What::PeriodUsage, count);
        }
    }
}

fn customer(line: &Line) -> Customer {
    let mut customer = Customer::named(line.customer.clone(), &line.customer_name);
    customer.domain.clone_from(&line.domain);
    customer.country.clone_from(&line.country);
    customer
}
