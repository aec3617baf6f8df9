//! A page with a section for the model, and one for each type that is written in place within it.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::ops::Range;

use super::blocks::Blocks;
use super::{Child, Detail, Fields, Member, Members, MembersOf, Outline, RawRow, Shape, Unread, Whole, flat};
use crate::dialect::{Dialect, RowMeans, Sections};
use crate::read::page::{Cell, Row, Table};
use crate::schema::MAX_DEPTH;
use crate::schema::UnionOf;
use crate::source::{Sp, Span};

pub(super) fn outline<'p>(
    blocks: &mut Blocks<'p>,
    dialect: &'static Dialect,
    form: &'static Sections,
) -> Option<Outline<'p>> {
    let mut rest = sections(blocks, form);
    let first = rest.pop_front()?;
    let start = blocks.find_table(first.body.clone(), |_| true).unwrap_or(first.body.start);
    let above = flat::above(blocks, dialect, 0..start);
    let text = first.text(blocks);
    let shape = Walk { blocks, dialect, form, rest }.shape(&first, MAX_DEPTH);
    Some(Outline { text, shape, ..above })
}

/// A section that describes a type.
struct Section<'p> {
    /// The heading that names it.
    name: &'p Sp<String>,
    /// The blocks below that heading, those of inner headings included.
    body: Range<usize>,
}

/// The sections of a page, in order. A page of calls has such sections too, but does not begin with one.
fn sections<'p>(blocks: &Blocks<'p>, form: &Sections) -> VecDeque<Section<'p>> {
    let headings: Vec<(usize, &Sp<String>)> = blocks.headings(blocks.all()).collect();
    let is_named = |idx: usize| headings.get(idx + 1).is_some_and(|(_, below)| below.value == form.whole);
    if !is_named(0) {
        return VecDeque::new();
    }
    let mut sections: VecDeque<Section<'p>> = VecDeque::new();
    for (_, (at, name)) in headings.iter().enumerate().filter(|(idx, _)| is_named(*idx)) {
        if let Some(before) = sections.back_mut() {
            before.body.end = *at;
        }
        sections.push_back(Section { name, body: at + 1..blocks.all().end });
    }
    sections
}

impl<'p> Section<'p> {
    /// The paragraphs above the first inner heading.
    fn text(&self, blocks: &Blocks<'p>) -> Vec<&'p Sp<String>> {
        let above = self.body.clone().take_while(|idx| blocks.heading(*idx).is_none());
        above.filter_map(|idx| blocks.paragraph(idx)).collect()
    }

    /// The table right below an inner heading.
    fn table(&self, blocks: &Blocks<'p>, heading: &str) -> Option<usize> {
        let at = self.body.clone().find(|idx| blocks.heading_text(*idx) == Some(heading))?;
        Some(at + 1).filter(|idx| self.body.contains(idx) && blocks.header(*idx).is_some())
    }

    /// The names of the sections that its rows link to.
    fn links(&self, blocks: &Blocks<'p>) -> BTreeSet<&'p str> {
        self.body.clone().flat_map(|idx| blocks.first_cells(idx)).filter_map(link).collect()
    }
}

/// The sections of a page while they are put into each other.
struct Walk<'b, 'p> {
    blocks: &'b mut Blocks<'p>,
    dialect: &'static Dialect,
    form: &'static Sections,
    /// The sections that no type has yet.
    rest: VecDeque<Section<'p>>,
}

/// Types that are written in place, by the name of their section.
type Children<'p> = BTreeMap<&'p str, Child<'p>>;

impl<'p> Walk<'_, 'p> {
    /// The type of a section, which takes those after it that it links to.
    fn shape(&mut self, section: &Section<'p>, depth: usize) -> Shape<'p> {
        let links = section.links(self.blocks);
        let is_list = section.table(self.blocks, self.form.items).is_some();
        let mut children = Children::new();
        while depth > 0
            && let Some(next) = self.rest.pop_front()
        {
            let name = next.name.value.as_str();
            if !links.contains(name) || children.contains_key(name) {
                self.rest.push_front(next);
                break;
            }
            // What is in a list or map has the name of it, but a model's items cannot have the model's.
            let is_item = is_list || self.is_other_keys(name);
            let label = (depth == MAX_DEPTH || !is_item).then(|| name.to_owned());
            let (span, text) = (next.name.span, next.text(self.blocks));
            let shape = self.shape(&next, depth - 1);
            children.insert(name, Child { label, span, is_innermost: false, text, shape });
        }
        let shape = self.own_shape(section, &mut children);
        for child in children.into_values() {
            self.blocks.leave(Unread::Child(Box::new(child)));
        }
        shape
    }

    /// The tables of a section.
    fn own_shape(&mut self, section: &Section<'p>, children: &mut Children<'p>) -> Shape<'p> {
        let fields = self.dialect.section.and_then(|heading| self.take(section, heading));
        let fields = fields.map(|table| Fields { table, rows: raw_rows(&table.rows, children) });
        let members = self.members(section, fields.is_none(), children);
        let mut shape = Shape { fields, members, ..Shape::default() };
        let mut is_open = shape.fields.is_none() && shape.members.is_none();
        if is_open
            && let Some(table) = self.take(section, self.form.items)
            && let Some(item) = self.only_row(table)
        {
            shape.whole = Some(Whole::Items(raw_row(item, children)));
            is_open = false;
        }
        if let Some(table) = self.take(section, self.form.whole)
            && let Some(row) = self.only_row(table)
        {
            let row = RawRow::from(named(row));
            if is_open {
                shape.whole = Some(Whole::Row(row));
            } else {
                shape.repeated.push(row);
            }
        }
        shape
    }

    fn members(
        &mut self,
        section: &Section<'p>,
        can_be_union: bool,
        children: &mut Children<'p>,
    ) -> Option<Members<'p>> {
        let kinds = [
            (self.form.all_of, MembersOf::All),
            (self.form.one_of, MembersOf::Union(UnionOf::One)),
            (self.form.any_of, MembersOf::Union(UnionOf::Any)),
        ];
        let (of, table) = kinds
            .into_iter()
            .filter(|(_, of)| can_be_union || *of == MembersOf::All)
            .find_map(|(heading, of)| Some((of, self.take(section, heading)?)))?;
        let list = table.rows.iter().map(|row| Member::Row(raw_row(row, children))).collect();
        Some(Members { of, list })
    }

    fn take(&mut self, section: &Section<'p>, heading: &str) -> Option<&'p Table> {
        let idx = section.table(self.blocks, heading)?;
        self.blocks.take(idx)
    }

    /// The row of a table that has one.
    fn only_row(&mut self, table: &'p Table) -> Option<&'p Row> {
        let (first, others) = table.rows.split_first()?;
        if !others.is_empty() {
            self.blocks.leave(Unread::Rows(others));
        }
        Some(first)
    }

    fn is_other_keys(&self, name: &str) -> bool {
        self.dialect.rows.iter().any(|row| row.name == Some(name) && row.means == RowMeans::OtherKeys)
    }
}

fn raw_rows<'p>(rows: &'p [Row], children: &mut Children<'p>) -> Vec<RawRow<'p>> {
    rows.iter().map(|row| raw_row(row, children)).collect()
}

/// A row with the type that is written in place for it.
fn raw_row<'p>(row: &'p Row, children: &mut Children<'p>) -> RawRow<'p> {
    let child = row.cells.first().and_then(link).and_then(|name| children.remove(name));
    let detail = child.map_or(Detail::None, |child| Detail::Child(Box::new(child)));
    RawRow { detail, ..RawRow::from(row) }
}

/// A row that lacks the first column, with a name that nobody sees.
fn named(row: &Row) -> Row {
    let mut row = row.clone();
    let start = Span { end: row.span.start, ..row.span };
    row.cells.insert(0, Sp { value: "-".to_owned(), span: start });
    row
}

/// The name of the section that a cell links to.
fn link(cell: &Cell) -> Option<&str> {
    let (_, target) = cell.value.split_once("](#")?;
    target.split_once(')').map(|(name, _)| name)
}
