//! Files that look like documents and are not read, because of their extension.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use super::{Origin, has_extension};
use crate::diag::{Sink, codes};

/// Extensions of Markdown other than that of documents.
const MARKDOWN: &[&str] = &["markdown", "mdown", "mkdn", "mkd", "mdwn", "mdtxt", "mdtext", "mdx", "rmd", "qmd"];
/// Extensions of texts that may have tables of properties.
const TEXT: &[&str] =
    &["txt", "text", "html", "htm", "rst", "adoc", "asciidoc", "org", "textile", "orig", "bak", "md~"];
/// Longer files are not looked into.
const LONGEST: u64 = 1 << 20;

/// The files that are not read.
#[derive(Default)]
pub(super) struct Others {
    /// Those that look like documents, by folder and extension.
    similar: BTreeMap<(String, String), Files>,
    /// Links without an extension that lead to nothing. Any of them may have been a folder of documents.
    dangling: Vec<String>,
}

/// Files of a folder with the same extension.
struct Files {
    /// The path of the first one.
    first: String,
    /// How many others there are.
    more: usize,
}

impl Others {
    /// Notes a link that leads to nothing.
    pub(super) fn add_dangling(&mut self, label: &str) {
        self.dangling.push(label.to_owned());
    }

    /// Visits a file that is not read.
    pub(super) fn visit(&mut self, path: &Path, label: &str) {
        if has_extension(label, MARKDOWN) || (has_extension(label, TEXT) && has_table(path)) {
            let (folder, name) = label.rsplit_once('/').unwrap_or(("", label));
            let extension = name.rsplit_once('.').map_or(name, |(_, extension)| extension).to_lowercase();
            let found = self.similar.entry((folder.to_owned(), extension));
            found.and_modify(|files| files.more += 1).or_insert(Files { first: label.to_owned(), more: 0 });
        }
    }

    /// Reports the files, those of a folder that have the same extension as one.
    pub(super) fn report(&self, sink: &mut Sink) {
        for ((_, extension), Files { first, more }) in &self.similar {
            let others = match more {
                0 => String::new(),
                1 => " (and 1 more file in this folder)".to_owned(),
                count => format!(" (and {count} more files in this folder)"),
            };
            let message = format!(
                "this file looks like a document, but is not read because of its extension `.{extension}`{others}"
            );
            sink.report(&codes::UNREAD_FILE, Origin::start_of(first), message);
        }
        for label in &self.dangling {
            let message = "this link leads to nothing; if it was a folder of documents, they are not read".to_owned();
            sink.report(&codes::UNREAD_FILE, Origin::start_of(label), message);
        }
    }
}

/// Whether a file has a table in one of the notations for texts.
fn has_table(path: &Path) -> bool {
    let is_short = fs::metadata(path).is_ok_and(|file| file.is_file() && file.len() <= LONGEST);
    let text = if is_short { fs::read_to_string(path).unwrap_or_default() } else { String::new() };
    text.contains("<th") || text.lines().any(is_rule)
}

/// Whether a line is between the header and the rows of a table: `---|---`, `+---+---+`, `=== ===`, `|===`.
fn is_rule(line: &str) -> bool {
    let line = line.trim();
    let is_column = |cell: &&str| cell.len() > 1 && cell.trim_matches([':', '-', '=']).is_empty();
    let is_made_of_marks = line.chars().all(|letter| "|+-=: ".contains(letter));
    is_made_of_marks && (line == "|===" || line.split(['|', '+', ' ']).filter(is_column).count() > 1)
}
