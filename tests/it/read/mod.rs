//! Readers: bytes, JSON, tables, numbers, dates, and the formats on top of them.

mod json;
