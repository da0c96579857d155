//! From tokens to expressions. Cells are read in `tests_parser`.

use super::ast::{Cell, Compare, Expr, Operator};
use super::lexer::{Found, Kind, Outside, ParseError, Problem, Token, Wanted, tokens};
use super::scope::{Scope, Slot};
use super::value::Value;
use super::{arithmetic, functions, literal};

/// Reads an expression, such as `exposure.open + exposure.committed`.
///
/// # Errors
/// The first character that cannot be read, and what is wanted there.
pub fn parse_expression(text: &str, scope: &Scope) -> Result<Expr, ParseError> {
    let mut parser = Parser::new(text, scope)?;
    let expr = parser.expression()?;
    parser.end()?;
    Ok(expr)
}

/// Reads a cell, such as `-`, `< 5`, `[50..70)`, `"DE","AT"` or `not("DE")`.
///
/// # Errors
/// The first character that cannot be read, and what is wanted there.
pub fn parse_cell(text: &str, scope: &Scope) -> Result<Cell, ParseError> {
    let mut parser = Parser::new(text, scope)?;
    let cell = parser.cell()?;
    parser.end()?;
    Ok(cell)
}

/// Reads a list of values without names, such as `"High", "Low"`: the allowed values of a column.
///
/// # Errors
/// The first character that cannot be read, and what is wanted there.
pub fn parse_values(text: &str) -> Result<Vec<Value>, ParseError> {
    let scope = Scope::default();
    let mut parser = Parser::new(text, &scope)?;
    let mut values = Vec::new();
    loop {
        let at = parser.at();
        match parser.expression()? {
            Expr::Value(value) => values.push(value),
            _ => return Err(parser.unexpected_at(at, Wanted::PlainValue)),
        }
        if !parser.eat(",") {
            parser.end()?;
            return Ok(values);
        }
    }
}

/// Deeper nesting than any cell needs, and shallow enough for the stack of a page.
const DEPTH_MAX: u32 = 40;

/// More parts than any cell has. Where a parenthesis opens it is tried in several ways, and
/// a text made for it could have them all tried at every level.
const PARTS_MAX: u32 = 10_000;

/// More operators in a row than any cell has. Each is one level of the tree that is read, however it is written.
const LINKS_MAX: u32 = 300;

pub(super) struct Parser<'a> {
    tokens: Vec<Token>,
    next: usize,
    depth: u32,
    links: u32,
    parts: u32,
    scope: &'a Scope,
}

impl<'a> Parser<'a> {
    fn new(text: &str, scope: &'a Scope) -> Result<Self, ParseError> {
        Ok(Self { tokens: tokens(text, scope)?, next: 0, depth: 0, links: 0, parts: 0, scope })
    }

    /// Runs a part that may nest, within the depth that is allowed.
    fn nested<T>(
        &mut self,
        part: impl FnOnce(&mut Self) -> Result<T, ParseError>,
    ) -> Result<T, ParseError> {
        self.parts = self.parts.saturating_add(1);
        if self.depth >= DEPTH_MAX || self.parts > PARTS_MAX {
            return Err(ParseError { at: self.at() as usize, problem: Problem::TooDeep });
        }
        self.depth += 1;
        let result = part(self);
        self.depth -= 1;
        result
    }

    /// One more operator that takes all before it as its left side.
    fn link(&mut self) -> Result<(), ParseError> {
        self.links = self.links.saturating_add(1);
        if self.links > LINKS_MAX {
            return Err(ParseError { at: self.at() as usize, problem: Problem::TooDeep });
        }
        Ok(())
    }

    pub fn expression(&mut self) -> Result<Expr, ParseError> {
        self.nested(Self::disjunction)
    }

    fn disjunction(&mut self) -> Result<Expr, ParseError> {
        let mut left = self.conjunction()?;
        while self.eat_word("or") {
            self.link()?;
            left = Expr::Or(Box::new([left, self.conjunction()?]));
        }
        Ok(left)
    }

    fn conjunction(&mut self) -> Result<Expr, ParseError> {
        let mut left = self.comparison()?;
        while self.eat_word("and") {
            self.link()?;
            left = Expr::And(Box::new([left, self.comparison()?]));
        }
        Ok(left)
    }

    fn comparison(&mut self) -> Result<Expr, ParseError> {
        let left = self.sum()?;
        let at = self.at();
        if let Some(compare) = self.compare_sign() {
            return Ok(Expr::Compare(compare, Box::new([left, self.sum()?]), at));
        }
        if self.eat_word("between") {
            let low = self.sum()?;
            self.expect_word("and")?;
            return Ok(Expr::Between(Box::new([left, low, self.sum()?]), at));
        }
        if self.eat_word("in") {
            let tests = self.in_tests()?;
            return Ok(Expr::In(Box::new(left), tests, at));
        }
        Ok(left)
    }

    pub fn compare_sign(&mut self) -> Option<Compare> {
        const SIGNS: &[(&str, Compare)] = &[
            ("<=", Compare::LessOrEqual),
            (">=", Compare::GreaterOrEqual),
            ("<", Compare::Less),
            (">", Compare::Greater),
            ("!=", Compare::Differs),
            ("=", Compare::Equal),
        ];
        let (_, compare) = SIGNS.iter().find(|(sign, _)| self.eat(sign))?;
        Some(*compare)
    }

    pub fn sum(&mut self) -> Result<Expr, ParseError> {
        const SIGNS: &[(&str, Operator)] = &[("+", Operator::Add), ("-", Operator::Subtract)];
        self.chain(SIGNS, Self::product)
    }

    fn product(&mut self) -> Result<Expr, ParseError> {
        const SIGNS: &[(&str, Operator)] = &[("*", Operator::Multiply), ("/", Operator::Divide)];
        self.chain(SIGNS, Self::power)
    }

    fn power(&mut self) -> Result<Expr, ParseError> {
        self.chain(&[("**", Operator::Power)], Self::negation)
    }

    /// Operators of one rank, grouped from the left.
    fn chain(
        &mut self,
        signs: &[(&str, Operator)],
        part: fn(&mut Self) -> Result<Expr, ParseError>,
    ) -> Result<Expr, ParseError> {
        let mut left = part(self)?;
        loop {
            let at = self.at();
            let Some((_, operator)) = signs.iter().find(|(sign, _)| self.eat(sign)) else {
                return Ok(left);
            };
            self.link()?;
            left = Expr::Arithmetic(*operator, Box::new([left, part(self)?]), at);
        }
    }

    /// A minus binds tighter than a power, as in clause 10.3.2.4: `-2 ** 2` is 4.
    fn negation(&mut self) -> Result<Expr, ParseError> {
        let at = self.at();
        if !self.eat("-") {
            return self.primary();
        }
        let inner = self.nested(Self::negation)?;
        Ok(match inner {
            Expr::Value(value @ Value::Number(_)) => match arithmetic::negate(&value, at) {
                Ok(negated) => Expr::Value(negated),
                Err(_) => Expr::Negate(Box::new(Expr::Value(value)), at),
            },
            other => Expr::Negate(Box::new(other), at),
        })
    }

    fn primary(&mut self) -> Result<Expr, ParseError> {
        let token = self.peek().clone();
        match token.kind {
            Kind::Number(n) => self.taken(Expr::Value(Value::Number(n))),
            Kind::Text(text) => self.taken(Expr::Value(Value::text(&text))),
            Kind::Name(slot) => self.taken(Expr::Name(slot, token.at)),
            Kind::At(text) => {
                let value = literal::any(&text).ok_or(ParseError {
                    at: token.at as usize,
                    problem: Problem::NotADate(text),
                })?;
                self.taken(Expr::Value(value))
            }
            Kind::Word(word) => self.word(&word, token.at),
            Kind::Sign("(") => {
                self.step();
                let inner = self.expression()?;
                self.expect(")")?;
                Ok(inner)
            }
            Kind::Sign("[") => self.list(),
            _ => Err(self.unexpected(Wanted::Value)),
        }
    }

    fn taken(&mut self, expr: Expr) -> Result<Expr, ParseError> {
        self.step();
        Ok(expr)
    }

    fn list(&mut self) -> Result<Expr, ParseError> {
        self.expect("[")?;
        let items = self.items("]")?;
        let values: Option<Vec<Value>> = items
            .iter()
            .map(|item| match item {
                Expr::Value(value) => Some(value.clone()),
                _ => None,
            })
            .collect();
        Ok(match values {
            Some(values) => Expr::Value(Value::List(values.into())),
            None => Expr::List(items),
        })
    }

    /// Expressions with commas between, up to the closing sign.
    fn items(&mut self, close: &'static str) -> Result<Vec<Expr>, ParseError> {
        let mut items = Vec::new();
        if self.eat(close) {
            return Ok(items);
        }
        loop {
            items.push(self.expression()?);
            if self.eat(close) {
                return Ok(items);
            }
            self.expect(",")?;
        }
    }

    fn word(&mut self, word: &str, at: u32) -> Result<Expr, ParseError> {
        match word {
            "true" => return self.taken(Expr::Value(Value::Bool(true))),
            "false" => return self.taken(Expr::Value(Value::Bool(false))),
            "null" => return self.taken(Expr::Null),
            "if" => return self.conditional(at),
            _ => {}
        }
        let called = self.tokens.get(self.next + 1).is_some_and(|t| t.kind == Kind::Sign("("));
        if called {
            return self.call(word, at);
        }
        Err(self.unknown(word, at))
    }

    fn unknown(&self, word: &str, at: u32) -> ParseError {
        const OUTSIDE: &[&str] = &["for", "some", "every", "function", "instance", "return"];
        let problem = if OUTSIDE.contains(&word) {
            Problem::Outside(Outside::Word(word.to_owned()))
        } else {
            Problem::UnknownName {
                name: word.to_owned(),
                near: self.scope.nearest(word).map(str::to_owned),
            }
        };
        ParseError { at: at as usize, problem }
    }

    fn call(&mut self, word: &str, at: u32) -> Result<Expr, ParseError> {
        let Some(function) = functions::named(word) else {
            return Err(ParseError {
                at: at as usize,
                problem: Problem::Outside(Outside::Function(word.to_owned())),
            });
        };
        self.step();
        self.expect("(")?;
        let arguments = self.items(")")?;
        functions::build(function, arguments, at)
    }

    fn conditional(&mut self, at: u32) -> Result<Expr, ParseError> {
        self.step();
        let condition = self.expression()?;
        self.expect_word("then")?;
        let yes = self.expression()?;
        self.expect_word("else")?;
        let no = self.expression()?;
        Ok(Expr::If(Box::new([condition, yes, no]), at))
    }

    // The tokens.

    pub fn peek(&self) -> &Token {
        const END: &Token = &Token { at: 0, kind: Kind::End };
        self.tokens.get(self.next).or(self.tokens.last()).unwrap_or(END)
    }

    pub fn at(&self) -> u32 {
        self.peek().at
    }

    pub fn step(&mut self) {
        self.next = self.next.saturating_add(1);
    }

    pub fn mark(&self) -> usize {
        self.next
    }

    pub fn back_to(&mut self, mark: usize) {
        self.next = mark;
    }

    pub fn sees(&self, sign: &str) -> bool {
        matches!(self.peek().kind, Kind::Sign(s) if s == sign)
    }

    pub fn eat(&mut self, sign: &str) -> bool {
        let seen = self.sees(sign);
        if seen {
            self.step();
        }
        seen
    }

    pub fn sees_word(&self, word: &str) -> bool {
        matches!(&self.peek().kind, Kind::Word(w) if w == word)
    }

    pub fn eat_word(&mut self, word: &str) -> bool {
        let seen = self.sees_word(word);
        if seen {
            self.step();
        }
        seen
    }

    pub fn expect(&mut self, sign: &'static str) -> Result<(), ParseError> {
        if self.eat(sign) {
            return Ok(());
        }
        Err(self.unexpected(Wanted::Sign(sign)))
    }

    fn expect_word(&mut self, word: &'static str) -> Result<(), ParseError> {
        if self.eat_word(word) {
            return Ok(());
        }
        Err(self.unexpected(Wanted::Sign(word)))
    }

    fn end(&self) -> Result<(), ParseError> {
        if self.peek().kind == Kind::End {
            return Ok(());
        }
        if self.sees("[") {
            return Err(ParseError {
                at: self.at() as usize,
                problem: Problem::Outside(Outside::Filter),
            });
        }
        Err(self.unexpected(Wanted::End))
    }

    pub fn unexpected(&self, wanted: Wanted) -> ParseError {
        let found = match &self.peek().kind {
            Kind::Number(n) => Found::Text(n.to_string()),
            Kind::Text(t) => Found::Text(format!("\"{t}\"")),
            Kind::At(t) => Found::Text(format!("@\"{t}\"")),
            Kind::Name(slot) => Found::Text(self.name(*slot)),
            Kind::Word(w) => return self.unexpected_word(w, wanted),
            Kind::Sign(s) => Found::Text((*s).to_owned()),
            Kind::End => Found::End,
        };
        ParseError { at: self.at() as usize, problem: Problem::Unexpected { found, wanted } }
    }

    fn unexpected_word(&self, word: &str, wanted: Wanted) -> ParseError {
        const KEYWORDS: &[&str] = &["and", "or", "then", "else", "in", "between", "true", "false"];
        if KEYWORDS.contains(&word) {
            return ParseError {
                at: self.at() as usize,
                problem: Problem::Unexpected { found: Found::Text(word.to_owned()), wanted },
            };
        }
        self.unknown(word, self.at())
    }

    fn name(&self, slot: Slot) -> String {
        self.scope.name(slot).to_owned()
    }

    pub fn unexpected_at(&self, at: u32, wanted: Wanted) -> ParseError {
        ParseError {
            at: at as usize,
            problem: Problem::Unexpected { found: Found::Expression, wanted },
        }
    }
}
