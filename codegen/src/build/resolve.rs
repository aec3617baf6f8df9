//! Resolves the names of models, reports holes and clashes, and finds the fields that must be boxed.

use std::collections::{BTreeMap, BTreeSet};

use crate::diag::{Diagnostic, Fix, Level, Message, Place, Sink, Subject, codes, did_you_mean, is_invisible};
use crate::parallel;
use crate::schema::{Hole, Model, ModelName, Origin, Problem, Schema, Shape, Type};

/// What happens if a type names a model without a document.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Undocumented {
    /// The build goes on, with one warning per name.
    #[default]
    Warn,
    /// The build fails, with one error per name.
    Forbid,
    /// The build goes on silently.
    Allow,
}

/// The schema and the references between its models.
#[derive(Debug)]
pub(crate) struct Graph<'a> {
    /// The models.
    pub schema: &'a Schema,
    /// Models that types name but no document describes, and the first place that names each.
    pub undocumented: BTreeMap<&'a ModelName, Origin>,
    /// The fields of objects and members of unions, by model and position, through which a value would contain
    /// itself if they were not boxed.
    pub boxed: BTreeSet<(&'a ModelName, usize)>,
}

/// Checks the schema and resolves its names. The documents of the models in `unread` could not be read, which is
/// already reported.
pub(crate) fn resolve<'a>(
    schema: &'a Schema,
    unread: &BTreeSet<String>,
    undocumented: Undocumented,
    sink: &mut Sink,
) -> Graph<'a> {
    let models: Vec<(&ModelName, &Model)> = schema.models.iter().collect();
    sink.map(&models, |(name, model), sink| {
        report_holes(name, model, sink);
        report_invisible(name, model, sink);
    });
    let places = undocumented_places(schema);
    report_undocumented(schema, &places, unread, undocumented, sink);
    Graph { schema, undocumented: first_places(places), boxed: find_cycles(schema) }
}

/// Reports names and keys with characters that nobody sees, which are never those of the API.
fn report_invisible(name: &ModelName, model: &Model, sink: &mut Sink) {
    if let Some(letter) = name.0.chars().find(|letter| is_invisible(*letter)).filter(|_| model.rename.is_none()) {
        let shown: String = name.0.chars().filter(|letter| !is_invisible(*letter)).collect();
        let message =
            format!("the name of the model `{shown}` has the invisible character U+{:04X}", u32::from(letter));
        sink.report_of(Subject::of_model(&*name.0), &codes::INVISIBLE_CHARACTER, model.origin.clone(), message);
    }
    for field in model.fields() {
        // Nearly all keys are plain, and a build script is not optimized.
        if is_plain(&field.wire.0) {
            continue;
        }
        let Some(letter) = field.wire.0.chars().find(|letter| is_invisible(*letter)) else { continue };
        let shown: String = field.wire.0.chars().filter(|letter| !is_invisible(*letter)).collect();
        let message = format!("the JSON key `{shown}` has the invisible character U+{:04X}", u32::from(letter));
        let subject = Subject { models: vec![name.0.clone()], field: Some(field.spelled.clone()) };
        sink.report_of(subject, &codes::INVISIBLE_CHARACTER, field.origin.clone(), message);
    }
}

/// Whether a text has nothing but ASCII characters that everybody sees.
fn is_plain(text: &str) -> bool {
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() && bytes[at].is_ascii_graphic() {
        at += 1;
    }
    at == bytes.len()
}

/// Reports the types of a model that could not be read.
fn report_holes(name: &ModelName, model: &Model, sink: &mut Sink) {
    let of_fields = model.fields().iter().map(|field| (&field.ty, Some(&field.spelled)));
    let of_keys = model.other_keys.iter().map(|keys| (&keys.ty, keys.spelled.first()));
    for (ty, field) in of_fields.chain(of_keys) {
        if let Type::Unknown(hole) = ty.innermost() {
            let subject = Subject { models: vec![name.0.clone()], field: field.cloned() };
            let fix = fix(&subject, ty, hole);
            report_hole(hole, subject, fix, sink);
        }
    }
    match &model.shape {
        Shape::Union(union) => {
            for member in &union.members {
                if let Type::Unknown(hole) = member.ty.innermost() {
                    // A correction replaces a member in two steps, which a person decides about.
                    let subject = Subject { models: vec![name.0.clone()], field: member.spelled.clone() };
                    report_hole(hole, subject, None, sink);
                }
            }
        }
        Shape::Alias(ty) => {
            if let Type::Unknown(hole) = ty.innermost() {
                let subject = Subject::of_model(&*name.0);
                let fix = fix(&subject, ty, hole);
                report_hole(hole, subject, fix, sink);
            }
        }
        Shape::Object(_) | Shape::Values { .. } => {}
    }
}

fn report_hole(hole: &Hole, subject: Subject, fix: Option<Box<Fix>>, sink: &mut Sink) {
    let Hole { problem, message, help, origin, shown } = hole;
    let code = match problem {
        Problem::UnknownWord => &codes::UNKNOWN_TYPE,
        Problem::ForeignWord => &codes::FOREIGN_TYPE,
        Problem::Syntax => &codes::BAD_TYPE,
        Problem::TooDeep => &codes::TYPE_TOO_DEEP,
    };
    let place = Place { origin: origin.clone(), width: shown.width };
    let diagnostic = Diagnostic::new(code, place, Message::new(message.as_str()).hint(help.clone()));
    sink.add(subject, Diagnostic { fix, ..diagnostic });
}

/// The row of corrections that sets the type that was meant.
fn fix(subject: &Subject, ty: &Type, hole: &Hole) -> Option<Box<Fix>> {
    // That a field can be `null` is not part of its type.
    let meant = match ty.clone().with_innermost(hole.shown.meant.as_ref()?) {
        Type::Nullable(inner) => *inner,
        other => other,
    };
    let (model, field) = (subject.models.first()?.clone(), subject.field.clone());
    Some(Box::new(Fix { model, field, correction: "type", value: meant.to_string() }))
}

/// "Did you mean" hints are computed for at most this many undocumented names.
const HINTED: usize = 100;

type Places<'a> = BTreeMap<&'a ModelName, Vec<Origin>>;

/// Where types name models that no document describes.
fn undocumented_places(schema: &Schema) -> Places<'_> {
    let mut places = Places::new();
    for (name, origin) in schema.models.values().flat_map(Model::models) {
        if !schema.models.contains_key(name) {
            places.entry(name).or_default().push(origin.clone());
        }
    }
    places
}

fn first_places(places: Places<'_>) -> BTreeMap<&ModelName, Origin> {
    places.into_iter().filter_map(|(name, origins)| Some((name, origins.into_iter().min()?))).collect()
}

/// Reports each undocumented model once: the first place in path order, and the number of places.
fn report_undocumented(
    schema: &Schema,
    places: &Places<'_>,
    unread: &BTreeSet<String>,
    choice: Undocumented,
    sink: &mut Sink,
) {
    let level = match choice {
        Undocumented::Warn => Level::Warning,
        Undocumented::Forbid => Level::Error,
        Undocumented::Allow => return,
    };
    let unknown = places.iter().filter(|(name, _)| !unread.contains(&name.0));
    for (idx, (name, origins)) in unknown.enumerate() {
        let Some(first) = origins.iter().min() else { continue };
        let more = match origins.len() {
            1 => String::new(),
            2 => " (and 1 more place)".to_owned(),
            count => format!(" (and {} more places)", count - 1),
        };
        // Where whole folders are missing, there are thousands of names and no hint helps.
        let known = schema.models.keys().map(|name| &*name.0).take(if idx < HINTED { usize::MAX } else { 0 });
        let hint = did_you_mean(&name.0, known);
        let message = Message::new(format!("no document describes `{name}`, which this type names{more}")).hint(hint);
        let diagnostic = Diagnostic::new(&codes::UNDOCUMENTED_MODEL, first.clone(), message);
        sink.add(Subject::default(), Diagnostic { level, ..diagnostic });
    }
}

/// By-value containment: for each model, by its number in the order of names, the fields or members that hold another
/// one without indirection, and that one.
type Edges = Vec<Vec<(usize, usize)>>;

/// The fields to box. Each group of models that contain each other is walked depth first, in the order of names and
/// fields, and the fields that lead back to a model on the path are boxed. The other fields of a cycle stay by value,
/// so no box is superfluous. A group is walked by itself, so a document outside of it does not change its boxes.
fn find_cycles(schema: &Schema) -> BTreeSet<(&ModelName, usize)> {
    let names: Vec<&ModelName> = schema.models.keys().collect();
    let edges = edges(schema, &names);
    let groups = groups(&edges);
    let mut boxed = BTreeSet::new();
    let mut visits = Visits::new(edges.len());
    for root in 0..edges.len() {
        let within = |from: usize, to: usize| groups[from] == groups[to];
        visits.walk(&edges, root, within, |model, field| {
            boxed.insert((names[model], field));
        });
    }
    boxed
}

fn edges(schema: &Schema, names: &[&ModelName]) -> Edges {
    let numbered = |(field, name): (usize, &ModelName)| Some((field, names.binary_search(&name).ok()?));
    let models: Vec<&Model> = schema.models.values().collect();
    parallel::map(&models, |model| targets(model, schema).filter_map(numbered).collect())
}

/// The models that a model contains without indirection, with the positions of its fields or, if it is a union, of its
/// members. Some may have no document.
fn targets<'a>(model: &'a Model, schema: &'a Schema) -> impl Iterator<Item = (usize, &'a ModelName)> {
    let types: Vec<&Type> = match &model.shape {
        Shape::Object(fields) => fields.iter().map(|field| &field.ty).collect(),
        Shape::Union(union) => union.members.iter().map(|member| &member.ty).collect(),
        Shape::Values { .. } | Shape::Alias(_) => Vec::new(),
    };
    types.into_iter().enumerate().filter_map(|(idx, ty)| Some((idx, by_value(ty, schema)?)))
}

/// Numbers the strongly connected components (Kosaraju): models that contain each other share a number.
fn groups(edges: &Edges) -> Vec<usize> {
    let mut forward = Visits::new(edges.len());
    for root in 0..edges.len() {
        forward.walk(edges, root, |_, _| true, |_, _| {});
    }
    let mut reversed: Edges = vec![Vec::new(); edges.len()];
    for (from, targets) in edges.iter().enumerate() {
        for (field, to) in targets {
            reversed[*to].push((*field, from));
        }
    }
    let mut backward = Visits::new(edges.len());
    let mut groups = vec![0; edges.len()];
    for root in forward.finished.iter().rev() {
        let known = backward.finished.len();
        backward.walk(&reversed, *root, |_, _| true, |_, _| {});
        backward.finished[known..].iter().for_each(|model| groups[*model] = known);
    }
    groups
}

/// A depth-first walk with an explicit stack, because documents can chain thousands of models.
struct Visits {
    /// For each model that was reached, whether all that it contains was walked.
    done: Vec<Option<bool>>,
    /// The models in the order in which they were completed.
    finished: Vec<usize>,
}

impl Visits {
    fn new(models: usize) -> Self {
        Self { done: vec![None; models], finished: Vec::with_capacity(models) }
    }

    /// Walks what `root` contains along the edges that `follow` allows, and calls `back` for each field that leads
    /// back to a model on the path.
    fn walk(
        &mut self,
        edges: &Edges,
        root: usize,
        follow: impl Fn(usize, usize) -> bool,
        mut back: impl FnMut(usize, usize),
    ) {
        if self.done[root].is_some() {
            return;
        }
        self.done[root] = Some(false);
        let mut path = vec![(root, 0)];
        while let Some((model, next)) = path.last_mut() {
            let (model, edge) = (*model, *next);
            *next += 1;
            let Some((field, target)) = edges[model].get(edge).copied() else {
                self.done[model] = Some(true);
                self.finished.push(model);
                path.pop();
                continue;
            };
            if !follow(model, target) {
                continue;
            }
            match self.done[target] {
                Some(false) => back(model, field),
                Some(true) => {}
                None => {
                    self.done[target] = Some(false);
                    path.push((target, 0));
                }
            }
        }
    }
}

/// The model that a value of this type contains without indirection.
pub(crate) fn by_value<'a>(ty: &'a Type, schema: &'a Schema) -> Option<&'a ModelName> {
    match schema.unaliased(ty) {
        Type::Model(name) => Some(name),
        Type::Nullable(item) => by_value(item, schema),
        Type::Scalar(_) | Type::List(_) | Type::Map(_) | Type::Unknown(_) => None,
    }
}
