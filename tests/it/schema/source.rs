//! The kept types as they stand in the source: structs with their fields, words, kinds.

use std::collections::BTreeMap;
use std::path::Path;

/// A struct as it is kept.
pub struct Form {
    pub name: String,
    pub about: String,
    pub fields: Vec<Field>,
}

pub struct Field {
    pub name: String,
    pub kind: String,
    /// It may be missing.
    pub optional: bool,
    pub about: String,
}

/// A kind of entry: its word and the form of its body.
pub struct Kind {
    pub word: String,
    pub body: String,
}

pub fn text(path: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

pub fn forms() -> Vec<Form> {
    [
        "src/journal/body.rs",
        "src/journal/entry.rs",
        "src/journal/import_answer.rs",
        "src/journal/wire/facts.rs",
        "src/journal/wire/acts.rs",
    ]
    .iter()
    .flat_map(|path| forms_in(&text(path)))
    .collect()
}

fn forms_in(text: &str) -> Vec<Form> {
    let (mut forms, mut about, mut remote) = (Vec::new(), Vec::new(), None);
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        if let Some(doc) = line.strip_prefix("/// ") {
            about.push(doc.to_owned());
        } else if let Some(path) = line.strip_prefix("#[serde(remote = \"") {
            remote = path.trim_end_matches("\")]").rsplit("::").next().map(str::to_owned);
        } else if let Some(name) = struct_name(line) {
            let fields = fields(&mut lines);
            let name = remote.take().unwrap_or(name);
            forms.push(Form { name, about: std::mem::take(&mut about).join(" "), fields });
        } else if !line.starts_with("#[") {
            about.clear();
        }
    }
    forms
}

fn struct_name(line: &str) -> Option<String> {
    let rest = line.strip_prefix("pub struct ").or_else(|| line.strip_prefix("struct "))?;
    let name = rest.strip_suffix(" {")?;
    Some(name.split('<').next().unwrap_or(name).to_owned())
}

fn fields<'a>(lines: &mut impl Iterator<Item = &'a str>) -> Vec<Field> {
    let (mut fields, mut about, mut optional) = (Vec::new(), Vec::new(), false);
    for line in lines {
        let line = line.trim();
        if line == "}" {
            break;
        } else if let Some(doc) = line.strip_prefix("/// ") {
            about.push(doc.to_owned());
        } else if line.starts_with("#[serde(default") {
            optional = true;
        } else if let Some((name, kind)) = line.trim_start_matches("pub ").split_once(": ") {
            fields.push(Field {
                name: name.to_owned(),
                kind: kind.trim_end_matches(',').to_owned(),
                optional: std::mem::take(&mut optional),
                about: std::mem::take(&mut about).join(" "),
            });
        }
    }
    fields
}

/// What stands between the braces of a macro of this name.
fn inside(text: &str, name: &str) -> String {
    let from = text.find(&format!("\n{name}! {{")).unwrap() + name.len() + 4;
    let rest = &text[from..];
    rest[..rest.find("\n}").unwrap()].to_owned()
}

pub fn kinds() -> Vec<Kind> {
    let all = inside(&text("src/journal/body.rs"), "bodies");
    let kind = |line: &str| {
        let (head, word) = line.trim().trim_end_matches(',').split_once(" = ")?;
        let (_, body) = head.split_once('(')?;
        let body = body.trim_end_matches(')').trim_start_matches("Box<").trim_end_matches('>');
        Some(Kind { word: word.trim_matches('"').to_owned(), body: body.to_owned() })
    };
    all.lines().filter_map(kind).collect()
}

/// What can be observed: the word of a fact, and its form.
pub fn facts() -> Vec<(String, String)> {
    let all = text("src/journal/body.rs");
    let all = all.split("pub enum Fact {\n").nth(1).unwrap();
    let lines = all.lines().take_while(|line| *line != "}");
    let fact = |line: &str| {
        let (word, form) = line.trim().trim_end_matches("),").split_once('(')?;
        let form = form.trim_start_matches("Box<").trim_end_matches('>');
        Some((word.to_lowercase(), form.to_owned()))
    };
    lines.filter_map(fact).collect()
}

/// Types that are kept as one text.
pub fn texts() -> Vec<String> {
    let all = inside(&text("src/journal/wire/primitives.rs"), "as_text");
    all.lines().filter_map(|l| l.trim().split_once(": ")).map(|(name, _)| name.to_owned()).collect()
}

/// Types that are kept as a word of a vocabulary.
pub fn words() -> Vec<String> {
    let all = inside(&text("src/journal/wire/primitives.rs"), "as_word");
    let names = all.split(',').map(|path| path.trim().rsplit("::").next().unwrap_or_default());
    names.filter(|name| !name.is_empty()).map(str::to_owned).collect()
}

/// The known words of each vocabulary.
pub fn vocabularies() -> BTreeMap<String, Vec<String>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/domain");
    let mut found = BTreeMap::new();
    for file in std::fs::read_dir(folder).unwrap() {
        let text = std::fs::read_to_string(file.unwrap().path()).unwrap();
        for part in text.split("vocabulary! {\n").skip(1) {
            let lines = part.lines().take_while(|line| *line != "    }");
            let mut name = String::new();
            let mut words = Vec::new();
            for line in lines.map(str::trim) {
                if let Some(own) = line.strip_suffix(" {") {
                    name = own.to_owned();
                } else if let Some((_, word)) = line.split_once(" = \"") {
                    words.extend(word.split('"').next().map(str::to_owned));
                }
            }
            found.insert(name, words);
        }
    }
    found
}
