//! F10: the disk under the browser's profile is full.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use serde_json::Value;

use super::Folder;
use super::editing::{begin, browser_in, entries, finish, how_far, tells_of_damage};
use crate::server::Server;
use crate::site::path;

/// A small disk of its own, in memory; taken away when the test ends.
struct SmallDisk(Folder);

impl SmallDisk {
    /// None where this machine does not let a test make one: that takes the rights of its administrator.
    fn new(megabytes: u32) -> Option<Self> {
        let folder = Folder::new("disk");
        let size = format!("size={megabytes}m");
        let made = Command::new("mount")
            .args(["-t", "tmpfs", "-o", &size, "tmpfs"])
            .arg(folder.path())
            .output();
        made.is_ok_and(|made| made.status.success()).then_some(Self(folder))
    }

    fn path(&self) -> &Path {
        self.0.path()
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        // The browser may still be closing its files.
        Command::new("umount").arg("-l").arg(self.path()).status().ok();
    }
}

#[test]
fn f10_on_a_full_disk_nothing_is_shown_as_saved_that_is_not() {
    let Some(disk) = SmallDisk::new(160) else {
        println!(
            "figure: F10: not tried on a full disk: this machine lets no test make a small one"
        );
        return;
    };
    let server = Server::start(&path("RECOURSE_DIST")).unwrap();
    let profile = disk.path().join("profile");
    let browser = browser_in(&profile);
    begin(&browser, &server, "before", (10, 40));
    assert_eq!(finish(&browser).saved, 10);
    let filler = disk.path().join("filler");
    fill(&filler);
    begin(&browser, &server, "while full", (20, 20));
    std::thread::sleep(Duration::from_secs(3));
    let full = how_far(&browser);
    browser.script("window.__edits.stop = true; return true", &[]);
    browser.kill();
    fs::remove_file(&filler).unwrap();
    let again = browser_in(&profile);
    let found = entries(&again, &server, 10 + full.saved);
    let told = tells_of_damage(&again);
    println!(
        "figure: F10: on a full disk {} edits, {} of them shown as saved; {found} there afterwards, told of damage: {told}",
        full.made, full.saved
    );
    assert!(full.made > 0, "no edit was made on the full disk");
    assert!(found >= 10 + full.saved, "{full:?}, {found} there");
    saves_again(&again, &server);
}

/// Writes until nothing more goes on the disk.
fn fill(file: &Path) {
    use std::io::Write as _;
    let mut filler = fs::File::create(file).unwrap();
    let block = vec![0x5A; 64 * 1024];
    while filler.write_all(&block).is_ok() {}
    while filler.write_all(&[0x5A; 256]).is_ok() {}
}

/// With room on the disk again edits are shown as saved again.
fn saves_again(browser: &crate::driver::Browser, server: &Server) {
    begin(browser, server, "after", (3, 200));
    let badge =
        "return document.querySelector('.top-state .badge').textContent.startsWith('Saved')";
    let started = Instant::now();
    while browser.script(badge, &[]) != Value::Bool(true) {
        assert!(started.elapsed() < Duration::from_secs(60), "{}", browser.seen());
        std::thread::sleep(Duration::from_millis(50));
    }
}
