//! Azure spending budgets.

use super::row::{Row, Value, says};
use super::sources::{BUDGETS, SECURITY_REQUIREMENTS};

pub const MAIL_AT: &str = "PLT-851";
pub const MAIL_EVERY: &str = "PLT-852";
pub const SILENT_ABOVE: &str = "PLT-853";
pub const REQUIRED: &str = "PLT-854";

pub static ROWS: &[Row] = &[
    Row::new(
        MAIL_AT,
        Value::Percent(80),
        BUDGETS,
        says(
            "Microsoft mails when usage reaches 80\u{a0}% of the budget.",
            "使用量達預算的 80% 時，Microsoft 會寄出通知。",
        ),
    ),
    Row::new(
        MAIL_EVERY,
        Value::Days(7),
        BUDGETS,
        says("It mails again every 7 days.", "每 7 天再次寄送。"),
    ),
    Row::new(
        SILENT_ABOVE,
        Value::Percent(100),
        BUDGETS,
        says(
            "Above 100\u{a0}% it mails no more, and nothing is stopped.",
            "超過 100% 後不再寄送，也不會停止任何服務。",
        ),
    ),
    Row::new(
        REQUIRED,
        Value::Yes,
        SECURITY_REQUIREMENTS,
        says(
            "A budget on every customer is a scored security requirement.",
            "為每位客戶設定預算是計分的安全性要求。",
        ),
    ),
];
