//! What a person dropped or chose: handles of files, which wait under a number until they are read.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::time::Duration;

use leptos::prelude::set_timeout;
use wasm_bindgen::JsCast as _;
use web_sys::{DragEvent, File, FileList, HtmlInputElement};

use super::folders::{self, Entry, Found};
use super::reading;
use crate::ui::files::Files;

/// The files of a real browser, for pages.
pub const FILES: Files = Files { from_drop, from_input, expect };

/// What was given: files, or what is looked through when it is read.
#[derive(Clone)]
enum Waiting {
    Files(Found),
    Folders(Vec<Entry>),
}

thread_local! {
    /// What was dropped or chosen last, by number. Only the latest of each is kept.
    static WAITING: RefCell<BTreeMap<u64, Waiting>> = const { RefCell::new(BTreeMap::new()) };
}

/// Files are handles, not bytes; a few are kept, so that they can be read again with an answer.
const WAITING_MAX: usize = 4;

/// The page is shown before anything else is made ready.
const PATIENCE: Duration = Duration::from_millis(250);

/// The files that wait under a number; none when they were given too long ago.
pub async fn waiting(at: u64) -> Option<Found> {
    match WAITING.with_borrow(|waiting| waiting.get(&at).cloned())? {
        Waiting::Files(found) => Some(found),
        Waiting::Folders(entries) => {
            let found = folders::walk(entries).await;
            let all = Waiting::Files(found.clone());
            WAITING.with_borrow_mut(|waiting| waiting.insert(at, all));
            Some(found)
        }
    }
}

fn expect() {
    set_timeout(reading::make_ready, PATIENCE);
}

fn from_drop(event: &DragEvent) -> u64 {
    match folders::dropped(event) {
        Some(entries) => wait_for(Waiting::Folders(entries)),
        None => wait_for_list(event.data_transfer().and_then(|given| given.files())),
    }
}

fn from_input(event: &web_sys::Event) -> u64 {
    let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok())
    else {
        return 0;
    };
    let number = wait_for_list(input.files());
    // Otherwise choosing the same file again would be no change, and say nothing.
    input.set_value("");
    number
}

fn wait_for_list(list: Option<FileList>) -> u64 {
    let files: Vec<File> = list
        .map(|list| (0..list.length()).filter_map(|at| list.get(at)).collect())
        .unwrap_or_default();
    if files.is_empty() { 0 } else { wait_for(Waiting::Files(Found { files, ..Found::default() })) }
}

fn wait_for(given: Waiting) -> u64 {
    WAITING.with_borrow_mut(|waiting| {
        let number = waiting.keys().next_back().map_or(1, |last| last + 1);
        waiting.insert(number, given);
        while waiting.len() > WAITING_MAX {
            waiting.pop_first();
        }
        number
    })
}
