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
    "deep",
    "either",
    "entries",
    "extra",
    "faults",
    "fit",
    "foreign",
    "format",
    "holder",
    "inspect",
    "integers",
    "keys",
    "model",
    "notes",
    "order",
    "part",
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
    let (dates, reexport) = match dates {
        Dates::Jiff => (&[forms, moment, ("dates", include_str!("../../support/dates/jiff.rs"))][..], reexport("jiff")),
        Dates::Chrono => {
            (&[forms, moment, ("dates", include_str!("../../support/dates/chrono.rs"))][..], reexport("chrono"))
        }
        Dates::Time => (&[forms, moment, ("dates", include_str!("../../support/dates/time.rs"))][..], reexport("time")),
        Dates::Text => (&[("dates", include_str!("../../support/dates/text.rs"))][..], String::new()),
    };
    let parts = PARTS.iter().chain(dates).map(|(name, text)| format!("mod {name} {{\n{}\n}}\n\n", text.trim_end()));
    parts.chain([reexport, FACE.to_owned()]).collect()
}

/// The crate of the types of dates, so that programs can name these types without a dependency of the same version.
fn reexport(name: &str) -> String {
    let reason = "a program may need no dates";
    format!("#[doc(no_inline)]\n#[allow(unused_imports, reason = \"{reason}\")]\npub use ::{name};\n\n")
}
