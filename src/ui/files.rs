//! How files get from the page to the shell: the page hands on the browser's event and gets a number.

use leptos::ev::{DragEvent, Event};
use leptos::prelude::*;

/// Lent to pages by whoever mounts them. Without a lender (in tests on the host) there are no files.
#[derive(Clone, Copy)]
pub struct Files {
    /// Sets aside the files that were dropped; 0 when there were none.
    pub from_drop: fn(&DragEvent) -> u64,
    /// Files are expected: what reads them makes itself ready.
    pub expect: fn(),
    /// Sets aside the files that were chosen; 0 when there were none.
    pub from_input: fn(&Event) -> u64,
}

impl Default for Files {
    fn default() -> Self {
        Self { from_drop: |_| 0, from_input: |_| 0, expect: || {} }
    }
}

/// The way for files of this part of the page. Call it while a component is built, not in a handler.
#[must_use]
pub fn files() -> Files {
    use_context::<Files>().unwrap_or_default()
}
