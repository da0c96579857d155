//! The terminal program `recourse`: the same engine for batch work and for checking a colleague's file.

mod about;
mod account_line;
mod args;
mod book_file;
mod cases;
mod clock;
mod decide;
mod end;
mod evaluate;
mod import;
mod in_force;
mod once;
mod plan;
mod plan_json;
mod policy;
mod policy_diff;
mod policy_dmn;
mod read;
mod report;
mod run;
mod shown;
mod table;
mod verify;
mod watch;

pub use run::run;
