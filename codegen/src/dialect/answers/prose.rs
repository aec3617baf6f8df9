//! The sentences of descriptions.

/// Which sentences list the known values of a text. The case of letters matters for `no_values` only.
#[derive(Debug, PartialEq, Eq)]
pub struct Prose {
    /// What stands before a list.
    pub leads: &'static [Lead],
    /// What may stand between a lead and its list.
    pub fillers: &'static [&'static str],
    /// Words that take back all that follows them in a sentence: examples and conditions.
    pub unless: &'static [&'static str],
    /// Words that are no values when they stand in a list without quotation marks, in this case; then it is
    /// no list.
    pub no_values: &'static [&'static str],
}

/// What stands before a list of values.
#[derive(Debug, PartialEq, Eq)]
pub struct Lead {
    /// The phrase, a following colon left out.
    pub text: &'static str,
    /// Words of which one stands before it, unless it starts a sentence; none if anything may.
    pub after: &'static [&'static str],
    /// Which items are trusted.
    pub items: ProseItems,
}

/// Which items are trusted to be values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProseItems {
    /// Words.
    Any,
    /// Those in quotation marks or brackets, and words that start with a capital letter.
    Marked,
    /// Those that start with a capital letter.
    Capitalised,
}
