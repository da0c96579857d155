//! What two sources told differently of one customer: what counts, and what stands beside it.

use crate::app::Screen;
use crate::app::words::history as words;
use crate::book::{Kept, Mark};
use crate::domain::ids::CustomerId;

/// The newest so many; the record has all.
const LINES_MAX: usize = 12;

/// A line for each value that lost against a later one.
#[must_use]
pub fn differences(screen: &Screen<'_>, customer: &CustomerId) -> Vec<String> {
    let Some(account) = screen.state.book.accounts.get(customer) else {
        return Vec::new();
    };
    let mut lines = Vec::new();
    let name = |c: &crate::domain::customer::Customer| c.name.clone();
    lines.extend(differs(screen, words::about(screen.lang()), &account.customer, name));
    for (number, invoice) in &account.invoices {
        let what = words::invoice(screen.lang(), number.as_str());
        let shown = |i: &crate::domain::invoice::Invoice| screen.format.money(i.total);
        lines.extend(differs(screen, &what, invoice, shown));
    }
    for (reference, payment) in &account.payments {
        let shown = |p: &crate::domain::payment::Payment| screen.format.money(p.amount);
        lines.extend(differs(screen, reference.as_str(), payment, shown));
    }
    lines.truncate(LINES_MAX);
    lines
}

/// The newest other value that reads otherwise; none when all read the same.
fn differs<T>(
    screen: &Screen<'_>,
    what: &str,
    kept: &Kept<T>,
    shown: impl Fn(&T) -> String,
) -> Option<String> {
    let counts = shown(&kept.value);
    let other = kept.superseded.iter().rev().find(|r| shown(&r.value) != counts)?;
    let (counts, stands) =
        (told(screen, &counts, &kept.mark), told(screen, &shown(&other.value), &other.mark));
    Some(words::differ(screen.lang(), what, &counts, &stands))
}

fn told(screen: &Screen<'_>, value: &str, mark: &Mark) -> String {
    let lang = screen.lang();
    let source = match &mark.source {
        Some(source) => words::row(lang, &source.file, &source.row.to_string()),
        None => mark.by.to_string(),
    };
    words::told(lang, value, &source, &screen.format.moment(mark.recorded))
}
