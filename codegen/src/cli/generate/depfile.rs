//! The files that were read, as make and ninja read them.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// A rule for a target with all that it depends on. Each of these has a rule of its own without anything, so that make goes
/// on if one is deleted. Folders are among them, because a new file in a folder changes the output.
pub(super) fn rule(target: &Path, inputs: &[PathBuf]) -> Result<String, String> {
    let inputs: BTreeSet<String> = inputs.iter().map(|path| escaped(path)).collect::<Result<_, _>>()?;
    let all: String = inputs.iter().map(|input| format!(" \\\n  {input}")).collect();
    let own: String = inputs.iter().map(|input| format!("\n{input}:\n")).collect();
    Ok(format!("{}:{all}\n{own}", escaped(target)?))
}

/// A path as make has it. What starts a recipe, a pattern or another rule cannot be escaped for make and ninja alike.
fn escaped(path: &Path) -> Result<String, String> {
    let is_order = |letter: char| letter.is_control() && letter != '\t' || ":;%|=&*?[".contains(letter);
    // A colon after the letter of a drive is part of the path, and a backslash at the end of one would join two lines.
    let has_order = |path: &str| without_drive(path).contains(is_order) || path.ends_with('\\');
    let Some(path) = path.to_str().filter(|path| !has_order(path)) else {
        return Err(format!("the path `{}` cannot be written to a depfile", path.to_string_lossy().escape_debug()));
    };
    let mut escaped = String::with_capacity(path.len());
    let mut backslashes = 0;
    for letter in path.chars() {
        match letter {
            // A backslash means itself, unless it is before one of these.
            ' ' | '\t' | '#' => (0..=backslashes).for_each(|_| escaped.push('\\')),
            '$' => escaped.push('$'),
            _ => {}
        }
        backslashes = if letter == '\\' { backslashes + 1 } else { 0 };
        escaped.push(letter);
    }
    Ok(escaped)
}

/// A path without the drive that it starts with: `C:/a`.
fn without_drive(path: &str) -> &str {
    match path.as_bytes() {
        [drive, b':', b'/' | b'\\', ..] if drive.is_ascii_alphabetic() => &path[2..],
        _ => path,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_escaped_as_make_has_them() {
        for (path, expected) in [
            ("specs/Tag.md", "specs/Tag.md"),
            ("my specs/Tag.md", r"my\ specs/Tag.md"),
            ("a#b", r"a\#b"),
            ("a$b", "a$$b"),
            (r"a\b", r"a\b"),
            (r"a\ b", r"a\\\ b"),
            ("ä/ü", "ä/ü"),
        ] {
            assert_eq!(escaped(Path::new(path)).as_deref(), Ok(expected));
        }
        for path in
            ["a\nb", "a;touch b", "a:b", "ab:c", "1:/a", "a%b", "a=b", "a|b", "a*", "a?", "a[b]", "a\\", "a\u{85}b"]
        {
            assert!(escaped(Path::new(path)).is_err(), "{path}");
        }
        assert_eq!(escaped(Path::new("C:/a")).as_deref(), Ok("C:/a"));
    }

    #[test]
    fn each_input_has_a_rule_of_its_own() {
        let inputs = ["specs/Tag.md", "specs", "specs/Tag.md"].map(PathBuf::from);
        let expected = "gen/models.rs: \\\n  specs \\\n  specs/Tag.md\n\nspecs:\n\nspecs/Tag.md:\n";
        assert_eq!(rule(Path::new("gen/models.rs"), &inputs).as_deref(), Ok(expected));
    }
}
