//! Pieces of work that are timed natively and in the browser: `cargo xtask bench`.

mod opening;
mod reading;

use std::sync::Arc;

use crate::app::desk::Desk;
use crate::app::in_force::Rules;
use crate::app::watch;
use crate::book::{Ageing, Book, receivables};
use crate::domain::{Currency, Day, Instant, Money};
use crate::engine::collections::plan_account;
use crate::engine::credit::{
    Input, Inputs, Known, Placed, Round, Sitting, decide, gather, simulate,
};
use crate::engine::money_at_risk::{Frame, exposure_on};
use crate::exchange::generate::{self, Plan};
use crate::policy::feel::{Scope, Type, Unit, Value};
use crate::policy::table::{
    Aggregate, HitPolicy, InputText, OutputText, RowText, Table, TableText,
};
use crate::policy::{Compiled, compile, shipped};
use serde_json::{Value as Json, json};

/// One piece of work. `prepare` makes its input for `n` things, untimed; what it returns is timed,
/// may be called again and again, and answers with a sum, so that no compiler can leave the work out.
pub struct Kernel {
    pub name: &'static str,
    /// How many things a usual round works on.
    pub n: u32,
    pub prepare: fn(n: u32) -> Box<dyn FnMut() -> u64>,
}

/// All that is timed.
pub const ALL: &[Kernel] = &[
    Kernel { name: "money: add amounts of one currency", n: 100_000, prepare: add_amounts },
    Kernel { name: "book: fold a journal, by invoices", n: 10_000, prepare: fold_journal },
    Kernel {
        name: "book: receivables of every customer, by invoices",
        n: 100_000,
        prepare: owe_all,
    },
    Kernel { name: "book: receivables of one customer, by invoices", n: 100_000, prepare: owe_one },
    Kernel {
        name: "ageing and exposure of every customer, by invoices",
        n: 100_000,
        prepare: age_all,
    },
    Kernel {
        name: "ageing and exposure of one customer, by invoices",
        n: 100_000,
        prepare: age_one,
    },
    Kernel {
        name: "collections: plan of every customer, by invoices",
        n: 10_000,
        prepare: plan_all,
    },
    Kernel {
        name: "suspicion: signals of every customer, by invoices",
        n: 10_000,
        prepare: watch_all,
    },
    Kernel { name: "credit: gather what is known, by customers", n: 1_000, prepare: gather_all },
    Kernel {
        name: "credit: decide with trace and words, by customers",
        n: 1_000,
        prepare: decide_all,
    },
    Kernel {
        name: "credit: standard policy with reasons, by customers",
        n: 1_000,
        prepare: judge_all,
    },
    Kernel {
        name: "credit: twelve rules with reasons, by customers",
        n: 100_000,
        prepare: judge_twelve,
    },
    Kernel {
        name: "credit: customers decided again from what is known",
        n: 100_000,
        prepare: decide_again,
    },
    Kernel {
        name: "credit: customers under two policies and who moves",
        n: 100_000,
        prepare: move_all,
    },
    Kernel { name: "credit: look up a table of 16,000 rows", n: 10_000, prepare: look_up },
    Kernel {
        name: "credit: book under two policies, by customers",
        n: 1_000,
        prepare: simulate_all,
    },
    Kernel {
        name: "desk: every figure of every customer, by invoices",
        n: 10_000,
        prepare: desk_all,
    },
    Kernel {
        name: "opening: read, unpack, check and parse, by invoices",
        n: 100_000,
        prepare: opening::read_kept,
    },
    Kernel {
        name: "opening: of that, the hash of every entry, by invoices",
        n: 100_000,
        prepare: opening::hash_lines,
    },
    Kernel {
        name: "opening: of that, parse every entry, by invoices",
        n: 100_000,
        prepare: opening::parse_lines,
    },
    Kernel {
        name: "opening: fold and every figure, by invoices",
        n: 100_000,
        prepare: opening::figure,
    },
    Kernel {
        name: "read: csv and serde to texts, by rows",
        n: 100_000,
        prepare: reading::by_serde,
    },
    Kernel { name: "read: a table to texts, by rows", n: 100_000, prepare: reading::as_table },
    Kernel {
        name: "read: csv and serde to typed rows, by rows",
        n: 100_000,
        prepare: reading::by_typed_serde,
    },
    Kernel { name: "read: a ledger to facts, by rows", n: 100_000, prepare: reading::to_facts },
];

/// The day for which made books are made.
fn made_on() -> Day {
    Day::new(2026, 11, 22).unwrap_or(Day::MIN)
}

/// A made book with so many invoices and half as many subscriptions.
fn made_book(invoices: u32) -> Book {
    generate::book(&Plan::of_invoices(invoices, made_on())).unwrap_or_default()
}

fn fold_journal(n: u32) -> Box<dyn FnMut() -> u64> {
    let journal = generate::journal(&Plan::of_invoices(n, made_on())).unwrap_or_default();
    Box::new(move || crate::book::fold(&journal, None).accounts.len() as u64)
}

fn owe_all(n: u32) -> Box<dyn FnMut() -> u64> {
    owe(made_book(n))
}

fn owe_one(n: u32) -> Box<dyn FnMut() -> u64> {
    owe(book_of_one(n))
}

fn owe(book: Book) -> Box<dyn FnMut() -> u64> {
    Box::new(move || {
        let terms = book.partner.terms_days;
        let owed = book.accounts.values().map(|a| receivables(a, made_on(), terms));
        owed.map(|owed| owed.items.len() as u64).sum()
    })
}

fn age_all(n: u32) -> Box<dyn FnMut() -> u64> {
    age(made_book(n))
}

fn age_one(n: u32) -> Box<dyn FnMut() -> u64> {
    age(book_of_one(n))
}

fn age(book: Book) -> Box<dyn FnMut() -> u64> {
    Box::new(move || {
        let frame = Frame::at_day(&book, made_on());
        let each = book.accounts.values().map(|account| {
            let ageing = Ageing::on(account, frame.today, frame.partner.terms_days);
            let exposure = exposure_on(account, &frame);
            (ageing.total().nonzero().count() + exposure.parts.len()) as u64
        });
        each.sum()
    })
}

fn plan_all(n: u32) -> Box<dyn FnMut() -> u64> {
    let book = made_book(n);
    let rules = rules();
    Box::new(move || {
        let frame = Frame::at_day(&book, made_on());
        let each = book.accounts.values().map(|account| {
            let owed = receivables(account, made_on(), book.partner.terms_days);
            let rules = (&rules.ladder, &rules.calendar);
            let plan = plan_account(account, owed, rules, &frame, book.cash_data_as_of);
            plan.timeline.len() as u64
        });
        each.sum()
    })
}

fn watch_all(n: u32) -> Box<dyn FnMut() -> u64> {
    let book = made_book(n);
    Box::new(move || {
        let now = Instant::start_of(made_on()).plus_hours(12);
        book.accounts
            .values()
            .map(|a| watch::signals(&book, a, watch::shipped(), now).len() as u64)
            .sum()
    })
}

fn gather_all(n: u32) -> Box<dyn FnMut() -> u64> {
    let book = made_book(n.saturating_mul(20));
    let Ok(policy) = shipped::standard() else {
        return Box::new(|| 0);
    };
    Box::new(move || {
        let each = book
            .accounts
            .values()
            .map(|account| gather(&policy, (&book, account), made_on(), &[]).0.values.len() as u64);
        each.sum()
    })
}

/// From what is known already, with trace, inputs and ranked reasons in words.
fn decide_all(n: u32) -> Box<dyn FnMut() -> u64> {
    let Ok(policy) = shipped::standard() else {
        return Box::new(|| 0);
    };
    let inputs = known(&policy, n);
    Box::new(move || {
        inputs.iter().map(|i| decide(&policy, i, made_on()).reasons.len() as u64).sum()
    })
}

/// Outcome, limit, terms, deposit and ranked reasons by their codes.
fn judge_all(n: u32) -> Box<dyn FnMut() -> u64> {
    let Ok(policy) = shipped::standard() else {
        return Box::new(|| 0);
    };
    let given = known(&policy, n).iter().map(|i| Placed::new(&policy, i)).collect();
    judge(policy, given)
}

fn judge_twelve(n: u32) -> Box<dyn FnMut() -> u64> {
    let Some(policy) = twelve_rules() else {
        return Box::new(|| 0);
    };
    let value = |seed: u32| Input {
        value: Some(Value::number(i64::from(seed % 97))),
        source: String::new(),
        age_days: None,
    };
    let given = (0..n).map(|customer| {
        let mut inputs = Inputs::new(Currency::EUR);
        for (field, at) in TWELVE.iter().zip(1..) {
            inputs.set(field, value(customer.wrapping_mul(7_919).wrapping_add(at * at * 31)));
        }
        Placed::new(&policy, &inputs)
    });
    let given = given.collect();
    judge(policy, given)
}

fn judge(policy: Compiled, given: Vec<Placed>) -> Box<dyn FnMut() -> u64> {
    Box::new(move || {
        let mut sitting = Sitting::new(&policy, made_on());
        given.iter().map(|one| 1 + sitting.decide(one).reasons.len() as u64).sum()
    })
}

/// So many customers with few invoices each. Of one in ten the country is not known, and of none what
/// a bureau would know.
fn wide_book(customers: u32) -> Book {
    let plan = Plan {
        customers,
        invoices: customers.saturating_mul(2),
        subscriptions: customers,
        usage_days: 0,
        alerts: customers.div_ceil(100),
        ..Plan::of_invoices(1, made_on())
    };
    generate::book(&plan).unwrap_or_default()
}

/// Every customer of a book once.
fn decide_again(n: u32) -> Box<dyn FnMut() -> u64> {
    let book = wide_book(n);
    let Ok(policy) = shipped::standard() else {
        return Box::new(|| 0);
    };
    let known = Known::gather(&book, made_on());
    drop(book);
    Box::new(move || {
        let mut round = Round::new(&policy, &known);
        let rows = 0..known.people.len();
        rows.map(|row| 1 + round.decide(row).reasons.len() as u64).sum()
    })
}

/// The same under two policies, with who moves where: what an edit of a draft sets going.
fn move_all(n: u32) -> Box<dyn FnMut() -> u64> {
    let book = wide_book(n);
    let edited = shipped::STANDARD
        .replace(r#"[">= 70"]"#, r#"[">= 65"]"#)
        .replace(r#"["[50..70)"]"#, r#"["[50..65)"]"#);
    let (Ok(before), Ok(after)) = (shipped::standard(), compile(&edited)) else {
        return Box::new(|| 0);
    };
    let known = Known::gather(&book, made_on());
    drop(book);
    Box::new(move || {
        let found = simulate(&before, &after, &known);
        (found.customers.len() + found.rules.len()) as u64
    })
}

fn look_up(n: u32) -> Box<dyn FnMut() -> u64> {
    let Some(table) = large_table() else {
        return Box::new(|| 0);
    };
    Box::new(move || {
        let hits = (0..n).map(|at| {
            let value = |by: u32| Ok(Value::number(i64::from(at.wrapping_mul(by) % 131)));
            table.decide(&[value(7_919), value(104_729), value(31)]).hits.len() as u64
        });
        hits.sum()
    })
}

/// 16,000 rows over three columns: a value, an interval, and a comparison or anything.
fn large_table() -> Option<Table> {
    let mut scope = Scope::default();
    let inputs = ["a", "b", "c"].map(|name| {
        scope.declare(name, Type::Number(Unit::Plain));
        InputText { expression: name.to_owned(), allowed: None }
    });
    let row = |at: u32| RowText {
        id: at.to_string(),
        when: vec![
            (at % 128).to_string(),
            format!("[{}..{})", at / 128, at / 128 + 3),
            if at.is_multiple_of(3) { "-".to_owned() } else { format!("> {}", at % 50) },
        ],
        then: vec![at.to_string()],
    };
    let text = TableText {
        inputs: inputs.to_vec(),
        outputs: vec![OutputText { name: "d".to_owned(), allowed: None, default: None }],
        rows: (0..16_000).map(row).collect(),
    };
    Table::compile(HitPolicy::Collect(Aggregate::List), &text, &scope).ok()
}

fn simulate_all(n: u32) -> Box<dyn FnMut() -> u64> {
    let book = made_book(n.saturating_mul(20));
    let Ok(policy) = shipped::standard() else {
        return Box::new(|| 0);
    };
    let known = Known::gather(&book, made_on());
    Box::new(move || simulate(&policy, &policy, &known).customers.len() as u64)
}

/// What is known of so many customers.
fn known(policy: &Compiled, customers: u32) -> Vec<Inputs> {
    let book = made_book(customers.saturating_mul(20));
    let known = |account| gather(policy, (&book, account), made_on(), &[]).0;
    book.accounts.values().map(known).collect()
}

/// Number fields of the standard policy, read by the twelve rules.
const TWELVE: [&str; 6] = [
    "payment.oldestDaysLate",
    "payment.worstDaysLate12m",
    "payment.brokenPromises12m",
    "customer.monthsWithUs",
    "alerts.open",
    "tenant.ageDays",
];

/// A policy of twelve rules with two conditions each and nothing else to decide by.
fn twelve_rules() -> Option<Compiled> {
    let mut document: Json = serde_json::from_str(shipped::STANDARD).ok()?;
    let rule = |at: usize| {
        let field = |by: usize| TWELVE.get((at + by) % TWELVE.len());
        json!({
            "id": format!("T{at}"),
            "label": { "en": "Sample", "zh-Hant": "範例" },
            "when": [
                { "field": field(0), "is": format!("> {}", 40 + at * 4) },
                { "field": field(1 + at / 6), "is": format!("[{}..{}]", at * 3, 60 + at) },
            ],
            "then": "refer",
            "reason": "R-OVERDUE",
        })
    };
    let label = json!({ "en": "Sample", "zh-Hant": "範例" });
    let rules: Vec<Json> = (0..12).map(rule).collect();
    document["stages"] =
        json!([{ "id": "twelve", "label": label, "kind": "rules", "rules": rules }]);
    for section in ["derived", "scorecards", "tests"] {
        document[section] = json!([]);
    }
    let fields = document["fields"].as_array_mut()?;
    fields.retain(|field| TWELVE.iter().any(|wanted| field["id"] == *wanted));
    compile(&document.to_string()).ok()
}

fn desk_all(n: u32) -> Box<dyn FnMut() -> u64> {
    let book = made_book(n);
    let rules = Arc::new(rules());
    Box::new(move || {
        let now = Instant::start_of(made_on()).plus_hours(12);
        Desk::compute(&book, rules.clone(), (made_on(), now)).summaries.len() as u64
    })
}

fn rules() -> Rules {
    Rules::of(shipped::standard().ok().as_ref())
}

/// The same, all of it with one customer.
fn book_of_one(invoices: u32) -> Book {
    let plan = Plan { customers: 1, ..Plan::of_invoices(invoices, made_on()) };
    generate::book(&plan).unwrap_or_default()
}

fn add_amounts(n: u32) -> Box<dyn FnMut() -> u64> {
    let amounts: Vec<Money> =
        (0..n).map(|i| Money::new(i64::from(i) * 7 % 100_003, Currency::EUR)).collect();
    Box::new(move || {
        let zero = Money::new(0, Currency::EUR);
        let sum = amounts.iter().fold(zero, |sum, amount| sum.plus(*amount).unwrap_or(zero));
        sum.minor().unsigned_abs()
    })
}
