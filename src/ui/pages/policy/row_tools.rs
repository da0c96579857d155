//! What can be done with the row that has the focus.

use leptos::prelude::*;

use super::grid::{Hold, SETTINGS, Spot};
use crate::app::words::policy_page as words;
use crate::ui::here::here;
use crate::ui::kit::{Button, ButtonKind, Glyph, Why};

#[component]
pub fn RowTools(hold: Hold) -> impl IntoView {
    let here = here();
    let spot = Memo::new(move |_| hold.active.get().filter(|s| s.group != SETTINGS));
    let why_not =
        Signal::derive(move || spot.get().is_none().then(|| Why::new(words::no_row(here.lang()))));
    let act = move |what: fn(Hold, Spot) -> bool| {
        move |()| {
            if let Some(spot) = spot.get_untracked() {
                what(hold, spot);
            }
        }
    };
    view! {
        <div class="row policy-tools">
            <Button kind=ButtonKind::Bare why_not on_press=act(|h, s| h.add(s, false))>
                {here.say(words::add_row)}
            </Button>
            <Button kind=ButtonKind::Bare icon=Glyph::Copy why_not on_press=act(|h, s| h.add(s, true))>
                {here.say(words::copy_row)}
            </Button>
            <Button kind=ButtonKind::Bare why_not on_press=act(|h, s| h.move_row(s, false))>
                {here.say(words::move_up)}
            </Button>
            <Button kind=ButtonKind::Bare why_not on_press=act(|h, s| h.move_row(s, true))>
                {here.say(words::move_down)}
            </Button>
            <Button kind=ButtonKind::Bare why_not on_press=act(|h, s| h.remove(s))>
                {here.say(words::remove_row)}
            </Button>
        </div>
    }
}
