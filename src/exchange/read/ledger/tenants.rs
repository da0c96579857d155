//! The tenants of a file, each kept once: a ledger names every tenant in many rows.

use std::cell::RefCell;

use crate::domain::ids::{CustomerId, is_guid};

/// A place for each of so many; two that share one only cost a copy now and then.
const PLACES: usize = 4_096;

#[derive(Debug)]
pub(super) struct Tenants {
    places: RefCell<Vec<Option<CustomerId>>>,
}

impl Tenants {
    pub(super) fn new() -> Self {
        Self { places: RefCell::new(vec![None; PLACES]) }
    }

    /// The id of a tenant; nothing for a text that is no GUID.
    pub(super) fn id(&self, text: &str) -> Option<CustomerId> {
        let mut places = self.places.borrow_mut();
        let place = places.get_mut(place(text))?;
        if let Some(known) = place.as_ref().filter(|id| id.as_str() == text) {
            return Some(known.clone());
        }
        let id = is_guid(text).then(|| CustomerId::new(text).ok()).flatten()?;
        *place = Some(id.clone());
        Some(id)
    }
}

fn place(text: &str) -> usize {
    let (words, _) = text.as_bytes().as_chunks::<4>();
    let mixed = words.iter().fold(0_u32, |hash, word| {
        (hash.rotate_left(5) ^ u32::from_le_bytes(*word)).wrapping_mul(0x9e37_79b1)
    });
    (mixed >> 20) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tenant_is_kept_once_in_any_case() {
        let tenants = Tenants::new();
        let lower = tenants.id("aaaaaaaa-0000-4000-8000-000000000001").unwrap();
        let again = tenants.id("aaaaaaaa-0000-4000-8000-000000000001").unwrap();
        assert!(std::ptr::eq(lower.as_str(), again.as_str()));
        assert_eq!(tenants.id("AAAAAAAA-0000-4000-8000-000000000001"), Some(lower));
    }

    #[test]
    fn what_is_no_guid_is_no_tenant() {
        let tenants = Tenants::new();
        for text in ["", "Sample Bakery", "aaaaaaaa-0000-4000-8000-00000000000", "客戶"] {
            assert_eq!(tenants.id(text), None, "{text}");
        }
    }

    #[test]
    fn tenants_of_one_place_take_turns() {
        let tenants = Tenants::new();
        for round in 0..2 {
            for at in 0..10_000 {
                let text = format!("{at:08x}-0000-4000-8000-000000000001");
                assert_eq!(tenants.id(&text).unwrap().as_str(), text, "{round}");
            }
        }
    }
}
