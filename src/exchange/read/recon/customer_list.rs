//! A list of tenants: id, domain, name.

use super::columns::{ByName, cells, place};
use crate::domain::customer::Customer;
use crate::domain::ids::CustomerId;
use crate::exchange::read::csv::{Row, Table};
use crate::exchange::read::problem::What;
use crate::exchange::read::sink::Sink;
use crate::journal::Fact;

#[derive(Debug)]
pub(in crate::exchange::read) struct CustomerListReader(ByName);

impl CustomerListReader {
    pub(in crate::exchange::read) fn of(table: &Table) -> Self {
        Self(ByName::of(table))
    }

    pub(in crate::exchange::read) fn read(&self, row: Row<'_>, sink: &mut Sink) {
        let Some(tenant) = self.0.text(row, &["tenantid", "customertenantid", "microsoftid"])
        else {
            return sink.refuse(place(row, "TenantId"), What::NoCustomer, cells(row));
        };
        let Ok(id) = CustomerId::new(&tenant) else {
            return sink.refuse(place(row, "TenantId"), What::NotAnId(tenant), cells(row));
        };
        let name = self.0.text(row, &["companyname", "customername", "name"]).unwrap_or_default();
        let mut customer = Customer::named(id, &name);
        customer.domain = self.0.text(row, &["domain", "domainname", "primarydomainname"]);
        customer.country = self.0.text(row, &["country", "customercountry"]);
        customer.email = self.0.text(row, &["email"]);
        customer.relationship = self.0.text(row, &["relationship", "relationshiptopartner"]);
        sink.fact(row.line(), Fact::Customer(customer));
    }
}
