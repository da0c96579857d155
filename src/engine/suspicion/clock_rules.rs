//! The lengths of the clocks. Microsoft's come from its dated rules of a day, ours from the policy.

use crate::book::Book;
use crate::domain::Day;
use crate::domain::subscription::Product;
use crate::platform::{alert_clocks, refund_exception, tickets, windows};
use crate::policy::signals::Thresholds;

/// Lengths of all clocks of suspicious activity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClockRules {
    /// Microsoft asks for an answer to an alert within this many hours.
    pub answer_amber_hours: i64,
    /// From here on an answer spoils the mean that Microsoft scores.
    pub answer_red_hours: i64,
    /// The mean looks back over this many days.
    pub mean_days: i64,
    /// The mean may be at most this many hours.
    pub mean_hours_max: i64,
    /// Calendar days from the first fraudulent usage in which an exception may be asked for.
    pub refund_request_days: i64,
    /// Warn when this many days or fewer are left of it.
    pub refund_warn_days: i64,
    /// Calendar days in which a licence can be cancelled for money back.
    pub cancel_window_days: i64,
    /// Warn when this many hours or fewer are left of it.
    pub cancel_warn_hours: i64,
    /// Hours to Microsoft's first answer, by the severity of the service request.
    pub ticket_critical_hours: i64,
    pub ticket_moderate_hours: i64,
    pub ticket_minimal_hours: i64,
    /// Hours for a second person to look at a case that was contained straight from triage.
    pub second_person_hours: i64,
    /// Days from a report that was issued to the next look at its case.
    pub follow_up_days: i64,
}

impl ClockRules {
    /// The lengths on a day, by the rules and in the cloud of a book, under a policy. None where a dated rule is missing.
    #[must_use]
    pub fn on(book: &Book, day: Day, settings: &Thresholds) -> Option<Self> {
        let (rules, cloud) = (&book.rules, &book.partner.cloud);
        let alerts = alert_clocks::on(rules, day, cloud)?;
        let row = |id| rules.on(day, id, None, None);
        let hours = |id| row(id)?.minutes().map(|m| m / 60);
        let licence = Some(&Product::NceLicence);
        let own = &settings.cases;
        Some(Self {
            answer_amber_hours: alerts.answer_target_minutes / 60,
            answer_red_hours: alerts.mean_answer_minutes / 60,
            mean_days: alerts.mean_over_days,
            mean_hours_max: alerts.mean_answer_minutes / 60,
            refund_request_days: row(refund_exception::ASK_WITHIN)?.days()?,
            refund_warn_days: i64::from(own.refund_warn_days),
            cancel_window_days: rules.on(day, windows::LICENCE_CANCEL, licence, None)?.days()?,
            cancel_warn_hours: i64::from(own.cancel_warn_hours),
            ticket_critical_hours: hours(tickets::FIRST_ANSWER_CRITICAL)?,
            ticket_moderate_hours: hours(tickets::FIRST_ANSWER_MODERATE)?,
            ticket_minimal_hours: hours(tickets::FIRST_ANSWER_MINIMAL)?,
            second_person_hours: i64::from(own.second_person_hours),
            follow_up_days: i64::from(own.follow_up_days),
        })
    }
}
