//! Every known mistake, one constant each. `tests/ui/<name>/` holds a document that makes it.

use super::Code;
use super::Level::{Error, Warning};

macro_rules! codes {
    ($($constant:ident = $name:literal, $level:ident, $explanation:literal;)*) => {
        $(
            #[doc = $explanation]
            pub static $constant: Code = Code { name: $name, level: $level, explanation: $explanation };
        )*

        /// All of them, in the order of the stages that report them.
        #[cfg(feature = "internals")]
        pub static ALL: &[&Code] = &[$(&$constant),*];
    };
}

codes! {
    UNREADABLE = "unreadable", Error,
        "A file or folder could not be read. Check that the path exists and that you may read it.";
    NOT_UTF8 = "not-utf8", Error,
        "A document is not UTF-8 text. Save it as UTF-8.";
    BAD_SAMPLE = "bad-sample", Error,
        "A sample is not JSON, or a `.har` file is no recorded traffic. Repair or delete it. The message has no value \
         of the sample.";
    BROKEN_TABLE = "broken-table", Error,
        "Lines look like a table and are none for Markdown: the delimiter row (`---|---`) is missing or has \
         another number of cells than the header, or a blank line cuts the table in two.";
    NO_TABLE = "no-table", Warning,
        "A page has no property table, so it is no model. Pages called README.md, index.md, releaseNotes.md, \
         CORRECTIONS.md or …Api.md are expected to be something else and are left alone without a word.";
    UNKNOWN_DIALECT = "unknown-dialect", Error,
        "A page has a property table, and neither it nor its folder shows which dialect it is written in. \
         Tell with `Config::dialect`.";
    AMBIGUOUS_DIALECT = "ambiguous-dialect", Error,
        "A page could be in two dialects, and the other pages of its folder do not decide. Tell with \
         `Config::dialect`.";
    NO_TITLE = "no-title", Error,
        "A page has a property table and no heading that names the model.";
    TITLE_DISAGREES = "title-disagrees", Error,
        "The headings of a page, or its front matter, name different models.";
    FILE_NAME_DIFFERS = "file-name-differs", Warning,
        "A document is called otherwise than the model that it describes. The heading counts.";
    UNREAD_TABLE = "unread-table", Warning,
        "A page of a model has a table that is not the property table; its rows are not read.";
    SHORT_ROW = "short-row", Error,
        "A row has fewer cells than the header, so it cannot be told which of them is missing.";
    TEXT_IN_TABLE = "text-in-table", Warning,
        "A line right under a table belongs to the table for Markdown, but has no cells. It is not read; \
         put a blank line before it.";
    SURPLUS_CELLS = "surplus-cells", Error,
        "A row has more cells than the header and its last cell is neither empty nor made of notes, so the \
         notes cannot be told from the description. Write a `|` that is text as `\\|`.";
    NO_NAME = "no-name", Error,
        "A row does not name its field.";
    UNKNOWN_NOTE = "unknown-note", Warning,
        "The notes cell says something that the dialect does not know; it is not used.";
    NOTE_TWICE = "note-twice", Warning,
        "The notes cell says one thing twice.";
    DUPLICATE_FIELD = "duplicate-field", Error,
        "Two rows of one table have the same name. The first one counts.";
    UNKNOWN_TYPE = "unknown-type", Error,
        "A type cell has a word that is neither a type of the dialect nor the name of a model.";
    BAD_TYPE = "bad-type", Error,
        "A type cell cannot be read: a bracket is not closed, or something is missing or left over.";
    TYPE_TOO_DEEP = "type-too-deep", Error,
        "A type is nested deeper than any real one. It would not compile.";
    DUPLICATE_MODEL = "duplicate-model", Error,
        "Two documents describe one model and do not say the same. Delete one of them. If they are of two SDKs \
         of one API, put them into `<specs>/<api>/<sdk>/`, or tell with `Config::same_api`.";
    SAME_MODEL_TWICE = "same-model-twice", Warning,
        "Two documents describe one model and say the same. Delete one of them.";
    CONTRADICTION = "contradiction", Warning,
        "The documents of two SDKs cannot both be right about a field or model. The one counts that takes more: \
         the wider type, `optional`; otherwise the one of the SDK that comes first. A correction settles it.";
    BAD_CORRECTION = "bad-correction", Error,
        "A row of the corrections cannot be read: an unknown correction, a value it does not take, no reason.";
    CORRECTION_MISSES = "correction-misses", Error,
        "A correction names a model or a field that no document has. Names are those of the document.";
    CORRECTION_CHANGES_NOTHING = "correction-changes-nothing", Error,
        "A correction sets what the documents say already. Delete it.";
    CORRECTION_TWICE = "correction-twice", Error,
        "Two corrections set the same thing.";
    UNKNOWN_SAMPLE = "unknown-sample", Warning,
        "A sample is in no folder that is called like a model, and is not called like one itself. It is not used.";
    UNFIT_SAMPLE = "unfit-sample", Warning,
        "The body of a sample is of another kind than its model: a text where the model is an object. Is it in the \
         right folder, or in an envelope that `Config::envelope` should name?";
    UNMATCHED_CALLS = "unmatched-calls", Warning,
        "Recorded traffic has calls that no page of calls has, by method and path. Their bodies are not used. Add \
         the page of calls, or delete these calls from the file.";
    SAMPLE_DIFFERS = "sample-differs", Warning,
        "Samples show what the documents do not say, or say otherwise. The message has a row for CORRECTIONS.md, \
         which makes the models agree with the samples; `Config::learn` returns all rows as one table.";
    DUPLICATE_WIRE_NAME = "duplicate-wire-name", Error,
        "Two fields of one model would be the same JSON key. Correct the wire name of one of them, or skip it.";
    UNDOCUMENTED_MODEL = "undocumented-model", Warning,
        "A type names a model that no document describes. It becomes a type that holds any JSON value. \
         Add the document; `Config::undocumented` can forbid or allow such names.";
    RENAMED = "renamed", Warning,
        "Two names become the same Rust name, so one of them got a number. The `rename` correction chooses \
         a better one.";
    UNUSABLE_NAME = "unusable-name", Error,
        "The `rename` correction gives a name that is no Rust name, or that is taken.";
    BAD_OPTION = "bad-option", Error,
        "An option of the configuration names no model or field that there is, or cannot be read. The place is \
         that of the call.";
    CANNOT_WRITE = "cannot-write", Error,
        "The generated code could not be written.";
}
