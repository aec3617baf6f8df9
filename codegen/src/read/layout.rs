//! Where on a page its model is: the property table, lists of values and members, sections.

use std::borrow::Cow;

use crate::dialect::{
    Dialect, Models, Nested, Pages, Sections, UnionForm, UnionList, ValuesForm, ValuesList, ValuesPlace,
};
use crate::read::page::{Block, Page, Table};
use crate::source::Sp;

impl Dialect {
    /// The property table of a page: the first one with the right columns that stands under the section
    /// heading, or under the first heading if the page has no such section.
    pub fn property_table<'a>(&self, page: &'a Page) -> Option<&'a Table> {
        let has_section = page.blocks.iter().any(|it| self.is_section(it));
        let mut open = !has_section;
        for block in &page.blocks {
            match block {
                Block::Heading(_) if has_section => open |= self.is_section(block),
                // Titles may be repeated; a parameter table of an API page has a heading of its own.
                Block::Heading(text) => open = !text.value.to_ascii_lowercase().ends_with("parameters"),
                Block::Table(table) if open && self.has_columns(table) => return Some(table),
                _ => {}
            }
        }
        None
    }

    /// The property tables of a page: one, or one for each object that has a section.
    pub fn property_tables<'a>(&self, page: &'a Page) -> Vec<&'a Table> {
        match self.nested {
            Nested::No => self.property_table(page).into_iter().collect(),
            Nested::Sections(form) => form.of(page).iter().filter_map(|section| section.table(self.section?)).collect(),
            Nested::Rows(_) => page.tables().filter(|it| self.has_columns(it)).collect(),
            Nested::Pages(form) => form.table(page).into_iter().map(|it| it.1).collect(),
        }
    }

    /// The parts of a page that describe one model each.
    pub fn parts<'a>(&self, page: &'a Page) -> Vec<Cow<'a, Page>> {
        if self.models != Models::OnePerHeading {
            return vec![Cow::Borrowed(page)];
        }
        let headings: Vec<usize> = (0..page.blocks.len()).filter(|it| heading(&page.blocks[*it]).is_some()).collect();
        if self.section.is_some() {
            return self.parts_with_section(page, &headings);
        }
        let of_page = |body: &[Block]| {
            self.values.iter().any(|it| it.place == ValuesPlace::OfPage && it.list.fits(body))
                || body.iter().filter_map(Block::table).any(|it| self.has_columns(it))
        };
        let part = |idx: usize| {
            let blocks = page.blocks[idx..=idx].iter().chain(below(page, idx)).cloned().collect();
            Cow::Owned(Page { file: page.file, blocks })
        };
        headings.into_iter().filter(|idx| of_page(below(page, *idx))).map(part).collect()
    }

    /// The parts of a page on which each model has a heading and, below it, that of the property table.
    fn parts_with_section<'a>(&self, page: &'a Page, headings: &[usize]) -> Vec<Cow<'a, Page>> {
        let is_model = |two: &&[usize]| self.is_section(&page.blocks[two[1]]);
        let starts: Vec<usize> = headings.windows(2).filter(is_model).map(|two| two[0]).collect();
        let ends = starts.iter().skip(1).copied().chain([page.blocks.len()]);
        let part = |(start, end): (&usize, usize)| Page { file: page.file, blocks: page.blocks[*start..end].to_vec() };
        let parts = starts.iter().zip(ends).map(part);
        parts.filter(|it| self.property_table(it).is_some()).map(Cow::Owned).collect()
    }

    /// What a page of this dialect describes; `None` if it describes no model.
    pub fn subject<'a>(&self, page: &'a Page) -> Option<Subject<'a>> {
        if let Nested::Sections(form) = self.nested {
            return form.of(page).into_iter().next().map(|_| Subject::Sections(form));
        }
        if let Nested::Pages(form) = self.nested {
            return form.own(page).map(|(heading, name)| Subject::Page { form, heading, name });
        }
        if let Some(table) = self.property_table(page) {
            return Some(Subject::Fields(table));
        }
        let headings = || page.blocks.iter().enumerate().filter_map(|(idx, it)| Some((idx, heading(it)?)));
        for (idx, text) in headings() {
            let body = below(page, idx);
            if let (true, Some(Block::Paragraph(ty))) = (self.whole == Some(text), body.first()) {
                return Some(Subject::Whole { heading: idx, ty });
            }
            let of_model = |form: &&ValuesForm| match form.place {
                ValuesPlace::OfModel(it) => it == text,
                ValuesPlace::OfPage => true,
                _ => false,
            };
            if let Some(form) = self.values.iter().filter(of_model).find(|it| it.list.fits(body)) {
                return Some(Subject::Values { form, heading: idx, body });
            }
            if let Some(form) = self.unions.iter().find(|it| it.heading == text && it.list.fits(body)) {
                // The code that has the symbols stands under a heading of its own.
                let body = if form.list == UnionList::Symbols { &page.blocks[idx + 1..] } else { body };
                return Some(Subject::Union { form, heading: idx, body });
            }
        }
        None
    }

    fn has_columns(&self, table: &Table) -> bool {
        let cells = &table.header.cells;
        cells.len() == self.columns.len()
            && cells.iter().zip(self.columns).all(|(cell, column)| cell.value.eq_ignore_ascii_case(column.heading))
    }

    /// Whether a block is the heading above the property table.
    pub fn is_section(&self, block: &Block) -> bool {
        heading(block).zip(self.section).is_some_and(|(text, section)| text.eq_ignore_ascii_case(section))
    }
}

/// What a page describes.
#[derive(Clone, Copy, Debug)]
pub enum Subject<'a> {
    /// A model with the fields of this property table.
    Fields(&'a Table),
    /// A model of which the values are listed.
    Values {
        /// In which form.
        form: &'static ValuesForm,
        /// Below which block.
        heading: usize,
        /// The blocks with the values.
        body: &'a [Block],
    },
    /// A model that is one of several types.
    Union {
        /// In which form.
        form: &'static UnionForm,
        /// Below which block.
        heading: usize,
        /// The blocks with the members.
        body: &'a [Block],
    },
    /// A model with a section, and one for each type within it.
    Sections(&'static Sections),
    /// A model whose type has a section, on a page that may have a property table, too.
    Page {
        /// In which form.
        form: &'static Pages,
        /// The heading above the type.
        heading: usize,
        /// What the headings about the model start with.
        name: &'a str,
    },
    /// A model that is another name for a type.
    Whole {
        /// Below which block.
        heading: usize,
        /// The type.
        ty: &'a Sp<String>,
    },
}

impl ValuesList {
    /// Whether the blocks below a heading can be such a list. A table must be there, though without rows;
    /// bullets need not, as generators write none where they know none.
    pub(crate) fn fits(self, body: &[Block]) -> bool {
        match self {
            Self::Rows(a, b) | Self::OneRow(a, b) => {
                body.iter().filter_map(Block::table).any(|it| it.has_columns(&[a, b]))
            }
            Self::FirstOf(columns) => body.iter().filter_map(Block::table).any(|it| it.has_columns(columns)),
            Self::Bullets | Self::Line(..) => !body.iter().any(|it| it.table().is_some()),
        }
    }
}

impl UnionList {
    fn fits(self, body: &[Block]) -> bool {
        match self {
            Self::Rows(a, b) => body.iter().filter_map(Block::table).any(|it| it.has_columns(&[a, b])),
            Self::Bullets | Self::Symbols => true,
        }
    }
}

/// The text of a heading.
pub fn heading(block: &Block) -> Option<&str> {
    if let Block::Heading(text) = block { Some(&text.value) } else { None }
}

/// The blocks between a heading and the next one.
pub fn below(page: &Page, idx: usize) -> &[Block] {
    let body = page.blocks.get(idx + 1..).unwrap_or_default();
    let end = body.iter().position(|it| heading(it).is_some()).unwrap_or(body.len());
    &body[..end]
}

impl Pages {
    /// The name of the model in the heading above its type, and the place of that heading.
    pub fn own<'a>(&self, page: &'a Page) -> Option<(usize, &'a str)> {
        let name = |(idx, it): (usize, &'a Block)| Some((idx, heading(it)?.strip_suffix(self.ty)?));
        page.blocks.iter().enumerate().find_map(name)
    }

    /// The property table of a page, and the place of the heading above it.
    pub fn table<'a>(&self, page: &'a Page) -> Option<(usize, &'a Table)> {
        let (from, own) = self.own(page)?;
        let is_above = |it: &Block| heading(it).and_then(|it| it.strip_suffix(self.properties)) == Some(own);
        let at = from + page.blocks[from..].iter().position(is_above)?;
        Some((at, below(page, at).iter().find_map(Block::table)?))
    }
}

/// A section of a page with [`Sections`].
#[derive(Clone, Copy, Debug)]
pub struct Section<'a> {
    /// The heading that names it.
    pub name: &'a Sp<String>,
    /// What stands below it.
    pub body: &'a [Block],
}

impl Sections {
    /// The sections of a page, in order. A page of calls has such sections too, but does not begin with one.
    pub fn of<'a>(&self, page: &'a Page) -> Vec<Section<'a>> {
        let headings: Vec<(usize, &Sp<String>)> = page.blocks.iter().enumerate().filter_map(name).collect();
        let is_named = |two: &[(usize, &Sp<String>)]| two[1].1.value == self.whole;
        if !headings.windows(2).next().is_some_and(is_named) {
            return Vec::new();
        }
        let starts: Vec<(usize, &Sp<String>)> = headings.windows(2).filter(|it| is_named(it)).map(|it| it[0]).collect();
        let ends = starts.iter().skip(1).map(|it| it.0).chain([page.blocks.len()]);
        let body = |start: usize, end: usize| page.blocks.get(start + 1..end).unwrap_or_default();
        starts.iter().zip(ends).map(|((start, name), end)| Section { name, body: body(*start, end) }).collect()
    }
}

impl<'a> Section<'a> {
    /// The table right below a heading.
    pub fn table(&self, heading: &str) -> Option<&'a Table> {
        let mut blocks = self.body.iter().skip_while(|it| !matches!(it, Block::Heading(it) if it.value == heading));
        blocks.next();
        blocks.next().and_then(Block::table)
    }
}

fn name((idx, block): (usize, &Block)) -> Option<(usize, &Sp<String>)> {
    if let Block::Heading(text) = block { Some((idx, text)) } else { None }
}
