//! A page and its dialect to outlines, one for each model that the page describes.
//!
//! An outline holds the blocks that say something about a model, each in the place that fits its meaning; cells
//! are still as they are written. The rows of a table can only be read by taking the table off the page, and
//! what no layout takes is reported, so that no table is lost.

use std::borrow::Cow;

use crate::diag::{is_near, words};
use crate::dialect::{Column, Dialect, DiscriminatorText, Nested, ValuesForm, ValuesPlace};
use crate::read::page::{Block, Cell, Component, Page, Row, Table};
use crate::schema::UnionOf;
use crate::source::{Sp, Span};
use blocks::Blocks;

pub use instead::{Instead, instead_of_table};
pub use item::Item;
pub use tables::{Found, Sought, Tables};

mod blocks;
mod flat;
mod instead;
mod item;
mod pages;
mod rows;
mod sections;
mod tables;

/// What a page consists of, as a dialect lays it out.
#[derive(Clone, Debug, Default)]
pub struct Layout<'p> {
    /// The models that the page describes.
    pub models: Vec<Outline<'p>>,
    /// What belongs to a model, or looks as if it did, and is not read.
    pub unread: Vec<Unread<'p>>,
    /// The tables beside the models of a page that describes several, such as the parameters of calls.
    pub others: Vec<&'p Table>,
}

/// What a page says about one model.
#[derive(Clone, Debug)]
pub struct Outline<'p> {
    /// The title in the front matter.
    pub front_matter: Option<&'p Sp<String>>,
    /// The heading of another model, if the heading of this one is within its part of the page.
    pub within: Option<&'p Sp<String>>,
    /// The headings above the table or list. One of them names the model, and the others are part of the description.
    pub headings: Vec<&'p Sp<String>>,
    /// Where the table or list starts.
    pub start: Span,
    /// The paragraphs that describe the model.
    pub text: Vec<&'p Sp<String>>,
    /// What the model is.
    pub shape: Shape<'p>,
    /// The lists of the allowed values of fields.
    pub lists: Vec<ValueList<'p>>,
    /// The tables with a column for the field and one for a value of it.
    pub values: Vec<&'p Table>,
    /// The key that tells the members of a union apart.
    pub discriminator: Option<Discriminator<'p>>,
}

/// A type that is more than a cell: a model, or a type that is written in place within one.
#[derive(Clone, Debug, Default)]
pub struct Shape<'p> {
    /// The fields of an object.
    pub fields: Option<Fields<'p>>,
    /// The types that it is made of.
    pub members: Option<Members<'p>>,
    /// The type that it is another name for; the fields and members count more.
    pub whole: Option<Whole<'p>>,
    /// Its allowed values.
    pub values: Option<ValueList<'p>>,
    /// The rows that repeat what the rest of the shape says.
    pub repeated: Vec<RawRow<'p>>,
}

/// A property table and its rows. The rows of a table that describes inner objects belong to these.
#[derive(Clone, Debug)]
pub struct Fields<'p> {
    /// The table as it is on the page.
    pub table: &'p Table,
    /// The rows that belong to this object.
    pub rows: Vec<RawRow<'p>>,
}

/// A row of a table and what the rest of the page says about it.
#[derive(Clone, Debug)]
pub struct RawRow<'p> {
    /// The cells as they are written, except for the marks that give the level of the row.
    pub row: Cow<'p, Row>,
    /// The number of columns of its table; if that is not more than the property tables of the dialect have, these
    /// count.
    pub width: usize,
    /// What the rest of the page says.
    pub detail: Detail<'p>,
    /// Whether its name is a pattern for keys.
    pub is_pattern: bool,
}

/// What a page says about a field outside of its row.
#[derive(Clone, Debug)]
pub enum Detail<'p> {
    /// Nothing.
    None,
    /// Its type is written in place.
    Child(Box<Child<'p>>),
    /// It has sections.
    About(About<'p>),
}

/// A type that is written in place.
#[derive(Clone, Debug)]
pub struct Child<'p> {
    /// What distinguishes it within the type around it; `None` if it shares the name of that.
    pub label: Option<String>,
    /// Where it is.
    pub span: Span,
    /// Whether it is the innermost part of the type in the row, rather than all of it.
    pub is_innermost: bool,
    /// The paragraphs that describe it.
    pub text: Vec<&'p Sp<String>>,
    /// What it is.
    pub shape: Shape<'p>,
}

/// The sections about a field or about a model as a whole.
#[derive(Clone, Debug, Default)]
pub struct About<'p> {
    /// The type.
    pub ty: Option<&'p Sp<String>>,
    /// Formats and limits, each a sentence or code.
    pub limits: Vec<Limit<'p>>,
    /// The code with the default.
    pub default: Option<&'p Sp<String>>,
    /// The paragraphs that describe it.
    pub text: Vec<&'p Sp<String>>,
}

/// A limit of a value.
#[derive(Clone, Copy, Debug)]
pub enum Limit<'p> {
    /// A sentence, or code.
    Text(&'p Sp<String>),
    /// A table of the allowed values, each in the first column.
    Values(&'p Table),
}

/// The types that a type is made of.
#[derive(Clone, Debug)]
pub struct Members<'p> {
    /// How they make it up.
    pub of: MembersOf,
    /// The types.
    pub list: Vec<Member<'p>>,
}

/// How members make up a type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MembersOf {
    /// A value is one of them, or more.
    Union(UnionOf),
    /// A value is all of them.
    All,
}

/// One of the types that a type is made of.
#[derive(Clone, Debug)]
pub enum Member<'p> {
    /// A type.
    Type(Cell),
    /// The page that describes it.
    Page(Cell),
    /// A row of a table with the type in its first cell.
    FirstCell(&'p Row),
    /// A row of a table that is like the property table.
    Row(RawRow<'p>),
    /// A type that is written in place and has no row.
    Child(Box<Child<'p>>),
}

/// The type that a model is another name for.
#[derive(Clone, Debug)]
pub enum Whole<'p> {
    /// A type in a paragraph.
    Text(&'p Sp<String>),
    /// A row that is about the model itself.
    Row(RawRow<'p>),
    /// The items of a list, in a row.
    Items(RawRow<'p>),
    /// The sections about it.
    About(About<'p>),
}

/// A list of allowed values.
#[derive(Clone, Debug)]
pub struct ValueList<'p> {
    /// How they are written.
    pub form: &'static ValuesForm,
    /// What the heading says beside the words that are the same in all such headings; `None` if they are the values
    /// of the model.
    pub name: Option<&'p str>,
    /// The heading.
    pub span: Span,
    /// The blocks with the values.
    pub body: Vec<Listed<'p>>,
}

/// A block of a list.
#[derive(Clone, Copy, Debug)]
pub enum Listed<'p> {
    /// Lines.
    Text(&'p Sp<String>),
    /// A table.
    Table(&'p Table),
}

/// A text that names the key which tells the members of a union apart.
#[derive(Clone, Debug)]
pub struct Discriminator<'p> {
    /// How it is written.
    pub form: &'static DiscriminatorText,
    /// The key.
    pub name: Sp<&'p str>,
    /// The lines that can have its values.
    pub lines: Vec<Cell>,
}

/// What a page of a model has and no layout reads.
#[derive(Clone, Debug)]
pub enum Unread<'p> {
    /// A table.
    Table(&'p Table),
    /// A list of values or of types.
    List(&'p Sp<String>),
    /// Rows of a table that is read otherwise.
    Rows(&'p [Row]),
    /// A type that is written in place for a row that is not read.
    Child(Box<Child<'p>>),
    /// The members of a union that has properties, too.
    Members(Span),
    /// Lines that look like a table, below a heading.
    Broken(Span, Option<&'p Sp<String>>),
    /// Something else than a property table, below the heading of a model.
    Instead(Instead, Option<&'p Sp<String>>),
    /// A table in HTML.
    Html(Span),
    /// A component or expression of MDX.
    Component(&'p Component),
    /// A line in a list of values or of types.
    Line(Cell),
    /// What a column of the summary says about access, and the heading of that column.
    Access(&'p Cell, &'static str),
    /// The heading of a section that would be read, but for some letters.
    Almost(&'p Sp<String>),
    /// Code that has the start of other code in it.
    Open(Span),
    /// The heading of a section about a field that has no row.
    Section(&'p Sp<String>),
    /// The heading of a list without anything that could be the list.
    Heading(&'p Sp<String>),
    /// A sentence that is almost one about a discriminator.
    Discriminator(Cell),
    /// A second model on a page of one model.
    Second(Second<'p>),
}

/// A second model on a page of one model.
#[derive(Clone, Debug)]
pub struct Second<'p> {
    /// The heading that may name it.
    pub name: Option<&'p Sp<String>>,
    /// Where it starts.
    pub span: Span,
    /// Its tables.
    pub tables: Vec<&'p Table>,
}

/// Lays out a page. Where the dialect does not fit the page, there are no models.
pub fn lay_out<'p>(page: &'p Page, dialect: &'static Dialect) -> Layout<'p> {
    let mut blocks = Blocks::new(page);
    let models = outlines(&mut blocks, dialect);
    if models.is_empty() { Layout::default() } else { blocks.into_layout(models, dialect) }
}

/// The models of a page, without what is beside them.
pub fn models<'p>(page: &'p Page, dialect: &'static Dialect) -> Vec<Outline<'p>> {
    outlines(&mut Blocks::new(page), dialect)
}

fn outlines<'p>(blocks: &mut Blocks<'p>, dialect: &'static Dialect) -> Vec<Outline<'p>> {
    match dialect.nested {
        Nested::No => flat::outlines(blocks, dialect),
        Nested::Sections(form) => sections::outline(blocks, dialect, form).into_iter().collect(),
        Nested::Rows(form) => rows::outlines(blocks, dialect, form),
        Nested::Pages(form) => pages::outline(blocks, dialect, form).into_iter().collect(),
    }
}

/// The first property table of models.
pub fn property_table<'p>(models: &[Outline<'p>]) -> Option<&'p Table> {
    models.iter().find_map(|model| model.shape.fields.as_ref()).map(|fields| fields.table)
}

impl Unread<'_> {
    /// Where it starts.
    pub fn span(&self) -> Option<Span> {
        match self {
            Self::Table(table) => Some(table.header.span),
            Self::List(text) => Some(text.span),
            Self::Rows(rows) => rows.first().map(|row| row.span),
            Self::Child(child) => Some(child.span),
            Self::Members(span) | Self::Broken(span, _) | Self::Html(span) | Self::Open(span) => Some(*span),
            Self::Instead(instead, _) => Some(instead.span),
            Self::Component(component) => Some(component.span),
            Self::Line(line) | Self::Discriminator(line) => Some(line.span),
            Self::Heading(heading) | Self::Section(heading) | Self::Almost(heading) => Some(heading.span),
            Self::Access(cell, _) => Some(cell.span),
            Self::Second(second) => Some(second.span),
        }
    }
}

impl Outline<'_> {
    /// Where the part of the page starts that is about the model.
    pub fn first_span(&self) -> Span {
        self.headings.first().map_or(self.start, |heading| heading.span.min(self.start))
    }

    /// The number of rows that it consists of.
    pub fn rows(&self) -> usize {
        let lists = self.lists.iter().map(ValueList::rows).sum::<usize>();
        self.shape.rows() + lists + self.values.iter().map(|table| table.rows.len()).sum::<usize>()
    }
}

impl Shape<'_> {
    /// The number of rows that it consists of.
    pub fn rows(&self) -> usize {
        let fields = self.fields.iter().flat_map(|fields| &fields.rows).map(|row| 1 + row.inner_rows());
        let members = self.members.iter().flat_map(|members| &members.list);
        let members = members.map(|member| member.rows() + member.child().map_or(0, |child| child.shape.rows()));
        let whole = match &self.whole {
            Some(Whole::Items(row) | Whole::Row(row)) => 1 + row.inner_rows(),
            Some(Whole::About(about)) => about.rows(),
            Some(Whole::Text(_)) | None => 0,
        };
        let values = self.values.as_ref().map_or(0, ValueList::rows);
        fields.chain(members).sum::<usize>() + whole + values + self.repeated.len()
    }
}

impl RawRow<'_> {
    /// The row alone.
    pub fn without_detail(&self) -> Self {
        Self { detail: Detail::None, ..self.clone() }
    }

    /// The number of rows that describe its type.
    pub fn inner_rows(&self) -> usize {
        match &self.detail {
            Detail::None => 0,
            Detail::Child(child) => child.shape.rows(),
            Detail::About(about) => about.rows(),
        }
    }
}

impl About<'_> {
    fn rows(&self) -> usize {
        let tables = self.limits.iter().filter_map(|limit| match limit {
            Limit::Values(table) => Some(table),
            Limit::Text(_) => None,
        });
        tables.map(|table| table.rows.len()).sum()
    }
}

impl ValueList<'_> {
    /// The number of rows that it consists of.
    pub fn rows(&self) -> usize {
        let tables = self.body.iter().filter_map(|block| match block {
            Listed::Table(table) => Some(table),
            Listed::Text(_) => None,
        });
        tables.map(|table| table.rows.len()).sum()
    }
}

impl<'p> Member<'p> {
    /// The type that is written in place for it.
    pub fn child(&self) -> Option<&Child<'p>> {
        match self {
            Self::Child(child) | Self::Row(RawRow { detail: Detail::Child(child), .. }) => Some(child),
            Self::Row(_) | Self::Type(_) | Self::Page(_) | Self::FirstCell(_) => None,
        }
    }

    /// The number of rows of its own.
    pub fn rows(&self) -> usize {
        match self {
            Self::Row(_) | Self::FirstCell(_) => 1,
            Self::Type(_) | Self::Page(_) | Self::Child(_) => 0,
        }
    }
}

impl<'p> Fields<'p> {
    /// A property table without inner objects.
    fn flat(table: &'p Table) -> Self {
        let width = table.header.cells.len();
        Self { table, rows: table.rows.iter().map(|row| RawRow { width, ..RawRow::from(row) }).collect() }
    }
}

impl<'p> From<&'p Row> for RawRow<'p> {
    fn from(row: &'p Row) -> Self {
        Self { row: Cow::Borrowed(row), width: 0, detail: Detail::None, is_pattern: false }
    }
}

impl From<Row> for RawRow<'_> {
    fn from(row: Row) -> Self {
        Self { row: Cow::Owned(row), width: 0, detail: Detail::None, is_pattern: false }
    }
}

impl Dialect {
    /// Whether a table with this header is a property table.
    fn has_columns(&self, header: &Row) -> bool {
        let mut columns = header.cells.iter().zip(self.all_columns());
        self.can_have_width(header.cells.len()) && columns.all(|(cell, column)| column.is_headed(cell))
    }

    /// Whether a property table can have this many columns.
    fn can_have_width(&self, width: usize) -> bool {
        (self.columns.len()..=self.columns.len() + self.more_columns.len()).contains(&width)
    }

    /// The columns that a property table can have.
    pub(crate) fn all_columns(&self) -> impl Iterator<Item = &'static Column> {
        self.columns.iter().chain(self.more_columns)
    }

    /// Whether a heading is the one above the property table.
    pub(crate) fn has_section_heading(&self, heading: &str) -> bool {
        self.section.is_some_and(|section| heading.eq_ignore_ascii_case(section))
    }

    /// Whether values of a model or field, or the members of a union, are listed below a heading.
    fn has_list_heading(&self, heading: &str) -> bool {
        let of_values = self.values.iter().any(|form| match form.place {
            ValuesPlace::OfModel(own) => own == heading,
            ValuesPlace::OfField(before) => heading.starts_with(before),
            ValuesPlace::OfPage
            | ValuesPlace::OfFieldByType
            | ValuesPlace::InType(..)
            | ValuesPlace::InDescription(..) => false,
        });
        of_values || self.unions.iter().any(|form| form.heading == heading)
    }
}

impl Dialect {
    /// Whether a heading would be one above a list, but for a letter or two.
    fn has_almost_list_heading(&self, heading: &str) -> bool {
        if self.values.is_empty() && self.unions.is_empty() {
            return false;
        }
        let own = words(heading);
        let starts_as = |known: &str, goes_on: bool| {
            let known = words(known);
            let has_more = own.len() > known.len();
            let start = own.get(..known.len()).filter(|_| !known.is_empty() && has_more == goes_on);
            start.is_some_and(|start| is_near(&start.concat(), &known.concat()))
        };
        let of_values = self.values.iter().any(|form| match form.place {
            ValuesPlace::OfModel(known) => starts_as(known, false),
            ValuesPlace::OfField(known) => starts_as(known, true),
            _ => false,
        });
        let is_almost = of_values || self.unions.iter().any(|form| starts_as(form.heading, false));
        is_almost && !self.has_list_heading(heading)
    }
}

impl Column {
    /// Whether a cell of a header is the heading of this column.
    fn is_headed(&self, cell: &Cell) -> bool {
        cell.value.eq_ignore_ascii_case(self.heading)
    }
}

/// The text of a heading.
pub fn heading(block: &Block) -> Option<&str> {
    if let Block::Heading { text, .. } = block { Some(&text.value) } else { None }
}
