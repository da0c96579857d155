//! Notices that did not reach the customer.

use crate::book::Recorded;
use crate::domain::notice::{Delivery, Notice};
use crate::engine::collections::answer::{Blocked, Code};
use crate::engine::collections::progress::lists;
use crate::engine::collections::rules;
use crate::engine::collections::scene::Scene;
use crate::engine::collections::tracks::{Track, step_ref};
use crate::policy::ladder::Step;

/// The last attempt at a step that was not sent or came back, for the invoices of a track.
pub(in crate::engine::collections) fn blocked(
    scene: &Scene<'_>,
    track: &Track<'_>,
    step: &Step,
) -> Vec<Blocked> {
    let Some(attempt) = last_attempt(scene, track, step) else {
        return Vec::new();
    };
    let notice = &attempt.value;
    let returned = notice.delivery == Delivery::Bounced;
    let waits = |rule, code| Blocked {
        rule,
        code,
        until: None,
        step: Some(step_ref(step)),
        entries: vec![attempt.mark.entry.clone()],
    };
    let on = notice.sent;
    let mut reasons = vec![waits(rules::NOTICE_NOT_SENT, Code::NoticeNotSent { returned, on })];
    if returned && !can_be_reached(scene) {
        reasons.push(waits(rules::NO_CONTACT, Code::NoContact { returned: on }));
    }
    reasons
}

fn last_attempt<'a>(
    scene: &Scene<'a>,
    track: &Track<'_>,
    step: &Step,
) -> Option<&'a Recorded<Notice>> {
    scene
        .account
        .notices
        .iter()
        .filter(|n| n.value.step == step.key && n.value.sent <= scene.as_of)
        .filter(|n| !n.value.delivery.counts())
        .filter(|n| track.items.iter().any(|i| lists(&n.value, &i.open)))
        .max_by_key(|n| (n.value.sent, n.mark.recorded))
}

/// By telephone, or by an e-mail address that was put right since.
fn can_be_reached(scene: &Scene<'_>) -> bool {
    let customer = &scene.account.customer.value;
    customer.phone.is_some() || customer.email.is_some()
}
