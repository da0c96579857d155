//! The first screen of an empty book.

phrases! {
    welcome: "Recourse" / "Recourse";
    what_it_is: "Decide whom to give credit, collect what is owed, and catch fraud while the money can still be saved." / "決定授信對象、收回應收款項，並在損失仍可挽回時發現詐騙。";
    sample_title: "Look around first" / "先看看範例";
    sample_text: "An invented reseller with about 40 customers in every situation. It never mixes with your own data and goes away with one click." / "一家虛構的經銷商，約 40 位客戶，涵蓋各種情況。絕不會與您的資料混在一起，一鍵即可移除。";
    open_sample: "Open the sample reseller" / "開啟範例經銷商";
    import_title: "Start with your own" / "使用您自己的資料";
    import_text: "Customers, subscriptions, invoices and alerts from Partner Center, and invoices and payments from your ledger. You see what was understood before anything is taken in." / "來自合作夥伴中心的客戶、訂閱、發票與警示，以及您帳簿中的發票與付款。匯入前會先讓您確認解讀結果。";
    import_files: "Import files" / "匯入檔案";
    colleague: "Open a colleague's file" / "開啟同事的檔案";
    stays_here: "Everything stays in this browser until you export it." / "所有資料都留在此瀏覽器中，除非您自行匯出。";
}
