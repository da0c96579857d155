use leptos::prelude::*;

use super::check::Check;
use super::file::file;
use super::give::Give;
use super::mapping::Mapping;
use super::share::Share;
use super::understood::What;
use crate::app::Event;
use crate::app::route::Route;
use crate::app::update::exchange::Event as Act;
use crate::app::view_model::exchange::{self, ListedText, Page, StageText, StepText};
use crate::app::words::{exchange as words, places};
use crate::ui::here::{Here, here};
use crate::ui::kit::{
    Button, ButtonKind, Callout, LinkButton, Meaning, PageHead, Panel, ProgressBar, RuleTag,
    StepState, Steps, WizardStep,
};

#[component]
pub fn Exchange() -> impl IntoView {
    let here = here();
    let page = here.see(exchange::page);
    view! {
        <PageHead title=here.say(places::exchange) lead=move || here.say(words::lead)/>
        <div class="exchange stack-wide">
            <Panel title=here.say(words::import)>
                <div class="stack">
                    <Import page=page/>
                </div>
            </Panel>
            <div class="split">
                <Share/>
                <Check/>
            </div>
        </div>
    }
}

pub fn send(here: Here, act: Act) {
    here.send(Event::Exchange(act));
}

#[component]
fn Import(page: Memo<Page>) -> impl IntoView {
    let here = here();
    let steps = Signal::derive(move || page.with(|p| p.steps.iter().map(step).collect::<Vec<_>>()));
    let closed = Memo::new(move |_| page.with(|p| p.closed.clone().map(|c| (c, p.in_sample))));
    let stage = Memo::new(move |_| page.with(|p| p.stage.clone()));
    let body = move || match (closed.get(), stage.get()) {
        (Some(_), StageText::Waiting) => ().into_any(),
        (_, StageText::Waiting) => view! { <Give page=page/> }.into_any(),
        (_, StageText::Reading) => view! { <Reading/> }.into_any(),
        (_, StageText::Listed(files)) => listed(here, *files).into_any(),
        (_, StageText::Understood(what)) => view! { <What what=*what/> }.into_any(),
        (_, StageText::Taken(sentences)) => taken(here, sentences).into_any(),
    };
    let barred = move || {
        closed.get().map(|(why, in_sample)| {
            let remove = move || {
                in_sample.then(|| {
                    view! {
                        <Button on_press=move |()| here.send(Event::SampleRemoved)>
                            {here.say(places::remove_sample)}
                        </Button>
                    }
                })
            };
            view! {
                <Callout meaning=Meaning::Due actions=remove>
                    {why.text} " " <RuleTag id=why.rule/>
                </Callout>
            }
        })
    };
    view! {
        <Steps label=here.say(words::steps) steps=steps/>
        {barred}
        {body}
        <Mapping/>
    }
}

fn step(step: &StepText) -> WizardStep {
    WizardStep {
        text: step.text.to_owned(),
        state: match step.at {
            ..0 => StepState::Done,
            0 => StepState::Current,
            1.. => StepState::Ahead,
        },
        state_word: step.word.to_owned(),
    }
}

#[component]
fn Reading() -> impl IntoView {
    let here = here();
    let progress = here.see(exchange::progress);
    let label = move || {
        let file = progress.with(|p| p.file.clone());
        format!("{} {file}", words::reading(here.lang()))
    };
    view! {
        <ProgressBar
            label=label
            done=Signal::derive(move || progress.with(|p| p.done))
            total=Signal::derive(move || progress.with(|p| p.total))
            text=move || progress.with(|p| p.text.clone())
            cancel_label=here.say(words::cancel)
            on_cancel=move |()| send(here, Act::Cancelled)
        />
    }
}

/// What the files are, while the comparison with the book goes on.
fn listed(here: Here, text: ListedText) -> impl IntoView {
    let are_many = text.files.len() > 1;
    let files = text.files.into_iter().map(|text| file(here, text, are_many)).collect_view();
    view! {
        <Reading/>
        {files}
        {text.more.map(|more| view! { <p class="quiet">{more}</p> })}
    }
}

fn taken(here: Here, sentences: Vec<String>) -> impl IntoView {
    let actions = move || {
        view! {
            <LinkButton href=Route::Customers.to_string()>{here.say(words::see_customers)}</LinkButton>
            <Button kind=ButtonKind::Bare on_press=move |()| send(here, Act::StartedAgain)>
                {here.say(words::import_more)}
            </Button>
        }
    };
    let said = sentences.join(" ");
    view! {
        <Callout meaning=Meaning::Settled actions=actions>
            <span role="status">{said}</span>
        </Callout>
    }
}
