//! Line items of invoices: licences, one-time purchases, and consumption by the period.

use crate::domain::Extra;
use crate::exchange::read::charges::{Cells, ChargesReader, Manner, is_known};
use crate::exchange::read::json::Node;
use crate::exchange::read::kind::Kind;
use crate::exchange::read::number::DecimalMark;
use crate::exchange::read::problem::Place;
use crate::exchange::read::record::{Record, keepable};

/// Reads line items one by one; a document says which generation its items are of.
pub(in crate::exchange::read) fn reader(first: &Node) -> ChargesReader {
    let named = first.at(&["attributes", "objectType"]).and_then(Node::scalar).unwrap_or("");
    let kind = match named {
        "LicenseBasedLineItem" => Kind::LegacyLicenceRecon,
        "UsageBasedLineItem" => Kind::LegacyUsageRecon,
        _ => Kind::InvoiceRecon,
    };
    ChargesReader::of(kind, Manner { order: None, mark: DecimalMark::Point })
}

pub(in crate::exchange::read) fn read(record: &mut Record<'_>, charges: &mut ChargesReader) {
    let place = Place { field: None, ..record.place(&["customerId"]) };
    let item = OfNode(record.node);
    if let Err((field, why)) = charges.read(&item, place, record.sink()) {
        record.refuse(&[field], why);
    }
}

struct OfNode<'n>(&'n Node);

impl Cells for OfNode<'_> {
    fn text(&self, names: &[&str]) -> Option<String> {
        let found = names.iter().filter_map(|name| self.0.get_any(&[name])?.scalar());
        found.map(str::trim).find(|text| !text.is_empty()).map(str::to_owned)
    }

    fn unknown(&self) -> Extra {
        self.0
            .members()
            .iter()
            .filter(|m| !is_known(&m.name) && &*m.name != "attributes")
            .filter_map(|m| keepable(&m.value).map(|text| (m.name.to_string(), text)))
            .collect()
    }
}
