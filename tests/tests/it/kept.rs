//! A run with what an earlier one kept has the result of a run without, whatever happened to documents and files in
//! between.

use std::io;

use codegen::internals::{KeptFiles, compile_kept};
use codegen::{Config, Limits, Outcome, Undocumented};
use tests::accepted::{Documents, cases};
use tests::mutation::{Random, damaged};
use tests::synthetic::Synthetic;

/// The program of most runs.
const PROGRAM: u64 = 7;

/// How many times documents change.
const CHANGES: usize = 36;

/// How many files are damaged.
const DAMAGES: usize = 60;

/// A run.
struct Run {
    /// What the documents say.
    said: String,
    /// How many structs were not printed again.
    reused: usize,
    outcome: Outcome,
    files: KeptFiles,
}

fn run(config: &Config, documents: &Documents, before: &KeptFiles) -> Run {
    let (said, reused, outcome, files) = compile_kept(config, documents.clone(), PROGRAM, before);
    Run { said, reused, outcome, files }
}

/// Runs with what an earlier run kept, and without. Returns the former.
#[track_caller]
fn assert_same(config: &Config, documents: &Documents, before: &KeptFiles, cause: &str) -> Run {
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
    let (mut reused, config) = (0, config());
    for documents in cases()? {
        let before = run(&config, &documents, &KeptFiles::default());
        let path = documents.first().map_or("", |(path, _)| path);
        reused += assert_same(&config, &documents, &before.files, path).reused;
    }
    assert!(reused > 250, "only {reused} structs are not printed again");
    Ok(())
}

#[test]
fn changed_documents_are_read_again() -> io::Result<()> {
    let config = config();
    let mut documents = documents()?;
    let mut random = Random::new(17);
    let (mut reused, mut outputs) = (0, 0);
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
    println!("{reused} structs in {outputs} outputs");
    assert!(reused > 500 && outputs > CHANGES / 3, "only {reused} structs in {outputs} outputs are not printed again");
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
    let (_, _, _, of_other) = compile_kept(&config(), documents.clone(), PROGRAM + 1, &KeptFiles::default());
    assert_eq!(assert_same(&config(), &documents, &of_other, "another program").reused, 0);
    let before = run(&config(), &documents, &KeptFiles::default()).files;
    let limited = config().limits(Limits { cell_bytes: 9, ..Limits::default() });
    assert_same(&limited, &documents, &before, "limits");
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
