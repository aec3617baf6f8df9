//! What a generator does to names that the SDK's language reserves or cannot spell.

/// What a generator puts around a name to make it usable in the SDK's language.
#[derive(Debug, PartialEq, Eq)]
pub struct Escape {
    /// What it puts before the name.
    pub prefix: &'static str,
    /// What it puts after the name.
    pub suffix: &'static str,
    /// The names that it escapes.
    pub name: EscapedName,
}

impl Escape {
    /// An escape that puts a text before names.
    pub const fn before(prefix: &'static str, name: EscapedName) -> Self {
        Self { prefix, suffix: "", name }
    }

    /// An escape that puts a text after names.
    pub const fn after(suffix: &'static str, name: EscapedName) -> Self {
        Self { prefix: "", suffix, name }
    }
}

/// The names that a generator escapes.
#[derive(Debug, PartialEq, Eq)]
pub enum EscapedName {
    /// Any name: nothing else looks like this escape in the SDK's language.
    Any,
    /// A name whose first letter became a capital because of the prefix.
    Capitalised,
    /// A name that starts with a digit.
    Digit,
    /// A name that starts with `_`.
    Underscore,
    /// One of these words; case is ignored.
    OneOf(&'static [&'static str]),
    /// One of these words; its first letter became a capital because of the prefix.
    OneOfCapitalised(&'static [&'static str]),
    /// A sign, which the prefix spells, and one of these words; case and `_` are ignored. Other names may as well be
    /// spelled as in the API: `at_location`.
    Signed(char, &'static [&'static str]),
}
