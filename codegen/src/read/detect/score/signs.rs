//! Whether a page shows a sign.

use super::Candidate;
use crate::dialect::Sign;
use crate::read::layout::heading;
use crate::read::page::{Block, Row, inline};

impl Candidate<'_> {
    /// Whether the page shows a sign.
    pub(super) fn shows(&self, sign: Sign) -> bool {
        match sign {
            Sign::FrontMatterTitle => self.has_front_matter,
            Sign::SmallTitle => self.has_small_title(),
            Sign::Text(text) => self.has_paragraph(|paragraph| has(paragraph, text)),
            Sign::TextStarts(text) => self.has_paragraph(|paragraph| paragraph.starts_with(text)),
            Sign::TitleHas(text) => has(self.title, text),
            Sign::TitleStarts(text) => self.title.starts_with(text),
            Sign::TitleEnds(text) => self.title.ends_with(text),
            Sign::Heading(text) => self.has_heading(|heading| heading == text),
            Sign::HeadingStarts(text) => self.has_heading(|heading| heading.starts_with(text)),
            Sign::OuterPipes(piped) => self.table.is_some_and(|table| table.header.piped == piped),
            Sign::RowStarts(text) => self.rows().iter().any(|row| row.text_starts(text)),
            Sign::NameHas(text) => self.cells(self.names).any(|cell| has(&cell.value, text)),
            Sign::NamesCapitalised => {
                let mut names = self.cells(self.names).map(|cell| inline::name(cell).value).peekable();
                names.peek().is_some() && names.all(|name| name.starts_with(char::is_uppercase))
            }
            Sign::NotesHave(text) => self.rows().iter().any(|row| last_cell_has(row, text)),
            Sign::AllNotesHave(text) => {
                !self.rows().is_empty() && self.rows().iter().all(|row| last_cell_has(row, text))
            }
            Sign::TypeHas(text) => self.cells(self.types).any(|cell| has(&cell.value, text)),
            Sign::OptionalTypesHave(text) => self.optional_types_have(text),
            Sign::TypeBold => {
                self.cells(self.types).any(|cell| ["**", "[**"].iter().any(|it| cell.value.starts_with(it)))
            }
            Sign::TypeBare => !self.emphasis[1].all,
        }
    }

    fn optional_types_have(&self, text: &str) -> bool {
        let is_optional = |row: &&Row| self.notes(row).is_some_and(|notes| self.is_optional(notes));
        let optional = || self.rows().iter().filter(is_optional).filter_map(|row| self.type_cell(row));
        optional().next().is_some() && optional().all(|cell| has(&cell.value, text))
    }

    fn has_small_title(&self) -> bool {
        let title = self.page.blocks.iter().find(|block| heading(block).is_some_and(|text| !text.is_empty()));
        !matches!(title, Some(Block::Heading { level: 1, .. }))
    }

    fn has_block(&self, fits: impl Fn(&Block) -> bool) -> bool {
        self.page.blocks.iter().any(fits)
    }

    fn has_paragraph(&self, fits: impl Fn(&str) -> bool) -> bool {
        self.has_block(|block| matches!(block, Block::Paragraph(text) if fits(&text.value)))
    }

    fn has_heading(&self, fits: impl Fn(&str) -> bool) -> bool {
        self.has_block(|block| heading(block).is_some_and(&fits))
    }
}

/// Whether a text has a part. One character is found much faster than several where the standard library is not
/// optimized, and most texts lack the first one.
fn has(text: &str, part: &str) -> bool {
    part.chars().next().is_none_or(|first| text.contains(first)) && text.contains(part)
}

fn last_cell_has(row: &Row, text: &str) -> bool {
    row.cells.last().is_some_and(|cell| has(&cell.value, text))
}
