//! What the value of an option can be.

use crate::config::Config;
use crate::pattern::Pattern;
use crate::source::{Origin, PathPattern};

/// What the value of an option can be.
#[derive(Clone, Copy)]
pub(super) enum Shape {
    /// A whole number.
    Number,
    /// Any text.
    Text(Noun),
    /// One of several words. With `true`, other texts are possible where this is not known yet.
    Word(Noun, Words),
    /// One or a list of several.
    OneOrMore(&'static Self),
    /// A table.
    Table(Noun, &'static Self),
    /// A table whose keys are some of several words.
    Named(Noun, Words, &'static Self),
    /// The value for everything, or a table with the values for some. Everything is the given text.
    ForAll(&'static str, Noun, &'static Self),
}

/// The words that are possible under a configuration.
pub(super) type Words = fn(&Config) -> Vec<&'static str>;

/// What a kind of text is called.
#[derive(Clone, Copy)]
pub(super) struct Noun {
    /// One of them, with an article.
    pub one: &'static str,
    /// Several of them.
    pub many: &'static str,
}

impl Shape {
    /// What a message says that the value is.
    pub(super) fn expected(self, config: &Config) -> String {
        match self {
            Self::Number => "a whole number that is not negative".to_owned(),
            Self::Text(noun) => noun.one.to_owned(),
            Self::Word(noun, words) => one_of(noun, &words(config)),
            Self::OneOrMore(one) => format!("{}, or a list of them", one.expected(config)),
            Self::Table(keys, _) | Self::Named(keys, ..) => format!("a table whose keys are {}", keys.many),
            Self::ForAll(_, keys, one) => format!("{}, or a table whose keys are {}", one.expected(config), keys.many),
        }
    }
}

/// The words, if there are few of them.
fn one_of(noun: Noun, words: &[&str]) -> String {
    match words {
        [first @ .., last] if words.len() <= FEW => {
            format!("{} or `{last}`", first.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", "))
        }
        _ => noun.one.to_owned(),
    }
}

/// More words are not listed in a message.
pub(super) const FEW: usize = 12;

/// A text in the file.
#[derive(Clone, Debug)]
pub(super) struct Text {
    pub text: String,
    pub origin: Origin,
}

impl Text {
    /// The text as a pattern for names or paths as they are shown.
    pub(super) fn pattern(&self) -> Pattern {
        Pattern::at(self.text.clone(), self.origin.clone())
    }

    /// The text as a pattern for paths.
    pub(super) fn path_pattern(&self) -> PathPattern {
        PathPattern::at(&self.text, self.origin.clone())
    }
}

/// A value and the keys of the tables around it.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    /// The keys, from the outside to the inside. The first one is that of the option.
    pub keys: Vec<Text>,
    pub value: Text,
}

impl Entry {
    /// The key of the innermost table.
    pub(super) fn key(&self) -> &Text {
        self.keys.last().unwrap_or(&self.value)
    }

    /// The key of the table of the option, which may have further tables as values.
    pub(super) fn outer_key(&self) -> &Text {
        self.keys.get(1).unwrap_or(&self.value)
    }
}
