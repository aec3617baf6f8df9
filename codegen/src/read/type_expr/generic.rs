//! Types with parts.

use super::form::{Piece, first_text, is_bare, pieces};
use super::scan::{closing, may_start};
use super::{Mistake, Parser, TypeExpr, is_text, made};
use crate::dialect::{Generic, LostValues, Makes};
use crate::schema::{Problem, UnionOf};

/// A form that the text starts with.
#[derive(Clone, Copy)]
pub(super) struct Start {
    generic: &'static Generic,
    /// The text before its first part.
    pub text: &'static str,
}

/// A form after the name of a model.
pub(super) struct Qualified {
    name: String,
    /// Where the form starts.
    at: usize,
    start: Start,
}

/// A form that goes on after a type: `T[]`, `T | null`.
#[derive(Clone, Copy)]
pub(super) struct Suffix {
    generic: &'static Generic,
    /// The number of characters that it takes.
    len: usize,
}

/// The forms that started alike and may go on as the text does.
struct Alike {
    forms: Vec<Form>,
    /// The types that were read.
    parts: Vec<TypeExpr>,
    /// Whether the first of them is that of the keys of a map.
    has_key: bool,
}

/// A form that was taken apart.
struct Form {
    makes: Makes,
    pieces: Vec<Piece>,
}

impl Parser<'_> {
    /// The form with the longest first text that is next.
    pub(super) fn longest_form(&self) -> Option<Start> {
        let mut longest: Option<Start> = None;
        let next = self.peek();
        for generic in self.syntax.generics.iter().filter(|generic| may_start(generic.form, next)) {
            let Some(text) = first_text(generic.form) else { continue };
            let start = Start { generic, text };
            if self.is_next(start) && longest.is_none_or(|known| known.text.len() <= text.len()) {
                longest = Some(start);
            }
        }
        longest
    }

    /// A form after the name of a model and a dot, as in `Order.List<StateEnum>` for a list of `Order.StateEnum`.
    pub(super) fn qualified_form(&self) -> Option<Qualified> {
        self.syntax.lost_values.contains(&LostValues::WithinModel).then_some(())?;
        let letters = self.text[self.at..].iter().map(|placed| placed.letter);
        let name: String = letters.take_while(|letter| letter.is_alphanumeric() || *letter == '_').collect();
        let at = self.at + name.chars().count();
        self.text.get(at).filter(|placed| placed.letter == '.')?;
        let rest = Parser { at: at + 1, tails: Vec::new(), size: None, ..*self };
        Some(Qualified { name, at: rest.at, start: rest.longest_form()? })
    }

    /// Reads such a form. The name is that of the model which the innermost type is within.
    pub(super) fn qualified(&mut self, form: &Qualified, depth: usize, linked: bool) -> Result<TypeExpr, Mistake> {
        self.at = form.at;
        let ty = self.form(form.start, depth, linked)?;
        match ty.innermost() {
            TypeExpr::Name { text, span, .. } => {
                let text = format!("{}.{text}", form.name);
                let inner = TypeExpr::Name { text, surely_model: linked, span: *span };
                Ok(ty.with_innermost(inner))
            }
            _ => Ok(ty),
        }
    }

    fn is_next(&self, start: Start) -> bool {
        if is_bare(start.generic.form) { self.has_word(start.text) } else { self.has_text(start.text).is_some() }
    }

    /// Reads a form.
    pub(super) fn form(&mut self, start: Start, depth: usize, linked: bool) -> Result<TypeExpr, Mistake> {
        let Start { generic, text } = start;
        let from = self.at;
        if is_bare(generic.form) {
            if generic.makes == Makes::Rest {
                return Ok(self.rest());
            }
            self.at += text.chars().count();
            self.unfinished(text)?;
            return Ok(made(generic.makes, TypeExpr::Unnamed { link: None }, true));
        }
        if generic.makes == Makes::Rest {
            return Ok(self.rest());
        }
        self.at += self.has_text(text).unwrap_or_default();
        let mut alike = Alike::new(self.syntax.generics, text);
        for step in 1_usize.. {
            match alike.piece(step) {
                None => break,
                Some(Piece::Text(wanted)) => {
                    let len = alike.go_on(self, step).ok_or_else(|| self.no_end(start, wanted, from, &alike.parts))?;
                    self.at += len;
                }
                Some(piece) => {
                    alike.has_key |= piece == Piece::Key;
                    alike.parts.push(self.ty(depth - 1, linked)?);
                    while piece == Piece::Parts && self.eat(',') {
                        alike.parts.push(self.ty(depth - 1, linked)?);
                    }
                }
            }
        }
        Ok(alike.made(generic.makes))
    }

    /// An inline object in braces, or without them a type whose text cannot be read any further.
    fn rest(&mut self) -> TypeExpr {
        let rest = &self.text[self.at..];
        let end = Some('{').filter(|open| self.peek() == Some(*open)).and_then(|open| closing(rest, open, '}'));
        self.at += end.map_or(rest.len(), |end| end + 1);
        TypeExpr::Mixed { of: UnionOf::One, members: Vec::new() }
    }

    fn no_end(&self, start: Start, wanted: &str, from: usize, parts: &[TypeExpr]) -> Mistake {
        let has_more = self.peek() == Some(',');
        if has_more || (wanted.starts_with(',') && self.peek().is_some()) {
            let takes = pieces(start.generic.form).filter(|piece| matches!(piece, Piece::Part | Piece::Key)).count();
            let name = start.text.trim_end_matches(['[', '(', '<', '{', ' ']);
            let message = format!("`{name}` takes {takes} type(s) and has {}", parts.len() + usize::from(has_more));
            return Mistake { problem: Problem::Syntax, message, span: self.span(from + name.chars().count()) };
        }
        self.not_closed(wanted.trim())
    }

    /// Reads what may follow a type.
    pub(super) fn after(&mut self, mut expr: TypeExpr, depth: usize) -> Result<TypeExpr, Mistake> {
        for _ in 0..depth {
            self.skip_markup();
            let Some(Suffix { generic, len }) = self.longest_suffix() else { return Ok(expr) };
            self.at += len;
            expr = made(generic.makes, expr, true);
        }
        Err(self.too_deep())
    }

    /// The form that is next after a type and takes most.
    pub(super) fn longest_suffix(&self) -> Option<Suffix> {
        let mut longest: Option<Suffix> = None;
        let next = self.text[self.at..].iter().map(|placed| placed.letter).find(|letter| !letter.is_whitespace());
        // Most forms go on with another letter, which is seen without taking them apart.
        let may_go_on = |form: &str| {
            let second = form.strip_prefix('T').and_then(|rest| rest.chars().next());
            second.is_some() && (second == next || second.is_some_and(char::is_whitespace))
        };
        for generic in self.syntax.generics.iter().filter(|generic| may_go_on(generic.form)) {
            let mut pieces = pieces(generic.form);
            if let (Some(Piece::Part), Some(Piece::Text(text))) = (pieces.next(), pieces.next())
                && let Some(len) = self.has_text(text)
                && longest.is_none_or(|known| known.len <= len)
            {
                longest = Some(Suffix { generic, len });
            }
        }
        longest
    }
}

impl Alike {
    fn new(generics: &'static [Generic], first: &'static str) -> Self {
        // Most forms start otherwise, which is seen without taking them apart.
        let generics = generics.iter().filter(|generic| generic.form.starts_with(first));
        let forms = generics.map(|generic| Form { makes: generic.makes, pieces: pieces(generic.form).collect() });
        // Without parts, there is one piece.
        let forms = forms.filter(|form| form.pieces.len() > 1 && form.pieces[0] == Piece::Text(first));
        Self { forms: forms.collect(), parts: Vec::new(), has_key: false }
    }

    fn piece(&self, step: usize) -> Option<Piece> {
        self.forms.first()?.pieces.get(step).copied()
    }

    /// Keeps the forms whose next text is the longest one that is next in the cell. Returns the number of characters
    /// that it takes there.
    fn go_on(&mut self, parser: &Parser<'_>, step: usize) -> Option<usize> {
        let text_of = |form: &Form| match form.pieces.get(step) {
            Some(Piece::Text(text)) => parser.has_text(text).map(|len| (text.len(), len)),
            _ => None,
        };
        let longest = self.forms.iter().filter_map(text_of).max()?;
        self.forms.retain(|form| text_of(form) == Some(longest));
        Some(longest.1)
    }

    fn made(mut self, makes: Makes) -> TypeExpr {
        let makes = self.forms.first().map_or(makes, |form| form.makes);
        let text_keys = !self.has_key || self.parts.first().is_some_and(is_text);
        match makes {
            Makes::OneOf => TypeExpr::Mixed { of: UnionOf::One, members: self.parts },
            Makes::AnyOf => TypeExpr::Mixed { of: UnionOf::Any, members: self.parts },
            _ => made(makes, self.parts.pop().unwrap_or(TypeExpr::Unnamed { link: None }), text_keys),
        }
    }
}
