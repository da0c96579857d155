//! Marks between parts of a line that stand in markup by themselves.

phrases! {
    colon: ": " / "：";
    comma: ", " / "，";
    semicolon: "; " / "；";
    stop: ". " / "。";
    opens: " (" / "（";
    closes: ")" / "）";
}
