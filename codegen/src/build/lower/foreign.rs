//! Types that belong to other dialects. A person who knows another language writes them easily.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::ops::Range;

use crate::diag::Message;
use crate::dialect::{self, Dialect, Makes, TypeSyntax, Word};
use crate::read::type_expr::TypeExpr;
use crate::schema::Scalar;

/// A word of other dialects.
pub(super) struct ForeignWord {
    pub message: Message,
    pub scalar: Scalar,
}

/// Explains that a word is a type of other dialects, and how this one writes that type; `None` if no dialect has the
/// word. Words for any JSON value do not count: an undocumented model of that name holds the same.
pub(super) fn explain(text: &str, own: &TypeSyntax) -> Option<ForeignWord> {
    let owners = dialect::ALL.iter().filter_map(|dialect| Some((dialect.name, word(text, dialect.types)?.scalar)));
    let owners: Vec<(&str, Scalar)> = owners.filter(|(_, scalar)| *scalar != Scalar::Any).collect();
    let (first, scalar) = *owners.first()?;
    let help = synonym(scalar, own).map(|word| format!("write `{}` here", word.text));
    Some(ForeignWord { message: is_of(text, first, owners.len()).hint(help), scalar })
}

/// That a type is one of some dialects only.
fn is_of(text: &str, first: &str, dialects: usize) -> Message {
    let others = match dialects {
        0 | 1 => String::new(),
        2 => " and 1 other dialect".to_owned(),
        count => format!(" and {} other dialects", count - 1),
    };
    Message::new(format!("`{text}` is a type of `{first}`{others}, but not of the dialect of this page"))
}

/// A type with parts that other dialects can read, and the dialect of its page cannot.
#[derive(Clone)]
pub(super) struct Translation {
    pub message: Message,
    /// The same type in the words of the dialect of the page.
    pub written: String,
}

/// The translations so far. Documents in a wrong dialect have few distinct types, and many of each.
#[derive(Default)]
pub(super) struct Translations(RefCell<BTreeMap<(&'static str, String), Option<Translation>>>);

impl Translations {
    /// How a dialect writes a type that other dialects can read; `None` if they cannot, or disagree with what it reads.
    pub(super) fn of(
        &self,
        text: &str,
        own: &'static Dialect,
        is_documented: impl Fn(&str) -> bool,
    ) -> Option<Translation> {
        let key = (own.name, text.to_owned());
        if let Some(known) = self.0.borrow().get(&key) {
            return known.clone();
        }
        let found = translate(text, own.types, &is_documented);
        self.0.borrow_mut().insert(key, found.clone());
        found
    }
}

fn translate(text: &str, own: &'static TypeSyntax, is_documented: &dyn Fn(&str) -> bool) -> Option<Translation> {
    // By the text in the words of the dialect: the first dialect that reads the type so, and how many do.
    let mut meanings: BTreeMap<String, (&str, usize)> = BTreeMap::new();
    for dialect in dialect::ALL {
        let expr = TypeExpr::of_text(text, dialect.types);
        let written = write(&expr, own, &|name| is_documented(dialect.types.model_name(name)));
        if let Some(written) = written.filter(|_| is_composed(&expr)) {
            meanings.entry(written).or_insert((dialect.name, 0)).1 += 1;
        }
    }
    let (written, (first, count)) = meanings.into_iter().rev().max_by_key(|(_, (_, count))| *count)?;
    let is_read = write(&TypeExpr::of_text(&written, own), own, is_documented).as_ref() == Some(&written);
    let message = is_of(text, first, count).help(format!("write `{written}` here"));
    is_read.then_some(Translation { message, written })
}

/// The part of a cell that may be a type of another dialect: that around a mistake, up to the brackets around it.
pub(super) fn around_mistake(cell: &str, at: usize) -> Range<usize> {
    let is_name = |letter: char| letter.is_alphanumeric() || matches!(letter, '_' | '.' | ':');
    let before = cell.get(..at).unwrap_or_default();
    let start = before.trim_end_matches(is_name).len();
    let mut depth = 0_usize;
    for (offset, letter) in cell[start..].char_indices() {
        match letter {
            '<' | '[' | '(' | '{' => depth += 1,
            '>' | ']' | ')' | '}' if depth > 0 => depth -= 1,
            '>' | ']' | ')' | '}' | '*' | '`' => return start..start + offset,
            ',' if depth == 0 => return start..start + offset,
            _ => {}
        }
    }
    start..cell.len()
}

fn is_composed(expr: &TypeExpr) -> bool {
    !matches!(expr, TypeExpr::Word(_) | TypeExpr::LinkedWord(_) | TypeExpr::Name { .. })
}

/// A type in the words of a dialect; `None` if it has no words for it, or a name is that of nothing.
fn write(expr: &TypeExpr, own: &TypeSyntax, is_documented: &dyn Fn(&str) -> bool) -> Option<String> {
    let write = |expr: &TypeExpr| write(expr, own, is_documented);
    match expr {
        TypeExpr::Word(word) | TypeExpr::LinkedWord(word) => Some(synonym(word.scalar, own)?.text.to_owned()),
        TypeExpr::Name { text, .. } => {
            let name = text.rsplit([':', '.', '\\']).next().unwrap_or(text);
            is_documented(text).then(|| name.to_owned())
        }
        TypeExpr::List(item) => around(Makes::List, &write(item)?, own),
        TypeExpr::Set(item) => {
            let item = write(item)?;
            around(Makes::Set, &item, own).or_else(|| around(Makes::List, &item, own))
        }
        TypeExpr::Map { item, .. } => around(Makes::Map, &write(item)?, own),
        TypeExpr::Optional(item) | TypeExpr::Nullable(item) => {
            let item = write(item)?;
            Some(around(Makes::Optional, &item, own).or_else(|| around(Makes::Nullable, &item, own)).unwrap_or(item))
        }
        TypeExpr::Mixed { .. } | TypeExpr::Unnamed { .. } | TypeExpr::Unknown { .. } => None,
    }
}

/// A type with a part, in the first form that the dialect has for it.
fn around(makes: Makes, item: &str, own: &TypeSyntax) -> Option<String> {
    let forms = own.generics.iter().filter(|generic| generic.makes == makes).map(|generic| generic.form);
    let form = forms.into_iter().find(|form| placeholder(form, 'T').is_some() && !form.contains("T..."))?;
    let mut written = form.to_owned();
    for (letter, text) in [('T', item), ('K', synonym(Scalar::String, own)?.text)] {
        if let Some(at) = placeholder(&written, letter) {
            written.replace_range(at..=at, text);
        }
    }
    Some(written)
}

/// Where a form has a letter that is not part of a word.
fn placeholder(form: &str, letter: char) -> Option<usize> {
    let is_in_word = |at: Option<char>| at.is_some_and(char::is_alphanumeric);
    let mut places = form.match_indices(letter).map(|(at, _)| at);
    places.find(|at| !is_in_word(form[..*at].chars().next_back()) && !is_in_word(form[at + 1..].chars().next()))
}

fn word(text: &str, syntax: &TypeSyntax) -> Option<&'static Word> {
    syntax.words.iter().find(|word| word.text == text)
}

/// The word of a dialect for a type, or for one that is as close as possible.
fn synonym(scalar: Scalar, syntax: &TypeSyntax) -> Option<&'static Word> {
    let exact = syntax.words.iter().find(|word| word.scalar == scalar);
    exact.or_else(|| syntax.words.iter().find(|word| kind(word.scalar) == kind(scalar)))
}

/// What scalars of different widths or precisions have in common.
#[derive(PartialEq, Eq)]
enum Kind {
    Text,
    Integer,
    Number,
    Day,
    Other(Scalar),
}

fn kind(scalar: Scalar) -> Kind {
    match scalar {
        Scalar::String | Scalar::Uuid | Scalar::Uri | Scalar::Time | Scalar::Duration => Kind::Text,
        Scalar::Int32 | Scalar::Int64 | Scalar::Uint32 | Scalar::Uint64 | Scalar::Int64Text | Scalar::Uint64Text => {
            Kind::Integer
        }
        Scalar::Float32 | Scalar::Float64 | Scalar::Decimal => Kind::Number,
        Scalar::Date | Scalar::DateTime | Scalar::DateOrDateTime => Kind::Day,
        Scalar::Boolean | Scalar::Bytes | Scalar::File | Scalar::Any => Kind::Other(scalar),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn translated(text: &str, dialect: &str) -> Option<String> {
        let own = dialect::by_name(dialect).expect("a dialect");
        Translations::default().of(text, own, |name| name == "Tag").and_then(|found| found.message.help)
    }

    #[test]
    fn types_of_other_languages_are_translated() {
        for (text, dialect, expected) in [
            ("List<String>", "genesys-python", Some("list[str]")),
            ("List&lt;String&gt;", "genesys-python", Some("list[str]")),
            ("List<String>", "house", Some("list[string]")),
            ("Map<String, List<Integer>>", "house", Some("map[list[int32]]")),
            ("Tag[]", "genesys-python", Some("list[Tag]")),
            ("[]Tag", "house", Some("list[Tag]")),
            ("Vec<Tag>", "house", Some("list[Tag]")),
            ("Other[]", "genesys-python", None),
            ("list[str", "genesys-python", None),
            ("list[]", "genesys-python", None),
            ("strng", "genesys-python", None),
        ] {
            let expected = expected.map(|written| format!("write `{written}` here"));
            assert_eq!(translated(text, dialect), expected, "{text} in {dialect}");
        }
    }

    #[test]
    fn a_mistake_is_within_a_type() {
        for (cell, at, expected) in [
            ("Option<**List<String>**>", 9, "List<String>"),
            ("list[Array<string>]", 10, "Array<string>"),
            ("Array<string>", 5, "Array<string>"),
            ("dict(str, List<int>)", 14, "List<int>"),
            ("list[str", 8, "str"),
        ] {
            assert_eq!(&cell[around_mistake(cell, at)], expected, "{cell}");
        }
    }

    #[test]
    fn a_placeholder_is_not_part_of_a_word() {
        assert_eq!(placeholder("Table<T>", 'T'), Some(6));
        assert_eq!(placeholder("T[]", 'T'), Some(0));
        assert_eq!(placeholder("Type", 'T'), None);
    }
}
