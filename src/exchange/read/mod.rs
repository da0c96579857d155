//! Readers: text or bytes in, understood records and named problems out.
