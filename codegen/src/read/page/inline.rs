//! Decodes the text of a cell or heading: entities and escapes are undone once and in the right order.

use std::borrow::Cow;
use std::ops::Range;

use pulldown_cmark::{Event, Parser};

use super::Cell;
use crate::source::Sp;

/// A decoded character and the byte of the source at which it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Placed {
    /// The character.
    pub letter: char,
    /// The byte.
    pub at: usize,
}

/// Decodes entities first, then backslash escapes: in `\&quot;`, the generator escaped a quotation mark for a string
/// literal and then for HTML. An escaped entity (`&amp;lt;`) is decoded once.
pub fn decode(source: &str) -> Vec<Placed> {
    let placed = entities(source);
    // An entity can be a backslash.
    if is_plain(source) {
        return placed;
    }
    let mut text = Vec::with_capacity(placed.len());
    let mut rest = placed.as_slice();
    while let [first, tail @ ..] = rest {
        rest = tail;
        match tail {
            // Some generators escape a pipe twice: both backslashes of `\\|` are for the table.
            [Placed { letter: '\\', .. }, Placed { letter: '|', .. }, ..] if first.letter == '\\' => {}
            [next, after @ ..] if first.letter == '\\' && next.letter.is_ascii_punctuation() => {
                text.push(Placed { letter: next.letter, at: first.at });
                rest = after;
            }
            _ => text.push(*first),
        }
    }
    text
}

/// [`decode`] without the places.
pub fn plain(source: &str) -> String {
    decoded(source).into_owned()
}

fn decoded(source: &str) -> Cow<'_, str> {
    if is_plain(source) {
        return Cow::Borrowed(source);
    }
    Cow::Owned(decode(source).into_iter().map(|placed| placed.letter).collect())
}

/// Whether a text has neither entities nor escapes. The standard library looks for one character much faster than for
/// one of several.
fn is_plain(source: &str) -> bool {
    !source.contains('&') && !source.contains('\\')
}

/// Adds the characters of a part of a text as they are written.
fn push_placed(text: &mut Vec<Placed>, source: &str, part: Range<usize>) {
    let bytes = source.as_bytes();
    let mut at = part.start;
    // A loop over bytes, because this runs for each character of each type, and a build script is not optimized.
    while at < part.end {
        if bytes[at].is_ascii() {
            text.push(Placed { letter: bytes[at] as char, at });
            at += 1;
        } else if let Some(letter) = source[at..].chars().next() {
            text.push(Placed { letter, at });
            at += letter.len_utf8();
        }
    }
}

/// A name without the marks that make it bold, code or a link.
pub fn name(cell: &Cell) -> Sp<String> {
    let mut text = cell.value.as_str();
    let mut from = 0;
    while let Some((skipped, inner)) = unmarked(text) {
        let is_code = text.starts_with('`');
        text = inner;
        from += skipped;
        // Marks within code are literal.
        if is_code {
            break;
        }
    }
    Sp { value: decoded(text).trim().to_owned(), span: cell.span.part(from, text.len()) }
}

/// The text within the outermost marks, and the number of bytes before it.
fn unmarked(text: &str) -> Option<(usize, &str)> {
    if !matches!(text.as_bytes(), [b'~' | b'*' | b'`' | b'[', ..]) {
        return None;
    }
    let marked = ["~~", "**", "*", "`"].into_iter().find_map(|mark| Some((mark.len(), within(text, mark)?)));
    marked.or_else(|| link_label(text).map(|label| (1, label)))
}

fn within<'t>(text: &'t str, mark: &str) -> Option<&'t str> {
    let inner = text.strip_prefix(mark)?.strip_suffix(mark)?;
    // The standard library looks for one character much faster than for several.
    let has_mark = inner.contains(&mark[..1]) && inner.contains(mark);
    (!has_mark).then_some(inner)
}

fn link_label(text: &str) -> Option<&str> {
    let (label, _) = text.strip_prefix('[')?.strip_suffix(')')?.split_once("](")?;
    Some(label)
}

fn entities(source: &str) -> Vec<Placed> {
    let mut text = Vec::with_capacity(source.len());
    let mut at = 0;
    while let Some(ahead) = source[at..].find('&') {
        push_placed(&mut text, source, at..at + ahead);
        at += ahead;
        if let Some(Entity { text: decoded, len }) = entity(&source[at..]) {
            text.extend(decoded.chars().map(|letter| Placed { letter, at }));
            at += len;
        } else {
            push_placed(&mut text, source, at..at + 1);
            at += 1;
        }
    }
    push_placed(&mut text, source, at..source.len());
    text
}

/// A decoded entity.
struct Entity {
    text: String,
    /// The length of its source.
    len: usize,
}

/// The entity at the start of a text.
fn entity(text: &str) -> Option<Entity> {
    /// The longest named one is `&CounterClockwiseContourIntegral;`.
    const LONGEST: usize = 33;
    if !text.starts_with('&') {
        return None;
    }
    let len = text.bytes().take(LONGEST).position(|byte| byte == b';')? + 1;
    let source = &text[..len];
    if !source[1..len - 1].bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'#') {
        return None;
    }
    let known = match source {
        "&amp;" => "&",
        "&lt;" => "<",
        "&gt;" => ">",
        "&quot;" => "\"",
        "&#39;" => "'",
        "&#x60;" => "`",
        "&#x3D;" => "=",
        // The parser knows every entity of HTML.
        _ => match Parser::new(source).nth(1) {
            Some(Event::Text(decoded)) if &*decoded != source && &*decoded != "&" => {
                return Some(Entity { text: decoded.into_string(), len });
            }
            _ => return None,
        },
    };
    Some(Entity { text: known.to_owned(), len })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entities_and_escapes_are_undone_once() {
        let cases = [
            ("it&#39;s", "it's"),
            (r"say \&quot;hi\&quot;", r#"say "hi""#),
            ("&amp;lt;b&amp;gt;", "&lt;b&gt;"),
            (r"^\\d+\\{2}$", r"^\d+\{2}$"),
            (r"\d", r"\d"),
            (r"a \| b \\| c", "a | b | c"),
            ("&copy; &unknown; & &;", "© &unknown; & &;"),
            ("&CounterClockwiseContourIntegral;", "\u{2233}"),
            ("&CounterClockwiseContourIntegralS;", "&CounterClockwiseContourIntegralS;"),
            ("&#x1F600;&#0;", "😀\u{fffd}"),
            ("snake\\_case", "snake_case"),
            ("snake&#92;_case &bsol;| b", "snake_case | b"),
        ];
        for (source, text) in cases {
            assert_eq!(plain(source), text, "{source}");
        }
    }

    #[test]
    fn places_are_those_of_the_source() {
        let placed = decode("List&lt;T&gt;");
        assert_eq!(placed[4], Placed { letter: '<', at: 4 });
        assert_eq!(placed[5], Placed { letter: 'T', at: 8 });
    }
}
