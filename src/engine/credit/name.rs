//! The name of the engine, and what it answers.

/// The engine a decision names; it changes whenever the same inputs may be answered otherwise.
pub const ENGINE: &str = "recourse-credit/1";

/// What this engine answers, as a hash: of its decisions in all tests that the shipped policies carry
/// and over a made book. A test holds it to be so; who changes an answer must change [`ENGINE`] too.
pub const ENGINE_SHA256: &str = "c6fe6f4ffd8bb000fcd9822d273a0680c3c55f8f25d9cb4c3deb3774f79acaa9";
