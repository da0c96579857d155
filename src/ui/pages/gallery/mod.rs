//! Every part of the kit on one page, for looking at. Only in debug builds.

mod forms;
mod lists;
mod page;
mod states;
mod work;

pub use page::Gallery;
