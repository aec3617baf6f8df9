//! What a page has, whichever dialect asks. Many dialects ask the same, so each answer is found once.

use std::ptr;

use crate::dialect::{Dialect, Models, Weight};
use crate::read::layout::{Found, Sought, Tables};
use crate::read::page::{Block, Page, Table};

/// What separates a name from the packages before it in the titles of some dialects.
const NAMESPACES: [&str; 2] = ["::", "."];

/// What a page has.
pub(in crate::read::detect) struct Facts<'p> {
    tables: Tables<'p>,
    /// Whether it has YAML front matter with a title.
    pub(super) has_front_matter: bool,
    /// The separators of the packages in the title.
    namespaces: Vec<&'static str>,
    columns: Vec<Column<'p>>,
}

/// A column of a table.
struct Column<'p> {
    table: &'p Table,
    idx: usize,
    emphasis: Emphasised,
}

/// Which of the cells that are not empty have bold text.
#[derive(Clone, Copy)]
pub(super) struct Emphasised {
    /// Some have.
    pub some: bool,
    /// All have.
    pub all: bool,
}

impl<'p> Facts<'p> {
    /// Nothing but the title and the front matter is looked for yet.
    pub(in crate::read::detect) fn new(page: &'p Page) -> Self {
        let tables = Tables::new(page);
        let has_front_matter = page.blocks.iter().any(|block| matches!(block, Block::FrontMatterTitle(_)));
        let title = tables.title();
        let namespaces = NAMESPACES.into_iter().filter(|separator| is_path(title, separator)).collect();
        Self { tables, has_front_matter, namespaces, columns: Vec::new() }
    }

    /// What a dialect finds; `None` if there are no models.
    pub(in crate::read::detect) fn find(&mut self, sought: Sought) -> Option<Found<'p>> {
        self.tables.find(sought)
    }

    /// The page.
    pub(super) fn page(&self) -> &'p Page {
        self.tables.page()
    }

    /// The first heading.
    pub(super) fn title(&self) -> &'p str {
        self.tables.title()
    }

    /// Whether the page lacks a sign that all pages in a dialect have, whatever their property table is.
    pub(super) fn lacks_needed_sign(&self, dialect: &Dialect) -> bool {
        for evidence in dialect.evidence {
            if matches!(evidence.weight, Weight::Needed(_)) && self.shows(evidence.sign) == Some(false) {
                return true;
            }
        }
        false
    }

    /// Whether the title has packages before the name, separated as in another dialect.
    pub(super) fn has_foreign_title(&self, dialect: &Dialect) -> bool {
        let own = dialect.title.namespace;
        dialect.models == Models::OnePerPage && self.namespaces.iter().any(|separator| own != Some(*separator))
    }

    /// Which cells of a column have bold text.
    pub(super) fn emphasis(&mut self, table: Option<&'p Table>, column: Option<usize>) -> Emphasised {
        let mut emphasis = Emphasised { some: false, all: true };
        let (Some(table), Some(idx)) = (table, column) else { return emphasis };
        for known in &self.columns {
            if known.idx == idx && ptr::eq(known.table, table) {
                return known.emphasis;
            }
        }
        for cell in table.rows.iter().filter_map(|row| row.cells.get(idx)).filter(|cell| !cell.value.is_empty()) {
            let is_bold = cell.value.contains("**");
            emphasis.some |= is_bold;
            emphasis.all &= is_bold;
        }
        self.columns.push(Column { table, idx, emphasis });
        emphasis
    }
}

/// Whether a text is several identifiers with this separator between them.
fn is_path(text: &str, separator: &str) -> bool {
    let is_identifier = |part: &str| {
        part.starts_with(|first: char| first.is_alphabetic() || first == '_')
            && part.chars().all(|letter| letter.is_alphanumeric() || letter == '_')
    };
    text.contains(separator) && text.split(separator).all(is_identifier)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_identifiers_and_separators_only() {
        assert!(is_path("Shop.Model.Order", ".") && is_path("Shop::_Order2", "::"));
        for text in ["Order", "Order 2.1", "Order2.1", "Shop.Order, the model", ".Order", "Shop.", "Shop::Order"] {
            assert!(!is_path(text, "."), "{text}");
        }
    }
}
