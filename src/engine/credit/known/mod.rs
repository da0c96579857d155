//! What is known of every customer on one day, gathered once and decided under any number of policies.

mod ages;
mod column;
mod gathered;
mod seating;

pub(super) use column::Hundredths;
pub use gathered::{Known, Person};
pub use seating::Seating;
pub(super) use seating::{From, Seat};
