//! gzip (RFC 1952) with any number of members. Usage exports have several,
//! and a reader of the first member alone would drop rows without a word.

use miniz_oxide::inflate::TINFLStatus;
use miniz_oxide::inflate::core::{DecompressorOxide, decompress, inflate_flags};

use super::{BytesError, RATIO_MAX, UNPACKED_BYTES_MAX};

const DAMAGED: BytesError = BytesError::Damaged { archive: "gzip" };

pub(super) fn is_gzip(bytes: &[u8]) -> bool {
    bytes.starts_with(&[0x1F, 0x8B, 8])
}

/// All members, one after the other; zero bytes after the last are padding.
pub(super) fn unpack(bytes: &[u8]) -> Result<Vec<u8>, BytesError> {
    let limit = limit_for(bytes.len());
    let mut out = Vec::new();
    let mut rest = bytes;
    while !rest.iter().all(|b| *b == 0) {
        let body = skip_header(rest).ok_or(DAMAGED)?;
        let before = out.len();
        let used = inflate_into(body, &mut out, limit, "gzip")?;
        let trailer = body.get(used..used + 8).ok_or(DAMAGED)?;
        check_trailer(trailer, out.get(before..).unwrap_or(&[]))?;
        rest = body.get(used + 8..).ok_or(DAMAGED)?;
    }
    Ok(out)
}

pub(super) fn limit_for(packed: usize) -> usize {
    packed.saturating_mul(RATIO_MAX).saturating_add(4096).min(UNPACKED_BYTES_MAX)
}

fn skip_header(bytes: &[u8]) -> Option<&[u8]> {
    if !is_gzip(bytes) {
        return None;
    }
    let flags = *bytes.get(3)?;
    let mut rest = bytes.get(10..)?;
    if flags & 4 != 0 {
        let length = usize::from(u16::from_le_bytes([*rest.first()?, *rest.get(1)?]));
        rest = rest.get(2 + length..)?;
    }
    for named in [flags & 8, flags & 16] {
        if named != 0 {
            let end = rest.iter().position(|b| *b == 0)?;
            rest = rest.get(end + 1..)?;
        }
    }
    if flags & 2 != 0 {
        rest = rest.get(2..)?;
    }
    Some(rest)
}

/// CRC-32 and length, both little-endian.
fn check_trailer(trailer: &[u8], content: &[u8]) -> Result<(), BytesError> {
    let [a, b, c, d, e, f, g, h] = trailer else {
        return Err(DAMAGED);
    };
    let crc = u32::from_le_bytes([*a, *b, *c, *d]);
    let length = u32::from_le_bytes([*e, *f, *g, *h]);
    // The trailer holds the length modulo 2^32; a usize may be wider.
    let size = u64::try_from(content.len()).unwrap_or(u64::MAX) & u64::from(u32::MAX);
    let fits = size == u64::from(length);
    if fits && crc32(content) == crc { Ok(()) } else { Err(DAMAGED) }
}

/// Appends the inflated bytes to `out`, which may grow to `limit`; answers how many packed bytes were used.
pub(super) fn inflate_into(
    packed: &[u8],
    out: &mut Vec<u8>,
    limit: usize,
    archive: &'static str,
) -> Result<usize, BytesError> {
    let flags = inflate_flags::TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF;
    let mut state = DecompressorOxide::new();
    let base = out.len();
    let mut used = 0;
    let mut written = base;
    out.resize(base + packed.len().saturating_mul(3).clamp(1024, 1 << 20).min(limit), 0);
    loop {
        let input = packed.get(used..).unwrap_or(&[]);
        // The window reaches back over this member only, so the slice starts at its base.
        let target = out.get_mut(base..).unwrap_or(&mut []);
        let (status, read, wrote) = decompress(&mut state, input, target, written - base, flags);
        used += read;
        written += wrote;
        match status {
            TINFLStatus::Done => {
                out.truncate(written);
                return Ok(used);
            }
            TINFLStatus::HasMoreOutput if written >= limit => return Err(BytesError::Bomb),
            TINFLStatus::HasMoreOutput => {
                let grown = out.len().saturating_mul(2).min(limit);
                out.resize(grown, 0);
            }
            _ => return Err(BytesError::Damaged { archive }),
        }
    }
}

/// CRC-32 as gzip and zip use it (polynomial 0xEDB88320).
pub(super) fn crc32(bytes: &[u8]) -> u32 {
    static TABLE: std::sync::OnceLock<[u32; 256]> = std::sync::OnceLock::new();
    let table = TABLE.get_or_init(|| {
        let mut table = [0_u32; 256];
        for (index, slot) in (0_u32..).zip(table.iter_mut()) {
            *slot =
                (0..8).fold(index, |c, _| if c & 1 == 1 { 0xEDB8_8320 ^ (c >> 1) } else { c >> 1 });
        }
        table
    });
    let crc = bytes.iter().fold(u32::MAX, |crc, byte| {
        let slot = (crc ^ u32::from(*byte)) & 0xFF;
        (crc >> 8) ^ table.get(slot as usize).copied().unwrap_or(0)
    });
    !crc
}
