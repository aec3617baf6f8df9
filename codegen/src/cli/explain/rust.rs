//! What a model or field becomes in Rust.

use super::facts::Fact;
use super::find::Subject;
use crate::cli::references::is_boxed;
use crate::rust::emit::Types;
use crate::rust::plan::{FieldPlan, Item, Plan, ReadingRule, RustType, StructPlan, VariantPlan};
use crate::rust::print;
use crate::schema::Field;

/// What a field becomes.
pub(super) fn of_field(subject: &Subject<'_>, field: &Field, root: &str) -> Vec<Fact> {
    let plan = &subject.plan.planned.plan;
    let Some((owner, own)) = subject.field_plan(&field.wire.0) else {
        return vec![Fact::new("left out", "no type is generated for the model, or a correction skips it")];
    };
    let types = Types { shadowed: &plan.shadowed };
    let line = Generated::new(subject, root).line(owner.ident.as_str(), Some(own.ident.as_str()));
    let declared = Fact::new("field", format!("pub {}: {}", own.ident, types.show(&own.ty)));
    let mut facts = vec![at(declared, line)];
    let argument = types.show(own.ty.value());
    facts.push(Fact::new("setter", format!("{}({argument})", own.setter.ident.parts(&own.ident).concat())));
    if owner
        .required
        .as_ref()
        .is_some_and(|required| required.fields.iter().any(|field| field.ident.as_str() == own.ident.as_str()))
    {
        facts.push(Fact::new("constructor", format!("takes it: {}::new", owner.ident)));
    }
    facts.extend(constant(owner, own));
    facts.extend(enumeration(plan, &own.ty));
    facts.extend(reading(owner, own).map(|rule| Fact::new("reading", rule)));
    if is_boxed(&own.ty) {
        facts.push(Fact::new("boxed", "a value could contain itself through this field"));
    }
    if let Some(rename) = &field.rename {
        facts.push(Fact::new("name", format!("chosen by a correction: {}", rename.name)));
    }
    facts.extend((own.deprecated).then(|| Fact::new("deprecated", "using it causes a warning")));
    facts.extend(own.attributes.iter().map(|attribute| Fact::new("attribute", attribute.clone())));
    facts
}

/// What a model becomes.
pub(super) fn of_model(subject: &Subject<'_>, root: &str) -> Vec<Fact> {
    let Some((file, item)) = subject.item() else {
        return vec![Fact::new(
            "no type",
            "fields have the type that it is another name for, or it is replaced or left out",
        )];
    };
    let generated = Generated::new(subject, root);
    let ident = item.ident().as_str();
    let mut facts = vec![at(Fact::new(kind(item), ident), generated.line(ident, None))];
    facts.extend(file.feature.as_ref().map(|feature| Fact::new("feature", feature.name.clone())));
    match item {
        Item::Struct(plan) => {
            facts.extend(
                plan.required
                    .as_ref()
                    .map(|required| Fact::new("constructor", format!("{ident}::new({})", required.ident))),
            );
            let unknown =
                plan.extra.as_ref().map_or("are not kept".to_owned(), |extra| format!("are kept in `{}`", extra.ident));
            facts.push(Fact::new("unknown keys", unknown));
        }
        Item::Enum(plan) => {
            facts.push(Fact::new("variants", variants(&plan.variants)));
            facts.push(Fact::new("other values", format!("are kept in `{}`", plan.unlisted.ident)));
        }
        Item::Union(plan) => {
            let cases: Vec<&str> = plan.cases.iter().map(|case| case.ident.as_str()).collect();
            facts.push(Fact::new("variants", cases.join(", ")));
            facts.push(Fact::new("other values", format!("are kept in `{}`", plan.unlisted.ident)));
        }
        Item::Alias(_) | Item::Opaque(_) => {}
    }
    facts
}

fn kind(item: &Item) -> &'static str {
    match item {
        Item::Struct(_) | Item::Opaque(_) => "struct",
        Item::Enum(_) | Item::Union(_) => "enum",
        Item::Alias(_) => "type",
    }
}

fn at(fact: Fact, line: Option<String>) -> Fact {
    match line {
        Some(line) => fact.from(line),
        None => fact,
    }
}

/// The constant of the default.
fn constant(owner: &StructPlan, own: &FieldPlan) -> Option<Fact> {
    let name = format!("DEFAULT_{}", own.ident.plain().to_uppercase());
    let constant = owner.defaults.iter().find(|constant| constant.ident.as_str() == name)?;
    Some(Fact::new("constant", format!("{}::{}", owner.ident, constant.ident.as_str())))
}

/// The enum of the allowed values.
fn enumeration(plan: &Plan, ty: &RustType) -> Option<Fact> {
    let ident = ty.own()?;
    let items = || std::iter::once(&plan.root).chain(&plan.parts).flat_map(|file| &file.items);
    let find = |ident: &str| items().find(|item| item.ident().as_str() == ident);
    let (item, alias) = match find(ident)? {
        Item::Alias(alias) => (find(alias.target.own()?)?, Some(alias)),
        item => (item, None),
    };
    let Item::Enum(plan) = item else { return None };
    let named = alias.map_or_else(|| plan.ident.to_string(), |alias| format!("{} = {}", alias.ident, plan.ident));
    Some(Fact::new("enum", named).note(format!(
        "{}; others are kept in `{}`",
        variants(&plan.variants),
        plan.unlisted.ident
    )))
}

fn variants(variants: &[VariantPlan]) -> String {
    variants.iter().map(|variant| variant.ident.to_string()).collect::<Vec<_>>().join(", ")
}

/// How reading the field differs from total reading.
fn reading(owner: &StructPlan, own: &FieldPlan) -> Option<String> {
    let position = owner.fields.iter().position(|field| field.key == own.key)?;
    let said = |rule: &ReadingRule| match rule {
        ReadingRule::Strict => Some("a value of another type is an error"),
        ReadingRule::Exact(at) if at.contains(&position) => Some("a value of another type is an error"),
        ReadingRule::Demanded(at) if at.contains(&position) => Some("the key must be there"),
        ReadingRule::AsNull(at) if at.contains(&position) => Some("written as null if there is no value"),
        ReadingRule::KeepsNull(at) if at.contains(&position) => Some("written as null if it was read from null"),
        ReadingRule::Texts(at) if at.contains(&position) => Some("the integer is text in JSON"),
        _ => None,
    };
    let rules: Vec<&str> = owner.reading.iter().filter_map(said).collect();
    (!rules.is_empty()).then(|| rules.join("; "))
}

/// The generated files, to find lines in.
struct Generated(Vec<print::OutputFile>);

impl Generated {
    fn new(subject: &Subject<'_>, root: &str) -> Self {
        let planned = &subject.plan.planned;
        Self(if planned.outcome.has_errors() { Vec::new() } else { print::print_kept(&planned.plan, root) })
    }

    /// The file and line of a type, or of a field of it.
    fn line(&self, ident: &str, field: Option<&str>) -> Option<String> {
        let starts = ["struct", "enum", "type"].map(|keyword| format!("pub {keyword} {ident} "));
        for file in &self.0 {
            let mut lines = file.text.lines().zip(1..);
            let Some((_, start)) = lines.find(|(line, _)| starts.iter().any(|start| line.starts_with(start))) else {
                continue;
            };
            let at = match field {
                Some(field) => lines
                    .find(|(line, _)| line.trim_start().starts_with(&format!("pub {field}: ")))
                    .map(|(_, line)| line),
                None => Some(start),
            };
            return at.map(|line| format!("{}:{line}", file.path));
        }
        None
    }
}
