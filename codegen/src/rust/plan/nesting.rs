//! How deep models nest in each other, through lists, maps and boxes too.
//!
//! To find out how a value is dropped, or whether it is `Send`, rustc follows the types of fields from model to model and
//! gives up after 128 steps. Where models nest deeper, one after the other or in a ring, some fields hold their value in
//! a `support::Deep`, where rustc stops. What it compiles for reading is one function within the other, which only the
//! documents can change.

use std::collections::BTreeSet;

use crate::diag::{Sink, Subject, codes};
use crate::schema::{Schema, Shape};

pub(super) use graph::Graph;
use graph::{Edge, Walk};

mod graph;

/// The steps that rustc may take from a model to the innermost one. The rest of the 128 is for the types in which a
/// program puts models, such as futures.
const STEPS: usize = 96;

/// The steps within a model that leads to no other one; most of them are those of `support::Extra`.
const OWN_STEPS: usize = 24;

/// Through an option to the next model.
const MODEL_STEPS: usize = 2;

/// Through a box.
const BOX_STEPS: usize = 2;

/// Through an option around a model, a list or a map.
const OPTION_STEPS: usize = 1;

/// Through a list or map.
const LIST_STEPS: usize = 3;

/// The models that may nest in each other. The functions that read them nest as deep, and rustc allows 128.
const MODELS: usize = 120;

/// A ring is searched once from each of its models, unless that follows more edges than this. Then it counts as too deep.
const SEARCHED: usize = 2_000_000;

/// The fields of objects and members of unions that are held in a `support::Deep`: the number of each model in the order of
/// names, and the position.
pub(super) fn deep_parts(graph: &Graph<'_>, is_boxed: impl Fn(usize, usize) -> bool) -> Vec<(usize, usize)> {
    let boxes = |edge: Edge| if is_boxed(edge.from, edge.part) { BOX_STEPS } else { 0 };
    let along = |edge: Edge| MODEL_STEPS + boxes(edge) + edge.steps;
    let Nesting { back, far, .. } = Nesting::measure(graph, Rule { own: OWN_STEPS, limit: STEPS, along: &along });
    back.into_iter().chain(far).map(|edge| (edge.from, edge.part)).collect()
}

/// Reports the fields and members that lead through too many models.
pub(super) fn report(graph: &Graph<'_>, schema: &Schema, sink: &mut Sink) {
    let nesting = Nesting::measure(graph, Rule { own: 1, limit: MODELS, along: &|_| 1 });
    // A ring that is too long is one mistake.
    let edges = if nesting.far.is_empty() { &nesting.back } else { &nesting.far };
    for edge in edges {
        let name = graph.names[edge.from];
        let Some(model) = schema.models.get(name) else { continue };
        let (field, origin) = match &model.shape {
            Shape::Union(union) => union.members.get(edge.part).map(|member| (member.spelled.clone(), &member.origin)),
            _ => model.fields().get(edge.part).map(|field| (Some(field.spelled.clone()), &field.origin)),
        }
        .unwrap_or((None, &model.origin));
        let subject = Subject { models: vec![name.0.clone()], field };
        let chain = nesting.chain(*edge).into_iter().map(|model| format!("`{}`", graph.names[model]));
        let chain: Vec<String> = chain.collect();
        let message = format!("more than {MODELS} models nest in each other here: {}", shortened(&chain));
        sink.report_of(subject, &codes::MODELS_TOO_DEEP, origin.clone(), message);
    }
}

/// A list of names without those in the middle.
fn shortened(names: &[String]) -> String {
    match names {
        [first, second, third, _, .., last] => format!("{first}, {second}, {third}, …, {last}"),
        _ => names.join(", "),
    }
}

/// How steps are counted.
struct Rule<'g> {
    /// The steps within each model.
    own: usize,
    /// The most that it may take to the innermost one.
    limit: usize,
    /// The steps along an edge.
    along: &'g dyn Fn(Edge) -> usize,
}

/// What is known about the groups so far.
struct Nesting<'g> {
    edges: &'g [Vec<Edge>],
    /// The number of the group of each model.
    groups: Vec<Option<usize>>,
    rule: Rule<'g>,
    /// The most steps from each model inwards.
    steps: Vec<usize>,
    /// The edge with these steps, unless it is in a ring.
    via: Vec<Option<Edge>>,
    /// The root of the last search that reached each model.
    reached: Vec<Option<usize>>,
    walk: Walk,
    /// The edges that lead back to a model of a ring that is too deep.
    back: BTreeSet<Edge>,
    /// The edges that lead too far.
    far: BTreeSet<Edge>,
}

impl<'g> Nesting<'g> {
    /// Measures all groups, each after those that it leads to.
    fn measure(graph: &'g Graph<'_>, rule: Rule<'g>) -> Self {
        let count = graph.names.len();
        let mut nesting = Self {
            edges: &graph.edges,
            groups: vec![None; count],
            steps: vec![rule.own; count],
            via: vec![None; count],
            reached: vec![None; count],
            walk: Walk::new(count),
            back: BTreeSet::new(),
            far: BTreeSet::new(),
            rule,
        };
        for (number, group) in graph.groups.iter().enumerate() {
            nesting.add(number, group);
        }
        nesting
    }

    /// Measures a group, and cuts it if it is too deep.
    fn add(&mut self, number: usize, group: &[usize]) {
        for model in group {
            self.groups[*model] = Some(number);
        }
        match group {
            [model] => self.settle(*model),
            _ if self.fits(group) => {}
            _ => self.cut(group),
        }
    }

    /// Whether rustc reaches the end of a group from each of its models, if it follows the fields in their order and no
    /// model twice.
    fn fits(&mut self, group: &[usize]) -> bool {
        let edges: usize = group.iter().map(|model| self.edges[*model].len()).sum();
        if group.len().saturating_mul(edges) > SEARCHED {
            return false;
        }
        let mut fits = true;
        for root in group {
            self.steps[*root] = self.search(*root);
            fits &= self.steps[*root] <= self.rule.limit;
        }
        fits
    }

    /// The most steps inwards from a model of a group.
    fn search(&mut self, root: usize) -> usize {
        let mut most = self.rule.own;
        self.reached[root] = Some(root);
        let mut path = vec![(0, self.edges[root].iter())];
        while let Some((steps, next)) = path.last_mut() {
            let Some(edge) = next.next() else {
                path.pop();
                continue;
            };
            let steps = *steps + (self.rule.along)(*edge);
            if self.groups[edge.to] != self.groups[root] {
                most = most.max(steps + self.steps[edge.to]);
            } else if self.reached[edge.to] != Some(root) {
                self.reached[edge.to] = Some(root);
                most = most.max(steps + self.rule.own);
                path.push((steps, self.edges[edge.to].iter()));
            }
        }
        most
    }

    /// Finds the edges of a group that lead back to a model on the path, and of the others those that lead too far.
    fn cut(&mut self, group: &[usize]) {
        let Self { edges, groups, walk, back, .. } = self;
        for root in group {
            let is_within = |edge: Edge| groups[edge.from] == groups[edge.to];
            walk.from(*root, edges, is_within, |edge| back.extend([edge]));
        }
        for model in std::mem::take(&mut self.walk.finished) {
            self.settle(model);
        }
    }

    /// Measures a model after those that it leads to.
    fn settle(&mut self, model: usize) {
        self.steps[model] = self.rule.own;
        for edge in self.edges[model].iter().filter(|edge| !self.back.contains(edge)) {
            let steps = (self.rule.along)(*edge) + self.steps[edge.to];
            if steps > self.rule.limit {
                self.far.insert(*edge);
            } else if steps > self.steps[model] {
                (self.steps[model], self.via[model]) = (steps, Some(*edge));
            }
        }
    }

    /// The models to which an edge leads.
    fn chain(&self, edge: Edge) -> Vec<usize> {
        let mut chain = vec![edge.from, edge.to];
        let mut last = edge.to;
        while let Some(edge) = self.via[last] {
            chain.push(edge.to);
            last = edge.to;
        }
        chain
    }
}
