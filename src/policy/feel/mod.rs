//! S-FEEL: the cells of decision tables and the few expressions around them,
//! over exact decimals, with "cannot tell" kept apart from false.
//!
//! A subset of FEEL as DMN 1.5 defines it (clause 10.3). Where we differ on purpose:
//! a *missing* input makes a comparison unknown instead of false, and a failed
//! operation says where and why instead of becoming a plain null.

mod arithmetic;
pub mod ast;
mod cell;
mod check;
mod eval;
mod functions;
mod lexer;
mod literal;
mod parser;
pub mod scope;
mod tests_parser;
pub mod value;

pub use ast::{Bound, Cell, Compare, Expr, Function, Operator, Test};
pub use check::{Clash, Type, Unit};
pub use functions::{greatest, least, sum};
pub(super) use lexer::exact;
pub use lexer::{Arguments, Found, Outside, ParseError, Problem, Wanted};
pub use parser::{parse_cell, parse_expression, parse_values};
pub use scope::{Scope, Slot};
pub use value::{Answer, Cause, ErrorKind, EvalError, Truth, Value, both, either};
