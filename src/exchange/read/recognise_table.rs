//! What a table is, by the names of its columns.

use std::collections::BTreeSet;

use super::csv::Table;
use super::kind::Kind;
use crate::exchange::map::{Columns, Field, bare_name, fold_header, guess};
use crate::journal::ImportForm;

/// The kind of a table with these headers.
pub(super) fn table_kind(headers: &[String], columns: &Columns) -> Option<Kind> {
    let names: BTreeSet<String> = headers.iter().map(|h| fold_header(bare_name(h))).collect();
    let has = |name: &str| names.contains(name);
    let all = |wanted: &[&str]| wanted.iter().all(|name| has(name));
    if all(&["usagedate", "billingpretaxtotal", "customerid"]) {
        Some(Kind::DailyUsageRecon)
    } else if all(&["billablequantity", "effectiveunitprice", "customerid"]) {
        Some(Kind::InvoiceRecon)
    } else if all(&["syndicationpartnersubscriptionnumber", "totalforcustomer"]) {
        Some(Kind::LegacyLicenceRecon)
    } else if all(&["posttaxtotal", "customerid"]) {
        Some(Kind::LegacyUsageRecon)
    } else if has("chargetype") && !has("customerid") {
        Some(Kind::ChargeList)
    } else if has("tenantid") && !columns.has(Field::Amount) && !columns.has(Field::Open) {
        Some(Kind::CustomerList)
    } else if names.iter().filter(|name| is_bucket(name)).count() >= 2 {
        let dated = columns.has(Field::Issued) || columns.has(Field::Due);
        Some(if dated { Kind::AgeingDetail } else { Kind::AgeingSummary })
    } else {
        ledger_kind(headers, columns)
    }
}

/// What a text without columns is: names of columns one below the other, or words.
pub(super) fn text_kind(table: &Table) -> Option<Kind> {
    if table.headers().len() > 1 {
        return None;
    }
    let first = table.headers().iter().cloned();
    let below = table.rows().map(|row| row.cell(0).into_owned());
    let lines: Vec<String> = first.chain(below).take(LINES_MAX).collect();
    let named = table_kind(&lines, &guess(&lines));
    Some(if named.is_some() { Kind::ColumnNames } else { Kind::PlainText })
}

/// A list of column names is no longer than this.
const LINES_MAX: usize = 200;

/// Whether a column holds sums of one age, by its folded name.
pub(super) fn is_bucket(name: &str) -> bool {
    const BUCKETS: [&str; 12] = [
        "current",
        "notdue",
        "notyetdue",
        "91andover",
        "91over",
        "over90",
        "older",
        "91days",
        "90days",
        "120days",
        "未到期",
        "逾期",
    ];
    let bare = name.strip_suffix("days").or_else(|| name.strip_suffix("天")).unwrap_or(name);
    let range = matches!(bare, "130" | "3160" | "6190" | "91120" | "030" | "1month" | "2months")
        || matches!(bare, "3months" | "4months");
    range || BUCKETS.contains(&name)
}

fn ledger_kind(headers: &[String], columns: &Columns) -> Option<Kind> {
    let sections = headers.first().is_some_and(String::is_empty);
    let who = columns.has(Field::CustomerName) || columns.has(Field::TenantId) || sections;
    let money = columns.has(Field::Amount) || columns.has(Field::Open);
    let when =
        [Field::Issued, Field::Due, Field::Received, Field::Date].iter().any(|f| columns.has(*f));
    if !(who && money && when) {
        return None;
    }
    let numbered = columns.has(Field::InvoiceNumber);
    if sections && !columns.has(Field::CustomerName) && columns.has(Field::Kind) {
        let open = columns.has(Field::Open);
        return Some(if open { Kind::OpenInvoices } else { Kind::InvoicesAndPayments });
    }
    if sections && columns.has(Field::Kind) && columns.has(Field::Open) {
        return Some(Kind::AgeingDetail);
    }
    let invoiced = columns.has(Field::Issued) || columns.has(Field::Due);
    Some(if columns.has(Field::Received) && !invoiced {
        Kind::LedgerPayments
    } else if columns.has(Field::Kind) && (columns.has(Field::Date) || columns.has(Field::Received))
    {
        Kind::LedgerCombined
    } else if !numbered && !invoiced && columns.has(Field::Reference) {
        Kind::LedgerPayments
    } else {
        Kind::LedgerInvoices
    })
}

/// The columns of a table: as a person said, and else guessed by name.
pub(super) fn columns_of(
    table: &Table,
    form: Option<&ImportForm>,
    told: &[(String, Field)],
) -> Columns {
    let mut columns = guess(table.headers());
    let at = |folded: &str| table.headers().iter().position(|h| fold_header(h) == folded);
    for said in form.iter().flat_map(|form| &form.columns) {
        match (at(&fold_header(&said.header)), Field::of_column(&said.holds)) {
            (Some(at), Some(field)) => columns.tell(field, at),
            (Some(at), None) => columns.tell_nothing(at),
            (None, _) => {}
        }
    }
    for (name, field) in told {
        let folded = fold_header(name);
        if let Some(at) = table.headers().iter().position(|h| fold_header(h) == folded) {
            columns.tell(*field, at);
        }
    }
    columns
}
