//! The list of signals, and the order in which they are worked out.

use super::signal::{Mute, Outcome, Scene, Signal, Subject};
use super::{
    budget, bust_out, first_invoice, mining, new_tenant, region_spread, seat_surge, spend_spike,
    stale, vendor_alert,
};
use crate::book::Book;
use crate::domain::calendar::Calendar;
use crate::domain::{Day, Instant, RuleId};
use crate::engine::suspicion::clock_rules::ClockRules;
use crate::engine::suspicion::spend::Spend;
use crate::policy::signals::Thresholds;

/// What a signal's own file hands back: its subject, the days looked at, and the outcome.
pub(super) type Answer = (Subject, Option<(Day, Day)>, Outcome);

/// One signal.
pub struct Definition {
    pub rule: RuleId,
    evaluate: fn(&Scene<'_>) -> Vec<Answer>,
}

/// All signals that can be worked out from what is imported.
pub const LIST: &[Definition] = &[
    define("SUS-R01", spend_spike::evaluate),
    define("SUS-R02", budget::evaluate),
    define("SUS-R03", new_tenant::evaluate),
    define("SUS-R04", region_spread::evaluate),
    define("SUS-R08", first_invoice::evaluate),
    define("SUS-R09", bust_out::evaluate),
    define("SUS-R10", seat_surge::evaluate),
    define("SUS-R19", mining::evaluate),
    define("SUS-R22", vendor_alert::evaluate),
    define("SUS-R24", stale::evaluate),
];

const fn define(rule: &'static str, evaluate: fn(&Scene<'_>) -> Vec<Answer>) -> Definition {
    Definition { rule: RuleId::fixed(rule), evaluate }
}

/// What a signal would need that no import brings yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Needs {
    ActivityLog,
    CardPayments,
    DomainRegistry,
    IdentityOfContacts,
    SignIns,
    MailTrace,
    QuotaRequests,
}

/// A signal that the policy may name and nothing imported can answer.
pub struct Beyond {
    pub rule: RuleId,
    pub needs: Needs,
}

/// Signals that cannot be evaluated for anybody, said openly rather than left out.
pub const BEYOND: &[Beyond] = &[
    beyond("SUS-R05", Needs::ActivityLog),
    beyond("SUS-R06", Needs::CardPayments),
    beyond("SUS-R07", Needs::CardPayments),
    beyond("SUS-R11", Needs::DomainRegistry),
    beyond("SUS-R12", Needs::IdentityOfContacts),
    beyond("SUS-R13", Needs::SignIns),
    beyond("SUS-R14", Needs::SignIns),
    beyond("SUS-R15", Needs::SignIns),
    beyond("SUS-R16", Needs::SignIns),
    beyond("SUS-R17", Needs::SignIns),
    beyond("SUS-R18", Needs::SignIns),
    beyond("SUS-R20", Needs::MailTrace),
    beyond("SUS-R21", Needs::QuotaRequests),
];

const fn beyond(rule: &'static str, needs: Needs) -> Beyond {
    Beyond { rule: RuleId::fixed(rule), needs }
}

/// All signals of one customer, in the order of the list, muted ones included.
#[must_use]
pub fn evaluate_account(scene: &Scene<'_>, mutes: &[Mute]) -> Vec<Signal> {
    let mut signals: Vec<Signal> = LIST
        .iter()
        .flat_map(|definition| {
            (definition.evaluate)(scene).into_iter().map(|(subject, window, outcome)| Signal {
                rule: definition.rule.clone(),
                customer: scene.customer().clone(),
                subject,
                window,
                outcome,
            })
        })
        .collect();
    for signal in &mut signals {
        for mute in mutes {
            mute.apply(signal, scene.today());
        }
    }
    signals
}

/// All signals of all customers, in the order of their ids.
#[must_use]
pub fn evaluate_book(
    book: &Book,
    settings: &Thresholds,
    clocks: &ClockRules,
    calendar: &Calendar,
    now: Instant,
) -> Vec<Signal> {
    book.accounts
        .values()
        .flat_map(|account| {
            let spend = Spend::of(account);
            let scene = Scene { book, account, spend: &spend, settings, clocks, calendar, now };
            evaluate_account(&scene, &[])
        })
        .collect()
}
