//! What the other cells of a row mean.

use super::{Escape, Word};

/// A word of the notes column: `[optional]`, `[default to 5]`.
#[derive(Debug, PartialEq, Eq)]
pub struct NoteWord {
    /// The text without brackets, or its start if the note goes on.
    pub text: &'static str,
    /// What it means.
    pub note: Note,
}

impl NoteWord {
    /// The text in backticks, for messages.
    pub(crate) fn quoted(&self) -> String {
        format!("`{}`", self.text)
    }
}

/// What a note means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Note {
    /// The key may be absent.
    Optional,
    /// The key is present.
    Required,
    /// The value may be `null`.
    Nullable,
    /// The type is that of the items of a list.
    Repeated,
    /// The server sets the field.
    ReadOnly,
    /// The API may drop the field.
    Deprecated,
    /// The rest of the note is the default.
    Default,
    /// The type is this one, which is more specific than the word in the type cell.
    Type(&'static Word),
    /// The rest of the note names the type if it is one of these; other names are ignored.
    Format(&'static [Word]),
    /// The rest of the note lists the allowed values, in brackets or not.
    Values,
    /// The rest of the note is a constraint.
    Constraint(Constraint),
    /// The items of the list are distinct.
    UniqueItems,
    /// Nothing about JSON.
    Nothing,
}

impl Note {
    /// Whether more text follows the words of the note.
    pub(crate) fn goes_on(self) -> bool {
        match self {
            Self::Optional
            | Self::Required
            | Self::Nullable
            | Self::Repeated
            | Self::ReadOnly
            | Self::Deprecated
            | Self::Type(_)
            | Self::UniqueItems
            | Self::Nothing => false,
            Self::Default | Self::Values | Self::Constraint(_) | Self::Format(_) => true,
        }
    }
}

/// What a note restricts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Constraint {
    /// The least number allowed.
    Minimum,
    /// The greatest number allowed.
    Maximum,
    /// A number that is less than all that are allowed.
    ExclusiveMinimum,
    /// A number that is greater than all that are allowed.
    ExclusiveMaximum,
    /// A number that divides all that are allowed.
    MultipleOf,
    /// A regular expression for a text.
    Pattern,
    /// The least number of characters.
    MinLength,
    /// The greatest number of characters.
    MaxLength,
    /// The least number of items.
    MinItems,
    /// The greatest number of items.
    MaxItems,
}

/// Notes at the end of a description: ``**Constraints**: *Minimum Length*: `1`, *Maximum Length*: `9` ``.
#[derive(Debug, PartialEq, Eq)]
pub struct Described {
    /// The first of these texts in a description starts the notes.
    pub leads: &'static [&'static str],
    /// The text before each note, with the backtick that opens it.
    pub notes: &'static [NoteWord],
}

/// How the dialect marks a key that may be absent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PresenceRule {
    /// By a note or in a column.
    Said,
    /// Keys that are always present are marked, by a note or in a column.
    RequiredSaid,
    /// Not at all: every key may be absent.
    Never,
}

/// How the dialect marks a value that may be `null`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NullableRule {
    /// Not at all; what wraps the type of a field has no meaning.
    Never,
    /// By wrapping the type; a value of another type is never `null`.
    Wrapped,
    /// By wrapping the type of a field that is not optional; the types of optional fields are always wrapped.
    WrappedIfRequired,
    /// By wrapping the type, but not everywhere: a value of another type may be `null`, too.
    SometimesWrapped,
    /// Like [`SometimesWrapped`](Self::SometimesWrapped); but what wraps the type of an optional field in
    /// [`Makes::Optional`](super::Makes::Optional) means that the key may be absent.
    SometimesWrappedIfRequired,
}

/// How defaults are written.
#[derive(Debug, PartialEq, Eq)]
pub struct DefaultSyntax {
    /// What is written if there is no default.
    pub none: &'static [&'static str],
    /// How text is written.
    pub texts: DefaultTexts,
}

/// How text is written as a default.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DefaultTexts {
    /// In quotation marks.
    Quoted,
    /// As it is.
    Bare,
    /// As it is, except that allowed values have the name that the SDK gives them: `Red`.
    BareOrNamed,
}

/// How a field's name becomes its key in JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WireRule {
    /// What the SDK's language puts around names that it reserves; removed first, one after the other.
    pub quotes: &'static [(&'static str, &'static str)],
    /// Words for signs anywhere in a name: `userUnderscoreid`. They are replaced next.
    pub signs: &'static [(&'static str, &'static str)],
    /// What the generator puts around names that the language reserves. The first one that a name can have is removed.
    pub escapes: &'static [Escape],
    /// Whether names are words that start with capitals, and acronyms are in capitals: `AccountID`. They are cut into
    /// words, as if they were written `account_id`.
    pub joined: bool,
    /// The case of the keys.
    pub case: KeyCase,
    /// Words that are in capitals in keys, unless they are the first word.
    pub capitals: &'static [&'static str],
    /// Whether the case is known, because the dialect is that of one API or of a standard. Otherwise it is only likely,
    /// and what the documents mention decides.
    pub is_known: bool,
}

impl WireRule {
    /// The name is the key.
    pub const BASE: Self = Self {
        quotes: &[],
        signs: &[],
        escapes: &[],
        joined: false,
        case: KeyCase::AsSpelled,
        capitals: &[],
        is_known: false,
    };
}

/// The case of the keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyCase {
    /// `self_uri` is the key `selfUri`.
    Camel,
    /// `SelfUri` is the key `selfUri`.
    SmallFirst,
    /// `selfUri` is the key `self_uri`.
    Snake,
    /// `self_uri` is the key `SelfUri`.
    Pascal,
    /// As JSON of Protocol Buffers has it: each `_` is left out, and the letter after it is a capital. `self_uri` is the key
    /// `selfUri`, and `_self` is `Self`.
    ProtoJson,
    /// Most likely as in the document: the SDK has names in its own case, which is usually that of the keys.
    LikelyAsSpelled,
    /// As in the document.
    AsSpelled,
}
