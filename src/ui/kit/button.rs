use super::why::why_tip;
use super::{Glyph, Icon, Kbd, Why, ident};
use leptos::prelude::*;

/// How loud a button is. One main button stands on a page or in a dialog, not more.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ButtonKind {
    Main,
    #[default]
    Plain,
    Bare,
    Danger,
}

impl ButtonKind {
    pub(super) const fn class(self) -> &'static str {
        match self {
            Self::Main => "btn btn-main",
            Self::Plain => "btn btn-plain",
            Self::Bare => "btn btn-bare",
            Self::Danger => "btn btn-danger",
        }
    }
}

/// A verb and a thing. It stays in the tab order when it may not be pressed, and says why.
#[component]
pub fn Button(
    #[prop(into)] on_press: Callback<()>,
    #[prop(optional)] kind: ButtonKind,
    #[prop(optional, into)] icon: Option<Glyph>,
    /// The key that does the same, as it is written on the key.
    #[prop(optional, into)]
    key_hint: Option<String>,
    #[prop(optional, into)] busy: Signal<bool>,
    /// Some: the button is disabled, and this is why.
    #[prop(optional, into)]
    why_not: Signal<Option<Why>>,
    /// True: pressing it sends the form it stands in.
    #[prop(optional)]
    submit: bool,
    children: Children,
) -> impl IntoView {
    let tip = ident::fresh("why");
    let described = tip.clone();
    let keys = key_hint.clone();
    let off = move || why_not.with(Option::is_some) || busy.get();
    let press = move |event: leptos::ev::MouseEvent| {
        if off() {
            event.prevent_default();
        } else {
            on_press.run(());
        }
    };
    view! {
        <span class="btn-wrap">
            <button
                type=if submit { "submit" } else { "button" }
                class=kind.class()
                aria-disabled=move || off().then_some("true")
                aria-busy=move || busy.get().then_some("true")
                aria-describedby=move || why_not.with(Option::is_some).then(|| described.clone())
                aria-keyshortcuts=keys
                on:click=press
            >
                {icon.map(|glyph| view! { <Icon glyph/> })}
                <span class="btn-text">{children()}</span>
                {key_hint.map(|key| view! { <Kbd key/> })}
            </button>
            {why_tip(tip, why_not)}
        </span>
    }
}
