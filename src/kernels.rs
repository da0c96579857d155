//! Pieces of work that are timed natively and in the browser: `cargo xtask bench`.

use crate::domain::{Currency, Money};

/// One piece of work. `prepare` makes its input for `n` things, untimed; what it returns is timed,
/// may be called again and again, and answers with a sum, so that no compiler can leave the work out.
pub struct Kernel {
    pub name: &'static str,
    /// How many things a usual round works on.
    pub n: u32,
    pub prepare: fn(n: u32) -> Box<dyn FnMut() -> u64>,
}

/// All that is timed.
pub const ALL: &[Kernel] = &[Kernel {
    name: "money: add amounts of one currency",
    n: 100_000,
    prepare: add_amounts,
}];

fn add_amounts(n: u32) -> Box<dyn FnMut() -> u64> {
    let amounts: Vec<Money> = (0..n)
        .map(|i| Money::new(i64::from(i) * 7 % 100_003, Currency::EUR))
        .collect();
    Box::new(move || {
        let zero = Money::new(0, Currency::EUR);
        let sum = amounts
            .iter()
            .fold(zero, |sum, amount| sum.plus(*amount).unwrap_or(zero));
        sum.minor().unsigned_abs()
    })
}
