//! Settings of this book and this browser.

use leptos::prelude::*;

use crate::app::Event;
use crate::app::route::Route;
use crate::app::update::exchange::Event as Exchange;
use crate::app::update::settings::{Event as Act, Field};
use crate::app::view_model::settings::{self, BackupText, Page};
use crate::app::words::{marks, places, settings as words};
use crate::ui::here::{Here, here};
use crate::ui::kit::{
    Button, ButtonKind, CheckField, ConfirmTyped, InputKind, LinkButton, Meter, PageHead, Panel,
    SelectField, TextField, Why,
};
use crate::ui::parts::{choices_of, text_of};

#[component]
pub fn Settings() -> impl IntoView {
    let here = here();
    let page = here.see(settings::page);
    view! {
        <PageHead title=here.say(places::settings)/>
        <div class="stack-wide measure">
            <Reseller page=page/>
            <You page=page/>
            <Browser page=page/>
            <Data page=page/>
            <Backups page=page/>
        </div>
        <Erase/>
    }
}

fn send(here: Here, act: Act) {
    here.send(Event::Settings(act));
}

#[component]
fn Reseller(page: Memo<Page>) -> impl IntoView {
    let here = here();
    let typed = move |field| move |text: String| send(here, Act::Typed(field, text));
    let why_not = Signal::derive(move || {
        let lang = here.lang();
        page.with(|p| match (&p.read_only, p.changed) {
            (Some(why), _) => Some(Why::new(why.clone())),
            (None, false) => Some(Why::new(words::nothing_changed(lang))),
            (None, true) => None,
        })
    });
    view! {
        <Panel title=here.say(words::reseller)>
            <div class="stack">
                <TextField
                    id="reseller-name"
                    label=here.say(words::name)
                    value=text_of(page, |p| Some(&p.draft.name))
                    on_input=typed(Field::Name)
                />
                <SelectField
                    id="reseller-role"
                    label=here.say(words::role)
                    hint=here.say(words::role_hint)
                    choices=choices_of(page, |p| Some(&p.roles))
                    value=text_of(page, |p| Some(&p.draft.role))
                    on_pick=typed(Field::Role)
                />
                <SelectField
                    id="reseller-cloud"
                    label=here.say(words::cloud)
                    choices=choices_of(page, |p| Some(&p.clouds))
                    value=text_of(page, |p| Some(&p.draft.cloud))
                    on_pick=typed(Field::Cloud)
                />
                <TextField
                    id="reseller-currency"
                    label=here.say(words::currency)
                    hint=here.say(words::currency_hint)
                    error=Signal::derive(move || page.with(|p| p.wrong_currency.clone()))
                    value=text_of(page, |p| Some(&p.draft.currency))
                    on_input=typed(Field::Currency)
                />
                <TextField
                    id="reseller-terms"
                    label=here.say(words::terms)
                    hint=here.say(words::terms_hint)
                    kind=InputKind::Number
                    suffix=here.say(words::days)
                    error=Signal::derive(move || page.with(|p| p.wrong_terms.clone()))
                    value=text_of(page, |p| Some(&p.draft.terms))
                    on_input=typed(Field::Terms)
                />
                <div class="row">
                    <Button kind=ButtonKind::Main why_not=why_not on_press=move |()| send(here, Act::Saved)>
                        {here.say(words::save)}
                    </Button>
                </div>
            </div>
        </Panel>
    }
}

#[component]
fn You(page: Memo<Page>) -> impl IntoView {
    let here = here();
    view! {
        <Panel title=here.say(words::you)>
            <div class="stack">
                <TextField
                    id="operator-name"
                    label=here.say(words::your_name)
                    hint=here.say(words::your_name_hint)
                    value=text_of(page, |p| Some(&p.operator_name))
                    on_input=move |text| send(here, Act::OperatorNamed(text))
                />
                <TextField
                    id="operator-role"
                    label=here.say(words::your_role)
                    value=text_of(page, |p| Some(&p.operator_role))
                    on_input=move |text| send(here, Act::OperatorRole(text))
                />
            </div>
        </Panel>
    }
}

#[component]
fn Browser(page: Memo<Page>) -> impl IntoView {
    let here = here();
    view! {
        <Panel title=here.say(words::this_browser)>
            <CheckField
                id="single-keys"
                label=here.say(words::single_keys)
                hint=here.say(words::single_keys_hint)
                checked=Signal::derive(move || page.with(|p| p.single_keys))
                on_toggle=move |on| send(here, Act::SingleKeys(on))
            />
        </Panel>
    }
}

#[component]
fn Data(page: Memo<Page>) -> impl IntoView {
    let here = here();
    let aside = move || {
        let parts = page.with(|p| p.set_aside.clone());
        let part = |(key, why): (String, String)| {
            view! { <li><code>{key}</code>{here.say(marks::colon)}{why}</li> }
        };
        (!parts.is_empty()).then(|| {
            view! {
                <h3>{here.say(words::set_aside)}</h3>
                <ul>{parts.into_iter().map(part).collect_view()}</ul>
            }
        })
    };
    view! {
        <Panel title=here.say(words::your_data)>
            <div class="stack">
                <p>{here.say(words::where_kept)}</p>
                <Meter
                    label=here.say(words::room)
                    percent=Signal::derive(move || page.with(|p| p.room))
                    text=move || page.with(|p| p.room_text.clone())
                />
                {aside}
                <div class="row">
                    <LinkButton href=Route::Exchange.to_string()>
                        {here.say(words::export_first)}
                    </LinkButton>
                    <Button kind=ButtonKind::Danger on_press=move |()| send(here, Act::EraseAsked)>
                        {here.say(words::erase)}
                    </Button>
                </div>
            </div>
        </Panel>
    }
}

#[component]
fn Backups(page: Memo<Page>) -> impl IntoView {
    let here = here();
    let look = move |at| here.send(Event::Exchange(Exchange::BackupAsked(at)));
    let line = move |backup: BackupText| {
        let at = backup.at;
        view! {
            <li class="row">
                <span>{backup.text}</span>
                <Button kind=ButtonKind::Bare on_press=move |()| look(at)>
                    {here.say(words::look_at_backup)}
                </Button>
            </li>
        }
    };
    let list = move || {
        let backups = page.with(|p| p.backups.clone());
        if backups.is_empty() {
            return view! { <p class="quiet">{here.say(words::no_backups)}</p> }.into_any();
        }
        view! { <ul class="remarks">{backups.into_iter().map(line).collect_view()}</ul> }.into_any()
    };
    view! {
        <Panel title=here.say(words::backups)>
            <div class="stack">
                <p>{here.say(words::backups_text)}</p>
                {list}
                <p>{move || page.with(|p| p.file_copy.clone())}</p>
                <div class="row">
                    <LinkButton href=Route::Exchange.to_string()>
                        {here.say(words::export_first)}
                    </LinkButton>
                </div>
            </div>
        </Panel>
    }
}

#[component]
fn Erase() -> impl IntoView {
    let here = here();
    let open = here.see(|s| s.state.settings.erasing);
    view! {
        <ConfirmTyped
            id="erase"
            title=here.say(words::erase_title)
            open=Signal::derive(move || open.get())
            on_close=move |()| send(here, Act::EraseLeft)
            close_label=here.say(places::close)
            word=Signal::derive(move || words::erase_word(here.lang()).to_owned())
            prompt=here.say(words::erase_prompt)
            why_not_yet=here.say(words::erase_not_yet)
            action=here.say(words::erase)
            on_confirm=move |()| send(here, Act::EraseConfirmed)
        >
            <p>{here.say(words::erase_text)}</p>
        </ConfirmTyped>
    }
}
