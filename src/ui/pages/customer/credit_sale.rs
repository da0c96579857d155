//! "May I sell him this?"

use leptos::prelude::*;

use crate::app::Event;
use crate::app::update::credit::{Event as Act, OfSale};
use crate::app::view_model::credit_sale::{self, Answer, SaleView};
use crate::app::words::credit as words;
use crate::domain::ids::CustomerId;
use crate::ui::here::here;
use crate::ui::kit::{
    Badge, Choice, Fact, Facts, FactsKind, InputKind, Panel, RuleTag, SelectField, TextField,
};
use crate::ui::parts::{Amounts, meaning};

#[component]
pub fn SaleField(customer: CustomerId) -> impl IntoView {
    let here = here();
    let of = customer.clone();
    let sale = here.see(move |screen| credit_sale::sale(screen, &of));
    let typed = move |part: OfSale| {
        let customer = customer.clone();
        move |text: String| {
            here.send(Event::Credit(Act::SaleTyped(customer.clone(), part, text)));
        }
    };
    let text = move |get: fn(&SaleView) -> String| {
        Signal::derive(move || sale.with(|s| s.as_ref().map(get).unwrap_or_default()))
    };
    let every = Signal::derive(move || {
        let lang = here.lang();
        vec![
            Choice::new("month", words::month(lang)),
            Choice::new("year", words::year(lang)),
            Choice::new("once", words::once(lang)),
        ]
    });
    let terms = Signal::derive(move || {
        let lang = here.lang();
        vec![
            Choice::new("1", words::one_month(lang)),
            Choice::new("12", words::one_year(lang)),
            Choice::new("36", words::three_years(lang)),
        ]
    });
    let answer = Memo::new(move |_| sale.with(|s| s.as_ref().and_then(|s| s.answer.clone())));
    view! {
        <Panel title=here.say(words::sale_title)>
            <div class="stack">
                <TextField
                    id="sale-price"
                    label=here.say(words::sale_price)
                    kind=InputKind::Number
                    prefix=move || sale.with(|s| s.as_ref().map(|s| s.currency.clone()).unwrap_or_default())
                    value=text(|s| s.draft.price.clone())
                    error=Signal::derive(move || sale.with(|s| s.as_ref()?.wrong_price.clone()))
                    on_input=typed(OfSale::Price)
                />
                <SelectField
                    id="sale-every"
                    label=here.say(words::sale_every)
                    choices=every
                    value=text(|s| s.draft.every.clone())
                    on_pick=typed(OfSale::Every)
                />
                <SelectField
                    id="sale-term"
                    label=here.say(words::sale_term)
                    choices=terms
                    value=text(|s| s.draft.months.clone())
                    on_pick=typed(OfSale::Months)
                />
                <div role="status">{move || answer.get().map(shown)}</div>
            </div>
        </Panel>
    }
}

fn shown(answer: Answer) -> impl IntoView {
    let here = here();
    let tone = meaning(answer.tone);
    view! {
        <p><Badge meaning=tone>{answer.text}</Badge> " " <RuleTag id=answer.rule/></p>
        <Facts kind=FactsKind::List>
            <Fact label=here.say(words::commits)><Amounts amounts=vec![answer.commitment]/></Fact>
            {answer.left.map(|left| view! {
                <Fact label=here.say(words::left_after)><Amounts amounts=vec![left]/></Fact>
            })}
        </Facts>
        {answer.mark.map(|mark| view! { <p class="quiet">{mark}</p> })}
    }
}
