//! The words for values that are not texts in Rust.

use crate::build::resolve::Undocumented;
use crate::config::Config;
use crate::diag::{Level, codes};
use crate::dialect::{KeyCase, Role};
use crate::rust::options::{Dates, Part, UnknownKeys};

/// A choice of one value among several.
pub(super) trait Word: Copy + 'static {
    /// All values and their words.
    const WORDS: &'static [(&'static str, Self)];

    /// The value of a word.
    fn of(word: &str) -> Option<Self> {
        Self::WORDS.iter().find(|(known, _)| *known == word).map(|(_, value)| *value)
    }

    /// The words.
    fn words(_: &Config) -> Vec<&'static str> {
        Self::WORDS.iter().map(|(word, _)| *word).collect()
    }
}

/// States the words of all values. A value that has none does not compile.
macro_rules! words {
    ($($name:ident { $($value:ident = $word:literal,)* })*) => {
        $(impl Word for $name {
            const WORDS: &'static [(&'static str, Self)] = {
                const fn word(value: $name) -> &'static str {
                    match value {
                        $($name::$value => $word,)*
                    }
                }
                &[$((word($name::$value), $name::$value)),*]
            };
        })*
    };
}

words! {
    Dates {
        Jiff = "jiff",
        Chrono = "chrono",
        Time = "time",
        Text = "text",
    }
    KeyCase {
        Camel = "camel",
        SmallFirst = "small-first",
        Snake = "snake",
        Pascal = "pascal",
        ProtoJson = "proto-json",
        LikelyAsSpelled = "likely-as-spelled",
        AsSpelled = "as-spelled",
    }
    Level {
        Error = "error",
        Warning = "warning",
        Allow = "allow",
    }
    Part {
        Struct = "struct",
        Field = "field",
        Extra = "extra",
        Values = "values",
        Value = "value",
        UnlistedValue = "unlisted-value",
        Union = "union",
        Member = "member",
        UnlistedMember = "unlisted-member",
        Undocumented = "undocumented",
        UndocumentedValue = "undocumented-value",
    }
    Undocumented {
        Warn = "warn",
        Forbid = "forbid",
        Allow = "allow",
    }
    UnknownKeys {
        Keep = "keep",
        Ignore = "ignore",
        Deny = "deny",
    }
}

/// The roles of columns that need no further words.
impl Word for Role {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("name", Self::Name),
        ("type", Self::Type),
        ("description", Self::Description),
        ("notes", Self::Notes),
        ("default", Self::Default),
        ("ignored", Self::Ignored),
    ];
}

/// The codes of diagnostics.
pub(super) fn codes(_: &Config) -> Vec<&'static str> {
    codes::ALL.iter().map(|code| code.name).collect()
}

/// The names of dialects.
pub(super) fn dialects(config: &Config) -> Vec<&'static str> {
    config.detect.known.iter().map(|dialect| dialect.name).collect()
}

/// The levels of changes between two versions.
pub(super) fn diff_levels(_: &Config) -> Vec<&'static str> {
    vec!["breaking", "risky", "compatible", "ignore"]
}

/// The names of the limits.
pub(super) fn limits(_: &Config) -> Vec<&'static str> {
    vec!["document_bytes", "total_bytes", "rows", "cell_bytes", "models"]
}
