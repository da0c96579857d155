//! Any file that holds a table, as plain RFC 4180.

use super::bytes::{NamedBytes, to_text, unpack};
use super::csv::to_rfc4180;
use super::options::Options;
use super::problem::{Problem, What};

/// Opens, decodes and reads a file, and prints the table that was understood.
///
/// # Errors
/// The problem that stops the file; several members of an archive are refused.
pub fn csv_of_file(file: NamedBytes, options: &Options<'_>) -> Result<String, Problem> {
    let members = unpack(file).map_err(|e| Problem::of_file(What::Bytes(e)))?;
    let [one] = members.as_slice() else {
        return Err(Problem::of_file(What::SeveralFiles));
    };
    let texted = to_text(&one.bytes, options.encoding, options.decoder)
        .map_err(|e| Problem::of_file(What::Text(e)))?;
    to_rfc4180(&texted.text).map_err(|_| Problem::of_file(What::NoTable))
}
