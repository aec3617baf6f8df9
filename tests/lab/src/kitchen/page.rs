//! What the text of a document states about a field, found without the reader.

use codegen::dialect::{self, Dialect, Role};
use codegen::schema::{Field, folded};

use super::Property;

/// The document of the model.
pub(super) struct Page<'a> {
    text: &'a str,
    lines: Vec<&'a str>,
    pub(super) dialect: &'static Dialect,
    type_column: usize,
}

impl<'a> Page<'a> {
    /// A document in the dialect of this name; `None` if the dialect has no column of types.
    pub(super) fn new(text: &'a str, dialect: &str) -> Option<Self> {
        let dialect = dialect::by_name(dialect)?;
        let type_column = dialect.columns.iter().position(|column| column.role == Role::Type)?;
        Some(Self { text, lines: text.lines().collect(), dialect, type_column })
    }

    /// The row that describes a field.
    pub(super) fn row(&self, field: &Field) -> &'a str {
        self.lines.get(field.origin.line as usize - 1).copied().unwrap_or_default()
    }

    /// The part of the row that states the type. It is the whole row where a link, a note or the rows below
    /// add to the cell.
    pub(super) fn type_cell(&self, field: &Field) -> &'a str {
        let row = self.row(field).trim_start_matches('|');
        let is_continued = self.lines.get(field.origin.line as usize).is_some_and(|line| line.starts_with("|»"));
        let uses_whole_row = is_continued || row.contains("](#") || row.contains("value must be ");
        let cell = if uses_whole_row { Some(row) } else { row.split('|').nth(self.type_column) };
        cell.unwrap_or_default().trim()
    }

    /// Whether the document lists the known values of a field, in a section or in the row.
    pub(super) fn lists_values(&self, property: &Property) -> bool {
        let name = folded(&property.name);
        property.values.iter().all(|value| self.text.contains(value.as_str()))
            && self.lines.iter().any(|line| self.is_section_with_values(line, &name) || is_row_with_values(line, &name))
    }

    fn is_section_with_values(&self, line: &str, name: &str) -> bool {
        line.starts_with("## ") && folded(line).contains(name) && !self.is_empty_section(line)
    }

    /// Whether a heading is followed by the header of a table only.
    fn is_empty_section(&self, heading: &str) -> bool {
        let after = self.lines.iter().skip_while(|line| **line != heading).skip(1);
        let mut section = after.take_while(|line| !line.starts_with('#'));
        section.all(|line| line.trim().is_empty() || line.contains("---") || *line == "Name | Value")
    }
}

fn is_row_with_values(line: &str, name: &str) -> bool {
    let lists_values = ["(enum: ", "[Enum: [", "must be one of"].iter().any(|start| line.contains(start));
    lists_values && line.contains(" | ") && folded(line).starts_with(name)
}

/// Whether a row states a default other than the absence of one.
pub(super) fn states_default(row: &str) -> bool {
    const NO_DEFAULT: [&str; 9] =
        ["undefined", "null", "nothing", "None", "const []", "const {}", "[]]", "{}]", "ListBuilder()"];
    let after = ["[default to ", "default value of ", "defaults to "];
    let default = after.iter().find_map(|start| row.split_once(start));
    default.is_some_and(|(_, text)| !NO_DEFAULT.iter().any(|it| text.starts_with(it)))
}

/// Whether a default is a literal. Some languages write the name of a constant instead, without its value.
pub(super) fn is_literal(text: &str) -> bool {
    let text = text.to_lowercase();
    text.starts_with(|first: char| first.is_ascii_digit() || "\"'@[{-$".contains(first))
        || ["true", "false", "some("].iter().any(|it| text.starts_with(it))
}
