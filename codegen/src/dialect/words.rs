//! The tables of words that several dialects share.

use super::{Column, Generic, Lead, Makes, Note, NoteWord, Prose, ProseItems, Role, TypeSyntax, Word};
use crate::schema::{Assumption, Scalar};

/// swagger-codegen's and openapi-generator's words for Python, before 6.3.
pub static PYTHON: TypeSyntax = TypeSyntax {
    words: &[
        word("str", Scalar::String),
        Word { text: "int", scalar: Scalar::Int64, assumed: Some(Assumption::IntegerWidth) },
        Word { text: "float", scalar: Scalar::Float64, assumed: Some(Assumption::FloatWidth) },
        word("bool", Scalar::Boolean),
        word("datetime", Scalar::DateTime),
        word("date", Scalar::Date),
        word("object", Scalar::Any),
        Word { text: "file", scalar: Scalar::File, assumed: Some(Assumption::FileAsText) },
    ],
    generics: &[
        Generic { text: "list", open: '[', close: ']', makes: Makes::List },
        Generic { text: "dict", open: '(', close: ')', makes: Makes::KeyedMap },
        Generic { text: "dict", open: '[', close: ']', makes: Makes::KeyedMap },
    ],
    model_prefixes: &[],
};

/// openapi-generator's words for Rust, 4.0 to 6.x.
pub static RUST: TypeSyntax = TypeSyntax {
    words: &[
        word("String", Scalar::String),
        word("i32", Scalar::Int32),
        word("i64", Scalar::Int64),
        word("f32", Scalar::Float32),
        word("f64", Scalar::Float64),
        word("bool", Scalar::Boolean),
        word("serde_json::Value", Scalar::Any),
        Word { text: "std::path::PathBuf", scalar: Scalar::File, assumed: Some(Assumption::FileAsText) },
    ],
    generics: &[
        Generic { text: "Option", open: '<', close: '>', makes: Makes::Optional },
        Generic { text: "Vec", open: '<', close: '>', makes: Makes::List },
        Generic { text: "::std::collections::HashMap", open: '<', close: '>', makes: Makes::KeyedMap },
        Generic { text: "std::collections::HashMap", open: '<', close: '>', makes: Makes::KeyedMap },
    ],
    model_prefixes: &["crate::models::", "::models::", "models::"],
};

/// The words of this project, for corrections; [`Scalar::word`] and the `Display` of
/// [`Type`](crate::schema::Type) write them.
pub static HOUSE: TypeSyntax = TypeSyntax {
    words: &[
        word("string", Scalar::String),
        word("int32", Scalar::Int32),
        word("int64", Scalar::Int64),
        word("float32", Scalar::Float32),
        word("float64", Scalar::Float64),
        word("boolean", Scalar::Boolean),
        word("datetime", Scalar::DateTime),
        word("date", Scalar::Date),
        word("file", Scalar::File),
        word("any", Scalar::Any),
    ],
    generics: &[
        Generic { text: "list", open: '[', close: ']', makes: Makes::List },
        Generic { text: "map", open: '[', close: ']', makes: Makes::Map },
        Generic { text: "nullable", open: '[', close: ']', makes: Makes::Optional },
    ],
    model_prefixes: &[],
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
];

/// The words of Python that cannot be the name of an attribute.
pub static PYTHON_KEYWORDS: &[&str] = &[
    "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del", "elif", "else", "except",
    "exec", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal", "not", "or", "pass",
    "print", "property", "raise", "return", "self", "try", "while", "with", "yield",
];

/// Sentences of API descriptions in English, as they were found in two SDKs of one API.
pub static ENGLISH_PROSE: Prose = Prose {
    leads: &[
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
    ],
    fillers: &["these", "the following", "one of", "either"],
    unless: &["if", "when", "unless", "default", "example", "examples", "e.g", "not", "no"],
    no_values: &[
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
};

/// The words before `values` that say that a list is about all of them.
static QUALIFIERS: &[&str] = &["valid", "possible", "allowed", "accepted", "expected", "supported"];

/// What SDKs add to every list of values for those that are newer than they are. The API never sends it.
static ARTEFACTS: &[&str] = &["OUTDATED_SDK_VERSION", "OutdatedSdkVersion"];

/// Whether a value is an artefact of the SDK and none of the API.
pub fn is_artefact(value: &str) -> bool {
    ARTEFACTS.contains(&value)
}

/// The values of a list, each once, without artefacts of the SDK.
pub fn known_values<'a>(listed: impl IntoIterator<Item = &'a str>) -> Vec<String> {
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

const fn word(text: &'static str, scalar: Scalar) -> Word {
    Word { text, scalar, assumed: None }
}
