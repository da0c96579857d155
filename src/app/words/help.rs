//! Help: keys, terms, limits.

phrases! {
    keys: "Keys" / "快速鍵";
    key: "Key" / "按鍵";
    does: "What it does" / "作用";
    go_to: "Go to" / "前往";
    palette: "Find a place or a customer" / "尋找功能或客戶";
    search: "Search on this page" / "在此頁搜尋";
    all_keys: "This page" / "此頁面";
    undo: "Take back the last thing recorded here" / "復原此處最近一筆紀錄";
    move_row: "Move in a table or a list" / "在表格或清單中移動";
    open_row: "Open" / "開啟";
    peek_row: "Look at it without leaving the list" / "不離開清單快速查看";
    back: "Close a dialog" / "關閉對話方塊";
    limits: "What Recourse does not do" / "Recourse 不做的事";
    limit_acts: "It never suspends, cancels, sends or pays. It plans and explains; you act elsewhere and record here what you did." / "它不會暫停、取消、寄送或付款。它規劃並說明；您在別處執行，並在此記錄。";
    limit_advice: "It is not legal or tax advice. Microsoft's numbers are dated rows with their source: check them before money depends on them." / "本程式不構成法律或稅務意見。Microsoft 的數字都附有日期與來源：在據以動用金錢前請先確認。";
    limit_local: "Nothing leaves this browser unless you export it. Nobody else keeps a copy." / "除非您匯出，否則資料不會離開此瀏覽器，也沒有其他人保存副本。";
    terms: "Terms" / "用語";
    term_dpd: "Days past due: calendar days after the due day. Due today is not overdue." / "逾期天數：到期日之後的日曆天數。今日到期不算逾期。";
    term_exposure: "Exposure: what you would lose if the customer paid nothing more: open invoices, unbilled use, and what is committed to Microsoft until the term ends." / "曝險金額：若客戶不再付款您將損失的金額，包括未付發票、未開立帳單的用量，以及對 Microsoft 承諾至期滿的費用。";
    term_hold: "Hold: collections wait, for a reason and until a day. Interest and true days past due go on." / "暫緩：基於某個理由暫停催收至某日。利息與實際逾期天數仍持續計算。";
    term_cannot_tell: "Cannot tell: the data needed is missing, too old or too little. It is an answer, not a pass." / "無法判定：所需資料缺漏、過舊或不足。這是一個答案，並不代表通過。";
    term_window: "Cancel window: the days in which cancelling still stops Microsoft's bill. After it, only access can be stopped." / "可取消期限：取消仍可停止 Microsoft 計費的期間。期限過後只能停用存取權。";
    rules: "Microsoft's rules, row by row" / "逐條查看 Microsoft 規則";
}
