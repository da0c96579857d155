use crate::app::Screen;
use crate::app::update::exchange::table_of;
use crate::app::words::{exchange as exchange_words, mapping as words};
use crate::domain::text::shorten;
use crate::exchange::map::{Column, Field};

/// The dialog about the columns of one table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MappingText {
    pub title: String,
    pub columns: Vec<ColumnText>,
    /// Value, name and meaning of each answer.
    pub fields: Vec<(&'static str, &'static str, &'static str)>,
    /// What is still missing, in sentences.
    pub lacks: Vec<&'static str>,
}

/// One column of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ColumnText {
    pub header: String,
    /// What the field that says what it holds is called.
    pub label: String,
    /// Its first cells.
    pub cells: Vec<String>,
    /// How it was matched; empty where nothing was.
    pub why: &'static str,
}

/// The dialog; none while it is closed. It changes only when another table is opened or something is missing.
#[must_use]
pub fn mapping(screen: &Screen<'_>) -> Option<MappingText> {
    let (lang, form) = (screen.lang(), &screen.state.exchange);
    let mapping = form.mapping.as_ref()?;
    let table = table_of(form, mapping.file)?;
    let columns = table.columns.iter().enumerate();
    let name = match &form.stage {
        crate::app::update::exchange::Stage::Understood(found) => {
            let file = found.given.understanding.files.get(mapping.file);
            file.map(|file| file.name.clone()).unwrap_or_default()
        }
        _ => String::new(),
    };
    Some(MappingText {
        title: words::title_of(lang, &name),
        columns: columns.map(|(at, c)| column(screen, at, c, &table.rows)).collect(),
        fields: Field::ALL
            .iter()
            .map(|f| (f.column(), exchange_words::field(lang, *f), words::meaning(lang, *f)))
            .collect(),
        lacks: mapping.lacks().into_iter().map(|lack| words::lack(lang, lack)).collect(),
    })
}

/// What a column is chosen to hold now.
#[must_use]
pub fn held(screen: &Screen<'_>, column: usize) -> String {
    let mapping = screen.state.exchange.mapping.as_ref();
    mapping.and_then(|mapping| mapping.holds.get(column)).cloned().unwrap_or_default()
}

fn column(screen: &Screen<'_>, at: usize, column: &Column, rows: &[Vec<String>]) -> ColumnText {
    const CELLS: usize = 3;
    const CHARS: usize = 28;
    let lang = screen.lang();
    let header = match column.header.trim() {
        "" => words::no_header(lang).to_owned(),
        name => shorten(name, 60),
    };
    let cells = rows.iter().filter_map(|row| row.get(at)).filter(|cell| !cell.trim().is_empty());
    ColumnText {
        label: words::holds_of(lang, &header),
        header,
        cells: cells.take(CELLS).map(|cell| shorten(cell, CHARS)).collect(),
        why: column.holds.map_or("", |(_, how)| words::confidence(lang, how)),
    }
}
