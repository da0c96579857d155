//! What files are, shown while what they tell still travels or is compared with the book.

use super::file::{CountText, FileText, file};
use super::first::line;
use super::page::number;
use crate::app::Screen;
use crate::app::update::exchange::FileCount;
use crate::app::words::{exchange as words, file_kinds};
use crate::exchange::parcel::Listed;

/// How many files are shown before they are compared.
const FILES_MAX: usize = 40;

/// Files that were read and are not compared with the book yet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListedText {
    pub files: Vec<FileText>,
    /// How many files are not shown yet.
    pub more: Option<String>,
}

pub(super) fn listed(screen: &Screen<'_>, files: &[Listed]) -> ListedText {
    let shown = files.iter().take(FILES_MAX).enumerate();
    let more = files.len().saturating_sub(FILES_MAX);
    ListedText {
        files: shown.map(|(at, listed)| one(screen, at, listed)).collect(),
        more: (more > 0).then(|| words::more_files(screen.lang(), &number(screen, more))),
    }
}

fn one(screen: &Screen<'_>, at: usize, listed: &Listed) -> FileText {
    let lang = screen.lang();
    let counts = listed.kinds.iter().map(|(kind, all)| CountText {
        kind: file_kinds::facts(lang, *kind),
        all: number(screen, *all),
        ..CountText::default()
    });
    FileText {
        counts: counts.collect(),
        refused: (listed.refused > 0)
            .then(|| words::rows_refused(lang, &number(screen, listed.refused))),
        first: listed.first.iter().map(|row| line(screen, row)).collect(),
        columns: None,
        is_compared: false,
        ..file(screen, at, &listed.file, &FileCount::default())
    }
}
