//! Runs that are watched stage by stage.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fmt::Debug;
use std::io;
use std::path::Path;
use std::sync::Arc;

use super::Config;
use crate::compile::{Kept, Outcome, Planned, Stage, compile, plan_watched};
use crate::read::records::Records;
use crate::rust::earlier::Earlier;
use crate::rust::plan::Plan;
use crate::rust::print::Printer;
use crate::source::{self, Source};
use crate::write::write;

/// Generates the code as [`Config::generate`] does, without modules. Calls `ended` after each stage, with its name.
/// Those that take some models at a time end as often.
///
/// # Errors
///
/// See [`Config::generate`].
pub fn generate_watched(config: &Config, folder: &Path, ended: &mut dyn FnMut(&'static str)) -> io::Result<Outcome> {
    let mut sink = config.loaded.sink();
    let sources = Arc::new(source::read(config.roots(), &mut sink));
    ended("source");
    let (ended, mut printer) = (RefCell::new(ended), Printer::new(&config.file));
    let ended = |name| ended.borrow_mut()(name);
    let mut print = |plan: &mut Plan, items| {
        ended("rust::plan");
        printer.add(plan, items);
        ended("rust::emit, rust::print");
    };
    let mut watch = |stage: Stage<'_>| ended(stage.modules());
    let planned = plan_watched(&sources, config, sink, &mut watch, &mut print);
    let Planned { mut outcome, plan, .. } = planned;
    ended("diag");
    if !outcome.has_errors() {
        outcome.files = printer.output(&plan, &Earlier::default()).files;
        ended("rust::emit, rust::print");
        write(folder, &outcome.files)?;
        ended("write");
    }
    Ok(outcome)
}

/// What a run keeps for the next one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KeptFiles {
    /// The file of records.
    pub records: Vec<u8>,
    /// The file of keys.
    pub keys: Vec<u8>,
    /// The output.
    pub output: BTreeMap<String, String>,
}

/// A run with what an earlier run kept.
#[derive(Debug)]
pub struct KeptRun {
    /// What documents say, before anything is made of it.
    pub said: String,
    /// How many documents were not read again.
    pub recorded: usize,
    /// How many structs were not printed again.
    pub reused: usize,
    /// The result.
    pub outcome: Outcome,
    /// What is kept for the next run.
    pub files: KeptFiles,
}

/// Generates code from documents with what an earlier run of a program kept.
pub fn compile_kept(config: &Config, texts: Vec<(String, String)>, program: u64, before: &KeptFiles) -> KeptRun {
    let (mut said, mut recorded, mut reused) = (String::new(), 0, 0);
    let (mut files, mut sink) = (before.clone(), config.loaded.sink());
    let texts = texts.into_iter().map(|(path, text)| Source::new(path, text)).collect();
    let sources = Arc::new(source::take(texts, &config.ignored, &mut sink));
    let records = Records::new(before.records.clone(), program, &config.limits, &config.detect, &sources);
    let earlier = Earlier::new(before.keys.clone(), program, |path| before.output.get(path).cloned());
    let kept = Kept { records, earlier };
    let outcome = compile(&sources, config, kept, sink, &mut |stage| match stage {
        Stage::Recorded { used, file } => {
            recorded = used;
            files.records = file.map_or_else(|| before.records.clone(), <[u8]>::to_vec);
        }
        Stage::Read { models, .. } => said = format!("{models:?}"),
        Stage::Planned(plan) => reused = plan.reused,
        Stage::Printed(keys) => files.keys = keys.to_vec(),
        _ => {}
    });
    if !outcome.has_errors() {
        files.output = outcome.files.iter().map(|file| (file.path.clone(), file.text.clone())).collect();
    }
    KeptRun { said, recorded, reused, outcome, files }
}

/// What documents say, before anything is made of it, and the result without files.
pub fn read_texts(config: &Config, texts: Vec<(String, String)>) -> (impl Debug + use<>, Outcome) {
    let (mut docs, mut sink) = (Vec::new(), config.loaded.sink());
    let texts = texts.into_iter().map(|(path, text)| Source::new(path, text)).collect();
    let sources = Arc::new(source::take(texts, &config.ignored, &mut sink));
    let mut watch = |stage: Stage<'_>| {
        if let Stage::Read { models, .. } = stage {
            docs = models.to_vec();
        }
    };
    let planned = plan_watched(&sources, config, sink, &mut watch, &mut |_, _| ());
    (docs, planned.outcome)
}
