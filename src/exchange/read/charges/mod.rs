//! What Microsoft's invoice lines tell of customers and subscriptions: who has what, until when,
//! and what a period costs. The lines themselves are not kept.

mod group;
mod known;
mod line;
mod reader;

pub(super) use known::is_known;
pub(super) use line::{AMOUNTS, Cells, DATES, Manner};
pub(super) use reader::ChargesReader;
