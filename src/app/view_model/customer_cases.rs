//! A customer's alerts and cases.

use super::origin::{OriginText, origin};
use super::suspicion::{CaseRow, case_row};
use crate::app::Screen;
use crate::app::view_model::Tone;
use crate::app::words::suspicion as words;
use crate::book::AlertRecord;
use crate::domain::ids::CustomerId;
use crate::domain::order;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    pub alerts: Vec<AlertLine>,
    pub cases: Vec<CaseRow>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AlertLine {
    pub title: String,
    pub detected: String,
    /// Status at Microsoft, the verdict where there is one, and whether it is only a test.
    pub state: Vec<String>,
    pub tone: Tone,
    pub open: bool,
    pub origin: OriginText,
}

#[must_use]
pub fn page(screen: &Screen<'_>, customer: &CustomerId) -> Option<Page> {
    let book = &screen.state.book;
    let account = book.accounts.get(customer)?;
    let mut alerts: Vec<&AlertRecord> =
        account.alerts.iter().filter_map(|id| book.alerts.get(id)).collect();
    order::sort_by_key(&mut alerts, |r| std::cmp::Reverse(r.alert.value.detected));
    let cases = account.cases.iter().filter_map(|id| book.cases.get(id));
    Some(Page {
        alerts: alerts.into_iter().map(|r| line(screen, r)).collect(),
        cases: cases.map(|c| case_row(screen, c, None)).collect(),
    })
}

fn line(screen: &Screen<'_>, record: &AlertRecord) -> AlertLine {
    let lang = screen.lang();
    let alert = &record.alert.value;
    let open = record.is_open() && !alert.is_test;
    let verdict = record.answers.last().map_or(&alert.verdict, |a| &a.value.verdict);
    let mut state = vec![words::alert_status(lang, &alert.status)];
    if *verdict != crate::domain::alert::Verdict::Unstated {
        state.push(words::verdict(lang, verdict));
    }
    if alert.is_test {
        state.push(words::test_alert(lang).to_owned());
    }
    AlertLine {
        title: alert.title.clone().unwrap_or_else(|| words::family(lang, &alert.family)),
        detected: screen.format.moment(alert.detected),
        state,
        tone: if open { Tone::Danger } else { Tone::Neutral },
        open,
        origin: origin(screen, &record.alert.mark),
    }
}
