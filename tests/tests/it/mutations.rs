//! Damaged documents are read as before, or a diagnostic says so. `MUTATIONS=10000` tries as many.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{fs, io};

use tests::mutation::{Mutation, Random, Subject, Verdict};
use tests::scratch::{files, repository};

/// What may stay unnoticed, of a thousand. Nothing shows that these documents are not meant as they are.
const MOST_SILENT: usize = 5;

#[test]
fn damage_is_noticed() -> io::Result<()> {
    let count = std::env::var("MUTATIONS").ok().and_then(|count| count.parse().ok()).unwrap_or(400);
    let subjects = subjects()?;
    let mut random = Random::new(13);
    let mut verdicts: BTreeMap<Verdict, usize> = BTreeMap::new();
    let mut examples: BTreeMap<Verdict, Mutation> = BTreeMap::new();
    let mut tried = 0;
    while tried < count {
        let subject = &subjects[random.below(subjects.len())];
        let Some(mutation) = subject.mutate(&mut random) else { continue };
        tried += 1;
        *verdicts.entry(mutation.verdict.clone()).or_default() += 1;
        examples.entry(mutation.verdict.clone()).or_insert(mutation);
    }
    let mut silent = 0;
    for (verdict, count) in &verdicts {
        println!("{count} {verdict:?}");
        if let (Verdict::Silent(_), Some(example)) = (verdict, examples.get(verdict)) {
            silent += count;
            println!("    {}: {}\n{}", example.path, example.line, example.text);
        }
    }
    assert!(silent * 1000 <= count * MOST_SILENT, "{silent} of {count} are silent");
    Ok(())
}

/// The cases of all dialects.
fn subjects() -> io::Result<Vec<Subject>> {
    let mut subjects = Vec::new();
    for dialect in sorted(&repository().join("tests/cases"))? {
        for case in sorted(&dialect)? {
            let documents = files(&case)?
                .into_iter()
                .filter(|(path, _)| Path::new(path).extension().is_some_and(|own| own == "md"));
            let documents = documents.map(|(path, (_, text))| (format!("specs/{path}"), text)).collect();
            subjects.extend(Subject::new(documents, None));
        }
    }
    Ok(subjects)
}

fn sorted(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut entries = Vec::new();
    for entry in fs::read_dir(folder)? {
        entries.push(entry?.path());
    }
    entries.sort();
    Ok(entries)
}
