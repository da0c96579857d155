use crate::ui::kit::{Hands, ScrollBox};
use wasm_bindgen::JsCast;
use web_sys::{
    Element, HtmlDialogElement, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition,
};

/// The hands of a real browser, for the kit.
pub const HANDS: Hands =
    Hands { show_modal, close_modal, hide_popover, focus, reveal, scroll_box, scroll_to };

fn element<T: JsCast>(id: &str) -> Option<T> {
    let document = web_sys::window()?.document()?;
    document.get_element_by_id(id)?.dyn_into().ok()
}

fn show_modal(id: &str) {
    if let Some(dialog) = element::<HtmlDialogElement>(id).filter(|dialog| !dialog.open()) {
        // Fails only for a dialog outside the document, which `get_element_by_id` rules out.
        let _ = dialog.show_modal();
    }
}

fn close_modal(id: &str) {
    if let Some(dialog) = element::<HtmlDialogElement>(id).filter(HtmlDialogElement::open) {
        dialog.close();
    }
}

fn hide_popover(id: &str) {
    if let Some(popover) = element::<HtmlElement>(id) {
        // Fails for a popover that is hidden already: then there is nothing to do.
        let _ = popover.hide_popover();
    }
}

fn focus(id: &str) {
    if let Some(target) = element::<HtmlElement>(id) {
        // Fails for nothing that can be mended here.
        let _ = target.focus();
    }
}

fn reveal(id: &str) {
    if let Some(target) = element::<Element>(id) {
        let nearest = ScrollIntoViewOptions::new();
        nearest.set_block(ScrollLogicalPosition::Nearest);
        target.scroll_into_view_with_scroll_into_view_options(&nearest);
    }
}

fn scroll_box(id: &str) -> ScrollBox {
    let pixels = |length: i32| u32::try_from(length).unwrap_or(0);
    element::<Element>(id).map_or_else(ScrollBox::default, |target| ScrollBox {
        top: pixels(target.scroll_top()),
        height: pixels(target.client_height()),
    })
}

fn scroll_to(id: &str, top: u32) {
    if let Some(target) = element::<Element>(id) {
        target.set_scroll_top(i32::try_from(top).unwrap_or(i32::MAX));
    }
}
