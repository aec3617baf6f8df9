//! Inputs made from random numbers.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use crate::mutation::{self, Random};
use crate::scratch::repository;

/// Pieces of broken documents: those that real documents have, and those that break them.
pub static PIECES: &[&str] = &[
    "# Tag\n",
    "## Tag\n",
    "\n",
    "\n\n",
    "## Properties\n",
    "---\ntitle: Tag\n---\n",
    "{: class=\"table\"}\n",
    "|Name | Type | Description | Notes|\n",
    "Name | Type | Description | Notes\n",
    "|---|---|---|---|\n",
    "--- | --- | --- | ---\n",
    "| **id** | str | Its name. | [optional] |\n",
    "**id** | Option<**String**> | Its name. | \n",
    "| **tag** | [list[Tag]](Tag) | a|b | |\n",
    "| ",
    " |",
    "|",
    "**",
    "`",
    "[",
    "]",
    "(",
    ")",
    "<",
    ">",
    "list[",
    "dict(str, ",
    "Option<",
    "Vec<",
    "crate::models::",
    "::",
    "str",
    "int",
    "Tag",
    "[optional]",
    "[default to ",
    "&quot;",
    "\\&quot;",
    "\\|",
    "\\",
    "&#8238;",
    "&#0;",
    "\r\n",
    "\t",
    "    ",
    "> ",
    "- ",
    "1. ",
    "```\n",
    "<b>",
    "é",
    "e\u{301}",
    "日本",
    "\u{202e}",
    "\u{feff}",
    "self",
    "$ref",
    "@type",
    "_type",
    "r#type",
    "pcFrom",
    "2fa",
    "_",
    "",
    "https://x.y/z",
    "```rust\nfn main() {}\n```\n",
    "| Model | Field | Correction | Value | Reason |\n",
    "| Tag | id | rename | `x` | why |\n",
    "_PureCloudPlatformClientV2 1_\n",
    "# # Tag\n",
    "# Shop::Tag\n",
    "# shop.model.Tag\n",
    "# tag_t\n",
    "## Enum\n",
    "## Enum: StateEnum\n",
    "## Enum Variants\n",
    "## oneOf schemas\n",
    "## Type\n",
    "## Values\n",
    "## Load the model package\n",
    "### Models\n",
    "| Name | Value |\n",
    "| Name | Type |\n",
    "| Field | Type | Label | Description |\n",
    "| Name | Type | Description | Required |\n",
    "* `RED` (value: `\"red\"`)\n",
    "* [Tag](Tag.md)\n",
    "| RED | &quot;red&quot; |\n",
    "**any string name** | **str** | a | [optional]\n",
    "**value** | **str** | a |  must be one of [\"a\", \"b|c\", ]\n",
    "if omitted the server will use the default value of ",
    "[**inline**](#kotlin.collections.List&lt;A&gt;)",
    "[**StateEnum**](#StateEnum)",
    "{String: ",
    "[String: ",
    "{str: (",
    ",)}",
    "{ [key: string]: ",
    " | null",
    ", none_type",
    "[]",
    "map[string]",
    "array<string,",
    "\\Shop\\Model\\Tag",
    "Pointer to ",
    "NullableString",
    "***os.File**",
    "list_t \\*",
    "list_t*",
    "swagger::OneOf2<",
    "List&lt;",
    "kotlin.String",
    "string",
    "[Enum: [a, b]]",
    "(enum: a, b)",
    "»",
];

/// Letters that mean something to some stage, and others.
const LETTERS: &[char] = &[
    'a',
    'B',
    'z',
    'É',
    'ß',
    'ﬁ',
    'µ',
    'ª',
    '日',
    '\u{301}',
    '\u{200b}',
    '\u{202e}',
    '\u{feff}',
    '\u{0}',
    '\u{7f}',
    '0',
    '7',
    '٣',
    '_',
    '-',
    '$',
    '@',
    '.',
    ':',
    '/',
    '\\',
    '|',
    '`',
    '*',
    '#',
    '<',
    '>',
    '[',
    ']',
    '(',
    ')',
    '{',
    '}',
    '&',
    ';',
    ',',
    '"',
    '\'',
    '=',
    '!',
    '?',
    '+',
    '~',
    '^',
    '%',
    ' ',
    '\t',
    '\n',
    '\r',
    '\u{2028}',
    '😀',
    '\u{e0001}',
];

/// The pages of all cases, by a path that has their dialect.
static PAGES: LazyLock<Vec<(String, String)>> = LazyLock::new(|| {
    let cases = repository().join("tests/cases");
    let mut paths = Vec::new();
    collect(&cases, &mut paths);
    paths.sort();
    let below = |path: &Path| path.strip_prefix(&cases).map(|path| path.display().to_string()).unwrap_or_default();
    let page = |path: &PathBuf| Some((format!("specs/{}", below(path)), fs::read_to_string(path).ok()?));
    paths.iter().filter_map(page).collect()
});

/// The documents in a folder.
fn collect(folder: &Path, paths: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            collect(&path, paths);
        } else if path.extension().is_some_and(|extension| extension == "md" || extension == "mdx") {
            paths.push(path);
        }
    }
}

/// One of several.
fn one<T: Clone>(all: &[T], random: &mut Random) -> T {
    all[random.below(all.len())].clone()
}

/// The page of a case.
pub(super) fn page_of_case(random: &mut Random) -> (String, String) {
    one(&PAGES, random)
}

/// Some of the pieces.
pub(super) fn pieces(random: &mut Random, most: usize) -> String {
    (0..random.below(most + 1)).map(|_| one(PIECES, random)).collect()
}

/// Some letters.
pub(super) fn text(random: &mut Random, most: usize) -> String {
    (0..random.below(most + 1)).map(|_| one(LETTERS, random)).collect()
}

/// Damages a text as an editor may, or puts something into it that means something elsewhere.
pub(super) fn damage(text: &mut String, random: &mut Random) {
    if random.below(2) == 0 {
        if let Some(damaged) = mutation::damaged(text, random) {
            *text = damaged;
        }
        return;
    }
    let places: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let first = random.below(places.len());
    let last = (first + random.below(40)).min(places.len() - 1);
    let (from, to) = (places[first], places[last]);
    match random.below(4) {
        0 => text.insert_str(from, one(PIECES, random)),
        1 => text.insert(from, one(LETTERS, random)),
        2 => text.replace_range(from..to, ""),
        _ => {
            let copy = text[from..to].to_owned();
            text.insert_str(from, &copy);
        }
    }
}

/// Words and signs of types in all dialects.
const TYPE_PARTS: &[&str] = &[
    "str",
    "int",
    "String",
    "Integer",
    "list",
    "List",
    "Array",
    "dict",
    "Map",
    "Set",
    "Option",
    "Vec",
    "Tag",
    "Order.Line",
    "null",
    "none_type",
    "object",
    "bool",
    "crate::models::",
    "kotlin.",
    "\\Shop\\Model\\",
    "java.util.",
    "<",
    ">",
    "&lt;",
    "&gt;",
    "[",
    "]",
    "[]",
    "(",
    ")",
    "{",
    "}",
    "|",
    "\\|",
    ",",
    ", ",
    ": ",
    "?",
    "*",
    "**",
    "`",
    "***",
    "&amp;",
    "...",
    "…",
    "String, ",
    "string, ",
    "(Tag.md)",
    "(#tag)",
    "()",
    "Pointer to ",
    "64",
    "(36)",
    " or ",
    " and ",
    " & ",
    "«",
    "»",
    "=>",
    "->",
    "'a'",
    "\"",
    "enum",
    " ",
    "É",
    "\u{200b}",
];

/// A type, or nearly.
pub(super) fn type_text(random: &mut Random) -> String {
    (0..random.below(14)).map(|_| one(TYPE_PARTS, random)).collect()
}

/// Cells of a table of corrections.
const CORRECTION_CELLS: &[&str] = &[
    "Tag",
    "*",
    "id",
    "size",
    "",
    "type",
    "wire name",
    "presence",
    "values",
    "default",
    "skip",
    "add field",
    "add member",
    "nullable",
    "rename",
    "minimum",
    "format",
    "dialect",
    "required",
    "optional",
    "int64",
    "list[string]",
    "`a`, `b`",
    "`x`",
    "7",
    "true",
    "Line",
    "list[",
    "\\|",
    "**id**",
    "[Tag](Tag.md)",
    "no",
    "why",
    "  ",
];

/// A table of corrections.
pub(super) fn corrections(random: &mut Random) -> String {
    let mut text = "| Model | Field | Correction | Value | Reason |\n|---|---|---|---|---|\n".to_owned();
    for _ in 0..random.below(5) {
        let cells = if random.below(6) == 0 { random.below(8) } else { 5 };
        for _ in 0..cells {
            text.push_str("| ");
            text.push_str(one(CORRECTION_CELLS, random));
            text.push(' ');
        }
        text.push_str("|\n");
    }
    if random.below(3) == 0 {
        damage(&mut text, random);
    }
    text
}

/// Keys and texts of samples.
const WORDS: &[&str] = &[
    "id",
    "name",
    "size",
    "kind",
    "type",
    "tag",
    "Tag",
    "startTime",
    "start_time",
    "2026-01-02",
    "log",
    "entries",
    "é",
    "",
];

/// JSON of any shape.
pub(super) fn json(random: &mut Random, depth: usize) -> String {
    let many = |open: char, close: char, parts: Vec<String>| format!("{open}{}{close}", parts.join(","));
    match random.below(if depth == 0 { 6 } else { 9 }) {
        0 => "null".to_owned(),
        1 => "true".to_owned(),
        2 => random.below(1 << 20).to_string(),
        3 => "-1.5e300".to_owned(),
        4 | 5 => format!("{:?}", one(WORDS, random)),
        6 => many('[', ']', (0..random.below(4)).map(|_| json(random, depth - 1)).collect()),
        _ => many(
            '{',
            '}',
            (0..random.below(5)).map(|_| format!("{:?}:{}", one(WORDS, random), json(random, depth - 1))).collect(),
        ),
    }
}
