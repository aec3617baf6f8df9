//! Markdown to headings, tables, rows and cells. Knows no dialect.
//!
//! pulldown-cmark finds the blocks. The cells of a row are cut from its source line, because the parser drops surplus
//! cells (an unescaped `|` in a description would take the notes with it), pads missing ones, and reads `Vec<String>`
//! in a cell as inline HTML.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use crate::diag::Message;
use crate::source::{Source, Sp, Span};
use markup::{is_attribute, is_script};
use skeleton::Skeleton;

pub use components::read_mdx;
pub use lazy::LazyPage;
pub use lines::lines;
use lines::{ranges, trimmed};
pub use markup::fence;
use rows::is_delimiter;

mod components;
mod conflict;
mod front_matter;
mod html;
pub mod inline;
mod lazy;
mod lines;
mod long_rows;
mod lost;
mod markup;
mod rows;
mod skeleton;

/// The message for [`Page::conflict`].
pub(crate) fn conflict() -> Message {
    Message::new("Git left a conflict here").help("keep one version of these lines and delete the marks")
}

/// The message for [`Block::BrokenTable`] on a page that has a table.
pub(crate) fn lost_rows() -> Message {
    let message = Message::new("this looks like part of a table but is not one");
    message.help("check for a blank line or a malformed delimiter row")
}

/// The blocks of one document.
#[derive(Clone, Debug)]
pub struct Page {
    /// The document.
    pub file: usize,
    /// Its blocks in order.
    pub blocks: Vec<Block>,
    /// Where Git left two versions of the same lines.
    pub conflict: Option<Span>,
}

/// One block of a page.
#[derive(Clone, Debug)]
pub enum Block {
    /// `title: …` in YAML front matter.
    FrontMatterTitle(Sp<String>),
    /// `# …`.
    Heading {
        /// The heading without its markup.
        text: Sp<String>,
        /// 1 for those that include all others.
        level: usize,
    },
    /// Text, a list, a quotation or code, with its markup.
    Paragraph(Sp<String>),
    /// A table.
    Table(Table),
    /// Lines that look like a table to a person but are not one in Markdown.
    BrokenTable(BrokenTable),
    /// A table in HTML, with the text after it.
    HtmlTable(Sp<String>),
    /// A component or expression of MDX that shows something by itself.
    Component(Component),
}

/// A component or expression of MDX that shows something by itself.
#[derive(Clone, Debug)]
pub struct Component {
    /// The name of the component; `None` if it is an expression.
    pub name: Option<String>,
    /// Where it is.
    pub span: Span,
}

/// Lines that look like a table to a person but are not one in Markdown.
#[derive(Clone, Debug)]
pub struct BrokenTable {
    /// The line that shows it.
    pub at: Span,
    /// All lines, which a description may be made of.
    pub text: Sp<String>,
}

/// A header and its rows.
#[derive(Clone, Debug)]
pub struct Table {
    /// The first line.
    pub header: Row,
    /// The lines after the delimiter row.
    pub rows: Vec<Row>,
}

/// A line of a table.
#[derive(Clone, Debug)]
pub struct Row {
    /// The line, without surrounding space.
    pub span: Span,
    /// Whether the line starts with a `|`.
    pub piped: bool,
    /// The cells that were written; none is dropped or added.
    pub cells: Vec<Cell>,
}

impl Row {
    /// Whether this is the header of a table with these columns; the case does not matter.
    pub fn has_columns(&self, columns: &[&str]) -> bool {
        self.cells.len() == columns.len()
            && self.cells.iter().zip(columns).all(|(cell, column)| cell.value.eq_ignore_ascii_case(column))
    }

    /// Whether the line starts with this text. One space after the pipe counts, more do not.
    pub fn text_starts(&self, text: &str) -> bool {
        let Some(first) = self.cells.first() else { return false };
        let gap = first.span.start.saturating_sub(self.span.start + usize::from(self.piped));
        let line = format!("{}{}{}", if self.piped { "|" } else { "" }, if gap > 0 { " " } else { "" }, first.value);
        line.starts_with(text)
    }
}

/// The source of a cell, without surrounding space; [`inline`] decodes it.
pub type Cell = Sp<String>;

impl Block {
    /// The table, if it is one.
    pub fn table(&self) -> Option<&Table> {
        if let Self::Table(table) = self { Some(table) } else { None }
    }

    /// Whether it is a block of code between marks.
    fn is_example(&self) -> bool {
        matches!(self, Self::Paragraph(text) if fence(&text.value).is_some())
    }

    /// Where it is.
    pub fn span(&self) -> Span {
        match self {
            Self::FrontMatterTitle(text)
            | Self::Heading { text, .. }
            | Self::Paragraph(text)
            | Self::HtmlTable(text) => text.span,
            Self::Table(table) => table.header.span,
            Self::BrokenTable(broken) => broken.at,
            Self::Component(component) => component.span,
        }
    }

    /// Where the lines are that look like a table.
    pub fn broken_table(&self) -> Option<Span> {
        if let Self::BrokenTable(broken) = self { Some(broken.at) } else { None }
    }
}

impl Page {
    /// The tables.
    pub fn tables(&self) -> impl Iterator<Item = &Table> {
        self.blocks.iter().filter_map(Block::table)
    }

    /// Frees all but the examples. What they say is evidence for others after the page was read itself, and tables take
    /// most of the memory.
    pub(crate) fn forget_all_but_examples(&mut self) {
        self.blocks.retain(Block::is_example);
        self.blocks.shrink_to_fit();
    }
}

impl Table {
    /// Whether the table has these columns; the case does not matter.
    pub fn has_columns(&self, columns: &[&str]) -> bool {
        self.header.has_columns(columns)
    }
}

/// Reads a document, in Markdown or MDX.
pub(crate) fn of(file: usize, source: &Source) -> Page {
    let read = if source.is_mdx() { read_mdx } else { read };
    read(file, &source.text)
}

/// Reads one document.
pub fn read(file: usize, text: &str) -> Page {
    let lines = ranges(text);
    let conflict = conflict::find(text, &lines).map(|at| Span { file, start: at, end: at });
    let joined = long_rows::in_one_line(text, &lines);
    let lines = if let Cow::Owned(joined) = &joined { ranges(joined) } else { lines };
    let seen = skeleton::of(&joined, &lines);
    Page { file, blocks: blocks(file, &joined, lines, &seen), conflict }
}

/// The blocks of a text, of which the parser sees a part.
fn blocks(file: usize, text: &str, lines: Vec<Range<usize>>, seen: &Skeleton) -> Vec<Block> {
    let (unseen, widths) = (&*seen.rows, BTreeSet::new());
    let mut reader = Reader { file, text, lines, unseen, blocks: Vec::new(), open: None, widths, text_until: 0 };
    let options = Options::ENABLE_TABLES | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS;
    for (event, place) in Parser::new_ext(&seen.text, options).into_offset_iter() {
        match event {
            Event::Start(tag) => reader.start(&tag, seen.in_whole(place)),
            Event::End(TagEnd::Table) => reader.end_table(),
            _ => {}
        }
    }
    reader.blocks.shrink_to_fit();
    reader.blocks
}

struct Reader<'a> {
    file: usize,
    text: &'a str,
    lines: Vec<Range<usize>>,
    /// The lines with the rows that the parser does not see.
    unseen: &'a [Range<usize>],
    blocks: Vec<Block>,
    /// The header and rows of the table that is being read.
    open: Option<Table>,
    /// The numbers of columns of the tables so far.
    widths: BTreeSet<usize>,
    /// The end of the list or quotation that is being read.
    text_until: usize,
}

impl Reader<'_> {
    fn start(&mut self, tag: &Tag<'_>, range: Range<usize>) {
        if range.start < self.text_until {
            return;
        }
        match tag {
            Tag::Heading { level, .. } => self.heading(range, *level as usize),
            // Blocks within these are not blocks of the page.
            Tag::List(_) | Tag::BlockQuote(_) => {
                self.text_until = range.end;
                self.paragraph(range);
            }
            Tag::CodeBlock(_) => {
                let text = self.trimmed(range);
                self.blocks.push(Block::Paragraph(text));
            }
            Tag::Paragraph => self.paragraph(range),
            Tag::HtmlBlock => self.html(range),
            Tag::MetadataBlock(_) => self.front_matter(range),
            Tag::TableHead => {
                let line = self.line_at(range.start);
                self.open = Some(Table { header: self.row(range), rows: Vec::new() });
                // The delimiter row is between them.
                self.unseen_rows(line + 2);
            }
            Tag::TableRow => {
                let line = self.line_at(range.start);
                let row = self.row(range);
                if let Some(table) = &mut self.open {
                    table.rows.push(row);
                }
                self.unseen_rows(line + 1);
            }
            _ => {}
        }
    }

    fn end_table(&mut self) {
        if let Some(table) = self.open.take() {
            self.table(table);
        }
    }

    /// `## Properties ##`.
    fn heading(&mut self, range: Range<usize>, level: usize) {
        // Front matter with a damaged border is a heading in Markdown, underlined by the other border.
        if self.blocks.is_empty() && self.text[range.clone()].ends_with("---\n") && self.has_title(range.clone()) {
            return self.front_matter(range);
        }
        // The second line of an underlined heading is its underline.
        let line = self.lines(range).into_iter().next().unwrap_or_default();
        let line = self.trimmed(line);
        let opened = line.value.trim_start_matches('#');
        let text = opened.trim_end().trim_end_matches('#');
        let start = line.span.end - opened.len();
        let text = self.trimmed(start..start + text.len());
        self.blocks.push(Block::Heading { text, level });
    }

    /// An attribute or anchor under a table is not one of its rows.
    fn table(&mut self, mut table: Table) {
        let is_invisible = |row: &Row| matches!(row.cells.as_slice(), [cell] if !row.piped && cell.value.is_empty());
        let is_attribute = |row: &Row| is_attribute(&self.text[row.span.start..row.span.end]);
        table.rows.retain(|row| !is_attribute(row) && !is_invisible(row));
        let again = table.rows.iter().find(|row| is_delimiter(row)).map(|row| row.span);
        table.rows.retain(|row| !is_delimiter(row));
        table.rows.shrink_to_fit();
        self.widths.insert(table.header.cells.len());
        self.blocks.push(Block::Table(table));
        if let Some(Span { start, end, .. }) = again {
            self.broken(Span { file: self.file, start, end }, start..end);
        }
    }

    /// A table right under a line of text is a table to a person, although Markdown reads it as text.
    fn paragraph(&mut self, range: Range<usize>) {
        if !self.text[range.clone()].contains('|') {
            return self.text_block(range);
        }
        let rows: Vec<Row> = self.lines(range.clone()).into_iter().map(|line| self.split(line)).collect();
        match table_among(&rows) {
            Some(Ok(table)) => {
                let text = self.trimmed(range.start..table.header.span.start);
                if !text.value.is_empty() {
                    self.blocks.push(Block::Paragraph(text));
                }
                self.table(table);
            }
            Some(Err(at)) => self.broken(at, range),
            None => match self.lost_row(&rows) {
                Some(row) => self.broken(row.span, range),
                None => self.text_block(range),
            },
        }
    }

    fn broken(&mut self, at: Span, range: Range<usize>) {
        let text = self.trimmed(range);
        self.blocks.push(Block::BrokenTable(BrokenTable { at, text }));
    }

    fn text_block(&mut self, range: Range<usize>) {
        if self.blocks.is_empty() && self.has_title(range.clone()) {
            return self.front_matter(range);
        }
        let text = self.trimmed(range);
        if !is_attribute(&text.value) && !is_script(&text.value) {
            self.blocks.push(Block::Paragraph(text));
        }
    }

    /// The lines in a range.
    fn lines(&self, range: Range<usize>) -> Vec<Range<usize>> {
        let from = &self.lines[self.line_at(range.start)..];
        let own = from.iter().take_while(|line| line.start < range.end);
        own.map(|line| line.start.max(range.start)..line.end.min(range.end)).collect()
    }

    /// The number of the line with a byte.
    fn line_at(&self, at: usize) -> usize {
        self.lines.partition_point(|line| line.end <= at)
    }

    /// A range without the white space around it.
    fn trimmed(&self, range: Range<usize>) -> Sp<String> {
        let Range { start, end } = trimmed(self.text, range);
        Sp { value: self.text[start..end].to_owned(), span: Span { file: self.file, start, end } }
    }

    /// A range without the white space and quotation marks around it.
    fn without_quotes(&self, range: Range<usize>) -> Sp<String> {
        let is_mark = |letter: char| letter.is_whitespace() || matches!(letter, '"' | '\'');
        let text = &self.text[range.clone()];
        let inner = text.trim_start_matches(is_mark);
        let start = range.end - inner.len();
        self.trimmed(start..start + inner.trim_end_matches(is_mark).len())
    }
}

/// The table among lines of text, or its delimiter row if that does not fit the header.
fn table_among(rows: &[Row]) -> Option<Result<Table, Span>> {
    let idx = (1..rows.len()).find(|idx| is_delimiter(&rows[*idx]))?;
    let header = &rows[idx - 1];
    if rows[idx].cells.len() != header.cells.len() {
        return Some(Err(rows[idx].span));
    }
    Some(Ok(Table { header: header.clone(), rows: rows[idx + 1..].to_vec() }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Vec<Vec<String>> {
        let page = read(0, text);
        let table = page.tables().next().expect("a table");
        table.rows.iter().map(|row| row.cells.iter().map(|cell| cell.value.clone()).collect()).collect()
    }

    #[test]
    fn surplus_cells_are_kept() {
        let text = "| A | B |\n|---|---|\n| a | b | c | [optional] |\n";
        assert_eq!(rows(text), [["a", "b", "c", "[optional]"]]);
    }

    #[test]
    fn a_row_without_outer_pipes_keeps_its_empty_last_cell() {
        assert_eq!(rows("A | B | C\n--- | --- | ---\n**a** | Vec<String> | \n"), [["**a**", "Vec<String>", ""]]);
    }

    #[test]
    fn an_escaped_pipe_does_not_cut() {
        assert_eq!(rows("|A|B|\n|-|-|\n|a|b \\| c|\n"), [["a", "b \\| c"]]);
    }

    #[test]
    fn an_escaped_pipe_at_the_end_is_not_a_border() {
        assert_eq!(rows("|A|B|\n|-|-|\n|a|b \\|\n"), [["a", "b \\|"]]);
        assert_eq!(rows("|A|B|\n|-|-|\n|a|b|\n"), [["a", "b"]]);
    }

    #[test]
    fn headings_have_no_marks() {
        for text in ["# Order", "  ##  Order  ##", "Order\n====="] {
            let page = read(0, text);
            assert!(matches!(page.blocks.as_slice(), [Block::Heading { text, .. }] if text.value == "Order"), "{text}");
        }
    }

    #[test]
    fn an_attribute_line_is_not_a_row() {
        assert_eq!(rows("|A|B|\n|-|-|\n|a|b|\n{: class=\"table\"}\n").len(), 1);
    }

    #[test]
    fn a_table_under_a_line_of_text_is_a_table() {
        assert_eq!(rows("Fields:\n|A|B|\n|-|-|\n|a|b|\n"), [["a", "b"]]);
    }

    #[test]
    fn a_table_under_a_tag_is_a_table() {
        for (before, after) in [("<h2 id=\"x\">Order</h2>", ""), ("<div>", "</div>\n"), ("<a id=\"x\"></a>", "")] {
            assert_eq!(rows(&format!("{before}\n|A|B|\n|-|-|\n|a|b|\n{after}")), [["a", "b"]], "{before}");
        }
        for (before, after) in [("<!--", "-->"), ("<pre>", "</pre>")] {
            let page = read(0, &format!("{before}\n|A|B|\n|-|-|\n|a|b|\n{after}\n"));
            assert!(page.blocks.is_empty(), "{before}");
        }
    }

    #[test]
    fn every_line_end_ends_a_row() {
        for end in ["\n", "\r\n", "\r"] {
            for text in ["|A|B|\n|-|-|\n|a|b|\n|c|d|\n", "Fields:\n|A|B|\n|-|-|\n|a|b|\n|c|d|\n"] {
                assert_eq!(rows(&text.replace('\n', end)), [["a", "b"], ["c", "d"]], "{end:?}");
            }
        }
    }

    #[test]
    fn spans_point_at_the_cells() {
        let text = "x\r\n\r\n| A | B |\r\n|---|---|\r\n|  ä | b |\r\n";
        let page = read(0, text);
        let table = page.tables().next().expect("a table");
        for cell in table.rows[0].cells.iter().chain(&table.header.cells) {
            assert_eq!(&text[cell.span.start..cell.span.end], cell.value);
        }
    }
}
