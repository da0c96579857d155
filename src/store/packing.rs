//! Bytes as text that local storage keeps as it is: 15 bits in each UTF-16 unit.
//!
//! The units lie in U+3400 to U+B3FF, far from surrogates, so that any browser gives back
//! what it was given. A million ASCII characters take a million units in local storage;
//! deflated and packed, the same JSON takes about a thirteenth.

use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::decompress_slice_iter_to_slice;

const FIRST: u32 = 0x3400;
const BITS: u32 = 15;
const MASK: u32 = (1 << BITS) - 1;

/// zlib's own middle: past it the text shrinks by a few in a hundred and takes twice the time.
const LEVEL: u8 = 6;

/// Units whose bits are whole bytes again, and the bytes a unit takes in UTF-8.
const GROUP: usize = 8;
const UNIT_BYTES: usize = 3;

/// Deflate makes no text longer than so many times the packed bytes.
const INFLATES_AT_MOST: usize = 1_033;

/// No text of one value is longer; a stated length beyond it is damage, not a reason to reserve memory.
pub(super) const TEXT_BYTES_MAX: usize = 64 * 1024 * 1024;

/// What is wrong with a packed text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PackingFault {
    /// A character that packing never makes, counted from 1.
    Character { place: usize },
    /// Bits are set behind the end, or units are missing or too many.
    Length,
    /// The bytes are not deflated text of the stated length.
    Inflate,
}

/// Deflates and packs; also the number of bytes packed.
pub(super) fn pack(text: &str) -> (String, usize) {
    let bytes = compress_to_vec(text.as_bytes(), LEVEL);
    (to_units(&bytes), bytes.len())
}

/// Unpacks and inflates a text whose lengths are known.
pub(super) fn unpack(
    packed: &str,
    bytes_len: usize,
    text_len: usize,
) -> Result<String, PackingFault> {
    if text_len > TEXT_BYTES_MAX {
        return Err(PackingFault::Length);
    }
    let bytes = from_units(packed, bytes_len)?;
    // What cannot be reached is damage, before anything is reserved for it.
    if text_len > bytes.len().saturating_mul(INFLATES_AT_MOST) {
        return Err(PackingFault::Inflate);
    }
    let mut text = vec![0; text_len];
    let packed = std::iter::once(bytes.as_slice());
    let filled = decompress_slice_iter_to_slice(&mut text, packed, false, true);
    if filled != Ok(text_len) {
        return Err(PackingFault::Inflate);
    }
    String::from_utf8(text).map_err(|_| PackingFault::Inflate)
}

fn to_units(bytes: &[u8]) -> String {
    let mut out = String::with_capacity(bytes.len().saturating_mul(8) / 5);
    let (mut pending, mut held) = (0_u32, 0_u32);
    for byte in bytes {
        pending = (pending << 8) | u32::from(*byte);
        held += 8;
        if held >= BITS {
            held -= BITS;
            out.push(unit(pending >> held));
            pending &= (1 << held) - 1;
        }
    }
    if held > 0 {
        out.push(unit(pending << (BITS - held)));
    }
    out
}

fn unit(value: u32) -> char {
    char::from_u32(FIRST + (value & MASK)).unwrap_or(char::REPLACEMENT_CHARACTER)
}

fn from_units(text: &str, bytes_len: usize) -> Result<Vec<u8>, PackingFault> {
    let mut out = Vec::with_capacity(text.len() / UNIT_BYTES * 2);
    let groups = text.as_bytes().chunks_exact(GROUP * UNIT_BYTES);
    let rest = groups.remainder();
    let mut place = 0_usize;
    for group in groups {
        let mut bits = 0_u128;
        for unit in group.chunks_exact(UNIT_BYTES) {
            place = place.saturating_add(1);
            bits = (bits << BITS) | u128::from(value(unit, place)?);
        }
        // 120 bits: all but the last of 16 bytes.
        out.extend((bits << 8).to_be_bytes().into_iter().take(15));
    }
    let (mut pending, mut held) = (0_u32, 0_u32);
    for unit in rest.chunks(UNIT_BYTES) {
        place = place.saturating_add(1);
        pending = (pending << BITS) | value(unit, place)?;
        held += BITS;
        while held >= 8 {
            held -= 8;
            out.push(u8::try_from(pending >> held & 0xFF).unwrap_or_default());
        }
        pending &= (1 << held) - 1;
    }
    // Up to 14 bits of the last unit lie behind the end: at most one whole byte, and all clear.
    if out.len() == bytes_len.saturating_add(1) && out.last() == Some(&0) && pending == 0 {
        out.pop();
    }
    if out.len() != bytes_len || pending != 0 {
        return Err(PackingFault::Length);
    }
    Ok(out)
}

/// The bits of one unit, from its three bytes of UTF-8; every unit that packing makes has three.
fn value(unit: &[u8], place: usize) -> Result<u32, PackingFault> {
    let found = match unit {
        [first @ 0xE0..=0xEF, second, third] => {
            let bits = |byte: &u8| u32::from(byte & 0x3F);
            ((u32::from(first & 0x0F) << 12) | (bits(second) << 6) | bits(third)).checked_sub(FIRST)
        }
        _ => None,
    };
    found.filter(|value| *value <= MASK).ok_or(PackingFault::Character { place })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn st3_every_length_of_bytes_comes_back() {
        for length in 0..70_usize {
            let bytes: Vec<u8> = (0..length).map(|i| u8::try_from(i * 37 % 256).unwrap()).collect();
            for bytes in [bytes, vec![0; length], vec![0xFF; length]] {
                let text = to_units(&bytes);
                assert!(text.chars().all(|c| ('\u{3400}'..='\u{B3FF}').contains(&c)));
                assert_eq!(text.chars().count(), (length * 8).div_ceil(15));
                assert_eq!(from_units(&text, length), Ok(bytes));
            }
        }
    }

    /// A zero byte more makes the same units; the stated lengths and the inflating tell them apart.
    #[test]
    fn st3_a_zero_byte_behind_the_end_is_told_by_the_length() {
        assert_eq!(to_units(&[1, 2, 3, 4]), to_units(&[1, 2, 3, 4, 0]));
        let (packed, bytes) = pack("a text to keep");
        assert_eq!(unpack(&packed, bytes, 14), Ok("a text to keep".to_owned()));
        assert!(unpack(&packed, bytes, 15).is_err());
    }

    #[test]
    fn st3_a_wrong_length_or_a_foreign_character_is_a_fault() {
        let text = to_units(&[1, 2, 3, 4]);
        assert_eq!(from_units(&text, 3), Err(PackingFault::Length));
        assert_eq!(from_units(&text, 6), Err(PackingFault::Length));
        let foreign = text.replacen(|_| true, "a", 1);
        assert_eq!(from_units(&foreign, 4), Err(PackingFault::Character { place: 1 }));
    }

    #[test]
    fn st3_a_stated_length_beyond_all_reason_reserves_nothing() {
        let (packed, bytes) = pack("short");
        assert_eq!(unpack(&packed, bytes, usize::MAX), Err(PackingFault::Length));
        assert_eq!(unpack(&packed, bytes, 4), Err(PackingFault::Inflate));
    }
}
