//! What detection has to know of the layout of a page.

use super::blocks::Blocks;
use super::{flat, heading, models, property_table};
use crate::dialect::{Dialect, Models, Nested, Role, ValuesPlace};
use crate::read::page::{Page, Table};

/// A dialect, and the numbers of what it looks for. Those that look for the same have the same numbers.
#[derive(Clone, Copy, Debug)]
pub struct Sought {
    /// The dialect.
    pub dialect: &'static Dialect,
    /// The number of its columns.
    columns: usize,
    /// The number of its property table: the heading above it, and its columns.
    table: usize,
    /// The column of names.
    pub names: Option<usize>,
    /// The column of types.
    pub types: Option<usize>,
}

impl Sought {
    /// What dialects look for.
    pub fn by_all(dialects: &[&'static Dialect]) -> Vec<Self> {
        let mut all: Vec<Self> = Vec::with_capacity(dialects.len());
        for (next, dialect) in dialects.iter().copied().enumerate() {
            let columns =
                |of: &Self| (of.dialect.columns, of.dialect.more_columns) == (dialect.columns, dialect.more_columns);
            let table = |of: &&Self| columns(of) && of.dialect.section == dialect.section;
            let (columns, table) = (all.iter().find(|of| columns(of)), all.iter().find(table));
            let (columns, table) = (columns.map_or(next, |of| of.columns), table.map_or(next, |of| of.table));
            all.push(Self { columns, table, ..Self::by(dialect) });
        }
        all
    }

    /// What a dialect looks for on a page that no other dialect looks at.
    pub fn by(dialect: &'static Dialect) -> Self {
        let column = |role: Role| dialect.columns.iter().position(|column| column.role == role);
        Self { dialect, columns: 0, table: 0, names: column(Role::Name), types: column(Role::Type) }
    }
}

/// Finds whether dialects see models on a page, and the first property table. Most dialects look for the same one, which
/// is searched once.
pub struct Tables<'p> {
    page: &'p Page,
    /// The texts of all headings.
    headings: Vec<&'p str>,
    /// The property tables for dialects with a flat layout, by their number.
    flat: Vec<(usize, Option<&'p Table>)>,
    /// Whether a table has certain columns, by their number.
    headed: Vec<(usize, bool)>,
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
        let headings = page.blocks.iter().filter_map(heading).collect();
        Self { page, headings, flat: Vec::new(), headed: Vec::new() }
    }

    /// The page.
    pub fn page(&self) -> &'p Page {
        self.page
    }

    /// The first heading.
    pub fn title(&self) -> &'p str {
        self.headings.first().copied().unwrap_or_default()
    }

    /// What a dialect finds; `None` if there are no models.
    pub fn find(&mut self, sought: Sought) -> Option<Found<'p>> {
        let dialect = sought.dialect;
        if matches!(dialect.nested, Nested::No) {
            let found = self.flat(sought);
            if found.is_some() || !self.can_have_models(sought) {
                return found;
            }
            return flat::find(&Blocks::new(self.page), dialect);
        }
        let models = models(self.page, dialect);
        (!models.is_empty()).then(|| Found { table: property_table(&models) })
    }

    /// The property table of the only model of a page, which can be found without laying out the page.
    fn flat(&mut self, sought: Sought) -> Option<Found<'p>> {
        let dialect = sought.dialect;
        if dialect.models == Models::OnePerHeading {
            return None;
        }
        for (number, table) in &self.flat {
            if *number == sought.table {
                return table.map(|table| Found { table: Some(table) });
            }
        }
        let blocks = Blocks::new(self.page);
        let table = flat::property_table(&blocks, dialect, blocks.all()).and_then(|idx| blocks.table(idx));
        self.flat.push((sought.table, table));
        table.map(|table| Found { table: Some(table) })
    }

    /// Whether the page can have models in the flat layout: it has a table with the right columns, or the heading of
    /// something else that can be one.
    fn can_have_models(&mut self, sought: Sought) -> bool {
        self.is_headed(sought) || self.has_heading_of_model(sought.dialect)
    }

    fn is_headed(&mut self, sought: Sought) -> bool {
        for (number, is_headed) in &self.headed {
            if *number == sought.columns {
                return *is_headed;
            }
        }
        let is_headed = self.page.tables().any(|table| sought.dialect.has_columns(&table.header));
        self.headed.push((sought.columns, is_headed));
        is_headed
    }

    fn has_heading_of_model(&self, dialect: &Dialect) -> bool {
        let has = |text: &str| self.headings.contains(&text);
        for form in dialect.values {
            match form.place {
                ValuesPlace::OfPage if !self.headings.is_empty() => return true,
                ValuesPlace::OfModel(text) if has(text) => return true,
                _ => {}
            }
        }
        dialect.whole.is_some_and(has) || dialect.unions.iter().any(|form| has(form.heading))
    }
}
