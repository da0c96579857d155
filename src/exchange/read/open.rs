//! What a whole table settles before its first row can be read, and what it leaves open.
//!
//! What the file shows counts before what was said: an answer is for what a file leaves open.

use super::date::DateOrder;
use super::number::{DecimalMark, Settled};
use super::options::Question;
use super::problem::{Problem, What};
use super::sink::Sink;

/// What stands in the way of a whole file, if anything.
#[derive(Debug, Default)]
pub(super) struct Open {
    pub(super) problems: Vec<Problem>,
    pub(super) questions: Vec<Question>,
}

impl Open {
    pub(super) fn ask(&mut self, what: What, question: Question) {
        self.problems.push(Problem::of_file(what));
        self.questions.push(question);
    }

    /// The order of day and month; none where nothing depends on it.
    pub(super) fn order(
        &mut self,
        settled: Settled<DateOrder>,
        told: Option<DateOrder>,
    ) -> Option<DateOrder> {
        self.one(settled, told, What::MixedDates, |example| {
            (What::DateOrder { example: example.clone() }, Question::DateOrder { example })
        })
    }

    /// The decimal mark; a point where nothing depends on it.
    pub(super) fn mark(
        &mut self,
        settled: Settled<DecimalMark>,
        told: Option<DecimalMark>,
    ) -> DecimalMark {
        let mark = self.one(settled, told, What::MixedAmounts, |example| {
            (What::DecimalMark { example: example.clone() }, Question::DecimalMark { example })
        });
        mark.unwrap_or(DecimalMark::Point)
    }

    fn one<T>(
        &mut self,
        settled: Settled<T>,
        told: Option<T>,
        mixed: What,
        asked: impl FnOnce(String) -> (What, Question),
    ) -> Option<T> {
        match settled {
            Settled::One(way) => return Some(way),
            Settled::Any => {}
            _ if told.is_some() => {}
            Settled::Undecided(example) => {
                let (what, question) = asked(example);
                self.ask(what, question);
            }
            Settled::Contradictory => self.problems.push(Problem::of_file(mixed)),
        }
        told
    }

    /// Tells the problems; the questions remain.
    pub(super) fn tell(self, sink: &mut Sink) -> Vec<Question> {
        for problem in self.problems {
            sink.problem(problem);
        }
        self.questions
    }
}
