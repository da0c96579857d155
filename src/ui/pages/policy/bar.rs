//! Beginning a draft, saving a file, and the bar of the draft that is open.

use leptos::prelude::*;

use super::challenger::NameIt;
use crate::app::Event;
use crate::app::route::Route;
use crate::app::update::policy::{Event as Act, From};
use crate::app::view_model::policy::{Head, Refusal, Work};
use crate::app::words::{marks, places, policy_page as words};
use crate::ui::files::files;
use crate::ui::here::here;
use crate::ui::kit::{
    Button, ButtonKind, Callout, Glyph, LinkButton, Meaning, Menu, MenuItem, TextField, Why,
};
use crate::ui::parts;

/// What can be done at any time: begin, open a file, save a file.
#[component]
pub fn Tools(head: Memo<Head>) -> impl IntoView {
    let here = here();
    let lent = files();
    let send = move |act| here.send(Event::Policy(act));
    let begin = Signal::derive(move || {
        let lang = here.lang();
        let own =
            MenuItem::press(words::begin_in_force(lang), move || send(Act::Begun(From::InForce)));
        let shipped = head.with(|h| h.shipped.clone()).into_iter().map(|(id, name)| {
            MenuItem::press(name, move || send(Act::Begun(From::Shipped(id.clone()))))
        });
        std::iter::once(own).chain(shipped).collect::<Vec<_>>()
    });
    let save = Signal::derive(move || {
        let lang = here.lang();
        vec![
            MenuItem::press(words::json(lang), move || send(Act::ExportedJson)),
            MenuItem::press(words::dmn_15(lang), move || send(Act::ExportedDmn { older: false })),
            MenuItem::press(words::dmn_13(lang), move || send(Act::ExportedDmn { older: true })),
        ]
    });
    let reading = move || head.with(|h| h.work == Work::Reading);
    view! {
        <span class="row">
            <LinkButton href=Route::Rules.to_string()>{here.say(places::rules)}</LinkButton>
            <label class="btn btn-plain">
                <span class="btn-text">{here.say(words::import)}</span>
                <input
                    id="policy-file"
                    class="visually-hidden"
                    type="file"
                    accept=".json,.dmn,.xml"
                    on:change=move |event| {
                        let at = (lent.from_input)(&event);
                        if at > 0 {
                            send(Act::FileChosen(at));
                        }
                    }
                />
            </label>
            <Menu id="policy-save" label=here.say(words::save_as) items=save glyph=Glyph::Export/>
            {move || reading().then(|| view! {
                <Menu id="policy-begin" label=here.say(words::begin) items=begin glyph=Glyph::Plus/>
            })}
        </span>
    }
}

/// The draft that is open, and what can be done with it as a whole.
#[component]
pub fn DraftBar(head: Memo<Head>) -> impl IntoView {
    let here = here();
    let send = move |act| here.send(Event::Policy(act));
    let name = Memo::new(move |_| {
        head.with(|h| match &h.work {
            Work::Draft { name, .. } => Some(name.clone()),
            _ => None,
        })
    });
    let discarded = Memo::new(move |_| head.with(|h| h.discarded));
    view! {
        {move || name.get().map(|name| view! { <Open head name/> })}
        {move || discarded.get().then(|| view! {
            <Callout actions=move || view! {
                <Button icon=Glyph::Undo on_press=move |()| send(Act::BroughtBack)>
                    {here.say(words::bring_back)}
                </Button>
            }>
                {here.say(words::discarded)}
            </Callout>
        })}
    }
}

#[component]
fn Open(head: Memo<Head>, name: String) -> impl IntoView {
    let here = here();
    let send = move |act| here.send(Event::Policy(act));
    let note = here.see(|screen| screen.state.policy.note.clone());
    let actions = move || {
        view! {
            <Button kind=ButtonKind::Bare icon=Glyph::Undo why_not=off(head, 0) on_press=move |()| send(Act::Undone)>
                {here.say(words::undo)}
            </Button>
            <Button kind=ButtonKind::Bare why_not=off(head, 1) on_press=move |()| send(Act::Redone)>
                {here.say(words::redo)}
            </Button>
            <Button on_press=move |()| send(Act::Discarded)>{here.say(words::discard)}</Button>
        }
    };
    view! {
        <Callout meaning=Meaning::Accent actions=actions>
            <p><b>{here.say(words::draft)} {here.say(marks::colon)} <bdi>{name}</bdi></b></p>
            <p class="muted">{here.say(words::draft_note)}</p>
        </Callout>
        <div class="row row-bottom screen-only">
            <TextField
                id="policy-note"
                label=here.say(words::note)
                value=note
                on_input=move |text| send(Act::NoteTyped(text))
            />
            <Button
                kind=ButtonKind::Main
                why_not=propose_why(head)
                on_press=move |()| send(Act::Proposed)
            >
                {here.say(words::propose)}
            </Button>
            <NameIt/>
        </div>
    }
}

/// Nothing to undo (0) or to do again (1).
fn off(head: Memo<Head>, which: usize) -> Signal<Option<Why>> {
    let here = here();
    Signal::derive(move || {
        let can = head.with(|h| match &h.work {
            Work::Draft { can_undo, can_redo, .. } => [*can_undo, *can_redo],
            _ => [false, false],
        });
        let can = can.get(which).copied().unwrap_or(false);
        (!can).then(|| Why::new(words::nothing_there(here.lang())))
    })
}

fn propose_why(head: Memo<Head>) -> Signal<Option<Why>> {
    Signal::derive(move || {
        head.with(|h| match &h.work {
            Work::Draft { why_not, .. } => why(why_not),
            _ => None,
        })
    })
}

pub(super) fn why(refusal: &Refusal) -> Option<Why> {
    refusal.clone().map(parts::why)
}
