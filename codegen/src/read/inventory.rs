//! What is at a path whose documents describe no model.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use crate::diag::{Sink, codes, counted};
use crate::dialect::Dialect;
use crate::read::detect::{columns, foreign_word, is_of_calls};
use crate::read::page::Page;
use crate::source::{Origin, Root, Sources, is_within};

/// Reports each given path at which all documents were left alone, with what was found there. What was reported about
/// these documents is a consequence.
pub fn check(left_alone: &[&Page], known: &[&'static Dialect], sources: &Sources, sink: &mut Sink) {
    let alone: BTreeSet<usize> = left_alone.iter().map(|page| page.file).collect();
    for root in sources.roots().iter().filter(|root| !root.is_explained) {
        let within = || sources.iter().filter(|(_, source)| is_within(&source.path, &root.label));
        let mut documents = within().filter(|(_, source)| !source.corrects).peekable();
        let is_ignored = root.has_ignored && documents.peek().is_none();
        if is_ignored || documents.any(|(file, _)| !alone.contains(&file)) {
            continue;
        }
        let pages = left_alone.iter().filter(|page| is_within(&sources.get(page.file).path, &root.label));
        let inventory = Inventory::new(pages.copied(), known, root);
        // Documents that are not on the disk have no path of their own.
        let place = if root.label.is_empty() { within().next().map(|(_, source)| &*source.path) } else { None };
        let is_consequence = |code| code == &codes::NO_TABLE || code == &codes::UNREAD_FILE;
        sink.drop_consequences(|found| is_consequence(found.code) && is_within(&found.origin.path, &root.label));
        let message = format!("no document here describes a model: {inventory}");
        sink.report(&codes::NO_MODEL, Origin::start_of(place.unwrap_or(&root.label)), message);
    }
}

/// Documents with the columns of a dialect and other words in them.
#[derive(Debug, Default)]
struct Foreign {
    documents: usize,
    /// One of these words.
    word: String,
}

/// What is at a path.
#[derive(Debug, Default)]
struct Inventory {
    /// The pages of calls.
    calls: usize,
    /// The documents by the columns of their first table.
    columns: BTreeMap<String, usize>,
    /// The documents with the columns of a dialect and other words in them, by dialect.
    foreign: BTreeMap<&'static str, Foreign>,
    /// The documents without a table.
    without_table: usize,
    /// The files that are not read, by extension.
    other_files: BTreeMap<String, usize>,
}

impl Inventory {
    fn new<'p>(pages: impl Iterator<Item = &'p Page>, known: &[&'static Dialect], root: &Root) -> Self {
        let mut inventory = Self { other_files: root.other_files.clone(), ..Self::default() };
        for page in pages {
            let foreign = known.iter().find_map(|dialect| Some((dialect.name, foreign_word(dialect, page)?)));
            if let Some((dialect, word)) = foreign {
                let found = inventory.foreign.entry(dialect).or_default();
                found.documents += 1;
                found.word = word;
                continue;
            }
            match page.tables().next() {
                _ if is_of_calls(page) => inventory.calls += 1,
                Some(table) => *inventory.columns.entry(columns(table)).or_default() += 1,
                None => inventory.without_table += 1,
            }
        }
        inventory
    }

    /// The columns that most documents have, or the first of several.
    fn most_columns(&self) -> Option<&str> {
        let most = self.columns.values().max()?;
        self.columns.iter().find(|(_, count)| *count == most).map(|(columns, _)| columns.as_str())
    }
}

impl fmt::Display for Inventory {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut parts = Vec::new();
        if let Some(columns) = self.most_columns() {
            let documents = counted(self.columns.values().sum(), "document");
            parts.push(format!("{documents} with tables of other columns, such as `{columns}`"));
        }
        for (dialect, Foreign { documents, word }) in &self.foreign {
            let documents = counted(*documents, "document");
            parts
                .push(format!("{documents} with the columns of `{dialect}` and other words in them, such as `{word}`"));
        }
        if self.calls > 0 {
            parts.push(format!("{} of calls", counted(self.calls, "page")));
        }
        if self.without_table > 0 {
            parts.push(format!("{} without a table", counted(self.without_table, "document")));
        }
        if !self.other_files.is_empty() {
            let extensions: Vec<String> = self.other_files.keys().map(|extension| shown(extension)).collect();
            let count = self.other_files.values().sum();
            let (files, are) = (counted(count, "file"), if count == 1 { "is" } else { "are" });
            parts.push(format!("{files} that {are} not read ({})", extensions.join(", ")));
        }
        if parts.is_empty() {
            parts.push("there is no document".to_owned());
        }
        f.write_str(&parts.join("; "))
    }
}

fn shown(extension: &str) -> String {
    if extension.is_empty() { "without an extension".to_owned() } else { format!("`.{extension}`") }
}
