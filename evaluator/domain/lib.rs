//! What the evaluator stands on. It is not changed here.

pub mod domain;
