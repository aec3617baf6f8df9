//! Nodes of a graph that lead back to themselves.

/// For each node on a cycle, a number that all nodes of its strongly connected component have (Tarjan). The stack is
/// explicit, because documents can chain thousands of models.
pub(super) fn find(targets: &[Vec<usize>]) -> Vec<Option<usize>> {
    let mut search = Search {
        targets,
        visits: vec![Visit::default(); targets.len()],
        count: 0,
        open: Vec::new(),
        cycles: vec![None; targets.len()],
        cycle_count: 0,
    };
    for node in 0..targets.len() {
        search.walk(node);
    }
    search.cycles
}

#[derive(Clone, Copy, Default)]
struct Visit {
    /// When the node was reached, counted from 1; 0 if it was not.
    order: usize,
    /// The earliest node that it leads back to.
    earliest: usize,
    /// Whether its component is not complete.
    is_open: bool,
}

struct Search<'a> {
    targets: &'a [Vec<usize>],
    visits: Vec<Visit>,
    count: usize,
    /// The nodes whose components are not complete, in order.
    open: Vec<usize>,
    cycles: Vec<Option<usize>>,
    cycle_count: usize,
}

impl Search<'_> {
    fn walk(&mut self, root: usize) {
        if self.visits[root].order > 0 {
            return;
        }
        let mut path = vec![self.enter(root)];
        while let Some((node, next)) = path.last_mut() {
            let node = *node;
            let Some(target) = self.targets[node].get(*next).copied() else {
                path.pop();
                self.leave(node, path.last().map(|(above, _)| *above));
                continue;
            };
            *next += 1;
            let visit = self.visits[target];
            if visit.order == 0 {
                path.push(self.enter(target));
            } else if visit.is_open {
                self.visits[node].earliest = self.visits[node].earliest.min(visit.order);
            }
        }
    }

    /// The node and the first of its targets to look at.
    fn enter(&mut self, node: usize) -> (usize, usize) {
        self.count += 1;
        self.visits[node] = Visit { order: self.count, earliest: self.count, is_open: true };
        self.open.push(node);
        (node, 0)
    }

    fn leave(&mut self, node: usize, above: Option<usize>) {
        let Visit { order, earliest, .. } = self.visits[node];
        if let Some(above) = above {
            self.visits[above].earliest = self.visits[above].earliest.min(earliest);
        }
        if earliest == order {
            self.close(node);
        }
    }

    /// Completes the component that starts with a node.
    fn close(&mut self, node: usize) {
        let start = self.open.iter().rposition(|open| *open == node).unwrap_or_default();
        let component = self.open.split_off(start);
        let is_cycle = component.len() > 1 || self.targets[node].contains(&node);
        let number = is_cycle.then_some(self.cycle_count);
        self.cycle_count += usize::from(is_cycle);
        for node in component {
            self.visits[node].is_open = false;
            self.cycles[node] = number;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cycles_of_any_length_are_found() {
        let targets = vec![vec![1, 4], vec![2], vec![1, 3], vec![], vec![4], vec![0]];
        assert_eq!(find(&targets), [None, Some(0), Some(0), None, Some(1), None]);
    }

    #[test]
    fn two_cycles_that_share_a_node_are_one() {
        let targets = vec![vec![1], vec![0, 2], vec![1], vec![2, 3]];
        assert_eq!(find(&targets), [Some(0), Some(0), Some(0), Some(1)]);
    }

    #[test]
    fn long_chains_need_no_stack() {
        let last = 100_000;
        let targets: Vec<Vec<usize>> = (0..=last).map(|node| vec![if node == last { 0 } else { node + 1 }]).collect();
        assert!(find(&targets).iter().all(|cycle| *cycle == Some(0)));
    }
}
