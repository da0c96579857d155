//! Today: what wants the person, and when each chance ends.

use leptos::prelude::*;

use crate::app::Event;
use crate::app::update::subscriptions::Event as Act;
use crate::app::view_model::today::{self, Figure, Group, Item, Mark};
use crate::app::words::{places, today as words};
use crate::ui::here::here;
use crate::ui::kit::{
    Amount, Button, ButtonKind, EmptyKind, EmptyState, Fact, Facts, FactsKind, Glyph, LinkButton,
    Name, PageHead, RuleTag, Section, WorkRow,
};
use crate::ui::parts::{Amounts, meaning};

#[component]
pub fn Today() -> impl IntoView {
    let here = here();
    let page = here.see(today::page);
    let lead = Memo::new(move |_| page.with(|p| p.lead.clone()));
    let figures = Memo::new(move |_| page.with(|p| p.figures.clone()));
    let groups = Memo::new(move |_| page.with(|p| p.groups.clone()));
    view! {
        <PageHead title=here.say(places::today) lead=move || move || lead.get()/>
        {move || strip(figures.get())}
        {move || match groups.get() {
            groups if groups.is_empty() => calm().into_any(),
            groups => groups.into_iter().map(group).collect_view().into_any(),
        }}
    }
}

fn strip(figures: Vec<Figure>) -> impl IntoView {
    let fact = |f: Figure| {
        let (label, note, tone) = (f.label, f.note, f.tone);
        let text = f.amounts.is_empty().then_some(f.text);
        let value = view! { <Amounts amounts=f.amounts tone=tone/> {text} };
        match f.href {
            Some(href) => view! {
                <Fact label=label note=note href=href meaning=meaning(tone)>{value}</Fact>
            }
            .into_any(),
            None => view! { <Fact label=label note=note meaning=meaning(tone)>{value}</Fact> }
                .into_any(),
        }
    };
    view! { <Facts kind=FactsKind::Strip>{figures.into_iter().map(fact).collect_view()}</Facts> }
}

fn group((_, title, items): (Group, &'static str, Vec<Item>)) -> impl IntoView {
    let count = items.len().to_string();
    view! {
        <Section title=title note=count>{items.into_iter().map(row).collect_view()}</Section>
    }
}

fn row(item: Item) -> impl IntoView {
    let (name, href, what) = (item.name, item.href, item.what);
    let title = move || match (name, href) {
        (Some(name), Some(href)) => {
            view! { <a href=href><Name name=name/></a> " — " {what} }.into_any()
        }
        _ => what.into_any(),
    };
    let (why, rule) = (item.why, item.rule);
    let (figure, caption) = (item.figure, item.caption);
    let (left, until) = (item.left, item.until);
    let (act, link) = (item.act, item.link);
    view! {
        <WorkRow
            glyph=glyph(item.mark)
            meaning=meaning(item.tone)
            title=title
            reason=move || view! { {why} " " <RuleTag id=rule/> }
            figure=move || figure.map(|f| view! {
                <b><Amount code=f.code number=f.number/></b><span>{caption}</span>
            })
            clock=move || view! { <b>{left}</b><span>{until}</span> }
            actions=move || actions(act, link)
        />
    }
}

fn actions(
    act: Option<crate::app::view_model::risk_text::ActText>,
    link: Option<(String, &'static str)>,
) -> impl IntoView {
    let here = here();
    let button = act.map(|act| {
        let label = act.label.clone();
        let press = move || {
            here.send(Event::Subscriptions(Act::Did {
                customer: act.customer.clone(),
                subscription: act.subscription.clone(),
                action: act.action.clone(),
            }));
        };
        view! { <Button on_press=press>{label}</Button> }
    });
    let link = link.map(|(href, text)| {
        view! { <LinkButton kind=ButtonKind::Plain href=href>{text}</LinkButton> }
    });
    view! { {button} {link} }
}

const fn glyph(mark: Mark) -> Glyph {
    match mark {
        Mark::Alert => Glyph::Flag,
        Mark::Window => Glyph::Clock,
        Mark::Renewal => Glyph::Calendar,
        Mark::Promise => Glyph::Check,
        Mark::Limit => Glyph::Scale,
        Mark::Bill => Glyph::File,
    }
}

fn calm() -> impl IntoView {
    let here = here();
    view! {
        <EmptyState kind=EmptyKind::Cleared title=here.say(words::calm)>
            <p>{here.say(words::calm_why)}</p>
        </EmptyState>
    }
}
