//! Nothing that a row says is lost in silence: a word in any cell is in what the document says, or in a diagnostic.
//! `WORDS=10000` tries as many.

use std::collections::BTreeMap;
use std::io;
use std::ops::Range;

use codegen::internals::page::{self, Cell, Table};
use codegen::internals::read_texts;
use codegen::{Config, Outcome};
use tests::accepted::{self, Documents};
use tests::mutation::Random;

/// A word that no document has.
const MARK: &str = "zqxmark";

/// The columns that say nothing about JSON, by the heading of the first column: those about the SDK, and what lists say
/// about their values.
const UNREAD: &[(&str, &[&str])] = &[
    ("Class Name", &["Class Name", "Accessed Type"]),
    ("Field", &["Example"]),
    ("Input Type", &["Accessed Type"]),
    ("Key", &["Accessed Type"]),
    ("Name", &["Default", "Getter", "Mapping", "Number", "SQL Type", "Setter"]),
    ("Property", &["Defined by"]),
    ("Type", &["Factory Method"]),
    ("Value", &["Description", "Explanation"]),
];

/// What lists beside properties say about the type and the description of their values and names.
const OF_LISTS: &[&[&str]] =
    &[&["Name", "Type"], &["Name", "Value"], &["Name", "Description"], &["Name", "Number", "Description"]];

/// Documents, and what is read of them.
struct Case {
    documents: Documents,
    outcome: Outcome,
}

/// A cell of a document.
struct Place {
    document: usize,
    columns: String,
    row: Range<usize>,
    cell: Range<usize>,
}

#[test]
fn no_word_of_a_row_is_lost() -> io::Result<()> {
    let count = std::env::var("WORDS").ok().and_then(|count| count.parse().ok()).unwrap_or(400);
    let cases: Vec<Case> = accepted::cases()?.into_iter().map(Case::new).collect();
    let places: Vec<(&Case, Place)> =
        cases.iter().flat_map(|case| case.places().into_iter().map(move |place| (case, place))).collect();
    let mut random = Random::new(17);
    let mut silent = BTreeMap::new();
    for _ in 0..count {
        let (case, place) = &places[random.below(places.len())];
        let is_alone = random.below(2) == 0;
        if !case.notices(place, is_alone) {
            silent.insert(place.columns.clone(), case.documents[place.document].1[place.row.clone()].to_owned());
        }
    }
    assert!(silent.is_empty(), "lost in silence: {silent:#?}");
    Ok(())
}

impl Case {
    /// Documents without corrections, which settle what the documents say.
    fn new(mut documents: Documents) -> Self {
        documents.retain(|(path, _)| !path.ends_with("CORRECTIONS.md"));
        let outcome = Config::new().compile_texts(documents.clone());
        Self { documents, outcome }
    }

    /// The cells of all documents of models, but for those that are not read.
    fn places(&self) -> Vec<Place> {
        let mut places = Vec::new();
        for (document, (path, text)) in self.documents.iter().enumerate() {
            if self.outcome.dialects.contains_key(&**path) {
                places.extend(page::read(0, text).tables().flat_map(|table| cells(document, table)));
            }
        }
        places
    }

    /// Whether a mark in a cell, or in its place, is read or reported. A row that is not about a model may say anything.
    fn notices(&self, place: &Place, is_alone: bool) -> bool {
        let text = &self.documents[place.document].1;
        let kept = if is_alone { "" } else { text[place.cell.clone()].trim_end() };
        let changed = self.with(place.document, place.cell.clone(), &format!(" {kept} {MARK} "));
        let (models, after) = read_texts(&Config::new(), changed);
        let is_reported = || after.diagnostics.iter().any(|found| !self.outcome.diagnostics.contains(found));
        format!("{models:?}").contains(MARK) || is_reported() || self.is_beside(place)
    }

    /// Whether a row is that of a table beside the models.
    fn is_beside(&self, place: &Place) -> bool {
        let rest = &self.documents[place.document].1[place.row.end..];
        let end = place.row.end + rest.find('\n').map_or(rest.len(), |len| len + 1);
        let without = self.with(place.document, place.row.start..end, "");
        let beside = |outcome: &Outcome| outcome.account.tally.beside;
        beside(&Config::new().compile_texts(without)) < beside(&self.outcome)
    }

    fn with(&self, document: usize, range: Range<usize>, new: &str) -> Documents {
        let mut documents = self.documents.clone();
        documents[document].1.replace_range(range, new);
        documents
    }
}

/// The cells of a table whose columns are read.
fn cells(document: usize, table: &Table) -> Vec<Place> {
    let headings: Vec<&str> = table.header.cells.iter().map(|cell| cell.value.as_str()).collect();
    let mut places = Vec::new();
    for row in &table.rows {
        let read = row.cells.iter().enumerate().filter(|(column, _)| is_read(&headings, *column));
        places.extend(read.map(|(column, Cell { span, .. })| Place {
            document,
            columns: format!("{} | {}", headings[0], headings.get(column).unwrap_or(&"?")),
            row: row.span.start..row.span.end,
            cell: span.start..span.end,
        }));
    }
    places
}

fn is_read(headings: &[&str], column: usize) -> bool {
    let heading = headings.get(column).copied().unwrap_or_default();
    let is_unread = |(first, unread): &(&str, &[&str])| *first == headings[0] && unread.contains(&heading);
    !OF_LISTS.contains(&headings) && !UNREAD.iter().any(is_unread)
}
