//! A row that is money received or sent back.

use std::borrow::Cow;

use super::cells::{Cells, Refusal};
use crate::domain::ids::PaymentRef;
use crate::domain::payment::{Allocation, Payment, PaymentKind};
use crate::exchange::map::Field;
use crate::exchange::read::problem::What;

/// How a file writes its payments.
#[derive(Clone, Copy, Debug)]
pub(super) struct Habit {
    /// Every payment of the file is negative: the sign says nothing.
    pub(super) all_negative: bool,
    /// The invoice number column names the payment itself, as in QuickBooks.
    pub(super) number_is_reference: bool,
}

/// Reads a payment; the notes say what was concluded.
pub(super) fn read(
    cells: &Cells<'_>,
    word: &str,
    habit: Habit,
    notes: &mut Vec<(Field, What)>,
) -> Result<Payment, Refusal> {
    let customer = cells.customer()?;
    let received = cells
        .first_day(&[Field::Received, Field::Date, Field::Issued])?
        .ok_or((Field::Received, What::Missing("day of receipt")))?;
    let signed = cells.money(Field::Amount)?.ok_or((Field::Amount, What::Missing("amount")))?;
    let mut kind = PaymentKind::from_word(if word.is_empty() { "payment" } else { word });
    let mut amount = signed;
    if signed.is_negative() {
        amount =
            signed.times(-1).map_err(|_| (Field::Amount, What::NotAnAmount(signed.number())))?;
        // A deposit lowers what is owed and is printed negative by ledgers that mean that.
        let sign_says_nothing = habit.all_negative || word.eq_ignore_ascii_case("deposit");
        if kind == PaymentKind::Payment && !sign_says_nothing {
            kind = PaymentKind::Refund;
            notes.push((Field::Amount, What::NegativeAmount));
        }
    }
    let own = if habit.number_is_reference {
        cells.text(Field::InvoiceNumber).or_else(|| cells.text(Field::Reference))
    } else {
        cells.text(Field::Reference)
    };
    let written = own.map(Cow::into_owned).unwrap_or_else(|| {
        notes.push((Field::Reference, What::MadeReference));
        format!("{} {} {}", kind.word(), received, amount)
    });
    let reference =
        PaymentRef::new(&written).map_err(|_| (Field::Reference, What::NotAnId(written)))?;
    let invoice = if habit.number_is_reference {
        None
    } else {
        cells.invoice_number(Field::InvoiceNumber)?
    };
    Ok(Payment {
        customer,
        reference,
        kind,
        received,
        amount,
        allocations: invoice.map(|invoice| Allocation { invoice, amount }).into_iter().collect(),
        extra: cells.extra(),
    })
}
