//! What to do today about each subscription, what it saves, by when, and what can no longer be done.

use leptos::prelude::*;

use crate::app::view_model::advice::{AdviceText, Ruled};
use crate::app::words::{risk as words, today};
use crate::ui::here::{Here, here};
use crate::ui::kit::{Amount, Badge, Glyph, LinkButton, Panel, RuleTag, WorkRow};
use crate::ui::parts::meaning;

/// Nothing is shown where nothing is at stake.
#[component]
pub fn Advice(advice: Vec<AdviceText>) -> impl IntoView {
    let here = here();
    (!advice.is_empty()).then(|| {
        let rows = advice.into_iter().map(move |a| row(here, a));
        view! {
            <Panel title=here.say(words::today_title)>
                {rows.collect_view()}
            </Panel>
        }
    })
}

fn row(here: Here, advice: AdviceText) -> impl IntoView {
    let glyph = if advice.act.is_some() { Glyph::ArrowRight } else { Glyph::Minus };
    let (offer, product, act) = (advice.offer, advice.product, advice.act);
    let title = move || {
        view! {
            <b><bdi>{offer}</bdi></b> " " <Badge>{product}</Badge>
            {act.map(|act| view! { " — " <b>{act}</b> })}
        }
    };
    let (does, not, saves) = (advice.does, advice.not, advice.saves);
    let (left, until, href) = (advice.left, advice.until, advice.href);
    let reason = move || {
        view! {
            {ruled(does)}
            <ul class="advice-not">
                {not.into_iter().map(|n| view! { <li>{ruled(n)}</li> }).collect_view()}
            </ul>
        }
    };
    view! {
        <WorkRow
            glyph=glyph
            meaning=meaning(advice.tone)
            title=title
            reason=reason
            figure=move || saves.map(|a| view! {
                <b><Amount code=a.code number=a.number/></b><span>{here.say(words::saves)}</span>
            })
            clock=move || view! { <b>{left}</b><span>{until}</span> }
            actions=move || view! {
                <LinkButton href=href>{here.say(today::see_effects)}</LinkButton>
            }
        />
    }
}

fn ruled(sentence: Ruled) -> impl IntoView {
    view! { {sentence.text} " " <RuleTag id=sentence.rule/> }
}
