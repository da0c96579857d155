//! A fact in a line, for the first rows of what was read.

use super::page::number;
use crate::app::Screen;
use crate::app::view_model::customers::shown_name;
use crate::app::words::exchange as words;
use crate::app::words::file_kinds;
use crate::exchange::read::preview::FactKind;
use crate::journal::{Fact, FactRow};

/// The kind of a fact and what is most telling of it, with its row in the file.
pub(super) fn line(screen: &Screen<'_>, row: &FactRow) -> String {
    let (lang, format) = (screen.lang(), screen.format);
    let due = |day: Option<_>| day.map(|day| words::due(lang, &format.day(day)));
    let mut parts = vec![file_kinds::facts(lang, FactKind::of(&row.fact)).to_owned()];
    parts.extend(match &row.fact {
        Fact::Customer(c) => vec![shown_name(c), c.domain.clone().unwrap_or_default()],
        Fact::Subscription(s) => {
            let seats = usize::try_from(s.quantity).unwrap_or_default();
            vec![s.offer.clone(), number(screen, seats), s.status.word().to_owned()]
        }
        Fact::Invoice(i) => {
            vec![i.number.to_string(), format.money(i.total), due(i.due).unwrap_or_default()]
        }
        Fact::Payment(p) => {
            vec![p.reference.to_string(), format.money(p.amount), format.day(p.received)]
        }
        Fact::Bill(b) => {
            vec![b.number.to_string(), format.money(b.total), due(b.due).unwrap_or_default()]
        }
        Fact::Usage(u) => vec![format.day(u.day), u.category.clone(), format.money(u.cost)],
        Fact::Alert(a) => vec![a.kind.clone(), format.day(a.detected.day())],
        Fact::Balance(b) => {
            let day = b.as_of.map(|day| format.day(day));
            vec![format.money(b.total), day.unwrap_or_default()]
        }
    });
    parts.retain(|part| !part.is_empty());
    words::first_row(lang, &row.row.to_string(), &parts.join(" · "))
}
