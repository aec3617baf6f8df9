//! The models that a person names.

use crate::cli::Failure;
use crate::cli::references::{Node, References};
use crate::diag::{did_you_mean, one_line};
use crate::schema::folded;

/// The position of the model with a name: that in the documents, with the module of its API if several have it; or that
/// of its Rust type; or one of them in another case.
pub(super) fn find(references: &References<'_>, name: &str) -> Result<usize, Failure> {
    let is_exact = |node: &Node<'_>| node.id() == name || node.name == name;
    let is_type = |node: &Node<'_>| {
        node.home.is_some_and(|home| home.item.ident().as_str() == name) || node.rust_path().as_deref() == Some(name)
    };
    let is_similar = |node: &Node<'_>| !folded(name).is_empty() && folded(node.name) == folded(name);
    let ways: [&dyn Fn(&Node<'_>) -> bool; 3] = [&is_exact, &is_type, &is_similar];
    for is_meant in ways {
        let found: Vec<usize> = (0..references.nodes.len()).filter(|idx| is_meant(&references.nodes[*idx])).collect();
        match *found {
            [] => {}
            [only] => return Ok(only),
            _ => return Err(several(references, name, &found)),
        }
    }
    let known: Vec<String> = references.nodes.iter().map(Node::id).collect();
    let hint = did_you_mean(name, known.iter().map(|id| &**id));
    let hint = hint.map_or_else(|| ", and nothing is at that path".to_owned(), |hint| format!("; {hint}"));
    Err(Failure::Message(format!("no model is called `{}`{hint}", one_line(name))))
}

fn several(references: &References<'_>, name: &str, found: &[usize]) -> Failure {
    let ids: Vec<String> = found.iter().map(|idx| format!("`{}`", one_line(&references.nodes[*idx].id()))).collect();
    Failure::Message(format!("several models are called `{}`: {}", one_line(name), ids.join(", ")))
}
