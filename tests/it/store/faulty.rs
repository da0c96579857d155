//! A storage that fails on demand.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use recourse::store::{QUOTA_UNITS, Storage, StorageError, units};

/// How the storage behaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mood {
    Well,
    /// The k-th change (from 1) is refused, once.
    RefuseOnce(usize),
    /// The k-th change and all after it are refused.
    RefuseFrom(usize),
    /// After this many changes the page is gone: nothing is changed any more.
    CrashAfter(usize),
    /// Every call is refused.
    Denied,
}

#[derive(Clone)]
pub struct Faulty {
    pub values: Rc<RefCell<BTreeMap<String, String>>>,
    mood: Rc<Cell<Mood>>,
    changes: Rc<Cell<usize>>,
}

impl Faulty {
    pub fn new() -> Self {
        Self { values: Rc::default(), mood: Rc::new(Cell::new(Mood::Well)), changes: Rc::default() }
    }

    pub fn with(values: BTreeMap<String, String>) -> Self {
        let storage = Self::new();
        *storage.values.borrow_mut() = values;
        storage
    }

    /// Sets the mood and counts changes anew.
    pub fn mood(&self, mood: Mood) {
        self.mood.set(mood);
        self.changes.set(0);
    }

    pub fn changes(&self) -> usize {
        self.changes.get()
    }

    pub fn copy(&self) -> BTreeMap<String, String> {
        self.values.borrow().clone()
    }

    pub fn used(&self) -> usize {
        self.values.borrow().iter().map(|(k, v)| units(k, v)).sum()
    }

    /// Fills the storage with another program's value up to this many units.
    pub fn fill_to(&self, used: usize) {
        let key = "other-program";
        self.values.borrow_mut().remove(key);
        let rest = used - self.used() - key.len();
        self.values.borrow_mut().insert(key.to_owned(), "x".repeat(rest));
    }

    fn change(&self) -> Result<(), StorageError> {
        let count = self.changes.get() + 1;
        self.changes.set(count);
        match self.mood.get() {
            Mood::Denied => Err(StorageError::Denied),
            Mood::RefuseOnce(k) if count == k => Err(StorageError::Full),
            Mood::RefuseFrom(k) if count >= k => Err(StorageError::Full),
            Mood::CrashAfter(n) if count > n => Err(StorageError::Other("crashed".to_owned())),
            _ => Ok(()),
        }
    }
}

impl Storage for Faulty {
    fn get(&self, key: &str) -> Result<Option<String>, StorageError> {
        if self.mood.get() == Mood::Denied {
            return Err(StorageError::Denied);
        }
        Ok(self.values.borrow().get(key).cloned())
    }

    fn set(&self, key: &str, value: &str) -> Result<(), StorageError> {
        self.change()?;
        let mut values = self.values.borrow_mut();
        let before = values.get(key).map_or(0, |v| units(key, v));
        let used: usize = values.iter().map(|(k, v)| units(k, v)).sum();
        if used - before + units(key, value) > QUOTA_UNITS {
            return Err(StorageError::Full);
        }
        values.insert(key.to_owned(), value.to_owned());
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        self.change()?;
        self.values.borrow_mut().remove(key);
        Ok(())
    }

    fn keys(&self) -> Result<Vec<String>, StorageError> {
        if self.mood.get() == Mood::Denied {
            return Err(StorageError::Denied);
        }
        Ok(self.values.borrow().keys().cloned().collect())
    }
}
