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

    /// This telling beside what is known. One that does not state the relationship comes from a bill
    /// or a ledger: it adds what it knows and takes nothing away.
    #[must_use]
    pub fn beside(self, known: &Self) -> Self {
        if self.relationship.is_some() || known.relationship.is_none() {
            return self;
        }
        let name = if self.name.is_empty() { known.name.clone() } else { self.name };
        Self {
            name,
            domain: self.domain.or_else(|| known.domain.clone()),
            country: self.country.or_else(|| known.country.clone()),
            email: self.email.or_else(|| known.email.clone()),
            phone: self.phone.or_else(|| known.phone.clone()),
            terms_days: self.terms_days.or(known.terms_days),
            extra: known.extra.iter().chain(&self.extra).collect(),
            ..known.clone()
        }
    }
}
