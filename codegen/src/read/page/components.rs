//! The components of MDX, which are tags that start with a capital letter, and its expressions in braces.
//!
//! What a component is put around is Markdown, indented as its author likes. So a tag that only arranges its content
//! becomes space, and the content loses its indentation; all other places stay the same. What a component or expression
//! shows by itself cannot be read.

use std::ops::Range;

use super::lines::ranges;
use super::{Block, Component, Page, read};
use crate::source::Span;

/// Reads one document in MDX.
pub fn read_mdx(file: usize, text: &str) -> Page {
    let plain = without_components(text);
    let mut page = read(file, &plain.text);
    for Unread { name, range } in plain.unread {
        let span = Span { file, start: range.start, end: range.end };
        let at = page.blocks.partition_point(|block| block.span() < span);
        page.blocks.insert(at, Block::Component(Component { name, span }));
    }
    page
}

/// A text without components.
struct Plain {
    text: String,
    unread: Vec<Unread>,
}

/// A component or expression that shows something by itself.
struct Unread {
    /// The name of the component.
    name: Option<String>,
    range: Range<usize>,
}

fn without_components(text: &str) -> Plain {
    let mut scan = Scan { text, bytes: text.as_bytes().to_vec(), indents: Vec::new(), unread: Vec::new(), at: 0 };
    let mut in_code = false;
    for line in ranges(text) {
        let own = text[line.clone()].trim();
        let is_fence = own.starts_with("```");
        // A tag or expression can go on over several lines.
        if own.is_empty() || line.start < scan.at {
            continue;
        }
        if is_fence || !in_code {
            scan.outdent(&line);
        }
        in_code ^= is_fence;
        if !in_code && !is_fence {
            scan.line(&line);
        }
    }
    let Scan { bytes, unread, .. } = scan;
    Plain { text: String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned()), unread }
}

struct Scan<'t> {
    text: &'t str,
    bytes: Vec<u8>,
    /// The indentation of the first line in each open component.
    indents: Vec<Option<usize>>,
    unread: Vec<Unread>,
    /// Everything before this byte is read.
    at: usize,
}

impl Scan<'_> {
    /// Moves the indentation of a line in a component to the end of the line before it.
    fn outdent(&mut self, line: &Range<usize>) {
        let Some(first) = self.indents.last_mut() else { return };
        let own = &self.text[line.clone()];
        let indent = own.len() - own.trim_start_matches([' ', '\t']).len();
        let surplus = indent.min(*first.get_or_insert(indent));
        let before = &self.text[..line.start];
        let line_end = before.len() - before.trim_end_matches(['\n', '\r']).len();
        let line_end = line_end.min(if before.ends_with("\r\n") { 2 } else { 1 });
        self.bytes[line.start - line_end..line.start + surplus].rotate_left(line_end);
    }

    /// Takes the tags and expressions at the start of a line, and a closing tag at its end.
    fn line(&mut self, line: &Range<usize>) {
        self.at = line.start;
        while self.at < line.end {
            let rest = &self.text[self.at..];
            let space = rest.len() - rest.trim_start_matches([' ', '\t']).len();
            self.at += space;
            let rest = &rest[space..];
            if let Some(tag) = tag(rest) {
                self.tag(tag);
            } else if let Some(len) = expression(rest) {
                self.expression(len);
            } else {
                break;
            }
        }
        let own = self.text.get(self.at..line.end).unwrap_or_default().trim_end();
        if let Some(at) = own.rfind("</")
            && let Some(closing) = tag(&own[at..]).filter(|tag| at + tag.len == own.len())
        {
            self.at += at;
            self.tag(closing);
        }
        self.at = self.at.max(line.end);
    }

    fn tag(&mut self, tag: Tag) {
        let range = self.at..self.at + tag.len;
        match tag.kind {
            Kind::Opening => self.indents.push(None),
            Kind::Closing => {
                self.indents.pop();
            }
            Kind::Alone => {}
        }
        if tag.shows_something {
            self.unread.push(Unread { name: Some(tag.name), range: range.clone() });
        }
        self.blank(range);
    }

    fn expression(&mut self, len: usize) {
        let range = self.at..self.at + len;
        if !self.text[range.clone()].starts_with("{/*") {
            self.unread.push(Unread { name: None, range: range.clone() });
        }
        self.blank(range);
    }

    fn blank(&mut self, range: Range<usize>) {
        self.at = range.end;
        self.bytes[range].iter_mut().filter(|byte| !matches!(byte, b'\n' | b'\r')).for_each(|byte| *byte = b' ');
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Opening,
    Closing,
    /// `<Fields />`
    Alone,
}

struct Tag {
    kind: Kind,
    name: String,
    len: usize,
    /// Whether it has more than the looks of its content: data, or a type beside a name.
    shows_something: bool,
}

/// The tag of a component at the start of a text; `<>` and `</>` have no name.
fn tag(text: &str) -> Option<Tag> {
    let inner = text.strip_prefix('<')?;
    let is_closing = inner.starts_with('/');
    let inner = inner.strip_prefix('/').unwrap_or(inner);
    let name_len = inner.find(|letter: char| !letter.is_alphanumeric() && letter != '.').unwrap_or(inner.len());
    let (name, attributes) = inner.split_at(name_len);
    if !name.is_empty() && !name.starts_with(char::is_uppercase) || name.is_empty() && !attributes.starts_with('>') {
        return None;
    }
    let end = end_of(attributes, '>')?;
    let attributes = &attributes[..end];
    let is_alone = attributes.ends_with('/');
    let kind = if is_closing {
        Kind::Closing
    } else if is_alone {
        Kind::Alone
    } else {
        Kind::Opening
    };
    let is_typed = attributes.contains(" type=") && attributes.matches('=').count() > 1;
    let shows_something = !is_closing && (is_alone || is_typed || attributes.contains('{'));
    Some(Tag { kind, name: name.to_owned(), len: text.len() - inner.len() + name_len + end + 1, shows_something })
}

/// The length of the expression or comment at the start of a text, if nothing follows it on its line.
fn expression(text: &str) -> Option<usize> {
    let inner = text.strip_prefix('{')?;
    let len =
        if let Some(comment) = inner.strip_prefix("/*") { comment.find("*/}")? + 6 } else { end_of(inner, '}')? + 2 };
    let rest = text[len..].lines().next().unwrap_or_default();
    rest.trim().is_empty().then_some(len)
}

/// Tags and expressions are not longer than this.
const LONGEST: usize = 10_000;

/// Where a mark is that is in no quotation marks and no braces.
fn end_of(text: &str, mark: char) -> Option<usize> {
    let mut quote = None;
    let mut depth = 0_usize;
    for (at, letter) in text.char_indices().take(LONGEST) {
        match (letter, quote) {
            (_, Some(open)) if letter == open => quote = None,
            (_, None) if letter == mark && depth == 0 => return Some(at),
            ('"' | '\'' | '`', None) => quote = Some(letter),
            ('{', None) => depth += 1,
            ('}', None) => depth = depth.saturating_sub(1),
            (_, Some(_) | None) => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(text: &str) -> String {
        let plain = without_components(text).text;
        assert_eq!(plain.len(), text.len(), "all places stay the same");
        plain.lines().map(str::trim_end).filter(|line| !line.is_empty()).map(|line| format!("{line}\n")).collect()
    }

    #[test]
    fn what_a_component_arranges_is_read() {
        for (text, expected) in [
            ("<Tabs>\n  <Tab title=\"A\">\n    | a |\n\n    | b |\n  </Tab>\n</Tabs>\n", "| a |\n| b |\n"),
            ("<Tip>Take *care*.</Tip>\nMore.\n", "     Take *care*.\nMore.\n"),
            ("<Tip\n  title=\"a > b\"\n>\n  One.\n</Tip>\nTwo\n", "One.\nTwo\n"),
            ("<>\r\n  One.\r\n</>\r\n", "One.\n"),
            ("<Tip>\n  - a\n    - b\n</Tip>\n", "- a\n  - b\n"),
            ("```\n<Tip>\n```\n", "```\n<Tip>\n```\n"),
            ("| a | List<Tag> |\n<br/>\n<p>x</p>\n", "| a | List<Tag> |\n<br/>\n<p>x</p>\n"),
            ("{/* a\n\nb */}\nText {a}.\n", "Text {a}.\n"),
        ] {
            assert_eq!(plain(text), expected, "{text}");
            assert!(without_components(text).unread.is_empty(), "{text}");
        }
    }

    #[test]
    fn what_a_component_shows_by_itself_is_not_read() {
        for (text, name) in [
            ("<Fields rows={rows} />\n", Some("Fields")),
            ("<Field name=\"id\" type=\"string\">\n  Its key.\n</Field>\n", Some("Field")),
            ("<Api.Fields\n  of={order}\n>\n</Api.Fields>\n", Some("Api.Fields")),
            ("{rows.map((row) => (\n  <Row of={row} />\n))}\n", None),
        ] {
            let unread = without_components(text).unread;
            assert_eq!(unread.iter().map(|it| it.name.as_deref()).collect::<Vec<_>>(), [name], "{text}");
            assert_eq!(unread[0].range.start, 0);
        }
    }

    /// Nothing of this is a tag or an expression.
    #[test]
    fn open_tags_and_braces_are_text() {
        for text in ["<Tip\n", "{a\n", "<tip>\n", "{a} b\n", "< Tip>\n", "a <Tip>\n", "<Tip title=\"\n"] {
            assert_eq!(plain(text), text);
        }
        assert_eq!(plain("</Tip>\ntext\n"), "text\n");
        assert_eq!(plain(&"<A>".repeat(10_000)), "");
    }
}
