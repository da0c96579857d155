use super::{Glyph, Icon};
use leptos::prelude::*;

/// What a banner is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum BannerKind {
    #[default]
    Info,
    Warning,
    Danger,
    /// The thin striped band across the page: what is shown is not the present, or not real.
    Striped,
}

impl BannerKind {
    const fn class(self) -> &'static str {
        match self {
            Self::Info => "banner tone-accent",
            Self::Warning => "banner tone-due",
            Self::Danger => "banner tone-danger",
            Self::Striped => "band",
        }
    }

    const fn glyph(self) -> Glyph {
        match self {
            Self::Info | Self::Striped => Glyph::Info,
            Self::Warning | Self::Danger => Glyph::Warning,
        }
    }

    const fn role(self) -> &'static str {
        match self {
            Self::Danger => "alert",
            _ => "status",
        }
    }
}

/// Something about the whole page, with what can be done about it at its end.
#[component]
pub fn Banner(
    #[prop(optional)] kind: BannerKind,
    #[prop(optional, into)] actions: ViewFnOnce,
    children: Children,
) -> impl IntoView {
    view! {
        <div class=kind.class() role=kind.role()>
            <Icon glyph=kind.glyph()/>
            <div class="banner-text">{children()}</div>
            <div class="banner-actions">{actions.run()}</div>
        </div>
    }
}
