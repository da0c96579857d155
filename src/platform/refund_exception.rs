//! The discretionary credit for fraudulent usage.

use super::row::{Date, Row, Value, says};
use super::sources::NON_PAYMENT;

pub const ASK_WITHIN: &str = "PLT-801";
pub const ONCE_PER_TENANT: &str = "PLT-802";
pub const COVERS_DAYS: &str = "PLT-803";
pub const ACTIVITY_FROM: &str = "PLT-804";
pub const CONDITIONS: &str = "PLT-805";

pub static ROWS: &[Row] = &[
    Row::new(
        ASK_WITHIN,
        Value::Days(60),
        NON_PAYMENT,
        says(
            "A refund exception must be asked for within 60 calendar days of the first day of fraudulent usage, whenever it was discovered.",
            "退款例外須於首次詐騙使用日起 60 個日曆日內申請，不論何時發現。",
        ),
    ),
    Row::new(
        ONCE_PER_TENANT,
        Value::Count(1),
        NON_PAYMENT,
        says("It is granted at most once for a tenant.", "每個租用戶至多核准一次。"),
    ),
    Row::new(
        COVERS_DAYS,
        Value::Days(30),
        NON_PAYMENT,
        says("It covers at most the first 30 days of charges.", "至多涵蓋最初 30 天的費用。"),
    ),
    Row::new(
        ACTIVITY_FROM,
        Value::From(Date(2023, 4, 1)),
        NON_PAYMENT,
        says(
            "It is for new-commerce activity from 1 April 2023.",
            "適用於 2023 年 4 月 1 日起的新商務活動。",
        ),
    )
    .from(Date(2023, 4, 1)),
    Row::new(
        CONDITIONS,
        Value::Unknown,
        NON_PAYMENT,
        says(
            "It is at Microsoft's discretion, and the full list of its conditions is not at hand.",
            "由 Microsoft 裁量，且其完整條件目前無從取得。",
        ),
    ),
];
