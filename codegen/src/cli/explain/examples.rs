//! Why each kind of mistake is a problem, and documents that have it.
//!
//! `examples.txt` has a part for each code: `== code`, why it is a problem, and `-- path` before each document. Its first
//! line is about nothing.

use crate::compile::Outcome;
use crate::config::Config;
use crate::diag::Code;

static EXAMPLES: &str = include_str!("examples.txt");

/// What makes a kind of mistake clear.
#[derive(Debug, Default)]
pub(super) struct Example {
    /// Why it is a problem.
    pub why: &'static str,
    /// Documents that have the mistake; none if it is not one of documents.
    pub documents: Vec<Document>,
}

/// A document with its path.
#[derive(Debug)]
pub(super) struct Document {
    pub path: &'static str,
    pub text: &'static str,
}

/// The example of a code.
pub(super) fn of(code: &Code) -> Example {
    let mut parts = EXAMPLES.split("\n== ").filter_map(|part| part.split_once('\n'));
    let part = parts.find(|(name, _)| *name == code.name).map(|(_, rest)| rest);
    part.map(read).unwrap_or_default()
}

fn read(part: &'static str) -> Example {
    let mut pieces = part.split("\n-- ");
    let why = pieces.next().unwrap_or_default().trim_end();
    let documents = pieces.filter_map(|piece| piece.split_once('\n')).map(|(path, text)| Document { path, text });
    Example { why, documents: documents.collect() }
}

impl Example {
    /// What is reported about the documents.
    pub(super) fn outcome(&self) -> Outcome {
        Config::new().compile_texts(self.documents.iter().map(|document| (document.path, document.text)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::codes;

    /// Mistakes of the disk and of the configuration, which no document can show, and one that takes a hundred documents.
    const WITHOUT_DOCUMENTS: [&Code; 8] = [
        &codes::MODELS_TOO_DEEP,
        &codes::UNREADABLE,
        &codes::TOO_LARGE,
        &codes::NOT_UTF8,
        &codes::UNREAD_FILE,
        &codes::BAD_OPTION,
        &codes::BAD_CONFIGURATION,
        &codes::CANNOT_WRITE,
    ];

    #[test]
    fn every_example_has_its_mistake() {
        let mut wrong = Vec::new();
        for code in codes::ALL {
            let example = of(code);
            assert!(!example.why.is_empty(), "nothing says why {} is a problem", code.name);
            if WITHOUT_DOCUMENTS.contains(code) {
                assert!(example.documents.is_empty(), "{}", code.name);
                continue;
            }
            let diagnostics = example.outcome().diagnostics;
            if !diagnostics.iter().any(|diagnostic| diagnostic.code == *code) {
                wrong.push(format!("{}: {diagnostics:#?}", code.name));
            }
        }
        assert!(wrong.is_empty(), "{} examples without their mistake:\n{}", wrong.len(), wrong.join("\n"));
    }
}
