//! Where the page begins.

use super::{door, reading, rescue};

/// Starts the page on the document's body; in a worker, which has none, waits for files to read.
pub fn mount() {
    if web_sys::window().is_none() {
        return reading::serve();
    }
    rescue::install();
    door::open();
}
