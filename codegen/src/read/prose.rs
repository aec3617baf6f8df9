//! The allowed values of a string that a description lists in a sentence.
//!
//! ```text
//! Values can be: 'agent', 'customer' or 'ivr
//! Valid values: ZIP,NONE
//! One of [agent, customer]
//! ```
//!
//! What a dialect trusts is its [`Prose`]. A list that is not certain is ignored, because it would become a wrong type.
//! So a list does not count if its sentence goes on, is about examples or has a condition, if an item is not a single
//! word, or if there is only one item.

use crate::dialect::words;
use crate::dialect::{Lead, Prose, ProseItems};
use crate::read::page::{Cell, inline};
use crate::source::Sp;

/// The values that a description lists, each once, and where its list starts. Two lists that differ are about something
/// else than the values of one string. `text` is that of the cell without escapes.
pub fn read(cell: &Cell, text: &str, prose: &Prose) -> Option<Sp<Vec<String>>> {
    let mut lists = lists(text, prose).into_iter();
    let list = lists.next()?;
    if lists.any(|other| other.values != list.values) {
        return None;
    }
    let letter = text[..list.at].chars().count();
    let from = inline::decode(&cell.value).get(letter).map_or(0, |placed| placed.at);
    Some(Sp { value: list.values, span: cell.span.part(from, cell.value.len() - from) })
}

/// A list of values.
struct Found {
    /// Where its first item is.
    at: usize,
    values: Vec<String>,
}

/// The lists of a text.
fn lists(text: &str, prose: &Prose) -> Vec<Found> {
    let mut lists = Vec::new();
    let mut before = None;
    let mut is_taken_back = false;
    for token in (Tokens { text, at: 0 }) {
        let Token { at: from, text: word } = token.word();
        let may_count = prose.may_start(&text.as_bytes()[from..]);
        if may_count && !is_taken_back {
            lists.extend(list_at(text, from, before, prose));
        }
        let takes_back = may_count && is_one_of(word, prose.unless);
        is_taken_back |= takes_back;
        before = Some(word);
        let ends_sentence = matches!(token.text.as_bytes().last(), Some(b'.' | b';' | b'!' | b'?'));
        if ends_sentence && !takes_back {
            (before, is_taken_back) = (None, false);
        }
    }
    lists
}

/// The list that a lead at this place opens, after a word.
fn list_at(text: &str, from: usize, before: Option<&str>, prose: &Prose) -> Option<Found> {
    for lead in prose.leads {
        if let Some(rest) = after_word(&text[from..], lead.text)
            && follows(lead, before)
            && let Some(list) = List::after(text, rest, lead, prose)
        {
            return Some(list);
        }
    }
    None
}

/// Whether a lead may follow this word, or may start a sentence.
fn follows(lead: &Lead, before: Option<&str>) -> bool {
    lead.after.is_empty() || before.is_none_or(|word| is_one_of(word, lead.after))
}

/// A piece of text between white space.
struct Token<'t> {
    at: usize,
    text: &'t str,
}

impl Token<'_> {
    /// The word in it, without the marks around it.
    fn word(&self) -> Self {
        if let [first, .., last] = self.text.as_bytes()
            && first.is_ascii_alphanumeric()
            && last.is_ascii_alphanumeric()
        {
            return Self { ..*self };
        }
        let is_mark = |letter: char| !letter.is_alphanumeric();
        let text = self.text.trim_start_matches(is_mark);
        Self { at: self.at + self.text.len() - text.len(), text: text.trim_end_matches(is_mark) }
    }
}

/// The pieces of a text between white space.
struct Tokens<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Iterator for Tokens<'t> {
    type Item = Token<'t>;

    fn next(&mut self) -> Option<Token<'t>> {
        let Self { text, at: mut end } = *self;
        let mut start = end;
        // A loop over bytes, because this runs for each of them, and a build script is not optimized.
        while end < text.len() {
            // Most are letters.
            if matches!(text.as_bytes()[end], b'!'..=b'~') {
                end += 1;
                continue;
            }
            let space = space_at(text, end);
            if space > 0 && start < end {
                break;
            }
            end += space.max(1);
            start += space;
        }
        self.at = end;
        (start < end).then(|| Token { at: start, text: &text[start..end] })
    }
}

/// The length of the white space at a byte; 0 if there is none.
fn space_at(text: &str, at: usize) -> usize {
    match text.as_bytes()[at] {
        b'\t'..=b'\r' | b' ' => 1,
        0..=0x7f => 0,
        _ => {
            let letter = text.get(at..).and_then(|rest| rest.chars().next());
            letter.filter(|letter| letter.is_whitespace()).map_or(0, char::len_utf8)
        }
    }
}

fn is_one_of(word: &str, words: &[&str]) -> bool {
    words.iter().any(|known| known.eq_ignore_ascii_case(word))
}

/// Longer values and lists are ignored; looking for them would take time by the square of their length.
const LONGEST_VALUE: usize = 100;
const LONGEST_LIST: usize = 300;
/// `one of these`, `either of the following`.
const MOST_FILLERS: usize = 3;

/// Two marks around a text.
struct Pair {
    open: char,
    close: char,
}

const QUOTES: &[Pair] = &[
    Pair { open: '\'', close: '\'' },
    Pair { open: '"', close: '"' },
    Pair { open: '`', close: '`' },
    Pair { open: '‘', close: '’' },
    Pair { open: '“', close: '”' },
];
const BRACKETS: &[Pair] =
    &[Pair { open: '[', close: ']' }, Pair { open: '(', close: ')' }, Pair { open: '{', close: '}' }];

/// The pair that a text starts with.
fn pair_at(text: &str, pairs: &'static [Pair]) -> Option<&'static Pair> {
    pairs.iter().find(|pair| text.starts_with(pair.open))
}

/// A list that is being read.
struct List<'t> {
    prose: &'t Prose,
    rest: &'t str,
    values: Vec<&'t str>,
    quoted: bool,
}

impl<'t> List<'t> {
    /// The list that a lead before the rest of a text opens.
    fn after(text: &'t str, rest: &'t str, lead: &Lead, prose: &'t Prose) -> Option<Found> {
        let mut list = List { prose, rest, values: Vec::new(), quoted: false };
        list.skip_fillers();
        let bracket = pair_at(list.rest, BRACKETS);
        list.rest = list.rest[bracket.map_or(0, |_| 1)..].trim_start();
        let at = text.len() - list.rest.len();
        list.quoted = pair_at(list.rest, QUOTES).is_some();
        list.items()?;
        list.end(bracket)?;
        let are_capitalised = list.values.iter().all(|value| value.starts_with(char::is_uppercase));
        let is_trusted = match lead.items {
            ProseItems::Any => true,
            ProseItems::Marked => list.quoted || bracket.is_some() || are_capitalised,
            ProseItems::Capitalised => are_capitalised,
        };
        let are_several = list.values.len() > 1;
        let values = words::known_values(list.values);
        (is_trusted && are_several && !values.is_empty()).then_some(Found { at, values })
    }

    fn skip_fillers(&mut self) {
        for _ in 0..MOST_FILLERS {
            self.rest = self.rest.trim_start_matches([' ', ':']);
            let filler = self.prose.fillers.iter().find_map(|filler| after_word(self.rest, filler));
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

    /// The text in quotation marks. The last one may lack the closing mark.
    fn quotation(&mut self) -> Option<&'t str> {
        let Pair { open, close } = pair_at(self.rest, QUOTES)?;
        let inner = &self.rest[open.len_utf8()..];
        let end = inner.char_indices().take(LONGEST_VALUE).find(|(_, letter)| letter == close);
        let Some((end, _)) = end else {
            let word = inner.trim().trim_end_matches('.');
            self.rest = "";
            return (!self.values.is_empty() && self.is_word(word)).then_some(word);
        };
        self.rest = &inner[end + close.len_utf8()..];
        let value = inner[..end].trim();
        let is_odd = value.chars().any(|letter| letter.is_control() || letter == '"');
        (!is_odd && value.contains(char::is_alphanumeric)).then_some(value)
    }

    fn bare(&mut self) -> Option<&'t str> {
        let ends = |letter: char| letter.is_whitespace() || ",;|)]}".contains(letter);
        let piece = self.rest.split(ends).next().unwrap_or_default();
        // The dot is that of the sentence.
        let word = piece.strip_suffix('.').unwrap_or(piece);
        self.rest = &self.rest[word.len()..];
        self.is_word(word).then_some(word)
    }

    /// Whether a word without marks can be a value, and is not a number, a format or a word for many values.
    fn is_word(&self, word: &str) -> bool {
        let can_be_in_value = |letter: char| letter.is_alphanumeric() || "_-./+".contains(letter);
        word.len() <= LONGEST_VALUE
            && word.starts_with(char::is_alphanumeric)
            && word.ends_with(char::is_alphanumeric)
            && word.contains(char::is_alphabetic)
            && word.chars().all(can_be_in_value)
            && !self.prose.no_values.contains(&word)
    }

    /// Skips `,`, `|`, `or`, `, and`. Returns whether there was one.
    fn separator(&mut self) -> bool {
        let rest = self.rest.trim_start();
        let mark = rest.strip_prefix([',', '|']).map(str::trim_start);
        let word = ["and", "or"].iter().find_map(|word| after_word(mark.unwrap_or(rest), word));
        let Some(next) = word.or(mark).map(str::trim_start) else { return false };
        self.rest = next;
        true
    }

    /// The sentence must not go on: `one of 'a' or 'b' can be used` is about something else.
    fn end(&self, bracket: Option<&Pair>) -> Option<()> {
        let list = self.rest.trim_start();
        let rest = match bracket {
            Some(bracket) => list.strip_prefix(bracket.close)?.trim_start(),
            None => list.trim_start_matches(')'),
        };
        let next = rest.strip_prefix(['.', ';']);
        let is_ended = next.is_some_and(|next| next.is_empty() || next.starts_with(char::is_whitespace));
        (rest.is_empty() || is_ended).then_some(())
    }
}

/// The text after a phrase at its start. A phrase that ends in a letter has to end a word.
fn after_word<'t>(text: &'t str, phrase: &str) -> Option<&'t str> {
    let (_, rest) = text.split_at_checked(phrase.len()).filter(|(start, _)| start.eq_ignore_ascii_case(phrase))?;
    let goes_on = |letter: char| letter.is_alphanumeric() || letter == '_';
    let is_whole = !phrase.ends_with(char::is_alphanumeric) || !rest.starts_with(goes_on);
    is_whole.then_some(rest)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Span;

    fn read_text(text: &str) -> Option<Sp<Vec<String>>> {
        let cell = Cell { value: text.to_owned(), span: Span { file: 0, start: 0, end: text.len() } };
        read(&cell, &inline::plain(text), &words::ENGLISH_PROSE)
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
            let found = read_text(text).map(|list| list.value);
            let values = values.split(if values.contains('|') { '|' } else { ' ' });
            assert_eq!(found, Some(values.map(str::to_owned).collect()), "{text}");
        }
    }

    #[test]
    fn other_sentences_are_not_lists() {
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
