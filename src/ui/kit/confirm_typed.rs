use super::{Button, ButtonKind, Dialog, Text, TextField, Why};
use leptos::prelude::*;

/// A dialog for what cannot be undone: the button works once a given word was typed.
#[component]
pub fn ConfirmTyped(
    #[prop(into)] id: String,
    #[prop(into)] title: Text,
    #[prop(into)] open: Signal<bool>,
    #[prop(into)] on_close: Callback<()>,
    #[prop(into)] close_label: Text,
    /// The word to type, in the reader's language.
    #[prop(into)]
    word: Signal<String>,
    /// The label of the field; it names the word.
    #[prop(into)]
    prompt: Text,
    /// Why the button cannot be pressed before.
    #[prop(into)]
    why_not_yet: Text,
    /// What the button says: a verb and a thing.
    #[prop(into)]
    action: Text,
    #[prop(into)] on_confirm: Callback<()>,
    children: ChildrenFn,
) -> impl IntoView {
    let typed = RwSignal::new(String::new());
    let matches = move || word.with(|word| typed.with(|typed| typed.trim() == word.trim()));
    let why = Signal::derive(move || (!matches()).then(|| Why::new(why_not_yet.get().to_string())));
    let field_id = format!("{id}-word");
    let close = Callback::new(move |()| {
        typed.set(String::new());
        on_close.run(());
    });
    let confirm = move || {
        typed.set(String::new());
        on_confirm.run(());
    };
    let actions = move || {
        let action = action.clone();
        view! {
            <Button kind=ButtonKind::Danger why_not=why on_press=confirm>
                {move || action.get()}
            </Button>
        }
    };
    view! {
        <Dialog id title open on_close=close close_label actions=actions>
            {children()}
            <TextField
                id=field_id.clone()
                label=prompt.clone()
                value=typed
                on_input=move |text: String| typed.set(text)
            />
        </Dialog>
    }
}
