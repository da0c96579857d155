//! `cargo xtask test`: every test, those in a real browser too.

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::Command;

use crate::Outcome;
use crate::dist;
use crate::run::{cargo, run as start, say};
use crate::setup;

/// What the browser tests are told.
type Environment = Vec<(&'static str, OsString)>;

pub fn run() -> Outcome {
    say("1 of 3: the engine and what surrounds it, the views, and these commands");
    start(tests().args(["--workspace", "--lib", "--bin", "xtask", "--test", "it"]))?;
    say("2 of 3: the page, and a browser to try it in");
    let environment = environment()?;
    say("3 of 3: the page in a real browser");
    start(tests().args(["--test", "web"]).envs(environment))?;
    say("all tests passed");
    Ok(())
}

/// For `cargo test` run by hand: the same environment, as lines `NAME=value` on the standard output.
pub fn print_environment() -> Outcome {
    for (name, value) in environment()? {
        println!("{name}={}", value.to_string_lossy());
    }
    Ok(())
}

pub fn environment() -> Outcome<Environment> {
    let testers = setup::testers()?;
    let dist = match std::env::var_os("RECOURSE_DIST").map(PathBuf::from) {
        Some(given) => {
            say(&format!("testing the site in {}, as RECOURSE_DIST says", given.display()));
            given
        }
        None => dist::current()?,
    };
    Ok(vec![
        ("RECOURSE_DIST", dist.into()),
        ("RECOURSE_CHROMIUM", testers.browser.chromium.into()),
        ("RECOURSE_CHROMEDRIVER", testers.browser.driver.into()),
        ("RECOURSE_AXE", testers.axe.into()),
        ("RECOURSE_DMN_JS", testers.dmn_js.into()),
    ])
}

fn tests() -> Command {
    let mut command = cargo();
    command.arg("test").current_dir(crate::paths::root());
    command
}
