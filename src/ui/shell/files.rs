//! What a person dropped or chose: handles of files, which wait under a number until they are read.

use std::cell::RefCell;
use std::collections::BTreeMap;

use wasm_bindgen::JsCast as _;
use web_sys::{DragEvent, File, FileList, HtmlInputElement};

use crate::ui::files::Files;

/// The files of a real browser, for pages.
pub const FILES: Files = Files { from_drop, from_input };

thread_local! {
    /// What was dropped or chosen last, by number. Only the latest of each is kept.
    static WAITING: RefCell<BTreeMap<u64, Vec<File>>> = const { RefCell::new(BTreeMap::new()) };
}

/// Files are handles, not bytes; a few are kept, so that they can be read again with an answer.
const WAITING_MAX: usize = 4;

/// The files that wait under a number; none when they were given too long ago.
pub fn waiting(at: u64) -> Option<Vec<File>> {
    WAITING.with_borrow(|waiting| waiting.get(&at).cloned())
}

fn from_drop(event: &DragEvent) -> u64 {
    wait_for(event.data_transfer().and_then(|given| given.files()))
}

fn from_input(event: &web_sys::Event) -> u64 {
    let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok())
    else {
        return 0;
    };
    let number = wait_for(input.files());
    // Otherwise choosing the same file again would be no change, and say nothing.
    input.set_value("");
    number
}

fn wait_for(list: Option<FileList>) -> u64 {
    let files: Vec<File> = list
        .map(|list| (0..list.length()).filter_map(|at| list.get(at)).collect())
        .unwrap_or_default();
    if files.is_empty() {
        return 0;
    }
    WAITING.with_borrow_mut(|waiting| {
        let number = waiting.keys().next_back().map_or(1, |last| last + 1);
        waiting.insert(number, files);
        while waiting.len() > WAITING_MAX {
            waiting.pop_first();
        }
        number
    })
}
