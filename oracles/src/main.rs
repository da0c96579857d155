//! Twelve rules over the same rows: ours beside rhai and zen-expression, natively and on one thread.
//!
//! `cargo run --release` prints decisions a second, the median of fifteen rounds, and the ratio to ours.
//! Each engine must find the same number of rows with a reason, or the run ends.

mod rows;

use std::hint::black_box;
use std::time::Instant;

use recourse::kernels;
use rhai::{AST, Engine, Scope};
use zen_expression::variable::Variable;
use zen_expression::vm::VM;
use zen_expression::{Expression, compile_expression, expression::Standard};

use rows::{NAMES, ROUNDS, condition, row};

const KERNEL: &str = "credit: twelve rules with reasons, by customers";

fn main() {
    let ours = ours(100_000);
    println!("{:<20}{:>16}{:>10}{:>10}", "engine", "decisions/s", "ours is", "rows hit");
    let rivals = [("rhai 1", rhai(5_000)), ("zen-expression 2", zen(5_000))];
    let per_second = |seconds: f64, n: u32| f64::from(n) / seconds;
    let us = per_second(ours.0, 100_000);
    println!("{:<20}{us:>16.0}{:>9.1}x{:>10}", "recourse", 1.0, ours.1);
    for (name, (seconds, hits)) in rivals {
        let them = per_second(seconds, 5_000);
        println!("{name:<20}{them:>16.0}{:>9.1}x{hits:>10}", us / them);
        assert_eq!(hits, self::ours(5_000).1, "{name} decides otherwise");
    }
}

/// Seconds of the median round, and rows with a reason.
fn ours(n: u32) -> (f64, u64) {
    let kernel = kernels::ALL.iter().find(|k| k.name == KERNEL).expect("the kernel has its name");
    let mut work = (kernel.prepare)(n);
    timed(|| work() - u64::from(n))
}

fn rhai(n: u32) -> (f64, u64) {
    let engine = Engine::new();
    let rules: Vec<AST> = (0..12)
        .map(|at| engine.compile_expression(condition(at, "&&")).expect("a rule compiles"))
        .collect();
    let mut scope = Scope::new();
    timed(|| {
        let mut hits = 0;
        for customer in 0..n {
            scope.clear();
            for (name, value) in NAMES.iter().zip(row(customer)) {
                scope.push(*name, value);
            }
            let mut reasons = Vec::new();
            for (at, rule) in rules.iter().enumerate() {
                if engine
                    .eval_ast_with_scope::<bool>(&mut scope, rule)
                    .expect("a rule holds or not")
                {
                    reasons.push(at);
                }
            }
            hits += u64::from(!black_box(reasons).is_empty());
        }
        hits
    })
}

fn zen(n: u32) -> (f64, u64) {
    let rules: Vec<Expression<Standard>> = (0..12)
        .map(|at| compile_expression(&condition(at, "and")).expect("a rule compiles"))
        .collect();
    let mut vm = VM::new();
    timed(|| {
        let mut hits = 0;
        for customer in 0..n {
            let context = serde_json::Map::from_iter(
                NAMES.iter().zip(row(customer)).map(|(name, v)| ((*name).to_owned(), v.into())),
            );
            let context = Variable::from(serde_json::Value::Object(context));
            let mut reasons = Vec::new();
            for (at, rule) in rules.iter().enumerate() {
                if rule.evaluate_with(context.clone(), &mut vm).expect("a rule holds or not")
                    == Variable::Bool(true)
                {
                    reasons.push(at);
                }
            }
            hits += u64::from(!black_box(reasons).is_empty());
        }
        hits
    })
}

fn timed(mut work: impl FnMut() -> u64) -> (f64, u64) {
    let hits = work();
    let mut seconds: Vec<f64> = (0..ROUNDS)
        .map(|_| {
            let started = Instant::now();
            black_box(work());
            started.elapsed().as_secs_f64()
        })
        .collect();
    seconds.sort_by(f64::total_cmp);
    (seconds[ROUNDS / 2], hits)
}
