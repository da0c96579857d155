//! zip, read by its central directory: stored and deflated members.

use super::gzip::{crc32, inflate_into, limit_for};
use super::{BytesError, NamedBytes, Packing};

const DAMAGED: BytesError = BytesError::Damaged { archive: "zip" };

/// More members than any export has.
const MEMBERS_MAX: u16 = 1000;

pub(super) fn is_zip(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06")
}

struct Entry {
    name: String,
    flags: u16,
    method: u16,
    crc: u32,
    packed: usize,
    size: usize,
    offset: usize,
}

/// All files of the archive in the order of its directory; folders are passed over.
pub(super) fn unpack(bytes: &[u8]) -> Result<Vec<NamedBytes>, BytesError> {
    let limit = limit_for(bytes.len());
    let mut total = 0_usize;
    let mut files = Vec::new();
    for entry in directory(bytes)? {
        if entry.name.ends_with('/') {
            continue;
        }
        total = total.saturating_add(entry.size);
        if total > limit {
            return Err(BytesError::Bomb);
        }
        files.push(extract(bytes, entry)?);
    }
    Ok(files)
}

fn directory(bytes: &[u8]) -> Result<Vec<Entry>, BytesError> {
    let end = find_end(bytes).ok_or(DAMAGED)?;
    let count = u16_at(bytes, end + 10).ok_or(DAMAGED)?;
    let start = u32_at(bytes, end + 16).ok_or(DAMAGED)?;
    if count == u16::MAX || start == u32::MAX {
        return Err(BytesError::Packing(Packing::Wide));
    }
    if count > MEMBERS_MAX {
        return Err(BytesError::Packing(Packing::Many));
    }
    let mut at = start as usize;
    let mut entries = Vec::new();
    for _ in 0..count {
        let (entry, next) = read_entry(bytes, at).ok_or(DAMAGED)?;
        entries.push(entry);
        at = next;
    }
    Ok(entries)
}

/// The end record stands last, before a comment of at most 65,535 bytes.
fn find_end(bytes: &[u8]) -> Option<usize> {
    let from = bytes.len().saturating_sub(65_535 + 22);
    let tail = bytes.get(from..)?;
    let at = from + tail.windows(4).rposition(|w| w == b"PK\x05\x06")?;
    let comment = usize::from(u16_at(bytes, at + 20)?);
    (at + 22 + comment <= bytes.len()).then_some(at)
}

fn read_entry(bytes: &[u8], at: usize) -> Option<(Entry, usize)> {
    if bytes.get(at..at + 4)? != b"PK\x01\x02" {
        return None;
    }
    let name_length = usize::from(u16_at(bytes, at + 28)?);
    let extra = usize::from(u16_at(bytes, at + 30)?);
    let comment = usize::from(u16_at(bytes, at + 32)?);
    let name = bytes.get(at + 46..at + 46 + name_length)?;
    let entry = Entry {
        name: String::from_utf8_lossy(name).into_owned(),
        flags: u16_at(bytes, at + 8)?,
        method: u16_at(bytes, at + 10)?,
        crc: u32_at(bytes, at + 16)?,
        packed: u32_at(bytes, at + 20)? as usize,
        size: u32_at(bytes, at + 24)? as usize,
        offset: u32_at(bytes, at + 42)? as usize,
    };
    Some((entry, at + 46 + name_length + extra + comment))
}

fn extract(bytes: &[u8], entry: Entry) -> Result<NamedBytes, BytesError> {
    if entry.flags & 1 != 0 {
        return Err(BytesError::Packing(Packing::Encrypted));
    }
    let at = entry.offset;
    if bytes.get(at..at + 4) != Some(b"PK\x03\x04") {
        return Err(DAMAGED);
    }
    let name = usize::from(u16_at(bytes, at + 26).ok_or(DAMAGED)?);
    let extra = usize::from(u16_at(bytes, at + 28).ok_or(DAMAGED)?);
    let body = at + 30 + name + extra;
    let packed = bytes.get(body..body.saturating_add(entry.packed)).ok_or(DAMAGED)?;
    let content = match entry.method {
        0 => packed.to_vec(),
        8 => {
            let mut out = Vec::new();
            // One byte above the promised size is enough to prove the promise false.
            inflate_into(packed, &mut out, entry.size + 1, "zip")?;
            out
        }
        _ => return Err(BytesError::Packing(Packing::Method)),
    };
    if content.len() != entry.size || crc32(&content) != entry.crc {
        return Err(DAMAGED);
    }
    Ok(NamedBytes { name: entry.name, bytes: content })
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    let pair = bytes.get(at..at + 2)?;
    Some(u16::from_le_bytes(pair.try_into().ok()?))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    let four = bytes.get(at..at + 4)?;
    Some(u32::from_le_bytes(four.try_into().ok()?))
}
