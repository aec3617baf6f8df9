//! Reads a file, and reports all that is wrong with it.

use std::borrow::Cow;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::dialects;
use super::keys::{self, Key, SetList, Takes};
use super::shape::{Entry, FEW, Noun, Shape, Text};
use crate::config::Config;
use crate::diag::{Diagnostic, Message, Place, codes, did_you_mean};
use crate::source::{Origin, Source};

/// Takes the options in a text. Returns what is wrong with it.
pub(super) fn read(source: &Source, config: &mut Config) -> Vec<Diagnostic> {
    let (table, errors) = DeTable::parse_recoverable(&source.text);
    config.loaded.is_broken |= !errors.is_empty();
    let mut reader = Reader { source, mistakes: Vec::new() };
    for error in &errors {
        reader.report(error.span().unwrap_or_default(), error.message());
    }
    let broken: Vec<u32> = reader.mistakes.iter().map(|mistake| mistake.origin.line).collect();
    reader.read_options(table.get_ref(), Table::File, config);
    // What is read of a line that is not TOML was not meant.
    let syntax = broken.len();
    let others = reader.mistakes.split_off(syntax);
    reader.mistakes.extend(others.into_iter().filter(|mistake| !broken.contains(&mistake.origin.line)));
    reader.mistakes
}

/// Which table has options.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Table {
    File,
    /// In the table of a module.
    Module,
}

/// A value of the file.
pub(super) type Item<'t> = Spanned<DeValue<'t>>;

/// A key and its value.
type Member<'a, 't> = (&'a Spanned<Cow<'t, str>>, &'a Item<'t>);

pub(super) struct Reader<'s> {
    source: &'s Source,
    mistakes: Vec<Diagnostic>,
}

impl Reader<'_> {
    /// Takes the options in a table.
    fn read_options(&mut self, table: &DeTable<'_>, table_is: Table, config: &mut Config) {
        let mut options = Vec::with_capacity(table.len());
        for (name, value) in entries(table) {
            match keys::ALL.iter().find(|key| key.name == name.get_ref()) {
                None => self.report_unknown("option", name, keys::ALL.iter().map(|key| key.name)),
                Some(key) if key.is_of_whole && table_is == Table::Module => {
                    let message = format!("`{}` is that of the whole output, and a module has none", key.name);
                    self.report(name.span(), message);
                }
                Some(key) => options.push((key, self.text(name), value)),
            }
        }
        // Other options name the dialects, and modules have them, too.
        options.sort_by_key(|(key, ..)| !matches!(key.takes, Takes::Dialects));
        for (key, name, value) in options {
            self.read_option(key, name, value, config);
        }
    }

    fn read_option(&mut self, key: &Key, name: Text, value: &Item<'_>, config: &mut Config) {
        match key.takes {
            Takes::Flag(set) => match value.get_ref() {
                DeValue::Boolean(is_set) => set(config, *is_set),
                _ => self.report_type(&[name], "`true` or `false`", value),
            },
            Takes::Values(shape, set) => {
                let mut entries = Vec::new();
                self.read_value(shape, value, &[name], config, &mut entries);
                for entry in entries {
                    set(config, &entry);
                }
            }
            Takes::Lists(noun, set) => self.read_lists(noun, set, &name, value, config),
            Takes::Modules => self.read_modules(&name, value, config),
            Takes::Dialects => dialects::read(self, &name, value, config),
        }
    }

    /// Takes a value, and those in it.
    pub(super) fn read_value(
        &mut self,
        shape: Shape,
        value: &Item<'_>,
        above: &[Text],
        config: &Config,
        found: &mut Vec<Entry>,
    ) {
        match (shape, value.get_ref()) {
            (Shape::Number, DeValue::Integer(number)) => match u64::from_str_radix(number.as_str(), number.radix()) {
                Ok(number) => found.push(self.entry(above, value, number.to_string())),
                Err(_) => self.report_type(above, &shape.expected(config), value),
            },
            (Shape::Text(_), DeValue::String(text)) => found.push(self.entry(above, value, text.clone().into_owned())),
            (Shape::Word(_, words), DeValue::String(text)) => {
                let words = words(config);
                if words.contains(&&**text) {
                    found.push(self.entry(above, value, text.clone().into_owned()));
                } else {
                    let message = format!("`{}` is {}, not `{text}`", path(above), shape.expected(config));
                    self.report(value.span(), Message::new(message).hint(did_you_mean(text, words)));
                }
            }
            (Shape::OneOrMore(one), DeValue::Array(values)) => {
                for value in values {
                    self.read_value(*one, value, above, config, found);
                }
            }
            (Shape::OneOrMore(one), DeValue::String(_)) => self.read_value(*one, value, above, config, found),
            (Shape::Table(_, to) | Shape::ForAll(_, _, to), DeValue::Table(table)) => {
                for (name, value) in entries(table) {
                    self.read_value(*to, value, &[above, &[self.text(name)]].concat(), config, found);
                }
            }
            (Shape::Named(noun, words, to), DeValue::Table(table)) => {
                for (name, value) in self.named(noun, &words(config), table) {
                    self.read_value(*to, value, &[above, &[self.text(name)]].concat(), config, found);
                }
            }
            (Shape::ForAll(all, _, to), DeValue::String(_) | DeValue::Array(_)) => {
                let first = found.len();
                self.read_value(*to, value, above, config, found);
                let all = self.spanned(all, value.span().start);
                found.iter_mut().skip(first).for_each(|entry| entry.keys.push(all.clone()));
            }
            _ => self.report_type(above, &shape.expected(config), value),
        }
    }

    /// The entries of a table whose names are known. Reports the others.
    fn named<'a, 't>(&mut self, noun: Noun, known: &[&str], table: &'a DeTable<'t>) -> Vec<Member<'a, 't>> {
        let (known_members, others): (Vec<_>, Vec<_>) =
            entries(table).into_iter().partition(|(name, _)| known.contains(&&**name.get_ref()));
        for (name, _) in others {
            self.report_unknown(noun.one.trim_start_matches("a "), name, known.iter().copied());
        }
        known_members
    }

    /// Takes a list of lists.
    fn read_lists(&mut self, noun: Noun, set: SetList, name: &Text, value: &Item<'_>, config: &mut Config) {
        let (name, expected) = (std::slice::from_ref(name), format!("a list of lists of {}", noun.many));
        let DeValue::Array(lists) = value.get_ref() else { return self.report_type(name, &expected, value) };
        for list in lists {
            let DeValue::Array(items) = list.get_ref() else {
                self.report_type(name, &expected, list);
                continue;
            };
            let mut texts = Vec::with_capacity(items.len());
            for item in items {
                match item.get_ref() {
                    DeValue::String(text) => texts.push(self.spanned(text, item.span().start)),
                    _ => self.report_type(name, &expected, item),
                }
            }
            set(config, &texts);
        }
    }

    /// Takes the options of modules.
    fn read_modules(&mut self, module: &Text, value: &Item<'_>, config: &mut Config) {
        let DeValue::Table(modules) = value.get_ref() else {
            return self.report_type(std::slice::from_ref(module), "a table whose keys are names of modules", value);
        };
        for (name, options) in entries(modules) {
            let text = self.text(name);
            let DeValue::Table(options) = options.get_ref() else {
                self.report_type(&[module.clone(), text], "a table of options", options);
                continue;
            };
            let mut own = Config::new();
            own.loaded.base.clone_from(&config.loaded.base);
            own.loaded.is_reading = config.loaded.is_reading;
            own.detect.known.clone_from(&config.detect.known);
            self.read_options(options, Table::Module, &mut own);
            own.loaded.is_reading = false;
            config.modules.push((text.pattern(), own));
        }
    }

    fn entry(&self, above: &[Text], value: &Item<'_>, text: String) -> Entry {
        Entry { keys: above.to_vec(), value: Text { text, origin: self.origin(value.span().start) } }
    }

    /// A key.
    pub(super) fn text(&self, name: &Spanned<Cow<'_, str>>) -> Text {
        self.spanned(name.get_ref(), name.span().start)
    }

    fn spanned(&self, text: &str, at: usize) -> Text {
        Text { text: text.to_owned(), origin: self.origin(at) }
    }

    fn origin(&self, at: usize) -> Origin {
        self.source.origin(at.min(self.source.text.len()))
    }

    pub(super) fn report(&mut self, span: Range<usize>, message: impl Into<Message>) {
        let text = self.source.text.get(span.clone()).unwrap_or_default();
        let width = text.lines().next().unwrap_or_default().chars().count();
        let place = Place { origin: self.origin(span.start), width: u32::try_from(width).unwrap_or_default() };
        self.mistakes.push(Diagnostic::new(&codes::BAD_CONFIGURATION, place, message));
    }

    /// Reports a key that does not exist.
    pub(super) fn report_unknown<'k>(
        &mut self,
        what: &str,
        name: &Spanned<Cow<'_, str>>,
        known: impl IntoIterator<Item = &'k str>,
    ) {
        let known: Vec<&str> = known.into_iter().collect();
        let few = (known.len() <= FEW).then(|| format!("there are `{}`", known.join("`, `")));
        let hint = did_you_mean(name.get_ref(), known).or(few);
        self.report(name.span(), Message::new(format!("no {what} is called `{}`", name.get_ref())).hint(hint));
    }

    /// Reports a value of another type.
    pub(super) fn report_type(&mut self, above: &[Text], expected: &str, value: &Item<'_>) {
        let found = found(value.get_ref());
        self.report(value.span(), format!("`{}` is {expected}, not {found}", path(above)));
    }
}

/// The entries of a table in the order of the file.
pub(super) fn entries<'a, 't>(table: &'a DeTable<'t>) -> Vec<Member<'a, 't>> {
    let mut entries: Vec<_> = table.iter().collect();
    entries.sort_by_key(|(name, _)| name.span().start);
    entries
}

/// The keys on the way to a value, as TOML has them.
fn path(keys: &[Text]) -> String {
    let is_bare = |key: &str| {
        !key.is_empty() && key.chars().all(|letter| letter.is_ascii_alphanumeric() || "-_".contains(letter))
    };
    let quoted = |key: &Text| if is_bare(&key.text) { key.text.clone() } else { format!("{:?}", key.text) };
    keys.iter().map(quoted).collect::<Vec<_>>().join(".")
}

/// What a value is.
fn found(value: &DeValue<'_>) -> String {
    match value {
        DeValue::String(text) => format!("the string {text:?}"),
        DeValue::Integer(number) => format!("the number {number}"),
        DeValue::Float(number) => format!("the number {number}"),
        DeValue::Boolean(is_set) => format!("`{is_set}`"),
        DeValue::Datetime(_) => "a date".to_owned(),
        DeValue::Array(_) => "a list".to_owned(),
        DeValue::Table(_) => "a table".to_owned(),
    }
}
