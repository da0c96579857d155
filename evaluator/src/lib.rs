//! The policy and the credit decisions by themselves, with their tests.

// What a book's customers are decided by needs the book and is not here.
#![allow(dead_code, unused_imports)]

// The tests name the program as they do beside it.
extern crate self as recourse;

pub mod engine {
    pub mod credit;
}
pub mod policy;

pub use recourse_domain::domain;

/// What one of the tests asks of the journal.
pub mod journal {
    pub fn sha256_hex(bytes: &[u8]) -> String {
        use sha2::{Digest as _, Sha256};
        Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

#[cfg(test)]
mod it;

#[cfg(test)]
mod support {
    pub fn day(text: &str) -> crate::domain::Day {
        crate::domain::Day::parse(text).unwrap()
    }
}
