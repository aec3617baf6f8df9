//! Stage 5, type: the text of a type cell to a [`TypeExpr`].
//!
//! ```text
//! cell    = type
//! type    = mark* ( link | name parts? ) mark*
//! link    = "[" type "]" "(" target ")"
//! parts   = open type ( "," type )* close       brackets by the dialect: list[T], dict(str, T), Vec<T>
//! mark    = "*" | "`"
//! name    = anything but brackets, commas, marks and space
//! ```
//!
//! The label of a link is the type; its target is not (generators link to `List.md` and worse).

use crate::dialect::{Generic, Makes, TypeSyntax, Word};
use crate::page::Cell;
use crate::page::inline::{self, Placed};
use crate::schema::Problem;
use crate::source::Span;

/// How deep types may be nested, links included. The deepest of 34,377 real fields has three levels.
pub const MAX_DEPTH: usize = 32;

/// What a type cell says, names not yet resolved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TypeExpr {
    /// A word of the dialect.
    Word(&'static Word),
    /// Some other word: a model, or a mistake.
    Name {
        /// The word.
        text: String,
        /// Whether the cell says that it is a model, by a link or a prefix.
        surely_model: bool,
        /// Where it stands.
        span: Span,
    },
    /// A list.
    List(Box<TypeExpr>),
    /// A map, and whether its keys are documented as text.
    Map {
        /// The type of the values.
        item: Box<TypeExpr>,
        /// Whether the keys are documented as text.
        text_keys: bool,
    },
    /// A type or nothing.
    Optional(Box<TypeExpr>),
    /// A hole.
    Unknown {
        /// The kind of mistake.
        problem: Problem,
        /// What is wrong, in one phrase.
        message: String,
        /// Where.
        span: Span,
    },
}

impl TypeExpr {
    /// Where the innermost word that is not of the dialect stands.
    pub fn name_span(&self) -> Option<Span> {
        match self {
            Self::Name { span, .. } => Some(*span),
            Self::List(item) | Self::Map { item, .. } | Self::Optional(item) => item.name_span(),
            Self::Word(_) | Self::Unknown { .. } => None,
        }
    }
}

/// Reads a type cell. What cannot be read becomes [`TypeExpr::Unknown`].
pub fn parse(cell: &Cell, syntax: &'static TypeSyntax) -> TypeExpr {
    let text = inline::decode(&cell.value);
    let mut parser = Parser { text: &text, at: 0, cell, syntax };
    let parsed = parser.whole(MAX_DEPTH);
    parsed.unwrap_or_else(|mistake| TypeExpr::Unknown {
        problem: mistake.problem,
        message: mistake.message,
        span: mistake.span,
    })
}

struct Parser<'a> {
    text: &'a [Placed],
    at: usize,
    cell: &'a Cell,
    syntax: &'static TypeSyntax,
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
            return Err(self.mistake(Problem::TooDeep, format!("this type is nested deeper than {MAX_DEPTH} levels")));
        }
        self.skip_markup();
        let expr = if self.eat('[') {
            let expr = self.ty(depth - 1, true)?;
            self.expect(']')?;
            self.link_target()?;
            expr
        } else {
            self.named(depth, linked)?
        };
        self.skip_markup();
        Ok(expr)
    }

    fn named(&mut self, depth: usize, linked: bool) -> Result<TypeExpr, Mistake> {
        let start = self.at;
        let name = self.name();
        let span = self.span(start);
        if name.is_empty() {
            return Err(self.mistake(Problem::Syntax, "a type is missing here".to_owned()));
        }
        if let Some(open) = self.peek().filter(|it| "[(<{".contains(*it)) {
            let Some(generic) = self.syntax.generics.iter().find(|it| it.text == name && it.open == open) else {
                let message = format!("`{name}{open}` starts no type of this dialect");
                return Err(Mistake { problem: Problem::UnknownWord, message, span });
            };
            return self.parts(generic, depth, linked);
        }
        if let Some(word) = self.syntax.words.iter().find(|it| it.text == name) {
            return Ok(TypeExpr::Word(word));
        }
        let model = self.syntax.model_prefixes.iter().find_map(|prefix| name.strip_prefix(prefix));
        let surely_model = linked || model.is_some();
        Ok(TypeExpr::Name { text: model.unwrap_or(&name).to_owned(), surely_model, span })
    }

    fn parts(&mut self, generic: &Generic, depth: usize, linked: bool) -> Result<TypeExpr, Mistake> {
        let start = self.at;
        self.eat(generic.open);
        let mut parts = vec![self.ty(depth - 1, linked)?];
        while self.eat(',') {
            parts.push(self.ty(depth - 1, linked)?);
        }
        self.expect(generic.close)?;
        let wanted = if generic.makes == Makes::KeyedMap { 2 } else { 1 };
        let found = parts.len();
        let (Some(item), true) = (parts.pop().map(Box::new), found == wanted) else {
            let message = format!("`{}` takes {wanted} type(s) and has {found}", generic.text);
            return Err(Mistake { problem: Problem::Syntax, message, span: self.span(start) });
        };
        Ok(match generic.makes {
            Makes::List => TypeExpr::List(item),
            Makes::Optional => TypeExpr::Optional(item),
            Makes::Map => TypeExpr::Map { item, text_keys: true },
            Makes::KeyedMap => TypeExpr::Map { item, text_keys: parts.first().is_some_and(is_text) },
        })
    }

    fn name(&mut self) -> String {
        let ends = |it: char| it.is_whitespace() || "[](){}<>,*`".contains(it);
        let rest = &self.text[self.at..];
        let name: String = rest.iter().map(|it| it.0).take_while(|it| !ends(*it)).collect();
        self.at += name.chars().count();
        name
    }

    /// `(Segment.html)` after a label. Targets can hold brackets of their own.
    fn link_target(&mut self) -> Result<(), Mistake> {
        let mut depth = 0_usize;
        while let Some((it, _)) = self.text.get(self.at) {
            match it {
                '(' => depth += 1,
                ')' => depth -= 1,
                _ if depth == 0 => break,
                _ => {}
            }
            self.at += 1;
            if depth == 0 {
                return Ok(());
            }
        }
        let message = if depth == 0 { "a link without a target" } else { "the target of a link is not closed" };
        Err(self.mistake(Problem::Syntax, message.to_owned()))
    }

    /// That text is bold or code says nothing about the type, and may start or end anywhere around a name.
    fn skip_markup(&mut self) {
        while self.peek().is_some_and(|it| matches!(it, '*' | '`') || it.is_whitespace()) {
            self.at += 1;
        }
    }

    fn peek(&self) -> Option<char> {
        self.text.get(self.at).map(|it| it.0)
    }

    fn eat(&mut self, wanted: char) -> bool {
        let found = self.peek() == Some(wanted);
        self.at += usize::from(found);
        found
    }

    fn expect(&mut self, wanted: char) -> Result<(), Mistake> {
        if self.eat(wanted) {
            return Ok(());
        }
        let found = self.peek().map_or_else(|| "the cell ends".to_owned(), |it| format!("`{it}` stands"));
        Err(self.mistake(Problem::Syntax, format!("{found} where `{wanted}` should close a bracket")))
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

fn is_text(key: &TypeExpr) -> bool {
    matches!(key, TypeExpr::Word(word) if word.scalar == crate::schema::Scalar::String)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dialect::words;
    use crate::source::Sp;

    fn shown(text: &str, syntax: &'static TypeSyntax) -> String {
        let cell = Sp { value: text.to_owned(), span: Span { file: 0, start: 0, end: text.len() } };
        show(&parse(&cell, syntax))
    }

    fn show(expr: &TypeExpr) -> String {
        match expr {
            TypeExpr::Word(word) => word.scalar.word().to_owned(),
            TypeExpr::Name { text, surely_model, .. } => format!("{text}{}", if *surely_model { "" } else { "?" }),
            TypeExpr::List(item) => format!("list[{}]", show(item)),
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
    fn depth_is_bounded() {
        let nested = |n: usize| format!("{}str{}", "list[".repeat(n), "]".repeat(n));
        assert_eq!(shown(&nested(MAX_DEPTH - 1), &words::PYTHON).matches("list").count(), MAX_DEPTH - 1);
        assert!(shown(&nested(100_000), &words::PYTHON).contains("nested deeper"));
    }
}
