//! Open disputes: the disputed amount is neither asked for nor aged.

use crate::book::Account;
use crate::engine::collections::answer::{Blocked, Code};
use crate::engine::collections::rules;
use crate::engine::collections::scene::Scene;

pub(in crate::engine::collections) fn blocked(scene: &Scene<'_>) -> Vec<Blocked> {
    let open = scene.receivables.items.iter();
    open.filter(|item| item.disputed.is_positive())
        .flat_map(|item| {
            disputes(scene.account, scene).filter_map(|record| {
                let dispute = &record.opened.value;
                (dispute.invoice == item.number).then(|| Blocked {
                    rule: rules::DISPUTED,
                    code: Code::Disputed {
                        invoice: item.number.clone(),
                        amount: dispute
                            .amount
                            .and_then(|a| a.smaller(item.open).ok())
                            .unwrap_or(item.open),
                        since: dispute.opened,
                    },
                    until: None,
                    step: None,
                    entries: vec![record.opened.mark.entry.clone()],
                })
            })
        })
        .collect()
}

fn disputes<'a>(
    account: &'a Account,
    scene: &Scene<'_>,
) -> impl Iterator<Item = &'a crate::book::DisputeRecord> + use<'a> {
    let as_of = scene.as_of;
    account.disputes.iter().filter(move |d| d.is_open_on(as_of))
}
