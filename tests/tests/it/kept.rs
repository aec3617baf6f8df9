//! A run with what an earlier one kept has the result of a run without, whatever happened to documents and files in
//! between.

use std::io;

use codegen::dialect::{self, Dialect, Note, NoteWord};
use codegen::internals::{KeptFiles, KeptRun, compile_kept};
use codegen::{Config, Limits, Undocumented};
use tests::accepted::{Documents, cases};
use tests::mutation::{Random, damaged};
use tests::synthetic::Synthetic;

/// The program of most runs.
const PROGRAM: u64 = 7;

/// How many times documents change.
const CHANGES: usize = 36;

/// How many files are damaged.
const DAMAGES: usize = 60;

fn run(config: &Config, documents: &Documents, before: &KeptFiles) -> KeptRun {
    compile_kept(config, documents.clone(), PROGRAM, before)
}

/// Runs with what an earlier run kept, and without. Returns the former.
#[track_caller]
fn assert_same(config: &Config, documents: &Documents, before: &KeptFiles, cause: &str) -> KeptRun {
    let (with, without) = (run(config, documents, before), run(config, documents, &KeptFiles::default()));
    assert!(with.said == without.said, "{cause}: the documents say something else");
    assert!(with.outcome.files == without.outcome.files, "{cause}: another output");
    assert!(format!("{:?}", with.outcome) == format!("{:?}", without.outcome), "{cause}: another outcome");
    assert!(with.files.records == without.files.records, "{cause}: other records");
    if !with.outcome.has_errors() {
        assert!(with.files == without.files, "{cause}: other keys");
    }
    with
}

/// A configuration in which no document that is missing is an error.
fn config() -> Config {
    Config::new().undocumented(Undocumented::Allow)
}

/// Documents in all dialects, and pages without models.
fn documents() -> io::Result<Documents> {
    let mut documents = Synthetic::new()?.documents(150, 3);
    let call = "# ShopApi\n\nMethod | HTTP request | Description\n--- | --- | ---\n\
                [**getTag**](ShopApi.md#getTag) | **GET** /tags/{tag_id} | See `line_items`.\n";
    documents.push(("specs/shop/ShopApi.md".to_owned(), call.to_owned()));
    documents.push(("specs/README.md".to_owned(), "# Shop\n\nIts `page_size` is 5.\n".to_owned()));
    Ok(documents)
}

#[test]
fn all_cases_are_read_from_their_records() -> io::Result<()> {
    let (mut recorded, mut reused, config) = (0, 0, config());
    for documents in cases()? {
        let before = run(&config, &documents, &KeptFiles::default());
        assert_eq!((before.recorded, before.reused), (0, 0));
        let path = documents.first().map_or("", |(path, _)| path);
        let run = assert_same(&config, &documents, &before.files, path);
        recorded += run.recorded;
        reused += run.reused;
    }
    assert!(recorded > 300 && reused > 250, "only {recorded} documents and {reused} structs are taken over");
    Ok(())
}

#[test]
fn changed_documents_are_read_again() -> io::Result<()> {
    // One dialect is configured, the others are detected.
    let java = dialect::by_name("openapi-java").expect("a dialect");
    let config = config().dialect("specs/openapi-java", java);
    let mut documents = documents()?;
    let mut random = Random::new(17);
    let (mut recorded, mut reused, mut outputs) = (0, 0, 0);
    let mut before = assert_same(&config, &documents, &KeptFiles::default(), "the first run").files;
    for number in 0..CHANGES {
        let at = random.below(documents.len());
        let valid = documents[at].clone();
        let path = valid.0.clone();
        match number % 6 {
            0 if number > 0 => documents[at].1.clear(),
            1 => documents[at].0 = path.replace(".md", "Renamed.md"),
            2 => documents.push((format!("specs/other/{number}.md"), documents[at].1.clone())),
            3 => documents[at].1.push_str("\nA word at the end.\n"),
            _ => documents[at].1 = damaged(&documents[at].1, &mut random).unwrap_or_default(),
        }
        let run = assert_same(&config, &documents, &before, &format!("change {number} of {path}"));
        recorded += run.recorded;
        if !run.outcome.has_errors() {
            reused += run.reused;
            outputs += 1;
        }
        before = run.files;
        // With an error, nothing is printed. The next change is that of a document without one.
        if run.outcome.has_errors() {
            documents[at] = valid;
        }
    }
    assert!(recorded > 50 * CHANGES, "only {recorded} documents are taken over");
    assert!(reused > 500 && outputs > CHANGES / 3, "only {reused} structs in {outputs} outputs are taken over");
    Ok(())
}

#[test]
fn damaged_files_are_ignored() -> io::Result<()> {
    let (documents, config) = (documents()?, config());
    let without = run(&config, &documents, &KeptFiles::default());
    assert!(!without.files.keys.is_empty() && run(&config, &documents, &without.files).reused > 50);
    let mut random = Random::new(19);
    for number in 0..DAMAGES {
        let mut before = without.files.clone();
        let file = match number % 3 {
            0 => &mut before.records,
            1 => &mut before.keys,
            _ => {
                if let Some(text) = before.output.values_mut().max_by_key(|text| text.len()) {
                    *text = damaged(text, &mut random).unwrap_or_default();
                }
                &mut Vec::new()
            }
        };
        damage(file, number / 3, &mut random);
        let with = run(&config, &documents, &before);
        assert!(with.said == without.said, "damage {number}");
        assert!(with.outcome.files == without.outcome.files, "damage {number}");
        assert!(with.files == without.files, "damage {number}");
    }
    Ok(())
}

fn damage(file: &mut Vec<u8>, kind: usize, random: &mut Random) {
    if file.is_empty() {
        return;
    }
    let at = random.below(file.len());
    match kind % 4 {
        0 => file.truncate(at),
        1 => file[at] ^= 1 << random.below(8),
        2 => file[at..].fill(0),
        _ => drop(file.splice(at..at, *b"xyz")),
    }
}

#[test]
fn files_of_other_programs_and_options_are_ignored() -> io::Result<()> {
    let documents = documents()?;
    let of_other = compile_kept(&config(), documents.clone(), PROGRAM + 1, &KeptFiles::default()).files;
    let run_of_this = assert_same(&config(), &documents, &of_other, "another program");
    assert_eq!((run_of_this.recorded, run_of_this.reused), (0, 0));
    let before = run(&config(), &documents, &KeptFiles::default()).files;
    let limited = config().limits(Limits { cell_bytes: 9, ..Limits::default() });
    assert_eq!(assert_same(&limited, &documents, &before, "limits").recorded, 0);
    for config in [
        config().strict("*"),
        config().dates(codegen::Dates::Text),
        config().attribute("*", "#[derive(Copy)]"),
        config().module_per_folder(),
        config().feature_per_folder(),
        config().replace("string", "crate::Text"),
    ] {
        assert_eq!(assert_same(&config, &documents, &before, "options").reused, 0);
        let before = run(&config, &documents, &KeptFiles::default()).files;
        assert_same(&config, &documents, &before, "the same options");
    }
    assert_same(&config(), &Documents::new(), &before, "no documents");
    Ok(())
}

/// A page of the dialect `openapi-java`.
fn page(name: &str, rows: &str) -> (String, String) {
    let head = "| Name | Type | Description | Notes |\n|------------ | ------------- | ------------- | -------------|";
    (format!("specs/{name}.md"), format!("# {name}\n\n\n## Properties\n\n{head}\n{rows}\n"))
}

#[test]
fn what_other_documents_decide_about_a_struct_is_noticed() {
    const ID: &str = "|**id** | **String** | Its key. | |";
    let kind = |values: &str| {
        format!(
            "|**kind** | [**KindEnum**](#KindEnum) | Its kind. | |\n\n\n\n## Enum: KindEnum\n\n|Name | Value|\n|---- | -----|\n{values}"
        )
    };
    let long = |count: usize| {
        (0..count).map(|idx| format!("|**f{idx}** | **String** | Text. | [optional]|\n")).collect::<String>()
    };
    let holder = page("Holder", "|**part** | [**Part**](Part.md) | Its part. | [optional]|");
    let changes: Vec<(&str, Documents, Documents)> = vec![
        (
            "another model has the name of the required values",
            vec![page("Tag", ID)],
            vec![page("Tag", ID), page("TagRequired", ID)],
        ),
        ("a part grows", vec![holder.clone(), page("Part", &long(1))], vec![holder.clone(), page("Part", &long(9))]),
        (
            "a part contains its holder",
            vec![holder.clone(), page("Part", &long(1))],
            vec![holder.clone(), page("Part", "|**holder** | [**Holder**](Holder.md) | Back. | |")],
        ),
        ("a part has no document any more", vec![holder.clone(), page("Part", &long(1))], vec![holder.clone()]),
        (
            "another model has the name of a type",
            vec![holder.clone(), page("Part", &long(1))],
            vec![holder.clone(), page("Part", &long(1)), page("part", &long(1))],
        ),
        (
            "values are shared",
            vec![page("Tag", &kind("|A | &quot;a&quot;|"))],
            vec![page("Tag", &kind("|A | &quot;a&quot;|")), page("Cat", &kind("|A | &quot;a&quot;|"))],
        ),
        (
            "a part becomes a list of values",
            vec![holder.clone(), page("Part", &long(1))],
            vec![
                holder,
                ("specs/Part.md".to_owned(), "# Part\n\n## Enum\n\n\n* `ONE` (value: `\"one\"`)\n\n".to_owned()),
            ],
        ),
    ];
    let config = config().dialect_of_all(dialect::by_name("openapi-java").expect("a dialect"));
    for (cause, before, after) in changes {
        assert_noticed(&config, cause, &before, &after);
    }
}

#[test]
fn what_other_models_with_allowed_values_decide_about_a_struct_is_noticed() {
    let page = |name: &str, rows: &[String]| {
        let head = "Name | Type | Description | Notes\n------------ | ------------- | ------------- | -------------";
        (format!("specs/{name}.md"), format!("# {name}\n\n## Properties\n\n{head}\n{}\n", rows.join("\n")))
    };
    let id = || "**id** | **String** | Its key. | ".to_owned();
    let values = |name: &str, values: &str| {
        format!("**{name}** | Option<**String**> | How it is. Valid values: {values} | [optional][default to a_b]")
    };
    let shared = |name: &str| page(name, &[values("kind", "a_b, A_B")]);
    let changes: Vec<(&str, Documents, Documents)> = vec![
        (
            "values that are shared have the name of the required values",
            vec![page("Tag", &[id()]), page("Ant", &[values("tag_required", "X, Y")]), page("Bee", &[id()])],
            vec![
                page("Tag", &[id()]),
                page("Ant", &[values("tag_required", "X, Y")]),
                page("Bee", &[id(), values("tag_required", "X, Y")]),
            ],
        ),
        (
            "values of another model have the name of these",
            vec![page("Tag", &[id()]), page("TagKind", &[values("tone", "X, Y")])],
            vec![page("Tag", &[id(), values("kind_tone", "X, Z")]), page("TagKind", &[values("tone", "X, Y")])],
        ),
        (
            "a model with a shorter name shares the values in another order",
            vec![shared("Tag"), shared("Tiger"), page("T", &[id()])],
            vec![shared("Tag"), shared("Tiger"), page("T", &[id(), values("kind", "A_B, a_b")])],
        ),
        (
            "a model that a text mentions has a document",
            vec![page("Tag", &[id().replace("Its key", "That of `Cat`")])],
            vec![page("Tag", &[id().replace("Its key", "That of `Cat`")]), page("Cat", &[id()])],
        ),
    ];
    let config = config().dialect_of_all(dialect::by_name("openapi-rust").expect("a dialect"));
    for (cause, before, after) in changes {
        assert_noticed(&config, cause, &before, &after);
    }
}

/// The text of a struct changes that is not in the document that changed.
#[track_caller]
fn assert_noticed(config: &Config, cause: &str, before: &Documents, after: &Documents) {
    let of_before = run(config, before, &KeptFiles::default());
    assert!(!of_before.outcome.has_errors(), "{cause}: {:?}", of_before.outcome.diagnostics);
    let of_after = assert_same(config, after, &of_before.files, cause);
    assert!(of_after.outcome.files != of_before.outcome.files, "{cause}: nothing changes");
    assert_same(config, before, &of_after.files, cause);
}

#[test]
fn what_models_that_are_not_objects_decide_about_a_struct_is_noticed() {
    let order = (
        "specs/Order.md".to_owned(),
        "# Order\n\n## Properties\n\n| Name | Type | Description | Notes |\n| --- | --- | --- | --- |\n\
         | state | State | How far it is. | [optional] [default to a_b] |\n"
            .to_owned(),
    );
    let state = |values: &[&str]| {
        let rows: String = values.iter().map(|value| format!("| `{value}` | Once. |\n")).collect();
        let text = format!("# State\n\n## Values\n\n| Value | Description |\n| --- | --- |\n{rows}");
        ("specs/State.md".to_owned(), text)
    };
    let config = config().dialect_of_all(dialect::by_name("house").expect("a dialect"));
    let (before, after) = (vec![order.clone(), state(&["a_b", "A_B"])], vec![order, state(&["A_B", "a_b"])]);
    assert_noticed(&config, "the values are in another order", &before, &after);
}

#[test]
fn links_to_documents_that_come_and_go_are_noticed() {
    let head = "Name | Type | Description | Notes\n------------ | ------------- | ------------- | -------------";
    let damaged = "**orders** | [**\\ShopModelOrder[]**](Order.md) | What is ordered. | [optional]";
    let tag = ("specs/Tag.md".to_owned(), format!("# # Tag\n\n## Properties\n\n{head}\n{damaged}\n"));
    let id = "**id** | **string** | Its key. | [optional]";
    let order = ("specs/Order.md".to_owned(), format!("# # Order\n\n## Properties\n\n{head}\n{id}\n"));
    let config = config().dialect_of_all(dialect::by_name("openapi-php").expect("a dialect"));
    let (without, with) = (vec![tag.clone()], vec![tag, order]);
    let mut files = KeptFiles::default();
    let mut said = Vec::new();
    for documents in [&without, &with, &without, &with] {
        let run = assert_same(&config, documents, &files, "a document comes or goes");
        said.push(run.said);
        files = run.files;
    }
    assert!(said[0].contains("ShopModelOrder") && !said[1].contains("ShopModelOrder"), "{said:?}");
}

#[test]
fn another_dialect_of_the_same_name_is_noticed() {
    fn wiki(like: &Dialect) -> &'static Dialect {
        // As a dialect of a file of options is made.
        Box::leak(Box::new(Dialect { name: "wiki", ..like.clone() }))
    }
    let documents = vec![page("Tag", "|**size** | **Integer** | How many. |  [optional] |")];
    let java = dialect::by_name("openapi-java").expect("a dialect");
    let with = |dialect| config().known_dialect(dialect).dialect("specs", dialect);
    let before = run(&with(wiki(java)), &documents, &KeptFiles::default());
    assert!(!before.outcome.has_errors(), "{:?}", before.outcome.diagnostics);
    let same = assert_same(&with(wiki(java)), &documents, &before.files, "the same dialect");
    assert_eq!((same.recorded, same.reused), (1, 1));
    let other = Dialect { notes: &[NoteWord { text: "optional", note: Note::Nullable }], ..java.clone() };
    let after = assert_same(&with(wiki(&other)), &documents, &before.files, "another dialect");
    assert!(after.outcome.files != before.outcome.files, "nothing changes");
}
