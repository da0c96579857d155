//! Reading files: in a worker, or in time slices on the page where there can be none.

mod bytes;
mod here;
mod page;
mod worker;

pub use page::{read, stop};
pub use worker::serve;
