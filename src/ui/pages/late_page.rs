//! A page whose code is fetched when it is first opened.

use std::any::TypeId;
use std::cell::RefCell;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::door::not_fetched;
use crate::app::words::late as words;
use crate::ui::here::here;
use crate::ui::kit::Loading;
use crate::ui::late::NotFetched;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Arrival {
    Awaited,
    Here,
    Failed,
}

thread_local! {
    /// The ways to fetch that have led to their part: nothing is waited for there again.
    static ARRIVED: RefCell<Vec<TypeId>> = const { RefCell::new(Vec::new()) };
}

/// Shows the page as soon as its part of the program is here.
///
/// `fetch` waits for the part; `page` builds the page and is called only after that.
pub fn late_page<W, P>(
    fetch: impl Fn() -> W + Copy + Send + Sync + 'static,
    page: impl Fn() -> P + Send + Sync + 'static,
) -> AnyView
where
    W: Future<Output = Result<(), NotFetched>> + 'static,
    P: Future<Output = Result<AnyView, NotFetched>>,
{
    let here = here();
    let lang = Signal::derive(move || here.lang());
    let arrival = RwSignal::new(if has_arrived::<W>() { Arrival::Here } else { Arrival::Awaited });
    let ask = Callback::new(move |()| {
        arrival.set(Arrival::Awaited);
        spawn_local(async move {
            let came = fetch().await.is_ok();
            if came {
                ARRIVED.with_borrow_mut(|arrived| arrived.push(TypeId::of::<W>()));
            }
            // The reader may have gone elsewhere meanwhile.
            let _ = arrival.try_set(if came { Arrival::Here } else { Arrival::Failed });
        });
    });
    if arrival.get_untracked() == Arrival::Awaited {
        ask.run(());
    }
    let shown = move || match arrival.get() {
        Arrival::Awaited => view! { <Loading label=here.say(words::fetching)/> }.into_any(),
        Arrival::Here => at_once(page()).unwrap_or_else(|| not_fetched(lang, ask)),
        Arrival::Failed => not_fetched(lang, ask),
    };
    shown.into_any()
}

/// Whether the part that `W` waits for is here; a program in one file is here as a whole.
fn has_arrived<W: 'static>() -> bool {
    cfg!(not(feature = "split"))
        || ARRIVED.with_borrow(|arrived| arrived.contains(&TypeId::of::<W>()))
}

/// What a future that has nothing to wait for gives; none when it waits or fails.
fn at_once<T>(future: impl Future<Output = Result<T, NotFetched>>) -> Option<T> {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(Ok(value)) => Some(value),
        Poll::Ready(Err(_)) | Poll::Pending => None,
    }
}
