//! The blocks of a page while it is laid out.

use std::collections::BTreeSet;
use std::ops::Range;

use super::instead::{first_below_section, listed_fields, quoted_table};
use super::{Instead, Item, Layout, Outline, Second, Unread};
use crate::dialect::{Dialect, Models};
use crate::read::page::{Block, Cell, Page, Row, Table};
use crate::source::{Sp, Span};

/// The blocks of a page. Text can be looked at; the rows of a table can only be had by taking it.
pub(super) struct Blocks<'p> {
    page: &'p Page,
    /// The tables and texts that were taken, and what looks like a table and is text.
    taken: BTreeSet<usize>,
    /// The headings of the lists that were read.
    lists: BTreeSet<usize>,
    /// Where the models are that were found so far.
    models: Vec<Range<usize>>,
    /// What is below the table or list of each model.
    below: Vec<Range<usize>>,
    /// What was taken and is not read all the same.
    unread: Vec<Unread<'p>>,
    /// The tables that are about something else.
    others: Vec<&'p Table>,
}

impl<'p> Blocks<'p> {
    pub(super) fn new(page: &'p Page) -> Self {
        Self {
            page,
            taken: BTreeSet::new(),
            lists: BTreeSet::new(),
            models: Vec::new(),
            below: Vec::new(),
            unread: Vec::new(),
            others: Vec::new(),
        }
    }

    /// All blocks.
    pub(super) fn all(&self) -> Range<usize> {
        0..self.page.blocks.len()
    }

    /// The place of a block; past the last one, the start of the page.
    pub(super) fn span(&self, idx: usize) -> Span {
        let start = Span { file: self.page.file, start: 0, end: 0 };
        self.page.blocks.get(idx).map_or(start, Block::span)
    }

    /// A heading with its place.
    pub(super) fn heading(&self, idx: usize) -> Option<&'p Sp<String>> {
        if let Block::Heading { text, .. } = self.page.blocks.get(idx)? { Some(text) } else { None }
    }

    /// The text of a heading.
    pub(super) fn heading_text(&self, idx: usize) -> Option<&'p str> {
        self.heading(idx).map(|heading| heading.value.as_str())
    }

    /// The title in the front matter.
    pub(super) fn front_matter(&self, idx: usize) -> Option<&'p Sp<String>> {
        if let Block::FrontMatterTitle(text) = self.page.blocks.get(idx)? { Some(text) } else { None }
    }

    /// A paragraph.
    pub(super) fn paragraph(&self, idx: usize) -> Option<&'p Sp<String>> {
        if let Block::Paragraph(text) = self.page.blocks.get(idx)? { Some(text) } else { None }
    }

    /// A paragraph, or lines that look like a table and are where text is.
    pub(super) fn take_text(&mut self, idx: usize) -> Option<&'p Sp<String>> {
        let text = match self.page.blocks.get(idx)? {
            Block::Paragraph(text) => text,
            Block::BrokenTable(broken) => &broken.text,
            _ => return None,
        };
        self.taken.insert(idx);
        Some(text)
    }

    /// The header of a table.
    pub(super) fn header(&self, idx: usize) -> Option<&'p Row> {
        self.page.blocks.get(idx)?.table().map(|table| &table.header)
    }

    /// A table, to look at. Its rows are only read after it was taken.
    pub(super) fn table(&self, idx: usize) -> Option<&'p Table> {
        self.page.blocks.get(idx)?.table()
    }

    /// The first cells of the rows of a table.
    pub(super) fn first_cells(&self, idx: usize) -> impl Iterator<Item = &'p Cell> + use<'p> {
        let rows = self.page.blocks.get(idx).and_then(Block::table).map(|table| table.rows.as_slice());
        rows.unwrap_or_default().iter().filter_map(|row| row.cells.first())
    }

    /// The headings in a part of the page.
    pub(super) fn headings(&self, part: Range<usize>) -> impl Iterator<Item = (usize, &'p Sp<String>)> {
        part.filter_map(|idx| Some((idx, self.heading(idx)?)))
    }

    /// The blocks between a heading and the next one.
    pub(super) fn below(&self, heading: usize, part: &Range<usize>) -> Range<usize> {
        let start = (heading + 1).min(part.end);
        let end = (start..part.end).find(|idx| self.heading(*idx).is_some());
        start..end.unwrap_or(part.end)
    }

    /// The first table in a part of the page that has a header like this.
    pub(super) fn find_table(&self, mut part: Range<usize>, fits: impl Fn(&Row) -> bool) -> Option<usize> {
        part.find(|idx| self.header(*idx).is_some_and(&fits))
    }

    /// The parts of the page that can describe a model: the page, or where it describes several, the blocks from one
    /// heading on.
    pub(super) fn parts(&self, dialect: &Dialect) -> Vec<Range<usize>> {
        let page = self.all();
        if dialect.models != Models::OnePerHeading {
            return vec![page];
        }
        let headings: Vec<(usize, &Sp<String>)> = self.headings(page.clone()).collect();
        if dialect.section.is_none() {
            return headings.iter().map(|(idx, _)| *idx..self.below(*idx, &page).end).collect();
        }
        // Each model has a heading right before that of the property table.
        let is_model = |two: &&[(usize, &Sp<String>)]| dialect.has_section_heading(&two[1].1.value);
        let starts: Vec<usize> = headings.windows(2).filter(is_model).map(|two| two[0].0).collect();
        let ends = starts.iter().skip(1).copied().chain([page.end]);
        starts.iter().copied().zip(ends).map(|(start, end)| start..end).collect()
    }

    /// Takes a table. Every row of it is then in the hands of the layout.
    pub(super) fn take(&mut self, idx: usize) -> Option<&'p Table> {
        let table = self.page.blocks.get(idx)?.table()?;
        self.taken.insert(idx).then_some(table)
    }

    /// Takes a table that is about something else than the models of the page.
    pub(super) fn set_aside(&mut self, idx: usize) {
        let table = self.take(idx);
        self.others.extend(table);
    }

    /// Gives back what rows of a table have beyond its columns.
    pub(super) fn leave_surplus(&mut self, table: &'p Table) {
        let width = table.header.cells.len();
        for row in &table.rows {
            let surplus = row.cells.iter().skip(width).find(|cell| !cell.value.is_empty());
            self.unread.extend(surplus.map(|cell| Unread::Line(cell.clone())));
        }
    }

    /// Says that the list below a heading is read.
    pub(super) fn is_read(&mut self, heading: usize) {
        self.lists.insert(heading);
    }

    /// The list below a heading.
    fn list(&self, heading: usize) -> Option<&'p Sp<String>> {
        let mut paragraphs = self.below(heading, &self.all()).filter_map(|idx| self.paragraph(idx));
        paragraphs.find(|text| text.value.starts_with(['*', '-']))
    }

    /// The list below a heading, or the text if there is neither a list nor a table.
    fn list_or_text(&self, heading: usize) -> Option<&'p Sp<String>> {
        let mut below = self.below(heading, &self.all());
        let has_table = self.find_table(below.clone(), |_| true).is_some();
        self.list(heading).or_else(|| below.find_map(|idx| self.paragraph(idx)).filter(|_| !has_table))
    }

    /// Says that a part of the page is about one model.
    pub(super) fn is_model(&mut self, part: Range<usize>) {
        self.models.push(part);
    }

    /// Says that lists in a part of the page would be about the model, if they were read.
    pub(super) fn is_below_model(&mut self, part: Range<usize>) {
        self.below.push(part);
    }

    /// The heading of the model within whose part of the page a block is, headings below it included.
    pub(super) fn model_around(&self, idx: usize) -> Option<&'p Sp<String>> {
        let mut starts = self.models.iter().map(|model| model.start).filter(|start| *start < idx);
        let around = |start: &usize| {
            let is_outer = |idx: usize| self.heading(idx).is_some() && self.level(idx) <= self.level(*start);
            !(start + 1..=idx).any(is_outer)
        };
        starts.rfind(around).and_then(|start| self.heading(start))
    }

    /// A part that starts with a heading, with those of all headings below it.
    pub(super) fn with_inner(&self, part: &Range<usize>) -> Range<usize> {
        let level = self.level(part.start);
        let is_outer = |idx: &usize| self.heading(*idx).is_some() && self.level(*idx) <= level;
        let end = (part.end..self.all().end).find(is_outer);
        part.start..end.unwrap_or(self.all().end)
    }

    /// Whether a part has the heading of a model, which is linked below the heading of the contents, and no table or
    /// list in place of one.
    pub(super) fn is_empty_model(&self, part: &Range<usize>, contents: &str, dialect: &Dialect) -> bool {
        let Some(name) = self.heading_text(part.start) else { return false };
        let level = self.level(part.start);
        let link = format!("[{name}](#");
        let page = self.all();
        self.models.iter().any(|model| self.level(model.start) == level)
            && self.headings(page.clone()).filter(|(_, text)| text.value == contents).any(|(idx, _)| {
                self.below(idx, &page).filter_map(|idx| self.paragraph(idx)).any(|text| text.value.contains(&link))
            })
            && (part.start + 1..part.end)
                .all(|idx| self.paragraph(idx).is_some_and(|text| !text.value.starts_with(['|', '`', '>'])))
            && self.instead(part.start, dialect).is_none()
    }

    fn level(&self, idx: usize) -> usize {
        if let Some(Block::Heading { level, .. }) = self.page.blocks.get(idx) { *level } else { 0 }
    }

    /// Gives back what was taken and is not read.
    pub(super) fn leave(&mut self, unread: Unread<'p>) {
        self.unread.push(unread);
    }

    /// The item of a list, if a line is one. A line that looks like one is given back.
    pub(super) fn item<T>(&mut self, item: Item<T>) -> Option<T> {
        match item {
            Item::Read(item) => return Some(item),
            Item::Unread(line) => self.leave(Unread::Line(line)),
            Item::Text => {}
        }
        None
    }

    /// Gives back a second model. Its tables are one report.
    fn leave_second(&mut self, second: Second<'p>) {
        match self.unread.last_mut() {
            Some(Unread::Second(last)) if last.name.is_some() && last.name == second.name => {
                last.tables.extend(second.tables);
            }
            _ => self.unread.push(Unread::Second(second)),
        }
    }

    /// Lays out the page: what was not taken is unread, or beside the models.
    pub(super) fn into_layout(mut self, models: Vec<Outline<'p>>, dialect: &Dialect) -> Layout<'p> {
        let mut heading = "";
        for (idx, block) in self.page.blocks.iter().enumerate() {
            match block {
                Block::Heading { text, .. } => {
                    heading = &text.value;
                    if dialect.has_almost_list_heading(heading) {
                        self.unread.extend(self.list_or_text(idx).map(Unread::List));
                    }
                    if let Some(instead) = self.instead(idx, dialect) {
                        self.unread.push(Unread::Instead(instead, self.name_above(idx, dialect)));
                    }
                    if dialect.has_list_heading(heading) && !self.lists.contains(&idx) {
                        let list = self.list(idx);
                        let has_table = self.find_table(self.below(idx, &self.all()), |_| true).is_some();
                        self.unread.extend(match list {
                            Some(list) => Some(Unread::List(list)),
                            None => (!has_table).then_some(Unread::Heading(text)),
                        });
                    }
                }
                Block::BrokenTable(broken) if !self.taken.contains(&idx) && !self.is_instead(broken.at) => {
                    self.unread.push(Unread::Broken(broken.at, self.name_above(idx, dialect)));
                }
                Block::HtmlTable(text) if self.is_instead(text.span) => {}
                Block::HtmlTable(text) => self.unread.push(Unread::Html(text.span)),
                Block::Component(component) if self.is_instead(component.span) => {}
                Block::Component(component) => self.unread.push(Unread::Component(component)),
                Block::Table(table) if !self.taken.contains(&idx) => {
                    if let Some(model) = self.model_with_second(idx, &table.header, dialect) {
                        let (name, span) = (self.name_between(model, idx, dialect), table.header.span);
                        self.leave_second(Second { name, span, tables: vec![table] });
                    } else if self.belongs_to_model(idx, &table.header, heading, dialect) {
                        self.unread.push(Unread::Table(table));
                    } else {
                        self.others.push(table);
                    }
                }
                Block::Paragraph(text) if self.is_unread_list(idx, &text.value, heading, dialect) => {
                    self.unread.push(Unread::List(text));
                }
                Block::Paragraph(text) if is_open_code(&text.value) => self.unread.push(Unread::Open(text.span)),
                Block::FrontMatterTitle(_) | Block::Paragraph(_) | Block::Table(_) | Block::BrokenTable(_) => {}
            }
        }
        Layout { models, unread: self.unread, others: self.others }
    }

    /// Whether a text is a list below a model that no rule reads. Those below the headings of lists are not considered
    /// here, and links to other pages say nothing about the model.
    fn is_unread_list(&self, idx: usize, text: &str, heading: &str, dialect: &Dialect) -> bool {
        if !is_list(text) || has_only_links(text) {
            return false;
        }
        let Some(part) = self.below.iter().find(|part| part.contains(&idx)) else { return false };
        let is_of_another = self.models.iter().any(|model| model.start > part.start && model.contains(&idx));
        let is_known = self.taken.contains(&idx)
            || heading.starts_with("Example")
            || dialect.has_list_heading(heading)
            || dialect.has_almost_list_heading(heading)
            || self.lists.iter().any(|list| self.below(*list, &self.all()).contains(&idx));
        !is_of_another && !is_known
    }

    /// What is below a heading where other headings of the page have a property table.
    fn instead(&self, heading: usize, dialect: &Dialect) -> Option<Instead> {
        let below = self.below(heading, &self.all());
        let is_model = |idx: &usize| self.models.iter().any(|model| model.contains(idx));
        if dialect.models != Models::OnePerHeading
            || is_model(&heading)
            || self.find_table(below.clone(), |_| true).is_some()
        {
            return None;
        }
        let mut blocks = self.page.blocks[below.clone()].iter();
        if dialect.section.is_some() {
            return first_below_section(blocks).filter(|_| self.is_section(heading, dialect));
        }
        let is_beside_model = is_model(&below.end) || heading.checked_sub(1).is_some_and(|idx| is_model(&idx));
        let listed = blocks.clone().find_map(listed_fields).filter(|_| is_beside_model);
        listed.or_else(|| blocks.find_map(|block| quoted_table(block, &[dialect])))
    }

    fn is_section(&self, heading: usize, dialect: &Dialect) -> bool {
        self.heading_text(heading).is_some_and(|text| dialect.has_section_heading(text))
    }

    /// The heading at or above a block that can name a model.
    fn name_above(&self, idx: usize, dialect: &Dialect) -> Option<&'p Sp<String>> {
        let heading = (0..=idx).rev().find(|idx| self.heading(*idx).is_some() && !self.is_section(*idx, dialect));
        heading.and_then(|idx| self.heading(idx))
    }

    /// Whether a block was reported as something instead of a property table.
    fn is_instead(&self, span: Span) -> bool {
        self.unread.iter().any(|unread| matches!(unread, Unread::Instead(instead, _) if instead.span == span))
    }

    /// The heading of the model of which a table of a page of several models has more properties.
    fn model_with_second(&self, idx: usize, header: &Row, dialect: &Dialect) -> Option<usize> {
        let can_be_second = dialect.models == Models::OnePerHeading && dialect.has_columns(header);
        let mut models = self.models.iter().filter(|model| can_be_second && model.contains(&idx));
        models.next_back().map(|model| model.start)
    }

    /// The first heading between that of a model and a block that can name another model.
    fn name_between(&self, model: usize, idx: usize, dialect: &Dialect) -> Option<&'p Sp<String>> {
        let names = || self.headings(model + 1..idx).filter(|(idx, _)| !self.is_section(*idx, dialect));
        let beside = names().find(|(idx, _)| self.level(*idx) <= self.level(model));
        beside.or_else(|| names().next()).map(|(_, heading)| heading)
    }

    /// Whether a table is about a model, or looks as if it were.
    fn belongs_to_model(&self, idx: usize, header: &Row, heading: &str, dialect: &Dialect) -> bool {
        dialect.models != Models::OnePerHeading
            || self.models.iter().any(|model| model.contains(&idx))
            || dialect.has_section_heading(heading)
            || (is_near_miss(header, dialect) && !dialect.title.sections.contains(&heading))
    }
}

/// Whether a text starts with the mark of an item.
fn is_list(text: &str) -> bool {
    ["* ", "- ", "+ "].iter().any(|mark| text.starts_with(mark) || text == mark.trim_end())
}

/// Whether code has the start of other code in it.
fn is_open_code(text: &str) -> bool {
    text.starts_with("```") && text.lines().skip(1).any(|line| line.starts_with("```") && line.len() > 3)
}

/// Whether the items of a list are links and nothing else.
fn has_only_links(list: &str) -> bool {
    list.contains('[') && list.lines().all(is_link)
}

/// Whether a line of a list is a link and nothing else.
fn is_link(line: &str) -> bool {
    let item = line.trim().trim_start_matches(['*', '-', '+', ' ']);
    item.is_empty() || (item.starts_with('[') && item.ends_with([')', ']']))
}

/// Whether a table is a property table, or would be one with another heading for one of its columns.
fn is_near_miss(header: &Row, dialect: &Dialect) -> bool {
    let fits = header.cells.iter().zip(dialect.all_columns()).filter(|(cell, column)| column.is_headed(cell)).count();
    dialect.can_have_width(header.cells.len()) && fits + 1 >= header.cells.len()
}
