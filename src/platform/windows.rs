//! Windows in which something can still be taken back.

use super::row::{Row, Value, says};
use super::sources::{CANCELLATION, ERROR_CODES, NEW_SUBSCRIPTION};
use crate::domain::subscription::Product;

pub const LICENCE_CANCEL: &str = "PLT-101";
pub const RENEWAL_TAKES: &str = "PLT-102";
pub const TERM_END_INCLUSIVE: &str = "PLT-103";
pub const PERPETUAL_RETURN: &str = "PLT-104";
pub const SOFTWARE_CANCEL: &str = "PLT-105";
pub const MARKETPLACE_MONTHLY: &str = "PLT-106";
pub const MARKETPLACE_ANNUAL: &str = "PLT-107";
pub const LICENCE_LOCKED: &str = "PLT-108";

pub static ROWS: &[Row] = &[
    Row::new(
        LICENCE_CANCEL,
        Value::Days(7),
        CANCELLATION,
        says(
            "A licence subscription can be cancelled within 7 days of purchase or renewal. The date that Partner Center gives for a subscription goes before this.",
            "授權訂閱可於購買或續約後 7 天內取消。合作夥伴中心若已載明該訂閱的期限，以其為準。",
        ),
    )
    .for_products(&[Product::NceLicence])
    .against(
        Value::Unknown,
        NEW_SUBSCRIPTION,
        says(
            "No source says whether the closing second itself still counts. We take it as closed: the careful reading.",
            "各來源均未說明截止的那一秒是否仍算在內；本程式採保守解讀，視為已截止。",
        ),
    ),
    Row::new(
        LICENCE_LOCKED,
        Value::No,
        ERROR_CODES,
        says(
            "After the window a licence subscription cannot be cancelled or refunded; the whole term is billed on any billing plan (error 900117).",
            "逾可取消期限後，授權訂閱無法取消或退款；不論何種帳單方案，都須付完整個期間（錯誤 900117）。",
        ),
    )
    .for_products(&[Product::NceLicence]),
    Row::new(
        TERM_END_INCLUSIVE,
        Value::Yes,
        NEW_SUBSCRIPTION,
        says(
            "The end day of a term belongs to the term; renewal runs on the next day, UTC.",
            "期間的結束日屬於該期間；續約於次日（UTC）執行。",
        ),
    ),
    Row::new(
        RENEWAL_TAKES,
        Value::Hours(24),
        NEW_SUBSCRIPTION,
        says(
            "A renewal may take up to 24 hours to complete; the cancel window begins when it has completed.",
            "續約最多需 24 小時完成；可取消期限自完成時起算。",
        ),
    ),
    Row::new(
        PERPETUAL_RETURN,
        Value::Days(30),
        CANCELLATION,
        says(
            "Perpetual software can be returned within 30 days for a full refund.",
            "永久授權軟體可於 30 天內退回並全額退款。",
        ),
    )
    .for_products(&[Product::PerpetualSoftware]),
    Row::new(
        SOFTWARE_CANCEL,
        Value::Days(7),
        CANCELLATION,
        says(
            "A software subscription can be cancelled within 7 days, prorated; seats cannot be reduced.",
            "軟體訂閱可於 7 天內取消，按比例退款；不得減少數量。",
        ),
    )
    .for_products(&[Product::SoftwareSubscription]),
    Row::new(
        MARKETPLACE_MONTHLY,
        Value::Hours(24),
        CANCELLATION,
        says(
            "A monthly marketplace product can be cancelled within 24 hours.",
            "市集的月約產品可於 24 小時內取消。",
        ),
    )
    .for_products(&[Product::Marketplace])
    .against(
        Value::Unknown,
        ERROR_CODES,
        says(
            "The API has forms in days and in hours (900213, 900214). The policy page says 24 hours, and it is the page that binds.",
            "API 有以天計與以小時計兩種錯誤（900213、900214）；政策頁面載明 24 小時，以政策為準。",
        ),
    ),
    Row::new(
        MARKETPLACE_ANNUAL,
        Value::Days(14),
        CANCELLATION,
        says(
            "A yearly marketplace product can be cancelled within 14 days.",
            "市集的年約產品可於 14 天內取消。",
        ),
    )
    .for_products(&[Product::Marketplace]),
];
