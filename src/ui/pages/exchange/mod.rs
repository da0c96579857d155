//! Import in three steps, the whole book as a file, a file checked.

mod book;
mod check;
mod file;
mod give;
mod mapping;
mod naming;
mod page;
mod share;
mod understood;

pub use page::Exchange;
