//! What a person answered where files leave something open; as text, as it was chosen or typed.

use crate::book::ImportAnswers;
use crate::domain::Currency;
use crate::domain::ids::CustomerId;
use crate::exchange::read::bytes::{Decoder, Encoding};
use crate::exchange::read::date::DateOrder;
use crate::exchange::read::number::DecimalMark;
use crate::exchange::read::options::{Options, Question, form_of};
use crate::journal::ImportForm;

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

    /// What a question of a file asks for; columns are asked for in a dialog of their own.
    #[must_use]
    pub const fn of(question: &Question) -> Option<Self> {
        match question {
            Question::DateOrder { .. } => Some(Self::DateOrder),
            Question::DecimalMark { .. } => Some(Self::DecimalMark),
            Question::Currency => Some(Self::Currency),
            Question::WhoseSubscriptions => Some(Self::Tenant),
            Question::Encoding => Some(Self::Encoding),
            Question::Columns { .. } => None,
        }
    }

    /// Remembers an answer for tables of a form, where it is one for all of them.
    pub fn remember(self, form: &mut ImportForm, text: &str) {
        let said = Some(text.to_owned()).filter(|text| !text.is_empty());
        match self {
            Self::DateOrder => form.date_order = said,
            Self::DecimalMark => form.decimal_mark = said,
            Self::Currency => form.currency = Currency::parse(text.trim()).ok(),
            Self::Tenant | Self::Encoding => {}
        }
    }

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
    /// What was said of tables by their headers, the remembered first and what is said now last.
    pub forms: Vec<ImportForm>,
    /// How many of the forms were remembered.
    pub remembered: usize,
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

    /// Nothing but what was said in earlier imports.
    #[must_use]
    pub fn remembered(answers: &ImportAnswers) -> Self {
        let forms: Vec<ImportForm> = answers.forms.values().cloned().collect();
        Self { remembered: forms.len(), forms, ..Self::default() }
    }

    /// What was said in this import.
    #[must_use]
    pub fn said(&self) -> &[ImportForm] {
        self.forms.get(self.remembered..).unwrap_or_default()
    }

    /// Whether something was said in this import for tables with these headers.
    #[must_use]
    pub fn has_said(&self, headers: &[String], ask: Ask) -> bool {
        let folded = form_of(headers);
        let form = self.said().iter().find(|form| form.headers == folded);
        form.is_some_and(|form| match ask {
            Ask::DateOrder => form.date_order.is_some(),
            Ask::DecimalMark => form.decimal_mark.is_some(),
            Ask::Currency => form.currency.is_some(),
            Ask::Tenant | Ask::Encoding => false,
        })
    }

    /// The answers for tables with these headers, to be changed: what was said before is where it begins.
    pub fn form_mut(&mut self, headers: &[String]) -> Option<&mut ImportForm> {
        let folded = form_of(headers);
        let known = self.forms.iter().rposition(|form| form.headers == folded);
        let said = known.filter(|at| *at >= self.remembered);
        let at = said.unwrap_or_else(|| {
            let start = known.and_then(|at| self.forms.get(at)).cloned();
            let empty = || ImportForm { headers: folded, ..ImportForm::default() };
            self.forms.push(start.unwrap_or_else(empty));
            self.forms.len().saturating_sub(1)
        });
        self.forms.get_mut(at)
    }

    /// As plain words, to be handed to whoever reads; [`Self::from_words`] takes them back.
    #[must_use]
    pub fn to_words(&self) -> Vec<String> {
        let plain = Ask::ALL.into_iter().map(|ask| self.get(ask).to_owned());
        let forms = serde_json::to_string(&self.forms).ok();
        plain.chain(forms).collect()
    }

    #[must_use]
    pub fn from_words(words: &[String]) -> Self {
        let mut answers = Self::default();
        let (plain, forms) = words.split_at(words.len().min(Ask::ALL.len()));
        for (ask, word) in Ask::ALL.into_iter().zip(plain) {
            answers.set(ask, word.clone());
        }
        let forms = forms.first().and_then(|text| serde_json::from_str(text).ok());
        answers.forms = forms.unwrap_or_default();
        answers
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
            columns: &[],
            forms: &self.forms,
        }
    }
}

const ENCODINGS: [Encoding; 5] =
    [Encoding::Utf8, Encoding::Utf16Le, Encoding::Utf16Be, Encoding::Big5, Encoding::Windows1252];
