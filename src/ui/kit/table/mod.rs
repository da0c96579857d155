//! One table for ten rows and for a hundred thousand.

mod body;
mod cell;
mod column;
mod head;
mod keys;
mod rows;
mod view;
mod window;

pub use cell::Cell;
pub use column::{Column, Direction, Sort};
pub use rows::{Row, Rows};
pub use view::Table;
pub use window::MAX_ROWS;
