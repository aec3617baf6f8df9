//! Scores the JSON keys that the documents of real SDKs lead to.
//!
//! `cargo run --release -p lab --bin keys -- ../shared`

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::io;
use std::ops::AddAssign;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;
use codegen::schema::{Field, Model, ModelName, Schema, folded};
use codegen::{Config, Outcome, dialect};
use lab::corpus::Corpora;
use lab::kitchen;
use serde_json::Value;

/// Scores the JSON keys that the documents of real SDKs lead to, with the defaults. Fails if an SDK whose keys are
/// decided has a wrong case, or if keys are assumed without a warning.
#[derive(Parser)]
struct Arguments {
    /// The folder with `corpora` and `truth`.
    folder: PathBuf,

    /// Only SDKs with this text in their name.
    #[arg(default_value = "")]
    only: String,

    /// Prints the wrong keys.
    #[arg(long)]
    differences: bool,
}

/// The SDKs whose keys another SDK of the same API spells exactly.
const TWINS: &[(&str, &str)] = &[
    ("fireblocks-java-sdk", "fireblocks-ts-sdk"),
    ("fireblocks-py-sdk", "fireblocks-ts-sdk"),
    ("kubernetes-client-c", "kubernetes-client-java"),
    ("kubernetes-client-python", "kubernetes-client-java"),
];

/// The documents in which nothing but a configuration shows the dialect.
const DIALECTS: &[(&str, &str)] = &[("vault-go", "openapi-go")];

/// The least share of keys, in percent, that is right in an SDK whose case is right. An SDK of another case has
/// fewer: only keys of one small word are the same in all cases.
const RIGHT_CASE: f64 = 80.0;

/// One model in this many has a sample in the runs with samples.
const SAMPLED: usize = 10;

fn main() -> io::Result<ExitCode> {
    let arguments = Arguments::parse();
    let corpora = Corpora::open(&arguments.folder)?;
    let mut table =
        Table { decided: Score::default(), undecided: Score::default(), sampled: Score::default(), passed: true };
    for (name, truth) in truths(&corpora)?.iter().filter(|(name, _)| name.contains(&arguments.only)) {
        let archive = if truth.is_own { format!("sdk/{name}") } else { name.clone() };
        let documents = corpora.documents(&archive)?;
        let sampled = config(name).compile_texts(documents.iter().cloned().chain(samples(&truth.keys)));
        let sampled = Score::of(&sampled, &truth.keys);
        if arguments.differences {
            sampled.differences.iter().for_each(|line| println!("    with samples {line}"));
        }
        table.sampled += sampled;
        let outcome = config(name).compile_texts(documents);
        let score = Score::of(&outcome, &truth.keys);
        if arguments.differences {
            score.differences.iter().for_each(|line| println!("    {line}"));
        }
        table.add(name, &outcome, score);
    }
    if "kitchen".contains(&arguments.only) {
        print_kitchen(&corpora)?;
    }
    println!("decided: {}", table.decided);
    println!("undecided, and a warning says so: {}", table.undecided);
    println!("all, with samples of one model in {SAMPLED}: {}", table.sampled);
    Ok(if table.passed { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// A body of every tenth model that has all its keys.
fn samples(truth: &Keys) -> impl Iterator<Item = (String, String)> {
    truth.iter().step_by(SAMPLED).map(|(model, keys)| {
        let body: serde_json::Map<String, Value> = keys.iter().map(|key| (key.clone(), Value::Null)).collect();
        (format!("samples/{model}.json"), Value::Object(body).to_string())
    })
}

fn config(name: &str) -> Config {
    let configured = DIALECTS.iter().find(|(sdk, _)| *sdk == name).and_then(|(_, name)| dialect::by_name(name));
    configured.map_or_else(Config::new, |dialect| Config::new().dialect_of_all(dialect))
}

/// The rows printed so far, in sum.
struct Table {
    decided: Score,
    undecided: Score,
    /// All SDKs, with samples.
    sampled: Score,
    passed: bool,
}

impl Table {
    fn add(&mut self, name: &str, outcome: &Outcome, score: Score) {
        let warnings = outcome.diagnostics.iter().filter(|it| it.code.name == "assumed-keys").count();
        let verdict = if warnings > 0 { "undecided" } else { "decided" };
        println!("{name:26} {verdict:9} {score}");
        if warnings > 0 {
            self.undecided += score;
        } else {
            self.passed &= score.share() >= RIGHT_CASE;
            self.decided += score;
        }
    }
}

/// One model that every generator wrote, each alone.
fn print_kitchen(corpora: &Corpora) -> io::Result<()> {
    let truth = kitchen::Specification::read(&corpora.text("kitchen", "kitchen.yaml")?)?;
    let keys: BTreeSet<String> = truth.properties.into_iter().map(|property| property.name).collect();
    let mut all = Score::default();
    for documents in corpora.sdks("kitchen")?.into_values() {
        let schema = Config::new().compile_texts(documents).schema;
        let model = schema.models.iter().max_by_key(|(_, model)| known(model, &keys));
        if let Some((name, model)) = model.filter(|(_, model)| known(model, &keys) > keys.len() / 2) {
            all.count(&name.0, model, &keys);
        }
    }
    println!("{:26} {:9} {all}", "kitchen", "");
    Ok(())
}

/// How many of the keys a model has, whatever their case.
fn known(model: &Model, keys: &BTreeSet<String>) -> usize {
    let fields: BTreeSet<String> = model.fields().iter().map(|field| folded(&field.plain)).collect();
    keys.iter().filter(|key| fields.contains(&folded(key))).count()
}

/// The keys of each model.
type Keys = BTreeMap<String, BTreeSet<String>>;

/// What the keys of an SDK really are.
struct Truth {
    keys: Keys,
    /// Whether the SDK is one of those that were collected with their keys.
    is_own: bool,
}

fn truths(corpora: &Corpora) -> io::Result<BTreeMap<String, Truth>> {
    let mut truths = BTreeMap::new();
    for name in corpora.keyed()? {
        let keys = corpora.truth(&format!("keys/{name}"))?;
        let keys = keys.into_iter().map(|(model, keys)| (model, texts(keys.as_array()))).collect();
        truths.insert(name, Truth { keys, is_own: true });
    }
    for name in ["genesys-python", "genesys-rust"] {
        let keys = corpora.truth(name)?.into_iter().map(|(model, facts)| (model, wire_names(&facts))).collect();
        truths.insert(name.to_owned(), Truth { keys, is_own: false });
    }
    for (name, twin) in TWINS {
        let schema = Config::new().compile_texts(corpora.documents(twin)?).schema;
        let spelled = |model: &Model| model.fields().iter().map(|field| field.spelled.clone()).collect();
        let keys = schema.models.iter().map(|(name, model)| (name.0.clone(), spelled(model))).collect();
        truths.insert((*name).to_owned(), Truth { keys, is_own: false });
    }
    Ok(truths)
}

fn texts(values: Option<&Vec<Value>>) -> BTreeSet<String> {
    values.into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
}

/// The keys of a model in the truths that say more than the keys.
fn wire_names(facts: &Value) -> BTreeSet<String> {
    let by_name = facts["wire"].as_object().into_iter().flat_map(|names| names.values());
    let of_fields = facts["fields"].as_array().into_iter().flatten().map(|field| &field["wire"]);
    by_name.chain(of_fields).filter_map(Value::as_str).map(str::to_owned).collect()
}

/// How many keys are right.
#[derive(Default)]
struct Score {
    right: usize,
    wrong: usize,
    /// The keys that no field has in any case.
    missing: usize,
    differences: Vec<String>,
}

impl Score {
    fn of(outcome: &Outcome, truth: &Keys) -> Self {
        let by_name = by_folded_name(&outcome.schema);
        let mut score = Self::default();
        for (name, keys) in truth {
            let exact = outcome.schema.models.get(&ModelName(name.clone()));
            if let Some(model) = exact.or_else(|| by_name.get(&folded(name)).copied()) {
                score.count(name, model, keys);
            }
        }
        score
    }

    fn count(&mut self, name: &str, model: &Model, keys: &BTreeSet<String>) {
        let mut fields: BTreeMap<String, &Field> = BTreeMap::new();
        for field in model.fields() {
            fields.entry(folded(&field.plain)).or_insert(field);
        }
        if fields.is_empty() {
            return;
        }
        let written: BTreeSet<&str> = model.fields().iter().map(|field| &*field.wire.0).collect();
        for key in keys {
            match fields.get(&folded(key)) {
                _ if written.contains(&**key) => self.right += 1,
                Some(field) => {
                    self.wrong += 1;
                    self.differences.push(format!("{name}.{}: {} instead of {key}", field.spelled, field.wire));
                }
                None => self.missing += 1,
            }
        }
    }

    #[allow(clippy::cast_precision_loss, reason = "counts of keys are far below 2^52")]
    fn share(&self) -> f64 {
        100.0 * self.right as f64 / (self.right + self.wrong + self.missing).max(1) as f64
    }
}

fn by_folded_name(schema: &Schema) -> BTreeMap<String, &Model> {
    schema.models.iter().rev().map(|(name, model)| (folded(&name.0), model)).collect()
}

impl AddAssign for Score {
    fn add_assign(&mut self, other: Self) {
        self.right += other.right;
        self.wrong += other.wrong;
        self.missing += other.missing;
    }
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { right, wrong, missing, .. } = self;
        write!(f, "{right:6} right, {wrong:5} wrong, {missing:2} missing: {:6.2} %", self.share())
    }
}
