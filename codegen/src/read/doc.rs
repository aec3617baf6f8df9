//! Stage 4, rows: a page and its dialect to what the page says, in its own spelling.

use std::collections::{BTreeMap, BTreeSet};

use crate::diag::{Sink, codes};
use crate::dialect::{Constraint, Dialect, KeyCase, Mapping, Models, Nested, OWN_NAME, RowMeans, ValuesPlace};
use crate::read::layout::{self, Subject, heading};
use crate::read::page::{Block, Cell, Page, Table, inline};
use crate::read::type_expr::{self, TypeExpr};
use crate::schema::UnionOf;
use crate::source::{Sources, Sp, Span};
use nested::Inner;
use pages::Named;

mod below;
mod nested;
mod notes;
mod pages;
mod rows;
mod values;

/// What one page says about one model.
#[derive(Clone, Debug)]
pub struct ModelDoc {
    /// The heading.
    pub name: Sp<String>,
    /// The text between heading and table; paragraphs are separated by an empty line.
    pub description: Option<String>,
    /// What the model is.
    pub body: Body,
    /// The rows that are fields, in order.
    pub fields: Vec<FieldDoc>,
    /// How many rows say something about the model as a whole.
    pub other_rows: usize,
    /// The type of what stands under keys that no field has.
    pub other_keys: Option<Sp<TypeExpr>>,
    /// The models whose fields it has, too.
    pub inherits: Vec<Sp<String>>,
    /// The known values of fields, which stand in sections of their own.
    pub lists: Vec<ListDoc>,
    /// The key that tells the members of a union apart.
    pub discriminator: Option<DiscriminatorDoc>,
    /// The case of its keys, where the configuration chooses one.
    pub key_case: Option<KeyCase>,
    /// The dialect of the page.
    pub dialect: &'static Dialect,
}

/// What a model is.
#[derive(Clone, Debug)]
pub enum Body {
    /// An object with the fields of a property table.
    Fields,
    /// One of these values.
    Values(ListDoc),
    /// One of these types.
    Union {
        /// How many of them.
        of: UnionOf,
        /// The types.
        members: Vec<Sp<TypeExpr>>,
    },
    /// A value of this type.
    Whole(Sp<TypeExpr>),
}

/// The key that tells the members of a union apart.
#[derive(Clone, Debug)]
pub struct DiscriminatorDoc {
    /// The key, as the SDK spells it.
    pub name: String,
    /// Its values, and the models that they stand for.
    pub values: Vec<(String, String)>,
}

/// A list of known values.
#[derive(Clone, Debug)]
pub struct ListDoc {
    /// The type that it lists the values of, as the heading has it.
    pub ty: Option<TypeExpr>,
    /// The heading without what is the same in all; empty where it names nothing.
    pub name: String,
    /// Where.
    pub span: Span,
    /// The values.
    pub values: Vec<ValueDoc>,
    /// Whether texts are in quotation marks, so that what is not is a number.
    pub quoted: bool,
    /// Whether a value that only the SDK has was left out.
    pub left_out: bool,
}

/// A known value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ValueDoc {
    /// What the SDK calls it.
    pub name: Option<String>,
    /// The value, without quotation marks.
    pub value: String,
    /// Whether it has quotation marks.
    pub quoted: bool,
}

/// What one row says.
#[derive(Clone, Debug)]
pub struct FieldDoc {
    /// The name, escapes of Markdown undone, those of the SDK's language not.
    pub name: Sp<String>,
    /// The type.
    pub ty: Sp<TypeExpr>,
    /// The description.
    pub description: Option<String>,
    /// The known values that a sentence of the description lists, if they are values of a text.
    pub prose: Option<Sp<Vec<String>>>,
    /// `[optional]`.
    pub optional: bool,
    /// `[required]`.
    pub required: bool,
    /// `[readonly]`.
    pub read_only: bool,
    /// `[default to …]`.
    pub default: Option<String>,
    /// What limits the values.
    pub constraints: Vec<(Constraint, String)>,
    /// The known values, where the row itself lists them.
    pub values: Option<ListDoc>,
}

impl FieldDoc {
    fn new(name: Sp<String>, ty: Sp<TypeExpr>) -> Self {
        Self {
            name,
            ty,
            description: None,
            prose: None,
            optional: false,
            required: false,
            read_only: false,
            default: None,
            constraints: Vec::new(),
            values: None,
        }
    }
}

impl ModelDoc {
    fn new(name: Sp<String>, dialect: &'static Dialect) -> Self {
        Self {
            name,
            description: None,
            body: Body::Fields,
            fields: Vec::new(),
            other_rows: 0,
            other_keys: None,
            inherits: Vec::new(),
            lists: Vec::new(),
            discriminator: None,
            key_case: None,
            dialect,
        }
    }
}

/// Reads one page: its model, and the objects that are written in place there. A row that cannot be read is
/// reported and left out; of a page that cannot be read nothing comes.
pub fn read(page: &Page, dialect: &'static Dialect, sources: &Sources, sink: &mut Sink) -> Vec<ModelDoc> {
    let Some(subject) = dialect.subject(page) else { return Vec::new() };
    let start = start(page, subject);
    let named = if let Nested::Pages(form) = dialect.nested { Some(Named::new(form, page)) } else { None };
    let mut reader = Reader {
        page,
        dialect,
        sources,
        sink,
        start,
        named,
        within: BTreeMap::new(),
        other_rows: 0,
        below: BTreeMap::new(),
        in_place: Vec::new(),
    };
    let model = reader.model(subject);
    model.into_iter().chain(reader.in_place).collect()
}

/// Where the table or list begins.
fn start(page: &Page, subject: Subject<'_>) -> usize {
    match subject {
        Subject::Fields(table) => table.header.span.start,
        // The heading above the list names the model.
        Subject::Values { form, body, .. } if form.place == ValuesPlace::OfPage => {
            body.iter().find(|it| it.table().is_some()).map_or(0, |it| it.span().start)
        }
        Subject::Values { heading, .. }
        | Subject::Union { heading, .. }
        | Subject::Page { heading, .. }
        | Subject::Whole { heading, .. } => page.blocks[heading].span().start,
        Subject::Sections(form) => {
            let first = form.of(page).first().and_then(|it| it.body.iter().find_map(Block::table));
            first.map_or(0, |it| it.header.span.start)
        }
    }
}

struct Reader<'a> {
    page: &'a Page,
    dialect: &'static Dialect,
    sources: &'a Sources,
    sink: &'a mut Sink,
    /// Where the table or list begins.
    start: usize,
    /// The sections of the page, where rows have some.
    named: Option<Named<'a>>,
    /// The types that are written in place for the rows that are being read, by the name of their section.
    within: BTreeMap<String, Inner>,
    /// How many rows say something about types that are written in place and no objects.
    other_rows: usize,
    /// The objects that are written in place in rows below one, by the place of that row.
    below: BTreeMap<usize, ModelDoc>,
    /// The objects that were found to be written in place.
    in_place: Vec<ModelDoc>,
}

impl Reader<'_> {
    fn model(&mut self, subject: Subject<'_>) -> Option<ModelDoc> {
        let lists = self.lists_of_fields();
        self.other_tables(subject, &lists);
        let mut doc = ModelDoc::new(self.title()?, self.dialect);
        doc.description = self.description();
        doc.lists = lists.into_iter().map(|(_, it)| it).collect();
        doc.discriminator = self.discriminator();
        match subject {
            Subject::Fields(table) => match self.dialect.nested {
                Nested::Rows(form) => self.levels(form, &mut doc),
                Nested::No | Nested::Sections(_) | Nested::Pages(_) => self.fields(table, &mut doc),
            },
            Subject::Sections(form) => doc = self.sections(form, doc.name)?,
            Subject::Page { form, name, .. } => self.page(form, name, &mut doc),
            Subject::Values { form, heading, body } => {
                let span = self.page.blocks[heading].span();
                doc.body = Body::Values(values::list(form, String::new(), None, span, body));
            }
            Subject::Union { form, body, .. } => {
                doc.body = Body::Union { of: form.of, members: self.members(form, body) };
            }
            Subject::Whole { ty, .. } => {
                doc.body = Body::Whole(Sp { value: type_expr::parse(ty, self.dialect.types), span: ty.span });
            }
        }
        Some(doc)
    }

    fn report(&mut self, code: &'static crate::diag::Code, span: Span, message: String) {
        self.sink.report(code, self.sources.origin(span), message);
    }

    fn fields(&mut self, table: &Table, doc: &mut ModelDoc) {
        let mut seen: BTreeMap<String, Span> = BTreeMap::new();
        let mut whole = None;
        let model = doc.name.value.clone();
        let own = |field: &FieldDoc| field.name.value == model;
        for row in &table.rows {
            let Some(field) = self.row(row) else { continue };
            match self
                .dialect
                .rows
                .iter()
                .find(|it| it.name == field.name.value || (it.name == OWN_NAME && own(&field)))
                .map(|it| it.means)
            {
                Some(RowMeans::OtherKeys) => {
                    doc.other_rows += 1;
                    doc.other_keys = Some(field.ty);
                    continue;
                }
                Some(RowMeans::Whole) if table.rows.len() == 1 && (!field.optional || own(&field)) => {
                    doc.other_rows += 1;
                    whole = Some(field);
                    continue;
                }
                Some(RowMeans::Itself) => {
                    doc.other_rows += 1;
                    whole = Some(field);
                    continue;
                }
                Some(RowMeans::Union) if matches!(field.ty.value, TypeExpr::Mixed { .. }) => {
                    doc.other_rows += 1;
                    whole = Some(field);
                    continue;
                }
                Some(RowMeans::Whole | RowMeans::Union) | None => {}
            }
            if let Some(first) = seen.get(&field.name.value) {
                let line = self.sources.origin(*first).line;
                let message = format!("a row for `{}` stands in line {line} already", field.name.value);
                self.report(&codes::DUPLICATE_FIELD, field.name.span, message);
                continue;
            }
            seen.insert(field.name.value.clone(), field.name.span);
            doc.fields.push(field);
        }
        match (whole, &doc.other_keys) {
            (Some(FieldDoc { values: Some(values), .. }), _) => doc.body = Body::Values(values),
            (Some(field), _) => doc.body = Body::Whole(field.ty),
            // A model of nothing but other keys is a map.
            (None, Some(other)) if doc.fields.is_empty() => {
                let item = Box::new(other.value.clone());
                doc.body = Body::Whole(Sp { value: TypeExpr::Map { item, text_keys: true }, span: other.span });
            }
            (None, _) => {}
        }
    }

    /// Rows that are read by nobody must not vanish without a word.
    fn other_tables(&mut self, subject: Subject<'_>, lists: &[(usize, ListDoc)]) {
        let within = match subject {
            Subject::Fields(table) => match self.dialect.nested {
                Nested::Rows(form) => {
                    below::tables(self.page, self.dialect, form).iter().map(|it| it.header.span).collect()
                }
                Nested::No | Nested::Sections(_) | Nested::Pages(_) => vec![table.header.span],
            },
            Subject::Values { body, .. } | Subject::Union { body, .. } => {
                body.iter().filter_map(Block::table).map(|it| it.header.span).collect()
            }
            Subject::Whole { .. } => Vec::new(),
            // They say themselves what they did not read; what else has a table has a page, too.
            Subject::Sections(_) | Subject::Page { .. } => self.page.tables().map(|it| it.header.span).collect(),
        };
        let mut read: BTreeSet<Span> = within.into_iter().collect();
        for (idx, _) in lists {
            let below = layout::below(self.page, *idx).iter().filter_map(Block::table);
            read.extend(below.map(|it| it.header.span));
        }
        for block in &self.page.blocks {
            match block {
                Block::Table(other) if !read.contains(&other.header.span) => {
                    let message = format!("this table is not the property table; rows not read: {}", other.rows.len());
                    self.report(&codes::UNREAD_TABLE, other.header.span, message);
                }
                Block::BrokenTable(span) => {
                    let message =
                        "this looks like a part of a table and is none; is a blank line or a delimiter row in the way?";
                    self.report(&codes::BROKEN_TABLE, *span, message.to_owned());
                }
                _ => {}
            }
        }
    }

    /// Every title above the table (front matter, headings) names the model; they must agree.
    fn title(&mut self) -> Option<Sp<String>> {
        if self.dialect.models == Models::OnePerFile {
            let span = self.page.blocks.first().map(Block::span)?;
            return Some(Sp { value: self.stem(), span });
        }
        let above = self.above().take_while(|it| !self.is_section(it));
        let titles = above.filter_map(|it| match it {
            Block::FrontMatterTitle(text) | Block::Heading(text) => Some(self.model_name(text)),
            _ => None,
        });
        let titles: Vec<Sp<String>> = titles.collect();
        let Some(first) = titles.first().filter(|it| !it.value.is_empty()).cloned() else {
            let span = Span { file: self.page.file, start: self.start, end: self.start };
            self.report(&codes::NO_TITLE, span, "no heading above this table names the model".to_owned());
            return None;
        };
        if let Some(other) = titles.iter().find(|it| it.value != first.value) {
            let message = format!("this page calls its model `{}` above and `{}` here", first.value, other.value);
            self.report(&codes::TITLE_DISAGREES, other.span, message);
        }
        let file = self.sources.get(self.page.file).file_name();
        let stem = self.stem();
        let can_be_a_file = first.value.chars().all(|it| it.is_alphanumeric() || it == '_');
        if stem != first.value && can_be_a_file && self.dialect.models == Models::OnePerPage {
            let message = format!("this document describes `{}` and is called `{file}`", first.value);
            self.report(&codes::FILE_NAME_DIFFERS, first.span, message);
        }
        Some(first)
    }

    /// The name of the file.
    fn stem(&self) -> String {
        crate::source::stem(self.sources.get(self.page.file).file_name())
    }

    /// A heading without what stands around the name of the model.
    fn model_name(&self, text: &Sp<String>) -> Sp<String> {
        let name = name_of(text);
        Sp { value: self.dialect.title.name_in(&name.value).to_owned(), span: name.span }
    }

    fn is_section(&self, block: &Block) -> bool {
        let text = heading(block);
        self.dialect.is_section(block) || text.is_some_and(|it| self.dialect.title.sections.contains(&it))
    }

    fn description(&self) -> Option<String> {
        let mut left_out = false;
        let mut paragraphs = Vec::new();
        for block in self.above() {
            match block {
                Block::Heading(text) => left_out = self.dialect.title.sections.contains(&text.value.as_str()),
                Block::Paragraph(text) if !left_out => {
                    let noise = self.dialect.title.noise.iter().any(|it| text.value.starts_with(it));
                    paragraphs.extend((!noise).then(|| inline::plain(&text.value)));
                }
                _ => {}
            }
        }
        Some(paragraphs.join("\n\n")).filter(|it| !it.is_empty())
    }

    fn discriminator(&self) -> Option<DiscriminatorDoc> {
        let text = |it: &Block| if let Block::Paragraph(it) = it { Some(it.value.clone()) } else { None };
        self.dialect.discriminators.iter().find_map(|form| {
            let between = |text: String| {
                let (_, rest) = text.split_once(form.before)?;
                rest.split_once(form.after).map(|(name, _)| name.to_owned())
            };
            let name = self.page.blocks.iter().filter_map(text).find_map(between)?;
            Some(DiscriminatorDoc { name, values: form.mapping.as_ref().map_or(Vec::new(), |it| self.mapping(it)) })
        })
    }

    fn mapping(&self, form: &Mapping) -> Vec<(String, String)> {
        let leads = |it: &&Block| matches!(it, Block::Paragraph(it) if it.value.contains(form.lead));
        let from = self.page.blocks.iter().skip_while(|it| !leads(it)).take_while(|it| heading(it).is_none());
        let lines = from.filter_map(|it| if let Block::Paragraph(it) = it { Some(it.value.lines()) } else { None });
        let pair = |line: &str| {
            let (value, model) = line.trim_start().strip_prefix(form.before)?.split_once(form.between)?;
            Some((inline::plain(value), model.split_once(form.after)?.0.to_owned()))
        };
        lines.flatten().filter_map(pair).collect()
    }

    fn above(&self) -> impl Iterator<Item = &Block> + use<'_> {
        let start = self.start;
        self.page.blocks.iter().take_while(move |it| it.span().start < start)
    }
}

/// A name without the marks that make it bold, code or a link.
fn name_of(cell: &Cell) -> Sp<String> {
    let mut text = cell.value.as_str();
    let mut from = 0;
    while let Some((skipped, inner)) = unmarked(text) {
        text = inner;
        from += skipped;
    }
    Sp { value: inline::plain(text).trim().to_owned(), span: cell.span.part(from, text.len()) }
}

/// What is within the outermost marks, and how many bytes the first of them has.
fn unmarked(text: &str) -> Option<(usize, &str)> {
    let within = |mark: &str| {
        let inner = text.strip_prefix(mark)?.strip_suffix(mark)?;
        (!inner.contains(mark)).then_some((mark.len(), inner))
    };
    let label = || {
        let (label, _) = text.strip_prefix('[')?.strip_suffix(')')?.split_once("](")?;
        Some((1, label))
    };
    within("**").or_else(|| within("*")).or_else(|| within("`")).or_else(label)
}
