//! Runs that are watched stage by stage.

use std::fmt::Debug;
use std::io;
use std::path::Path;
use std::sync::Arc;

use super::Config;
use crate::compile::{Outcome, Planned, Stage, compile, plan_watched};
use crate::read::records::Records;
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
    let planned = plan_watched(&sources, config, Records::default(), sink, &mut |stage| ended(stage.modules()));
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

/// What a run with records has.
#[derive(Debug)]
pub struct Recorded {
    /// What documents say, before anything is made of it.
    pub said: String,
    /// The result, with files.
    pub outcome: Outcome,
    /// The file of records for the next run, if it is another one.
    pub file: Option<Vec<u8>>,
}

/// Generates code from documents with the records in a file that an earlier run of a program wrote.
pub fn compile_recorded(config: &Config, texts: Vec<(String, String)>, program: u64, before: Vec<u8>) -> Recorded {
    let (mut said, mut file, mut sink) = (String::new(), None, config.loaded.sink());
    let texts = texts.into_iter().map(|(path, text)| Source::new(path, text)).collect();
    let sources = Arc::new(source::take(texts, &config.ignored, &mut sink));
    let records = Records::new(before, program, &config.limits, &config.detect.known, &sources);
    let outcome = compile(&sources, config, records, sink, &mut |stage| match stage {
        Stage::Recorded(recorded) => file = Some(recorded.to_vec()),
        Stage::Read { models, .. } => said = format!("{models:?}"),
        _ => {}
    });
    Recorded { said, outcome, file }
}

/// What documents say, before anything is made of it, and the result without files.
pub fn read_texts(config: &Config, texts: Vec<(String, String)>) -> (impl Debug + use<>, Outcome) {
    let (mut docs, mut sink) = (Vec::new(), config.loaded.sink());
    let texts = texts.into_iter().map(|(path, text)| Source::new(path, text)).collect();
    let sources = Arc::new(source::take(texts, &config.ignored, &mut sink));
    let planned = plan_watched(&sources, config, Records::default(), sink, &mut |stage| {
        if let Stage::Read { models, .. } = stage {
            docs = models.to_vec();
        }
    });
    (docs, planned.outcome)
}
