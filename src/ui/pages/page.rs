//! Which page is shown: by what is read of the book, then by the route.

use leptos::prelude::*;

use super::at_risk::AtRisk;
use super::case::Case;
use super::closing::Closing;
use super::collections::Collections;
use super::credit::Credit;
use super::customer::Customer;
use super::customers::Customers;
use super::exchange::Exchange;
use super::first_run::FirstRun;
use super::help::Help;
use super::history::History;
use super::policy::Policy;
use super::report::Report;
use super::rules::Rules;
use super::settings::Settings;
use super::suspicion::Suspicion;
use super::today::Today;
use super::unknown::Unknown;
use crate::app::Event;
use crate::app::route::Route;
use crate::app::view_model::frame::{self, Gate};
use crate::app::words::{keeping, places as words, rescue};
use crate::ui::here::here;
use crate::ui::kit::{Button, ButtonKind, EmptyKind, EmptyState, Loading};

/// The page of the route, once the book is read.
#[component]
pub fn Page() -> impl IntoView {
    let here = here();
    let gate = here.see(frame::gate);
    let route = here.see(|s| s.state.route.clone());
    move || match gate.get() {
        Gate::Reading => view! { <Loading label=here.say(words::reading)/> }.into_any(),
        Gate::Failed(sentence) => failed(sentence),
        Gate::Empty if needs_a_book(&route.get()) => view! { <FirstRun/> }.into_any(),
        Gate::Empty | Gate::Open => page(route.get()),
    }
}

/// Pages that have nothing to show without a book.
fn needs_a_book(route: &Route) -> bool {
    !matches!(
        route,
        Route::Exchange
            | Route::Settings
            | Route::Help
            | Route::Policy
            | Route::Rules
            | Route::Gallery
    )
}

fn page(route: Route) -> AnyView {
    match route {
        Route::Today => view! { <Today/> }.into_any(),
        Route::Customers => view! { <Customers/> }.into_any(),
        Route::Customer(customer, tab) => view! { <Customer customer tab/> }.into_any(),
        Route::AtRisk => view! { <AtRisk/> }.into_any(),
        Route::Closing => view! { <Closing/> }.into_any(),
        Route::Credit => view! { <Credit/> }.into_any(),
        Route::Collections => view! { <Collections/> }.into_any(),
        Route::Suspicion => view! { <Suspicion/> }.into_any(),
        Route::Case(case) => view! { <Case case/> }.into_any(),
        Route::Report(case) => view! { <Report case/> }.into_any(),
        Route::Policy => view! { <Policy/> }.into_any(),
        Route::Rules => view! { <Rules/> }.into_any(),
        Route::Exchange => view! { <Exchange/> }.into_any(),
        Route::History => view! { <History/> }.into_any(),
        Route::Settings => view! { <Settings/> }.into_any(),
        Route::Help => view! { <Help/> }.into_any(),
        #[cfg(debug_assertions)]
        Route::Gallery => view! { <super::gallery::Gallery/> }.into_any(),
        #[cfg(not(debug_assertions))]
        Route::Gallery => view! { <Unknown path=Route::Gallery.to_string()/> }.into_any(),
        Route::Unknown(path) => view! { <Unknown path/> }.into_any(),
    }
}

fn failed(sentence: String) -> AnyView {
    let here = here();
    let actions = move || {
        view! {
            <Button kind=ButtonKind::Main on_press=move |()| here.send(Event::RescueAsked)>
                {here.say(rescue::save_copy)}
            </Button>
            <Button on_press=move |()| here.send(Event::ReadAgain)>{here.say(rescue::again)}</Button>
        }
    };
    view! {
        <EmptyState kind=EmptyKind::Error title=here.say(keeping::unreadable) actions=actions>
            <p>{sentence}</p>
        </EmptyState>
    }
    .into_any()
}
