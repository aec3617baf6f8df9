//! What is next in a type cell.

use super::{Mistake, Parser, Tail, text_of};
use crate::dialect::{Brackets, Word};
use crate::read::page::inline::Placed;
use crate::schema::Problem;

impl Parser<'_> {
    /// Reads the size after a word: `(36)`, `(10, 2)`.
    pub(super) fn size(&mut self) {
        let Some(Brackets { open, close }) = self.syntax.sizes else { return };
        let mut rest = self.text[self.at..].iter().map(|placed| placed.letter);
        if rest.next() != Some(open) {
            return;
        }
        let size: String = rest.by_ref().take_while(|letter| *letter != close).collect();
        let is_number = |part: &str| !part.trim().is_empty() && part.trim().chars().all(|digit| digit.is_ascii_digit());
        let end = self.at + size.chars().count() + 1;
        if size.split(',').all(is_number) && self.text.get(end).is_some_and(|placed| placed.letter == close) {
            self.at = end + 1;
            self.size = Some(size.trim().to_owned());
        }
    }

    /// Skips a format after a word: `(phone)`.
    pub(super) fn format(&mut self) {
        let Some(Brackets { open, close }) = self.syntax.formats else { return };
        let spaces = self.text[self.at..].iter().take_while(|placed| placed.letter.is_whitespace()).count();
        let rest = &self.text[self.at + spaces..];
        if rest.first().is_some_and(|first| first.letter == open)
            && let Some(end) = closing(rest, open, close)
        {
            self.at += spaces + end + 1;
        }
    }

    /// Reads what follows a type. Returns whether there is any.
    pub(super) fn tails(&mut self) -> bool {
        let count = self.tails.len();
        while self.tail() {}
        self.tails.len() > count
    }

    fn tail(&mut self) -> bool {
        let next = self.syntax.tails.iter().find_map(|word| Some((word, self.has_text(word.text)?)));
        let Some((word, len)) = next else { return false };
        self.at += len;
        let start = self.at;
        let mut mark = None;
        while let Some(letter) = self.peek() {
            let has_next = || self.syntax.tails.iter().any(|word| self.has_text(word.text).is_some());
            if mark.is_none() && (matches!(letter, ']' | '}') || has_next()) {
                break;
            }
            if letter == '"' {
                mark = if mark.is_none() { Some(letter) } else { None };
            }
            self.at += 1;
        }
        let text = text_of(&self.text[start..self.at]);
        let text = text.trim().trim_end_matches(',').to_owned();
        self.tails.push(Tail { note: word.note, text });
        true
    }

    /// Takes a text in quotation marks.
    pub(super) fn literal(&mut self) -> bool {
        if !self.syntax.literals || self.peek() != Some('"') {
            return false;
        }
        let len = self.text[self.at + 1..].iter().position(|placed| placed.letter == '"');
        self.at += len.map_or(0, |len| len + 2);
        len.is_some()
    }

    /// Takes a word for a value that is absent.
    pub(super) fn absent(&mut self) -> bool {
        if self.syntax.absent.is_empty() {
            return false;
        }
        self.skip_markup();
        let word = self.syntax.absent.iter().find(|word| self.has_word(word));
        self.at += word.map_or(0, |word| word.chars().count());
        self.skip_markup();
        word.is_some()
    }

    /// The longest word that is next.
    pub(super) fn longest_word(&self) -> Option<&'static Word> {
        let mut longest: Option<&Word> = None;
        let next = self.peek();
        // A loop, because this runs for each type in each notation, and a build script is not optimized.
        for word in self.syntax.words {
            if may_start(word.text, next)
                && self.has_word(word.text)
                && longest.is_none_or(|known| known.text.len() <= word.text.len())
            {
                longest = Some(word);
            }
        }
        longest
    }

    /// Whether a word is next, and not only the start of a longer one.
    pub(super) fn has_word(&self, word: &str) -> bool {
        let rest = &self.text[self.at..];
        let mut len = 0;
        for letter in word.chars() {
            if rest.get(len).is_none_or(|placed| placed.letter != letter) {
                return false;
            }
            len += 1;
        }
        !(word.ends_with(goes_on) && rest.get(len).is_some_and(|next| goes_on(next.letter)))
    }

    /// The number of characters that a piece of a form takes here; `None` if it is not next. Spaces are ignored.
    pub(super) fn has_text(&self, text: &str) -> Option<usize> {
        let rest = &self.text[self.at..];
        let mut len = 0;
        for wanted in text.chars().filter(|letter| !letter.is_whitespace()) {
            len += rest[len..].iter().take_while(|placed| placed.letter.is_whitespace()).count();
            if rest.get(len)?.letter != wanted {
                return None;
            }
            len += 1;
        }
        Some(len)
    }

    /// Skips the marks of bold text and of code, which mean nothing and may be anywhere around a name.
    pub(super) fn skip_markup(&mut self) {
        while self.peek().is_some_and(|letter| matches!(letter, '*' | '`') || letter.is_whitespace()) {
            self.at += 1;
        }
    }

    pub(super) fn peek(&self) -> Option<char> {
        self.text.get(self.at).map(|placed| placed.letter)
    }

    pub(super) fn eat(&mut self, wanted: char) -> bool {
        let found = self.peek() == Some(wanted);
        self.at += usize::from(found);
        found
    }

    pub(super) fn expect(&mut self, wanted: char) -> Result<(), Mistake> {
        if self.eat(wanted) { Ok(()) } else { Err(self.not_closed(&wanted.to_string())) }
    }

    /// The mistake that a bracket is not closed by this text.
    pub(super) fn not_closed(&self, wanted: &str) -> Mistake {
        let found = self.peek().map_or_else(|| "the end of the cell".to_owned(), |letter| format!("`{letter}`"));
        self.mistake(Problem::Syntax, format!("expected `{wanted}` to close a bracket, found {found}"))
    }
}

/// Whether a text may start with a letter. Most words and forms start with another one than the next, which is seen
/// without taking them apart.
pub(super) fn may_start(text: &str, next: Option<char>) -> bool {
    match (text.as_bytes(), next) {
        ([first, ..], Some(letter)) if first.is_ascii() => *first as char == letter,
        (text, letter) => text.is_empty() || letter.is_some(),
    }
}

/// The place of the bracket that closes the one at the start of a text.
pub(super) fn closing(text: &[Placed], open: char, close: char) -> Option<usize> {
    let mut depth = 0_usize;
    let mut idx = 0;
    while idx < text.len() {
        let letter = text[idx].letter;
        if letter == open {
            depth += 1;
        } else if letter == close && depth > 0 {
            depth -= 1;
        }
        if depth == 0 {
            return Some(idx);
        }
        idx += 1;
    }
    None
}

/// Whether a word goes on with this letter.
fn goes_on(letter: char) -> bool {
    letter.is_alphanumeric() || matches!(letter, '_' | ':' | '.' | '\\' | '-')
}
