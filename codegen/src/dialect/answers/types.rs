//! How type cells are written.

use super::NoteWord;
use crate::schema::{Assumption, Scalar};

/// How type cells are written.
#[derive(Debug, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
pub struct TypeSyntax {
    /// Types without parts.
    pub words: &'static [Word],
    /// The type of a cell without text.
    pub no_text: Option<&'static Word>,
    /// Types with parts.
    pub generics: &'static [Generic],
    /// What is before the name of a model, longest first.
    pub model_prefixes: &'static [&'static str],
    /// What is after the name of a model.
    pub model_suffixes: &'static [&'static str],
    /// What separates the name of a model from the packages before it.
    pub namespace: Option<&'static str>,
    /// The prefix of the name of a model that may be `null`: `NullableItem`. A model that is documented under such
    /// a name is that model.
    pub nullable_prefix: Option<&'static str>,
    /// What the type of every optional field has: `Option<`.
    pub optional: Option<&'static str>,
    /// The brackets around a size, which may follow any word: `text(36)`, `amount(10, 2)`. The size of a text is its
    /// greatest length; others are ignored.
    pub sizes: Option<Brackets>,
    /// The brackets around a format, which may follow any word: `string(phone)`. A word with its format is longer and so
    /// counts more; a format that no word has is ignored, as formats are open-ended.
    pub formats: Option<Brackets>,
    /// What is between several types, each of which a value can have: `,` in `string, null`.
    pub alternatives: &'static [&'static str],
    /// What can follow instead of a type: `, <br>**Default:** 5`. The marks of bold text are left out.
    pub tails: &'static [NoteWord],
    /// Whether an anchor that a link leads to is the type, and not its label: `[inline](#List<StateEnum>)`.
    pub in_anchors: bool,
    /// Words among several types for a value that is absent, or `null` where the key is always present: `undefined`.
    pub absent: &'static [&'static str],
    /// Whether an odd number of stars around a type is a pointer and not the marks of italics: `**string*`, `` `*int` ``.
    pub pointers: bool,
    /// Whether the folder of the page that a link leads to is part of the name: `[Data](../../models/operations/data.md)`
    /// is `operations.Data`.
    pub folder_links: bool,
    /// Whether a text in quotation marks is a type, the text that it has.
    pub literals: bool,
    /// Whether types can be in italics: `_string_` for `*string*`.
    pub italics: bool,
    /// The types that have a name as a part, if names have spaces between their words: `List T` for `List Order Line`.
    /// Where a link leads to a page that is called so as a whole, the first word is part of the name.
    pub spaced: Option<&'static [Generic]>,
    /// Whether lists and maps are written like their items, so that no type is certain.
    pub lists_lost: bool,
    /// The end of the names of models that are entries of a map, with the fields `key` and `value`: a list of them
    /// is the map.
    pub entries: Option<&'static str>,
    /// The word for days that only some versions of the generator write: with it in a folder, a word for days and times
    /// is for times only.
    pub days: Option<&'static str>,
    /// The words that never have the mark of `null`, in a language that some versions of the generator write it for:
    /// where all other words of a folder have it, the mark has no meaning.
    pub unmarked: Option<&'static [&'static str]>,
    /// Names of allowed values that the document does not list.
    pub lost_values: &'static [LostValues],
}

impl TypeSyntax {
    /// No words at all: every type is the name of a model.
    pub const BASE: Self = Self {
        words: &[],
        no_text: None,
        generics: &[],
        model_prefixes: &[],
        model_suffixes: &[],
        namespace: None,
        nullable_prefix: None,
        optional: None,
        sizes: None,
        formats: None,
        alternatives: &[],
        tails: &[],
        in_anchors: false,
        absent: &[],
        pointers: false,
        folder_links: false,
        literals: false,
        italics: false,
        spaced: None,
        lists_lost: false,
        entries: None,
        days: None,
        unmarked: None,
        lost_values: &[],
    };

    /// The name of a model without prefix, packages and suffix.
    pub(crate) fn model_name<'t>(&self, text: &'t str) -> &'t str {
        let text = self.model_prefixes.iter().find_map(|it| text.strip_prefix(it)).unwrap_or(text);
        let text = self.namespace.and_then(|it| text.rsplit_once(it)).map_or(text, |it| it.1);
        self.model_suffixes.iter().find_map(|it| text.strip_suffix(it)).unwrap_or(text)
    }
}

/// A pair of brackets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Brackets {
    /// The opening bracket.
    pub open: char,
    /// The closing bracket.
    pub close: char,
}

/// A name of allowed values that the document does not list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LostValues {
    /// A name with this end: `user_state_e`.
    Suffix(&'static str),
    /// A name within the name of a model: `User.StateEnum`.
    WithinModel,
}

/// A type without parts.
#[derive(Debug, PartialEq, Eq)]
pub struct Word {
    /// As it is written, including spaces.
    pub text: &'static str,
    /// What it means.
    pub scalar: Scalar,
    /// Whether the value may be `null`.
    pub nullable: bool,
    /// What it leaves open.
    pub assumed: Option<Assumption>,
}

/// A type with parts: `list[T]`, `dict(str, T)`.
#[derive(Debug, PartialEq, Eq)]
pub struct Generic {
    /// As it is written, with `T` for the part and `K` for the type of keys: `list[T]`, `dict(K, T)`, `T[]`,
    /// `{String: T}`. Without a `T`, the type of the items is unknown. `T...` is any number of parts, separated by
    /// commas. Spaces are ignored, unless there is no `T`.
    pub form: &'static str,
    /// What it means.
    pub makes: Makes,
}

impl Generic {
    /// The part, if a text is this form with spaces between its words.
    pub(crate) fn part_of<'t>(&self, text: &'t str) -> Option<&'t str> {
        text.strip_prefix(self.form.strip_suffix('T')?)
    }
}

/// What a type with parts means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Makes {
    /// A list.
    List,
    /// A list without duplicates.
    Set,
    /// A map.
    Map,
    /// A type, or `null`.
    Nullable,
    /// A type that may be absent or `null`; the notes say which.
    Optional,
    /// The type itself.
    Same,
    /// An inline object, which the rest of the cell describes and which is not read.
    Rest,
    /// Exactly one of several types.
    OneOf,
    /// One or more of several types.
    AnyOf,
}
