//! What the journal is kept in: text under keys, as the browser's local storage has it.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fmt;
use std::rc::Rc;

/// Room that a browser gives one origin, in UTF-16 units of keys and values together.
///
/// Measured in Chromium 156: exactly this many, for ASCII and CJK alike; a refused write leaves
/// the old value whole.
pub const QUOTA_UNITS: usize = 5_242_880;

/// Why the storage did not do what was asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StorageError {
    /// There is no such storage here: an old browser, or a page opened from a file.
    Missing,
    /// The browser does not let this page use it: private mode, or cookies blocked.
    Denied,
    /// No room is left. The value before is still there, whole.
    Full,
    /// Anything else; the browser's own words.
    Other(String),
}

/// Text under keys. Every call may fail; a failed write leaves what was there.
pub trait Storage {
    /// # Errors
    /// Whatever keeps the value from being read; a key that is not there is `None`.
    fn get(&self, key: &str) -> Result<Option<String>, StorageError>;

    /// # Errors
    /// [`StorageError::Full`] when no room is left.
    fn set(&self, key: &str, value: &str) -> Result<(), StorageError>;

    /// # Errors
    /// Whatever keeps the key from being removed; one that is not there is no error.
    fn remove(&self, key: &str) -> Result<(), StorageError>;

    /// All keys, in any order, of this and every other use of the storage.
    ///
    /// # Errors
    /// Whatever keeps the keys from being listed.
    fn keys(&self) -> Result<Vec<String>, StorageError>;
}

/// What a key and its value take of the room.
#[must_use]
pub fn units(key: &str, value: &str) -> usize {
    // Each character begins with one byte that does not go on another; those of four bytes take two units.
    let starts = |byte: u8| usize::from(byte & 0xC0 != 0x80) + usize::from(byte >= 0xF0);
    let count = |text: &str| text.bytes().map(starts).sum::<usize>();
    count(key).saturating_add(count(value))
}

/// A storage that lasts as long as the program: for a page that may keep nothing, and for tests.
#[derive(Clone, Debug, Default)]
pub struct MemoryStorage {
    values: Rc<RefCell<BTreeMap<String, String>>>,
}

impl Storage for MemoryStorage {
    fn get(&self, key: &str) -> Result<Option<String>, StorageError> {
        Ok(self.values.borrow().get(key).cloned())
    }

    fn set(&self, key: &str, value: &str) -> Result<(), StorageError> {
        self.values.borrow_mut().insert(key.to_owned(), value.to_owned());
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        self.values.borrow_mut().remove(key);
        Ok(())
    }

    fn keys(&self) -> Result<Vec<String>, StorageError> {
        Ok(self.values.borrow().keys().cloned().collect())
    }
}

impl<T: Storage + ?Sized> Storage for Rc<T> {
    fn get(&self, key: &str) -> Result<Option<String>, StorageError> {
        (**self).get(key)
    }

    fn set(&self, key: &str, value: &str) -> Result<(), StorageError> {
        (**self).set(key, value)
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        (**self).remove(key)
    }

    fn keys(&self) -> Result<Vec<String>, StorageError> {
        (**self).keys()
    }
}

impl fmt::Display for StorageError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing => f.write_str("this browser has no local storage for this page"),
            Self::Denied => f.write_str("the browser does not let this page use local storage"),
            Self::Full => f.write_str("local storage is full"),
            Self::Other(words) => write!(f, "local storage failed: {words}"),
        }
    }
}

impl std::error::Error for StorageError {}
