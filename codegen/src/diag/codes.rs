//! One constant for each kind of mistake. `tests/ui/<name>/` has a document with the mistake.

use super::Code;
use super::Level::{Error, Warning};

macro_rules! codes {
    ($($constant:ident = $name:literal, $level:ident, $meaning:literal, $remedy:literal;)*) => {
        $(
            #[doc = $meaning]
            pub static $constant: Code = Code {
                name: $name,
                level: $level,
                meaning: $meaning,
                remedy: $remedy,
                explanation: concat!($meaning, " ", $remedy),
            };
        )*

        /// All kinds of mistakes, in the order of the stages that report them.
        pub static ALL: &[&Code] = &[$(&$constant),*];
    };
}

codes! {
    UNREADABLE = "unreadable", Error,
        "A file or folder could not be read, and is left out.",
        "Check that the path exists and that you have permission to read it, or leave it out with `Config::ignore`. A \
         link that leads out of the given folder is followed with `Config::follow_links`.";
    TOO_LARGE = "too-large", Error,
        "A document, or all of them together, are larger than what is read, and what is beyond the limit is left out.",
        "Leave it out with `Config::ignore`, or raise the limit with `Config::limits`.";
    NOT_UTF8 = "not-utf8", Error,
        "A document is not UTF-8 text, and is left out.",
        "Save it as UTF-8, or leave it out with `Config::ignore`.";
    BAD_SAMPLE = "bad-sample", Error,
        "A sample is not JSON, or a `.har` file is not recorded traffic, and is not used. The message shows no value \
         of the sample.",
        "Repair or delete it, or leave it out with `Config::ignore`.";
    CONFLICT_MARKER = "conflict-marker", Error,
        "Git left two versions of some lines in a document, and it is not read.",
        "Keep one of them and delete the lines that start with `<<<<<<<`, `=======` and `>>>>>>>`. Or leave out the \
         document with `Config::ignore`.";
    BROKEN_TABLE = "broken-table", Error,
        "Lines look like a table but are not one in Markdown, and are not read: the delimiter row (`---|---`) is \
         missing or does not have as many cells as the header, or a blank line cuts the table in two.",
        "Repair the table. Or leave out the model with the correction `skip`, or the document with `Config::ignore`.";
    NO_TABLE = "no-table", Warning,
        "A page has no property table, so it does not describe a model. Pages called README.md, index.md, \
         releaseNotes.md, CORRECTIONS.md or …Api.md are expected not to, and are skipped silently.",
        "Leave out the page with `Config::ignore`. If it describes a model, give it a property table as its dialect \
         has one.";
    NO_MODEL = "no-model", Error,
        "No document at a path that was given to `Config::specs` describes a model.",
        "Give the folder that has the pages of models, or add the dialect of the pages with `Config::known_dialect`. \
         If the path is right, such as that of pages of calls, allow this with `Config::level_in`.";
    UNREAD_FILE = "unread-file", Warning,
        "A file looks like a document, but its extension is not one of documents, or a link leads to nothing, so it \
         is not read.",
        "Rename the file, name it with `Config::specs`, or leave it out with `Config::ignore`.";
    MISPLACED_CORRECTIONS = "misplaced-corrections", Error,
        "A document has a table of corrections but not the name `CORRECTIONS.md`, so they are not applied.",
        "Rename it, name it with `Config::corrections`, or leave it out with `Config::ignore`.";
    PROPERTIES_NOT_A_TABLE = "properties-not-a-table", Error,
        "Where the property table should be is a list, a quotation, code or a table in HTML, and the page is not \
         read.",
        "Write a table, or leave out the page with `Config::ignore` or the correction `skip`.";
    UNKNOWN_DIALECT = "unknown-dialect", Error,
        "A page has a property table, but neither the page nor its folder shows the dialect, so the page is not read.",
        "Set the dialect with `Config::dialect`, add one of your own with `Config::known_dialect`, or leave out the \
         page with `Config::ignore` or the correction `skip`.";
    AMBIGUOUS_DIALECT = "ambiguous-dialect", Error,
        "A page could be in several dialects, and the other pages of its folder do not decide between them, so the \
         page is not read.",
        "Set the dialect with `Config::dialect`, or leave out the page with `Config::ignore` or the correction \
         `skip`.";
    MINORITY_DIALECT = "minority-dialect", Warning,
        "Some pages of a folder are in another dialect than most.",
        "If they were taken for what they are not, set the dialect of the folder with `Config::dialect`; if they are \
         right, set that of these pages.";
    NO_TITLE = "no-title", Error,
        "A page has a property table but no heading that names the model, and is not read.",
        "Add a heading, or leave out the page with `Config::ignore`.";
    TITLE_DISAGREES = "title-disagrees", Error,
        "The headings of a page, or its front matter, name different models. If this is allowed with \
         `Config::level_in`, the name of the document counts, or else the first heading.",
        "Give all of them the same name. The page can be left out with `Config::ignore` or the correction `skip`.";
    FILE_NAME_DIFFERS = "file-name-differs", Warning,
        "The name of a document differs from the name of its model. The name in the heading is used.",
        "Rename the document, or correct the heading.";
    UNREAD_TABLE = "unread-table", Warning,
        "A page of a model has a table or list where its dialect has none, or a component of MDX that shows something \
         by itself. It is not read.",
        "If it is part of the model, write it as its dialect does; `codegen check` shows the dialect. If it is not, \
         delete it, or allow this with `Config::level_in`.";
    UNREAD_LINE = "unread-line", Warning,
        "A line of a list of values or types, or about the discriminator of a union, is not written as the dialect \
         writes such lines; or a value would be of two types at once. It is not read.",
        "Write it as the lines beside it, or delete it. Of two types, delete one.";
    SECOND_MODEL = "second-model", Error,
        "A page describes a second model, and its dialect has one on each page. The second one is not read.",
        "Move it to a document of its own. Or leave out the page with `Config::ignore` or the correction `skip`, or \
         allow this with `Config::level_in`.";
    INNER_MODEL = "inner-model", Warning,
        "A model has a heading within the part of the page that describes another model. It is read as a model of its \
         own.",
        "If that is right, give it a heading of the same level; if not, leave it out with the correction `skip`.";
    VALUE_TWICE = "value-twice", Warning,
        "A list of allowed values has the same value twice.",
        "Delete one of them.";
    UNMATCHED_VALUES = "unmatched-values", Warning,
        "The allowed values of a field are listed, but no field has that name or type.",
        "Correct the name, or delete the list.";
    UNFIT_VALUES = "unfit-values", Warning,
        "The allowed values of a field are not values of its type.",
        "Correct the type or the list.";
    UNFIT_DEFAULT = "unfit-default", Warning,
        "A default is not a value of the type of its field, is not among the allowed values, or is beyond a limit. It \
         is not used.",
        "Correct the `default`, or the `type` or `values` of the field.";
    UNFIT_LIMIT = "unfit-limit", Warning,
        "A limit is not a number. It is not used.",
        "Write a number, or correct the `constraints` of the field.";
    UNFIT_DISCRIMINATOR = "unfit-discriminator", Warning,
        "What a page says about the discriminator of a union does not fit its members: none of them has the key, or a \
         value selects a model that is not a member.",
        "Correct the key, or the names of the models, in the document.";
    LINK_DIFFERS = "link-differs", Warning,
        "The text of a link names one model, and its target is the page of another one. The text is used.",
        "Correct the link, or the `type` of the field.";
    SHORT_ROW = "short-row", Error,
        "A row has fewer cells than the header, so it is unclear which cells are missing, and the row is not read.",
        "Repair it. Or leave out the field with the correction `skip`, which together with `add field` replaces it.";
    TEXT_IN_TABLE = "text-in-table", Warning,
        "A line directly below a table is part of the table in Markdown, but has no cells. It is not read.",
        "Put a blank line before it.";
    SURPLUS_CELLS = "surplus-cells", Error,
        "A row has more cells than the header, and its last cell is neither empty nor made of notes, so it is unclear \
         where the description ends, and the row is not read.",
        "Write a `|` within a text as `\\|`. Or leave out the field with the correction `skip`, which together with \
         `add field` replaces it.";
    NO_NAME = "no-name", Error,
        "A row does not name its field, and is not read.",
        "Add the name. Or leave out the model with the correction `skip`, or allow this with `Config::level_in` and \
         add the field with `add field`.";
    UNKNOWN_NOTE = "unknown-note", Warning,
        "The notes cell has a note that the dialect does not define. The note is ignored.",
        "Write it as its dialect does; `codegen check` shows the notes that it has. If it says nothing about the \
         JSON, allow it with `Config::level`.";
    MISSPELLED_NOTE = "misspelled-note", Error,
        "A note is almost one of the dialect, or in the column of descriptions, or a column of fixed words has \
         another word, so the field would become required or optional by mistake.",
        "Write the note, or state what it means with the correction `presence` or `nullable`, or leave out the field \
         with the correction `skip`. If this is allowed with `Config::level_in`, the note is ignored.";
    NOTE_TWICE = "note-twice", Warning,
        "The notes cell has the same note twice.",
        "Delete one of them. Of two defaults, the last one is used.";
    DUPLICATE_FIELD = "duplicate-field", Error,
        "Two rows of a table have the same name.",
        "If the SDK spells two keys alike, correct the `wire name`, which is that of the first row. The correction \
         `skip` leaves out all rows with the name. If this is allowed with `Config::level_in`, the first row is used.";
    UNKNOWN_TYPE = "unknown-type", Error,
        "A type has a word that is neither a type of the dialect nor the name of a model.",
        "Correct the `type`, or leave out the field or model with the correction `skip`, which also leaves out the \
         member of a union, by its type; `add member` replaces it. If this is allowed with `Config::level_in`, the \
         field holds any JSON.";
    FOREIGN_TYPE = "foreign-type", Error,
        "A type has a word that is a type in other dialects, but not in that of the page.",
        "Write the word of this dialect, correct the `type`, or leave out the field or model with the correction \
         `skip`, which also leaves out the member of a union, by its type; `add member` replaces it. If this is \
         allowed with `Config::level_in`, the field holds any JSON.";
    BAD_TYPE = "bad-type", Error,
        "A type cannot be read: a bracket is not closed, or something is missing or left over.",
        "Correct the `type`, or leave out the field or model with the correction `skip`, which also leaves out the \
         member of a union, by its type; `add member` replaces it. If this is allowed with `Config::level_in`, the \
         field holds any JSON.";
    TYPE_TOO_DEEP = "type-too-deep", Error,
        "A type is nested too deep to compile.",
        "Correct the `type`, for example to `any`, or leave out the field with the correction `skip`. If this is \
         allowed with `Config::level_in`, the field holds any JSON.";
    MODELS_TOO_DEEP = "models-too-deep", Error,
        "Models nest too deep in each other for a program that reads the outermost one: rustc gives up at its recursion \
         limit of 128.",
        "Correct the `type` of one of the fields between them to `any`, or leave it out with the correction `skip`. Or \
         allow this with `Config::level`, and write `#![recursion_limit = \"512\"]` into the crates that read such \
         models.";
    RECURSIVE_ALIAS = "recursive-alias", Warning,
        "A model is another name for a type that contains the model itself. Rust cannot express such a name, so what \
         it contains holds any JSON.",
        "Correct the `type` of the model if the document is wrong.";
    ASSUMED_KEYS = "assumed-keys", Warning,
        "The documents of an API spell names in the case of their language, and their texts do not show the case of \
         the JSON keys, so a rule decides it. If the API uses another case, values become unknown keys.",
        "Set the case with `Config::key_case`; the message has the line.";
    UNSPELLED_VALUES = "unspelled-values", Warning,
        "Documents list allowed values by the names that the SDK gives to them, and nothing in their folder quotes a \
         value as the API spells it. Every value is accepted.",
        "List the values in a correction `values`, or add a sample.";
    DUPLICATE_MODEL = "duplicate-model", Error,
        "Two documents describe the same model differently, and the first one is used.",
        "Leave out one of them with `Config::ignore`. If they are of two SDKs of the same API, move them to \
         `<specs>/<api>/<sdk>/`, or name their folders in `Config::same_api`. If they are of two APIs, give each a \
         module with `Config::module`.";
    SAME_MODEL_TWICE = "same-model-twice", Warning,
        "Two documents describe the same model in the same way.",
        "Delete one of them.";
    CONTRADICTION = "contradiction", Warning,
        "The documents of two SDKs contradict each other about a field or model. The more permissive fact is used, \
         such as the wider type or `optional`; otherwise that of the leading SDK.",
        "Settle it with a correction.";
    BAD_CORRECTION = "bad-correction", Error,
        "A row of the corrections cannot be applied: the correction is unknown, its value does not fit, or the reason \
         is missing. The row has no effect.",
        "Repair or delete it, or leave out the file with `Config::ignore`.";
    CORRECTION_MISSES = "correction-misses", Error,
        "A correction names a model or field that no document has, and has no effect.",
        "Use the names that the documents use, or delete the row, or allow this with `Config::level`.";
    CORRECTION_CHANGES_NOTHING = "correction-changes-nothing", Error,
        "A correction sets what the documents already say.",
        "Delete it, or allow this with `Config::level`.";
    CORRECTION_TWICE = "correction-twice", Error,
        "Two corrections set the same thing, and the first one is used.",
        "Delete one of them, or allow this with `Config::level`.";
    UNKNOWN_SAMPLE = "unknown-sample", Warning,
        "A sample has neither the name of a model nor is in a folder with such a name. It is not used.",
        "Rename the file or its folder to the name of the model, as in `User.json` or `User/1.json`.";
    UNFIT_SAMPLE = "unfit-sample", Warning,
        "The body of a sample does not fit the model, such as a text where the model is an object.",
        "Check its folder, or name its envelope with `Config::envelope`.";
    UNMATCHED_CALLS = "unmatched-calls", Warning,
        "Recorded traffic has calls whose method and path are on no page of calls. Their bodies are not used.",
        "Add the page of calls, or delete these calls from the file.";
    SAMPLE_DIFFERS = "sample-differs", Warning,
        "Samples contradict the documents, or show more than they do.",
        "Add the row that the message has to CORRECTIONS.md, which makes the models agree with the samples. `codegen \
         learn` and `Config::learn` have all rows as one table.";
    DUPLICATE_WIRE_NAME = "duplicate-wire-name", Error,
        "Two fields of a model have the same JSON key, and the first one is used.",
        "Correct the `wire name` of one of them, or leave it out with the correction `skip`.";
    INVISIBLE_CHARACTER = "invisible-character", Error,
        "The name of a model or the JSON key of a field has a character that nobody sees, such as a space of no \
         width.",
        "Correct the `wire name` of the field or `rename` the model, or leave it out with the correction `skip`; rows \
         of corrections need not have the character.";
    UNDOCUMENTED_MODEL = "undocumented-model", Warning,
        "A type names a model that no document describes. The model becomes a type that holds any JSON value.",
        "Add the document, or forbid or allow such names with `Config::undocumented`.";
    RENAMED = "renamed", Warning,
        "Two names become the same Rust name, so one of them gets a number, or the name of its folder before it.",
        "Choose a better name with the correction `rename`.";
    UNUSABLE_NAME = "unusable-name", Error,
        "The correction `rename` has a name that is not a valid Rust name, or that is taken. The name that the \
         document gives is used.",
        "Choose another name, or delete the row, or allow this with `Config::level`.";
    BAD_OPTION = "bad-option", Error,
        "An option of the configuration matches no model, field or document, or cannot be read, and has no effect. \
         The place is that of the call, or that in the file of the configuration.",
        "Correct or delete it, or allow this with `Config::level`.";
    BAD_CONFIGURATION = "bad-configuration", Error,
        "The file of the configuration is not TOML, has a key that is not an option, or a value that the option does not \
         take. This is always an error, and nothing is generated. Documents are read without the option, so that all \
         mistakes are reported at once; some of them may follow from this one. If the file is not TOML, none is read.",
        "Correct the place. `codegen options` lists the options, and its `--schema` lets editors complete them.";
    CANNOT_WRITE = "cannot-write", Error,
        "The generated code could not be written. This is always an error, because nothing can be compiled without \
         the files.",
        "Choose another folder with `Config::out_dir`, or another name with `Config::file`.";
}
