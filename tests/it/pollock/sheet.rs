//! A table as its writer sees it: cells, marks and separators, each of which can be polluted.

/// A cell and whether it stands between quotation marks.
#[derive(Clone)]
pub struct Cell {
    pub text: String,
    pub quoted: bool,
    /// Written before the text, inside the marks, and not escaped.
    pub stray: &'static str,
}

impl Cell {
    fn plain(text: impl Into<String>) -> Self {
        let text = text.into();
        let quoted = text.contains([',', '"']);
        Self { text, quoted, stray: "" }
    }

    fn quoted(text: impl Into<String>) -> Self {
        Self { quoted: true, ..Self::plain(text) }
    }

    /// What should be read.
    pub fn value(&self) -> String {
        format!("{}{}", self.stray, self.text)
    }

    fn write(&self, quote: &str, escape: &str) -> String {
        let escaped = self.text.replace('"', &format!("{escape}\""));
        let mark = if self.quoted { quote } else { "" };
        format!("{mark}{}{escaped}{mark}", self.stray)
    }
}

#[derive(Clone)]
pub struct Row {
    pub cells: Vec<Cell>,
    /// What stands before the first cell, between the cells, and after the last.
    pub separators: Vec<String>,
    pub end: String,
}

impl Row {
    pub fn of(cells: Vec<Cell>) -> Self {
        let mut separators = vec![",".to_owned(); cells.len() + 1];
        if let [first, .., last] = separators.as_mut_slice() {
            first.clear();
            last.clear();
        }
        Self { cells, separators, end: "\r\n".to_owned() }
    }

    pub fn separate(&mut self, by: &str) {
        let inner = self.cells.len();
        for separator in self.separators[1..inner].iter_mut() {
            by.clone_into(separator);
        }
    }

    pub fn values(&self) -> Vec<String> {
        self.cells.iter().map(Cell::value).collect()
    }

    pub fn write(&self, quote: &str, escape: &str) -> String {
        let mut out = self.separators[0].clone();
        for (cell, after) in self.cells.iter().zip(&self.separators[1..]) {
            out.push_str(&cell.write(quote, escape));
            out.push_str(after);
        }
        out + &self.end
    }
}

const PRODUCTS: [&str; 7] = [
    "Sample Office Seats",
    "Backup",
    "Mail Archive, Yearly",
    "Screen 24\" Bundle",
    "Customer's Own Licence",
    "Tape 9\", Boxed",
    "Sample  Phone System",
];

const TEXTS: [&str; 6] = [
    "These seats are rugged enough for any office, bright or dark, and won't let you down.",
    "Great grip and extra room make this a sample worth keeping",
    "Amazingly crisp, with a cable of 8\\'9\" length, made for her.",
    "Twice the value: from running, walking or sitting still, it's all the same sample.",
    "Made of soft samples that resist wrinkles, stains and shrinking.",
    "A portable sample. With easy set-up and take-down, you can take it anywhere.",
];

/// The clean table: a header and 83 rows of nine cells; texts with commas, apostrophes and
/// quotation marks, and a last column that is empty.
pub fn clean() -> Vec<Row> {
    let names = ["DAY", "TIME", "Qty", "ORDERID", "Price", "Product"].map(Cell::plain);
    let mut header = names.to_vec();
    header.extend([Cell::quoted("Description"), Cell::quoted("Link"), Cell::plain("Comments")]);
    let row = |n: usize| {
        Row::of(vec![
            Cell::plain(format!("{:02}/{:02}/2026", n % 28 + 1, n / 28 + 1)),
            Cell::plain(format!("{:02}:{:02}", n / 4, n % 4 * 15)),
            Cell::plain((n * 7 % 34).to_string()),
            Cell::plain(format!("SA-{}", 1000 + n * 37)),
            Cell::plain(format!("${}.{:02}", n * 13 % 90, n * 29 % 100)),
            Cell::plain(PRODUCTS[n % PRODUCTS.len()]),
            Cell::quoted(TEXTS[n % TEXTS.len()]),
            Cell::quoted(format!("https://sample.example/product/SA_{}.html", 1000 + n * 37)),
            Cell::plain(""),
        ])
    };
    std::iter::once(Row::of(header)).chain((0..83).map(row)).collect()
}
