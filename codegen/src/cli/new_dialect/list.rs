//! Lists of dialects in Rust, in the order of their names.

/// The list of dialects with another one.
pub(super) fn with_dialect(text: &str, module: &str) -> String {
    let declared = with_line(text, "mod ", &format!("mod {module};"));
    with_line(&declared, "    &", &format!("    &{module}::DIALECT,"))
}

/// A text with a line before the first greater one of those that start alike.
pub(super) fn with_line(text: &str, start: &str, line: &str) -> String {
    let is_alike = |other: &&str| other.starts_with(start) && other.ends_with(line.chars().next_back().unwrap_or(';'));
    let alike: Vec<&str> = text.lines().filter(is_alike).collect();
    let next = alike.iter().copied().find(|other| *other > line);
    let mut lines = Vec::new();
    for other in text.lines() {
        if next == Some(other) {
            lines.push(line);
        }
        lines.push(other);
        if next.is_none() && alike.last() == Some(&other) {
            lines.push(line);
        }
    }
    lines.join("\n") + "\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dialect_gets_its_place() {
        let text = "pub mod answers;\nmod alpha;\nmod omega;\npub mod words;\n\n&[\n    &alpha::DIALECT,\n    &omega::DIALECT,\n];\n";
        let expected = "pub mod answers;\nmod alpha;\nmod beta;\nmod omega;\npub mod words;\n\n&[\n    &alpha::DIALECT,\n    \
                        &beta::DIALECT,\n    &omega::DIALECT,\n];\n";
        assert_eq!(with_dialect(text, "beta"), expected);
        assert!(with_dialect(text, "zeta").contains("mod omega;\nmod zeta;\npub"));
    }
}
