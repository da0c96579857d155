//! A case of suspicious activity.

use leptos::prelude::*;

use crate::app::Event;
use crate::app::route::Route;
use crate::app::update::suspicion::{Event as Act, Panel};
use crate::app::view_model::case::{self, AlertText, EvidenceText, Moment, Page, Step};
use crate::app::view_model::clock::ClockText;
use crate::app::view_model::containment::{ChoiceText, SheetText};
use crate::app::view_model::history::Whose;
use crate::app::view_model::suspicion::{FactText, HitRow};
use crate::app::words::{
    case as words, history as history_words, report as report_words, risk as risk_words,
    suspicion as sus,
};
use crate::domain::ids::CaseId;
use crate::ui::here::{Here, here};
use crate::ui::kit::{
    Badge, Button, ButtonKind, Callout, CopyText, Fact, Facts, FactsKind, Glyph, LinkButton,
    Meaning, PageHead, Panel as Box, RuleTag, TimelineItem, TimelineList, Why,
};
use crate::ui::parts::{CaseForm, Clock, Entries, MoneyAtRisk, NoSuch, Origin, meaning};

#[component]
pub fn Case(case: CaseId) -> impl IntoView {
    let here = here();
    let page = here.see(move |screen| case::page(screen, &case));
    view! {
        {move || match page.get() {
            Some(page) => shown(here, page).into_any(),
            None => nothing(here).into_any(),
        }}
        <CaseForm/>
    }
}

fn nothing(here: Here) -> impl IntoView {
    let why = Signal::derive(move || words::no_such_case_why(here.lang()).to_owned());
    view! { <NoSuch title=words::no_such_case why to=Route::Suspicion go=words::all_cases/> }
}

fn ask(here: Here, panel: Panel) -> impl Fn() + Copy + Send + Sync + 'static {
    let panel = StoredValue::new(panel);
    move || here.send(Event::Suspicion(Act::Asked(panel.get_value())))
}

fn shown(here: Here, page: Page) -> impl IntoView {
    let id = page.id.clone();
    let record = Whose::Case(page.id.clone());
    view! {
        {head(here, &page)}
        {moves(here, page.moves)}
        <div class="case-columns">
            <div class="stack-wide">
                {sheet(here, page.sheet, page.may_not_open)}
                <MoneyAtRisk customer=page.customer_id without_clocks=true/>
                {alerts(here, page.alerts)}
                {evidence(here, page.evidence, id.clone())}
                {timeline(here, page.timeline, id)}
            </div>
            <div class="stack-wide">
                {clocks(here, page.clocks)}
                {money(here, page.money, page.money_note)}
                {hits(here, page.hits)}
            </div>
        </div>
        <Box title=here.say(history_words::of_case)>
            <Entries whose=record/>
        </Box>
    }
}

fn head(here: Here, page: &Page) -> impl IntoView + use<> {
    let id = page.id.clone();
    let (customer, customer_href) = (page.customer.clone(), page.customer_href.clone());
    let (state, severity, tone) = (page.state.clone(), page.severity.clone(), page.severity_tone);
    let (disposition, per_hour) = (page.disposition.clone(), page.per_hour.clone());
    let lead = move || {
        view! {
            <span class="row">
                <a href=customer_href><bdi>{customer}</bdi></a>
                <Badge meaning=Meaning::Accent>{state}</Badge>
                <Badge meaning=meaning(tone)>{severity}</Badge>
                {disposition.map(|d| view! { <Badge>{d}</Badge> })}
                {per_hour.map(|p| view! { <Badge meaning=Meaning::Danger icon=Glyph::Warning>{p}</Badge> })}
            </span>
        }
    };
    let report = page.report_href.clone();
    let aside = move || {
        let note = ask(here, Panel::Note(id.clone()));
        let act = ask(here, Panel::Act(id.clone(), None, None));
        let change = ask(here, Panel::Change(id));
        view! {
            <span class="row">
                <Button on_press=note icon=Glyph::Plus>{here.say(words::add_note)}</Button>
                <Button on_press=act>{here.say(words::record_action)}</Button>
                <Button on_press=change icon=Glyph::Edit>{here.say(words::change)}</Button>
                <LinkButton href=report>{here.say(words::report)}</LinkButton>
            </span>
        }
    };
    view! {
        <PageHead title=page.title.clone() name=true lead=lead aside=aside/>
        {facts(page.facts.clone(), FactsKind::Inline)}
    }
}

fn facts(facts: Vec<FactText>, kind: FactsKind) -> impl IntoView {
    let fact = |f: FactText| {
        let note = f.note.map(crate::ui::kit::Text::from).unwrap_or_default();
        view! {
            <Fact label=f.label meaning=meaning(f.tone) note=note><bdi>{f.value}</bdi></Fact>
        }
    };
    view! { <Facts kind=kind>{facts.into_iter().map(fact).collect_view()}</Facts> }
}

fn moves(here: Here, moves: Vec<Step>) -> impl IntoView {
    let step = move |step: Step| {
        let why = step.why_not.map(|(reason, rule)| Why::new(reason).rule(rule));
        let kind = if step.main { ButtonKind::Main } else { ButtonKind::Plain };
        let press = ask(here, step.panel);
        view! { <Button kind=kind why_not=why on_press=press>{step.text}</Button> }
    };
    view! {
        <nav class="case-moves" aria-label=here.say(words::next)>
            <span class="quiet">{here.say(words::next)}</span>
            {moves.into_iter().map(step).collect_view()}
        </nav>
    }
}

fn clocks(here: Here, clocks: Vec<ClockText>) -> impl IntoView {
    let none = clocks.is_empty().then(|| here.say(words::no_clocks));
    let clock = |clock: ClockText| view! { <li><Clock clock=clock named=true/></li> };
    view! {
        <Box title=here.say(words::clocks)>
            {none}
            <ul class="clock-list">{clocks.into_iter().map(clock).collect_view()}</ul>
        </Box>
    }
}

fn money(here: Here, money: Vec<FactText>, note: Option<String>) -> impl IntoView {
    view! {
        <Box title=here.say(words::money)>
            {facts(money, FactsKind::List)}
            {note.map(|n| view! { <p class="quiet">{n}</p> })}
        </Box>
    }
}

fn hits(here: Here, hits: Vec<HitRow>) -> Option<impl IntoView> {
    if hits.is_empty() {
        return None;
    }
    let hit = |hit: HitRow| {
        view! {
            <li>
                <Badge meaning=meaning(hit.tone)>{hit.severity}</Badge> " " {hit.name} " "
                <RuleTag id=hit.rule/>
                <div class="small muted"><bdi>{hit.why}</bdi></div>
            </li>
        }
    };
    Some(view! {
        <Box title=here.say(sus::signals)>
            <ul class="clock-list">{hits.into_iter().map(hit).collect_view()}</ul>
        </Box>
    })
}

fn sheet(
    here: Here,
    lines: Vec<SheetText>,
    may_not_open: Option<(String, Option<String>)>,
) -> impl IntoView {
    let none = lines.is_empty().then(|| view! { <p>{here.say(words::no_subscriptions)}</p> });
    let caution = may_not_open.map(|(text, rule)| {
        view! {
            <Callout meaning=Meaning::Due>
                {text} " " {rule.map(|id| view! { <RuleTag id=id/> })}
            </Callout>
        }
    });
    view! {
        <Box title=here.say(words::containment)>
            <p class="quiet">{here.say(words::containment_note)}</p>
            {caution}
            {none}
            {lines.into_iter().map(|line| sheet_line(here, line)).collect_view()}
        </Box>
    }
}

fn sheet_line(here: Here, line: SheetText) -> impl IntoView {
    let choices = line.choices.into_iter().map(|c| choice(here, c));
    view! {
        <section class="sheet-line">
            <h4><bdi>{line.offer}</bdi></h4>
            <p class="quiet"><bdi>{line.about}</bdi> " " <code translate="no">{line.id}</code></p>
            {line.origin.map(|text| view! { <Origin text=text/> })}
            {line.nothing.map(|n| view! { <p><Badge meaning=Meaning::Accent>"?"</Badge> " " {n}</p> })}
            <div class="sheet-choices">{choices.collect_view()}</div>
        </section>
    }
}

fn choice(here: Here, choice: ChoiceText) -> impl IntoView {
    let press = ask(here, choice.panel);
    let why = (!choice.possible).then(|| Why::new(choice.able.clone()).rule(choice.rule.clone()));
    let instead = choice.instead.map(|text| {
        view! { <Badge meaning=Meaning::Due>{here.say(risk_words::better)} " " {text}</Badge> }
    });
    let with = |(text, id): (String, String)| view! { <li>{text} " " <RuleTag id=id/></li> };
    let comes_with = (!choice.comes_with.is_empty()).then(|| {
        view! { <ol class="act-effects">{choice.comes_with.into_iter().map(with).collect_view()}</ol> }
    });
    let effect = |(text, tone)| view! { <li><Badge meaning=meaning(tone)>{text}</Badge></li> };
    let rule = |(id, says): (String, String)| view! { <li>{says} " " <RuleTag id=id/></li> };
    view! {
        <div class="sheet-choice">
            <div class="sheet-choice-head">
                <b>{choice.action}</b>
                <Badge meaning=meaning(choice.able_tone)>{choice.able}</Badge>
                <RuleTag id=choice.rule/>
                {instead}
                <Button why_not=why on_press=press>{here.say(words::record_action)}</Button>
            </div>
            <ul class="sheet-effects">{choice.effects.into_iter().map(effect).collect_view()}</ul>
            {comes_with}
            <details>
                <summary>{here.say(words::microsofts_rules)}</summary>
                <ul class="prose small">{choice.rules.into_iter().map(rule).collect_view()}</ul>
            </details>
        </div>
    }
}

fn alerts(here: Here, alerts: Vec<AlertText>) -> impl IntoView {
    let none = alerts.is_empty().then(|| here.say(words::no_alerts));
    let alert = move |alert: AlertText| {
        let answer = alert.answer.map(|panel| {
            view! { <Button on_press=ask(here, panel)>{here.say(words::answer_alert)}</Button> }
        });
        view! {
            <li class="case-alert">
                <div>
                    <b><bdi>{alert.title}</bdi></b>
                    <div class="small muted">{alert.about} " · " {alert.verdict}</div>
                    {alert.clock.map(|c| view! { <Clock clock=c/> })}
                    <Origin text=alert.origin/>
                </div>
                {answer}
            </li>
        }
    };
    view! {
        <Box title=here.say(words::alerts)>
            {none}
            <ul class="clock-list">{alerts.into_iter().map(alert).collect_view()}</ul>
        </Box>
    }
}

fn evidence(here: Here, evidence: Vec<EvidenceText>, id: CaseId) -> impl IntoView {
    let none = evidence.is_empty().then(|| here.say(words::no_evidence));
    let add = ask(here, Panel::Evidence(id));
    let copy = move |text: String| here.send(Event::Copy(text));
    let item = move |e: EvidenceText| {
        view! {
            <li>
                <b><bdi>{e.name}</bdi></b> " " <span class="quiet">{e.when}</span>
                <div class="small muted"><bdi>{e.how}</bdi></div>
                <CopyText text=e.hash label=here.say(report_words::hash) on_copy=copy/>
            </li>
        }
    };
    view! {
        <Box
            title=here.say(words::evidence)
            tools=move || view! { <Button on_press=add icon=Glyph::Plus>{here.say(words::add_evidence)}</Button> }
        >
            {none}
            <ul class="clock-list">{evidence.into_iter().map(item).collect_view()}</ul>
        </Box>
    }
}

fn timeline(here: Here, moments: Vec<Moment>, id: CaseId) -> impl IntoView {
    let add = ask(here, Panel::Note(id));
    let item = |m: Moment| {
        let (by, detail) = (m.by, m.detail);
        view! {
            <TimelineItem
                when=m.when
                meaning=meaning(m.tone)
                aside=move || view! { <span class="quiet"><bdi>{by}</bdi></span> }
            >
                <b>{m.title}</b>
                {detail.map(|d| view! { <div class="case-words"><bdi>{d}</bdi></div> })}
            </TimelineItem>
        }
    };
    view! {
        <Box
            title=here.say(words::timeline)
            tools=move || view! { <Button on_press=add icon=Glyph::Plus>{here.say(words::add_note)}</Button> }
        >
            <TimelineList label=here.say(words::timeline)>
                {moments.into_iter().map(item).collect_view()}
            </TimelineList>
        </Box>
    }
}
