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
use super::late_page::late_page;
use super::policy::Policy;
use super::report::Report;
use super::rules::Rules;
use super::settings::Settings;
use super::suspicion::Suspicion;
use super::today::Today;
use super::unknown::Unknown;
use crate::app::Event;
use crate::app::route::{CustomerTab, Route};
use crate::app::view_model::frame::{self, Gate};
use crate::app::words::{keeping, places as words, rescue};
use crate::domain::ids::{CaseId, CustomerId};
use crate::ui::here::{Here, here};
use crate::ui::kit::{Button, ButtonKind, EmptyKind, EmptyState, Loading, ProgressBar};
use crate::ui::late::late;

/// What stands in the frame. An entry that fills an empty book changes nothing for a page that needs none.
#[derive(Clone, PartialEq, Eq)]
enum Inside {
    Reading,
    Failed(String),
    FirstRun,
    Page(Route),
}

/// The page of the route, once the book is read.
#[component]
pub fn Page() -> impl IntoView {
    let here = here();
    let inside = here.see(|screen| {
        let route = screen.state.route.clone();
        match frame::gate(screen) {
            Gate::Reading => Inside::Reading,
            Gate::Failed(sentence) => Inside::Failed(sentence),
            Gate::Empty if needs_a_book(&route) => Inside::FirstRun,
            Gate::Open if frame::is_partial(screen) && needs_plans(&route) => Inside::Reading,
            Gate::Empty | Gate::Open => Inside::Page(route),
        }
    });
    move || match inside.get() {
        Inside::Reading => reading(here),
        Inside::Failed(sentence) => failed(sentence),
        Inside::FirstRun => first_run(here),
        Inside::Page(route) => page(route),
    }
}

/// A small book is there at once; of a large one it is told how far it is.
fn reading(here: Here) -> AnyView {
    let done = here.see(|screen| u64::from(screen.state.opened_percent));
    let has_begun = Memo::new(move |_| done.get() > 0);
    let text = here.see(|screen| screen.format.percent(i64::from(screen.state.opened_percent)));
    let label = here.say(words::reading);
    let inside = move || match has_begun.get() {
        true => {
            view! { <ProgressBar label done total=100_u64 text=move || text.get()/> }.into_any()
        }
        false => view! { <Loading label/> }.into_any(),
    };
    inside.into_any()
}

/// Pages on which something would be missing before plans and signals are worked out.
fn needs_plans(route: &Route) -> bool {
    needs_a_book(route) && !matches!(route, Route::Customers | Route::History)
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

fn first_run(here: Here) -> AnyView {
    let lang = Signal::derive(move || here.lang());
    let on_sample = Callback::new(move |()| here.send(Event::SampleOpened));
    view! { <FirstRun lang on_sample/> }.into_any()
}

fn page(route: Route) -> AnyView {
    match route {
        Route::Today => view! { <Today/> }.into_any(),
        Route::Customers => late_page(fetch_customers, customers_page),
        Route::Customer(customer, tab) => {
            late_page(fetch_customer, move || customer_page(customer.clone(), tab))
        }
        Route::AtRisk => late_page(fetch_at_risk, at_risk_page),
        Route::Closing => late_page(fetch_closing, closing_page),
        Route::Credit => late_page(fetch_credit, credit_page),
        Route::Collections => late_page(fetch_collections, collections_page),
        Route::Suspicion => late_page(fetch_suspicion, suspicion_page),
        Route::Case(case) => late_page(fetch_case, move || case_page(case.clone())),
        Route::Report(case) => late_page(fetch_report, move || report_page(case.clone())),
        Route::Policy => late_page(fetch_policy, policy_page),
        Route::Rules => late_page(fetch_rules, rules_page),
        Route::Exchange => late_page(fetch_exchange, exchange_page),
        Route::History => late_page(fetch_history, history_page),
        Route::Settings => late_page(fetch_settings, settings_page),
        Route::Help => late_page(fetch_help, help_page),
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

// Pages that share most of their code are one part of the program.

late! { customers, fetch_customers, fn customers_page() -> AnyView {
    view! { <Customers/> }.into_any()
} }
late! { customers, fetch_customer, fn customer_page(customer: CustomerId, tab: CustomerTab) -> AnyView {
    view! { <Customer customer tab/> }.into_any()
} }
late! { customers, fetch_at_risk, fn at_risk_page() -> AnyView {
    view! { <AtRisk/> }.into_any()
} }
late! { customers, fetch_closing, fn closing_page() -> AnyView {
    view! { <Closing/> }.into_any()
} }
late! { customers, fetch_credit, fn credit_page() -> AnyView {
    view! { <Credit/> }.into_any()
} }
late! { customers, fetch_collections, fn collections_page() -> AnyView {
    view! { <Collections/> }.into_any()
} }
late! { places, fetch_suspicion, fn suspicion_page() -> AnyView {
    view! { <Suspicion/> }.into_any()
} }
late! { places, fetch_case, fn case_page(case: CaseId) -> AnyView {
    view! { <Case case/> }.into_any()
} }
late! { places, fetch_report, fn report_page(case: CaseId) -> AnyView {
    view! { <Report case/> }.into_any()
} }
late! { places, fetch_policy, fn policy_page() -> AnyView {
    view! { <Policy/> }.into_any()
} }
late! { places, fetch_rules, fn rules_page() -> AnyView {
    view! { <Rules/> }.into_any()
} }
late! { places, fetch_help, fn help_page() -> AnyView {
    view! { <Help/> }.into_any()
} }
late! { places, fetch_exchange, fn exchange_page() -> AnyView {
    view! { <Exchange/> }.into_any()
} }
late! { places, fetch_history, fn history_page() -> AnyView {
    view! { <History/> }.into_any()
} }
late! { places, fetch_settings, fn settings_page() -> AnyView {
    view! { <Settings/> }.into_any()
} }
