//! From arguments to an exit status.

use std::ffi::OsString;
use std::io::{ErrorKind, Write as _};
use std::process::ExitCode;

use clap::Parser as _;

use super::args::{Cli, Command, PolicyCommand};
use super::end::{Done, End, Stop, Text, status};
use super::{
    cases, decide, evaluate, import, plan, policy, policy_diff, policy_dmn, read, report, shown,
    verify,
};

/// Asked wrongly, or a file cannot be reached.
const BAD_USE: u8 = 2;

/// Runs the terminal program: exit status 0 for success, 1 for findings, 2 for bad use.
pub fn run(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    match Cli::try_parse_from(args) {
        Ok(cli) => finish(carry_out(&cli)),
        Err(e) if e.use_stderr() => {
            // Where standard error cannot be written, there is nowhere left to say so.
            let _ = e.print();
            ExitCode::from(BAD_USE)
        }
        // Help and version are answers, not mistakes.
        Err(e) => written(e.print(), status(false)),
    }
}

fn carry_out(cli: &Cli) -> End {
    let lang = cli.lang.lang();
    match &cli.command {
        Command::Import(args) => import::run(args, lang),
        Command::Plan(args) => plan::run(args, lang),
        Command::Decide(args) => decide::run(args, lang),
        Command::Report(args) => report::run(args, lang),
        Command::Cases(args) => cases::run(args, lang),
        Command::Verify { file, json } => verify::run(file, *json, lang),
        Command::Read(args) => read::run(args, lang),
        Command::Evaluate(args) => evaluate::run(args, lang),
        Command::Policy(command) => of_policy(command, lang),
    }
}

fn of_policy(command: &PolicyCommand, lang: crate::app::Lang) -> End {
    match command {
        PolicyCommand::Check(args) => policy::run_check(&args.file, args.json, lang),
        PolicyCommand::Test(args) => policy::run_test(&args.file, args.json, lang),
        PolicyCommand::Diff(args) => policy_diff::run_diff(args, lang),
        PolicyCommand::Simulate(args) => policy_diff::run_simulate(args, lang),
        PolicyCommand::ToDmn(args) => policy_dmn::run_to(args, lang),
        PolicyCommand::FromDmn(args) => policy_dmn::run_from(args, lang),
    }
}

fn finish(end: End) -> ExitCode {
    match end {
        Ok(Done { text, notes, findings }) => {
            for note in notes {
                say(&shown::line(&note));
            }
            let text = match text {
                Text::People(text) => shown::lines(&text),
                Text::Data(text) => text,
            };
            written(std::io::stdout().write_all(text.as_bytes()), status(findings))
        }
        Err(Stop::Findings(why)) => {
            say(&why);
            status(true)
        }
        Err(Stop::Use(why)) => {
            say(&why);
            ExitCode::from(BAD_USE)
        }
    }
}

/// The status of an answer, once it is written to its end: half an answer that ends with 0 would be taken for whole.
fn written(answer: std::io::Result<()>, status: ExitCode) -> ExitCode {
    match answer.and_then(|()| std::io::stdout().flush()) {
        // A closed pipe, as with `| head`, is the reader's choice.
        Err(e) if e.kind() != ErrorKind::BrokenPipe => {
            say(&format!("standard output: {e}"));
            ExitCode::from(BAD_USE)
        }
        _ => status,
    }
}

fn say(text: &str) {
    let _ = writeln!(std::io::stderr(), "recourse: {}", shown::lines(text));
}
