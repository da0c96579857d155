use super::Choice;
use super::frame::FieldFrame;
use crate::ui::kit::Text;
use leptos::prelude::*;

/// A few values side by side, of which one is taken. The first bears the field's id.
#[component]
pub fn RadioGroup(
    #[prop(into)] id: String,
    #[prop(into)] label: Text,
    #[prop(into)] choices: Signal<Vec<Choice>>,
    #[prop(into)] value: Signal<String>,
    #[prop(into)] on_pick: Callback<String>,
    #[prop(optional, into)] hint: Option<Text>,
    #[prop(optional, into)] error: Signal<Option<String>>,
) -> impl IntoView {
    let frame = FieldFrame { id: id.clone(), label, hint, error };
    let list = move || {
        let one =
            |(place, choice)| radio(choice_id(&id, place), id.clone(), choice, value, on_pick);
        choices.get().into_iter().enumerate().map(one).collect_view()
    };
    frame.around_group(view! { <div class="choices">{list}</div> }.into_any())
}

fn choice_id(group: &str, place: usize) -> String {
    match place {
        0 => group.to_owned(),
        _ => format!("{group}-{place}"),
    }
}

fn radio(
    id: String,
    group: String,
    choice: Choice,
    value: Signal<String>,
    on_pick: Callback<String>,
) -> impl IntoView {
    let own = choice.value.clone();
    let picked = move || value.with(|now| *now == own);
    let sent = choice.value;
    view! {
        <label class="choice">
            <input
                id=id
                type="radio"
                name=group
                checked=picked.clone()
                prop:checked=picked
                on:change=move |_| on_pick.run(sent.clone())
            />
            <span class="choice-text">
                {choice.text}
                {choice.hint.map(|hint| view! { <small>{hint}</small> })}
            </span>
        </label>
    }
}
