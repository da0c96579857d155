//! The page that is shown when the program failed.

phrases! {
    title: "Recourse has stopped because of a fault of its own" / "Recourse 因程式錯誤而停止";
    text: "What was recorded is still kept in this browser. Save a rescue copy first, then load the page again." / "已記錄的內容仍保存在此瀏覽器中。請先儲存救援副本，再重新載入頁面。";
    save_copy: "Save a rescue copy" / "儲存救援副本";
    again: "Load the page again" / "重新載入頁面";
}
