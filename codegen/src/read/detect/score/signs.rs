//! Whether a page shows a sign.

use super::{Candidate, Facts};
use crate::dialect::Sign;
use crate::read::layout::heading;
use crate::read::page::{Block, Row, inline};

impl Facts<'_> {
    /// Whether the page shows a sign; `None` if that depends on the property table.
    pub(super) fn shows(&self, sign: Sign) -> Option<bool> {
        Some(match sign {
            Sign::FrontMatterTitle => self.has_front_matter,
            Sign::SmallTitle => self.has_small_title(),
            Sign::Text(text) => self.has_paragraph(|paragraph| has(paragraph, text)),
            Sign::TextStarts(text) => self.has_paragraph(|paragraph| paragraph.starts_with(text)),
            Sign::TitleHas(text) => has(self.title(), text),
            Sign::TitleStarts(text) => self.title().starts_with(text),
            Sign::TitleEnds(text) => self.title().ends_with(text),
            Sign::Heading(text) => self.has_heading(|heading| heading == text),
            Sign::HeadingStarts(text) => self.has_heading(|heading| heading.starts_with(text)),
            Sign::OuterPipes(_)
            | Sign::RowStarts(_)
            | Sign::NameHas(_)
            | Sign::NamesCapitalised
            | Sign::NotesHave(_)
            | Sign::AllNotesHave(_)
            | Sign::TypeHas(_)
            | Sign::OptionalTypesHave(_)
            | Sign::TypeBold
            | Sign::TypeBare => return None,
        })
    }

    fn has_small_title(&self) -> bool {
        let title = self.page().blocks.iter().find(|block| heading(block).is_some_and(|text| !text.is_empty()));
        !matches!(title, Some(Block::Heading { level: 1, .. }))
    }

    fn has_block(&self, fits: impl Fn(&Block) -> bool) -> bool {
        self.page().blocks.iter().any(fits)
    }

    fn has_paragraph(&self, fits: impl Fn(&str) -> bool) -> bool {
        self.has_block(|block| matches!(block, Block::Paragraph(text) if fits(&text.value)))
    }

    fn has_heading(&self, fits: impl Fn(&str) -> bool) -> bool {
        self.has_block(|block| heading(block).is_some_and(&fits))
    }
}

impl Candidate<'_, '_> {
    /// Whether the page shows a sign.
    pub(super) fn shows(&self, sign: Sign) -> bool {
        self.facts.shows(sign).unwrap_or_else(|| self.has_table_with(sign))
    }

    /// Whether the property table shows a sign.
    fn has_table_with(&self, sign: Sign) -> bool {
        match sign {
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
            Sign::FrontMatterTitle
            | Sign::SmallTitle
            | Sign::Text(_)
            | Sign::TextStarts(_)
            | Sign::TitleHas(_)
            | Sign::TitleStarts(_)
            | Sign::TitleEnds(_)
            | Sign::Heading(_)
            | Sign::HeadingStarts(_) => false,
        }
    }

    fn optional_types_have(&self, text: &str) -> bool {
        let is_optional = |row: &&Row| self.notes(row).is_some_and(|notes| self.is_optional(notes));
        let optional = || self.rows().iter().filter(is_optional).filter_map(|row| self.type_cell(row));
        optional().next().is_some() && optional().all(|cell| has(&cell.value, text))
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
