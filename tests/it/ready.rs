//! Short cuts give what the plain way gives, on made books of every shape.

use proptest::prelude::*;
use recourse::book::{Account, Ageing, Book, fold, receivables, receivables_on};
use recourse::domain::action::{Action, ActionKind};
use recourse::domain::dispute::Dispute;
use recourse::domain::ids::{CustomerId, InvoiceNumber, PaymentRef, SubscriptionId, WriterId};
use recourse::domain::invoice::{Invoice, InvoiceKind, InvoiceStatus};
use recourse::domain::payment::{Allocation, Payment, PaymentKind};
use recourse::domain::subscription::{BillingCycle, Product, Status, Subscription};
use recourse::domain::usage::UsageDay;
use recourse::domain::{Currency, Day, Extra, Instant, Money};
use recourse::engine::money_at_risk::{Frame, exposure, exposure_on};
use recourse::journal::ulid::FreshIds;
use recourse::journal::{Append, Body, Fact, FactRow, Journal, Observed, Operator, Source};

use crate::plain;

/// The day in the middle of everything that is made.
fn middle() -> Day {
    Day::new(2026, 3, 1).unwrap()
}

fn customer() -> CustomerId {
    CustomerId::new("sample-tenant").unwrap()
}

fn number(of: u8) -> InvoiceNumber {
    InvoiceNumber::new(&format!("S-{of}")).unwrap()
}

fn days(span: i64) -> impl Strategy<Value = Day> {
    (-span..span).prop_map(|by| middle().plus_days_clamped(by))
}

fn amounts() -> impl Strategy<Value = Money> {
    let currencies = prop::sample::select(vec![Currency::EUR, Currency::EUR, Currency::TWD]);
    let minor = prop_oneof![8 => 0..500_i64, 1 => Just(i64::MAX)];
    (minor, currencies).prop_map(|(minor, currency)| Money::new(minor, currency))
}

prop_compose! {
    fn invoices()(
        of in 0..12_u8,
        is_note in prop::bool::weighted(0.2),
        status in 0..8_usize,
        issued in days(60),
        due in prop::option::of(days(60)),
        total in amounts(),
        stated in prop::option::weighted(0.2, amounts()),
        corrects in prop::option::of(0..12_u8),
    ) -> Fact {
        Fact::Invoice(Invoice {
            customer: customer(),
            number: number(of),
            kind: if is_note { InvoiceKind::CreditNote } else { InvoiceKind::Invoice },
            status: InvoiceStatus::KNOWN.get(status).cloned().unwrap_or(InvoiceStatus::Issued),
            issued,
            due,
            total,
            open_stated: stated,
            corrects: corrects.filter(|_| is_note).map(number),
            description: None,
            extra: Extra::new(),
        })
    }
}

prop_compose! {
    fn payments()(
        of in 0..12_u8,
        kind in 0..5_usize,
        received in days(60),
        amount in amounts(),
        parts in prop::collection::vec((0..14_u8, amounts()), 0..3),
    ) -> Fact {
        Fact::Payment(Payment {
            customer: customer(),
            reference: PaymentRef::new(&format!("P-{of}")).unwrap(),
            kind: PaymentKind::KNOWN.get(kind).cloned().unwrap_or(PaymentKind::Payment),
            received,
            amount,
            allocations: parts
                .into_iter()
                .map(|(of, amount)| Allocation { invoice: number(of), amount })
                .collect(),
            extra: Extra::new(),
        })
    }
}

fn subscription_id(of: u8) -> SubscriptionId {
    SubscriptionId::new(&format!("sub-{of}")).unwrap()
}

fn either_of<T: Clone + std::fmt::Debug + 'static>(
    known: &'static [T],
    other: T,
) -> impl Strategy<Value = T> {
    prop::sample::select(known.iter().cloned().chain([other]).collect::<Vec<_>>())
}

prop_compose! {
    fn subscriptions()(
        of in 0..4_u8,
        product in either_of(Product::KNOWN, Product::from_word("reservation")),
        status in either_of(Status::KNOWN, Status::from_word("moving")),
        billing in either_of(BillingCycle::KNOWN, BillingCycle::from_word("weekly")),
        start in prop::option::weighted(0.9, days(500)),
        end in prop::option::weighted(0.9, days(500)),
        cost in prop::option::weighted(0.9, amounts()),
        is_trial in prop::bool::weighted(0.1),
    ) -> Fact {
        let mut value = Subscription::bare(subscription_id(of), customer(), "Sample offer");
        (value.product, value.status, value.billing) = (product, status, billing);
        (value.term_start, value.term_end, value.cost_per_period) = (start, end, cost);
        value.is_trial = is_trial;
        Fact::Subscription(value)
    }
}

prop_compose! {
    fn usage()(of in 0..5_u8, day in days(40), cost in amounts(), meter in 0..3_u8) -> Fact {
        Fact::Usage(UsageDay {
            customer: customer(),
            subscription: subscription_id(of),
            day,
            cost,
            category: "Virtual Machines".to_owned(),
            meter: format!("Meter {meter}"),
            region: "westeurope".to_owned(),
        })
    }
}

prop_compose! {
    fn disputes()(of in 0..12_u8, opened in days(60), amount in prop::option::of(amounts())) -> Body {
        Body::Dispute(Dispute {
            customer: customer(),
            invoice: number(of),
            opened,
            amount,
            reason: "sample".to_owned(),
        })
    }
}

prop_compose! {
    fn actions()(of in 0..4_u8, kind in 0..60_usize, on in days(60)) -> Body {
        let kinds: Vec<&ActionKind> = ActionKind::KNOWN.iter().collect();
        Body::Action(Action {
            kind: kinds.get(kind % kinds.len()).copied().unwrap().clone(),
            customer: customer(),
            case: None,
            subscription: Some(subscription_id(of)),
            done: on,
            done_at: None,
            done_where: None,
            amount: None,
            reference: None,
            note: None,
        })
    }
}

fn observed(facts: Vec<Fact>) -> Body {
    Body::Observed(Observed {
        source: Source {
            file: "sample.csv".to_owned(),
            sha256: String::new(),
            format: "sample".to_owned(),
        },
        import: None,
        facts: (1..).zip(facts).map(|(row, fact)| FactRow { row, fact }).collect(),
    })
}

fn bodies() -> impl Strategy<Value = Vec<Body>> {
    let fact = prop_oneof![4 => invoices(), 4 => payments(), 2 => subscriptions(), 3 => usage()];
    let imports = prop::collection::vec(fact, 0..40).prop_map(observed);
    let acts = prop::collection::vec(prop_oneof![disputes(), actions()], 0..6);
    (imports.clone(), acts, imports).prop_map(|(first, acts, second)| {
        std::iter::once(first).chain(acts).chain([second]).collect()
    })
}

fn journal(bodies: Vec<Body>) -> Journal {
    let mut at = Instant::start_of(middle().plus_days_clamped(-20));
    let mut ids = FreshIds::new(at, 7);
    let writer = WriterId::new("sample").unwrap();
    let by = Operator::default();
    let mut journal = Journal::new();
    for body in bodies {
        at = at.plus_days(10);
        let with = Append { writer: &writer, ids: &mut ids, at, on: None, by: &by };
        journal.append(with, body).unwrap();
    }
    journal
}

fn the_same(account: &Account, book: &Book, as_of: Day) -> Result<(), TestCaseError> {
    let terms = book.partner.terms_days;
    let frame = Frame::at_day(book, as_of);
    let owed = receivables(account, as_of, terms);
    let plain = plain::receivables::receivables(account, as_of, terms);
    prop_assert_eq!(&owed, &plain);
    prop_assert_eq!(&receivables_on(account, as_of, terms), &plain);
    prop_assert_eq!(Ageing::on(account, as_of, terms), Ageing::of(&plain));
    let exposed = plain::exposure::exposure(account, &plain, &frame);
    prop_assert_eq!(&exposure(account, &owed, &frame), &exposed);
    prop_assert_eq!(&exposure_on(account, &frame), &exposed);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(crate::desk::trials(400)))]

    #[test]
    fn short_cuts_give_what_the_plain_way_gives(bodies in bodies(), before in days(70)) {
        let book = fold(&journal(bodies), None);
        for account in book.accounts.values() {
            the_same(account, &book, before)?;
            the_same(account, &book, account.ready.from)?;
            the_same(account, &book, middle().plus_days_clamped(70))?;
        }
    }

    #[test]
    fn an_entry_taken_in_leaves_all_ready(bodies in bodies()) {
        let whole = journal(bodies);
        let mut so_far = Journal::new();
        let mut book = Book::default();
        for entry in whole.entries() {
            so_far.insert(entry.clone());
            if book.absorb(entry).is_none() {
                book = fold(&so_far, None);
            }
            prop_assert_eq!(&book.accounts, &fold(&so_far, None).accounts);
        }
    }
}
