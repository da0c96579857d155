//! What a whole reconciliation file settles before its first row can be read.

use super::columns::ByName;
use crate::exchange::read::csv::Table;
use crate::exchange::read::date::{DateOrder, Orders};
use crate::exchange::read::number::{DecimalMark, Marks, Settled};
use crate::exchange::read::options::{Options, Question};
use crate::exchange::read::problem::{Problem, What};
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
    let mut questions = Vec::new();
    let order = options.date_order.or_else(|| order(&orders, &mut questions, sink));
    let mark = options.decimal_mark.or_else(|| mark(&marks, &mut questions, sink));
    (order, mark.unwrap_or(DecimalMark::Point), questions)
}

fn order(orders: &Orders, questions: &mut Vec<Question>, sink: &mut Sink) -> Option<DateOrder> {
    match orders.settle() {
        Settled::One(order) => Some(order),
        Settled::Any => None,
        Settled::Contradictory => {
            sink.problem(Problem::of_file(What::MixedDates));
            None
        }
        Settled::Undecided(example) => {
            questions.push(Question::DateOrder { example: example.clone() });
            sink.problem(Problem::of_file(What::DateOrder { example }));
            None
        }
    }
}

fn mark(marks: &Marks, questions: &mut Vec<Question>, sink: &mut Sink) -> Option<DecimalMark> {
    match marks.settle() {
        Settled::One(mark) => Some(mark),
        Settled::Any => None,
        Settled::Contradictory => {
            sink.problem(Problem::of_file(What::MixedAmounts));
            None
        }
        Settled::Undecided(example) => {
            questions.push(Question::DecimalMark { example: example.clone() });
            sink.problem(Problem::of_file(What::DecimalMark { example }));
            None
        }
    }
}
