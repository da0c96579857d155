//! Invoices and balances of a customer, each with where it was read.

use leptos::prelude::*;

use crate::app::view_model::ledger::{self, BalanceText, InvoiceText};
use crate::app::words::ledger as words;
use crate::domain::ids::CustomerId;
use crate::ui::here::{Here, here};
use crate::ui::kit::{Badge, Meaning, Panel};
use crate::ui::parts::Origin;

#[component]
pub fn Ledger(customer: CustomerId) -> impl IntoView {
    let here = here();
    let text = here.see(move |screen| ledger::ledger(screen, &customer));
    move || {
        let shown = text.get()?;
        let balances = (!shown.balances.is_empty()).then(|| balances(here, shown.balances));
        let body = if shown.invoices.is_empty() {
            view! { <p class="muted">{here.say(words::no_invoices)}</p> }.into_any()
        } else {
            invoices(here, shown.invoices).into_any()
        };
        Some(view! {
            <div class="stack-wide">
                {balances}
                <Panel title=here.say(words::title)>
                    {body}
                    {shown.more.map(|more| view! { <p class="quiet">{more}</p> })}
                </Panel>
            </div>
        })
    }
}

fn invoices(here: Here, rows: Vec<InvoiceText>) -> impl IntoView {
    let row = |row: InvoiceText| {
        let overdue = row.is_overdue.then(|| {
            view! { " " <Badge meaning=Meaning::Late>{here.say(words::overdue)}</Badge> }
        });
        view! {
            <tr>
                <th scope="row"><bdi>{row.number}</bdi></th>
                <td>{row.issued}</td>
                <td>{row.due} {overdue}</td>
                <td class="num">{row.total}</td>
                <td class="num">{row.open}</td>
                <td><Origin text=row.origin/></td>
            </tr>
        }
    };
    view! {
        <div class="scroll-x">
            <table class="plain ledger">
                <thead>
                    <tr>
                        <th scope="col">{here.say(words::number)}</th>
                        <th scope="col">{here.say(words::issued)}</th>
                        <th scope="col">{here.say(words::due)}</th>
                        <th scope="col" class="num">{here.say(words::total)}</th>
                        <th scope="col" class="num">{here.say(words::open)}</th>
                        <th scope="col">{here.say(words::origin)}</th>
                    </tr>
                </thead>
                <tbody>{rows.into_iter().map(row).collect_view()}</tbody>
            </table>
        </div>
    }
}

fn balances(here: Here, balances: Vec<BalanceText>) -> impl IntoView {
    view! {
        <Panel title=here.say(words::balances)>
            <p class="muted">{here.say(words::balances_why)}</p>
            {balances.into_iter().map(balance).collect_view()}
        </Panel>
    }
}

fn balance(text: BalanceText) -> impl IntoView {
    let meaning = if text.agrees { Meaning::Settled } else { Meaning::Due };
    view! {
        <section class="given">
            <h3>{text.as_of}</h3>
            <p>{text.says} " · " {text.invoices}</p>
            <p class="quiet">{text.buckets.join(" · ")}</p>
            <p><Badge meaning=meaning>{text.difference}</Badge></p>
            <Origin text=text.origin/>
        </section>
    }
}
