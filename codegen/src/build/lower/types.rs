//! The types of a page as types of the schema.

use std::collections::BTreeSet;
use std::ops::Range;

use super::folders::Facts;
use super::foreign::{self, ForeignWord, Translation, Translations};
use crate::diag::{Message, Place, certain, did_you_mean};
use crate::dialect::{Dialect, LostValues, TypeSyntax, Word};
use crate::read::doc::FieldDoc;
use crate::read::type_expr::TypeExpr;
use crate::schema::{Assumption, Hole, ModelName, Problem, Scalar, Shown, Type};
use crate::source::{Sources, Span};

/// Lowers types, and collects what has to be assumed about them.
pub(super) struct Lowering<'a> {
    pub(super) syntax: &'a TypeSyntax,
    /// The models that documents describe.
    pub(super) documented: &'a BTreeSet<&'a str>,
    pub(super) sources: &'a Sources,
    /// Types in the words of other dialects.
    pub(super) translations: &'a Translations,
    /// What the documents of the folder show together.
    pub(super) facts: Facts,
    /// What was assumed so far.
    pub(super) assumed: Vec<Assumption>,
}

impl<'a> Lowering<'a> {
    pub(super) fn new(
        syntax: &'a TypeSyntax,
        documented: &'a BTreeSet<&'a str>,
        sources: &'a Sources,
        translations: &'a Translations,
    ) -> Self {
        Self { syntax, documented, sources, translations, facts: Facts::default(), assumed: Vec::new() }
    }

    /// Notes an assumption, once.
    pub(super) fn assume(&mut self, assumption: Assumption) {
        if !self.assumed.contains(&assumption) {
            self.assumed.push(assumption);
        }
    }

    /// A type whose word is also that of booleans. A default shows which of them it is, and so do limits and allowed
    /// values, which only other types have.
    pub(super) fn boolean_or(&mut self, ty: Type, doc: &FieldDoc) -> Type {
        if !self.assumed.contains(&Assumption::MaybeBoolean) {
            return ty;
        }
        let default = doc.default.as_ref().map(|text| text.value.trim());
        let is_boolean = default.is_some_and(is_made_of_booleans);
        if is_boolean || default.is_some() || !doc.limits.is_empty() || doc.values.is_some() {
            self.assumed.retain(|assumption| *assumption != Assumption::MaybeBoolean);
        }
        if is_boolean && doc.values.is_none() { ty.with_innermost(&Type::Scalar(Scalar::Boolean)) } else { ty }
    }

    /// Lowers a type.
    pub(super) fn ty(&mut self, expr: &TypeExpr) -> Type {
        match expr {
            TypeExpr::LinkedWord(word) if self.documented.contains(self.syntax.model_name(word.text)) => {
                Type::Model(ModelName(self.syntax.model_name(word.text).to_owned()))
            }
            TypeExpr::Word(word) | TypeExpr::LinkedWord(word) => {
                if let Some(assumption) = word.assumed {
                    self.assume(assumption);
                }
                let ty = Type::Scalar(self.scalar(word));
                if word.nullable { Type::Nullable(Box::new(ty)) } else { ty }
            }
            TypeExpr::Name { text, surely_model, span } => self.name(text, *surely_model, *span),
            TypeExpr::Map { item, text_keys } => {
                if !text_keys {
                    self.assume(Assumption::KeysAreText);
                }
                Type::Map(Box::new(self.item(item)))
            }
            TypeExpr::List(item) | TypeExpr::Set(item) => Type::List(Box::new(self.item(item))),
            TypeExpr::Nullable(item) if self.facts.marks_all() => self.ty(item),
            TypeExpr::Optional(item) | TypeExpr::Nullable(item) => Type::Nullable(Box::new(self.ty(item))),
            TypeExpr::Mixed { members, .. } => self.mixed(members),
            TypeExpr::Unnamed { link } => self.unnamed(link.as_deref()),
            TypeExpr::Unknown { problem, message, span } => {
                self.hole(*problem, Message::new(message.as_str()), *span, None)
            }
        }
    }

    /// Lowers the type of the items of a list or map. Any JSON can be `null` without saying so, as some SDKs do.
    fn item(&mut self, expr: &TypeExpr) -> Type {
        match self.ty(expr) {
            Type::Nullable(inner) if *inner == Type::Scalar(Scalar::Any) => *inner,
            ty => ty,
        }
    }

    /// Any JSON, unless one of the types cannot be read.
    fn mixed(&mut self, members: &[TypeExpr]) -> Type {
        let assumed = self.assumed.clone();
        let unknown =
            members.iter().map(|member| self.ty(member)).find(|ty| matches!(ty.innermost(), Type::Unknown(_)));
        self.assumed = assumed;
        self.assume(Assumption::MixedTypes);
        unknown.unwrap_or(Type::Scalar(Scalar::Any))
    }

    fn scalar(&self, word: &Word) -> Scalar {
        if self.facts.has_days && word.scalar == Scalar::DateOrDateTime { Scalar::DateTime } else { word.scalar }
    }

    /// The items of a list whose type the cell does not name, although it may link to a model.
    fn unnamed(&mut self, link: Option<&str>) -> Type {
        match link.map(|link| self.syntax.model_name(link)) {
            Some(name) if self.documented.contains(name) => {
                self.assume(Assumption::ItemsByLink);
                Type::Model(ModelName(name.to_owned()))
            }
            _ => {
                self.assume(Assumption::ItemsUnknown);
                Type::Scalar(Scalar::Any)
            }
        }
    }

    /// A word that is not a type of the dialect is a model if a document has its name or if the cell links it, and
    /// also if it is capitalised and no type of another dialect; otherwise it is a misspelled type.
    fn name(&mut self, text: &str, surely_model: bool, span: Span) -> Type {
        if self.is_lost(text) {
            self.assume(Assumption::ValuesLost);
            return Type::Scalar(Scalar::String);
        }
        let text = self.syntax.model_name(text);
        if !self.documented.contains(text)
            && let Some(inner) = self.syntax.nullable_prefix.and_then(|prefix| text.strip_prefix(prefix))
            && self.documented.contains(inner)
        {
            return Type::Nullable(Box::new(Type::Model(ModelName(inner.to_owned()))));
        }
        let is_capitalised = text.chars().next().is_some_and(char::is_uppercase);
        // Links lead to models, whose names are capitalised in all languages.
        if self.documented.contains(text) || surely_model && is_capitalised {
            return Type::Model(ModelName(text.to_owned()));
        }
        if let Some(ForeignWord { message, scalar }) = foreign::explain(text, self.syntax) {
            return self.hole(Problem::ForeignWord, message, span, Some(Type::Scalar(scalar)));
        }
        if is_capitalised || surely_model {
            return Type::Model(ModelName(text.to_owned()));
        }
        let words = self.syntax.words.iter().map(|word| word.text);
        let known = || words.clone().chain(self.documented.iter().copied());
        let message = Message::new(format!("no type is called `{text}`")).hint(did_you_mean(text, known()));
        let meant = certain(text, known()).map(|meant| self.named(meant));
        self.hole(Problem::UnknownWord, message, span, meant)
    }

    /// The type with a name that is a word of the dialect or a model.
    fn named(&self, name: &str) -> Type {
        let word = self.syntax.words.iter().find(|word| word.text == name);
        word.map_or_else(|| Type::Model(ModelName(name.to_owned())), |word| Type::Scalar(self.scalar(word)))
    }

    fn hole(&self, problem: Problem, message: Message, span: Span, meant: Option<Type>) -> Type {
        let Place { origin, width } = self.sources.place(span);
        let Message { text: message, help, .. } = message;
        let shown = Shown { width, meant: meant.map(Box::new) };
        Type::Unknown(Box::new(Hole { problem, message, help, origin, shown }))
    }

    /// The type of a cell. One that only other dialects can read is reported with the words of this one.
    pub(super) fn translated(&mut self, expr: &TypeExpr, cell: Span, dialect: &'static Dialect) -> Type {
        let TypeExpr::Unknown { problem: Problem::Syntax | Problem::UnknownWord, span, .. } = expr else {
            return self.ty(expr);
        };
        let text = self.sources.text(cell);
        let parts = [0..text.len(), foreign::around_mistake(text, span.start.saturating_sub(cell.start))];
        let translated = parts.into_iter().find_map(|part| self.translated_part(text, part, cell, dialect));
        translated.unwrap_or_else(|| self.ty(expr))
    }

    /// A cell whose part is a type of other dialects.
    fn translated_part(&self, text: &str, part: Range<usize>, cell: Span, dialect: &'static Dialect) -> Option<Type> {
        let foreign = text.get(part.clone())?;
        let is_documented = |name: &str| self.documented.contains(name);
        let Translation { message, written } = self.translations.of(foreign.trim(), dialect, is_documented)?;
        let whole = [text.get(..part.start)?, &written, text.get(part.end..)?].concat();
        let meant = Lowering { assumed: Vec::new(), ..*self }.ty(&TypeExpr::of_text(&whole, dialect.types));
        let indent = foreign.len() - foreign.trim_start().len();
        let place = cell.part(part.start + indent, foreign.trim().len());
        let is_read = !matches!(meant.innermost(), Type::Unknown(_));
        is_read.then(|| self.hole(Problem::ForeignWord, message, place, Some(meant)))
    }

    /// Whether a name is that of an enum without a document.
    fn is_lost(&self, text: &str) -> bool {
        self.syntax.lost_values.iter().any(|lost| match lost {
            LostValues::Suffix(suffix) => text.ends_with(suffix),
            LostValues::WithinModel => text.split_once('.').is_some_and(|(model, _)| self.documented.contains(model)),
        })
    }
}

/// Whether a default is a boolean, or a list of booleans.
fn is_made_of_booleans(default: &str) -> bool {
    let items = default.strip_prefix('[').and_then(|items| items.strip_suffix(']')).unwrap_or(default);
    items.split(',').all(|item| matches!(item.trim(), "true" | "false" | "TRUE" | "FALSE"))
}
