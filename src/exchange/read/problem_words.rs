//! Problems in plain English, for the terminal and for lists of refused rows.

use std::fmt;

use super::json::JsonFault;
use super::problem::{Place, Problem, What};
use crate::domain::text::shorten;

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut parts = Vec::new();
        if let Some(line) = self.line {
            parts.push(format!("line {line}"));
        }
        if let Some(item) = self.item {
            parts.push(format!("item {item}"));
        }
        if let Some(field) = &self.field {
            parts.push(format!("`{}`", shorten(field, 60)));
        }
        f.write_str(&parts.join(", "))
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let place = self.place.to_string();
        if !place.is_empty() {
            write!(f, "{place}: ")?;
        }
        write!(f, "{}", self.what)?;
        match self.count {
            0 | 1 => Ok(()),
            count => write!(f, " ({count} times)"),
        }
    }
}

impl fmt::Display for What {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Bytes(_)
            | Self::DateOrder { .. }
            | Self::DecimalMark { .. }
            | Self::Document
            | Self::Json(_)
            | Self::MixedAmounts
            | Self::MixedDates
            | Self::NoColumn(_)
            | Self::NoCurrency
            | Self::SeveralFiles
            | Self::NoRows
            | Self::NoTable
            | Self::NotRecognised { .. }
            | Self::NotUsed(_)
            | Self::SameFile
            | Self::Text(_)
            | Self::WhoseSubscriptions => self.of_file(f),
            Self::Missing(_)
            | Self::NoCustomer
            | Self::NotACurrency(_)
            | Self::NotADate(_)
            | Self::NotAnAmount(_)
            | Self::NotAnId(_)
            | Self::TooPrecise(_)
            | Self::UnknownKind(_) => self.of_row(f),
            Self::AddedUp(_)
            | Self::BalancesOnly
            | Self::MadeReference
            | Self::Mended(_)
            | Self::NamesOnly
            | Self::NegativeAmount
            | Self::OpenAsTotal
            | Self::PeriodUsage
            | Self::Repeated(_)
            | Self::Table(_)
            | Self::TotalDiffers { .. }
            | Self::TotalRow
            | Self::UnknownWord(_) => self.of_note(f),
        }
    }
}

fn cut(text: &str) -> String {
    shorten(text, 60)
}

impl What {
    /// What stands in the way of a whole file.
    fn of_file(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Bytes(e) => write!(f, "{e}"),
            Self::Text(e) => write!(f, "{e}"),
            Self::Json(fault @ JsonFault::CutOff { .. }) => {
                write!(f, "{fault}; copy or export the whole document again")
            }
            Self::Json(fault) => write!(f, "{fault}; mend the file there or export it again"),
            Self::NoTable => f.write_str("there is no table in the file; export it again"),
            Self::Document => f.write_str(
                "the file is a document and holds no table; print what it tells with `--as json`",
            ),
            Self::NotRecognised { seen } => {
                f.write_str("the file is of no kind that is known here")?;
                if !seen.is_empty() {
                    write!(f, "; it holds {}", list(seen))?;
                }
                f.write_str(
                    "; import whole answers of Partner Center or Graph, reconciliation files, or a ledger with customers, amounts and dates",
                )
            }
            Self::NotUsed(kind) => write!(f, "recognised as {kind}; {}", kind.why_unused()),
            Self::NoColumn(name) => write!(
                f,
                "there is no column for the {name}; add one or name the column that holds it"
            ),
            Self::NoCurrency => f.write_str(
                "nothing says in which currency the amounts are; choose it, or add a column `currency`",
            ),
            Self::DateOrder { example } => write!(
                f,
                "`{}` can be read with the day or the month first; choose which",
                cut(example)
            ),
            Self::DecimalMark { example } => write!(
                f,
                "`{}` can be read with a decimal point or a decimal comma; choose which",
                cut(example)
            ),
            Self::MixedDates => f.write_str(
                "some dates have the day first and others the month; write all like 2026-07-15",
            ),
            Self::MixedAmounts => f.write_str(
                "some amounts have a decimal point and others a decimal comma; write all in one way",
            ),
            Self::WhoseSubscriptions => f.write_str(
                "nothing says whose subscriptions these are; choose the customer, or export with links",
            ),
            Self::SeveralFiles => f.write_str("the archive holds several files; unpack it and name one"),
            Self::NoRows => f.write_str(
                "the file names its columns or lists, and no row follows; export it again for a time that has some",
            ),
            Self::SameFile => {
                f.write_str("the very same file was given before; it is read only once")
            }
            _ => Ok(()),
        }
    }

    /// What keeps a row out.
    fn of_row(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing(name) => write!(f, "the {name} is empty; fill it in"),
            Self::NotAnAmount(text) => {
                write!(f, "`{}` is not an amount; write it like 1912.50", cut(text))
            }
            Self::TooPrecise(text) => write!(
                f,
                "`{}` has more decimals than its currency; round it in the ledger",
                cut(text)
            ),
            Self::NotADate(text) => {
                write!(f, "`{}` is not a date; write it like 2026-07-15", cut(text))
            }
            Self::NotACurrency(text) => write!(
                f,
                "`{}` is not a currency; write its three-letter code, such as EUR",
                cut(text)
            ),
            Self::NotAnId(text) => write!(f, "`{}` cannot be an id", cut(text)),
            Self::NoCustomer => {
                f.write_str("the row names no customer; fill in the tenant id or the name")
            }
            Self::UnknownKind(word) => write!(
                f,
                "`{}` is neither an invoice nor a payment; write invoice, credit_note, payment, refund or chargeback",
                cut(word)
            ),
            _ => Ok(()),
        }
    }

    /// What was put right or concluded.
    fn of_note(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Mended(kind) => write!(f, "{kind}"),
            Self::Table(kind) => write!(f, "{kind}"),
            Self::UnknownWord(word) => {
                write!(f, "`{}` is not a word that is known here; it is kept as it is", cut(word))
            }
            Self::Repeated(key) => write!(
                f,
                "`{}` appears twice with different values; the later one counts",
                cut(key)
            ),
            Self::TotalRow => f.write_str("a row of totals was passed over"),
            Self::TotalDiffers { stated, summed } => write!(
                f,
                "the total in the file is {stated}, the sum of its rows {summed}; the rows count"
            ),
            Self::MadeReference => f.write_str(
                "a payment without a reference is known by its customer, day and amount",
            ),
            Self::NegativeAmount => {
                f.write_str("the amount is negative; its sign was read as the direction")
            }
            Self::OpenAsTotal => f.write_str(
                "only the open balance is given; it was read as the invoice's total as well",
            ),
            Self::PeriodUsage => f.write_str(
                "consumption of a whole period was not taken; import the daily rated usage, which tells it by day",
            ),
            Self::AddedUp(name) => write!(
                f,
                "`{}` stands in several rows, which were added up; if these are several customers, name them apart",
                cut(name)
            ),
            Self::BalancesOnly => f.write_str(
                "sums by age are kept as balances, not as invoices: no due date can be told from them; import the invoices too",
            ),
            Self::NamesOnly => f.write_str(
                "customers are known by name only; match the names to tenants to join them",
            ),
            _ => Ok(()),
        }
    }
}

fn list(seen: &[String]) -> String {
    let quoted: Vec<String> =
        seen.iter().take(6).map(|name| format!("`{}`", shorten(name, 40))).collect();
    quoted.join(", ")
}
