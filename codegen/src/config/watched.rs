//! Runs that are measured stage by stage.

use std::io;
use std::path::Path;
use std::sync::Arc;

use super::Config;
use crate::compile::{Outcome, Planned, plan_watched};
use crate::rust::print;
use crate::source;
use crate::write::write;

/// Generates the code as [`Config::generate`] does, without modules. Calls `ended` after each stage, with its name.
///
/// # Errors
///
/// See [`Config::generate`].
pub fn generate_watched(config: &Config, folder: &Path, ended: &mut dyn FnMut(&'static str)) -> io::Result<Outcome> {
    let mut sink = config.loaded.sink();
    let sources = Arc::new(source::read(config.roots(), &mut sink));
    ended("source");
    let planned = plan_watched(&sources, config, sink, &mut |stage| ended(stage.modules()));
    let Planned { mut outcome, plan, .. } = planned;
    ended("diag");
    if !outcome.has_errors() {
        outcome.files = print::print(&plan, &config.file);
        ended("rust::emit, rust::print");
        write(folder, &outcome.files)?;
        ended("write");
    }
    Ok(outcome)
}
