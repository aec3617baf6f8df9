//! Generates what the benches compare: the models of `specs/` in openapi-generator's style, and ours with date-times
//! as text, which that style has.

use std::path::{Path, PathBuf};
use std::{env, fs, io};

use codegen::{Config, Dates};

#[allow(dead_code, unreachable_pub, reason = "part of the library; the rest of it is not needed here")]
#[path = "src/peer.rs"]
mod peer;

fn main() -> io::Result<()> {
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or_else(|| io::Error::other("cargo sets OUT_DIR"))?);
    let specs = Path::new("../../specs");
    let (outcome, _) = Config::new().specs(specs).dates(Dates::Text).file("specs_text").generate(&out)?;
    let folder = out.join("peer");
    fs::create_dir_all(&folder)?;
    for (file, text) in peer::modules(&outcome.schema) {
        fs::write(folder.join(file), text)?;
    }
    println!("cargo::rerun-if-changed=../../specs");
    Ok(())
}
