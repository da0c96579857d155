//! From bytes to text: sizes, archives and encodings.

mod archive;
mod encoding;
mod error;
mod gzip;
mod limits;
mod zip;

pub use archive::{Unpacked, unpack};
pub use encoding::{Decoder, Encoding, TextError, Texted, to_text};
pub use error::BytesError;
pub use limits::{FILE_BYTES_MAX, NamedBytes, RATIO_MAX, UNPACKED_BYTES_MAX};
