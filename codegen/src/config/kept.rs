//! The files that a build script keeps for its next run.

use std::env;
use std::fs;
use std::path::{Component, Path, PathBuf};
use std::sync::OnceLock;

use super::Config;
use crate::compile::{Kept, Stage};
use crate::diag::one_line;
use crate::pieces::digest;
use crate::read::records::Records;
use crate::rust::earlier::Earlier;
use crate::source::Sources;
use crate::write;

/// With fewer documents, a run after an edit takes as long with these files as without, because it has to find out whether
/// the program is the same.
const WORTH_IT: usize = 500;

/// The folder of the files.
pub(super) struct Keeper {
    folder: PathBuf,
    /// A digest of this program with all that is compiled into it, if it can be read. Another program may make something
    /// else of documents.
    program: OnceLock<Option<u64>>,
}

/// The files of a configuration, and what an earlier run wrote to them.
pub(super) struct Files {
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
        env::var_os("OUT_DIR").map(|folder| Self { folder: folder.into(), program: OnceLock::new() })
    }

    /// What an earlier run of a configuration kept, if there is anything.
    pub(super) fn earlier(&self, config: &Config) -> Option<Files> {
        let (records, keys) = (self.path(config, "read")?, self.path(config, "printed")?);
        // A file that cannot be read is as good as none.
        let earlier_records = fs::read(&records).ok()?;
        let earlier_keys = fs::read(&keys).unwrap_or_default();
        let (program, output) = (self.program()?, config.folder());
        let read = |path: &str| {
            let is_own = path.strip_prefix(&config.file).is_some_and(|rest| rest.starts_with('/')) && is_below(path);
            fs::read_to_string(output.as_ref().filter(|_| is_own)?.join(path)).ok()
        };
        Some(Files { program, records, earlier_records, keys, earlier: Earlier::new(earlier_keys, program, read) })
    }

    /// The files for a first run, if they are worth it.
    pub(super) fn first(&self, config: &Config, sources: &Sources) -> Option<Files> {
        if sources.len() < WORTH_IT {
            return None;
        }
        let (records, keys) = (self.path(config, "read")?, self.path(config, "printed")?);
        let program = self.program()?;
        let earlier = Earlier::new(Vec::new(), program, |_| None);
        Some(Files { program, records, earlier_records: Vec::new(), keys, earlier })
    }

    /// The path of a file, which is always within the folder. Each folder of output has its own.
    fn path(&self, config: &Config, what: &str) -> Option<PathBuf> {
        let output = config.folder().filter(|output| *output != self.folder);
        let output = output.map(|output| format!(".{:x}", digest(output.as_os_str().as_encoded_bytes())));
        let name = format!("{}.{what}{}.cache", config.file, output.unwrap_or_default());
        is_below(&name).then(|| self.folder.join(name))
    }

    fn program(&self) -> Option<u64> {
        let read = || env::current_exe().and_then(fs::read).ok();
        *self.program.get_or_init(|| read().map(|program| digest(&program)))
    }
}

/// Whether a path leads to something within the folder where it starts.
fn is_below(path: &str) -> bool {
    Path::new(path).components().all(|part| matches!(part, Component::Normal(_)))
}

impl Files {
    /// What an earlier run kept, and what writes the files of this run.
    pub(super) fn open(self, config: &Config, sources: &Sources) -> (Kept, impl FnMut(Stage<'_>) + use<>) {
        let Self { program, records, earlier_records, keys, earlier } = self;
        let kept =
            Kept { records: Records::new(earlier_records, program, &config.limits, &config.detect, sources), earlier };
        let keep = move |stage: Stage<'_>| match stage {
            Stage::Recorded { file: Some(file), .. } => write(&records, file),
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
