//! The challenger: a version that is asked beside the policy in force and decides nothing.

use crate::app::Lang;
use crate::engine::credit::Direction;

phrases! {
    title: "Challenger" / "挑戰者政策";
    name_it: "Name as challenger" / "指定為挑戰者";
    end: "End the trial" / "結束試行";
    ended: "The challenger is asked no more; its answers stay" / "挑戰者政策不再試算；既有結果保留";
    decides_nothing: "It is asked at every decision and decides nothing: what it would have decided is recorded beside the decision" / "每次決策皆以其試算，但不影響結果：試算結果記錄於決策旁";
    is_in_force: "This version is in force now: it is compared with nothing any more" / "此版本已生效，不再進行比較";
    no_answers: "No decision was made since it was named" / "指定後尚無決策";
    already: "This version is the challenger already" / "此版本已是挑戰者政策";
    agree: "Alike" / "結果相同";
    limits: "Limits, challenger less policy" / "額度差異（挑戰者減現行）";
    limit_proposed: "Limits the policy proposed" / "政策建議之額度";
    limit_challenger: "Limits of the challenger" / "挑戰者之額度";
    by_month: "Decisions alike, by month" / "各月結果相同之決策";
    exposure: "Exposure now" / "目前曝險";
    not_due: "nothing of theirs came due since" / "決策後尚無到期發票";
    no_limit: "no limit" / "無額度";
    caution: "Compared with what the policy proposed, each customer once by his latest decision. What customers who were declined would have paid is not known." / "與政策之建議比較，每位客戶以最近一次決策計一次。遭拒客戶原本會如何付款無從得知。";
    milder: "The challenger is milder" / "挑戰者較寬鬆";
    stricter: "The challenger is stricter" / "挑戰者較嚴格";
    higher: "The challenger gives a higher limit" / "挑戰者額度較高";
    lower: "The challenger gives a lower limit" / "挑戰者額度較低";
    other_days: "The challenger gives other days to pay" / "挑戰者付款天數不同";
    the_same: "The challenger says the same" / "挑戰者結果相同";
}

sentences! {
    named_by(by: &str, day: &str): "named by {by} on {day}" / "由 {by} 於 {day} 指定";
    asked(count: &str, first: &str, last: &str): "asked at {count} {decision}, {first} to {last}" with decision(count) "decision" "decisions" / "於 {count} 件決策試算，{first} 至 {last}";
    alike(agreed: &str, all: &str, percent: &str): "{agreed} of {all} ({percent})" / "{all} 件中 {agreed} 件（{percent}）";
    late(median: &str, worst: &str, now: &str): "days late since: median {median}, worst {worst}; late now: {now}" / "其後逾期天數：中位數 {median}，最長 {worst}；目前逾期 {now} 位";
    unanswered(count: &str): "At {count} {decision} since then it gave no answer: its document cannot be used, or another program recorded them" with decision(count) "decision" "decisions" / "其後有 {count} 件決策沒有試算結果：該文件無法使用，或由其他程式記錄";
    would_same(version: &str): "The challenger {version} would have decided the same" / "挑戰者政策 {version} 的結果相同";
    would(version: &str, outcome: &str, limit: &str, terms: &str): "The challenger {version} would have decided: {outcome}, {limit}, {terms}" / "挑戰者政策 {version} 的結果會是：{outcome}，{limit}，{terms}";
    would_for(reasons: &str): "reasons: {reasons}" / "理由：{reasons}";
}

/// What a group of customers has in common.
#[must_use]
pub fn direction(lang: Lang, direction: Direction) -> &'static str {
    match direction {
        Direction::In => milder(lang),
        Direction::Out => stricter(lang),
        Direction::Raised => higher(lang),
        Direction::Lowered => lower(lang),
        Direction::Terms => other_days(lang),
        Direction::Unchanged => the_same(lang),
    }
}
