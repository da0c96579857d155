//! Beside the tables: tests, the book, the differences.

use leptos::prelude::*;

use super::moves::{Book, Changes};
use crate::app::Event;
use crate::app::update::policy::{Event as Act, Pane};
use crate::app::view_model::policy::{self, FaultLine, TestLine, TestsPane};
use crate::app::words::policy_page as words;
use crate::ui::here::here;
use crate::ui::kit::{Badge, Meaning, Panel, RuleTag, Segment, Segmented};

#[component]
pub fn Side() -> impl IntoView {
    let here = here();
    let pane = here.see(|screen| screen.state.policy.pane);
    let working = here.see(|screen| screen.state.policy.subject().is_some());
    let segments = Signal::derive(move || {
        let lang = here.lang();
        vec![
            Segment::new("tests", words::pane_tests(lang)),
            Segment::new("book", words::pane_book(lang)),
            Segment::new("changes", words::pane_changes(lang)),
        ]
    });
    let value = Signal::derive(move || word(pane.get()).to_owned());
    let pick = move |word: String| {
        let pane = match word.as_str() {
            "book" => Pane::Book,
            "changes" => Pane::Changes,
            _ => Pane::Tests,
        };
        here.send(Event::Policy(Act::PaneChosen(pane)));
    };
    view! {
        <aside class="policy-side" aria-label=here.say(words::panes)>
            {move || working.get().then(|| view! {
                <Segmented label=here.say(words::panes) segments value on_pick=pick/>
            })}
            {move || match (working.get(), pane.get()) {
                (true, Pane::Book) => view! { <Book/> }.into_any(),
                (true, Pane::Changes) => view! { <Changes/> }.into_any(),
                _ => view! { <Tests/> }.into_any(),
            }}
        </aside>
    }
}

const fn word(pane: Pane) -> &'static str {
    match pane {
        Pane::Tests => "tests",
        Pane::Book => "book",
        Pane::Changes => "changes",
    }
}

#[component]
fn Tests() -> impl IntoView {
    let here = here();
    let pane = here.see(policy::tests_pane);
    move || pane.get().map(tests)
}

fn tests(pane: TestsPane) -> impl IntoView {
    let here = here();
    let more = pane.more_faults;
    let none = pane.faults.is_empty();
    view! {
        <Panel title=here.say(words::faults)>
            <div class="stack" aria-live="polite">
                {pane.waiting.then(|| view! { <p class="quiet">{here.say(words::waiting)}</p> })}
                {(none && !pane.waiting).then(|| view! { <p class="muted">{here.say(words::no_faults)}</p> })}
                <ul class="policy-faults">{pane.faults.into_iter().map(fault).collect_view()}</ul>
                {(more > 0).then(|| view! {
                    <p class="quiet">{move || words::more_faults(here.lang(), &more.to_string())}</p>
                })}
            </div>
        </Panel>
        <Panel title=here.say(words::own_tests)>
            <div class="stack">
                {if pane.tests_wait {
                    view! { <p class="muted">{here.say(words::tests_wait)}</p> }.into_any()
                } else if pane.has_tests {
                    view! { <p>{pane.passed}</p> }.into_any()
                } else {
                    (!pane.waiting).then(|| view! { <p class="muted">{here.say(words::no_tests)}</p> }).into_any()
                }}
                <ul class="policy-faults">{pane.failed.into_iter().map(failed).collect_view()}</ul>
            </div>
        </Panel>
    }
}

fn fault(line: FaultLine) -> impl IntoView {
    let here = here();
    let (meaning, word) = if line.is_error {
        (Meaning::Danger, words::error as fn(_) -> _)
    } else {
        (Meaning::Due, words::warning as fn(_) -> _)
    };
    let part = line.part;
    view! {
        <li>
            <Badge meaning>{here.say(word)}</Badge>
            " "
            <button
                type="button"
                class="link"
                on:click=move |_| here.send(Event::Policy(Act::SheetChosen(part.clone())))
            >
                {line.place}
            </button>
            <p>{line.text} " " <RuleTag id=line.rule/></p>
        </li>
    }
}

fn failed(test: TestLine) -> impl IntoView {
    let part = |text: String| view! { <p>{text}</p> };
    view! {
        <li>
            <b>{test.id}</b> " " {test.name}
            {test.parts.into_iter().map(part).collect_view()}
        </li>
    }
}
