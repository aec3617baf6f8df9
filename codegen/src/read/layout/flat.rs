//! The common layout: a title, a description, and a property table or a list below it.

use std::ops::Range;

use super::blocks::Blocks;
use super::{
    Discriminator, Fields, Found, Item, Listed, Member, Members, MembersOf, Outline, Second, Shape, Unread, ValueList,
    Whole,
};
use crate::diag::{is_near, words};
use crate::dialect::{Dialect, DiscriminatorText, Models, UnionForm, UnionList, ValuesForm, ValuesList, ValuesPlace};
use crate::read::page::{Cell, Row, lines};
use crate::source::Sp;

pub(super) fn outlines<'p>(blocks: &mut Blocks<'p>, dialect: &'static Dialect) -> Vec<Outline<'p>> {
    let parts = blocks.parts(dialect);
    let mut outlines = Vec::with_capacity(parts.len());
    let mut others = Vec::new();
    for part in parts {
        match outline(blocks, dialect, part.clone()) {
            Some(outline) => outlines.push(outline),
            None => others.push(part),
        }
    }
    if let Some(contents) = dialect.title.contents {
        others.retain(|part| blocks.is_empty_model(part, contents, dialect));
        outlines.extend(others.into_iter().map(|part| without_fields(blocks, dialect, part)));
    }
    outlines.sort_by_key(Outline::first_span);
    outlines
}

/// What the models of a page have, without laying them out; `None` if there are none.
pub(super) fn find<'p>(blocks: &Blocks<'p>, dialect: &'static Dialect) -> Option<Found<'p>> {
    let can_have_fields = blocks.find_table(blocks.all(), |header| dialect.has_columns(header)).is_some();
    let mut found = None;
    for part in blocks.parts(dialect) {
        let table = if can_have_fields { property_table(blocks, dialect, part.clone()) } else { None };
        if let Some(table) = table {
            return Some(Found { table: blocks.table(table) });
        }
        if found.is_none() && listed(blocks, dialect, part).is_some() {
            found = Some(Found { table: None });
        }
    }
    found
}

/// An object without fields.
fn without_fields<'p>(blocks: &mut Blocks<'p>, dialect: &Dialect, part: Range<usize>) -> Outline<'p> {
    let start = blocks.span(part.start);
    blocks.is_model(part.clone());
    Outline { start, ..above(blocks, dialect, part) }
}

fn outline<'p>(blocks: &mut Blocks<'p>, dialect: &'static Dialect, part: Range<usize>) -> Option<Outline<'p>> {
    let subject = subject(blocks, dialect, part.clone())?;
    let within = blocks.model_around(part.start);
    let start = subject.start(blocks);
    let end = subject.end(blocks, &part);
    let shape = subject.shape(blocks);
    if dialect.models == Models::OnePerHeading {
        let whole = blocks.with_inner(&part);
        blocks.is_below_model(end..whole.end);
        blocks.is_model(whole);
    } else {
        let rest = set_aside(blocks, dialect, end..part.end);
        blocks.is_below_model(rest.clone());
        blocks.is_model(part.clone());
        second(blocks, dialect, rest);
    }
    let mut outline = above(blocks, dialect, part.start..start);
    outline.start = blocks.span(start);
    outline.within = within;
    outline.shape = shape;
    outline.lists = lists(blocks, dialect, &part, start);
    outline.discriminator = dialect.discriminators.iter().find_map(|form| discriminator(blocks, &part, form));
    if outline.discriminator.is_none() && outline.shape.members.is_some() {
        let sentence = part.clone().find_map(|idx| almost_discriminator(blocks.paragraph(idx)?, dialect));
        if let Some(line) = sentence {
            blocks.leave(Unread::Discriminator(line));
        }
    }
    Some(outline)
}

/// What a part of a page describes.
enum Subject {
    /// A model with this property table.
    Fields(usize),
    /// A model whose allowed values are listed below a heading.
    Values(&'static ValuesForm, usize, Range<usize>),
    /// A union whose members are listed below a heading.
    Union(&'static UnionForm, usize, Range<usize>),
    /// Another name for the type in a paragraph below a heading.
    Whole(usize),
}

fn subject(blocks: &Blocks<'_>, dialect: &'static Dialect, part: Range<usize>) -> Option<Subject> {
    let table = property_table(blocks, dialect, part.clone());
    table.map(Subject::Fields).or_else(|| listed(blocks, dialect, part))
}

/// What a part of a page without a property table describes.
fn listed(blocks: &Blocks<'_>, dialect: &'static Dialect, part: Range<usize>) -> Option<Subject> {
    for (idx, heading) in blocks.headings(part.clone()) {
        let body = blocks.below(idx, &part);
        let text = heading.value.as_str();
        if dialect.whole == Some(text) && !body.is_empty() && blocks.paragraph(body.start).is_some() {
            return Some(Subject::Whole(idx));
        }
        if let Some(form) = dialect.values.iter().find(|form| {
            let is_named = matches!(form.place, ValuesPlace::OfModel(heading) if heading == text);
            (form.place == ValuesPlace::OfPage || is_named) && form.list.is_in(blocks, &body)
        }) {
            return Some(Subject::Values(form, idx, body));
        }
        if let Some(form) = dialect.unions.iter().find(|form| form.heading == text && form.list.is_in(blocks, &body)) {
            // The code of each member has a heading of its own.
            let body = if form.list.has_headings() { idx + 1..part.end } else { body };
            return Some(Subject::Union(form, idx, body));
        }
    }
    None
}

impl Subject {
    /// The block at which the table or list starts; what is above it describes the model.
    fn start(&self, blocks: &Blocks<'_>) -> usize {
        match self {
            Self::Fields(table) => *table,
            // The heading above the list names the model.
            Self::Values(form, heading, body) if form.place == ValuesPlace::OfPage => {
                blocks.find_table(body.clone(), |_| true).unwrap_or(*heading)
            }
            Self::Values(_, heading, _) | Self::Union(_, heading, _) | Self::Whole(heading) => *heading,
        }
    }

    /// The block after it.
    fn end(&self, blocks: &Blocks<'_>, part: &Range<usize>) -> usize {
        match self {
            Self::Fields(table) => table + 1,
            Self::Values(_, _, body) | Self::Union(_, _, body) => body.end,
            Self::Whole(heading) => blocks.below(*heading, part).end,
        }
    }

    fn shape<'p>(self, blocks: &mut Blocks<'p>) -> Shape<'p> {
        match self {
            Self::Fields(table) => Shape { fields: blocks.take(table).map(Fields::flat), ..Shape::default() },
            Self::Values(form, heading, body) => {
                Shape { values: Some(value_list(blocks, form, heading, None, body)), ..Shape::default() }
            }
            Self::Union(form, heading, body) => {
                blocks.is_read(heading);
                let members = Members { of: MembersOf::Union(form.of), list: members(blocks, form.list, body) };
                Shape { members: Some(members), ..Shape::default() }
            }
            Self::Whole(heading) => Shape { whole: blocks.paragraph(heading + 1).map(Whole::Text), ..Shape::default() },
        }
    }
}

/// Sets aside the tables about something else. Returns the part of the page before them.
fn set_aside(blocks: &mut Blocks<'_>, dialect: &Dialect, rest: Range<usize>) -> Range<usize> {
    let is_beside = |text: &str| dialect.title.beside.iter().any(|start| text.starts_with(start));
    let Some((first, _)) = blocks.headings(rest.clone()).find(|(_, text)| is_beside(&text.value)) else { return rest };
    (first..rest.end).for_each(|idx| blocks.set_aside(idx));
    rest.start..first
}

/// Takes a second model on a page of one model. A list without a name of its own is not a model.
fn second(blocks: &mut Blocks<'_>, dialect: &'static Dialect, rest: Range<usize>) {
    let Some(subject) = subject(blocks, dialect, rest.clone()) else { return };
    let start = subject.start(blocks);
    let is_name =
        |text: &&Sp<String>| !dialect.has_section_heading(&text.value) && !dialect.has_list_heading(&text.value);
    let name = blocks.headings(rest.start..start).map(|(_, text)| text).filter(is_name).last();
    if name.is_none() && !matches!(subject, Subject::Fields(_)) {
        return;
    }
    let body = match subject {
        Subject::Fields(table) => table..table + 1,
        Subject::Values(_, heading, body) | Subject::Union(_, heading, body) => {
            blocks.is_read(heading);
            body
        }
        Subject::Whole(_) => rest.end..rest.end,
    };
    let tables = body.filter_map(|idx| blocks.take(idx)).collect();
    blocks.leave(Unread::Second(Second { name, span: blocks.span(start), tables }));
}

/// The property table: the first one with the right columns below the section heading, or below the first heading if
/// there is no such section.
pub(super) fn property_table(blocks: &Blocks<'_>, dialect: &Dialect, part: Range<usize>) -> Option<usize> {
    // Most parts of pages have no such table, which is seen without their headings.
    blocks.find_table(part.clone(), |header| dialect.has_columns(header))?;
    let has_section = blocks.headings(part.clone()).any(|(_, text)| dialect.has_section_heading(&text.value));
    let mut is_open = !has_section;
    for idx in part {
        if let Some(text) = blocks.heading_text(idx) {
            is_open = if has_section {
                // The tables of one model are not those of the next.
                let stays_open = is_open && dialect.models != Models::OnePerHeading;
                stays_open || dialect.has_section_heading(text)
            } else {
                // Titles may be repeated; a parameter table of an API page has a heading of its own.
                !text.split(' ').next_back().is_some_and(|word| word.eq_ignore_ascii_case("parameters"))
            };
        } else if is_open && blocks.header(idx).is_some_and(|header| dialect.has_columns(header)) {
            return Some(idx);
        }
    }
    None
}

/// What is above the table or list: titles, and the text that describes the model.
pub(super) fn above<'p>(blocks: &mut Blocks<'p>, dialect: &Dialect, part: Range<usize>) -> Outline<'p> {
    let is_section = |idx: usize| {
        let text = blocks.heading_text(idx);
        text.is_some_and(|text| dialect.has_section_heading(text) || dialect.title.sections.contains(&text))
    };
    let section = part.clone().find(|idx| is_section(*idx)).unwrap_or(part.end);
    // Rows can be lost below the heading of their table, but not above it.
    let is_text = |blocks: &Blocks<'_>, idx: usize| idx < section && blocks.heading(section).is_some();
    let headings = titles(blocks, dialect, part.start..section);
    let mut text = Vec::new();
    let mut is_left_out = false;
    for idx in part.clone() {
        if let Some(heading) = blocks.heading_text(idx) {
            is_left_out = dialect.title.sections.contains(&heading) || dialect.title.named_below.contains(&heading);
        } else if let Some(paragraph) = if is_text(blocks, idx) { blocks.take_text(idx) } else { blocks.paragraph(idx) }
            && !is_left_out
            && !dialect.title.noise.iter().any(|noise| paragraph.value.starts_with(noise))
        {
            text.push(paragraph);
        }
    }
    Outline {
        front_matter: (part.start..section).find_map(|idx| blocks.front_matter(idx)),
        within: None,
        headings,
        start: blocks.span(part.end),
        text,
        shape: Shape::default(),
        lists: Vec::new(),
        values: Vec::new(),
        discriminator: None,
    }
}

/// What can name the model: headings, or the code below one of them.
fn titles<'p>(blocks: &Blocks<'p>, dialect: &Dialect, above: Range<usize>) -> Vec<&'p Sp<String>> {
    let is_named_below = |idx: usize| dialect.title.named_below.iter().any(|own| blocks.heading_text(idx) == Some(own));
    match above.clone().find(|idx| is_named_below(*idx)) {
        Some(heading) => blocks.paragraph(heading + 1).into_iter().collect(),
        None => above.filter_map(|idx| blocks.heading(idx)).collect(),
    }
}

/// The lists of the allowed values of fields, each below a heading of its own.
fn lists<'p>(
    blocks: &mut Blocks<'p>,
    dialect: &'static Dialect,
    part: &Range<usize>,
    start: usize,
) -> Vec<ValueList<'p>> {
    let mut lists = Vec::new();
    for idx in part.clone() {
        let Some(text) = blocks.heading_text(idx) else { continue };
        let form = dialect.values.iter().find_map(|form| match form.place {
            ValuesPlace::OfField(before) => text.strip_prefix(before).map(|name| (form, name)),
            ValuesPlace::OfFieldByType if idx > start => Some((form, text)),
            _ => None,
        });
        let body = blocks.below(idx, part);
        if let Some((form, name)) = form.filter(|(form, _)| form.list.is_in(blocks, &body)) {
            lists.push(value_list(blocks, form, idx, Some(name.trim()), body));
        }
    }
    lists
}

fn value_list<'p>(
    blocks: &mut Blocks<'p>,
    form: &'static ValuesForm,
    heading: usize,
    name: Option<&'p str>,
    body: Range<usize>,
) -> ValueList<'p> {
    blocks.is_read(heading);
    let span = blocks.span(heading);
    let body = body.filter_map(|idx| match blocks.header(idx) {
        Some(header) if form.list.is_headed(header) => blocks.take(idx).map(|table| {
            if !form.list.joins_cells() {
                blocks.leave_surplus(table);
            }
            Listed::Table(table)
        }),
        Some(_) => None,
        None => blocks.paragraph(idx).map(Listed::Text),
    });
    ValueList { form, name, span, body: body.collect() }
}

fn members<'p>(blocks: &mut Blocks<'p>, list: UnionList, body: Range<usize>) -> Vec<Member<'p>> {
    if let UnionList::Headings | UnionList::InCode(_) = list {
        return members_with_code(blocks, list, body);
    }
    let mut members = Vec::new();
    for idx in body {
        let lines = blocks.paragraph(idx).into_iter().flat_map(lines);
        match list {
            UnionList::Bullets => {
                members.extend(lines.filter_map(|line| blocks.item(bullet(&line))).map(Member::Type));
            }
            UnionList::Symbols => {
                if members.is_empty() {
                    members.extend(lines.filter_map(|line| blocks.item(symbol(&line))).map(Member::Type));
                }
                // Below the code are the methods, with tables of their parameters.
                blocks.set_aside(idx);
            }
            UnionList::Headings | UnionList::InCode(_) => {}
            UnionList::Rows(..) | UnionList::FirstOf(_) => {
                if blocks.header(idx).is_some_and(|header| list.is_headed(header))
                    && let Some(table) = blocks.take(idx)
                {
                    blocks.leave_surplus(table);
                    members.extend(table.rows.iter().map(Member::FirstCell));
                }
            }
        }
    }
    members
}

/// Members that have a heading and code each. Other headings are about something else.
fn members_with_code<'p>(blocks: &mut Blocks<'p>, list: UnionList, body: Range<usize>) -> Vec<Member<'p>> {
    let headings: Vec<(usize, &Sp<String>)> = blocks.headings(body).collect();
    let members = headings.into_iter().map(|(idx, heading)| {
        let code = blocks.paragraph(idx + 1).filter(|text| is_code(&text.value));
        member_with_code(heading, code, list)
    });
    let members: Vec<Item<Cell>> = members.collect();
    members.into_iter().filter_map(|member| blocks.item(member)).map(Member::Type).collect()
}

/// A member whose heading has this code below it. The headings of members are code, too.
fn member_with_code(heading: &Cell, code: Option<&Cell>, list: UnionList) -> Item<Cell> {
    let Some(code) = code else { return Item::of(heading, None, heading.value.starts_with('`')) };
    let member = if let UnionList::InCode(after) = list { argument(code, after) } else { Some(heading.clone()) };
    let line = lines(code).nth(1).unwrap_or_else(|| heading.clone());
    Item::of(&line, member, true)
}

/// The type in `CreatePetFish(Fish{/* … */})`, before this text and after the last opening bracket.
fn argument(code: &Sp<String>, after: &str) -> Option<Cell> {
    let (before, _) = code.value.split_once(after)?;
    let (call, ty) = before.rsplit_once('(')?;
    Some(Sp { value: ty.to_owned(), span: code.span.part(call.len() + 1, ty.len()) })
}

fn discriminator<'p>(
    blocks: &mut Blocks<'p>,
    part: &Range<usize>,
    form: &'static DiscriminatorText,
) -> Option<Discriminator<'p>> {
    let paragraphs = || part.clone().filter_map(|idx| blocks.paragraph(idx));
    let name = paragraphs().find_map(|text| {
        let (before, rest) = text.value.split_once(form.before)?;
        let (value, _) = rest.split_once(form.after)?;
        Some(Sp { value, span: text.span.part(before.len() + form.before.len(), value.len()) })
    })?;
    let lines = form.mapping.as_ref().map_or(Vec::new(), |mapping| {
        let is_lead = |idx: usize| blocks.paragraph(idx).is_some_and(|text| text.value.contains(mapping.lead));
        let from = part.clone().skip_while(|idx| !is_lead(*idx));
        let body: Vec<usize> = from.take_while(|idx| blocks.heading(*idx).is_none()).collect();
        body.into_iter().filter_map(|idx| blocks.take_text(idx)).flat_map(lines).collect()
    });
    Some(Discriminator { form, name, lines })
}

/// Whether a paragraph is a fenced block of code.
fn is_code(text: &str) -> bool {
    text.starts_with("```")
}

/// The line of a text that has all words but one of a sentence about a discriminator.
fn almost_discriminator(text: &Sp<String>, dialect: &Dialect) -> Option<Cell> {
    let sentences: Vec<Vec<String>> =
        dialect.discriminators.iter().map(|form| words(&format!("{} {}", form.before, form.after))).collect();
    let is_almost = |line: &Cell| {
        let own = words(&line.value);
        sentences.iter().any(|sentence| {
            let found = sentence.iter().filter(|word| own.iter().any(|other| is_near(other, word))).count();
            sentence.len() > 2 && found + 1 >= sentence.len()
        })
    };
    lines(text).find(is_almost)
}

/// `* [Fish](Fish.md)`.
fn bullet(line: &Cell) -> Item<Cell> {
    let text = line.value.strip_prefix("* ").or_else(|| line.value.strip_prefix("- "));
    let member = text.map(|text| {
        let from = line.value.len() - text.len();
        Sp { value: text.to_owned(), span: line.span.part(from, text.len()) }
    });
    Item::of(line, member, line.value.starts_with(['*', '-', '+']))
}

/// `#   :'Fish',`.
fn symbol(line: &Cell) -> Item<Cell> {
    let name = line.value.split_once(":'").and_then(|(before, rest)| Some((before, rest.split_once('\'')?.0)));
    let member =
        name.map(|(before, name)| Sp { value: name.to_owned(), span: line.span.part(before.len() + 2, name.len()) });
    Item::of(line, member, line.value.starts_with("#   "))
}

impl ValuesList {
    /// Whether such a list can be among blocks. A table must be there, even without rows; bullets need not, as
    /// generators write none where they know no values.
    fn is_in(self, blocks: &Blocks<'_>, body: &Range<usize>) -> bool {
        match self {
            Self::BoldOf(_) => {
                let table = blocks.find_table(body.clone(), |header| self.is_headed(header));
                table.is_some_and(|table| blocks.first_cells(table).all(|cell| cell.value.starts_with("**")))
            }
            Self::Rows(..) | Self::OneRow(..) | Self::FirstOf(_) | Self::BulletOf(_) | Self::NameOf(_) => {
                blocks.find_table(body.clone(), |header| self.is_headed(header)).is_some()
            }
            Self::Literals => body.clone().filter_map(|idx| blocks.paragraph(idx)).any(|text| is_code(&text.value)),
            Self::Bullets | Self::Line(..) => blocks.find_table(body.clone(), |_| true).is_none(),
        }
    }

    /// Whether a value has all cells but the first, as its own `|` are not escaped.
    fn joins_cells(self) -> bool {
        matches!(self, Self::Rows(..) | Self::OneRow(..) | Self::BulletOf(_))
    }

    /// Whether a table with this header is such a list.
    fn is_headed(self, header: &Row) -> bool {
        match self {
            Self::Rows(first, second) | Self::OneRow(first, second) => header.has_columns(&[first, second]),
            Self::FirstOf(columns) | Self::BulletOf(columns) | Self::BoldOf(columns) | Self::NameOf(columns) => {
                header.has_columns(columns)
            }
            Self::Bullets | Self::Line(..) | Self::Literals => false,
        }
    }
}

impl UnionList {
    fn is_in(self, blocks: &Blocks<'_>, body: &Range<usize>) -> bool {
        match self {
            Self::Rows(..) | Self::FirstOf(_) => {
                blocks.find_table(body.clone(), |header| self.is_headed(header)).is_some()
            }
            Self::Bullets | Self::Symbols | Self::Headings | Self::InCode(_) => true,
        }
    }

    fn is_headed(self, header: &Row) -> bool {
        match self {
            Self::Rows(first, second) => header.has_columns(&[first, second]),
            Self::FirstOf(columns) => header.has_columns(columns),
            Self::Bullets | Self::Symbols | Self::Headings | Self::InCode(_) => false,
        }
    }

    /// Whether the members have headings of their own.
    fn has_headings(self) -> bool {
        matches!(self, Self::Symbols | Self::Headings | Self::InCode(_))
    }
}
