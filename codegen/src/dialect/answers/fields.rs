//! What the other cells of a row say.

use super::Word;

/// A word of the notes column: `[optional]`, `[default to 5]`.
#[derive(Debug, PartialEq, Eq)]
pub struct NoteWord {
    /// The text, or what it starts with if the note goes on; without brackets.
    pub text: &'static str,
    /// What it means.
    pub note: Note,
}

/// What a note means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Note {
    /// The key may be absent.
    Optional,
    /// The key is there.
    Required,
    /// Only the server sets the field.
    ReadOnly,
    /// The rest of the note is the default.
    Default,
    /// The type is this one, which says more than the word in the type cell.
    Type(&'static Word),
    /// The type is the one of these that the rest of the note names; another name says nothing.
    Format(&'static [Word]),
    /// The rest of the note lists the known values, in brackets or not.
    Values,
    /// The rest of the note is a constraint.
    Constraint(Constraint),
    /// The note says nothing about JSON.
    Nothing,
}

impl Note {
    /// Whether the text of the note goes on after its first words.
    pub fn goes_on(self) -> bool {
        match self {
            Self::Optional | Self::Required | Self::ReadOnly | Self::Type(_) | Self::Nothing => false,
            Self::Default | Self::Values | Self::Constraint(_) | Self::Format(_) => true,
        }
    }
}

/// What a note limits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Constraint {
    /// The least number.
    Minimum,
    /// The greatest number.
    Maximum,
    /// The regular expression that a text matches.
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

/// How the dialect says that a key may be absent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PresenceRule {
    /// By a note, or a column.
    Said,
    /// By a note or column that says that it must be there.
    RequiredSaid,
    /// Not at all, so every key may be absent.
    Never,
}

/// How the dialect says that a value may be `null`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NullableRule {
    /// Not at all; what wraps the type of a field has no meaning.
    Never,
    /// By wrapping the type; without it the value is never `null`.
    Wrapped,
    /// By wrapping the type of a field that is not optional. Those of optional fields are always wrapped.
    WrappedIfRequired,
    /// By wrapping the type, but not of every field where it could.
    SometimesWrapped,
}

/// How defaults are written.
#[derive(Debug, PartialEq, Eq)]
pub struct DefaultSyntax {
    /// What stands there where there is no default.
    pub none: &'static [&'static str],
    /// How texts are written.
    pub texts: DefaultTexts,
}

/// How texts are written where they are defaults.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DefaultTexts {
    /// In quotation marks.
    Quoted,
    /// As they are.
    Bare,
    /// As they are, but known values by the SDK's name for them: `Red`.
    BareOrNamed,
}

/// How a field's name becomes its key in JSON.
#[derive(Debug, PartialEq, Eq)]
pub struct WireRule {
    /// What the SDK's language puts around names that it cannot use, undone first.
    pub quotes: &'static [(&'static str, &'static str)],
    /// What the SDK's language put before names that it cannot use, undone next.
    pub escapes: &'static [Escape],
    /// The case of the keys.
    pub case: KeyCase,
    /// Words that the API writes in capitals wherever they are not the first word of a key.
    pub capitals: &'static [&'static str],
}

impl WireRule {
    /// The key is what the document spells.
    pub const BASE: Self = Self { quotes: &[], escapes: &[], case: KeyCase::AsSpelled, capitals: &[] };
}

/// A prefix that was put before a name.
#[derive(Debug, PartialEq, Eq)]
pub struct Escape {
    /// The prefix.
    pub prefix: &'static str,
    /// Before which names it is an escape.
    pub before: EscapedName,
}

/// Before which names a prefix is an escape.
#[derive(Debug, PartialEq, Eq)]
pub enum EscapedName {
    /// Any name that starts with a capital letter, which the escape made one.
    Capitalised,
    /// A name that starts with a digit.
    Digit,
    /// One of these words.
    OneOf(&'static [&'static str]),
    /// One of these words, of which the escape made the first letter a capital.
    OneOfCapitalised(&'static [&'static str]),
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
    /// The SDK spells names in its own case; most likely that is the case of the keys.
    LikelyAsSpelled,
    /// The key is what the document spells.
    AsSpelled,
}
