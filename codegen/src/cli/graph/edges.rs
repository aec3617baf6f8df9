//! What a line or an edge of a graph says.

use std::collections::BTreeMap;

use super::selection::Selection;
use crate::cli::references::{By, Node, Reference};
use crate::diag::one_line;
use crate::schema::{Shape, Type};

/// A step in the direction of a graph.
#[derive(Clone, Copy)]
pub(super) struct Link<'a> {
    pub to: usize,
    /// The reference, which is in the other direction if the graph shows what refers to a model.
    pub reference: &'a Reference<'a>,
}

/// All references from one model to another.
pub(super) struct Edge {
    pub from: usize,
    pub to: usize,
    /// What refers to the model, in short.
    pub label: String,
    pub is_boxed: bool,
    pub is_cyclic: bool,
}

/// How a model is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Object,
    Union,
    Values,
    Alias,
    Undocumented,
}

/// At most this many fields are named beside an edge.
const NAMED: usize = 3;

pub(super) fn kind(node: &Node<'_>) -> Kind {
    match node.model.map(|model| &model.shape) {
        Some(Shape::Object(_)) => Kind::Object,
        Some(Shape::Union(_)) => Kind::Union,
        Some(Shape::Values { .. }) => Kind::Values,
        Some(Shape::Alias(_)) => Kind::Alias,
        None => Kind::Undocumented,
    }
}

/// The edges between the selected models, in their order.
pub(super) fn between(selection: &Selection<'_>) -> Vec<Edge> {
    let references = selection.references;
    let mut edges = Vec::new();
    for from in selection.order.iter().copied() {
        let mut by_target: BTreeMap<usize, Vec<&Reference<'_>>> = BTreeMap::new();
        for reference in references.uses[from].iter().filter(|reference| selection.is_selected[reference.to]) {
            by_target.entry(reference.to).or_default().push(reference);
        }
        for (to, uses) in by_target {
            edges.push(Edge {
                from,
                to,
                label: label(&uses),
                is_boxed: uses.iter().any(|reference| reference.is_boxed()),
                is_cyclic: references.is_cyclic(from, to),
            });
        }
    }
    edges
}

/// The name of a model, with a sign if it leads to models that are not shown.
pub(super) fn name(selection: &Selection<'_>, node: usize) -> String {
    let name = one_line(&selection.references.nodes[node].id());
    if selection.is_cut(node) { format!("{name} …") } else { name }
}

fn label(uses: &[&Reference<'_>]) -> String {
    let mut labels: Vec<String> = uses.iter().take(NAMED).map(|reference| short(reference)).collect();
    if uses.len() > NAMED {
        labels.push(format!("{} more", uses.len() - NAMED));
    }
    labels.join(", ")
}

fn short(reference: &Reference<'_>) -> String {
    let part = match reference.by {
        By::Field(key) => one_line(key),
        By::Member => "one of".to_owned(),
        By::Alias => "is".to_owned(),
        By::OtherKeys => "other keys".to_owned(),
    };
    format!("{part}{}", shape(reference.ty))
}

/// The lists and maps around a model, from the outermost.
fn shape(ty: &Type) -> String {
    match ty {
        Type::List(item) => format!("{}[]", shape(item)),
        Type::Map(item) => format!("{}{{}}", shape(item)),
        Type::Nullable(item) => shape(item),
        Type::Scalar(_) | Type::Model(_) | Type::Unknown(_) => String::new(),
    }
}
