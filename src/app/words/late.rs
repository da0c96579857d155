//! Parts of the program that are still on their way, or did not arrive.

phrases! {
    fetching: "Fetching the program…" / "正在載入程式…";
    not_fetched: "A part of the program could not be fetched" / "無法載入程式的一部分";
    nothing_is_lost: "Nothing that is kept here is lost. Check the network connection, then try again." / "此處保存的資料不會遺失。請檢查網路連線後再試一次。";
    again: "Try again" / "再試一次";
}
