//! Cells and expressions after reading.

use super::scope::Slot;
use super::value::Value;

/// An expression, with the character each operation stands at.
#[derive(Clone, Debug, PartialEq)]
pub enum Expr {
    Value(Value),
    /// The literal `null`.
    Null,
    Name(Slot, u32),
    Negate(Box<Expr>, u32),
    Arithmetic(Operator, Box<[Expr; 2]>, u32),
    Compare(Compare, Box<[Expr; 2]>, u32),
    And(Box<[Expr; 2]>),
    Or(Box<[Expr; 2]>),
    /// The value, the lower and the upper bound, both included.
    Between(Box<[Expr; 3]>, u32),
    /// Whether the value meets one of the tests.
    In(Box<Expr>, Vec<Test>, u32),
    /// The condition, what holds when it is true, and what holds when not.
    If(Box<[Expr; 3]>, u32),
    Call(Function, Vec<Expr>, u32),
    List(Vec<Expr>),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operator {
    Add,
    Subtract,
    Multiply,
    Divide,
    Power,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Compare {
    Equal,
    Differs,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

/// The functions of the language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Function {
    Not,
    Abs,
    Min,
    Max,
    Sum,
    Count,
    Floor,
    Ceiling,
    Modulo,
    /// Halves go to the even neighbour.
    Decimal,
    RoundUp,
    RoundDown,
    /// Halves go away from zero.
    RoundHalfUp,
    /// Halves go towards zero.
    RoundHalfDown,
    Date,
    Time,
    DateAndTime,
    Duration,
    MonthsBetween,
    ListContains,
}

/// One cell of a table.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// `-`: holds whatever the input is, even when it is missing.
    Any,
    /// Holds when one of the tests holds.
    OneOf(Vec<Test>),
    /// `not(…)`: holds when none of the tests holds.
    NoneOf(Vec<Test>),
}

/// One test of a cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Test {
    /// The input is missing, or null.
    Null,
    /// `< 5`; a bare value is an equality, or membership when it is a list.
    Compare(Compare, Expr, u32),
    Interval(Box<Interval>),
}

/// `[50..70)` and the like.
#[derive(Clone, Debug, PartialEq)]
pub struct Interval {
    pub low: Bound,
    pub high: Bound,
    pub at: u32,
}

/// One end of an interval.
#[derive(Clone, Debug, PartialEq)]
pub struct Bound {
    pub value: Expr,
    pub included: bool,
}

impl Expr {
    /// The slots this expression reads.
    pub fn reads(&self, slots: &mut Vec<Slot>) {
        match self {
            Self::Value(_) | Self::Null => {}
            Self::Name(slot, _) => slots.push(*slot),
            Self::Negate(e, _) => e.reads(slots),
            Self::Arithmetic(_, e, _) | Self::Compare(_, e, _) | Self::And(e) | Self::Or(e) => {
                e.iter().for_each(|e| e.reads(slots));
            }
            Self::Between(e, _) | Self::If(e, _) => e.iter().for_each(|e| e.reads(slots)),
            Self::Call(_, e, _) | Self::List(e) => e.iter().for_each(|e| e.reads(slots)),
            Self::In(e, tests, _) => {
                e.reads(slots);
                tests.iter().for_each(|t| t.reads(slots));
            }
        }
    }
}

impl Test {
    fn reads(&self, slots: &mut Vec<Slot>) {
        match self {
            Self::Null => {}
            Self::Compare(_, e, _) => e.reads(slots),
            Self::Interval(i) => {
                i.low.value.reads(slots);
                i.high.value.reads(slots);
            }
        }
    }
}

impl Compare {
    /// Whether two values in this order meet the comparison.
    #[must_use]
    pub fn holds(self, order: std::cmp::Ordering) -> bool {
        match self {
            Self::Equal => order.is_eq(),
            Self::Differs => order.is_ne(),
            Self::Less => order.is_lt(),
            Self::LessOrEqual => order.is_le(),
            Self::Greater => order.is_gt(),
            Self::GreaterOrEqual => order.is_ge(),
        }
    }
}
