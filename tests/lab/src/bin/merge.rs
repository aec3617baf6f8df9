//! Merges the documents of several SDKs of one API and says what they gave to each other.
//!
//! `cargo run --release -p lab --bin merge -- ../shared genesys-python genesys-rust`

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Instant;

use clap::Parser;
use codegen::Config;
use codegen::internals::codes;
use codegen::schema::{Contradiction, Fact, Model, Schema};
use lab::corpus::Corpora;
use serde_json::Value;

/// Merges the documents of several SDKs of one API and says what they gave to each other. Fails if a
/// contradiction is not reported.
#[derive(Parser)]
struct Arguments {
    /// The folder with `corpora`.
    folder: PathBuf,

    /// The archives, the one that leads first.
    #[arg(required = true)]
    archives: Vec<String>,

    /// Prints every contradiction.
    #[arg(long)]
    contradictions: bool,
}

fn main() -> io::Result<ExitCode> {
    let arguments = Arguments::parse();
    let corpora = Corpora::open(&arguments.folder)?;
    let mut documents = Vec::new();
    let truths: Vec<(String, Keys)> =
        arguments.archives.iter().filter_map(|it| Some((it.clone(), keys(&corpora.truth(it).ok()?)))).collect();
    for archive in &arguments.archives {
        let of_archive = corpora.documents(archive)?;
        documents.extend(of_archive.into_iter().map(|(path, text)| (format!("{archive}/{path}"), text)));
    }
    let start = Instant::now();
    let outcome = Config::new().same_api(arguments.archives).compile_texts(documents);
    println!("{:.1?} for {} documents", start.elapsed(), outcome.account.documents);
    for report in outcome.merge_reports() {
        println!("{report}");
    }
    for (archive, truth) in &truths {
        let (right, all) = right_keys(&outcome.schema, truth);
        println!("wire names, against the truth about {archive}: {right} of {all} are right");
    }

    let models = outcome.schema.models.values();
    let of_fields = models.clone().flat_map(Model::fields).flat_map(|it| &it.merged.contradictions);
    let found = models.flat_map(|it| &it.merged.contradictions).chain(of_fields);
    let mut kinds: BTreeMap<(Fact, String), usize> = BTreeMap::new();
    for Contradiction { fact, taken, left } in found {
        *kinds.entry((*fact, format!("{} counts, {} does not", kind(&taken.text), kind(&left.text)))).or_default() += 1;
    }
    println!("contradictions, by what they are about:");
    for ((fact, what), count) in &kinds {
        println!("{count:6} {}: {what}", fact.word());
    }
    let said: Vec<_> = outcome.diagnostics.iter().filter(|it| it.code == &codes::CONTRADICTION).collect();
    if arguments.contradictions {
        for it in &said {
            println!("{it}");
        }
    }
    let silent = kinds.values().sum::<usize>() - said.len();
    println!("{} contradictions are reported, {silent} are not", said.len());
    Ok(if silent == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// The keys of each model.
type Keys = BTreeMap<String, BTreeSet<String>>;

/// The keys in a truth, whichever form it has.
fn keys(truth: &BTreeMap<String, Value>) -> Keys {
    let text = |it: &Value| it.as_str().map(str::to_owned);
    let of_model = |it: &Value| -> BTreeSet<String> {
        let by_name = it["wire"].as_object().into_iter().flat_map(|it| it.values()).filter_map(text);
        let in_fields = it["fields"].as_array().into_iter().flatten().filter_map(|it| text(&it["wire"]));
        by_name.chain(in_fields).collect()
    };
    truth.iter().map(|(name, it)| (name.clone(), of_model(it))).collect()
}

/// How many fields of models that the truth knows have a key that it knows, of how many with such a key in
/// any case.
fn right_keys(schema: &Schema, truth: &Keys) -> (usize, usize) {
    let (mut right, mut all) = (0, 0);
    for (name, model) in &schema.models {
        let Some(keys) = truth.get(&name.0) else { continue };
        let small: BTreeSet<String> = keys.iter().map(|it| it.to_lowercase()).collect();
        let known = model.fields().iter().filter(|it| small.contains(&it.wire.0.to_lowercase()));
        for field in known {
            all += 1;
            right += usize::from(keys.contains(&field.wire.0));
        }
    }
    (right, all)
}

/// A text without the names in it.
fn kind(text: &str) -> String {
    let word = |it: &str| if it.starts_with(char::is_uppercase) { "(model)".to_owned() } else { it.to_owned() };
    text.split_inclusive(['[', ']']).map(word).collect()
}
