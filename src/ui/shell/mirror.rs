//! The second copy of the book, in IndexedDB with strict durability.
//!
//! A transaction that asks for it is complete only when the disk has it; local storage makes no such
//! promise. The product keeps its state in local storage; this copy makes an edit durable, and gives
//! back what local storage lost.

use std::cell::RefCell;

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{IdbDatabase, IdbOpenDbRequest, IdbRequest, IdbTransaction};

use crate::store::{Changes, Namespace, Write};

const DATABASE: &str = "recourse";
const STORES: &[&str] = &[Namespace::Book.word(), Namespace::Sample.word()];

/// Values that are handed to the browser before the page has its turn: about as many milliseconds' work.
const AT_ONCE: usize = 8;

/// The connection is kept open, since opening one for each edit takes longer than the edit.
struct Held {
    database: IdbDatabase,
    _let_go: Closure<dyn FnMut()>,
}

thread_local! {
    static HELD: RefCell<Option<Held>> = const { RefCell::new(None) };
}

/// Anything the browser threw: every failure means the same here, that there is no second copy.
#[derive(Debug)]
pub struct NoMirror;

impl From<JsValue> for NoMirror {
    fn from(_: JsValue) -> Self {
        Self
    }
}

/// Whether a second copy was ever made in this browser; true also when that cannot be told.
pub async fn may_hold_a_book() -> bool {
    is_made().await.unwrap_or(true)
}

/// The browser's list of databases has no binding, so it is called by name.
async fn is_made() -> Result<bool, NoMirror> {
    let factory = web_sys::window().ok_or(NoMirror)?.indexed_db()?.ok_or(NoMirror)?;
    let list: Function = Reflect::get(&factory, &"databases".into())?.dyn_into()?;
    let listed: Promise = list.call0(&factory)?.dyn_into()?;
    let names = Array::from(&JsFuture::from(listed).await?);
    // The backups stand in a base of their own, whose name begins the same.
    let is_ours = |base: JsValue| {
        let name = Reflect::get(&base, &"name".into()).ok().and_then(|name| name.as_string());
        name.is_some_and(|name| name.starts_with(DATABASE))
    };
    Ok(names.iter().any(is_ours))
}

/// Everything the second copy holds of a book.
pub async fn read(namespace: Namespace) -> Result<Vec<Write>, NoMirror> {
    let (keys, values) = raw(namespace).await?;
    Ok(writes(&keys, &values))
}

/// The same as it stands there, without a copy in this program's memory.
pub async fn raw(namespace: Namespace) -> Result<(Array, Array), NoMirror> {
    let transaction = begin_held(namespace, "readonly").await?;
    let store = transaction.object_store(namespace.word())?;
    let (keys, values) = (store.get_all_keys()?, store.get_all()?);
    finished(&transaction).await?;
    Ok((Array::from(&keys.result()?), Array::from(&values.result()?)))
}

pub fn writes(keys: &Array, values: &Array) -> Vec<Write> {
    keys.iter()
        .zip(values.iter())
        .filter_map(|(key, value)| Some(Write { key: key.as_string()?, value: value.as_string()? }))
        .collect()
}

/// Repeats changes, the oldest first, in one transaction; when this is done the disk has them all.
///
/// A request that is answered keeps the transaction open, so the page has its turn between some and the next.
pub async fn repeat(namespace: Namespace, changes: &[Changes]) -> Result<(), NoMirror> {
    let transaction = begin_held(namespace, "readwrite").await?;
    let store = transaction.object_store(namespace.word())?;
    let mut asked = 0_usize;
    for (key, value) in changes.iter().flat_map(steps) {
        let key = key.into();
        let request = match value {
            Some(value) => store.put_with_key(&value.into(), &key)?,
            None => store.delete(&key)?,
        };
        asked = asked.saturating_add(1);
        if asked.is_multiple_of(AT_ONCE) {
            answered(&request).await?;
        }
    }
    finished(&transaction).await
}

/// What is written under each key, and none for those that go.
fn steps(changes: &Changes) -> impl Iterator<Item = (&str, Option<&str>)> {
    let written = changes.written.iter().map(|w| (w.key.as_str(), Some(w.value.as_str())));
    written.chain(changes.removed.iter().map(|key| (key.as_str(), None)))
}

/// Removes the whole copy of a book.
pub async fn clear(namespace: Namespace) -> Result<(), NoMirror> {
    let transaction = begin_held(namespace, "readwrite").await?;
    transaction.object_store(namespace.word())?.clear()?;
    finished(&transaction).await
}

/// A transaction over the held connection; over a new one when the browser has closed that.
async fn begin_held(namespace: Namespace, mode: &str) -> Result<IdbTransaction, NoMirror> {
    let stores = namespace.word().into();
    match begin(&held().await?, &stores, mode) {
        Ok(transaction) => Ok(transaction),
        Err(NoMirror) => {
            let_go();
            begin(&held().await?, &stores, mode)
        }
    }
}

async fn held() -> Result<IdbDatabase, NoMirror> {
    let known = || HELD.with_borrow(|held| held.as_ref().map(|held| held.database.clone()));
    if let Some(database) = known() {
        return Ok(database);
    }
    let database = open(DATABASE, STORES).await?;
    // Two may have asked at once: the second connection is given back.
    if let Some(other) = known() {
        database.close();
        return Ok(other);
    }
    // Held fast, it would keep others from removing the database, or a newer program from changing it.
    let give_way = Closure::<dyn FnMut()>::new(let_go);
    let listener = give_way.as_ref().unchecked_ref();
    database.set_onversionchange(Some(listener));
    database.set_onclose(Some(listener));
    HELD.set(Some(Held { database: database.clone(), _let_go: give_way }));
    Ok(database)
}

/// Closes the held connection. What is under way on it still ends.
fn let_go() {
    if let Some(held) = HELD.take() {
        held.database.set_onversionchange(None);
        held.database.set_onclose(None);
        held.database.close();
        // It may be what is running just now, so it goes when the browser is back at rest.
        wasm_bindgen_futures::spawn_local(async move { drop(held) });
    }
}

/// A database, made with these stores when there is none. Its form has never changed.
pub async fn open(name: &str, stores: &'static [&str]) -> Result<IdbDatabase, NoMirror> {
    let factory = web_sys::window().ok_or(NoMirror)?.indexed_db()?.ok_or(NoMirror)?;
    let request = factory.open_with_u32(name, 1)?;
    let made = request.clone();
    let make = Closure::once(move || make_stores(&made, stores));
    request.set_onupgradeneeded(Some(make.as_ref().unchecked_ref()));
    let database = opened(&request).await;
    request.set_onupgradeneeded(None);
    drop(make);
    Ok(database?.dyn_into::<IdbDatabase>()?)
}

fn make_stores(request: &IdbOpenDbRequest, stores: &[&str]) {
    let database = request.result().ok().and_then(|r| r.dyn_into().ok());
    let Some(database): Option<IdbDatabase> = database else {
        return;
    };
    for store in stores {
        // Fails only when the store is there already.
        let _ = database.create_object_store(store);
    }
}

/// A transaction with strict durability. The browser's option has no stable binding, so it is called by name.
pub fn begin(
    database: &IdbDatabase,
    stores: &JsValue,
    mode: &str,
) -> Result<IdbTransaction, NoMirror> {
    let options = Object::new();
    Reflect::set(&options, &"durability".into(), &"strict".into())?;
    let begin: Function = Reflect::get(database, &"transaction".into())?.dyn_into()?;
    let transaction = begin.call3(database, stores, &mode.into(), &options)?;
    Ok(transaction.dyn_into()?)
}

async fn opened(request: &IdbOpenDbRequest) -> Result<JsValue, NoMirror> {
    let answer = Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
        // Another tab with a newer program holds the database: without it there is no second copy here.
        request.set_onblocked(Some(&reject));
    });
    JsFuture::from(answer).await?;
    let request: &IdbRequest = request;
    Ok(request.result()?)
}

async fn answered(request: &IdbRequest) -> Result<(), NoMirror> {
    let answer = Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    });
    JsFuture::from(answer).await?;
    Ok(())
}

pub async fn finished(transaction: &IdbTransaction) -> Result<(), NoMirror> {
    let end = Promise::new(&mut |resolve, reject| {
        transaction.set_oncomplete(Some(&resolve));
        transaction.set_onabort(Some(&reject));
        transaction.set_onerror(Some(&reject));
    });
    JsFuture::from(end).await?;
    Ok(())
}
