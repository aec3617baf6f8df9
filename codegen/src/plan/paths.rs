//! How types are written that are not models.

use std::collections::{BTreeMap, BTreeSet};

use super::{Dates, RustType};
use crate::names::TypeIdent;
use crate::schema::ModelName;

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
    pub(super) fn new<'a>(
        models: &'a BTreeMap<&ModelName, TypeIdent>,
        enums: impl Iterator<Item = &'a TypeIdent>,
        dates: Dates,
        wrappers: Option<&(TypeIdent, TypeIdent)>,
    ) -> Self {
        let taken: BTreeSet<String> = models.values().chain(enums).map(ToString::to_string).collect();
        let path = |name: &str, full: &str| if taken.contains(name) { full } else { name }.to_owned();
        let string = path("String", "std::string::String");
        let plain = |path: &str| RustType { path: path.to_owned(), args: Vec::new() };
        let (date_time, date) = match (dates, wrappers) {
            (Dates::Jiff, _) => (plain("jiff::Timestamp"), plain("jiff::civil::Date")),
            (Dates::Chrono, _) => {
                let offset = plain("chrono::FixedOffset");
                (RustType { path: "chrono::DateTime".to_owned(), args: vec![offset] }, plain("chrono::NaiveDate"))
            }
            (Dates::Time, Some((date_time, date))) => (plain(&date_time.to_string()), plain(&date.to_string())),
            (Dates::Time, None) | (Dates::Text, _) => (plain(&string), plain(&string)),
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
