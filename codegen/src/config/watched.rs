//! Runs that are watched stage by stage.

use std::fmt::Debug;
use std::io;
use std::path::Path;
use std::sync::Arc;

use super::Config;
use crate::compile::{Outcome, Planned, Stage, plan_watched};
use crate::rust::print;
use crate::source::{self, Source};
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
        outcome.files = print::print(plan, &config.file);
        ended("rust::emit, rust::print");
        write(folder, &outcome.files)?;
        ended("write");
    }
    Ok(outcome)
}

/// What documents say, before anything is made of it, and the result without files.
pub fn read_texts(config: &Config, texts: Vec<(String, String)>) -> (impl Debug + use<>, Outcome) {
    let (mut docs, mut sink) = (Vec::new(), config.loaded.sink());
    let texts = texts.into_iter().map(|(path, text)| Source::new(path, text)).collect();
    let sources = Arc::new(source::take(texts, &config.ignored, &mut sink));
    let planned = plan_watched(&sources, config, sink, &mut |stage| {
        if let Stage::Read { models, .. } = stage {
            docs = models.to_vec();
        }
    });
    (docs, planned.outcome)
}
