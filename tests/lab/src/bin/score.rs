//! Scores the reader against documents whose truth is known.
//!
//! `cargo run --release -p lab --bin score -- ../shared`

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;
use std::{fmt, io};

use clap::Parser;
use codegen::schema::{Field, ModelName, Presence, Scalar, Type};
use codegen::{Config, Outcome, Schema};
use lab::corpus::Corpora;
use lab::values::{Truth, ValuesScore};
use serde_json::Value;
use tests::python::python_words;

/// Scores the reader against documents whose truth is known. Fails if a figure is below its bar.
#[derive(Parser)]
struct Arguments {
    /// The folder with `corpora` and `truth`.
    folder: PathBuf,

    /// Prints every field that differs.
    #[arg(long)]
    differences: bool,
}

fn main() -> io::Result<ExitCode> {
    let arguments = Arguments::parse();
    let corpora = Corpora::open(&arguments.folder)?;
    let mut passed = true;
    for sdk in [python(&corpora)?, rust(&corpora)?] {
        let by_rule = sdk.compile(None);
        let corrections = corrections(&by_rule.schema, &sdk.truth);
        let corrected = sdk.compile(Some(corrections));
        for (title, outcome, bars) in [("by rule", &by_rule, &sdk.bars), ("corrected", &corrected, &sdk.bars_corrected)]
        {
            let score = Score::of(&outcome.schema, &sdk.truth);
            println!("{} {title}: {score}", sdk.name);
            print_account(outcome);
            passed &= print_surplus_rows(&sdk.documents, &outcome.schema);
            if arguments.differences {
                score.differences.iter().for_each(|it| println!("    {it}"));
            }
            passed &= score.reaches(bars);
        }
        let values = ValuesScore::of(&by_rule.schema, &sdk.values);
        println!("{} values from descriptions: {values}", sdk.name);
        if arguments.differences {
            values.differences.iter().for_each(|it| println!("    {it}"));
        }
        passed &= sdk.bars_values.are_reached_by(&values);
    }
    println!("{}", if passed { "every figure reaches its bar" } else { "a figure is below its bar" });
    Ok(if passed { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn print_account(outcome: &Outcome) {
    println!("  {:?}", outcome.account);
    let mut codes: BTreeMap<&str, usize> = BTreeMap::new();
    outcome.diagnostics.iter().for_each(|it| *codes.entry(it.code.name).or_default() += 1);
    println!("  diagnostics: {codes:?}");
}

/// Rows with an unescaped `|` in the text, found without the reader, and whether their notes were kept.
fn print_surplus_rows(documents: &[(String, String)], schema: &Schema) -> bool {
    let mut rows = 0;
    let mut kept = 0;
    for (path, text) in documents {
        let model = path.rsplit('/').next().unwrap_or_default().trim_end_matches(".md");
        let Some(model) = schema.models.get(&ModelName(model.to_owned())) else { continue };
        for line in text.lines().map(str::trim) {
            let name = line.trim_start_matches("| ").strip_prefix("**").and_then(|it| it.split("**").next());
            let Some(field) = name.and_then(|name| model.fields().iter().find(|it| it.spelled == name)) else {
                continue;
            };
            let borders = if line.starts_with('|') { 5 } else { 3 };
            if line.matches('|').count() > borders {
                let optional = line.trim_end_matches(['|', ' ']).ends_with("[optional]");
                rows += 1;
                kept += usize::from(optional == (field.presence == Presence::Optional));
            }
        }
    }
    println!("  rows with an unescaped pipe: {rows}, notes kept: {kept}");
    rows == kept
}

/// The documents of an SDK, and what they should say.
struct Sdk {
    name: &'static str,
    documents: Vec<(String, String)>,
    truth: BTreeMap<String, BTreeMap<String, Fact>>,
    bars: Bars,
    bars_corrected: Bars,
    /// The values of the fields that have any.
    values: Truth,
    bars_values: ValuesBars,
}

/// What the source of an SDK says about a field.
struct Fact {
    wire: String,
    ty: String,
    presence: Option<Presence>,
}

/// The least share that a figure must have, in percent.
struct Bars {
    types: f64,
    wire: f64,
}

/// How much there must be in descriptions, and how much of it may be wrong or not comparable; a person has
/// looked at each of these.
struct ValuesBars {
    right_words: usize,
    wrong_words: usize,
    /// The fields that have the wrong words.
    wrong: &'static [&'static str],
    unchecked: usize,
}

impl ValuesBars {
    fn are_reached_by(&self, score: &ValuesScore) -> bool {
        score.right_words >= self.right_words
            && score.wrong_words <= self.wrong_words
            && score.wrong.iter().all(|it| self.wrong.contains(&&**it))
            && score.unchecked <= self.unchecked
    }
}

impl Sdk {
    fn compile(&self, corrections: Option<String>) -> Outcome {
        let corrections = corrections.map(|text| (format!("{}/CORRECTIONS.md", self.name), text));
        Config::new().compile_texts(self.documents.iter().cloned().chain(corrections))
    }
}

fn python(corpora: &Corpora) -> io::Result<Sdk> {
    let fields = |model: &Value| {
        let fact = |(name, ty): (&String, &Value)| {
            let wire = text(&model["wire"][name]);
            (name.clone(), Fact { wire, ty: text(ty), presence: None })
        };
        model["types"].as_object().into_iter().flatten().map(fact).collect()
    };
    let truth = corpora.truth("genesys-python")?;
    Ok(Sdk {
        name: "genesys-python",
        documents: corpora.documents("genesys-python")?,
        truth: truth.iter().map(|(name, model)| (name.clone(), fields(model))).collect(),
        bars: Bars { types: 100.0, wire: 99.57 },
        bars_corrected: Bars { types: 100.0, wire: 100.0 },
        values: truth.iter().flat_map(|(name, model)| python_values(name, model)).collect(),
        bars_values: ValuesBars {
            right_words: 231,
            wrong_words: 5,
            // One sentence was copied from another model; the other one does not keep the case.
            wrong: &["GetRulesQuery.sort_by", "WebChatMemberInfo.role"],
            unchecked: 20,
        },
    })
}

fn rust(corpora: &Corpora) -> io::Result<Sdk> {
    let fact = |field: &Value| {
        let optional = field["optional"].as_bool().unwrap_or_default();
        let presence = Some(if optional { Presence::Optional } else { Presence::Required });
        let ty = format!("{}:{}", text(&field["type"]), text(&field["format"]));
        (text(&field["name"]), Fact { wire: text(&field["wire"]), ty, presence })
    };
    let fields = |model: &Value| model["fields"].as_array().into_iter().flatten().map(fact).collect();
    let truth = corpora.truth("genesys-rust")?;
    Ok(Sdk {
        name: "genesys-rust",
        documents: corpora.documents("genesys-rust")?,
        truth: truth.iter().map(|(name, model)| (name.clone(), fields(model))).collect(),
        bars: Bars { types: 99.96, wire: 99.3 },
        bars_corrected: Bars { types: 99.96, wire: 100.0 },
        values: truth.iter().flat_map(|(name, model)| rust_values(name, model)).collect(),
        bars_values: ValuesBars { right_words: 168, wrong_words: 4, wrong: &["WebChatMemberInfo.role"], unchecked: 11 },
    })
}

fn python_values(name: &str, model: &Value) -> Truth {
    let enums = model["enums"].as_object().into_iter().flatten();
    enums.map(|(field, values)| ((name.to_owned(), field.clone()), texts(values))).collect()
}

fn rust_values(name: &str, model: &Value) -> Truth {
    let fields = model["fields"].as_array().into_iter().flatten().filter(|it| it["enum"].is_array());
    fields.map(|it| ((name.to_owned(), text(&it["name"])), texts(&it["enum"]))).collect()
}

fn texts(values: &Value) -> Vec<String> {
    values.as_array().into_iter().flatten().map(text).collect()
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

/// How many facts the schema has right.
#[derive(Default)]
struct Score {
    models: usize,
    models_wanted: usize,
    fields: usize,
    fields_wanted: usize,
    surplus: usize,
    types: usize,
    presence: usize,
    wire: usize,
    differences: Vec<String>,
}

impl Score {
    fn of(schema: &Schema, truth: &BTreeMap<String, BTreeMap<String, Fact>>) -> Self {
        let mut score = Self { models_wanted: truth.len(), ..Self::default() };
        for (name, facts) in truth {
            score.fields_wanted += facts.len();
            let Some(model) = schema.models.get(&ModelName(name.clone())) else {
                score.differences.push(format!("{name}: no such model"));
                continue;
            };
            score.models += 1;
            let fields: BTreeMap<&str, &Field> = model.fields().iter().map(|it| (&*it.spelled, it)).collect();
            score.surplus += fields.keys().filter(|it| !facts.contains_key(**it)).count();
            for (spelled, fact) in facts {
                match fields.get(&**spelled) {
                    Some(field) => score.add(name, field, fact),
                    None => score.differences.push(format!("{name}.{spelled}: no such field")),
                }
            }
        }
        let known: BTreeSet<&str> = truth.keys().map(String::as_str).collect();
        score.surplus += schema.models.keys().filter(|it| !known.contains(&*it.0)).count();
        score
    }

    fn add(&mut self, model: &str, field: &Field, fact: &Fact) {
        self.fields += 1;
        let said = if fact.presence.is_some() { openapi(&field.ty) } else { python_words(&field.ty) };
        let presence = fact.presence.unwrap_or(field.presence);
        self.types += usize::from(said == fact.ty);
        self.presence += usize::from(field.presence == presence);
        self.wire += usize::from(field.wire.0 == fact.wire);
        let mut difference = String::new();
        if said != fact.ty {
            let _ = write!(difference, " type {said} instead of {}", fact.ty);
        }
        if field.presence != presence {
            let _ = write!(difference, " {:?} instead of {presence:?}", field.presence);
        }
        if field.wire.0 != fact.wire {
            let _ = write!(difference, " key {} instead of {}", field.wire, fact.wire);
        }
        if !difference.is_empty() {
            self.differences.push(format!("{model}.{}:{difference}", field.spelled));
        }
    }

    fn reaches(&self, bars: &Bars) -> bool {
        let all = self.models == self.models_wanted && self.fields == self.fields_wanted && self.surplus == 0;
        let share = |count| percent(count, self.fields_wanted);
        all && self.presence == self.fields && share(self.types) >= bars.types && share(self.wire) >= bars.wire
    }
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let share = |count| format!("{:.2} % ({count})", percent(count, self.fields_wanted));
        write!(
            f,
            "models {} of {}, fields {} of {}, surplus {}, types {}, presence {}, wire names {}",
            self.models,
            self.models_wanted,
            self.fields,
            self.fields_wanted,
            self.surplus,
            share(self.types),
            share(self.presence),
            share(self.wire),
        )
    }
}

#[allow(clippy::cast_precision_loss, reason = "counts of fields are far below 2^52")]
fn percent(count: usize, of: usize) -> f64 {
    100.0 * count as f64 / of as f64
}

/// The corrections that make every wire name right.
fn corrections(schema: &Schema, truth: &BTreeMap<String, BTreeMap<String, Fact>>) -> String {
    let mut page = "| Model | Field | Correction | Value | Reason |\n|---|---|---|---|---|\n".to_owned();
    for (name, model) in &schema.models {
        for field in model.fields() {
            if let Some(fact) = truth.get(&name.0).and_then(|it| it.get(&field.spelled))
                && fact.wire != field.wire.0
            {
                let _ =
                    writeln!(page, "| {name} | `{}` | wire name | `{}` | the SDK's source |", field.spelled, fact.wire);
            }
        }
    }
    page
}

/// A type in the words of an OpenAPI document, its innermost format after a colon.
fn openapi(ty: &Type) -> String {
    fn words(ty: &Type) -> String {
        match ty {
            Type::Scalar(scalar) => match scalar {
                Scalar::Int32 | Scalar::Int64 => "integer",
                Scalar::Float32 | Scalar::Float64 => "number",
                other => other.word(),
            }
            .to_owned(),
            Type::List(item) => format!("array<{}>", words(item)),
            Type::Map(item) => format!("map<{}>", words(item)),
            Type::Model(name) => format!("@{name}"),
            other => other.to_string(),
        }
    }
    let format = match ty.innermost() {
        Type::Scalar(Scalar::Int32) => "int32",
        Type::Scalar(Scalar::Int64) => "int64",
        Type::Scalar(Scalar::Float32) => "float",
        Type::Scalar(Scalar::Float64) => "double",
        _ => "",
    };
    format!("{}:{format}", words(ty))
}
