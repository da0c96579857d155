//! The reseller itself: its role in the programme decides who may do what.

use super::money::Currency;
use super::vocabulary::vocabulary;

vocabulary! {
    /// The reseller's place in the Cloud Solution Provider programme.
    Role {
        /// Bills customers and is billed by Microsoft.
        DirectBill = "direct_bill" | "direct",
        /// Sells through resellers and is billed by Microsoft.
        IndirectProvider = "indirect_provider" | "provider" | "distributor",
        /// Is billed by a provider, who alone may open Azure requests with Microsoft.
        IndirectReseller = "indirect_reseller" | "reseller",
    }
}

vocabulary! {
    /// The Microsoft cloud in which a tenant lives.
    Cloud {
        Global = "global" | "public" | "worldwide",
        UsGovernment = "us_government" | "usgov" | "us government",
        /// Microsoft Cloud Germany, closed; kept for the record.
        Germany = "germany",
        /// Operated by 21Vianet.
        China = "china" | "21vianet",
    }
}

/// The reseller whose book this is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Partner {
    pub name: String,
    pub role: Role,
    pub cloud: Cloud,
    /// The currency in which limits are set unless a customer has another.
    pub currency: Currency,
    /// Days from issue to due where an invoice says nothing.
    pub terms_days: u16,
}

impl Default for Partner {
    fn default() -> Self {
        Self {
            name: String::new(),
            role: Role::DirectBill,
            cloud: Cloud::Global,
            currency: Currency::EUR,
            terms_days: 30,
        }
    }
}
