//! The suspicious-activity report: questions, headings, and the words of its page.

use crate::app::Lang;
use crate::domain::case::Question;
use crate::engine::suspicion::ReportKind;

phrases! {
    paper: "Suspicious-activity report" / "可疑活動報告";
    not_a_filing: "A business document for the reader named. It is no statutory filing." / "致所列收件人的業務文件，並非法定申報。";
    unknown: "UNKNOWN" / "不詳";
    sample: "SAMPLE DATA: everything here is invented" / "範例資料：內容皆為虛構";
    revision: "Revision" / "版次";
    audience: "For" / "收件人";
    issued_by: "Issued by" / "發出者";
    at: "As of" / "基準時間";
    reseller: "Reseller" / "經銷商";
    case_id: "Case" / "案件編號";
    narrative: "What happened" / "事件說明";
    parties: "Who is concerned" / "相關當事人";
    tenant: "Tenant" / "租用戶";
    domain: "Domain" / "網域";
    country: "Country" / "國家/地區";
    email: "Mail" / "電子郵件";
    phone: "Telephone" / "電話";
    customer_since: "Customer since" / "成為客戶日";
    subscriptions: "Subscriptions" / "訂閱";
    timeline: "Timeline" / "時間軸";
    when: "When (UTC)" / "時間（UTC）";
    happened: "What" / "事項";
    by: "By" / "記錄者";
    alert: "Alert" / "警示";
    detected: "Detected" / "偵測時間";
    answer: "Answer" / "回覆";
    details: "Details as given by Microsoft; addresses are written so that none can be opened" / "Microsoft 提供的詳細資料；位址已改寫，無法開啟";
    resources: "Resources" / "資源";
    read_from: "Read from" / "資料來源";
    signals: "Signals" / "警訊";
    evidence: "Evidence" / "證據";
    evidence_note: "The files stay with the reseller; a copy is the same when its SHA-256 is the same." / "檔案由經銷商保存；SHA-256 相同即為同一檔案。";
    hash: "SHA-256" / "SHA-256";
    containment: "Containment" / "控制措施";
    containment_note: "What can be done with each subscription, and what it does, by Microsoft's rules of the day." / "依當日 Microsoft 規則，各訂閱可採取的措施及其影響。";
    clocks: "Clocks" / "期限";
    money: "Money" / "金額";
    rests_on: "What this rests on" / "依據";
    rests_on_note: "Entries of the reseller's journal, and the newest hash of each writer's chain. Whoever holds the journal can check them. It does not prove that the journal itself is complete." / "經銷商日誌的紀錄編號，以及各寫入者鏈結的最新雜湊值。持有日誌者可加以核對，但不證明日誌本身完整。";
    entries: "Entries" / "紀錄";
    heads: "Chains" / "鏈結";
    record_hash: "SHA-256 of this report's JSON" / "本報告 JSON 的 SHA-256";
    none: "none" / "無";
    questions: "Answer in your own words" / "請以自己的文字回答";
    questions_note: "what stays empty is printed as UNKNOWN" / "留白者將印為「不詳」";
    preview: "Preview" / "預覽";
    save_answers: "Record the answers" / "記錄回答";
    issue: "Issue this revision" / "發出此版";
    export_html: "Save as a page (HTML)" / "另存網頁（HTML）";
    export_json: "Save the record (JSON)" / "儲存紀錄（JSON）";
    export_csv: "Save the timeline (CSV)" / "儲存時間軸（CSV）";
    export_bundle: "Save with its entries" / "連同依據紀錄儲存";
    print: "Print" / "列印";
    nameless: "Nobody is named as working here, so the report says UNKNOWN. Give your name in the settings." / "尚未填寫使用者姓名，報告將顯示「不詳」。請至設定填寫姓名。";
    to_settings: "Open the settings" / "開啟設定";
    unsaved: "record your answers first: the preview shows what is recorded" / "請先記錄回答：預覽僅顯示已記錄的內容";
    nothing_to_save: "nothing was changed" / "沒有變更";
    issued: "Issued" / "已發出";
    changed_since: "The journal has since gained entries from before this report was issued: it can no longer be made just as it was" / "發出後日誌新增了較早的紀錄，無法再製作出完全相同的報告";
    back_to_case: "Back to the case" / "返回案件";
    draft: "draft, not issued" / "草稿，尚未發出";
    first_day: "First fraudulent day" / "首次詐騙使用日";
    microsoft: "Microsoft" / "Microsoft";
    provider: "Provider" / "間接提供者";
    internal: "Internal" / "內部";
    bank: "Bank" / "銀行";
    police: "Police" / "警方";
    insurer: "Insurer" / "保險公司";
    what_to_do: "What can be done" / "可採取的措施";
    effect: "What it does" / "影響";
    rules: "Rules" / "規則";
}

sentences! {
    revision_of(number: &str, kind: &str): "{number} ({kind})" / "第 {number} 版（{kind}）";
    foot(case: &str, revision: &str, at: &str, hash: &str): "Case {case}, revision {revision}, {at}, SHA-256 {hash}" / "案件 {case}，第 {revision} 版，{at}，SHA-256 {hash}";
    issued_line(revision: &str, moment: &str, audience: &str): "Revision {revision} for {audience}, {moment}" / "第 {revision} 版，致{audience}，{moment}";
    file_row(file: &str, hash: &str): "{file}, SHA-256 {hash}" / "{file}，SHA-256 {hash}";
    bytes(count: &str): "{count} {byte}" with byte(count) "byte" "bytes" / "{count} 位元組";
}

/// How a report stands to those before it.
#[must_use]
pub const fn kind(lang: Lang, kind: ReportKind) -> &'static str {
    match (lang, kind) {
        (Lang::En, ReportKind::Initial) => "initial",
        (Lang::En, ReportKind::Continuing) => "continuing",
        (Lang::En, ReportKind::Amendment) => "amendment",
        (Lang::ZhHant, ReportKind::Initial) => "初次",
        (Lang::ZhHant, ReportKind::Continuing) => "後續",
        (Lang::ZhHant, ReportKind::Amendment) => "更正",
    }
}

/// For whom a report is.
#[must_use]
pub fn reader(lang: Lang, audience: &str) -> String {
    match audience {
        "microsoft" => microsoft(lang).to_owned(),
        "provider" => provider(lang).to_owned(),
        "internal" => internal(lang).to_owned(),
        "bank" => bank(lang).to_owned(),
        "police" => police(lang).to_owned(),
        "insurer" => insurer(lang).to_owned(),
        other => other.to_owned(),
    }
}

/// A question of the report, and what to think of when answering it.
#[must_use]
pub fn question(lang: Lang, question: &Question) -> (String, &'static str) {
    let (en, en_hint, zh, zh_hint) = match question {
        Question::Who => (
            "Who",
            "Who did it, who was harmed, which accounts were used?",
            "何人",
            "何人所為、何人受害、使用了哪些帳戶？",
        ),
        Question::What => (
            "What",
            "What was done, with which services, and how much of it?",
            "何事",
            "做了什麼、使用哪些服務、規模多大？",
        ),
        Question::When => (
            "When",
            "When did it begin, when was it noticed, when did it end?",
            "何時",
            "何時開始、何時察覺、何時結束？",
        ),
        Question::Where => (
            "Where",
            "Which subscriptions, regions and addresses?",
            "何地",
            "涉及哪些訂閱、區域與位址？",
        ),
        Question::Why => {
            ("Why", "Why is it suspicious rather than ordinary?", "為何", "為何可疑而非正常使用？")
        }
        Question::How => ("How", "How did they get in and go on?", "如何", "如何入侵、如何進行？"),
        Question::Actions => (
            "Actions",
            "What was done about it, by whom, with what result?",
            "處置",
            "採取了哪些措施、由誰執行、結果如何？",
        ),
        Question::Loss => (
            "Loss",
            "What did it cost, what may come back, who bears it?",
            "損失",
            "造成多少損失、可追回多少、由誰承擔？",
        ),
        Question::Other(word) => return (word.clone(), ""),
    };
    match lang {
        Lang::En => (en.to_owned(), en_hint),
        Lang::ZhHant => (zh.to_owned(), zh_hint),
    }
}
