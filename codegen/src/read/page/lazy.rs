//! Pages that are read when somebody looks at them.

use std::sync::OnceLock;

use super::{Page, of};
use crate::source::Source;

/// A page that is read when somebody looks at it.
#[derive(Debug)]
pub struct LazyPage<'s> {
    /// The document.
    pub file: usize,
    source: &'s Source,
    page: OnceLock<Page>,
}

impl<'s> LazyPage<'s> {
    /// The page of a document.
    pub(crate) fn new(file: usize, source: &'s Source) -> Self {
        Self { file, source, page: OnceLock::new() }
    }

    /// The page.
    pub fn get(&self) -> &Page {
        self.page.get_or_init(|| of(self.file, self.source))
    }

    /// Whether somebody looked at the page.
    pub fn was_read(&self) -> bool {
        self.page.get().is_some()
    }

    /// The page alone.
    pub fn into_page(self) -> Page {
        self.page.into_inner().unwrap_or_else(|| of(self.file, self.source))
    }
}
