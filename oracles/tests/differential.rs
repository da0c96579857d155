//! Our cells, rows and expressions beside those of dsntk and zen-expression, over random ones.
//!
//! A difference that is meant is named in [`MEANT`] with the clause of DMN 1.5; any other fails.

use dsntk_feel::FeelScope;
use dsntk_feel::values::Value as Theirs;
use recourse::domain::Decimal;
use recourse::policy::feel::{
    Answer, Cause, ErrorKind, Scope, Type, Unit, Value, parse_cell, parse_expression,
};
use recourse::policy::table::{
    Aggregate, HitPolicy, InputText, OutputText, RowText, Table, TableText,
};
use zen_expression::compile_unary_expression;
use zen_expression::variable::Variable;

/// Where an answer of ours differs on purpose, and why.
const MEANT: &[(&str, &str)] = &[
    (
        "division by zero",
        "10.3.2.3: null there, which functions such as max then take; a failure here, which goes on",
    ),
    ("more digits than 28", "10.3.2.3.1: 34 digits there; 28 here, and an overflow is a failure"),
];

/// The same numbers in every run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }

    fn number(&mut self) -> String {
        let whole = self.roll(30) as i64 - 5;
        match self.roll(3) {
            0 => format!("{whole}.{}", self.roll(4) * 25),
            _ => whole.to_string(),
        }
    }

    fn sign(&mut self) -> &'static str {
        ["<", "<=", ">", ">="][self.roll(4) as usize]
    }

    /// A test that all three languages write alike.
    fn test(&mut self) -> String {
        match self.roll(6) {
            0 => self.number(),
            1 | 2 => format!("{} {}", self.sign(), self.number()),
            3 => format!("[{}..{}]", self.number(), self.number()),
            4 => format!("[{}..{})", self.number(), self.number()),
            _ => format!("({}..{}]", self.number(), self.number()),
        }
    }

    fn cell(&mut self) -> String {
        match self.roll(8) {
            0 => format!("not({})", self.test()),
            1 | 2 => format!("{}, {}", self.test(), self.test()),
            _ => self.test(),
        }
    }

    fn expression(&mut self, depth: u32) -> String {
        if depth == 0 {
            return match self.roll(3) {
                0 => "a".to_owned(),
                1 => "b".to_owned(),
                _ => self.number(),
            };
        }
        let (left, right) = (self.expression(depth - 1), self.expression(depth - 1));
        match self.roll(9) {
            0 | 1 => format!("({left} + {right})"),
            2 => format!("({left} - {right})"),
            3 => format!("({left} * {right})"),
            4 => format!("({left} / {right})"),
            5 => format!("min({left}, {right})"),
            6 => format!("max({left}, {right})"),
            7 => format!("(if {left} {} {right} then {left} else {right})", self.sign()),
            _ => format!("abs({left})"),
        }
    }
}

fn scope() -> Scope {
    let mut scope = Scope::default();
    scope.declare("a", Type::Number(Unit::Plain));
    scope.declare("b", Type::Number(Unit::Plain));
    scope
}

fn number(text: &str) -> Answer {
    Ok(Value::Number(text.parse::<Decimal>().unwrap()))
}

/// What dsntk says to an expression over `a` and `b`.
fn dsntk(expression: &str, a: &str, b: &str) -> Theirs {
    let empty = FeelScope::default();
    let context = format!("{{a: {a}, b: {b}}}");
    let values = dsntk_feel_evaluator::evaluate_context(&empty, &context).unwrap();
    let scope = FeelScope::default();
    scope.push(values);
    let node = dsntk_feel_parser::parse_textual_expression(&scope, expression, false)
        .unwrap_or_else(|e| panic!("`{expression}`: {e}"));
    dsntk_feel_evaluator::evaluate(&scope, &node)
}

#[test]
fn cells_hold_as_they_do_in_dsntk() {
    let mut dice = Dice(1);
    for _ in 0..4_000 {
        let (cell, a) = (dice.cell(), dice.number());
        let ours = parse_cell(&cell, &scope()).unwrap().holds(&number(&a), &[]).unwrap();
        let tests = match cell.strip_prefix("not(") {
            Some(_) => format!("not(a in ({}))", &cell[4..cell.len() - 1]),
            None => format!("a in ({cell})"),
        };
        match dsntk(&tests, &a, "0") {
            Theirs::Boolean(theirs) => assert_eq!(ours, theirs, "a = {a}, cell `{cell}`"),
            other => panic!("a = {a}, cell `{cell}`: ours {ours}, theirs {other}"),
        }
    }
}

#[test]
fn cells_hold_as_they_do_in_zen() {
    let mut dice = Dice(2);
    let mut compared = 0;
    for _ in 0..4_000 {
        let (cell, a) = (dice.test(), dice.number());
        let ours = parse_cell(&cell, &scope()).unwrap().holds(&number(&a), &[]).unwrap();
        let zen = compile_unary_expression(&cell).unwrap_or_else(|e| panic!("`{cell}`: {e}"));
        let value = Variable::Number(a.parse().unwrap());
        let context = Variable::from(serde_json::json!({}));
        if let Variable::Object(object) = &context {
            object.borrow_mut().insert("$".into(), value);
        }
        let theirs = zen.evaluate(context).unwrap_or_else(|e| panic!("`{cell}` for {a}: {e}"));
        assert_eq!(ours, theirs, "a = {a}, cell `{cell}`");
        compared += 1;
    }
    assert_eq!(compared, 4_000);
}

#[test]
fn rows_of_tables_hold_as_they_do_in_dsntk() {
    let mut dice = Dice(3);
    for _ in 0..60 {
        let rows: Vec<(String, String)> =
            (0..1 + dice.roll(60)).map(|_| (dice.test(), dice.cell())).collect();
        let input = |name: &str| InputText { expression: name.to_owned(), allowed: None };
        let text = TableText {
            inputs: vec![input("a"), input("b")],
            outputs: vec![OutputText { name: "o".to_owned(), allowed: None, default: None }],
            rows: rows
                .iter()
                .enumerate()
                .map(|(at, (a, b))| RowText {
                    id: at.to_string(),
                    when: vec![a.clone(), b.clone()],
                    then: vec![at.to_string()],
                })
                .collect(),
        };
        let table = Table::compile(HitPolicy::Collect(Aggregate::List), &text, &scope()).unwrap();
        let (a, b) = (dice.number(), dice.number());
        let ours = table.decide(&[number(&a), number(&b)]).hits;
        let holds = |name: &str, cell: &str| {
            let test = match cell.strip_prefix("not(") {
                Some(_) => format!("not({name} in ({}))", &cell[4..cell.len() - 1]),
                None => format!("{name} in ({cell})"),
            };
            matches!(dsntk(&test, &a, &b), Theirs::Boolean(true))
        };
        let theirs: Vec<usize> = (0..rows.len())
            .filter(|at| holds("a", &rows[*at].0) && holds("b", &rows[*at].1))
            .collect();
        assert_eq!(ours, theirs, "a = {a}, b = {b}: {rows:?}");
    }
}

#[test]
fn expressions_answer_as_in_dsntk() {
    let mut dice = Dice(4);
    let (mut same, mut meant) = (0, 0);
    for _ in 0..3_000 {
        let expression = dice.expression(3);
        let (a, b) = (dice.number(), dice.number());
        let read = parse_expression(&expression, &scope()).unwrap();
        let ours = read.answer(&[number(&a), number(&b)]);
        match (&ours, dsntk(&expression, &a, &b)) {
            (Ok(Value::Number(ours)), Theirs::Number(theirs)) => {
                let theirs = rounded(&theirs.to_string());
                let ours = rounded(&ours.to_string());
                assert_eq!(ours, theirs, "a = {a}, b = {b}: `{expression}`");
                same += 1;
            }
            // Both have no answer; ours says why.
            (Err(_), Theirs::Null(_)) => meant += 1,
            (Err(Cause::Error(e)), _) if e.kind == ErrorKind::DivisionByZero => meant += 1,
            (ours, theirs) => panic!("a = {a}, b = {b}: `{expression}`: {ours:?}, {theirs}"),
        }
    }
    println!("{same} alike, {meant} without an answer in either; {} kinds meant", MEANT.len());
    assert!(same > 2_000);
}

/// To 20 places: quotients end at 28 digits here and at 34 there.
fn rounded(text: &str) -> String {
    let number = Decimal::from_str_radix(text, 10).or_else(|_| Decimal::from_scientific(text));
    let number = number.unwrap_or_else(|_| shortened(text));
    number.round_dp(20).normalize().to_string()
}

fn shortened(text: &str) -> Decimal {
    let end = text.len().min(if text.starts_with('-') { 30 } else { 29 });
    text[..end].parse().unwrap()
}
