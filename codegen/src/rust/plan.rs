//! Plan: makes every decision about the output. In the stages after it, nothing is decided, and nothing but
//! the disk can fail.

use std::collections::{BTreeMap, BTreeSet};

use crate::build::resolve::Graph;
use crate::diag::Sink;
use crate::parallel;
use crate::rust::earlier::Earlier;
use crate::rust::names::{Scope, TypeIdent};
use crate::rust::options::{Options, Part, When};
use crate::schema::{Assumption, Model, ModelName, Origin, OtherKeys, Scalar, Shape, Type};

mod attributes;
mod building;
mod defaults;
mod docs;
mod features;
mod files;
mod foreign;
mod items;
mod keys;
mod layout;
mod naming;
mod nesting;
mod recursion;
mod sets;
mod structure;
mod types;
mod union;
mod values;

pub use docs::Docs;
pub(in crate::rust) use docs::type_link;
pub use features::FeaturePlan;
pub use items::{
    Ability, AliasPlan, CasePlan, ConstantType, ConstantValue, DefaultPlan, EnumPlan, ExtraPlan, FieldPlan, FilePlan,
    GuessedKeys, Item, OpaquePlan, Piece, Placed, Plan, ReadingRule, RequiredFieldPlan, RequiredPlan, SetterDocs,
    SetterPlan, StructPlan, UnionPlan, UnlistedPlan, ValueKind, VariantPlan,
};
pub use types::RustType;

use attributes::Place;
use files::{Files, Generated};
use layout::Layout;
use sets::ValueSets;

/// The name of the module that generated models share.
pub const SUPPORT: &str = "support";

/// The name of the module that is around the models and exports them.
pub const WRAPPER: &str = "generated_models";

/// The name of the file for the models that are in no folder of their own.
const ROOT: &str = "root";

/// How many models are planned at a time.
const BATCH: usize = 1024;

/// Takes items, some at a time, as soon as they are planned. Those of all models take much memory.
pub type Take<'t> = dyn FnMut(&mut Plan, Vec<Placed>) + 't;

/// Plans the output. Files are named after the folders of the documents, without the folders of SDKs. Structs that were
/// printed earlier are not planned again. The plan has the items only if `take` keeps them.
pub fn plan(
    graph: &Graph<'_>,
    sdks: &BTreeSet<String>,
    options: &Options,
    earlier: &Earlier,
    sink: &mut Sink,
    take: &mut Take<'_>,
) -> Plan {
    let planner = Planner::new(graph, options, earlier, sink);
    let Files { folders, models } = Files::new(graph.schema, sdks, options);
    let mut plan = planner.without_items(folders);
    for generated in &models {
        plan.file_mut(generated.part).models += 1;
    }
    let mut types = features::Types::default();
    for batch in models.chunks(BATCH) {
        let items = planner.items(batch, sink);
        foreign::add_all(&items, &mut plan.foreign);
        plan.reused += items.iter().filter(|item| matches!(item.piece, Piece::Earlier(_))).count();
        if options.feature_per_folder {
            types.add(&items);
        }
        take(&mut plan, items);
    }
    if options.feature_per_folder {
        types.assign(&mut plan.parts, &options.feature_prefix);
    }
    let opaque = graph.undocumented.keys().filter(|name| options.replaced_model(name).is_none());
    let opaque = opaque.map(|name| Placed { piece: Piece::Item(Item::Opaque(planner.opaque(name))), part: None });
    take(&mut plan, opaque.collect());
    plan
}

/// The names of types.
struct Names<'a> {
    models: BTreeMap<&'a ModelName, TypeIdent>,
    sets: ValueSets<'a>,
    /// The names for the structs of required values.
    required: BTreeMap<&'a ModelName, TypeIdent>,
}

impl<'a> Names<'a> {
    fn new(graph: &'a Graph<'a>, options: &Options, sink: &mut Sink) -> Self {
        let mut types = Scope::new();
        let models = naming::models(graph, &mut types, sink);
        let sets = ValueSets::new(graph.schema, options, &models, &mut types, sink);
        let required = naming::required(graph.schema, &models, &mut types);
        Self { models, sets, required }
    }
}

struct Planner<'a> {
    graph: &'a Graph<'a>,
    /// Whether there are models that are other names for types. Most APIs have none.
    has_aliases: bool,
    options: &'a Options,
    names: BTreeMap<&'a ModelName, TypeIdent>,
    sets: ValueSets<'a>,
    /// The names for the structs of required values.
    required: BTreeMap<&'a ModelName, TypeIdent>,
    /// See [`Plan::shadowed`].
    shadowed: BTreeMap<&'static str, &'static str>,
    layout: Layout<'a>,
    /// The fields through which models lead back to themselves, if an option depends on that.
    recursive: BTreeSet<(&'a ModelName, usize)>,
    /// The structs that an earlier run printed.
    earlier: &'a Earlier,
    /// See [`keys::shared`]; `None` if no struct is kept.
    shared: Option<u64>,
}

impl<'a> Planner<'a> {
    /// Names all types, and lays out all models.
    fn new(graph: &'a Graph<'a>, options: &'a Options, earlier: &'a Earlier, sink: &mut Sink) -> Self {
        let layout = || {
            let nesting = nesting::Graph::new(graph.schema);
            (Layout::new(graph, &nesting, options), nesting)
        };
        let ((layout, nesting), Names { models: names, sets, required }) =
            parallel::both(graph.schema.models.len(), layout, || Names::new(graph, options, sink));
        let is_needed = options.attributes.iter().any(|attribute| attribute.when == When::Recursive);
        let recursive = if is_needed { recursion::recursive_fields(graph.schema) } else { BTreeSet::new() };
        nesting::report(&nesting, graph.schema, sink);
        let has_aliases = graph.schema.models.values().any(|model| matches!(model.shape, Shape::Alias(_)));
        let own = names.values().chain(sets.idents()).map(TypeIdent::as_str);
        let shadowed = types::shadowed(own.chain(options.modules.iter().map(String::as_str)));
        let is_kept = earlier.gets_file() && keys::are_possible(options);
        let shared = is_kept.then(|| keys::shared(graph, options, &names, &shadowed));
        Self { graph, has_aliases, options, names, sets, required, shadowed, layout, recursive, earlier, shared }
    }

    /// A plan with a file for the root and one for each of these folders.
    fn without_items(&self, folders: Vec<String>) -> Plan {
        let Options { dates, foreign, module_per_folder, modules, is_module, .. } = self.options;
        let mut stems = Scope::new();
        stems.claim_field(SUPPORT, SUPPORT);
        // The features of cargo have this name for another purpose.
        stems.claim_field("default", "default");
        for module in modules {
            stems.claim_field(module, module);
        }
        let mut stem = |folder: &str| stems.claim_field(folder, folder).ident.plain().to_owned();
        let root = FilePlan { stem: stem(ROOT), folder: String::new(), feature: None, models: 0, items: Vec::new() };
        let part =
            |folder: String| FilePlan { stem: stem(&folder), folder, feature: None, models: 0, items: Vec::new() };
        Plan {
            dates: *dates,
            shadowed: self.shadowed.clone(),
            foreign: foreign.clone(),
            keys: self.graph.schema.keys.iter().map(|keys| format!("{}: {keys}.", docs::code(&keys.api))).collect(),
            root,
            parts: folders.into_iter().map(part).collect(),
            module_per_folder: *module_per_folder,
            modules: modules.clone(),
            is_module: *is_module,
            reused: 0,
        }
    }

    /// The items of some models. The enums of a model follow it.
    fn items(&self, models: &[Generated<'_>], sink: &mut Sink) -> Vec<Placed> {
        let items = sink.map(models, |Generated { name, model, part }, sink| {
            let pieces = self.pieces(name, model, sink).into_iter();
            pieces.map(|piece| Placed { piece, part: *part }).collect::<Vec<_>>()
        });
        items.into_iter().flatten().collect()
    }

    /// What becomes of a model and of the allowed values of its fields.
    fn pieces(&self, name: &ModelName, model: &Model, sink: &mut Sink) -> Vec<Piece> {
        let is_object = matches!(model.shape, Shape::Object(_));
        let key = if is_object { self.key(name, model) } else { None };
        let mut pieces = Vec::new();
        match key.and_then(|key| self.earlier.get(key)) {
            Some(printed) => pieces.push(Piece::Earlier(printed)),
            None => pieces.extend(self.item(name, model, key, sink).map(Piece::Item)),
        }
        for (idx, field) in model.fields().iter().enumerate() {
            pieces.extend(self.enumeration(name, idx, field, sink).into_iter().map(Piece::Item));
        }
        pieces
    }

    fn item(&self, name: &ModelName, model: &Model, key: Option<u64>, sink: &mut Sink) -> Option<Item> {
        match &model.shape {
            Shape::Object(_) => {
                let plan = self.structure(name, model, sink);
                let key = key.filter(|_| sink.is_empty() && !foreign::has_foreign(&plan));
                Some(Item::Struct(StructPlan { key, ..plan }))
            }
            Shape::Values { of, values } => Some(match values::kind(*of, values) {
                Some(kind) => Item::Enum(self.model_values((name, model), kind, values, sink)),
                None => Item::Alias(self.bare_values(name, model, *of, values)),
            }),
            Shape::Union(union) => Some(Item::Union(self.union(name, model, union, sink))),
            // Fields have the type that the name is an alias of.
            Shape::Alias(_) => None,
        }
    }

    fn opaque(&self, name: &ModelName) -> OpaquePlan {
        let mut docs = Docs::from([&*docs::code(&name.0), ": any JSON value."].concat());
        docs.add("Other documents refer to this model, but no document describes it.");
        OpaquePlan {
            ident: self.ident(name),
            docs,
            attributes: self.type_attributes(Place::of(Part::Undocumented, name, None), &[Ability::Default]),
            value_attributes: self.attributes(Place::of(Part::UndocumentedValue, name, None)),
        }
    }

    fn model_docs(&self, name: &ModelName, model: &Model) -> Docs {
        let mut docs = self.described(model.description.as_deref());
        if docs.is_empty() {
            docs.push(&docs::code(&name.0));
            docs.push(".");
        }
        if let Some(keys) = &model.other_keys {
            self.add_other_keys(keys, &mut docs);
        }
        add_provenance(model, &mut docs);
        if model.assumed.contains(&Assumption::FlattenedUnion) {
            docs.add(&docs::wrapped(FLATTENED));
        }
        docs
    }

    /// Adds what the document states about additional keys. That they hold any JSON is so without a statement, too.
    fn add_other_keys(&self, keys: &OtherKeys, docs: &mut Docs) {
        let held = match &keys.ty {
            Type::Scalar(Scalar::Any) if keys.description.is_none() => return,
            Type::Scalar(Scalar::Any) => "any JSON".to_owned(),
            ty => docs::code(&ty.to_string()),
        };
        docs.add(&format!("Additional keys hold {held}."));
        docs.add_all(&self.described(keys.description.as_deref()));
    }

    /// See [`Schema::unaliased`](crate::schema::Schema::unaliased).
    fn unaliased<'t>(&'t self, ty: &'t Type) -> &'t Type {
        if self.has_aliases { self.graph.schema.unaliased(ty) } else { ty }
    }

    fn ident(&self, name: &ModelName) -> TypeIdent {
        // Every model that a type names is documented or in `undocumented`, so it has a name.
        self.names.get(name).cloned().unwrap_or_else(|| Scope::new().claim_type(&name.0, "").ident)
    }

    /// A description as documentation.
    fn described(&self, description: Option<&str>) -> Docs {
        Docs::described(description.unwrap_or_default(), &|word| {
            let name = ModelName(word.to_owned());
            self.names.get(&name).filter(|_| self.options.replaced_model(&name).is_none()).map(ToString::to_string)
        })
    }
}

/// See [`Assumption::FlattenedUnion`].
const FLATTENED: &str = "The document lists the fields of several models together. A value is probably one of these \
                         models, so no field is required.";

/// Adds the documents of a model. The name of each stays in one piece, even if it makes the line too long.
fn add_provenance(model: &Model, docs: &mut Docs) {
    let Origin { path, line, .. } = &model.origin;
    if model.merged.also.is_empty() {
        docs.add("Document: ");
        docs.push(&docs::code(path));
        docs.push(", line ");
        docs.push(&line.to_string());
        docs.push(".");
        return;
    }
    let origins = std::iter::once(&model.origin).chain(model.merged.also.iter().map(|said| &said.origin));
    let places: Vec<String> =
        origins.map(|origin| format!("{}, line {}", docs::code(&origin.path), origin.line)).collect();
    docs.add(&docs::wrapped(&format!("Documents: {}.", places.join("; "))));
}
