//! A row that is an invoice or a credit note.

use std::borrow::Cow;

use super::cells::{Cells, Refusal};
use crate::domain::Money;
use crate::domain::invoice::{Invoice, InvoiceKind, InvoiceStatus};
use crate::exchange::map::Field;
use crate::exchange::read::problem::What;

/// Reads an invoice; the notes say what was concluded.
pub(super) fn read(
    cells: &Cells<'_>,
    kind: InvoiceKind,
    notes: &mut Vec<(Field, What)>,
) -> Result<Invoice, Refusal> {
    let customer = cells.customer()?;
    let number = match cells.invoice_number(Field::InvoiceNumber)? {
        Some(number) => number,
        None => cells
            .invoice_number(Field::Reference)?
            .ok_or((Field::InvoiceNumber, What::Missing("invoice number")))?,
    };
    let issued = cells
        .first_day(&[Field::Issued, Field::Date])?
        .ok_or((Field::Issued, What::Missing("issue date")))?;
    let open = cells.money(Field::Open)?;
    let stated = cells.money(Field::Amount)?;
    if stated.is_none() && open.is_some() {
        notes.push((Field::Open, What::OpenAsTotal));
    }
    let signed = stated.or(open).ok_or((Field::Amount, What::Missing("amount")))?;
    let credit = kind == InvoiceKind::CreditNote || signed.is_negative();
    if signed.is_negative() && kind != InvoiceKind::CreditNote {
        notes.push((Field::Amount, What::NegativeAmount));
    }
    let absolute = |m: Money| if m.is_negative() { m.times(-1) } else { Ok(m) };
    let too_large = |_| (Field::Amount, What::NotAnAmount(signed.number()));
    Ok(Invoice {
        customer,
        number,
        kind: if credit { InvoiceKind::CreditNote } else { kind },
        status: cells.text(Field::Status).map_or(InvoiceStatus::Issued, |word| status(&word)),
        issued,
        due: cells.day(Field::Due)?,
        total: absolute(signed).map_err(too_large)?,
        open_stated: open.map(absolute).transpose().map_err(too_large)?,
        corrects: cells.invoice_number(Field::Corrects)?,
        description: cells.text(Field::Description).map(Cow::into_owned),
        extra: cells.extra(),
    })
}

/// Ledgers write "paid" and "overdue" here too: both were issued, and what is open is told by other columns.
fn status(word: &str) -> InvoiceStatus {
    match word.to_lowercase().as_str() {
        "paid" | "overdue" | "sent" | "authorised" | "partially paid" => InvoiceStatus::Issued,
        _ => InvoiceStatus::from_word(word),
    }
}
