//! Running the program in a folder of its own.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use recourse::domain::ids::WriterId;
use recourse::domain::{Day, Instant};
use recourse::exchange::bundle::{Meta, write};
use recourse::exchange::sample::drafts;
use recourse::journal::ulid::FreshIds;
use recourse::journal::{Append, Journal, Operator};

/// The day on which the sample is told.
pub const TODAY: &str = "2026-11-22";

pub struct Answer {
    pub status: i32,
    pub out: String,
    pub err: String,
}

/// A folder that belongs to one test.
pub struct Folder(PathBuf);

impl Folder {
    pub fn new(name: &str) -> Self {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("cli").join(name);
        let _ = std::fs::remove_dir_all(&path);
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    pub fn write(&self, name: &str, content: impl AsRef<[u8]>) {
        std::fs::write(self.path(name), content).unwrap();
    }

    pub fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.path(name)).unwrap()
    }

    pub fn has(&self, name: &str) -> bool {
        self.path(name).exists()
    }

    /// Runs `recourse` here.
    pub fn run(&self, args: &[&str]) -> Answer {
        self.run_on(args, "empty")
    }

    /// Runs `recourse` here with a file as its standard input; one that is not there is empty.
    pub fn run_on(&self, args: &[&str], input: &str) -> Answer {
        let input = std::fs::File::open(self.path(input));
        let output =
            self.command(args).stdin(input.map_or(Stdio::null(), Stdio::from)).output().unwrap();
        Answer::of(output)
    }

    /// `recourse` here, to be run as a test needs it.
    pub fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_recourse"));
        command.args(args).current_dir(&self.0);
        command
    }

    /// Runs `recourse` here with something on its standard input.
    pub fn run_with(&self, args: &[&str], input: &str) -> Answer {
        let mut child = self
            .command(args)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
        Answer::of(child.wait_with_output().unwrap())
    }
}

impl Answer {
    pub fn of(output: Output) -> Self {
        Self {
            status: output.status.code().unwrap(),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }
}

/// The sample reseller as a book file.
pub fn sample_book() -> String {
    let now = Instant::parse("2026-11-22T10:00:00Z").unwrap();
    let writer = WriterId::new("sample").unwrap();
    let mut journal = Journal::new();
    for (count, draft) in (1_u128..).zip(drafts(Day::parse(TODAY).unwrap(), now).unwrap()) {
        let with = Append {
            writer: &writer,
            ids: &mut FreshIds::new(draft.at, count),
            at: draft.at,
            on: draft.on,
            by: &draft.by,
        };
        journal.append(with, draft.body).unwrap();
    }
    let meta = Meta {
        at: now,
        by: Operator { name: "Sample Controller".to_owned(), role: String::new() },
        program: "recourse test".to_owned(),
    };
    write(&journal, &meta)
}

pub const INVOICES: &str = "\
customer,invoice,issued,due,currency,amount
Sample Bakery,S-1,2026-09-01,2026-10-01,EUR,100.00
Sample Bakery,S-2,2026-10-01,2026-10-31,EUR,250.50
Sample Dental Care,S-3,2026-10-05,2026-11-04,EUR,75.00
";
