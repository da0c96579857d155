//! The form in which a person says how this book reads one of Microsoft's rules.

use leptos::prelude::*;

use crate::app::Event;
use crate::app::update::rules::{Event as Act, Field};
use crate::app::view_model::rules::{self, Form};
use crate::app::words::rules as words;
use crate::ui::here::{Here, here};
use crate::ui::kit::{
    Button, ButtonKind, Callout, Choice, Dialog, InputKind, Meaning, SelectField, TextArea,
    TextField, Why,
};

/// The form that is open, if one is.
#[component]
pub fn RuleForm() -> impl IntoView {
    let here = here();
    let form = here.see(rules::form);
    let open = Signal::derive(move || form.with(Option::is_some));
    let title = move || form.with(|f| f.as_ref().map_or(String::new(), |f| f.title.clone()));
    let why_not = Signal::derive(move || {
        form.with(|f| f.as_ref().and_then(|f| f.read_only.clone()).map(Why::new))
    });
    let actions = move || {
        view! {
            <Button kind=ButtonKind::Main why_not=why_not on_press=move || send(here, Act::Recorded)>
                {here.say(words::record)}
            </Button>
            <Button on_press=move || send(here, Act::Left)>{here.say(words::cancel)}</Button>
        }
    };
    view! {
        <Dialog
            id="rule-form"
            title=title
            open=open
            on_close=move || send(here, Act::Left)
            close_label=here.say(words::close)
            actions=actions
        >
            {move || form.get().map(|form| body(here, form))}
        </Dialog>
    }
}

fn send(here: Here, act: Act) {
    here.send(Event::Rules(act));
}

fn value_of(here: Here, field: Field) -> Signal<String> {
    Signal::derive(move || {
        here.look(|s| {
            let draft = s.state.rules.draft.as_ref();
            let text = draft.map(|draft| match field {
                Field::Value => &draft.value,
                Field::From => &draft.from,
                Field::Reason => &draft.reason,
            });
            text.cloned().unwrap_or_default()
        })
    })
}

fn fault(here: Here, of: Field) -> Signal<Option<String>> {
    Signal::derive(move || {
        let faults = here.look(rules::faults);
        faults.into_iter().find(|(field, _)| *field == of).map(|(_, words)| words.to_owned())
    })
}

fn body(here: Here, form: Form) -> impl IntoView {
    let put = move |field| move |text: String| send(here, Act::Typed(field, text));
    let reading = if form.choices.is_empty() {
        let kind = if form.is_day { InputKind::Date } else { InputKind::Number };
        view! {
            <TextField
                id=Field::Value.id()
                label=here.say(words::own_reading)
                kind=kind
                suffix=form.unit
                value=value_of(here, Field::Value)
                error=fault(here, Field::Value)
                on_input=put(Field::Value)
            />
        }
        .into_any()
    } else {
        let choices: Vec<Choice> =
            form.choices.into_iter().map(|(value, text)| Choice::new(value, text)).collect();
        view! {
            <SelectField
                id=Field::Value.id()
                label=here.say(words::own_reading)
                choices=choices
                value=value_of(here, Field::Value)
                error=fault(here, Field::Value)
                on_pick=put(Field::Value)
            />
        }
        .into_any()
    };
    view! {
        <div class="stack">
            <p>{form.says}</p>
            <Callout meaning=Meaning::Accent>{here.say(words::form_note)}</Callout>
            {reading}
            <TextField
                id=Field::From.id()
                label=here.say(words::from_day)
                hint=here.say(words::from_hint)
                kind=InputKind::Date
                value=value_of(here, Field::From)
                error=fault(here, Field::From)
                on_input=put(Field::From)
            />
            <TextArea
                id=Field::Reason.id()
                label=here.say(words::reason)
                hint=here.say(words::reason_hint)
                value=value_of(here, Field::Reason)
                error=fault(here, Field::Reason)
                on_input=put(Field::Reason)
                rows=3
            />
        </div>
    }
}
