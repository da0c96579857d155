//! The report as one HTML file: no script, no request, its own style, made to be printed.

use super::document::{Block, Cell, CellKind, Document, Line, Section};

/// Writes the page. Every text is escaped; nothing in it can run or load.
#[must_use]
pub fn write(document: &Document) -> String {
    let mut out = String::with_capacity(16_384);
    head(document, &mut out);
    out.push_str("<table class=\"sheet\"><tbody><tr><td><main>");
    title(document, &mut out);
    for section in &document.sections {
        write_section(section, &mut out);
    }
    out.push_str("<section class=\"record\">");
    lines(std::slice::from_ref(&document.record), &mut out);
    out.push_str("</section></main></td></tr></tbody><tfoot><tr><td><div class=\"foot-space\"></div></td></tr></tfoot></table>");
    out.push_str("<footer class=\"foot\">");
    text(&document.foot, &mut out);
    out.push_str("</footer></body></html>\n");
    out
}

fn head(document: &Document, out: &mut String) {
    out.push_str("<!doctype html>\n<html lang=\"");
    text(document.lang, out);
    out.push_str(
        "\"><head><meta charset=\"utf-8\">\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\
         <meta name=\"viewport\" content=\"width=device-width\">\
         <meta name=\"referrer\" content=\"no-referrer\"><title>",
    );
    text(&document.kind, out);
    out.push_str(": ");
    text(&document.title, out);
    out.push_str("</title><style>");
    out.push_str(STYLE);
    out.push_str("</style></head><body>");
}

fn title(document: &Document, out: &mut String) {
    if let Some(sample) = &document.sample {
        element("p", "sample", sample, out);
    }
    element("p", "kind", &document.kind, out);
    out.push_str("<h1><bdi>");
    text(&document.title, out);
    out.push_str("</bdi></h1>");
    lines(&document.facts, out);
}

fn write_section(section: &Section, out: &mut String) {
    out.push_str("<section>");
    element("h2", "", &section.heading, out);
    if let Some(note) = &section.note {
        element("p", "note", note, out);
    }
    for block in &section.blocks {
        write_block(block, out);
    }
    out.push_str("</section>");
}

fn write_block(block: &Block, out: &mut String) {
    match block {
        Block::Words(words) => element("p", "", words, out),
        Block::Heading(words) => element("h3", "", words, out),
        Block::Unknown(word) => element("p", "unknown", word, out),
        Block::Quoted(paragraphs) => {
            for paragraph in paragraphs {
                out.push_str("<p class=\"quoted\"><bdi>");
                text(paragraph, out);
                out.push_str("</bdi></p>");
            }
        }
        Block::Facts(facts) => lines(facts, out),
        Block::Table { head, rows } => table(head, rows, out),
    }
}

fn lines(lines: &[Line], out: &mut String) {
    out.push_str("<dl>");
    for line in lines {
        element("dt", "", &line.label, out);
        out.push_str("<dd>");
        cell(&line.cell, out);
        out.push_str("</dd>");
    }
    out.push_str("</dl>");
}

fn table(head: &[Cell], rows: &[Vec<Cell>], out: &mut String) {
    out.push_str("<table class=\"rows\"><thead><tr>");
    for column in head {
        out.push_str(match column.kind {
            CellKind::Number => "<th scope=\"col\" class=\"number\">",
            _ => "<th scope=\"col\">",
        });
        text(&column.text, out);
        out.push_str("</th>");
    }
    out.push_str("</tr></thead><tbody>");
    for row in rows {
        out.push_str("<tr>");
        for value in row {
            out.push_str(match value.kind {
                CellKind::Number => "<td class=\"number\">",
                _ => "<td>",
            });
            cell(value, out);
            out.push_str("</td>");
        }
        out.push_str("</tr>");
    }
    out.push_str("</tbody></table>");
}

fn cell(value: &Cell, out: &mut String) {
    let (open, close) = match value.kind {
        CellKind::Words | CellKind::Number => ("", ""),
        CellKind::Data => ("<bdi>", "</bdi>"),
        CellKind::Code => ("<code translate=\"no\">", "</code>"),
        CellKind::Unknown => ("<span class=\"unknown\">", "</span>"),
    };
    out.push_str(open);
    text(&value.text, out);
    out.push_str(close);
    if let Some(small) = &value.small {
        element("small", "", small, out);
    }
}

fn element(name: &str, class: &str, words: &str, out: &mut String) {
    out.push('<');
    out.push_str(name);
    if !class.is_empty() {
        out.push_str(" class=\"");
        out.push_str(class);
        out.push('"');
    }
    out.push('>');
    text(words, out);
    out.push_str("</");
    out.push_str(name);
    out.push('>');
}

/// Text as text: the five characters of markup become references, hidden ones become visible,
/// and no address is left that a reader of the printed file would make a link of.
fn text(words: &str, out: &mut String) {
    for c in super::inert::visible(words).replace("://", "[:]//").chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            other => out.push(other),
        }
    }
}

const STYLE: &str = "\
:root{color-scheme:light;--ink:#16191d;--soft:#4a525c;--line:#c9ced6;--accent:#0b5a5e}\
*{box-sizing:border-box}\
body{margin:0;background:#eef0f3;color:var(--ink);font:14px/1.5 system-ui,\"Segoe UI\",\"PingFang TC\",\"Microsoft JhengHei UI\",\"Noto Sans TC\",\"Noto Sans CJK TC\",sans-serif;font-variant-numeric:tabular-nums}\
:lang(zh-Hant-TW){line-height:1.6}\
.sheet{width:100%;border-collapse:collapse}.sheet>tbody>tr>td,.sheet>tfoot>tr>td{padding:0}\
main{max-width:820px;margin:24px auto;padding:40px 48px;background:#fff;border:1px solid var(--line);border-radius:6px}\
h1{font-size:24px;line-height:1.3;font-weight:600;margin:0 0 16px}\
h2{font-size:16px;font-weight:600;margin:28px 0 8px;padding-bottom:4px;border-bottom:1px solid var(--line);break-after:avoid}\
h3{font-size:14px;font-weight:600;margin:14px 0 4px;break-after:avoid}\
p{margin:0 0 8px}.kind{color:var(--accent);font-weight:600;margin:0 0 4px}.note,small{color:var(--soft);font-size:12px}small{display:block}\
.sample{border:1px dashed var(--ink);padding:4px 8px;display:inline-block}\
.quoted{white-space:pre-wrap;overflow-wrap:anywhere}.unknown{font-weight:600;border-bottom:2px solid var(--ink)}p.unknown{display:inline-block}\
dl{display:grid;grid-template-columns:minmax(120px,200px) 1fr;gap:4px 16px;margin:0 0 12px}dt{color:var(--soft)}dd{margin:0;overflow-wrap:anywhere}\
table.rows{width:100%;border-collapse:collapse;font-size:12.5px;margin:0 0 12px}\
.rows th{text-align:left;font-weight:600;color:var(--soft);border-bottom:1px solid var(--ink);padding:4px 8px 4px 0;vertical-align:bottom}\
.rows td{border-bottom:1px solid var(--line);padding:5px 8px 5px 0;vertical-align:top;overflow-wrap:anywhere;min-width:9ch}\
.rows tr{break-inside:avoid}.rows thead{display:table-header-group}\
.number{text-align:right!important;white-space:nowrap}\
code{font:12px/1.4 ui-monospace,\"Cascadia Mono\",Consolas,monospace;overflow-wrap:anywhere}\
.foot{max-width:820px;margin:0 auto 24px;padding:0 8px;font-size:11px;color:var(--soft);overflow-wrap:anywhere}\
@media (max-width:600px){main{margin:0;padding:20px 16px;border:0}dl{grid-template-columns:1fr;gap:0}dd{margin-bottom:8px}.rows{display:block;overflow-x:auto}}\
@page{size:auto;margin:16mm 14mm 14mm;@bottom-right{content:counter(page) \" / \" counter(pages);font:10px system-ui,sans-serif;color:#4a525c}}\
@media print{body{background:#fff;font-size:10.5pt}main{max-width:none;margin:0;padding:0;border:0}\
.foot{position:fixed;bottom:0;left:0;right:0;margin:0;max-width:none;padding:0;font-size:8pt;border-top:.5pt solid #999}.foot-space{height:12mm}\
table.rows{font-size:9pt}}";
