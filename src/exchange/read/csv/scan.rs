//! Where a plain cell ends, eight bytes at a time.

/// The bytes at which a plain cell may end: the separator and the ends of lines.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stops {
    delimiter: u8,
    /// Each of the three eight times.
    repeated: [u64; 3],
}

const ONES: u64 = 0x0101_0101_0101_0101;
const HIGHS: u64 = 0x8080_8080_8080_8080;

impl Stops {
    pub(super) fn of(delimiter: u8) -> Self {
        let repeated = [delimiter, b'\n', b'\r'].map(|byte| u64::from(byte) * ONES);
        Self { delimiter, repeated }
    }

    /// The place of the first of them from `at` on, or the end.
    #[inline]
    pub(super) fn find(&self, bytes: &[u8], mut at: usize) -> usize {
        while let Some(eight) = bytes.get(at..).and_then(|rest| rest.first_chunk::<8>()) {
            let eight = u64::from_le_bytes(*eight);
            // The lowest mark of each stands where the byte is; only above it a mark can be wrong.
            let marks = self.repeated.iter().fold(0, |marks, byte| {
                let zero_there = eight ^ byte;
                marks | (zero_there.wrapping_sub(ONES) & !zero_there & HIGHS)
            });
            if marks != 0 {
                return at + (marks.trailing_zeros() / 8) as usize;
            }
            at += 8;
        }
        let rest = bytes.get(at..).unwrap_or(&[]);
        at + rest.iter().position(|byte| self.is_stop(*byte)).unwrap_or(rest.len())
    }

    fn is_stop(&self, byte: u8) -> bool {
        byte == self.delimiter || byte == b'\n' || byte == b'\r'
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_stop_is_found_wherever_it_stands() {
        let all: Vec<u8> = (0..=255).collect();
        for delimiter in [b',', b';', b'\t', b'|', b' '] {
            let stops = Stops::of(delimiter);
            let plainly = |bytes: &[u8], from: usize| {
                let found = bytes.iter().skip(from).position(|byte| stops.is_stop(*byte));
                found.map_or(bytes.len(), |at| from + at)
            };
            for text in [
                all.as_slice(),
                b"",
                b"a,b;c\td|e f\r\ng",
                b"12345678,12345678\r",
                b"\x0b\x0c\x0e\x2b\x2d",
            ] {
                for from in 0..=text.len() {
                    assert_eq!(stops.find(text, from), plainly(text, from), "{from}");
                }
            }
            for filler in all.iter().filter(|byte| !stops.is_stop(**byte)) {
                for stop in [delimiter, b'\n', b'\r'] {
                    for at in 0..20 {
                        let mut text = [*filler; 20];
                        text[at] = stop;
                        assert_eq!(stops.find(&text, 0), at, "{filler}");
                    }
                }
            }
        }
    }
}
