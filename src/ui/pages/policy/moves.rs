//! Beside the tables: whom the draft moves, as a whole and change by change.

use leptos::prelude::*;

use crate::app::Lang;
use crate::app::view_model::AmountText;
use crate::app::view_model::policy::{
    self, BookPane, ChangeLine, ChangesPane, GuardLine, RuleLine, Swayed, Who,
};
use crate::app::words::policy_page as words;
use crate::ui::here::{Here, here};
use crate::ui::kit::{Badge, Fact, Facts, FactsKind, Meaning, Panel, RuleTag};
use crate::ui::parts::{Amounts, meaning};

#[component]
pub fn Book() -> impl IntoView {
    let here = here();
    let pane = here.see(policy::book_pane);
    move || pane.get().map(book)
}

fn book(pane: BookPane) -> impl IntoView {
    let here = here();
    let total = |(label, count): (&'static str, String)| view! { <Fact label=label>{count}</Fact> };
    let none = pane.rules.is_empty() && !pane.waiting && !pane.cannot;
    let has_guards = !pane.guards.is_empty();
    view! {
        <Panel title=here.say(words::book_title)>
            <div class="stack">
                {pane.waiting.then(|| view! { <p class="quiet" role="status">{here.say(words::working)}</p> })}
                {pane.cannot.then(|| view! { <p class="muted">{here.say(words::cannot_try)}</p> })}
                <Facts kind=FactsKind::List>{pane.totals.into_iter().map(total).collect_view()}</Facts>
                {none.then(|| view! { <p class="muted">{here.say(words::nobody_moves)}</p> })}
                <div>{pane.rules.into_iter().map(rule).collect_view()}</div>
                {pane.caution.then(|| view! { <p class="quiet">{here.say(words::caution)}</p> })}
            </div>
        </Panel>
        {has_guards.then(|| view! {
            <Panel title=here.say(words::guards)>
                <ul class="policy-faults">{pane.guards.into_iter().map(guard).collect_view()}</ul>
            </Panel>
        })}
    }
}

fn guard(line: GuardLine) -> impl IntoView {
    let here = here();
    let (meaning, word) = if line.met {
        (Meaning::Settled, words::met as fn(_) -> _)
    } else {
        (Meaning::Danger, words::not_met as fn(_) -> _)
    };
    view! {
        <li><Badge meaning>{here.say(word)}</Badge> " " <RuleTag id=line.id/> <p>{line.text}</p></li>
    }
}

fn rule(line: RuleLine) -> impl IntoView {
    let here = here();
    let id = (!line.id.is_empty()).then(|| view! { <RuleTag id=line.id/> });
    let by = view! { <p>{line.rule} " " {id}</p> };
    let labels = [words::exposure, words::limit_before, words::limit_after];
    swayed(here, line.swayed, labels, Some(by))
}

/// Customers who go one way. `labels`: what the exposure, the limits before and those after are called.
pub(super) fn swayed(
    here: Here,
    group: Swayed,
    labels: [fn(Lang) -> &'static str; 3],
    by: Option<impl IntoView>,
) -> impl IntoView {
    let [exposure, before, after] = labels.map(|label| here.say(label));
    // No amount at all is said, not left blank.
    let told = move |amounts: Vec<AmountText>| match amounts.is_empty() {
        true => here.say(words::nothing).into_any(),
        false => view! { <Amounts amounts/> }.into_any(),
    };
    let limits = move |(old, new)| {
        view! {
            <Fact label=before>{told(old)}</Fact>
            <Fact label=after>{told(new)}</Fact>
        }
    };
    view! {
        <div class="policy-move">
            <p><Badge meaning=meaning(group.tone)>{group.direction}</Badge> " " <b>{group.count}</b></p>
            {by}
            <Facts kind=FactsKind::List>
                <Fact label=exposure>{told(group.exposure)}</Fact>
                {group.limits.map(limits)}
            </Facts>
            <p class="quiet">{group.days_late}</p>
            {people(group.who, group.more)}
        </div>
    }
}

fn people(all: Vec<Who>, more: Option<String>) -> impl IntoView {
    let one = |who: Who| {
        view! { <li><a href=who.href><bdi>{who.name}</bdi></a> <span class="quiet">" " {who.change}</span></li> }
    };
    (!all.is_empty()).then(|| {
        view! {
            <ul class="lines small">{all.into_iter().map(one).collect_view()}</ul>
            {more.map(|more| view! { <p class="quiet">{more}</p> })}
        }
    })
}

#[component]
pub fn Changes() -> impl IntoView {
    let here = here();
    let pane = here.see(policy::changes_pane);
    move || pane.get().map(changes)
}

fn changes(pane: ChangesPane) -> impl IntoView {
    let here = here();
    let none = pane.changes.is_empty() && !pane.waiting;
    view! {
        <Panel title=here.say(words::pane_changes)>
            <div class="stack">
                {pane.waiting.then(|| view! { <p class="quiet" role="status">{here.say(words::working)}</p> })}
                {none.then(|| view! { <p class="muted">{here.say(words::nothing_changed)}</p> })}
                <div>{pane.changes.into_iter().map(change).collect_view()}</div>
                {pane.more.map(|more| view! { <p class="quiet">{more}</p> })}
            </div>
        </Panel>
    }
}

fn change(line: ChangeLine) -> impl IntoView {
    view! {
        <div class="policy-move small">
            <p class="quiet">{line.section}</p>
            <p>{line.text}</p>
            {line.moves.map(|moves| view! { <p><b>{moves}</b></p> })}
            {people(line.who, line.more)}
        </div>
    }
}
