//! A customer: one tenant, or a name in the ledger that is not matched to a tenant yet.

use super::Extra;
use super::day::Day;
use super::ids::CustomerId;
use super::partner::Cloud;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Customer {
    pub id: CustomerId,
    pub name: String,
    /// The tenant's first domain, such as `quaystreet.example`.
    pub domain: Option<String>,
    /// ISO 3166 two-letter code.
    pub country: Option<String>,
    pub cloud: Cloud,
    pub email: Option<String>,
    pub phone: Option<String>,
    /// The word Partner Center has for the relationship, such as `reseller`.
    pub relationship: Option<String>,
    pub customer_since: Option<Day>,
    /// When the tenant itself was created, where known.
    pub tenant_created: Option<Day>,
    /// Agreed days from issue to due, where they differ from the reseller's own.
    pub terms_days: Option<u16>,
    pub extra: Extra,
}

impl Customer {
    /// A customer of whom only the id and the name are known.
    #[must_use]
    pub fn named(id: CustomerId, name: &str) -> Self {
        Self {
            id,
            name: name.trim().to_owned(),
            domain: None,
            country: None,
            cloud: Cloud::Global,
            email: None,
            phone: None,
            relationship: None,
            customer_since: None,
            tenant_created: None,
            terms_days: None,
            extra: Extra::new(),
        }
    }
}
