//! Places in a document. They are put into words only when there is a fault to tell.

use std::fmt::Write as _;

/// The document, or a part of something else in it.
#[derive(Clone, Copy)]
pub(super) struct Place<'a> {
    of: Option<&'a Place<'a>>,
    key: &'a str,
    item: Option<usize>,
}

impl<'a> Place<'a> {
    /// The whole document.
    pub const TOP: Self = Self { of: None, key: "", item: None };

    /// The value of a key: `stages[2].id`.
    pub const fn key(&'a self, key: &'a str) -> Self {
        Self { of: Some(self), key, item: None }
    }

    /// An item of the list at a key: `stages[2]`.
    pub const fn item(&'a self, key: &'a str, at: usize) -> Self {
        Self { of: Some(self), key, item: Some(at) }
    }

    /// As faults name it.
    pub fn text(&self) -> String {
        let mut text = self.of.map_or_else(String::new, Place::text);
        if !text.is_empty() {
            text.push('.');
        }
        text.push_str(self.key);
        if let Some(at) = self.item {
            _ = write!(text, "[{at}]");
        }
        text
    }
}
