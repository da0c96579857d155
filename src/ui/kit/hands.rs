use leptos::prelude::*;

/// Where a scrolling box stands, in CSS pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ScrollBox {
    pub top: u32,
    pub height: u32,
}

/// The few things only a browser can do, lent by whoever mounts the page.
///
/// Elements are named by id. Without a lender (in tests on the host) every hand does nothing.
#[derive(Clone, Copy)]
pub struct Hands {
    /// Opens a `<dialog>` as modal; does nothing when it is open.
    pub show_modal: fn(&str),
    /// Closes a `<dialog>`; does nothing when it is closed.
    pub close_modal: fn(&str),
    /// Hides a popover; does nothing when it is hidden.
    pub hide_popover: fn(&str),
    /// Moves focus, and scrolls the element into view.
    pub focus: fn(&str),
    /// Scrolls so far that the element is in sight.
    pub reveal: fn(&str),
    /// Reads where a scrolling box stands.
    pub scroll_box: fn(&str) -> ScrollBox,
    /// Scrolls a box so that its top shows this pixel.
    pub scroll_to: fn(&str, u32),
}

impl Default for Hands {
    fn default() -> Self {
        Self {
            show_modal: |_| (),
            close_modal: |_| (),
            hide_popover: |_| (),
            focus: |_| (),
            reveal: |_| (),
            scroll_box: |_| ScrollBox::default(),
            scroll_to: |_, _| (),
        }
    }
}

/// The hands lent to this part of the page. Call it while a component is built, not in a handler.
#[must_use]
pub fn hands() -> Hands {
    use_context::<Hands>().unwrap_or_default()
}
