//! Why bytes are refused, with what to do about it.

use std::fmt;

use super::FILE_BYTES_MAX;
use crate::exchange::read::fixed::{Fixed, fixed};

/// Why bytes were refused before any reading.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum BytesError {
    Empty,
    TooLarge {
        bytes: usize,
    },
    /// A format that holds no text we can read.
    Binary(Binary),
    /// The archive breaks off or contradicts itself.
    Damaged {
        #[serde(deserialize_with = "fixed")]
        archive: Fixed,
    },
    /// Unpacked, it would pass [`super::UNPACKED_BYTES_MAX`] or [`super::RATIO_MAX`].
    Bomb,
    /// An archive with nothing in it, or only folders.
    NothingInside,
    /// A way of packing that is not read here.
    Packing(Packing),
    /// An archive in an archive.
    Nested,
}

/// Formats that hold no text we can read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Binary {
    /// A spreadsheet or a document of an office program.
    Office,
    /// The same in the form of before 2007, or with a password.
    OldOffice,
    Pdf,
    Picture,
    Parquet,
    /// An archive that is neither zip nor gzip.
    Archive,
    /// A program, a database, or bytes without any meaning here.
    Data,
}

/// Ways of packing that are not read here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Packing {
    Encrypted,
    /// A zip of the 64-bit form.
    Wide,
    /// A zip of more files than any export has.
    Many,
    /// Neither stored nor deflated.
    Method,
}

impl fmt::Display for Binary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Office => {
                "this is a spreadsheet or document of an office program; open it there, save it as CSV (UTF-8), and import that"
            }
            Self::OldOffice => {
                "this is a spreadsheet or document of an office program, in an old form or with a password; open it there, save it as CSV (UTF-8), and import that"
            }
            Self::Pdf => {
                "this is a PDF, which is for reading and printing; export the same report as CSV where it was made, and import that"
            }
            Self::Picture => {
                "this is a picture; export what it shows as CSV where it was made, and import that"
            }
            Self::Parquet => "this is a Parquet file; ask for the export as CSV or JSON instead",
            Self::Archive => "this is an archive that is not read here; unpack it yourself and import the files",
            Self::Data => {
                "this is a program or data file, not text; export what it holds as CSV or JSON, and import that"
            }
        })
    }
}

impl fmt::Display for Packing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Encrypted => {
                "the archive is locked with a password; unpack it yourself and import the files"
            }
            Self::Wide => {
                "the archive is a zip of the 64-bit form; unpack it yourself and import the files"
            }
            Self::Many => {
                "the archive holds more than a thousand files; unpack it yourself and import those that count"
            }
            Self::Method => {
                "the archive is packed in a way other than deflate; unpack it yourself and import the files"
            }
        })
    }
}

impl fmt::Display for BytesError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("the file is empty; export it again"),
            Self::TooLarge { bytes } => write!(
                f,
                "the file has {} MB, more than the {} MB that are read at once; export a shorter period",
                bytes / (1024 * 1024),
                FILE_BYTES_MAX / (1024 * 1024)
            ),
            Self::Binary(kind) => write!(f, "{kind}"),
            Self::Damaged { archive } => write!(
                f,
                "the {archive} archive is damaged or was cut off; download it again"
            ),
            Self::Bomb => f.write_str(
                "the archive would unpack to far more than it could honestly hold; unpack it yourself and import the files",
            ),
            Self::NothingInside => f.write_str("the archive holds no file"),
            Self::Packing(how) => write!(f, "{how}"),
            Self::Nested => {
                f.write_str("the archive holds another archive; unpack it and import what is inside")
            }
        }
    }
}

impl std::error::Error for BytesError {}
