//! Brings every change to the second copy, and says "Saved" when the disk has it.

use std::cell::{Cell, RefCell};

use leptos::prelude::*;

use super::{Open, RETRY, Untold, in_opening, keep_again, kept_as, tell};
use crate::app::Event;
use crate::app::state::{Kept, Namespace};
use crate::journal::Entry;
use crate::store::{Badge, Changes, Ticket, Write};
use crate::ui::shell::mirror::NoMirror;
use crate::ui::shell::{backups, mirror};

/// Changes that wait for the second copy.
struct Parcel {
    opening: u64,
    namespace: Namespace,
    ticket: Ticket,
    changes: Changes,
}

thread_local! {
    static OUTBOX: RefCell<Vec<Parcel>> = const { RefCell::new(Vec::new()) };
    static WRITING: Cell<bool> = const { Cell::new(false) };
}

/// Repeats changes in the second copy, and says so when the disk has every edit.
///
/// The disk takes its time for each transaction, so what comes meanwhile goes together in the next.
pub(super) fn copy(dispatch: Callback<Event>, opening: u64, changes: Changes) {
    let begun = in_opening(opening, |open| (open.namespace, open.durability.copying()));
    let Some((namespace, ticket)) = begun else {
        return;
    };
    OUTBOX.with_borrow_mut(|waiting| {
        waiting.push(Parcel { opening, namespace, ticket, changes });
    });
    if !WRITING.replace(true) {
        wasm_bindgen_futures::spawn_local(empty_outbox(dispatch));
    }
}

async fn empty_outbox(dispatch: Callback<Event>) {
    while let Some((opening, namespace, tickets, changes)) = next_batch() {
        let done = mirror::repeat(kept_as(namespace), &changes).await;
        let lacks = in_opening(opening, |open| {
            match done {
                Ok(()) => tickets.iter().for_each(|ticket| open.durability.mirrored(*ticket)),
                Err(NoMirror) => open.durability.mirror_failed(),
            }
            open.durability.mirror_lacks()
        });
        if lacks == Some(true) {
            set_timeout(move || mend_copy(dispatch, opening), RETRY);
        }
        say_saved(dispatch, opening);
    }
    WRITING.set(false);
}

/// Everything that waits of the opening that comes first.
fn next_batch() -> Option<(u64, Namespace, Vec<Ticket>, Vec<Changes>)> {
    OUTBOX.with_borrow_mut(|waiting| {
        let (opening, namespace) = waiting.first().map(|p| (p.opening, p.namespace))?;
        let of = waiting.iter().take_while(|p| p.opening == opening).count();
        let (tickets, changes) = waiting.drain(..of).map(|p| (p.ticket, p.changes)).unzip();
        Some((opening, namespace, tickets, changes))
    })
}

/// What waits of a book that is erased shall not bring it back.
pub(super) fn forget(namespace: Namespace) {
    OUTBOX.with_borrow_mut(|waiting| waiting.retain(|parcel| parcel.namespace != namespace));
}

/// Says that the disk has every edit, when it has.
pub(super) fn say_saved(dispatch: Callback<Event>, opening: u64) {
    let saved = in_opening(opening, |open| {
        let saved = open.durability.badge() == Badge::Saved;
        saved.then(|| {
            open.unsaid = false;
            (open.namespace, open.keeper.entries())
        })
    });
    if let Some((namespace, entries)) = saved.flatten() {
        dispatch.run(Event::Kept(Kept::Durable));
        backups::plan(dispatch, namespace, entries);
    }
}

/// After a write of the second copy failed: compares it whole, so that nothing of it is missing.
fn mend_copy(dispatch: Callback<Event>, opening: u64) {
    let lacking =
        in_opening(opening, |open| open.durability.mirror_lacks().then_some(open.namespace));
    let Some(namespace) = lacking.flatten().map(kept_as) else {
        return;
    };
    wasm_bindgen_futures::spawn_local(async move {
        let Ok(there) = mirror::read(namespace).await else {
            return;
        };
        let begun =
            in_opening(opening, |open| (open.keeper.difference(&there), open.durability.copying()));
        let Some((changes, ticket)) = begun else {
            return;
        };
        if mirror::repeat(namespace, &[changes]).await.is_ok() {
            in_opening(opening, |open| open.durability.mirror_whole(ticket));
            say_saved(dispatch, opening);
        }
    });
}

/// After opening: takes back from the second copy what local storage lost, and brings the copy up to date.
pub(super) async fn compare_copies(dispatch: Callback<Event>, opening: u64, untold: Untold) {
    let Some(namespace) = in_opening(opening, |open| open.namespace) else {
        return;
    };
    let there = mirror::read(kept_as(namespace)).await;
    if there.is_err() {
        in_opening(opening, |open| open.durability.mirror_failed());
    }
    let there = there.unwrap_or_default();
    let Some((back, difference)) = in_opening(opening, |open| adopt(open, &there)) else {
        return;
    };
    tell(dispatch, opening, &untold, back);
    if difference != Changes::default() {
        copy(dispatch, opening, difference);
    }
    keep_again(dispatch, namespace);
    backups::tell(dispatch, namespace).await;
}

/// What came back is shown even when local storage has no room for it: then it waits to be kept.
fn adopt(open: &mut Open, there: &[Write]) -> (Vec<Entry>, Changes) {
    match open.keeper.adopt(there) {
        Ok((entries, _)) => (entries, open.keeper.difference(there)),
        Err(_) => {
            let missing = open.keeper.missing(there);
            open.waiting.extend(missing.iter().cloned());
            (missing, Changes::default())
        }
    }
}
