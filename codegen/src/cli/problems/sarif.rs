//! SARIF 2.1.0, which code scanning of GitHub, GitLab and Azure reads.

use std::io::Write;

use serde_json::{Value, json};

use super::{Problems, places};
use crate::cli::Failure;
use crate::cli::json::pretty;
use crate::diag::{Code, Diagnostic, Level, codes};
use crate::source::Origin;

pub(in crate::cli) fn write(problems: &Problems<'_>, out: &mut dyn Write) -> Result<(), Failure> {
    let mut used: Vec<&Code> = codes::ALL.to_vec();
    used.retain(|code| problems.all.iter().any(|diagnostic| diagnostic.code == *code));
    let results: Vec<Value> = problems.all.iter().map(|diagnostic| result(diagnostic, &used, problems)).collect();
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": {
                "driver": { "name": "codegen", "version": env!("CARGO_PKG_VERSION"), "rules": rules(&used) },
            },
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    writeln!(out, "{}", pretty(&log)?)?;
    Ok(())
}

fn rules(used: &[&Code]) -> Vec<Value> {
    let mut rules = Vec::with_capacity(used.len());
    for code in used {
        rules.push(json!({
            "id": code.name,
            "shortDescription": { "text": code.meaning },
            "help": { "text": code.remedy },
            "defaultConfiguration": { "level": level(code.level) },
        }));
    }
    rules
}

fn result(diagnostic: &Diagnostic, used: &[&Code], problems: &Problems<'_>) -> Value {
    let Diagnostic { origin, width, level: own, code, related, .. } = diagnostic;
    let mut elsewhere = Vec::with_capacity(related.len());
    for (id, related) in related.iter().enumerate() {
        let mut location = location(&related.origin, related.width, problems);
        location["id"] = json!(id);
        location["message"] = json!({ "text": related.label });
        elsewhere.push(location);
    }
    let mut result = json!({
        "ruleId": code.name,
        "ruleIndex": used.iter().position(|known| known == code),
        "level": level(*own),
        "message": { "text": diagnostic.text() },
        "locations": [location(origin, *width, problems)],
    });
    if !elsewhere.is_empty() {
        result["relatedLocations"] = Value::Array(elsewhere);
    }
    result
}

fn location(origin: &Origin, width: u32, problems: &Problems<'_>) -> Value {
    let source = problems.source(origin);
    let width = source.map_or(width, |source| places::width(&source, origin, width));
    let mut region = json!({ "startLine": origin.line, "startColumn": origin.column });
    if width > 0 {
        region["endColumn"] = json!(origin.column + width);
    }
    json!({
        "physicalLocation": {
            "artifactLocation": { "uri": uri(&origin.path) },
            "region": region,
        },
    })
}

fn level(level: Level) -> &'static str {
    if level == Level::Error { "error" } else { "warning" }
}

/// A path as a reference: everything that has a meaning in one is escaped, except for the separators.
fn uri(path: &str) -> String {
    let mut uri = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => uri.push(char::from(byte)),
            _ => uri.extend(['%', hex(byte >> 4), hex(byte & 15)]),
        }
    }
    if path.starts_with('/') { format!("file://{uri}") } else { uri }
}

/// A digit in base 16.
fn hex(digit: u8) -> char {
    char::from_digit(digit.into(), 16).unwrap_or_default().to_ascii_uppercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_become_references() {
        assert_eq!(uri("specs/My Tag.md"), "specs/My%20Tag.md");
        assert_eq!(uri("/home/x/ä#1.md"), "file:///home/x/%C3%A4%231.md");
    }
}
