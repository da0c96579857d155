//! The form of a case, in a dialog: opening, moving, noting, recording.

use leptos::prelude::*;

use crate::app::Event;
use crate::app::update::suspicion::{Event as Act, Field};
use crate::app::view_model::case_panel::{self, FieldText, Form, Kind};
use crate::app::words::case as words;
use crate::ui::here::{Here, here};
use crate::ui::kit::{
    Button, ButtonKind, Callout, Choice, Dialog, DialogSize, InputKind, Meaning, SelectField,
    TextArea, TextField,
};

/// The form that is open, if one is.
#[component]
pub fn CaseForm() -> impl IntoView {
    let here = here();
    let form = here.see(case_panel::form);
    let open = Signal::derive(move || form.with(Option::is_some));
    let send = move |event| here.send(Event::Suspicion(event));
    let title = move || form.with(|f| f.as_ref().map_or(String::new(), |f| f.title.clone()));
    let actions = move || {
        let text = form.with(|f| f.as_ref().map_or(String::new(), |f| f.action.clone()));
        view! {
            <Button kind=ButtonKind::Main on_press=move || send(Act::Recorded)>{text}</Button>
            <Button on_press=move || send(Act::Left)>{here.say(words::cancel)}</Button>
        }
    };
    view! {
        <Dialog
            id="case-form"
            title=title
            open=open
            on_close=move || send(Act::Left)
            close_label=here.say(words::close)
            size=DialogSize::Wide
            actions=actions
        >
            {move || form.get().map(|form| body(here, form))}
        </Dialog>
    }
}

fn body(here: Here, form: Form) -> impl IntoView {
    let note = |text: String| view! { <Callout meaning=Meaning::Accent>{text}</Callout> };
    let fields = form.fields.into_iter().map(|text| field(here, text));
    view! {
        <div class="stack">
            {form.notes.into_iter().map(note).collect_view()}
            {fields.collect_view()}
        </div>
    }
}

fn field(here: Here, text: FieldText) -> AnyView {
    let own = text.field;
    let value = Signal::derive(move || {
        here.look(|s| s.state.suspicion.values.get(&own).cloned().unwrap_or_default())
    });
    let error = Signal::derive(move || fault(here, own));
    let put = move |value: String| here.send(Event::Suspicion(Act::Typed(own, value)));
    let hint = text.hint.map(crate::ui::kit::Text::from);
    let kind = match text.kind {
        Kind::Date => InputKind::Date,
        Kind::Number => InputKind::Number,
        Kind::Text | Kind::Area | Kind::Choice => InputKind::Text,
    };
    let (id, label) = (own.id(), text.label);
    match text.kind {
        Kind::Area => view! {
            <TextArea id=id label=label value=value error=error on_input=put rows=3/>
        }
        .into_any(),
        Kind::Choice => {
            let choices: Vec<Choice> = text
                .choices
                .into_iter()
                .map(|(value, text)| Choice::new(value, text))
                .collect();
            view! { <SelectField id=id label=label choices=choices value=value error=error on_pick=put/> }
                .into_any()
        }
        Kind::Text | Kind::Date | Kind::Number => match hint {
            Some(hint) => view! {
                <TextField id=id label=label kind=kind hint=hint value=value error=error on_input=put/>
            }
            .into_any(),
            None => view! {
                <TextField id=id label=label kind=kind value=value error=error on_input=put/>
            }
            .into_any(),
        },
    }
}

fn fault(here: Here, of: Field) -> Option<String> {
    let faults = here.look(case_panel::faults);
    let found = faults.into_iter().find(|(field, _)| *field == of);
    found.map(|(_, words)| words)
}
