//! The first screen of an empty book: two doors, and a small third.

use leptos::prelude::*;

use crate::app::Lang;
use crate::app::route::Route;
use crate::app::words::first_run as words;
use crate::ui::kit::{Button, ButtonKind, Glyph, LinkButton, PageHead};

#[component]
pub fn FirstRun(
    lang: Signal<Lang>,
    /// The sample was asked for and is not here yet.
    #[prop(optional, into)]
    busy: Signal<bool>,
    on_sample: Callback<()>,
) -> impl IntoView {
    let say = move |words: fn(Lang) -> &'static str| move || words(lang.get());
    view! {
        <div class="first-run">
            <PageHead title=say(words::welcome) lead=say(words::what_it_is)/>
            <div class="doors">
                <section class="door">
                    <h2>{say(words::sample_title)}</h2>
                    <p>{say(words::sample_text)}</p>
                    <Button kind=ButtonKind::Main icon=Glyph::People busy on_press=on_sample>
                        {say(words::open_sample)}
                    </Button>
                </section>
                <section class="door">
                    <h2>{say(words::import_title)}</h2>
                    <p>{say(words::import_text)}</p>
                    <LinkButton href=Route::Exchange.to_string() icon=Glyph::Import>
                        {say(words::import_files)}
                    </LinkButton>
                </section>
            </div>
            <p class="quiet">
                <a href=Route::Exchange.to_string()>{say(words::colleague)}</a>
            </p>
            <p class="muted">{say(words::stays_here)}</p>
        </div>
    }
}
