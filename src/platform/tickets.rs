//! Service requests with Microsoft.

use super::row::{Row, Value, says};
use super::sources::REPORT_PROBLEMS;

pub const FIRST_ANSWER_CRITICAL: &str = "PLT-901";
pub const FIRST_ANSWER_MODERATE: &str = "PLT-902";
pub const FIRST_ANSWER_MINIMAL: &str = "PLT-903";
pub const RESELLER_MAY_OPEN: &str = "PLT-904";

pub static ROWS: &[Row] = &[
    Row::new(
        FIRST_ANSWER_CRITICAL,
        Value::Hours(2),
        REPORT_PROBLEMS,
        says(
            "Severity critical: first answer within 2 hours, in English only.",
            "嚴重性為重大：2 小時內首次回覆，僅提供英文。",
        ),
    ),
    Row::new(
        FIRST_ANSWER_MODERATE,
        Value::Hours(4),
        REPORT_PROBLEMS,
        says("Severity moderate: within 4 hours.", "嚴重性為中等：4 小時內。"),
    ),
    Row::new(
        FIRST_ANSWER_MINIMAL,
        Value::Hours(8),
        REPORT_PROBLEMS,
        says("Severity minimal: within 8 hours.", "嚴重性為輕微：8 小時內。"),
    ),
    Row::new(
        RESELLER_MAY_OPEN,
        Value::No,
        REPORT_PROBLEMS,
        says(
            "An indirect reseller cannot open Azure requests; the provider must.",
            "間接經銷商無法開立 Azure 服務要求，須由間接提供者提出。",
        ),
    ),
];
