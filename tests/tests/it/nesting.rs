//! Models that nest as deep as is accepted, one after the other and in rings, compile with the default limits of rustc.

use std::io;

use codegen::{Config, Outcome, dialect};
use tests::accepted::{DEPENDENCIES, Kind, Package};
use tests::mutation::Random;
use tests::scratch::Scratch;

/// The most models that may nest in each other.
const MODELS: usize = 120;

/// The row of a field that holds a model.
fn row(name: &str, ty: &str, notes: &str) -> String {
    format!("| {name} | {ty} | It. | {notes} |\n")
}

/// A page of a model with fields.
fn object(number: usize, rows: &str) -> (String, String) {
    let head = "## Properties\n\n| Name | Type | Description | Notes |\n| --- | --- | --- | --- |\n";
    let id = row("id", "string", "[optional]");
    (format!("specs/M{number}.md"), format!("# M{number}\n\n{head}{id}{rows}"))
}

/// Models of which each leads to the next.
fn chain(count: usize, next: impl Fn(usize) -> Option<usize>, field: fn(&str) -> String) -> Vec<(String, String)> {
    let rows = |number| next(number).map(|next| field(&format!("M{next}"))).unwrap_or_default();
    (0..count).map(|number| object(number, &rows(number))).collect()
}

/// A chain of this many models.
fn line(count: usize, field: fn(&str) -> String) -> Vec<(String, String)> {
    chain(count, |number| Some(number + 1).filter(|next| *next < count), field)
}

/// A ring of this many models.
fn ring(count: usize, field: fn(&str) -> String) -> Vec<(String, String)> {
    chain(count, |number| Some((number + 1) % count), field)
}

fn optional(name: &str) -> String {
    row("next", name, "[optional]")
}

fn required(name: &str) -> String {
    row("next", name, "")
}

fn list(name: &str) -> String {
    row("next", &format!("list[{name}]"), "[optional]")
}

fn map(name: &str) -> String {
    row("next", &format!("map[list[{name}]]"), "")
}

/// Every second page of a chain is a union.
fn unions() -> Vec<(String, String)> {
    let mut pages = line(MODELS, optional);
    for number in (1..MODELS - 1).step_by(2) {
        let next = number + 1;
        pages[number].1 = format!("# M{number}\n\n## One of\n\n- [M{next}](M{next}.md)\n- string\n");
    }
    pages
}

/// Models that lead to any others.
fn tangle() -> Vec<(String, String)> {
    let mut random = Random::new(15);
    let mut pages = Vec::new();
    for number in 0..MODELS {
        let mut rows = optional(&format!("M{}", (number + 1) % MODELS));
        for other in 0..random.below(3) {
            let target = format!("M{}", random.below(MODELS));
            let types = [target.clone(), format!("list[{target}]"), format!("map[list[{target}]]")];
            rows += &row(&format!("other{other}"), &types[random.below(types.len())], "[optional]");
        }
        pages.push(object(number, &rows));
    }
    pages
}

fn compile(pages: Vec<(String, String)>) -> Outcome {
    let house = dialect::by_name("house").expect("a dialect");
    Config::new().dialect_of_all(house).compile_texts(pages)
}

/// The number of fields and variants that the compiler does not look into.
fn deep(outcome: &Outcome) -> usize {
    let file = outcome.file("models/root.rs").expect("a file");
    file.text.matches("support::Deep<").count()
}

fn messages(outcome: &Outcome) -> Vec<String> {
    outcome.diagnostics.iter().map(ToString::to_string).collect()
}

/// What a program does with the outermost model.
const USES: &str = r#"
fn sends<T: Send + Sync + std::panic::UnwindSafe + std::panic::RefUnwindSafe + Unpin + 'static>(_: &T) {}
macro_rules! uses {
    ($module:ident) => {
        let read: $module::M0 = serde_json::from_str("{\"id\":\"a\"}").expect("an object");
        sends(&read);
        let other = std::thread::spawn(move || std::sync::Arc::new(std::sync::Mutex::new(Some(vec![read]))));
        let other = other.join().expect("no panic").lock().expect("no panic").clone().expect("a list");
        assert!(other.clone() == other && other.clone().cmp(&other).is_eq());
        assert!($module::support::unexpected(&other).is_empty());
        let text = serde_json::to_string(&other).expect("JSON");
        assert_eq!(serde_json::from_str::<Vec<$module::M0>>(&text).expect("a list"), other);
        println!("{:?}", other);
    };
}
"#;

#[test]
fn the_deepest_models_compile_and_can_be_sent_to_threads() -> io::Result<()> {
    let scratch = Scratch::new("nesting")?;
    let mut package = Package::new(&scratch, "nesting-models", Kind::Program, "warnings");
    let mut calls = Vec::new();
    let shapes = [("maps", ring(MODELS, map)), ("unions", unions()), ("tangle", tangle())];
    for (name, pages) in shapes {
        let outcome = compile(pages);
        assert_eq!(messages(&outcome), [""; 0], "{name}");
        assert!(deep(&outcome) > 0, "{name}");
        package.add(name, &outcome)?;
        calls.push(format!("    uses!({name});\n"));
    }
    package.finish_with("2021", DEPENDENCIES, &format!("{USES}\nfn main() {{\n{}}}\n", calls.concat()))?;
    scratch.write("Cargo.toml", "[workspace]\nresolver = \"3\"\nmembers = [\"nesting-models\"]\n")?;
    for (command, arguments) in [("run", &[][..]), ("doc", &["--no-deps", "--document-private-items"])] {
        let build = scratch.run(command, arguments)?;
        assert!(build.passed, "{build}");
    }
    Ok(())
}

#[test]
fn only_models_that_nest_deep_are_held_differently() {
    let count = |pages| deep(&compile(pages));
    assert_eq!([optional, required, list, map].map(|field| count(line(10, field))), [0; 4]);
    assert_eq!([optional, required, list, map].map(|field| count(ring(10, field))), [0; 4]);
    assert_eq!(count(line(40, list)), 2);
}

#[test]
fn one_model_more_is_an_error() {
    for pages in [line(MODELS, list), ring(MODELS, optional)] {
        assert_eq!(messages(&compile(pages)), [""; 0]);
    }
    for field in [optional, required, list, map] {
        for pages in [line(MODELS + 1, field), ring(MODELS + 1, field)] {
            let messages = messages(&compile(pages));
            assert!(messages.len() == 1 && messages[0].contains("error[models-too-deep]"), "{messages:#?}");
        }
    }
    // A long chain is an error at each place where the models within are too many.
    assert_eq!(messages(&compile(line(3 * MODELS, optional))).len(), 2);
}
