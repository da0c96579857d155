//! What is told of a table as a whole: rows that hold together, values without a row, rows never reached.

use recourse::policy::fault::Weight;
use recourse::policy::{check, shipped};
use serde_json::{Value, json};

/// The standard policy with fields of every type, and with another grade table.
fn with_table(hit: &str, columns: &[&str], rows: &[Vec<String>]) -> Value {
    let label = json!({ "en": "-", "zh-Hant": "-" });
    let mut document: Value = serde_json::from_str(shipped::STANDARD).unwrap();
    for (id, kind) in
        [("x.n", "number"), ("x.m", "number"), ("x.t", "text"), ("x.b", "bool"), ("x.d", "day")]
    {
        let missing = json!({ "do": "score-as-missing" });
        let field =
            json!({ "id": id, "label": label, "type": kind, "source": "test", "missing": missing });
        document["fields"].as_array_mut().unwrap().push(field);
    }
    for (id, expr) in [
        ("x.span", "x.d - date(\"2026-01-01\")"),
        ("x.months", "years and months duration(x.d, x.d)"),
        ("x.time", "time(\"10:00:00\")"),
    ] {
        let derived = json!({ "id": id, "label": label, "expr": expr });
        document["derived"].as_array_mut().unwrap().push(derived);
    }
    let then = ["\"A\"", "\"approve\"", "1", "30", "0", "90"];
    let rows = rows.iter().enumerate();
    let rows = rows.map(|(at, when)| json!({ "id": format!("R{at}"), "when": when, "then": then }));
    let table = &mut document["stages"][2];
    table["hit"] = json!(hit);
    table["inputs"] = columns.iter().map(|column| json!({ "field": column })).collect();
    table["rules"] = rows.collect();
    document["tests"] = json!([]);
    document
}

/// What is told of the table, warnings marked.
fn told(document: &Value) -> Vec<String> {
    let faults = check(&document.to_string());
    let of_table = faults.iter().filter(|f| f.place.starts_with("stages[2]"));
    let told = of_table.map(|fault| match fault.weight {
        Weight::Warning => format!("warning: {fault}"),
        Weight::Error => fault.to_string(),
    });
    told.collect()
}

fn owned(rows: &[&[&str]]) -> Vec<Vec<String>> {
    rows.iter().map(|row| row.iter().map(|&cell| cell.to_owned()).collect()).collect()
}

fn of(hit: &str, columns: &[&str], rows: &[&[&str]]) -> Vec<String> {
    told(&with_table(hit, columns, &owned(rows)))
}

#[test]
fn a_gap_is_told_by_the_nearest_value_of_its_kind() {
    let day = |day: u32| format!("date(\"2026-03-{day:02}\")");
    let span = |days: u32| format!("duration(\"P{days}D\")");
    let months = |months: u32| format!("duration(\"P{months}M\")");
    for (column, first, second, wanted) in [
        ("x.n", ">= 10", ">= 20", "x.n = 9"),
        ("x.n", "<= 10", "< 4", "x.n = 11"),
        ("x.n", "< 10", "> 10", "x.n = 10"),
        ("x.n", "<= 10", "> 11", "x.n = 10.5"),
        ("x.t", "\"FR\"", "\"DE\"", "x.t = \"FR or another\""),
        ("x.t", "not(\"FR\")", "\"DE\"", "x.t = \"FR\""),
        ("x.t", "[\"DE\", \"FR\"]", "\"AT\"", "x.t = \"FR or another\""),
        ("x.b", "true", "not(false)", "x.b = false"),
        ("x.d", &format!(">= {}", day(1)), "-", ""),
        ("x.d", &format!(">= {}", day(1)), &day(2), "x.d = date(\"2026-02-28\")"),
        ("x.d", &format!("<= {}", day(1)), &day(1), "x.d = date(\"2026-03-02\")"),
        ("x.d", &format!("<= {}", day(1)), &format!(">= {}", day(3)), "x.d = date(\"2026-03-02\")"),
        ("x.d", &format!("<= {}", day(1)), &format!(">= {}", day(2)), ""),
        ("x.span", &format!(">= {}", span(1)), &span(2), "x.span = duration(\"PT23H59M59S\")"),
        ("x.span", &format!("<= {}", span(1)), &span(1), "x.span = duration(\"P1DT1S\")"),
        ("x.months", &format!(">= {}", months(12)), &months(13), "x.months = duration(\"P11M\")"),
        ("x.months", &format!("<= {}", months(12)), &months(12), "x.months = duration(\"P1Y1M\")"),
        ("x.months", &format!("<= {}", months(1)), &format!(">= {}", months(2)), ""),
    ] {
        let gap = format!("warning: stages[2]: no row holds for {wanted}: add one");
        let gap = if wanted.is_empty() { vec![] } else { vec![gap] };
        assert_eq!(of("any", &[column], &[&[first], &[second]]), gap, "{first} or {second}");
    }
}

#[test]
fn a_table_that_must_be_complete_is_looked_at_whatever_its_hit_policy() {
    let complete = |hit: &str, columns: &[&str], rows: &[&[&str]]| {
        let mut document = with_table(hit, columns, &owned(rows));
        document["stages"][2]["complete"] = json!(true);
        for role in ["o.outcome", "o.termDays", "o.deposit", "o.review", "o.grade"] {
            let outputs = document["stages"][2]["outputs"].as_array_mut().unwrap();
            let output = outputs.iter_mut().find(|o| o["id"] == role).unwrap();
            output["role"] = json!("value");
            output["allowed"] =
                if role == "o.outcome" { json!("\"approve\"") } else { Value::Null };
        }
        told(&document)
    };
    for hit in ["unique", "any", "first", "priority", "rule-order", "output-order", "collect"] {
        let told = complete(hit, &["x.b"], &[&["true"]]);
        let gap = "stages[2]: no row holds for x.b = false: add one";
        assert!(told.iter().any(|t| t == gap), "{hit}: {told:?}");
        let told = complete(hit, &["x.b"], &[]);
        let gap = "stages[2]: no row holds for any value: add one";
        assert!(told.iter().any(|t| t == gap), "{hit} without rows: {told:?}");
    }
    // A null, and all else.
    assert_eq!(complete("unique", &["x.n"], &[&["null"], &["not(null)"]]), [""; 0]);
    // Between two texts there are always others.
    let ordered = complete("unique", &["x.t"], &[&[">= \"A\""]]);
    assert!(ordered[0].contains("cannot be told"), "{ordered:?}");
}

#[test]
fn a_search_that_is_given_up_is_said() {
    // Thirty rows over six columns of which no two end alike: more ways than are looked at.
    let cell = |row: usize, column: usize| {
        format!("[{}..{}]", (row * 7 + column * 13) % 40, 60 + (row * 11 + column * 5) % 30)
    };
    let columns = ["x.n", "x.m", "x.n + 1", "x.m + 1", "x.n + 2", "x.m + 2"];
    let rows: Vec<Vec<String>> =
        (0..30).map(|row| (0..6).map(|column| cell(row, column)).collect()).collect();
    let mut document = with_table("first", &columns, &rows);
    document["stages"][2]["complete"] = json!(true);
    let told = told(&document);
    let settled = |t: &String| t.contains("no row holds") || t.contains("cannot be told");
    assert!(told.iter().any(settled), "{told:?}");
}

#[test]
fn values_outside_those_listed_and_ranks_without_an_order_are_refused() {
    let mut document = with_table("priority", &["x.b"], &owned(&[&["true"], &["false"]]));
    let unordered = told(&document);
    assert!(
        unordered.iter().any(|t| t.starts_with("stages[2].outputs[0].allowed: ")),
        "{unordered:?}"
    );
    document["stages"][2]["outputs"][1]["allowed"] = json!("\"declined\", \"refer\"");
    let outside = told(&document);
    let wanted = "stages[2].rules[1].then[1]: `\"approve\"` is not allowed: use one of";
    assert!(outside.iter().any(|t| t.starts_with(wanted)), "{outside:?}");
}

#[test]
fn columns_of_several_rows_are_lists_and_counts_are_numbers() {
    let reads = |hit: &str, expr: &str| {
        let mut document = with_table(hit, &["x.b"], &owned(&[&["true"]]));
        let outputs = document["stages"][2]["outputs"].as_array_mut().unwrap();
        for output in outputs.iter_mut() {
            output["role"] = json!("value");
            output["allowed"] = json!("\"A\", \"approve\", 1, 30, 0, 90");
        }
        document["stages"][3]["candidates"][0]["expr"] = json!(expr);
        let faults = check(&document.to_string());
        let of_limit =
            |f: &&recourse::policy::Fault| f.place.starts_with("stages[3].candidates[0]");
        faults.iter().filter(of_limit).count()
    };
    for hit in ["rule-order", "output-order", "collect"] {
        assert_eq!(
            (reads(hit, "p.houseCap * count(o.grade)"), reads(hit, "p.houseCap * o.months")),
            (0, 1),
            "{hit}"
        );
    }
    assert_eq!(
        (reads("collect-count", "p.houseCap * o.grade"), reads("unique", "p.houseCap * o.months")),
        (0, 0)
    );
}

#[test]
fn a_gap_matters_where_one_row_is_wanted_and_nothing_stands_for_it() {
    for (hit, matters) in [
        ("unique", true),
        ("any", true),
        ("first", true),
        ("priority", true),
        ("rule-order", false),
        ("output-order", false),
        ("collect", false),
    ] {
        let mut document = with_table(hit, &["x.b"], &owned(&[&["true"]]));
        let gaps = |document: &Value| told(document).iter().any(|t| t.contains("no row holds"));
        assert_eq!(gaps(&document), matters, "{hit}: {:?}", told(&document));
        document["stages"][2]["outputs"][0]["default"] = json!("\"E\"");
        assert_eq!(gaps(&document), matters, "{hit}: an outcome there is not by default");
        document["stages"][2]["outputs"][1]["default"] = json!("\"refer\"");
        assert!(!gaps(&document), "{hit} with a default: {:?}", told(&document));
    }
}

#[test]
fn rows_that_share_values_in_every_column_hold_together() {
    let both = |example: &str| {
        format!("stages[2].rules[1]: rows R0 and R1 both hold for {example}: make them apart")
    };
    let gap = |example: &str| format!("warning: stages[2]: no row holds for {example}: add one");
    for (columns, rows, wanted) in [
        (&["x.n"][..], [&["< 10"][..], &[">= 5"]], vec![both("x.n = 5")]),
        (
            &["x.n", "x.b"],
            [&["< 10", "-"], &[">= 5", "false"]],
            vec![both("x.n = 5, x.b = false"), gap("x.n = 10, x.b = true")],
        ),
        (
            &["x.n", "x.b"],
            [&["< 10", "true"], &[">= 5", "false"]],
            vec![gap("x.n = 4, x.b = false")],
        ),
        (&["x.n", "x.b"], [&["-", "true"], &["-", "not(true)"]], vec![]),
    ] {
        assert_eq!(of("unique", columns, &rows), wanted, "{rows:?}");
    }
    let twice = of("unique", &["x.n"], &[&["-"], &["-"]]);
    assert_eq!(twice.len(), 2, "{twice:?}");
}

#[test]
fn a_row_is_never_reached_when_those_before_hold_wherever_it_does() {
    let never = |at: usize| {
        format!(
            "warning: stages[2].rules[{at}]: row R{at} can never be chosen, the rows before it hold first: \
             move or remove it"
        )
    };
    for (columns, rows, wanted) in [
        (&["x.n"][..], &[&["< 10"][..], &["< 5"], &["-"]][..], vec![never(1)]),
        (&["x.n"], &[&["< 10"], &[">= 10"], &["12"]], vec![never(2)]),
        (&["x.n"], &[&["< 5"], &["< 10"], &["-"]], vec![]),
        (&["x.n", "x.b"], &[&["< 9", "true"], &["< 9", "-"], &["-", "-"]], vec![]),
        (
            &["x.n", "x.b"],
            &[&["< 9", "true"], &["-", "false"], &["< 5", "-"], &["-", "-"]],
            vec![never(2)],
        ),
    ] {
        assert_eq!(of("first", columns, rows), wanted, "{rows:?}");
    }
    let any = of("any", &["x.n"], &[&["< 10"], &["< 5"], &["-"]]);
    assert_eq!(any, Vec::<String>::new(), "where no row comes first none stands in the way");
}

/// One row for each column that is false, one for all true, and one that is never reached.
fn covered(columns: usize) -> Vec<Vec<String>> {
    let row = |cell: &dyn Fn(usize) -> &'static str| {
        (0..columns).map(|column| cell(column).to_owned()).collect()
    };
    let mut rows: Vec<Vec<String>> =
        (0..columns).map(|at| row(&|column| if at == column { "false" } else { "-" })).collect();
    rows.push(row(&|_| "true"));
    rows.push(row(&|_| "-"));
    rows
}

#[test]
fn a_search_that_would_take_too_long_claims_nothing() {
    for (columns, wanted) in [(8, 1), (18, 0)] {
        let names = vec!["x.b"; columns];
        let told = told(&with_table("first", &names, &covered(columns)));
        assert_eq!(told.len(), wanted, "{columns} columns: {told:?}");
        assert!(told.iter().all(|t| t.contains("can never be chosen")), "{told:?}");
    }
}

#[test]
fn what_cannot_be_compared_is_told_where_it_was_asked_for() {
    let plain = |n: usize| (0..n).map(|at| vec![at.to_string()]).collect::<Vec<_>>();
    let reading = |n: usize| (0..n).map(|at| vec![format!("< x.m + {at}")]).collect::<Vec<_>>();
    let times = vec![vec!["< time(\"12:00:00\")".to_owned()]];
    for (hit, complete, column, rows, told_of) in [
        ("unique", false, "x.n", plain(400), false),
        ("unique", false, "x.n", plain(401), true),
        ("unique", false, "x.n", plain(402), true),
        ("unique", false, "x.n", reading(400), false),
        ("unique", false, "x.n", reading(3), false),
        ("unique", true, "x.n", reading(3), true),
        ("first", false, "x.n", plain(401), false),
        ("first", true, "x.n", plain(401), true),
        ("first", true, "x.n", reading(3), true),
        ("unique", true, "x.time", times, true),
        ("unique", true, "x.n", vec![], false),
    ] {
        let mut document = with_table(hit, &[column], &rows);
        document["stages"][2]["complete"] = json!(complete);
        let n = rows.len();
        let told = told(&document);
        let wanted = format!(
            "warning: stages[2]: whether {n} rows overlap or leave gaps cannot be told: \
             write at most 400 rows of plain values"
        );
        let case = format!("{hit} {complete} {column} {n}: {told:?}");
        assert_eq!(told.contains(&wanted), told_of, "{case}");
        assert!(!told_of || told.len() == 1, "{case}");
    }
}
