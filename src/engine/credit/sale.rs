//! "May I sell him this?": an incoming purchase with all it commits to, against the limit.

use super::marks::{Mark, mark};
use crate::domain::{Day, Money, RuleId};
use crate::policy::Document;

/// Whether a purchase fits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sale {
    Yes {
        /// What is left of the limit afterwards.
        available: Money,
        /// The mark of use that is reached afterwards.
        mark: Mark,
    },
    No(NoSale),
}

/// Why a purchase does not fit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoSale {
    /// CR-040: no limit was ever decided.
    NoLimit,
    /// CR-041: the decision has expired.
    Expired { on: Day },
    /// CR-042: the last mark of use is reached already.
    Blocked,
    /// CR-043: the purchase is larger than what is left.
    TooLarge { short_by: Money },
    /// CR-044: the purchase is in another currency than the limit.
    OtherCurrency { limit: Money },
}

impl NoSale {
    #[must_use]
    pub const fn rule(&self) -> RuleId {
        RuleId::fixed(match self {
            Self::NoLimit => "CR-040",
            Self::Expired { .. } => "CR-041",
            Self::Blocked => "CR-042",
            Self::TooLarge { .. } => "CR-043",
            Self::OtherCurrency { .. } => "CR-044",
        })
    }
}

/// A limit as it stands.
#[derive(Clone, Copy, Debug)]
pub struct Standing {
    pub limit: Option<Money>,
    pub expires: Option<Day>,
    /// Unpaid and unbilled less overpaid.
    pub used: Money,
}

/// Whether a purchase may be sold on a day. `commitment` is what it costs to the end of its
/// term, since that is what is lost when the customer does not pay.
#[must_use]
pub fn may_sell(policy: &Document, standing: Standing, commitment: Money, on: Day) -> Sale {
    let Some(limit) = standing.limit else {
        return Sale::No(NoSale::NoLimit);
    };
    if let Some(expired) = standing.expires.filter(|end| *end < on) {
        return Sale::No(NoSale::Expired { on: expired });
    }
    let other = Sale::No(NoSale::OtherCurrency { limit });
    let Some(now) = mark(policy, limit, standing.used) else {
        return other;
    };
    let after = standing.used.plus(commitment);
    let Ok((used, available)) = after.and_then(|used| Ok((used, limit.minus(used)?))) else {
        return other;
    };
    if now.blocks_new_purchases {
        return Sale::No(NoSale::Blocked);
    }
    if available.is_negative() {
        let short_by = available.times(-1).unwrap_or(commitment);
        return Sale::No(NoSale::TooLarge { short_by });
    }
    match mark(policy, limit, used) {
        Some(mark) => Sale::Yes { available, mark },
        None => other,
    }
}
