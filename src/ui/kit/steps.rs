use super::{Glyph, Icon, Text};
use leptos::prelude::*;

/// Where a step of a wizard stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepState {
    Done,
    Current,
    Ahead,
}

impl StepState {
    const fn class(self) -> &'static str {
        match self {
            Self::Done => "step step-done",
            Self::Current => "step step-current",
            Self::Ahead => "step step-ahead",
        }
    }
}

/// A step with its name and, for screen readers, its state in a word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WizardStep {
    pub text: String,
    pub state: StepState,
    pub state_word: String,
}

/// The way through a wizard, numbered.
#[component]
pub fn Steps(
    #[prop(into)] label: Text,
    #[prop(into)] steps: Signal<Vec<WizardStep>>,
) -> impl IntoView {
    let list = move || {
        let numbered = steps.get().into_iter().zip(1_u32..);
        numbered.map(|(shown, number)| step(shown, number)).collect_view()
    };
    view! { <ol class="steps" aria-label=move || label.get()>{list}</ol> }
}

fn step(step: WizardStep, number: u32) -> impl IntoView {
    let mark = match step.state {
        StepState::Done => view! { <Icon glyph=Glyph::Check small=true/> }.into_any(),
        _ => number.to_string().into_any(),
    };
    view! {
        <li
            class=step.state.class()
            aria-current=(step.state == StepState::Current).then_some("step")
        >
            <span class="step-mark" aria-hidden="true">{mark}</span>
            <span>{step.text}</span>
            <span class="visually-hidden">{step.state_word}</span>
        </li>
    }
}
