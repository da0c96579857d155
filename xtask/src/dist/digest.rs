//! Names and integrity values from content.

use sha2::{Digest as _, Sha256};

use super::Named;

const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// A file whose name changes with its bytes: `stem-0123456789abcdef.ext`.
pub fn named(stem: &str, ext: &str, bytes: Vec<u8>) -> Named {
    let hash = hex(&bytes);
    (format!("{stem}-{}.{ext}", &hash[..16]), bytes)
}

/// The SHA-256 of the bytes in hexadecimal digits.
pub fn hex(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// As `integrity` attributes and content policies want it: `sha256-…`.
pub fn integrity(bytes: &[u8]) -> String {
    format!("sha256-{}", base64(&Sha256::digest(bytes)))
}

/// RFC 4648 base64 with padding.
pub fn base64(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let at = |i: usize| u32::from(chunk.get(i).copied().unwrap_or(0));
        let word = at(0) << 16 | at(1) << 8 | at(2);
        for place in 0..4 {
            let letter = LETTERS[(word >> (18 - 6 * place) & 63) as usize];
            text.push(if place <= chunk.len() { letter as char } else { '=' });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{base64, integrity, named};

    #[test]
    fn base64_matches_the_vectors_of_its_standard() {
        let cases = [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
            ("foobar", "Zm9vYmFy"),
        ];
        for (plain, packed) in cases {
            assert_eq!(base64(plain.as_bytes()), packed);
        }
    }

    #[test]
    fn a_name_follows_the_bytes() {
        assert_eq!(named("boot", "js", b"a".to_vec()).0, "boot-ca978112ca1bbdca.js");
        assert_ne!(named("boot", "js", b"b".to_vec()).0, "boot-ca978112ca1bbdca.js");
        assert_eq!(integrity(b""), "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
    }
}
