//! Figures of a crate's own source: how long its functions are, how it uses closures, how its modules depend on each
//! other, and how often its comments use phrases that are not idiomatic English.

pub mod graph;

use std::fmt;
use std::path::Path;

use ::tests::scratch::Files;
use graph::Graph;

/// Phrases and the words that they consist of, in any form. Each is a literal translation.
const CALQUES: &[(&str, &[&str])] = &[
    ("stands", &["stands", "stand"]),
    ("told", &["told", "tell", "tells", "telling"]),
    ("is no", &["is no", "are no", "was no"]),
    ("of which", &["of which", "of whom"]),
    ("so many", &["so many"]),
    ("foresee", &["foresee", "foresees", "foreseen"]),
];

/// The figures of some source files.
#[derive(Debug, Default)]
pub struct House {
    /// Lines without those of test modules.
    lines: usize,
    files: Vec<usize>,
    functions: Vec<usize>,
    dialects: Vec<usize>,
    closures_over_it: usize,
    named_closures: usize,
    comment_lines: usize,
    calques: Vec<(&'static str, usize)>,
    /// The arrows between the folders of the source, and between the modules in them.
    rooms: Graph,
    modules: Graph,
}

impl House {
    /// Measures the files of a crate, whose paths are below `src/` or `support/`.
    ///
    /// # Errors
    ///
    /// A file is not Rust.
    pub fn new(files: &Files) -> Result<Self, Box<dyn std::error::Error>> {
        let mut house = Self { calques: CALQUES.iter().map(|(name, _)| (*name, 0)).collect(), ..Self::default() };
        let is_source = |path: &str| path.starts_with("src/") || path.starts_with("support/");
        let sources = files.iter().filter(|(path, _)| is_source(path) && is_rust(path));
        for (path, (_, text)) in sources {
            house.add(path, text);
        }
        house.rooms = Graph::new(files, 1)?;
        house.modules = Graph::new(files, 2)?;
        for figures in [&mut house.files, &mut house.functions, &mut house.dialects] {
            figures.sort_unstable();
        }
        Ok(house)
    }

    fn add(&mut self, path: &str, text: &str) {
        let lines: Vec<&str> = without_tests(text).lines().collect();
        self.lines += lines.len();
        self.files.push(text.lines().count());
        self.functions.extend(function_lengths(&lines));
        if path.strip_prefix("src/dialect/").is_some_and(|name| !name.contains('/')) {
            self.dialects.push(lines.len());
        }
        for line in lines {
            self.add_line(line);
        }
    }

    fn add_line(&mut self, line: &str) {
        let Some((_, comment)) = line.trim_start().split_once("//").filter(|(code, _)| code.is_empty()) else {
            self.closures_over_it +=
                ["|it|", "|&it|", "|mut it|"].iter().map(|it| line.matches(it).count()).sum::<usize>();
            self.named_closures += usize::from(is_named_closure(line));
            return;
        };
        self.comment_lines += 1;
        let words = format!(" {} ", words(comment));
        for ((_, count), (_, forms)) in self.calques.iter_mut().zip(CALQUES) {
            *count += forms.iter().map(|form| words.matches(&format!(" {form} ")).count()).sum::<usize>();
        }
    }
}

/// A file up to the module of its tests.
fn without_tests(text: &str) -> &str {
    text.split_once("#[cfg(test)]\nmod ").map_or(text, |(code, _)| code)
}

/// The words in lower case, one space after each.
fn words(text: &str) -> String {
    let words = text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ").to_lowercase()
}

/// Whether a line binds a closure to a name: `let name = |row| …`.
fn is_named_closure(line: &str) -> bool {
    let Some((_, value)) = line.trim_start().strip_prefix("let ").and_then(|rest| rest.split_once(" = ")) else {
        return false;
    };
    value.trim_start_matches("move ").starts_with('|')
}

/// The lines of each function, signature and braces included. The source is formatted, so a function ends with the
/// first brace that is indented as its first line is.
fn function_lengths(lines: &[&str]) -> Vec<usize> {
    let mut lengths = Vec::new();
    for (start, line) in lines.iter().enumerate().filter(|(_, line)| is_function(line)) {
        // A declaration in a trait has no body.
        let body = lines[start..].iter().position(|line| line.ends_with(['{', '}', ';'])).map(|below| start + below);
        let Some(body) = body.filter(|body| !lines[*body].ends_with(';')) else { continue };
        let end = format!("{}}}", &line[..line.len() - line.trim_start().len()]);
        let last = (body..lines.len()).find(|at| lines[*at] == end || *at == body && lines[*at].ends_with('}'));
        lengths.extend(last.map(|last| last - start + 1));
    }
    lengths
}

fn is_function(line: &str) -> bool {
    let mut line = line.trim_start();
    for word in ["pub ", "pub(crate) ", "pub(super) ", "const ", "unsafe ", "async "] {
        line = line.strip_prefix(word).unwrap_or(line);
    }
    line.starts_with("fn ")
}

/// The figure below which this share of the sorted figures is.
fn quantile(sorted: &[usize], percent: usize) -> usize {
    sorted.get((sorted.len().saturating_sub(1)) * percent / 100).copied().unwrap_or_default()
}

impl fmt::Display for House {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let per_thousand = |count: usize| {
            let tenths = count * 10_000 / self.lines.max(1);
            format!("{}.{}", tenths / 10, tenths % 10)
        };
        writeln!(f, "lines without tests: {}", self.lines)?;
        for (what, figures) in [("file", &self.files), ("function", &self.functions), ("dialect", &self.dialects)] {
            let [median, high, most] = [50, 90, 100].map(|percent| quantile(figures, percent));
            let (count, sum) = (figures.len(), figures.iter().sum::<usize>());
            writeln!(f, "lines per {what}: median {median}, 90% {high}, most {most} ({count} with {sum} lines)")?;
        }
        let of_it = self.closures_over_it;
        writeln!(f, "closures over `it`: {of_it}, {} per 1,000 lines", per_thousand(of_it))?;
        writeln!(f, "named local closures: {}", self.named_closures)?;
        let calques: Vec<String> = self.calques.iter().map(|(name, count)| format!("{count} \"{name}\"")).collect();
        let sum: usize = self.calques.iter().map(|(_, count)| count).sum();
        writeln!(f, "calques in {} comment lines: {sum} ({})", self.comment_lines, calques.join(", "))?;
        writeln!(f, "folders: {}", self.rooms)?;
        write!(f, "modules: {}", self.modules)
    }
}

/// Whether a path is that of a Rust file.
fn is_rust(path: &str) -> bool {
    Path::new(path).extension().is_some_and(|extension| extension == "rs")
}

#[cfg(test)]
mod tests {
    use std::time::SystemTime;

    use super::*;

    const FILE: &str = "//! Of which there are no more.\n\nuse crate::page::Page;\n\nfn one() {}\n\n/// It stands, and is told.\n\
        fn three(rows: &[u8]) -> usize {\n    let is_odd = |row: &u8| row % 2 == 1;\n    \
        rows.iter().map(|it| *it).filter(is_odd).count() + 1\n}\n\ntrait T {\n    fn declared()\n    where\n        Self: Sized;\n}\n\n#[cfg(test)]\nmod tests {\n    fn not_this() {}\n}\n";

    #[test]
    fn figures_are_those_of_the_text() -> Result<(), Box<dyn std::error::Error>> {
        let file = |path: &str, text: &str| (path.to_owned(), (SystemTime::UNIX_EPOCH, text.to_owned()));
        let house = House::new(&Files::from([file("src/rows.rs", FILE), file("src/page.rs", "pub struct Page;\n")]))?;
        assert_eq!((house.lines, &*house.files, &*house.functions), (19, &[1, 22][..], &[1, 4][..]));
        assert_eq!((house.closures_over_it, house.named_closures, house.comment_lines), (1, 1, 2));
        let counts: Vec<usize> = house.calques.iter().map(|(_, count)| *count).collect();
        assert_eq!(counts, [1, 1, 1, 1, 0, 0]);
        assert_eq!(house.rooms.to_string(), "2 with 1 arrow on 2 floors, no circle");
        Ok(())
    }
}
