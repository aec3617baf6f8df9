//! The known values of a text, where a description lists them in a sentence.
//!
//! ```text
//! Values can be: 'agent', 'customer' or 'ivr
//! Valid values: ZIP,NONE
//! One of [agent, customer]
//! ```
//!
//! What a dialect trusts is its [`Prose`]. A list that is not certain is none: it would become a type that
//! says something wrong. So there is no list where a sentence goes on behind it, is about examples or has
//! a condition, where an item is no single word, or where there is one item only.

use crate::dialect::words;
use crate::dialect::{Lead, Prose, ProseItems};
use crate::read::page::{Cell, inline};
use crate::source::Sp;

/// The values that a description lists, each once, and where its list starts. Two lists that differ are
/// about something else than the values of one text.
pub fn read(cell: &Cell, prose: &Prose) -> Option<Sp<Vec<String>>> {
    let text = inline::plain(&cell.value);
    let mut lists = lists(&text, prose);
    let (at, values) = lists.next()?;
    if lists.any(|(_, other)| other != values) {
        return None;
    }
    let char_idx = text[..at].chars().count();
    let from = inline::decode(&cell.value).get(char_idx).map_or(0, |it| it.1);
    Some(Sp { value: values, span: cell.span.part(from, cell.value.len() - from) })
}

/// The lists of a text and where they start.
fn lists<'t>(text: &'t str, prose: &'t Prose) -> impl Iterator<Item = (usize, Vec<String>)> + 't {
    let mut before = None;
    let mut taken_back = false;
    words_of(text).filter_map(move |(at, token)| {
        let word = token.trim_matches(|it: char| !it.is_alphanumeric());
        let from = at + token.find(word).unwrap_or_default();
        let mut led = prose.leads.iter().filter(|lead| !taken_back && follows(lead, before));
        let list = led.find_map(|lead| List::after(text, from, lead, prose));
        let abbreviated = is_one_of(word, prose.unless);
        taken_back |= abbreviated;
        before = Some(word);
        if token.ends_with(['.', ';', '!', '?']) && !abbreviated {
            (before, taken_back) = (None, false);
        }
        list
    })
}

/// Whether a lead may stand after this word, or at the start of a sentence.
fn follows(lead: &Lead, before: Option<&str>) -> bool {
    lead.after.is_empty() || before.is_none_or(|it| is_one_of(it, lead.after))
}

/// What is between white space, and where.
fn words_of(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut end = 0;
    let words = text.split_inclusive(char::is_whitespace).map(move |it| {
        end += it.len();
        (end - it.len(), it.trim_end())
    });
    words.filter(|it| !it.1.is_empty())
}

fn is_one_of(word: &str, words: &[&str]) -> bool {
    words.iter().any(|it| it.eq_ignore_ascii_case(word))
}

/// Longer values and lists are none, and looking for them would take time by the square of their length.
const LONGEST_VALUE: usize = 100;
const LONGEST_LIST: usize = 300;
/// `one of these`, `either of the following`.
const MOST_FILLERS: usize = 3;

/// What opens a quotation and what closes it.
const QUOTES: &[(char, char)] = &[('\'', '\''), ('"', '"'), ('`', '`'), ('‘', '’'), ('“', '”')];
const BRACKETS: &[(char, char)] = &[('[', ']'), ('(', ')'), ('{', '}')];

/// A list that is being read.
struct List<'t> {
    prose: &'t Prose,
    rest: &'t str,
    values: Vec<&'t str>,
    quoted: bool,
}

impl<'t> List<'t> {
    /// The list that a lead at this place opens, and where its first item is.
    fn after(text: &'t str, from: usize, lead: &Lead, prose: &'t Prose) -> Option<(usize, Vec<String>)> {
        let rest = after_word(&text[from..], lead.text)?;
        let mut list = List { prose, rest, values: Vec::new(), quoted: false };
        list.skip_fillers();
        let bracket = BRACKETS.iter().find(|it| list.rest.starts_with(it.0));
        list.rest = list.rest[bracket.map_or(0, |_| 1)..].trim_start();
        let at = text.len() - list.rest.len();
        list.quoted = QUOTES.iter().any(|it| list.rest.starts_with(it.0));
        list.items()?;
        list.end(bracket.map(|it| it.1))?;
        let capitals = list.values.iter().all(|it| it.starts_with(char::is_uppercase));
        let trusted = match lead.items {
            ProseItems::Any => true,
            ProseItems::Marked => list.quoted || bracket.is_some() || capitals,
            ProseItems::Capitalised => capitals,
        };
        let several = list.values.len() > 1;
        let values = words::known_values(list.values);
        (trusted && several && !values.is_empty()).then_some((at, values))
    }

    fn skip_fillers(&mut self) {
        for _ in 0..MOST_FILLERS {
            self.rest = self.rest.trim_start_matches([' ', ':']);
            let filler = self.prose.fillers.iter().find_map(|it| after_word(self.rest, it));
            self.rest = filler.unwrap_or(self.rest);
        }
        self.rest = self.rest.trim_start_matches([' ', ':']);
    }

    fn items(&mut self) -> Option<()> {
        while self.values.len() < LONGEST_LIST {
            let value = if self.quoted { self.quotation() } else { self.bare() }?;
            if !self.values.contains(&value) {
                self.values.push(value);
            }
            if !self.separator() {
                return Some(());
            }
        }
        None
    }

    /// What is in quotation marks. The last one of a text may lack the closing mark.
    fn quotation(&mut self) -> Option<&'t str> {
        let (open, close) = QUOTES.iter().find(|it| self.rest.starts_with(it.0))?;
        let inner = &self.rest[open.len_utf8()..];
        let end = inner.char_indices().take(LONGEST_VALUE).find(|it| it.1 == *close);
        let Some((end, _)) = end else {
            let word = inner.trim().trim_end_matches('.');
            self.rest = "";
            return (!self.values.is_empty() && self.is_word(word)).then_some(word);
        };
        self.rest = &inner[end + close.len_utf8()..];
        let value = inner[..end].trim();
        let fits = !value.chars().any(|it| it.is_control() || it == '"') && value.contains(char::is_alphanumeric);
        fits.then_some(value)
    }

    fn bare(&mut self) -> Option<&'t str> {
        let ends = |it: char| it.is_whitespace() || matches!(it, ',' | ';' | '|' | ')' | ']' | '}');
        let len = self.rest.find(ends).unwrap_or(self.rest.len());
        let word = &self.rest[..len];
        // The dot of the sentence is left for its end.
        let word = word.strip_suffix('.').unwrap_or(word);
        self.rest = &self.rest[word.len()..];
        self.is_word(word).then_some(word)
    }

    /// Whether a word without marks can be a value: not a number, a format or a word for many values.
    fn is_word(&self, word: &str) -> bool {
        let letters = |it: char| it.is_alphanumeric() || matches!(it, '_' | '-' | '.' | '/' | '+');
        word.len() <= LONGEST_VALUE
            && word.starts_with(char::is_alphanumeric)
            && word.ends_with(char::is_alphanumeric)
            && word.contains(char::is_alphabetic)
            && word.chars().all(letters)
            && !self.prose.no_values.contains(&word)
    }

    /// `,`, `|`, `or`, `, and`. What is not one is left where it is.
    fn separator(&mut self) -> bool {
        let rest = self.rest.trim_start();
        let mark = rest.strip_prefix([',', '|']).map(str::trim_start);
        let word = ["and", "or"].iter().find_map(|it| after_word(mark.unwrap_or(rest), it));
        let Some(next) = word.or(mark).map(str::trim_start) else { return false };
        self.rest = next;
        true
    }

    /// The sentence must not go on: `one of 'a' or 'b' can be used` is about something else.
    fn end(&self, bracket: Option<char>) -> Option<()> {
        let rest = self.rest.trim_start();
        let rest = match bracket {
            Some(bracket) => rest.strip_prefix(bracket)?.trim_start(),
            None => rest.trim_start_matches(')'),
        };
        let ended = rest.strip_prefix(['.', ';']).map(|it| it.is_empty() || it.starts_with(char::is_whitespace));
        (rest.is_empty() || ended == Some(true)).then_some(())
    }
}

/// What follows a phrase at the start of a text; a phrase that ends in a letter ends a word.
fn after_word<'t>(text: &'t str, phrase: &str) -> Option<&'t str> {
    let (start, rest) = text.split_at_checked(phrase.len())?;
    let whole =
        !phrase.ends_with(char::is_alphanumeric) || !rest.starts_with(|it: char| it.is_alphanumeric() || it == '_');
    (whole && start.eq_ignore_ascii_case(phrase)).then_some(rest)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Span;

    fn read_text(text: &str) -> Option<Sp<Vec<String>>> {
        let cell = Cell { value: text.to_owned(), span: Span { file: 0, start: 0, end: text.len() } };
        read(&cell, &words::ENGLISH_PROSE)
    }

    #[test]
    fn lists_of_values_are_read() {
        for (text, values) in [
            ("Its part.  Values can be: 'agent', 'user', 'ivr", "agent user ivr"),
            ("Its way.  Values can be: 'in' or 'out'", "in out"),
            ("To sort by. Allowed values are 'name' and 'libraryId.", "name libraryId"),
            ("The format. Valid values:ZIP,NONE", "ZIP NONE"),
            ("The format. Valid values:ZIP,NONE.", "ZIP NONE"),
            ("The format (valid values: ZIP or NONE)", "ZIP NONE"),
            ("Possible values are: `a`, `b-c`, or `image/png`. Then more.", "a b-c image/png"),
            ("Possible values include: On, Off; the first is usual.", "On Off"),
            ("Values include call, chat, and e-mail.", "call chat e-mail"),
            ("A kind; allowed values are Email, Message and Voice.", "Email Message Voice"),
            ("How sure it is, one of [low, high]", "low high"),
            ("How sure it is. One of \\\"low\\\" or &quot;high&quot;.", "low high"),
            ("The state, one of OPEN | SENT | PAID.", "OPEN SENT PAID"),
            ("The state, which can be one of these Draft, Sent.", "Draft Sent"),
            ("The state. Can be ON, OFF, or PARTIAL. ON means on.", "ON OFF PARTIAL"),
            ("The column will be either PHONE or ZIP", "PHONE ZIP"),
            ("The way, either \"send\" or \"receive\".", "send receive"),
            ("VALID VALUES: x, y, x", "x y"),
            ("Valid values: All, None", "All None"),
            ("Valid values: ‘in progress’ and “done”.", "in progress|done"),
            ("Valid values: A, OUTDATED_SDK_VERSION", "A"),
            ("It can be A or B. Valid values: A, B.", "A B"),
        ] {
            let found = read_text(text).map(|it| it.value);
            let values = values.split(if values.contains('|') { '|' } else { ' ' });
            assert_eq!(found, Some(values.map(str::to_owned).collect()), "{text}");
        }
    }

    #[test]
    fn other_sentences_are_no_lists() {
        for text in [
            "",
            "Possible values are from 1 to 100",
            "The valid values in hex color code representation",
            "The valid values in 'em'.",
            "Valid values are defined by the flow, the form or the script.",
            "Possible values are any field of the resource.",
            "Valid values are letters, digits.",
            "Valid values: 1, 2, 3",
            "Valid values: 1-5, 7",
            "Valid values: HH:mm, mm:ss",
            "Valid values: A",
            "Values can be: 'stopped'",
            "Values can be: 'stopped",
            "Values can be: 'one of us' two",
            "Valid values: A, B, etc.",
            "Valid values: A, B...",
            "Valid values: A, B and the rest",
            "Valid values: A, , B",
            "Valid values: 'A', B",
            "Valid values: [A, B",
            "Valid values: [A, B)",
            "Valid values: OUTDATED_SDK_VERSION, OutdatedSdkVersion",
            "Some valid formats: A, B",
            "The record. (Example values:  MX, TXT)",
            "Examples of valid values: 'id eq 1', 'name eq 2'.",
            "For example one of A or B",
            "Its code (e.g. one of A or B)",
            "If the kind is size, valid values: Small, Large",
            "Valid key values: CALL, CHAT",
            "Exactly one of 'value' or 'special' can be used.",
            "Either queueId or dataId is required.",
            "The key of a member. Can be \"userId\" or \"groupId\".",
            "It can be either first or second.",
            "It can be a host, FQDN or IPv4 address.",
            "Can be 'Own' for our engine or 'Other' for theirs.",
            "Expected values are A and B if there is a name.",
            "One of A or B. In lists one of C or D.",
            "The old values are A, B",
            "Oneof A or B",
            "Valid values: don't, won't",
        ] {
            assert_eq!(read_text(text), None, "{text}");
        }
    }

    #[test]
    fn the_place_is_that_of_the_list() {
        let text = "&lt;b&gt;. Valid values: x, y";
        let list = read_text(text).expect("a list");
        assert_eq!(&text[list.span.start..list.span.end], "x, y");
    }

    #[test]
    fn hostile_text_takes_time_by_its_length() {
        for part in [
            "Either A, ",
            "values: ",
            "one of one of ",
            "either 'either \"",
            "Valid values: A, ",
            "a or (",
            "‘values: ",
        ] {
            assert_eq!(read_text(&part.repeat(5_000)), None, "{part}");
        }
    }
}
