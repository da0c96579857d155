//! F10: the files under local storage are damaged while the browser is shut.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use super::editing::{begin, browser_in, entries, finish, tells_of_damage};
use super::{Dice, Folder, trials};
use crate::server::Server;
use crate::site::path;

const KINDS: [&str; 4] = ["log cut", "64 bytes flipped", "CURRENT gone", "all files gone"];

#[test]
fn f10_damaged_files_of_the_browser_are_mended_from_the_second_copy() {
    let rounds = trials("RECOURSE_TORTURE_DAMAGES", 5);
    let server = Server::start(&path("RECOURSE_DIST")).unwrap();
    let mut dice = Dice(10);
    for round in 0..rounds {
        for kind in KINDS {
            let profile = Folder::new("files");
            let browser = browser_in(profile.path());
            begin(&browser, &server, "edit", (30, 40));
            assert_eq!(finish(&browser).saved, 30);
            drop(browser);
            harm(&profile.path().join("Default/Local Storage/leveldb"), kind, &mut dice);
            let again = browser_in(profile.path());
            let found = entries(&again, &server, 30);
            let told = tells_of_damage(&again);
            assert!(found == 30, "{kind}, round {round}: {found} of 30, told: {told}");
        }
    }
    println!("figure: F10: {} damaged profiles of 4 kinds, 0 edits lost", rounds * KINDS.len());
}

fn harm(folder: &Path, kind: &str, dice: &mut Dice) {
    let files: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|f| f.unwrap().path()).collect();
    let log = files.iter().filter(|f| f.extension().is_some_and(|e| e == "log"));
    let log = log.max_by_key(|f| fs::metadata(f).map_or(0, |m| m.len())).unwrap();
    let mut bytes = fs::read(log).unwrap();
    assert!(bytes.len() > 200, "the browser wrote {} bytes", bytes.len());
    match kind {
        "log cut" => bytes.truncate(dice.below(bytes.len() as u64) as usize),
        "64 bytes flipped" => {
            let at = dice.below(bytes.len() as u64 - 64) as usize;
            bytes[at..at + 64].iter_mut().for_each(|byte| *byte ^= 0xff);
        }
        "CURRENT gone" => fs::remove_file(folder.join("CURRENT")).unwrap(),
        _ => fs::remove_dir_all(folder).unwrap(),
    }
    if folder.is_dir() {
        fs::write(log, bytes).unwrap();
    }
}

/// A file whose name begins so, once the browser has handed it over whole.
pub fn wait_for_file(folder: &Path, name: &str) -> PathBuf {
    let started = Instant::now();
    loop {
        let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        let fits = |file: &PathBuf| {
            let own = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
            own.starts_with(name) && !own.ends_with(".crdownload")
        };
        if let Some(file) = files.into_iter().find(fits) {
            return file;
        }
        assert!(started.elapsed() < Duration::from_secs(15), "no {name} came into {folder:?}");
        std::thread::sleep(Duration::from_millis(50));
    }
}
