//! All rows, and the one that holds for a day.

use super::row::Row;
use super::{
    alert_clocks, azure, budget, credit, extended_term, partner_bill, refund_exception, refunds,
    suspension, tickets, windows,
};
use crate::domain::Day;
use crate::domain::partner::Cloud;
use crate::domain::subscription::Product;

/// What a group of rules is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Topic {
    Windows,
    Refunds,
    ExtendedTerm,
    Suspension,
    Azure,
    AlertClocks,
    RefundException,
    Budget,
    Tickets,
    PartnerBill,
    Credit,
}

/// Every topic with its rows, in reading order.
#[must_use]
pub fn topics() -> [(Topic, &'static [Row]); 11] {
    [
        (Topic::Windows, windows::ROWS),
        (Topic::Refunds, refunds::ROWS),
        (Topic::ExtendedTerm, extended_term::ROWS),
        (Topic::Suspension, suspension::ROWS),
        (Topic::Azure, azure::ROWS),
        (Topic::AlertClocks, alert_clocks::ROWS),
        (Topic::RefundException, refund_exception::ROWS),
        (Topic::Budget, budget::ROWS),
        (Topic::Tickets, tickets::ROWS),
        (Topic::PartnerBill, partner_bill::ROWS),
        (Topic::Credit, credit::ROWS),
    ]
}

/// Every row.
pub fn rows() -> impl Iterator<Item = &'static Row> {
    topics().into_iter().flat_map(|(_, rows)| rows)
}

/// The row of a rule that holds on a day, for a product and a cloud where they are given.
#[must_use]
pub fn on(
    day: Day,
    id: &str,
    product: Option<&Product>,
    cloud: Option<&Cloud>,
) -> Option<&'static Row> {
    rows().find(|row| row.id == id && row.holds_on(day) && row.applies_to(product, cloud))
}

/// The rows that hold on a day.
pub fn rules_on(day: Day) -> impl Iterator<Item = &'static Row> {
    rows().filter(move |row| row.holds_on(day))
}
