//! Every expression is answered the short way as the long way answers it: in a rule, a score, a table and a limit.

use recourse::domain::Currency;
use recourse::engine::credit::Sitting;
use recourse::policy::Compiled;
use serde_json::{Value, json};

use super::short_way::{edited, good, is_short, today};

/// What is made of an expression: the cells that look at it, and the limit.
type Made = ([&'static str; 4], &'static str);

const TRUTH: Made = (["true", "not(true)", "null", "not(null)"], "if calc.t then x.m else x.m * 2");
const CLASS: Made = (CELLS, "if calc.t < 2.5 then x.m else x.m * 2");
const AMOUNT: Made = (CELLS, "x.m * calc.t");
/// Some values are in none.
const CELLS: [&str; 4] = ["< 1", "[1..3)", "null", "[3..7], (7..1000000]"];

/// A policy in which all depends on one expression.
fn of_expression(expr: &str, (cells, limit): Made) -> Compiled {
    // A null in a score is left to the long way, with all that follows.
    let scored = if limit == CLASS.1 { "x.b" } else { "calc.t" };
    edited(|d| {
        d["fields"].as_array_mut().unwrap().extend(fields());
        d["derived"] = json!([{ "id": "calc.t", "label": label(), "expr": expr }]);
        d["scorecards"] = json!([{
            "id": "s.t", "label": label(), "base": 1, "maxReasons": 3,
            "characteristics": [{ "field": scored, "bins": bins(cells) }],
        }]);
        d["stages"] = json!([rules(cells), table(cells), limits(limit)]);
    })
}

fn label() -> Value {
    json!({ "en": "-", "zh-Hant": "-" })
}

fn fields() -> [Value; 4] {
    [("x.a", "number"), ("x.b", "number"), ("x.s", "bool"), ("x.m", "money")].map(|(id, kind)| {
        let missing = json!({ "do": "score-as-missing" });
        json!({ "id": id, "label": label(), "type": kind, "source": "test", "missing": missing })
    })
}

fn bins(cells: [&str; 4]) -> Value {
    let bin = |(at, is)| json!({ "is": is, "points": at, "reason": "R-SLOW" });
    cells.iter().enumerate().map(bin).collect()
}

fn rules(cells: [&str; 4]) -> Value {
    // What cannot be told asks for more than what holds for want of a value.
    let then = ["decline", "hold", "prepay", "hold"];
    let rule = |(at, is): (usize, &&str)| {
        json!({
            "id": format!("K{at}"), "label": label(), "then": then[at], "reason": "R-DISPUTES",
            "when": [{ "field": "calc.t", "is": is }],
            "unless": [{ "field": "x.a", "is": "77" }],
        })
    };
    let rules: Value = cells.iter().enumerate().map(rule).collect();
    json!({ "id": "rules", "label": label(), "kind": "rules", "rules": rules })
}

fn table(cells: [&str; 4]) -> Value {
    let row = |(at, is): (usize, &&str)| {
        json!({
            "id": format!("R{at}"), "when": [is, "-"], "then": [at.to_string()], "reason": "R-LATE",
        })
    };
    let rows: Value = cells.iter().enumerate().map(row).collect();
    json!({
        "id": "table", "label": label(), "kind": "table", "hit": "first", "rules": rows,
        "inputs": [{ "field": "calc.t" }, { "field": "s.t" }],
        "outputs": [{ "id": "o.t", "label": label(), "role": "term-days" }],
    })
}

fn limits(limit: &str) -> Value {
    let candidate =
        |id: &str, expr: &str| json!({ "id": id, "label": label(), "expr": expr, "reason": id });
    let candidates = [
        candidate("R-SPENDCAP", limit),
        candidate("R-HOUSECAP", "if o.t = x.a then x.m * 0.5 else x.m * 100000"),
        candidate("R-NETWORTH", "if x.b != o.t then x.m * 100000 else x.m * 0.2"),
        candidate("R-AVERAGE", "if o.t = 14 / x.b then x.m * 0.1 else x.m * 100000"),
    ];
    json!({ "id": "limit", "label": label(), "kind": "limit", "candidates": candidates })
}

/// How a customer goes whose values are plain.
#[derive(Clone, Copy, PartialEq)]
enum Way {
    Short,
    /// The long way where a share never ends.
    ShortIfWhole,
    Long,
}
use Way::{Long, Short, ShortIfWhole};

/// Expressions of numbers, and whether the short way can tell them.
const NUMBERS: &[(&str, Way)] = &[
    ("x.a", Short),
    ("x.a + x.b", Short),
    ("x.a - x.b", Short),
    ("x.b - x.a", Short),
    ("x.a * x.b", Short),
    ("x.a / x.b", Short),
    ("x.a / (0 - x.b)", Short),
    ("x.a / x.b + 1", ShortIfWhole),
    ("14 / x.a + x.b", Short),
    ("x.b - 14 / x.a", Short),
    ("-x.a", Long),
    ("x.a ** 2", Long),
    ("x.a * 1000000 * x.b / 1000000", Short),
    ("x.a * 0.000001", Short),
    ("min(x.a, x.b)", Short),
    ("max(x.a, x.b, 2)", Short),
    ("min(x.a / x.b, x.b)", ShortIfWhole),
    ("if x.s then x.a else x.b", Short),
    ("if x.s then x.a else null", Long),
    ("if null then x.a else x.b", Long),
    ("if true then x.a else x.b", Short),
    ("if x.a > x.b then x.a else x.b", Short),
    ("if x.a = null then x.b else x.a", Short),
    ("if x.a / x.b = null then 0 else 1", Long),
    ("(1 + 2) * x.a", Short),
    ("p.overdueShare * x.a", Short),
    ("if p.overdueShare = null then x.a else x.b", Short),
    ("floor(x.a)", Long),
];

/// The same for expressions that are true or false.
const TRUTHS: &[(&str, Way)] = &[
    ("x.s", Short),
    ("not(x.s)", Short),
    ("x.a = x.b", Short),
    ("x.a != x.b", Short),
    ("x.a < x.b", Short),
    ("x.a <= x.b", Short),
    ("x.a > x.b", Short),
    ("x.a >= x.b", Short),
    ("x.a / x.b > x.b / x.a", Short),
    ("x.a / x.b = x.a * 2 / (x.b * 2)", Short),
    ("x.a * x.b = 0.0000105", Short),
    ("1 / x.a = x.b", Short),
    ("x.b != 1 / x.a", Short),
    ("1 / x.a < x.b", Short),
    ("x.b > 1 / x.a", Short),
    ("x.a = null", Short),
    ("null = x.a", Short),
    ("x.a != null", Long),
    ("x.s = null", Short),
    ("x.s = true", Short),
    ("x.s != (x.a > x.b)", Short),
    ("x.s = (x.a > x.b)", Short),
    ("x.s and x.a > 1", Short),
    ("x.s or x.a > 1", Short),
    ("x.a > 1 and x.b > 1 or x.s", Short),
    ("(if x.s then x.a else null) = x.a", Long),
    ("(if x.s then x.a else null) != x.b", Long),
    ("x.a in [1..5]", Long),
];

const NONE: &str = "";

/// Two plain ones; broken, too fine and too large for the short way; none.
const VALUES: [&str; 11] = [
    "7",
    "2",
    "0",
    "-1.5",
    "3.5",
    "0.0000001",
    "0.000003",
    "9000000000000",
    "-9223372036854.775807",
    "10000000000000",
    NONE,
];

fn told_alike((expr, way): (&str, Way), made: Made) {
    let policy = of_expression(expr, made);
    let mut sitting = Sitting::new(&policy, today());
    for (at, by) in (0..VALUES.len()).flat_map(|at| (0..VALUES.len()).map(move |by| (at, by))) {
        let values = [
            ("x.a", VALUES[at]),
            ("x.b", VALUES[by]),
            ("x.s", ["true", "false", NONE][(at + by) % 3]),
            ("x.m", if at == 4 { NONE } else { "10.00" }),
        ];
        let mut inputs = good(&policy, &[]);
        inputs.currency = [Currency::EUR, Currency::JPY][by % 2];
        for (field, text) in values.into_iter().filter(|(_, text)| *text != NONE) {
            inputs.set_text(&policy, field, text, ("test", None)).unwrap();
        }
        let case = format!("{expr}, {}, {values:?}", made.1);
        let short = is_short(&policy, &mut sitting, &inputs, &case);
        let plain = at < 2 && by < 2;
        // An amount that never ends is left to the long way.
        if plain && (at == by || (way != ShortIfWhole && made != AMOUNT)) {
            assert_eq!(short, way != Long, "{case}");
        }
    }
}

#[test]
fn an_expression_of_numbers_is_answered_alike() {
    for case in NUMBERS {
        told_alike(*case, CLASS);
        told_alike(*case, AMOUNT);
    }
}

#[test]
fn an_expression_that_is_true_or_false_is_answered_alike() {
    TRUTHS.iter().for_each(|case| told_alike(*case, TRUTH));
}
