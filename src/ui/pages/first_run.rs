//! The first screen of an empty book: two doors, and a small third.

use leptos::prelude::*;

use crate::app::Event;
use crate::app::route::Route;
use crate::app::words::first_run as words;
use crate::ui::here::here;
use crate::ui::kit::{Button, ButtonKind, Glyph, LinkButton, PageHead};

#[component]
pub fn FirstRun() -> impl IntoView {
    let here = here();
    view! {
        <div class="first-run">
            <PageHead title=here.say(words::welcome) lead=move || here.say(words::what_it_is)/>
            <div class="doors">
                <section class="door">
                    <h2>{here.say(words::sample_title)}</h2>
                    <p>{here.say(words::sample_text)}</p>
                    <Button
                        kind=ButtonKind::Main
                        icon=Glyph::People
                        on_press=move |()| here.send(Event::SampleOpened)
                    >
                        {here.say(words::open_sample)}
                    </Button>
                </section>
                <section class="door">
                    <h2>{here.say(words::import_title)}</h2>
                    <p>{here.say(words::import_text)}</p>
                    <LinkButton href=Route::Exchange.to_string() icon=Glyph::Import>
                        {here.say(words::import_files)}
                    </LinkButton>
                </section>
            </div>
            <p class="quiet">
                <a href=Route::Exchange.to_string()>{here.say(words::colleague)}</a>
            </p>
            <p class="muted">{here.say(words::stays_here)}</p>
        </div>
    }
}
