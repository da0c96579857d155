//! Reading the cells of a table, and what stands after `in`.

use super::ast::{Bound, Cell, Compare, Expr, Interval, Test};
use super::lexer::{ParseError, Wanted};
use super::parser::Parser;

impl Parser<'_> {
    /// `-`, `not(…)`, or tests with commas between.
    pub(super) fn cell(&mut self) -> Result<Cell, ParseError> {
        if self.eat("-") {
            if self.peek().kind == super::lexer::Kind::End {
                return Ok(Cell::Any);
            }
            self.back_to(0);
        }
        if self.eat_word("not") {
            self.expect("(")?;
            let tests = self.tests()?;
            self.expect(")")?;
            return Ok(Cell::NoneOf(tests));
        }
        self.tests().map(Cell::OneOf)
    }

    fn tests(&mut self) -> Result<Vec<Test>, ParseError> {
        let mut tests = vec![self.test()?];
        while self.eat(",") {
            tests.push(self.test()?);
        }
        Ok(tests)
    }

    /// What stands after `in`: one test, or several in parentheses.
    pub(super) fn in_tests(&mut self) -> Result<Vec<Test>, ParseError> {
        let mark = self.mark();
        if self.eat("(") {
            let listed = self.tests().and_then(|tests| {
                self.expect(")")?;
                Ok(tests)
            });
            if listed.is_ok() {
                return listed;
            }
            self.back_to(mark);
        }
        Ok(vec![self.test()?])
    }

    fn test(&mut self) -> Result<Test, ParseError> {
        let at = self.at();
        if let Some(compare) = self.compare_sign() {
            return Ok(Test::Compare(compare, self.sum()?, at));
        }
        if let Some(interval) = self.interval()? {
            return Ok(Test::Interval(Box::new(interval)));
        }
        Ok(match self.sum()? {
            Expr::Null => Test::Null,
            value => Test::Compare(Compare::Equal, value, at),
        })
    }

    /// An interval, or nothing when what stands here is a list or an expression in parentheses.
    fn interval(&mut self) -> Result<Option<Interval>, ParseError> {
        let (mark, at) = (self.mark(), self.at());
        let included = self.sees("[");
        if !(self.eat("[") || self.eat("(") || self.eat("]")) {
            return Ok(None);
        }
        let low = match self.sum() {
            Ok(low) if self.eat("..") => low,
            _ => {
                self.back_to(mark);
                return Ok(None);
            }
        };
        let low = Bound { value: low, included };
        let value = self.sum()?;
        let included = self.sees("]");
        if !(self.eat("]") || self.eat(")") || self.eat("[")) {
            return Err(self.unexpected(Wanted::IntervalEnd));
        }
        let high = Bound { value, included };
        Ok(Some(Interval { low, high, at }))
    }
}
