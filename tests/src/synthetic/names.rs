//! Other names for the models of documents.

use std::collections::HashMap;

/// New names for the models of documents: the old ones with a word after them, in the case of each name. `Order` and
/// `order_line` become `OrderBako` and `order_line_bako`.
#[derive(Debug)]
pub struct Renaming {
    /// Each spelling of each name, and the word as it is added to it. It is only looked up, in no order.
    spellings: HashMap<String, String>,
    /// The length of the longest spelling.
    longest: usize,
    word: String,
}

impl Renaming {
    /// New names for the models with these names. Each number has another word.
    pub fn new<'n>(names: impl Iterator<Item = &'n str>, number: usize) -> Self {
        let word = word(number);
        let spellings = names.filter(|name| is_name(name)).flat_map(|name| spellings(name, &word)).collect();
        Self::with(spellings, word)
    }

    /// New names where the documents spell the models exactly so, as documents do that have many of them in one language.
    pub fn exact<'n>(names: impl Iterator<Item = &'n str>, number: usize) -> Self {
        let word = word(number);
        let names = names.filter(|name| is_name(name));
        Self::with(names.map(|name| (name.to_owned(), own(name, &word))).collect(), word)
    }

    fn with(spellings: HashMap<String, String>, word: String) -> Self {
        let longest = spellings.keys().map(String::len).max().unwrap_or_default();
        Self { spellings, longest, word }
    }

    /// A text in which the models have their new names.
    pub fn text(&self, text: &str) -> String {
        let mut copy = String::with_capacity(text.len() + text.len() / 8);
        let mut at = 0;
        while at < text.len() {
            let name = self.name_at(text, at);
            let end = name.map_or_else(|| next(text, at), |(end, _)| end);
            copy.push_str(&text[at..end]);
            copy.push_str(name.map_or("", |(_, added)| added));
            at = end;
        }
        copy
    }

    /// A path in which the models have their new names. A file that is not named after a model gets a name of its own.
    pub fn path(&self, path: &str) -> String {
        let copy = self.text(path);
        let (stem, extension) = path.rsplit_once('.').unwrap_or((path, ""));
        let is_of_model = copy.rsplit('/').next() != path.rsplit('/').next();
        if is_of_model { copy } else { format!("{stem}-{}.{extension}", self.word) }
    }

    /// The longest name that starts at a place: where it ends, and what is added to it.
    fn name_at(&self, text: &str, at: usize) -> Option<(usize, &str)> {
        if !is_edge(text, at) || !text[at..].starts_with(is_of_name) {
            return None;
        }
        let mut found = None;
        let mut end = next(text, at);
        while end <= text.len() && end - at <= self.longest {
            if is_edge(text, end)
                && let Some(added) = self.spellings.get(&text[at..end])
            {
                found = Some((end, &**added));
            }
            end = next(text, end);
        }
        found
    }
}

/// The place after the letter at a place.
fn next(text: &str, at: usize) -> usize {
    at + text[at..].chars().next().map_or(1, char::len_utf8)
}

fn is_name(name: &str) -> bool {
    !name.is_empty() && name.chars().all(is_of_name)
}

fn is_of_name(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || letter == '_'
}

/// Whether a word can start or end at a place.
fn is_edge(text: &str, at: usize) -> bool {
    let (before, after) = text.split_at(at);
    let mut after = after.chars();
    let (Some(left), Some(right)) = (before.chars().next_back(), after.next()) else { return true };
    if !left.is_alphanumeric() || !right.is_alphanumeric() {
        return true;
    }
    // The last capital of an acronym starts the next word: `APIKey`.
    right.is_uppercase() && (!left.is_uppercase() || after.next().is_some_and(char::is_lowercase))
}

/// How languages spell a name, and how they spell a word after it.
fn spellings(name: &str, word: &str) -> Vec<(String, String)> {
    let words = words(name);
    let lower: Vec<String> = words.iter().map(|part| part.to_lowercase()).collect();
    let capital: Vec<String> = lower.iter().map(|part| capitalised(part)).collect();
    let (upper, title) = (word.to_uppercase(), capitalised(word));
    let mut spellings = vec![
        (lower.concat(), word.to_owned()),
        (lower.concat().to_uppercase(), upper.clone()),
        (capital.concat(), title.clone()),
    ];
    if let [first, _, ..] = &*lower {
        spellings.extend([
            (lower.join("_"), format!("_{word}")),
            (lower.join("-"), format!("-{word}")),
            (lower.join("_").to_uppercase(), format!("_{upper}")),
            (capital.join(" "), format!(" {title}")),
            (first.clone() + &capital[1..].concat(), title),
        ]);
    }
    spellings.push((name.to_owned(), own(name, word)));
    spellings
}

/// The word as it is added to a name as it is spelled.
fn own(name: &str, word: &str) -> String {
    match (name.contains(char::is_uppercase), name.contains('_')) {
        (true, _) => capitalised(word),
        (false, true) => format!("_{word}"),
        (false, false) => word.to_owned(),
    }
}

/// The words of a name.
fn words(name: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut start = 0;
    for (at, letter) in name.char_indices() {
        if at > start && is_edge(name, at) && letter != '_' {
            words.push(name[start..at].trim_matches('_'));
            start = at;
        }
    }
    words.push(name[start..].trim_matches('_'));
    words.retain(|word| !word.is_empty());
    words
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(letters).collect()
}

/// A word that nobody uses, another one for each number.
fn word(number: usize) -> String {
    const SYLLABLES: [&str; 32] = [
        "ba", "be", "bo", "bu", "da", "de", "do", "du", "ka", "ke", "ko", "ku", "la", "le", "lo", "lu", "ma", "me",
        "mo", "mu", "ra", "re", "ro", "ru", "va", "ve", "vo", "vu", "za", "ze", "zo", "zu",
    ];
    let mut word = String::new();
    let mut rest = number;
    while rest > 0 || word.len() < 4 {
        word.insert_str(0, SYLLABLES[rest % SYLLABLES.len()]);
        rest /= SYLLABLES.len();
    }
    word
}

#[cfg(test)]
mod tests {
    use super::{Renaming, word};

    #[test]
    fn models_are_renamed_in_every_case() {
        let copy = Renaming::new(["Order", "OrderLine", "user_group"].into_iter(), 7);
        let text = "# Order Line\n`OrderLine` order_line ORDER_LINE orderline orderLine [OrderLine](order-line.md) \
                    Orders Border reorder OrderStateEnum order_STATE_e user_group UserGroup";
        let renamed = "# Order Line Badu\n`OrderLineBadu` order_line_badu ORDER_LINE_BADU orderlinebadu orderLineBadu \
                       [OrderLineBadu](order-line-badu.md) Orders Border reorder OrderBaduStateEnum \
                       orderbadu_STATE_e user_group_badu UserGroupBadu";
        assert_eq!(copy.text(text), renamed);
        assert_eq!(copy.path("docs/Order.md"), "docs/OrderBadu.md");
        assert_eq!(copy.path("docs/shop.md"), "docs/shop-badu.md");
    }

    #[test]
    fn each_number_has_a_word_of_its_own() {
        let mut words: Vec<String> = (0..40_000).map(word).collect();
        words.sort();
        words.dedup();
        assert_eq!(words.len(), 40_000);
    }
}
