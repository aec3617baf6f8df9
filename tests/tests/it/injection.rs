//! No text of a document, and no path, becomes anything but text in the documentation of the output: no test, no HTML.

use std::collections::BTreeSet;
use std::process::Command;
use std::{fs, io};

use codegen::{Config, Outcome};
use pulldown_cmark::{Event, Options, Parser, Tag};
use tests::guide::has_models;
use tests::scratch;

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

/// A page without such a text.
const LINE: &str = "# Line\n\n## Properties\n\nName | Type | Description | Notes\n--- | --- | --- | ---\n\
                    **id** | **str** | Its id. | [optional] \n";

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
    let texts = ["a", "b"].map(|sdk| page(text, place, sdk)).into_iter();
    Config::new().compile_texts(texts.chain([("specs/Line.md".into(), LINE.into())]))
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

/// Characters that a terminal acts upon or hides, as they are and as entities.
const HIDDEN: &[&str] = &[
    "\u{1b}[2J",
    "\u{9b}2J",
    "\u{85}",
    "\u{2028}",
    "\u{202e}",
    "\u{2066}",
    "\u{61c}",
    "\u{200b}",
    "\u{feff}",
    "\u{e0041}",
    "&#27;[2J",
    "&#155;2J",
    "&#10;::error::",
    "&#13;",
    "&#8238;",
];

/// What the commands of the tool print about documents with such characters everywhere: in descriptions, names, types,
/// defaults and values, and in the names of a folder and of files.
#[test]
fn no_command_prints_hidden_characters() -> io::Result<()> {
    let folder = scratch::empty_folder("hidden-characters")?;
    let mut count = 0;
    for (number, (text, place)) in
        HIDDEN.iter().flat_map(|text| (0..PLACES).map(move |place| (text, place))).enumerate()
    {
        let (path, page) = page(&format!("a{text}b"), place, "a");
        let path = folder.join(path.replace("specs/shop", &format!("specs/shop{number}")));
        path.parent().map_or(Ok(()), fs::create_dir_all)?;
        fs::write(&path, page.replace("# Order", &format!("# Order{number}")))?;
        // Some of these characters are a mistake where they are, after which nothing is generated or compared.
        if !Config::new().specs(&path).compile().has_errors() {
            for version in ["accepted", "fewer"].into_iter().take(1 + number % 2) {
                let version = folder.join(format!("{version}/shop{number}"));
                fs::create_dir_all(&version)?;
                fs::copy(&path, version.join(path.file_name().unwrap_or_default()))?;
            }
            count += 1;
        }
    }
    assert!(count > HIDDEN.len() * PLACES / 2, "only {count} are accepted");
    for command in [
        "check --all specs",
        "check --format concise --all specs",
        "check --format json --all specs",
        "check --format sarif --all specs",
        "check --format github --all specs",
        "check --fix --dry-run specs",
        "diff accepted fewer",
        "diff accepted fewer --format markdown --all",
        "diff accepted fewer --format json",
        "explain Order5 specs",
        "export accepted",
        "export accepted --yaml",
        "generate accepted --out generated",
        // The names of folders and files are refused in a depfile.
        "generate fewer --out generated --depfile generated.d",
        "graph specs",
        "graph specs --format dot",
        "graph specs --format mermaid",
        "loss specs",
        "loss specs --kind undescribed",
        "schema specs",
        "stages --name Order5 specs",
    ] {
        let mut program = Command::new(env!("CARGO_BIN_EXE_codegen-tool"));
        let ended = program.args(command.split(' ')).current_dir(&folder).env("NO_COLOR", "1").output()?;
        let is_about_accepted = command.contains("accepted");
        assert!(!is_about_accepted || !ended.stdout.is_empty() || ended.status.success(), "{command}: {ended:?}");
        for printed in [&ended.stdout, &ended.stderr] {
            let printed = String::from_utf8_lossy(printed);
            let hidden = printed.lines().find(|line| line.contains(is_hidden));
            assert_eq!(hidden, None, "{command}");
        }
    }
    Ok(())
}

fn is_hidden(letter: char) -> bool {
    let is_hidden = matches!(letter, '\u{61c}' | '\u{200b}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{e0041}');
    letter.is_control() || is_hidden
}

/// HTML and code blocks in a page of the documentation, which has headings and lists.
fn html(markdown: &str) -> Vec<String> {
    let body = markdown.split_once("-->").map_or(markdown, |(_, body)| body);
    let is_active = |event: &Event<'_>| {
        matches!(event, Event::Html(_) | Event::InlineHtml(_) | Event::Start(Tag::CodeBlock(_) | Tag::Image { .. }))
    };
    Parser::new(body).filter(is_active).map(|event| format!("{event:?} in {markdown}")).collect()
}
