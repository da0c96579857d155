//! Money as whole minor units of a named currency, never a float.

use std::fmt;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;

/// A currency by its ISO 4217 code, such as `EUR` or `TWD`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Currency([u8; 3]);

/// An amount: whole minor units (cents, or whole yen) of one currency.
///
/// Amounts of two currencies never mix: every operation that takes two amounts
/// is an error when the currencies differ.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Money {
    currency: Currency,
    minor: i64,
}

/// Why an amount could not be made or combined.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MoneyError {
    /// The code is not three letters.
    NotACurrency(String),
    /// The text is not a plain decimal number.
    NotANumber(String),
    /// More decimal places than the currency has, such as `1.005` in EUR.
    TooPrecise { text: String, currency: Currency },
    /// Two different currencies met.
    Mixed(Currency, Currency),
    /// The result does not fit in 64 bits of minor units.
    TooLarge,
}

/// Currencies whose minor unit is not a hundredth, after ISO 4217 (list of 2024-06-25); by their codes.
const UNUSUAL_DIGITS: &[(&[u8; 3], u32)] = &[
    (b"BHD", 3),
    (b"BIF", 0),
    (b"CLF", 4),
    (b"CLP", 0),
    (b"DJF", 0),
    (b"GNF", 0),
    (b"IQD", 3),
    (b"ISK", 0),
    (b"JOD", 3),
    (b"JPY", 0),
    (b"KMF", 0),
    (b"KRW", 0),
    (b"KWD", 3),
    (b"LYD", 3),
    (b"OMR", 3),
    (b"PYG", 0),
    (b"RWF", 0),
    (b"TND", 3),
    (b"UGX", 0),
    (b"UYI", 0),
    (b"UYW", 4),
    (b"VND", 0),
    (b"VUV", 0),
    (b"XAF", 0),
    (b"XOF", 0),
    (b"XPF", 0),
];

/// The minor units of a number as this program writes it: digits, and places as the currency has or fewer.
///
/// None for every other form, which the long way reads or refuses.
fn simple_minor(text: &str, places: u32) -> Option<i64> {
    /// With four places more this is far within 64 bits.
    const DIGITS_MAX: usize = 14;
    let (digits, sign) = text.strip_prefix('-').map_or((text, 1), |digits| (digits, -1));
    let (whole, part) = match digits.split_once('.') {
        Some((_, "")) => return None,
        Some(both) => both,
        None => (digits, ""),
    };
    let missing = places.checked_sub(u32::try_from(part.len()).ok()?)?;
    let are_digits = whole.bytes().chain(part.bytes()).all(|b| b.is_ascii_digit());
    if whole.is_empty() || whole.len() > DIGITS_MAX || !are_digits {
        return None;
    }
    let all = whole.bytes().chain(part.bytes());
    let number = all.fold(0_i64, |sum, digit| sum * 10 + i64::from(digit - b'0'));
    Some(sign * number * 10_i64.pow(missing))
}

impl Currency {
    pub const EUR: Self = Self(*b"EUR");
    pub const USD: Self = Self(*b"USD");
    pub const GBP: Self = Self(*b"GBP");
    pub const TWD: Self = Self(*b"TWD");
    pub const JPY: Self = Self(*b"JPY");

    /// Reads a three-letter code in any case.
    ///
    /// # Errors
    /// [`MoneyError::NotACurrency`] when the trimmed text is not three ASCII letters.
    pub fn parse(code: &str) -> Result<Self, MoneyError> {
        let trimmed = code.trim();
        match trimmed.as_bytes() {
            [a, b, c] if [a, b, c].iter().all(|x| x.is_ascii_alphabetic()) => {
                Ok(Self([*a, *b, *c].map(|x| x.to_ascii_uppercase())))
            }
            _ => Err(MoneyError::NotACurrency(trimmed.to_owned())),
        }
    }

    /// The code in capitals.
    #[must_use]
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or("???")
    }

    /// Decimal places of the minor unit: 2 for EUR, 0 for JPY.
    ///
    /// TWD has two by ISO 4217 although prices are quoted in whole dollars.
    #[must_use]
    pub fn digits(&self) -> u32 {
        if matches!(&self.0, b"EUR" | b"USD" | b"GBP" | b"TWD") {
            return 2;
        }
        let found = UNUSUAL_DIGITS.binary_search_by_key(&&self.0, |(code, _)| code);
        found.ok().and_then(|at| UNUSUAL_DIGITS.get(at)).map_or(2, |(_, digits)| *digits)
    }
}

impl Money {
    /// An amount of whole minor units.
    #[must_use]
    pub const fn new(minor: i64, currency: Currency) -> Self {
        Self { currency, minor }
    }

    #[must_use]
    pub const fn zero(currency: Currency) -> Self {
        Self::new(0, currency)
    }

    /// Reads a plain decimal number such as `-1912.5`; no grouping, no symbol, no exponent.
    ///
    /// # Errors
    /// When it is no number, has more places than the currency, or is too large.
    pub fn parse(text: &str, currency: Currency) -> Result<Self, MoneyError> {
        let trimmed = text.trim();
        if let Some(minor) = simple_minor(trimmed, currency.digits()) {
            return Ok(Self { currency, minor });
        }
        let plain = trimmed.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b'-' | b'+'));
        let number: Decimal = trimmed
            .parse()
            .ok()
            .filter(|_| plain)
            .ok_or_else(|| MoneyError::NotANumber(text.to_owned()))?;
        let exact = number.normalize();
        if exact.scale() > currency.digits() {
            return Err(MoneyError::TooPrecise { text: text.to_owned(), currency });
        }
        Self::from_decimal(exact, currency)
    }

    /// The nearest amount to a number in major units; halves go away from zero.
    ///
    /// # Errors
    /// [`MoneyError::TooLarge`] when it does not fit.
    pub fn from_decimal(major: Decimal, currency: Currency) -> Result<Self, MoneyError> {
        let factor = Decimal::from(10_i64.pow(currency.digits()));
        let minor = super::exact::product(major, factor)
            .ok_or(MoneyError::TooLarge)?
            .round_dp_with_strategy(0, rust_decimal::RoundingStrategy::MidpointAwayFromZero)
            .to_i64()
            .ok_or(MoneyError::TooLarge)?;
        Ok(Self { currency, minor })
    }

    #[must_use]
    pub const fn minor(self) -> i64 {
        self.minor
    }

    #[must_use]
    pub const fn currency(self) -> Currency {
        self.currency
    }

    #[must_use]
    pub const fn is_zero(self) -> bool {
        self.minor == 0
    }

    #[must_use]
    pub const fn is_positive(self) -> bool {
        self.minor > 0
    }

    #[must_use]
    pub const fn is_negative(self) -> bool {
        self.minor < 0
    }

    /// The amount in major units, exact.
    #[must_use]
    pub fn to_decimal(self) -> Decimal {
        Decimal::new(self.minor, self.currency.digits())
    }

    /// # Errors
    /// When the currencies differ or the sum does not fit.
    pub fn plus(self, other: Self) -> Result<Self, MoneyError> {
        self.combine(other, i64::checked_add)
    }

    /// # Errors
    /// When the currencies differ or the difference does not fit.
    pub fn minus(self, other: Self) -> Result<Self, MoneyError> {
        self.combine(other, i64::checked_sub)
    }

    /// A whole multiple.
    ///
    /// # Errors
    /// [`MoneyError::TooLarge`] when it does not fit.
    pub fn times(self, count: i64) -> Result<Self, MoneyError> {
        let minor = self.minor.checked_mul(count).ok_or(MoneyError::TooLarge)?;
        Ok(Self { minor, ..self })
    }

    /// The amount times an exact factor, rounded to the minor unit, halves away from zero.
    ///
    /// # Errors
    /// [`MoneyError::TooLarge`] when it does not fit.
    pub fn scaled(self, factor: Decimal) -> Result<Self, MoneyError> {
        let major = super::exact::product(self.to_decimal(), factor).ok_or(MoneyError::TooLarge)?;
        Self::from_decimal(major, self.currency)
    }

    /// The smaller of two amounts of one currency.
    ///
    /// # Errors
    /// [`MoneyError::Mixed`] when the currencies differ.
    pub fn smaller(self, other: Self) -> Result<Self, MoneyError> {
        self.same_currency(other)?;
        Ok(self.min(other))
    }

    /// This amount, or zero when it is negative.
    #[must_use]
    pub fn or_zero(self) -> Self {
        Self { minor: self.minor.max(0), ..self }
    }

    fn same_currency(self, other: Self) -> Result<(), MoneyError> {
        if self.currency == other.currency {
            Ok(())
        } else {
            Err(MoneyError::Mixed(self.currency, other.currency))
        }
    }

    fn combine(self, other: Self, op: fn(i64, i64) -> Option<i64>) -> Result<Self, MoneyError> {
        self.same_currency(other)?;
        let minor = op(self.minor, other.minor).ok_or(MoneyError::TooLarge)?;
        Ok(Self { minor, ..self })
    }

    /// The bare number with the currency's places and a point: `-1912.50`. For files, not for screens.
    #[must_use]
    pub fn number(self) -> String {
        self.to_decimal().to_string()
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl fmt::Debug for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl fmt::Display for Money {
    /// `EUR 1912.50`: for files, tests and terminals. Screens use the browser's own formats.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.currency, self.number())
    }
}

impl fmt::Debug for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl fmt::Display for MoneyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotACurrency(text) => write!(f, "`{text}` is not a three-letter currency code"),
            Self::NotANumber(text) => write!(f, "`{text}` is not a number"),
            Self::TooPrecise { text, currency } => write!(
                f,
                "`{text}` has more decimal places than {currency} allows ({})",
                currency.digits()
            ),
            Self::Mixed(a, b) => write!(f, "{a} and {b} cannot be added"),
            Self::TooLarge => f.write_str("the amount is too large"),
        }
    }
}

impl std::error::Error for MoneyError {}
