//! The tables of words that several dialects share.

use super::{Column, Generic, Makes, Note, NoteWord, Role, TypeSyntax, Word};
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

const fn word(text: &'static str, scalar: Scalar) -> Word {
    Word { text, scalar, assumed: None }
}
