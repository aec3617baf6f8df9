//! The support module: Rust that generated models share. It lives in `support/` of this crate, where it is tested
//! like any other code, and is copied beside the models, so that they depend on no crate of ours.

use crate::rust::options::Dates;

macro_rules! files {
    ($($name:literal),*) => {
        &[$(($name, include_str!(concat!("../../support/", $name, ".rs")))),*]
    };
}

/// The parts of the support module, by name.
const PARTS: &[(&str, &str)] = files![
    "containers",
    "either",
    "entries",
    "extra",
    "faults",
    "fit",
    "format",
    "holder",
    "inspect",
    "keys",
    "model",
    "notes",
    "order",
    "patch",
    "read",
    "scalars",
    "slot",
    "texts",
    "typed",
    "unexpected",
    "union",
    "values",
    "view",
    "write"
];

/// What it exports.
const FACE: &str = include_str!("../../support/face.rs");

/// The text of the support module for these types of dates.
pub(crate) fn text(dates: Dates) -> String {
    let moment = ("moment", include_str!("../../support/moment.rs"));
    let forms = ("forms", include_str!("../../support/forms.rs"));
    let dates = match dates {
        Dates::Jiff => &[forms, moment, ("dates", include_str!("../../support/dates/jiff.rs"))][..],
        Dates::Chrono => &[forms, moment, ("dates", include_str!("../../support/dates/chrono.rs"))],
        Dates::Time => &[forms, moment, ("dates", include_str!("../../support/dates/time.rs"))],
        Dates::Text => &[("dates", include_str!("../../support/dates/text.rs"))],
    };
    let parts = PARTS.iter().chain(dates).map(|(name, text)| format!("mod {name} {{\n{}\n}}\n\n", text.trim_end()));
    parts.chain([FACE.to_owned()]).collect()
}
