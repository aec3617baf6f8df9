//! Samples: JSON bodies that people who use an API have of it, and traffic that they recorded.
//!
//! This stage reads files and knows no model. What a body is a sample of is a path or a call; [`build::learn`]
//! finds the type.
//!
//! [`build::learn`]: crate::build::learn

use crate::diag::{self, Diagnostic, Level, Sink, codes};
use crate::source::{Origin, Source, Sources, stem};
use json::{Json, Mistake};

pub mod har;
pub mod json;

/// One body.
#[derive(Clone, Debug)]
pub struct Body {
    /// What it is a sample of.
    pub of: Subject,
    /// Its file, an index into [`Sources::samples`].
    pub file: usize,
    /// Where the call that it is of is recorded: places within a recorded body are those of its text.
    pub within: Option<usize>,
    /// The body.
    pub json: Json,
}

/// What a body is a sample of.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// A model that the path below the folder of samples names: `User/1.json`, `User-2.json`.
    Path(String),
    /// The request or the response of a call.
    Call {
        /// The HTTP method in capitals.
        method: String,
        /// The path of the address.
        path: String,
        /// Which body of the call it is.
        side: Side,
    },
}

/// Which body of a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Side {
    /// What was sent.
    Request,
    /// What came back.
    Response,
}

/// What all files of samples have.
#[derive(Debug, Default)]
pub struct Samples {
    /// The bodies, in the order of files and places.
    pub bodies: Vec<Body>,
    /// The recorded calls without a JSON body, and those that failed.
    pub other_calls: usize,
}

impl Body {
    /// The place of a part of this body.
    pub fn origin(&self, at: usize, sources: &Sources) -> Origin {
        let file = &sources.samples()[self.file];
        file.origin(self.within.unwrap_or(at))
    }
}

/// Reads all samples. A file that is not JSON has one diagnostic, which has none of its values.
pub fn read(sources: &Sources, sink: &mut Sink) -> Samples {
    let mut samples = Samples::default();
    for (file, source) in sources.samples().iter().enumerate() {
        match json::read(&source.text) {
            Ok(json) if har::is_recorded(&json) => {
                let recorded = har::bodies(&json, file);
                samples.bodies.extend(recorded.bodies);
                samples.other_calls += recorded.others;
                report_bodies(&recorded.mistakes, source, sink);
            }
            Ok(_) if is_har(source) => {
                let message = "this is not a HAR 1.2 file: it has no list `log.entries`".to_owned();
                sink.report_of(about(source), &codes::BAD_SAMPLE, source.origin(0), message);
            }
            Ok(json) => {
                let below = if source.below.is_empty() { source.file_name() } else { &source.below };
                samples.bodies.push(Body { of: Subject::Path(below.to_owned()), file, within: None, json });
            }
            Err(mistake) => {
                let message = format!("this is not JSON: {mistake}");
                sink.report_of(about(source), &codes::BAD_SAMPLE, source.origin(mistake.at), message);
            }
        }
    }
    samples
}

/// One warning per file: recorders cut off long bodies, and the others are still samples.
fn report_bodies(mistakes: &[Mistake], source: &Source, sink: &mut Sink) {
    let Some(first) = mistakes.first() else { return };
    let message = match mistakes.len() {
        1 => first.message.clone(),
        count => format!("{} (the first of {count} such bodies)", first.message),
    };
    let diagnostic = Diagnostic::new(&codes::BAD_SAMPLE, source.origin(first.at), message);
    sink.add(about(source), Diagnostic { level: Level::Warning, ..diagnostic });
}

/// The models that the path of a sample may name; none if it has recorded traffic.
fn about(source: &Source) -> diag::Subject {
    let mut models = Vec::new();
    for part in source.below.split('/').filter(|_| !is_har(source)) {
        let name = stem(part);
        models.extend(name.rsplit_once('-').map(|(name, _)| name.to_owned()));
        models.push(name);
    }
    diag::Subject { models, field: None }
}

fn is_har(source: &Source) -> bool {
    source.path.rsplit_once('.').is_some_and(|(_, extension)| extension.eq_ignore_ascii_case("har"))
}
