//! A ladder on a line of days: the way of one invoice that nobody pays and nothing holds.

use super::chain::chain;
use super::scene::{Item, Scene};
use crate::book::receivables::OpenItem;
use crate::book::{Account, Book, Kept, Mark, Receivables};
use crate::domain::calendar::Calendar;
use crate::domain::customer::Customer;
use crate::domain::ids::{CustomerId, EntryId, InvoiceNumber};
use crate::domain::{Currency, Day, Instant, Money};
use crate::engine::money_at_risk::Frame;
use crate::policy::ladder::Ladder;

/// The steps by their places in the ladder, each with the first day on which it may be taken when every step before
/// it was taken on its own. The invoice is above every least amount.
///
/// These are the days of the plan itself: notices run their time, and days are moved as each step says.
#[must_use]
pub fn outline(ladder: &Ladder, calendar: &Calendar, due: Day) -> Vec<(usize, Day)> {
    let Some((account, open)) = example(due) else {
        return Vec::new();
    };
    let book = Book::default();
    let frame = Frame::at_day(&book, due);
    let scene = Scene::new(&account, Receivables::default(), (ladder, calendar), &frame, None);
    let item = Item {
        collectable: open.open,
        age: 0,
        pauses: Vec::new(),
        evidence: vec![None; ladder.steps.len()],
        promised_until: None,
        open,
    };
    let links = chain(&scene, &item, item.collectable, Day::MIN).links;
    links.into_iter().map(|link| (link.index, link.timing.day)).collect()
}

/// A customer of whom nothing is known and an invoice of his; none of it is in any book.
fn example(due: Day) -> Option<(Account, OpenItem)> {
    let mark = Mark {
        entry: EntryId::new("example").ok()?,
        recorded: Instant::start_of(due),
        by: "".into(),
        source: None,
    };
    let customer = Customer::named(CustomerId::new("example").ok()?, "");
    let total = Money::new(i64::MAX, Currency::EUR);
    let open = OpenItem {
        number: InvoiceNumber::new("example").ok()?,
        issued: due,
        due,
        due_is_assumed: false,
        total,
        open: total,
        disputed: Money::zero(Currency::EUR),
        days_past_due: 0,
        reopened: None,
    };
    Some((Account::new(Kept::new(mark, customer)), open))
}
