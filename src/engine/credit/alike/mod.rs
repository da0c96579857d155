//! Customers who are alike in everything that decides are decided once: what a policy asks of a value is
//! only into which of a few classes it falls, but for the amounts from which the limit is worked out.

mod classes;
mod kept;
mod keyed;
mod lane;
mod merge;
mod places;
mod round;
#[cfg(test)]
mod tests;

pub use round::Round;
