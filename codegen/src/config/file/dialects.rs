//! Custom dialects in a file: what differs from a known one.

use toml::de::{DeTable, DeValue};

use super::reader::{Item, Reader, entries};
use super::shape::{Entry, Noun, Shape, Text};
use super::words::{self, Word};
use crate::config::Config;
use crate::dialect::{Column, Dialect, Evidence, Role, Sign, Weight};

/// What can be stated of a dialect.
pub(super) static PARTS: &[Part] = &[
    Part {
        name: "like",
        about: "The dialect that all other answers are from; otherwise that of this project.",
        shape: Shape::Word(Noun { one: "the name of a dialect", many: "names of dialects" }, words::dialects),
        set: |draft, entry, config| {
            let known = config.detect.known.iter().find(|dialect| dialect.name == entry.value.text);
            draft.like = known.copied();
        },
    },
    Part {
        name: "about",
        about: "Who writes it.",
        shape: Shape::Text(Noun { one: "a sentence", many: "sentences" }),
        set: |draft, entry, _| draft.about = Some(entry.value.text.clone()),
    },
    Part {
        name: "section",
        about: "The heading above the property table.",
        shape: Shape::Text(HEADING),
        set: |draft, entry, _| draft.section = Some(entry.value.text.clone()),
    },
    Part {
        name: "columns",
        about: "What the columns of the property table contain, by their headings and in their order.",
        shape: Shape::Table(HEADING, &Shape::Word(Noun { one: "a kind of column", many: "kinds" }, Role::words)),
        set: |draft, entry, _| {
            let role = Role::of(&entry.value.text);
            draft.columns.extend(role.map(|role| (entry.key().text.clone(), role)));
        },
    },
    Part {
        name: "texts",
        about: "Texts that only pages in this dialect have.",
        shape: Shape::OneOrMore(&Shape::Text(Noun { one: "a text", many: "texts" })),
        set: |draft, entry, _| draft.texts.push(entry.value.text.clone()),
    },
];

const HEADING: Noun = Noun { one: "a heading", many: "headings" };

/// Something that can be stated of a dialect.
pub(super) struct Part {
    pub name: &'static str,
    pub about: &'static str,
    pub shape: Shape,
    set: fn(&mut Draft, &Entry, &Config),
}

/// What a file states of a dialect.
#[derive(Default)]
struct Draft {
    like: Option<&'static Dialect>,
    about: Option<String>,
    section: Option<String>,
    columns: Vec<(String, Role)>,
    texts: Vec<String>,
}

/// Takes dialects by name.
pub(super) fn read(reader: &mut Reader<'_>, option: &Text, value: &Item<'_>, config: &mut Config) {
    let DeValue::Table(dialects) = value.get_ref() else {
        return reader.report_type(std::slice::from_ref(option), "a table whose keys are names of dialects", value);
    };
    for (name, parts) in entries(dialects) {
        let text = reader.text(name);
        if config.detect.known.iter().any(|known| known.name == text.text) {
            reader.report(name.span(), format!("there is a dialect called `{}` already", text.text));
        } else if let DeValue::Table(parts) = parts.get_ref() {
            let draft = read_parts(reader, &[option.clone(), text.clone()], parts, config);
            config.detect.known.push(draft.finish(text.text));
        } else {
            reader.report_type(&[option.clone(), text], "a table", parts);
        }
    }
}

fn read_parts(reader: &mut Reader<'_>, above: &[Text], parts: &DeTable<'_>, config: &Config) -> Draft {
    let mut draft = Draft::default();
    for (key, value) in entries(parts) {
        let Some(part) = PARTS.iter().find(|part| part.name == key.get_ref()) else {
            reader.report_unknown("part of a dialect", key, PARTS.iter().map(|part| part.name));
            continue;
        };
        let mut entries = Vec::new();
        reader.read_value(part.shape, value, &[above, &[reader.text(key)]].concat(), config, &mut entries);
        for entry in &entries {
            (part.set)(&mut draft, entry, config);
        }
    }
    draft
}

impl Draft {
    /// The dialect. Dialects live as long as the program, as those that are constants do.
    fn finish(self, name: String) -> &'static Dialect {
        let mut dialect = self.like.map_or(Dialect::BASE, Dialect::clone);
        dialect.name = leaked(name);
        dialect.about = self.about.map_or("a custom dialect", leaked);
        if let Some(section) = self.section {
            dialect.section = Some(leaked(section));
        }
        if !self.columns.is_empty() {
            let columns = self.columns.into_iter().map(|(heading, role)| Column { heading: leaked(heading), role });
            dialect.columns = Vec::leak(columns.collect());
            dialect.more_columns = &[];
        }
        let texts = self.texts.into_iter();
        let evidence = texts.map(|text| Evidence { sign: Sign::Text(leaked(text)), weight: Weight::For(1) });
        dialect.evidence = Vec::leak(evidence.collect());
        Box::leak(Box::new(dialect))
    }
}

fn leaked(text: String) -> &'static str {
    String::leak(text)
}
