//! Where the book is kept, and when it is not.

use crate::app::Lang;
use crate::app::state::ReadOnly;

phrases! {
    no_writer: "This page cannot record yet: reload it" / "此頁面尚無法記錄：請重新載入";
    still_reading: "The book is still being read" / "仍在讀取帳冊";
    newer_data: "The book was written by a newer Recourse: load the new version to record" / "帳冊由較新版本寫入：請載入新版本後再記錄";
    unreadable: "The saved book could not be read: rescue it first" / "無法讀取已儲存的帳冊：請先救援";
    nothing_recorded: "Nothing recorded yet" / "尚無紀錄";
    saving: "Saving…" / "儲存中…";
    not_saved: "Not saved" / "未儲存";
    backup_unreadable: "The backup could not be read" / "無法讀取備份";
    this_browser: "a backup in this browser" / "此瀏覽器中的備份";
    newer_band: "A newer Recourse wrote in this book. Here it can be looked at and exported; nothing is written." / "帳冊由較新版本寫入。此處僅供檢視與匯出，不會寫入任何內容。";
    full_band: "The browser has no room left. What is not saved stands only on this page: export a file now." / "瀏覽器已無可用空間。未儲存的內容僅存在於此頁面：請立即匯出檔案。";
    unsaved_band: "The last changes are not saved and stand only on this page: export a file, or wait for the next try." / "最近的變更尚未儲存，僅存在於此頁面：請匯出檔案，或等待下次嘗試。";
    not_kept: "Not kept: this browser refuses storage" / "無法保存：此瀏覽器拒絕儲存";
}

sentences! {
    saved_at(time: &str, room: &str): "Saved {time} · {room} of space" / "已儲存 {time} · 已用空間 {room}";
    written_at(time: &str, room: &str): "Written {time} · {room} of space" / "已寫入 {time} · 已用空間 {room}";
    backup_of(at: &str): "Backup of {at}" / "{at} 的備份";
    backed_up(text: &str, when: &str): "{text} · backed up {when}" / "{text} · {when} 已備份";
    tight_band(room: &str): "{room} of the browser's space is used. Export a file, and erase what is no longer needed." / "瀏覽器空間已用 {room}。請匯出檔案，並清除不再需要的內容。";
    room_used(room: &str): "{room} of space" / "已用空間 {room}";
    earlier_day(day: &str): "You are looking at {day}: go back to today to record" / "您正在檢視 {day}：請回到今日再記錄";
    parts_set_aside(count: usize): "{count} damaged {part} of the saved book {was} set aside and kept" with part(count) "part" "parts", was(count) "was" "were" / "已將 {count} 個損壞的部分另行保存";
}

/// Why nothing can be recorded.
#[must_use]
pub fn read_only(lang: Lang, why: ReadOnly, day: &str) -> String {
    match why {
        ReadOnly::StillReading => still_reading(lang).to_owned(),
        ReadOnly::NewerData => newer_data(lang).to_owned(),
        ReadOnly::Unreadable => unreadable(lang).to_owned(),
        ReadOnly::EarlierDay(_) => earlier_day(lang, day),
    }
}
