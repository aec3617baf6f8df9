//! With the feature `peer`, generates the code that the benches compare: the models of `specs/` in openapi-generator's
//! style, and our models with date-times as text, as in that style.

fn main() -> std::io::Result<()> {
    #[cfg(feature = "peer")]
    styles::write()?;
    println!("cargo::rerun-if-changed=../../specs");
    Ok(())
}

#[cfg(feature = "peer")]
#[allow(dead_code, unreachable_pub, reason = "the build script needs only a part of this module")]
#[path = "src/peer.rs"]
mod peer;

#[cfg(feature = "peer")]
mod styles {
    use std::path::{Path, PathBuf};
    use std::{env, fs, io};

    use codegen::{Config, Dates};

    use super::peer;

    pub(super) fn write() -> io::Result<()> {
        let out = PathBuf::from(env::var_os("OUT_DIR").ok_or_else(|| io::Error::other("OUT_DIR is not set"))?);
        let specs = Path::new("../../specs");
        let (outcome, _) = Config::new().specs(specs).dates(Dates::Text).file("specs_text").generate(&out)?;
        let folder = out.join("peer");
        fs::create_dir_all(&folder)?;
        for (file, text) in peer::modules(&outcome.schema) {
            fs::write(folder.join(file), text)?;
        }
        Ok(())
    }
}
