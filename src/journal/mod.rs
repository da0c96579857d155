//! Everything observed, decided or done, as an append-only list of entries.
