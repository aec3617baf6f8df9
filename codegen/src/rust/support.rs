//! The support module: Rust that generated models share. It is written in `support/` of this crate, tested
//! like any other code, and copied beside the models, so that they depend on no crate of ours.

use crate::rust::options::Dates;

macro_rules! files {
    ($($name:literal),*) => {
        &[$(($name, include_str!(concat!("../../support/", $name, ".rs")))),*]
    };
}

/// The modules of the support module, by name.
const MODULES: &[(&str, &str)] = files![
    "extra",
    "faults",
    "fit",
    "model",
    "patch",
    "read",
    "scalars",
    "slot",
    "typed",
    "unexpected",
    "union",
    "values",
    "view",
    "write"
];

/// The names that it gives out.
const NAMES: &str = include_str!("../../support/mod.rs");

/// The text of the support module, for the types of dates that were chosen.
pub(crate) fn text(dates: Dates) -> String {
    let moment = ("moment", include_str!("../../support/moment.rs"));
    let dates = match dates {
        Dates::Jiff => &[moment, ("dates", include_str!("../../support/dates/jiff.rs"))][..],
        Dates::Chrono => &[moment, ("dates", include_str!("../../support/dates/chrono.rs"))],
        Dates::Time => &[moment, ("dates", include_str!("../../support/dates/time.rs"))],
        Dates::Text => &[("dates", include_str!("../../support/dates/text.rs"))],
    };
    let modules = MODULES.iter().chain(dates);
    let modules = modules.map(|(name, text)| format!("mod {name} {{\n{}\n}}\n\n", without_tests(text).trim_end()));
    let names = NAMES.lines().filter(|it| !it.starts_with("mod ") && !it.starts_with("#[path"));
    modules.chain(names.map(|it| format!("{it}\n"))).collect()
}

/// Tests are of this project.
fn without_tests(text: &str) -> &str {
    text.split_once("#[cfg(test)]").map_or(text, |(code, _)| code)
}
