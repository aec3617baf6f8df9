//! Generates models with derives and types of other crates.

use std::io;

use codegen::{Config, Undocumented};

fn main() -> io::Result<()> {
    let outcomes = [derives().build(), types("types").build(), strict().build(), modules().build()];
    let has_errors = outcomes.iter().any(codegen::Outcome::has_errors);
    if has_errors { Err(io::Error::other("a document or an option is wrong")) } else { Ok(()) }
}

fn derives() -> Config {
    let config = Config::new().specs("specs/derives").undocumented(Undocumented::Allow).file("derives");
    let config = config.attribute("*", "#[derive(PartialOrd, Ord)]");
    let config = config.derive("*", "schemars::JsonSchema").derive("*", "utoipa::ToSchema");
    config.derive("*", "arbitrary::Arbitrary").three_valued("PatchOrder")
}

fn types(file: &str) -> Config {
    Config::new()
        .specs("specs/types")
        .file(file)
        .undocumented(Undocumented::Forbid)
        .three_valued("Fit.patched")
        .replace("uuid", "uuid::Uuid")
        .replace("decimal", "rust_decimal::Decimal")
        .replace("uri", "url::Url")
        .replace("bytes", "Vec<u8>")
        .replace("Fit.secret", "crate::Secret")
        .replace("Fit.state", "String")
        .replace("Money", "crate::Money")
        .replace("Ghost", "crate::Money")
}

fn strict() -> Config {
    types("strict").strict("*")
}

/// Two modules that use the same types of other crates.
fn modules() -> Config {
    let config = Config::new().file("modules");
    config.module("first", types("first")).module("second", types("second"))
}
