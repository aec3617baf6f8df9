//! Scores the reader against the source of the SDKs that the documents describe.
//!
//! `cargo run --release -p lab --bin score -- ../shared`

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;
use std::{fmt, io};

use clap::Parser;
use codegen::schema::{Field, ModelName, Presence, Scalar, Type};
use codegen::{Config, Outcome, Schema};
use lab::corpus::Corpora;
use lab::values::{SourceValues, ValuesScore};
use serde_json::Value;
use tests::python::python_words;

/// Scores the reader against the source of the SDKs that the documents describe. Fails if a figure is below its bar.
#[derive(Parser)]
struct Arguments {
    /// The folder that contains `corpora` and `truth`.
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
        let corrected = sdk.compile(Some(corrections(&by_rule.schema, &sdk.models)));
        passed &= sdk.print_score("by rule", &by_rule, &sdk.bars, arguments.differences);
        passed &= sdk.print_score("corrected", &corrected, &sdk.bars_corrected, arguments.differences);
        let values = ValuesScore::of(&by_rule.schema, &sdk.values);
        println!("{} values from descriptions: {values}", sdk.name);
        if arguments.differences {
            print_all(&values.differences);
        }
        passed &= sdk.bars_values.are_reached_by(&values);
    }
    println!("{}", if passed { "every figure reaches its bar" } else { "a figure is below its bar" });
    Ok(if passed { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn print_all(differences: &[String]) {
    for difference in differences {
        println!("    {difference}");
    }
}

fn print_account(outcome: &Outcome) {
    println!("  {:?}", outcome.account);
    let mut codes: BTreeMap<&str, usize> = BTreeMap::new();
    for diagnostic in &outcome.diagnostics {
        *codes.entry(diagnostic.code.name).or_default() += 1;
    }
    println!("  diagnostics: {codes:?}");
}

/// Finds rows with an unescaped `|` without the reader. Returns whether the reader kept the notes of all of them.
fn print_surplus_rows(documents: &[(String, String)], schema: &Schema) -> bool {
    let mut rows = 0;
    let mut kept = 0;
    for (path, text) in documents {
        let model = path.rsplit('/').next().unwrap_or_default().trim_end_matches(".md");
        let Some(model) = schema.models.get(&ModelName(model.to_owned())) else { continue };
        for line in text.lines().map(str::trim) {
            let Some(field) = bold_name(line).and_then(|name| model.fields().iter().find(|it| it.spelled == name))
            else {
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

/// The name in bold letters at the start of a row.
fn bold_name(row: &str) -> Option<&str> {
    row.trim_start_matches("| ").strip_prefix("**")?.split("**").next()
}

/// The fields of each model according to the source of an SDK, by their names in the documents.
type SourceModels = BTreeMap<String, BTreeMap<String, SourceField>>;

/// The documents of an SDK and what they should state.
struct Sdk {
    name: &'static str,
    documents: Vec<(String, String)>,
    models: SourceModels,
    bars: Bars,
    bars_corrected: Bars,
    values: SourceValues,
    bars_values: ValuesBars,
}

/// A field in the source of an SDK.
struct SourceField {
    wire: String,
    ty: String,
    /// `None` if the source does not state it.
    presence: Option<Presence>,
}

/// The minimum of each figure, in percent.
struct Bars {
    types: f64,
    wire: f64,
}

/// How many values must be found in descriptions, and how many of them may be wrong or unchecked. The exceptions have
/// been reviewed one by one.
struct ValuesBars {
    right_values: usize,
    wrong_values: usize,
    /// The fields that have wrong values.
    wrong: &'static [&'static str],
    unchecked: usize,
}

impl ValuesBars {
    fn are_reached_by(&self, score: &ValuesScore) -> bool {
        score.right_values >= self.right_values
            && score.wrong_values <= self.wrong_values
            && score.wrong.iter().all(|field| self.wrong.contains(&&**field))
            && score.unchecked <= self.unchecked
    }
}

impl Sdk {
    fn compile(&self, corrections: Option<String>) -> Outcome {
        let corrections = corrections.map(|text| (format!("{}/CORRECTIONS.md", self.name), text));
        Config::new().show_all().compile_texts(self.documents.iter().cloned().chain(corrections))
    }

    /// Prints the score of an outcome. Returns whether every figure reaches its bar.
    fn print_score(&self, title: &str, outcome: &Outcome, bars: &Bars, differences: bool) -> bool {
        let score = Score::of(&outcome.schema, &self.models);
        println!("{} {title}: {score}", self.name);
        print_account(outcome);
        let notes_kept = print_surplus_rows(&self.documents, &outcome.schema);
        if differences {
            print_all(&score.differences);
        }
        notes_kept && score.reaches(bars)
    }
}

fn python(corpora: &Corpora) -> io::Result<Sdk> {
    let source = corpora.truth("genesys-python")?;
    Ok(Sdk {
        name: "genesys-python",
        documents: corpora.documents("genesys-python")?,
        models: source.iter().map(|(name, model)| (name.clone(), python_fields(model))).collect(),
        bars: Bars { types: 100.0, wire: 99.57 },
        bars_corrected: Bars { types: 100.0, wire: 100.0 },
        values: source.iter().flat_map(|(name, model)| python_values(name, model)).collect(),
        bars_values: ValuesBars {
            right_values: 231,
            wrong_values: 5,
            // The first description was copied from another model; the second one does not keep the case.
            wrong: &["GetRulesQuery.sort_by", "WebChatMemberInfo.role"],
            unchecked: 20,
        },
    })
}

fn python_fields(model: &Value) -> BTreeMap<String, SourceField> {
    let mut fields = BTreeMap::new();
    for (name, ty) in model["types"].as_object().into_iter().flatten() {
        let field = SourceField { wire: text(&model["wire"][name]), ty: text(ty), presence: None };
        fields.insert(name.clone(), field);
    }
    fields
}

fn python_values(name: &str, model: &Value) -> SourceValues {
    let enums = model["enums"].as_object().into_iter().flatten();
    enums.map(|(field, values)| ((name.to_owned(), field.clone()), texts(values))).collect()
}

fn rust(corpora: &Corpora) -> io::Result<Sdk> {
    let source = corpora.truth("genesys-rust")?;
    Ok(Sdk {
        name: "genesys-rust",
        documents: corpora.documents("genesys-rust")?,
        models: source.iter().map(|(name, model)| (name.clone(), rust_fields(model))).collect(),
        bars: Bars { types: 99.96, wire: 99.3 },
        bars_corrected: Bars { types: 99.96, wire: 100.0 },
        values: source.iter().flat_map(|(name, model)| rust_values(name, model)).collect(),
        bars_values: ValuesBars {
            right_values: 168,
            wrong_values: 4,
            wrong: &["WebChatMemberInfo.role"],
            unchecked: 11,
        },
    })
}

fn rust_fields(model: &Value) -> BTreeMap<String, SourceField> {
    let mut fields = BTreeMap::new();
    for field in model["fields"].as_array().into_iter().flatten() {
        let optional = field["optional"].as_bool().unwrap_or_default();
        let presence = Some(if optional { Presence::Optional } else { Presence::Required });
        let ty = format!("{}:{}", text(&field["type"]), text(&field["format"]));
        fields.insert(text(&field["name"]), SourceField { wire: text(&field["wire"]), ty, presence });
    }
    fields
}

fn rust_values(name: &str, model: &Value) -> SourceValues {
    let mut values = SourceValues::new();
    for field in model["fields"].as_array().into_iter().flatten() {
        if field["enum"].is_array() {
            values.insert((name.to_owned(), text(&field["name"])), texts(&field["enum"]));
        }
    }
    values
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
    fn of(schema: &Schema, source: &SourceModels) -> Self {
        let mut score = Self { models_wanted: source.len(), ..Self::default() };
        for (name, expected) in source {
            score.fields_wanted += expected.len();
            let Some(model) = schema.models.get(&ModelName(name.clone())) else {
                score.differences.push(format!("{name}: missing model"));
                continue;
            };
            score.models += 1;
            let fields: BTreeMap<&str, &Field> = model.fields().iter().map(|it| (&*it.spelled, it)).collect();
            score.surplus += fields.keys().filter(|name| !expected.contains_key(**name)).count();
            for (spelled, expected) in expected {
                match fields.get(&**spelled) {
                    Some(field) => score.add(name, field, expected),
                    None => score.differences.push(format!("{name}.{spelled}: missing field")),
                }
            }
        }
        score.surplus += schema.models.keys().filter(|name| !source.contains_key(&name.0)).count();
        score
    }

    fn add(&mut self, model: &str, field: &Field, expected: &SourceField) {
        let ty = if expected.presence.is_some() { openapi_type(&field.ty) } else { python_words(&field.ty) };
        let presence = expected.presence.unwrap_or(field.presence);
        self.fields += 1;
        self.types += usize::from(ty == expected.ty);
        self.presence += usize::from(field.presence == presence);
        self.wire += usize::from(field.wire.0 == expected.wire);
        let mut difference = String::new();
        if ty != expected.ty {
            let _ = write!(difference, " type {ty} instead of {}", expected.ty);
        }
        if field.presence != presence {
            let _ = write!(difference, " {:?} instead of {presence:?}", field.presence);
        }
        if field.wire.0 != expected.wire {
            let _ = write!(difference, " key {} instead of {}", field.wire, expected.wire);
        }
        if !difference.is_empty() {
            self.differences.push(format!("{model}.{}:{difference}", field.spelled));
        }
    }

    fn reaches(&self, bars: &Bars) -> bool {
        let is_complete = self.models == self.models_wanted && self.fields == self.fields_wanted && self.surplus == 0;
        let share = |count| percent(count, self.fields_wanted);
        is_complete && self.presence == self.fields && share(self.types) >= bars.types && share(self.wire) >= bars.wire
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

/// Corrections that make every wire name right.
fn corrections(schema: &Schema, source: &SourceModels) -> String {
    let mut page = "| Model | Field | Correction | Value | Reason |\n|---|---|---|---|---|\n".to_owned();
    for (name, model) in &schema.models {
        let Some(expected) = source.get(&name.0) else { continue };
        for field in model.fields() {
            if let Some(SourceField { wire, .. }) = expected.get(&field.spelled)
                && *wire != field.wire.0
            {
                let _ = writeln!(page, "| {name} | `{}` | wire name | `{wire}` | the SDK's source |", field.spelled);
            }
        }
    }
    page
}

/// A type as an OpenAPI document writes it, with the format of its innermost type after a colon.
fn openapi_type(ty: &Type) -> String {
    let format = match ty.innermost() {
        Type::Scalar(Scalar::Int32) => "int32",
        Type::Scalar(Scalar::Int64) => "int64",
        Type::Scalar(Scalar::Float32) => "float",
        Type::Scalar(Scalar::Float64) => "double",
        _ => "",
    };
    format!("{}:{format}", without_format(ty))
}

fn without_format(ty: &Type) -> String {
    match ty {
        Type::Scalar(Scalar::Int32 | Scalar::Int64) => "integer".to_owned(),
        Type::Scalar(Scalar::Float32 | Scalar::Float64) => "number".to_owned(),
        Type::Scalar(scalar) => scalar.word().to_owned(),
        Type::List(item) => format!("array<{}>", without_format(item)),
        Type::Map(item) => format!("map<{}>", without_format(item)),
        Type::Model(name) => format!("@{name}"),
        other => other.to_string(),
    }
}
