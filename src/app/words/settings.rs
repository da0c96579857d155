//! Settings.

use crate::app::Lang;
use crate::domain::partner::{Cloud, Role};

phrases! {
    reseller: "The reseller" / "經銷商";
    name: "Name" / "名稱";
    role: "Role in the programme" / "計畫角色";
    role_hint: "It decides who may open a service request and whose alert clock runs" / "決定由誰提出服務要求，以及警示時限由誰承擔";
    cloud: "Microsoft cloud" / "Microsoft 雲端";
    currency: "Currency of limits" / "額度幣別";
    currency_hint: "Three letters, such as EUR or TWD" / "三個字母，例如 EUR 或 TWD";
    terms: "Payment terms" / "付款條件";
    terms_hint: "Days from issue to due where neither invoice nor customer says otherwise" / "發票與客戶均未註明時，開立日至到期日的天數";
    days: "days" / "天";
    save: "Record these facts" / "記錄這些資料";
    nothing_changed: "Nothing was changed yet" / "尚未變更任何內容";
    you: "You" / "您";
    your_name: "Your name" / "您的姓名";
    your_name_hint: "Stands beside everything you record" / "會顯示在您所記錄的每一筆內容旁";
    your_role: "Your work" / "您的職務";
    this_browser: "This browser" / "此瀏覽器";
    single_keys: "Single keys act" / "啟用單鍵快速鍵";
    single_keys_hint: "Switch off if you speak to your computer" / "若您以語音操作電腦，請關閉";
    your_data: "Your data" / "您的資料";
    where_kept: "The book is kept in this browser and nowhere else. Clearing the browser's data removes it: export a copy." / "帳冊僅保存在此瀏覽器中。清除瀏覽器資料會一併移除：請匯出副本。";
    room: "Space used" / "已用空間";
    erase: "Erase everything" / "清除所有資料";
    erase_title: "Erase the whole book?" / "要清除整本帳冊嗎？";
    erase_text: "Every entry of your own book is removed from this browser. Export a copy first: without one, nothing can bring it back." / "您帳冊中的所有紀錄都會從此瀏覽器移除。請先匯出副本：沒有副本就無法復原。";
    erase_word: "erase" / "清除";
    erase_prompt: "Type “erase” to go on" / "請輸入「清除」以繼續";
    erase_not_yet: "The word is not typed yet" / "尚未輸入確認字詞";
    export_first: "Export a copy" / "匯出副本";
    problem: "There is a problem" / "有問題需要處理";
    wrong_currency: "The currency is a code of three letters, such as EUR" / "幣別須為三個字母的代碼，例如 EUR";
    wrong_terms: "Payment terms are a whole number of days from 0 to 365" / "付款條件須為 0 到 365 的整數天數";
    direct_bill: "Direct-bill partner" / "直接計費合作夥伴";
    indirect_provider: "Indirect provider" / "間接供應商";
    indirect_reseller: "Indirect reseller" / "間接經銷商";
    backups: "Backups in this browser" / "此瀏覽器中的備份";
    backups_text: "Made by themselves while you work, at most every 15 minutes; ten are kept. They outlive a fault of the book, and not the loss of this browser: keep a file elsewhere too." / "工作時自動建立，最多每 15 分鐘一次；保留十份。可防帳冊損壞，但無法防止此瀏覽器遺失：請另外保存檔案。";
    no_backups: "None yet: the first is made shortly after the first entry." / "尚無備份：第一筆紀錄後不久即會建立。";
    look_at_backup: "Look at it" / "檢視";
    file_copy_none: "No file of the book was handed out from this browser yet." / "尚未從此瀏覽器匯出帳冊檔。";
    set_aside: "Damaged parts, kept aside" / "另行保存的損壞部分";
}

sentences! {
    backup(at: &str, entries: &str): "{at} · {entries} {entry}" with entry(entries) "entry" "entries" / "{at} · {entries} 筆紀錄";
    file_copy(at: &str): "Newest file of the book: handed out {at}." / "最新的帳冊檔：{at} 匯出。";
    file_copy_old(at: &str): "The newest file of the book is from {at}: it is time for a new one." / "最新的帳冊檔為 {at} 匯出：建議重新匯出。";
}

/// The name of a role.
#[must_use]
pub fn role_name(lang: Lang, role: &Role) -> String {
    match role {
        Role::DirectBill => direct_bill(lang).to_owned(),
        Role::IndirectProvider => indirect_provider(lang).to_owned(),
        Role::IndirectReseller => indirect_reseller(lang).to_owned(),
        Role::Other(word) => word.clone(),
    }
}

/// The name of a cloud.
#[must_use]
pub fn cloud_name(lang: Lang, cloud: &Cloud) -> String {
    super::customers::cloud(lang, cloud)
}
