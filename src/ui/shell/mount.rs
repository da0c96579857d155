//! Where the page begins.

use super::{door, rescue};

/// Starts the page on the document's body.
pub fn mount() {
    rescue::install();
    door::open();
}
