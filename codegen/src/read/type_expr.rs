//! Stage 5, type: the text of a type cell to a [`TypeExpr`].
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
//! Of the forms and words that the text starts with the longest counts, so nothing is ever tried twice. The
//! label of a link is the type; its target is not (generators link to `List.md` and worse), unless the label
//! says that the type is there, or leaves the items of a list open.

use crate::dialect::{Generic, Makes, TypeSyntax};
use crate::read::page::Cell;
use crate::read::page::inline::{self, Placed};
use crate::schema::{Problem, UnionOf};
use crate::source::Span;
use form::{Piece, first_text, is_bare, pieces, without_bold};

pub use expr::TypeExpr;

mod expr;
mod form;
mod scan;

/// How deep types may be nested, links included. The deepest of 34,377 real fields has three levels.
pub const MAX_DEPTH: usize = 32;

/// A type cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TypeCell {
    /// The type; [`TypeExpr::Unknown`] if it cannot be read.
    pub ty: TypeExpr,
    /// The greatest length of the text, if the type is a text with a size: `text(36)`.
    pub max_length: Option<String>,
}

/// Reads the type in a type cell. What cannot be read becomes [`TypeExpr::Unknown`].
pub fn parse(cell: &Cell, syntax: &'static TypeSyntax) -> TypeExpr {
    parse_cell(cell, syntax).ty
}

/// Reads a type cell.
pub fn parse_cell(cell: &Cell, syntax: &'static TypeSyntax) -> TypeCell {
    let text = without_bold(inline::decode(&cell.value));
    let mut parser = Parser { text: &text, at: 0, cell, syntax, size: None };
    let parsed = parser.whole(MAX_DEPTH);
    let ty = parsed.unwrap_or_else(|mistake| TypeExpr::Unknown {
        problem: mistake.problem,
        message: mistake.message,
        span: mistake.span,
    });
    let max_length = parser.size.filter(|_| is_text(&ty));
    TypeCell { ty, max_length }
}

struct Parser<'a> {
    text: &'a [Placed],
    at: usize,
    cell: &'a Cell,
    syntax: &'static TypeSyntax,
    /// The size after the last word.
    size: Option<String>,
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
            Some(it) => Err(self.mistake(Problem::Syntax, format!("`{it}` is left over after the type"))),
        }
    }

    fn ty(&mut self, depth: usize, linked: bool) -> Result<TypeExpr, Mistake> {
        if depth == 0 {
            return Err(self.too_deep());
        }
        self.skip_markup();
        if let (None, Some(word)) = (self.peek(), self.syntax.no_text) {
            return Ok(TypeExpr::Word(word));
        }
        let expr =
            if self.peek() == Some('[') && self.is_link() { self.link(depth)? } else { self.unlinked(depth, linked)? };
        self.after(expr, depth)
    }

    fn link(&mut self, depth: usize) -> Result<TypeExpr, Mistake> {
        self.eat('[');
        let start = self.at;
        let expr = self.ty(depth - 1, true)?;
        let label: String = self.text[start..self.at].iter().map(|it| it.0).collect();
        self.expect(']')?;
        let target = self.link_target()?;
        if self.syntax.in_anchor == Some(label.trim()) {
            return self.anchor(&target, depth);
        }
        let page = crate::source::stem(target.rsplit('/').next().unwrap_or_default());
        Ok(expr.with_link(&page))
    }

    /// The type that is the target of a link.
    fn anchor(&self, target: &str, depth: usize) -> Result<TypeExpr, Mistake> {
        let text: Vec<Placed> = target.trim_start_matches('#').chars().map(|it| (it, 0)).collect();
        Parser { text: &text, at: 0, cell: self.cell, syntax: self.syntax, size: None }.whole(depth - 1)
    }

    /// Of the forms and words that the text starts with the longest.
    fn unlinked(&mut self, depth: usize, linked: bool) -> Result<TypeExpr, Mistake> {
        let word = self.syntax.words.iter().filter(|word| self.has_word(word.text)).max_by_key(|it| it.text.len());
        let word_len = word.map_or(0, |it| it.text.len());
        // Most forms start otherwise; that is seen without taking them apart.
        let next = self.peek();
        let starts = |it: &&Generic| it.form.chars().next() == next;
        let forms = self.syntax.generics.iter().filter(starts).filter_map(|it| Some((it, first_text(it.form)?)));
        let fits = |(generic, text): &(&Generic, &str)| {
            if is_bare(generic.form) { self.has_word(text) } else { self.has_text(text).is_some() }
        };
        let form = forms.filter(fits).max_by_key(|(_, text)| text.len()).filter(|(_, text)| text.len() > word_len);
        match (form, word) {
            (Some((generic, text)), _) => self.form(generic, text, depth, linked),
            (None, Some(word)) => {
                self.at += word.text.chars().count();
                self.size();
                self.unfinished(word.text)?;
                Ok(if linked { TypeExpr::LinkedWord(word) } else { TypeExpr::Word(word) })
            }
            (None, None) => self.name(linked),
        }
    }

    /// A form with this first text. Forms that start alike may go on differently.
    fn form(&mut self, generic: &Generic, first: &str, depth: usize, linked: bool) -> Result<TypeExpr, Mistake> {
        let start = self.at;
        self.at += if is_bare(generic.form) { first.chars().count() } else { self.has_text(first).unwrap_or_default() };
        if generic.makes == Makes::Rest {
            self.at = self.text.len();
            return Ok(TypeExpr::Mixed { of: UnionOf::One, members: Vec::new() });
        }
        if is_bare(generic.form) {
            self.unfinished(first)?;
            return Ok(made(generic.makes, TypeExpr::Unnamed { link: None }, true));
        }
        let mut alike: Vec<&Generic> =
            self.syntax.generics.iter().filter(|it| first_text(it.form) == Some(first) && !is_bare(it.form)).collect();
        let mut parts: Vec<TypeExpr> = Vec::new();
        let mut has_key = false;
        for step in 1_usize.. {
            let piece = |it: &Generic| pieces(it.form).nth(step);
            match alike.first().and_then(|it| piece(it)) {
                None => break,
                Some(Piece::Part) => parts.push(self.ty(depth - 1, linked)?),
                Some(Piece::Key) => {
                    has_key = true;
                    parts.push(self.ty(depth - 1, linked)?);
                }
                Some(Piece::Parts) => {
                    parts.push(self.ty(depth - 1, linked)?);
                    while self.eat(',') {
                        parts.push(self.ty(depth - 1, linked)?);
                    }
                }
                Some(Piece::Text(wanted)) => {
                    let here = |it: &&Generic| match piece(it) {
                        Some(Piece::Text(text)) => self.has_text(text).map(|len| (text.len(), len)),
                        _ => None,
                    };
                    let longest = alike.iter().filter_map(here).max();
                    let Some((_, len)) = longest else { return Err(self.no_end(generic, wanted, start, &parts)) };
                    alike.retain(|it| here(it) == longest);
                    self.at += len;
                }
            }
        }
        let makes = alike.first().map_or(generic.makes, |it| it.makes);
        let text_keys = !has_key || parts.first().is_some_and(is_text);
        if let Makes::OneOf | Makes::AnyOf = makes {
            let of = if makes == Makes::OneOf { UnionOf::One } else { UnionOf::Any };
            return Ok(TypeExpr::Mixed { of, members: parts });
        }
        let item = parts.pop().unwrap_or(TypeExpr::Unnamed { link: None });
        Ok(made(makes, item, text_keys))
    }

    fn no_end(&mut self, generic: &Generic, wanted: &str, start: usize, parts: &[TypeExpr]) -> Mistake {
        let takes = pieces(generic.form).filter(|it| matches!(it, Piece::Part | Piece::Key)).count();
        let name = first_text(generic.form).unwrap_or_default().trim_end_matches(['[', '(', '<', '{', ' ']);
        if self.peek() == Some(',') || (wanted.starts_with(',') && self.peek().is_some()) {
            let found = parts.len() + usize::from(self.peek() == Some(','));
            let message = format!("`{name}` takes {takes} type(s) and has {found}");
            return Mistake { problem: Problem::Syntax, message, span: self.span(start + name.chars().count()) };
        }
        let found = self.peek().map_or_else(|| "the cell ends".to_owned(), |it| format!("`{it}` stands"));
        let message = format!("{found} where `{}` should close a bracket", wanted.trim());
        self.mistake(Problem::Syntax, message)
    }

    /// What may follow a type, as in `T[]` or `T | null`.
    fn after(&mut self, mut expr: TypeExpr, depth: usize) -> Result<TypeExpr, Mistake> {
        for _ in 0..depth {
            self.skip_markup();
            let forms = self.syntax.generics.iter().filter(|it| it.form.starts_with('T'));
            let forms = forms.filter_map(|it| match pieces(it.form).next() {
                Some(Piece::Part) => match pieces(it.form).nth(1) {
                    Some(Piece::Text(text)) => Some((it, self.has_text(text)?)),
                    _ => None,
                },
                _ => None,
            });
            let Some((generic, len)) = forms.max_by_key(|(_, len)| *len) else { return Ok(expr) };
            self.at += len;
            expr = made(generic.makes, expr, true);
        }
        Err(self.too_deep())
    }

    fn name(&mut self, linked: bool) -> Result<TypeExpr, Mistake> {
        let start = self.at;
        let ends = |it: char| it.is_whitespace() || "[](){}<>,;?!*`|\u{a6}".contains(it);
        let rest = &self.text[self.at..];
        let name: String = rest.iter().map(|it| it.0).take_while(|it| !ends(*it)).collect();
        self.at += name.chars().count();
        let span = self.span(start);
        if name.is_empty() {
            return Err(self.mistake(Problem::Syntax, "a type is missing here".to_owned()));
        }
        self.unfinished(&name)?;
        let model = self.syntax.model_prefixes.iter().find_map(|prefix| name.strip_prefix(prefix));
        let has_suffix = self.syntax.model_suffixes.iter().any(|it| name.ends_with(it));
        let surely_model = linked || model.is_some() || has_suffix;
        Ok(TypeExpr::Name { text: model.unwrap_or(&name).to_owned(), surely_model, span })
    }

    /// A bracket right after a name opens a form that the dialect does not have.
    fn unfinished(&self, name: &str) -> Result<(), Mistake> {
        let starts = |it: &Generic| match pieces(it.form).next() {
            Some(Piece::Part) => {
                matches!(pieces(it.form).nth(1), Some(Piece::Text(text)) if self.has_text(text).is_some())
            }
            _ => false,
        };
        match self.peek().filter(|it| "[(<{".contains(*it)) {
            Some(open) if !self.syntax.generics.iter().any(starts) => {
                let message = format!("`{name}{open}` starts no type of this dialect");
                let span = self.span(self.at.saturating_sub(name.chars().count()));
                Err(Mistake { problem: Problem::UnknownWord, message, span })
            }
            _ => Ok(()),
        }
    }

    /// Whether a `[` opens a link. Where the dialect has types in such brackets, only what stands behind the
    /// closing one tells.
    fn is_link(&self) -> bool {
        if !self.syntax.generics.iter().any(|it| it.form.starts_with('[')) {
            return true;
        }
        let mut depth = 0_usize;
        for (idx, (it, _)) in self.text[self.at..].iter().enumerate() {
            match it {
                '[' => depth += 1,
                ']' => depth = depth.saturating_sub(1),
                _ => {}
            }
            if depth == 0 {
                return self.text.get(self.at + idx + 1).is_some_and(|it| it.0 == '(');
            }
        }
        false
    }

    /// `(Segment.html)` after a label. Targets can hold brackets of their own.
    fn link_target(&mut self) -> Result<String, Mistake> {
        let mut depth = 0_usize;
        let start = self.at;
        while let Some((it, _)) = self.text.get(self.at) {
            match it {
                '(' => depth += 1,
                ')' => depth = depth.saturating_sub(1),
                _ if depth == 0 => break,
                _ => {}
            }
            self.at += 1;
            if depth == 0 {
                return Ok(self.text[start + 1..self.at.max(start + 2) - 1].iter().map(|it| it.0).collect());
            }
        }
        let message = if depth == 0 { "a link without a target" } else { "the target of a link is not closed" };
        Err(self.mistake(Problem::Syntax, message.to_owned()))
    }

    fn too_deep(&self) -> Mistake {
        self.mistake(Problem::TooDeep, format!("this type is nested deeper than {MAX_DEPTH} levels"))
    }

    fn mistake(&self, problem: Problem, message: String) -> Mistake {
        Mistake { problem, message, span: self.span(self.at) }
    }

    /// From a character to the current one, in the source.
    fn span(&self, start: usize) -> Span {
        let byte = |at: usize| self.text.get(at).map_or(self.cell.value.len(), |it| it.1);
        let from = byte(start);
        self.cell.span.part(from, byte(self.at).saturating_sub(from))
    }
}

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
    use crate::dialect::{Brackets, words};
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
            ("list[str", "9: the cell ends where `]` should close a bracket"),
            ("list[]", "6: a type is missing here"),
            ("str]", "4: `]` is left over after the type"),
            ("dict(str)", "5: `dict` takes 2 type(s) and has 1"),
            ("set[str]", "1: `set[` starts no type of this dialect"),
            ("[X]", "4: a link without a target"),
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
            (&words::PHP, r"**array<string,\Shop\Model\Item[]>**", r"map[list[\Shop\Model\Item?]]"),
            (&words::C, r"**list_t \***", "list[unnamed()]"),
            (&words::C, "**list_t***", "map[unnamed()]"),
            (&words::C, r"[**list_t**](item.md) \*", "list[unnamed(item)]"),
            (&words::PYTHON_PRIOR, "**[str, none_type], none_type**", "nullable[list[nullable[string]]]"),
            (&words::PYTHON_PRIOR, "**{str: ({str: (int,)},)}**", "map[map[int64]]"),
            (&words::KOTLIN, "[**inline**](#kotlin.collections.List&lt;A&gt;)", "list[A?]"),
            (&words::JULIA, "**`Vector{Dict{String, Int64}}`**", "list[map[int64]]"),
            (&words::JAVA, "**byte[]**", "bytes"),
            (&words::JAVA, "**byte[][]**", "3: `byte[][` starts no type of this dialect"),
        ] {
            assert_eq!(shown(cell, syntax), expected, "{cell}");
        }
    }

    #[test]
    fn a_size_is_the_greatest_length_of_a_text() {
        static SIZED: TypeSyntax = TypeSyntax { sizes: Some(Brackets { open: '(', close: ')' }), ..words::HOUSE };
        let read = |text: &str| {
            let cell = Sp { value: text.to_owned(), span: Span { file: 0, start: 0, end: text.len() } };
            let TypeCell { ty, max_length } = parse_cell(&cell, &SIZED);
            (show(&ty), max_length)
        };
        assert_eq!(read("string(36)"), ("string".to_owned(), Some("36".to_owned())));
        assert_eq!(read("decimal(10, 2)"), ("decimal".to_owned(), None));
        assert_eq!(read("list[string(36)]"), ("list[string]".to_owned(), None));
        assert_eq!(read("string(x)"), ("1: `string(` starts no type of this dialect".to_owned(), None));
        assert_eq!(read("string(36"), ("1: `string(` starts no type of this dialect".to_owned(), None));
        assert_eq!(shown("string(36)", &words::HOUSE), "1: `string(` starts no type of this dialect");
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
