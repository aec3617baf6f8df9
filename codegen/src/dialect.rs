//! What a dialect is, and the list of those that are known.
//!
//! A dialect is a value, a composition of answers. To add one, write a constant in a file of its own that states
//! what differs from [`Dialect::BASE`] or [`Dialect::OPENAPI`], declare the file here and add the constant to
//! [`ALL`]. A user's own dialect is a constant too; [`Config::known_dialect`](crate::Config::known_dialect) adds
//! it. The answers are in [`answers`], tables of words that several dialects share in [`words`].
//!
//! A dialect does not know its rivals. Its [`evidence`](Dialect::evidence) is what its generator writes on each
//! page ([`Weight::Needed`]) or here and there ([`Weight::For`]); what speaks against it follows from the other
//! answers: a title with `::` where names have no such namespace, a bare type where types are bold, a type that
//! the dialect cannot read. The folder of a page counts too.

pub use crate::schema::{Assumption, Scalar};
pub use answers::{
    Brackets, Constraint, DefaultSyntax, DefaultTexts, Described, DiscriminatorText, Emphasis, EmptyTable, Escape,
    EscapedName, Generic, KeyCase, Lead, LostValues, Makes, Mapping, Models, Nested, Note, NoteWord, NullableRule,
    Pages, Pipes, PresenceRule, Prose, ProseItems, RowMeans, Rows, Sections, SpecialRow, Style, Title, TypeSyntax,
    UnionForm, UnionList, ValuesForm, ValuesList, ValuesPlace, WireRule, Word,
};

pub mod answers;
mod apimatic;
mod apimatic_csharp;
mod apimatic_go;
mod apimatic_java;
mod apimatic_php;
mod apimatic_python;
mod apimatic_ruby;
mod apimatic_typescript;
mod base;
mod genesys_dotnet;
mod genesys_ios;
mod genesys_java;
mod genesys_java_jekyll;
mod genesys_python;
mod genesys_python_jekyll;
mod house;
mod jsonschema2md;
mod openapi_bash;
mod openapi_c;
mod openapi_csharp;
mod openapi_csharp_6;
mod openapi_dart;
mod openapi_dart_dio;
mod openapi_eiffel;
mod openapi_go;
mod openapi_go_4;
mod openapi_graphql;
mod openapi_java;
mod openapi_java_micronaut;
mod openapi_javascript;
mod openapi_julia;
mod openapi_kotlin;
mod openapi_ktorm;
mod openapi_markdown;
mod openapi_objc;
mod openapi_perl;
mod openapi_php;
mod openapi_php_symfony;
mod openapi_powershell;
mod openapi_python;
mod openapi_python_6;
mod openapi_python_legacy;
mod openapi_python_prior;
mod openapi_r;
mod openapi_ruby;
mod openapi_rust;
mod openapi_rust_3;
mod openapi_rust_server;
mod openapi_scala;
mod openapi_swift;
mod openapi_typescript_axios;
mod openapi_typescript_fetch;
mod protoc_gen_doc;
mod sailpoint_powershell;
mod speakeasy;
mod speakeasy_csharp;
mod speakeasy_go;
mod speakeasy_java;
mod speakeasy_php;
mod speakeasy_python;
mod speakeasy_ruby;
mod speakeasy_typescript;
mod square_php;
mod swagger_markdown;
mod widdershins;
pub mod words;

/// The dialects that are detected without configuration, sorted by name.
// A macro could declare the modules as well, but rustfmt does not format files that a macro declares.
pub static ALL: &[&Dialect] = &[
    &apimatic_csharp::DIALECT,
    &apimatic_go::DIALECT,
    &apimatic_java::DIALECT,
    &apimatic_php::DIALECT,
    &apimatic_python::DIALECT,
    &apimatic_ruby::DIALECT,
    &apimatic_typescript::DIALECT,
    &genesys_dotnet::DIALECT,
    &genesys_ios::DIALECT,
    &genesys_java::DIALECT,
    &genesys_java_jekyll::DIALECT,
    &genesys_python::DIALECT,
    &genesys_python_jekyll::DIALECT,
    &house::DIALECT,
    &jsonschema2md::DIALECT,
    &openapi_bash::DIALECT,
    &openapi_c::DIALECT,
    &openapi_csharp::DIALECT,
    &openapi_csharp_6::DIALECT,
    &openapi_dart::DIALECT,
    &openapi_dart_dio::DIALECT,
    &openapi_eiffel::DIALECT,
    &openapi_go::DIALECT,
    &openapi_go_4::DIALECT,
    &openapi_graphql::DIALECT,
    &openapi_java::DIALECT,
    &openapi_java_micronaut::DIALECT,
    &openapi_javascript::DIALECT,
    &openapi_julia::DIALECT,
    &openapi_kotlin::DIALECT,
    &openapi_ktorm::DIALECT,
    &openapi_markdown::DIALECT,
    &openapi_objc::DIALECT,
    &openapi_perl::DIALECT,
    &openapi_php::DIALECT,
    &openapi_php_symfony::DIALECT,
    &openapi_powershell::DIALECT,
    &openapi_python::DIALECT,
    &openapi_python_6::DIALECT,
    &openapi_python_legacy::DIALECT,
    &openapi_python_prior::DIALECT,
    &openapi_r::DIALECT,
    &openapi_ruby::DIALECT,
    &openapi_rust::DIALECT,
    &openapi_rust_3::DIALECT,
    &openapi_rust_server::DIALECT,
    &openapi_scala::DIALECT,
    &openapi_swift::DIALECT,
    &openapi_typescript_axios::DIALECT,
    &openapi_typescript_fetch::DIALECT,
    &protoc_gen_doc::DIALECT,
    &sailpoint_powershell::DIALECT,
    &speakeasy_csharp::DIALECT,
    &speakeasy_go::DIALECT,
    &speakeasy_java::DIALECT,
    &speakeasy_php::DIALECT,
    &speakeasy_python::DIALECT,
    &speakeasy_ruby::DIALECT,
    &speakeasy_typescript::DIALECT,
    &square_php::DIALECT,
    &swagger_markdown::DIALECT,
    &widdershins::DIALECT,
];

/// How a generator writes its documents.
///
/// A dialect of your own states what differs from [`Dialect::BASE`], so that it still compiles when this struct
/// gets another answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dialect {
    /// A short name in kebab-case.
    pub name: &'static str,
    /// Which generators write it, and what is typical of it.
    pub about: &'static str,
    /// What shows that a page is in this dialect.
    pub evidence: &'static [Evidence],
    /// How the Markdown is written.
    pub style: Style,
    /// How many models a page describes.
    pub models: Models,
    /// The headings above the property table.
    pub title: &'static Title,
    /// The heading above the property table; `None` if it follows the name of the model.
    pub section: Option<&'static str>,
    /// The heading above a type that the model is another name for.
    pub whole: Option<&'static str>,
    /// The columns of the property table.
    pub columns: &'static [Column],
    /// The columns that a property table may have after these; each needs those before it.
    pub more_columns: &'static [Column],
    /// What a cell has if there is no description.
    pub no_description: &'static [&'static str],
    /// The notes within a description.
    pub described: Option<&'static Described>,
    /// Where types are described that do not fit in a cell.
    pub nested: Nested,
    /// What a property table without rows means.
    pub empty: EmptyTable,
    /// Rows of the property table that are not fields.
    pub rows: &'static [SpecialRow],
    /// The words and brackets of the type column.
    pub types: &'static TypeSyntax,
    /// The notes in brackets.
    pub notes: &'static [NoteWord],
    /// The notes without brackets.
    pub phrases: &'static [NoteWord],
    /// How a key that may be absent is marked.
    pub presence: PresenceRule,
    /// How a value that may be `null` is marked.
    pub nullable: NullableRule,
    /// How defaults are written.
    pub defaults: &'static DefaultSyntax,
    /// The lists of allowed values.
    pub values: &'static [ValuesForm],
    /// The lists of the members of unions.
    pub unions: &'static [UnionForm],
    /// The texts that name the discriminator of a union.
    pub discriminators: &'static [DiscriminatorText],
    /// How a field's name becomes its key in JSON.
    pub wire: WireRule,
    /// How sentences in descriptions list the allowed values of a text; `None` if they cannot be trusted, or if the
    /// dialect has a better place for values.
    pub prose: Option<&'static Prose>,
}

/// A column of the property table.
#[derive(Debug, PartialEq, Eq)]
pub struct Column {
    /// Its heading; case is ignored.
    pub heading: &'static str,
    /// What its cells contain.
    pub role: Role,
}

/// What the cells of a column contain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// The name of the field.
    Name,
    /// Its type.
    Type,
    /// Its description.
    Description,
    /// Presence and other notes, in brackets.
    Notes,
    /// One of these words or several of them with commas between, case ignored; the heading says what they are about:
    /// `Required | Yes`.
    OneOf(&'static [NoteWord]),
    /// The default.
    Default,
    /// Nothing about JSON.
    Ignored,
}

/// A sign and how much it shows.
#[derive(Debug, PartialEq, Eq)]
pub struct Evidence {
    /// What to look for.
    pub sign: Sign,
    /// How much it shows.
    pub weight: Weight,
}

/// How much a sign shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// This many points, if it is on the page.
    For(u32),
    /// This many points; a page without the sign is in another dialect.
    Needed(u32),
}

/// Something on a page that the generator writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// YAML front matter has a title.
    FrontMatterTitle,
    /// The first heading is not one of the first level, but for one without text.
    SmallTitle,
    /// A paragraph contains this text.
    Text(&'static str),
    /// A paragraph or code starts with this text.
    TextStarts(&'static str),
    /// The first heading contains this text.
    TitleHas(&'static str),
    /// The first heading starts with this text.
    TitleStarts(&'static str),
    /// The first heading ends with this text.
    TitleEnds(&'static str),
    /// A heading is this text.
    Heading(&'static str),
    /// A heading starts with this text.
    HeadingStarts(&'static str),
    /// The header of the property table starts with a `|`, or does not.
    OuterPipes(bool),
    /// A row starts with this text.
    RowStarts(&'static str),
    /// A name cell contains this text.
    NameHas(&'static str),
    /// Each name, without its marks, starts with a capital.
    NamesCapitalised,
    /// The last cell of a row contains this text.
    NotesHave(&'static str),
    /// The last cell of every row contains this text.
    AllNotesHave(&'static str),
    /// A type cell contains this text.
    TypeHas(&'static str),
    /// The type cell of every optional field contains this text, and there is one.
    OptionalTypesHave(&'static str),
    /// A type cell is bold as a whole, or is a link whose label is: `**str**`, `[**X**](X.md)`.
    TypeBold,
    /// A type cell has no bold text.
    TypeBare,
}

/// Returns the dialect with this name.
pub fn by_name(name: &str) -> Option<&'static Dialect> {
    ALL.iter().copied().find(|it| it.name == name)
}
