//! The options that a file can have: one for each method of [`Config`].

use super::shape::{Entry, Noun, Shape, Text};
use super::words::{self, Word};
use crate::build::learn::Envelope;
use crate::build::resolve::Undocumented;
use crate::config::Config;
use crate::diag::Level;
use crate::dialect::KeyCase;
use crate::read::detect::Configured;
use crate::rust::derives;
use crate::rust::options::{Attribute, Dates, Part, Replaced, UnknownKeys, When};
use crate::source::Limits;

/// An option.
pub(super) struct Key {
    /// The name, which is that of the method.
    pub name: &'static str,
    /// What editors show.
    pub about: &'static str,
    /// Whether it is about the whole output, so that modules do not have it.
    pub is_of_whole: bool,
    pub takes: Takes,
}

/// What an option takes, and what it does with that.
pub(super) enum Takes {
    Flag(fn(&mut Config, bool)),
    /// Each value is set on its own.
    Values(Shape, fn(&mut Config, &Entry)),
    /// Each list of texts is set on its own.
    Lists(Noun, SetList),
    /// The options of modules, by name.
    Modules,
    /// Dialects, by name.
    Dialects,
}

/// Sets a list of texts.
pub(super) type SetList = fn(&mut Config, &[Text]);

const fn key(name: &'static str, about: &'static str, takes: Takes) -> Key {
    Key { name, about, is_of_whole: false, takes }
}

const fn key_of_whole(name: &'static str, about: &'static str, takes: Takes) -> Key {
    Key { name, about, is_of_whole: true, takes }
}

const PATH: Noun = Noun { one: "a path", many: "paths" };
const MODEL: Noun = Noun { one: "a pattern for models", many: "patterns for models" };
const FIELD: Noun = Noun { one: "a pattern for models or fields", many: "patterns for models or fields" };
const ATTRIBUTE: Noun = Noun { one: "an attribute", many: "attributes" };
const TRAIT: Noun = Noun { one: "the path of a derive", many: "paths of derives" };
const CODE: Noun = Noun { one: "a diagnostic code", many: "diagnostic codes" };
const DIALECT: Noun = Noun { one: "the name of a dialect", many: "names of dialects" };
const LEVEL: Noun = Noun { one: "a level", many: "levels" };

const PATHS: Shape = Shape::OneOrMore(&Shape::Text(PATH));
const FIELDS: Shape = Shape::OneOrMore(&Shape::Text(FIELD));
const LEVELS: Shape = Shape::Named(CODE, words::codes, &Shape::Word(LEVEL, Level::words));
const ATTRIBUTES: Shape = Shape::OneOrMore(&Shape::Text(ATTRIBUTE));

/// All options.
pub(super) static ALL: &[Key] = &[
    key(
        "specs",
        "Documents, and folders whose `.md` and `.mdx` files at any depth are documents.",
        Takes::Values(PATHS, |config, entry| config.specs.push(config.loaded.place(path(entry)))),
    ),
    key(
        "corrections",
        "Files of corrections. A `CORRECTIONS.md` within `specs` is read without this.",
        Takes::Values(PATHS, |config, entry| config.corrections.push(config.loaded.place(path(entry)))),
    ),
    key(
        "samples",
        "Samples, and folders of samples. A folder `samples` within `specs` is read without this.",
        Takes::Values(PATHS, |config, entry| config.samples.push(config.loaded.place(path(entry)))),
    ),
    key(
        "ignore",
        "Documents, samples and folders that are left out; `*` matches any text.",
        Takes::Values(PATHS, |config, entry| config.ignored.push(entry.value.path_pattern())),
    ),
    key(
        "follow_links",
        "Whether links are followed that lead out of the folders of `specs` and `samples`.",
        Takes::Flag(|config, is_set| config.follows_links = is_set),
    ),
    key(
        "limits",
        "How much is read.",
        Takes::Values(
            Shape::Named(Noun { one: "a limit", many: "limits" }, words::limits, &Shape::Number),
            |config, entry| set_limit(&mut config.limits, entry),
        ),
    ),
    key(
        "level",
        "The levels of kinds of mistakes, by their codes.",
        Takes::Values(LEVELS, |config, entry| {
            let all = Text { text: String::new(), origin: entry.key().origin.clone() };
            set_level(config, &all, entry);
        }),
    ),
    key(
        "level_in",
        "The levels of kinds of mistakes in the documents at a path.",
        Takes::Values(Shape::Table(PATH, &LEVELS), |config, entry| set_level(config, entry.outer_key(), entry)),
    ),
    key(
        "show_all",
        "Whether all mistakes are shown, however many there are of one kind.",
        Takes::Flag(|config, is_set| config.levels.show_all = is_set),
    ),
    key(
        "envelope",
        "The keys that lead to the body within the samples of models, such as `data.items`.",
        Takes::Values(
            Shape::ForAll("*", MODEL, &Shape::Text(Noun { one: "a path of keys", many: "paths of keys" })),
            |config, entry| {
                let (models, path) = (entry.key().pattern(), entry.value.text.clone());
                config.envelopes.push(Envelope { models, path });
            },
        ),
    ),
    key(
        "dialect",
        "The dialect of all documents, or of those at a path. It is detected otherwise.",
        Takes::Values(Shape::ForAll("", PATH, &Shape::Word(DIALECT, words::dialects)), |config, entry| {
            let dialect = config.detect.known.iter().find(|dialect| dialect.name == entry.value.text).copied();
            let path = entry.key().path_pattern();
            config.detect.configured.extend(dialect.map(|dialect| Configured { path, dialect }));
        }),
    ),
    key("known_dialect", "Custom dialects, by what differs from a known one.", Takes::Dialects),
    key(
        "same_api",
        "Lists of folders whose documents are of SDKs of the same API, so that they are merged.",
        Takes::Lists(Noun { one: "a folder", many: "folders" }, |config, folders| {
            config.same_api.push(folders.iter().map(Text::pattern).collect());
        }),
    ),
    key("module", "Other documents whose models get a module of their own, with their options.", Takes::Modules),
    key_of_whole(
        "dates",
        "The crate whose types are used for dates and times, or `text` for none.",
        Takes::Values(
            Shape::Word(Noun { one: "a crate for dates", many: "crates for dates" }, Dates::words),
            |config, entry| config.rust.dates = Dates::of(&entry.value.text).unwrap_or_default(),
        ),
    ),
    key(
        "key_case",
        "The case of the JSON keys for all documents, or for those at a path. It is found in the documents otherwise.",
        Takes::Values(
            Shape::ForAll("", PATH, &Shape::Word(Noun { one: "a case", many: "cases" }, KeyCase::words)),
            |config, entry| {
                let case = KeyCase::of(&entry.value.text);
                config.key_cases.extend(case.map(|case| (entry.key().pattern(), case)));
            },
        ),
    ),
    key(
        "undocumented",
        "What happens if a type names a model without a document.",
        Takes::Values(Shape::Word(Noun { one: "a choice", many: "choices" }, Undocumented::words), |config, entry| {
            config.undocumented = Undocumented::of(&entry.value.text).unwrap_or_default();
        }),
    ),
    key(
        "only",
        "The models that are generated, with all models that these contain; `*` matches any text.",
        Takes::Values(Shape::OneOrMore(&Shape::Text(MODEL)), |config, entry| config.only.push(entry.value.pattern())),
    ),
    key_of_whole(
        "out_dir",
        "The folder for the output, instead of `OUT_DIR`.",
        Takes::Values(Shape::Text(PATH), |config, entry| {
            config.out_dir = Some(config.loaded.place(path(entry)).disk);
        }),
    ),
    key_of_whole(
        "file",
        "The name of the output without its extension, instead of `models`.",
        Takes::Values(Shape::Text(Noun { one: "a name", many: "names" }), |config, entry| {
            config.file.clone_from(&entry.value.text);
        }),
    ),
    key(
        "strict",
        "The models and fields that are read strictly.",
        Takes::Values(FIELDS, |config, entry| config.rust.strict.push(entry.value.pattern())),
    ),
    key(
        "unknown_keys",
        "What happens to the unknown keys of all models, or of some.",
        Takes::Values(
            Shape::ForAll("*", MODEL, &Shape::Word(Noun { one: "a choice", many: "choices" }, UnknownKeys::words)),
            |config, entry| {
                let choice = UnknownKeys::of(&entry.value.text);
                config.rust.unknown_keys.extend(choice.map(|choice| (entry.key().pattern(), choice)));
            },
        ),
    ),
    key(
        "three_valued",
        "The models and fields whose optional fields are absent, `null`, or a value.",
        Takes::Values(FIELDS, |config, entry| config.rust.three_valued.push(entry.value.pattern())),
    ),
    key(
        "replace",
        "Types of your own, or of other crates, by the scalar, field or model that they replace.",
        Takes::Values(
            Shape::Table(
                Noun { one: "a scalar, field or model", many: "scalars, fields or models" },
                &Shape::Text(Noun { one: "the path of a type", many: "paths of types" }),
            ),
            |config, entry| {
                let (pattern, ty) = (entry.key().pattern(), entry.value.text.clone());
                config.rust.replaced.push(Replaced { pattern, ty });
            },
        ),
    ),
    key(
        "module_per_folder",
        "Whether the models of each folder of documents are in a module of their own.",
        Takes::Flag(|config, is_set| config.rust.module_per_folder = is_set),
    ),
    key(
        "feature_per_folder",
        "Whether the models of each folder of documents are compiled only with a feature of cargo.",
        Takes::Flag(|config, is_set| config.rust.feature_per_folder = is_set),
    ),
    key(
        "attribute",
        "Attributes of all models, or of some models or fields. `{key}` is the key of a field in JSON.",
        Takes::Values(Shape::ForAll("*", FIELD, &ATTRIBUTES), |config, entry| add_attribute(config, None, entry)),
    ),
    key(
        "attribute_on",
        "Attributes of one kind of items, fields or variants.",
        Takes::Values(
            Shape::Named(Noun { one: "a part", many: "parts" }, Part::words, &Shape::ForAll("*", FIELD, &ATTRIBUTES)),
            |config, entry| add_attribute(config, Part::of(&entry.outer_key().text), entry),
        ),
    ),
    key(
        "derive",
        "Derives of all models, or of some, with the attributes that they need.",
        Takes::Values(Shape::ForAll("*", MODEL, &Shape::OneOrMore(&Shape::Text(TRAIT))), |config, entry| {
            config.rust.attributes.extend(derives::attributes(&entry.key().pattern(), &entry.value.text));
        }),
    ),
    key_of_whole(
        "diff_level",
        "The levels of the rules of `codegen diff`, by their names.",
        Takes::Values(
            Shape::Table(
                Noun { one: "a rule", many: "rules of `codegen diff`" },
                &Shape::Word(LEVEL, words::diff_levels),
            ),
            |config, entry| config.diff_levels.push((entry.key().text.clone(), entry.value.text.clone())),
        ),
    ),
];

fn path(entry: &Entry) -> std::path::PathBuf {
    entry.value.text.clone().into()
}

fn set_level(config: &mut Config, path: &Text, entry: &Entry) {
    if let Some(level) = Level::of(&entry.value.text) {
        config.levels.set(path.path_pattern(), entry.key().text.clone(), level);
    }
}

fn add_attribute(config: &mut Config, part: Option<Part>, entry: &Entry) {
    let (pattern, text) = (entry.key().pattern(), entry.value.text.clone());
    config.rust.attributes.push(Attribute { pattern, part, text, when: When::Always });
}

fn set_limit(limits: &mut Limits, entry: &Entry) {
    let number: u64 = entry.value.text.parse().unwrap_or(u64::MAX);
    let length = usize::try_from(number).unwrap_or(usize::MAX);
    // Naming all of them here makes a new one an error of the compiler.
    let Limits { document_bytes, total_bytes, rows, cell_bytes, models } = limits;
    match &*entry.key().text {
        "document_bytes" => *document_bytes = number,
        "total_bytes" => *total_bytes = number,
        "rows" => *rows = length,
        "cell_bytes" => *cell_bytes = length,
        "models" => *models = length,
        _ => {}
    }
}
