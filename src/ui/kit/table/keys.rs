/// What a key asks of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ask {
    MoveTo(usize),
    Open,
    Peek,
    Mark,
    /// A key the table does not know; the caller may.
    Other,
}

/// Rows that Page Up and Page Down move by.
const PAGE: usize = 10;

/// What `key` asks when the row at `active` of `len` is the active one.
pub fn ask(key: &str, active: usize, len: usize) -> Ask {
    let last = len.saturating_sub(1);
    let down = |rows: usize| Ask::MoveTo(active.saturating_add(rows).min(last));
    let up = |rows: usize| Ask::MoveTo(active.saturating_sub(rows));
    match key {
        "j" | "ArrowDown" => down(1),
        "k" | "ArrowUp" => up(1),
        "PageDown" => down(PAGE),
        "PageUp" => up(PAGE),
        "Home" => Ask::MoveTo(0),
        "End" => Ask::MoveTo(last),
        "Enter" => Ask::Open,
        " " => Ask::Peek,
        "x" => Ask::Mark,
        _ => Ask::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moving_stops_at_both_ends() {
        assert_eq!(ask("j", 0, 3), Ask::MoveTo(1));
        assert_eq!(ask("ArrowDown", 2, 3), Ask::MoveTo(2));
        assert_eq!(ask("k", 0, 3), Ask::MoveTo(0));
        assert_eq!(ask("PageUp", 4, 30), Ask::MoveTo(0));
        assert_eq!(ask("PageDown", 25, 30), Ask::MoveTo(29));
        assert_eq!(ask("End", 0, 30), Ask::MoveTo(29));
        assert_eq!(ask("End", 0, 0), Ask::MoveTo(0));
    }

    #[test]
    fn other_keys_are_left_to_the_caller() {
        assert_eq!(ask("Enter", 1, 3), Ask::Open);
        assert_eq!(ask("x", 1, 3), Ask::Mark);
        assert_eq!(ask("a", 1, 3), Ask::Other);
        assert_eq!(ask("Tab", 1, 3), Ask::Other);
    }
}
