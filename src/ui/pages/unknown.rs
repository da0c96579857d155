//! An address that names nothing.

use leptos::prelude::*;

use crate::app::route::Route;
use crate::app::words::places as words;
use crate::ui::here::here;
use crate::ui::parts::NoSuch;

#[component]
pub fn Unknown(path: String) -> impl IntoView {
    let here = here();
    let why = Signal::derive(move || words::no_such_page(here.lang(), &path));
    view! { <NoSuch title=words::unknown why to=Route::Today go=words::today/> }
}
