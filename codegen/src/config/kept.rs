//! The files that a build script keeps for its next run.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use super::Config;
use crate::compile::{Kept, Stage};
use crate::diag::one_line;
use crate::frames::digest;
use crate::read::records::Records;
use crate::rust::earlier::Earlier;
use crate::source::Sources;
use crate::write;

/// With fewer documents, a whole run takes no longer than finding out whether the program is the same.
const WORTH_IT: usize = 500;

/// The folder of the files.
pub(super) struct Keeper(PathBuf);

/// The files of a configuration, and what an earlier run wrote to them.
pub(super) struct KeptFiles {
    /// A digest of this program with all that is compiled into it. Another one may make something else of documents.
    program: u64,
    records: PathBuf,
    /// Empty if there is no such file.
    earlier_records: Vec<u8>,
    keys: PathBuf,
    earlier: Earlier,
}

impl Keeper {
    /// The folder that cargo gives to a build script and that stays until its next run.
    pub(super) fn of_build_script() -> Option<Self> {
        env::var_os("OUT_DIR").map(|folder| Self(folder.into()))
    }

    /// What an earlier run of a configuration kept, if there is anything.
    pub(super) fn earlier(&self, config: &Config) -> Option<KeptFiles> {
        // A file that cannot be read is as good as none.
        let read = |path: PathBuf| fs::read(path).ok();
        self.files(config, read(self.records(config))?, read(self.keys(config)).unwrap_or_default())
    }

    /// The files for a first run, if they are worth it.
    pub(super) fn first(&self, config: &Config, sources: &Sources) -> Option<KeptFiles> {
        if sources.len() < WORTH_IT { None } else { self.files(config, Vec::new(), Vec::new()) }
    }

    fn files(&self, config: &Config, earlier_records: Vec<u8>, keys: Vec<u8>) -> Option<KeptFiles> {
        // Nothing is kept by a program that cannot be read.
        let program = digest(&env::current_exe().and_then(fs::read).ok()?);
        let output = config.folder();
        let read = |path: &str| fs::read_to_string(output.as_ref()?.join(path)).ok();
        let earlier = Earlier::new(keys, program, read);
        Some(KeptFiles { program, records: self.records(config), earlier_records, keys: self.keys(config), earlier })
    }

    fn records(&self, config: &Config) -> PathBuf {
        self.0.join(format!("{}.read.cache", config.file))
    }

    fn keys(&self, config: &Config) -> PathBuf {
        self.0.join(format!("{}.printed.cache", config.file))
    }
}

impl KeptFiles {
    /// What an earlier run kept, and what writes the files of this run.
    pub(super) fn open(self, config: &Config, sources: &Sources) -> (Kept, impl FnMut(Stage<'_>) + use<>) {
        let Self { program, records, earlier_records, keys, earlier } = self;
        let kept = Kept {
            records: Records::new(earlier_records, program, &config.limits, &config.detect.known, sources),
            earlier,
        };
        let keep = move |stage: Stage<'_>| match stage {
            Stage::Recorded(file) => write(&records, file),
            Stage::Printed(file) => write(&keys, file),
            _ => {}
        };
        (kept, keep)
    }
}

/// Writes a file for the next run. That run is slower without it and has the same result, so the build does not fail.
fn write(path: &Path, file: &[u8]) {
    if let Err(error) = write::replace_hastily(path, file) {
        println!("{}", one_line(&format!("codegen: cannot write {}: {error}", path.display())));
    }
}
