//! Microsoft's dated rules.

use leptos::prelude::*;

use crate::app::view_model::rules::{self, RowText, TopicText};
use crate::app::words::{places, rules as words};
use crate::ui::here::here;
use crate::ui::kit::{Badge, Meaning, PageHead, RuleTag, Section};

#[component]
pub fn Rules() -> impl IntoView {
    let here = here();
    let page = here.see(rules::page);
    view! {
        <PageHead
            title=here.say(places::rules)
            lead=move || view! { {here.say(words::lead)} " " {here.say(words::caution)} }
        />
        {move || page.get().into_iter().map(topic).collect_view()}
    }
}

fn topic(topic: TopicText) -> impl IntoView {
    let count = topic.rows.len().to_string();
    view! {
        <Section title=topic.title note=count>
            <div class="rules">{topic.rows.into_iter().map(row).collect_view()}</div>
        </Section>
    }
}

fn row(row: RowText) -> impl IntoView {
    let here = here();
    let over = row.holds_word.map(|word| view! { <Badge meaning=Meaning::Neutral>{word}</Badge> });
    let other = row.other.map(|(value, source, why)| {
        let reading = (!value.is_empty()).then(|| format!(": {value}"));
        view! {
            <p class="rules-other">
                <b>{here.say(words::other_reading)}{reading}</b> " — " {why}
                <span class="quiet">{source}</span>
            </p>
        }
    });
    view! {
        <article class="rules-row" class:rules-over=!row.holds>
            <div class="rules-value"><RuleTag id=row.id/> " " <b>{row.value}</b> {over}</div>
            <div class="rules-text">
                <p>{row.says}</p>
                {other}
            </div>
            <div class="rules-source quiet">
                <span>{row.in_force}</span>
                <span>{row.source}</span>
                <span>{row.source_date}</span>
            </div>
        </article>
    }
}
