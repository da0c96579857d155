//! Microsoft's rules as dated rows, each with its source.
