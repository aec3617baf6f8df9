//! The documents that a command is about, and the options with which they are read.

use std::path::PathBuf;

use clap::Args;

use super::Failure;
use crate::config::Config;

/// The documents, and how they are read.
#[derive(Args, Debug)]
pub(super) struct Documents {
    /// Documents, or folders of documents.
    #[arg(required = true)]
    paths: Vec<PathBuf>,

    /// Reads the samples in this file or folder.
    #[arg(long, value_name = "PATH")]
    samples: Vec<PathBuf>,

    /// Applies the corrections in this file.
    #[arg(long, value_name = "FILE")]
    corrections: Vec<PathBuf>,
}

impl Documents {
    /// The configuration of a run over these documents.
    #[allow(clippy::unnecessary_wraps, reason = "a configuration may be a file, which may be missing")]
    pub(super) fn config(&self) -> Result<Config, Failure> {
        let config = self.paths.iter().fold(Config::new(), Config::specs);
        let config = self.samples.iter().fold(config, Config::samples);
        Ok(self.corrections.iter().fold(config, Config::corrections))
    }
}
