//! The text of a type cell to a [`TypeExpr`].
//!
//! ```text
//! cell    = type
//! type    = mark* ( link | form | word | name ) after* mark*
//! link    = "[" type "]" "(" target ")"
//! form    = text type ( text type )* text      by the dialect: list[T], dict(K, T), {String: T}, []T
//! after   = text                               by the dialect: T[], T?, T | null
//! mark    = "*" | "`"
//! name    = anything but brackets, commas, marks and space
//! ```
//!
//! The longest form or word that the text starts with counts, so nothing is ever tried twice. The label of a link is
//! the type. Its target is not (generators link to `List.md` and worse), unless the label says that the type is there
//! or leaves the items of a list open.

use std::borrow::Cow;

use crate::dialect::{Makes, Note, TypeSyntax, words};
use crate::read::page::Cell;
use crate::read::page::inline::{self, Placed};
use crate::schema::{MAX_DEPTH, Problem, UnionOf};
use crate::source::Span;
use form::{is_pointer, without_bold, without_italics};
use names::Spaced;

pub use expr::TypeExpr;

mod expr;
mod form;
mod generic;
mod link;
mod names;
mod scan;

/// A type cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TypeCell {
    /// The type; [`TypeExpr::Unknown`] if it cannot be read.
    pub ty: TypeExpr,
    /// What follows the type.
    pub tails: Vec<Tail>,
    /// The greatest length of the text, if the type is a text with a size: `text(36)`.
    pub max_length: Option<String>,
}

/// What follows a type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tail {
    /// What it means.
    pub note: Note,
    /// The rest of its text.
    pub text: String,
}

/// Reads the type in a type cell. What cannot be read becomes [`TypeExpr::Unknown`].
pub fn parse(cell: &Cell, syntax: &'static TypeSyntax) -> TypeExpr {
    parse_cell(cell, syntax).ty
}

/// Reads a type cell.
pub fn parse_cell(cell: &Cell, syntax: &'static TypeSyntax) -> TypeCell {
    parse_letters(cell, &letters(cell), syntax)
}

/// The letters of a type cell, which are the same in all notations.
pub(in crate::read) fn letters(cell: &Cell) -> Vec<Placed> {
    without_bold(inline::decode(&cell.value))
}

/// Reads a type cell that has these letters.
pub(in crate::read) fn parse_letters(cell: &Cell, letters: &[Placed], syntax: &'static TypeSyntax) -> TypeCell {
    let text = if syntax.italics { Cow::Owned(without_italics(letters)) } else { Cow::Borrowed(letters) };
    let is_pointer = syntax.pointers && is_pointer(&text);
    let mut parser = Parser { text: &text, at: 0, cell, syntax, size: None, tails: Vec::new(), nameless: false };
    let parsed = parser.whole(MAX_DEPTH);
    let ty = parsed.unwrap_or_else(|mistake| TypeExpr::Unknown {
        problem: mistake.problem,
        message: mistake.message,
        span: mistake.span,
    });
    let ty = if is_pointer { TypeExpr::Optional(Box::new(ty)) } else { ty };
    let max_length = parser.size.filter(|_| is_text(&ty));
    TypeCell { ty, tails: parser.tails, max_length }
}

struct Parser<'a> {
    text: &'a [Placed],
    at: usize,
    cell: &'a Cell,
    syntax: &'static TypeSyntax,
    /// The size after the last word.
    size: Option<String>,
    /// What follows the types so far.
    tails: Vec<Tail>,
    /// Whether the type is the label of a link to a page without a name, `[**List<>**](.md)`: the generator had no type
    /// for a part of it.
    nameless: bool,
}

struct Mistake {
    problem: Problem,
    message: String,
    span: Span,
}

impl Parser<'_> {
    fn whole(&mut self, depth: usize) -> Result<TypeExpr, Mistake> {
        let expr = self.ty(depth, false)?;
        match self.peek() {
            None => Ok(expr),
            Some(letter) => Err(self.mistake(Problem::Syntax, format!("unexpected `{letter}` after the type"))),
        }
    }

    /// A type, or several that the dialect separates.
    fn ty(&mut self, depth: usize, linked: bool) -> Result<TypeExpr, Mistake> {
        let mut members = Vec::new();
        let mut can_be_absent = false;
        let last = loop {
            let mut member = None;
            if self.absent() {
                can_be_absent = true;
            } else if members.is_empty() || !self.tails() {
                member = Some(self.single(depth, linked)?);
            }
            let separator = self.syntax.alternatives.iter().find_map(|separator| self.has_text(separator));
            let Some(len) = separator else { break member };
            members.extend(member);
            self.at += len;
        };
        let ty = match (last, members.pop()) {
            (None, None) => TypeExpr::Word(&words::ANY),
            (Some(only), None) => only,
            (None, Some(only)) if members.is_empty() => only,
            (last, before) => TypeExpr::either(UnionOf::Any, members.into_iter().chain(before).chain(last).collect()),
        };
        Ok(if can_be_absent && !matches!(ty, TypeExpr::Nullable(_)) { TypeExpr::Optional(Box::new(ty)) } else { ty })
    }

    fn single(&mut self, depth: usize, linked: bool) -> Result<TypeExpr, Mistake> {
        if depth == 0 {
            return Err(self.too_deep());
        }
        self.skip_markup();
        if let Some(word) = self.syntax.no_text.filter(|_| self.is_left_out()) {
            return Ok(TypeExpr::Word(word));
        }
        if self.literal() {
            return self.after(TypeExpr::Word(&words::TEXT), depth);
        }
        let expr = match self.link_here() {
            Some(link) => self.link(&link, depth)?,
            None => self.unlinked(depth, linked)?,
        };
        self.after(expr, depth)
    }

    /// The longest form or word that the text starts with.
    fn unlinked(&mut self, depth: usize, linked: bool) -> Result<TypeExpr, Mistake> {
        let word = self.longest_word();
        let least = word.map_or(0, |word| word.text.len());
        match (self.longest_form().filter(|start| start.text.len() > least), word) {
            (Some(start), _) => self.form(start, depth, linked),
            (None, Some(word)) => {
                self.at += word.text.chars().count();
                self.size();
                self.format();
                self.unfinished(word.text)?;
                Ok(if linked { TypeExpr::LinkedWord(word) } else { TypeExpr::Word(word) })
            }
            (None, None) => match self.qualified_form() {
                Some(form) => self.qualified(&form, depth, linked),
                None => self.name(linked),
            },
        }
    }

    fn name(&mut self, linked: bool) -> Result<TypeExpr, Mistake> {
        let start = self.at;
        let mut written = self.letters();
        // Part of a name may be code: `` `inner`Enum ``.
        while self.peek() == Some('`') && self.text.get(self.at + 1).is_some_and(|next| next.letter.is_alphanumeric()) {
            self.at += 1;
            written.push_str(&self.letters());
        }
        let Spaced { name, around } = self.without_spaces(written);
        let span = self.span(start);
        if self.nameless && matches!(&*name, "" | "null") || name == "null" {
            return Ok(TypeExpr::Unnamed { link: None });
        }
        if name.is_empty() {
            return Err(self.mistake(Problem::Syntax, "a type is missing here".to_owned()));
        }
        self.unfinished(&name)?;
        let model = self.syntax.model_prefixes.iter().find_map(|prefix| name.strip_prefix(prefix)).map(str::to_owned);
        let has_suffix = self.syntax.model_suffixes.iter().any(|suffix| name.ends_with(suffix));
        let surely_model = linked || model.is_some() || has_suffix;
        let named = TypeExpr::Name { text: model.unwrap_or(name), surely_model, span };
        Ok(around.into_iter().rev().fold(named, |ty, makes| made(makes, ty, true)))
    }

    /// Fails at a bracket right after a name, which opens a form that the dialect does not have.
    fn unfinished(&self, name: &str) -> Result<(), Mistake> {
        match self.peek().filter(|letter| "[(<{".contains(*letter)) {
            Some(open) if self.longest_suffix().is_none() => {
                let message = format!("`{name}{open}` does not start a type of this dialect");
                let span = self.span(self.at.saturating_sub(name.chars().count()));
                Err(Mistake { problem: Problem::UnknownWord, message, span })
            }
            _ => Ok(()),
        }
    }

    /// Whether nothing is where a type should be: in an empty cell, or between brackets or separators.
    fn is_left_out(&self) -> bool {
        let ends = |letter: char| {
            matches!(letter, ']' | ')' | '}' | '>') || self.syntax.alternatives.contains(&&*letter.to_string())
        };
        self.peek().is_none_or(ends)
    }

    fn too_deep(&self) -> Mistake {
        self.mistake(Problem::TooDeep, format!("this type is nested deeper than {MAX_DEPTH} levels"))
    }

    fn mistake(&self, problem: Problem, message: String) -> Mistake {
        Mistake { problem, message, span: self.span(self.at) }
    }

    /// From a character to the current one, in the source.
    fn span(&self, start: usize) -> Span {
        let byte = |at: usize| self.text.get(at).map_or(self.cell.value.len(), |placed| placed.at);
        let from = byte(start);
        self.cell.span.part(from, byte(self.at).saturating_sub(from))
    }
}

fn ends_name(letter: char) -> bool {
    let is_sign = matches!(
        letter,
        '[' | ']' | '(' | ')' | '{' | '}' | '<' | '>' | ',' | ';' | '?' | '!' | '*' | '`' | '|' | '\u{a6}'
    );
    is_sign || letter.is_whitespace()
}

fn text_of(text: &[Placed]) -> String {
    let mut letters = String::with_capacity(text.len());
    for placed in text {
        letters.push(placed.letter);
    }
    letters
}

/// A form around its last part.
fn made(makes: Makes, item: TypeExpr, text_keys: bool) -> TypeExpr {
    let item = Box::new(item);
    match makes {
        Makes::List => TypeExpr::List(item),
        Makes::Set => TypeExpr::Set(item),
        Makes::Map => TypeExpr::Map { item, text_keys },
        Makes::Nullable => TypeExpr::Nullable(item),
        Makes::Optional => TypeExpr::Optional(item),
        Makes::Same | Makes::Rest => *item,
        Makes::OneOf => TypeExpr::Mixed { of: UnionOf::One, members: vec![*item] },
        Makes::AnyOf => TypeExpr::Mixed { of: UnionOf::Any, members: vec![*item] },
    }
}

fn is_text(key: &TypeExpr) -> bool {
    matches!(key, TypeExpr::Word(word) | TypeExpr::LinkedWord(word) if word.scalar == crate::schema::Scalar::String)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dialect::Brackets;
    use crate::source::Sp;

    fn shown(text: &str, syntax: &'static TypeSyntax) -> String {
        let cell = Sp { value: text.to_owned(), span: Span { file: 0, start: 0, end: text.len() } };
        show(&parse(&cell, syntax))
    }

    fn show(expr: &TypeExpr) -> String {
        match expr {
            TypeExpr::Word(word) | TypeExpr::LinkedWord(word) => word.scalar.word().to_owned(),
            TypeExpr::Name { text, surely_model, .. } => format!("{text}{}", if *surely_model { "" } else { "?" }),
            TypeExpr::List(item) => format!("list[{}]", show(item)),
            TypeExpr::Set(item) => format!("set[{}]", show(item)),
            TypeExpr::Nullable(item) => format!("nullable[{}]", show(item)),
            TypeExpr::Mixed { .. } => "mixed".to_owned(),
            TypeExpr::Unnamed { link } => format!("unnamed({})", link.as_deref().unwrap_or_default()),
            TypeExpr::Map { item, .. } => format!("map[{}]", show(item)),
            TypeExpr::Optional(item) => format!("optional[{}]", show(item)),
            TypeExpr::Unknown { message, span, .. } => format!("{}: {message}", span.start + 1),
        }
    }

    #[test]
    fn python_cells() {
        for (cell, expected) in [
            ("**str**", "string"),
            ("int", "int64"),
            ("[**list[Segment]**](Segment.html)", "list[Segment]"),
            ("[list[Segment]](Segment)", "list[Segment]"),
            ("[Address](Address)", "Address"),
            ("dict(str, list[str])", "map[list[string]]"),
            ("[**dict(str, X)**](X.html)", "map[X]"),
            ("[a](b(c)d)", "a"),
            ("list[str", "9: expected `]` to close a bracket, found the end of the cell"),
            ("list[]", "6: a type is missing here"),
            ("str]", "4: unexpected `]` after the type"),
            ("dict(str)", "5: `dict` takes 2 type(s) and has 1"),
            ("set[str]", "1: `set[` does not start a type of this dialect"),
            ("[****](.md)", "unnamed()"),
            ("[**list[]**](.md)", "list[unnamed()]"),
            ("[**dict(str, )**](.md)", "map[unnamed()]"),
            ("[**null**](.md)", "unnamed()"),
            ("null", "unnamed()"),
            ("[**list[null]**](null.md)", "list[unnamed(null)]"),
            ("[X]", "X?"),
            ("[**list[X]**]", "list[X?]"),
            ("", "1: a type is missing here"),
        ] {
            assert_eq!(shown(cell, &words::PYTHON), expected, "{cell}");
        }
    }

    #[test]
    fn rust_cells() {
        for (cell, expected) in [
            ("Option<**String**>", "optional[string]"),
            ("Option<[**crate::models::X**](X.md)>", "optional[X]"),
            ("[**Vec<crate::models::X>**](X.md)", "list[X]"),
            ("Option<**::std::collections::HashMap<String, Vec<i32>>**>", "optional[map[list[int32]]]"),
            ("Option<**serde_json::Value**>", "optional[any]"),
            ("Vec&lt;String&gt;", "list[string]"),
        ] {
            assert_eq!(shown(cell, &words::RUST), expected, "{cell}");
        }
    }

    #[test]
    fn cells_of_other_dialects() {
        for (syntax, cell, expected) in [
            (&words::JAVASCRIPT, "[**[Item]**](Item.md)", "list[Item]"),
            (&words::JAVASCRIPT, "**{String: [[Number]]}**", "map[list[list[float64]]]"),
            (&words::SWIFT, "[[String: Item]]", "list[map[Item?]]"),
            (&words::SWIFT, "[[UUID]](UUID)", "list[uuid]"),
            (&words::TYPESCRIPT, "**{ [key: string]: Array&lt;string | null&gt;; }**", "map[list[nullable[string]]]"),
            (&words::GO, "Pointer to [**map[string][]Item**](array.md)", "map[list[Item]]"),
            (&words::GO, "Pointer to ***os.File**", "file"),
            (&words::GO, "**map[string]interface{}**", "map[any]"),
            (&words::PHP, "[**null[]**](.md)", "list[unnamed()]"),
            (&words::PHP, "[**[]**](.md)", "list[unnamed()]"),
            (&words::JAVA, "[**List&lt;&gt;**](.md)", "list[unnamed()]"),
            (&words::GO, "**[]map[string]any**", "list[map[any]]"),
            (&words::PHP, r"**array<string,\Shop\Model\Item[]>**", r"map[list[\Shop\Model\Item?]]"),
            (&words::C, r"**list_t \***", "list[unnamed()]"),
            (&words::C, "**list_t***", "map[unnamed()]"),
            (&words::C, r"[**list_t**](item.md) \*", "list[unnamed(item)]"),
            (&words::PYTHON_PRIOR, "**[str, none_type], none_type**", "nullable[list[nullable[string]]]"),
            (&words::PYTHON_PRIOR, "**{str: ({str: (int,)},)}**", "map[map[int64]]"),
            (&words::KOTLIN, "[**inline**](#kotlin.collections.List&lt;A&gt;)", "list[A?]"),
            (
                &words::KOTLIN,
                "[**inline**](#kotlin.collections.Map&lt;kotlin.String, &#x60;inner&#x60;Enum&gt;)",
                "map[innerEnum?]",
            ),
            (&words::KOTLIN, "[**state**](#kotlin.Array&lt;State&gt;)", "list[State?]"),
            (&words::GO, "Pointer to **Nullable*os.File**", "file"),
            (&words::DART, "**OneOf<string,integer>**", "mixed"),
            (&words::JULIA, "**`Vector{Dict{String, Int64}}`**", "list[map[int64]]"),
            (&words::CSHARP, "**List&lt;Order.List&lt;StateEnum&gt;&gt;**", "list[list[Order.StateEnum?]]"),
            (&words::CSHARP, "**Order.StateEnum**", "Order.StateEnum?"),
            (&words::CSHARP, "**Order.Any&lt;X&gt;**", "3: `Order.Any<` does not start a type of this dialect"),
            (&words::JAVA, "**byte[]**", "bytes"),
            (&words::JAVA, "**byte[][]**", "3: `byte[][` does not start a type of this dialect"),
        ] {
            assert_eq!(shown(cell, syntax), expected, "{cell}");
        }
    }

    #[test]
    fn a_size_is_the_greatest_length_of_a_text() {
        static SIZED: TypeSyntax = TypeSyntax { sizes: Some(Brackets { open: '(', close: ')' }), ..words::HOUSE };
        let read = |text: &str| {
            let cell = Sp { value: text.to_owned(), span: Span { file: 0, start: 0, end: text.len() } };
            let TypeCell { ty, max_length, .. } = parse_cell(&cell, &SIZED);
            (show(&ty), max_length)
        };
        assert_eq!(read("string(36)"), ("string".to_owned(), Some("36".to_owned())));
        assert_eq!(read("decimal(10, 2)"), ("decimal".to_owned(), None));
        assert_eq!(read("list[string(36)]"), ("list[string]".to_owned(), None));
        assert_eq!(read("string(x)"), ("1: `string(` does not start a type of this dialect".to_owned(), None));
        assert_eq!(read("string(36"), ("1: `string(` does not start a type of this dialect".to_owned(), None));
        assert_eq!(shown("string(36)", &words::HOUSE), "1: `string(` does not start a type of this dialect");
    }

    #[test]
    fn depth_is_bounded() {
        let nested = |n: usize| format!("{}str{}", "list[".repeat(n), "]".repeat(n));
        assert_eq!(shown(&nested(MAX_DEPTH - 1), &words::PYTHON).matches("list").count(), MAX_DEPTH - 1);
        assert!(shown(&nested(100_000), &words::PYTHON).contains("nested deeper"));
        assert!(shown(&format!("int{}", "[]".repeat(100_000)), &words::PHP).contains("nested deeper"));
        assert!(shown(&"[]".repeat(100_000), &words::GO).contains("nested deeper"));
    }
}
