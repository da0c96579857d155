//! How Microsoft itself meters the credit of its partners; used here for customers.

use super::row::{Row, Value, says};
use super::sources::{CREDIT_LIMIT, OLD_CREDIT_LIMIT};

pub const AVAILABLE: &str = "PLT-951";
pub const WARN_AT: &str = "PLT-952";
pub const NOTICE_BEFORE_BLOCK: &str = "PLT-953";
pub const BLOCKS_NEW_ONLY: &str = "PLT-954";

pub static ROWS: &[Row] = &[
    Row::new(
        AVAILABLE,
        Value::Yes,
        CREDIT_LIMIT,
        says(
            "Available credit is the limit less the incoming purchase, unpaid invoices and unbilled charges, plus what was overpaid.",
            "可用額度為信用額度減去本次購買、未付發票與未開立帳單的費用，再加上溢付款。",
        ),
    ),
    Row::new(
        WARN_AT,
        Value::Percents(&[70, 85, 100]),
        OLD_CREDIT_LIMIT,
        says(
            "Warnings come at 70\u{a0}%, 85\u{a0}% and 100\u{a0}% of the limit.",
            "於額度的 70%、85% 與 100% 發出警告。",
        ),
    ),
    Row::new(
        NOTICE_BEFORE_BLOCK,
        Value::Hours(24),
        OLD_CREDIT_LIMIT,
        says(
            "At 100\u{a0}% purchases are blocked after 24 hours' notice.",
            "達 100% 時，於通知 24 小時後停止購買。",
        ),
    ),
    Row::new(
        BLOCKS_NEW_ONLY,
        Value::Yes,
        CREDIT_LIMIT,
        says(
            "Only new purchases are blocked; renewals and running consumption go on.",
            "僅停止新購買；續約與持續的使用量不受影響。",
        ),
    ),
];
