//! All explanations as a page of the guide, whose tests check the examples.

use std::fmt::Write;

use super::Explanation;
use super::examples::Document;
use crate::diag::codes;

/// The page.
pub(super) fn page() -> String {
    let mut page = String::from(
        "# Kinds of mistakes\n\n\
         Each message has the code of its kind in brackets. This page has what `codegen explain` prints about each of them:\n\
         what it means, why it is a problem, an example, and how to fix it. [Errors and warnings](diagnostics.md) shows how to\n\
         build although a document has an error.\n",
    );
    for code in codes::ALL {
        let explanation = Explanation::of(code);
        let (meaning, why, remedy) = (filled(code.meaning), filled(explanation.example.why), filled(code.remedy));
        let heading = format!("`{}`, {}", code.name, code.level.word());
        let _ = write!(page, "\n## {heading}\n\n{meaning}\n\n{why}\n{}\n{remedy}\n", example(&explanation));
    }
    page
}

/// The documents, and what is reported about them.
fn example(Explanation { example, .. }: &Explanation) -> String {
    let mut text = String::new();
    for Document { path, text: document } in &example.documents {
        let extension = path.rsplit('.').next().unwrap_or_default();
        let language = if extension == "har" { "json" } else { extension };
        let _ = write!(text, "\n```{language} {path}\n{document}\n```\n");
    }
    if !example.documents.is_empty() {
        let diagnostics = example.outcome().diagnostics;
        let lines: String = diagnostics.iter().map(|diagnostic| format!("{diagnostic}\n")).collect();
        let _ = write!(text, "\n```text\n{lines}```\n");
    }
    text
}

/// A paragraph in lines as the pages of the guide have them.
fn filled(text: &str) -> String {
    crate::cli::output::wrapped(text, 120)
}
