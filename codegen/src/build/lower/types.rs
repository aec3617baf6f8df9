//! The types of a page as types of the schema.

use std::collections::BTreeSet;

use super::folders::Facts;
use super::foreign;
use crate::diag::{Message, Place, did_you_mean};
use crate::dialect::{LostValues, TypeSyntax, Word};
use crate::read::doc::FieldDoc;
use crate::read::type_expr::TypeExpr;
use crate::schema::{Assumption, Hole, ModelName, Problem, Scalar, Type};
use crate::source::{Sources, Span};

/// Lowers types, and collects what has to be assumed about them.
pub(super) struct Lowering<'a> {
    pub(super) syntax: &'a TypeSyntax,
    /// The models that documents describe.
    pub(super) documented: &'a BTreeSet<&'a str>,
    pub(super) sources: &'a Sources,
    /// What the documents of the folder show together.
    pub(super) facts: Facts,
    /// What was assumed so far.
    pub(super) assumed: Vec<Assumption>,
}

impl<'a> Lowering<'a> {
    pub(super) fn new(syntax: &'a TypeSyntax, documented: &'a BTreeSet<&'a str>, sources: &'a Sources) -> Self {
        Self { syntax, documented, sources, facts: Facts::default(), assumed: Vec::new() }
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
                Type::Map(Box::new(self.ty(item)))
            }
            TypeExpr::List(item) | TypeExpr::Set(item) => Type::List(Box::new(self.ty(item))),
            TypeExpr::Nullable(item) if self.facts.marks_all() => self.ty(item),
            TypeExpr::Optional(item) | TypeExpr::Nullable(item) => Type::Nullable(Box::new(self.ty(item))),
            TypeExpr::Mixed { members, .. } => self.mixed(members),
            TypeExpr::Unnamed { link } => self.unnamed(link.as_deref()),
            TypeExpr::Unknown { problem, message, span } => self.hole(*problem, Message::new(message.as_str()), *span),
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
        if let Some(message) = foreign::explain(text, self.syntax) {
            return self.hole(Problem::ForeignWord, message, span);
        }
        if is_capitalised || surely_model {
            return Type::Model(ModelName(text.to_owned()));
        }
        let words = self.syntax.words.iter().map(|word| word.text);
        let hint = did_you_mean(text, words.chain(self.documented.iter().copied()));
        self.hole(Problem::UnknownWord, Message::new(format!("no type is called `{text}`")).hint(hint), span)
    }

    fn hole(&self, problem: Problem, message: Message, span: Span) -> Type {
        let Place { origin, width } = self.sources.place(span);
        Type::Unknown(Hole { problem, message: message.text, help: message.help, origin, width })
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
