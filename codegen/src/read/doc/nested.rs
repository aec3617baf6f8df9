//! Types that are written in place: objects, lists and unions that a cell cannot hold.

use std::collections::{BTreeMap, BTreeSet};

use super::{Body, FieldDoc, ListDoc, ModelDoc, Reader};
use crate::diag::codes;
use crate::dialect::{RowMeans, Sections};
use crate::read::layout::Section;
use crate::read::page::{Block, Row, Table, inline};
use crate::read::type_expr::{self, TypeExpr};
use crate::schema::UnionOf;
use crate::source::{Sp, Span};

/// A type that is written in place.
#[derive(Clone, Debug)]
pub(super) struct Inner {
    /// What it says, under the name that it gets if it is an object.
    doc: ModelDoc,
    /// The known values of the items of a list.
    values: Option<ListDoc>,
}

impl Reader<'_> {
    /// The model of a page with sections.
    pub(super) fn sections(&mut self, form: &'static Sections, name: Sp<String>) -> Option<ModelDoc> {
        let page = self.page;
        let sections = form.of(page);
        let mut at = 0;
        let mut model = self.section(form, &sections, &mut at, name, type_expr::MAX_DEPTH)?.doc;
        model.other_rows += std::mem::take(&mut self.other_rows);
        let left = sections[at..].iter().flat_map(|it| it.body).filter_map(Block::table);
        left.for_each(|it| self.unread(it));
        Some(model)
    }

    /// The section at a place, and those after it that it links to.
    fn section(
        &mut self,
        form: &'static Sections,
        sections: &[Section<'_>],
        at: &mut usize,
        name: Sp<String>,
        depth: usize,
    ) -> Option<Inner> {
        let section = sections.get(*at)?;
        *at += 1;
        let linked = links(section);
        let mut within = BTreeMap::new();
        while let Some(next) = sections.get(*at)
            && depth > 0
            && linked.contains(next.name.value.as_str())
            && !within.contains_key(&next.name.value)
        {
            let is_item = section.table(form.items).is_some() || self.is_other_keys(&next.name.value);
            // What is in a list or map has the name of it, but a model's items cannot have the model's.
            let own = match depth {
                type_expr::MAX_DEPTH => name_within(&name.value, &next.name.value),
                _ if is_item => name.value.clone(),
                _ => name_within(&name.value, &next.name.value),
            };
            let name = Sp { value: own, span: next.name.span };
            within.insert(next.name.value.clone(), self.section(form, sections, at, name, depth - 1)?);
        }
        self.within = within;
        let mut doc = ModelDoc::new(name, self.dialect);
        doc.description = description(section);
        let values = self.type_of_section(form, section, &mut doc);
        Some(Inner { doc, values })
    }

    /// Reads the tables of a section. Returns the known values of the items of a list.
    fn type_of_section(
        &mut self,
        form: &'static Sections,
        section: &Section<'_>,
        doc: &mut ModelDoc,
    ) -> Option<ListDoc> {
        let keys = self.dialect.section.and_then(|heading| section.table(heading));
        if let Some(keys) = keys {
            self.fields(keys, doc);
        }
        if let Some(table) = section.table(form.all_of) {
            self.all_of(table, doc);
            return None;
        }
        for (heading, of) in [(form.one_of, UnionOf::One), (form.any_of, UnionOf::Any)] {
            let Some(table) = section.table(heading) else { continue };
            if keys.is_some() {
                self.unread(table);
                continue;
            }
            let members = table.rows.iter().filter_map(|row| self.row(row)).map(|it| it.ty).collect();
            doc.body = Body::Union { of, members };
            return None;
        }
        if keys.is_some() {
            return None;
        }
        if let Some(row) = section.table(form.items).and_then(|it| it.rows.first()) {
            let item = self.row(row)?;
            doc.body = Body::Whole(Sp { value: TypeExpr::List(Box::new(item.ty.value)), span: item.ty.span });
            return item.values;
        }
        let whole = self.whole(section.table(form.whole)?)?;
        doc.body = whole.values.map_or(Body::Whole(whole.ty), Body::Values);
        None
    }

    /// What a value is all of: models, whose fields it has, and objects that are written in place.
    fn all_of(&mut self, table: &Table, doc: &mut ModelDoc) {
        let is_alone = table.rows.len() == 1 && doc.fields.is_empty();
        for row in &table.rows {
            let within = link(row).and_then(|it| self.within.remove(it)).map(|it| it.doc);
            match within {
                Some(part) if matches!(part.body, Body::Fields) => {
                    doc.inherits.extend(part.inherits);
                    doc.other_rows += part.other_rows;
                    doc.other_keys = doc.other_keys.take().or(part.other_keys);
                    doc.fields.extend(part.fields);
                }
                Some(part) if is_alone => doc.body = part.body,
                Some(_) => {}
                None => {
                    let Some(part) = self.row(row) else { continue };
                    match part.ty.value {
                        TypeExpr::Name { text, span, .. } if !is_alone => {
                            doc.inherits.push(Sp { value: text, span });
                        }
                        ty => doc.body = Body::Whole(Sp { value: ty, span: part.ty.span }),
                    }
                }
            }
        }
    }

    /// The type of a section as a whole. Its table has no names.
    fn whole(&mut self, table: &Table) -> Option<FieldDoc> {
        let mut row = table.rows.first()?.clone();
        let start = Span { end: row.span.start, ..row.span };
        row.cells.insert(0, Sp { value: "-".to_owned(), span: start });
        self.row(&row)
    }

    /// Gives a field the type that is written in place for it. An object becomes a model of its own.
    pub(super) fn put_in_place(&mut self, row: &Row, field: &mut FieldDoc) {
        let Some(Inner { doc, values }) = link(row).and_then(|it| self.within.remove(it)) else { return };
        let is_nullable = matches!(field.ty.value, TypeExpr::Nullable(_));
        let ty = match &doc.body {
            Body::Fields => TypeExpr::Name { text: doc.name.value.clone(), surely_model: true, span: field.name.span },
            Body::Union { of, members } => {
                TypeExpr::Mixed { of: *of, members: members.iter().map(|it| it.value.clone()).collect() }
            }
            Body::Whole(ty) => ty.value.clone(),
            Body::Values(_) => field.ty.value.clone(),
        };
        field.values = field.values.take().or(values);
        match doc.body {
            Body::Fields => self.in_place.push(doc),
            Body::Values(values) => field.values = Some(values),
            Body::Union { .. } | Body::Whole(_) => self.other_rows += doc.other_rows,
        }
        let is_wrapped = matches!(ty, TypeExpr::Nullable(_));
        field.ty.value = if is_nullable && !is_wrapped { TypeExpr::Nullable(Box::new(ty)) } else { ty };
    }

    fn is_other_keys(&self, name: &str) -> bool {
        self.dialect.rows.iter().any(|it| it.name == name && it.means == RowMeans::OtherKeys)
    }

    fn unread(&mut self, table: &Table) {
        let message = format!("this table is not the property table; rows not read: {}", table.rows.len());
        self.report(&codes::UNREAD_TABLE, table.header.span, message);
    }
}

/// The sections that the rows of a section link to.
fn links<'a>(section: &Section<'a>) -> BTreeSet<&'a str> {
    section.body.iter().filter_map(Block::table).flat_map(|it| &it.rows).filter_map(link).collect()
}

/// The section that a row links to in its first cell.
fn link(row: &Row) -> Option<&str> {
    let (_, target) = row.cells.first()?.value.split_once("](#")?;
    target.split_once(')').map(|it| it.0)
}

/// The name of an object that is written in place: `Order` and `line_items` are `OrderLineItems`.
pub(super) fn name_within(model: &str, field: &str) -> String {
    let words = field.split(|it: char| !it.is_alphanumeric()).filter(|it| !it.is_empty());
    let capitalised = words.flat_map(|word| {
        let mut letters = word.chars();
        letters.next().into_iter().flat_map(char::to_uppercase).chain(letters)
    });
    model.chars().chain(capitalised).collect()
}

fn description(section: &Section<'_>) -> Option<String> {
    let above = section.body.iter().take_while(|it| !matches!(it, Block::Heading(_)));
    let text = above.filter_map(|it| if let Block::Paragraph(it) = it { Some(inline::plain(&it.value)) } else { None });
    Some(text.collect::<Vec<_>>().join("\n\n")).filter(|it| !it.is_empty())
}
