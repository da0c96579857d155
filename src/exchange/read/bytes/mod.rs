//! From bytes to text: sizes, archives and encodings.

mod archive;
mod encoding;
mod error;
mod gzip;
mod limits;
mod zip;

pub use archive::{Unpacked, is_data, is_packed, unpack};
pub use encoding::{Decoder, Encoding, TextError, Texted, into_text, to_text};
pub use error::{Binary, BytesError, Packing};
pub use limits::{FILE_BYTES_MAX, NamedBytes, RATIO_MAX, UNPACKED_BYTES_MAX};
