//! The rail, the top bar and what belongs to all places.

use crate::app::Lang;
use crate::app::route::{CustomerTab, Route};

phrases! {
    recourse: "Recourse" / "Recourse";
    places: "Places" / "功能";
    skip: "Skip to the content" / "跳到主要內容";
    more: "More" / "更多";
    find: "Find or do…" / "尋找或執行…";
    nothing_found: "Nothing found" / "找不到符合的項目";
    place_hint: "place" / "功能";
    today: "Today" / "今日";
    customers: "Customers" / "客戶";
    at_risk: "Money at risk" / "風險金額";
    closing: "Windows that close" / "即將截止的期限";
    credit: "Credit" / "授信";
    collections: "Collections" / "收款";
    suspicion: "Suspicious activity" / "可疑活動";
    case: "Case" / "案件";
    report: "Report" / "報告";
    policy: "Policy" / "政策";
    rules: "Microsoft's rules" / "Microsoft 規則";
    exchange: "Exchange" / "匯入匯出";
    history: "History" / "歷程";
    settings: "Settings" / "設定";
    help: "Help" / "說明";
    unknown: "No such page" / "找不到此頁面";
    overview: "Overview" / "總覽";
    subscriptions: "Subscriptions" / "訂閱";
    cases: "Cases" / "案件";
    language: "Language" / "語言";
    theme: "Theme" / "佈景主題";
    theme_system: "As the system" / "依系統設定";
    theme_light: "Light" / "淺色";
    theme_dark: "Dark" / "深色";
    as_known_on: "As known on" / "依當日所知";
    now: "today" / "今日";
    sample_band: "Sample data. Everything here is invented." / "範例資料。此處內容皆為虛構。";
    remove_sample: "Remove the sample" / "移除範例";
    undo: "Undo" / "復原";
    close: "Close" / "關閉";
    new_version: "A new version is ready" / "已有新版本";
    load_new_version: "Save and load it" / "儲存並載入";
    reading: "Reading your book…" / "正在讀取您的帳冊…";
    back_to_today: "Back to today" / "回到今日";
}

sentences! {
    earlier_day(day: &str): "Shown as known on {day}. Nothing can be recorded here." / "顯示 {day} 當日所知的內容。此處無法記錄。";
    no_such_page(path: &str): "There is no page at {path}" / "{path} 沒有對應的頁面";
    page_title(page: &str): "{page} · Recourse" / "{page} · Recourse";
}

/// The name of a place.
#[must_use]
pub fn place(lang: Lang, route: &Route) -> &'static str {
    match route {
        Route::Today => today(lang),
        Route::Customers | Route::Customer(..) => customers(lang),
        Route::AtRisk => at_risk(lang),
        Route::Closing => closing(lang),
        Route::Credit => credit(lang),
        Route::Collections => collections(lang),
        Route::Suspicion => suspicion(lang),
        Route::Case(_) => case(lang),
        Route::Report(_) => report(lang),
        Route::Policy => policy(lang),
        Route::Rules => rules(lang),
        Route::Exchange => exchange(lang),
        Route::History => history(lang),
        Route::Settings => settings(lang),
        Route::Help => help(lang),
        Route::Gallery => "Gallery",
        Route::Unknown(_) => unknown(lang),
    }
}

/// The name of a customer's tab.
#[must_use]
pub fn tab(lang: Lang, tab: CustomerTab) -> &'static str {
    match tab {
        CustomerTab::Overview => overview(lang),
        CustomerTab::Credit => credit(lang),
        CustomerTab::Collections => collections(lang),
        CustomerTab::Subscriptions => subscriptions(lang),
        CustomerTab::Cases => cases(lang),
        CustomerTab::History => history(lang),
    }
}
