//! Daily rated usage as line items or JSON lines.

use crate::domain::Currency;
use crate::domain::ids::{CustomerId, SubscriptionId};
use crate::exchange::read::problem::What;
use crate::exchange::read::record::Record;
use crate::exchange::read::usage::{UsageKey, UsageSums};

pub(in crate::exchange::read) fn read(record: &mut Record<'_>, sums: &mut UsageSums) {
    let Some(tenant) = record.text(&["customerId"]) else {
        return record.refuse(&["customerId"], What::NoCustomer);
    };
    let Ok(customer) = CustomerId::new(&tenant) else {
        return record.refuse(&["customerId"], What::NotAnId(tenant));
    };
    let Some(written) = record.text(&["entitlementId", "subscriptionId"]) else {
        return record.refuse(&["entitlementId"], What::Missing("Azure subscription"));
    };
    let Ok(subscription) = SubscriptionId::new(&written) else {
        return record.refuse(&["entitlementId"], What::NotAnId(written));
    };
    let Some(day) = record.day(&["usageDate"]) else {
        return record.refuse(&["usageDate"], What::Missing("day of use"));
    };
    let code = record.text(&["billingCurrency", "currency"]).unwrap_or_default();
    let Ok(currency) = Currency::parse(&code) else {
        return record.refuse(&["billingCurrency"], What::NotACurrency(code));
    };
    let Some(cost) = record.decimal(&["billingPreTaxTotal"]) else {
        return record.refuse(&["billingPreTaxTotal"], What::Missing("cost"));
    };
    let key = UsageKey {
        customer,
        subscription,
        day,
        category: record.text(&["meterCategory"]).unwrap_or_default(),
        meter: record.text(&["meterSubCategory", "meterName"]).unwrap_or_default(),
        region: record.text(&["resourceLocation", "meterRegion"]).unwrap_or_default(),
        currency,
    };
    let item = record.item;
    sums.add(item, key, cost);
}
