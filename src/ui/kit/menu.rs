use super::{Glyph, Hands, Icon, Kbd, Text, Why, hands};
use leptos::prelude::*;

/// What an item of a menu does.
#[derive(Clone)]
pub enum MenuAct {
    Press(Callback<()>),
    Go(String),
}

/// One line of a menu.
#[derive(Clone)]
pub struct MenuItem {
    text: String,
    act: MenuAct,
    glyph: Option<Glyph>,
    key_hint: Option<String>,
    checked: Option<bool>,
    why_not: Option<Why>,
}

impl MenuItem {
    /// An item that does something.
    pub fn press(text: impl Into<String>, act: impl Fn() + Send + Sync + 'static) -> Self {
        Self::new(text, MenuAct::Press(Callback::new(move |()| act())))
    }

    /// An item that goes to a place.
    pub fn go(text: impl Into<String>, href: impl Into<String>) -> Self {
        Self::new(text, MenuAct::Go(href.into()))
    }

    fn new(text: impl Into<String>, act: MenuAct) -> Self {
        Self { text: text.into(), act, glyph: None, key_hint: None, checked: None, why_not: None }
    }

    #[must_use]
    pub fn glyph(mut self, glyph: Glyph) -> Self {
        self.glyph = Some(glyph);
        self
    }

    #[must_use]
    pub fn key_hint(mut self, key: impl Into<String>) -> Self {
        self.key_hint = Some(key.into());
        self
    }

    /// The item is a setting that holds or does not.
    #[must_use]
    pub fn checked(mut self, checked: bool) -> Self {
        self.checked = Some(checked);
        self
    }

    /// The item cannot be pressed, and this is why.
    #[must_use]
    pub fn why_not(mut self, why: Option<Why>) -> Self {
        self.why_not = why;
        self
    }
}

/// A button that opens a short list of further actions.
#[component]
pub fn Menu(
    #[prop(into)] id: String,
    /// The words of the button; with `icon_only` they are read aloud instead of shown.
    #[prop(into)]
    label: Text,
    #[prop(into)] items: Signal<Vec<MenuItem>>,
    #[prop(optional, into)] glyph: Option<Glyph>,
    #[prop(optional)] icon_only: bool,
) -> impl IntoView {
    let lent = hands();
    let target = id.clone();
    let own = id.clone();
    let text_class = if icon_only { "visually-hidden" } else { "btn-text" };
    let list = move || {
        let item = |item| menu_item(item, own.clone(), lent);
        items.get().into_iter().map(item).collect_view()
    };
    view! {
        <span class="menu">
            <button
                type="button"
                class="btn btn-bare"
                class:btn-icon=icon_only
                popovertarget=target
            >
                {glyph.map(|glyph| view! { <Icon glyph/> })}
                <span class=text_class>{move || label.get()}</span>
                {(!icon_only).then(|| view! { <Icon glyph=Glyph::ChevronDown small=true/> })}
            </button>
            <div class="menu-pop" id=id popover="auto"><ul>{list}</ul></div>
        </span>
    }
}

fn menu_item(item: MenuItem, menu: String, lent: Hands) -> impl IntoView {
    let inside = view! {
        {item.glyph.map(|glyph| view! { <Icon glyph/> })}
        <span class="menu-text">
            {item.text}
            {item.why_not.as_ref().map(|why| view! { <small>{why.reason.clone()}</small> })}
        </span>
        {(item.checked == Some(true)).then(|| view! { <Icon glyph=Glyph::Check/> })}
        {item.key_hint.map(|key| view! { <Kbd key/> })}
    };
    let off = item.why_not.is_some();
    let pressed = item.checked.map(|on| if on { "true" } else { "false" });
    match item.act {
        MenuAct::Go(href) => view! {
            <li><a class="menu-item" href=href on:click=move |_| (lent.hide_popover)(&menu)>{inside}</a></li>
        }
        .into_any(),
        MenuAct::Press(act) => view! {
            <li>
                <button
                    type="button"
                    class="menu-item"
                    aria-pressed=pressed
                    aria-disabled=off.then_some("true")
                    on:click=move |_| if !off {
                        (lent.hide_popover)(&menu);
                        act.run(());
                    }
                >
                    {inside}
                </button>
            </li>
        }
        .into_any(),
    }
}
