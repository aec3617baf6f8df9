//! Puts words into lines. Documentation is most of the text of models, so this looks at each byte of usual words once and
//! copies what is next to each other in one piece.

use std::ops::Range;

use super::{atom, visible};

/// The width of a line without `/// ` and indentation.
pub(super) const WIDTH: usize = 92;

/// Escapes the words of a paragraph and puts them into lines. `link` returns the link target for a word that names an
/// item.
pub(super) fn text(paragraph: &str, link: &dyn Fn(&str) -> Option<String>) -> String {
    let visible = visible(paragraph);
    let (bytes, mut lines) = (visible.as_bytes(), Lines::of(&visible));
    let mut at = 0;
    while at < bytes.len() {
        if bytes[at] == b' ' {
            at += 1;
        } else if let Some(end) = harmless(bytes, at) {
            lines.add_piece(at..end);
            at = end;
        } else if let Some(space) = visible[at..].chars().next().filter(|letter| letter.is_whitespace()) {
            at += space.len_utf8();
        } else {
            let atom = atom(&visible[at..], link);
            lines.add(&atom.text);
            at += atom.len;
        }
    }
    lines.finished()
}

/// Puts words into lines.
pub(super) fn words<'w>(words: impl Iterator<Item = &'w str>) -> String {
    let mut lines = Lines::of("");
    for word in words {
        lines.add(word);
    }
    lines.finished()
}

/// Lines that words are added to.
struct Lines<'s> {
    text: String,
    /// The letters of the last line.
    width: usize,
    /// The text that pieces are parts of.
    source: &'s str,
    /// The part of the source that comes next in the last line and is not in the text yet.
    next: Range<usize>,
}

impl<'s> Lines<'s> {
    fn of(source: &'s str) -> Self {
        Self { text: String::with_capacity(source.len()), width: 0, source, next: 0..0 }
    }

    /// Adds a word that is part of the source and needs no escapes, except at the start of a line.
    fn add_piece(&mut self, piece: Range<usize>) {
        let letters = piece.len();
        let is_adjacent = self.next.end + 1 == piece.start && !self.next.is_empty();
        if is_adjacent && self.width + 1 + letters <= WIDTH {
            self.next.end = piece.end;
            self.width += 1 + letters;
        } else if self.starts_line(letters) && !is_escaped_at_start(&self.source.as_bytes()[piece.clone()]) {
            self.width = letters;
            self.next = piece;
        } else {
            self.add(&self.source[piece]);
        }
    }

    /// Adds a word.
    fn add(&mut self, word: &str) {
        let letters = word.chars().count();
        if self.starts_line(letters) {
            let word = at_line_start(word);
            self.width = word.chars().count();
            self.text.push_str(&word);
        } else {
            self.flush();
            self.text.push(' ');
            self.text.push_str(word);
            self.width += 1 + letters;
        }
    }

    /// Whether a word of this length is the first of a line. Begins a line where the last one has no room for it.
    fn starts_line(&mut self, letters: usize) -> bool {
        let is_full = self.width > 0 && self.width + 1 + letters > WIDTH;
        if is_full {
            self.flush();
            self.text.push('\n');
            self.width = 0;
        }
        self.width == 0
    }

    fn flush(&mut self) {
        if !self.next.is_empty() {
            self.text.push_str(&self.source[self.next.clone()]);
            self.next = 0..0;
        }
    }

    fn finished(mut self) -> String {
        self.flush();
        self.text
    }
}

/// Escapes a word that would start a heading, list, quotation or rule at the start of a line.
fn at_line_start(word: &str) -> String {
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    if is_escaped_at_start(word.as_bytes()) {
        format!("{}\\{}", &word[..digits], &word[digits..])
    } else {
        word.to_owned()
    }
}

fn is_escaped_at_start(word: &[u8]) -> bool {
    let digits = word.iter().take_while(|byte| byte.is_ascii_digit()).count();
    match word.get(digits) {
        Some(b'.' | b')') => digits > 0,
        Some(b'#' | b'+' | b'-' | b'=' | b':' | b'|' | b'>') => digits == 0,
        _ => false,
    }
}

/// What a byte means for a word.
#[derive(Clone, Copy)]
enum Kind {
    Capital,
    Small,
    /// A digit, or a sign without a meaning in Markdown.
    Neutral,
    Space,
    /// A sign that may have a meaning, or a part of a letter beyond ASCII.
    Special,
}

/// The kinds of all bytes.
static KINDS: [Kind; 256] = {
    let mut kinds = [Kind::Special; 256];
    let mut byte: u8 = 0;
    while byte < 128 {
        kinds[byte as usize] = match byte {
            b'A'..=b'Z' => Kind::Capital,
            b'a'..=b'z' => Kind::Small,
            b'0'..=b'9' | b'.' | b',' | b';' | b'\'' | b'(' | b')' | b'-' | b'/' | b'?' | b'!' | b'%' => Kind::Neutral,
            b' ' => Kind::Space,
            _ => Kind::Special,
        };
        byte += 1;
    }
    kinds
};

/// Whether a word needs no escapes and does not start like the name of a type.
pub(super) fn is_harmless(word: &str) -> bool {
    harmless(word.as_bytes(), 0) == Some(word.len())
}

/// The end of the word that starts here, if it needs no escapes and cannot be the name of a type.
fn harmless(bytes: &[u8], start: usize) -> Option<usize> {
    let (mut end, mut capitals, mut small) = (start, 0, 0);
    // A loop, because adaptors are many calls per byte in a build without optimization.
    while end < bytes.len() {
        match KINDS[usize::from(bytes[end])] {
            Kind::Capital => capitals += 1,
            Kind::Small => small += 1,
            Kind::Neutral => {}
            Kind::Space => break,
            Kind::Special => return None,
        }
        end += 1;
    }
    let is_compound = capitals > 1 && small > 0 && bytes[start].is_ascii_uppercase();
    (!is_compound).then_some(end)
}
