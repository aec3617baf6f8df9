//! Commands as people type them into a shell.

use std::env;

/// The command of this process without some of its arguments.
pub(super) fn command(without: &[&str]) -> String {
    let arguments = env::args_os().skip(1).map(|argument| argument.to_string_lossy().into_owned());
    let kept = arguments.filter(|argument| !without.contains(&argument.as_str())).map(|argument| quoted(&argument));
    std::iter::once("codegen".to_owned()).chain(kept).collect::<Vec<_>>().join(" ")
}

/// A word for a shell.
fn quoted(word: &str) -> String {
    let is_plain = |letter: char| letter.is_alphanumeric() || "-_./=:,@%+".contains(letter);
    if !word.is_empty() && word.chars().all(is_plain) {
        return word.to_owned();
    }
    format!("'{}'", word.replace('\'', r"'\''"))
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn words_are_quoted_for_a_shell() {
        assert_eq!(quoted("specs/shop"), "specs/shop");
        assert_eq!(quoted("only = [\"Order\"]"), "'only = [\"Order\"]'");
        assert_eq!(quoted("it's"), r"'it'\''s'");
        assert_eq!(quoted(""), "''");
    }
}
