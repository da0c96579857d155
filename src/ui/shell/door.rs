//! The way in: what is shown until the program itself has been fetched.

use std::any::Any;
use std::cell::RefCell;

use leptos::ev;
use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::{HANDS, desk, listeners, local_storage, mirror, preferences};
use crate::app::Route;
use crate::app::state::Namespace;
use crate::ui::late::late;
use crate::ui::pages::{Door, Stage, Wish};

late! { desk, fetch_desk, fn open_desk(sample: bool) -> () {
    desk::mount(sample);
} }

thread_local! {
    /// The door while it is shown: dropping it takes it off the page and ends what it listens to.
    static SHOWN: RefCell<Option<Box<dyn Any>>> = const { RefCell::new(None) };
}

/// Greets on a first visit, and goes to the book otherwise.
pub fn open() {
    preferences::apply(preferences::lang(), preferences::theme());
    spawn_local(async {
        if is_first_visit().await {
            greet();
        } else {
            enter(show(Stage::Fetching));
        }
    });
}

/// Whether the reader comes without an address and nothing of a book is kept in this browser.
///
/// Whatever cannot be told counts as kept: then the program looks, and says what it finds.
async fn is_first_visit() -> bool {
    Route::parse(&listeners::hash()) == Route::Today
        && preferences::namespace() == Namespace::Own
        && local_storage::holds_no_book()
        && !mirror::may_hold_a_book().await
}

fn greet() {
    let way = show(Stage::Greeting);
    SHOWN.with_borrow_mut(|shown| {
        let door = shown.take();
        *shown = Some(Box::new((door, heeding(way))));
    });
    // The program comes while the reader reads; when it does not, the choice asks for it again.
    spawn_local(async {
        let _ = fetch_desk().await;
    });
    // An address given while it was asked whether a book is kept was heard by nobody.
    if Route::parse(&listeners::hash()) != Route::Today {
        choose(way, false);
    }
}

/// Takes an address given at the door for a choice, until what is given back is dropped.
fn heeding(way: Way) -> Owner {
    let owner = Owner::new();
    owner.with(|| {
        let gone = window_event_listener(ev::hashchange, move |_| choose(way, false));
        on_cleanup(move || gone.remove());
    });
    owner
}

/// How far the way in is, and what it leads to.
#[derive(Clone, Copy)]
struct Way {
    stage: RwSignal<Stage>,
    /// To the sample, not to the book that was open last.
    sample: RwSignal<bool>,
}

fn show(first: Stage) -> Way {
    let lang = RwSignal::new(preferences::lang());
    let theme = RwSignal::new(preferences::theme());
    let way = Way { stage: RwSignal::new(first), sample: RwSignal::new(false) };
    let on_wish = Callback::new(move |wish| match wish {
        Wish::Lang(chosen) => {
            preferences::keep_lang(chosen);
            lang.set(chosen);
            preferences::apply(chosen, theme.get_untracked());
        }
        Wish::Theme(chosen) => {
            preferences::keep_theme(chosen);
            theme.set(chosen);
            preferences::apply(lang.get_untracked(), chosen);
        }
        Wish::Sample => choose(way, true),
        Wish::Again => enter(way),
        Wish::Update => listeners::accept_update(),
    });
    let Some(body) = web_sys::window().and_then(|w| w.document()).and_then(|d| d.body()) else {
        return way;
    };
    let update = listeners::update_ready();
    let door = mount_to(body, move || {
        provide_context(HANDS);
        view! { <Door lang=lang.into() theme=theme.into() stage=way.stage.into() update on_wish/> }
    });
    SHOWN.set(Some(Box::new(door)));
    way
}

/// The reader has chosen how to begin.
fn choose(way: Way, sample: bool) {
    if way.stage.get_untracked() == Stage::Greeting {
        way.sample.set(sample);
        way.stage.set(Stage::Leaving);
        enter(way);
    }
}

/// Fetches the program and puts it in the place of the door.
fn enter(way: Way) {
    if way.stage.get_untracked() == Stage::NotFetched {
        way.stage.set(Stage::Fetching);
    }
    spawn_local(async move {
        if fetch_desk().await.is_err() {
            way.stage.set(Stage::NotFetched);
            return;
        }
        let sample = way.sample.get_untracked();
        SHOWN.set(None);
        // The part is here, so nothing is waited for between the two pages.
        let _ = open_desk(sample).await;
    });
}
