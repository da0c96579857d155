//! What a row of a policy says, as a sentence.

use crate::app::Lang;
use crate::policy::feel::ast::Operator;
use crate::policy::feel::{Bound, Cell, Compare, Expr, Scope, Test, Value};

phrases! {
    anything: "is anything" / "為任何值";
    missing: "is missing" / "缺漏";
    none_of: "is none of: " / "不屬於下列各項：";
    or: " or " / " 或 ";
    and: " and " / " 且 ";
    comma: ", " / "、";
    yes: "yes" / "是";
    no: "no" / "否";
}

sentences! {
    equal(value: &str): "is {value}" / "為 {value}";
    differs(value: &str): "is not {value}" / "不為 {value}";
    less(value: &str): "is below {value}" / "低於 {value}";
    at_most(value: &str): "is at most {value}" / "最多 {value}";
    greater(value: &str): "is above {value}" / "高於 {value}";
    at_least(value: &str): "is at least {value}" / "至少 {value}";
    closed(low: &str, high: &str): "is from {low} to {high}" / "介於 {low} 與 {high} 之間（含兩端）";
    open_high(low: &str, high: &str): "is from {low} to below {high}" / "自 {low} 起、低於 {high}";
    open_low(low: &str, high: &str): "is above {low} and at most {high}" / "高於 {low}、最多 {high}";
    open(low: &str, high: &str): "is above {low} and below {high}" / "高於 {low}、低於 {high}";
    condition(what: &str, is: &str): "“{what}” {is}" / "「{what}」{is}";
    when(all: &str, then: &str): "If {all}: {then}." / "若{all}：{then}。";
    when_unless(all: &str, unless: &str, then: &str): "If {all}, unless {unless}: {then}." / "若{all}，除非{unless}：{then}。";
    always(then: &str): "Always: {then}." / "一律：{then}。";
    because(then: &str, why: &str): "{then}, because “{why}”" / "{then}，理由「{why}」";
    result(what: &str, value: &str): "{what} {value}" / "{what} {value}";
    points(points: &str): "{points} {point}" with point(points) "point" "points" / "{points} 分";
    named(name: &str): "“{name}”" / "「{name}」";
}

/// The names of a policy by their labels.
pub type Label<'a> = &'a dyn Fn(&str) -> String;

/// What a cell asks of its input.
#[must_use]
pub fn cell(lang: Lang, cell: &Cell, scope: &Scope, label: Label<'_>) -> String {
    let all = |tests: &[Test]| {
        let said = tests.iter().map(|t| test(lang, t, scope, label));
        said.collect::<Vec<_>>().join(or(lang))
    };
    match cell {
        Cell::Any => anything(lang).to_owned(),
        Cell::OneOf(tests) => all(tests),
        Cell::NoneOf(tests) => format!("{}{}", none_of(lang), all(tests)),
    }
}

fn test(lang: Lang, test: &Test, scope: &Scope, label: Label<'_>) -> String {
    let said = |e: &Expr| value(lang, e, scope, label);
    match test {
        Test::Null => missing(lang).to_owned(),
        Test::Compare(compare, expr, _) => compared(lang, *compare, &said(expr)),
        Test::Interval(interval) => {
            let end = |b: &Bound| (said(&b.value), b.included);
            let ((low, from), (high, to)) = (end(&interval.low), end(&interval.high));
            match (from, to) {
                (true, true) => closed(lang, &low, &high),
                (true, false) => open_high(lang, &low, &high),
                (false, true) => open_low(lang, &low, &high),
                (false, false) => open(lang, &low, &high),
            }
        }
    }
}

fn compared(lang: Lang, compare: Compare, value: &str) -> String {
    match compare {
        Compare::Equal => equal(lang, value),
        Compare::Differs => differs(lang, value),
        Compare::Less => less(lang, value),
        Compare::LessOrEqual => at_most(lang, value),
        Compare::Greater => greater(lang, value),
        Compare::GreaterOrEqual => at_least(lang, value),
    }
}

/// A value or a name; longer expressions are said by their parts.
fn value(lang: Lang, expr: &Expr, scope: &Scope, label: Label<'_>) -> String {
    match expr {
        Expr::Value(Value::Bool(true)) => yes(lang).to_owned(),
        Expr::Value(Value::Bool(false)) => no(lang).to_owned(),
        Expr::Value(Value::Text(text)) => text.to_string(),
        Expr::Value(other) => other.to_string(),
        Expr::Name(slot, _) => named(lang, &label(scope.name(*slot))),
        Expr::Null => missing(lang).to_owned(),
        Expr::Arithmetic(operator, pair, _) => {
            let [left, right] = pair.as_ref();
            let sign = sign(*operator);
            format!(
                "{} {sign} {}",
                value(lang, left, scope, label),
                value(lang, right, scope, label)
            )
        }
        _ => "…".to_owned(),
    }
}

const fn sign(operator: Operator) -> &'static str {
    match operator {
        Operator::Add => "+",
        Operator::Subtract => "−",
        Operator::Multiply => "×",
        Operator::Divide => "÷",
        Operator::Power => "^",
    }
}

/// An expression with the labels of its names; the words of the language stay.
#[must_use]
pub fn expression(lang: Lang, text: &str, label: Label<'_>) -> String {
    let mut said = String::new();
    let mut word = String::new();
    let mut quoted = false;
    for c in text.chars().chain(['\n']) {
        quoted ^= c == '"';
        if !quoted && (c.is_alphanumeric() || matches!(c, '_' | '.')) {
            word.push(c);
            continue;
        }
        let is_name = word.contains('.') && word.starts_with(char::is_alphabetic);
        said.push_str(&if is_name { named(lang, &label(&word)) } else { word.clone() });
        word.clear();
        if c != '\n' {
            said.push(c);
        }
    }
    said
}
