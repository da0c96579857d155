//! Microsoft's dated rules, and this book's own readings of them.

use leptos::prelude::*;

use crate::app::Event;
use crate::app::update::rules::Event as Act;
use crate::app::view_model::rules::{self, Change, OwnText, RowText, TopicText};
use crate::app::words::{marks, places, rules as words};
use crate::ui::here::{Here, here};
use crate::ui::kit::{Badge, Button, ButtonKind, Meaning, PageHead, RuleTag, Section};
use crate::ui::parts::RuleForm;

#[component]
pub fn Rules() -> impl IntoView {
    let here = here();
    let page = here.see(rules::page);
    view! {
        <PageHead
            title=here.say(places::rules)
            lead=move || view! { {here.say(words::lead)} " " {here.say(words::caution)} }
        />
        {move || page.get().into_iter().map(|t| topic(here, t)).collect_view()}
        <RuleForm/>
    }
}

fn topic(here: Here, topic: TopicText) -> impl IntoView {
    let count = topic.rows.len().to_string();
    let rows = topic.rows.into_iter().map(move |r| row(here, r));
    view! {
        <Section title=topic.title note=count>
            <div class="rules">{rows.collect_view()}</div>
        </Section>
    }
}

fn row(here: Here, row: RowText) -> impl IntoView {
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
    let own = row.own.into_iter().map(move |o| own_reading(here, o));
    view! {
        <article class="rules-row" class:rules-over=!row.holds>
            <div class="rules-value"><RuleTag id=row.id/> " " <b>{row.value}</b> {over}</div>
            <div class="rules-text">
                <p>{row.says}</p>
                {other}
                {own.collect_view()}
            </div>
            <div class="rules-source quiet">
                <span>{row.in_force}</span>
                <span>{row.source}</span>
                <span>{row.source_date}</span>
                {change(here, row.change)}
            </div>
        </article>
    }
}

fn own_reading(here: Here, own: OwnText) -> impl IntoView {
    let holds = own.holds.then(|| {
        view! { <Badge meaning=Meaning::Accent>{here.say(words::in_use)}</Badge> }
    });
    view! {
        <p class="rules-other">
            <b>{here.say(words::own_reading)} {here.say(marks::colon)} {own.value}</b> " " {holds} " " <bdi>{own.reason}</bdi>
            <span class="quiet">{own.about}</span>
        </p>
    }
}

/// What can be done about a rule, or why nothing can.
fn change(here: Here, change: Result<Change, Option<&'static str>>) -> AnyView {
    let change = match change {
        Ok(change) => change,
        Err(why) => return why.map(|why| view! { <span>{why}</span> }).into_any(),
    };
    let rule = change.rule.clone();
    let ask = move |rule: crate::domain::RuleId, value: String| {
        move || here.send(Event::Rules(Act::Asked(rule.clone(), value.clone())))
    };
    let other = change.other.map(|value| {
        let press = ask(rule.clone(), value);
        view! { <Button kind=ButtonKind::Bare on_press=press>{here.say(words::take_other)}</Button> }
    });
    let back = change.can_return.then(|| {
        let rule = rule.clone();
        let press = move || here.send(Event::Rules(Act::Returned(rule.clone())));
        view! { <Button kind=ButtonKind::Bare on_press=press>{here.say(words::take_back)}</Button> }
    });
    let press = ask(rule, change.value);
    view! {
        <span class="row">
            <Button kind=ButtonKind::Bare on_press=press>{here.say(words::read_it_otherwise)}</Button>
            {other}
            {back}
        </span>
    }
    .into_any()
}
