//! Sizes first, then gzip and zip, by what the bytes say and not by the name.

use super::{Binary, BytesError, FILE_BYTES_MAX, NamedBytes, gzip, zip};

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
        if members.iter().any(is_of_office) {
            return Err(BytesError::Binary(Binary::Office));
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

fn binary_kind(bytes: &[u8]) -> Option<Binary> {
    const KINDS: [(&[u8], Binary); 10] = [
        (b"\xD0\xCF\x11\xE0", Binary::OldOffice),
        (b"%PDF", Binary::Pdf),
        (b"\x89PNG", Binary::Picture),
        (b"\xFF\xD8\xFF", Binary::Picture),
        (b"GIF8", Binary::Picture),
        (b"PAR1", Binary::Parquet),
        (b"7z\xBC\xAF", Binary::Archive),
        (b"Rar!\x1A\x07", Binary::Archive),
        (b"\xFD7zXZ\0", Binary::Archive),
        (b"SQLite format 3\0", Binary::Data),
    ];
    KINDS.iter().find(|(magic, _)| bytes.starts_with(magic)).map(|(_, kind)| *kind)
}

/// What only the files of spreadsheets and documents hold, which are zip archives themselves.
fn is_of_office(member: &NamedBytes) -> bool {
    let is_open_document = || member.bytes.starts_with(b"application/vnd.oasis.opendocument");
    match member.name.as_str() {
        "[Content_Types].xml" | "Index/Document.iwa" => true,
        "mimetype" => is_open_document(),
        _ => false,
    }
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
