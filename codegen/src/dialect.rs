//! What a dialect is, and the list of those that are known.
//!
//! A dialect is a value, a composition of answers. To add one, write a constant in a file of its own
//! and name it in [`ALL`]; a user's own dialect is a constant too and is given to
//! [`Config::known_dialect`](crate::Config::known_dialect).

use crate::page::{Block, Page, Table};
use crate::schema::{Assumption, Scalar};

mod genesys_python;
mod genesys_python_jekyll;
mod openapi_rust;
pub mod words;

/// Every dialect that is known without being told, sorted by name.
pub static ALL: &[&Dialect] = &[&genesys_python::DIALECT, &genesys_python_jekyll::DIALECT, &openapi_rust::DIALECT];

/// How one generator writes its documents.
#[derive(Debug, PartialEq, Eq)]
pub struct Dialect {
    /// A short name in kebab-case.
    pub name: &'static str,
    /// Which generators write it.
    pub about: &'static str,
    /// What on a page speaks for it, and what against it.
    pub evidence: &'static [Evidence],
    /// The heading above the property table.
    pub section: &'static str,
    /// The columns of the property table.
    pub columns: &'static [Column],
    /// The words and brackets of the type column.
    pub types: &'static TypeSyntax,
    /// What the notes column can say.
    pub notes: &'static [NoteWord],
    /// How a field's name becomes its key in JSON.
    pub wire: WireRule,
    /// How sentences of the descriptions list the known values of a text; `None` if they are not to be
    /// trusted, or if the dialect has a better place for values.
    pub prose: Option<&'static Prose>,
}

/// A column of the property table.
#[derive(Debug, PartialEq, Eq)]
pub struct Column {
    /// Its heading; the case does not matter.
    pub heading: &'static str,
    /// What its cells say.
    pub role: Role,
}

/// What the cells of a column say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// The name of the field.
    Name,
    /// Its type.
    Type,
    /// Its description.
    Description,
    /// Presence and the like, in brackets.
    Notes,
}

/// A sign and what it says.
#[derive(Debug, PartialEq, Eq)]
pub struct Evidence {
    /// What to look for.
    pub sign: Sign,
    /// What follows when it is there.
    pub weight: Weight,
}

/// What a sign says about the dialect.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// So much for it.
    For(u32),
    /// It is not this dialect.
    Against,
}

/// Something that can be seen on a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// YAML front matter has a title.
    FrontMatterTitle,
    /// A paragraph has this text.
    Text(&'static str),
    /// The header starts with a `|`, or does not.
    OuterPipes(bool),
    /// A type cell has this text.
    TypeHas(&'static str),
    /// A type cell is bold as a whole, or is a link whose label is: `**str**`, `[**X**](X.md)`.
    TypeBold,
    /// A type cell has no bold text.
    TypeBare,
}

/// How type cells are written.
#[derive(Debug, PartialEq, Eq)]
pub struct TypeSyntax {
    /// Types without parts.
    pub words: &'static [Word],
    /// Types with parts.
    pub generics: &'static [Generic],
    /// What stands before the name of a model, longest first.
    pub model_prefixes: &'static [&'static str],
}

/// A type without parts.
#[derive(Debug, PartialEq, Eq)]
pub struct Word {
    /// As it is written.
    pub text: &'static str,
    /// What it means.
    pub scalar: Scalar,
    /// What it leaves open.
    pub assumed: Option<Assumption>,
}

/// A type with parts: `list[T]`, `dict(str, T)`.
#[derive(Debug, PartialEq, Eq)]
pub struct Generic {
    /// As it is written.
    pub text: &'static str,
    /// The bracket that opens the parts.
    pub open: char,
    /// The bracket that closes them.
    pub close: char,
    /// What it means.
    pub makes: Makes,
}

/// What a type with parts means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Makes {
    /// A list of its only part.
    List,
    /// A map to its only part.
    Map,
    /// A map from its first part to its second.
    KeyedMap,
    /// Its only part, or nothing.
    Optional,
}

/// A word of the notes column, within brackets: `[optional]`, `[default to 5]`.
#[derive(Debug, PartialEq, Eq)]
pub struct NoteWord {
    /// The text within the brackets, or what it starts with if [`Note::Default`] follows.
    pub text: &'static str,
    /// What it means.
    pub note: Note,
}

/// What a note means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Note {
    /// The key may be absent.
    Optional,
    /// Only the server sets the field.
    ReadOnly,
    /// The rest of the note is the default.
    Default,
}

/// How a field's name becomes its key in JSON.
#[derive(Debug, PartialEq, Eq)]
pub struct WireRule {
    /// What the SDK's language put before names that it cannot use, undone first.
    pub escapes: &'static [Escape],
    /// The case of the keys.
    pub case: KeyCase,
    /// Words that the API writes in capitals wherever they are not the first word of a key.
    pub capitals: &'static [&'static str],
}

/// A prefix that was put before a name.
#[derive(Debug, PartialEq, Eq)]
pub struct Escape {
    /// The prefix.
    pub prefix: &'static str,
    /// Before which names it is an escape.
    pub before: EscapedName,
}

/// Before which names a prefix is an escape.
#[derive(Debug, PartialEq, Eq)]
pub enum EscapedName {
    /// Any name that starts with a capital letter, which the escape made one.
    Capitalised,
    /// One of these words.
    OneOf(&'static [&'static str]),
}

/// The case of the keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyCase {
    /// `self_uri` is the key `selfUri`.
    Camel,
    /// The key is what the document spells.
    AsSpelled,
}

/// Which sentences list the known values of a text. The case of letters matters for `no_values` only.
#[derive(Debug, PartialEq, Eq)]
pub struct Prose {
    /// What stands before a list.
    pub leads: &'static [Lead],
    /// What may stand between a lead and its list.
    pub fillers: &'static [&'static str],
    /// Words that take back all that follows them in a sentence: examples and conditions.
    pub unless: &'static [&'static str],
    /// Words that are no values when they stand in a list without quotation marks, in this case; then it is
    /// no list.
    pub no_values: &'static [&'static str],
}

/// What stands before a list of values.
#[derive(Debug, PartialEq, Eq)]
pub struct Lead {
    /// The phrase, a following colon left out.
    pub text: &'static str,
    /// Words of which one stands before it, unless it starts a sentence; none if anything may.
    pub after: &'static [&'static str],
    /// Which items are trusted.
    pub items: ProseItems,
}

/// Which items are trusted to be values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProseItems {
    /// Words.
    Any,
    /// Those in quotation marks or brackets, and words that start with a capital letter.
    Marked,
    /// Those that start with a capital letter.
    Capitalised,
}

impl Dialect {
    /// The property table of a page: the first one with the right columns that stands under the section
    /// heading, or under the first heading if the page has no such section.
    pub fn property_table<'a>(&self, page: &'a Page) -> Option<&'a Table> {
        let headings: Vec<&'static str> = self.columns.iter().map(|it| it.heading).collect();
        let has_section = page.blocks.iter().any(|it| self.is_section(it));
        let mut open = !has_section;
        for block in &page.blocks {
            match block {
                Block::Heading(_) if has_section => open |= self.is_section(block),
                // Titles may be repeated; a parameter table of an API page has a heading of its own.
                Block::Heading(text) => open = !text.value.eq_ignore_ascii_case("Parameters"),
                Block::Table(table) if open && table.has_columns(&headings) => return Some(table),
                _ => {}
            }
        }
        None
    }

    /// Whether a block is the heading above the property table.
    pub fn is_section(&self, block: &Block) -> bool {
        matches!(block, Block::Heading(text) if text.value.eq_ignore_ascii_case(self.section))
    }
}

/// The known dialect of this name.
pub fn by_name(name: &str) -> Option<&'static Dialect> {
    ALL.iter().copied().find(|it| it.name == name)
}
