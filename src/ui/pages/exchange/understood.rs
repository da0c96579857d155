use leptos::prelude::*;

use super::book::book;
use super::file::{counts, file, idle};
use super::naming::Naming;
use super::page::send;
use crate::app::update::exchange::{Ask, Event as Act};
use crate::app::view_model::exchange::{self, QuestionText, Understood};
use crate::app::words::{exchange as words, outlook as outlook_words};
use crate::ui::here::{Here, here};
use crate::ui::kit::{
    Button, ButtonKind, Callout, Choice, Meaning, RuleTag, Section, SelectField, TextField, Why,
};

/// Steps two and three: what was understood, and the one button.
#[component]
pub fn What(what: Understood) -> impl IntoView {
    let here = here();
    let said = what.why_not.clone();
    let why_not = what.why_not.map(|why| Why::new(why.text).rule(why.rule));
    let questions =
        (!what.questions.is_empty()).then(|| view! { <Questions questions=what.questions/> });
    let sum = (!what.sum.is_empty()).then(|| {
        view! {
            <section class="given">
                <h3>{here.say(words::all_files)}</h3>
                {counts(here, what.sum)}
            </section>
        }
    });
    let unreadable = what.unreadable.into_iter();
    // Many files stand below what they bring together: the button is not to be looked for.
    let are_many = what.are_many;
    let files = what.files.into_iter().map(|text| file(here, text, are_many)).collect_view();
    let (above, below) = if are_many { (None, Some(files)) } else { (Some(files), None) };
    view! {
        {questions}
        {unreadable.map(|text| view! { <Callout meaning=Meaning::Danger>{text}</Callout> }).collect_view()}
        {what.books.into_iter().map(book).collect_view()}
        {above}
        {sum}
        <Naming/>
        {what.brings_something.then(|| view! { <Outlook/> })}
        {said.map(|why| view! {
            <p class="muted" role="status">{why.text} " " <RuleTag id=why.rule/></p>
        })}
        <div class="row">
            <Button
                kind=ButtonKind::Main
                why_not=why_not
                on_press=move |()| send(here, Act::TakenIn)
            >
                {what.take}
            </Button>
            <Button kind=ButtonKind::Bare on_press=move |()| send(here, Act::StartedAgain)>
                {here.say(words::start_again)}
            </Button>
        </div>
        {below}
        {what.idle.map(idle)}
    }
}

/// What would change, before anything does; it comes by itself, and leaves the rest alone.
#[component]
fn Outlook() -> impl IntoView {
    let here = here();
    let text = here.see(exchange::outlook);
    let list = |lines: Vec<String>| {
        let line = |line| view! { <li>{line}</li> };
        view! { <ul class="prose">{lines.into_iter().map(line).collect_view()}</ul> }
    };
    let changes = move || text.with(|t| (!t.changes.is_empty()).then(|| list(t.changes.clone())));
    let differ = move || {
        let lines = text.with(|t| t.disagreements.clone());
        (!lines.is_empty()).then(|| {
            view! { <h3>{here.say(outlook_words::disagreements)}</h3> {list(lines)} }
        })
    };
    view! {
        <section class="given">
            <h3>{here.say(outlook_words::title)}</h3>
            <p class="quiet" role="status">{move || text.with(|t| t.lead.clone())}</p>
            {changes}
            {differ}
        </section>
    }
}

#[component]
fn Questions(questions: Vec<QuestionText>) -> impl IntoView {
    let here = here();
    view! {
        <Section title=here.say(words::questions)>
            <p class="muted">{here.say(words::questions_why)}</p>
            <div class="stack measure">
                {questions.into_iter().map(|text| question(here, text)).collect_view()}
            </div>
        </Section>
    }
}

fn question(here: Here, text: QuestionText) -> AnyView {
    let id = format!("answer-{}", text.ask.word());
    let ask = text.ask;
    if text.choices.is_empty() {
        return view! { <Typed id=id ask=ask text=text/> }.into_any();
    }
    let open = Choice::new("", words::not_answered(here.lang()));
    let choices = text.choices.iter().map(|(value, name)| Choice::new(*value, name.clone()));
    let choices: Vec<Choice> = std::iter::once(open).chain(choices).collect();
    view! {
        <SelectField
            id=id
            label=text.text
            choices=choices
            value=text.answer
            on_pick=move |answer| send(here, Act::Answered(ask, answer))
        />
    }
    .into_any()
}

/// A typed answer is given with a button: each letter would read the files anew.
#[component]
fn Typed(id: String, ask: Ask, text: QuestionText) -> impl IntoView {
    let here = here();
    let typed = RwSignal::new(text.answer);
    view! {
        <div class="row">
            <TextField
                id=id
                label=text.text
                hint=text.hint
                value=typed
                on_input=move |answer: String| typed.set(answer)
            />
            <Button on_press=move |()| send(here, Act::Answered(ask, typed.get_untracked()))>
                {here.say(words::answer)}
            </Button>
        </div>
    }
}
