//! A page on which the model and each of its fields have sections named after them.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::blocks::Blocks;
use super::{About, Detail, Fields, Limit, Member, Members, MembersOf, Outline, RawRow, Shape, Unread, Whole, flat};
use crate::diag::is_near;
use crate::dialect::{Dialect, Pages, RowMeans};
use crate::read::page::{Cell, Row, Table, inline};
use crate::schema::UnionOf;
use crate::source::Sp;

pub(super) fn outline<'p>(
    blocks: &mut Blocks<'p>,
    dialect: &'static Dialect,
    form: &'static Pages,
) -> Option<Outline<'p>> {
    let named = |(idx, text): (usize, &'p Sp<String>)| Some((idx, text.value.strip_suffix(form.ty)?));
    let (start, name) = blocks.headings(blocks.all()).find_map(named)?;
    set_aside(blocks, dialect, form, start, name);
    let headings = Headings::new(blocks);
    let table = property_table(blocks, form, start, name);
    let name = &inline::plain(name);
    let mut page = Sections { blocks, dialect, form, headings };
    let sections = page.about(name, 0);
    let members = page.members(sections.first().map(|section| section.body.clone()), table.is_some());
    let whole = Some(Whole::About(page.read(&sections, table.is_none())));
    let fields = table.and_then(|(above, table)| page.fields(above, table));
    for heading in without_row(page.blocks, form, start, name, fields.as_ref().map(|fields| fields.table)) {
        page.blocks.leave(Unread::Section(heading));
    }
    let outline = flat::above(page.blocks, dialect, 0..start);
    let shape = Shape { fields, members, whole, ..Shape::default() };
    // The name of the file counts, so it is the page as a whole that names the model.
    Some(Outline { front_matter: None, headings: Vec::new(), start: page.blocks.span(0), shape, ..outline })
}

/// Takes the tables that are not about the model: its summary, and the types that have pages of their own.
fn set_aside(blocks: &mut Blocks<'_>, dialect: &Dialect, form: &Pages, start: usize, name: &str) {
    if let Some(summary) =
        blocks.find_table(0..start, |header| header.cells.first().is_some_and(|cell| cell.value == form.summary))
    {
        if let Some(cell) = access(blocks, form, summary) {
            blocks.leave(Unread::Access(cell, form.access));
        }
        blocks.set_aside(summary);
    }
    let is_above = |text: &str| text.strip_suffix(form.definitions) == Some(name);
    let page = blocks.all();
    let definitions = blocks.headings(start..page.end).find(|(_, text)| is_above(&text.value));
    let Some((definitions, _)) = definitions else { return };
    for idx in definitions..page.end {
        if blocks.header(idx).is_some_and(|header| dialect.has_columns(header) || has_values(header, form)) {
            blocks.set_aside(idx);
        }
    }
}

/// What the summary of a document says about access to its values.
fn access<'p>(blocks: &Blocks<'p>, form: &Pages, summary: usize) -> Option<&'p Cell> {
    let table = blocks.table(summary)?;
    let column = table.header.cells.iter().position(|cell| cell.value == form.access)?;
    let cell = table.rows.first()?.cells.get(column)?;
    (!cell.value.is_empty() && cell.value != form.no_access).then_some(cell)
}

/// The sections about names that are neither that of the model nor that of a row.
fn without_row<'p>(
    blocks: &Blocks<'p>,
    form: &Pages,
    start: usize,
    name: &str,
    table: Option<&Table>,
) -> Vec<&'p Cell> {
    let rows = table.map(|table| table.rows.as_slice()).unwrap_or_default();
    let names: BTreeSet<String> =
        rows.iter().filter_map(|row| row.cells.first()).map(|cell| inline::name(cell).value).collect();
    let is_end = |own: &str| names.iter().any(|name| name.rsplit('/').next() == Some(own));
    let is_known = |own: &str| is_end(own) || own == name || own == form.other_keys || names.contains(own);
    let headings: Vec<(usize, &'p Cell)> = blocks.headings(start..blocks.all().end).collect();
    let of_types =
        headings.iter().filter(|(_, heading)| heading.value.ends_with(form.definitions)).map(|(idx, _)| *idx);
    let end = of_types.min().unwrap_or(blocks.all().end);
    let own = headings.into_iter().filter(|(idx, _)| *idx < end).map(|(_, heading)| heading);
    own.filter(|heading| heading.value.strip_suffix(form.ty).is_some_and(|own| !is_known(&inline::plain(own))))
        .collect()
}

/// The property table, and the heading above it.
fn property_table(blocks: &Blocks<'_>, form: &Pages, start: usize, name: &str) -> Option<(usize, usize)> {
    let is_above = |text: &str| text.strip_suffix(form.properties) == Some(name);
    let (above, _) = blocks.headings(start..blocks.all().end).find(|(_, text)| is_above(&text.value))?;
    Some((above, blocks.find_table(blocks.below(above, &blocks.all()), |_| true)?))
}

/// Where the headings with a text are, in order. They are found once, as every row has some.
struct Headings(BTreeMap<String, Vec<usize>>);

impl Headings {
    fn new(blocks: &Blocks<'_>) -> Self {
        let mut headings: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (idx, text) in blocks.headings(blocks.all()) {
            headings.entry(inline::plain(&text.value)).or_default().push(idx);
        }
        Self(headings)
    }

    /// The first heading with this text, from a block on.
    fn find(&self, text: &str, from: usize) -> Option<usize> {
        let all = self.0.get(text)?;
        all.get(all.partition_point(|idx| *idx < from)).copied()
    }
}

/// A section about a name.
struct Section {
    /// What its heading has after the name.
    what: String,
    /// The blocks below the heading.
    body: Range<usize>,
}

/// The sections of a page.
struct Sections<'b, 'p> {
    blocks: &'b mut Blocks<'p>,
    dialect: &'static Dialect,
    form: &'static Pages,
    headings: Headings,
}

impl<'p> Sections<'_, 'p> {
    /// The sections about a name, from a block on. They follow one another, and end where a section has the name
    /// itself.
    fn about(&self, name: &str, from: usize) -> Vec<Section> {
        let end = self.blocks.all().end;
        let Some(first) = self.headings.find(&format!("{name}{}", self.form.ty), from) else { return Vec::new() };
        let mut sections = Vec::new();
        for (idx, text) in self.blocks.headings(first..end) {
            let heading = inline::plain(&text.value);
            let Some(what) = heading.strip_prefix(name).filter(|what| !what.is_empty()) else { break };
            sections.push(Section { what: what.to_owned(), body: self.blocks.below(idx, &(0..end)) });
        }
        sections
    }

    /// What sections say, with the allowed values if these count.
    fn read(&mut self, sections: &[Section], with_values: bool) -> About<'p> {
        let mut about = About::default();
        for Section { what, body } in sections {
            if self.is_almost_known(what)
                && let Some(heading) = body.start.checked_sub(1).and_then(|idx| self.blocks.heading(idx))
            {
                self.blocks.leave(Unread::Almost(heading));
            }
            if *what == self.form.ty {
                about.ty = self.blocks.paragraph(body.start).filter(|_| !body.is_empty());
            } else if *what == self.form.constraints {
                about.limits.extend(body.clone().filter_map(|idx| self.limit(idx, with_values)));
            } else if *what == self.form.default {
                let mut paragraphs = body.clone().filter_map(|idx| self.blocks.paragraph(idx));
                about.default = paragraphs.find(|text| text.value.starts_with("```"));
                if about.default.is_none() {
                    self.leave_heading(body.start);
                }
            }
        }
        about
    }

    /// Whether the end of a heading is almost one that says what its section is about.
    fn is_almost_known(&self, what: &str) -> bool {
        let known = [self.form.ty, self.form.properties, self.form.constraints, self.form.default];
        let is_almost = |known: &&str| {
            what != *known
                && what.len() > 2
                && what.starts_with(' ')
                && (known.starts_with(what) || is_near(what, known))
        };
        !known.contains(&what) && known.iter().any(is_almost)
    }

    /// Gives back a section without what its heading announces.
    fn leave_heading(&mut self, body: usize) {
        if let Some(heading) = body.checked_sub(1).and_then(|idx| self.blocks.heading(idx)) {
            self.blocks.leave(Unread::Heading(heading));
        }
    }

    fn limit(&mut self, idx: usize, with_values: bool) -> Option<Limit<'p>> {
        let header = self.blocks.header(idx);
        if with_values && header.is_some_and(|header| has_values(header, self.form)) {
            return self.blocks.take(idx).map(Limit::Values);
        }
        self.blocks.paragraph(idx).map(Limit::Text)
    }

    /// The types of which the model is made, below the first section about it. If it has properties, it cannot be one
    /// of several types.
    fn members(&mut self, body: Option<Range<usize>>, has_table: bool) -> Option<Members<'p>> {
        let body = body?;
        let mut paragraphs = body.clone().skip(1).filter_map(|idx| self.blocks.paragraph(idx));
        let first = paragraphs.next()?;
        let word = first.value.as_str();
        let words = [
            (self.form.one_of, MembersOf::Union(UnionOf::One)),
            (self.form.any_of, MembersOf::Union(UnionOf::Any)),
            (self.form.all_of, MembersOf::All),
        ];
        let Some((_, of)) = words.into_iter().find(|(own, _)| *own == word) else {
            let list = paragraphs.next().filter(|list| word.ends_with(" of") && !linked_pages(list).is_empty());
            if list.is_some() {
                self.blocks.leave(Unread::Line(first.clone()));
            }
            return None;
        };
        let list = paragraphs.flat_map(linked_pages).map(Member::Page).collect();
        if has_table && of != MembersOf::All {
            let span = self.blocks.span(body.start);
            self.blocks.leave(Unread::Members(span));
            return None;
        }
        Some(Members { of, list })
    }

    fn fields(&mut self, above: usize, table: usize) -> Option<Fields<'p>> {
        let table: &'p Table = self.blocks.take(table)?;
        let mut rows = Vec::with_capacity(table.rows.len());
        for row in &table.rows {
            let cell = row.cells.first();
            let written = cell.map_or("", |cell| cell.value.as_str());
            let special = self.dialect.rows.iter().find(|special| special.name == Some(written));
            // A property name is a link. Any other name is a regular expression that keys match.
            let is_pattern = special.is_none() && !written.starts_with('[');
            let is_other_keys = special.is_some_and(|special| special.means == RowMeans::OtherKeys);
            let name = cell.map(|cell| inline::name(cell).value).unwrap_or_default();
            let about = self.about_field(&name, above, is_other_keys);
            rows.push(RawRow { detail: Detail::About(about), is_pattern, ..RawRow::from(row) });
        }
        Some(Fields { table, rows })
    }

    fn about_field(&mut self, name: &str, above: usize, is_other_keys: bool) -> About<'p> {
        let sections = self.about(if is_other_keys { self.form.other_keys } else { name }, above);
        let mut about = self.read(&sections, true);
        if !is_other_keys && let Some(own) = self.headings.find(name, above + 1) {
            let body = self.blocks.below(own, &self.blocks.all());
            let repeats_name = |text: &Cell| text.value == format!("`{name}`");
            let text = body.map_while(|idx| self.blocks.paragraph(idx).filter(|text| !repeats_name(text)));
            about.text = text.collect();
        }
        about
    }
}

/// Whether a table has allowed values. Some versions add columns without headings.
fn has_values(header: &Row, form: &Pages) -> bool {
    let (columns, others) = header.cells.split_at(form.values.len().min(header.cells.len()));
    columns.iter().map(|cell| &*cell.value).eq(form.values.iter().copied())
        && others.iter().all(|cell| cell.value.is_empty())
}

/// The pages that a list links to.
fn linked_pages(list: &Cell) -> Vec<Cell> {
    let targets = list.value.match_indices("](").map(|(at, mark)| at + mark.len());
    let page = |at: usize| {
        let target = list.value[at..].split([' ', ')']).next()?;
        Some(Sp { value: target.to_owned(), span: list.span.part(at, target.len()) })
    };
    targets.filter_map(page).collect()
}
