//! The files of records that a build script keeps for its next run.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use super::Config;
use crate::diag::one_line;
use crate::frames::digest;
use crate::read::records::Records;
use crate::source::Sources;
use crate::write;

/// With fewer documents, reading all of them takes no longer than finding out whether the program is the same.
const WORTH_IT: usize = 500;

/// The folder of the files.
pub(super) struct RecordFiles(PathBuf);

/// A file, and the program that writes it.
pub(super) struct RecordFile {
    path: PathBuf,
    /// The file of an earlier run; empty if there is none.
    before: Vec<u8>,
    /// A digest of this program with all that is compiled into it. Another one may read documents otherwise.
    program: u64,
}

impl RecordFiles {
    /// The folder that cargo gives to a build script and that stays until its next run.
    pub(super) fn of_build_script() -> Option<Self> {
        env::var_os("OUT_DIR").map(|folder| Self(folder.into()))
    }

    /// The file that an earlier run of a configuration wrote, if there is one.
    pub(super) fn earlier(&self, config: &Config) -> Option<RecordFile> {
        let path = self.path(config);
        // A file that cannot be read is as good as none.
        let before = fs::read(&path).ok()?;
        Some(RecordFile { path, before, program: program()? })
    }

    /// The file for the first run with records, if they are worth it.
    pub(super) fn first(&self, config: &Config, sources: &Sources) -> Option<RecordFile> {
        if sources.len() < WORTH_IT {
            return None;
        }
        Some(RecordFile { path: self.path(config), before: Vec::new(), program: program()? })
    }

    fn path(&self, config: &Config) -> PathBuf {
        self.0.join(format!("{}.cache", config.file))
    }
}

/// A digest of this program. Without one, there are no records.
fn program() -> Option<u64> {
    env::current_exe().and_then(fs::read).ok().map(|program| digest(&program))
}

impl RecordFile {
    /// The records of the earlier run, and the path for those of this run.
    pub(super) fn records(self, config: &Config, sources: &Sources) -> (Records, PathBuf) {
        let records = Records::new(self.before, self.program, &config.limits, &config.detect.known, sources);
        (records, self.path)
    }
}

/// Keeps a file for the next run. That run is slower without it and has the same result, so the build does not fail.
pub(super) fn keep(path: &Path, file: &[u8]) {
    if let Err(error) = write::replace_hastily(path, file) {
        println!("{}", one_line(&format!("codegen: cannot write {}: {error}", path.display())));
    }
}
