use leptos::prelude::*;

use super::page::send;
use crate::app::update::exchange::Event as Act;
use crate::app::view_model::exchange::{self, ColumnText};
use crate::app::words::mapping as words;
use crate::ui::here::{Here, here};
use crate::ui::kit::{Button, ButtonKind, Choice, Dialog, DialogSize, RuleTag, SelectField, Why};

/// The rule that says what a table must have.
const RULE: &str = "IMP-067";

/// What the columns of a table hold: one line for each, with its first cells.
#[component]
pub fn Mapping() -> impl IntoView {
    let here = here();
    let text = here.see(exchange::mapping);
    let open = Memo::new(move |_| text.with(Option::is_some));
    let title = Signal::derive(move || {
        text.with(|t| t.as_ref().map_or(String::new(), |t| t.title.clone()))
    });
    let lacks = Memo::new(move |_| text.with(|t| t.as_ref().map(|t| t.lacks.clone())));
    let actions = move || {
        let why_not = Signal::derive(move || {
            let lack = lacks.get().unwrap_or_default().first().copied();
            lack.map(|lack| Why::new(lack).rule(RULE))
        });
        view! {
            <Button
                kind=ButtonKind::Main
                why_not=why_not
                on_press=move |()| send(here, Act::MappingAgreed)
            >
                {here.say(words::agree)}
            </Button>
        }
    };
    // The columns and the fields stay while it is open: only what is missing changes.
    let columns = Memo::new(move |_| text.with(|t| t.as_ref().map(|t| t.columns.clone())));
    let fields = Memo::new(move |_| text.with(|t| t.as_ref().map(|t| t.fields.clone())));
    view! {
        <Dialog
            id="mapping"
            title=title
            open=open
            on_close=move || send(here, Act::MappingClosed)
            close_label=here.say(words::close)
            size=DialogSize::Wide
            actions=actions
        >
            <p class="muted">{here.say(words::lead)}</p>
            {move || lacks.get().unwrap_or_default().into_iter().map(lack).collect_view()}
            {move || columns.get().map(|columns| {
                let fields = fields.get_untracked().unwrap_or_default();
                lines(here, columns, fields)
            })}
            {move || fields.get().map(|fields| meanings(here, fields))}
        </Dialog>
    }
}

fn lack(text: &'static str) -> impl IntoView {
    view! { <p class="mapping-lack" role="status">{text} " " <RuleTag id=RULE/></p> }
}

/// Value, name and meaning of each answer.
type Fields = Vec<(&'static str, &'static str, &'static str)>;

fn lines(here: Here, columns: Vec<ColumnText>, fields: Fields) -> impl IntoView {
    let nothing = Choice::new("", words::nothing(here.lang()));
    let named = fields.into_iter().map(|(value, name, _)| Choice::new(value, name));
    let choices: Vec<Choice> = std::iter::once(nothing).chain(named).collect();
    let line = |(at, column)| line(here, at, column, choices.clone());
    view! {
        <ul class="mapping-lines">
            {columns.into_iter().enumerate().map(line).collect_view()}
        </ul>
    }
}

fn line(here: Here, at: usize, column: ColumnText, choices: Vec<Choice>) -> impl IntoView {
    let held = here.see(move |screen| exchange::held(screen, at));
    let cells = column.cells.into_iter().map(|cell| view! { <code>{cell}</code> }).collect_view();
    view! {
        <li class="mapping-line">
            <div class="mapping-column">
                <strong><bdi>{column.header}</bdi></strong>
                <span class="mapping-cells">{cells}</span>
            </div>
            <SelectField
                id=format!("column-{at}")
                label=column.label
                hint=column.why
                choices=choices
                value=held
                on_pick=move |field| send(here, Act::ColumnChosen { column: at, field })
            />
        </li>
    }
}

fn meanings(here: Here, fields: Fields) -> impl IntoView {
    let one = |(_, name, meaning): (_, &'static str, &'static str)| {
        view! { <div><dt>{name}</dt><dd>{meaning}</dd></div> }
    };
    view! {
        <details class="mapping-meanings">
            <summary>{here.say(words::meanings)}</summary>
            <dl>{fields.into_iter().map(one).collect_view()}</dl>
        </details>
    }
}
