//! The places of the program and their addresses: one printer, one parser, over the part after `#`.

use std::fmt;

use crate::domain::ids::{CaseId, CustomerId};

/// A tab of a customer's page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CustomerTab {
    #[default]
    Overview,
    Credit,
    Collections,
    Subscriptions,
    Cases,
    History,
}

impl CustomerTab {
    pub const ALL: [Self; 6] = [
        Self::Overview,
        Self::Credit,
        Self::Collections,
        Self::Subscriptions,
        Self::Cases,
        Self::History,
    ];

    const fn word(self) -> &'static str {
        match self {
            Self::Overview => "overview",
            Self::Credit => "credit",
            Self::Collections => "collections",
            Self::Subscriptions => "subscriptions",
            Self::Cases => "cases",
            Self::History => "history",
        }
    }

    fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|t| t.word() == word)
    }
}

/// Where the person is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Route {
    #[default]
    Today,
    Customers,
    Customer(CustomerId, CustomerTab),
    /// Customers by what can still be saved about them today.
    AtRisk,
    /// The windows that close, day by day.
    Closing,
    Credit,
    Collections,
    Suspicion,
    Case(CaseId),
    /// The report of a case.
    Report(CaseId),
    Policy,
    /// Microsoft's dated rules.
    Rules,
    Exchange,
    History,
    Settings,
    Help,
    /// The parts of the interface side by side; for those who build it.
    Gallery,
    /// An address that names nothing; the text as it stood.
    Unknown(String),
}

impl Route {
    /// The places that are always in sight, in their order.
    pub const PLACES: [Self; 9] = [
        Self::Today,
        Self::Customers,
        Self::AtRisk,
        Self::Credit,
        Self::Collections,
        Self::Suspicion,
        Self::Policy,
        Self::Exchange,
        Self::History,
    ];

    /// The places at the foot.
    pub const FOOT: [Self; 2] = [Self::Settings, Self::Help];

    /// The route of a location's hash, with or without the leading `#`.
    #[must_use]
    pub fn parse(hash: &str) -> Self {
        let path = hash.trim_start_matches('#');
        let parts: Vec<String> = path.split('/').filter(|p| !p.is_empty()).map(unescape).collect();
        let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
        Self::of_parts(&parts).unwrap_or_else(|| Self::Unknown(path.to_owned()))
    }

    fn of_parts(parts: &[&str]) -> Option<Self> {
        Some(match parts {
            [] | ["today"] => Self::Today,
            ["customers"] => Self::Customers,
            ["customers", id] => Self::Customer(CustomerId::new(id).ok()?, CustomerTab::Overview),
            ["customers", id, tab] => {
                Self::Customer(CustomerId::new(id).ok()?, CustomerTab::parse(tab)?)
            }
            ["at-risk"] => Self::AtRisk,
            ["at-risk", "calendar"] => Self::Closing,
            ["credit"] => Self::Credit,
            ["collections"] => Self::Collections,
            ["suspicion"] => Self::Suspicion,
            ["cases", id] => Self::Case(CaseId::new(id).ok()?),
            ["cases", id, "report"] => Self::Report(CaseId::new(id).ok()?),
            ["policy"] => Self::Policy,
            ["rules"] => Self::Rules,
            ["exchange"] => Self::Exchange,
            ["history"] => Self::History,
            ["settings"] => Self::Settings,
            ["help"] => Self::Help,
            ["gallery"] => Self::Gallery,
            _ => return None,
        })
    }

    /// The place in the rail to which this route belongs.
    #[must_use]
    pub fn place(&self) -> Self {
        match self {
            Self::Customer(..) => Self::Customers,
            Self::Case(_) | Self::Report(_) => Self::Suspicion,
            Self::Closing => Self::AtRisk,
            Self::Rules => Self::Help,
            other => other.clone(),
        }
    }
}

impl fmt::Display for Route {
    /// The address, such as `#/customers/…/credit`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Today => f.write_str("#/today"),
            Self::Customers => f.write_str("#/customers"),
            Self::Customer(id, CustomerTab::Overview) => {
                write!(f, "#/customers/{}", escape(id.as_str()))
            }
            Self::Customer(id, tab) => {
                write!(f, "#/customers/{}/{}", escape(id.as_str()), tab.word())
            }
            Self::AtRisk => f.write_str("#/at-risk"),
            Self::Closing => f.write_str("#/at-risk/calendar"),
            Self::Credit => f.write_str("#/credit"),
            Self::Collections => f.write_str("#/collections"),
            Self::Suspicion => f.write_str("#/suspicion"),
            Self::Case(id) => write!(f, "#/cases/{}", escape(id.as_str())),
            Self::Report(id) => write!(f, "#/cases/{}/report", escape(id.as_str())),
            Self::Policy => f.write_str("#/policy"),
            Self::Rules => f.write_str("#/rules"),
            Self::Exchange => f.write_str("#/exchange"),
            Self::History => f.write_str("#/history"),
            Self::Settings => f.write_str("#/settings"),
            Self::Help => f.write_str("#/help"),
            Self::Gallery => f.write_str("#/gallery"),
            Self::Unknown(path) => write!(f, "#{path}"),
        }
    }
}

/// Percent-encodes every byte but letters, digits, `-`, `_`, `.`.
fn escape(text: &str) -> String {
    text.bytes()
        .map(|b| {
            if b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.') {
                char::from(b).to_string()
            } else {
                format!("%{b:02X}")
            }
        })
        .collect()
}

fn unescape(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&first, tail)) = rest.split_first() {
        let code = tail
            .get(..2)
            .filter(|_| first == b'%')
            .and_then(|hex| std::str::from_utf8(hex).ok())
            .and_then(|hex| u8::from_str_radix(hex, 16).ok());
        match code {
            Some(byte) => {
                bytes.push(byte);
                rest = tail.get(2..).unwrap_or_default();
            }
            None => {
                bytes.push(first);
                rest = tail;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
