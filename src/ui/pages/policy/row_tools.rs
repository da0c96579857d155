//! What can be done with the row, or the column, that has the focus.

use leptos::prelude::*;

use super::hold::{Hold, SETTINGS, Spot};
use crate::app::words::policy_page as words;
use crate::app::words::policy_parts::{self as parts, Tool};
use crate::ui::here::here;
use crate::ui::kit::{Button, ButtonKind, Glyph, Why};

#[component]
pub fn RowTools(hold: Hold) -> impl IntoView {
    let here = here();
    let spot = Memo::new(move |_| hold.active.get().filter(|s| s.group != SETTINGS));
    let kinds = Memo::new(move |_| spot.get().map(|s| hold.kinds(s)).unwrap_or_default());
    let first = move || kinds.with(|k| k.first().copied().unwrap_or("rules"));
    let why_not =
        Signal::derive(move || spot.get().is_none().then(|| Why::new(words::no_row(here.lang()))));
    // Rows that stand fast are neither added nor moved: nothing is offered there.
    let fixed = move || spot.get().is_some() && kinds.with(Vec::is_empty);
    let act = move |what: fn(Hold, Spot) -> bool| {
        move |()| {
            if let Some(spot) = spot.get_untracked() {
                what(hold, spot);
            }
        }
    };
    let add = move |kind: &'static str| {
        let press = move |()| {
            if let Some(spot) = spot.get_untracked() {
                hold.add(spot, Some(kind));
            }
        };
        view! {
            <Button kind=ButtonKind::Bare why_not on_press=press>
                {move || parts::tool(here.lang(), Tool::Add, kind)}
            </Button>
        }
    };
    let adds = move || {
        let all = kinds.get();
        let all = if all.is_empty() { vec!["rules"] } else { all };
        all.into_iter().map(add).collect_view()
    };
    let say = move |tool: Tool| move || parts::tool(here.lang(), tool, first());
    view! {
        <div class="row policy-tools" hidden=fixed>
            {adds}
            <Button kind=ButtonKind::Bare icon=Glyph::Copy why_not on_press=act(Hold::copy)>
                {say(Tool::Copy)}
            </Button>
            <Button kind=ButtonKind::Bare why_not on_press=act(|h, s| h.move_row(s, false))>
                {say(Tool::Back)}
            </Button>
            <Button kind=ButtonKind::Bare why_not on_press=act(|h, s| h.move_row(s, true))>
                {say(Tool::On)}
            </Button>
            <Button kind=ButtonKind::Bare why_not on_press=act(Hold::remove)>
                {say(Tool::Remove)}
            </Button>
        </div>
    }
}
