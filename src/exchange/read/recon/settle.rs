//! What a whole reconciliation file settles before its first row can be read.

use super::columns::ByName;
use crate::exchange::read::csv::Table;
use crate::exchange::read::date::{DateOrder, Orders};
use crate::exchange::read::number::{DecimalMark, Marks};
use crate::exchange::read::open::Open;
use crate::exchange::read::options::{Options, Question};
use crate::exchange::read::sink::Sink;

/// The order of dates and the decimal mark, by the cells of the named columns (dates, amounts);
/// questions mean that nothing can be read yet.
pub(super) fn settle(
    table: &Table,
    names: &ByName,
    (dates, amounts): (&[&str], &[&str]),
    options: &Options<'_>,
    sink: &mut Sink,
) -> (Option<DateOrder>, DecimalMark, Vec<Question>) {
    let (mut orders, mut marks) = (Orders::default(), Marks::default());
    let dates: Vec<usize> = dates.iter().filter_map(|name| names.column(name)).collect();
    let amounts: Vec<usize> = amounts.iter().filter_map(|name| names.column(name)).collect();
    for row in table.rows() {
        for column in &dates {
            orders.see(&row.cell(*column));
        }
        for column in &amounts {
            marks.see(&row.cell(*column), None);
        }
    }
    let mut open = Open::default();
    let order = open.order(orders.settle(), options.date_order);
    let mark = open.mark(marks.settle(), options.decimal_mark);
    (order, mark, open.tell(sink))
}
