//! The types of generated code.

use std::collections::BTreeMap;

use super::{Planner, values};
use crate::rust::names::TypeIdent;
use crate::rust::options::Dates;
use crate::schema::{ModelName, Scalar, Shape, Type};

/// A type of generated code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RustType {
    /// `bool`.
    Bool,
    /// `i32`.
    I32,
    /// `i64`.
    I64,
    /// `u32`.
    U32,
    /// `u64`.
    U64,
    /// `f32`.
    F32,
    /// `f64`.
    F64,
    /// `String`.
    String,
    /// `jiff::Timestamp`.
    JiffTimestamp,
    /// `jiff::civil::Date`.
    JiffDate,
    /// `chrono::DateTime<chrono::FixedOffset>`.
    ChronoDateTime,
    /// `chrono::NaiveDate`.
    ChronoDate,
    /// `time::OffsetDateTime`.
    TimeDateTime,
    /// `time::Date`.
    TimeDate,
    /// `serde_json::Value`.
    Json,
    /// A type of the user or of another crate, as Rust text.
    Foreign(String),
    /// A type that the output defines: a model, or the allowed values of a field.
    Own(TypeIdent),
    /// `Option`.
    Option(Box<Self>),
    /// `support::Patch`.
    Patch(Box<Self>),
    /// `support::OrBoolean`.
    OrBoolean(Box<Self>),
    /// `Box`.
    Box(Box<Self>),
    /// `support::Deep`.
    Deep(Box<Self>),
    /// `Vec`.
    Vec(Box<Self>),
    /// A `BTreeMap` from strings.
    Map(Box<Self>),
}

/// How a field or a variant holds its value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Holding {
    /// As it is.
    Value,
    /// In a box.
    Box,
    /// In a box that the compiler does not look into.
    Deep,
}

impl RustType {
    fn date_time(dates: Dates) -> Self {
        match dates {
            Dates::Jiff => Self::JiffTimestamp,
            Dates::Chrono => Self::ChronoDateTime,
            Dates::Time => Self::TimeDateTime,
            Dates::Text => Self::String,
        }
    }

    fn date(dates: Dates) -> Self {
        match dates {
            Dates::Jiff => Self::JiffDate,
            Dates::Chrono => Self::ChronoDate,
            Dates::Time => Self::TimeDate,
            Dates::Text => Self::String,
        }
    }

    /// The type within all options, boxes, lists and maps.
    pub(crate) fn innermost(&self) -> &Self {
        match self {
            Self::Option(item)
            | Self::Patch(item)
            | Self::OrBoolean(item)
            | Self::Box(item)
            | Self::Deep(item)
            | Self::Vec(item)
            | Self::Map(item) => item.innermost(),
            other => other,
        }
    }

    /// The type of the values of a field of this type, without the option and the box around them. `null` is a value of
    /// a three-valued field.
    pub(crate) fn value(&self) -> &Self {
        let held = if let Self::Option(held) = self { held } else { self };
        if let Self::Box(value) | Self::Deep(value) = held { value } else { held }
    }

    /// The generated type within the type.
    pub(crate) fn own(&self) -> Option<&str> {
        if let Self::Own(ident) = self.innermost() { Some(ident.as_str()) } else { None }
    }

    pub(super) fn optional(self) -> Self {
        Self::Option(Box::new(self))
    }

    /// The type with `true` and `false` beside its integers of 32 bits and strings, which may be booleans.
    pub(super) fn or_boolean(self) -> Self {
        match self {
            Self::I32 | Self::String => Self::OrBoolean(Box::new(self)),
            Self::Vec(item) => Self::Vec(Box::new(item.or_boolean())),
            Self::Map(item) => Self::Map(Box::new(item.or_boolean())),
            Self::Option(item) => Self::Option(Box::new(item.or_boolean())),
            other => other,
        }
    }

    /// Whether it is a type of which only serde's traits are known.
    pub(super) fn is_foreign(&self) -> bool {
        matches!(self, Self::Foreign(_))
    }

    /// The type of a place that holds a value of this type.
    pub(super) fn held(self, holding: Holding) -> Self {
        match holding {
            // Nothing is known of its traits.
            _ if self.is_foreign() => self,
            Holding::Value => self,
            Holding::Box => Self::Box(Box::new(self)),
            Holding::Deep => Self::Deep(Box::new(self)),
        }
    }
}

/// The names that types are printed with, and their full paths.
const OUTER: &[(&str, &str)] = &[
    ("Option", "::std::option::Option"),
    ("Box", "::std::boxed::Box"),
    ("Vec", "::std::vec::Vec"),
    ("String", "::std::string::String"),
    ("bool", "::std::primitive::bool"),
    ("i32", "::std::primitive::i32"),
    ("i64", "::std::primitive::i64"),
    ("u32", "::std::primitive::u32"),
    ("u64", "::std::primitive::u64"),
    ("f32", "::std::primitive::f32"),
    ("f64", "::std::primitive::f64"),
    ("std", "::std"),
    ("serde_json", "::serde_json"),
    ("jiff", "::jiff"),
    ("chrono", "::chrono"),
    ("time", "::time"),
];

/// The full paths of the names that the output uses itself, for a type or a module.
pub(super) fn shadowed<'a>(own: impl Iterator<Item = &'a str>) -> BTreeMap<&'static str, &'static str> {
    own.filter_map(|own| OUTER.iter().find(|(name, _)| *name == own).copied()).collect()
}

impl Planner<'_> {
    /// The Rust type for a type of the schema; what it is made of are `values`, if there are allowed values.
    pub(super) fn ty(&self, ty: &Type, values: Option<&TypeIdent>) -> RustType {
        match ty {
            Type::Scalar(scalar) => values.map_or_else(|| self.scalar(*scalar), |ident| RustType::Own(ident.clone())),
            Type::List(item) => RustType::Vec(Box::new(self.ty(item, values))),
            Type::Map(item) => RustType::Map(Box::new(self.ty(item, values))),
            Type::Nullable(item) => self.ty(item, values).optional(),
            Type::Model(name) => self.named(name, ty),
            // An error was reported, so nothing is printed.
            Type::Unknown(_) => RustType::Json,
        }
    }

    pub(super) fn scalar(&self, scalar: Scalar) -> RustType {
        if let Some(text) = self.options.replaced_scalar(scalar) {
            return self.chosen(text);
        }
        match scalar {
            Scalar::String
            | Scalar::File
            | Scalar::DateOrDateTime
            | Scalar::Time
            | Scalar::Duration
            | Scalar::Uuid
            | Scalar::Uri
            | Scalar::Bytes => RustType::String,
            Scalar::Uint32 => RustType::U32,
            Scalar::Uint64 | Scalar::Uint64Text => RustType::U64,
            Scalar::Int32 => RustType::I32,
            Scalar::Int64 | Scalar::Int64Text => RustType::I64,
            Scalar::Float32 => RustType::F32,
            Scalar::Float64 => RustType::F64,
            Scalar::Boolean => RustType::Bool,
            Scalar::DateTime => RustType::date_time(self.options.dates),
            Scalar::Date => RustType::date(self.options.dates),
            // A decimal can be a number or a string.
            Scalar::Decimal | Scalar::Any => RustType::Json,
        }
    }

    /// The type for the name of a model, which is the type of the schema.
    fn named(&self, name: &ModelName, ty: &Type) -> RustType {
        if let Some(text) = self.options.replaced_model(name) {
            return self.chosen(text);
        }
        let target = self.unaliased(ty);
        let Type::Model(target_name) = target else { return self.ty(target, None) };
        if target_name != name {
            return self.named(target_name, target);
        }
        match self.other(name) {
            Some(Shape::Values { of, values }) if values::kind(*of, values).is_none() => self.scalar(*of),
            // An alias of itself.
            Some(Shape::Alias(_)) => RustType::Json,
            _ => RustType::Own(self.ident(name)),
        }
    }
}
