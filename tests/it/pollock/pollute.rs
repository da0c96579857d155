//! The ways in which the clean table is polluted, with the weight that each has by how often it
//! was met among 3,712 public files.

use super::sheet::{Cell, Row, clean};

pub struct Case {
    pub name: String,
    pub text: String,
    /// The table that should be read, its header first; without a header, its data.
    pub wanted: Vec<Vec<String>>,
    pub weight: f64,
}

impl Case {
    fn of(name: &str, weight: f64, rows: &[Row]) -> Self {
        Self::written(name, weight, rows, ("\"", "\""))
    }

    fn written(name: &str, weight: f64, rows: &[Row], (quote, escape): (&str, &str)) -> Self {
        Self {
            name: name.to_owned(),
            text: rows.iter().map(|row| row.write(quote, escape)).collect(),
            wanted: rows.iter().map(Row::values).collect(),
            weight,
        }
    }

    fn wanting(self, wanted: Vec<Vec<String>>) -> Self {
        Self { wanted, ..self }
    }
}

pub fn cases() -> Vec<Case> {
    let mut cases = vec![Case::of("source", 1.0, &clean())];
    cases.extend(payloads());
    cases.extend(headers());
    cases.extend(tables());
    cases.extend(dialects());
    for row in 0..clean().len() {
        cases.extend(rows(row));
    }
    cases
}

fn payloads() -> Vec<Case> {
    let ended = |end: &str| {
        let mut rows = clean();
        end.clone_into(&mut rows.last_mut().unwrap().end);
        rows
    };
    vec![
        Case::of("no payload", 15.0, &[]),
        Case::of("no trailing newline", 184.0, &ended("")),
        Case::of("double trailing newline", 5.0, &ended("\r\n\r\n")),
        Case::of("header only", 3.0, &clean()[..1]),
        Case::of("one data row", 4.0, &clean()[..2]),
    ]
}

fn headers() -> Vec<Case> {
    let repeated = |times: usize| {
        let mut rows = vec![clean()[0].clone(); times - 1];
        rows.extend(clean());
        let mut wanted: Vec<Vec<String>> = clean().iter().map(Row::values).collect();
        wanted[0] = wanted[0].iter().map(|name| vec![name.as_str(); times].join(" ")).collect();
        Case::of(&format!("header on {times} rows"), 47.0, &rows).wanting(wanted)
    };
    let mut with_preamble = vec![filled_up("PREAMBLE"), filled_up("")];
    with_preamble.extend(clean());
    let wanted = clean().iter().map(Row::values).collect();
    vec![
        Case::of("no header", 470.0, &clean()[1..]),
        repeated(2),
        repeated(3),
        Case::of("preamble", 282.0, &with_preamble).wanting(wanted),
    ]
}

/// A row of one text and empty cells.
fn filled_up(text: &str) -> Row {
    let mut row = clean()[0].clone();
    for cell in &mut row.cells {
        *cell = Cell { text: String::new(), quoted: false, stray: "" };
    }
    text.clone_into(&mut row.cells[0].text);
    row
}

/// A second table right below; only the first is wanted.
fn tables() -> Vec<Case> {
    [("fewer", 8), ("as many", 9), ("more", 10)]
        .into_iter()
        .map(|(name, width)| {
            let mut rows = clean();
            let wanted = rows.iter().map(Row::values).collect();
            rows.extend(clean()[..83].iter().map(|row| {
                let mut cells = row.cells.clone();
                cells.resize(width, Cell { text: "col1".to_owned(), quoted: false, stray: "" });
                Row::of(cells)
            }));
            Case::of(&format!("two tables, {name} columns"), 188.0 / 3.0, &rows).wanting(wanted)
        })
        .collect()
}

fn dialects() -> Vec<Case> {
    let each = |name: String, weight: f64, change: &dyn Fn(&mut Row)| {
        let mut rows = clean();
        rows.iter_mut().for_each(change);
        Case::of(&name, weight, &rows)
    };
    let ends = [("\n", 1691.0), ("\r", 7.0)].into_iter().map(|(end, weight)| {
        each(format!("lines end with {end:?}"), weight, &|row| end.clone_into(&mut row.end))
    });
    let separators = [(";", 834.0), ("\t", 4.0), (", ", 101.0), (" ", 4.0)];
    let separated = separators.into_iter().map(|(separator, weight)| {
        each(format!("separated by {separator:?}"), weight, &|row| row.separate(separator))
    });
    let mut cases: Vec<Case> = ends.chain(separated).collect();
    cases.push(Case::written("single quotation marks", 11.0, &clean(), ("'", "\"")));
    cases.push(Case::written("escaped by a backslash", 1.0, &clean(), ("\"", "\\")));
    cases.push(Case::written("not escaped", 7.0, &clean(), ("\"", "")));
    cases
}

/// One row polluted, at each of its places.
fn rows(at: usize) -> Vec<Case> {
    let clean = clean();
    let wanted = || clean.iter().map(Row::values).collect::<Vec<_>>();
    let changed = |change: &dyn Fn(&mut Row)| {
        let mut rows = clean.clone();
        change(&mut rows[at]);
        rows
    };
    let mut cases = Vec::new();
    for column in 0..9 {
        let more = changed(&|row| row.separators[column].push(','));
        let name = format!("row {at}: one more separator at {column}");
        cases.push(Case::of(&name, SEPARATOR, &more).wanting(wanted()));
        if column > 0 {
            let less = changed(&|row| row.separators[column].clear());
            let name = format!("row {at}: no separator at {column}");
            cases.push(Case::of(&name, SEPARATOR, &less).wanting(wanted()));
        }
        let stray = changed(&|row| row.cells[column].stray = "\"");
        cases.push(Case::of(&format!("row {at}: a stray mark at {column}"), MARK, &stray));
    }
    let spaced = changed(&|row| row.separate(" "));
    cases.push(Case::of(&format!("row {at}: separated by spaces"), SPACED, &spaced));
    cases
}

const SEPARATOR: f64 = 520.0 / 1414.0;
const MARK: f64 = 1.0 / 108.0;
const SPACED: f64 = 1.0 / 7.0;
