//! The proposal as a memo.

use leptos::prelude::*;

use crate::app::Event;
use crate::app::update::credit::Event as Act;
use crate::app::view_model::credit::Proposal;
use crate::app::view_model::credit_memo::{Candidate, Input, Memo as Shown, Why};
use crate::app::view_model::credit_text;
use crate::app::words::{credit as words, marks};
use crate::domain::ids::CustomerId;
use crate::ui::here::here;
use crate::ui::kit::{
    Badge, Button, ButtonKind, Fact, Facts, FactsKind, Glyph, Meaning, Panel, RuleTag,
};
use crate::ui::parts::{Amounts, meaning};

#[component]
pub fn MemoView(customer: CustomerId, proposal: Memo<Option<Proposal>>) -> impl IntoView {
    let here = here();
    let memo = Memo::new(move |_| proposal.get().map(|p| p.memo));
    let save = move |()| {
        let text = proposal.with_untracked(|p| {
            p.as_ref().map(|p| here.look(|screen| credit_text::memo_text(screen, &customer, p)))
        });
        if let Some(text) = text {
            let name = format!("credit-memo-{customer}.txt");
            here.send(Event::Credit(Act::Saved(name, text)));
        }
    };
    let tools = move || {
        view! {
            <span class="row screen-only">
                <Button kind=ButtonKind::Bare icon=Glyph::Print on_press=move |()| here.send(Event::Print)>
                    {here.say(words::print_memo)}
                </Button>
                <Button kind=ButtonKind::Bare icon=Glyph::Export on_press=save>
                    {here.say(words::save_memo)}
                </Button>
            </span>
        }
    };
    view! {
        <Panel title=here.say(words::proposal) tools=tools>
            {move || memo.get().map(body)}
        </Panel>
    }
}

fn body(memo: Shown) -> impl IntoView {
    let here = here();
    let tone = meaning(memo.tone);
    let head = memo.clone();
    view! {
        <div class="stack memo">
            <p class=format!("verdict {}", tone.class())>{memo.outcome.clone()}</p>
            {figures(head)}
            <h3>{here.say(words::reasons)}</h3>
            {reasons(memo.reasons)}
            <h3>{here.say(words::candidates)}</h3>
            <ul class="lines">{memo.candidates.into_iter().map(candidate).collect_view()}</ul>
            <h3>{here.say(words::otherwise)}</h3>
            {otherwise(memo.otherwise)}
            <details class="print-open">
                <summary>{here.say(words::inputs)}</summary>
                {inputs(memo.inputs)}
            </details>
            <p class="quiet">
                {here.say(words::policy)}{here.say(marks::colon)}{memo.policy}
                {memo.is_shipped.then(|| view! { {here.say(marks::opens)} {here.say(words::shipped)} {here.say(marks::closes)} })}
            </p>
        </div>
    }
}

fn figures(memo: Shown) -> impl IntoView {
    let here = here();
    view! {
        <Facts kind=FactsKind::List>
            <Fact label=here.say(words::limit)>
                {match memo.limit {
                    Some(limit) => view! { <Amounts amounts=vec![limit]/> }.into_any(),
                    None => view! { <span class="quiet">{here.say(words::limit_unknown)}</span> }.into_any(),
                }}
            </Fact>
            <Fact label=here.say(words::terms)>{memo.terms}</Fact>
            {memo.deposit.map(|d| view! {
                <Fact label=here.say(words::deposit)><Amounts amounts=vec![d]/></Fact>
            })}
            {memo.grade.map(|g| view! { <Fact label=here.say(words::grade)>{g}</Fact> })}
            <Fact label=here.say(words::next_review)>{memo.next_review}</Fact>
            <Fact label=here.say(words::expires)>{memo.expires}</Fact>
        </Facts>
    }
}

fn reasons(all: Vec<Why>) -> impl IntoView {
    let here = here();
    if all.is_empty() {
        return view! { <p class="muted">{here.say(words::no_reasons)}</p> }.into_any();
    }
    let line = |why: Why| {
        view! {
            <li>
                {why.text}" "<RuleTag id=why.code/>
                <span class="quiet">
                    " " {why.factor}
                    {why.points.map(|p| view! { {here.say(marks::comma)} {p} })}
                    {why.internal.then(|| view! { {here.say(marks::comma)} {here.say(words::internal)} })}
                </span>
            </li>
        }
    };
    view! { <ol class="lines">{all.into_iter().map(line).collect_view()}</ol> }.into_any()
}

fn candidate(one: Candidate) -> impl IntoView {
    let here = here();
    let amount = match one.amount {
        Some(amount) => view! { <Amounts amounts=vec![amount]/> }.into_any(),
        None => view! { <span class="quiet">{here.say(words::left_out)}</span> }.into_any(),
    };
    view! {
        <li class="spread">
            <span>
                {one.label}
                {one.binding.then(|| view! {
                    " "
                    <Badge meaning=Meaning::Accent>{here.say(words::binding)}</Badge>
                })}
            </span>
            {amount}
        </li>
    }
}

fn otherwise(all: Vec<String>) -> impl IntoView {
    let here = here();
    if all.is_empty() {
        return view! { <p class="muted">{here.say(words::nothing_single)}</p> }.into_any();
    }
    let line = |text: String| view! { <li>{text}</li> };
    view! { <ul class="lines">{all.into_iter().map(line).collect_view()}</ul> }.into_any()
}

fn inputs(all: Vec<Input>) -> impl IntoView {
    let here = here();
    let line = |input: Input| {
        view! {
            <tr>
                <th scope="row">{input.label}</th>
                <td>
                    {input.value}
                    {input.mark.map(|(text, tone)| view! {
                        " "
                        <Badge meaning=meaning(tone)>{text}</Badge>
                    })}
                </td>
                <td class="quiet">{input.source}</td>
                <td class="quiet">{input.age}</td>
            </tr>
        }
    };
    view! {
        <div class="scroll-x">
            <table class="plain">
                <thead>
                    <tr>
                        <th scope="col">{here.say(words::input)}</th>
                        <th scope="col"></th>
                        <th scope="col">{here.say(words::source)}</th>
                        <th scope="col">{here.say(words::age)}</th>
                    </tr>
                </thead>
                <tbody>{all.into_iter().map(line).collect_view()}</tbody>
            </table>
        </div>
    }
}
