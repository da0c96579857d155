//! Keeps the book in this browser and reads it back.

mod copying;
mod saving;
mod tabs;

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::*;

use self::copying::{compare_copies, copy, say_saved};
pub use self::saving::keep;
use self::saving::{keep_again, last_turn};
use super::local_storage::BrowserStorage;
use super::mirror;
use super::turns::others_turn;
use super::{backups, clock};
use crate::app::Event;
use crate::app::state::{LoadFailure, Loaded, Namespace};
use crate::domain::ids::WriterId;
use crate::journal::Entry;
use crate::store::{self, Durability, Keeper, Reading, Remark, SaveError, Ticket};

/// Packing waits until the person pauses.
const IDLE: Duration = Duration::from_secs(2);

/// Entries that could not be kept are tried again after this.
const RETRY: Duration = Duration::from_secs(5);

/// How long the second copy is waited for when something is missing here.
const PATIENCE: Duration = Duration::from_secs(2);

/// How long reading goes on before the page has its turn, in milliseconds.
const TURN_MILLIS: f64 = 30.0;

/// The book that is open in this tab.
struct Open {
    namespace: Namespace,
    keeper: Keeper<BrowserStorage>,
    /// Recorded; to be kept after what the keeper is just keeping.
    waiting: Vec<Entry>,
    /// Entries are being kept in turns with the page.
    by_turns: bool,
    durability: Durability,
    /// Which opening this is: what was begun under one is not told to the next.
    opening: u64,
    /// The page was told what was read; until then nothing that comes later may be told.
    told: bool,
    /// Something was kept here, and it was not said yet that the disk has it.
    unsaid: bool,
    /// Until the two copies are compared: what stands for that, and what was read.
    uncompared: Option<(Ticket, Untold)>,
}

thread_local! {
    static OPEN: RefCell<Option<Open>> = const { RefCell::new(None) };
    static PLANNED: Cell<bool> = const { Cell::new(false) };
    static OPENINGS: Cell<u64> = const { Cell::new(0) };
    /// Recorded in a book that was left before they could be kept: they come back with it.
    static PARKED: RefCell<Vec<(Namespace, Vec<Entry>)>> = const { RefCell::new(Vec::new()) };
}

/// Leaves the book before and reads the one of a namespace, some values at a time.
pub fn load(dispatch: Callback<Event>, namespace: Namespace) {
    tabs::listen(dispatch);
    let Ok(writer) = WriterId::new(&format!("{:032x}", clock::random())) else {
        return;
    };
    let opening = OPENINGS.get().saturating_add(1);
    OPENINGS.set(opening);
    leave();
    let reading = Reading::begin(BrowserStorage, kept_as(namespace), writer.clone());
    wasm_bindgen_futures::spawn_local(async move {
        if let Some((keeper, found)) = in_slices(dispatch, opening, reading).await {
            opened(dispatch, (namespace, opening), keeper, (writer, found));
        }
    });
}

/// None when another book was asked for meanwhile.
async fn in_slices(
    dispatch: Callback<Event>,
    opening: u64,
    mut reading: Reading<BrowserStorage>,
) -> Option<(Keeper<BrowserStorage>, store::Loaded)> {
    loop {
        let started = js_sys::Date::now();
        while js_sys::Date::now() - started < TURN_MILLIS {
            if reading.step() {
                return Some(reading.finish());
            }
        }
        others_turn().await;
        if OPENINGS.get() != opening {
            return None;
        }
        dispatch.run(Event::ReadSoFar(reading.percent()));
    }
}

/// Everything was read: from here on the book is this tab's.
fn opened(
    dispatch: Callback<Event>,
    (namespace, opening): (Namespace, u64),
    keeper: Keeper<BrowserStorage>,
    (writer, found): (WriterId, store::Loaded),
) {
    let lacks = found.journal.is_empty() || !keeper.losses().is_empty();
    let mut loaded = Loaded { room_percent: percent(&keeper), writer: Some(writer), ..told(found) };
    let waiting = parked(namespace);
    loaded.journal.extend(waiting.iter().cloned());
    let mut durability = Durability::default();
    let untold: Untold = Rc::new(RefCell::new(Some(loaded)));
    let open = Open {
        namespace,
        keeper,
        waiting,
        by_turns: false,
        opening,
        told: false,
        unsaid: false,
        // Until both copies were compared nothing is called saved.
        uncompared: Some((durability.copying(), Rc::clone(&untold))),
        durability,
    };
    OPEN.with(|slot| *slot.borrow_mut() = Some(open));
    set_timeout(move || keep_again(dispatch, namespace), Duration::ZERO);
    // What is missing here may stand in the second copy: that is waited for, but not for ever.
    if lacks {
        set_timeout(move || tell(dispatch, opening, &untold, Vec::new()), PATIENCE);
        compare(dispatch);
    } else {
        set_timeout(move || tell(dispatch, opening, &untold, Vec::new()), Duration::ZERO);
    }
    plan_packing(dispatch);
}

/// Compares the two copies of the book that is open, once.
pub fn compare(dispatch: Callback<Event>) {
    let begun = with_open(|open| Some((open.opening, open.uncompared.take()?))).flatten();
    if let Some((opening, (ticket, untold))) = begun {
        wasm_bindgen_futures::spawn_local(async move {
            compare_copies(dispatch, opening, untold).await;
            let unsaid = in_opening(opening, |open| {
                open.durability.mirrored(ticket);
                open.unsaid
            });
            if unsaid == Some(true) {
                say_saved(dispatch, opening);
            }
        });
    }
}

/// Keeps what is under way of the book that is left, and parks what cannot be kept.
fn leave() {
    if let Some(open) = OPEN.with(|slot| slot.borrow_mut().take()) {
        let namespace = open.namespace;
        PARKED.with_borrow_mut(|parked| parked.push((namespace, last_turn(open))));
    }
}

/// What was parked of the book that is opened.
fn parked(namespace: Namespace) -> Vec<Entry> {
    PARKED.with_borrow_mut(|parked| {
        let back = parked.iter().filter(|(of, _)| *of == namespace);
        let back = back.flat_map(|(_, entries)| entries.iter().cloned()).collect();
        parked.retain(|(of, _)| *of != namespace);
        back
    })
}

/// What was read and not told yet.
type Untold = Rc<RefCell<Option<Loaded>>>;

/// Tells what was read, together with entries that came back from the second copy; nothing of a book
/// that was left or read again since.
fn tell(dispatch: Callback<Event>, opening: u64, untold: &Untold, back: Vec<Entry>) {
    let told = in_opening(opening, |open| {
        open.told = true;
        open.namespace
    });
    let Some(namespace) = told else {
        return;
    };
    let loaded = untold.borrow_mut().take();
    match loaded {
        Some(mut loaded) => {
            if !back.is_empty() {
                loaded.journal.extend(back);
                forget_mended(&mut loaded);
            }
            dispatch.run(Event::Loaded(namespace, Box::new(loaded)));
            tabs::tell_heard(dispatch);
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

/// Removes everything kept of a namespace, whether it is the one that is open or not.
///
/// The second copy goes first: were it left over, it would bring the book back.
pub fn erase(dispatch: Callback<Event>, namespace: Namespace) {
    wasm_bindgen_futures::spawn_local(async move {
        copying::forget(namespace);
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

/// Packs older updates a piece at a time, while nobody waits.
fn plan_packing(dispatch: Callback<Event>) {
    if PLANNED.replace(true) {
        return;
    }
    let packing = move || {
        PLANNED.set(false);
        let packed = with_open(|open| {
            let step = open.keeper.compact_step();
            step.ok().flatten().map(|changes| (open.opening, changes))
        });
        if let Some((opening, changes)) = packed.flatten() {
            copy(dispatch, opening, changes);
            plan_packing(dispatch);
        }
    };
    set_timeout(packing, IDLE);
}

/// None when no book is open, or when one is just being used.
fn with_open<T>(act: impl FnOnce(&mut Open) -> T) -> Option<T> {
    OPEN.with(|slot| slot.try_borrow_mut().ok()?.as_mut().map(act))
}

/// The same for one opening: none when the book was left, or read again, since.
fn in_opening<T>(opening: u64, act: impl FnOnce(&mut Open) -> T) -> Option<T> {
    with_open(|open| (open.opening == opening).then(|| act(open))).flatten()
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
