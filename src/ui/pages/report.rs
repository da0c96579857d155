//! The report of a case, as it prints.

use leptos::prelude::*;

use crate::app::Event;
use crate::app::route::Route;
use crate::app::update::suspicion::{Event as Act, FileKind};
use crate::app::view_model::report::{self, IssuedText, QuestionText};
use crate::app::words::{case as case_words, places, report as words};
use crate::domain::ids::CaseId;
use crate::ui::here::{Here, here};
use crate::ui::kit::{
    Button, ButtonKind, Callout, Choice, CopyText, Glyph, Meaning, PageHead, Panel as Box,
    SelectField, TextArea, Why,
};
use crate::ui::parts::{NoSuch, Paper};

#[component]
pub fn Report(case: CaseId) -> impl IntoView {
    let here = here();
    let id = case.clone();
    let known = here.see(move |s| s.state.book.cases.contains_key(&id));
    move || {
        if known.get() { shown(here, case.clone()).into_any() } else { nothing(here).into_any() }
    }
}

fn nothing(here: Here) -> impl IntoView {
    let why = Signal::derive(move || case_words::no_such_case_why(here.lang()).to_owned());
    view! { <NoSuch title=case_words::no_such_case why to=Route::Suspicion go=case_words::all_cases/> }
}

fn shown(here: Here, case: CaseId) -> impl IntoView {
    let id = case.clone();
    let page = here.see(move |screen| report::page(screen, &id));
    let document = Memo::new(move |_| page.with(|p| p.as_ref().map(|p| p.document.clone())));
    let issued =
        Memo::new(move |_| page.with(|p| p.as_ref().map_or(Vec::new(), |p| p.issued.clone())));
    let of = case.clone();
    let list = case.clone();
    let back = Route::Case(case.clone()).to_string();
    view! {
        <div class="screen-only">
            <PageHead
                title=here.say(places::report)
                lead=move || view! { <a href=back>{here.say(words::back_to_case)}</a> }
                aside=move || files(here, of, None)
            />
        </div>
        <div class="report-columns">
            <div class="screen-only stack-wide">
                {nameless(here)}
                {questions(here, case)}
                {move || revisions(here, list.clone(), issued.get())}
            </div>
            {move || document.get().map(|document| view! { <Paper document/> })}
        </div>
    }
}

/// A word of caution where nobody would be named as the one who issued it.
fn nameless(here: Here) -> impl IntoView {
    let unnamed = here.see(|s| s.state.operator.name.trim().is_empty());
    move || {
        unnamed.get().then(|| {
            view! {
                <Callout meaning=Meaning::Due>
                    {here.say(words::nameless)} " "
                    <a href=Route::Settings.to_string()>{here.say(words::to_settings)}</a>
                </Callout>
            }
        })
    }
}

/// The buttons that save and print.
fn files(here: Here, case: CaseId, revision: Option<u32>) -> impl IntoView {
    let save = move |kind: FileKind| {
        let case = StoredValue::new(case.clone());
        move || {
            let event = Act::ReportSaved(case.get_value(), revision, kind);
            here.send(Event::Suspicion(event));
        }
    };
    let (html, json, csv) = (save(FileKind::Html), save(FileKind::Json), save(FileKind::Csv));
    let bundle = save(FileKind::Bundle);
    let print = revision.is_none().then(|| {
        view! {
            <Button icon=Glyph::Print on_press=move || here.send(Event::Print)>
                {here.say(words::print)}
            </Button>
        }
    });
    view! {
        <span class="row">
            {print}
            <Button icon=Glyph::Export on_press=html>{here.say(words::export_html)}</Button>
            <Button on_press=json>{here.say(words::export_json)}</Button>
            <Button on_press=csv>{here.say(words::export_csv)}</Button>
            <Button on_press=bundle>{here.say(words::export_bundle)}</Button>
        </span>
    }
}

fn questions(here: Here, case: CaseId) -> impl IntoView {
    let id = case.clone();
    let page =
        here.see(move |screen| report::page(screen, &id).map(|p| (p.questions, p.audiences)));
    let (list, readers) = page.get_untracked().unwrap_or_default();
    let owner = case.clone();
    let fields = list.into_iter().map(|q| question(here, owner.clone(), q)).collect_view();
    let choices = Signal::derive(move || {
        let readers = page.with(|p| p.as_ref().map_or(readers.clone(), |(_, r)| r.clone()));
        readers.into_iter().map(|(value, text)| Choice::new(value, text)).collect::<Vec<_>>()
    });
    let audience = Signal::derive(move || here.look(|s| s.state.suspicion.audience().to_owned()));
    let of = case.clone();
    let unsaved = here.see(move |s| s.state.suspicion.answers.keys().any(|(c, _)| *c == of));
    let clean = Signal::derive(move || {
        (!unsaved.get()).then(|| Why::new(here.look(|s| words::nothing_to_save(s.lang()))))
    });
    let dirty = Signal::derive(move || {
        unsaved.get().then(|| Why::new(here.look(|s| words::unsaved(s.lang()))))
    });
    let (saved, issued) = (StoredValue::new(case.clone()), StoredValue::new(case));
    let send = move |event| here.send(Event::Suspicion(event));
    view! {
        <Box title=here.say(words::questions)>
            <p class="quiet">{here.say(words::questions_note)}</p>
            <div class="stack">
                {fields}
                <Button why_not=clean on_press=move || send(Act::AnswersRecorded(saved.get_value()))>
                    {here.say(words::save_answers)}
                </Button>
                <SelectField
                    id="report-audience"
                    label=here.say(words::audience)
                    choices=choices
                    value=audience
                    on_pick=move |value: String| send(Act::AudiencePicked(value))
                />
                <Button
                    kind=ButtonKind::Main
                    why_not=dirty
                    on_press=move || send(Act::ReportIssued(issued.get_value()))
                >
                    {here.say(words::issue)}
                </Button>
            </div>
        </Box>
    }
}

fn question(here: Here, case: CaseId, text: QuestionText) -> impl IntoView {
    let asked = text.question.clone();
    let (of, own) = (case.clone(), asked.clone());
    let value = here.see(move |screen| report::answer(screen, &of, &own));
    let label_of = asked.clone();
    let label = move || here.look(|s| words::question(s.lang(), &label_of).0);
    let hint_of = asked.clone();
    let hint = move || here.look(|s| words::question(s.lang(), &hint_of).1);
    let put = move |typed: String| {
        let event = Act::AnswerTyped(case.clone(), asked.clone(), typed);
        here.send(Event::Suspicion(event));
    };
    let hint = crate::ui::kit::Text::from(hint);
    view! { <TextArea id=text.id label=label hint=hint value=value on_input=put rows=2/> }
}

fn revisions(here: Here, case: CaseId, issued: Vec<IssuedText>) -> Option<impl IntoView> {
    if issued.is_empty() {
        return None;
    }
    let copy = move |text: String| here.send(Event::Copy(text));
    let row = move |text: IssuedText| {
        view! {
            <li class="stack">
                <b>{text.text}</b>
                <CopyText text=text.hash label=here.say(words::record_hash) on_copy=copy/>
                {files(here, case.clone(), Some(text.revision))}
            </li>
        }
    };
    Some(view! {
        <Box title=here.say(words::issued)>
            <ul class="clock-list">{issued.into_iter().map(row).collect_view()}</ul>
        </Box>
    })
}
