//! Hit policies, by example and by definition over random tables.

use proptest::prelude::*;
use recourse::policy::feel::{Answer, Cause, Scope, Slot, Type, Unit, Value};
use recourse::policy::table::{
    Aggregate, HitPolicy, InputText, Outcome, OutputText, RowText, Table, TableProblem, TableText,
};

const ALL: [HitPolicy; 11] = [
    HitPolicy::Unique,
    HitPolicy::Any,
    HitPolicy::Priority,
    HitPolicy::First,
    HitPolicy::RuleOrder,
    HitPolicy::OutputOrder,
    HitPolicy::Collect(Aggregate::List),
    HitPolicy::Collect(Aggregate::Sum),
    HitPolicy::Collect(Aggregate::Min),
    HitPolicy::Collect(Aggregate::Max),
    HitPolicy::Collect(Aggregate::Count),
];

fn scope() -> Scope {
    let mut scope = Scope::default();
    scope.declare("age", Type::Number(Unit::Plain));
    scope.declare("size", Type::Number(Unit::Plain));
    scope
}

fn text(rows: &[(&str, &str, i64)], allowed: Option<&str>) -> TableText {
    let input = |name: &str| InputText { expression: name.to_owned(), allowed: None };
    TableText {
        inputs: vec![input("age"), input("size")],
        outputs: vec![OutputText {
            name: "points".to_owned(),
            allowed: allowed.map(str::to_owned),
            default: None,
        }],
        rows: rows
            .iter()
            .enumerate()
            .map(|(i, (age, size, points))| RowText {
                id: format!("R{i}"),
                when: vec![(*age).to_owned(), (*size).to_owned()],
                then: vec![points.to_string()],
            })
            .collect(),
    }
}

fn decide(
    hit: HitPolicy,
    rows: &[(&str, &str, i64)],
    age: Answer,
) -> Result<Outcome, TableProblem> {
    let table = Table::compile(hit, &text(rows, Some("30, 20, 10")), &scope()).unwrap();
    table.decide(&[age, Ok(Value::number(1))]).answer
}

const ROWS: [(&str, &str, i64); 3] = [("> 10", "-", 10), ("> 20", "-", 20), ("> 30", "-", 30)];

fn points(values: &[i64]) -> Vec<Vec<Answer>> {
    values.iter().map(|v| vec![Ok(Value::number(*v))]).collect()
}

#[test]
fn each_policy_by_example() {
    let age = || Ok(Value::number(25));
    let single = |n| Ok(Outcome::Single(Ok(Value::number(n))));
    let one = |n| Ok(Outcome::One(vec![Ok(Value::number(n))]));
    for (hit, wanted) in [
        (HitPolicy::Unique, Err(TableProblem::NotUnique { rows: vec![0, 1] })),
        (HitPolicy::Any, Err(TableProblem::Different { rows: vec![0, 1] })),
        (HitPolicy::Priority, one(20)),
        (HitPolicy::First, one(10)),
        (HitPolicy::RuleOrder, Ok(Outcome::Many(points(&[10, 20])))),
        (HitPolicy::OutputOrder, Ok(Outcome::Many(points(&[20, 10])))),
        (HitPolicy::Collect(Aggregate::List), Ok(Outcome::Many(points(&[10, 20])))),
        (HitPolicy::Collect(Aggregate::Sum), single(30)),
        (HitPolicy::Collect(Aggregate::Min), single(10)),
        (HitPolicy::Collect(Aggregate::Max), single(20)),
        (HitPolicy::Collect(Aggregate::Count), single(2)),
    ] {
        assert_eq!(decide(hit, &ROWS, age()), wanted, "{hit:?}");
    }
    let agreed = [("> 10", "-", 10), ("> 20", "-", 10), ("> 30", "-", 30)];
    assert_eq!(decide(HitPolicy::Any, &agreed, age()), one(10));
}

#[test]
fn no_hit_is_nothing_and_the_count_is_zero() {
    for hit in ALL {
        let wanted = match hit {
            HitPolicy::Collect(Aggregate::Count) => Outcome::Single(Ok(Value::number(0))),
            _ => Outcome::Nothing,
        };
        assert_eq!(decide(hit, &ROWS, Ok(Value::number(1))), Ok(wanted), "{hit:?}");
    }
}

#[test]
fn a_missing_input_leaves_the_table_unclear() {
    for hit in ALL {
        let answer = decide(hit, &ROWS, Err(Cause::Missing(Slot(0))));
        let Err(TableProblem::Unclear(unclear)) = answer else {
            panic!("{hit:?}: {answer:?}");
        };
        assert_eq!((unclear.row, unclear.column), (0, 0));
    }
}

#[test]
fn a_row_before_the_missing_one_still_decides() {
    let rows = [("-", "1", 10), ("> 20", "-", 20)];
    assert_eq!(
        decide(HitPolicy::First, &rows, Err(Cause::Missing(Slot(0)))),
        Ok(Outcome::One(vec![Ok(Value::number(10))]))
    );
}

#[test]
fn every_cell_that_cannot_be_read_is_named() {
    let rows = [("< ", "-", 1), ("1", "oops", 2)];
    let faults = Table::compile(HitPolicy::First, &text(&rows, None), &scope()).unwrap_err();
    let places: Vec<String> = faults.cells.iter().map(|e| format!("{:?}", e.place)).collect();
    assert_eq!(places, ["When { row: 0, column: 0 }", "When { row: 1, column: 1 }"]);
}

#[test]
fn a_value_that_is_not_allowed_has_no_answer() {
    let mut table = text(&ROWS, None);
    table.inputs[0].allowed = Some("[0..120]".to_owned());
    let table = Table::compile(HitPolicy::First, &table, &scope()).unwrap();
    let decided = table.decide(&[Ok(Value::number(130)), Ok(Value::number(1))]);
    assert_eq!(decided.answer, Err(TableProblem::NotAllowed { column: 0 }));
}

/// A row of the random tables: an interval of ages, a size or any, points.
type RandomRow = (i64, i64, Option<i64>, i64);

fn rows() -> impl Strategy<Value = Vec<RandomRow>> {
    let row = (0..10_i64, 0..10_i64, prop::option::of(0..3_i64), 1..4_i64);
    // Large tables are looked up by an index.
    prop_oneof![3 => prop::collection::vec(row.clone(), 0..7), 1 => prop::collection::vec(row, 48..56)]
}

fn random_table(hit: HitPolicy, rows: &[RandomRow]) -> Table {
    let cells: Vec<(String, String, i64)> = rows
        .iter()
        .map(|(low, high, size, points)| {
            let size = size.map_or("-".to_owned(), |s| s.to_string());
            (format!("[{low}..{high}]"), size, *points)
        })
        .collect();
    let cells: Vec<(&str, &str, i64)> =
        cells.iter().map(|(a, b, c)| (a.as_str(), b.as_str(), *c)).collect();
    Table::compile(hit, &text(&cells, Some("3, 1, 2")), &scope()).unwrap()
}

/// The points of the rows that hold, by the plain definition.
fn held(rows: &[RandomRow], age: i64, size: i64) -> Vec<i64> {
    rows.iter()
        .filter(|(low, high, wanted, _)| {
            *low <= age && age <= *high && wanted.is_none_or(|w| w == size)
        })
        .map(|row| row.3)
        .collect()
}

fn by_definition(hit: HitPolicy, held: &[i64]) -> Option<Outcome> {
    let rank = |p: &i64| [3, 1, 2].iter().position(|q| q == p);
    let mut ordered = held.to_vec();
    ordered.sort_by_key(rank);
    let one = |p: Option<&i64>| {
        Some(p.map_or(Outcome::Nothing, |p| Outcome::One(vec![Ok(Value::number(*p))])))
    };
    let many = |values: &[i64]| {
        Some(if values.is_empty() { Outcome::Nothing } else { Outcome::Many(points(values)) })
    };
    let single = |p: Option<i64>| {
        Some(p.map_or(Outcome::Nothing, |p| Outcome::Single(Ok(Value::number(p)))))
    };
    match hit {
        HitPolicy::Unique if held.len() > 1 => None,
        HitPolicy::Any if held.iter().any(|p| Some(p) != held.first()) => None,
        HitPolicy::Unique | HitPolicy::Any | HitPolicy::First => one(held.first()),
        HitPolicy::Priority => one(ordered.first()),
        HitPolicy::OutputOrder => many(&ordered),
        HitPolicy::RuleOrder | HitPolicy::Collect(Aggregate::List) => many(held),
        HitPolicy::Collect(Aggregate::Sum) => single((!held.is_empty()).then(|| held.iter().sum())),
        HitPolicy::Collect(Aggregate::Min) => single(held.iter().min().copied()),
        HitPolicy::Collect(Aggregate::Max) => single(held.iter().max().copied()),
        HitPolicy::Collect(Aggregate::Count) => single(i64::try_from(held.len()).ok()),
    }
}

/// A cell of any form over small numbers.
fn cell() -> impl Strategy<Value = String> {
    let n =
        || (0..12_i64).prop_map(|n| format!("{}.5", n).replace(".5", ["", ".5"][n as usize % 2]));
    let sign = prop::sample::select(vec!["<", "<=", ">", ">=", "!="]);
    prop_oneof![
        Just("-".to_owned()),
        Just("null".to_owned()),
        n(),
        (sign.clone(), n()).prop_map(|(sign, n)| format!("{sign} {n}")),
        (n(), n()).prop_map(|(a, b)| format!("{a}, {b}")),
        (n(), n()).prop_map(|(a, b)| format!("[{a}..{b})")),
        (n(), n()).prop_map(|(a, b)| format!("({a}..{b}]")),
        (sign, n(), n()).prop_map(|(sign, n, m)| format!("not({sign} {n}, {m})")),
    ]
}

fn value() -> impl Strategy<Value = Answer> {
    let number =
        (-1..26_i64).prop_map(|n| Ok(Value::Number(recourse::domain::Decimal::new(n * 5, 1))));
    prop_oneof![8 => number, 1 => Just(Err(Cause::Missing(Slot(0)))), 1 => Just(Err(Cause::Null))]
}

/// Few rows of one column by their numbers, many of the other as bits, and both ways at the edges.
#[test]
fn columns_of_few_and_of_many_rows_agree() {
    let rows: Vec<(String, String)> = (0..200_i64)
        .map(|row| (format!("{}", row % 50), format!("[{}..{}]", row / 40, row / 40 + 1)))
        .collect();
    let rows: Vec<(&str, &str, i64)> = rows.iter().map(|(a, b)| (&**a, &**b, 1)).collect();
    let all = Table::compile(HitPolicy::RuleOrder, &text(&rows, None), &scope()).unwrap();
    let first = Table::compile(HitPolicy::First, &text(&rows, None), &scope()).unwrap();
    for (age, size) in (-1..52).flat_map(|age| (-1..8).map(move |size| (age, size))) {
        let inputs = [Ok(Value::number(age)), Ok(Value::number(size))];
        let holds = |row: &i64| row % 50 == age && (row / 40..=row / 40 + 1).contains(&size);
        let wanted: Vec<usize> = (0..200_i64).filter(holds).map(|row| row as usize).collect();
        assert_eq!(all.decide(&inputs).hits, wanted, "{age} {size}");
        assert_eq!(first.decide(&inputs).hits, wanted.get(..1).unwrap_or_default());
    }
    // Where one column is not known, the other says which rows to ask.
    let unknown = [Err(Cause::Missing(Slot(0))), Ok(Value::number(9))];
    assert_eq!(all.decide(&unknown).answer, Ok(Outcome::Nothing));
    let unknown = [Ok(Value::number(7)), Err(Cause::Missing(Slot(1)))];
    let Err(TableProblem::Unclear(unclear)) = all.decide(&unknown).answer else {
        panic!("it matters");
    };
    assert_eq!((unclear.row, unclear.column), (7, 1));
}

proptest! {
    /// Each row of a large table holds exactly when it holds in a table of its own.
    #[test]
    fn an_index_finds_what_asking_each_row_finds(
        cells in prop::collection::vec((cell(), cell()), 48..70), age in value(), size in value(),
    ) {
        let inputs = [age, size];
        let rows: Vec<(&str, &str, i64)> =
            cells.iter().map(|(a, b)| (a.as_str(), b.as_str(), 1)).collect();
        let hit = HitPolicy::Collect(Aggregate::Count);
        let all = Table::compile(hit, &text(&rows, None), &scope()).unwrap().decide(&inputs);
        let mut hits = Vec::new();
        let mut unclear = None;
        for (at, row) in rows.iter().enumerate() {
            let alone = Table::compile(hit, &text(&[*row], None), &scope()).unwrap().decide(&inputs);
            hits.extend((!alone.hits.is_empty()).then_some(at));
            if let (Err(TableProblem::Unclear(found)), None) = (&alone.answer, &unclear) {
                unclear = Some((at, found.column));
            }
        }
        prop_assert_eq!(&all.hits, &hits);
        if unclear.is_none() {
            let first = Table::compile(HitPolicy::First, &text(&rows, None), &scope()).unwrap();
            prop_assert_eq!(first.decide(&inputs).hits, hits.iter().take(1).copied().collect::<Vec<_>>());
        }
        let found = match all.answer {
            Err(TableProblem::Unclear(found)) => Some((found.row, found.column)),
            _ => None,
        };
        prop_assert_eq!(found, unclear);
    }

    #[test]
    fn every_policy_obeys_its_definition(rows in rows(), age in 0..10_i64, size in 0..3_i64) {
        let inputs = [Ok(Value::number(age)), Ok(Value::number(size))];
        let held = held(&rows, age, size);
        for hit in ALL {
            let decided = random_table(hit, &rows).decide(&inputs);
            prop_assert_eq!(decided.answer.ok(), by_definition(hit, &held), "{:?}", hit);
        }
    }

    #[test]
    fn row_order_does_not_matter_where_it_must_not(
        rows in rows(), turn in 0..7_usize, age in 0..10_i64, size in 0..3_i64,
    ) {
        let inputs = [Ok(Value::number(age)), Ok(Value::number(size))];
        let mut turned = rows.clone();
        turned.rotate_left(turn.min(rows.len()));
        turned.reverse();
        for hit in [HitPolicy::Unique, HitPolicy::Any, HitPolicy::Priority,
            HitPolicy::Collect(Aggregate::Sum), HitPolicy::Collect(Aggregate::Max)] {
            let before = random_table(hit, &rows).decide(&inputs).answer;
            let after = random_table(hit, &turned).decide(&inputs).answer;
            match (before, after) {
                (Err(_), Err(_)) => {}
                (before, after) => prop_assert_eq!(before, after, "{:?}", hit),
            }
        }
    }
}
