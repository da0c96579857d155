//! Reading files: in a worker, or in time slices on the page where there can be none.

mod bytes;
mod digest;
mod helper;
mod here;
mod page;
mod worker;

pub use page::{make_ready, read, stop};
pub use worker::serve;
