//! How a table's text is cut into cells.

/// The signs that cut a text into rows and cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dialect {
    pub delimiter: u8,
    /// Nothing where marks have no meaning.
    pub quote: Option<u8>,
    /// A quotation mark inside quotes is written `\"` instead of `""`.
    pub backslash: bool,
    /// Rows end with a carriage return alone.
    pub bare_returns: bool,
    /// A space follows every separator, and belongs to it.
    pub padded: bool,
}

impl Dialect {
    /// RFC 4180: commas and doubled double quotes.
    pub const RFC4180: Self = Self {
        delimiter: b',',
        quote: Some(b'"'),
        backslash: false,
        bare_returns: false,
        padded: false,
    };
}
