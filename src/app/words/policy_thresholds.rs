//! The thresholds of a policy: what each means, what it counts, and its bounds.

use crate::app::Lang;
use crate::app::words::suspicion::signal_name;
use crate::policy::bounds::Counts;

phrases! {
    spike_baseline: "Days before the one looked at that say what is usual" / "用以判斷平常支出的先前天數";
    spike_history: "With fewer days of history it cannot tell" / "歷史天數少於此數即無法判定";
    spike_score: "Least modified z-score of the day's spend" / "當日支出的修正 z 分數下限";
    spike_times: "Fires from this multiple of the median" / "達中位數的此倍數即觸發";
    spike_high: "High from this multiple of the median" / "達中位數的此倍數即列為高";
    spike_excess: "Fires from this amount above the median" / "高於中位數達此金額即觸發";
    spike_excess_high: "High from this amount above the median" / "高於中位數達此金額即列為高";
    budget_percents: "Shares of the budget at which it fires" / "觸發警訊的預算使用比例";
    budget_day: "Fires when the forecast passes the budget before this day of the month" / "預測於當月此日之前超出預算即觸發";
    new_age: "A customer is new up to this age" / "成為客戶未滿此天數者視為新客戶";
    new_families: "Families of costly machines" / "高費用虛擬機器系列";
    new_vcpus: "Any machine with so many virtual processors" / "任何達此虛擬處理器數的機器";
    new_service: "Batch, machine learning and containers from this amount a day" / "批次、機器學習與容器每日達此金額";
    regions_min: "Fires from so many regions never used before" / "首次使用的區域達此數即觸發";
    regions_high: "High from so many regions" / "達此區域數即列為高";
    regions_days: "A region is new when it was not used for so long" / "未使用達此天數的區域視為新區域";
    first_grace: "Working days after the due date that a payment may take" / "到期後容許入帳的工作日";
    first_times: "Unbilled usage since then, as a multiple of the first invoice" / "其後未出帳用量達首張發票的倍數";
    bust_paid: "So many invoices paid in time before" / "先前準時付款的發票張數";
    bust_owed: "Open and unbilled, as a multiple of the usual invoice" / "未付與未出帳金額達平常發票的倍數";
    bust_used: "And so much of the limit is used" / "且額度使用率達此比例";
    bust_seats: "Or the seats have grown to this multiple" / "或授權數增至此倍數";
    bust_window: "Growth of seats is looked at over so long" / "觀察授權成長的天數";
    surge_seats: "So many new seats at once" / "一次新增的授權數";
    surge_times: "And this multiple of the seats before" / "且達先前授權數的倍數";
    surge_window: "Only while so much of the cancel window is left" / "僅於可取消期限仍剩此時數時觸發";
    linked_min: "Details shared with a customer whose fraud was confirmed" / "與已確認詐欺客戶相同的資料項數";
    alert_amber: "An alert without an answer is amber after" / "警示未回覆達此時數列為黃色";
    alert_red: "It is red after, and the mean of all answers may be at most this" / "達此時數列為紅色，平均回覆時間亦不得超過";
    alert_mean: "The mean is taken over" / "計算平均的天數";
    stale_hours: "Usage older than this says nothing about today" / "用量早於此時數即無法反映今日";
    case_second: "A second person looks at what was contained within" / "第二人檢視控制措施的時限";
    case_follow: "From a report to the next look at its case" / "通報後再次檢視的間隔";
    case_refund: "The refund request is urgent so long before its end" / "退款申請於期限前此天數列為緊急";
    case_cancel: "A cancel window is urgent so long before its end" / "可取消期限於結束前此時數列為緊急";
    score_open: "A case is opened from this sum within one scenario" / "單一情境達此總分即開案";
    score_contain: "Containment is recommended from this sum" / "達此總分即建議採取控制措施";
    col_tolerance: "Overdue amounts up to this raise no notice" / "逾期金額在此以內不發通知";
    col_cash: "Cash data older than this blocks notices and steps that affect access" / "收款資料早於此天數時，不發通知亦不影響存取";
    col_claim: "A customer's claim to have paid holds the steps for" / "客戶表示已付款時，暫停步驟的天數";
    col_calendar: "The calendar whose working days are meant" / "採用其工作日的行事曆";
    col_from: "Nothing is sent before" / "此時之前不寄送";
    col_to: "Nothing is sent from" / "此時起不寄送";
    promise_tolerance: "So much of a promised amount may be missing" / "付款承諾容許短少的比例";
    promise_grace: "Days after the promised day" / "承諾日後的寬限天數";
    promise_active: "Promises that may be open at once" / "可同時進行的付款承諾數";
    promise_ahead: "A promise may lie at most so far ahead" / "付款承諾最遠可約定的天數";
    hold_days: "A hold ends by itself after" / "暫停於此天數後自動結束";
    hold_approval: "A longer hold, or a further one for the same reason, is approved by" / "延長暫停或同一理由再次暫停的簽核人數";
    out_reasons: "Reasons told at most" / "最多列出理由數";
    out_review: "From a decision to the next look at it, where no table says" / "未另訂時，至下次覆核的天數";
    out_grace: "A decision outlives its review by" / "覆核日後決定仍有效的天數";
    out_reaction: "Hours that pass before a running loss is seen and stopped" / "察覺並停止持續損失所需的時數";
    out_marks: "Use of the limit that is warned of; at the last mark new purchases stop" / "額度使用率的警示門檻；達最後一項即停止新購";

    unit_days: "days" / "天";
    unit_working_days: "working days" / "個工作日";
    unit_hours: "hours" / "小時";
    unit_clock: "o'clock, local time" / "時（當地時間）";
    unit_month_day: "day of the month" / "日（當月）";
    unit_percent: "%" / "%";
    unit_percents: "%, rising" / "%，由小到大";
    unit_times: "times" / "倍";
    unit_score: "score" / "分數";
    unit_points: "points" / "點";
    unit_number: "number" / "個";
    unit_amounts: "amounts by currency" / "各幣別金額";
    unit_words: "words" / "字詞";
    unit_word: "name" / "名稱";
    unit_people: "people" / "人數";

    cases: "Cases" / "案件";
    scoring: "Points that open a case" / "開案點數";
    collections: "Collections" / "收款";
    decisions: "Decisions" / "決定";
    title: "Thresholds" / "門檻";
    of: "Threshold" / "門檻";
    value: "Value" / "值";
    unit: "Unit" / "單位";
    bounds: "Bounds" / "範圍";
    not_negative: "0 or more" / "0 以上";
    no_bounds: "not bounded" / "無限制";
    scenarios: "Scenarios: which signals tell one story together" / "情境：哪些警訊共同指向同一情形";
    any_of: "Any of these signals" / "任一警訊";
}

sentences! {
    from_to(least: &str, most: &str): "{least} to {most}" / "{least} 至 {most}";
    since(day: &str): "These hold from {day}, the day this policy comes into force; earlier days keep theirs" / "自 {day} 本政策生效日起適用；先前各日沿用原值";
    scenario(label: &str): "Scenario: {label}" / "情境：{label}";
}

/// What a threshold means, by its place in the document.
#[must_use]
pub fn meaning(lang: Lang, place: &str) -> &str {
    match place {
        "suspicion.spendSpike.baselineDays" => spike_baseline(lang),
        "suspicion.spendSpike.historyDaysMin" => spike_history(lang),
        "suspicion.spendSpike.scoreMin" => spike_score(lang),
        "suspicion.spendSpike.timesMedianMin" => spike_times(lang),
        "suspicion.spendSpike.timesMedianHigh" => spike_high(lang),
        "suspicion.spendSpike.excessMin" => spike_excess(lang),
        "suspicion.spendSpike.excessHigh" => spike_excess_high(lang),
        "suspicion.budget.percents" => budget_percents(lang),
        "suspicion.budget.forecastBeforeDay" => budget_day(lang),
        "suspicion.newTenant.ageDaysMax" => new_age(lang),
        "suspicion.newTenant.families" => new_families(lang),
        "suspicion.newTenant.vcpusMin" => new_vcpus(lang),
        "suspicion.newTenant.servicePerDayMin" => new_service(lang),
        "suspicion.regionSpread.newRegionsMin" => regions_min(lang),
        "suspicion.regionSpread.newRegionsHigh" => regions_high(lang),
        "suspicion.regionSpread.unusedDays" => regions_days(lang),
        "suspicion.firstInvoice.graceWorkingDays" => first_grace(lang),
        "suspicion.firstInvoice.unbilledTimesMin" => first_times(lang),
        "suspicion.bustOut.paidInTimeMin" => bust_paid(lang),
        "suspicion.bustOut.owedTimesMedianMin" => bust_owed(lang),
        "suspicion.bustOut.utilisationPercentMin" => bust_used(lang),
        "suspicion.bustOut.seatTimesMin" => bust_seats(lang),
        "suspicion.bustOut.seatWindowDays" => bust_window(lang),
        "suspicion.seatSurge.newSeatsMin" => surge_seats(lang),
        "suspicion.seatSurge.timesPreviousMin" => surge_times(lang),
        "suspicion.seatSurge.windowHoursLeftMin" => surge_window(lang),
        "suspicion.linked.matchesMin" => linked_min(lang),
        "suspicion.vendorAlert.amberHours" => alert_amber(lang),
        "suspicion.vendorAlert.redHours" => alert_red(lang),
        "suspicion.vendorAlert.meanDays" => alert_mean(lang),
        "suspicion.staleData.newestUsageHoursMax" => stale_hours(lang),
        "suspicion.cases.secondPersonHours" => case_second(lang),
        "suspicion.cases.followUpDays" => case_follow(lang),
        "suspicion.cases.refundWarnDays" => case_refund(lang),
        "suspicion.cases.cancelWarnHours" => case_cancel(lang),
        "suspicion.scoring.openCasePoints" => score_open(lang),
        "suspicion.scoring.containPoints" => score_contain(lang),
        "collections.tolerance" => col_tolerance(lang),
        "collections.cashDataMaxAgeWorkingDays" => col_cash(lang),
        "collections.paymentClaimHoldWorkingDays" => col_claim(lang),
        "collections.calendar" => col_calendar(lang),
        "collections.sendHours.from" => col_from(lang),
        "collections.sendHours.to" => col_to(lang),
        "collections.promise.tolerancePercent" => promise_tolerance(lang),
        "collections.promise.graceDays" => promise_grace(lang),
        "collections.promise.maxActive" => promise_active(lang),
        "collections.promise.maxDaysAhead" => promise_ahead(lang),
        "collections.hold.maxDays" => hold_days(lang),
        "collections.hold.extensionApproval" => hold_approval(lang),
        "outcome.maxReasons" => out_reasons(lang),
        "outcome.reviewDays" => out_review(lang),
        "outcome.graceDays" => out_grace(lang),
        "outcome.reactionHours" => out_reaction(lang),
        "outcome.utilisationWarnings" => out_marks(lang),
        other => other,
    }
}

/// What a threshold counts.
#[must_use]
pub const fn counts(lang: Lang, counts: Counts) -> &'static str {
    match counts {
        Counts::Days => unit_days(lang),
        Counts::WorkingDays => unit_working_days(lang),
        Counts::Hours => unit_hours(lang),
        Counts::Clock => unit_clock(lang),
        Counts::MonthDay => unit_month_day(lang),
        Counts::Percent => unit_percent(lang),
        Counts::Percents => unit_percents(lang),
        Counts::Times => unit_times(lang),
        Counts::Score => unit_score(lang),
        Counts::Points => unit_points(lang),
        Counts::Number => unit_number(lang),
        Counts::Amounts => unit_amounts(lang),
        Counts::Words => unit_words(lang),
        Counts::Word => unit_word(lang),
        Counts::People => unit_people(lang),
    }
}

/// What a group of thresholds is about, by its place.
#[must_use]
pub fn group(lang: Lang, place: &str) -> String {
    let signal = |rule: &str| format!("{rule} · {}", signal_name(lang, rule));
    match place {
        "suspicion.spendSpike" => signal("SUS-R01"),
        "suspicion.budget" => signal("SUS-R02"),
        "suspicion.newTenant" => signal("SUS-R03"),
        "suspicion.regionSpread" => signal("SUS-R04"),
        "suspicion.firstInvoice" => signal("SUS-R08"),
        "suspicion.bustOut" => signal("SUS-R09"),
        "suspicion.seatSurge" => signal("SUS-R10"),
        "suspicion.linked" => signal("SUS-R12"),
        "suspicion.vendorAlert" => signal("SUS-R22"),
        "suspicion.staleData" => signal("SUS-R24"),
        "suspicion.cases" => cases(lang).to_owned(),
        "suspicion.scoring" => scoring(lang).to_owned(),
        "collections" => collections(lang).to_owned(),
        "outcome" => decisions(lang).to_owned(),
        other => other.to_owned(),
    }
}
