//! The page under faults, by the numbers of the list in `src/store/SPEC.md`.
//!
//! Each test runs as often as a change deserves. `cargo xtask torture` runs them longer, by the
//! variables that [`trials`] reads, and prints what the tests say in lines that begin with `figure:`.

mod clearing;
mod clock;
mod crash;
mod damage;
mod editing;
mod figures;
mod full_disk;
mod handlers;
mod importing;
mod kill;
mod leaving;
mod newer;
mod read_only;
mod room;
mod storage;
mod tabs;
mod taken;
mod traps;

use std::path::{Path, PathBuf};

/// How often to try: as given here, or by an environment variable of this name.
fn trials(name: &str, usual: usize) -> usize {
    std::env::var(name).ok().and_then(|n| n.parse().ok()).unwrap_or(usual)
}

/// A folder that is there for one test and gone after it.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("recourse-{name}-{}", std::process::id()));
        std::fs::remove_dir_all(&folder).ok();
        std::fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }

    fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        std::fs::remove_dir_all(&self.0).ok();
    }
}

/// Numbers that look random and are the same in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit
    }
}
