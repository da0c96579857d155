use leptos::prelude::*;

use crate::app::view_model::exchange::BookText;
use crate::ui::kit::RuleTag;
use crate::ui::parts::meaning;

/// A book file: one large word, what it holds, and what the word does not show.
pub fn book(text: BookText) -> impl IntoView {
    let class = format!("verdict {}", meaning(text.word.tone).class());
    let lines = |lines: Vec<String>| {
        let line = |line| view! { <li>{line}</li> };
        (!lines.is_empty())
            .then(|| view! { <ul class="prose">{lines.into_iter().map(line).collect_view()}</ul> })
    };
    let why_not = text.why_not.map(|why| view! { <p>{why.text} " " <RuleTag id=why.rule/></p> });
    let facts = text.facts.join(" · ");
    view! {
        <section class="given">
            <h3 class="given-head"><bdi class="name">{text.name}</bdi></h3>
            <p class=class role="status">{text.word.text}</p>
            <p class="muted">{facts}</p>
            {lines(text.faults)}
            {lines(text.brings)}
            {why_not}
            {text.cannot_show.map(|words| view! { <p class="quiet">{words}</p> })}
        </section>
    }
}
