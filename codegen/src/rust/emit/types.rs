//! Types, as text and as syntax.

use std::borrow::Cow;
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

    /// Adds the text of a type.
    pub(super) fn add(self, ty: &RustType, text: &mut String) {
        match self.parts(ty) {
            Parts::Path(root, rest, arguments) => {
                text.extend([root, rest]);
                for (argument, before) in arguments.into_iter().flatten().zip(["<", ", "]) {
                    text.push_str(before);
                    self.add(argument, text);
                }
                text.push_str(if arguments[0].is_some() { ">" } else { "" });
            }
            Parts::Text(foreign) => text.push_str(&foreign),
        }
    }

    /// Whether the text of a type is not from here, so that only a formatter knows how to lay it out.
    pub(super) fn is_foreign(ty: &RustType) -> bool {
        matches!(ty.innermost(), RustType::Foreign(_))
    }

    /// What a type consists of.
    pub(super) fn parts(self, ty: &RustType) -> Parts<'_> {
        let plain = |name| Parts::Path(self.outer(name), "", [None, None]);
        let within = |name, path| Parts::Path(self.outer(name), path, [None, None]);
        let of = |path, item| Parts::Path(path, "", [Some(item), None]);
        match ty {
            RustType::Option(item) => of(self.outer("Option"), item),
            RustType::Vec(item) => of(self.outer("Vec"), item),
            RustType::Box(item) => of(self.outer("Box"), item),
            RustType::Deep(item) => of("support::Deep", item),
            RustType::Patch(item) => of("support::Patch", item),
            RustType::OrBoolean(item) => of("support::OrBoolean", item),
            RustType::Map(item) => {
                Parts::Path(self.outer("std"), "::collections::BTreeMap", [Some(&RustType::String), Some(item)])
            }
            RustType::Foreign(text) => Parts::Text(Cow::Borrowed(text)),
            RustType::Own(ident) => Parts::Path(ident.as_str(), "", [None, None]),
            RustType::String => plain("String"),
            RustType::Bool => plain("bool"),
            RustType::I32 => plain("i32"),
            RustType::I64 => plain("i64"),
            RustType::U32 => plain("u32"),
            RustType::U64 => plain("u64"),
            RustType::F32 => plain("f32"),
            RustType::F64 => plain("f64"),
            RustType::JiffTimestamp => within("jiff", "::Timestamp"),
            RustType::JiffDate => within("jiff", "::civil::Date"),
            RustType::ChronoDateTime => {
                Parts::Text(Cow::Owned(format!("{0}::DateTime<{0}::FixedOffset>", self.outer("chrono"))))
            }
            RustType::ChronoDate => within("chrono", "::NaiveDate"),
            RustType::TimeDateTime => within("time", "::OffsetDateTime"),
            RustType::TimeDate => within("time", "::Date"),
            RustType::Json => within("serde_json", "::Value"),
        }
    }

    /// A type of the prelude, a primitive type or a crate.
    fn outer(self, name: &'static str) -> &'static str {
        self.shadowed.get(name).copied().unwrap_or(name)
    }
}

/// What a type consists of.
pub(super) enum Parts<'p> {
    /// The root of a path, the rest of it, and up to two arguments.
    Path(&'p str, &'static str, [Option<&'p RustType>; 2]),
    /// Rust text.
    Text(Cow<'p, str>),
}

/// A type that can be formatted.
pub(crate) struct Shown<'p> {
    ty: &'p RustType,
    types: Types<'p>,
}

impl fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = String::new();
        self.types.add(self.ty, &mut text);
        f.write_str(&text)
    }
}
