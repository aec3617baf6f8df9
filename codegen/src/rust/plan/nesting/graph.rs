//! The models as a graph.

use super::{LIST_STEPS, OPTION_STEPS};
use crate::schema::{ModelName, Schema, Shape, Type};

/// The models, by number, and the edges from each to those that its fields or members hold.
pub(in crate::rust::plan) struct Graph<'a> {
    pub(super) names: Vec<&'a ModelName>,
    pub(super) edges: Vec<Vec<Edge>>,
    /// The models in groups that lead back to themselves, inner ones first.
    pub(super) groups: Vec<Vec<usize>>,
}

/// A field or member that holds a model, perhaps in a list or map.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Edge {
    pub(super) from: usize,
    pub(super) part: usize,
    pub(super) to: usize,
    /// The steps through the lists, maps and options around it.
    pub(super) steps: usize,
}

impl<'a> Graph<'a> {
    /// The graph of a schema.
    pub(in crate::rust::plan) fn new(schema: &'a Schema) -> Self {
        let names: Vec<&ModelName> = schema.models.keys().collect();
        let mut edges = Vec::with_capacity(names.len());
        for (from, model) in schema.models.values().enumerate() {
            let mut own = Vec::new();
            let mut add = |part, ty| {
                let held = held(ty, schema);
                let to = held.and_then(|held| Some((held.steps, names.binary_search(&held.model).ok()?)));
                own.extend(to.map(|(steps, to)| Edge { from, part, to, steps }));
            };
            match &model.shape {
                Shape::Object(fields) => fields.iter().enumerate().for_each(|(part, field)| add(part, &field.ty)),
                Shape::Union(union) => {
                    union.members.iter().enumerate().for_each(|(part, member)| add(part, &member.ty));
                }
                Shape::Values { .. } | Shape::Alias(_) => {}
            }
            edges.push(own);
        }
        Self { groups: groups(&edges), names, edges }
    }
}

/// The models in groups that lead back to themselves, inner ones first.
fn groups(edges: &[Vec<Edge>]) -> Vec<Vec<usize>> {
    let mut walk = Walk::new(edges.len());
    for root in 0..edges.len() {
        walk.from(root, edges, |_| true, |_| {});
    }
    let against = against(edges);
    let mut groups = Vec::new();
    let mut back = Walk::new(edges.len());
    for root in walk.finished.into_iter().rev() {
        back.from(root, &against, |_| true, |_| {});
        if !back.finished.is_empty() {
            groups.push(std::mem::take(&mut back.finished));
        }
    }
    groups.reverse();
    groups
}

/// Edges against their direction.
fn against(edges: &[Vec<Edge>]) -> Vec<Vec<Edge>> {
    let mut against = vec![Vec::new(); edges.len()];
    for edge in edges.iter().flatten() {
        against[edge.to].push(Edge { from: edge.to, to: edge.from, ..*edge });
    }
    against
}

/// The model within a type, and the steps to it.
struct Held<'a> {
    model: &'a ModelName,
    steps: usize,
}

fn held<'a>(mut ty: &'a Type, schema: &'a Schema) -> Option<Held<'a>> {
    let mut steps = 0;
    loop {
        let (item, more) = match schema.unaliased(ty) {
            Type::Nullable(item) => (item, OPTION_STEPS),
            Type::List(item) | Type::Map(item) => (item, LIST_STEPS),
            Type::Model(model) => return Some(Held { model, steps }),
            Type::Scalar(_) | Type::Unknown(_) => return None,
        };
        (ty, steps) = (item, steps + more);
    }
}

/// A depth-first walk with its own stack, because documents can chain thousands of models.
pub(super) struct Walk {
    states: Vec<State>,
    /// The models in the order in which they were completed.
    pub(super) finished: Vec<usize>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    New,
    OnPath,
    Done,
}

impl Walk {
    pub(super) fn new(count: usize) -> Self {
        Self { states: vec![State::New; count], finished: Vec::new() }
    }

    /// Walks along the edges that `follows` allows, and calls `back` for each that leads back to a model on the path.
    pub(super) fn from(
        &mut self,
        root: usize,
        edges: &[Vec<Edge>],
        follows: impl Fn(Edge) -> bool,
        mut back: impl FnMut(Edge),
    ) {
        if self.states[root] != State::New {
            return;
        }
        self.states[root] = State::OnPath;
        let mut path = vec![(root, edges[root].iter())];
        while let Some((model, next)) = path.last_mut() {
            let Some(edge) = next.next() else {
                self.states[*model] = State::Done;
                self.finished.push(*model);
                path.pop();
                continue;
            };
            match self.states[edge.to] {
                _ if !follows(*edge) => {}
                State::New => {
                    self.states[edge.to] = State::OnPath;
                    path.push((edge.to, edges[edge.to].iter()));
                }
                State::OnPath => back(*edge),
                State::Done => {}
            }
        }
    }
}
