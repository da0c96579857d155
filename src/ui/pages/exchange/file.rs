use leptos::prelude::*;

use super::page::send;
use crate::app::update::exchange::Event as Act;
use crate::app::view_model::exchange::{CountText, FileText, IdleText, ProblemText};
use crate::app::words::{exchange as words, marks};
use crate::ui::here::Here;
use crate::ui::here::here;
use crate::ui::kit::{Badge, Button, ButtonKind, Glyph, Meaning, RuleTag};
use crate::ui::parts::meaning;

/// What one data file was understood to be and to tell.
pub fn file(here: Here, text: FileText, are_many: bool) -> AnyView {
    let kind = if text.recognised { Meaning::Accent } else { Meaning::Danger };
    let counts = (!text.counts.is_empty()).then(|| counts(here, text.counts));
    let problems = (!text.problems.is_empty()).then(|| {
        view! { <ul class="remarks">{text.problems.into_iter().map(problem).collect_view()}</ul> }
    });
    let at = text.at;
    let columns = text.columns.map(|(label, is_needed)| {
        let kind = if is_needed { ButtonKind::Main } else { ButtonKind::Plain };
        view! {
            <div class="row">
                <Button kind=kind on_press=move |()| send(here, Act::MappingOpened(at))>{label}</Button>
            </div>
        }
    });
    let is_compared = text.is_compared;
    let save = text.refused.map(|told| {
        let button = is_compared.then(|| {
            view! {
                <Button icon=Glyph::Export on_press=move |()| send(here, Act::RefusedAsked(at))>
                    {here.say(words::save_refused)}
                </Button>
            }
        });
        view! { <div class="row"><span>{told}</span> {button}</div> }
    });
    let first = (!text.first.is_empty()).then(|| {
        let line = |line| view! { <li><bdi>{line}</bdi></li> };
        view! {
            <div class="quiet">
                <p>{here.say(words::first_rows)}</p>
                <ul class="first-rows">{text.first.into_iter().map(line).collect_view()}</ul>
            </div>
        }
    });
    let head = view! {
        <bdi class="name">{text.name}</bdi>
        <Badge meaning=kind>{text.kind}</Badge>
    };
    let inside = view! {
        {counts}
        {first}
        {text.left_out.map(|told| view! { <p class="quiet">{told}</p> })}
        {problems}
        {text.more.map(|more| view! { <p class="quiet">{more}</p> })}
        {save}
        {columns}
    };
    if are_many {
        return view! {
            <details class="given given-file" open=text.wants>
                <summary>{head} <span class="quiet">{text.brief}</span></summary>
                {inside}
            </details>
        }
        .into_any();
    }
    view! {
        <section class="given">
            <h3 class="given-head">{head} <span class="quiet">{text.size}</span></h3>
            {inside}
        </section>
    }
    .into_any()
}

/// Files of which nothing is taken, by the reason.
pub fn idle((told, groups): (String, Vec<IdleText>)) -> impl IntoView {
    let group = |group: IdleText| {
        let names = group.names.into_iter().map(|name| view! { <li><bdi>{name}</bdi></li> });
        view! {
            <div>
                <p>{group.sentence} " " <RuleTag id=group.rule/></p>
                <ul class="idle-names">{names.collect_view()}</ul>
            </div>
        }
    };
    view! {
        <details class="given given-file">
            <summary>{told}</summary>
            {groups.into_iter().map(group).collect_view()}
        </details>
    }
}

pub fn counts(here: Here, counts: Vec<CountText>) -> impl IntoView {
    let row = |count: CountText| {
        view! {
            <tr>
                <th scope="row">{count.kind}</th>
                <td class="num">{count.all}</td>
                <td class="num">{count.new}</td>
                <td class="num">{count.changed}</td>
                <td class="num">{count.known}</td>
            </tr>
        }
    };
    view! {
        <table class="plain counts">
            <thead>
                <tr>
                    <th scope="col">{here.say(words::kind)}</th>
                    <th scope="col" class="num">{here.say(words::all_read)}</th>
                    <th scope="col" class="num">{here.say(words::new)}</th>
                    <th scope="col" class="num">{here.say(words::changed)}</th>
                    <th scope="col" class="num">{here.say(words::known)}</th>
                </tr>
            </thead>
            <tbody>{counts.into_iter().map(row).collect_view()}</tbody>
        </table>
    }
}

fn problem(problem: ProblemText) -> impl IntoView {
    let here = here();
    let places = (!problem.places.is_empty())
        .then(|| view! { <span class="muted">{problem.places} {here.say(marks::colon)}</span> });
    view! {
        <li>
            <Badge meaning=meaning(problem.tone)>{problem.weight}</Badge>
            <span>{places} {problem.sentence} " " <RuleTag id=problem.rule/></span>
        </li>
    }
}
