//! The lengths of the clocks. Microsoft's come from its dated rules, ours from the policy;
//! the caller looks them up for the day he works on.

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
