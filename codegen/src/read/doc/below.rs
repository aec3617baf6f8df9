//! Objects that are written in place in rows of their own, below that of the field.

use std::collections::BTreeMap;

use super::nested::name_within;
use super::values::{list_of, value_of};
use super::{Body, FieldDoc, ListDoc, ModelDoc, Reader, name_of};
use crate::dialect::{Dialect, Rows};
use crate::read::layout::below;
use crate::read::page::{Block, Page, Row, Table, inline};
use crate::read::type_expr::{self, TypeExpr};
use crate::schema::UnionOf;
use crate::source::Sp;

/// The tables of a page with inner rows: those with properties, and those with known values.
pub(super) fn tables<'p>(page: &'p Page, dialect: &Dialect, form: &Rows) -> Vec<&'p Table> {
    let values = page.tables().filter(|it| it.has_columns(&form.values));
    dialect.property_tables(page).into_iter().chain(values).collect()
}

impl Reader<'_> {
    /// The model of a page with inner rows.
    pub(super) fn levels(&mut self, form: &'static Rows, doc: &mut ModelDoc) {
        let page = self.page;
        let parts = self.dialect.property_tables(page);
        match word(page, self.dialect, form) {
            Some(word) if word == form.all_of => self.all_of_tables(form, &parts, doc),
            Some(word) => {
                let of = if word == form.one_of { UnionOf::One } else { UnionOf::Any };
                let members = parts.iter().enumerate().map(|(idx, it)| self.member_table(form, idx, it, doc)).collect();
                doc.body = Body::Union { of, members };
            }
            None => parts.iter().take(1).for_each(|it| self.level(form, it, type_expr::MAX_DEPTH, doc)),
        }
        let values = page.tables().filter(|it| it.has_columns(&form.values));
        values.for_each(|it| self.values_by_field(form, it, doc));
    }

    /// The rows of a table that stand on one level; those below them belong to the objects in them.
    fn level(&mut self, form: &'static Rows, table: &Table, depth: usize, doc: &mut ModelDoc) {
        let least = table.rows.iter().map(|it| level(it, form)).min().unwrap_or_default();
        let mut own = Table { header: table.header.clone(), rows: Vec::new() };
        let mut inner: Vec<Table> = Vec::new();
        for row in &table.rows {
            if let Some(inner) = inner.last_mut().filter(|_| level(row, form) > least && depth > 0) {
                inner.rows.push(row.clone());
            } else {
                own.rows.push(unmarked(row, form));
                inner.push(Table { header: table.header.clone(), rows: Vec::new() });
            }
        }
        // A type without a name is the model itself, so what is in it is in the model.
        if let ([row], [within]) = (own.rows.as_slice(), inner.as_slice())
            && name(row) == form.whole
            && !within.rows.is_empty()
            && row.cells.get(1).is_some_and(|it| !it.value.starts_with('['))
        {
            doc.other_rows += 1;
            return self.level(form, within, depth.saturating_sub(1), doc);
        }
        for (row, within) in own.rows.iter().zip(&inner).filter(|it| !it.1.rows.is_empty()) {
            let own = Sp { value: name_within(&doc.name.value, &name(row)), span: row.span };
            let mut below = ModelDoc::new(own, self.dialect);
            self.level(form, within, depth.saturating_sub(1), &mut below);
            doc.other_rows += std::mem::take(&mut below.other_rows);
            self.below.insert(row.span.start, below);
        }
        self.fields(&own, doc);
        for field in &mut doc.fields {
            field.description = field.description.take().filter(|it| it != form.no_description);
        }
    }

    /// Gives a field the type that is written in place in the rows below it.
    pub(super) fn put_below(&mut self, row: &Row, field: &mut FieldDoc) {
        let Some(below) = self.below.remove(&row.span.start) else { return };
        let inner = match &below.body {
            Body::Whole(ty) => ty.value.clone(),
            Body::Fields | Body::Values(_) | Body::Union { .. } => {
                TypeExpr::Name { text: below.name.value.clone(), surely_model: true, span: field.name.span }
            }
        };
        let ty = std::mem::replace(&mut field.ty.value, TypeExpr::Unnamed { link: None });
        field.ty.value = ty.with_innermost(inner);
        if !matches!(below.body, Body::Whole(_)) {
            self.in_place.push(below);
        }
    }

    fn member_table(&mut self, form: &'static Rows, idx: usize, table: &Table, doc: &mut ModelDoc) -> Sp<TypeExpr> {
        let span = table.rows.first().map_or(table.header.span, |it| it.span);
        let own = Sp { value: name_within(&doc.name.value, &format!("{} {}", form.one_of, idx + 1)), span };
        let mut member = ModelDoc::new(own, self.dialect);
        self.level(form, table, type_expr::MAX_DEPTH, &mut member);
        doc.other_rows += std::mem::take(&mut member.other_rows);
        match member.body {
            Body::Whole(ty) => ty,
            Body::Fields | Body::Values(_) | Body::Union { .. } => {
                let text = member.name.value.clone();
                self.in_place.push(member);
                Sp { value: TypeExpr::Name { text, surely_model: true, span }, span }
            }
        }
    }

    /// What a value is all of: models, whose fields it has, and objects that are written in place.
    fn all_of_tables(&mut self, form: &'static Rows, tables: &[&Table], doc: &mut ModelDoc) {
        for table in tables {
            let mut part = ModelDoc::new(doc.name.clone(), self.dialect);
            self.level(form, table, type_expr::MAX_DEPTH, &mut part);
            doc.other_rows += part.other_rows;
            doc.other_keys = doc.other_keys.take().or(part.other_keys);
            match part.body {
                Body::Whole(Sp { value: TypeExpr::Name { text, span, .. }, .. }) if tables.len() > 1 => {
                    doc.inherits.push(Sp { value: text, span });
                }
                Body::Fields => doc.fields.extend(part.fields),
                other => doc.body = other,
            }
        }
    }

    /// The known values of fields, or of the model.
    fn values_by_field(&mut self, form: &'static Rows, table: &Table, doc: &mut ModelDoc) {
        let mut lists: BTreeMap<String, ListDoc> = BTreeMap::new();
        for row in &table.rows {
            let [field, value @ ..] = row.cells.as_slice() else { continue };
            let value = value.iter().map(|it| it.value.as_str()).collect::<Vec<_>>().join("|");
            let empty = || list_of(Vec::new(), String::new(), None, field.span, false);
            let list = lists.entry(name_of(field).value).or_insert_with(empty);
            list.values.push(value_of(None, &inline::plain(&value)));
        }
        let is_scalar = |ty: &TypeExpr| matches!(ty.innermost(), TypeExpr::Word(_));
        for field in doc.fields.iter_mut().chain(self.in_place.iter_mut().flat_map(|it| &mut it.fields)) {
            field.values = lists.get(&field.name.value).filter(|_| is_scalar(&field.ty.value)).cloned();
        }
        if let (Body::Whole(ty), Some(list)) = (&doc.body, lists.remove(form.whole))
            && is_scalar(&ty.value)
        {
            doc.body = Body::Values(list);
        }
    }
}

/// The word before the first table, where the model is several types.
fn word(page: &Page, dialect: &Dialect, form: &Rows) -> Option<&'static str> {
    let section = page.blocks.iter().position(|it| dialect.is_section(it))?;
    let first = below(page, section).first()?;
    let Block::Paragraph(text) = first else { return None };
    let own = text.value.split(' ').next()?;
    [form.one_of, form.any_of, form.all_of].into_iter().find(|it| *it == own)
}

/// How many marks stand before the name of a row.
fn level(row: &Row, form: &Rows) -> usize {
    row.cells.first().map_or(0, |it| it.value.matches(form.mark).count())
}

/// A row without the marks before its name.
fn unmarked(row: &Row, form: &Rows) -> Row {
    let mut row = row.clone();
    if let Some(cell) = row.cells.first_mut() {
        let name = cell.value.trim_start_matches(form.mark).trim_start();
        let from = cell.value.len() - name.len();
        *cell = Sp { value: name.to_owned(), span: cell.span.part(from, name.len()) };
    }
    row
}

fn name(row: &Row) -> String {
    row.cells.first().map(|it| name_of(it).value).unwrap_or_default()
}
