//! With the feature `peer`: generates what the benches compare, which is the models of `specs/` in openapi-generator's
//! style, and ours with date-times as text, which that style has.

fn main() -> std::io::Result<()> {
    #[cfg(feature = "peer")]
    styles::write()?;
    println!("cargo::rerun-if-changed=../../specs");
    Ok(())
}

#[cfg(feature = "peer")]
#[allow(dead_code, unreachable_pub, reason = "part of the library; the rest of it is not needed here")]
#[path = "src/peer.rs"]
mod peer;

#[cfg(feature = "peer")]
mod styles {
    use std::path::{Path, PathBuf};
    use std::{env, fs, io};

    use codegen::{Config, Dates};

    use super::peer;

    pub(super) fn write() -> io::Result<()> {
        let out = PathBuf::from(env::var_os("OUT_DIR").ok_or_else(|| io::Error::other("cargo sets OUT_DIR"))?);
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
