//! Other names for fields, and more words in descriptions.

use codegen::dialect::{Dialect, Role};
use codegen::internals::page::{self, Table};

use crate::mutation::Random;

/// A change of a text: what is added at which place.
struct Addition {
    at: usize,
    text: String,
}

/// A page whose fields have other names and longer descriptions, where nothing else on the page depends on them.
pub(super) fn vary(text: &str, dialect: &Dialect, random: &mut Random) -> String {
    let mut additions = Vec::new();
    for table in page::read(0, text).tables().filter(|table| is_of_properties(table, dialect)) {
        for row in &table.rows {
            for (cell, column) in row.cells.iter().zip(dialect.columns) {
                let span = cell.span;
                let Some(cell) = text.get(span.start..span.end) else { continue };
                let added = match column.role {
                    Role::Name => name(cell, text, dialect, random),
                    Role::Description => description(cell, random),
                    _ => None,
                };
                additions.extend(added.map(|(at, text)| Addition { at: span.start + at, text }));
            }
        }
    }
    let mut varied = text.to_owned();
    for Addition { at, text } in additions.iter().rev() {
        varied.insert_str(*at, text);
    }
    varied
}

fn is_of_properties(table: &Table, dialect: &Dialect) -> bool {
    let headings = table.header.cells.iter().map(|cell| cell.value.trim());
    headings.eq(dialect.columns.iter().map(|column| column.heading))
}

/// A word at the end of a name that shows in which case names are, if the name is nowhere else on the page.
fn name(cell: &str, text: &str, dialect: &Dialect, random: &mut Random) -> Option<(usize, String)> {
    let name = cell.trim_matches(['*', '`', ' ']);
    let is_name = name.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '_');
    let has_meaning = dialect.rows.iter().any(|row| row.name == Some(name)) || name.starts_with('_');
    if !is_name || has_meaning || text.matches(name).nth(1).is_some() || random.below(2) == 0 {
        return None;
    }
    let word = WORDS[random.below(WORDS.len())];
    let has_capital = name.chars().skip(1).any(char::is_uppercase);
    let added = match (name.contains('_'), has_capital) {
        (true, false) => format!("_{word}"),
        (false, true) => word[..1].to_uppercase() + &word[1..],
        _ => return None,
    };
    Some((cell.find(name)? + name.len(), added))
}

/// A sentence at the end of a description without marks.
fn description(cell: &str, random: &mut Random) -> Option<(usize, String)> {
    let end = cell.trim_end().len();
    if !cell[..end].ends_with('.') || cell.contains(['*', '`', '_', '<', '[', '(', ':', '"', '|', '\\']) {
        return None;
    }
    let mut sentence = String::new();
    for _ in 0..3 + random.below(10) {
        sentence.push(' ');
        sentence.push_str(WORDS[random.below(WORDS.len())]);
    }
    Some((end, sentence + "."))
}

/// Words without a meaning for any stage.
const WORDS: [&str; 32] = [
    "amber", "bridge", "candle", "distant", "early", "forest", "gentle", "harbour", "island", "journey", "kettle",
    "lantern", "meadow", "narrow", "orchard", "pebble", "quiet", "river", "silver", "timber", "upper", "velvet",
    "window", "yellow", "anchor", "basket", "copper", "dusty", "evening", "feather", "garden", "hollow",
];
