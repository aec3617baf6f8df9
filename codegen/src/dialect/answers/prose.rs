//! Sentences in descriptions.

/// Which sentences list the allowed values of a text. Case matters in `no_values` only.
#[derive(Debug, PartialEq, Eq)]
pub struct Prose {
    /// The phrases before a list.
    pub leads: &'static [Lead],
    /// What may be between a lead and its list.
    pub fillers: &'static [&'static str],
    /// Words that make the rest of a sentence an example or a condition, which lists nothing.
    pub unless: &'static [&'static str],
    /// Words that are no values if they are in a list without quotation marks; what has one is not a list.
    pub no_values: &'static [&'static str],
}

/// A phrase before a list of values.
#[derive(Debug, PartialEq, Eq)]
pub struct Lead {
    /// The phrase without a colon after it.
    pub text: &'static str,
    /// Words one of which is before the phrase, unless it starts a sentence; with none, anything may be before it.
    pub after: &'static [&'static str],
    /// Which items are taken as values.
    pub items: ProseItems,
}

/// Which items of a list are taken as values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProseItems {
    /// All words.
    Any,
    /// Items in quotation marks or brackets, and words that start with a capital letter.
    Marked,
    /// Items that start with a capital letter.
    Capitalised,
}
