use crate::ui::kit::*;
use leptos::prelude::*;

/// Fields, buttons, dialogs.
#[component]
pub fn Forms() -> impl IntoView {
    view! {
        <Section title="Forms">
            <div class="split">
                <Fields/>
                <div class="stack-wide">
                    <Buttons/>
                    <Facts kind=FactsKind::List>
                        <Fact label="Share of net worth"><Amount code="EUR" number="7,500.00"/></Fact>
                        <Fact label="Twice the mean month" note="12 months, to 31 Oct 2026"><Amount code="EUR" number="9,240.00"/></Fact>
                        <Fact label="Asked"><Amount code="EUR" number="12,000.00"/></Fact>
                    </Facts>
                </div>
            </div>
        </Section>
        <Dialogs/>
    }
}

#[component]
fn Fields() -> impl IntoView {
    let text = RwSignal::new("12000".to_owned());
    let set = move |typed: String| text.set(typed);
    let checked = RwSignal::new(true);
    let wrong = "Give a limit of at most EUR 10,000.00";
    let sent = RwSignal::new(false);
    let error = Signal::derive(move || sent.get().then(|| wrong.to_owned()));
    let link = |text: String| ErrorLink { field: "limit".to_owned(), text };
    let errors = Signal::derive(move || error.get().map(link).into_iter().collect::<Vec<_>>());
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        sent.set(true);
    };
    let terms = vec![
        Choice::new("14", "Net 14 days"),
        Choice::new("30", "Net 30 days").hint("The usual for this customer"),
    ];
    view! {
        <form on:submit=submit>
            <ErrorSummary id="form-errors" title="There is a problem" errors/>
            <TextField id="limit" label="Limit" kind=InputKind::Number prefix="EUR" hint="What the customer may owe at any time" error value=text on_input=set required=true/>
            <TextField id="until" label="Review on" kind=InputKind::Date value="2027-02-22".to_owned() on_input=|_: String| ()/>
            <TextField id="who" label="Asked by" hint="A name in any script" value="陳怡君".to_owned() on_input=|_: String| ()/>
            <SelectField id="reason" label="Reason code" choices=vec![Choice::new("a", "New facts"), Choice::new("b", "Strategic customer")] value="b".to_owned() on_pick=|_: String| ()/>
            <TextArea id="why" label="Why" hint="Written into the history as it stands" value=String::new() on_input=|_: String| ()/>
            <RadioGroup id="terms" label="Payment terms" choices=terms value="30".to_owned() on_pick=|_: String| ()/>
            <CheckField id="watch" label="Tell me when this customer is over 80 % of the limit" checked on_toggle=move |on: bool| checked.set(on)/>
            <Button kind=ButtonKind::Main submit=true on_press=|| ()>"Record request"</Button>
        </form>
    }
}

#[component]
fn Buttons() -> impl IntoView {
    let off = || Why::new("The notice period ends on Mon 23 Nov 2026").rule("COL-030");
    view! {
        <div class="row">
            <Button kind=ButtonKind::Main on_press=|| ()>"Approve as proposed"</Button>
            <Button on_press=|| ()>"Override…"</Button>
            <Button kind=ButtonKind::Bare on_press=|| ()>"Refer"</Button>
            <Button kind=ButtonKind::Danger icon=Glyph::Trash on_press=|| ()>"Erase everything"</Button>
            <LinkButton href="#/gallery".to_owned() icon=Glyph::Print>"Print the report"</LinkButton>
        </div>
        <div class="row">
            <Button kind=ButtonKind::Main why_not=off() on_press=|| ()>"Record notice as sent"</Button>
            <Button why_not=off() on_press=|| ()>"Record notice as sent"</Button>
            <Button kind=ButtonKind::Main busy=true on_press=|| ()>"Appending"</Button>
            <IconButton glyph=Glyph::Undo label="Undo" on_press=|| ()/>
            <IconButton glyph=Glyph::Filter label="Filter" pressed=Some(true) on_press=|| ()/>
            <Menu id="more-here" label="More" items=vec![MenuItem::press("Undo", || ()).glyph(Glyph::Undo), MenuItem::go("History", "#/gallery").glyph(Glyph::History)]/>
        </div>
        <div class="row">
            <Badge meaning=Meaning::Settled icon=Glyph::Check>"paid"</Badge>
            <Badge meaning=Meaning::Due>"due in 3 d"</Badge>
            <Badge meaning=Meaning::Late icon=Glyph::Clock>"21 d overdue"</Badge>
            <Badge meaning=Meaning::Danger icon=Glyph::Flag>"mining alert"</Badge>
            <Badge meaning=Meaning::Accent>"proposed"</Badge>
            <Badge>"cannot tell"</Badge>
            <RuleTag id="COL-030"/>
        </div>
        <div class="row">{Glyph::ALL.into_iter().map(|glyph| view! { <Icon glyph/> }).collect_view()}</div>
    }
}

#[component]
fn Dialogs() -> impl IntoView {
    let (open, erase, side) = (RwSignal::new(false), RwSignal::new(false), RwSignal::new(false));
    let actions = move || {
        view! {
            <Button kind=ButtonKind::Bare on_press=move || open.set(false)>"Keep the proposal"</Button>
            <Button kind=ButtonKind::Main on_press=move || open.set(false)>"Record override"</Button>
        }
    };
    view! {
        <div class="row" id="dialogs">
            <Button on_press=move || open.set(true)>"Open a dialog"</Button>
            <Button on_press=move || side.set(true)>"Peek"</Button>
            <Button on_press=move || erase.set(true)>"Erase…"</Button>
        </div>
        <Dialog id="override" title="Override the proposal" open on_close=move || open.set(false) close_label="Close" actions>
            <p>"What will be recorded: your limit, your reason, your name and the time."</p>
            <TextField id="own-limit" label="Your limit" kind=InputKind::Number prefix="EUR" value="9,000".to_owned() on_input=|_: String| ()/>
        </Dialog>
        <Dialog id="peek" title="Quay Street Books" size=DialogSize::Side open=side on_close=move || side.set(false) close_label="Close">
            <Facts kind=FactsKind::List>
                <Fact label="Owes"><Amount code="EUR" number="3,324.10"/></Fact>
            </Facts>
        </Dialog>
        <ConfirmTyped id="erase" title="Erase everything" open=erase on_close=move || erase.set(false) close_label="Close" word="erase".to_owned() prompt="Type erase to go on" why_not_yet="The word is not typed yet" action="Erase everything" on_confirm=move || erase.set(false)>
            <p>"All customers, invoices, cases and decisions in this browser go. A backup is offered first."</p>
        </ConfirmTyped>
    }
}
