//! What a person answered where files leave something open; as text, as it was chosen or typed.

use crate::domain::Currency;
use crate::domain::ids::CustomerId;
use crate::exchange::map::Field;
use crate::exchange::read::bytes::{Decoder, Encoding};
use crate::exchange::read::date::DateOrder;
use crate::exchange::read::number::DecimalMark;
use crate::exchange::read::options::Options;

/// Something that is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ask {
    DateOrder,
    DecimalMark,
    Currency,
    Tenant,
    Encoding,
}

impl Ask {
    pub const ALL: [Self; 5] =
        [Self::DateOrder, Self::DecimalMark, Self::Currency, Self::Tenant, Self::Encoding];

    /// The stable word, for ids of fields.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::DateOrder => "date-order",
            Self::DecimalMark => "decimal-mark",
            Self::Currency => "currency",
            Self::Tenant => "tenant",
            Self::Encoding => "encoding",
        }
    }
}

/// Answers for one import. Empty is not answered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers {
    /// `day` or `month`: which stands first.
    pub date_order: String,
    /// `point` or `comma`.
    pub decimal_mark: String,
    pub currency: String,
    pub tenant: String,
    /// A label such as `big5`.
    pub encoding: String,
    /// Columns by their names in the file, with what they hold.
    pub columns: Vec<(String, Field)>,
}

impl Answers {
    pub fn set(&mut self, ask: Ask, text: String) {
        *match ask {
            Ask::DateOrder => &mut self.date_order,
            Ask::DecimalMark => &mut self.decimal_mark,
            Ask::Currency => &mut self.currency,
            Ask::Tenant => &mut self.tenant,
            Ask::Encoding => &mut self.encoding,
        } = text;
    }

    #[must_use]
    pub fn get(&self, ask: Ask) -> &str {
        match ask {
            Ask::DateOrder => &self.date_order,
            Ask::DecimalMark => &self.decimal_mark,
            Ask::Currency => &self.currency,
            Ask::Tenant => &self.tenant,
            Ask::Encoding => &self.encoding,
        }
    }

    /// Says what a column holds, by the documented name of a field; any other word forgets it.
    pub fn name_column(&mut self, header: &str, word: &str) {
        let field = Field::ALL.iter().find(|f| f.column() == word);
        self.columns.retain(|(h, f)| h != header && Some(f) != field);
        self.columns.extend(field.map(|field| (header.to_owned(), *field)));
    }

    /// The tenant, where what was typed can be one.
    #[must_use]
    pub fn customer(&self) -> Option<CustomerId> {
        let typed = Some(self.tenant.trim()).filter(|t| !t.is_empty())?;
        CustomerId::new(typed).ok()
    }

    /// For the readers; what cannot be an answer counts as none.
    #[must_use]
    pub fn options<'a>(
        &'a self,
        customer: Option<&'a CustomerId>,
        decoder: Option<Decoder<'a>>,
    ) -> Options<'a> {
        Options {
            decoder,
            encoding: ENCODINGS.into_iter().find(|e| e.label() == self.encoding.as_str()),
            date_order: match self.date_order.as_str() {
                "day" => Some(DateOrder::DayFirst),
                "month" => Some(DateOrder::MonthFirst),
                _ => None,
            },
            decimal_mark: match self.decimal_mark.as_str() {
                "point" => Some(DecimalMark::Point),
                "comma" => Some(DecimalMark::Comma),
                _ => None,
            },
            currency: Currency::parse(self.currency.trim()).ok(),
            customer,
            columns: &self.columns,
        }
    }
}

const ENCODINGS: [Encoding; 5] =
    [Encoding::Utf8, Encoding::Utf16Le, Encoding::Utf16Be, Encoding::Big5, Encoding::Windows1252];
