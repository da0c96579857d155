//! How a command ends, and what it says.

use std::process::ExitCode;

use serde_json::Value;

/// What goes to standard output.
#[derive(Debug)]
pub enum Text {
    /// For people: what would act on the terminal is shown as `�`.
    People(String),
    /// For programs: every byte as it is.
    Data(String),
}

impl Text {
    pub fn json(value: &Value) -> Self {
        Self::Data(format!("{value:#}\n"))
    }
}

impl Default for Text {
    fn default() -> Self {
        Self::Data(String::new())
    }
}

/// What a command has to say when it came to its end.
#[derive(Debug, Default)]
pub struct Done {
    /// To standard output.
    pub text: Text,
    /// To standard error, a line each: what should be known and is no part of the answer.
    pub notes: Vec<String>,
    /// Something was found that needs a person: exit status 1.
    pub findings: bool,
}

/// Why a command could not do what was asked.
#[derive(Debug)]
pub enum Stop {
    /// What was asked cannot be done as asked: exit status 2.
    Use(String),
    /// It could be done and was refused for what was found: exit status 1.
    Findings(String),
}

/// How every command answers.
pub type End = Result<Done, Stop>;

/// Exit status of a command that was carried out.
pub fn status(findings: bool) -> ExitCode {
    ExitCode::from(u8::from(findings))
}
