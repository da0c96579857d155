//! `cargo xtask weigh --page`: what the policy adds to the page itself.
//!
//! The page is taken as the linker made it. Functions of one part of the policy after the other are taken out, with
//! all that only they named: copies of sorting and maps for their types, sentences, tables. What is left goes through
//! the optimiser and the compression of the site, in one piece, and the difference is what the part adds.

mod list;
mod module;
mod parts;
mod weigh;
mod why;
mod without;

pub use weigh::weigh;
