//! Types as text.

use std::collections::BTreeSet;
use std::fmt;

use crate::rust::plan::{RustType, StdType};

/// Prints types. A type of the standard library whose name the output uses for another type gets its full path.
#[derive(Clone, Copy)]
pub(crate) struct Types<'p> {
    pub(crate) shadowed: &'p BTreeSet<StdType>,
}

impl<'p> Types<'p> {
    /// A type that can be formatted.
    pub(super) fn show(self, ty: &'p RustType) -> Shown<'p> {
        Shown { ty, types: self }
    }

    fn std(self, ty: StdType) -> &'static str {
        if self.shadowed.contains(&ty) { ty.path() } else { ty.name() }
    }
}

/// A type that can be formatted.
pub(super) struct Shown<'p> {
    ty: &'p RustType,
    types: Types<'p>,
}

impl fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { ty, types } = self;
        let mut of = |path: &str, item: &RustType| write!(f, "{path}<{}>", types.show(item));
        match ty {
            RustType::Option(item) => of(types.std(StdType::Option), item),
            RustType::Vec(item) => of(types.std(StdType::Vec), item),
            RustType::Box(item) => of(types.std(StdType::Box), item),
            RustType::Patch(item) => of("support::Patch", item),
            RustType::OrBoolean(item) => of("support::OrBoolean", item),
            RustType::Map(item) => {
                let key = types.std(StdType::String);
                write!(f, "std::collections::BTreeMap<{key}, {}>", types.show(item))
            }
            RustType::Own(ident) => ident.fmt(f),
            RustType::String => f.write_str(types.std(StdType::String)),
            RustType::Bool => f.write_str("bool"),
            RustType::I32 => f.write_str("i32"),
            RustType::I64 => f.write_str("i64"),
            RustType::U32 => f.write_str("u32"),
            RustType::U64 => f.write_str("u64"),
            RustType::F32 => f.write_str("f32"),
            RustType::F64 => f.write_str("f64"),
            RustType::JiffTimestamp => f.write_str("jiff::Timestamp"),
            RustType::JiffDate => f.write_str("jiff::civil::Date"),
            RustType::ChronoDateTime => f.write_str("chrono::DateTime<chrono::FixedOffset>"),
            RustType::ChronoDate => f.write_str("chrono::NaiveDate"),
            RustType::TimeDateTime => f.write_str("time::OffsetDateTime"),
            RustType::TimeDate => f.write_str("time::Date"),
            RustType::Json => f.write_str("serde_json::Value"),
        }
    }
}
