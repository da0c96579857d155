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
    /// A format that holds no text we can read, with its usual name.
    Binary(#[serde(deserialize_with = "fixed")] Fixed),
    /// The archive breaks off or contradicts itself.
    Damaged {
        #[serde(deserialize_with = "fixed")]
        archive: Fixed,
    },
    /// Unpacked, it would pass [`super::UNPACKED_BYTES_MAX`] or [`super::RATIO_MAX`].
    Bomb,
    /// An archive with nothing in it, or only folders.
    NothingInside,
    /// A way of packing that is not read here, such as an encrypted zip.
    Packing(#[serde(deserialize_with = "fixed")] Fixed),
    /// An archive in an archive.
    Nested,
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
            Self::Binary(kind) => write!(f, "this is {kind}; save it as CSV and import that"),
            Self::Damaged { archive } => write!(
                f,
                "the {archive} archive is damaged or was cut off; download it again"
            ),
            Self::Bomb => f.write_str(
                "the archive would unpack to far more than it could honestly hold; unpack it yourself and import the files",
            ),
            Self::NothingInside => f.write_str("the archive holds no file"),
            Self::Packing(how) => write!(
                f,
                "the archive is {how}; unpack it yourself and import the files"
            ),
            Self::Nested => {
                f.write_str("the archive holds another archive; unpack it and import what is inside")
            }
        }
    }
}

impl std::error::Error for BytesError {}
