//! How much of a price comes back.

use super::row::{Row, Value, says};
use super::sources::{BILLING_BASICS, CANCELLATION, LIFECYCLE, RECURRING, SEAT_CHANGES};
use crate::domain::subscription::Product;

pub const LICENCE_REFUND: &str = "PLT-201";
pub const UNIT_PRICE_CUT: &str = "PLT-202";
pub const BACKUP_DAYS: &str = "PLT-203";
pub const LEGACY_CREDIT: &str = "PLT-204";
pub const SEAT_CHANGE: &str = "PLT-205";

pub static ROWS: &[Row] = &[
    Row::new(
        LICENCE_REFUND,
        Value::Yes,
        CANCELLATION,
        says(
            "Inside the cancel window the refund is prorated to the day.",
            "在可取消期限內，退款按日比例計算。",
        ),
    )
    .for_products(&[Product::NceLicence])
    .against(
        Value::Hours(24),
        BILLING_BASICS,
        says(
            "Another page promises the full price for the first 24 hours. We show the prorated amount, which both pages guarantee.",
            "另一頁面承諾最初 24 小時全額退款。本程式顯示按比例的金額，因為兩頁皆至少保證此數。",
        ),
    ),
    Row::new(
        UNIT_PRICE_CUT,
        Value::Yes,
        RECURRING,
        says(
            "Cancelling: price of one unit times days left over days of the period, cut to the cent, then times the quantity (10.08 / 31 × 29 = 9.42; × 10 = 94.20).",
            "取消時：單價乘以剩餘天數再除以期間天數，無條件捨去至分，再乘以數量（10.08 / 31 × 29 = 9.42；× 10 = 94.20）。",
        ),
    ),
    Row::new(
        SEAT_CHANGE,
        Value::Yes,
        SEAT_CHANGES,
        says(
            "Changing seats: price times days left over days of the period times seats, and only the total is cut to the cent.",
            "變更數量時：單價乘以剩餘天數比例再乘以數量，僅於總額捨去至分。",
        ),
    )
    .against(
        Value::Unknown,
        RECURRING,
        says(
            "The worked example of a cancellation cuts the price of one unit first. Each example is followed for its own kind of charge.",
            "取消的範例是先捨去單價。兩種計費各依其範例計算。",
        ),
    ),
    Row::new(
        BACKUP_DAYS,
        Value::Days(7),
        LIFECYCLE,
        says(
            "After cancelling an administrator has 7 days to save data; users lose access at once.",
            "取消後管理員有 7 天可備份資料；使用者立即失去存取權。",
        ),
    ),
    Row::new(
        LEGACY_CREDIT,
        Value::Yes,
        RECURRING,
        says(
            "A suspended legacy licence is credited for the days left: the share of days, rounded to a hundredth, times the price (12 of 28 days of 4.00 = 1.72).",
            "暫停的舊版授權會退還剩餘天數：天數比例四捨五入至百分之一，再乘以價格（4.00 的 28 天中 12 天 = 1.72）。",
        ),
    )
    .for_products(&[Product::LegacyLicence]),
];
