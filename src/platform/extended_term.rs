//! What follows a term that is not renewed.

use super::row::{Date, Row, Value, says};
use super::sources::{EXTENDED_TERM, LIFECYCLE, THIRD_PARTY_RECON};
use crate::domain::subscription::Product;

pub const EXPIRED_DAYS: &str = "PLT-301";
pub const THEN_DISABLED_DAYS: &str = "PLT-302";
pub const STARTS: &str = "PLT-303";
pub const BOUGHT_FROM: &str = "PLT-304";
pub const SURCHARGE: &str = "PLT-305";
pub const SURCHARGE_NO_MONTHLY: &str = "PLT-306";
pub const CANCEL_ANY_TIME: &str = "PLT-307";
pub const SUSPENDED_AT_END: &str = "PLT-308";

const LICENCE: &[Product] = &[Product::NceLicence];
const BEGIN: Date = Date(2026, 5, 4);

pub static ROWS: &[Row] = &[
    Row::new(
        EXPIRED_DAYS,
        Value::Days(30),
        LIFECYCLE,
        says(
            "An active subscription that is not renewed, and not eligible for an extended term, is expired for 30 days: users keep working, nobody is billed, it cannot be reactivated.",
            "未續約且不適用延長服務期的使用中訂閱，過期 30 天：使用者仍可使用、不計費、無法重新啟用。",
        ),
    )
    .for_products(LICENCE),
    Row::new(
        THEN_DISABLED_DAYS,
        Value::Days(90),
        LIFECYCLE,
        says(
            "After that it is disabled for 90 days, then deleted with its data.",
            "其後停用 90 天，再連同資料刪除。",
        ),
    )
    .for_products(LICENCE),
    Row::new(
        STARTS,
        Value::From(BEGIN),
        EXTENDED_TERM,
        says(
            "A term that ends on 4 May 2026 or later with auto-renew off goes on as a paid extended service term, unless \"cancel at end of term\" is set. Auto-renew off no longer means that it ends.",
            "2026 年 5 月 4 日（含）以後到期且關閉自動續約者，將轉為付費的延長服務期，除非已設定「期滿時取消」。關閉自動續約不再代表結束。",
        ),
    )
    .for_products(LICENCE)
    .from(BEGIN)
    .against(
        Value::From(Date(2026, 4, 1)),
        EXTENDED_TERM,
        says(
            "First announced for 1 April 2026; the later announcements say 4 May.",
            "最初公告為 2026 年 4 月 1 日；較晚的公告改為 5 月 4 日。",
        ),
    ),
    Row::new(
        BOUGHT_FROM,
        Value::From(Date(2025, 4, 1)),
        EXTENDED_TERM,
        says(
            "Only subscriptions bought or renewed on 1 April 2025 or later can enter an extended service term.",
            "僅 2025 年 4 月 1 日（含）以後購買或續約的訂閱，才會進入延長服務期。",
        ),
    )
    .for_products(LICENCE)
    .from(BEGIN),
    Row::new(
        SURCHARGE,
        Value::Percent(3),
        EXTENDED_TERM,
        says(
            "An extended service term costs 3\u{a0}% more than the monthly price.",
            "延長服務期的價格較月約價格高 3%。",
        ),
    )
    .for_products(LICENCE)
    .from(BEGIN),
    Row::new(
        SURCHARGE_NO_MONTHLY,
        Value::Percent(23),
        EXTENDED_TERM,
        says(
            "Where a product has no monthly term, the extended service term costs 23\u{a0}% more.",
            "產品若無月約，延長服務期的價格高 23%。",
        ),
    )
    .for_products(LICENCE)
    .from(BEGIN)
    .against(
        Value::Unknown,
        THIRD_PARTY_RECON,
        says(
            "A third party disputes reading 23\u{a0}% from one line of a price file. Announcements of distributors state it.",
            "有第三方質疑僅憑價目檔的一行推得 23%；但經銷商的公告均如此記載。",
        ),
    ),
    Row::new(
        CANCEL_ANY_TIME,
        Value::Yes,
        EXTENDED_TERM,
        says(
            "An extended service term can be cancelled at any time, prorated; nothing else about it can be changed.",
            "延長服務期可隨時取消並按比例計費；其他項目皆不可變更。",
        ),
    )
    .for_products(LICENCE)
    .from(BEGIN),
    Row::new(
        SUSPENDED_AT_END,
        Value::Unknown,
        EXTENDED_TERM,
        says(
            "What becomes of a subscription that is suspended when its term ends is not written anywhere we know of. Set \"cancel at end of term\" to be safe.",
            "訂閱若在期滿時處於暫停狀態會如何，目前找不到任何記載。為保險起見，請設定「期滿時取消」。",
        ),
    )
    .for_products(LICENCE)
    .from(BEGIN),
];
