//! A run with the records of an earlier one has the result of a run without, whatever happened to documents and records
//! in between.

use std::io;

use codegen::internals::{Recorded, compile_recorded};
use codegen::{Config, Limits};
use tests::accepted::{Documents, cases};
use tests::mutation::{Random, damaged};
use tests::synthetic::Synthetic;

/// The program of most runs.
const PROGRAM: u64 = 7;

/// How many times documents change.
const CHANGES: usize = 36;

/// How many records are damaged.
const DAMAGES: usize = 60;

fn run(documents: &Documents, before: &[u8]) -> Recorded {
    compile_recorded(&Config::new(), documents.clone(), PROGRAM, before.to_vec())
}

/// Runs with records and without them. Returns the records for the next run.
#[track_caller]
fn assert_same(documents: &Documents, before: Vec<u8>, cause: &str) -> Vec<u8> {
    let (with, without) = (run(documents, &before), run(documents, &[]));
    assert!(with.said == without.said, "{cause}");
    assert!(format!("{:?}", with.outcome) == format!("{:?}", without.outcome), "{cause}");
    let file = with.file.unwrap_or(before);
    assert!(file == without.file.unwrap_or_default(), "{cause}: other records");
    file
}

/// Documents in all dialects, some with mistakes, and pages without models.
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
    for documents in cases()? {
        let before = run(&documents, &[]).file.unwrap_or_default();
        let path = documents.first().map_or("", |(path, _)| path);
        assert_same(&documents, before, path);
    }
    Ok(())
}

#[test]
fn changed_documents_are_read_again() -> io::Result<()> {
    let mut documents = documents()?;
    let mut random = Random::new(17);
    let mut before = assert_same(&documents, Vec::new(), "the first run");
    for number in 0..CHANGES {
        let at = random.below(documents.len());
        let path = documents[at].0.clone();
        match number % 6 {
            0 => drop(documents.remove(at)),
            1 => documents[at].0 = path.replace(".md", "Renamed.md"),
            2 => documents.push((path.replace(".md", "Copy.md"), documents[at].1.clone())),
            3 => documents[at].1.push_str("\nA word at the end.\n"),
            _ => documents[at].1 = damaged(&documents[at].1, &mut random).unwrap_or_default(),
        }
        before = assert_same(&documents, before, &format!("change {number} of {path}"));
    }
    Ok(())
}

#[test]
fn damaged_records_are_ignored() -> io::Result<()> {
    let documents = documents()?;
    let mut without = run(&documents, &[]);
    let whole = without.file.take().unwrap_or_default();
    let mut random = Random::new(19);
    for number in 0..DAMAGES {
        let (mut file, at) = (whole.clone(), random.below(whole.len()));
        match number % 4 {
            0 => file.truncate(at),
            1 => file[at] ^= 1 << random.below(8),
            2 => file[at..].fill(0),
            _ => drop(file.splice(at..at, *b"xyz")),
        }
        let with = run(&documents, &file);
        assert!(with.file.as_ref() == Some(&whole), "damage {number} at {at}: other records");
        assert!(with.said == without.said, "damage {number} at {at}");
        assert!(with.outcome.files == without.outcome.files, "damage {number} at {at}");
    }
    Ok(())
}

#[test]
fn records_of_other_programs_and_options_are_ignored() -> io::Result<()> {
    let documents = documents()?;
    let before = run(&documents, &[]).file.unwrap_or_default();
    let limited = Config::new().limits(Limits { rows: 1, ..Limits::default() });
    for (config, program) in [(Config::new(), PROGRAM + 1), (limited, PROGRAM)] {
        let with = compile_recorded(&config, documents.clone(), program, before.clone());
        let without = compile_recorded(&config, documents.clone(), program, Vec::new());
        assert_eq!(format!("{:?}", with.outcome), format!("{:?}", without.outcome));
        assert!(with.file.is_some_and(|file| Some(file) == without.file));
    }
    let nothing = run(&Documents::new(), &before);
    assert!(nothing.outcome.schema.models.is_empty());
    Ok(())
}
