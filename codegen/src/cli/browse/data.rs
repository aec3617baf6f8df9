//! The data of the page, as compact JSON: texts, types and lists of facts are numbers of tables. `models.js` reads it.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::{Value, json};

use super::facts::{self, Fact};
use super::intern::Table;
use crate::build::learn::report::Findings;
use crate::cli::problems::Problems;
use crate::cli::references::{Node, References, is_boxed};
use crate::config::{ModulePlan, Paths, Plans};
use crate::diag::Level;
use crate::rust::emit::Types;
use crate::rust::plan::{EnumPlan, Item, Plan, RustType, StructPlan};
use crate::schema::{Assumption, Field, Model, ModelName, Origin, Presence, Shape, Type, Union, UnionOf, Values};

/// What the page has above the models.
pub(super) struct Head<'a> {
    pub title: &'a str,
    /// The address of a document.
    pub source: Option<&'a str>,
}

// As in `models.js`.
const REQUIRED: usize = 1;
const NULLABLE: usize = 2;
const READ_ONLY: usize = 4;
const DEPRECATED: usize = 8;
const BOXED: usize = 16;
const ASSUMED: usize = 32;
const CORRECTED: usize = 64;
const CONTRADICTED: usize = 128;
const DIFFERS: usize = 256;

pub(super) fn of(plans: &Plans, references: &References<'_>, problems: &Problems<'_>, head: &Head<'_>) -> String {
    let mut data = Data::default();
    for (idx, node) in references.nodes.iter().enumerate() {
        data.numbers.insert((node.module, node.name), idx);
    }
    let modules: BTreeMap<Option<&str>, Module<'_>> =
        plans.iter().map(|(name, part)| (name.as_deref(), Module::new(&part.planned.plan, part))).collect();
    let models: Vec<Value> = references
        .nodes
        .iter()
        .enumerate()
        .filter_map(|(idx, node)| {
            let module = modules.get(&node.module)?;
            Some(data.model(module, references, idx, node))
        })
        .collect();
    let found = problems.all.iter().map(|diagnostic| {
        let path = data.texts.text(&diagnostic.origin.path);
        json!([diagnostic.level == Level::Error, diagnostic.code.name, diagnostic.text(), path, diagnostic.origin.line])
    });
    let found: Vec<Value> = found.collect();
    let documents: usize = problems.parts.iter().map(|part| part.outcome.account.documents).sum();
    json!({
        "title": head.title,
        "source": head.source,
        "documents": documents,
        "problems": found,
        "models": models,
        "texts": data.texts.into_values("".into()),
        "types": data.types.into_values(Value::Null),
        "values": data.values.into_values(json!([])),
        "facts": data.facts.into_values(json!([])),
    })
    .to_string()
}

#[derive(Default)]
struct Data<'a> {
    numbers: BTreeMap<(Option<&'a str>, &'a str), usize>,
    texts: Table,
    types: Table,
    values: Table,
    facts: Table,
}

/// What is known of the documents of a module.
struct Module<'a> {
    paths: &'a Paths,
    dialects: &'a BTreeMap<Arc<str>, &'static str>,
    types: Types<'a>,
    /// The enums of allowed values.
    enums: BTreeMap<&'a str, &'a EnumPlan>,
    /// The types that are other names for them.
    aliases: BTreeMap<&'a str, &'a str>,
    /// Where samples differ, by model and field.
    differences: BTreeMap<(&'a str, Option<&'a str>), Vec<Fact<'a>>>,
}

impl<'a> Module<'a> {
    fn new(plan: &'a Plan, part: &'a ModulePlan) -> Self {
        let outcome = &part.planned.outcome;
        let mut module = Self {
            paths: &part.paths,
            dialects: &outcome.dialects,
            types: Types { shadowed: &plan.shadowed },
            enums: BTreeMap::new(),
            aliases: BTreeMap::new(),
            differences: differences(&outcome.findings),
        };
        for item in std::iter::once(&plan.root).chain(&plan.parts).flat_map(|file| &file.items) {
            match item {
                Item::Enum(plan) => drop(module.enums.insert(plan.ident.as_str(), plan)),
                Item::Alias(plan) => {
                    module.aliases.extend(plan.target.own().map(|target| (plan.ident.as_str(), target)));
                }
                Item::Struct(_) | Item::Union(_) | Item::Opaque(_) => {}
            }
        }
        module
    }

    /// The enum that a type is made of.
    fn enumeration(&self, ty: &RustType) -> Option<&'a EnumPlan> {
        let ident = ty.own()?;
        self.enums.get(self.aliases.get(ident).copied().unwrap_or(ident)).copied()
    }
}

fn differences(findings: &Findings) -> BTreeMap<(&str, Option<&str>), Vec<Fact<'_>>> {
    let mut differences: BTreeMap<_, Vec<Fact<'_>>> = BTreeMap::new();
    for found in &findings.differences {
        let fact = Fact::new("Samples differ", found.message.as_str(), Some(&found.first));
        differences.entry((found.model.as_str(), found.field.as_deref())).or_default().push(fact);
    }
    differences
}

impl<'a> Data<'a> {
    fn model(&mut self, module: &Module<'_>, references: &References<'_>, idx: usize, node: &Node<'a>) -> Value {
        let mut json = json!({ "name": node.name });
        let mut set = |key: &str, value: Value| json[key] = value;
        if let Some(name) = node.module {
            set("module", name.into());
        }
        if let Some(cycle) = references.cycles[idx] {
            set("cycle", cycle.into());
        }
        let keyword = match node.home.map(|home| home.item) {
            Some(Item::Enum(_) | Item::Union(_)) => "enum",
            _ => "struct",
        };
        if let Some(path) = node.rust_path() {
            set("rust", format!("{keyword} {path}").into());
        }
        let Some(model) = node.model else {
            set("kind", "undocumented".into());
            return json;
        };
        let mut facts = facts::of_model(model);
        let mut places = vec![self.place(module, &model.origin)];
        places.extend(model.merged.also.iter().map(|said| self.place(module, &said.origin)));
        set("places", places.into());
        set("dialect", module.dialects.get(&*model.origin.path).copied().unwrap_or_default().into());
        set("about", self.texts.text(model.description.as_deref().unwrap_or_default()).into());
        let flags = flags_of(&model.assumed, model.corrected.is_some(), !model.merged.contradictions.is_empty());
        // Differences that are about keys without a field are those of the model.
        let is_of_field = |key: Option<&str>| model.fields().iter().any(|field| Some(&*field.spelled) == key);
        let differs = module.differences.range((node.name, None)..).take_while(|((model, _), _)| *model == node.name);
        for (_, found) in differs.filter(|((_, key), _)| !is_of_field(*key)) {
            facts.extend(found.iter().map(|fact| Fact::new(&fact.label, fact.text.as_str(), fact.origin)));
        }
        let differs = if facts.iter().any(|fact| fact.label == "Samples differ") { DIFFERS } else { 0 };
        set("flags", (flags | differs).into());
        let (loud, quiet) = self.facts(module, facts);
        set("facts", loud.into());
        set("details", quiet.into());
        for (key, value) in self.shape(module, node, model) {
            set(key, value);
        }
        if let Some(keys) = &model.other_keys {
            set("otherKeys", self.ty(node.module, &keys.ty).into());
        }
        json
    }

    fn shape(&mut self, module: &Module<'_>, node: &Node<'a>, model: &Model) -> Vec<(&'static str, Value)> {
        match &model.shape {
            Shape::Object(fields) => {
                let plan = match node.home.map(|home| home.item) {
                    Some(Item::Struct(plan)) => Some(plan),
                    _ => None,
                };
                let fields = fields.iter().enumerate();
                let fields = fields.map(|(idx, field)| self.field(module, node, (plan, idx), (model, field)));
                vec![("kind", "object".into()), ("fields", fields.collect())]
            }
            Shape::Union(union) => vec![("kind", "union".into()), ("union", self.union(node, union))],
            Shape::Values { of, values } => {
                let plan = match node.home.map(|home| home.item) {
                    Some(Item::Enum(plan)) => Some(plan),
                    _ => None,
                };
                let values = self.listed(values, plan);
                vec![("kind", "values".into()), ("of", of.word().into()), ("values", values.into())]
            }
            Shape::Alias(ty) => vec![("kind", "alias".into()), ("alias", self.ty(node.module, ty).into())],
        }
    }

    /// The parts of a field, in the order in which `models.js` takes them.
    fn field(
        &mut self,
        module: &Module<'_>,
        node: &Node<'a>,
        (plan, idx): (Option<&StructPlan>, usize),
        (model, field): (&Model, &Field),
    ) -> Value {
        let plan = plan.and_then(|plan| plan.fields.get(idx));
        let mut facts = facts::of_field(field);
        let found = module.differences.get(&(node.name, Some(&*field.spelled)));
        facts.extend(found.into_iter().flatten().map(|fact| Fact::new(&fact.label, fact.text.as_str(), fact.origin)));
        let mut flags = flags_of(&field.assumed, !field.corrected.is_empty(), !field.merged.contradictions.is_empty());
        for (flag, is_set) in [
            (REQUIRED, field.presence == Presence::Required),
            (NULLABLE, field.nullable == Some(true)),
            (READ_ONLY, field.read_only),
            (DEPRECATED, field.deprecated),
            (BOXED, plan.is_some_and(|plan| is_boxed(&plan.ty))),
            (DIFFERS, found.is_some()),
        ] {
            flags |= if is_set { flag } else { 0 };
        }
        let (loud, quiet) = self.facts(module, facts);
        let values = field.values.as_ref();
        let values = values.map_or(0, |values| self.listed(values, plan.and_then(|plan| module.enumeration(&plan.ty))));
        let elsewhere = if field.origin.path == model.origin.path { "" } else { &*field.origin.path };
        let mut parts = vec![
            self.texts.text(&field.wire.0),
            self.ty(node.module, &field.ty),
            flags,
            plan.map_or(0, |plan| self.texts.text(&plan.ident.to_string())),
            plan.map_or(0, |plan| self.texts.text(&module.types.show(&plan.ty).to_string())),
            usize::try_from(field.origin.line).unwrap_or_default(),
            self.texts.text(field.description.as_deref().unwrap_or_default()),
            values,
            loud,
            quiet,
            self.path(module, elsewhere),
        ];
        while parts.last() == Some(&0) {
            parts.pop();
        }
        parts.into()
    }

    fn union(&mut self, node: &Node<'a>, union: &Union) -> Value {
        let members = union.members.iter().map(|member| {
            let named = |(value, model): (&String, &ModelName)| {
                (Type::Model(model.clone()) == member.ty).then(|| value.clone())
            };
            let texts = union.discriminator.iter().flat_map(|it| it.values.iter().filter_map(named));
            let texts: Vec<String> = texts.collect();
            json!([self.ty(node.module, &member.ty), member.spelled, texts])
        });
        let members: Vec<Value> = members.collect();
        let of = match union.of {
            UnionOf::One => "one of",
            UnionOf::Any => "any of",
        };
        json!({ "of": of, "members": members, "key": union.discriminator.as_ref().map(|it| &it.property.0) })
    }

    /// Allowed values with their variants and the numbers or names that they have.
    fn listed(&mut self, values: &Values, plan: Option<&EnumPlan>) -> usize {
        let variants: BTreeMap<&str, String> =
            plan.iter().flat_map(|plan| &plan.variants).map(|it| (&*it.value, it.ident.to_string())).collect();
        let mut list = Vec::with_capacity(values.known.len() + 1);
        list.push(plan.map_or(Value::Null, |plan| plan.ident.to_string().into()));
        for value in &values.known {
            let numbers = values.numbers.iter().filter(|(_, own)| *own == value).map(|(number, _)| number.to_string());
            let also: Vec<String> = numbers.chain(values.names.get(value).cloned()).collect();
            list.push(json!([value, variants.get(&**value), also.join(", ")]));
        }
        self.values.list(list)
    }

    /// A type as the text before the name of a model, the number of the model, and the text after it.
    fn ty(&mut self, module: Option<&str>, ty: &Type) -> usize {
        let text = ty.to_string();
        let parts = match ty.innermost() {
            Type::Model(name) => {
                let end = text.len() - ty.depth();
                let start = end - name.0.len();
                vec![text[..start].into(), self.number(module, name).into(), text[end..].into()]
            }
            _ => vec![text.into()],
        };
        self.types.list(parts)
    }

    fn number(&self, module: Option<&str>, name: &ModelName) -> Option<usize> {
        self.numbers.get(&(module, name.0.as_str())).copied()
    }

    fn facts(&mut self, module: &Module<'_>, facts: Vec<Fact<'_>>) -> (usize, usize) {
        let (mut loud, mut quiet) = (Vec::new(), Vec::new());
        for Fact { label, text, origin, is_detail } in facts {
            let mut fact = vec![self.texts.text(&label), self.texts.text(&text)];
            if let Some(origin) = origin {
                fact.push(self.path(module, &origin.path));
                fact.push(usize::try_from(origin.line).unwrap_or_default());
            }
            if is_detail { quiet.push(fact.into()) } else { loud.push(fact.into()) }
        }
        (self.facts.list(loud), self.facts.list(quiet))
    }

    fn place(&mut self, module: &Module<'_>, origin: &Origin) -> Value {
        json!([self.path(module, &origin.path), origin.line])
    }

    /// A path as it was given.
    fn path(&mut self, module: &Module<'_>, path: &str) -> usize {
        let mut path = Arc::from(path);
        module.paths.show(&mut path);
        self.texts.text(&path)
    }
}

fn flags_of(assumed: &[Assumption], is_corrected: bool, is_contradicted: bool) -> usize {
    let flag = |flag: usize, is_set: bool| if is_set { flag } else { 0 };
    flag(ASSUMED, !assumed.is_empty()) | flag(CORRECTED, is_corrected) | flag(CONTRADICTED, is_contradicted)
}
