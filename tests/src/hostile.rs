//! Documents whose names are those of Rust, of its library and of the code beside generated models.
//!
//! Each name is a model, a model without a document, a set of values, a union and another name for a type in turn, and
//! a field, a value and a member in each of these sets of documents.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::{fs, io};

use codegen::{Config, Dates, Level, UnknownKeys, dialect};
use proc_macro2::{TokenStream, TokenTree};

use crate::scratch::repository;

/// The number of roles that a name has in turn.
pub const TURNS: usize = 5;

/// The number of models that refer to each other.
const NEAR: usize = 2 * TURNS;

/// The number of members of a union.
const MEMBERS: usize = 3;

const ROWS: &str = "## Properties\n\n| Name | Type | Description | Notes |\n| --- | --- | --- | --- |\n";
const VALUES: &str = "| Value | Description |\n| --- | --- |\n";

/// The configuration of a set of documents, with one of these types of dates. Each has other options.
pub fn config(turn: usize, dates: &[Dates]) -> Config {
    let config = dialect::by_name("house").map_or_else(Config::new, |house| Config::new().dialect_of_all(house));
    // Some names are type words of other dialects.
    let config = config.level("foreign-type", Level::Warning);
    let config = config.dates(dates[turn % dates.len()]);
    match turn % TURNS {
        0 => config,
        1 => config.strict("*").unknown_keys("*", UnknownKeys::Deny),
        2 => config.three_valued("*"),
        3 => config.unknown_keys("*", UnknownKeys::Ignore),
        _ => config.strict("*").unknown_keys("*", UnknownKeys::Ignore),
    }
}

/// Names of Rust and its library, from a list, all words of the support module, and odd names.
///
/// # Errors
///
/// A file of the project cannot be read.
pub fn names() -> io::Result<Vec<String>> {
    let mut names: BTreeSet<String> = odd_names().into_iter().collect();
    let listed = fs::read_to_string(repository().join("tests/hostile-names.txt"))?;
    for line in listed.lines().filter(|line| !line.starts_with('#')) {
        names.extend(line.split_whitespace().map(str::to_owned));
    }
    for folder in ["codegen/support", "codegen/support/dates"] {
        for entry in fs::read_dir(repository().join(folder))? {
            let path = entry?.path();
            if path.is_file() {
                let tokens: Result<TokenStream, _> = fs::read_to_string(path)?.parse();
                words(tokens.map_err(|error| io::Error::other(error.to_string()))?, &mut names);
            }
        }
    }
    Ok(names.into_iter().collect())
}

/// The identifiers among tokens.
fn words(tokens: TokenStream, names: &mut BTreeSet<String>) {
    for token in tokens {
        match token {
            TokenTree::Ident(ident) => drop(names.insert(ident.to_string())),
            TokenTree::Group(group) => words(group.stream(), names),
            TokenTree::Punct(_) | TokenTree::Literal(_) => {}
        }
    }
}

/// Names that are no words of a program: letters of other scripts, letters without case, letters that look like others,
/// signs, pictures, text from right to left, and very long names.
fn odd_names() -> Vec<String> {
    let mut names: Vec<String> = "\u{65e5}\u{672c} \u{7528}\u{6237} \u{e9}t\u{e9} Gr\u{f6}\u{df}e \u{b5}s \u{aa} \u{ba} \u{fb01}t \
        \u{1c6}a \u{130}d \u{131}d \u{441}\u{43e} \u{3b1} \u{430}bc p\u{430}ypal \u{661}\u{662} \u{5d0}\u{5d1} \u{627}\u{644} \
        \u{1f600} a\u{1f600}b \u{2192} \u{221e} \u{bd} 1 0x1f 2fa a_1 a1 _ __ _a a_ __a__ $ref @type x-foo a.b.c a:b \
        \u{10400}\u{10428} \u{2160} \u{24d0} \u{ff21}\u{ff22} e\u{301} \u{ac00} \u{e01}\u{e31} \u{915}\u{94d}\u{937} \
        \u{4e00} \u{30fc} \u{30a4} \u{4e8c} \u{149} \u{1e9e} \u{3a3}\u{3c2}"
        .split_whitespace()
        .map(str::to_owned)
        .collect();
    names.extend(["x", "X", "\u{65e5}", "ab"].map(|part| part.repeat(10_000 / part.chars().count())));
    names
}

/// Documents in which each name has the role of this turn, and every name is a field and a value. A name can have other
/// letters than those of a type; then it is no model.
pub fn documents(names: &[String], turn: usize) -> Vec<(String, String)> {
    let set = Set { names, models: names.iter().filter(|name| is_model(name)).collect(), turn };
    let mut documents = vec![set.page("EveryField", &set.every_field()), set.page("EveryValue", &set.every_value())];
    for (idx, name) in set.models.iter().enumerate() {
        let text = match (idx + turn) % TURNS {
            // Others refer to it.
            1 if name.starts_with(char::is_uppercase) => continue,
            0 | 1 => set.object(idx),
            2 => set.values(idx),
            3 => set.union(idx),
            _ => "## Values\n\n| Value | Description |\n| --- | --- |\n| 1 | One. |\n| 2 | Two. |\n".to_owned(),
        };
        documents.push(set.page(name, &text));
    }
    documents
}

/// Whether a name is one that a model can have.
fn is_model(name: &str) -> bool {
    let has_case = name.starts_with(|first: char| first.is_alphabetic() && !first.is_lowercase());
    has_case && name.chars().all(char::is_alphanumeric) && name.len() < 1000
}

struct Set<'a> {
    names: &'a [String],
    models: Vec<&'a String>,
    turn: usize,
}

impl Set<'_> {
    fn page(&self, name: &str, text: &str) -> (String, String) {
        (format!("specs/{}/{name}.md", self.turn), format!("# {name}\n\n{text}"))
    }

    /// A model some places after another one, among [`NEAR`] models. So models do not nest deeper than rustc can follow.
    fn after(&self, idx: usize, places: usize) -> &str {
        let start = idx - idx % NEAR;
        let end = (start + NEAR).min(self.models.len());
        self.models[start + (idx - start + places) % (end - start)]
    }

    /// A struct with fields of every kind, two of which are called like models.
    fn object(&self, idx: usize) -> String {
        let name = self.models[idx].as_str();
        let mut rows = ROWS.to_owned();
        let mut fields = BTreeSet::new();
        for (field, ty, notes) in [
            (name, self.after(idx, 1).to_owned(), ""),
            (self.after(idx, 2), format!("list[{}]", self.after(idx, 2)), "[optional]"),
            ("next", name.to_owned(), "[optional]"),
            ("at", "datetime".to_owned(), ""),
            ("day", "date".to_owned(), "[optional]"),
            ("by", format!("map[{}]", self.after(idx, 3)), ""),
            ("share", ["float64", "decimal", "boolean", "int64"][idx % 4].to_owned(), ""),
            ("kind", "string".to_owned(), "[optional]"),
        ] {
            if fields.insert(field.to_lowercase()) {
                let _ = writeln!(rows, "| {field} | {ty} | A field. | {notes} |");
            }
        }
        let values = if fields.contains("kind") { self.some_values(idx) } else { String::new() };
        format!("{rows}\n## Values of kind\n\n{VALUES}{values}")
    }

    fn values(&self, idx: usize) -> String {
        format!("## Values\n\n{VALUES}{}", self.some_values(idx))
    }

    fn some_values(&self, idx: usize) -> String {
        (0..MEMBERS).map(|places| format!("| `{}` | A value. |\n", self.after(idx, places))).collect()
    }

    /// A union, every other one with a discriminator.
    fn union(&self, idx: usize) -> String {
        let members: String = (1..=MEMBERS).map(|places| format!("- {}\n", self.after(idx, places))).collect();
        let tag = if idx.is_multiple_of(2) {
            format!("\nThe key `{}` tells which.\n", self.models[idx])
        } else {
            String::new()
        };
        format!("## One of\n\n{members}- string\n- list[{}]\n{tag}", self.after(idx, 1))
    }

    /// A struct with a field for each name, every other one required.
    fn every_field(&self) -> String {
        let types = ["string", "datetime", "date", "int32", "map[string]", "list[float32]", "any", "nullable[uint64]"];
        let mut rows = ROWS.to_owned();
        for (idx, name) in self.names.iter().enumerate() {
            let own = format!("list[{}]", self.models[idx % self.models.len()]);
            let ty = if idx % 9 == 8 { &own } else { types[idx % 9 % types.len()] };
            let notes = if idx % 2 == 0 { "" } else { "[optional]" };
            let _ = writeln!(rows, "| {name} | {ty} | A field. | {notes} |");
        }
        rows
    }

    fn every_value(&self) -> String {
        let rows: String = self.names.iter().map(|name| format!("| `{name}` | A value. |\n")).collect();
        format!("## Values\n\n{VALUES}{rows}")
    }
}
