//! JSON as YAML, of which JSON is a part.

use std::fmt::Write;

use super::json::{Json, Object};
use crate::diag::hidden;

/// A value as a document in YAML. What is not plainly a text is in quotation marks, so that all versions of YAML agree
/// about it.
pub(super) fn text(value: &Json) -> String {
    let mut text = String::new();
    add(value, 0, &mut text);
    text
}

/// Writes a value whose first line has its indent already.
fn add(value: &Json, indent: usize, text: &mut String) {
    match value {
        Json::Object(Object(entries)) if !entries.is_empty() => {
            for (idx, (key, value)) in entries.iter().enumerate() {
                if idx > 0 {
                    pad(indent, text);
                }
                add_key(key, indent, text);
                add_below(value, indent + STEP, text);
            }
        }
        Json::List(items) if !items.is_empty() => {
            for (idx, item) in items.iter().enumerate() {
                if idx > 0 {
                    pad(indent, text);
                }
                text.push_str("- ");
                add(item, indent + STEP, text);
            }
        }
        value => {
            text.push_str(&scalar(value, indent));
            text.push('\n');
        }
    }
}

/// Writes a key with the colon after it, which is on a line of its own where YAML limits how long keys are.
fn add_key(key: &str, indent: usize, text: &mut String) {
    let written = if is_plain(key) { key.to_owned() } else { quoted(key) };
    if written.chars().count() > LONGEST_KEY {
        text.extend(["? ", &written, "\n"]);
        pad(indent, text);
    } else {
        text.push_str(&written);
    }
    text.push(':');
}

/// The most characters of a key without a mark before it.
const LONGEST_KEY: usize = 1000;

/// How far a value is indented within another one.
const STEP: usize = 2;

/// Writes the value of a key: on its line, or below it if it has parts.
fn add_below(value: &Json, indent: usize, text: &mut String) {
    let has_parts = match value {
        Json::Object(Object(entries)) => !entries.is_empty(),
        Json::List(items) => !items.is_empty(),
        _ => false,
    };
    if has_parts {
        text.push('\n');
        pad(indent, text);
    } else {
        text.push(' ');
    }
    add(value, indent, text);
}

fn pad(indent: usize, text: &mut String) {
    text.extend(std::iter::repeat_n(' ', indent));
}

fn scalar(value: &Json, indent: usize) -> String {
    match value {
        Json::Null => "null".to_owned(),
        Json::Boolean(value) => value.to_string(),
        Json::Number(number) => self::number(&number.to_string()),
        Json::Text(text) if is_plain(text) => text.clone(),
        Json::Text(text) if is_block(text) => block(text, indent),
        Json::Text(text) => quoted(text),
        Json::List(_) => "[]".to_owned(),
        Json::Object(_) => "{}".to_owned(),
    }
}

/// YAML 1.1 takes a number with an exponent for a text unless it has a point and the exponent a sign.
fn number(number: &str) -> String {
    let Some((base, exponent)) = number.split_once('e') else { return number.to_owned() };
    let point = if base.contains('.') { "" } else { ".0" };
    let sign = if exponent.starts_with(['+', '-']) { "" } else { "+" };
    format!("{base}{point}e{sign}{exponent}")
}

/// Texts that are something else without quotation marks, in one version of YAML or another.
const WORDS: &[&str] = &["true", "false", "null", "yes", "no", "on", "off", "y", "n"];

/// Whether a text is one without quotation marks, too.
fn is_plain(text: &str) -> bool {
    let can_start = |letter: char| letter.is_alphabetic() || "_/$".contains(letter);
    let can_be_in = |letter: char| letter.is_alphanumeric() || " _-./$,;()'".contains(letter);
    text.starts_with(can_start)
        && !text.ends_with(' ')
        && text.chars().all(can_be_in)
        && !WORDS.contains(&&*text.to_lowercase())
}

/// Whether a text can be written line by line.
fn is_block(text: &str) -> bool {
    let is_shown = |letter: char| letter == '\n' || is_printable(letter);
    text.contains('\n') && !text.starts_with([' ', '\n']) && !text.ends_with('\n') && text.chars().all(is_shown)
}

fn block(text: &str, indent: usize) -> String {
    let mut block = "|-".to_owned();
    for line in text.split('\n') {
        block.push('\n');
        if !line.is_empty() {
            // Text at the top of a document has no indent of its own.
            pad(indent.max(STEP), &mut block);
            block.push_str(line);
        }
    }
    block
}

/// A text in quotation marks.
fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for letter in text.chars() {
        match letter {
            '"' | '\\' => quoted.extend(['\\', letter]),
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            letter if is_printable(letter) => quoted.push(letter),
            '\0'..='\u{ffff}' => {
                let _ = write!(quoted, "\\u{:04x}", u32::from(letter));
            }
            letter => {
                let _ = write!(quoted, "\\U{:08x}", u32::from(letter));
            }
        }
    }
    quoted.push('"');
    quoted
}

/// Whether YAML allows a character as it is, on one line, and a terminal shows it.
fn is_printable(letter: char) -> bool {
    !hidden(letter) && !matches!(letter, '\u{fffe}' | '\u{ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_that_could_be_something_else_are_quoted() {
        for plain in ["Its name.", "$ref", "/", "größe", "it's (mostly), fine; see a/b.md", "e5", "nothing"] {
            assert_eq!(scalar(&plain.into(), 0), plain);
        }
        for other in
            ["", " a", "a ", "yes", "No", "null", "3.1.0", "1e5", "-", "a: b", "a #b", "#/a", "*", "\"", "~", "..."]
        {
            assert_eq!(scalar(&other.into(), 0), serde_json::to_string(other).expect("a text"));
        }
        assert_eq!(scalar(&"a\u{85}\u{7f}\u{feff}\r".into(), 0), "\"a\\u0085\\u007f\\ufeff\\u000d\"");
        assert_eq!(scalar(&"\u{202e}\u{e0041}".into(), 0), "\"\\u202e\\U000e0041\"");
    }

    #[test]
    fn long_keys_have_a_mark() {
        let key = "a".repeat(LONGEST_KEY + 1);
        let inner = Object::default().with(key.clone(), 1_u64);
        let value = Object::default().with("one", inner).with("two", 2_u64);
        assert_eq!(text(&value.into()), format!("one:\n  ? {key}\n  : 1\ntwo: 2\n"));
    }

    #[test]
    fn numbers_are_numbers_in_all_versions() {
        assert_eq!(["1", "-1.5", "1e16", "1.5e-7"].map(number), ["1", "-1.5", "1.0e+16", "1.5e-7"]);
    }

    #[test]
    fn parts_are_indented() {
        let inner = || Object::default().with("a", 1_u64).with("b", Vec::<Json>::new());
        let lists = Json::List(vec![Json::List(vec!["x".into(), Json::Null]), inner().into()]);
        let value = Object::default().with("one", inner()).with("two", lists).with("three", "First.\n\n  Second: it.");
        let expected = "one:\n  a: 1\n  b: []\ntwo:\n  - - x\n    - null\n  - a: 1\n    b: []\n\
                        three: |-\n  First.\n\n    Second: it.\n";
        assert_eq!(text(&value.into()), expected);
    }
}
