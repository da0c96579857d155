//! Credit decisions.

use crate::app::Lang;
use crate::domain::decision::Outcome;
use crate::engine::credit::Refusal;
use crate::policy::document::Factor;

phrases! {
    in_force: "In force now" / "目前有效";
    none_yet: "No credit decision is in force" / "目前沒有有效的授信決策";
    none_yet_why: "Without one, nothing says how much this customer may owe." / "沒有決策，就無法得知此客戶可欠多少。";
    asked: "What is asked" / "申請內容";
    limit_asked: "Limit asked for" / "申請額度";
    more_facts: "Facts only you know" / "僅您知道的事實";
    more_facts_hint: "What stays empty counts as not known. It never makes the outcome better." / "留空即視為未知，絕不會使結果變好。";
    unknown: "not known" / "未知";
    yes: "yes" / "是";
    no: "no" / "否";
    proposal: "What the policy proposes" / "政策建議";
    approve: "Approve" / "核准";
    prepay: "Prepayment or deposit" / "預付款或保證金";
    refer: "Refer to a person" / "轉人工審核";
    hold: "Hold" / "暫緩";
    decline: "Decline" / "不予核准";
    limit: "Credit limit" / "信用額度";
    terms: "Payment terms" / "付款條件";
    prepayment: "prepayment" / "預付款";
    deposit: "Deposit" / "保證金";
    grade: "Grade" / "等級";
    next_review: "Next review" / "下次覆核";
    expires: "Expires" / "失效日";
    expired: "expired" / "已失效";
    reasons: "Why" / "理由";
    no_reasons: "Nothing speaks against it" / "沒有不利因素";
    internal: "not for the customer" / "不告知客戶";
    candidates: "How the limit was found" / "額度如何決定";
    binding: "this one binds" / "以此為準";
    limit_unknown: "cannot be told: a value is missing" / "無法判定：缺少資料";
    left_out: "left out: a value is missing" / "略過：缺少資料";
    otherwise: "What would change it" / "什麼會改變結果";
    nothing_single: "No single value alone would change the outcome" / "沒有任何單一數值能改變結果";
    inputs: "What it rests on" / "依據的資料";
    input: "Value" / "項目";
    source: "Source" / "來源";
    from_ledger: "ledger" / "應收帳款";
    from_partner_center: "Partner Center" / "合作夥伴中心";
    from_journal: "journal" / "日誌";
    from_bureau: "credit bureau" / "徵信機構";
    from_registry: "company register" / "公司登記";
    from_manual: "typed in" / "人工輸入";
    from_book: "book" / "帳冊";
    age: "Age" / "資料天數";
    missing: "cannot tell: missing" / "無法判定：缺漏";
    too_old: "cannot tell: too old" / "無法判定：過舊";
    defaulted: "the policy's own default" / "採政策預設值";
    policy: "Policy" / "政策";
    shipped: "the policy that comes with Recourse" / "Recourse 隨附的政策";
    sign_as: "You sign as" / "您的簽核職務";
    choose_role: "Choose in which role you sign" / "請選擇您的簽核職務";
    accept: "Record as proposed" / "依建議記錄";
    overrule: "Decide otherwise…" / "另行決定…";
    overrule_title: "Decide otherwise than proposed" / "與建議不同的決定";
    as_proposed: "as proposed" / "依建議";
    outcome: "Outcome" / "結果";
    code: "Reason" / "理由";
    choose_code: "Choose a reason of the policy" / "請選擇政策所列理由";
    note: "Note" / "附註";
    record_other: "Record this decision" / "記錄此決策";
    wrong_limit: "The limit is an amount such as 2500.00, not below zero" / "額度須為金額，例如 2500.00，且不得為負";
    wrong_terms: "Terms are a whole number of days from 0 to 365" / "付款條件須為 0 到 365 的整數天數";
    second: "A second person has to sign too: name somebody other than yourself" / "須由第二人共同簽核：請填寫您以外的人";
    second_by: "Second signature" / "第二人簽核";
    second_hint: "Another person than you, who agrees" / "您以外且同意此決定的人";
    sale_title: "May I sell him this?" / "可以賣給他嗎？";
    sale_price: "Price" / "價格";
    sale_every: "For each" / "計價單位";
    month: "month" / "月";
    year: "year" / "年";
    once: "whole term" / "整個合約期";
    sale_term: "Term" / "合約期";
    one_month: "1 month" / "1 個月";
    one_year: "1 year" / "1 年";
    three_years: "3 years" / "3 年";
    commits: "Commits to" / "承諾金額";
    left_after: "Left of the limit afterwards" / "之後剩餘額度";
    may_be_sold: "Yes, it fits the limit" / "可以，仍在額度內";
    may_not_be_sold: "No" / "不可以";
    no_limit_yet: "No limit was decided yet: decide one first" / "尚未核定額度：請先作出授信決策";
    limit_blocked: "The limit is used up: new purchases stop, renewals do not" / "額度已用罄：停止新購，續約不受影響";
    wrong_price: "The price is an amount such as 120.00" / "價格須為金額，例如 120.00";
    print_memo: "Print" / "列印";
    save_memo: "Save the memo" / "儲存備忘錄";
    save_notice: "Save a notice to the customer" / "儲存給客戶的通知";
    replay: "Decide it again" / "重新評估";
    replay_no_value: "nothing" / "無";
    replay_and: "; " / "；";
    replay_stop: ". " / "。";
    replay_no_limit: "none" / "無";
    replay_no_policy: "The policy that decided is not in this book: the decision cannot be repeated here" / "此帳冊沒有當時的政策：無法在此重現該決策";
    no_adverse: "Ask us if you want to know what this rests on." / "如欲了解此決定的依據，請與我們聯絡。";
    no_policy: "No policy can be used: see the page Policy" / "沒有可用的政策：請見「政策」頁";
    earlier: "Earlier decisions" / "先前的決策";
    character: "character" / "品格";
    capacity: "capacity" / "能力";
    capital: "capital" / "資本";
    collateral: "collateral" / "擔保";
    conditions: "conditions" / "條件";
    fraud: "fraud" / "詐騙";
    data: "data" / "資料";
    decision: "Decision" / "決策";
    used: "Limit used" / "額度使用率";
    list_lead: "Customers without a decision first, then those whose decision ends soonest." / "先列尚無決策的客戶，再依失效日先後排列。";
    decided: "Decided" / "決定";
    wants: "Wants" / "待辦";
    wants_first: "a first decision" / "首次授信決策";
    wants_new: "a new decision" / "重新授信決策";
    wants_review: "a review" / "覆核";
    over_limit: "over the limit" / "超過額度";
}

sentences! {
    signed_with(by: &str, second: &str): "{by}, with {second}" / "{by}，{second} 共同簽核";
    short_by(amount: &str): "It is {amount} more than what is left of the limit" / "超出剩餘額度 {amount}";
    limit_expired(day: &str): "The decision expired on {day}: decide again first" / "決策已於 {day} 失效：請先重新決定";
    other_money(limit: &str): "The limit is in another currency ({limit})" / "額度為其他幣別（{limit}）";
    mark_reached(percent: &str): "{percent} % of the limit is reached then" / "屆時將達額度的 {percent}%";
    replay_same(sha256: &str): "Decided again from its inputs: the same answer, to the byte (SHA-256 {sha256})" / "依當時資料重新評估：結果逐位元組相同（SHA-256 {sha256}）";
    replay_parameters(changed: &str): "It differs, because the policy has other values on that day: {changed}" / "結果不同：政策參數於該日之值不同：{changed}";
    replay_parameter(id: &str, recorded: &str, here: &str): "{id} was {recorded}, is {here}" / "{id} 原為 {recorded}，現為 {here}";
    today_same(version: &str): "Version {version}, in force now, would answer the same" / "現行版本 {version} 結果相同";
    today_differs(version: &str, outcome: &str, limit: &str): "Version {version}, in force now, would answer: {outcome}, limit {limit}" / "依現行版本 {version}：{outcome}，額度 {limit}";
    replay_policy(recorded: &str, at_hand: &str): "It differs, because another policy decided: {recorded}, here {at_hand}" / "結果不同：當時政策為 {recorded}，此處為 {at_hand}";
    replay_engine(engine: &str): "It differs, because another engine decided: {engine}" / "結果不同：當時的評估引擎為 {engine}";
    replay_inputs(fields: &str): "It differs, because inputs cannot be read now: {fields}" / "結果不同：部分輸入無法讀取：{fields}";
    replay_unexplained(parts: &str): "It differs in {parts}, with the same policy, engine and inputs: the record was changed, or this program is wrong" / "政策、引擎與輸入皆相同，但 {parts} 不同：紀錄曾被更改，或程式有誤";
    notice_head(customer: &str): "To {customer}" / "{customer} 鈞鑒";
    notice_day(day: &str): "On {day} we decided on your credit with us:" / "本公司於 {day} 就貴公司之授信作成決定：";
    notice_limit(amount: &str): "Credit limit: {amount}" / "信用額度：{amount}";
    notice_terms(terms: &str): "Payment terms: {terms}" / "付款條件：{terms}";
    notice_reasons(count: usize): "The main reasons ({count}):" / "主要理由（{count} 項）：";
    days(days: &str): "{days} {day_s}" with day_s(days) "day" "days" / "{days} 天";
    points(points: &str): "{points} {point} lost" with point(points) "point" "points" / "失 {points} 分";
    decided_by(who: &str, day: &str): "{who}, {day}" / "{who}，{day}";
    if_below(what: &str, value: &str, outcome: &str): "{outcome} if “{what}” falls below {value}" / "若「{what}」低於 {value}：{outcome}";
    if_at_least(what: &str, value: &str, outcome: &str): "{outcome} if “{what}” is at least {value}" / "若「{what}」至少為 {value}：{outcome}";
    if_is(what: &str, value: &str, outcome: &str): "{outcome} if “{what}” is {value}" / "若「{what}」為 {value}：{outcome}";
    above(role: &str, up_to: &str): "{role} may sign up to {up_to}" / "{role} 的簽核上限為 {up_to}";
    above_currency(role: &str): "the policy names no amount in this currency for {role}" / "政策未就此幣別為 {role} 訂定金額";
    no_override(role: &str, from: &str, to: &str): "{role} may not turn “{from}” into “{to}”" / "{role} 不得將「{from}」改為「{to}」";
    policy_line(name: &str, version: &str, hash: &str): "{name}, version {version}, {hash}" / "{name}，版本 {version}，{hash}";
    waiting(count: &str): "{count} {customers} a decision or a review." with customers(count) "customer wants" "customers want" / "{count} 位客戶需要決策或覆核。";
}

/// An outcome's name.
#[must_use]
pub fn outcome_name(lang: Lang, of: &Outcome) -> String {
    match of {
        Outcome::Approve => approve(lang).to_owned(),
        Outcome::Prepay => prepay(lang).to_owned(),
        Outcome::Refer => refer(lang).to_owned(),
        Outcome::Hold => hold(lang).to_owned(),
        Outcome::Decline => decline(lang).to_owned(),
        Outcome::Other(word) => word.clone(),
    }
}

/// A factor's name: one of the five Cs, fraud or data.
#[must_use]
pub const fn factor(lang: Lang, of: Factor) -> &'static str {
    match of {
        Factor::Character => character(lang),
        Factor::Capacity => capacity(lang),
        Factor::Capital => capital(lang),
        Factor::Collateral => collateral(lang),
        Factor::Conditions => conditions(lang),
        Factor::Fraud => fraud(lang),
        Factor::Data => data(lang),
    }
}

/// Where a value comes from, by the word of the policy; one that nobody has named is shown as it is.
#[must_use]
pub fn source_name(lang: Lang, word: &str) -> &str {
    match word {
        "ledger" => from_ledger(lang),
        "partner-center" => from_partner_center(lang),
        "journal" => from_journal(lang),
        "bureau" => from_bureau(lang),
        "registry" => from_registry(lang),
        "manual" => from_manual(lang),
        "book" => from_book(lang),
        other => other,
    }
}

/// Why somebody may not sign; `up_to` is the amount in words where there is one.
#[must_use]
pub fn refusal(lang: Lang, why: &Refusal, role: &str, up_to: Option<&str>) -> String {
    match why {
        Refusal::UnknownRole { .. } => choose_role(lang).to_owned(),
        Refusal::AboveLimit { .. } => match up_to {
            Some(amount) => above(lang, role, amount),
            None => above_currency(lang, role),
        },
        Refusal::NoOverride { from, to } => {
            let (from, to) = (outcome_name(lang, from), outcome_name(lang, to));
            no_override(lang, role, &from, &to)
        }
        Refusal::NoReason => choose_code(lang).to_owned(),
    }
}
