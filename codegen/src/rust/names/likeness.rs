//! Who has the best claim to a name.

use std::collections::BTreeMap;

use super::{signs, usual};

/// How closely a text is spelled like the name that is made from it. The closest has the best claim, so that another
/// text takes a name away only if it is spelled more like it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Likeness {
    /// It is the name; digits have no underscore in front.
    Same,
    /// It has the words of the name, in another case or with blanks between them.
    Words,
    /// It has dots between digits as well, as in `1.1` for `_1_1`.
    Dots,
    /// It has hyphens between words as well.
    Hyphens,
    /// It has signs that the name does not show.
    Signs,
}

impl Likeness {
    pub(super) fn of(text: &str, name: &str) -> Self {
        if text == name || Some(text) == name.strip_prefix('_') {
            return Self::Same;
        }
        let is_enclosed = text.starts_with(char::is_alphanumeric) && text.ends_with(char::is_alphanumeric);
        let has_only = |signs: &[char]| text.chars().all(|letter| letter.is_alphanumeric() || signs.contains(&letter));
        match () {
            () if !is_enclosed => Self::Signs,
            () if usual::is_without_signs(text) || has_only(&['_', ' ']) => Self::Words,
            () if has_only(&['_', ' ', '.']) && signs::has_dots_between_digits_only(text) => Self::Dots,
            () if has_only(&['_', ' ', '.', '-']) && signs::has_dots_between_digits_only(text) => Self::Hyphens,
            () => Self::Signs,
        }
    }
}

/// The texts that names are made from. Where several would have the same name, the signs in which they differ are
/// spelled; the one that is spelled most like the name keeps it.
pub(super) fn distinct_words(texts: &[&str], name: fn(&str) -> String) -> Vec<String> {
    let mut words: Vec<String> = texts.iter().map(|text| signs::signed(text).into_owned()).collect();
    // Most names have none, and making names takes time.
    if !texts.iter().any(|text| signs::has_any(text)) {
        return words;
    }
    let mut alike: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (idx, text) in texts.iter().enumerate() {
        alike.entry(name(text)).or_default().push(idx);
    }
    for group in alike.into_values().filter(|group| group.len() > 1) {
        let of_group: Vec<&str> = group.iter().map(|idx| texts[*idx]).collect();
        let owner = natural(&of_group, name);
        for (at, spelled) in signs::distinguished(&of_group).into_iter().enumerate() {
            if Some(at) != owner {
                words[group[at]] = spelled;
            }
        }
    }
    words
}

/// The text that has the name of several by its spelling. A hyphen beside a plus is a minus, which must be seen.
fn natural(texts: &[&str], name: fn(&str) -> String) -> Option<usize> {
    let likeness = |at: &usize| Likeness::of(texts[*at], &name(texts[*at]));
    let best = (0..texts.len()).min_by_key(likeness)?;
    let most = if texts.iter().any(|text| text.contains('+')) { Likeness::Dots } else { Likeness::Hyphens };
    (likeness(&best) <= most).then_some(best)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_closest_text_has_the_best_claim() {
        for (text, name, likeness) in [
            ("id", "id", Likeness::Same),
            ("1", "_1", Likeness::Same),
            ("userId", "user_id", Likeness::Words),
            ("user id", "UserId", Likeness::Words),
            ("_id", "id", Likeness::Signs),
            ("1.1", "_1_1", Likeness::Dots),
            ("a.b", "AB", Likeness::Signs),
            ("1-1", "_1_1", Likeness::Hyphens),
            ("utf-8", "Utf8", Likeness::Hyphens),
            ("a/b", "AB", Likeness::Signs),
        ] {
            assert_eq!(Likeness::of(text, name), likeness, "{text}");
        }
    }
}
