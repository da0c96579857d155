//! How a command ends, and what it says.

use std::process::ExitCode;

/// What a command has to say when it came to its end.
#[derive(Debug, Default)]
pub struct Done {
    /// To standard output.
    pub text: String,
    /// To standard error: what should be known and is no part of the answer.
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
