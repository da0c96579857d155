//! The parts of a policy by what they are: stages, columns, steps.

use crate::app::Lang;
use crate::domain::calendar::Roll;
use crate::policy::document::Role;
use crate::policy::ladder::{Anchor, Approval, Channel, DelayUnit, StepKind};

phrases! {
    role_value: "read by later parts" / "供後續部分使用";
    role_outcome: "the outcome" / "結果";
    role_grade: "the grade" / "等級";
    role_term: "days to pay" / "帳期天數";
    role_deposit: "deposit, as a share of the limit" / "保證金占額度比例";
    role_review: "days to the next review" / "下次覆核天數";

    stage_rules: "rules" / "規則";
    stage_table: "decision table" / "決策表";
    stage_limit: "limit" / "額度";

    reminder: "reminder" / "付款提醒";
    final_notice: "final notice" / "最後通知";
    restrict: "stop new purchases" / "停止新購";
    disable: "disable access" / "停用存取權";
    cancel: "cancel the subscription" / "取消訂閱";
    write_off: "write off" / "沖銷呆帳";
    hand_off: "hand over" / "移交催收";
    task: "somebody does something" / "人工處理";

    from_due: "the due date" / "到期日";
    from_sent: "the step before" / "前一步驟";
    from_deadline: "the end of the notice before" / "前一通知期滿";

    calendar_days: "calendar days" / "日曆天";
    working_days: "working days" / "工作日";

    roll_none: "stays on its day" / "不調整";
    roll_following: "the next working day" / "順延至次一工作日";
    roll_preceding: "the working day before" / "提前至前一工作日";
    roll_modified: "the next one within the month" / "當月內順延";

    approve_none: "nobody" / "免簽核";
    approve_one: "one person" / "一人";
    approve_two: "two people" / "兩人";

    email: "e-mail" / "電子郵件";
    phone: "telephone" / "電話";
    letter: "letter" / "信函";
    portal: "portal" / "入口網站";

    add_table: "Add a decision table" / "新增決策表";
    add_rules: "Add rules" / "新增規則階段";
    add_limit: "Add a limit" / "新增額度階段";
    add_card: "Add a scorecard" / "新增評分卡";
    add_parameter: "Add a parameter" / "新增參數";
    add_characteristic: "Add a characteristic" / "新增評分項目";
    add_column: "Add a column" / "新增欄";
    copy_column: "Copy the column" / "複製欄";
    column_left: "Move the column left" / "左移";
    column_right: "Move the column right" / "右移";
    remove_column: "Remove the column" / "刪除欄";
}

sentences! {
    to_column(name: &str): "{name}: go to the column itself" / "{name}：前往欄位設定";
}

#[must_use]
pub const fn role(lang: Lang, of: Role) -> &'static str {
    match of {
        Role::Value => role_value(lang),
        Role::Outcome => role_outcome(lang),
        Role::Grade => role_grade(lang),
        Role::TermDays => role_term(lang),
        Role::DepositShare => role_deposit(lang),
        Role::ReviewDays => role_review(lang),
    }
}

#[must_use]
pub fn stage_kind(lang: Lang, word: &str) -> &str {
    match word {
        "rules" => stage_rules(lang),
        "table" => stage_table(lang),
        "limit" => stage_limit(lang),
        other => other,
    }
}

#[must_use]
pub const fn step_kind(lang: Lang, of: StepKind) -> &'static str {
    match of {
        StepKind::Reminder => reminder(lang),
        StepKind::FinalNotice => final_notice(lang),
        StepKind::RestrictChanges => restrict(lang),
        StepKind::DisableAccess => disable(lang),
        StepKind::CancelSubscription => cancel(lang),
        StepKind::WriteOff => write_off(lang),
        StepKind::HandOff => hand_off(lang),
        StepKind::HumanTask => task(lang),
    }
}

#[must_use]
pub const fn anchor(lang: Lang, of: Anchor) -> &'static str {
    match of {
        Anchor::Due => from_due(lang),
        Anchor::PreviousSent => from_sent(lang),
        Anchor::PreviousDeadline => from_deadline(lang),
    }
}

#[must_use]
pub const fn delay_unit(lang: Lang, of: DelayUnit) -> &'static str {
    match of {
        DelayUnit::Calendar => calendar_days(lang),
        DelayUnit::Working => working_days(lang),
    }
}

#[must_use]
pub const fn roll(lang: Lang, of: Roll) -> &'static str {
    match of {
        Roll::None => roll_none(lang),
        Roll::Following => roll_following(lang),
        Roll::Preceding => roll_preceding(lang),
        Roll::ModifiedFollowing => roll_modified(lang),
    }
}

#[must_use]
pub const fn approval(lang: Lang, of: Approval) -> &'static str {
    match of {
        Approval::None => approve_none(lang),
        Approval::One => approve_one(lang),
        Approval::Two => approve_two(lang),
    }
}

#[must_use]
pub const fn channel(lang: Lang, of: Channel) -> &'static str {
    match of {
        Channel::Email => email(lang),
        Channel::Phone => phone(lang),
        Channel::Letter => letter(lang),
        Channel::Portal => portal(lang),
    }
}

/// What can be done with an item of a list: add, copy, move back, move on, take out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tool {
    Add,
    Copy,
    Back,
    On,
    Remove,
}

/// A tool by what it acts on: the kind of the new item, or the first kind of the list.
#[must_use]
pub fn tool(lang: Lang, tool: Tool, kind: &str) -> &'static str {
    use crate::app::words::policy_page as rows;
    let is_column = matches!(kind, "inputs" | "outputs");
    match (tool, kind) {
        (Tool::Add, "stage-table") => add_table(lang),
        (Tool::Add, "stage-rules") => add_rules(lang),
        (Tool::Add, "stage-limit") => add_limit(lang),
        (Tool::Add, "scorecards") => add_card(lang),
        (Tool::Add, "parameters") => add_parameter(lang),
        (Tool::Add, "characteristics") => add_characteristic(lang),
        (Tool::Add, _) if is_column => add_column(lang),
        (Tool::Copy, _) if is_column => copy_column(lang),
        (Tool::Back, _) if is_column => column_left(lang),
        (Tool::On, _) if is_column => column_right(lang),
        (Tool::Remove, _) if is_column => remove_column(lang),
        (Tool::Add, _) => rows::add_row(lang),
        (Tool::Copy, _) => rows::copy_row(lang),
        (Tool::Back, _) => rows::move_up(lang),
        (Tool::On, _) => rows::move_down(lang),
        (Tool::Remove, _) => rows::remove_row(lang),
    }
}
