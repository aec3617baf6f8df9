//! How types are written that are not models.

use std::collections::BTreeSet;

use super::RustType;
use crate::rust::names::TypeIdent;
use crate::rust::options::Dates;

/// The paths of types that are not models. The names of the prelude are printed plainly, except those
/// that a model has taken.
pub(super) struct Paths {
    pub(super) option: String,
    pub(super) vec: String,
    pub(super) boxed: String,
    pub(super) string: String,
    pub(super) date_time: RustType,
    pub(super) date: RustType,
}

impl Paths {
    /// With the names of all other types.
    pub(super) fn new<'a>(types: impl Iterator<Item = &'a TypeIdent>, dates: Dates) -> Self {
        let taken: BTreeSet<String> = types.map(ToString::to_string).collect();
        let path = |name: &str, full: &str| if taken.contains(name) { full } else { name }.to_owned();
        let string = path("String", "std::string::String");
        let (date_time, date) = match dates {
            Dates::Jiff => (RustType::plain("jiff::Timestamp"), RustType::plain("jiff::civil::Date")),
            Dates::Chrono => {
                let offset = RustType::plain("chrono::FixedOffset");
                (RustType::with("chrono::DateTime", vec![offset]), RustType::plain("chrono::NaiveDate"))
            }
            Dates::Time => (RustType::plain("time::OffsetDateTime"), RustType::plain("time::Date")),
            Dates::Text => (RustType::plain(&*string), RustType::plain(&*string)),
        };
        Self {
            option: path("Option", "std::option::Option"),
            vec: path("Vec", "std::vec::Vec"),
            boxed: path("Box", "std::boxed::Box"),
            string,
            date_time,
            date,
        }
    }
}
