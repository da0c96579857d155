//! One entry more, taken into a book without folding all again.

use super::fold::{Book, Folding};
use crate::domain::ids::{CaseId, CustomerId};
use crate::domain::partner::Partner;
use crate::journal::{Body, Entry};

impl Book {
    /// Takes in one entry that is later than all others, and says whom it touched.
    ///
    /// None when the entry may change more than one customer (an import, a link, a withdrawal,
    /// settings): then the book is as before, and has to be folded again.
    pub fn absorb(&mut self, entry: &Entry) -> Option<Option<CustomerId>> {
        let touched = match &*entry.body {
            // A name is shown and decides nothing.
            Body::Settings(partner) if self.differs_in_name_only(partner) => None,
            body => touches(body, self)?,
        };
        let mut folding = Folding::over(std::mem::take(self));
        folding.take(entry);
        *self = folding.finish();
        // Of what is taken in by itself, only an action and a dispute change what else follows.
        if let (Body::Action(_) | Body::Dispute(_), Some(id)) = (&*entry.body, &touched)
            && let Some(account) = self.accounts.get_mut(id)
        {
            account.make_ready(self.partner.terms_days);
        }
        Some(touched)
    }

    fn differs_in_name_only(&self, partner: &Partner) -> bool {
        let name = self.partner.name.clone();
        Partner { name, ..partner.clone() } == self.partner
    }
}

/// The customer whom a simple entry touches; the outer none for an entry that is not simple.
fn touches(body: &Body, book: &Book) -> Option<Option<CustomerId>> {
    let of_case = |case: &CaseId| book.cases.get(case).map(|c| c.opening.value.customer.clone());
    let home = |id: &CustomerId| Some(book.links.get(id).unwrap_or(id).clone());
    Some(match body {
        Body::Decision(d) => home(&d.customer),
        Body::ChallengerAnswer(c) => home(&c.answer.customer),
        Body::Notice(n) => home(&n.customer),
        Body::Hold(h) => home(&h.customer),
        Body::Dispute(d) => home(&d.customer),
        Body::Promise(p) => home(&p.customer),
        Body::Action(a) => home(&a.customer),
        Body::CaseOpening(o) => home(&o.customer),
        Body::CaseMove(m) => of_case(&m.case),
        Body::CaseDetail(d) => of_case(&d.case),
        Body::CaseNote(n) => of_case(&n.case),
        Body::Evidence(e) => of_case(&e.case),
        Body::ReportIssue(r) => of_case(&r.case),
        Body::AlertAnswer(a) => {
            let alert = book.alerts.get(&a.alert)?;
            home(&alert.alert.value.customer)
        }
        _ => return None,
    })
}
