//! Rows that are added to files of corrections.

use std::collections::BTreeMap;
use std::fs;

use similar::TextDiff;

use super::Failure;
use super::problems::Part;
use crate::build::learn::report::Row;
use crate::read::page::{self, Table};
use crate::schema::ModelName;
use crate::source::{CORRECTION_COLUMNS, CORRECTIONS, Source, is_within};

/// A file of corrections with more rows than it has.
#[derive(Debug)]
pub(super) struct Proposal {
    /// Where the file is.
    pub path: String,
    /// How many rows are added.
    pub rows: usize,
    old: String,
    new: String,
}

impl Proposal {
    /// What changes, as a unified diff.
    pub(super) fn diff(&self) -> String {
        let diff = TextDiff::from_lines(&*self.old, &*self.new);
        diff.unified_diff().header(&self.path, &self.path).to_string()
    }

    pub(super) fn write(&self) -> Result<(), Failure> {
        fs::write(&self.path, &self.new)
            .map_err(|error| Failure::Message(format!("cannot write `{}`: {error}", self.path)))
    }
}

/// Adds rows to the files of corrections of the documents that they correct.
pub(super) fn propose(part: &Part<'_>, rows: &[Row]) -> Vec<Proposal> {
    let mut by_file: BTreeMap<String, Vec<&Row>> = BTreeMap::new();
    for row in rows {
        by_file.entry(file_for(row, part)).or_default().push(row);
    }
    let mut proposals = Vec::with_capacity(by_file.len());
    for (path, rows) in by_file {
        let old = part.outcome.sources.at(&path).map_or_else(String::new, |source| source.text.clone());
        let new = with_rows(&old, &rows);
        proposals.push(Proposal { path: part.shown(&path), rows: rows.len(), old, new });
    }
    proposals
}

/// The file that a row is added to: a file of corrections that was given, or that is with the document; otherwise, a new one
/// in the folder that was given.
fn file_for(row: &Row, part: &Part<'_>) -> String {
    let sources = &part.outcome.sources;
    let model = part.outcome.schema.models.get(&ModelName(row.model.clone()));
    let document = model.map_or("", |model| &model.origin.path);
    let roots = || sources.roots().iter().map(|root| root.label.as_str());
    let own = roots().filter(|root| is_within(document, root)).max_by_key(|root| root.len());
    let root = own.or_else(|| roots().next()).unwrap_or_default();
    let is_near = |source: &Source| is_within(&source.path, root) || !roots().any(|root| is_within(&source.path, root));
    let known = sources.iter().map(|(_, source)| source).find(|source| source.corrects && is_near(source));
    match known {
        Some(source) => source.path.to_string(),
        // The path of a document was given.
        None if sources.has(root) => match root.rsplit_once('/') {
            Some((folder, _)) => format!("{folder}/{CORRECTIONS}"),
            None => CORRECTIONS.to_owned(),
        },
        None => format!("{root}/{CORRECTIONS}"),
    }
}

/// A text with rows at the end of its last table of corrections, or with a table of its own.
fn with_rows(text: &str, rows: &[&Row]) -> String {
    let added: String = rows.iter().map(|row| format!("{row}\n")).collect();
    let page = page::read(0, text);
    if let Some(table) = page.tables().filter(|table| table.has_columns(CORRECTION_COLUMNS)).last() {
        let at = end_of(table, text);
        let (before, after) = text.split_at(at);
        let between = if before.ends_with('\n') { "" } else { "\n" };
        return [before, between, &added, after].concat();
    }
    let heading = if text.trim().is_empty() { "# Corrections\n".to_owned() } else { text.trim_end().to_owned() + "\n" };
    let (columns, rule) = (CORRECTION_COLUMNS.join(" | "), ["---"; 5].join(" | "));
    format!("{heading}\n| {columns} |\n| {rule} |\n{added}")
}

/// The byte after the last line of a table.
fn end_of(table: &Table, text: &str) -> usize {
    // The line below the header separates it from the rows.
    let (from, lines) = table.rows.last().map_or((table.header.span.start, 2), |row| (row.span.start, 1));
    let mut end = from;
    for _ in 0..lines {
        end = text.get(end..).and_then(|rest| rest.find('\n')).map_or(text.len(), |at| end + at + 1);
    }
    end
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row() -> Row {
        let (model, field, reason) = ("Tag".to_owned(), Some("id".to_owned()), "Seen".to_owned());
        Row { model, field, correction: "type", value: Some("int64".to_owned()), reason }
    }

    const HEAD: &str = "| Model | Field | Correction | Value | Reason |\n| --- | --- | --- | --- | --- |\n";
    const ROW: &str = "| Tag | id | type | int64 | Seen |\n";

    #[test]
    fn rows_are_added_to_the_last_table() {
        let other = "| Tag | name | skip |  | Nobody needs it |";
        for (text, expected) in [
            (String::new(), format!("# Corrections\n\n{HEAD}{ROW}")),
            ("# Ours\n\nText.".to_owned(), format!("# Ours\n\nText.\n\n{HEAD}{ROW}")),
            (HEAD.to_owned(), format!("{HEAD}{ROW}")),
            (format!("{HEAD}{other}"), format!("{HEAD}{other}\n{ROW}")),
            (format!("{HEAD}{other}\n\nText.\n"), format!("{HEAD}{other}\n{ROW}\nText.\n")),
        ] {
            assert_eq!(with_rows(&text, &[&row()]), expected, "{text}");
        }
    }
}
