//! A text for the parser of Markdown, in which the rows of tables have no marks of emphasis, links and code.
//!
//! The parser finds the blocks of a page, and cells are cut from the source. What the parser makes of marks within a row
//! is not used, but takes it as long as everything else.

use std::borrow::Cow;
use std::ops::Range;

use super::trimmed;

/// The same text with letters in place of these marks, so that all places and blocks stay the same.
pub(super) fn rows<'t>(text: &'t str, lines: &[Range<usize>]) -> Cow<'t, str> {
    let mut bytes = text.as_bytes().to_vec();
    for line in lines {
        let Range { start, end } = trimmed(text, line.clone());
        let own = &text[start..end];
        // The rest of a definition or of verbatim text can be in rows.
        if may_define(own) || own.contains("<![") {
            return Cow::Borrowed(text);
        }
        match own.as_bytes() {
            // Other starts can be those of lists, quotations, code and the like.
            [b'|' | b'A'..=b'Z' | b'a'..=b'z', ..] | [b'*', b'*', ..] if own.contains('|') => {
                unmark(&mut bytes[start..end]);
            }
            _ => {}
        }
    }
    String::from_utf8(bytes).map_or(Cow::Borrowed(text), Cow::Owned)
}

/// Whether a line can start a definition of a link, maybe within a list or quotation.
fn may_define(line: &str) -> bool {
    let text = line.trim_start_matches(|letter: char| letter.is_ascii_digit() || " \t-+*>.)".contains(letter));
    text.starts_with('[') && (!text.contains("](") || text.contains('\\'))
}

fn unmark(line: &mut [u8]) {
    let mut at = 0;
    // A loop over bytes, because this runs for each of them, and a build script is not optimized.
    while at < line.len() {
        let byte = line[at];
        // Most are small letters or space.
        if byte < b'a' && byte != b' ' && matches!(byte, b'*' | b'_' | b'[' | b']' | b'`' | b'&') {
            line[at] = b'x';
        }
        at += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::page::lines::ranges;

    fn unmarked(text: &str) -> Cow<'_, str> {
        rows(text, &ranges(text))
    }

    #[test]
    fn rows_have_no_marks() {
        for (text, expected) in [
            ("| **a_b** | [X](X.md) |\n", "| xxaxbxx | xXx(X.md) |\n"),
            ("**a** | `b` \\| & c\n", "xxaxx | xbx \\| x c\n"),
            ("a | [b]\r\n[[Back]](README.md)\r\n", "a | xbx\r\n[[Back]](README.md)\r\n"),
        ] {
            assert_eq!(unmarked(text), expected);
        }
    }

    #[test]
    fn what_shows_blocks_stays() {
        for text in [
            "* a | *b*\n",
            "1. * a | b\n",
            "> * a | b\n",
            "```a|b`c\n",
            "_ | _\n",
            "# a | *b*\n",
            "[a\n| b]: c\n",
            "[a\\](b\nc | d]: e\n",
            "- [a\n  b | c]: d\n",
            "1) <![CDATA[\n  a | b ]]>\n",
        ] {
            assert_eq!(unmarked(text), text);
        }
    }
}
