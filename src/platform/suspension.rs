//! What suspending does and does not do.

use super::row::{Row, Value, says};
use super::sources::{ERROR_CODES, LIFECYCLE, NEW_SUBSCRIPTION, OLD_SUSPEND, TRANSFER};
use crate::domain::subscription::Product;

pub const STILL_BILLED: &str = "PLT-501";
pub const AUTO_RENEW_OFF: &str = "PLT-502";
pub const NO_TRANSFER: &str = "PLT-503";
pub const NO_SEAT_CHANGE: &str = "PLT-504";
pub const CHANGES_DROPPED: &str = "PLT-505";
pub const RESUME_UNTIL_END: &str = "PLT-506";
pub const DISABLED_FIRST_DAYS: &str = "PLT-507";
pub const DISABLED_THEN_DAYS: &str = "PLT-508";
pub const LEGACY_STOPS_BILL: &str = "PLT-509";
pub const LEGACY_DELETED_DAYS: &str = "PLT-510";
pub const USERS_BLOCKED: &str = "PLT-511";

const LICENCE: &[Product] = &[Product::NceLicence];
const LEGACY: &[Product] = &[Product::LegacyLicence];

pub static ROWS: &[Row] = &[
    Row::new(
        STILL_BILLED,
        Value::Yes,
        LIFECYCLE,
        says(
            "Suspending does not stop the cost: Microsoft bills the reseller to the end of the term.",
            "暫停不會停止成本：Microsoft 仍向經銷商計費至期間結束。",
        ),
    )
    .for_products(LICENCE),
    Row::new(
        USERS_BLOCKED,
        Value::Yes,
        LIFECYCLE,
        says(
            "Users are locked out at once; administrators keep access to the data. Add-ons are suspended with their base.",
            "使用者立即無法存取；管理員仍可存取資料。附加元件隨主訂閱一併暫停。",
        ),
    ),
    Row::new(
        AUTO_RENEW_OFF,
        Value::Yes,
        NEW_SUBSCRIPTION,
        says(
            "Suspending switches auto-renew off, and resuming does not switch it on again.",
            "暫停會關閉自動續約，恢復時不會自動重新開啟。",
        ),
    )
    .for_products(LICENCE),
    Row::new(
        CHANGES_DROPPED,
        Value::Yes,
        NEW_SUBSCRIPTION,
        says(
            "Changes scheduled for the next term are dropped; those for the next charge are kept.",
            "排定於下一期間的變更會被移除；排定於下次計費的變更會保留。",
        ),
    )
    .for_products(LICENCE),
    Row::new(
        NO_TRANSFER,
        Value::No,
        TRANSFER,
        says(
            "A suspended subscription cannot be transferred to another partner.",
            "暫停中的訂閱無法轉移給其他合作夥伴。",
        ),
    ),
    Row::new(
        NO_SEAT_CHANGE,
        Value::No,
        ERROR_CODES,
        says(
            "The quantity of a suspended subscription cannot be changed (error 2001).",
            "暫停中的訂閱無法變更數量（錯誤 2001）。",
        ),
    ),
    Row::new(
        RESUME_UNTIL_END,
        Value::Yes,
        LIFECYCLE,
        says(
            "It can be resumed at any time up to the end of the term; access is back at once. After the term it cannot.",
            "期間結束前可隨時恢復，並立即恢復存取權；期間結束後則無法。",
        ),
    )
    .for_products(LICENCE),
    Row::new(
        DISABLED_FIRST_DAYS,
        Value::Days(30),
        LIFECYCLE,
        says(
            "Still suspended at the end of the term, it is disabled for 30 days and not billed.",
            "期滿時仍為暫停者，停用 30 天且不計費。",
        ),
    )
    .for_products(LICENCE)
    .against(
        Value::Unknown,
        LIFECYCLE,
        says(
            "The same page also says \"expired\". Others who handle it say disabled, which is the careful reading: nobody has access.",
            "同一頁面另稱「過期」；實務者均稱停用，亦為較保守的解讀：無人可存取。",
        ),
    ),
    Row::new(
        DISABLED_THEN_DAYS,
        Value::Days(90),
        LIFECYCLE,
        says(
            "Then it is disabled for another 90 days and deleted with its data, 120 days after the end of the term.",
            "其後再停用 90 天並連同資料刪除，即期間結束後 120 天。",
        ),
    )
    .for_products(LICENCE),
    Row::new(
        LEGACY_STOPS_BILL,
        Value::Yes,
        LIFECYCLE,
        says(
            "Suspending a legacy licence stops its bill and credits the days left.",
            "暫停舊版授權會停止計費，並退還剩餘天數。",
        ),
    )
    .for_products(LEGACY),
    Row::new(
        LEGACY_DELETED_DAYS,
        Value::Days(90),
        LIFECYCLE,
        says(
            "A legacy licence is deleted after 90 days of suspension.",
            "舊版授權暫停 90 天後即刪除。",
        ),
    )
    .for_products(LEGACY)
    .against(
        Value::Days(120),
        OLD_SUSPEND,
        says(
            "The older page says 90 and at most 120 days. We count the shorter: data must be saved by then.",
            "較舊的頁面寫 90 天、至多 120 天。本程式採較短者：資料須於此前備份。",
        ),
    ),
];
