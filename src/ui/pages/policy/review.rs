//! What waits for a second person, what a reviewer does, and files that were not taken.

use leptos::prelude::*;

use super::bar::why;
use super::challenger::NameIt;
use crate::app::Event;
use crate::app::update::policy::{Event as Act, From};
use crate::app::view_model::policy::{Head, Proposal, RefusedFile, Work};
use crate::app::words::{marks, policy_page as words};
use crate::ui::here::here;
use crate::ui::kit::{Button, ButtonKind, Callout, Meaning, TextField};

#[component]
pub fn Proposals(head: Memo<Head>) -> impl IntoView {
    let all = Memo::new(move |_| {
        head.with(|h| match h.work {
            Work::Review { .. } => Vec::new(),
            _ => h.proposals.clone(),
        })
    });
    move || all.get().into_iter().map(proposal).collect_view()
}

fn proposal(one: Proposal) -> impl IntoView {
    let here = here();
    let send = move |act| here.send(Event::Policy(act));
    let (looked, changed, entry) = (one.sha256.clone(), one.sha256.clone(), one.entry.clone());
    let back = if one.mine { words::take_back } else { words::send_back };
    let actions = move || {
        let (looked, changed, entry) = (looked.clone(), changed.clone(), entry.clone());
        view! {
            <Button kind=ButtonKind::Main on_press=move |()| send(Act::ReviewOpened(looked.clone()))>
                {here.say(words::look)}
            </Button>
            <Button on_press=move |()| send(Act::Begun(From::Proposal(changed.clone())))>
                {here.say(words::change_it)}
            </Button>
            <Button on_press=move |()| send(Act::SentBack(entry.clone()))>{here.say(back)}</Button>
        }
    };
    view! {
        <Callout meaning=Meaning::Due actions=actions>
            <p><b>{here.say(words::proposal)} {here.say(marks::colon)} <bdi>{one.name}</bdi></b></p>
            <p class="muted">
                <bdi>{one.by}</bdi>
                {one.reason.map(|reason| view! { " — " <bdi>{reason}</bdi> })}
            </p>
        </Callout>
    }
}

/// A proposal that is looked at: the way to approve it.
#[component]
pub fn Review(head: Memo<Head>) -> impl IntoView {
    let shown = Memo::new(move |_| {
        head.with(|h| match &h.work {
            Work::Review { name, sha256, by, .. } => {
                Some((name.clone(), sha256.clone(), by.clone()))
            }
            _ => None,
        })
    });
    move || shown.get().map(|(name, sha256, by)| view! { <Approve head name sha256 by/> })
}

#[component]
fn Approve(
    head: Memo<Head>,
    name: String,
    sha256: String,
    by: Option<(String, Option<String>)>,
) -> impl IntoView {
    let here = here();
    let send = move |act| here.send(Event::Policy(act));
    let note = here.see(|screen| screen.state.policy.note.clone());
    let signed = move || {
        head.with(|h| match &h.work {
            Work::Review { signed, .. } => signed.clone(),
            _ => String::new(),
        })
    };
    let last = Memo::new(move |_| {
        head.with(|h| matches!(h.work, Work::Review { puts_into_force: true, .. }))
    });
    let why_not = Signal::derive(move || {
        head.with(|h| match &h.work {
            Work::Review { why_not, .. } => why(why_not),
            _ => None,
        })
    });
    let word = move || {
        if last.get() { words::approve(here.lang()) } else { words::approve_only(here.lang()) }
    };
    let hash = sha256.clone();
    view! {
        <Callout meaning=Meaning::Accent actions=move || view! {
            <Button on_press=move |()| send(Act::ReviewClosed)>{here.say(words::leave_review)}</Button>
        }>
            <p><b>{here.say(words::proposal)} {here.say(marks::colon)} <bdi>{name}</bdi></b> " · " {signed}</p>
            {by.clone().map(|(by, reason)| view! {
                <p class="muted">
                    <bdi>{by}</bdi>
                    {reason.map(|reason| view! { " — " <bdi>{reason}</bdi> })}
                </p>
            })}
            <p class="quiet break">{sha256}</p>
        </Callout>
        <Unmet head/>
        <div class="row row-bottom screen-only">
            <TextField
                id="policy-note"
                label=here.say(words::note_of_approval)
                value=note
                on_input=move |text| send(Act::NoteTyped(text))
            />
            <Button kind=ButtonKind::Main why_not on_press=move |()| send(Act::Approved(hash.clone()))>
                {word}
            </Button>
            <NameIt/>
        </div>
    }
}

/// Guards that are not met, each with a field for the reason to let it pass.
#[component]
fn Unmet(head: Memo<Head>) -> impl IntoView {
    let here = here();
    let which = Memo::new(move |_| {
        head.with(|h| match &h.work {
            Work::Review { unmet, .. } => {
                unmet.iter().map(|(id, text, _)| (id.clone(), text.clone())).collect::<Vec<_>>()
            }
            _ => Vec::new(),
        })
    });
    let typed = move |guard: &str| {
        head.with(|h| match &h.work {
            Work::Review { unmet, .. } => {
                let found = unmet.iter().find(|(id, ..)| id == guard);
                found.map(|(_, _, reason)| reason.clone()).unwrap_or_default()
            }
            _ => String::new(),
        })
    };
    let field = move |(guard, text): (String, String)| {
        let (shown, sent) = (guard.clone(), guard.clone());
        let value = Signal::derive(move || typed(&shown));
        view! {
            <TextField
                id=format!("waive-{guard}")
                label=text
                hint=here.say(words::waive_hint)
                value
                on_input=move |reason| {
                    here.send(Event::Policy(Act::Waived { guard: sent.clone(), reason }));
                }
            />
        }
    };
    move || which.get().into_iter().map(field).collect_view()
}

#[component]
pub fn Refused(head: Memo<Head>) -> impl IntoView {
    let refused = Memo::new(move |_| head.with(|h| h.refused.clone()));
    move || refused.get().map(not_taken)
}

fn not_taken(file: RefusedFile) -> impl IntoView {
    let here = here();
    let send = move |act| here.send(Event::Policy(act));
    let can_mend = file.can_mend;
    let actions = move || {
        view! {
            {can_mend.then(|| view! {
                <Button on_press=move |()| send(Act::Begun(From::Refused))>{here.say(words::mend)}</Button>
            })}
            <Button on_press=move |()| send(Act::RefusalClosed)>{here.say(words::close)}</Button>
        }
    };
    let line = |p: crate::app::view_model::policy::Problem| {
        view! { <li><b class="break">{p.place}</b> " " {p.text}</li> }
    };
    let more = move || words::more_faults(here.lang(), &file.more.to_string());
    view! {
        <Callout meaning=Meaning::Danger actions=actions>
            <p role="alert"><b><bdi>{file.title}</bdi></b> " " {here.say(words::refused_note)}</p>
            <ul class="lines">{file.problems.into_iter().map(line).collect_view()}</ul>
            {(file.more > 0).then_some(more)}
        </Callout>
    }
}
