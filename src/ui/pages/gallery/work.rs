use crate::ui::kit::*;
use leptos::prelude::*;

/// The overview: figures, things that want somebody, a customer's head.
#[component]
pub fn Work() -> impl IntoView {
    view! {
        <Figures/>
        <Section title="Ends today" note="3">
            <Mining/>
            <Window/>
            <Request/>
        </Section>
        <Customer/>
    }
}

#[component]
fn Figures() -> impl IntoView {
    view! {
        <Facts kind=FactsKind::Strip>
            <Fact label="Exposure" note="38 customers over 70 % of their limit" href="#/gallery">
                <Amount code="EUR" number="1,204,880"/>
            </Fact>
            <Fact label="Overdue" note="21 customers" href="#/gallery" meaning=Meaning::Late>
                <Amount code="EUR" number="96,412" meaning=Meaning::Late/>
            </Fact>
            <Fact label="At risk today" note="2 tenants, 5 closing windows" meaning=Meaning::Danger>
                <Amount code="EUR" number="61,790" meaning=Meaning::Danger/>
            </Fact>
            <Fact label="Alerts answered, 30-day mean" note="must stay under 24 h">"3 h 12 min"</Fact>
            <Fact label="Promises due this week" note="1 broken yesterday">"7"</Fact>
        </Facts>
    }
}

#[component]
fn Mining() -> impl IntoView {
    view! {
        <WorkRow
            glyph=Glyph::Flag
            meaning=Meaning::Danger
            active=true
            title=|| view! { <a href="#/gallery"><Name name="Harbour Dental Group"/></a> " — crypto-mining alert, unanswered 21 h 40 min" }
            reason=|| view! { "Usage in 9 regions never used before; 41 times the usual day " <RuleTag id="SUS-004"/> }
            figure=|| view! { <b><Amount code="EUR" number="4,167"/></b><span>"each hour"</span> }
            clock=|| view! { <b>"2 h 20 min"</b><span>"answer by 16:20"</span> }
            actions=|| view! {
                <Button kind=ButtonKind::Main key_hint="↵" on_press=|| ()>"Open case"</Button>
                <Button key_hint="a" on_press=|| ()>"Record answer"</Button>
            }
        />
    }
}

#[component]
fn Window() -> impl IntoView {
    let why = Why::new("The cancel window of this subscription closed on Mon 16 Nov 2026")
        .rule("COL-210");
    view! {
        <WorkRow
            glyph=Glyph::Clock
            meaning=Meaning::Late
            title=|| view! { <a href="#/gallery"><Name name="綠田食品股份有限公司"/></a> " — cancel window closes, 31 d overdue" }
            reason=|| view! { "Renewed 16 Nov; after today the whole year is billed " <RuleTag id="COL-210"/> }
            figure=|| view! { <b><Amount code="EUR" number="8,640"/></b><span>"saved by cancelling"</span> }
            clock=|| view! { <b>"3 h 58 min"</b><span>"18:00"</span> }
            actions=move || view! {
                <Button key_hint="c" why_not=why on_press=|| ()>"Record cancellation"</Button>
                <Button kind=ButtonKind::Bare on_press=|| ()>"Later"</Button>
            }
        />
    }
}

#[component]
fn Request() -> impl IntoView {
    view! {
        <WorkRow
            glyph=Glyph::Scale
            meaning=Meaning::Accent
            title=|| view! { <a href="#/gallery"><Name name="Northwind Atelier"/></a> " — asks for EUR 12,000 of credit" }
            reason=|| view! { "Proposal: approve EUR 7,500, net 14; binding: share of net worth " <RuleTag id="CR-031"/> }
            figure=|| view! { <b><Amount code="EUR" number="7,500"/></b><span>"proposed"</span> }
            clock=|| view! { <b>"today"</b><span>"asked Thu"</span> }
            actions=|| view! {
                <Button key_hint="d" on_press=|| ()>"Decide"</Button>
                <Button kind=ButtonKind::Bare on_press=|| ()>"Later"</Button>
            }
        />
    }
}

#[component]
fn Customer() -> impl IntoView {
    let facts = || {
        view! {
            <Facts>
                <Fact label="Owes"><Amount code="EUR" number="3,324.10"/></Fact>
                <Fact label="Overdue" meaning=Meaning::Late><Amount code="EUR" number="1,912.00" meaning=Meaning::Late/></Fact>
                <Fact label="May still buy"><Amount code="EUR" number="675.90"/></Fact>
                <Fact label="At risk" meaning=Meaning::Danger><Amount code="EUR" number="5,180.00" meaning=Meaning::Danger/></Fact>
            </Facts>
        }
    };
    let lead = || {
        view! {
            <span class="row small">
                "quaystreet.example · global cloud · Netherlands"
                <CopyText text="7f1c1f2e-0a34-4f3e-9c38-52f0d1b4a6c1" label="Copy the tenant id" on_copy=|_: String| ()/>
            </span>
        }
    };
    let tab = |text: &str, current, count: Option<&str>| Tab {
        text: text.to_owned(),
        href: "#/gallery".to_owned(),
        current,
        count: count.map(str::to_owned),
    };
    let tabs = vec![
        tab("Overview", false, None),
        tab("Credit", false, None),
        tab("Collections", true, None),
        tab("Subscriptions", false, Some("12")),
        tab("Cases", false, Some("1")),
        tab("History", false, None),
    ];
    let actions = || view! { <Button kind=ButtonKind::Main key_hint="n" on_press=|| ()>"Prepare notice"</Button> };
    view! {
        <Section title="A customer">
            <PageHead title="Quay Street Books" name=true lead aside=facts/>
            <Callout meaning=Meaning::Accent actions>
                <b>"Next: final notice, Mon 23 Nov."</b>
                " Suspension can follow from Mon 7 Dec. It clears if "
                <b>"EUR 1,912.00"</b> " is allocated before then. " <RuleTag id="COL-030"/>
            </Callout>
            <Tabs label="Quay Street Books" tabs/>
            <Days/>
        </Section>
    }
}

#[component]
fn Days() -> impl IntoView {
    let zoom = RwSignal::new("m".to_owned());
    let segments =
        vec![Segment::new("w", "Week"), Segment::new("m", "Month"), Segment::new("q", "Quarter")];
    let tools = move || {
        view! {
            <Segmented label="Zoom" segments value=zoom on_pick=move |picked: String| zoom.set(picked)/>
        }
    };
    let money = |number: &'static str| move || view! { <Amount code="EUR" number/> };
    view! {
        <Panel title="Timeline" tools>
            <TimelineList label="Timeline">
                <TimelineItem when="Mon 9 Nov 2026" meaning=Meaning::Accent aside=money("1,912.00")>
                    "Second notice recorded as delivered " <RuleTag id="COL-020"/>
                </TimelineItem>
                <TimelineItem when="Sun 8 Nov 2026" meaning=Meaning::Settled glyph=Glyph::Check aside=money("90.00")>
                    "Dispute of EUR 90.00 settled in the customer's favour"
                </TimelineItem>
                <TimelineNow label="today"/>
                <TimelineItem when="Mon 23 Nov 2026" state=TimelineState::Planned meaning=Meaning::Due
                    aside=|| view! { <Badge meaning=Meaning::Due>"next"</Badge> }>
                    <b>"Final notice"</b> " may be sent: 14 days have run since delivery"
                </TimelineItem>
                <TimelineItem when="Mon 7 Dec 2026" state=TimelineState::Planned meaning=Meaning::Late glyph=Glyph::Pause
                    aside=|| view! { <Badge>"not before"</Badge> }>
                    "Suspension would be permitted. " <b>"It would not stop the bill"</b> "; cancelling by 7 Dec would"
                </TimelineItem>
            </TimelineList>
        </Panel>
    }
}
