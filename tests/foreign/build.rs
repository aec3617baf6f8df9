//! Generates the models of `specs/` with derives of other crates.

use std::io;

use codegen::{Config, Undocumented};

fn main() -> io::Result<()> {
    let config = Config::new().specs("specs").undocumented(Undocumented::Allow);
    let derives = config
        .clone()
        .file("derives")
        .derive("*", "schemars::JsonSchema")
        .derive("*", "utoipa::ToSchema")
        .derive("*", "arbitrary::Arbitrary")
        .three_valued("PatchOrder");
    let failed = derives.build().has_errors();
    if failed { Err(io::Error::other("the documents have errors")) } else { Ok(()) }
}
