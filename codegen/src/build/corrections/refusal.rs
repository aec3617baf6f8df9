//! Why a correction is not applied.

use std::fmt;

use crate::diag::{Code, Message, Place, codes};
use crate::schema::{Hole, Type};

/// Why a correction is not applied.
#[derive(Debug)]
pub(super) enum Refusal {
    /// The place of the first correction.
    Twice(Place),
    ChangesNothing,
    NoModel {
        model: String,
        hint: Option<String>,
    },
    SkippedModel(String),
    NoObject {
        model: String,
        field: String,
    },
    NoField {
        model: String,
        field: String,
        hint: Option<String>,
    },
    NeedsField,
    HasKey {
        model: String,
        key: String,
    },
    HasMember {
        model: String,
        ty: Type,
    },
    NotAUnion {
        model: String,
        shape: String,
    },
    NotAList {
        model: String,
        shape: String,
    },
    OtherShape {
        model: String,
        shape: String,
    },
    BadType(Box<Hole>),
    Nullable,
    TakesNoValues {
        field: String,
        ty: Type,
    },
    ValuesWereListed {
        field: String,
        ty: Type,
    },
    HasNoValues(String),
    NotOfType {
        text: String,
        ty: Type,
    },
}

impl Refusal {
    pub(super) fn code(&self) -> &'static Code {
        match self {
            Self::Twice(_) => &codes::CORRECTION_TWICE,
            Self::ChangesNothing | Self::HasKey { .. } | Self::HasMember { .. } => &codes::CORRECTION_CHANGES_NOTHING,
            Self::NoModel { .. } | Self::SkippedModel(_) | Self::NoObject { .. } | Self::NoField { .. } => {
                &codes::CORRECTION_MISSES
            }
            Self::NeedsField
            | Self::NotAUnion { .. }
            | Self::NotAList { .. }
            | Self::OtherShape { .. }
            | Self::BadType(_)
            | Self::Nullable
            | Self::TakesNoValues { .. }
            | Self::ValuesWereListed { .. }
            | Self::HasNoValues(_)
            | Self::NotOfType { .. } => &codes::BAD_CORRECTION,
        }
    }
}

impl Refusal {
    pub(super) fn message(&self) -> Message {
        let message = Message::new(self.to_string());
        match self {
            Self::Twice(first) => message.related(first.clone(), "the first one"),
            Self::ChangesNothing => message.help("delete the row"),
            Self::NoModel { hint, .. } | Self::NoField { hint, .. } => message.hint(hint.clone()),
            Self::NotAList { .. } | Self::OtherShape { .. } => message.help("is the field missing in this row?"),
            Self::BadType(hole) => message.hint(hole.help.clone()),
            _ => message,
        }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Twice(_) => f.write_str("another row already corrects this"),
            Self::ChangesNothing => f.write_str("the documents already say this"),
            Self::NoModel { model, .. } => write!(f, "no document describes a model `{model}`"),
            Self::SkippedModel(model) => write!(f, "another correction skips `{model}`"),
            Self::NoObject { model, field } => write!(f, "`{model}` is not an object, so it has no field `{field}`"),
            Self::NoField { model, field, .. } => write!(f, "`{model}` has no field `{field}`"),
            Self::NeedsField => f.write_str("this correction needs a field"),
            Self::HasKey { model, key } => write!(f, "`{model}` already has a field with the key `{key}`"),
            Self::HasMember { model, ty } => write!(f, "`{model}` already has the member {ty}"),
            Self::NotAUnion { model, shape } => write!(f, "`{model}` is {shape} and not a union, so it has no members"),
            Self::NotAList { model, shape } => {
                write!(f, "`{model}` is {shape} and not a list of values")
            }
            Self::OtherShape { model, shape } => {
                write!(f, "`{model}` is {shape} in every document")
            }
            Self::BadType(hole) => f.write_str(&hole.message),
            Self::Nullable => {
                f.write_str("`nullable` is only for the items of lists and maps; any field can be `null`")
            }
            Self::TakesNoValues { field, ty } => {
                write!(f, "`{field}` is {ty}, and only texts and integers can have allowed values")
            }
            Self::ValuesWereListed { field, ty } => {
                write!(f, "another correction lists the allowed values of `{field}`, and {ty} cannot have them")
            }
            Self::HasNoValues(field) => {
                write!(f, "`{field}` has no allowed values of its own that could have a name")
            }
            Self::NotOfType { text, ty } => write!(f, "`{text}` is not a value of the type {ty}"),
        }
    }
}
