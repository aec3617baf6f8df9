//! The models that a graph shows.

use std::collections::{BTreeSet, VecDeque};

use super::Direction;
use super::edges::Link;
use crate::cli::references::References;

/// The models within a number of references.
pub(super) struct Selection<'a> {
    pub references: &'a References<'a>,
    /// The models to start from, in the order in which they were named.
    pub roots: Vec<usize>,
    pub direction: Direction,
    pub depth: usize,
    /// The models within the depth, the nearest first.
    pub order: Vec<usize>,
    /// Whether each model is within the depth.
    pub is_selected: Vec<bool>,
}

impl<'a> Selection<'a> {
    /// Without roots, all models are selected, and trees start from those that nothing else leads to.
    pub(super) fn new(
        references: &'a References<'a>,
        roots: Vec<usize>,
        direction: Direction,
        depth: Option<usize>,
    ) -> Self {
        let depth = depth.unwrap_or(usize::MAX);
        let mut selection = Self {
            references,
            roots,
            direction,
            depth,
            order: Vec::new(),
            is_selected: vec![false; references.nodes.len()],
        };
        if selection.roots.is_empty() {
            selection.roots = selection.starts();
        }
        selection.roots = unique(&selection.roots);
        selection.select();
        selection
    }

    /// What a model leads to in the direction of the graph.
    pub(super) fn links(&self, from: usize) -> Vec<Link<'a>> {
        let references = self.references;
        match self.direction {
            Direction::Uses => {
                references.uses[from].iter().map(|reference| Link { to: reference.to, reference }).collect()
            }
            Direction::UsedBy => {
                let sources = references.used_by[from].iter();
                let links = sources.flat_map(|source| {
                    let uses = references.uses[*source].iter().filter(|reference| reference.to == from);
                    uses.map(|reference| Link { to: *source, reference })
                });
                links.collect()
            }
        }
    }

    /// Whether a model leads to one that is not selected.
    pub(super) fn is_cut(&self, node: usize) -> bool {
        self.links(node).iter().any(|link| !self.is_selected[link.to])
    }

    /// The models that no other one leads to; and of those that lead to each other, the first.
    fn starts(&self) -> Vec<usize> {
        let cycles = &self.references.cycles;
        let mut reached = BTreeSet::new();
        for from in 0..cycles.len() {
            let others = self.links(from).into_iter().filter(|link| !self.references.is_cyclic(from, link.to));
            reached.extend(others.map(|link| self.group(link.to)));
        }
        let mut known = BTreeSet::new();
        let is_start = |node: &usize| !reached.contains(&self.group(*node)) && known.insert(self.group(*node));
        (0..cycles.len()).filter(is_start).collect()
    }

    /// What all models that lead to each other have in common: the number of their cycle.
    fn group(&self, node: usize) -> (Option<usize>, Option<usize>) {
        let cycle = self.references.cycles[node];
        (cycle, cycle.is_none().then_some(node))
    }

    /// Selects everything within the depth.
    fn select(&mut self) {
        let mut next: VecDeque<(usize, usize)> = self.roots.iter().map(|root| (*root, 0)).collect();
        while let Some((node, distance)) = next.pop_front() {
            if std::mem::replace(&mut self.is_selected[node], true) {
                continue;
            }
            self.order.push(node);
            if distance < self.depth {
                next.extend(self.links(node).iter().map(|link| (link.to, distance + 1)));
            }
        }
    }
}

fn unique(nodes: &[usize]) -> Vec<usize> {
    let mut unique = Vec::with_capacity(nodes.len());
    let mut seen = BTreeSet::new();
    for node in nodes {
        if seen.insert(*node) {
            unique.push(*node);
        }
    }
    unique
}
