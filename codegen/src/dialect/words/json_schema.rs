//! Of JSON Schema, as jsonschema2md writes it.

use super::{assumed, form, nullable, word};
use crate::dialect::{Constraint, Makes, Note, NoteWord, TypeSyntax, Word};
use crate::schema::{Assumption, Scalar};

/// jsonschema2md's words for types, in its table and below it.
pub static JSON_SCHEMA: TypeSyntax = TypeSyntax {
    words: &[
        word("string", Scalar::String),
        assumed("integer", Scalar::Int64, Assumption::IntegerWidth),
        assumed("number", Scalar::Float64, Assumption::FloatWidth),
        word("boolean", Scalar::Boolean),
        word("object", Scalar::Any),
        word("Any", Scalar::Any),
        word("unknown", Scalar::Any),
        word("Not specified", Scalar::Any),
        nullable("null", Scalar::Any),
        assumed("Merged", Scalar::Any, Assumption::MixedTypes),
        assumed("merged type", Scalar::Any, Assumption::MixedTypes),
        assumed("Multiple", Scalar::Any, Assumption::MixedTypes),
    ],
    generics: &[form("T[]", Makes::List), form("array", Makes::List)],
    model_prefixes: &[],
    model_suffixes: &[],
    namespace: None,
    nullable_prefix: None,
    in_anchor: None,
    lists_lost: false,
    entries: None,
    lost_values: &[],
};

static INT32: Word = word("int32", Scalar::Int32);
static INT64: Word = word("int64", Scalar::Int64);
static FLOAT: Word = word("float", Scalar::Float32);
static DOUBLE: Word = word("double", Scalar::Float64);
static NUMBER: Word = word("number", Scalar::Decimal);
static BYTE: Word = word("byte", Scalar::Bytes);
static BINARY: Word = assumed("binary", Scalar::File, Assumption::FileAsText);
static DATE: Word = word("date", Scalar::Date);
static DATE_TIME: Word = word("date-time", Scalar::DateTime);
static UUID: Word = word("uuid", Scalar::Uuid);
static URI: Word = word("uri", Scalar::Uri);

/// What jsonschema2md says below a type. A format that JSON Schema does not have stands in backticks.
pub static JSON_SCHEMA_LIMITS: &[NoteWord] = &[
    NoteWord {
        text: "**unknown format**: the value of this string must follow the format: `int32`",
        note: Note::Type(&INT32),
    },
    NoteWord {
        text: "**unknown format**: the value of this string must follow the format: `int64`",
        note: Note::Type(&INT64),
    },
    NoteWord {
        text: "**unknown format**: the value of this string must follow the format: `float`",
        note: Note::Type(&FLOAT),
    },
    NoteWord {
        text: "**unknown format**: the value of this string must follow the format: `double`",
        note: Note::Type(&DOUBLE),
    },
    NoteWord {
        text: "**unknown format**: the value of this string must follow the format: `number`",
        note: Note::Type(&NUMBER),
    },
    NoteWord {
        text: "**unknown format**: the value of this string must follow the format: `decimal`",
        note: Note::Type(&NUMBER),
    },
    NoteWord {
        text: "**unknown format**: the value of this string must follow the format: `byte`",
        note: Note::Type(&BYTE),
    },
    NoteWord {
        text: "**unknown format**: the value of this string must follow the format: `binary`",
        note: Note::Type(&BINARY),
    },
    NoteWord { text: "**unknown format**", note: Note::Nothing },
    NoteWord { text: "**date time**:", note: Note::Type(&DATE_TIME) },
    NoteWord { text: "**date**:", note: Note::Type(&DATE) },
    NoteWord { text: "**UUID**:", note: Note::Type(&UUID) },
    NoteWord { text: "**URI**:", note: Note::Type(&URI) },
    NoteWord {
        text: "**minimum**: the value of this number must greater than or equal to: ",
        note: Note::Constraint(Constraint::Minimum),
    },
    NoteWord {
        text: "**maximum**: the value of this number must smaller than or equal to: ",
        note: Note::Constraint(Constraint::Maximum),
    },
    NoteWord {
        text: "**minimum length**: the minimum number of characters for this string is: ",
        note: Note::Constraint(Constraint::MinLength),
    },
    NoteWord {
        text: "**maximum length**: the maximum number of characters for this string is: ",
        note: Note::Constraint(Constraint::MaxLength),
    },
    NoteWord {
        text: "**minimum number of items**: the minimum number of items for this array is: ",
        note: Note::Constraint(Constraint::MinItems),
    },
    NoteWord {
        text: "**maximum number of items**: the maximum number of items for this array is: ",
        note: Note::Constraint(Constraint::MaxItems),
    },
    NoteWord { text: "**email**:", note: Note::Nothing },
    NoteWord { text: "**unique items**:", note: Note::Nothing },
    NoteWord { text: "**enum**:", note: Note::Nothing },
    NoteWord { text: "**pattern**:", note: Note::Nothing },
    NoteWord { text: "**constant**:", note: Note::Nothing },
];
