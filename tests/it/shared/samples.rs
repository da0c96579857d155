//! Documented payloads and layouts.
