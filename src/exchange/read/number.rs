//! Numbers as people and programs write them: exact, and never guessed in silence.

use std::collections::BTreeSet;

use crate::domain::Decimal;

/// Which sign stands before the decimals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DecimalMark {
    /// `1,912.50`
    Point,
    /// `1.912,50`
    Comma,
}

impl DecimalMark {
    const fn sign(self) -> char {
        match self {
            Self::Point => '.',
            Self::Comma => ',',
        }
    }

    const fn other(self) -> Self {
        match self {
            Self::Point => Self::Comma,
            Self::Comma => Self::Point,
        }
    }

    const fn of(sign: char) -> Self {
        if sign == ',' { Self::Comma } else { Self::Point }
    }
}

/// The text is no number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotANumber;

/// Reads a number with the given decimal mark; nothing for an empty cell or a lone dash.
///
/// Takes thousands separators (comma, point, space, apostrophe), a guarding apostrophe, currency
/// signs and codes, exponents, and the negative forms `-1`, `1-`, `(1)`.
///
/// # Errors
/// [`NotANumber`] for anything else.
pub fn decimal(text: &str, mark: DecimalMark) -> Result<Option<Decimal>, NotANumber> {
    if is_plain(text) && (mark == DecimalMark::Point || !text.contains('.')) {
        return text.parse().map(Some).map_err(|_| NotANumber);
    }
    let Some(bare) = Bare::of(text)? else {
        return Ok(None);
    };
    let plain = bare.plain(mark).ok_or(NotANumber)?;
    let number = match plain.contains('e') {
        true => Decimal::from_scientific(&plain),
        false => plain.parse(),
    };
    let number = number.map_err(|_| NotANumber)?;
    Ok(Some(if bare.negative { -number } else { number }))
}

/// `1912`, `1912.5`, `-1912.50`: digits with one or two decimals after a point, which can be read
/// in one way only.
pub(super) fn is_plain(text: &str) -> bool {
    let bytes = text.as_bytes();
    let digits = bytes.strip_prefix(b"-").unwrap_or(bytes);
    let whole = match digits {
        [whole @ .., b'.', a] if a.is_ascii_digit() => whole,
        [whole @ .., b'.', a, b] if a.is_ascii_digit() && b.is_ascii_digit() => whole,
        whole => whole,
    };
    (1..=15).contains(&whole.len()) && whole.iter().all(u8::is_ascii_digit)
}

/// A currency code written together with an amount, such as `EUR` in `EUR 12.00`.
#[must_use]
pub fn currency_code(text: &str) -> Option<&str> {
    text.split(|c: char| !c.is_ascii_alphabetic())
        .find(|word| word.len() == 3 && word.bytes().all(|b| b.is_ascii_uppercase()))
}

/// A number without signs and symbols around it.
struct Bare {
    negative: bool,
    /// Digits, points, commas and perhaps an exponent.
    body: String,
}

impl Bare {
    fn of(text: &str) -> Result<Option<Self>, NotANumber> {
        let trimmed = text.trim().trim_start_matches('\'');
        let is_gone = |c: &char| c.is_whitespace() || *c == '\'' || *c == '\u{2019}';
        let mut body: String = trimmed.chars().filter(|c| !is_gone(c)).collect();
        let mut negative = false;
        if let Some(inner) = body.strip_prefix('(').and_then(|b| b.strip_suffix(')')) {
            negative = true;
            body = inner.to_owned();
        }
        let (minus, rest) = strip_signs(&body);
        negative ^= minus;
        if rest.is_empty() {
            return Ok(None);
        }
        let body = rest.to_ascii_lowercase();
        let known = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | 'e' | '+' | '-');
        if body.chars().all(known)
            && body.starts_with(|c: char| c.is_ascii_digit() || c == '.' || c == ',')
        {
            Ok(Some(Self { negative, body }))
        } else {
            Err(NotANumber)
        }
    }

    /// Digits with a point, after checking that separators stand where they may.
    fn plain(&self, mark: DecimalMark) -> Option<String> {
        let (mantissa, exponent) = match self.body.split_once('e') {
            Some((mantissa, exponent)) => (mantissa, Some(exponent)),
            None => (self.body.as_str(), None),
        };
        let (whole, fraction) = match mantissa.split_once(mark.sign()) {
            Some((whole, fraction)) => (whole, Some(fraction)),
            None => (mantissa, None),
        };
        let whole = ungrouped(whole, mark.other().sign())?;
        let digits = |t: &str| t.bytes().all(|b| b.is_ascii_digit());
        let fraction = fraction.unwrap_or("");
        if !digits(fraction) || (whole.is_empty() && fraction.is_empty()) {
            return None;
        }
        let mut plain = if whole.is_empty() { "0".to_owned() } else { whole };
        if !fraction.is_empty() {
            plain.push('.');
            plain.push_str(fraction);
        }
        if let Some(exponent) = exponent {
            let (_, size) = (exponent.len(), exponent.strip_prefix(['+', '-']).unwrap_or(exponent));
            if size.is_empty() || !digits(size) {
                return None;
            }
            plain.push('e');
            plain.push_str(exponent);
        }
        Some(plain)
    }
}

/// Takes away minus signs, currency signs and codes at both ends; tells whether there was a minus.
fn strip_signs(body: &str) -> (bool, &str) {
    let is_inner = |c: char| c.is_ascii_digit() || c == '.' || c == ',';
    let Some(first) = body.find(is_inner) else {
        let bare = body.trim_matches(is_minus);
        return (false, bare);
    };
    let after = body.rfind(is_inner).map_or(body.len(), |last| last + 1);
    let ends = [body.get(..first).unwrap_or(""), body.get(after..).unwrap_or("")];
    if !ends.iter().all(|end| is_sign(end)) {
        return (false, body);
    }
    let minus = ends.iter().any(|end| end.contains(is_minus));
    (minus, body.get(first..after).unwrap_or(""))
}

fn is_minus(c: char) -> bool {
    matches!(c, '-' | '\u{2212}' | '\u{2013}' | '\u{2014}')
}

/// A sign, a currency's sign or its code, or nothing; but no other word.
fn is_sign(end: &str) -> bool {
    let word: String =
        end.chars().filter(|c| !is_minus(*c) && *c != '+' && !"$€£¥￥₩₹".contains(*c)).collect();
    let code = (2..=3).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_uppercase());
    word.is_empty()
        || code
        || matches!(word.as_str(), "kr" | "Kč" | "zł" | "Fr" | "Ft" | "lei" | "R" | "元")
}

/// The digits of groups such as `1,912` or `12,34,567`; nothing when the groups are no groups.
fn ungrouped(whole: &str, separator: char) -> Option<String> {
    let groups: Vec<&str> = whole.split(separator).collect();
    let digits = groups.iter().all(|g| g.bytes().all(|b| b.is_ascii_digit()));
    let grouped = match groups.as_slice() {
        [_] => true,
        [first, middle @ .., last] => {
            (1..=3).contains(&first.len())
                && middle.iter().all(|g| (2..=3).contains(&g.len()))
                && last.len() == 3
        }
        [] => false,
    };
    (digits && grouped).then(|| groups.concat())
}

/// What the numbers of a file tell about its decimal mark.
#[derive(Clone, Debug, Default)]
pub struct Marks {
    seen: BTreeSet<DecimalMark>,
    /// Told only by the number of decimals that the currency has: `1,234` in EUR.
    likely: BTreeSet<DecimalMark>,
    /// A number that can be read both ways, such as `1,234`.
    either: Option<String>,
    likely_example: Option<String>,
}

/// The answer of a whole file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Settled<T> {
    /// Only one way of reading fits all.
    One(T),
    /// Nothing depends on it.
    Any,
    /// Both ways fit, and they give different values; with an example.
    Undecided(String),
    /// No way fits all.
    Contradictory,
}

impl Marks {
    /// Takes in one cell. `places` is the most decimals the amount can have, where that is known:
    /// `1,234` cannot be one and a bit in a currency of two decimals.
    pub fn see(&mut self, text: &str, places: Option<u32>) {
        if is_plain(text) {
            if text.contains('.') {
                self.seen.insert(DecimalMark::Point);
            }
            return;
        }
        let Ok(Some(bare)) = Bare::of(text) else {
            return;
        };
        let mantissa = bare.body.split('e').next().unwrap_or("");
        let signs: Vec<(usize, char)> =
            mantissa.char_indices().filter(|(_, c)| matches!(c, '.' | ',')).collect();
        let Some((at, last)) = signs.last().copied() else {
            return;
        };
        let decimals = mantissa.len() - at - 1;
        let same = signs.iter().filter(|(_, c)| *c == last).count();
        let repeated = same > 1;
        let mixed = same < signs.len();
        if repeated {
            self.seen.insert(DecimalMark::of(last).other());
        } else if mixed || decimals != 3 || at > 3 || at == 0 || mantissa.starts_with('0') {
            self.seen.insert(DecimalMark::of(last));
        } else if places.is_some_and(|places| places < 3) {
            self.likely.insert(DecimalMark::of(last).other());
            self.likely_example.get_or_insert_with(|| text.trim().to_owned());
        } else {
            self.either.get_or_insert_with(|| text.trim().to_owned());
        }
    }

    #[must_use]
    pub fn settle(&self) -> Settled<DecimalMark> {
        if self.seen.len() > 1 {
            return Settled::Contradictory;
        }
        if let Some(mark) = self.seen.first() {
            return Settled::One(*mark);
        }
        match (self.likely.first(), self.likely.len(), &self.either) {
            (Some(mark), 1, _) => Settled::One(*mark),
            (Some(_), _, _) => Settled::Undecided(self.likely_example.clone().unwrap_or_default()),
            (None, _, Some(example)) => Settled::Undecided(example.clone()),
            (None, _, None) => Settled::Any,
        }
    }
}
