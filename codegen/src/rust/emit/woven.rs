//! Lines that are put into formatted items: documentation, and the fields and variants that fit on a line. As syntax, each
//! would cost more than all the rest of printing, for nothing: a formatter only has to break what does not fit.

use syn::{AttrStyle, Attribute};

use super::syntax;
use crate::rust::options;
use crate::rust::plan::Docs;

/// The longest line that surely fits, a little less than what the formatter allows.
const WIDTH: usize = 80;

/// Whether a line surely fits.
pub(super) fn fits(line: &str) -> bool {
    line.len() <= WIDTH
}

/// Lines with their indentation. Those of each item are first the ones before it and then those that replace its marks, in
/// order. A mark is the attribute [`DOCS`](options::DOCS), and what belongs before it is written first.
pub(crate) struct Woven {
    text: String,
    /// Where the lines before each item and those of each mark end.
    ends: Vec<usize>,
}

/// The room for lines, which is enough for most items.
const ROOM: usize = 1024;

/// What lines are indented by.
#[derive(Clone, Copy)]
pub(super) enum Level {
    /// Those of an item.
    Item,
    /// Those of a field, variant or constant.
    Part,
}

impl Level {
    fn comment(self) -> &'static str {
        match self {
            Self::Item => "/// ",
            Self::Part => "    /// ",
        }
    }
}

impl Woven {
    pub(super) fn new() -> Self {
        Self { text: String::with_capacity(ROOM), ends: Vec::new() }
    }

    /// Documents what comes next.
    pub(super) fn docs(&mut self, level: Level, docs: &Docs) {
        for line in docs.lines() {
            self.comment(level, line);
        }
    }

    /// A line of documentation.
    pub(super) fn comment(&mut self, level: Level, line: &str) {
        self.text.push_str(if line.is_empty() { level.comment().trim_end() } else { level.comment() });
        self.text.push_str(line);
        self.text.push('\n');
    }

    /// A line that the formatter would leave as it is.
    pub(super) fn line(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }

    /// A field or variant, if it fits on a line.
    pub(super) fn fitting(&mut self, add: impl FnOnce(&mut String)) -> bool {
        let start = self.text.len();
        add(&mut self.text);
        let fits = fits(&self.text[start..]);
        if fits {
            self.text.push('\n');
        } else {
            self.text.truncate(start);
        }
        fits
    }

    /// Ends the lines before an item.
    pub(super) fn start(&mut self) {
        self.ends.push(self.text.len());
    }

    /// The mark for all lines since the last mark.
    pub(super) fn mark(&mut self) -> Attribute {
        self.ends.push(self.text.len());
        syntax::attribute(options::DOCS)
    }

    /// The mark for all lines since the last mark, which are all that is in an item.
    pub(super) fn inner_mark(&mut self) -> Attribute {
        let style = AttrStyle::Inner(<syn::Token![!]>::default());
        Attribute { style, ..self.mark() }
    }

    /// The lines before each item, and those for each of its marks.
    pub(crate) fn pieces(&self) -> impl Iterator<Item = &str> {
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        starts.zip(&self.ends).map(|(start, end)| &self.text[start..*end])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_formatter_leaves_lines_that_fit_as_they_are() {
        for (around, start, end) in [
            ("pub struct A", "    pub ", ": Option<std::collections::BTreeMap<String, Vec<A>>>,"),
            ("pub struct A", "    pub ", ": Option<chrono::DateTime<chrono::FixedOffset>>,"),
            ("pub enum A", "    ", "(support::Deep<Vec<i32>>),"),
            ("pub enum A", "    ", ","),
            ("impl A", "    pub const ", ": &'static [i64] = &[1, -2];"),
            ("impl A", "    pub const ", ": &'static [B] = &[B::C, B::D];"),
            ("impl A", "    pub const ", ": &'static str = \"\\n\";"),
            ("impl A", "    pub const ", ": f64 = -1e-7;"),
        ] {
            let line = format!("{start}{}{end}", "a".repeat(WIDTH - start.len() - end.len()));
            let text = format!("{around} {{\n{line}\n}}\n");
            let file = syn::parse_file(&text).expect("Rust");
            assert!(fits(&line) && !fits(&format!("{line} ")));
            assert_eq!(prettyplease::unparse(&file), text);
        }
    }
}
