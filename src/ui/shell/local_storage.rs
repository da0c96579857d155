//! The browser's local storage behind the keeper's trait: each call guarded, each failure named.

use gloo_storage::{LocalStorage, Storage as _};
use wasm_bindgen::JsValue;

use crate::store::{Storage, StorageError};

/// Local storage of this page's origin.
#[derive(Clone, Copy, Debug, Default)]
pub struct BrowserStorage;

/// Local storage, when there is one and the page may use it.
///
/// Reading the property itself throws where storage is blocked, so it is tried before anything relies on it.
pub fn reach() -> Result<web_sys::Storage, StorageError> {
    let window = web_sys::window().ok_or(StorageError::Missing)?;
    match window.local_storage() {
        Ok(Some(_)) => Ok(LocalStorage::raw()),
        Ok(None) => Err(StorageError::Missing),
        Err(error) => Err(named(&error)),
    }
}

/// Whether it can be told for sure that no book is kept here; preferences are none.
pub fn holds_no_book() -> bool {
    let is_of_a_book =
        |key: &String| key.starts_with("recourse/") && !key.starts_with("recourse/preference/");
    // Some storages list nothing and refuse to be read: then nothing is sure.
    let can_be_read = BrowserStorage.get("recourse/preference/lang").is_ok();
    let keys = BrowserStorage.keys();
    can_be_read && keys.is_ok_and(|keys| !keys.iter().any(is_of_a_book))
}

impl Storage for BrowserStorage {
    fn get(&self, key: &str) -> Result<Option<String>, StorageError> {
        reach()?.get_item(key).map_err(|e| named(&e))
    }

    fn set(&self, key: &str, value: &str) -> Result<(), StorageError> {
        reach()?.set_item(key, value).map_err(|e| named(&e))
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        reach()?.remove_item(key).map_err(|e| named(&e))
    }

    fn keys(&self) -> Result<Vec<String>, StorageError> {
        let storage = reach()?;
        let count = storage.length().map_err(|e| named(&e))?;
        let mut keys = Vec::new();
        for at in 0..count {
            keys.extend(storage.key(at).map_err(|e| named(&e))?);
        }
        Ok(keys)
    }
}

/// What the browser threw, in our words. Firefox has a name of its own for a full storage.
fn named(error: &JsValue) -> StorageError {
    let text = |field: &str| {
        js_sys::Reflect::get(error, &JsValue::from_str(field))
            .ok()
            .and_then(|v| v.as_string())
            .unwrap_or_default()
    };
    match text("name").as_str() {
        "QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED" => StorageError::Full,
        "SecurityError" => StorageError::Denied,
        _ => StorageError::Other(text("message")),
    }
}
