//! What pages show of their dialect.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use super::Failure;
use crate::dialect::Role;

/// A page.
pub(super) struct Document {
    pub path: PathBuf,
    pub text: String,
}

/// What pages show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Facts {
    /// The headings of the columns, and what they contain.
    pub columns: Vec<(String, Role)>,
    /// The heading above the table, if it is the same on all pages.
    pub section: Option<String>,
    /// The header as it is written.
    pub header: String,
}

impl Document {
    /// A page to start from.
    pub(super) fn example() -> Self {
        let text = "# Label\n\nA label on a parcel.\n\n## Fields\n\n| Field | Kind | About | Flags |\n\
                    | --- | --- | --- | --- |\n| id | int64 | The number of the label. |  |\n\
                    | text | string | What it says. | [optional] |\n";
        Self { path: "Label.md".into(), text: text.to_owned() }
    }

    pub(super) fn file_name(&self) -> String {
        self.path.file_name().unwrap_or_default().to_string_lossy().into_owned()
    }
}

/// The pages at paths, sorted.
pub(super) fn documents(paths: &[PathBuf]) -> Result<Vec<Document>, Failure> {
    let mut documents = Vec::new();
    for path in paths {
        collect(path, &mut documents)?;
    }
    if documents.is_empty() {
        return Err(Failure::Message("there are no `.md` files at the paths of `--from`".to_owned()));
    }
    Ok(documents)
}

fn collect(path: &Path, documents: &mut Vec<Document>) -> Result<(), Failure> {
    let failure = |error: std::io::Error| Failure::Message(format!("cannot read `{}`: {error}", path.display()));
    if path.is_dir() {
        let entries: Result<Vec<PathBuf>, _> =
            fs::read_dir(path).map_err(failure)?.map(|entry| entry.map(|entry| entry.path())).collect();
        let mut entries = entries.map_err(failure)?;
        entries.sort();
        return entries.iter().try_for_each(|entry| collect(entry, documents));
    }
    if path.extension().is_some_and(|extension| extension == "md" || extension == "mdx") {
        let text = fs::read_to_string(path).map_err(failure)?;
        documents.push(Document { path: path.to_owned(), text });
    }
    Ok(())
}

impl Facts {
    /// What most tables with names and types have in common; `None` if there are no such tables.
    pub(super) fn of(documents: &[Document]) -> Option<Self> {
        let mut counts: BTreeMap<String, (usize, Self)> = BTreeMap::new();
        for facts in documents.iter().flat_map(|document| tables(&document.text)) {
            let key = format!("{:?}", facts.columns);
            let (count, known) = counts.entry(key).or_insert_with(|| (0, facts.clone()));
            *count += 1;
            if known.section != facts.section {
                known.section = None;
            }
        }
        counts.into_values().max_by_key(|(count, _)| *count).map(|(_, facts)| facts)
    }
}

/// The tables of a page that have names and types.
fn tables(text: &str) -> Vec<Facts> {
    let lines: Vec<&str> = text.lines().collect();
    let mut heading = None;
    let mut found = Vec::new();
    for (idx, line) in lines.iter().enumerate() {
        if let Some(text) = line.strip_prefix('#') {
            let depth = line.chars().take_while(|letter| *letter == '#').count();
            heading = Some((depth, text.trim_matches(['#', ' ']).to_owned()));
        }
        if lines.get(idx + 1).is_some_and(|next| is_delimiter(next)) && line.contains('|') {
            let columns: Vec<(String, Role)> = cells(line).map(|cell| (cell.to_owned(), role(cell))).collect();
            let has = |role: Role| columns.iter().any(|(_, other)| *other == role);
            if has(Role::Name) && has(Role::Type) {
                let section = heading.clone().filter(|(depth, _)| *depth > 1).map(|(_, text)| text);
                found.push(Facts { columns, section, header: line.trim().to_owned() });
            }
        }
    }
    found
}

fn is_delimiter(line: &str) -> bool {
    line.contains("--") && line.chars().all(|letter| "|-: ".contains(letter))
}

fn cells(line: &str) -> impl Iterator<Item = &str> {
    line.trim().trim_matches('|').split('|').map(str::trim)
}

/// What a column most likely contains.
fn role(heading: &str) -> Role {
    match &*heading.to_lowercase() {
        "name" | "field" | "property" | "key" | "attribute" | "parameter" => Role::Name,
        "type" | "kind" | "data type" | "datatype" => Role::Type,
        "description" | "about" | "comment" | "comments" | "details" | "text" | "summary" => Role::Description,
        "notes" | "flags" | "note" | "remarks" => Role::Notes,
        "default" | "default value" => Role::Default,
        _ => Role::Ignored,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_shows_columns_and_section() {
        let facts = Facts::of(&[Document::example()]).unwrap_or_else(|| panic!("a table"));
        let headings: Vec<&str> = facts.columns.iter().map(|(heading, _)| &**heading).collect();
        assert_eq!((facts.section.as_deref(), headings), (Some("Fields"), vec!["Field", "Kind", "About", "Flags"]));
        assert!(Facts::of(&[Document { path: "a.md".into(), text: "| A | B |\n|---|---|\n".to_owned() }]).is_none());
    }
}
