//! JSON Schema, as jsonschema2md writes it.

use super::{assumed, form, nullable, word};
use crate::dialect::{Constraint, Makes, Note, NoteWord, TypeSyntax, Word};
use crate::schema::{Assumption, Scalar};

/// jsonschema2md's words for types, in its table and below it.
pub(crate) static JSON_SCHEMA: TypeSyntax = TypeSyntax {
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
        nullable("null`, the value must be null", Scalar::Any),
        assumed("Merged", Scalar::Any, Assumption::MixedTypes),
        assumed("merged type", Scalar::Any, Assumption::MixedTypes),
        assumed("Multiple", Scalar::Any, Assumption::MixedTypes),
    ],
    generics: &[
        form("T[]", Makes::List),
        form("array", Makes::List),
        form("an array where each item follows the corresponding schema in the following list:", Makes::List),
        form("an array of merged types", Makes::List),
        form("any of the following:", Makes::Rest),
    ],
    ..TypeSyntax::BASE
};

/// Formats that are not part of JSON Schema.
static FORMATS: &[Word] = &[
    word("int32", Scalar::Int32),
    word("int64", Scalar::Int64),
    word("int8", Scalar::Int32),
    word("int16", Scalar::Int32),
    word("uint8", Scalar::Uint32),
    word("uint16", Scalar::Uint32),
    word("uint32", Scalar::Uint32),
    word("uint64", Scalar::Uint64),
    word("float", Scalar::Float32),
    word("double", Scalar::Float64),
    word("duration", Scalar::Duration),
    word("number", Scalar::Decimal),
    word("decimal", Scalar::Decimal),
    word("byte", Scalar::Bytes),
    assumed("binary", Scalar::File, Assumption::FileAsText),
];

static DATE: Word = word("date", Scalar::Date);
static DATE_TIME: Word = word("date-time", Scalar::DateTime);
static TIME: Word = word("time", Scalar::Time);
static UUID: Word = word("uuid", Scalar::Uuid);
static URI: Word = word("uri", Scalar::Uri);

/// The start of the sentences below a type. The value is at their end, in backticks.
pub(crate) static JSON_SCHEMA_LIMITS: &[NoteWord] = &[
    NoteWord { text: "**unknown format**:", note: Note::Format(FORMATS) },
    NoteWord { text: "**date time**:", note: Note::Type(&DATE_TIME) },
    NoteWord { text: "**date**:", note: Note::Type(&DATE) },
    NoteWord { text: "**time**:", note: Note::Type(&TIME) },
    NoteWord { text: "**UUID**:", note: Note::Type(&UUID) },
    NoteWord { text: "**URI**:", note: Note::Type(&URI) },
    NoteWord { text: "**minimum**:", note: Note::Constraint(Constraint::Minimum) },
    NoteWord { text: "**maximum**:", note: Note::Constraint(Constraint::Maximum) },
    NoteWord { text: "**minimum length**:", note: Note::Constraint(Constraint::MinLength) },
    NoteWord { text: "**maximum length**:", note: Note::Constraint(Constraint::MaxLength) },
    NoteWord { text: "**minimum number of items**:", note: Note::Constraint(Constraint::MinItems) },
    NoteWord { text: "**maximum number of items**:", note: Note::Constraint(Constraint::MaxItems) },
    NoteWord { text: "**email**:", note: Note::Nothing },
    NoteWord { text: "**(international) email**:", note: Note::Nothing },
    NoteWord { text: "**hostname**:", note: Note::Nothing },
    NoteWord { text: "**(international) hostname**:", note: Note::Nothing },
    NoteWord { text: "**IPv4**:", note: Note::Nothing },
    NoteWord { text: "**IPv6**:", note: Note::Nothing },
    NoteWord { text: "**IRI**:", note: Note::Nothing },
    NoteWord { text: "**URI reference**:", note: Note::Nothing },
    NoteWord { text: "**IRI reference**:", note: Note::Nothing },
    NoteWord { text: "**JSON Pointer**:", note: Note::Nothing },
    NoteWord { text: "**Relative JSON Pointer**:", note: Note::Nothing },
    NoteWord { text: "**RegEx**:", note: Note::Nothing },
    NoteWord { text: "**URI Template**:", note: Note::Nothing },
    NoteWord { text: "**multiple of**:", note: Note::Constraint(Constraint::MultipleOf) },
    NoteWord { text: "**maximum (exclusive)**:", note: Note::Constraint(Constraint::ExclusiveMaximum) },
    NoteWord { text: "**minimum (exclusive)**:", note: Note::Constraint(Constraint::ExclusiveMinimum) },
    NoteWord { text: "**encoding**:", note: Note::Nothing },
    NoteWord { text: "**media type**:", note: Note::Nothing },
    NoteWord { text: "**schema**:", note: Note::Nothing },
    NoteWord { text: "**minimum number of contained items**:", note: Note::Nothing },
    NoteWord { text: "**maximum number of contained items**:", note: Note::Nothing },
    NoteWord { text: "**minimum number of properties**:", note: Note::Nothing },
    NoteWord { text: "**maximum number of properties**:", note: Note::Nothing },
    NoteWord { text: "**unique items**:", note: Note::UniqueItems },
    NoteWord { text: "**enum**:", note: Note::Nothing },
    NoteWord { text: "**pattern**:", note: Note::Nothing },
    NoteWord { text: "**constant**:", note: Note::Nothing },
];
