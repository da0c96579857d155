//! Keeps the book in this browser and reads it back.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;

use leptos::ev;
use leptos::prelude::*;

use super::local_storage::BrowserStorage;
use super::mirror;
use super::{backups, clock};
use crate::app::Event;
use crate::app::state::{Kept, LoadFailure, Loaded, Namespace};
use crate::domain::ids::WriterId;
use crate::journal::Entry;
use crate::store::{
    self, Badge, Changes, Damage, Durability, Foreign, Keeper, Remark, SaveError, Write,
};

/// Packing waits until the person pauses.
const IDLE: Duration = Duration::from_secs(2);

/// Entries that could not be kept are tried again after this.
const RETRY: Duration = Duration::from_secs(5);

/// How long the second copy is waited for when something is missing here.
const PATIENCE: Duration = Duration::from_secs(2);

/// The book that is open in this tab.
struct Open {
    namespace: Namespace,
    keeper: Keeper<BrowserStorage>,
    /// Recorded, and not kept yet.
    waiting: Vec<Entry>,
    durability: Durability,
}

thread_local! {
    static OPEN: RefCell<Option<Open>> = const { RefCell::new(None) };
    static PLANNED: Cell<bool> = const { Cell::new(false) };
    static LISTENING: Cell<bool> = const { Cell::new(false) };
    /// Recorded in a book that was left before they could be kept: they come back with it.
    static PARKED: RefCell<Vec<(Namespace, Vec<Entry>)>> = const { RefCell::new(Vec::new()) };
}

/// Reads the book of a namespace and leaves the one before.
pub fn load(dispatch: Callback<Event>, namespace: Namespace) {
    listen(dispatch);
    let Ok(writer) = WriterId::new(&format!("{:032x}", clock::random())) else {
        return;
    };
    let (keeper, found) = Keeper::open(BrowserStorage, kept_as(namespace), writer.clone());
    let lacks = found.journal.is_empty() || !keeper.losses().is_empty();
    let mut loaded = Loaded { room_percent: percent(&keeper), writer: Some(writer), ..told(found) };
    let waiting = change_books(namespace);
    loaded.journal.extend(waiting.iter().cloned());
    let open = Open { namespace, keeper, waiting, durability: Durability::default() };
    OPEN.with(|slot| *slot.borrow_mut() = Some(open));
    set_timeout(move || keep_again(dispatch, namespace), Duration::ZERO);
    let untold: Untold = Rc::new(RefCell::new(Some(loaded)));
    let late = Rc::clone(&untold);
    // What is missing here may stand in the second copy: that is waited for, but not for ever.
    let patience = if lacks { PATIENCE } else { Duration::ZERO };
    set_timeout(move || tell(dispatch, namespace, &late, Vec::new()), patience);
    wasm_bindgen_futures::spawn_local(async move {
        compare_copies(dispatch, namespace, untold).await;
    });
    plan_packing(dispatch);
}

/// Parks what could not be kept of the book that is left; what was parked of the one that is opened.
fn change_books(namespace: Namespace) -> Vec<Entry> {
    let left = OPEN.with(|slot| slot.borrow_mut().take());
    PARKED.with_borrow_mut(|parked| {
        parked.extend(left.map(|open| (open.namespace, open.waiting)));
        let back = parked.iter().filter(|(of, _)| *of == namespace);
        let back = back.flat_map(|(_, entries)| entries.iter().cloned()).collect();
        parked.retain(|(of, _)| *of != namespace);
        back
    })
}

/// What was read and not told yet.
type Untold = Rc<RefCell<Option<Loaded>>>;

/// Tells what was read, together with entries that came back from the second copy.
fn tell(dispatch: Callback<Event>, namespace: Namespace, untold: &Untold, back: Vec<Entry>) {
    let loaded = untold.borrow_mut().take();
    match loaded {
        Some(mut loaded) => {
            if !back.is_empty() {
                loaded.journal.extend(back);
                forget_mended(&mut loaded);
            }
            dispatch.run(Event::Loaded(namespace, Box::new(loaded)));
        }
        None if back.is_empty() => {}
        None => dispatch.run(Event::Foreign(back)),
    }
}

/// What came back from the second copy is no longer missing.
fn forget_mended(loaded: &mut Loaded) {
    let losses = with_open(|open| open.keeper.losses()).unwrap_or_default();
    let lacking: Vec<String> = losses.iter().map(Remark::about).collect();
    let writers: Vec<String> =
        loaded.journal.entries().iter().map(|e| e.writer.to_string()).collect();
    loaded.set_aside.retain(|(about, _)| lacking.contains(about) || !writers.contains(about));
}

/// Keeps entries, and with them those that could not be kept before.
pub fn keep(dispatch: Callback<Event>, namespace: Namespace, entries: &[Entry]) {
    let saved = with_open(|open| {
        if open.namespace != namespace {
            return None;
        }
        open.waiting.extend(entries.iter().cloned());
        Some(save_waiting(open))
    });
    let Some(Some(saved)) = saved else {
        return;
    };
    match saved {
        Ok((kept, changes)) => {
            dispatch.run(Event::Kept(kept));
            copy(dispatch, namespace, changes);
            plan_packing(dispatch);
            backups::ask_to_stay(namespace);
        }
        Err(error) => {
            with_open(|open| open.durability.refused(error.clone()));
            set_timeout(move || keep_again(dispatch, namespace), RETRY);
            dispatch.run(Event::Kept(Kept::Failed {
                sentence: error.to_string(),
                full: matches!(error, SaveError::Full { .. }),
            }));
        }
    }
}

/// Removes everything kept of a namespace, whether it is the one that is open or not.
///
/// The second copy goes first: were it left over, it would bring the book back.
pub fn erase(dispatch: Callback<Event>, namespace: Namespace) {
    wasm_bindgen_futures::spawn_local(async move {
        // Without a second copy there is nothing to remove there.
        let _ = mirror::clear(kept_as(namespace)).await;
        let _ = backups::clear(kept_as(namespace)).await;
        PARKED.with_borrow_mut(|parked| parked.retain(|(of, _)| *of != namespace));
        super::preferences::keep_draft(namespace, None);
        with_open(|open| (open.namespace == namespace).then(|| open.waiting.clear()));
        let erased = with_open(|open| (open.namespace == namespace).then(|| open.keeper.erase()));
        let erased = erased.flatten().unwrap_or_else(|| erase_closed(namespace));
        dispatch.run(match erased {
            Ok(()) => Event::Erased(namespace),
            Err(error) => Event::Failed(error.to_string()),
        });
    });
}

fn erase_closed(namespace: Namespace) -> Result<(), SaveError> {
    let Ok(writer) = WriterId::new("eraser") else {
        return Ok(());
    };
    Keeper::open(BrowserStorage, kept_as(namespace), writer).0.erase()
}

fn keep_again(dispatch: Callback<Event>, namespace: Namespace) {
    let waits = with_open(|open| open.namespace == namespace && !open.waiting.is_empty());
    if waits == Some(true) {
        keep(dispatch, namespace, &[]);
    }
}

fn save_waiting(open: &mut Open) -> Result<(Kept, Changes), SaveError> {
    let saved = open.keeper.save(&open.waiting)?;
    open.waiting.clear();
    open.durability.kept();
    let room_percent = percent(&open.keeper);
    Ok((Kept::Written { room_percent }, saved.changes))
}

/// Repeats changes in the second copy, and says so when the disk has every edit.
fn copy(dispatch: Callback<Event>, namespace: Namespace, changes: Changes) {
    let Some(ticket) = with_open(|open| open.durability.copying()) else {
        return;
    };
    wasm_bindgen_futures::spawn_local(async move {
        let done = mirror::repeat(kept_as(namespace), &changes).await;
        let lacks = with_open(|open| {
            match done {
                Ok(()) => open.durability.mirrored(ticket),
                Err(mirror::NoMirror) => open.durability.mirror_failed(),
            }
            open.durability.mirror_lacks()
        });
        if lacks == Some(true) {
            set_timeout(move || mend_copy(dispatch, namespace), RETRY);
        }
        say_saved(dispatch, namespace);
    });
}

/// Says that the disk has every edit, when it has.
fn say_saved(dispatch: Callback<Event>, namespace: Namespace) {
    let saved = with_open(|open| {
        let saved = open.namespace == namespace && open.durability.badge() == Badge::Saved;
        saved.then(|| open.keeper.entries())
    });
    if let Some(Some(entries)) = saved {
        dispatch.run(Event::Kept(Kept::Durable));
        backups::plan(dispatch, namespace, entries);
    }
}

/// After a write of the second copy failed: compares it whole, so that nothing of it is missing.
fn mend_copy(dispatch: Callback<Event>, namespace: Namespace) {
    let lacks = with_open(|open| open.namespace == namespace && open.durability.mirror_lacks());
    if lacks != Some(true) {
        return;
    }
    wasm_bindgen_futures::spawn_local(async move {
        let Ok(there) = mirror::read(kept_as(namespace)).await else {
            return;
        };
        let begun = with_open(|open| {
            let same = open.namespace == namespace;
            same.then(|| (open.keeper.difference(&there), open.durability.copying()))
        });
        let Some(Some((changes, ticket))) = begun else {
            return;
        };
        if mirror::repeat(kept_as(namespace), &changes).await.is_ok() {
            with_open(|open| open.durability.mirror_whole(ticket));
            say_saved(dispatch, namespace);
        }
    });
}

/// After opening: takes back from the second copy what local storage lost, and brings the copy up to date.
async fn compare_copies(dispatch: Callback<Event>, namespace: Namespace, untold: Untold) {
    let there = mirror::read(kept_as(namespace)).await;
    if there.is_err() {
        with_open(|open| open.durability.mirror_failed());
    }
    let there = there.unwrap_or_default();
    let found = with_open(|open| (open.namespace == namespace).then(|| adopt(open, &there)));
    let Some(Some((back, difference))) = found else {
        return;
    };
    tell(dispatch, namespace, &untold, back);
    if difference != Changes::default() {
        copy(dispatch, namespace, difference);
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

/// Hears what other tabs write; looks again when the tab is shown, since an event can be lost.
fn listen(dispatch: Callback<Event>) {
    if LISTENING.replace(true) {
        return;
    }
    let heard = window_event_listener(ev::storage, move |event| {
        let Some(key) = event.key() else {
            return;
        };
        let value = event.new_value();
        let foreign = with_open(|open| {
            let foreign = open.keeper.foreign_key_changed(&key, value.as_deref());
            (open.namespace, foreign)
        });
        take_foreign(dispatch, foreign);
    });
    let shown = window_event_listener(ev::focus, move |_| {
        let foreign = with_open(|open| {
            let foreign = open.keeper.refresh().unwrap_or_default();
            (open.namespace, foreign)
        });
        take_foreign(dispatch, foreign);
    });
    let hidden =
        window_event_listener(ev::Custom::<web_sys::Event>::new("visibilitychange"), move |_| {
            if let Some(Some(namespace)) =
                with_open(|open| (!open.waiting.is_empty()).then_some(open.namespace))
            {
                keep_again(dispatch, namespace);
            }
        });
    // All listen for as long as the page lives.
    std::mem::forget((heard, shown, hidden));
}

fn take_foreign(dispatch: Callback<Event>, foreign: Option<(Namespace, Foreign)>) {
    let Some((namespace, foreign)) = foreign else {
        return;
    };
    let newer = foreign.set_aside.iter().any(|s| matches!(s.why, Damage::Newer { .. }));
    if foreign.erased {
        dispatch.run(Event::Erased(namespace));
    } else if newer {
        // Another tab runs a newer program: read again, this one may only show.
        dispatch.run(Event::ReadAgain);
    } else if !foreign.entries.is_empty() {
        dispatch.run(Event::Foreign(foreign.entries));
    }
}

/// Packs older updates a piece at a time, while nobody waits.
fn plan_packing(dispatch: Callback<Event>) {
    if PLANNED.replace(true) {
        return;
    }
    let packing = move || {
        PLANNED.set(false);
        let packed = with_open(|open| {
            let step = open.keeper.compact_step();
            step.ok().flatten().map(|changes| (open.namespace, changes))
        });
        if let Some((namespace, changes)) = packed.flatten() {
            copy(dispatch, namespace, changes);
            plan_packing(dispatch);
        }
    };
    set_timeout(packing, IDLE);
}

/// None when no book is open, or when one is just being used.
fn with_open<T>(act: impl FnOnce(&mut Open) -> T) -> Option<T> {
    OPEN.with(|slot| slot.try_borrow_mut().ok()?.as_mut().map(act))
}

pub const fn kept_as(namespace: Namespace) -> store::Namespace {
    match namespace {
        Namespace::Own => store::Namespace::Book,
        Namespace::Sample => store::Namespace::Sample,
    }
}

fn percent(keeper: &Keeper<BrowserStorage>) -> u8 {
    u8::try_from(keeper.room().percent()).unwrap_or(u8::MAX)
}

/// What was found, as the page asks for it.
fn told(found: store::Loaded) -> Loaded {
    let newer = found.read_only_because_newer.then(|| LoadFailure {
        sentence: SaveError::Newer.to_string(),
        raw: found.set_aside.iter().map(|s| (s.key.clone(), s.raw.clone())).collect(),
        newer: true,
    });
    let remarks = found.remarks.iter().map(|remark| (remark.about(), remark.to_string()));
    Loaded {
        failure: newer,
        set_aside: found
            .set_aside
            .iter()
            .map(|s| (s.key.clone(), s.why.to_string()))
            .chain(remarks)
            .collect(),
        cannot_keep: found.unavailable.map(|e| e.to_string()),
        journal: found.journal,
        ..Loaded::default()
    }
}
