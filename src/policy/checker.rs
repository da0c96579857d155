//! Reading single cells and expressions of a document, with places and faults.

use super::document::{FieldKind, Reason, reason_of};
use super::fault::{Fault, FaultKind, Wants};
use super::feel::{Cell, Clash, Expr, ParseError, Problem, Scope, Slot, Type, Unit, Value};
use super::feel::{parse_cell, parse_expression};
use super::place::Place;
use super::reader::{plain_decimal, too_long};
use super::table::{CellError, CellPlace, OddRow};
use crate::domain::{Day, order};

pub(super) struct Checker<'a> {
    scope: Scope,
    reasons: &'a [(String, Reason)],
    faults: Vec<Fault>,
}

/// The slot of what could not be declared: it is never filled, and the policy never used.
const NOWHERE: Slot = Slot(u16::MAX);

impl<'a> Checker<'a> {
    pub fn new(reasons: &'a [(String, Reason)]) -> Self {
        Self { scope: Scope::default(), reasons, faults: Vec::new() }
    }

    pub fn finish(self) -> (Scope, Vec<Fault>) {
        (self.scope, self.faults)
    }

    pub fn scope(&self) -> &Scope {
        &self.scope
    }

    pub fn error(&mut self, place: &Place<'_>, kind: FaultKind) {
        self.faults.push(Fault::error(&place.text(), kind));
    }

    pub fn warn(&mut self, place: &Place<'_>, kind: FaultKind) {
        self.faults.push(Fault::warning(&place.text(), kind));
    }

    /// Declares a name; after a fault the slot is one that is never filled.
    pub fn declare(&mut self, place: &Place<'_>, id: &str, kind: Type) -> Slot {
        if !is_name(id) {
            self.error(place, FaultKind::NotAName { found: id.to_owned() });
            return NOWHERE;
        }
        if let Some(slot) = self.scope.declare(id, kind) {
            return slot;
        }
        self.error(place, FaultKind::Duplicate { id: id.to_owned() });
        self.scope.find(id).unwrap_or(NOWHERE)
    }

    pub fn set_kind(&mut self, slot: Slot, kind: Type) {
        self.scope.set_kind(slot, kind);
    }

    /// The slot of a name that must be declared.
    pub fn name(&mut self, place: &Place<'_>, name: &str) -> Option<Slot> {
        let slot = self.scope.find(name);
        if slot.is_none() {
            self.unknown(place, name);
        }
        slot
    }

    pub fn unknown(&mut self, place: &Place<'_>, name: &str) {
        let near = self.scope.nearest(name).map(str::to_owned);
        let name = name.to_owned();
        self.error(place, FaultKind::UnknownName { name, near });
    }

    /// A reason that is named must be declared.
    pub fn reason(&mut self, place: &Place<'_>, code: Option<&String>) {
        if let Some(code) = code.filter(|code| reason_of(self.reasons, code).is_none()) {
            let name = code.clone();
            self.error(place, FaultKind::UnknownName { name, near: None });
        }
    }

    /// Of several things in a list with the same word at a key, each but the first is a fault.
    pub fn none_twice(&mut self, of: &Place<'_>, (list, key): (&str, &str), words: &[&str]) {
        for (_, at) in order::repeats(words) {
            let id = words.get(at).copied().unwrap_or_default().to_owned();
            self.error(&of.item(list, at).key(key), FaultKind::Duplicate { id });
        }
    }

    pub fn parse(&mut self, place: &Place<'_>, text: &str) -> Option<Expr> {
        parse_expression(text, &self.scope).map_err(|e| self.syntax(place, &e)).ok()
    }

    /// The type of an expression; anything after a fault.
    pub fn kind(&mut self, place: &Place<'_>, expr: &Expr) -> Type {
        expr.kind(&self.scope).unwrap_or_else(|clash| {
            self.clash(place, &clash);
            Type::Any
        })
    }

    /// An expression that gives an amount of money.
    pub fn amount(&mut self, place: &Place<'_>, text: &str) -> Option<Expr> {
        let expr = self.parse(place, text)?;
        let kind = self.kind(place, &expr);
        self.same(place, &Type::Number(Unit::Money), &kind);
        Some(expr)
    }

    pub fn cell(&mut self, place: &Place<'_>, text: &str, input: Slot) -> Option<Cell> {
        let cell = parse_cell(text, &self.scope).map_err(|e| self.syntax(place, &e)).ok()?;
        let kind = self.scope.kind(input);
        self.fits(place, &cell, &kind);
        Some(cell)
    }

    pub fn fits(&mut self, place: &Place<'_>, cell: &Cell, kind: &Type) {
        if let Err(clash) = cell.fits(kind, &self.scope) {
            self.clash(place, &clash);
        }
    }

    pub fn same(&mut self, place: &Place<'_>, wanted: &Type, found: &Type) -> Type {
        wanted.meet(found).unwrap_or_else(|| {
            let (wanted, found) = (wanted.clone(), found.clone());
            self.error(place, FaultKind::Type { wanted, found });
            Type::Any
        })
    }

    fn clash(&mut self, place: &Place<'_>, clash: &Clash) {
        self.error(place, FaultKind::Clash(clash.clone()));
    }

    pub fn odd_row(&mut self, table: &Place<'_>, odd: &OddRow) {
        let OddRow { row, cells, columns } = *odd;
        self.error(&table.item("rules", row), FaultKind::Width { cells, columns });
    }

    pub fn cell_error(&mut self, table: &Place<'_>, error: &CellError) {
        let (list, at, key, column) = match error.place {
            CellPlace::Input(at) => ("inputs", at, "field", None),
            CellPlace::AllowedInput(at) => ("inputs", at, "allowed", None),
            CellPlace::AllowedOutput(at) => ("outputs", at, "allowed", None),
            CellPlace::Default(at) => ("outputs", at, "default", None),
            CellPlace::When { row, column } => ("rules", row, "when", Some(column)),
            CellPlace::Then { row, column } => ("rules", row, "then", Some(column)),
        };
        let item = table.item(list, at);
        let place = match column {
            Some(column) => item.item(key, column),
            None => item.key(key),
        };
        self.syntax(&place, &error.error);
    }

    fn syntax(&mut self, place: &Place<'_>, error: &ParseError) {
        let kind = match &error.problem {
            Problem::UnknownName { name, near } => {
                FaultKind::UnknownName { name: name.clone(), near: near.clone() }
            }
            _ => FaultKind::Syntax(error.clone()),
        };
        self.error(place, kind);
    }
}

/// Words of the language: as names they would hide what they mean there.
const RESERVED: &[&str] = &[
    "null", "true", "false", "if", "then", "else", "and", "or", "not", "between", "in", "min",
    "max", "sum", "count", "abs", "floor", "ceiling", "decimal", "date", "duration",
];

/// Letters, digits, `_` and single points, a letter first; no word of the language.
fn is_name(id: &str) -> bool {
    !RESERVED.contains(&id)
        && id.split('.').all(|part| {
            let mut chars = part.chars();
            chars.next().is_some_and(|c| c.is_alphabetic() || c == '_')
                && chars.all(|c| c.is_alphanumeric() || c == '_')
        })
}

/// The value of a field from its text.
///
/// # Errors
/// What is wanted instead.
pub fn value_of(kind: FieldKind, text: &str) -> Result<Value, FaultKind> {
    let value = match kind {
        FieldKind::Text => return Ok(Value::text(text)),
        FieldKind::Bool => match text {
            "true" => Some(Value::Bool(true)),
            "false" => Some(Value::Bool(false)),
            _ => None,
        },
        FieldKind::Number | FieldKind::Money => plain_decimal(text).map(Value::Number),
        FieldKind::Day => Day::parse(text).ok().map(Value::Day),
    };
    let wanted = match kind {
        FieldKind::Bool => Wants::Flag,
        FieldKind::Day => Wants::Day,
        FieldKind::Text | FieldKind::Number | FieldKind::Money => Wants::Number,
    };
    let long = || too_long(text).filter(|_| wanted == Wants::Number);
    let found = || crate::domain::text::shorten(text, 60);
    value.ok_or_else(|| long().unwrap_or_else(|| FaultKind::WrongKind { wanted, found: found() }))
}
