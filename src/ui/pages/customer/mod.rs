//! A customer's page: head, four facts, tabs.

mod cases;
mod collections;
mod credit;
mod credit_ask;
mod credit_memo;
mod credit_sale;
mod credit_sign;
mod history;
mod ledger;
mod overview;
mod page;
mod subscriptions;

pub use page::Customer;
