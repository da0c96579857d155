//! The lines of the palette for what is typed.

use crate::app::Screen;
use crate::app::route::{CustomerTab, Route};
use crate::app::view_model::customers::shown_name;
use crate::app::words::places;
use crate::domain::order;
use crate::domain::text::fold_name;

/// One line: where it leads, and what it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub route: Route,
    pub text: String,
    /// What kind of thing it is.
    pub hint: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Palette {
    pub query: String,
    pub lines: Vec<Line>,
    /// The marked line.
    pub marked: usize,
}

const LINES_MAX: usize = 10;

const PLACES: [Route; 13] = [
    Route::Today,
    Route::Customers,
    Route::AtRisk,
    Route::Closing,
    Route::Credit,
    Route::Collections,
    Route::Suspicion,
    Route::Policy,
    Route::Rules,
    Route::Exchange,
    Route::History,
    Route::Settings,
    Route::Help,
];

#[must_use]
pub fn palette(screen: &Screen<'_>) -> Palette {
    let form = &screen.state.palette;
    let wanted = fold_name(&form.query);
    let mut lines = of_places(screen, &wanted);
    lines.extend(of_customers(screen, &wanted));
    lines.truncate(LINES_MAX);
    Palette {
        query: form.query.clone(),
        marked: form.marked.min(lines.len().saturating_sub(1)),
        lines,
    }
}

fn of_places(screen: &Screen<'_>, wanted: &str) -> Vec<Line> {
    let lang = screen.lang();
    PLACES
        .iter()
        .map(|route| Line {
            route: route.clone(),
            text: places::place(lang, route).to_owned(),
            hint: places::place_hint(lang).to_owned(),
        })
        .filter(|line| fold_name(&line.text).contains(wanted))
        .collect()
}

/// Customers are offered once something is typed; names that begin with it come first.
fn of_customers(screen: &Screen<'_>, wanted: &str) -> Vec<Line> {
    if wanted.is_empty() {
        return Vec::new();
    }
    let hint = places::customers(screen.lang());
    let mut found: Vec<(bool, Line)> = screen
        .state
        .book
        .accounts
        .iter()
        .map(|(id, account)| (id, shown_name(&account.customer.value)))
        .filter(|(id, name)| fold_name(name).contains(wanted) || id.as_str().contains(wanted))
        .map(|(id, text)| {
            let later = !fold_name(&text).starts_with(wanted);
            let line = Line {
                route: Route::Customer(id.clone(), CustomerTab::Overview),
                text,
                hint: hint.to_owned(),
            };
            (later, line)
        })
        .collect();
    order::sort_by(&mut found, |a, b| (a.0, &a.1.text).cmp(&(b.0, &b.1.text)));
    found.into_iter().map(|(_, line)| line).collect()
}
