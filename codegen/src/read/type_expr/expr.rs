//! The type in a type cell.

use crate::dialect::{TypeSyntax, Word, words};
use crate::read::page::Cell;
use crate::schema::{Problem, UnionOf};
use crate::source::Span;

/// The type in a type cell, whose names are not resolved yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TypeExpr {
    /// A word of the dialect.
    Word(&'static Word),
    /// A word of the dialect within a link; if a document describes a model of this name, it is that model.
    LinkedWord(&'static Word),
    /// Some other word: a model, or a mistake.
    Name {
        /// The word.
        text: String,
        /// Whether the cell says that it is a model, by a link or a prefix.
        surely_model: bool,
        /// Where it is.
        span: Span,
    },
    /// A list.
    List(Box<TypeExpr>),
    /// A list without repeated items.
    Set(Box<TypeExpr>),
    /// A map.
    Map {
        /// The type of the values.
        item: Box<TypeExpr>,
        /// Whether the keys are documented as strings.
        text_keys: bool,
    },
    /// A type that may be absent or `null`.
    Optional(Box<TypeExpr>),
    /// A type or `null`.
    Nullable(Box<TypeExpr>),
    /// One of several types.
    Mixed {
        /// How many of them a value is.
        of: UnionOf,
        /// The types.
        members: Vec<TypeExpr>,
    },
    /// The items of a list or map, if the document does not name them. The page that the link leads to may be that of
    /// their model.
    Unnamed {
        /// The name of the page.
        link: Option<String>,
    },
    /// A type that cannot be read.
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
    /// The type in a text that is in no document.
    pub fn of_text(text: &str, syntax: &'static TypeSyntax) -> Self {
        let span = Span { file: 0, start: 0, end: text.len() };
        super::parse(&Cell { value: text.to_owned(), span }, syntax)
    }

    /// Where the innermost word is that the dialect does not have.
    pub fn name_span(&self) -> Option<Span> {
        match self {
            Self::Name { span, .. } => Some(*span),
            Self::List(item)
            | Self::Set(item)
            | Self::Map { item, .. }
            | Self::Optional(item)
            | Self::Nullable(item) => item.name_span(),
            Self::Word(_) | Self::LinkedWord(_) | Self::Mixed { .. } | Self::Unnamed { .. } | Self::Unknown { .. } => {
                None
            }
        }
    }

    /// The type without lists, maps and the like around it.
    pub fn innermost(&self) -> &Self {
        match self {
            Self::List(item)
            | Self::Set(item)
            | Self::Map { item, .. }
            | Self::Optional(item)
            | Self::Nullable(item) => item.innermost(),
            Self::Word(_)
            | Self::LinkedWord(_)
            | Self::Name { .. }
            | Self::Mixed { .. }
            | Self::Unnamed { .. }
            | Self::Unknown { .. } => self,
        }
    }

    /// The same type around another innermost one.
    pub fn with_innermost(self, inner: Self) -> Self {
        let within = |item: Box<Self>| Box::new(item.with_innermost(inner.clone()));
        match self {
            Self::List(item) => Self::List(within(item)),
            Self::Set(item) => Self::Set(within(item)),
            Self::Map { item, text_keys } => Self::Map { item: within(item), text_keys },
            Self::Optional(item) => Self::Optional(within(item)),
            Self::Nullable(item) => Self::Nullable(within(item)),
            Self::Word(_)
            | Self::LinkedWord(_)
            | Self::Name { .. }
            | Self::Mixed { .. }
            | Self::Unnamed { .. }
            | Self::Unknown { .. } => inner,
        }
    }

    /// One of several types. With `null` among them, it is the others, or `null`.
    pub fn either(of: UnionOf, members: Vec<Self>) -> Self {
        let count = members.len();
        let mut others: Vec<Self> = members.into_iter().filter(|member| !member.is_null()).collect();
        let has_null = others.len() < count;
        let either = match (others.pop(), others.is_empty()) {
            (Some(only), true) if has_null => only,
            (last, _) => {
                others.extend(last);
                Self::Mixed { of, members: others }
            }
        };
        if has_null { Self::Nullable(Box::new(either)) } else { either }
    }

    /// Whether it is the same type at another place, linked or not.
    pub fn is_like(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Name { text, .. }, Self::Name { text: other, .. }) => text == other,
            (Self::Word(word) | Self::LinkedWord(word), Self::Word(other) | Self::LinkedWord(other)) => word == other,
            (Self::List(item), Self::List(other))
            | (Self::Set(item), Self::Set(other))
            | (Self::Map { item, .. }, Self::Map { item: other, .. })
            | (Self::Optional(item), Self::Optional(other))
            | (Self::Nullable(item), Self::Nullable(other)) => item.is_like(other),
            _ => self == other,
        }
    }

    /// Whether it is the word for `null`.
    pub fn is_null(&self) -> bool {
        matches!(self, Self::Word(word) if words::is_null(word))
    }

    pub(super) fn with_link(self, page: impl FnOnce() -> String) -> Self {
        match self.innermost() {
            Self::Unnamed { link: None } => self.with_innermost(Self::Unnamed { link: Some(page()) }),
            _ => self,
        }
    }
}
