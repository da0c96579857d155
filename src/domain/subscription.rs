//! A subscription of a customer, as Partner Center tells of it.

use super::Extra;
use super::day::Day;
use super::ids::{CustomerId, SubscriptionId};
use super::instant::Instant;
use super::money::Money;
use super::vocabulary::vocabulary;

vocabulary! {
    /// What was sold; it decides which windows exist and what suspending does.
    Product {
        /// New-commerce licence subscription.
        NceLicence = "nce_licence" | "nce_license",
        /// Licence subscription of the time before new commerce.
        LegacyLicence = "legacy_licence" | "legacy_license" | "license",
        /// The Azure plan, under which Azure subscriptions hang.
        AzurePlan = "azure_plan",
        /// One Azure subscription, billed by consumption.
        AzureSubscription = "azure_subscription" | "usage",
        /// A software subscription (server software for one or three years).
        SoftwareSubscription = "software_subscription",
        /// Software bought once.
        PerpetualSoftware = "perpetual_software",
        /// A product of another publisher in the commercial marketplace.
        Marketplace = "marketplace",
    }
}

vocabulary! {
    /// Partner Center's states. There is no "cancelled": a cancelled subscription reads `deleted`.
    Status {
        Unstated = "none",
        Active = "active",
        Suspended = "suspended",
        Deleted = "deleted" | "cancelled" | "canceled",
        Expired = "expired",
        Pending = "pending",
        Disabled = "disabled",
    }
}

vocabulary! {
    /// The length of a term, as an ISO 8601 duration.
    Term {
        Month = "P1M",
        Year = "P1Y",
        ThreeYears = "P3Y",
    }
}

impl Term {
    /// Calendar months of the term; none for a word that is not known.
    #[must_use]
    pub fn months(&self) -> Option<i32> {
        match self {
            Self::Month => Some(1),
            Self::Year => Some(12),
            Self::ThreeYears => Some(36),
            Self::Other(_) => None,
        }
    }
}

vocabulary! {
    /// How often Microsoft bills within the term.
    BillingCycle {
        Unstated = "none" | "unknown",
        Monthly = "monthly",
        Annual = "annual",
        Triennial = "triennial",
        OneTime = "one_time",
    }
}

impl BillingCycle {
    /// Calendar months between two bills; none where nothing recurs or nothing is known.
    #[must_use]
    pub fn months(&self) -> Option<i32> {
        match self {
            Self::Monthly => Some(1),
            Self::Annual => Some(12),
            Self::Triennial => Some(36),
            Self::Unstated | Self::OneTime | Self::Other(_) => None,
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subscription {
    pub id: SubscriptionId,
    pub customer: CustomerId,
    /// The offer's own name, such as `Microsoft 365 Business Premium`.
    pub offer: String,
    /// The name the reseller gave it.
    pub nickname: Option<String>,
    pub product: Product,
    pub status: Status,
    /// Seats for licences; 1 for Azure.
    pub quantity: i64,
    pub term: Option<Term>,
    pub billing: BillingCycle,
    pub created: Option<Instant>,
    pub term_start: Option<Day>,
    /// The last day of the term, inclusive. None for "no end".
    pub term_end: Option<Day>,
    /// Until when cancelling is still possible, where Partner Center says so.
    pub cancel_until: Option<Instant>,
    pub auto_renew: Option<bool>,
    /// "Cancel at end of term" is set, so that no extended term follows.
    pub cancel_at_end: Option<bool>,
    pub is_trial: bool,
    /// What one billing period costs the reseller, for the whole quantity.
    pub cost_per_period: Option<Money>,
    pub suspension_reasons: Vec<String>,
    /// The Azure plan above an Azure subscription, or the base above an add-on.
    pub parent: Option<SubscriptionId>,
    pub extra: Extra,
}

impl Subscription {
    /// A subscription of which nothing but its id, owner and offer is known.
    #[must_use]
    pub fn bare(id: SubscriptionId, customer: CustomerId, offer: &str) -> Self {
        Self {
            id,
            customer,
            offer: offer.trim().to_owned(),
            nickname: None,
            product: Product::Other(String::new()),
            status: Status::Unstated,
            quantity: 1,
            term: None,
            billing: BillingCycle::Unstated,
            created: None,
            term_start: None,
            term_end: None,
            cancel_until: None,
            auto_renew: None,
            cancel_at_end: None,
            is_trial: false,
            cost_per_period: None,
            suspension_reasons: Vec::new(),
            parent: None,
            extra: Extra::new(),
        }
    }

    /// This telling beside what is known. Only bills tell a price, so that one without a price
    /// leaves the known one; and one without a status comes from a bill, which adds what it knows
    /// and takes nothing away.
    #[must_use]
    pub fn beside(mut self, known: &Self) -> Self {
        self.cost_per_period = self.cost_per_period.or(known.cost_per_period);
        if self.status != Status::Unstated || known.status == Status::Unstated {
            return self;
        }
        Self {
            cost_per_period: self.cost_per_period,
            term: known.term.clone().or(self.term),
            billing: match &known.billing {
                BillingCycle::Unstated => self.billing,
                known => known.clone(),
            },
            term_start: known.term_start.or(self.term_start),
            term_end: known.term_end.or(self.term_end),
            extra: known.extra.iter().chain(&self.extra).collect(),
            ..known.clone()
        }
    }
}
