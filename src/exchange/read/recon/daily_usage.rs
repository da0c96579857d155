//! The daily rated usage file, billed or unbilled, of either order of columns.

use super::columns::{ByName, cells, place};
use super::settle::settle;
use crate::domain::Currency;
use crate::domain::ids::{CustomerId, SubscriptionId};
use crate::exchange::read::csv::{Row, Table};
use crate::exchange::read::date::{self, DateOrder};
use crate::exchange::read::number::{DecimalMark, decimal};
use crate::exchange::read::options::{Options, Question};
use crate::exchange::read::problem::What;
use crate::exchange::read::sink::Sink;
use crate::exchange::read::usage::{UsageKey, UsageSums};

#[derive(Debug)]
pub(in crate::exchange::read) struct DailyUsageReader {
    names: ByName,
    order: Option<DateOrder>,
    mark: DecimalMark,
    sums: UsageSums,
}

const COST: [&str; 1] = ["billingpretaxtotal"];
const DAY: [&str; 1] = ["usagedate"];

impl DailyUsageReader {
    /// Settles the order of dates and the decimal mark; questions mean that nothing can be read yet.
    pub(in crate::exchange::read) fn open(
        table: &Table,
        options: &Options<'_>,
        sink: &mut Sink,
    ) -> (Self, Vec<Question>) {
        let names = ByName::of(table);
        let (order, mark, questions) = settle(table, &names, (&DAY, &COST), options, sink);
        let reader = Self { names, order, mark, sums: UsageSums::default() };
        (reader, questions)
    }

    pub(in crate::exchange::read) fn read(&mut self, row: Row<'_>, sink: &mut Sink) {
        match self.key_and_cost(row) {
            Ok((key, cost)) => self.sums.add(row.line(), key, cost),
            Err((field, why)) => sink.refuse(place(row, field), why, cells(row)),
        }
    }

    fn key_and_cost(
        &self,
        row: Row<'_>,
    ) -> Result<(UsageKey, crate::domain::Decimal), (&'static str, What)> {
        let text = |names: &[&str]| self.names.text(row, names);
        let tenant = text(&["customerid"]).ok_or(("CustomerId", What::NoCustomer))?;
        let customer =
            CustomerId::new(&tenant).map_err(|_| ("CustomerId", What::NotAnId(tenant)))?;
        // The Azure subscription is the entitlement; `SubscriptionId` is the plan above it.
        let id = text(&["entitlementid", "subscriptionid"])
            .ok_or(("EntitlementId", What::Missing("Azure subscription")))?;
        let subscription =
            SubscriptionId::new(&id).map_err(|_| ("EntitlementId", What::NotAnId(id)))?;
        let written = text(&DAY).ok_or(("UsageDate", What::Missing("day of use")))?;
        let day = date::day(&written, self.order)
            .ok()
            .flatten()
            .ok_or(("UsageDate", What::NotADate(written)))?;
        let code = text(&["billingcurrency", "currency"]).unwrap_or_default();
        let currency =
            Currency::parse(&code).map_err(|_| ("BillingCurrency", What::NotACurrency(code)))?;
        let written = text(&COST).ok_or(("BillingPreTaxTotal", What::Missing("cost")))?;
        let cost = decimal(&written, self.mark)
            .ok()
            .flatten()
            .ok_or(("BillingPreTaxTotal", What::NotAnAmount(written)))?;
        let key = UsageKey {
            customer,
            subscription,
            day,
            category: text(&["metercategory"]).unwrap_or_default(),
            meter: text(&["metersubcategory", "metername"]).unwrap_or_default(),
            region: text(&["resourcelocation", "meterregion"]).unwrap_or_default(),
            currency,
        };
        Ok((key, cost))
    }

    pub(in crate::exchange::read) fn finish(self, sink: &mut Sink) {
        self.sums.finish(sink);
    }
}
