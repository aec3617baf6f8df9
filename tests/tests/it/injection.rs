//! No text of a document, and no path, becomes anything but text in the documentation of the output: no test, no HTML.

use std::collections::BTreeSet;

use codegen::{Config, Outcome};
use pulldown_cmark::{Event, Options, Parser, Tag};
use tests::guide::has_models;

/// Texts that Markdown, rustdoc or a browser would act upon.
const HOSTILE: &[&str] = &[
    "<script>alert(1)</script>",
    "</code><img src=x onerror=alert(1)>",
    "```rust fn main() { panic!() } ```",
    "~~~ fn main() {} ~~~",
    "    let x = 1;",
    "- - # > 1. + a",
    "# Examples",
    "[a](javascript:alert(1))",
    "[a]: https://example.com",
    "![a](https://example.com/x.png)",
    "<https://example.com>",
    "&lt;script&gt;",
    "`` ` ``` ````",
    "`a",
    "a`",
    "\\` <b> \\`",
    "*/ /* //! #![doc = \"x\"]",
    "a | b\t| --- | ---",
    "[^1]: note",
    "$x$",
];

/// The places of a page that can have any text.
const PLACES: usize = 12;

/// Folder, file and page of a model with a text at one place.
fn page(text: &str, place: usize, sdk: &str) -> (String, String) {
    let at = |own: usize, usual: &'static str| if own == place { text.replace('/', "_") } else { usual.to_owned() };
    let of = |own: usize, usual: &'static str| if own == place { text.to_owned() } else { usual.to_owned() };
    let (folder, file) = (at(0, "shop"), at(1, "Order"));
    let (about, name, described, default, value) =
        (of(2, "An order."), of(3, "id"), of(4, "Its id."), of(5, "one"), of(6, "open"));
    let (target, member, key, number, label) =
        (of(7, "Line.md"), of(8, "Line"), of(9, "any string name"), of(10, "7"), of(11, "state"));
    let text = format!(
        "# Order\n\n{about}\n\n## Properties\n\nName | Type | Description | Notes\n--- | --- | --- | ---\n\
         **{name}** | **str** | {described} | [optional]  if omitted the server will use the default value of \"{default}\"\n\
         **{label}** | **str** | Its state. | must be one of [\"{value}\", \"done\", ]\n\
         **count** | **int** | How many. | [optional]  must be one of [1, {number}, ]\n\
         **line** | [**{member}**]({target}) | A line. | [optional] \n\
         **{key}** | **int** | Any other key. | [optional]\n"
    );
    (format!("specs/{folder}/{sdk}/{file}.md"), text)
}

/// The documentation of each item, field and variant of a file of Rust.
fn docs(rust: &str) -> Vec<String> {
    assert!(!rust.contains("#[doc"), "not all documentation is in comments: {rust}");
    let mut docs = vec![String::new()];
    for line in rust.lines() {
        match line.trim_start().strip_prefix("///") {
            Some(line) => docs.last_mut().expect("there is one").extend([line, "\n"]),
            None => docs.push(String::new()),
        }
    }
    docs.retain(|markdown| !markdown.is_empty());
    docs
}

/// Everything that is neither text, nor code within a line, nor a link to an item or to a web address.
fn acts(markdown: &str) -> Vec<String> {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_SMART_PUNCTUATION;
    let mut found = Vec::new();
    for event in Parser::new_ext(markdown, options) {
        match event {
            Event::Start(Tag::Link { ref dest_url, .. }) if dest_url.starts_with("http") || is_item(dest_url) => {}
            Event::Text(_) | Event::Code(_) | Event::SoftBreak | Event::Start(Tag::Paragraph) | Event::End(_) => {}
            other => found.push(format!("{other:?} in {markdown}")),
        }
    }
    found
}

/// Whether this is the path of an item beside the documented one.
fn is_item(path: &str) -> bool {
    let name = path.strip_prefix("Self").map(|rest| rest.trim_start_matches("#structfield."));
    name.is_some_and(|name| name.chars().all(|letter| letter.is_alphanumeric() || matches!(letter, '_' | ':')))
}

fn compile(text: &str, place: usize) -> Outcome {
    let line = "# Line\n\n## Properties\n\nName | Type | Description | Notes\n--- | --- | --- | ---\n\
                **id** | **str** | Its id. | [optional] \n";
    let texts = ["a", "b"].map(|sdk| page(text, place, sdk)).into_iter();
    Config::new().compile_texts(texts.chain([("specs/Line.md".into(), line.into())]))
}

#[test]
fn text_stays_text_in_the_documentation_of_the_output() {
    let mut failures = BTreeSet::new();
    let mut compiled = 0;
    for text in HOSTILE {
        let long = format!("{} {text} {0}", "word ".repeat(18));
        for (text, place) in [*text, &*long].into_iter().flat_map(|text| (0..PLACES).map(move |place| (text, place))) {
            let outcome = compile(text, place);
            compiled += usize::from(!outcome.files.is_empty());
            for file in outcome.files.iter().filter(|file| !file.path.ends_with("support.rs")) {
                let found = if has_models(&file.path) {
                    docs(&file.text).iter().flat_map(|markdown| acts(markdown)).collect()
                } else {
                    html(&file.text)
                };
                failures.extend(found.into_iter().map(|found| format!("{text:?} at {place}: {}: {found}", file.path)));
            }
        }
    }
    assert!(failures.is_empty(), "{} failures:\n{}", failures.len(), Vec::from_iter(failures).join("\n"));
    // Most texts are accepted at most places; otherwise this would show nothing.
    assert!(compiled > HOSTILE.len() * PLACES, "only {compiled} of {} compiled", 2 * HOSTILE.len() * PLACES);
}

/// The paths of the output and the texts that programs print, for texts with characters that a file system, a terminal or
/// cargo would act upon.
#[test]
fn paths_and_printed_texts_are_plain() {
    let texts = [
        "../../x",
        "/etc/passwd",
        "C:\\x",
        "..",
        "\u{1b}[2J",
        "\u{202e}abc",
        "a\ncargo::error=x",
        "\u{0}",
        "con",
        "-rf",
        "~",
    ];
    for (text, place) in texts.into_iter().flat_map(|text| (0..PLACES).map(move |place| (text, place))) {
        let outcome = compile(text, place);
        for file in &outcome.files {
            let stem = file.path.strip_prefix("models").unwrap_or(&file.path).trim_start_matches('/');
            let stem = stem.strip_suffix(".rs").or(stem.strip_suffix(".md")).unwrap_or(stem);
            assert!(stem.chars().all(|letter| letter.is_alphanumeric() || letter == '_'), "{text:?}: {:?}", file.path);
        }
        let mut printed: Vec<String> = outcome.diagnostics.iter().map(ToString::to_string).collect();
        printed.extend(
            outcome.merged().flat_map(|report| report.to_string().lines().map(str::to_owned).collect::<Vec<_>>()),
        );
        printed.extend(outcome.findings.to_string().lines().map(str::to_owned));
        let is_active =
            |letter: char| letter.is_control() || matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        assert!(!printed.iter().any(|line| line.contains(is_active) || line.starts_with("cargo")), "{printed:#?}");
    }
}

/// HTML and code blocks in a page of the documentation, which has headings and lists.
fn html(markdown: &str) -> Vec<String> {
    let body = markdown.split_once("-->").map_or(markdown, |(_, body)| body);
    let is_active = |event: &Event<'_>| {
        matches!(event, Event::Html(_) | Event::InlineHtml(_) | Event::Start(Tag::CodeBlock(_) | Tag::Image { .. }))
    };
    Parser::new(body).filter(is_active).map(|event| format!("{event:?} in {markdown}")).collect()
}
