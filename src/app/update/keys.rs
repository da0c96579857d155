//! Single keys that act everywhere: `g` and a letter goes to a place, `/` searches.

use crate::app::route::Route;
use crate::app::{Effect, State};

/// Takes a key pressed outside of fields.
pub fn pressed(state: &mut State, key: &str) -> Vec<Effect> {
    if !state.settings.single_keys {
        return Vec::new();
    }
    if std::mem::take(&mut state.going) {
        return place(key).map(Effect::Go).into_iter().collect();
    }
    match key {
        "g" => {
            state.going = true;
            Vec::new()
        }
        "/" => vec![Effect::Focus(search_field(&state.route).to_owned())],
        "?" => vec![Effect::Go(Route::Help)],
        _ => Vec::new(),
    }
}

fn place(key: &str) -> Option<Route> {
    Some(match key {
        "t" => Route::Today,
        "c" => Route::Customers,
        "m" => Route::AtRisk,
        "r" => Route::Credit,
        "l" => Route::Collections,
        "s" => Route::Suspicion,
        "p" => Route::Policy,
        "e" => Route::Exchange,
        "h" => Route::History,
        "?" => Route::Help,
        _ => return None,
    })
}

/// The search field of a page, by its id.
const fn search_field(route: &Route) -> &'static str {
    match route {
        Route::Customers => "find-customer",
        Route::History => "find-entry",
        _ => "find",
    }
}
