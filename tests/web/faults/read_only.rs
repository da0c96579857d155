//! F10: the browser may read the files of its local storage and not write them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::editing::{begin, browser_in, entries, finish, tells_of_damage};
use super::{Folder, trials};
use crate::server::Server;
use crate::site::path;

/// A folder into which nobody can write until this goes.
struct ReadOnly {
    folder: PathBuf,
    mounted: bool,
}

impl ReadOnly {
    /// None where writing cannot be forbidden: an administrator may write whatever the folder says, and then a test
    /// needs the right to mount it anew.
    fn new(folder: &Path) -> Option<Self> {
        let mut made = Self { folder: folder.to_owned(), mounted: false };
        allow_writing(folder, false);
        if may_write(folder) {
            made.mounted = mount(&["--bind"], Some(folder), folder);
            mount(&["-o", "remount,ro,bind"], None, folder);
        }
        (!may_write(folder)).then_some(made)
    }
}

impl Drop for ReadOnly {
    fn drop(&mut self) {
        if self.mounted {
            Command::new("umount").arg("-l").arg(&self.folder).status().ok();
        }
        allow_writing(&self.folder, true);
    }
}

fn mount(how: &[&str], from: Option<&Path>, to: &Path) -> bool {
    let made = Command::new("mount").args(how).args(from).arg(to).output();
    made.is_ok_and(|made| made.status.success())
}

fn allow_writing(folder: &Path, yes: bool) {
    use std::os::unix::fs::PermissionsExt as _;
    let mode = if yes { 0o755 } else { 0o555 };
    fs::set_permissions(folder, fs::Permissions::from_mode(mode)).ok();
}

fn may_write(folder: &Path) -> bool {
    let file = folder.join("tried");
    let wrote = fs::write(&file, "tried").is_ok();
    fs::remove_file(file).ok();
    wrote
}

#[test]
fn f10_where_local_storage_cannot_be_written_the_second_copy_keeps_every_edit() {
    let mut all = 0;
    let rounds = trials("RECOURSE_TORTURE_DAMAGES", 5);
    let server = Server::start(&path("RECOURSE_DIST")).unwrap();
    for round in 0..rounds {
        let profile = Folder::new("read-only");
        let browser = browser_in(profile.path());
        begin(&browser, &server, "before", (10, 40));
        assert_eq!(finish(&browser).saved, 10);
        drop(browser);
        let Some(closed) = ReadOnly::new(&profile.path().join("Default/Local Storage/leveldb"))
        else {
            println!(
                "figure: F10: a folder that cannot be written was not tried: this machine lets no test make one"
            );
            return;
        };
        let saved = edit_there(&profile, &server, round);
        drop(closed);
        let again = browser_in(profile.path());
        let found = entries(&again, &server, 10 + saved);
        assert_eq!(found, 10 + saved, "round {round}");
        all += saved;
        assert!(!tells_of_damage(&again), "round {round}");
    }
    println!(
        "figure: F10: {rounds} times local storage could not be written: {all} edits shown as saved meanwhile, 0 lost"
    );
}

/// Edits while nothing can be written there; how many were shown as saved.
fn edit_there(profile: &Folder, server: &Server, round: usize) -> u64 {
    let browser = browser_in(profile.path());
    assert_eq!(entries(&browser, server, 10), 10, "round {round}: with local storage read only");
    begin(&browser, server, "meanwhile", (5, 400));
    let made = finish(&browser);
    assert_eq!(made.made, 5, "round {round}");
    made.saved
}
