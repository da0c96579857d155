//! Invoices from Microsoft to the reseller, with the notes that amend them.

use crate::domain::bill::Bill;
use crate::domain::ids::BillNumber;
use crate::domain::{Currency, Money};
use crate::exchange::read::json::Node;
use crate::exchange::read::problem::What;
use crate::exchange::read::record::{Lines, Record};
use crate::exchange::read::sink::Sink;
use crate::journal::Fact;

pub(in crate::exchange::read) fn read(node: &Node, item: u32, lines: &Lines, sink: &mut Sink) {
    let Some(number) = bill(&mut Record::new(node, item, lines, sink)) else {
        return;
    };
    for amendment in node.get("amendments").map_or(&[][..], Node::items) {
        let mut record = Record::new(amendment, item, lines, sink);
        amended(&mut record, &number);
    }
}

fn bill(record: &mut Record<'_>) -> Option<BillNumber> {
    let bill = parse(record)?;
    let number = bill.number.clone();
    let item = record.item;
    record.sink().fact(item, Fact::Bill(bill));
    Some(number)
}

fn amended(record: &mut Record<'_>, parent: &BillNumber) {
    let Some(mut bill) = parse(record) else {
        return;
    };
    bill.amends.get_or_insert_with(|| parent.clone());
    let item = record.item;
    record.sink().fact(item, Fact::Bill(bill));
}

/// The bill, or nothing after saying why.
fn parse(record: &mut Record<'_>) -> Option<Bill> {
    let Some(number) = record.text(&["id"]) else {
        record.refuse(&["id"], What::Missing("invoice number"));
        return None;
    };
    let Ok(number) = BillNumber::new(&number) else {
        record.refuse(&["id"], What::NotAnId(number));
        return None;
    };
    let Some(issued) = record.day(&["invoiceDate"]) else {
        record.refuse(&["invoiceDate"], What::Missing("invoice date"));
        return None;
    };
    let code = record.text(&["currencyCode"]).unwrap_or_default();
    let Ok(currency) = Currency::parse(&code) else {
        record.refuse(&["currencyCode"], What::NotACurrency(code));
        return None;
    };
    let Some(total) = record.money(&["totalCharges"], currency) else {
        record.refuse(&["totalCharges"], What::Missing("total"));
        return None;
    };
    // Amendments are bills of their own and are not kept here a second time.
    record.get(&["amendments"]);
    Some(Bill {
        number,
        issued,
        due: record.day(&["dueDate", "invoiceDueDate"]),
        total,
        paid: record.money(&["paidAmount"], currency).unwrap_or_else(|| Money::zero(currency)),
        kind: record.text(&["invoiceType"]),
        document: record.text(&["documentType"]),
        amends: record.text(&["amendsOf"]).and_then(|n| BillNumber::new(&n).ok()),
        extra: record.extra(),
    })
}
