//! `codegen export`: the models as JSON Schema or OpenAPI.

use clap::{Args, ValueEnum};

use super::documents::Documents;
use super::output::Output;
use super::{End, Failure, yaml};
use crate::config::Paths;
use crate::diag::did_you_mean;
use crate::schema::{ModelName, Schema};

mod definition;
mod document;
mod field;
mod limits;
mod names;
mod types;
mod union;
mod values;

use document::Info;
use types::Style;

/// Prints the models as JSON Schema or OpenAPI, for tools that read no Markdown.
///
/// The export has all that the documents say about JSON: types and formats, required and nullable fields, allowed
/// values, limits, defaults, unions, descriptions. What JSON Schema has no keyword for is under keys that start with
/// `x-`. A model that no document describes accepts any JSON.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  codegen export specs > models.schema.json
  codegen export specs --root Order > order.schema.json
  codegen export specs --format openapi --yaml > openapi.yaml

Nothing is exported if a document has an error; the exit code is 1 then.")]
#[allow(clippy::struct_excessive_bools, reason = "each is an argument")]
pub(super) struct Arguments {
    #[command(flatten)]
    documents: Documents,

    /// The format.
    #[arg(long, value_enum, default_value_t = Format::JsonSchema)]
    format: Format,

    /// Prints YAML instead of JSON.
    #[arg(long)]
    yaml: bool,

    /// Describes this model and those that it contains, and no others. With `json-schema`, the document as a whole is
    /// the schema of the model.
    #[arg(long, value_name = "MODEL")]
    root: Option<String>,

    /// Accepts values that the documents do not list, as the generated code does. By default, the allowed values are
    /// all that is accepted.
    #[arg(long)]
    open_enums: bool,

    /// Requires no keys. Responses of many APIs lack keys that the documents require; requests should not.
    #[arg(long)]
    no_required: bool,

    /// Adds the place in the documents of each model and field, as `x-origin`, and what was assumed, as `x-assumed`.
    #[arg(long)]
    origins: bool,

    /// The title of the OpenAPI document.
    #[arg(long, default_value = "Models")]
    title: String,

    /// The version of the API in the OpenAPI document.
    #[arg(long, value_name = "VERSION", default_value = "1.0.0")]
    api_version: String,
}

/// What is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// JSON Schema 2020-12, with the models below `$defs`.
    JsonSchema,
    /// The components of an OpenAPI 3.1 document.
    Openapi,
}

/// The models of one API, and the name of its module if it has one.
struct Api<'a> {
    module: Option<&'a str>,
    schema: &'a Schema,
    paths: &'a Paths,
}

pub(super) fn run(arguments: &Arguments, output: &mut Output) -> Result<End, Failure> {
    let plans = arguments.documents.config()?.plan();
    for diagnostic in plans.values().flat_map(|plan| &plan.planned.outcome.diagnostics) {
        output.say(diagnostic)?;
    }
    if plans.values().any(|plan| plan.planned.outcome.has_errors()) {
        return Ok(End::Wrong);
    }
    let apis: Vec<Api<'_>> = plans
        .iter()
        .map(|(module, plan)| Api { module: module.as_deref(), schema: plan.planned.wanted(), paths: &plan.paths })
        .collect();
    let root = arguments.root.as_deref().map(|name| root(&apis, name)).transpose()?;
    let document = document::of(&apis, root, style(arguments), info(arguments).as_ref());
    if arguments.yaml {
        write!(output.out, "{}", yaml::text(&document))?;
    } else {
        writeln!(output.out, "{}", document.pretty()?)?;
    }
    Ok(End::Clean)
}

fn style(arguments: &Arguments) -> Style {
    Style {
        is_openapi: arguments.format == Format::Openapi,
        has_open_enums: arguments.open_enums,
        has_required: !arguments.no_required,
        has_origins: arguments.origins,
    }
}

fn info(arguments: &Arguments) -> Option<Info> {
    let Arguments { format, title, api_version, .. } = arguments;
    (*format == Format::Openapi).then(|| Info { title: title.clone(), version: api_version.clone() })
}

/// A model, and the position of its API.
type Root<'a> = (usize, &'a ModelName);

/// The model with this name, which may be preceded by that of its module.
fn root<'a>(apis: &[Api<'a>], name: &str) -> Result<Root<'a>, Failure> {
    let mut known = Vec::new();
    for (idx, api) in apis.iter().enumerate() {
        let bare = match api.module {
            Some(module) => name.strip_prefix(module).and_then(|rest| rest.strip_prefix('.')).unwrap_or(name),
            None => name,
        };
        if let Some((model, _)) = api.schema.models.get_key_value(&ModelName(bare.to_owned())) {
            return Ok((idx, model));
        }
        known.extend(api.schema.models.keys().map(|name| &*name.0));
    }
    let hint = did_you_mean(name, known).map(|hint| format!("; {hint}")).unwrap_or_default();
    Err(Failure::Message(format!("no model is called `{name}`{hint}")))
}
