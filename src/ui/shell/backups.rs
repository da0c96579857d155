//! The ring of backups, in a database of its own beside the second copy.

use std::cell::{Cell, RefCell};
use std::time::Duration;

use js_sys::{Array, Reflect};
use leptos::prelude::*;
use wasm_bindgen::JsValue;

use super::keeping::kept_as;
use super::mirror::{NoMirror, begin, finished, open, raw, writes};
use super::turns::others_turn;
use super::{clock, local_storage};
use crate::app::Event;
use crate::app::state::{self, Namespace};
use crate::app::update::exchange::Event as Exchange;
use crate::domain::Instant;
use crate::journal::Journal;
use crate::store::{self, BackupReading, Generation, SetAside, is_due, surplus};

const DATABASE: &str = "recourse-backups";
/// What is in each generation, and apart from it how much: so that a list needs no copies.
const VALUES: &str = "values";
const ABOUT: &str = "about";
const STORES: &[&str] = &[VALUES, ABOUT];

/// How long reading goes on before the page has its turn, in milliseconds.
const TURN_MILLIS: f64 = 10.0;

/// A backup waits until the person pauses.
const IDLE: Duration = Duration::from_secs(3);

thread_local! {
    static PLANNED: Cell<bool> = const { Cell::new(false) };
    static ASKED_TO_STAY: Cell<bool> = const { Cell::new(false) };
    static RING: RefCell<Vec<Generation>> = const { RefCell::new(Vec::new()) };
}

/// Backs the book up in a while, when that is due. The second copy has every entry now.
pub fn plan(dispatch: Callback<Event>, namespace: Namespace, entries: usize) {
    let due = RING.with_borrow(|ring| is_due(ring, entries, clock::now().instant));
    if namespace != Namespace::Own || !due || PLANNED.replace(true) {
        return;
    }
    let act = move || {
        wasm_bindgen_futures::spawn_local(async move {
            PLANNED.set(false);
            // A backup that failed is not told of as made; the next edit plans another.
            if back_up(entries).await.is_ok() {
                tell(dispatch, namespace).await;
            }
        });
    };
    set_timeout(act, IDLE);
}

/// Tells which backups there are.
pub async fn tell(dispatch: Callback<Event>, namespace: Namespace) {
    if namespace == Namespace::Own
        && let Ok(ring) = list().await
    {
        RING.set(ring.clone());
        dispatch.run(Event::BackedUp(ring));
    }
}

/// Reads one backup, to be looked at before anything of it is taken in.
pub fn read(dispatch: Callback<Event>, at: Instant) {
    wasm_bindgen_futures::spawn_local(async move {
        match values_of(at).await {
            Ok(values) => {
                let (journal, damaged) = in_slices(values).await;
                let damaged = damaged.into_iter().map(|s| (s.key, s.why.to_string())).collect();
                let opened = state::Backup { at, journal, damaged };
                dispatch.run(Event::Exchange(Exchange::BackupOpened(Box::new(opened))));
            }
            Err(NoMirror) => dispatch.run(Event::BackupUnreadable),
        }
    });
}

async fn in_slices(values: Vec<store::Write>) -> (Journal, Vec<SetAside>) {
    let mut reading = BackupReading::begin(kept_as(Namespace::Own), values);
    loop {
        let started = js_sys::Date::now();
        while js_sys::Date::now() - started < TURN_MILLIS {
            if reading.step() {
                return reading.finish();
            }
        }
        others_turn().await;
    }
}

/// Removes all backups of a book that is erased.
pub async fn clear(namespace: store::Namespace) -> Result<(), NoMirror> {
    if namespace != kept_as(Namespace::Own) {
        return Ok(());
    }
    RING.set(Vec::new());
    let database = open(DATABASE, STORES).await?;
    let transaction = begin(&database, &both(), "readwrite")?;
    for store in STORES {
        transaction.object_store(store)?.clear()?;
    }
    finished(&transaction).await?;
    database.close();
    Ok(())
}

/// Asks the browser once not to clear what is kept here when it runs short of room.
pub fn ask_to_stay(namespace: Namespace) {
    if namespace == Namespace::Own
        && !ASKED_TO_STAY.replace(true)
        && local_storage::reach().is_ok()
        && let Some(window) = web_sys::window()
    {
        // The answer changes nothing here: a browser that says no may still keep everything.
        let _ = window.navigator().storage().persist();
    }
}

async fn back_up(entries: usize) -> Result<(), NoMirror> {
    let (keys, values) = raw(kept_as(Namespace::Own)).await?;
    let at = clock::now().instant;
    let generation = Generation { at, entries, units: units(&keys).saturating_add(units(&values)) };
    let database = open(DATABASE, STORES).await?;
    let transaction = begin(&database, &both(), "readwrite")?;
    let (of_values, about) = (transaction.object_store(VALUES)?, transaction.object_store(ABOUT)?);
    let key = JsValue::from_str(&at.to_string());
    of_values.put_with_key(&Array::of2(&keys, &values), &key)?;
    about.put_with_key(&line(&generation).into(), &key)?;
    let mut ring = RING.with_borrow(Clone::clone);
    ring.push(generation);
    for old in surplus(&ring) {
        let old = JsValue::from_str(&old.to_string());
        of_values.delete(&old)?;
        about.delete(&old)?;
    }
    finished(&transaction).await?;
    database.close();
    Ok(())
}

async fn list() -> Result<Vec<Generation>, NoMirror> {
    let database = open(DATABASE, STORES).await?;
    let transaction = begin(&database, &both(), "readonly")?;
    let store = transaction.object_store(ABOUT)?;
    let (keys, lines) = (store.get_all_keys()?, store.get_all()?);
    finished(&transaction).await?;
    database.close();
    let (keys, lines) = (Array::from(&keys.result()?), Array::from(&lines.result()?));
    let both = keys.iter().zip(lines.iter());
    Ok(both.filter_map(|(key, line)| generation(&key.as_string()?, &line.as_string()?)).collect())
}

async fn values_of(at: Instant) -> Result<Vec<store::Write>, NoMirror> {
    let database = open(DATABASE, STORES).await?;
    let transaction = begin(&database, &both(), "readonly")?;
    let found = transaction.object_store(VALUES)?.get(&JsValue::from_str(&at.to_string()))?;
    finished(&transaction).await?;
    database.close();
    let found = found.result()?;
    let part = |at| Ok::<_, NoMirror>(Array::from(&Reflect::get_u32(&found, at)?));
    Ok(writes(&part(0)?, &part(1)?))
}

fn both() -> JsValue {
    STORES.iter().map(|store| JsValue::from_str(store)).collect::<Array>().into()
}

/// `ENTRIES UNITS`.
fn line(generation: &Generation) -> String {
    format!("{} {}", generation.entries, generation.units)
}

fn generation(key: &str, line: &str) -> Option<Generation> {
    let (entries, units) = line.split_once(' ')?;
    let at = Instant::parse(key).ok()?;
    Some(Generation { at, entries: entries.parse().ok()?, units: units.parse().ok()? })
}

fn units(texts: &Array) -> usize {
    let length = |text: JsValue| js_sys::JsString::from(text).length() as usize;
    texts.iter().map(length).sum()
}
