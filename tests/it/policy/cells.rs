//! Cells of tables: what is read, what is refused and where, and when they hold.

use proptest::prelude::*;
use recourse::policy::feel::{
    Answer, Cause, ErrorKind, Scope, Slot, Truth, Type, Unit, Value, parse_cell, parse_expression,
};

fn scope() -> Scope {
    let mut scope = Scope::default();
    scope.declare("embargo", Type::List(Box::new(Type::Text)));
    scope.declare("spend", Type::Number(Unit::Money));
    scope.declare("payment.overdue", Type::Number(Unit::Money));
    scope
}

fn inputs() -> Vec<Answer> {
    let embargo = Value::List(vec![Value::text("RU"), Value::text("KP")].into());
    vec![Ok(embargo), Ok(Value::number(100)), Ok(Value::number(5))]
}

fn holds(cell: &str, input: Answer) -> Truth {
    parse_cell(cell, &scope()).unwrap().holds(&input, &inputs())
}

fn number(text: &str) -> Answer {
    Ok(Value::Number(text.parse().unwrap()))
}

fn text(text: &str) -> Answer {
    Ok(Value::text(text))
}

#[test]
fn comparisons_and_intervals_keep_their_bounds() {
    for (cell, yes, no) in [
        ("< 5", "4.999", "5"),
        ("<= 5", "5", "5.001"),
        ("> 5", "5.001", "5"),
        (">= 5", "5", "4.999"),
        ("5", "5.00", "5.01"),
        ("-5", "-5", "5"),
        ("[50..70)", "50", "70"),
        ("(50..70]", "70", "50"),
        ("[50..70]", "70", "70.01"),
        ("]50..70[", "69", "50"),
        ("1, 3, [5..7]", "6", "4"),
        ("not(1, 3)", "2", "3"),
        ("not([5..7])", "8", "7"),
        ("< spend / 2", "49", "50"),
        ("(1 + 2) * 2", "6", "5"),
        ("(spend - 10..spend)", "95", "100"),
        (".5", "0.5", "5"),
        ("!= 3", "4", "3"),
    ] {
        assert_eq!(holds(cell, number(yes)), Ok(true), "{cell} for {yes}");
        assert_eq!(holds(cell, number(no)), Ok(false), "{cell} for {no}");
    }
}

#[test]
fn text_lists_and_named_lists() {
    assert_eq!(holds(r#""DE","AT""#, text("AT")), Ok(true));
    assert_eq!(holds(r#""DE","AT""#, text("FR")), Ok(false));
    assert_eq!(holds("embargo", text("KP")), Ok(true));
    assert_eq!(holds("not(embargo)", text("KP")), Ok(false));
    assert_eq!(holds("not(embargo)", text("TW")), Ok(true));
    assert_eq!(holds(r#""say \"hi\" \u53f0""#, text("say \"hi\" 台")), Ok(true));
}

#[test]
fn a_list_is_a_set_for_one_value_and_a_value_for_a_list() {
    let list = |texts: &[&str]| Ok(Value::List(texts.iter().map(|t| Value::text(t)).collect()));
    assert_eq!(holds("embargo", list(&["RU", "KP"])), Ok(true));
    assert_eq!(holds("embargo", list(&["KP"])), Ok(false));
}

#[test]
fn null_equals_no_known_value_and_has_no_place_in_an_order() {
    assert_eq!(holds("5", Err(Cause::Null)), Ok(false));
    assert_eq!(holds("< 5", Err(Cause::Null)), Err(Cause::Null));
    assert_eq!(holds("5", Err(Cause::Missing(Slot(1)))), Err(Cause::Missing(Slot(1))));
}

#[test]
fn dates_and_durations() {
    let day = |t: &str| Ok(Value::Day(recourse::domain::Day::parse(t).unwrap()));
    assert_eq!(holds("< date(\"2026-12-01\")", day("2026-11-30")), Ok(true));
    assert_eq!(
        holds("[@\"2026-12-01\"..date(\"2026-12-01\") + duration(\"P30D\")]", day("2026-12-31")),
        Ok(true)
    );
    assert_eq!(holds("> date(\"2026-01-31\") + duration(\"P1M\")", day("2026-03-01")), Ok(true));
    assert_eq!(holds("< @\"P1Y6M\"", Ok(Value::Months(17))), Ok(true));
}

#[test]
fn what_is_missing_is_neither_true_nor_false() {
    let missing: Answer = Err(Cause::Missing(Slot(7)));
    assert_eq!(holds("-", missing.clone()), Ok(true));
    assert_eq!(holds("null", missing.clone()), Ok(true));
    assert_eq!(holds("not(null)", missing.clone()), Ok(false));
    for cell in ["< 5", "5", "not(5)", "[1..2]", "embargo", "not(embargo)"] {
        assert_eq!(holds(cell, missing.clone()), Err(Cause::Missing(Slot(7))), "{cell}");
    }
    assert_eq!(holds("null", number("1")), Ok(false));
    assert_eq!(holds("null, < 5", missing), Ok(true));
}

#[test]
fn a_failed_operation_is_never_false() {
    let Err(Cause::Error(error)) = holds("> spend / (spend - 100)", number("1")) else {
        panic!("division by zero must be an error");
    };
    assert_eq!((error.at, error.kind), (9, ErrorKind::DivisionByZero));
    assert!(matches!(holds("< 5", text("a")), Err(Cause::Error(_))));
    assert!(matches!(
        holds("< 9999999999999999999999999999 * 10000", number("1")),
        Err(Cause::Error(_))
    ));
}

#[test]
fn what_cannot_be_read_names_the_character_and_the_mend() {
    for (cell, at, part) in [
        ("< ", 3, "a value is wanted"),
        ("\"DE", 1, "no closing quote"),
        ("[1..2", 6, "`]` or `)`"),
        ("> payment.overdeu", 3, "did you mean `payment.overdue`?"),
        ("'DE'", 1, "a value, a comparison or `-`"),
        ("DE", 1, "text is written in double quotes"),
        ("5 6", 3, "where the end is wanted"),
        ("not(5", 6, "`)`"),
        ("date(\"2026-02-30\")", 1, "2026-02-30"),
        ("for x in 1", 1, "not part of the language"),
        ("matches(\"a\")", 1, "the function `matches`"),
        ("12345678901234567890123456789012345", 1, "at most 28 digits"),
        ("", 1, "a value is wanted"),
        ("\"a\\q\"", 3, "no escape"),
    ] {
        let error = parse_cell(cell, &scope()).unwrap_err();
        assert_eq!(error.at, at, "{cell}: {error}");
        assert!(error.to_string().contains(part), "{cell}: {error}");
    }
}

#[test]
fn an_empty_name_is_not_declared() {
    let mut scope = Scope::default();
    assert_eq!(scope.declare("", Type::Any), None);
    assert!(parse_cell("< 5", &scope).is_ok());
}

#[test]
fn an_escape_is_made_of_hexadecimal_digits_alone() {
    let text = |text: &str| parse_expression(text, &scope()).map(|e| e.answer(&[]));
    assert_eq!(text(r#""\u0041""#).unwrap(), Ok(Value::text("A")));
    for no in [r#""\u+041""#, r#""\u-041""#, r#""\u04""#] {
        assert!(text(no).is_err(), "{no}");
    }
}

#[test]
fn deep_nesting_is_refused_not_crashed_on() {
    let deep = format!("{}1{}", "(".repeat(100_000), ")".repeat(100_000));
    let error = parse_cell(&deep, &scope()).unwrap_err();
    assert!(error.to_string().contains("too many parentheses"), "{error}");
    let chain = |operator: &str| vec!["1"; 200_000].join(operator);
    for operator in ["+", "*", "**", " and ", " or "] {
        let error = parse_expression(&chain(operator), &scope()).unwrap_err();
        assert!(error.to_string().contains("operators in a row"), "{error}");
    }
    assert!(parse_expression(&vec!["1"; 250].join(" + "), &scope()).is_ok());
    let minuses = "-".repeat(100_000);
    assert!(parse_cell(&minuses, &scope()).is_err());
    // Each level could be read in three ways, and none of them ends.
    assert!(parse_cell(&"1 in ((".repeat(19), &scope()).is_err());
    assert!(parse_cell(&"x".repeat(1_000_000), &scope()).is_err());
}

/// The plain meaning of a comparison, for the property below.
fn oracle(sign: &str, left: i64, right: i64) -> bool {
    match sign {
        "<" => left < right,
        "<=" => left <= right,
        ">" => left > right,
        ">=" => left >= right,
        "=" => left == right,
        _ => left != right,
    }
}

proptest! {
    #[test]
    fn comparisons_agree_with_whole_numbers(
        sign in prop::sample::select(vec!["<", "<=", ">", ">=", "=", "!="]),
        left in -20_i64..20, right in -20_i64..20,
    ) {
        let held = holds(&format!("{sign} {right}"), Ok(Value::number(left)));
        prop_assert_eq!(held, Ok(oracle(sign, left, right)));
    }

    #[test]
    fn intervals_agree_with_their_definition(
        low in -9_i64..9, high in -9_i64..9, input in -10_i64..10,
        opens in any::<bool>(), closes in any::<bool>(), negated in any::<bool>(),
    ) {
        let (open, close) = (if opens { "(" } else { "[" }, if closes { ")" } else { "]" });
        let interval = format!("{open}{low}..{high}{close}");
        let cell = if negated { format!("not({interval})") } else { interval };
        let above = if opens { input > low } else { input >= low };
        let below = if closes { input < high } else { input <= high };
        prop_assert_eq!(holds(&cell, Ok(Value::number(input))), Ok((above && below) != negated));
    }

    #[test]
    fn any_text_is_read_or_refused_without_a_crash(text in "\\PC{0,40}") {
        let _ = parse_cell(&text, &scope());
    }

    #[test]
    fn a_written_value_is_read_back(text in "\\PC{0,20}", input in any::<i64>()) {
        let cell = format!("{}, {}", Value::text(&text), Value::number(input));
        let read = parse_cell(&cell, &Scope::default()).unwrap();
        prop_assert_eq!(read.holds(&Ok(Value::text(&text)), &[]), Ok(true));
    }
}
