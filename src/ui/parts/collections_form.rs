//! The forms that record what was done towards a customer who owes, in one dialog.

use leptos::prelude::*;

use crate::app::Event;
use crate::app::update::collections::{Event as Act, Field};
use crate::app::view_model::collections_form::{Control, FieldText, FormText, form};
use crate::app::words::{collections_forms as words, places};
use crate::ui::here::{Here, here};
use crate::ui::kit::{
    Button, ButtonKind, CheckField, Choice, Dialog, ErrorLink, ErrorSummary, InputKind,
    SelectField, TextArea, TextField,
};

/// The form that is open, if one is.
#[component]
pub fn CollectionsForm() -> impl IntoView {
    let here = here();
    let form = here.see(form);
    let open = Signal::derive(move || form.with(Option::is_some));
    let text = move |get: fn(&FormText) -> String| {
        Memo::new(move |_| form.with(|f| f.as_ref().map(get).unwrap_or_default()))
    };
    let title = text(|f| f.title.clone());
    let submit = text(|f| f.submit.clone());
    let actions = move || {
        view! {
            <Button kind=ButtonKind::Bare on_press=move |()| send(here, Act::Closed)>
                {here.say(words::cancel)}
            </Button>
            <Button kind=ButtonKind::Main on_press=move |()| send(here, Act::Submitted)>
                {move || submit.get()}
            </Button>
        }
    };
    view! {
        <Dialog
            id="collections-form"
            title=move || title.get()
            open=open
            on_close=move |()| send(here, Act::Closed)
            close_label=here.say(places::close)
            actions=actions
        >
            {body(here, form)}
        </Dialog>
    }
}

fn send(here: Here, act: Act) {
    here.send(Event::Collections(act));
}

/// The fields are made once for a form; what is typed flows into them without making them anew.
fn body(here: Here, form: Memo<Option<FormText>>) -> impl IntoView {
    let fields = Memo::new(move |_| {
        form.with(|f| f.as_ref().map_or_else(Vec::new, |f| f.fields.iter().map(bare).collect()))
    });
    let notes = Memo::new(move |_| form.with(|f| f.as_ref().map(|f| f.notes.clone())));
    let errors = Signal::derive(move || {
        let link = |(field, text): &(String, String)| ErrorLink {
            field: field.clone(),
            text: text.clone(),
        };
        form.with(|f| f.as_ref().map_or_else(Vec::new, |f| f.problems.iter().map(link).collect()))
    });
    view! {
        <div class="stack">
            <ErrorSummary id="collections-errors" title=here.say(words::problem) errors=errors/>
            {move || fields.get().into_iter().map(|f| field(here, form, f)).collect_view()}
            {move || notes.get().into_iter().flatten().map(|n| view! { <p class="quiet">{n}</p> }).collect_view()}
        </div>
    }
}

/// A field without what is typed in it.
fn bare(field: &FieldText) -> FieldText {
    FieldText { value: String::new(), error: None, ..field.clone() }
}

fn part<T>(form: Memo<Option<FormText>>, field: Field, get: fn(&FieldText) -> T) -> Signal<T>
where
    T: Default + PartialEq + Clone + Send + Sync + 'static,
{
    let found = move |f: &FormText| f.fields.iter().find(|x| x.field == field).map(get);
    Signal::derive(move || form.with(|f| f.as_ref().and_then(found).unwrap_or_default()))
}

fn field(here: Here, form: Memo<Option<FormText>>, text: FieldText) -> AnyView {
    let own = text.field;
    let value = part(form, own, |f| f.value.clone());
    let error = part(form, own, |f| f.error.clone());
    let typed = move |text: String| send(here, Act::Typed(own, text));
    let (id, label) = (text.id, text.label);
    let hint = text.hint.map(|h| view! { <p class="field-hint">{h}</p> });
    let line = |kind, prefix: String| {
        let id = id.clone();
        if prefix.is_empty() {
            view! { <TextField id=id label=label kind=kind value=value error=error on_input=typed/> }
                .into_any()
        } else {
            view! { <TextField id=id label=label kind=kind prefix=prefix value=value error=error on_input=typed/> }
                .into_any()
        }
    };
    let control = match text.control {
        Control::Text => line(InputKind::Text, String::new()),
        Control::Day => line(InputKind::Date, String::new()),
        Control::Amount(code) => line(InputKind::Number, code),
        Control::Area => {
            view! { <TextArea id=id label=label value=value error=error on_input=typed rows=3/> }
                .into_any()
        }
        Control::Choice(choices) => {
            let choices: Vec<Choice> =
                choices.into_iter().map(|(v, t)| Choice::new(v, t)).collect();
            view! {
                <SelectField id=id label=label choices=choices value=value error=error on_pick=typed/>
            }
            .into_any()
        }
        Control::Checks(choices) => checks(here, (own, id, label), choices, (value, error)),
    };
    view! { <div class="stack-hint">{control}{hint}</div> }.into_any()
}

fn checks(
    here: Here,
    (field, id, label): (Field, String, &'static str),
    choices: Vec<(String, String)>,
    (value, error): (Signal<String>, Signal<Option<String>>),
) -> AnyView {
    let check = {
        let id = id.clone();
        move |(at, (number, text)): (usize, (String, String))| {
            let own = number.clone();
            let checked = Signal::derive(move || value.with(|v| v.lines().any(|l| l == own)));
            let toggle = move |on: bool| {
                let now = value.get_untracked();
                let others = now.lines().filter(|l| *l != number);
                let lines: Vec<&str> = others.chain(on.then_some(number.as_str())).collect();
                send(here, Act::Typed(field, lines.join("\n")));
            };
            view! { <CheckField id=format!("{id}-{at}") label=text checked=checked on_toggle=toggle/> }
        }
    };
    let checks = choices.into_iter().enumerate().map(check).collect_view();
    view! {
        <fieldset class="field checks" id=id tabindex="-1">
            <legend class="field-label">{label}</legend>
            {move || error.get().map(|e| view! { <p class="field-error">{e}</p> })}
            {checks}
        </fieldset>
    }
    .into_any()
}
