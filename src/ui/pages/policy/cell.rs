//! One cell: a field that looks like text until it is gone to.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::hold::{Hold, Spot};
use crate::app::Event;
use crate::app::update::policy::{Edit, Event as Act, Typed, Wants};
use crate::app::view_model::policy::{CellText, Control};
use crate::ui::here::here;

/// Letters beyond which a text that cannot be changed has a broad column, so that its row stays low.
const LONG: usize = 40;

/// What a cell knows while it has the focus.
#[derive(Clone, Copy)]
struct Own {
    /// What stood there when it was gone to.
    before: StoredValue<String>,
    /// Somebody types: arrows belong to the text.
    typing: RwSignal<bool>,
}

/// The control of a cell at a spot of the table.
#[component]
pub fn CellField(
    hold: Hold,
    spot: Spot,
    shape: CellText,
    #[prop(into)] label: Signal<String>,
) -> AnyView {
    let id = spot.id();
    let error_id = format!("{id}-error");
    let error = Memo::new(move |_| hold.cell(spot).and_then(|c| c.error));
    let note = {
        let id = error_id.clone();
        move || error.get().map(|text| view! { <p class="cell-error" id=id.clone()>{text}</p> })
    };
    let described = move || error.with(Option::is_some).then(|| error_id.clone());
    let field = match shape.control.clone() {
        Control::Fixed => fixed(hold, spot),
        Control::Flag => flag(hold, spot, shape, label),
        Control::Choice(choices) => choice(hold, spot, (shape, choices), (label, described)),
        _ => line(hold, spot, shape, (label, described)),
    };
    view! { {field} {note} }.into_any()
}

fn fixed(hold: Hold, spot: Spot) -> AnyView {
    let text = move || hold.cell(spot).map(|c| c.text).unwrap_or_default();
    let long = move || text().chars().count() > LONG;
    view! { <span class="cell-fixed" class:cell-fixed-long=long>{text}</span> }.into_any()
}

fn flag(hold: Hold, spot: Spot, shape: CellText, label: Signal<String>) -> AnyView {
    let here = here();
    let on = move || hold.cell(spot).is_some_and(|c| c.text == "true");
    let place = shape.place;
    let toggle = move |event: leptos::ev::Event| {
        let text = event_target_checked(&event).to_string();
        let typed = Typed { wants: Wants::Flag, text };
        here.send(Event::Policy(Act::Edited(Edit::Set { place: place.clone(), typed })));
    };
    view! {
        <input
            type="checkbox"
            class="cell-flag"
            id=spot.id()
            aria-label=move || label.get()
            prop:checked=on
            on:change=toggle
            on:focus=move |_| hold.active.set(Some(spot))
            on:keydown=move |event| hold.key(&event, spot, false)
        />
    }
    .into_any()
}

type Naming<D> = (Signal<String>, D);

fn choice<D: Fn() -> Option<String> + Clone + Send + Sync + 'static>(
    hold: Hold,
    spot: Spot,
    (shape, choices): (CellText, Vec<(String, String)>),
    (label, described): Naming<D>,
) -> AnyView {
    let here = here();
    let now = Memo::new(move |_| hold.cell(spot).map(|c| c.text).unwrap_or_default());
    let option = move |(word, name): (String, String)| {
        let own = word.clone();
        let picked = move || now.with(|now| *now == own);
        view! { <option value=word prop:selected=picked.clone() selected=picked>{name}</option> }
    };
    // A word that is none of the set is shown, and not changed by being looked at.
    let known = choices.clone();
    let odd = move || {
        let word = now.get();
        (!known.iter().any(|(w, _)| *w == word)).then(|| {
            let value = word.clone();
            view! { <option value=value selected=true>{word}</option> }
        })
    };
    let (place, wants) = (shape.place, shape.wants);
    let pick = move |event: leptos::ev::Event| {
        let typed = Typed { wants, text: event_target_value(&event) };
        here.send(Event::Policy(Act::Edited(Edit::Set { place: place.clone(), typed })));
    };
    view! {
        <select
            class="cell-choice"
            id=spot.id()
            aria-label=move || label.get()
            aria-describedby=described
            on:change=pick
            on:focus=move |_| hold.active.set(Some(spot))
            on:keydown=move |event| hold.key(&event, spot, true)
        >
            {odd}
            {choices.into_iter().map(option).collect_view()}
        </select>
    }
    .into_any()
}

fn line<D: Fn() -> Option<String> + Clone + Send + Sync + 'static>(
    hold: Hold,
    spot: Spot,
    shape: CellText,
    (label, described): Naming<D>,
) -> AnyView {
    let own = Own { before: StoredValue::new(String::new()), typing: RwSignal::new(false) };
    let stands = move || hold.cell(spot).map(|c| c.text).unwrap_or_default();
    let value = move || hold.typed_in(spot).unwrap_or_else(stands);
    let invalid = move || hold.cell(spot).is_some_and(|c| c.error.is_some()).then_some("true");
    let feel = shape.control == Control::Feel;
    let (typed, left, keyed) = (shape.clone(), shape.clone(), shape.clone());
    let here = here();
    let input = move |event: leptos::ev::Event| {
        put(own, hold, (spot, &typed), event_target_value(&event));
    };
    let empty = shape.clone();
    let focus = move |_| {
        let text = untrack(stands);
        hold.active.set(Some(spot));
        // An empty cell offers what may stand there before anything is typed.
        if empty.control == Control::Feel && text.is_empty() {
            hold.send(Act::Typing { place: empty.place.clone(), text: text.clone() });
        }
        own.before.set_value(text);
    };
    let blur = move |_| {
        rename(hold, spot, &left);
        hold.typed.set(None);
        own.typing.set(false);
        here.send(Event::Policy(Act::CellLeft));
    };
    let key = move |event: KeyboardEvent| keys(&event, own, hold, (spot, &keyed));
    let id = spot.id();
    let opens = move || feel.then(|| if hold.is_open() { "true" } else { "false" });
    let chosen = move || feel.then(|| hold.chosen_id()).flatten();
    view! {
        <textarea
            class="cell-text"
            class:cell-long=matches!(shape.control, Control::Long | Control::Why)
            class:cell-why=shape.control == Control::Why
            class:cell-wide=matches!(shape.wants, Wants::Conditions | Wants::Pairs)
            id=id
            rows="1"
            spellcheck="false"
            autocomplete="off"
            placeholder=(shape.control == Control::Day).then_some("2026-11-24")
            role=feel.then_some("combobox")
            aria-autocomplete=feel.then_some("list")
            aria-controls=feel.then_some("policy-offers")
            aria-expanded=opens
            aria-activedescendant=chosen
            aria-label=move || label.get()
            aria-describedby=described
            aria-invalid=invalid
            prop:value=value
            on:input=input
            on:focus=focus
            on:blur=blur
            on:click=move |_| own.typing.set(true)
            on:keydown=key
        ></textarea>
    }
    .into_any()
}

/// Takes what was typed; a name under which a member stands is taken when the cell is left.
fn put(own: Own, hold: Hold, (spot, cell): (Spot, &CellText), text: String) {
    let text = text.replace('\n', " ");
    own.typing.set(true);
    hold.typed.set(Some((spot, text.clone())));
    if matches!(cell.wants, Wants::Key | Wants::Name) {
        return;
    }
    if cell.control == Control::Feel {
        hold.send(Act::Typing { place: cell.place.clone(), text: text.clone() });
    }
    let typed = Typed { wants: cell.wants, text };
    hold.send(Act::Edited(Edit::Set { place: cell.place.clone(), typed }));
}

/// A name is taken when its cell is left: its uses follow it, and half a name is no name.
fn rename(hold: Hold, spot: Spot, cell: &CellText) {
    let Some(to) = untrack(|| hold.typed_in(spot)) else {
        return;
    };
    let edit = match (cell.wants, hold.key_of(spot)) {
        (Wants::Key, Some(from)) => Edit::Rename { map: hold.list_of(spot), from, to },
        (Wants::Name, _) => Edit::Name { place: cell.place.clone(), to },
        _ => return,
    };
    hold.send(Act::Edited(edit));
}

fn keys(event: &KeyboardEvent, own: Own, hold: Hold, (spot, cell): (Spot, &CellText)) {
    let key = event.key();
    let open = cell.control == Control::Feel && hold.is_open();
    match key.as_str() {
        "ArrowDown" | "ArrowUp" if open && !event.alt_key() => {
            event.prevent_default();
            hold.choose(key == "ArrowDown");
        }
        "Enter" if open && hold.choice().is_some() => {
            event.prevent_default();
            if let Some(text) = hold.choice() {
                put(own, hold, (spot, cell), text);
                hold.send(Act::CellLeft);
            }
        }
        "Escape" if open => {
            event.stop_propagation();
            hold.send(Act::CellLeft);
        }
        "Escape" if untrack(|| hold.typed_in(spot)).is_some() => {
            event.stop_propagation();
            put(own, hold, (spot, cell), own.before.get_value());
            hold.typed.set(None);
            own.typing.set(false);
        }
        "F2" => own.typing.set(true),
        "z" | "y" if event.ctrl_key() || event.meta_key() => {
            hold.typed.set(None);
            hold.key(event, spot, false);
        }
        "ArrowLeft" | "ArrowRight" if own.typing.get_untracked() => {}
        _ => hold.key(event, spot, false),
    }
}
