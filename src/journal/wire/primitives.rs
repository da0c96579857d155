//! Days, instants, money, ids and words, each as one short text.

use std::fmt;

use serde::de::Visitor;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::domain::ids::{
    AlertId, BillNumber, CaseId, CustomerId, EntryId, InvoiceNumber, PaymentRef, SubscriptionId,
    WriterId,
};
use crate::domain::rule_override::OwnReading;
use crate::domain::{
    Currency, Day, Instant, Money, RuleId, action, alert, case, decision, dispute, hold,
};
use crate::domain::{invoice, notice, partner, payment, subscription};

/// Reads a text where it stands: a book has a great many, and a copy of each would be thrown away.
struct Text<T>(fn(&str) -> Result<T, String>);

impl<T> Visitor<'_> for Text<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<T, E> {
        (self.0)(text).map_err(E::custom)
    }
}

/// As text, read back by the constructor that checks it.
macro_rules! as_text {
    ($($domain:ty: $read:expr, $write:expr;)*) => {$(
        impl Serialize for $domain {
            fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                let write: fn(&$domain) -> String = $write;
                to.serialize_str(&write(self))
            }
        }

        impl<'de> Deserialize<'de> for $domain {
            fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                let read: fn(&str) -> _ = |text| $read(text).map_err(|e| e.to_string());
                from.deserialize_str(Text(read))
            }
        }
    )*};
}

/// As the word of a vocabulary; a word not known is kept.
macro_rules! as_word {
    ($($domain:ty),* $(,)?) => {$(
        impl Serialize for $domain {
            fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.serialize_str(self.word())
            }
        }

        impl<'de> Deserialize<'de> for $domain {
            fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                let read: fn(&str) -> Result<Self, String> = |text| Ok(Self::from_word(text));
                from.deserialize_str(Text(read))
            }
        }
    )*};
}

as_text! {
    Day: Day::parse, |d| d.to_string();
    Instant: Instant::parse, |i| i.to_string();
    Currency: Currency::parse, |c| c.code().to_owned();
    Money: read_money, |m| m.to_string();
    CustomerId: CustomerId::new, |i| i.to_string();
    SubscriptionId: SubscriptionId::new, |i| i.to_string();
    InvoiceNumber: InvoiceNumber::new, |i| i.to_string();
    PaymentRef: PaymentRef::new, |i| i.to_string();
    BillNumber: BillNumber::new, |i| i.to_string();
    AlertId: AlertId::new, |i| i.to_string();
    CaseId: CaseId::new, |i| i.to_string();
    EntryId: EntryId::new, |i| i.to_string();
    WriterId: WriterId::new, |i| i.to_string();
    RuleId: read_rule, |r| r.to_string();
    OwnReading: OwnReading::parse, |r| r.to_string();
}

as_word! {
    partner::Role, partner::Cloud,
    subscription::Product, subscription::Status, subscription::Term, subscription::BillingCycle,
    invoice::InvoiceKind, invoice::InvoiceStatus, payment::PaymentKind,
    alert::AlertSource, alert::AlertFamily, alert::AlertStatus, alert::Verdict, alert::Level,
    notice::Delivery, hold::HoldReason, dispute::DisputeOutcome, action::ActionKind,
    case::Typology, case::CaseState, case::Disposition, case::CustomerPart, case::Question,
    decision::Outcome,
}

/// Any word: a rule of a newer program is kept.
fn read_rule(text: &str) -> Result<RuleId, String> {
    if text.is_empty() {
        return Err("the id of a rule is empty".to_owned());
    }
    Ok(RuleId::named(text))
}

/// `EUR 1912.50`.
fn read_money(text: &str) -> Result<Money, String> {
    let (code, number) = text
        .split_once(' ')
        .ok_or_else(|| format!("`{text}` is not an amount written like EUR 1912.50"))?;
    let currency = Currency::parse(code).map_err(|e| e.to_string())?;
    Money::parse(number, currency).map_err(|e| e.to_string())
}
