//! The lines of one subscription, brought together to what they tell of it.

use super::line::{Charge, Line};
use crate::domain::subscription::{Product, Subscription};
use crate::domain::{Day, Decimal, Money};
use crate::exchange::read::kind::Kind;

/// What the lines of one subscription come to.
#[derive(Debug)]
pub(super) struct Group {
    pub(super) row: u32,
    /// The latest line.
    last: Line,
    /// Price of one seat for a whole period, by the latest line that charges one.
    seat: Option<(Option<Day>, Decimal)>,
}

impl Group {
    pub(super) fn of(row: u32, line: Line) -> Self {
        let mut group = Self { row, last: line.clone(), seat: None };
        group.learn_price(&line);
        group
    }

    pub(super) fn add(&mut self, line: Line) {
        self.learn_price(&line);
        // A change of quantity is two lines of one day: what was given back, and what is charged now.
        let back = line.amount < Decimal::ZERO && line.charge != Charge::End;
        if line.from >= self.last.from && !back {
            self.last = line;
        }
    }

    fn learn_price(&mut self, line: &Line) {
        let Some(quantity) = line.quantity.filter(|q| *q > 0) else {
            return;
        };
        if line.charge != Charge::Period || line.amount < Decimal::ZERO {
            return;
        }
        let later = self.seat.is_none_or(|(from, _)| from <= line.from);
        if let Some(price) = line.amount.checked_div(Decimal::from(quantity)).filter(|_| later) {
            self.seat = Some((line.from, price));
        }
    }

    /// The subscription as far as the lines tell; its state they do not.
    pub(super) fn subscription(self, kind: Kind) -> Option<Subscription> {
        let line = self.last;
        let offer = if line.offer.is_empty() {
            line.nickname.clone().unwrap_or_default()
        } else {
            line.offer
        };
        let mut told = Subscription::bare(line.subscription?, line.customer, &offer);
        told.nickname = line.nickname;
        told.product = product(kind, line.charge);
        told.quantity = line.quantity.unwrap_or(1).max(0);
        told.term = line.term;
        told.billing = line.billing;
        told.term_start = line.start;
        told.term_end = line.end;
        if !matches!(line.charge, Charge::End | Charge::Consumption) {
            told.cost_per_period = self
                .seat
                .and_then(|(_, seat)| seat.checked_mul(Decimal::from(told.quantity)))
                .and_then(|cost| Money::from_decimal(cost, line.currency).ok());
        }
        told.extra = line.unknown;
        if matches!(line.charge, Charge::End | Charge::Other) {
            told.extra.insert("ChargeType", &line.charge_word);
        }
        Some(told)
    }
}

fn product(kind: Kind, charge: Charge) -> Product {
    match (kind, charge) {
        (Kind::LegacyUsageRecon, _) => Product::AzureSubscription,
        (_, Charge::Consumption) => Product::AzurePlan,
        (Kind::LegacyLicenceRecon, _) => Product::LegacyLicence,
        _ => Product::NceLicence,
    }
}
