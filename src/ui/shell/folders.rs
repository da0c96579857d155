//! Folders that were dropped: their files, each with the way to it as its name.

use std::collections::VecDeque;

use js_sys::{Array, Function, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{DragEvent, File};

#[wasm_bindgen]
extern "C" {
    /// A `DataTransfer` with its list of items.
    type Given;
    #[wasm_bindgen(method, getter)]
    fn items(this: &Given) -> JsValue;

    type Item;
    #[wasm_bindgen(method, catch, js_name = webkitGetAsEntry)]
    fn entry(this: &Item) -> Result<Option<Entry>, JsValue>;

    /// A file or a folder.
    #[derive(Clone, Debug)]
    pub type Entry;
    #[wasm_bindgen(method, getter, js_name = isDirectory)]
    fn is_folder(this: &Entry) -> bool;
    #[wasm_bindgen(method, getter, js_name = fullPath)]
    fn path(this: &Entry) -> String;
    #[wasm_bindgen(method)]
    fn file(this: &Entry, done: &Function, failed: &Function);
    #[wasm_bindgen(method, js_name = createReader)]
    fn reader(this: &Entry) -> Reader;

    type Reader;
    #[wasm_bindgen(method, js_name = readEntries)]
    fn read(this: &Reader, done: &Function, failed: &Function);
}

/// More files than this are not read at once; the words for what is left name the number too.
const FILES_MAX: usize = 1_000;

/// What was found in folders.
#[derive(Clone, Debug, Default)]
pub struct Found {
    pub files: Vec<File>,
    /// Names of what the browser would not give.
    pub unreadable: Vec<String>,
    /// How many files and folders were left.
    pub left: usize,
}

/// What was dropped, where a folder is among it. The browser tells it only while it tells of the drop.
pub fn dropped(event: &DragEvent) -> Option<Vec<Entry>> {
    let given: Given = event.data_transfer()?.unchecked_into();
    let items = Array::from(&given.items());
    let entries = items.iter().filter_map(|item| item.unchecked_into::<Item>().entry().ok()?);
    let entries: Vec<Entry> = entries.collect();
    entries.iter().any(Entry::is_folder).then_some(entries)
}

/// All files, folder by folder, at most a thousand.
pub async fn walk(entries: Vec<Entry>) -> Found {
    let mut found = Found::default();
    let mut waiting: VecDeque<Entry> = entries.into();
    while let Some(entry) = waiting.pop_front() {
        if found.files.len() >= FILES_MAX {
            found.left = waiting.len().saturating_add(1);
            break;
        }
        if entry.is_folder() {
            match inside(&entry).await {
                Some(entries) => waiting.extend(entries),
                None => found.unreadable.push(entry.path()),
            }
        } else {
            match file(&entry).await {
                Some(file) => found.files.push(file),
                None => found.unreadable.push(entry.path()),
            }
        }
    }
    found
}

/// A folder tells what is in it piece by piece, until a piece is empty.
async fn inside(folder: &Entry) -> Option<Vec<Entry>> {
    let reader = folder.reader();
    let mut entries = Vec::new();
    loop {
        let promise = Promise::new(&mut |done, failed| reader.read(&done, &failed));
        let some = Array::from(&JsFuture::from(promise).await.ok()?);
        if some.length() == 0 {
            return Some(entries);
        }
        entries.extend(some.iter().map(JsValue::unchecked_into::<Entry>));
    }
}

/// The file by the name under which it stands in the folder; its bytes are not touched.
async fn file(entry: &Entry) -> Option<File> {
    let promise = Promise::new(&mut |done, failed| entry.file(&done, &failed));
    let file = JsFuture::from(promise).await.ok()?;
    let path = entry.path();
    let name = path.trim_start_matches('/');
    File::new_with_blob_sequence(&Array::of1(&file), name).ok()
}
