//! The models as a graph.

use crate::schema::{Model, ModelName, Schema, Shape, Type};

/// The models, by number, and the edges from each to those that its fields or members hold.
pub(super) struct Graph<'a> {
    pub(super) names: Vec<&'a ModelName>,
    pub(super) edges: Vec<Vec<Edge>>,
}

/// A field or member that holds a model, perhaps in a list or map.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Edge {
    pub(super) from: usize,
    pub(super) part: usize,
    pub(super) to: usize,
    /// How far it is.
    pub(super) steps: usize,
}

impl<'a> Graph<'a> {
    /// The graph of a schema, with the number of steps that a field or member takes.
    pub(super) fn new(schema: &'a Schema, steps: impl Fn(usize, usize, &Type) -> usize) -> Self {
        let names: Vec<&ModelName> = schema.models.keys().collect();
        let mut edges = Vec::with_capacity(names.len());
        for (from, model) in schema.models.values().enumerate() {
            let mut own = Vec::new();
            for (part, ty) in parts(model).into_iter().enumerate() {
                let Some(to) = held(ty, schema).and_then(|held| names.binary_search(&held).ok()) else { continue };
                own.push(Edge { from, part, to, steps: steps(from, part, ty) });
            }
            edges.push(own);
        }
        Self { names, edges }
    }

    /// The models in groups that lead back to themselves, inner ones first.
    pub(super) fn groups(&self) -> Vec<Vec<usize>> {
        let mut walk = Walk::new(self.names.len());
        for root in 0..self.names.len() {
            walk.from(root, &self.edges, |_| true, |_| {});
        }
        let against = self.against();
        let mut groups = Vec::new();
        let mut back = Walk::new(self.names.len());
        for root in walk.finished.into_iter().rev() {
            back.from(root, &against, |_| true, |_| {});
            if !back.finished.is_empty() {
                groups.push(std::mem::take(&mut back.finished));
            }
        }
        groups.reverse();
        groups
    }

    /// The edges against their direction.
    fn against(&self) -> Vec<Vec<Edge>> {
        let mut against = vec![Vec::new(); self.names.len()];
        for edge in self.edges.iter().flatten() {
            against[edge.to].push(Edge { from: edge.to, to: edge.from, ..*edge });
        }
        against
    }
}

/// The types of the fields of an object or of the members of a union.
fn parts(model: &Model) -> Vec<&Type> {
    match &model.shape {
        Shape::Object(fields) => fields.iter().map(|field| &field.ty).collect(),
        Shape::Union(union) => union.members.iter().map(|member| &member.ty).collect(),
        Shape::Values { .. } | Shape::Alias(_) => Vec::new(),
    }
}

/// The model within a type.
fn held<'a>(mut ty: &'a Type, schema: &'a Schema) -> Option<&'a ModelName> {
    loop {
        ty = match schema.unaliased(ty) {
            Type::List(item) | Type::Map(item) | Type::Nullable(item) => item,
            Type::Model(name) => return Some(name),
            Type::Scalar(_) | Type::Unknown(_) => return None,
        };
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
