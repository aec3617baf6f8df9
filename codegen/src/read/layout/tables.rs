//! What detection has to know of the layout of a page.

use super::blocks::Blocks;
use super::{flat, models, property_table};
use crate::dialect::{Dialect, Models, Nested};
use crate::read::page::{Page, Table};

/// Finds whether dialects see models on a page, and the first property table. Most dialects look for the same one, which
/// is searched once.
pub struct Tables<'p> {
    page: &'p Page,
    /// The results for dialects with a flat layout that look for other tables than the ones before.
    flat: Vec<(&'static Dialect, Option<&'p Table>)>,
}

/// What a page has, read as a dialect.
#[derive(Clone, Copy, Debug)]
pub struct Found<'p> {
    /// The first property table.
    pub table: Option<&'p Table>,
}

impl<'p> Tables<'p> {
    /// Nothing of the page is laid out yet.
    pub fn new(page: &'p Page) -> Self {
        Self { page, flat: Vec::new() }
    }

    /// The page.
    pub fn page(&self) -> &'p Page {
        self.page
    }

    /// What a dialect finds; `None` if there are no models.
    pub fn find(&mut self, dialect: &'static Dialect) -> Option<Found<'p>> {
        if dialect.nested == Nested::No {
            let found = self.flat(dialect);
            if found.is_some() || !flat::can_have_models(&Blocks::new(self.page), dialect) {
                return found;
            }
        }
        let models = models(self.page, dialect);
        (!models.is_empty()).then(|| Found { table: property_table(&models) })
    }

    /// The property table of the only model of a page, which can be found without laying out the page.
    fn flat(&mut self, dialect: &'static Dialect) -> Option<Found<'p>> {
        if dialect.models == Models::OnePerHeading {
            return None;
        }
        let looks_for = |dialect: &Dialect| (dialect.section, dialect.columns, dialect.more_columns);
        let known = self.flat.iter().find(|(known, _)| looks_for(known) == looks_for(dialect));
        let table = if let Some((_, table)) = known { *table } else { self.search(dialect) };
        table.map(|table| Found { table: Some(table) })
    }

    fn search(&mut self, dialect: &'static Dialect) -> Option<&'p Table> {
        let blocks = Blocks::new(self.page);
        let table = flat::property_table(&blocks, dialect, blocks.all()).and_then(|idx| blocks.table(idx));
        self.flat.push((dialect, table));
        table
    }
}
