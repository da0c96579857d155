//! Set-up, serving, testing and packing of Recourse: `cargo xtask help`.

mod bench;
mod dist;
#[allow(
    dead_code,
    clippy::panic,
    reason = "the browser tests' own; they use all of it and may fail"
)]
#[path = "../../tests/web/driver.rs"]
mod driver;
mod evaluator;
mod layer;
mod paths;
mod run;
mod serve;
#[allow(dead_code, reason = "the browser tests' own; they use all of it")]
#[path = "../../tests/web/server.rs"]
mod server;
mod setup;
mod shots;
mod test;
mod torture;

use std::process::ExitCode;

/// Everything here fails with a sentence for the person at the terminal.
type Outcome<T = ()> = Result<T, String>;

const HELP: &str = "\
cargo xtask <command>

  setup                 fetch what the other commands need, and say what
  serve [--no-open] [--port N]
                        build the page, serve it on this machine, open it, rebuild on change
  test                  every test, those in a real browser too
  dist                  write the optimised static site to dist/, and print its size
  torture [--host | --chromium] [--times N] [--kills N] [--tab-runs N] ... [--only NAME]
                        the tests of faults as long as is asked for, and their figures
  bench                 the same work natively and in Chromium, timed side by side
  mutants [-f GLOB]...  change the evaluator's operators one after the other; its tests must notice each
  weigh                 what the policy layer adds at most, in bytes, told within a minute
  weigh --page [FILE] [--sum | --list | --why=NAME]
                        what it adds to the page itself; its largest functions; how one of them got there
  shots [--window] FOLDER [PLACE]...
                        pictures of the page with the sample open, at places such as '#/customers'
  help                  this text

Tools are kept in the user's cache folder and found again by a second clone.
";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = args.iter().map(String::as_str).collect();
    let outcome = match words.split_first() {
        Some((&"setup", [])) => setup::everything().map(|_| ()),
        Some((&"serve", rest)) => serve::run(rest),
        Some((&"test", [])) => test::run(),
        Some((&"torture", rest)) => torture::run(rest),
        Some((&"dist", [])) => dist::build().map(|_| ()),
        Some((&"bench", [])) => bench::run(),
        Some((&"mutants", rest)) => evaluator::mutants(rest),
        Some((&"weigh", [])) => evaluator::weigh(),
        Some((&"weigh", ["--page", rest @ ..])) => layer::weigh(rest),
        Some((&"shots", rest)) => shots::run(rest),
        Some((&"web-env", [])) => test::print_environment(),
        None | Some((&"help" | &"--help" | &"-h", _)) => {
            print!("{HELP}");
            return ExitCode::SUCCESS;
        }
        Some((word, _)) => {
            eprintln!("`{word}` is not a command, or was given words it does not take\n\n{HELP}");
            return ExitCode::from(2);
        }
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("\nxtask: {sentence}");
            ExitCode::FAILURE
        }
    }
}
