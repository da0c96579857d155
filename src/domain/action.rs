//! What a person did elsewhere and recorded here. This program never does any of it.

use super::day::Day;
use super::ids::{CaseId, CustomerId, SubscriptionId};
use super::instant::Instant;
use super::money::Money;
use super::vocabulary::vocabulary;

vocabulary! {
    ActionKind {
        SuspendSubscription = "suspend_subscription",
        ResumeSubscription = "resume_subscription",
        CancelSubscription = "cancel_subscription",
        CancelAtTermEnd = "cancel_at_term_end",
        AutoRenewOff = "auto_renew_off",
        AutoRenewOn = "auto_renew_on",
        CancelAzureSubscription = "cancel_azure_subscription",
        CancelAzurePlan = "cancel_azure_plan",
        ReduceQuantity = "reduce_quantity",
        SetBudget = "set_budget",
        BlockUser = "block_user",
        RevokeSessions = "revoke_sessions",
        RestrictNewPurchases = "restrict_new_purchases",
        LiftRestriction = "lift_restriction",
        CallCustomer = "call_customer",
        NotifyCustomer = "notify_customer",
        OpenServiceRequest = "open_service_request",
        RequestRefund = "request_refund",
        HandOff = "hand_off",
        WriteOff = "write_off",
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Action {
    pub kind: ActionKind,
    pub customer: CustomerId,
    pub subscription: Option<SubscriptionId>,
    pub case: Option<CaseId>,
    /// The day it was done; may lie before the day it was recorded.
    pub done: Day,
    pub done_at: Option<Instant>,
    /// Where it was done, such as `Partner Center` or `telephone`.
    pub done_where: Option<String>,
    pub amount: Option<Money>,
    pub reference: Option<String>,
    pub note: Option<String>,
}
