//! The ladder drawn: its steps on a line of days, the further apart the more days lie between them, where there is room.

use leptos::prelude::*;

use crate::app::view_model::policy::{self, LadderLine, LadderMark};
use crate::ui::here::here;
use crate::ui::parts::meaning;

/// Nothing while another part is shown.
#[component]
pub fn Ladder() -> impl IntoView {
    let here = here();
    let line = here.see(policy::ladder_line);
    move || line.get().map(drawn)
}

fn drawn(line: LadderLine) -> impl IntoView {
    view! {
        <figure class="ladder">
            <figcaption class="quiet">{line.lead}</figcaption>
            <ol class="ladder-line">{line.marks.into_iter().map(mark).collect_view()}</ol>
        </figure>
    }
}

fn mark(mark: LadderMark) -> impl IntoView {
    view! {
        <li class=format!("ladder-mark {}", meaning(mark.tone).class()) style:flex-grow=mark.gap.to_string()>
            <b>{mark.when}</b>
            <span class="quiet">{mark.day}</span>
            <span>{mark.label}</span>
        </li>
    }
}
