//! Tables of words. Each family of languages has a file; this one has what is common to all, and what a dialect of
//! your own is likely to need.

use super::{
    Column, DefaultSyntax, DefaultTexts, Generic, Lead, Makes, Note, NoteWord, Prose, ProseItems, Role, Title,
    TypeSyntax, ValuesForm, ValuesList, ValuesPlace, Word,
};
use crate::schema::{Assumption, Scalar};

pub(crate) use apimatic::{
    APIMATIC_CSHARP, APIMATIC_GO, APIMATIC_JAVA, APIMATIC_PHP, APIMATIC_PYTHON, APIMATIC_RUBY, APIMATIC_TYPESCRIPT,
};
pub(crate) use apple::{OBJC, SWIFT};
pub(crate) use dotnet::{CSHARP, CSHARP_6, POWERSHELL, SAILPOINT_POWERSHELL};
pub(crate) use go::{GO, GO_4};
pub(crate) use json_schema::{JSON_SCHEMA, JSON_SCHEMA_LIMITS};
pub(crate) use jvm::{GENESYS_JAVA, JAVA, KOTLIN, SCALA};
pub(crate) use keywords::*;
pub(crate) use misc::{BASH, C, EIFFEL, GRAPHQL, JULIA, MARKDOWN, R};
pub(crate) use other::{PROTOBUF, SWAGGER_MARKDOWN, WIDDERSHINS};
pub(crate) use python::{DECIMAL, FLOAT32, FLOAT64, INT32, INT64, PYTHON, PYTHON_6, PYTHON_NEXTGEN, PYTHON_PRIOR};
pub(crate) use rust::{RUST, RUST_3, RUST_SERVER};
pub(crate) use scripts::{DART, DART_DIO, PERL, PHP, PHP_SYMFONY, RUBY};
pub(crate) use speakeasy::{
    SPEAKEASY_CSHARP, SPEAKEASY_GO, SPEAKEASY_JAVA, SPEAKEASY_PHP, SPEAKEASY_PYTHON, SPEAKEASY_RUBY,
    SPEAKEASY_TYPESCRIPT,
};
pub(crate) use web::{JAVASCRIPT, TYPESCRIPT, TYPESCRIPT_FETCH};

mod apimatic;
mod apple;
mod dotnet;
mod go;
mod json_schema;
mod jvm;
mod keywords;
mod misc;
mod other;
mod python;
mod rust;
mod scripts;
mod speakeasy;
mod web;

/// The words of this project, which corrections use and documents written by hand. [`Scalar::word`] and the
/// `Display` of [`Type`](crate::schema::Type) write them.
pub static HOUSE: TypeSyntax = TypeSyntax {
    words: &[
        word("string", Scalar::String),
        word("int32", Scalar::Int32),
        word("int64", Scalar::Int64),
        word("uint32", Scalar::Uint32),
        word("uint64", Scalar::Uint64),
        word("int64-text", Scalar::Int64Text),
        word("uint64-text", Scalar::Uint64Text),
        word("float32", Scalar::Float32),
        word("float64", Scalar::Float64),
        word("decimal", Scalar::Decimal),
        word("boolean", Scalar::Boolean),
        word("datetime", Scalar::DateTime),
        word("date", Scalar::Date),
        word("date-or-datetime", Scalar::DateOrDateTime),
        word("time", Scalar::Time),
        word("duration", Scalar::Duration),
        word("uuid", Scalar::Uuid),
        word("uri", Scalar::Uri),
        word("bytes", Scalar::Bytes),
        word("file", Scalar::File),
        word("any", Scalar::Any),
    ],
    generics: &[
        form("list[T]", Makes::List),
        form("set[T]", Makes::Set),
        form("map[T]", Makes::Map),
        form("nullable[T]", Makes::Nullable),
    ],
    ..TypeSyntax::BASE
};

/// The columns of openapi-generator and swagger-codegen.
pub static OPENAPI_COLUMNS: &[Column] = &[
    Column { heading: "Name", role: Role::Name },
    Column { heading: "Type", role: Role::Type },
    Column { heading: "Description", role: Role::Description },
    Column { heading: "Notes", role: Role::Notes },
];

/// The notes of openapi-generator and swagger-codegen.
pub static OPENAPI_NOTES: &[NoteWord] = &[
    NoteWord { text: "optional", note: Note::Optional },
    NoteWord { text: "readonly", note: Note::ReadOnly },
    NoteWord { text: "default to ", note: Note::Default },
    NoteWord { text: "deprecated", note: Note::Deprecated },
    NoteWord { text: "beta", note: Note::Nothing },
];

/// A heading with packages before the name: `Shop.Model.Order`.
pub(crate) static DOTTED_TITLE: Title = Title { namespace: Some("."), ..Title::BASE };

/// A heading with modules before the name: `Shop::Order`.
pub(crate) static COLON_TITLE: Title = Title { namespace: Some("::"), ..Title::BASE };

/// Whether a key is always present: `yes` or `no`.
pub static YES_NO: &[NoteWord] = &[
    NoteWord { text: "yes", note: Note::Required },
    NoteWord { text: "true", note: Note::Required },
    NoteWord { text: "required", note: Note::Required },
    NoteWord { text: "x", note: Note::Required },
    NoteWord { text: "✓", note: Note::Required },
    NoteWord { text: "no", note: Note::Optional },
    NoteWord { text: "false", note: Note::Optional },
    NoteWord { text: "optional", note: Note::Optional },
    NoteWord { text: "-", note: Note::Optional },
    NoteWord { text: "", note: Note::Optional },
];

/// Defaults with text in quotation marks.
pub static QUOTED_DEFAULTS: DefaultSyntax = DefaultSyntax { none: &[], texts: DefaultTexts::Quoted };

/// Defaults of generated clients with text in quotation marks. Templates print what a language writes for the absence of
/// a value, which is no default of the API.
pub(crate) static CLIENT_DEFAULTS: DefaultSyntax = DefaultSyntax { none: NO_DEFAULT, texts: DefaultTexts::Quoted };

/// Defaults with text as it is.
pub(crate) static BARE_DEFAULTS: DefaultSyntax = DefaultSyntax { none: &["null"], texts: DefaultTexts::Bare };

/// What languages write for the absence of a value.
pub(crate) const NO_DEFAULT: &[&str] = &["null", "nil", "None", "NULL", "undefined", "nothing", "nulltype.Null"];

/// The values of a model: ``* `RED` (value: `"red"`)``.
pub(crate) const ENUM_BULLETS: ValuesForm = ValuesForm::new(ValuesPlace::OfModel("Enum"), ValuesList::Bullets).quoted();

/// The values of a model in a table: ``**RED** | string | (value: `"red"`)``.
pub(crate) const ENUM_TABLE: ValuesForm =
    ValuesForm::new(ValuesPlace::OfModel("Enum"), ValuesList::BulletOf(&["Name", "Type", "Notes"])).quoted();

/// The values of a model where fields would be, in Square's SDKs: `**RED** | string`.
pub(crate) const BOLD_VALUES: ValuesForm =
    ValuesForm::new(ValuesPlace::OfModel("Properties"), ValuesList::BoldOf(&["Name", "Type"]));

/// The values of the type of a field, in a section: `RED | "red"`.
pub(crate) const ENUM_ROWS: ValuesForm =
    ValuesForm::new(ValuesPlace::OfField("Enum: "), ValuesList::Rows("Name", "Value")).quoted();

/// Any value.
pub(crate) static ANY: Word = word("any", Scalar::Any);

/// The type of a field whose type cell lists allowed values instead of a type.
pub(crate) static TEXT: Word = word("text", Scalar::String);

/// Sentences of API descriptions in English, as found in two SDKs of one API.
pub(crate) static ENGLISH_PROSE: Prose = Prose::new(
    LEADS,
    &["these", "the following", "one of", "either"],
    UNLESS,
    &[
        "a",
        "an",
        "any",
        "characters",
        "dates",
        "digits",
        "empty",
        "etc",
        "false",
        "integers",
        "letters",
        "null",
        "numbers",
        "strings",
        "the",
        "true",
        "yyyy-MM-dd",
    ],
);

const LEADS: &[Lead] = &[
    values("values:"),
    values("values are"),
    values("values can be"),
    values("values include"),
    Lead { text: "types include", after: QUALIFIERS, items: ProseItems::Any },
    Lead { text: "names are", after: &["filter"], items: ProseItems::Any },
    Lead { text: "choices are", after: QUALIFIERS, items: ProseItems::Any },
    Lead { text: "basis for sorting the results:", after: &[], items: ProseItems::Any },
    Lead { text: "indicates if the resource is", after: &[], items: ProseItems::Any },
    Lead { text: "whether a call is", after: &[], items: ProseItems::Any },
    Lead { text: "whether a message is", after: &[], items: ProseItems::Any },
    Lead { text: "whether an email is", after: &[], items: ProseItems::Any },
    Lead { text: "filter operation:", after: &[], items: ProseItems::Capitalised },
    Lead { text: "one of", after: &[], items: ProseItems::Marked },
    Lead { text: "either", after: &[], items: ProseItems::Marked },
    Lead { text: "can be", after: &[], items: ProseItems::Capitalised },
];

const UNLESS: &[&str] = &["if", "when", "unless", "default", "example", "examples", "e.g", "not", "no"];

/// The words before `values` in sentences that list all of them.
const QUALIFIERS: &[&str] = &["valid", "possible", "allowed", "accepted", "expected", "supported"];

/// The values that SDKs add to each list, for values newer than the SDK. The API does not send them.
static ARTEFACTS: &[&str] = &[
    "OUTDATED_SDK_VERSION",
    "OutdatedSdkVersion",
    "UNKNOWN_DEFAULT_OPEN_API",
    "unknown_default_open_api",
    "11184809",
    "Unrecognized<string>",
    "Unrecognized<number>",
];

/// Whether a value is one that the SDK adds.
pub(crate) fn is_artefact(value: &str) -> bool {
    ARTEFACTS.contains(&value)
}

/// The words for `null`, a type with no other value.
static NULLS: &[&str] = &["null", "null`, the value must be null", "None,"];

/// Whether a word is one for `null`.
pub(crate) fn is_null(word: &Word) -> bool {
    word.nullable && NULLS.contains(&word.text)
}

/// The distinct values of a list without those that the SDK adds.
pub(crate) fn known_values<'a>(listed: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    let mut known: Vec<String> = Vec::new();
    for value in listed {
        if !is_artefact(value) && !known.iter().any(|it| it == value) {
            known.push(value.to_owned());
        }
    }
    known
}

const fn values(text: &'static str) -> Lead {
    Lead { text, after: QUALIFIERS, items: ProseItems::Any }
}

/// A word for a type: `word("text", Scalar::String)`.
pub const fn word(text: &'static str, scalar: Scalar) -> Word {
    Word { text, scalar, nullable: false, assumed: None }
}

/// A word that is ambiguous, and what is assumed: `int` may have 32 or 64 bits.
pub const fn assumed(text: &'static str, scalar: Scalar, assumption: Assumption) -> Word {
    Word { text, scalar, nullable: false, assumed: Some(assumption) }
}

/// A word for a type whose value may be `null`.
pub const fn nullable(text: &'static str, scalar: Scalar) -> Word {
    Word { text, scalar, nullable: true, assumed: None }
}

/// A type with parts: `form("list of T", Makes::List)`; [`Generic::form`] has the syntax.
pub const fn form(form: &'static str, makes: Makes) -> Generic {
    Generic { form, makes }
}
