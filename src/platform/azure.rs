//! Azure plans and subscriptions.

use super::row::{Row, Value, says};
use super::sources::{AZURE_MANAGE, BUDGETS, CANCEL_AZURE, ERROR_CODES};
use crate::domain::subscription::Product;

pub const CANCEL_ANY_TIME: &str = "PLT-601";
pub const STATUS_LAG: &str = "PLT-602";
pub const PORTAL_AT_ONCE: &str = "PLT-603";
pub const PLAN_AFTER_SUBSCRIPTIONS: &str = "PLT-604";
pub const CUSTOMER_REACTIVATES: &str = "PLT-605";
pub const DATA_KEPT_DAYS: &str = "PLT-606";
pub const DELETED_DAYS: &str = "PLT-607";
pub const USAGE_LAG: &str = "PLT-608";
pub const SAAS_FIRST: &str = "PLT-609";

const SUBSCRIPTION: &[Product] = &[Product::AzureSubscription];
const PLAN: &[Product] = &[Product::AzurePlan];

pub static ROWS: &[Row] = &[
    Row::new(
        CANCEL_ANY_TIME,
        Value::Yes,
        AZURE_MANAGE,
        says(
            "An Azure subscription can be cancelled at any time; its bill stops at once.",
            "Azure 訂閱可隨時取消；計費立即停止。",
        ),
    )
    .for_products(SUBSCRIPTION),
    Row::new(
        STATUS_LAG,
        Value::Minutes(10),
        AZURE_MANAGE,
        says(
            "The state shown lags the cancellation by about 10 minutes.",
            "顯示的狀態約比實際取消晚 10 分鐘。",
        ),
    )
    .for_products(SUBSCRIPTION),
    Row::new(
        PORTAL_AT_ONCE,
        Value::Count(10),
        AZURE_MANAGE,
        says(
            "The portal cancels at most 10 subscriptions in one action.",
            "入口網站一次最多可取消 10 個訂閱。",
        ),
    )
    .for_products(SUBSCRIPTION),
    Row::new(
        PLAN_AFTER_SUBSCRIPTIONS,
        Value::No,
        ERROR_CODES,
        says(
            "An Azure plan cannot be suspended or cancelled while a subscription under it is active (error 900115).",
            "其下仍有使用中的訂閱時，無法暫停或取消 Azure 方案（錯誤 900115）。",
        ),
    )
    .for_products(PLAN),
    Row::new(
        CUSTOMER_REACTIVATES,
        Value::Yes,
        CANCEL_AZURE,
        says(
            "The customer can reactivate a cancelled Azure subscription unless the plan is cancelled too.",
            "除非一併取消方案，否則客戶可自行重新啟用已取消的 Azure 訂閱。",
        ),
    )
    .for_products(SUBSCRIPTION)
    .against(
        Value::Unknown,
        AZURE_MANAGE,
        says(
            "A page of 2022 says in the Azure portal only; a newer API call does it too. Either way it can come back.",
            "2022 年的頁面稱僅能由 Azure 入口網站操作；較新的 API 亦可。無論何者，訂閱都可能恢復。",
        ),
    ),
    Row::new(
        DATA_KEPT_DAYS,
        Value::Days(30),
        CANCEL_AZURE,
        says(
            "Data of a cancelled Azure subscription is kept for at least 30 days.",
            "已取消的 Azure 訂閱，其資料至少保留 30 天。",
        ),
    )
    .for_products(SUBSCRIPTION),
    Row::new(
        DELETED_DAYS,
        Value::Days(90),
        CANCEL_AZURE,
        says(
            "It is deleted 90 days after it was cancelled.",
            "取消後 90 天刪除。",
        ),
    )
    .for_products(SUBSCRIPTION),
    Row::new(
        USAGE_LAG,
        Value::Hours(24),
        BUDGETS,
        says(
            "Usage is seen about 24 hours after it happened, without tax and credits.",
            "使用量約於發生後 24 小時才可見，且不含稅與抵用額。",
        ),
    ),
    Row::new(
        SAAS_FIRST,
        Value::Yes,
        CANCEL_AZURE,
        says(
            "Software bought through an Azure subscription must be cancelled before it.",
            "透過 Azure 訂閱購買的 SaaS 須先行取消。",
        ),
    )
    .for_products(SUBSCRIPTION),
];
