//! Sentences in descriptions.

use std::fmt;

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
    /// Those of `leads` and `unless`.
    starts: Starts,
}

impl Prose {
    /// Sentences with these words.
    pub const fn new(
        leads: &'static [Lead],
        fillers: &'static [&'static str],
        unless: &'static [&'static str],
        no_values: &'static [&'static str],
    ) -> Self {
        Self { leads, fillers, unless, no_values, starts: Starts::of(leads, unless) }
    }

    /// Whether a text may start with a lead, or with a word that makes the rest an example or a condition.
    pub(crate) const fn may_start(&self, text: &[u8]) -> bool {
        self.starts.may_start(text)
    }
}

/// The first two letters of phrases. Most words of a text start otherwise, which is seen without comparing them.
#[derive(PartialEq, Eq)]
struct Starts {
    /// The second letters, a bit each, by the first one.
    second: [u32; 27],
}

/// The phrases are shown beside them.
impl fmt::Debug for Starts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Starts")
    }
}

impl Starts {
    /// The starts of leads and of other words.
    const fn of(leads: &[Lead], words: &[&str]) -> Self {
        let mut starts = Self { second: [0; 27] };
        let mut idx = 0;
        while idx < leads.len() {
            starts = starts.with(leads[idx].text);
            idx += 1;
        }
        idx = 0;
        while idx < words.len() {
            starts = starts.with(words[idx]);
            idx += 1;
        }
        starts
    }

    const fn with(mut self, text: &str) -> Self {
        match text.as_bytes() {
            [first, next, ..] => self.second[letter(*first)] |= 1 << letter(*next),
            [first] => self.second[letter(*first)] = u32::MAX,
            [] => self.second = [u32::MAX; 27],
        }
        self
    }

    /// Whether a text may start with one of the phrases.
    const fn may_start(&self, text: &[u8]) -> bool {
        match text {
            [first, next, ..] => self.second[letter(*first)] & (1 << letter(*next)) != 0,
            _ => true,
        }
    }
}

/// The number of a letter without its case; all other bytes have the same one.
const fn letter(byte: u8) -> usize {
    if byte.is_ascii_alphabetic() { (byte.to_ascii_lowercase() - b'a') as usize } else { 26 }
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
