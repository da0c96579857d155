//! Names in cells and expressions, what is told of those nobody declared, and how long a text may be.

use recourse::policy::feel::{Scope, Type, Unit, Value, parse_cell, parse_expression};

fn scope(names: &[&str]) -> Scope {
    let mut scope = Scope::default();
    for name in names {
        scope.declare(name, Type::Number(Unit::Plain)).unwrap();
    }
    scope
}

fn fault(text: &str, names: &[&str]) -> String {
    parse_expression(text, &scope(names)).unwrap_err().to_string()
}

#[test]
fn a_point_belongs_to_a_name_when_a_name_goes_on_after_it() {
    let names = scope(&["a", "a.b"]);
    let inputs = [Ok(Value::number(1)), Ok(Value::number(7))];
    let holds = |cell: &str, n: i64| {
        parse_cell(cell, &names).unwrap().holds(&Ok(Value::number(n)), &inputs)
    };
    assert_eq!(holds("[a..5]", 1), Ok(true));
    assert_eq!(holds("[a..5]", 0), Ok(false));
    assert_eq!(holds("[a..a.b]", 7), Ok(true));
    assert_eq!(holds("[a..a.b]", 8), Ok(false));
    let told = fault("a.c", &["a"]);
    assert!(told.starts_with("at character 1: nothing is called `a.c`"), "{told}");
}

#[test]
fn a_name_nobody_declared_is_told_with_the_one_that_is_near() {
    let long = "x".repeat(200);
    let longer = "x".repeat(201);
    for (declared, asked, near) in [
        ("abcdefgh", "abcdefxx", true),
        ("abcdefg", "abcdexx", false),
        ("abcdefg", "abcdefx", true),
        ("ab", "ax", true),
        ("ab", "xy", false),
        (&*format!("{}y", &long[1..]), &*long, true),
        (&*format!("{}y", &longer[1..]), &*longer, false),
    ] {
        let told = fault(asked, &[declared]).contains(&format!("`{declared}`"));
        assert_eq!(told, near, "{asked} for {declared}");
    }
}

#[test]
fn a_name_where_none_is_wanted_is_told_by_its_name() {
    let told = fault("a spend.trend", &["a", "spend.trend"]);
    assert!(told.starts_with("at character 3: found `spend.trend`"), "{told}");
}

#[test]
fn a_text_of_ten_thousand_parts_is_read_and_one_of_more_is_not() {
    let list = |items: usize| format!("[{}]", vec!["1"; items].join(","));
    assert!(parse_expression(&list(9_999), &Scope::default()).is_ok());
    let told = parse_expression(&list(10_000), &Scope::default()).unwrap_err().to_string();
    assert!(told.contains("too many"), "{told}");
}

#[test]
fn a_list_in_parentheses_is_tried_again_from_where_it_began() {
    let names = scope(&["a"]);
    let inputs = [Ok(Value::number(3))];
    for (text, wanted) in [
        ("a in (1, 3)", true),
        ("a + 1 in (1, 3)", false),
        ("1 + a in (2..5)", true),
        ("a in (1 + 2)", true),
        ("a in ([1..2], [3..4])", true),
        ("a in [1, 3]", true),
        ("1 + a in [2, 4]", true),
    ] {
        let answer = parse_expression(text, &names).unwrap().answer(&inputs);
        assert_eq!(answer, Ok(Value::Bool(wanted)), "{text}");
    }
    let cell = parse_cell("5, (1 + 2) * 3", &names).unwrap();
    assert_eq!(cell.holds(&Ok(Value::number(9)), &inputs), Ok(true));
    assert_eq!(cell.holds(&Ok(Value::number(5)), &inputs), Ok(true));
}

#[test]
fn a_function_says_what_it_takes() {
    for (text, wanted) in [
        ("abs()", "one argument"),
        ("min()", "one or more arguments"),
        ("count(1, 2)", "one list"),
        ("floor()", "a number, and places"),
        ("modulo(1)", "two numbers"),
        ("decimal(1)", "a number and places"),
        ("date(2026, 1)", "a text, or year, month and day"),
        ("time()", "a text"),
        ("duration()", "a text such as \"P30D\""),
        ("years and months duration(1)", "two dates"),
        ("list contains([1])", "a list and a value"),
    ] {
        let told = fault(text, &[]);
        assert!(told.ends_with(&format!("takes {wanted}")), "{text}: {told}");
    }
}
