//! Types as text.

use std::collections::BTreeMap;
use std::fmt;

use crate::rust::plan::RustType;

/// Prints types. A name that the output uses itself is replaced by its full path.
#[derive(Clone, Copy)]
pub(crate) struct Types<'p> {
    pub(crate) shadowed: &'p BTreeMap<&'static str, &'static str>,
}

impl<'p> Types<'p> {
    /// A type that can be formatted.
    pub(crate) fn show(self, ty: &'p RustType) -> Shown<'p> {
        Shown { ty, types: self }
    }

    /// A type of the prelude, a primitive type or a crate.
    fn outer(self, name: &'static str) -> &'static str {
        self.shadowed.get(name).copied().unwrap_or(name)
    }
}

/// A type that can be formatted.
pub(crate) struct Shown<'p> {
    ty: &'p RustType,
    types: Types<'p>,
}

impl fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { ty, types } = self;
        let mut of = |path: &str, item: &RustType| write!(f, "{path}<{}>", types.show(item));
        let (std, chrono) = (types.outer("std"), types.outer("chrono"));
        match ty {
            RustType::Option(item) => of(types.outer("Option"), item),
            RustType::Vec(item) => of(types.outer("Vec"), item),
            RustType::Box(item) => of(types.outer("Box"), item),
            RustType::Deep(item) => of("support::Deep", item),
            RustType::Patch(item) => of("support::Patch", item),
            RustType::OrBoolean(item) => of("support::OrBoolean", item),
            RustType::Map(item) => {
                write!(f, "{std}::collections::BTreeMap<{}, {}>", types.outer("String"), types.show(item))
            }
            RustType::Foreign(text) => f.write_str(text),
            RustType::Own(ident) => ident.fmt(f),
            RustType::String => f.write_str(types.outer("String")),
            RustType::Bool => f.write_str(types.outer("bool")),
            RustType::I32 => f.write_str(types.outer("i32")),
            RustType::I64 => f.write_str(types.outer("i64")),
            RustType::U32 => f.write_str(types.outer("u32")),
            RustType::U64 => f.write_str(types.outer("u64")),
            RustType::F32 => f.write_str(types.outer("f32")),
            RustType::F64 => f.write_str(types.outer("f64")),
            RustType::JiffTimestamp => write!(f, "{}::Timestamp", types.outer("jiff")),
            RustType::JiffDate => write!(f, "{}::civil::Date", types.outer("jiff")),
            RustType::ChronoDateTime => write!(f, "{chrono}::DateTime<{chrono}::FixedOffset>"),
            RustType::ChronoDate => write!(f, "{chrono}::NaiveDate"),
            RustType::TimeDateTime => write!(f, "{}::OffsetDateTime", types.outer("time")),
            RustType::TimeDate => write!(f, "{}::Date", types.outer("time")),
            RustType::Json => write!(f, "{}::Value", types.outer("serde_json")),
        }
    }
}
