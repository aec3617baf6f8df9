//! Keywords, which a field cannot be called as they are.

/// The keywords of Rust, including reserved ones, which cannot name a field. They are sorted.
static KEYWORDS: &[&str] = &[
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate", "do", "dyn", "else",
    "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro", "match", "mod",
    "move", "mut", "override", "priv", "pub", "ref", "return", "self", "static", "struct", "super", "trait", "true",
    "try", "type", "typeof", "union", "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

/// The bytes of the longest keywords.
const LONGEST_KEYWORD: usize = "continue".len();

/// Escapes keywords. `self`, `super` and `crate` cannot be raw identifiers.
pub(super) fn usable(name: String) -> String {
    match &*name {
        "self" | "super" | "crate" => name + "_",
        _ if is_keyword(&name) => format!("r#{name}"),
        _ => name,
    }
}

/// Whether a name is a keyword. Most names are longer than all of them.
pub fn is_keyword(name: &str) -> bool {
    name.len() <= LONGEST_KEYWORD && KEYWORDS.binary_search(&name).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keywords_are_sorted() {
        assert!(KEYWORDS.is_sorted());
        assert!(KEYWORDS.iter().all(|keyword| keyword.len() <= LONGEST_KEYWORD && is_keyword(keyword)));
    }
}
