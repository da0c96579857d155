//! The money at risk of one customer, as a panel.

use leptos::prelude::*;

use crate::app::view_model::clock::ClockText;
use crate::app::view_model::money_at_risk::{self, Panel as Shown, PartText, Used, WaitingText};
use crate::app::view_model::risk_text::WindowText;
use crate::app::words::risk as words;
use crate::domain::ids::CustomerId;
use crate::ui::here::here;
use crate::ui::kit::{Amount, Badge, Glyph, LinkButton, Meaning, Meter, Panel, RuleTag, WorkRow};
use crate::ui::parts::{Advice, Amounts, Clock, meaning};

/// What the customer could cost, how much of the limit is used, and what can still be saved.
#[component]
pub fn MoneyAtRisk(
    customer: CustomerId,
    /// True where the clocks of a case stand beside it already.
    #[prop(optional)]
    without_clocks: bool,
) -> impl IntoView {
    let here = here();
    let panel = here.see(move |screen| money_at_risk::panel(screen, &customer));
    move || panel.get().map(|panel| shown(panel, without_clocks))
}

fn shown(panel: Shown, without_clocks: bool) -> impl IntoView {
    let here = here();
    let href = panel.subscriptions.clone();
    let to_subscriptions = move || {
        view! { <LinkButton href=href.clone()>{here.say(words::all_subscriptions)}</LinkButton> }
    };
    let nothing = panel.parts.is_empty() && panel.windows.is_empty();
    view! {
        <div class="stack-wide">
            <Advice advice=panel.advice/>
            {waiting(panel.waiting)}
            {(!without_clocks).then(|| clocks(panel.clocks))}
            <Panel title=here.say(words::open_windows) tools=to_subscriptions>
                {savable(panel.savable, panel.today_only, panel.all_today)}
                {panel.windows.is_empty().then(|| view! { <p class="muted">{here.say(words::no_windows)}</p> })}
                {panel.windows.into_iter().map(window).collect_view()}
            </Panel>
            <Panel title=here.say(words::title)>
                <div class="stack">
                    {nothing.then(|| view! { <p class="muted">{here.say(words::nothing_at_risk)}</p> })}
                    {(!panel.parts.is_empty()).then(|| parts(panel.parts, panel.total))}
                    {panel.remarks.into_iter().map(|r| view! { <p class="quiet">{r}</p> }).collect_view()}
                    {panel.used.map(used)}
                </div>
            </Panel>
        </div>
    }
}

/// What running consumption costs while nothing is done.
fn waiting(waiting: Vec<WaitingText>) -> impl IntoView {
    let here = here();
    (!waiting.is_empty()).then(|| {
        let line = |w: WaitingText| {
            view! { <p><b>{w.text}</b> " " <span class="quiet">{w.as_of}</span> " " <RuleTag id=w.rule/></p> }
        };
        view! {
            <Panel title=here.say(words::waiting_title)>
                {waiting.into_iter().map(line).collect_view()}
            </Panel>
        }
    })
}

fn clocks(clocks: Vec<ClockText>) -> impl IntoView {
    let here = here();
    (!clocks.is_empty()).then(|| {
        let clock = |clock: ClockText| view! { <li><Clock clock=clock named=true/></li> };
        view! {
            <Panel title=here.say(words::clocks_title)>
                <ul class="clock-list">{clocks.into_iter().map(clock).collect_view()}</ul>
            </Panel>
        }
    })
}

fn parts(parts: Vec<PartText>, total: Vec<crate::app::view_model::AmountText>) -> impl IntoView {
    let here = here();
    let line = |p: PartText| {
        view! {
            <tr>
                <th scope="row">{p.name} " " <RuleTag id=p.rule/></th>
                <td class="num"><Amount code=p.amount.code number=p.amount.number meaning=meaning(p.tone)/></td>
                <td class="quiet nowrap wide-only">{p.as_of}</td>
            </tr>
        }
    };
    view! {
        <table class="parts">
            <thead>
                <tr>
                    <th scope="col">{here.say(words::part)}</th>
                    <th scope="col" class="num">{here.say(words::amount)}</th>
                    <th scope="col" class="wide-only">{here.say(words::as_of)}</th>
                </tr>
            </thead>
            <tbody>{parts.into_iter().map(line).collect_view()}</tbody>
            <tfoot>
                <tr>
                    <th scope="row">{here.say(words::total)}</th>
                    <td class="num"><Amounts amounts=total/></td>
                    <td class="wide-only"></td>
                </tr>
            </tfoot>
        </table>
    }
}

fn used(used: Used) -> impl IntoView {
    let here = here();
    view! {
        <div class="row">
            <Meter label=here.say(words::limit_use) percent=used.percent text=used.text meaning=meaning(used.tone)/>
            <span class="small">
                {here.say(words::available)} " "
                <Amount code=used.available.code number=used.available.number/> " "
                <RuleTag id=used.rule/>
            </span>
            {used.outside.map(|text| view! { <span class="quiet">{text}</span> })}
        </div>
    }
}

fn savable(
    total: Vec<crate::app::view_model::AmountText>,
    today_only: Vec<crate::app::view_model::AmountText>,
    all_today: bool,
) -> impl IntoView {
    let here = here();
    let only = (!today_only.is_empty()).then(|| {
        if all_today {
            view! { <Badge meaning=Meaning::Danger>{here.say(words::only_today)}</Badge> }
                .into_any()
        } else {
            view! { <Amounts amounts=today_only/> " " {here.say(words::today_only)} }.into_any()
        }
    });
    (!total.is_empty()).then(|| {
        view! {
            <p class="row">
                <b>{here.say(words::can_be_saved)}</b>
                <Amounts amounts=total/>
                {only}
            </p>
        }
    })
}

/// One window as a row of work.
fn window(window: WindowText) -> impl IntoView {
    let (offer, what, why, rule) = (window.offer, window.what, window.why, window.rule);
    let (figure, caption) = (window.figure, window.figure_caption);
    let (left, until) = (window.left, window.until);
    view! {
        <WorkRow
            glyph=Glyph::Clock
            meaning=meaning(window.tone)
            title=move || view! { {offer.map(|o| view! { <b>{o}</b> " — " })} {what} }
            reason=move || view! { {why} " " <RuleTag id=rule/> }
            figure=move || figure.map(|f| view! {
                <b><Amount code=f.code number=f.number/></b><span>{caption}</span>
            })
            clock=move || view! { <b>{left}</b><span>{until}</span> }
        />
    }
}
