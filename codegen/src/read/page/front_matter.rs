//! The title in YAML front matter.

use std::ops::Range;

use super::{Block, Reader};

impl Reader<'_> {
    /// Whether lines have the title of front matter.
    pub(super) fn has_title(&self, range: Range<usize>) -> bool {
        self.lines(range).into_iter().any(|line| self.text[line].starts_with("title:"))
    }

    /// Reads the lines of front matter.
    pub(super) fn front_matter(&mut self, range: Range<usize>) {
        for line in self.lines(range) {
            if let Some(title) = self.text[line.clone()].strip_prefix("title:") {
                // The border below it may be on the same line.
                let end = line.end - (title.len() - title.trim_end().trim_end_matches('-').len());
                let text = self.without_quotes(line.end - title.len()..end);
                self.blocks.push(Block::FrontMatterTitle(text));
            }
        }
    }
}
