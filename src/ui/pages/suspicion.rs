//! Suspicious activity: alerts, cases and signals.

use leptos::prelude::*;

use crate::app::Event;
use crate::app::update::suspicion::{Event as Act, Panel};
use crate::app::view_model::suspicion::{
    self, AlertRow, CaseRow, FactText, HitRow, Page, ProposalRow, UnknownRow,
};
use crate::app::words::{places, suspicion as words};
use crate::ui::here::{Here, here};
use crate::ui::kit::{
    Badge, Banner, BannerKind, Button, ButtonKind, EmptyKind, EmptyState, Fact, Facts, FactsKind,
    Glyph, LinkButton, Meaning, PageHead, RuleTag, Section, WorkRow,
};
use crate::ui::parts::{CaseForm, Clock, Origin, meaning};

#[component]
pub fn Suspicion() -> impl IntoView {
    let here = here();
    let page = here.see(suspicion::page);
    view! {
        <PageHead
            title=here.say(places::suspicion)
            lead=move || move || page.with(|p| p.lead.clone())
        />
        {move || shown(here, page.get())}
        <CaseForm/>
    }
}

fn shown(here: Here, page: Page) -> impl IntoView {
    let stale = page.stale.map(|text| view! { <Banner kind=BannerKind::Warning>{text}</Banner> });
    let counts = page.counts;
    view! {
        <div class="stack-wide">
            {facts(page.facts)}
            {stale}
            {alerts(here, page.alerts, page.no_alerts)}
            {proposals(here, page.proposals)}
            {cases(here, page.cases)}
            <Section title=here.say(words::signals) note=counts>
                {hits(here, page.hits)}
            </Section>
            {unknown(here, page.unknown)}
            {beyond(here, page.beyond)}
        </div>
    }
}

fn facts(facts: Vec<FactText>) -> impl IntoView {
    let fact = |f: FactText| {
        let note = f.note.map(crate::ui::kit::Text::from).unwrap_or_default();
        view! { <Fact label=f.label meaning=meaning(f.tone) note=note>{f.value}</Fact> }
    };
    view! { <Facts kind=FactsKind::Strip>{facts.into_iter().map(fact).collect_view()}</Facts> }
}

fn ask(here: Here, panel: Panel) -> impl Fn() + Copy + Send + Sync + 'static {
    let panel = StoredValue::new(panel);
    move || here.send(Event::Suspicion(Act::Asked(panel.get_value())))
}

fn alerts(here: Here, alerts: Vec<AlertRow>, none: String) -> impl IntoView {
    let shown = if alerts.is_empty() {
        view! {
            <EmptyState kind=EmptyKind::Cleared title=here.say(words::no_open_alerts)>
                <p>{none}</p>
            </EmptyState>
        }
        .into_any()
    } else {
        let rows = alerts.into_iter().map(|row| alert(here, row));
        rows.collect_view().into_any()
    };
    view! {
        <Section title=here.say(words::alerts) note=here.say(words::alerts_note)>{shown}</Section>
    }
}

fn alert(here: Here, row: AlertRow) -> impl IntoView {
    let open = ask(here, Panel::OpenFromAlert(row.id.clone()));
    let answer = ask(here, Panel::Answer(row.id, row.case));
    let tone = row.clock.as_ref().map_or(row.tone, |c| c.tone);
    let (customer, href, title) = (row.customer, row.customer_href, row.title);
    let title = move || {
        let name = match href {
            Some(href) => view! { <a href=href><bdi>{customer}</bdi></a> }.into_any(),
            None => view! { <bdi>{customer}</bdi> }.into_any(),
        };
        view! { {name} " · " <bdi>{title}</bdi> }
    };
    let (severity, about, severe) = (row.severity, row.about, row.tone);
    let origin = row.origin;
    let reason = move || {
        view! { <Badge meaning=meaning(severe)>{severity}</Badge> " " <span>{about}</span> <Origin text=origin/> }
    };
    let (case_href, burn, clock) = (row.case_href, row.burn, row.clock);
    let actions = move || {
        let first = match case_href {
            Some(href) => {
                view! { <LinkButton href=href>{here.say(words::see_case)}</LinkButton> }.into_any()
            }
            None => view! {
                <Button kind=ButtonKind::Main on_press=open>{here.say(words::open_case)}</Button>
            }
            .into_any(),
        };
        view! { {first} <Button on_press=answer>{here.say(words::answer)}</Button> }
    };
    view! {
        <WorkRow
            glyph=Glyph::Flag
            meaning=meaning(tone)
            title=title
            reason=reason
            figure=move || burn.map(|b| view! { <b class="tone-danger">{b}</b> })
            clock=move || clock.map(|c| view! { <Clock clock=c/> })
            actions=actions
        />
    }
}

fn proposals(here: Here, rows: Vec<ProposalRow>) -> Option<impl IntoView> {
    if rows.is_empty() {
        return None;
    }
    let rows = rows.into_iter().map(|row| proposal(here, row)).collect_view();
    Some(view! { <Section title=here.say(words::proposals)>{rows}</Section> })
}

fn proposal(here: Here, row: ProposalRow) -> impl IntoView {
    let open = ask(here, row.panel);
    let tone = if row.contain { Meaning::Danger } else { Meaning::Late };
    let what = if row.contain { words::contain_now } else { words::worth_a_case };
    let (customer, scenario, because) = (row.customer, row.scenario, row.because);
    let (points, href) = (row.points, row.case_href);
    view! {
        <WorkRow
            glyph=Glyph::Shield
            meaning=tone
            title=move || view! { <bdi>{customer}</bdi> " · " {scenario} " " <Badge meaning=tone>{here.say(what)}</Badge> }
            reason=move || because
            figure=move || view! { <b>{points}</b> }
            actions=move || match href {
                Some(href) => view! { <LinkButton href=href>{here.say(words::see_case)}</LinkButton> }.into_any(),
                None => view! { <Button on_press=open>{here.say(words::open_case)}</Button> }.into_any(),
            }
        />
    }
}

fn cases(here: Here, rows: Vec<CaseRow>) -> impl IntoView {
    let shown = if rows.is_empty() {
        view! {
            <EmptyState kind=EmptyKind::FirstUse title=here.say(words::no_cases)>
                <p>{here.say(words::no_cases_why)}</p>
            </EmptyState>
        }
        .into_any()
    } else {
        rows.into_iter().map(|row| case(here, row)).collect_view().into_any()
    };
    view! { <Section title=here.say(words::cases)>{shown}</Section> }
}

fn case(here: Here, row: CaseRow) -> impl IntoView {
    let tone = if row.open { row.tone } else { crate::app::view_model::Tone::Neutral };
    let (href, title, customer) = (row.href, row.title, row.customer);
    let link = href.clone();
    let (state, severity, owner) = (row.state, row.severity, row.owner);
    let reason = move || {
        view! {
            <Badge>{state}</Badge> " " <Badge meaning=meaning(tone)>{severity}</Badge> " "
            <bdi>{customer}</bdi> " · " <bdi>{owner}</bdi>
        }
    };
    let clock = row.clock;
    view! {
        <WorkRow
            glyph=Glyph::File
            meaning=meaning(tone)
            title=move || view! { <a href=href><bdi>{title}</bdi></a> }
            reason=reason
            clock=move || clock.map(|c| view! { <Clock clock=c named=true/> })
            actions=move || view! { <LinkButton href=link>{here.say(words::see_case)}</LinkButton> }
        />
    }
}

fn hits(here: Here, rows: Vec<HitRow>) -> AnyView {
    if rows.is_empty() {
        return view! {
            <EmptyState kind=EmptyKind::Cleared title=here.say(words::no_hits)>""</EmptyState>
        }
        .into_any();
    }
    let head =
        [words::customer, words::signal, words::severity, words::seen, words::mark, words::why];
    let head = head.map(|h| view! { <th scope="col">{here.say(h)}</th> });
    let row = |row: HitRow| {
        view! {
            <tr>
                <td><a href=row.href><bdi>{row.customer}</bdi></a></td>
                <td>{row.name} " " <RuleTag id=row.rule/></td>
                <td><Badge meaning=meaning(row.tone)>{row.severity}</Badge></td>
                <td class="num"><bdi>{row.seen}</bdi></td>
                <td class="num">{row.mark}</td>
                <td><bdi>{row.why}</bdi></td>
            </tr>
        }
    };
    view! {
        <div class="signal-scroll" tabindex="0" role="region" aria-label=here.say(words::hits)>
            <table class="signal-table">
                <caption class="visually-hidden">{here.say(words::hits)}</caption>
                <thead><tr>{head.into_iter().collect_view()}</tr></thead>
                <tbody>{rows.into_iter().map(row).collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn unknown(here: Here, rows: Vec<UnknownRow>) -> Option<impl IntoView> {
    if rows.is_empty() {
        return None;
    }
    let head = [words::signal, words::what_is_missing, words::customer];
    let head = head.map(|h| view! { <th scope="col">{here.say(h)}</th> });
    let row = |row: UnknownRow| {
        view! {
            <tr>
                <td>{row.name} " " <RuleTag id=row.rule/></td>
                <td><Badge meaning=Meaning::Accent>"?"</Badge> " " {row.why}</td>
                <td><b>{row.count}</b> " · " <bdi>{row.customers}</bdi></td>
            </tr>
        }
    };
    Some(view! {
        <Section title=here.say(words::cannot_tell) note=here.say(words::cannot_tell_note)>
            <div class="signal-scroll" tabindex="0" role="region" aria-label=here.say(words::cannot_tell)>
                <table class="signal-table">
                    <caption class="visually-hidden">{here.say(words::cannot_tell)}</caption>
                    <thead><tr>{head.into_iter().collect_view()}</tr></thead>
                    <tbody>{rows.into_iter().map(row).collect_view()}</tbody>
                </table>
            </div>
        </Section>
    })
}

fn beyond(here: Here, rows: Vec<(String, String, &'static str)>) -> impl IntoView {
    let row = |(rule, name, needs): (String, String, &'static str)| {
        view! { <li>{name} " " <RuleTag id=rule/> " " <span class="quiet">{needs}</span></li> }
    };
    view! {
        <details class="beyond">
            <summary>{here.say(words::beyond)}</summary>
            <ul class="prose">{rows.into_iter().map(row).collect_view()}</ul>
        </details>
    }
}
