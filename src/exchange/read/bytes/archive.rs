//! Sizes first, then gzip and zip, by what the bytes say and not by the name.

use super::{BytesError, FILE_BYTES_MAX, NamedBytes, gzip, zip};

/// What came out of a file: itself, or the members of an archive in their order.
pub type Unpacked = Vec<NamedBytes>;

/// Opens gzip (with any number of members) and zip; passes everything else through.
///
/// # Errors
/// [`BytesError`] when nothing can be read; an archive is read whole or not at all.
pub fn unpack(file: NamedBytes) -> Result<Unpacked, BytesError> {
    check(&file.bytes)?;
    if gzip::is_gzip(&file.bytes) {
        let bytes = gzip::unpack(&file.bytes)?;
        let name = file.name.strip_suffix(".gz").unwrap_or(&file.name);
        let inner = NamedBytes { name: name.to_owned(), bytes };
        return inner_only(vec![inner]);
    }
    if zip::is_zip(&file.bytes) {
        let members = zip::unpack(&file.bytes)?;
        if members.iter().any(|m| m.name == "[Content_Types].xml") {
            return Err(BytesError::Binary("a spreadsheet or document of an office program"));
        }
        return inner_only(gunzip_members(members)?);
    }
    Ok(vec![file])
}

/// Whether so many of the first bytes are controls as no text has, in whatever encoding of bytes.
#[must_use]
pub fn is_data(bytes: &[u8]) -> bool {
    const LOOKED_AT: usize = 4_096;
    let start = bytes.get(..LOOKED_AT).unwrap_or(bytes);
    let is_control = |byte: &&u8| matches!(byte, 0..=8 | 14..=26 | 28..=31);
    start.iter().filter(is_control).count() * 50 > start.len()
}

/// Whether [`unpack`] gives other bytes than these.
#[must_use]
pub fn is_packed(bytes: &[u8]) -> bool {
    gzip::is_gzip(bytes) || zip::is_zip(bytes)
}

fn check(bytes: &[u8]) -> Result<(), BytesError> {
    if bytes.is_empty() {
        return Err(BytesError::Empty);
    }
    if bytes.len() > FILE_BYTES_MAX {
        return Err(BytesError::TooLarge { bytes: bytes.len() });
    }
    match binary_kind(bytes) {
        Some(kind) => Err(BytesError::Binary(kind)),
        None => Ok(()),
    }
}

fn binary_kind(bytes: &[u8]) -> Option<&'static str> {
    const KINDS: [(&[u8], &str); 6] = [
        (b"\xD0\xCF\x11\xE0", "an old spreadsheet or document of an office program"),
        (b"%PDF", "a PDF"),
        (b"\x89PNG", "a picture"),
        (b"\xFF\xD8\xFF", "a picture"),
        (b"PAR1", "a Parquet file"),
        (b"7z\xBC\xAF", "a 7z archive"),
    ];
    KINDS.iter().find(|(magic, _)| bytes.starts_with(magic)).map(|(_, kind)| *kind)
}

/// Usage exports come as a zip or folder of `.json.gz` files: one more layer is opened, no deeper.
fn gunzip_members(members: Vec<NamedBytes>) -> Result<Unpacked, BytesError> {
    members
        .into_iter()
        .map(|member| {
            if !gzip::is_gzip(&member.bytes) {
                return Ok(member);
            }
            let name = member.name.strip_suffix(".gz").unwrap_or(&member.name);
            Ok(NamedBytes { name: name.to_owned(), bytes: gzip::unpack(&member.bytes)? })
        })
        .collect()
}

fn inner_only(files: Unpacked) -> Result<Unpacked, BytesError> {
    if files.is_empty() {
        return Err(BytesError::NothingInside);
    }
    let nested = |f: &NamedBytes| is_packed(&f.bytes);
    if files.iter().any(nested) {
        return Err(BytesError::Nested);
    }
    Ok(files)
}
