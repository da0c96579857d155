//! Chromium and its driver: found, or installed where apt can.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::Outcome;
use crate::paths;
use crate::run::{output, run, say};

/// A browser and the driver that fits it.
pub struct Browser {
    pub chromium: PathBuf,
    pub driver: PathBuf,
}

const BROWSERS: &[&str] =
    &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

/// Where browsers lie that do not put themselves on the PATH.
const USUAL_PLACES: &[&str] = &[
    "/usr/lib/chromium/chromium",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

const ADVICE: &str = "the browser tests need Chromium and the chromedriver of the same version; \
    on Debian or Ubuntu: `sudo apt-get install chromium chromium-driver`, \
    elsewhere install Chrome and chromedriver, or name them in RECOURSE_CHROMIUM and RECOURSE_CHROMEDRIVER";

pub fn ensure() -> Outcome<Browser> {
    if let Some(found) = find() {
        return Ok(found);
    }
    install_with_apt()?;
    find().ok_or_else(|| ADVICE.to_owned())
}

fn find() -> Option<Browser> {
    Some(Browser {
        chromium: named("RECOURSE_CHROMIUM").or_else(find_chromium)?,
        driver: named("RECOURSE_CHROMEDRIVER")
            .or_else(|| paths::on_path("chromedriver"))
            .or_else(|| existing("/usr/lib/chromium-browser/chromedriver"))?,
    })
}

fn find_chromium() -> Option<PathBuf> {
    BROWSERS
        .iter()
        .find_map(|name| paths::on_path(name))
        .or_else(|| USUAL_PLACES.iter().find_map(|place| existing(place)))
}

fn named(variable: &str) -> Option<PathBuf> {
    std::env::var_os(variable).map(PathBuf::from).filter(|path| path.is_file())
}

fn existing(place: &str) -> Option<PathBuf> {
    Some(PathBuf::from(place)).filter(|path| path.is_file())
}

fn install_with_apt() -> Outcome {
    if paths::on_path("apt-get").is_none() {
        return Err(ADVICE.to_owned());
    }
    let mut packages = vec!["chromium", "chromium-driver", "fonts-noto-cjk"];
    if paths::on_path("npm").is_none() {
        packages.extend(["nodejs", "npm"]);
    }
    say(&format!(
        "no Chromium with a driver was found; installing {} with apt",
        packages.join(", ")
    ));
    apt(&["update"])?;
    let mut words = vec!["install", "--yes", "--no-install-recommends"];
    words.extend(packages);
    apt(&words)
}

fn apt(words: &[&str]) -> Outcome {
    let mut command = if is_root() {
        Command::new("apt-get")
    } else if output(Path::new("sudo"), &["-n", "true"]).is_some() {
        let mut sudo = Command::new("sudo");
        sudo.args(["-n", "apt-get"]);
        sudo
    } else {
        return Err(format!("{ADVICE} (this user may not install packages without a password)"));
    };
    command.env("DEBIAN_FRONTEND", "noninteractive").args(words);
    run(&mut command).map_err(|why| format!("{why}; {ADVICE}"))
}

fn is_root() -> bool {
    output(Path::new("id"), &["-u"]).is_some_and(|id| id == "0")
}
