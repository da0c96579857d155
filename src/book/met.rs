//! The accounts a fold meets: each fact asks for one, so finding it has to be quick.

use std::collections::{BTreeMap, HashMap};
use std::hash::{BuildHasherDefault, Hasher};

use super::account::Account;
use crate::domain::ids::CustomerId;

/// Accounts in the order in which they were met, and where each stands.
#[derive(Clone, Debug, Default)]
pub(super) struct Met {
    accounts: Vec<Account>,
    places: HashMap<CustomerId, usize, BuildHasherDefault<Quick>>,
}

impl Met {
    /// An account of the book, or one that was met.
    pub(super) fn find<'a>(
        &'a mut self,
        book: &'a mut BTreeMap<CustomerId, Account>,
        id: &CustomerId,
    ) -> Option<&'a mut Account> {
        match self.places.get(id) {
            Some(at) => self.accounts.get_mut(*at),
            None => book.get_mut(id),
        }
    }

    /// Takes in an account that is neither in the book nor was met.
    pub(super) fn meet(&mut self, id: CustomerId, account: Account) {
        self.places.insert(id, self.accounts.len());
        self.accounts.push(account);
    }

    pub(super) fn find_or_meet<'a>(
        &'a mut self,
        book: &'a mut BTreeMap<CustomerId, Account>,
        id: &CustomerId,
        make: impl FnOnce() -> Account,
    ) -> &'a mut Account {
        let at = match self.places.get(id) {
            Some(at) => *at,
            None => {
                let at = self.accounts.len();
                self.meet(id.clone(), book.remove(id).unwrap_or_else(make));
                at
            }
        };
        &mut self.accounts[at]
    }

    /// Puts what was met into the book.
    pub(super) fn join(self, book: &mut BTreeMap<CustomerId, Account>) {
        let mut accounts: Vec<Option<Account>> = self.accounts.into_iter().map(Some).collect();
        let mut places: Vec<(CustomerId, usize)> = self.places.into_iter().collect();
        places.sort_unstable();
        let take = |(id, at): (CustomerId, usize)| Some((id, accounts.get_mut(at)?.take()?));
        let mut met: BTreeMap<CustomerId, Account> = places.into_iter().filter_map(take).collect();
        book.append(&mut met);
    }
}

/// FNV-1a over whole bytes: ids are short, and whoever makes them clash slows down his own book only.
struct Quick(u64);

impl Default for Quick {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for Quick {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
}
