//! What the reseller himself owes Microsoft, and by when.

use super::row::{Row, Value, says};
use super::sources::{ACCOUNT_SETUP, BILLING_BASICS, PARTNER_SUSPENDED};

pub const ISSUED_BY: &str = "PLT-701";
pub const DUE_AFTER: &str = "PLT-702";
pub const SUSPENDED_AFTER: &str = "PLT-703";
pub const POSTED_WITHIN: &str = "PLT-704";

pub static ROWS: &[Row] = &[
    Row::new(
        ISSUED_BY,
        Value::Count(8),
        BILLING_BASICS,
        says(
            "Microsoft's invoice comes by the 8th of the month.",
            "Microsoft 的帳單於每月 8 日前開立。",
        ),
    ),
    Row::new(
        DUE_AFTER,
        Value::Days(60),
        BILLING_BASICS,
        says(
            "It is due 60 days after its date; the document itself gives no due day.",
            "於開立日後 60 天到期；文件本身未載明到期日。",
        ),
    ),
    Row::new(
        SUSPENDED_AFTER,
        Value::Days(60),
        PARTNER_SUSPENDED,
        says(
            "More than 60 days overdue, the reseller's tenant is suspended: no new sales.",
            "逾期超過 60 天，經銷商的租用戶將被暫停，無法再銷售。",
        ),
    ),
    Row::new(
        POSTED_WITHIN,
        Value::Days(5),
        ACCOUNT_SETUP,
        says("A payment is posted within 5 working days.", "付款於 5 個工作日內入帳。"),
    ),
];
