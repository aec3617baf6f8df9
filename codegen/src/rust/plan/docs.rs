//! Documentation comments: escapes any text as Markdown that renders as exactly that text.
//!
//! Without escapes, rustdoc would run indented or fenced text as a test, warn about `[foo]`, bare URLs and `List<T>`,
//! and pass `<script>` through; rustc rejects a lone carriage return and characters that reorder text.

use std::borrow::Cow;
use std::fmt;

use crate::diag::hidden;
use crate::rust::bytes::Bytes;

mod wrap;

/// Lines of Markdown, with an empty one between paragraphs. They are one text, because a plan has many of them.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Docs(String);

impl Docs {
    /// A description: a text, escaped and wrapped. `link` returns the link target for a word that names an item.
    pub(super) fn described(text: &str, link: &dyn Fn(&str) -> Option<String>) -> Self {
        // Most descriptions are one line.
        if !text.contains('\n') {
            return Self(wrap::text(text, link));
        }
        let mut docs = Self::default();
        for paragraph in text.split("\n\n") {
            docs.add(&wrap::text(paragraph, link));
        }
        docs
    }

    /// Adds a paragraph, unless it is empty.
    pub(super) fn add(&mut self, paragraph: &str) {
        if !self.0.is_empty() && !paragraph.is_empty() {
            self.0.push_str("\n\n");
        }
        self.0.push_str(paragraph);
    }

    /// Adds text to the last paragraph.
    pub(super) fn push(&mut self, text: &str) {
        self.0.push_str(text);
    }

    /// Adds paragraphs.
    pub(super) fn add_all(&mut self, other: &Self) {
        self.add(&other.0);
    }

    /// Adds a line to the last paragraph.
    pub(super) fn add_line(&mut self, line: &str) {
        self.0.push('\n');
        self.0.push_str(line);
    }

    /// Whether there is no line.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The lines.
    pub fn lines(&self) -> impl Iterator<Item = &str> {
        self.0.lines()
    }

    /// The first paragraph.
    pub fn summary(&self) -> &str {
        // Quicker than to search for both letters.
        let mut ends = self.0.match_indices('\n').map(|(end, _)| end);
        ends.find(|end| self.0[end + 1..].starts_with('\n')).map_or(&*self.0, |end| &self.0[..end])
    }
}

impl From<String> for Docs {
    fn from(lines: String) -> Self {
        Self(lines)
    }
}

impl fmt::Debug for Docs {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.lines()).finish()
    }
}

/// Wraps a paragraph that is Markdown already: sentences of ours with code spans of documents in them.
pub(super) fn wrapped(markdown: &str) -> String {
    wrap::words(unbroken(markdown).iter().map(String::as_str))
}

/// Splits Markdown at its spaces, but not within code spans: a line that started within one could be a list or a fence,
/// and would end it.
fn unbroken(markdown: &str) -> Vec<String> {
    let mut atoms = vec![String::new()];
    let mut rest = markdown;
    while let Some(next) = rest.find([' ', '`']) {
        let (before, after) = rest.split_at(next);
        let code = fenced(after);
        let last = atoms.len() - 1;
        atoms[last].extend([before, &after[..code]]);
        rest = &after[code..];
        if code == 0 {
            rest = rest.trim_start_matches(' ');
            atoms.push(String::new());
        }
    }
    let last = atoms.len() - 1;
    atoms[last].push_str(rest);
    atoms.retain(|atom| !atom.is_empty());
    atoms
}

/// The length of the code span at the start of a text, or of the backticks there if they start none.
fn fenced(text: &str) -> usize {
    let fence = text.len() - text.trim_start_matches('`').len();
    let mut at = fence;
    while let Some(found) = text[at..].find('`') {
        let start = at + found;
        let run = text[start..].len() - text[start..].trim_start_matches('`').len();
        at = start + run;
        if run == fence {
            return at;
        }
    }
    fence
}

/// A code span, whatever the text contains.
pub(super) fn code(text: &str) -> String {
    // Nearly all names and keys are like this.
    if GRAPHIC.has_all_of(text) && !text.is_empty() {
        let mut code = String::with_capacity(text.len() + 2);
        code.push('`');
        code.push_str(text);
        code.push('`');
        return code;
    }
    let text = visible(text);
    let longest = text.split(|letter| letter != '`').map(str::len).max().unwrap_or_default();
    let fence = "`".repeat(longest + 1);
    match text.trim() {
        "" => "(empty)".to_owned(),
        _ if text.starts_with('`') || text.ends_with('`') => format!("{fence} {text} {fence}"),
        _ => format!("{fence}{text}{fence}"),
    }
}

/// Replaces invisible characters with spaces.
fn visible(text: &str) -> Cow<'_, str> {
    if PRINTABLE.has_all_of(text) || !text.contains(hidden) { text.into() } else { text.replace(hidden, " ").into() }
}

/// ASCII without control characters.
static PRINTABLE: Bytes = Bytes::of(&[(b' ', b'~')]);

/// ASCII that can be in a code span as it is, without blanks.
static GRAPHIC: Bytes = Bytes::of(&[(b'!', b'_'), (b'a', b'~')]);

/// A word of a paragraph: text and code spans without a space between them.
struct Atom {
    /// Its Markdown.
    text: String,
    /// Its length in the paragraph.
    len: usize,
}

/// The word at the start of a text, escaped. A code span stays in one piece.
fn atom(text: &str, link: &dyn Fn(&str) -> Option<String>) -> Atom {
    let mut atom = String::new();
    let (mut plain, mut at) = (0, 0);
    while let Some(found) = text[at..].find(|letter: char| letter == '`' || letter.is_whitespace()) {
        at += found;
        if !text[at..].starts_with('`') {
            atom.push_str(&escaped(&text[plain..at], link));
            return Atom { text: atom, len: at };
        }
        if let Some(code) = code_span(&text[at..]) {
            atom.push_str(&escaped(&text[plain..at], link));
            atom.push_str(&linked(code, link));
            at += code.len();
            plain = at;
        } else {
            at += 1;
        }
    }
    atom.push_str(&escaped(&text[plain..], link));
    Atom { text: atom, len: text.len() }
}

/// The code span at the start of a text: one backtick on each side, and not only spaces between them.
fn code_span(text: &str) -> Option<&str> {
    let inner = text.strip_prefix('`')?;
    let len = inner.find('`')?;
    let closed_by_one = !inner[len + 1..].starts_with('`');
    (closed_by_one && !inner[..len].trim().is_empty()).then_some(&text[..len + 2])
}

/// Links a code span that names an item.
fn linked(code: &str, link: &dyn Fn(&str) -> Option<String>) -> String {
    link(code.trim_matches('`')).map_or_else(|| code.to_owned(), |target| item_link(code, &target))
}

fn item_link(code: &str, target: &str) -> String {
    if code.trim_matches('`') == target { type_link(target) } else { format!("[{code}]({target})") }
}

/// A link to a type.
pub(in crate::rust) fn type_link(ident: &str) -> String {
    if DERIVES.contains(&ident) { format!("[`{ident}`]({})", type_path(ident)) } else { ["[`", ident, "`]"].concat() }
}

/// The target of a link to a type. rustdoc finds a derive of the same name, too, and has to know which of them is meant.
pub(super) fn type_path(ident: &str) -> String {
    let kind = if DERIVES.contains(&ident) { "type@" } else { "" };
    format!("{kind}{ident}")
}

/// The derives that are in scope everywhere.
const DERIVES: &[&str] = &["Clone", "Copy", "Debug", "Default", "Eq", "Hash", "Ord", "PartialEq", "PartialOrd"];

/// Escapes a word without code spans. URLs and names such as `ErrorBody` become links.
fn escaped(word: &str, link: &dyn Fn(&str) -> Option<String>) -> String {
    if wrap::is_harmless(word) {
        return word.to_owned();
    }
    let bare = word.trim_matches(|letter: char| !letter.is_alphanumeric());
    if is_compound(bare)
        && let Some(target) = link(bare)
        && let Some((before, after)) = word.split_once(bare)
    {
        return format!("{}{}{}", markdown(before), item_link(&format!("`{bare}`"), &target), markdown(after));
    }
    match address(word) {
        Some((before, address, after)) => format!("{}<{address}>{}", markdown(before), escaped(after, link)),
        None => markdown(word),
    }
}

/// Whether a word is like `ErrorBody`. `User` is not enough, because a single capitalized word is often plain English.
fn is_compound(word: &str) -> bool {
    let capitals = word.chars().filter(|letter| letter.is_uppercase()).count();
    word.starts_with(char::is_uppercase) && capitals > 1 && word.chars().any(char::is_lowercase)
}

/// Splits a word into the text before a URL, the URL, and the text after it.
fn address(word: &str) -> Option<(&str, &str, &str)> {
    let start = ["https://", "http://"].iter().filter_map(|scheme| word.find(scheme)).min()?;
    let scheme = word[start..].find("//")? + 2;
    let allowed = |letter: char| letter.is_ascii_alphanumeric() || "-._~:/?#@!$&'()*+,;=%".contains(letter);
    let rest = &word[start..];
    let len = rest.find(|letter| !allowed(letter)).unwrap_or(rest.len());
    let address = rest[..len].trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', ')', '(', '*', '_']);
    (address.len() > scheme).then(|| (&word[..start], address, &rest[address.len()..]))
}

/// Escapes every character that means something in Markdown.
fn markdown(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    // The start of what is not in the output yet.
    let mut from = 0;
    for (at, byte) in text.bytes().enumerate() {
        let special = match byte {
            b'\\' | b'`' | b'*' | b'[' | b']' | b'<' | b'~' => true,
            // Followed by anything else, it does not start an entity.
            b'&' => text[at + 1..].starts_with(|next: char| next.is_alphanumeric() || next == '#'),
            // Within a word, it is not emphasis.
            b'_' => !(text[..at].ends_with(char::is_alphanumeric) && text[at + 1..].starts_with(char::is_alphanumeric)),
            _ => false,
        };
        if special {
            out.push_str(&text[from..at]);
            out.push('\\');
            from = at;
        }
    }
    out.push_str(&text[from..]);
    // A URL that `address` does not accept is still one for the lint of rustdoc.
    if text.contains(':') { out.replace("://", ":\\/\\/") } else { out }
}

#[cfg(test)]
mod tests {
    use super::wrap::WIDTH;
    use super::*;

    fn text(source: &str) -> String {
        Docs::described(source, &|name| (name == "ErrorBody").then(|| name.to_owned())).0
    }

    #[test]
    fn links_to_types_are_never_ones_to_derives() {
        assert_eq!(super::type_link("Order"), "[`Order`]");
        assert_eq!(super::type_link("Hash"), "[`Hash`](type@Hash)");
    }

    #[test]
    fn text_stays_text() {
        for (source, doc) in [
            ("A plain sentence.", "A plain sentence."),
            ("yyyy-MM-ddTHH:mm:ss[.mmm]Z", r"yyyy-MM-ddTHH:mm:ss\[.mmm\]Z"),
            ("List<String> & <script>", r"List\<String> & \<script>"),
            ("snake_case _it_ *bold*", r"snake_case \_it\_ \*bold\*"),
            ("`code_[x]` and `open", r"`code_[x]` and \`open"),
            ("see https://example.com/a_b. Or http://<host>", r"see <https://example.com/a_b>. Or http:\/\/\<host>"),
            ("- no list", r"\- no list"),
            ("1. no list", r"1\. no list"),
            ("# no heading", r"\# no heading"),
            ("    indented", "indented"),
            ("a\u{202e}b\rc\td", "a b c d"),
            ("an ErrorBody, a User, `ErrorBody`", "an [`ErrorBody`], a User, [`ErrorBody`]"),
            ("(ErrorBody)\u{a0}x `a`/ErrorBody", "(ErrorBody) x `a`/ErrorBody"),
            ("one\n\ntwo\nthree", "one\n\ntwo three"),
            ("```rust", r"\`\`\`rust"),
        ] {
            assert_eq!(text(source), doc, "{source}");
        }
    }

    #[test]
    fn a_line_that_wraps_starts_harmlessly() {
        let source = format!("{} - - 2) #", "x".repeat(WIDTH));
        assert_eq!(text(&source).lines().nth(1), Some(r"\- - 2) #"));
    }

    #[test]
    fn lines_are_as_long_as_possible() {
        let (half, rest) = ("x".repeat(WIDTH / 2), "y".repeat(WIDTH - WIDTH / 2 - 1));
        assert_eq!(text(&format!("{half} {rest} z")), format!("{half} {rest}\nz"));
        assert_eq!(text(&format!("{half}  {rest}y z")), format!("{half}\n{rest}y z"));
        assert_eq!(text(&format!("{half}  * {} z", &rest[3..])), format!("{half} \\* {}\nz", &rest[3..]));
    }

    #[test]
    fn paragraphs_are_apart() {
        let mut docs = Docs::described("one\n\n\u{200b}\n\ntwo", &|_| None);
        docs.add_line("three");
        docs.add("four");
        assert_eq!(docs.summary(), "one");
        assert_eq!(docs.lines().collect::<Vec<_>>(), ["one", "", "two", "three", "", "four"]);
    }

    #[test]
    fn a_code_span_is_not_split() {
        let path = format!("specs/{} - # <script> ``` x/Tag.md", "a ".repeat(WIDTH));
        for text in [path.clone(), format!("`{path}"), format!("``{path}`")] {
            let lines = wrapped(&format!("Documents: {}; {}.", code(&text), code("b c")));
            let code: Vec<&str> = lines.lines().filter(|line| line.contains("script")).collect();
            assert!(matches!(code[..], [line] if line.contains(text.trim())), "{lines:#?}");
        }
        assert_eq!(wrapped("`a b"), "`a b");
    }

    #[test]
    fn code_survives_its_own_backticks() {
        assert_eq!(code("a"), "`a`");
        assert_eq!(code("a`b"), "``a`b``");
        assert_eq!(code("`"), "`` ` ``");
        assert_eq!(code(" "), "(empty)");
    }

    /// A documentation comment as a Markdown reader renders it, without white space.
    fn shown(markdown: &str) -> String {
        use pulldown_cmark::{Event, Options, Parser, Tag};
        let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_FOOTNOTES;
        let mut shown = String::new();
        for event in Parser::new_ext(markdown, options) {
            match event {
                Event::Text(text) => shown.push_str(&text),
                Event::Code(text) => shown.extend(["`", &*text, "`"]),
                Event::Start(Tag::Paragraph | Tag::Link { .. }) | Event::End(_) | Event::SoftBreak => {}
                other => panic!("{markdown}\ncontains more than text: {other:?}"),
            }
        }
        shown.split_whitespace().collect()
    }

    proptest::proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig { failure_persistence: None, ..Default::default() })]

        #[test]
        fn a_reader_renders_the_text_and_nothing_else(
            words in proptest::collection::vec("[-a-z0-9 `*_<>&#|~:./!()+=;'\"$\\[\\]\\\\]{0,12}", 0..20)
        ) {
            let source = words.join(" ");
            let text: String = source.split_whitespace().collect();
            proptest::prop_assert_eq!(shown(&Docs::described(&source, &|_| None).0), text);
        }
    }
}
