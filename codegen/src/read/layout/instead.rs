//! What a page has where the property table should be.

use super::heading;
use crate::dialect::Dialect;
use crate::read::page::{self, Block, Page};
use crate::source::Span;

/// Something that a person may take for a property table.
#[derive(Clone, Copy, Debug)]
pub struct Instead {
    what: &'static str,
    /// Where it is.
    pub span: Span,
}

impl Instead {
    /// What to say about it.
    pub fn message(&self) -> String {
        format!("the properties of a model are in a table in Markdown, and this is {}", self.what)
    }
}

/// What is below the heading of the properties, or looks like properties without one.
pub fn instead_of_table(page: &Page, section: Option<usize>, known: &[&Dialect]) -> Option<Instead> {
    let below = section.map_or(&[][..], |section| &page.blocks[section + 1..]);
    let below = below.iter().take_while(|block| heading(block).is_none());
    let below = below.take_while(|block| block.table().is_none());
    first_below_section(below).or_else(|| page.blocks.iter().find_map(|block| quoted_table(block, known)))
}

/// The first of these blocks that a person may take for the property table whose heading is above them.
pub(super) fn first_below_section<'p>(mut blocks: impl Iterator<Item = &'p Block>) -> Option<Instead> {
    blocks.find_map(|block| Some(Instead { what: what(block)?, span: block.span() }))
}

fn what(block: &Block) -> Option<&'static str> {
    let text = match block {
        Block::HtmlTable(_) => return Some("a table in HTML"),
        Block::Component(component) => {
            return Some(if component.name.is_some() { "a component" } else { "an expression" });
        }
        Block::Paragraph(text) => &text.value,
        Block::BrokenTable(broken) => &broken.text.value,
        Block::FrontMatterTitle(_) | Block::Heading { .. } | Block::Table(_) => return None,
    };
    match text.chars().next()? {
        '`' | '~' if text.starts_with("```") || text.starts_with("~~~") => Some("code"),
        '>' => Some("a quotation"),
        _ => is_list(text).then_some("a list"),
    }
}

fn is_list(text: &str) -> bool {
    let number = text.trim_start_matches(|letter: char| letter.is_ascii_digit());
    let is_numbered = number.len() < text.len() && number.starts_with(['.', ')']);
    is_numbered || ["* ", "- ", "+ "].iter().any(|mark| text.starts_with(mark))
}

/// A property table in code, in a quotation or in a list, of which Markdown makes no table of the page.
pub(super) fn quoted_table(block: &Block, known: &[&Dialect]) -> Option<Instead> {
    let has_columns = |cells: &[String]| known.iter().any(|dialect| has_headings(cells, dialect));
    let span = match block {
        Block::Paragraph(text) => page::lines(text).find(|line| has_columns(&cells(&line.value)))?.span,
        Block::HtmlTable(text) => has_columns(&html_cells(&text.value)).then_some(text.span)?,
        Block::FrontMatterTitle(_)
        | Block::Heading { .. }
        | Block::Table(_)
        | Block::BrokenTable(_)
        | Block::Component(_) => return None,
    };
    Some(Instead { what: what(block).unwrap_or("text"), span })
}

/// The cells of a line, or a single one that is not a heading.
fn cells(line: &str) -> Vec<String> {
    let line = line.trim_start_matches(['>', '*', '-', '+', ' ']).trim_matches('|');
    line.split('|').map(|cell| cell.trim().to_lowercase()).collect()
}

/// The cells of the first row of a table in HTML.
fn html_cells(html: &str) -> Vec<String> {
    let html = html.to_lowercase();
    let row = html.split("</tr").next().unwrap_or_default();
    let cells = row.split("<t").filter(|cell| cell.starts_with(['h', 'd']) && !cell.starts_with("head"));
    cells.map(|cell| text_of(cell).trim().to_owned()).collect()
}

/// The text after a tag, without those within it.
fn text_of(html: &str) -> String {
    html.split('<').filter_map(|piece| piece.split_once('>')).map(|(_, text)| text).collect()
}

/// A list of fields, each with a name and a type.
pub(super) fn listed_fields(block: &Block) -> Option<Instead> {
    let Block::Paragraph(text) = block else { return None };
    let is_listed = is_list(&text.value) && text.value.lines().all(is_field);
    is_listed.then_some(Instead { what: "a list", span: text.span })
}

/// Whether a line of a list looks like a field: `* name: string`.
fn is_field(line: &str) -> bool {
    let item = line.trim().trim_start_matches(['*', '-', '+', ' ']);
    let name = item.split_once(':').map(|(name, _)| name.trim_matches(['`', '*', ' ']));
    item.is_empty() || name.is_some_and(|name| !name.is_empty() && !name.contains(' '))
}

/// Whether these are the headings of the columns of a dialect.
fn has_headings(cells: &[String], dialect: &Dialect) -> bool {
    let headings = dialect.columns.iter().map(|column| column.heading.to_lowercase());
    headings.eq(cells.iter().cloned())
}
