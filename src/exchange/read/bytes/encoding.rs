//! Which characters the bytes mean. UTF-8 and UTF-16 are read here; Big5 needs
//! the table of the browser, which the caller hands in.

use std::fmt;

/// A way of writing characters as bytes.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
)]
pub enum Encoding {
    Utf8,
    Utf16Le,
    Utf16Be,
    Big5,
    Windows1252,
}

impl Encoding {
    /// The label of the WHATWG encoding standard.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Utf8 => "utf-8",
            Self::Utf16Le => "utf-16le",
            Self::Utf16Be => "utf-16be",
            Self::Big5 => "big5",
            Self::Windows1252 => "windows-1252",
        }
    }
}

impl fmt::Display for Encoding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16Le | Self::Utf16Be => "UTF-16",
            Self::Big5 => "Big5",
            Self::Windows1252 => "Windows-1252",
        })
    }
}

/// Reads bytes in an encoding that this program has no table for; nothing when it cannot.
pub type Decoder<'d> = &'d dyn Fn(Encoding, &[u8]) -> Option<String>;

/// Text, and how it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Texted {
    pub text: String,
    pub encoding: Encoding,
    /// A byte order mark stood in front.
    pub bom: bool,
}

/// Why bytes are no text.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum TextError {
    /// A byte that cannot stand there in UTF-8. `guess` is an encoding in which all bytes have a meaning.
    NotUtf8 { offset: usize, line: usize, byte: u8, guess: Option<Encoding> },
    /// Half a character at the end, or a lone half of a pair.
    NotUtf16 { offset: usize },
    /// The encoding is known but there is no table for it here.
    NoTable(Encoding),
}

/// Reads text by its byte order mark, by the encoding the person chose, or as UTF-8.
///
/// # Errors
/// [`TextError`] with the first byte that has no meaning.
pub fn to_text(
    bytes: &[u8],
    chosen: Option<Encoding>,
    decoder: Option<Decoder<'_>>,
) -> Result<Texted, TextError> {
    if let Some(rest) = bytes.strip_prefix(b"\xEF\xBB\xBF") {
        return utf8(rest, 3).map(|text| texted(text, Encoding::Utf8, true));
    }
    if let Some(rest) = bytes.strip_prefix(b"\xFF\xFE") {
        return utf16(rest, u16::from_le_bytes).map(|text| texted(text, Encoding::Utf16Le, true));
    }
    if let Some(rest) = bytes.strip_prefix(b"\xFE\xFF") {
        return utf16(rest, u16::from_be_bytes).map(|text| texted(text, Encoding::Utf16Be, true));
    }
    match chosen.or_else(|| guess_utf16(bytes)) {
        Some(Encoding::Utf16Le) => {
            utf16(bytes, u16::from_le_bytes).map(|t| texted(t, Encoding::Utf16Le, false))
        }
        Some(Encoding::Utf16Be) => {
            utf16(bytes, u16::from_be_bytes).map(|t| texted(t, Encoding::Utf16Be, false))
        }
        // An answer is for what a file leaves open: of several files one may be UTF-8 all the same.
        Some(other @ (Encoding::Big5 | Encoding::Windows1252)) => match utf8(bytes, 0) {
            Ok(text) => Ok(texted(text, Encoding::Utf8, false)),
            Err(_) => by_table(bytes, other, decoder),
        },
        Some(Encoding::Utf8) | None => utf8(bytes, 0)
            .map(|text| texted(text, Encoding::Utf8, false))
            .or_else(|error| big5_or(error, bytes, decoder)),
    }
}

/// As [`to_text`], and keeps the bytes where they are the text already.
///
/// # Errors
/// [`TextError`] with the first byte that has no meaning.
pub fn into_text(
    bytes: Vec<u8>,
    chosen: Option<Encoding>,
    decoder: Option<Decoder<'_>>,
) -> Result<Texted, TextError> {
    let is_marked = matches!(bytes.first(), Some(0xEF | 0xFE | 0xFF));
    let way = chosen.or_else(|| guess_utf16(&bytes));
    if is_marked || matches!(way, Some(Encoding::Utf16Le | Encoding::Utf16Be)) {
        return to_text(&bytes, chosen, decoder);
    }
    match String::from_utf8(bytes) {
        Ok(text) => Ok(texted(text, Encoding::Utf8, false)),
        Err(error) => to_text(error.as_bytes(), chosen, decoder),
    }
}

fn texted(text: String, encoding: Encoding, bom: bool) -> Texted {
    Texted { text, encoding, bom }
}

fn utf8(bytes: &[u8], skipped: usize) -> Result<String, TextError> {
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(text.to_owned()),
        Err(error) => {
            let at = error.valid_up_to();
            let before = bytes.get(..at).unwrap_or(&[]);
            Err(TextError::NotUtf8 {
                offset: at + skipped,
                line: before.iter().filter(|b| **b == b'\n').count() + 1,
                byte: bytes.get(at).copied().unwrap_or(0),
                guess: big5(bytes).or_else(|| western(bytes)),
            })
        }
    }
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, TextError> {
    let (pairs, odd) = bytes.as_chunks::<2>();
    if !odd.is_empty() {
        return Err(TextError::NotUtf16 { offset: bytes.len() - 1 });
    }
    let mut out = String::with_capacity(pairs.len());
    let mut at = 0;
    for c in char::decode_utf16(pairs.iter().map(|pair| unit(*pair))) {
        match c {
            Ok(c) => {
                at += c.len_utf16() * 2;
                out.push(c);
            }
            Err(_) => return Err(TextError::NotUtf16 { offset: at }),
        }
    }
    Ok(out)
}

/// Latin text in UTF-16 has a zero in every other byte; nothing else does.
fn guess_utf16(bytes: &[u8]) -> Option<Encoding> {
    let (sample, _) = bytes.get(..bytes.len().min(400))?.as_chunks::<2>();
    if sample.len() < 2 {
        return None;
    }
    let most = |count: usize| count * 10 >= sample.len() * 7;
    let high_zero = sample.iter().filter(|[a, b]| *a != 0 && *b == 0).count();
    let low_zero = sample.iter().filter(|[a, b]| *a == 0 && *b != 0).count();
    match (most(high_zero), most(low_zero)) {
        (true, false) => Some(Encoding::Utf16Le),
        (false, true) => Some(Encoding::Utf16Be),
        _ => None,
    }
}

fn big5_or(
    error: TextError,
    bytes: &[u8],
    decoder: Option<Decoder<'_>>,
) -> Result<Texted, TextError> {
    let big5 = matches!(error, TextError::NotUtf8 { guess: Some(Encoding::Big5), .. });
    if !big5 {
        return Err(error);
    }
    by_table(bytes, Encoding::Big5, decoder).map_err(|_| error)
}

fn by_table(
    bytes: &[u8],
    encoding: Encoding,
    decoder: Option<Decoder<'_>>,
) -> Result<Texted, TextError> {
    decoder
        .and_then(|decode| decode(encoding, bytes))
        .map(|text| texted(text, encoding, false))
        .ok_or(TextError::NoTable(encoding))
}

/// Big5 when every byte above 127 is half of a pair with its code points; else nothing is claimed.
fn big5(bytes: &[u8]) -> Option<Encoding> {
    let mut at = 0;
    let mut pairs = 0_usize;
    while let Some(lead) = bytes.get(at) {
        if *lead < 0x80 {
            at += 1;
            continue;
        }
        let trail = bytes.get(at + 1)?;
        let pair = (0xA1..=0xF9).contains(lead)
            && ((0x40..=0x7E).contains(trail) || (0xA1..=0xFE).contains(trail));
        if !pair {
            return None;
        }
        pairs += 1;
        at += 2;
    }
    (pairs > 0).then_some(Encoding::Big5)
}

/// Windows-1252 when the bytes above 127 stand alone between letters, as accents do; bytes of Asian
/// scripts stand in pairs. It is no more than a hint for whoever is asked.
fn western(bytes: &[u8]) -> Option<Encoding> {
    let is_high = |at: usize| bytes.get(at).is_some_and(|byte| *byte >= 0x80);
    let means_nothing = |byte: &u8| matches!(byte, 0x81 | 0x8D | 0x8F | 0x90 | 0x9D);
    let (mut high, mut alone) = (0_usize, 0_usize);
    for at in (0..bytes.len()).filter(|at| is_high(*at)) {
        high += 1;
        let is_beside = is_high(at + 1) || at.checked_sub(1).is_some_and(is_high);
        alone += usize::from(!is_beside);
    }
    let fits = high > 0 && alone * 10 >= high * 8 && !bytes.iter().any(means_nothing);
    fits.then_some(Encoding::Windows1252)
}

impl fmt::Display for TextError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotUtf8 { offset, line, byte, guess } => {
                write!(
                    f,
                    "byte {offset} on line {line} (0x{byte:02X}) is not UTF-8 text; say in which encoding it is written, or save the file as UTF-8"
                )?;
                match guess {
                    Some(encoding) => write!(f, " (it looks like {encoding})"),
                    None => Ok(()),
                }
            }
            Self::NotUtf16 { offset } => write!(
                f,
                "byte {offset} breaks the UTF-16 text; the file may be cut off, export it again"
            ),
            Self::NoTable(encoding) => write!(
                f,
                "the file is written in {encoding}, which can be read in the page but not here; save it as UTF-8"
            ),
        }
    }
}

impl std::error::Error for TextError {}
