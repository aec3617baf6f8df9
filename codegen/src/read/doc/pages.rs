//! Types that have sections named after the field, and pages of their own.

use std::collections::BTreeMap;

use super::values::{list_of, value_of};
use super::{Body, FieldDoc, ModelDoc, Reader, name_of};
use crate::diag::codes;
use crate::dialect::{Constraint, NoteWord, Pages, RowMeans};
use crate::read::layout::{below, heading};
use crate::read::page::{Block, Cell, Page, Table, inline};
use crate::read::type_expr::{self, TypeExpr};
use crate::schema::{Scalar, UnionOf};
use crate::source::Sp;

/// The sections of a page by their headings, found once: every row has some.
pub(super) struct Named<'a> {
    form: &'static Pages,
    page: &'a Page,
    /// Where the headings with a text stand, in order.
    headings: BTreeMap<&'a str, Vec<usize>>,
    /// The property table, and the heading above it.
    table: Option<(usize, &'a Table)>,
}

impl<'a> Named<'a> {
    pub(super) fn new(form: &'static Pages, page: &'a Page) -> Self {
        let mut headings: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (idx, text) in page.blocks.iter().enumerate().filter_map(|(idx, it)| Some((idx, heading(it)?))) {
            headings.entry(text).or_default().push(idx);
        }
        Self { form, page, headings, table: form.table(page) }
    }

    /// The first heading with this text, from a block on.
    fn heading(&self, text: &str, from: usize) -> Option<usize> {
        let all = self.headings.get(text)?;
        all.get(all.partition_point(|it| *it < from)).copied()
    }

    /// The sections about a name, from a block on: what their headings have after the name, and what stands
    /// below. They follow one another, and end where a section has the name itself.
    fn about(&self, name: &str, from: usize) -> Vec<(&'a str, &'a [Block])> {
        let page = self.page;
        let Some(first) = self.heading(&format!("{name}{}", self.form.ty), from) else { return Vec::new() };
        let headings = (first..page.blocks.len()).filter_map(|idx| Some((idx, heading(&page.blocks[idx])?)));
        let sections = headings.map_while(|(idx, it)| Some((it.strip_prefix(name)?, below(page, idx))));
        sections.take_while(|it| !it.0.is_empty()).collect()
    }

    /// What stands right below the heading that is a name, from a block on.
    fn below(&self, name: &str, from: usize) -> &'a [Block] {
        self.heading(name, from).map(|idx| below(self.page, idx)).unwrap_or_default()
    }
}

impl Reader<'_> {
    /// The model of a page: an object, or what its sections say.
    pub(super) fn page(&mut self, form: &'static Pages, name: &str, doc: &mut ModelDoc) {
        let Some(named) = &self.named else { return };
        let table = named.table.map(|it| it.1);
        let about = named.about(name, 0);
        if let Some(table) = table {
            let table = self.without_patterns(table);
            self.fields(&table, doc);
        }
        let cell = Sp { value: name.to_owned(), span: doc.name.span };
        let mut whole = FieldDoc::new(cell, Sp { value: TypeExpr::Unnamed { link: None }, span: doc.name.span });
        self.about(form, &about, &mut whole, true);
        let Some((ty, parts)) = about.first().and_then(|it| it.1.split_first()) else { return };
        let text = |it: &Block| if let Block::Paragraph(it) = it { Some(it.clone()) } else { None };
        let mut parts = parts.iter().filter_map(text);
        let word = parts.next().map(|it| it.value).unwrap_or_default();
        let members: Vec<Sp<TypeExpr>> = parts.flat_map(|it| linked(&it)).collect();
        let of = [(form.one_of, UnionOf::One), (form.any_of, UnionOf::Any)].into_iter().find(|it| it.0 == word);
        match (of, table) {
            (None, _) if word == form.all_of => all_of(members, doc),
            (Some((_, of)), None) => doc.body = Body::Union { of, members },
            (None, None) => doc.body = whole.values.map_or(Body::Whole(whole.ty), Body::Values),
            (Some(_), Some(_)) => {
                let message = "the types that are listed here are not read, as the properties stand in a table";
                self.report(&codes::UNREAD_TABLE, ty.span(), message.to_owned());
            }
            (None, Some(_)) => {}
        }
    }

    /// Names of keys are links; what is none is a pattern that keys match, of which there is no type.
    fn without_patterns(&mut self, table: &Table) -> Table {
        let mut own = table.clone();
        own.rows.retain(|row| {
            let name = row.cells.first().map(|it| it.value.as_str()).unwrap_or_default();
            let is_read = name.starts_with('[') || self.dialect.rows.iter().any(|it| it.name == name);
            if !is_read {
                let message = format!("the keys that match {name} are not read");
                self.report(&codes::NO_NAME, row.span, message);
            }
            is_read
        });
        own
    }

    /// Gives a field what stands in the sections about it.
    pub(super) fn put_about(&mut self, field: &mut FieldDoc) {
        let Some(named) = &self.named else { return };
        let Some((from, _)) = named.table else { return };
        let form = named.form;
        let name = field.name.value.clone();
        let is_other = self.dialect.rows.iter().any(|it| it.name == name && it.means == RowMeans::OtherKeys);
        let about = named.about(if is_other { form.other_keys } else { &name }, from);
        let own = named.below(&name, from + 1);
        self.about(form, &about, field, false);
        let text = own.iter().map_while(|it| match it {
            Block::Paragraph(it) if it.value != format!("`{name}`") => Some(inline::plain(&it.value)),
            _ => None,
        });
        field.description = Some(text.collect::<Vec<_>>().join("\n\n")).filter(|it| !it.is_empty() && !is_other);
    }

    fn about(&mut self, form: &Pages, about: &[(&str, &[Block])], field: &mut FieldDoc, is_whole: bool) {
        for (what, body) in about {
            if *what == form.ty {
                self.type_about(body, field, is_whole);
            } else if *what == form.constraints {
                body.iter().for_each(|it| self.limit(form, it, field));
            } else if *what == form.default {
                field.default = body.iter().find_map(code);
            }
        }
    }

    /// `` `object[]` ([Details](order-items.md)) ``. Where a section says in words what a type is, the cell
    /// counts.
    fn type_about(&self, body: &[Block], field: &mut FieldDoc, is_whole: bool) {
        let Some(Block::Paragraph(text)) = body.first() else { return };
        let (ty, link) = text.value.split_once(" ([").unwrap_or((&text.value, ""));
        let cell = Sp { value: ty.to_owned(), span: text.span.part(0, ty.len()) };
        let parsed = type_expr::parse(&cell, self.dialect.types);
        if matches!(parsed.innermost(), TypeExpr::Unknown { .. }) {
            return;
        }
        let page = link.split_once("](").map(|it| crate::source::stem(it.1.trim_end_matches(')')));
        let is_open = match parsed.innermost() {
            TypeExpr::Word(it) => it.scalar == Scalar::Any,
            TypeExpr::Unnamed { .. } => true,
            _ => false,
        };
        let page = page.filter(|it| is_open && !(is_whole && *it == self.stem()));
        let name = page.map(|text| TypeExpr::Name { text, surely_model: true, span: cell.span });
        field.ty = Sp { value: name.map_or(parsed.clone(), |it| parsed.with_innermost(it)), span: cell.span };
    }

    /// A format, a limit, or the known values.
    fn limit(&mut self, form: &Pages, block: &Block, field: &mut FieldDoc) {
        let listed = |values, span| list_of(values, String::new(), None, span, true);
        match block {
            Block::Table(table) if table.has_columns(form.values) => {
                let first = table.rows.iter().filter_map(|row| row.cells.first());
                field.values = Some(listed(first.map(|it| value_of(None, &name_of(it).value)).collect(), block.span()));
            }
            Block::Paragraph(text) if text.value.starts_with("```") => match code(block) {
                Some(it) if text.value.starts_with("```regexp") => field.constraints.push((Constraint::Pattern, it)),
                Some(it) => field.values = Some(listed(vec![value_of(None, &it)], text.span)),
                None => {}
            },
            Block::Paragraph(text) => {
                // What a sentence is about.
                let at_end = text.value.strip_suffix('`').and_then(|it| it.rsplit_once('`')).map(|it| it.1);
                let is_said = |it: &&NoteWord| !it.note.goes_on() || at_end.is_some();
                let word = self.dialect.phrases.iter().find(|it| text.value.starts_with(it.text)).filter(is_said);
                if let Some(word) = word {
                    self.is_twice(word.note, at_end.unwrap_or_default().to_owned(), text.span, field);
                } else if text.value.starts_with("**") {
                    let message = format!("`{}` is no limit that is known", text.value);
                    self.report(&codes::UNKNOWN_NOTE, text.span, message);
                }
            }
            _ => {}
        }
    }
}

/// What a value is all of: models, whose fields it has.
fn all_of(mut members: Vec<Sp<TypeExpr>>, doc: &mut ModelDoc) {
    if members.len() == 1 && doc.fields.is_empty() {
        doc.body = members.pop().map_or(Body::Fields, Body::Whole);
        return;
    }
    for member in members {
        if let TypeExpr::Name { text, span, .. } = member.value {
            doc.inherits.push(Sp { value: text, span });
        }
    }
}

/// The pages that a list links to.
fn linked(list: &Cell) -> Vec<Sp<TypeExpr>> {
    let pages = list.value.match_indices("](").map(|(at, mark)| at + mark.len());
    let page = |at: usize| {
        let target = list.value[at..].split([' ', ')']).next()?;
        let span = list.span.part(at, target.len());
        let text = crate::source::stem(target.rsplit('/').next()?);
        Some(Sp { value: TypeExpr::Name { text, surely_model: true, span }, span })
    };
    pages.filter_map(page).collect()
}

/// The text of a code block.
fn code(block: &Block) -> Option<String> {
    let Block::Paragraph(text) = block else { return None };
    let inner = text.value.strip_prefix("```")?.strip_suffix("```")?;
    inner.split_once('\n').map(|it| it.1.trim().to_owned())
}
