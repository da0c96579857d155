//! A file as it is handed over, and how large it may be.

/// A file as it was dropped, chosen or pasted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedBytes {
    pub name: String,
    pub bytes: Vec<u8>,
}

/// Larger files are refused before anything is read: 100 MB, several times the largest
/// reconciliation file in use.
pub const FILE_BYTES_MAX: usize = 100 * 1024 * 1024;

/// What an archive may hold in all.
pub const UNPACKED_BYTES_MAX: usize = 200 * 1024 * 1024;

/// How many times larger than the archive its content may be; real exports stay under 40.
pub const RATIO_MAX: usize = 100;
