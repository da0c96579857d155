//! Expressions of derived values and limit candidates.

use proptest::prelude::*;
use recourse::policy::feel::{
    Answer, Cause, ErrorKind, Scope, Slot, Type, Unit, Value, parse_expression,
};

fn scope() -> Scope {
    let mut scope = Scope::default();
    scope.declare("a", Type::Number(Unit::Plain));
    scope.declare("b", Type::Bool);
    scope.declare("money", Type::Number(Unit::Money));
    scope.declare("Full Name", Type::Text);
    scope.declare("day", Type::Day);
    scope.declare("any", Type::Any);
    scope
}

fn answer_with(text: &str, inputs: &[Answer]) -> Answer {
    parse_expression(text, &scope()).unwrap().answer(inputs)
}

fn answer(text: &str) -> String {
    let day = Value::Day(recourse::domain::Day::new(2026, 1, 31).unwrap());
    let inputs = [
        Ok(Value::number(3)),
        Ok(Value::Bool(true)),
        Ok(Value::number(1000)),
        Ok(Value::text("Ana Lin")),
        Ok(day),
    ];
    match answer_with(text, &inputs) {
        Ok(value) => value.to_string(),
        Err(Cause::Null) => "null".to_owned(),
        Err(Cause::Missing(slot)) => format!("missing {}", scope().name(slot)),
        Err(Cause::Error(error)) => error.to_string(),
    }
}

#[test]
fn arithmetic_is_exact_and_ranked() {
    for (text, wanted) in [
        ("0.1 + 0.2", "0.3"),
        ("0.1 + 0.2 = 0.3", "true"),
        ("5 + 2 ** 5 + 3", "40"),
        ("-2 ** 2", "4"),
        ("10 + 20 / -5 - 3", "3"),
        ("-10--5", "-5"),
        ("(10+20)/(-5*3)", "-2"),
        ("10 ** -2", "0.01"),
        ("2 ** 3 ** 2", "64"),
        ("1 / 3", "0.3333333333333333333333333333"),
        ("money * 2.5 + 1000", "3500"),
        ("min(money, 250000, 900)", "900"),
        ("max([1, 5, a])", "5"),
        ("sum(1, 2, a)", "6"),
        ("count([1, 2, 3])", "3"),
        ("abs(-3.5)", "3.5"),
        ("floor(-1.5)", "-2"),
        ("ceiling(1.2)", "2"),
        ("floor(1299, -2)", "1200"),
        ("round half up(-2.5, 0)", "-3"),
        ("round half down(2.5, 0)", "2"),
        ("round up(1.1, 0)", "2"),
        ("round down(-1.9, 0)", "-1"),
        ("decimal(2.5, 0)", "2"),
        ("decimal(1234.5678, 2)", "1234.57"),
        ("modulo(-12, 5)", "3"),
        ("\"Dear \" + Full Name", "\"Dear Ana Lin\""),
    ] {
        assert_eq!(answer(text), wanted, "{text}");
    }
}

#[test]
fn durations_are_added_divided_and_multiplied() {
    for (text, wanted) in [
        (r#"date("2026-11-24") - duration("PT12H")"#, r#"date("2026-11-23")"#),
        (r#"date("2026-11-24") + duration("-PT12H")"#, r#"date("2026-11-23")"#),
        (r#"date("2026-11-24") - duration("P1DT1H")"#, r#"date("2026-11-22")"#),
        (r#"date("2026-11-24") + duration("PT36H")"#, r#"date("2026-11-25")"#),
        (r#"duration("P2D") + duration("PT12H")"#, r#"duration("P2DT12H")"#),
        (r#"duration("P2D") - duration("P3D")"#, r#"duration("-P1D")"#),
        (r#"duration("P1Y") + duration("P2M")"#, r#"duration("P1Y2M")"#),
        (r#"duration("P1Y") - duration("P2M")"#, r#"duration("P10M")"#),
        (r#"duration("P2D") * 3"#, r#"duration("P6D")"#),
        (r#"3 * duration("P2D")"#, r#"duration("P6D")"#),
        (r#"duration("P3D") / 2"#, r#"duration("P1DT12H")"#),
        (r#"duration("P1Y") * 2"#, r#"duration("P2Y")"#),
        (r#"2 * duration("P1M")"#, r#"duration("P2M")"#),
        (r#"duration("P1Y") / 5"#, r#"duration("P2M")"#),
        (r#"duration("P6D") / duration("P2D")"#, "3"),
        (r#"duration("P2Y") / duration("P6M")"#, "4"),
        (r#"day - duration("P1D")"#, r#"date("2026-01-30")"#),
        (r#"day - duration("P1M")"#, r#"date("2025-12-31")"#),
        (r#"day + duration("P1M")"#, r#"date("2026-02-28")"#),
        (r#"duration("P1D") + day"#, r#"date("2026-02-01")"#),
        (r#"day - date("2026-01-01")"#, r#"duration("P30D")"#),
    ] {
        assert_eq!(answer(text), wanted, "{text}");
    }
}

#[test]
fn every_kind_has_its_order_and_null_equals_only_null() {
    for (text, wanted) in [
        (r#"time("10:00:00") < time("11:00:00")"#, "true"),
        (r#"time("10:00:00") > time("11:00:00")"#, "false"),
        (
            r#"date and time("2026-01-01T10:00:00Z") < date and time("2026-01-01T10:00:01Z")"#,
            "true",
        ),
        (r#"duration("P1D") < duration("P2D")"#, "true"),
        (r#"duration("P1M") >= duration("P2M")"#, "false"),
        (r#"day > date("2026-01-30")"#, "true"),
        (r#"Full Name < "Anb""#, "true"),
        (r#"Full Name < "An""#, "false"),
        ("a != 3", "false"),
        ("a != 4", "true"),
        ("a = null", "false"),
        ("a != null", "true"),
        ("null = null", "true"),
        ("not(b)", "false"),
        ("[1, 2, 3]", "[1, 2, 3]"),
        ("[]", "[]"),
    ] {
        assert_eq!(answer(text), wanted, "{text}");
    }
}

#[test]
fn choices_comparisons_and_dates() {
    for (text, wanted) in [
        ("if a > 2 then \"many\" else \"few\"", "\"many\""),
        ("if a > 2 and not(b) then 1 else 2", "2"),
        ("a between 1 and 3", "true"),
        ("a in (1, [3..5])", "true"),
        ("a in [4..5]", "false"),
        ("a in (> 5, < 0)", "false"),
        ("day + duration(\"P1M\")", "date(\"2026-02-28\")"),
        ("day + @\"P30D\" - day", "duration(\"P30D\")"),
        ("(day - date(2025, 12, 31)) / duration(\"P1D\")", "31"),
        ("years and months duration(date(\"2025-03-01\"), day)", "duration(\"P10M\")"),
        ("list contains([1, 2], a)", "false"),
        ("@\"PT36H\" > @\"P1D\"", "true"),
    ] {
        assert_eq!(answer(text), wanted, "{text}");
    }
}

#[test]
fn operations_without_a_result_say_why_and_where() {
    for (text, wanted) in [
        ("1 / (a - 3)", "at character 3: division by zero"),
        ("a + \"x\"", "at character 3: a number and text do not go together"),
        ("2 ** 0.5", "at character 3: the exponent is not a whole number"),
        ("10 ** 40", "at character 4: the result is too large"),
        ("min([])", "at character 1: the list is empty"),
        ("10 + null", "null"),
        ("if null then 1 else 2", "2"),
        ("null = null", "true"),
        ("a = null", "false"),
    ] {
        assert_eq!(answer(text), wanted, "{text}");
    }
}

#[test]
fn functions_answer_at_their_edges() {
    for (text, wanted) in [
        (r#"duration("-P1DT2H3M4S")"#, r#"duration("-P1DT2H3M4S")"#),
        (r#"duration("-P1Y2M")"#, r#"duration("-P1Y2M")"#),
        (r#"duration("PT0S")"#, r#"duration("P0D")"#),
        (r#"duration("PT90M")"#, r#"duration("PT1H30M")"#),
        (r#"time("23:59:59")"#, r#"time("23:59:59")"#),
        (r#"abs(duration("-P1DT2H"))"#, r#"duration("P1DT2H")"#),
        (r#"abs(duration("-P1Y2M"))"#, r#"duration("P1Y2M")"#),
        ("abs(4)", "4"),
        ("modulo(12, 5)", "2"),
        ("modulo(12, -5)", "-3"),
        ("modulo(-12, -5)", "-2"),
        ("modulo(-10, 5)", "0"),
        ("modulo(2.5, 1)", "0.5"),
        ("modulo(a, a - 3)", "at character 1: division by zero"),
        ("floor(1.29, 1)", "1.2"),
        ("floor(-1.21, 1)", "-1.3"),
        ("floor(7)", "7"),
        ("ceiling(1.21, 1)", "1.3"),
        ("ceiling(-1.29, 1)", "-1.2"),
        ("ceiling(1201, -2)", "1300"),
        ("ceiling(1200, -2)", "1200"),
        ("decimal(25, -1)", "20"),
        ("decimal(3.5, 0)", "4"),
        ("round up(-1.01, 1)", "-1.1"),
        ("round up(101, -2)", "200"),
        ("round down(199, -2)", "100"),
        ("round half up(2.5, 0)", "3"),
        ("round half up(250, -2)", "300"),
        ("round half down(-2.5, 0)", "-2"),
        ("round half down(2.51, 0)", "3"),
        ("floor(1.5, 28)", "1.5"),
        ("floor(1.5, -28)", "0"),
        ("floor(1.5, 29)", "at character 1: the exponent is not a whole number"),
        ("floor(1.5, -29)", "at character 1: the exponent is not a whole number"),
        ("floor(1.5, 0.5)", "at character 1: the exponent is not a whole number"),
        ("ceiling(70000000000000000000000000001, -28)", "at character 1: the result is too large"),
        ("min(3, 1, 2)", "1"),
        ("max(1, 3, 2)", "3"),
        (r#"min("b", "a")"#, r#""a""#),
        (r#"max(day, date("2026-02-01"))"#, r#"date("2026-02-01")"#),
        (r#"sum(duration("P1D"), duration("P2D"))"#, r#"duration("P3D")"#),
        ("sum([])", "at character 1: the list is empty"),
        ("count([])", "0"),
        ("list contains([1, 2, 3], a)", "true"),
        ("list contains([], a)", "false"),
        ("list contains(null, a)", "null"),
        ("list contains(a, 1)", "at character 1: a list and something else do not go together"),
        ("date(2026, 2, 28)", r#"date("2026-02-28")"#),
        (
            "date(2026, 2, 29)",
            "at character 1: a date and numbers that name no day do not go together",
        ),
        (
            "date(2026.5, 1, 1)",
            "at character 1: a date and numbers that name no day do not go together",
        ),
        ("date(day)", r#"date("2026-01-31")"#),
        (r#"date(date and time("2026-01-01T23:30:00Z"))"#, r#"date("2026-01-01")"#),
        ("abs(b)", "at character 1: the function and true or false do not go together"),
        ("floor(b)", "at character 1: a number and true or false do not go together"),
        ("not(a)", "at character 1: true or false and a number do not go together"),
    ] {
        assert_eq!(answer(text), wanted, "{text}");
    }
}

#[test]
fn months_are_whole_and_towards_zero() {
    for (from, to, wanted) in [
        ("2025-03-15", "2025-05-14", "P1M"),
        ("2025-03-15", "2025-05-15", "P2M"),
        ("2025-03-15", "2025-05-16", "P2M"),
        ("2025-05-15", "2025-03-16", "-P1M"),
        ("2025-05-15", "2025-03-15", "-P2M"),
        ("2025-05-15", "2025-03-14", "-P2M"),
        ("2025-05-10", "2025-05-20", "P0M"),
        ("2025-05-20", "2025-05-10", "P0M"),
        ("2024-12-31", "2025-12-30", "P11M"),
    ] {
        let text = format!(r#"years and months duration(date("{from}"), date("{to}"))"#);
        assert_eq!(answer(&text), format!(r#"duration("{wanted}")"#), "{text}");
    }
}

#[test]
fn texts_become_dates_when_they_are_worked_out() {
    let with = |text: &str, name: &str| {
        let inputs = [
            Ok(Value::number(3)),
            Ok(Value::Bool(true)),
            Ok(Value::number(0)),
            Ok(Value::text(name)),
        ];
        answer_with(text, &inputs)
            .map_or_else(|cause| format!("{cause:?}"), |value| value.to_string())
    };
    assert_eq!(with("date(Full Name)", "2026-01-02"), r#"date("2026-01-02")"#);
    assert_eq!(with("time(Full Name)", "10:20:30"), r#"time("10:20:30")"#);
    assert_eq!(with("duration(Full Name)", "P1D"), r#"duration("P1D")"#);
    assert_eq!(
        with("date and time(Full Name)", "2026-01-02T03:04:05Z"),
        r#"date and time("2026-01-02T03:04:05.000Z")"#
    );
    for text in
        ["date(Full Name)", "time(Full Name)", "duration(Full Name)", "date and time(Full Name)"]
    {
        assert!(with(text, "Ana").contains("Kind"), "{text}");
    }
}

#[test]
fn calls_are_counted_and_dates_read_before_anything_runs() {
    let fault = |text: &str| parse_expression(text, &scope()).unwrap_err().to_string();
    for text in [
        "abs()",
        "abs(1, 2)",
        "floor()",
        "floor(1, 2, 3)",
        "modulo(1)",
        "decimal(1)",
        "date()",
        "date(2026, 1)",
        "date(1, 2, 3, 4)",
        "time()",
        "count(1, 2)",
        "list contains([1])",
        "not()",
        "min()",
        "years and months duration(day)",
    ] {
        assert!(fault(text).contains("takes"), "{text}: {}", fault(text));
    }
    for text in [
        r#"date("2026-02-30")"#,
        r#"time("1:00:00")"#,
        r#"time("24:00:00")"#,
        r#"time("10:60:00")"#,
        r#"time("10:00:60")"#,
        r#"time("10:00")"#,
        r#"duration("P+5D")"#,
        r#"duration("P5")"#,
        r#"duration("P1DT")"#,
        r#"duration("P1M1D")"#,
        r#"duration("5D")"#,
        r#"time("25:00:00")"#,
        r#"duration("P")"#,
        r#"date and time("x")"#,
    ] {
        assert!(parse_expression(text, &scope()).is_err(), "{text}");
    }
}

#[test]
fn logic_has_three_values() {
    let missing = || -> Answer { Err(Cause::Missing(Slot(1))) };
    let with = |text: &str| answer_with(text, &[Ok(Value::number(3)), missing()]);
    assert_eq!(with("b or a = 3"), Ok(Value::Bool(true)));
    assert_eq!(with("b and a = 4"), Ok(Value::Bool(false)));
    assert_eq!(with("b and a = 3"), missing());
    assert_eq!(with("b or a = 4"), missing());
    assert_eq!(with("not(b)"), missing());
    assert_eq!(with("b = null"), Ok(Value::Bool(true)));
    assert_eq!(with("b = true"), missing());
    assert_eq!(with("if b then 1 else 2"), missing());
    let error = with("b and 1 / 0 = 1");
    assert!(matches!(error, Err(Cause::Error(e)) if e.kind == ErrorKind::DivisionByZero));
}

#[test]
fn types_are_checked_before_anything_runs() {
    let kind = |text: &str| {
        parse_expression(text, &scope()).unwrap().kind(&scope()).map_err(|clash| clash.to_string())
    };
    assert_eq!(kind("money / money"), Ok(Type::Number(Unit::Plain)));
    assert_eq!(kind("money * a"), Ok(Type::Number(Unit::Money)));
    assert_eq!(kind("if money > 0 then money else 0"), Ok(Type::Number(Unit::Money)));
    assert_eq!(kind("day - day"), Ok(Type::Span));
    let plain = || Ok(Type::Number(Unit::Plain));
    let money = || Ok(Type::Number(Unit::Money));
    for (text, wanted) in [
        ("2 * 3", Ok(Type::Number(Unit::Free))),
        ("2 / 3", Ok(Type::Number(Unit::Free))),
        ("a / 2", plain()),
        ("2 * a", plain()),
        ("money / a", money()),
        ("2 * money", money()),
        ("a ** 2", plain()),
        ("any + day", Ok(Type::Any)),
        ("money * any", Ok(Type::Any)),
        ("Full Name + \"x\"", Ok(Type::Text)),
        ("day + duration(\"P1D\")", Ok(Type::Day)),
        ("duration(\"P1M\") + day", Ok(Type::Day)),
        ("day - duration(\"P1M\")", Ok(Type::Day)),
        ("duration(\"P1D\") + duration(\"P2D\")", Ok(Type::Span)),
        ("duration(\"P1M\") - duration(\"P2M\")", Ok(Type::Months)),
        ("duration(\"P1D\") * 2", Ok(Type::Span)),
        ("2 * duration(\"P1M\")", Ok(Type::Months)),
        ("duration(\"P6D\") / 2", Ok(Type::Span)),
        ("duration(\"P6D\") / duration(\"P2D\")", plain()),
        ("min([2, a], 1)", plain()),
        ("count([1])", plain()),
        ("count(any)", plain()),
    ] {
        assert_eq!(kind(text), wanted, "{text}");
    }
    for text in [
        "a / money",
        "money ** 2",
        "2 ** money",
        "duration(\"P1D\") - duration(\"P1M\")",
        "duration(\"P6D\") / duration(\"P2M\")",
        "duration(\"P6D\") * duration(\"P2D\")",
        "day * 2",
        "count(a)",
        "min(a, day)",
        "floor(day)",
    ] {
        assert!(kind(text).is_err(), "{text} must clash");
    }
    for text in ["money + a", "money * money", "Full Name > 5", "b + 1", "a and b", "day + 1"] {
        assert!(kind(text).is_err(), "{text} must clash");
    }
    assert_eq!(
        kind("money > a").unwrap_err(),
        "at character 7: an amount of money and a number do not go together"
    );
}

/// A sum, difference or product of small whole numbers, written out, and its value.
fn whole() -> impl Strategy<Value = (String, i128)> {
    let leaf = (-9_i64..9).prop_map(|n| (format!("({n})"), i128::from(n)));
    leaf.prop_recursive(4, 32, 2, |inner| {
        (inner.clone(), inner, 0..5_u8).prop_map(|((a, x), (b, y), operator)| match operator {
            0 => (format!("({a} + {b})"), x + y),
            1 => (format!("({a} - {b})"), x - y),
            2 => (format!("({a}*{b})"), x * y),
            3 => (format!("min({a}, {b})"), x.min(y)),
            _ => (format!("(if {a} < {b} then {a} else -{b})"), if x < y { x } else { -y }),
        })
    })
}

/// `and`, `or` and `not` over true, false and unknown, and the answer by the table of the standard.
fn logic() -> impl Strategy<Value = (String, Option<bool>)> {
    let leaf = prop::sample::select(vec![
        ("true".to_owned(), Some(true)),
        ("false".to_owned(), Some(false)),
        ("null".to_owned(), None),
    ]);
    leaf.prop_recursive(4, 32, 2, |inner| {
        (inner.clone(), inner, 0..3_u8).prop_map(|((a, x), (b, y), operator)| match operator {
            0 => (
                format!("({a} and {b})"),
                match (x, y) {
                    (Some(false), _) | (_, Some(false)) => Some(false),
                    (Some(true), Some(true)) => Some(true),
                    _ => None,
                },
            ),
            1 => (
                format!("({a} or {b})"),
                match (x, y) {
                    (Some(true), _) | (_, Some(true)) => Some(true),
                    (Some(false), Some(false)) => Some(false),
                    _ => None,
                },
            ),
            _ => (format!("not({a})"), x.map(|x| !x)),
        })
    })
}

proptest! {
    /// A number keeps every digit it is written with, or is refused: as the library's own exact reading has it.
    #[test]
    fn a_number_is_read_with_all_its_digits_or_not_at_all(text in "(0|00|[0-9]{1,32})(\\.(0|[0-9]{1,31}))?") {
        use recourse::domain::Decimal;
        let read = parse_expression(&text, &scope()).ok().map(|read| read.answer(&[]).unwrap());
        let exact = Decimal::from_str_exact(&text).ok();
        let scale = |value: &Value| match value {
            Value::Number(number) => number.scale(),
            other => panic!("{other} is no number"),
        };
        prop_assert_eq!(read.as_ref().map(scale), exact.map(|number| number.scale()));
        prop_assert_eq!(read, exact.map(Value::Number));
    }

    #[test]
    fn whole_numbers_agree_with_machine_arithmetic((text, wanted) in whole()) {
        let found = answer_with(&text, &[]);
        prop_assert_eq!(found, Ok(Value::Number(wanted.into())), "{}", text);
    }

    #[test]
    fn logic_agrees_with_the_table_of_the_standard((text, wanted) in logic()) {
        let found = answer_with(&text, &[]).ok();
        prop_assert_eq!(found, wanted.map(Value::Bool), "{}", text);
    }

    #[test]
    fn any_expression_is_read_or_refused_without_a_crash(text in "[ -~]{0,30}") {
        if let Ok(expr) = parse_expression(&text, &scope()) {
            let _ = expr.answer(&[]);
            let _ = expr.kind(&scope());
        }
    }
}
