//! One id type per kind of thing. Ids that are GUIDs are kept in lower case,
//! since Partner Center writes them in both.

use std::borrow::Cow;
use std::fmt;

/// The text is empty, too long, or holds control characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IdError {
    pub kind: &'static str,
    pub text: String,
}

impl fmt::Display for IdError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let shown: String = self.text.chars().take(60).collect();
        write!(f, "`{shown}` cannot be a {}", self.kind)
    }
}

impl std::error::Error for IdError {}

/// No id in these formats is longer; a longer one is a sign of a file misread.
const ID_CHARS_MAX: usize = 300;

/// Bytes of a GUID with its dashes.
const GUID_LEN: usize = 36;

/// Borrowed where nothing has to be put right, since a book reads a great many.
fn clean<'t>(kind: &'static str, text: &'t str) -> Result<Cow<'t, str>, IdError> {
    if is_plain(text) {
        return Ok(text.into());
    }
    let trimmed = text.trim();
    let too_long = trimmed.len() > ID_CHARS_MAX && trimmed.chars().count() > ID_CHARS_MAX;
    let controls = match trimmed.is_ascii() {
        true => trimmed.bytes().any(|b| b.is_ascii_control()),
        false => trimmed.chars().any(char::is_control),
    };
    if trimmed.is_empty() || too_long || controls {
        return Err(IdError { kind, text: text.to_owned() });
    }
    let lower = trimmed.len() == GUID_LEN
        && trimmed.bytes().any(|b| b.is_ascii_uppercase())
        && is_guid(trimmed);
    Ok(if lower { trimmed.to_ascii_lowercase().into() } else { trimmed.into() })
}

/// What most ids are: a few visible signs, and no GUID.
fn is_plain(text: &str) -> bool {
    (1..GUID_LEN).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_graphic())
}

/// Eight, four, four, four and twelve hexadecimal digits.
#[must_use]
pub fn is_guid(text: &str) -> bool {
    text.len() == GUID_LEN
        && text.bytes().enumerate().all(|(at, byte)| match at {
            8 | 13 | 18 | 23 => byte == b'-',
            _ => byte.is_ascii_hexdigit(),
        })
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident $kind:literal;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(std::sync::Arc<str>);

        impl $name {
            /// # Errors
            /// [`IdError`] when the trimmed text is empty, over 300 characters, or holds control characters.
            pub fn new(text: &str) -> Result<Self, IdError> {
                clean($kind, text).map(|t| Self(t.as_ref().into()))
            }

            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}({})", stringify!($name), self.0)
            }
        }
    )*};
}

ids! {
    /// A customer: the id of its tenant, or `ledger:` and the name for one that is known only by name.
    CustomerId "customer id";
    SubscriptionId "subscription id";
    /// The number printed on an invoice to a customer. Unique within a customer.
    InvoiceNumber "invoice number";
    /// The bank's or the ledger's reference of a payment. Unique within a customer.
    PaymentRef "payment reference";
    /// The number of an invoice from Microsoft (or the provider) to the reseller.
    BillNumber "bill number";
    AlertId "alert id";
    CaseId "case id";
    /// A journal entry: a ULID.
    EntryId "entry id";
    /// One open tab, or one run of the terminal program.
    WriterId "writer id";
}

impl CustomerId {
    /// The id of a customer that a ledger knows by name only.
    ///
    /// # Errors
    /// [`IdError`] when the name cannot be part of an id.
    pub fn from_ledger_name(name: &str) -> Result<Self, IdError> {
        let folded = super::text::fold_name(name);
        if folded.is_empty() {
            return Err(IdError { kind: "customer name", text: name.to_owned() });
        }
        Self::new(&format!("ledger:{folded}"))
    }

    /// Whether this customer is known by name only, not yet by its tenant.
    #[must_use]
    pub fn is_ledger_only(&self) -> bool {
        self.as_str().starts_with("ledger:")
    }
}
