//! One constant for each kind of mistake. `tests/ui/<name>/` has a document with the mistake.

use super::Code;
use super::Level::{Error, Warning};

macro_rules! codes {
    ($($constant:ident = $name:literal, $level:ident, $explanation:literal;)*) => {
        $(
            #[doc = $explanation]
            pub static $constant: Code = Code { name: $name, level: $level, explanation: $explanation };
        )*

        /// All kinds of mistakes, in the order of the stages that report them.
        pub static ALL: &[&Code] = &[$(&$constant),*];
    };
}

codes! {
    UNREADABLE = "unreadable", Error,
        "A file or folder could not be read. Check that the path exists and that you have permission to read it.";
    NOT_UTF8 = "not-utf8", Error,
        "A document is not UTF-8 text. Save it as UTF-8.";
    BAD_SAMPLE = "bad-sample", Error,
        "A sample is not JSON, or a `.har` file is not recorded traffic. Repair or delete it. The message shows no \
         value of the sample.";
    BROKEN_TABLE = "broken-table", Error,
        "Lines look like a table but are not one in Markdown: the delimiter row (`---|---`) is missing or does not \
         have as many cells as the header, or a blank line cuts the table in two.";
    NO_TABLE = "no-table", Warning,
        "A page has no property table, so it does not describe a model. Pages called README.md, index.md, \
         releaseNotes.md, CORRECTIONS.md or …Api.md are expected not to, and are skipped silently.";
    NO_MODEL = "no-model", Error,
        "No document at a path that was given to `Config::specs` describes a model. Give the folder that has the pages \
         of models, or add the dialect of the pages with `Config::known_dialect`. If the path is right, such as that of \
         pages of calls, allow this with `Config::level_in`.";
    UNKNOWN_DIALECT = "unknown-dialect", Error,
        "A page has a property table, but neither the page nor its folder shows the dialect. Set it with \
         `Config::dialect`.";
    AMBIGUOUS_DIALECT = "ambiguous-dialect", Error,
        "A page could be in several dialects, and the other pages of its folder do not decide between them. Set the \
         dialect with `Config::dialect`.";
    NO_TITLE = "no-title", Error,
        "A page has a property table but no heading that names the model.";
    TITLE_DISAGREES = "title-disagrees", Error,
        "The headings of a page, or its front matter, name different models.";
    FILE_NAME_DIFFERS = "file-name-differs", Warning,
        "The name of a document differs from the name of its model. The name in the heading is used.";
    UNREAD_TABLE = "unread-table", Warning,
        "A page of a model has a table or list where its dialect has none. It is not read.";
    SHORT_ROW = "short-row", Error,
        "A row has fewer cells than the header, so it is unclear which cells are missing.";
    TEXT_IN_TABLE = "text-in-table", Warning,
        "A line directly below a table is part of the table in Markdown, but has no cells. It is not read. Put a \
         blank line before it.";
    SURPLUS_CELLS = "surplus-cells", Error,
        "A row has more cells than the header, and its last cell is neither empty nor made of notes, so it is \
         unclear where the description ends. Write a `|` within a text as `\\|`.";
    NO_NAME = "no-name", Error,
        "A row does not name its field.";
    UNKNOWN_NOTE = "unknown-note", Warning,
        "The notes cell has a note that the dialect does not define. The note is ignored.";
    NOTE_TWICE = "note-twice", Warning,
        "The notes cell has the same note twice.";
    DUPLICATE_FIELD = "duplicate-field", Error,
        "Two rows of a table have the same name. The first one is used.";
    UNKNOWN_TYPE = "unknown-type", Error,
        "A type cell has a word that is neither a type of the dialect nor the name of a model.";
    BAD_TYPE = "bad-type", Error,
        "A type cell cannot be read: a bracket is not closed, or something is missing or left over.";
    TYPE_TOO_DEEP = "type-too-deep", Error,
        "A type is nested too deep to compile.";
    ASSUMED_KEYS = "assumed-keys", Warning,
        "The documents of an API spell names in the case of their language, and their texts do not show the case of \
         the JSON keys, so a rule decides it. If the API uses another case, values become unknown keys. Set the case \
         with `Config::key_case`; the message has the line.";
    UNSPELLED_VALUES = "unspelled-values", Warning,
        "Documents list allowed values by the names that the SDK gives to them, and nothing in their folder quotes a \
         value as the API spells it. Every value is accepted. List the values in a correction `values`, or add a \
         sample.";
    DUPLICATE_MODEL = "duplicate-model", Error,
        "Two documents describe the same model differently. Delete one of them. If they are of two SDKs of the same \
         API, move them to `<specs>/<api>/<sdk>/`, or name their folders in `Config::same_api`.";
    SAME_MODEL_TWICE = "same-model-twice", Warning,
        "Two documents describe the same model in the same way. Delete one of them.";
    CONTRADICTION = "contradiction", Warning,
        "The documents of two SDKs contradict each other about a field or model. The more permissive fact is used, \
         such as the wider type or `optional`; otherwise that of the leading SDK. Settle it with a correction.";
    BAD_CORRECTION = "bad-correction", Error,
        "A row of the corrections cannot be applied: the correction is unknown, its value does not fit, or the \
         reason is missing.";
    CORRECTION_MISSES = "correction-misses", Error,
        "A correction names a model or field that no document has. Use the names that the documents use.";
    CORRECTION_CHANGES_NOTHING = "correction-changes-nothing", Error,
        "A correction sets what the documents already say. Delete it.";
    CORRECTION_TWICE = "correction-twice", Error,
        "Two corrections set the same thing. Delete one of them.";
    UNKNOWN_SAMPLE = "unknown-sample", Warning,
        "A sample has neither the name of a model nor is in a folder with such a name. It is not used.";
    UNFIT_SAMPLE = "unfit-sample", Warning,
        "The body of a sample does not fit the model, such as a text where the model is an object. Check its folder, \
         or name its envelope with `Config::envelope`.";
    UNMATCHED_CALLS = "unmatched-calls", Warning,
        "Recorded traffic has calls whose method and path are on no page of calls. Their bodies are not used. Add the \
         page of calls, or delete these calls from the file.";
    SAMPLE_DIFFERS = "sample-differs", Warning,
        "Samples contradict the documents, or show more than they do. The message has a row for CORRECTIONS.md that \
         makes the models agree with the samples; `Config::learn` returns all rows as one table.";
    DUPLICATE_WIRE_NAME = "duplicate-wire-name", Error,
        "Two fields of a model have the same JSON key. Correct the wire name of one of them, or skip it.";
    UNDOCUMENTED_MODEL = "undocumented-model", Warning,
        "A type names a model that no document describes. The model becomes a type that holds any JSON value. Add \
         the document, or forbid or allow such names with `Config::undocumented`.";
    RENAMED = "renamed", Warning,
        "Two names become the same Rust name, so one of them gets a number. Choose a better name with the correction \
         `rename`.";
    UNUSABLE_NAME = "unusable-name", Error,
        "The correction `rename` has a name that is not a valid Rust name, or that is taken.";
    BAD_OPTION = "bad-option", Error,
        "An option of the configuration matches no model, field or document, or cannot be read. The place is that \
         of the call.";
    CANNOT_WRITE = "cannot-write", Error,
        "The generated code could not be written.";
}
