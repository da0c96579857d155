use crate::ui::kit::*;
use leptos::prelude::*;

/// Empty, wrong, waiting, importing.
#[component]
pub fn States() -> impl IntoView {
    view! {
        <Section title="States">
          <div class="stack-wide">
            <div class="stack">
                <Banner actions=|| view! { <Button on_press=|| ()>"Load the new version"</Button> }>"A new version is ready."</Banner>
                <Banner kind=BannerKind::Warning>"The last backup is 12 days old."</Banner>
                <Banner kind=BannerKind::Danger actions=|| view! { <Button on_press=|| ()>"Save a rescue copy"</Button> }>
                    "The saved book could not be read: chapter 3 ends in the middle of an entry. Nothing was overwritten."
                </Banner>
            </div>
            <Import/>
            <Empties/>
          </div>
        </Section>
    }
}

#[component]
fn Import() -> impl IntoView {
    let step = |text: &str, state, word: &str| WizardStep {
        text: text.into(),
        state,
        state_word: word.into(),
    };
    let steps = vec![
        step("Drop files", StepState::Done, "done"),
        step("Understand", StepState::Current, "now"),
        step("Preview and append", StepState::Ahead, "later"),
    ];
    view! {
        <div class="split">
            <div class="stack">
                <Steps label="Import" steps/>
                <DropZone id="files" title="Drop files here" hint="Customers, subscriptions, invoices and alerts from Partner Center; a CSV of your ledger. Nothing leaves this browser." pick_label="Choose files" accept=".json,.csv" on_drop=|_| () on_pick=|_| ()/>
            </div>
            <div class="stack">
                <ProgressBar label="Reading invoices.json" done=1200_u64 total=4000_u64 text="1,200 of 4,000 rows" cancel_label="Stop reading" on_cancel=Callback::new(|()| ())/>
                <Loading label="Reckoning"/>
            </div>
        </div>
    }
}

#[component]
fn Empties() -> impl IntoView {
    let clear = || view! { <Button on_press=|| ()>"Clear filters"</Button> };
    let doors = || {
        view! {
            <Button kind=ButtonKind::Main on_press=|| ()>"Open the sample reseller"</Button>
            <Button on_press=|| ()>"Bring my files"</Button>
        }
    };
    view! {
        <div class="split">
            <EmptyState kind=EmptyKind::FirstUse title="No customers yet" actions=doors>"They come from the files of Partner Center."</EmptyState>
            <EmptyState kind=EmptyKind::Cleared title="Nothing wants you">"The next step is on Tue 24 Nov 2026."</EmptyState>
            <EmptyState kind=EmptyKind::NoResults title="No customer fits" actions=clear>"2 filters are on."</EmptyState>
            <EmptyState kind=EmptyKind::Error title="This could not be reckoned">"The policy names a column that the book has not."</EmptyState>
        </div>
    }
}
