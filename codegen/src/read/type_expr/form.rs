//! The forms of types with parts, and the marks around types.

use crate::read::page::inline::Placed;

/// A piece of a form.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Piece {
    Text(&'static str),
    Part,
    Key,
    Parts,
}

/// The pieces of a form. `T` and `K` are types where they are words of their own.
pub(super) fn pieces(form: &'static str) -> impl Iterator<Item = Piece> {
    let mut rest = form;
    std::iter::from_fn(move || {
        if let Some((piece, len)) = part(rest) {
            rest = &rest[len..];
            return Some(piece);
        }
        let mut end = 0;
        while end < rest.len() && !(matches!(rest.as_bytes()[end], b'T' | b'K') && part_at(rest, end)) {
            end += 1;
        }
        let (text, after) = rest.split_at(end);
        rest = after;
        (!text.is_empty()).then_some(Piece::Text(text))
    })
}

fn part_at(text: &str, at: usize) -> bool {
    !text[..at].ends_with(is_word) && part(&text[at..]).is_some()
}

fn is_word(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_'
}

/// The part at the start of a text, and its length.
fn part(text: &str) -> Option<(Piece, usize)> {
    let piece = match text.chars().next()? {
        'T' if text.starts_with("T...") => return Some((Piece::Parts, 4)),
        'T' => Piece::Part,
        'K' => Piece::Key,
        _ => return None,
    };
    // `T::Array` and `T.nilable` are words of a language.
    let goes_on = |rest: &str| rest.starts_with(is_word) || rest.starts_with("::");
    let is_path = |rest: &str| rest.strip_prefix('.').is_some_and(|name| name.starts_with(is_word));
    (!goes_on(&text[1..]) && !is_path(&text[1..])).then_some((piece, 1))
}

/// The text that a form starts with.
pub(super) fn first_text(form: &'static str) -> Option<&'static str> {
    match pieces(form).next() {
        Some(Piece::Text(text)) => Some(text),
        _ => None,
    }
}

/// Whether a form has no parts.
pub(super) fn is_bare(form: &'static str) -> bool {
    pieces(form).all(|piece| matches!(piece, Piece::Text(_)))
}

/// The text without pairs of `**`. A star right within a pair is part of the text: `***os.File**`, `**list_t***`.
pub(super) fn without_bold(mut text: Vec<Placed>) -> Vec<Placed> {
    let (mut len, mut start) = (0, 0);
    for mark in bold_marks(&text) {
        text.copy_within(start..mark, len);
        len += mark - start;
        start = mark + 2;
    }
    text.drain(len..start);
    text
}

/// Where the marks of bold text are, each of which has a partner.
fn bold_marks(text: &[Placed]) -> Vec<usize> {
    let mut marks = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let start = at;
        while at < text.len() && text[at].letter == '*' {
            at += 1;
        }
        if at >= start + 2 {
            let closes = marks.len() % 2 == 1;
            marks.push(if closes { at - 2 } else { start });
        }
        at = at.max(start + 1);
    }
    marks.truncate(marks.len() / 2 * 2);
    marks
}

/// Whether the stars in a text are those of a pointer, too: the marks of italics come in pairs.
pub(super) fn is_pointer(text: &[Placed]) -> bool {
    text.iter().filter(|placed| placed.letter == '*').count() % 2 == 1
}

/// The text without pairs of `_` around words.
pub(super) fn without_italics(text: &[Placed]) -> Vec<Placed> {
    let is_word = |idx: Option<usize>| idx.and_then(|idx| text.get(idx)).is_some_and(|placed| is_word(placed.letter));
    let is_mark = |idx: usize| text[idx].letter == '_' && is_word(idx.checked_sub(1)) != is_word(Some(idx + 1));
    let marks = (0..text.len()).filter(|idx| is_mark(*idx)).count();
    if marks % 2 == 1 {
        return text.to_vec();
    }
    text.iter().enumerate().filter(|(idx, _)| !is_mark(*idx)).map(|(_, placed)| *placed).collect()
}
