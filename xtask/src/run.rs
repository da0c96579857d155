//! Running other programs, saying which.

use std::path::Path;
use std::process::{Command, Stdio};

use crate::Outcome;

/// Says what is about to happen.
pub fn say(line: &str) {
    eprintln!("» {line}");
}

/// Runs the command with its output on the terminal; not succeeding is an error.
pub fn run(command: &mut Command) -> Outcome {
    let shown = shown(command);
    say(&shown);
    let status = command
        .stdin(Stdio::null())
        .status()
        .map_err(|why| format!("`{shown}` could not be started: {why}"))?;
    if status.success() { Ok(()) } else { Err(format!("`{shown}` ended with {status}")) }
}

/// What the command prints, if it runs and succeeds.
pub fn output(program: &Path, args: &[&str]) -> Option<String> {
    let out = Command::new(program)
        .args(args)
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .output()
        .ok()?;
    out.status.success().then(|| String::from_utf8_lossy(&out.stdout).trim().to_owned())
}

/// The cargo that runs this program.
pub fn cargo() -> Command {
    Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

fn shown(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let name = program.file_stem().unwrap_or(program.as_os_str());
    std::iter::once(name)
        .chain(command.get_args())
        .map(|word| word.to_string_lossy().into_owned())
        .collect::<Vec<_>>()
        .join(" ")
}
