//! The rows and the rules, as `src/kernels.rs` makes them.

pub const ROUNDS: usize = 15;

/// The six values of a row, under names that every engine takes.
pub const NAMES: [&str; 6] = ["f0", "f1", "f2", "f3", "f4", "f5"];

/// The values of one customer.
pub fn row(customer: u32) -> [i64; 6] {
    std::array::from_fn(|field| {
        let at = field as u32 + 1;
        i64::from(customer.wrapping_mul(7_919).wrapping_add(at * at * 31) % 97)
    })
}

/// Rule number `at` of twelve.
pub fn condition(at: usize, and: &str) -> String {
    let (one, two) = (NAMES[at % 6], NAMES[(at + 1 + at / 6) % 6]);
    format!("{one} > {} {and} {two} >= {} {and} {two} <= {}", 40 + at * 4, at * 3, 60 + at)
}
