use super::body::{RowFrame, body_row, foot_row, mark_head, spacer};
use super::head::head_cell;
use super::keys::{Ask, ask};
use super::window::Window;
use super::{Column, Rows, Sort};
use crate::ui::kit::{Hands, Text, hands};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

/// Heights in CSS pixels; `kit.css` sets the same.
const ROW: u32 = 36;
const DENSE_ROW: u32 = 28;

/// A table with a head that stays, rows made as they come into sight, and keys.
///
/// Keys act while the table has focus: j, k, arrows, Home, End and Page move; Enter opens,
/// Space peeks, x marks; any other single key goes to `on_key` with the active row.
#[component]
pub fn Table(
    #[prop(into)] id: String,
    /// What the table shows; read aloud.
    #[prop(into)]
    caption: Text,
    columns: Vec<Column>,
    #[prop(into)] rows: Signal<Rows>,
    /// Rows of totals.
    #[prop(optional, into)]
    foot: Signal<Rows>,
    #[prop(optional, into)] sort: Signal<Option<Sort>>,
    #[prop(optional, into)] on_sort: Option<Callback<String>>,
    #[prop(optional, into)] on_open: Option<Callback<usize>>,
    #[prop(optional, into)] on_peek: Option<Callback<usize>>,
    /// With it the table has a column of checkboxes under the head `mark_label`.
    #[prop(optional, into)]
    on_mark: Option<Callback<usize>>,
    #[prop(optional, into)] mark_label: Text,
    #[prop(optional, into)] on_key: Option<Callback<(usize, String)>>,
    #[prop(optional)] dense: bool,
    /// True: rows become cards on a narrow page (not for more than [`super::MAX_ROWS`] rows).
    #[prop(optional)]
    stack: bool,
    /// Shown instead of a table without rows.
    #[prop(optional, into)]
    empty: ViewFn,
    /// What paper says when only the rows in sight are on it, and how to get all.
    #[prop(optional, into)]
    print_note: Text,
) -> impl IntoView {
    let grid = Grid {
        first: RwSignal::new(0),
        rows,
        foot,
        row_height: if dense { DENSE_ROW } else { ROW },
        acts: Acts { on_open, on_peek, on_mark, on_key },
        lent: hands(),
    };
    let frame =
        RowFrame { id, columns: columns.into(), active: RwSignal::new(0), marking: on_mark };
    let heads = move |frame: &RowFrame| {
        let cell = |column| head_cell(column, sort, on_sort);
        view! {
            {on_mark.map(|_| mark_head(mark_label.clone()))}
            {frame.columns.iter().map(cell).collect_view()}
        }
        .into_any()
    };
    let class = class(dense, stack);
    let partial = Memo::new(move |_| Window::around(0, rows.with(Rows::len)).is_partial());
    let note = move || {
        let text = print_note.clone();
        let text = move || text.get();
        partial.get().then(|| view! { <p class="print-note print-only">{text}</p> })
    };
    let some = Memo::new(move |_| rows.with(|rows| rows.len() > 0));
    let table = move || {
        if some.get() {
            let heads = heads(&frame);
            grid.view(&frame, caption.clone(), class, heads)
        } else {
            empty.run()
        }
    };
    view! { {table} {note} }
}

const fn class(dense: bool, stack: bool) -> &'static str {
    match (dense, stack) {
        (true, true) => "table table-dense table-stack",
        (true, false) => "table table-dense",
        (false, true) => "table table-stack",
        (false, false) => "table",
    }
}

/// What keys do.
#[derive(Clone, Copy)]
struct Acts {
    on_open: Option<Callback<usize>>,
    on_peek: Option<Callback<usize>>,
    on_mark: Option<Callback<usize>>,
    on_key: Option<Callback<(usize, String)>>,
}

/// What a table remembers while it is shown.
#[derive(Clone, Copy)]
struct Grid {
    /// The first row in sight.
    first: RwSignal<usize>,
    rows: Signal<Rows>,
    foot: Signal<Rows>,
    row_height: u32,
    acts: Acts,
    lent: Hands,
}

impl Grid {
    fn view(self, frame: &RowFrame, caption: Text, class: &'static str, heads: AnyView) -> AnyView {
        let window =
            Memo::new(move |_| Window::around(self.first.get(), self.rows.with(Rows::len)));
        let scroll_id = format!("{}-scroll", frame.id);
        let scrolled = {
            let id = scroll_id.clone();
            move |_| self.scrolled(&id)
        };
        let pressed = {
            let (frame, id) = (frame.clone(), scroll_id.clone());
            move |event: KeyboardEvent| self.pressed(&event, &frame, &id)
        };
        let current = {
            let frame = frame.clone();
            move || frame.row_id(frame.active.get())
        };
        view! {
            <div
                class="table-scroll"
                class:table-windowed=move || window.get().is_partial()
                id=scroll_id
                on:scroll=scrolled
            >
                <table
                    id=frame.id.clone()
                    class=class
                    role="grid"
                    tabindex="0"
                    aria-rowcount=move || (window.get().len + 1).to_string()
                    aria-activedescendant=current
                    on:keydown=pressed
                >
                    <caption class="visually-hidden">{move || caption.get()}</caption>
                    <thead><tr aria-rowindex="1">{heads}</tr></thead>
                    <tbody>{self.body(frame, window)}</tbody>
                    {foot_view(frame.clone(), self.foot)}
                </table>
            </div>
        }
        .into_any()
    }

    fn body(self, frame: &RowFrame, window: Memo<Window>) -> AnyView {
        let height = self.row_height as usize;
        let frame = frame.clone();
        let row = move |place: usize| {
            let frame = frame.clone();
            move || {
                let row = self.rows.with(|rows| rows.get(place));
                row.map(|row| body_row(&frame, place, row))
            }
        };
        view! {
            {spacer(move || window.get().start * height)}
            <For
                each=move || { let shown = window.get(); shown.start..shown.end }
                key=|place| *place
                children=row
            />
            {spacer(move || window.get().below() * height)}
        }
        .into_any()
    }

    fn scrolled(self, scroll_id: &str) {
        let top = (self.lent.scroll_box)(scroll_id).top;
        let first = (top / self.row_height) as usize;
        if self.first.get_untracked() != first {
            self.first.set(first);
        }
    }

    fn pressed(self, event: &KeyboardEvent, frame: &RowFrame, scroll_id: &str) {
        let inside = event.target() != event.current_target();
        if inside || event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let key = event.key();
        let active = frame.active.get_untracked();
        let len = self.rows.with_untracked(Rows::len);
        let heard = match ask(&key, active, len) {
            Ask::MoveTo(place) => {
                frame.active.set(place);
                self.show(place, len, frame, scroll_id);
                true
            }
            Ask::Open => run(self.acts.on_open, active),
            Ask::Peek => run(self.acts.on_peek, active),
            Ask::Mark => run(self.acts.on_mark, active),
            Ask::Other => false,
        };
        if heard {
            event.prevent_default();
            event.stop_propagation();
        } else if let Some(on_key) = self.acts.on_key {
            on_key.run((active, key));
        }
    }

    /// Brings a row into sight that may not be in the document yet.
    fn show(self, place: usize, len: usize, frame: &RowFrame, scroll_id: &str) {
        if !Window::around(0, len).is_partial() {
            return (self.lent.reveal)(&frame.row_id(place));
        }
        let at = (self.lent.scroll_box)(scroll_id);
        let place = u32::try_from(place).unwrap_or(u32::MAX);
        let top = place.saturating_mul(self.row_height);
        // The head and the foot cover the edges of the box.
        let room = at.height.saturating_sub(self.row_height + 2 * ROW);
        if top < at.top {
            (self.lent.scroll_to)(scroll_id, top);
        } else if top > at.top.saturating_add(room) {
            (self.lent.scroll_to)(scroll_id, top.saturating_sub(room));
        }
    }
}

fn run(act: Option<Callback<usize>>, place: usize) -> bool {
    act.map(|act| act.run(place)).is_some()
}

fn foot_view(frame: RowFrame, foot: Signal<Rows>) -> impl IntoView {
    move || {
        let len = foot.with(Rows::len);
        let row = |place| foot.with(|foot| foot.get(place)).map(|row| foot_row(&frame, row));
        (len > 0).then(|| view! { <tfoot>{(0..len).map(row).collect_view()}</tfoot> })
    }
}
