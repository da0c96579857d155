//! Decision tables: rows of cells, and the hit policy that says what several hits mean.

use std::borrow::Cow;

use super::feel::{Answer, Cause, Cell, Expr, ParseError, Scope, Truth, Value};
use super::feel::{parse_cell, parse_expression, parse_values};
use super::table_index::TableIndex;
use crate::domain::order;

/// What it means when more than one row holds (DMN 1.5, clause 8.2.8).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HitPolicy {
    /// At most one row may hold.
    Unique,
    /// Several may hold when their outputs are equal.
    Any,
    /// The row whose output stands first among the allowed values.
    Priority,
    /// The first row in order.
    First,
    /// All rows in order.
    RuleOrder,
    /// All rows, ordered as their outputs stand among the allowed values.
    OutputOrder,
    /// All rows, joined.
    Collect(Aggregate),
}

/// How the outputs of all rows that hold are joined.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aggregate {
    List,
    Sum,
    Min,
    Max,
    Count,
}

/// A table as it is written: texts in cells.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TableText {
    pub inputs: Vec<InputText>,
    pub outputs: Vec<OutputText>,
    pub rows: Vec<RowText>,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct InputText {
    /// A name or an expression.
    pub expression: String,
    /// A cell that every input must meet, such as `"High", "Low"`.
    pub allowed: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct OutputText {
    pub name: String,
    /// The allowed values, most important first.
    pub allowed: Option<String>,
    /// What holds when no row does.
    pub default: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct RowText {
    pub id: String,
    pub when: Vec<String>,
    pub then: Vec<String>,
}

/// A table ready to be used.
#[derive(Clone, Debug)]
pub struct Table {
    pub hit: HitPolicy,
    pub inputs: Vec<Input>,
    pub outputs: Vec<Output>,
    pub rows: Vec<Row>,
    index: TableIndex,
}

#[derive(Clone, Debug)]
pub struct Input {
    pub expr: Expr,
    pub allowed: Option<Cell>,
}

#[derive(Clone, Debug)]
pub struct Output {
    pub name: String,
    /// The allowed values, most important first; empty when any value will do.
    pub allowed: Vec<Value>,
    pub default: Option<Expr>,
}

#[derive(Clone, Debug)]
pub struct Row {
    pub id: String,
    pub cells: Vec<Cell>,
    pub outputs: Vec<Expr>,
}

/// A cell that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellError {
    pub place: CellPlace,
    pub error: ParseError,
}

/// Where in a table; rows and columns count from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CellPlace {
    Input(usize),
    AllowedInput(usize),
    AllowedOutput(usize),
    Default(usize),
    When { row: usize, column: usize },
    Then { row: usize, column: usize },
}

/// A row that has not one cell for each column; inputs and outputs are counted apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OddRow {
    pub row: usize,
    pub cells: (usize, usize),
    pub columns: (usize, usize),
}

/// What keeps a table from being read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TableFaults {
    pub cells: Vec<CellError>,
    pub rows: Vec<OddRow>,
}

/// What a table answers.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// No row holds, and there is no default.
    Nothing,
    /// One row of outputs.
    One(Vec<Answer>),
    /// The outputs of several rows.
    Many(Vec<Vec<Answer>>),
    /// The sum, least, greatest or count.
    Single(Answer),
}

/// Why a table has no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TableProblem {
    /// Rows that hold together in a table where only one may.
    NotUnique { rows: Vec<usize> },
    /// Rows that hold together with different outputs.
    Different { rows: Vec<usize> },
    /// Whether this row holds cannot be told, and it would matter.
    Unclear(Unclear),
    /// An input that is none of the allowed values.
    NotAllowed { column: usize },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unclear {
    pub row: usize,
    pub column: usize,
    pub cause: Cause,
}

/// The answer of a table with the rows it came from.
#[derive(Clone, Debug, PartialEq)]
pub struct Decided {
    /// Rows that hold, counted from 0, in the order of the table.
    pub hits: Vec<usize>,
    /// Those of them that the answer is of: by priority the first in rank alone, else all.
    pub chosen: Vec<usize>,
    pub answer: Result<Outcome, TableProblem>,
}

impl Table {
    /// Reads all cells of a table.
    ///
    /// # Errors
    /// Every cell that cannot be read, and every row of another width.
    pub fn compile(hit: HitPolicy, text: &TableText, scope: &Scope) -> Result<Self, TableFaults> {
        let mut reading = Reading { scope, errors: Vec::new(), odd: Vec::new() };
        let (inputs, outputs) = (reading.inputs(text), reading.outputs(text));
        let rows = reading.rows(text);
        if !reading.errors.is_empty() || !reading.odd.is_empty() {
            return Err(TableFaults { cells: reading.errors, rows: reading.odd });
        }
        let index = TableIndex::of(inputs.len(), &rows);
        Ok(Self { hit, inputs, outputs, rows, index })
    }

    /// A table without columns and rows, in the place of one that cannot be read.
    #[must_use]
    pub(super) fn empty(hit: HitPolicy) -> Self {
        let (inputs, outputs, rows) = (Vec::new(), Vec::new(), Vec::new());
        Self { hit, inputs, outputs, rows, index: TableIndex::default() }
    }

    /// Answers for inputs placed by their slots.
    #[must_use]
    pub fn decide(&self, inputs: &[Answer]) -> Decided {
        let columns: Vec<Cow<'_, Answer>> =
            self.inputs.iter().map(|i| i.expr.look(inputs)).collect();
        if let Some(column) = self.not_allowed(&columns, inputs) {
            let answer = Err(TableProblem::NotAllowed { column });
            return Decided { hits: Vec::new(), chosen: Vec::new(), answer };
        }
        let (hits, unclear) = self.hits(&columns, inputs);
        let chosen = match (self.hit, unclear) {
            (HitPolicy::Priority, None) => self.first_in_rank(&hits, inputs),
            _ => hits.clone(),
        };
        let answer = match unclear {
            Some(unclear) => Err(TableProblem::Unclear(unclear)),
            None => self.join(&chosen, inputs),
        };
        Decided { hits, chosen, answer }
    }

    /// Of the rows that hold the one whose outputs rank first; the earlier of equals. One whose outputs cannot be
    /// worked out comes first: what it would have said may have been the gravest.
    fn first_in_rank(&self, hits: &[usize], inputs: &[Answer]) -> Vec<usize> {
        let rank = |at: &&usize| {
            let row = self.rows.get(**at).map(|row| row.answers(inputs)).unwrap_or_default();
            let is_known = row.iter().all(Result::is_ok);
            (is_known, self.rank(&row))
        };
        hits.iter().min_by_key(rank).copied().into_iter().collect()
    }

    /// The rows that hold, and the first row for which it cannot be told.
    fn hits(
        &self,
        columns: &[Cow<'_, Answer>],
        inputs: &[Answer],
    ) -> (Vec<usize>, Option<Unclear>) {
        let Some(found) = self.index.rows(columns) else {
            return self.hits_among(0..self.rows.len(), columns, inputs);
        };
        let few = found.rows.iter().filter_map(|at| usize::try_from(*at).ok());
        if found.is_exact {
            let wanted = if self.hit == HitPolicy::First { 1 } else { usize::MAX };
            return (few.take(wanted).collect(), None);
        }
        self.hits_among(few, columns, inputs)
    }

    fn hits_among(
        &self,
        rows: impl Iterator<Item = usize>,
        columns: &[Cow<'_, Answer>],
        inputs: &[Answer],
    ) -> (Vec<usize>, Option<Unclear>) {
        let mut hits = Vec::new();
        let mut unclear = None;
        for at in rows {
            match self.rows.get(at).map_or(Ok(false), |row| row.holds(columns, inputs)) {
                Ok(true) => {
                    hits.push(at);
                    if self.hit == HitPolicy::First {
                        break;
                    }
                }
                Ok(false) => {}
                Err((column, cause)) => {
                    unclear = unclear.or(Some(Unclear { row: at, column, cause }));
                }
            }
        }
        (hits, unclear)
    }

    fn not_allowed(&self, columns: &[Cow<'_, Answer>], inputs: &[Answer]) -> Option<usize> {
        self.inputs.iter().zip(columns).position(|(input, value)| {
            value.is_ok()
                && input
                    .allowed
                    .as_ref()
                    .is_some_and(|allowed| allowed.holds(value, inputs) == Ok(false))
        })
    }

    fn join(&self, hits: &[usize], inputs: &[Answer]) -> Result<Outcome, TableProblem> {
        if hits.is_empty() && self.hit != HitPolicy::Collect(Aggregate::Count) {
            return Ok(self.defaults(inputs));
        }
        if let ([only], true) = (hits, self.hit.is_single()) {
            let row = self.rows.get(*only);
            return Ok(row.map_or(Outcome::Nothing, |row| Outcome::One(row.answers(inputs))));
        }
        let rows = hits.iter().filter_map(|at| self.rows.get(*at));
        let outputs: Vec<Vec<Answer>> = rows.map(|row| row.answers(inputs)).collect();
        match self.hit {
            HitPolicy::Unique if hits.len() > 1 => {
                Err(TableProblem::NotUnique { rows: hits.to_vec() })
            }
            HitPolicy::Any if outputs.windows(2).any(|two| two.first() != two.last()) => {
                Err(TableProblem::Different { rows: hits.to_vec() })
            }
            HitPolicy::Unique | HitPolicy::Any | HitPolicy::First | HitPolicy::Priority => {
                Ok(first(outputs))
            }
            HitPolicy::OutputOrder => Ok(Outcome::Many(self.by_priority(outputs))),
            HitPolicy::RuleOrder | HitPolicy::Collect(Aggregate::List) => {
                Ok(Outcome::Many(outputs))
            }
            HitPolicy::Collect(aggregate) => Ok(Outcome::Single(aggregate.join(outputs))),
        }
    }

    fn defaults(&self, inputs: &[Answer]) -> Outcome {
        if self.outputs.iter().all(|o| o.default.is_none()) {
            return Outcome::Nothing;
        }
        let default =
            |o: &Output| o.default.as_ref().map_or(Err(Cause::Null), |d| d.answer(inputs));
        Outcome::One(self.outputs.iter().map(default).collect())
    }

    /// Sorted by the place of each output among the allowed values, the first column first;
    /// rows of equal rank keep their order.
    fn by_priority(&self, mut outputs: Vec<Vec<Answer>>) -> Vec<Vec<Answer>> {
        order::sort_by_key(&mut outputs, |row| self.rank(row));
        outputs
    }

    fn rank(&self, row: &[Answer]) -> Vec<usize> {
        row.iter().zip(&self.outputs).map(|(value, column)| column.rank(value)).collect()
    }
}

fn first(outputs: Vec<Vec<Answer>>) -> Outcome {
    outputs.into_iter().next().map_or(Outcome::Nothing, Outcome::One)
}

impl HitPolicy {
    /// One row of outputs is the answer.
    const fn is_single(self) -> bool {
        matches!(self, Self::Unique | Self::Any | Self::First | Self::Priority)
    }
}

impl Row {
    fn answers(&self, inputs: &[Answer]) -> Vec<Answer> {
        self.outputs.iter().map(|output| output.answer(inputs)).collect()
    }

    /// Whether all cells hold. A cell that fails wins over one that cannot be told.
    fn holds(
        &self,
        columns: &[Cow<'_, Answer>],
        inputs: &[Answer],
    ) -> Result<bool, (usize, Cause)> {
        let mut unclear = None;
        for (column, (cell, value)) in self.cells.iter().zip(columns).enumerate() {
            match cell_holds(cell, value, inputs) {
                Ok(true) => {}
                Ok(false) => return Ok(false),
                Err(cause) => unclear = unclear.or(Some((column, cause))),
            }
        }
        unclear.map_or(Ok(true), Err)
    }
}

/// FEEL's own null meets no test and raises no question; a missing input does.
fn cell_holds(cell: &Cell, value: &Answer, inputs: &[Answer]) -> Truth {
    match cell.holds(value, inputs) {
        Err(Cause::Null) => Ok(false),
        other => other,
    }
}

impl Output {
    fn rank(&self, value: &Answer) -> usize {
        let known = value.as_ref().ok();
        self.allowed.iter().position(|allowed| Some(allowed) == known).unwrap_or(self.allowed.len())
    }
}

impl Aggregate {
    fn join(self, outputs: Vec<Vec<Answer>>) -> Answer {
        if self == Self::Count {
            let count = i64::try_from(outputs.len()).unwrap_or(i64::MAX);
            return Ok(Value::number(count));
        }
        let values: Result<Vec<Value>, Cause> =
            outputs.into_iter().filter_map(|row| row.into_iter().next()).collect();
        let values = values?;
        match self {
            Self::Sum => super::feel::sum(&values),
            Self::Min => super::feel::least(&values),
            Self::Max => super::feel::greatest(&values),
            Self::List | Self::Count => Ok(Value::List(values.into())),
        }
    }
}

/// Reading the texts of a table, keeping every error.
struct Reading<'a> {
    scope: &'a Scope,
    errors: Vec<CellError>,
    odd: Vec<OddRow>,
}

impl Reading<'_> {
    fn keep<T>(&mut self, place: CellPlace, read: Result<T, ParseError>) -> Option<T> {
        read.map_err(|error| self.errors.push(CellError { place, error })).ok()
    }

    fn inputs(&mut self, text: &TableText) -> Vec<Input> {
        let mut inputs = Vec::new();
        for (at, input) in text.inputs.iter().enumerate() {
            let expr = parse_expression(&input.expression, self.scope);
            let expr = self.keep(CellPlace::Input(at), expr).unwrap_or(Expr::Null);
            let allowed = input.allowed.as_ref().and_then(|allowed| {
                let read = parse_cell(allowed, self.scope);
                self.keep(CellPlace::AllowedInput(at), read)
            });
            inputs.push(Input { expr, allowed });
        }
        inputs
    }

    fn outputs(&mut self, text: &TableText) -> Vec<Output> {
        let mut outputs = Vec::new();
        for (at, output) in text.outputs.iter().enumerate() {
            let allowed = output
                .allowed
                .as_ref()
                .and_then(|values| self.keep(CellPlace::AllowedOutput(at), parse_values(values)));
            let default = output.default.as_ref().and_then(|default| {
                let read = parse_expression(default, self.scope);
                self.keep(CellPlace::Default(at), read)
            });
            outputs.push(Output {
                name: output.name.clone(),
                allowed: allowed.unwrap_or_default(),
                default,
            });
        }
        outputs
    }

    fn rows(&mut self, text: &TableText) -> Vec<Row> {
        let mut rows = Vec::new();
        for (at, row) in text.rows.iter().enumerate() {
            let whole = row.when.len() == text.inputs.len() && row.then.len() == text.outputs.len();
            if !whole {
                self.odd.push(OddRow {
                    row: at,
                    cells: (row.when.len(), row.then.len()),
                    columns: (text.inputs.len(), text.outputs.len()),
                });
            }
            rows.push(self.row(at, row));
        }
        rows
    }

    fn row(&mut self, row: usize, text: &RowText) -> Row {
        let mut cells = Vec::new();
        for (column, cell) in text.when.iter().enumerate() {
            let read = parse_cell(cell, self.scope);
            cells.extend(self.keep(CellPlace::When { row, column }, read));
        }
        let mut outputs = Vec::new();
        for (column, output) in text.then.iter().enumerate() {
            let read = parse_expression(output, self.scope);
            outputs.extend(self.keep(CellPlace::Then { row, column }, read));
        }
        Row { id: text.id.clone(), cells, outputs }
    }
}
