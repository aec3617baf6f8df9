//! A tree for terminals.

use std::io::{self, Write};

use super::Direction;
use super::edges::{Kind, Link, kind};
use super::selection::Selection;
use crate::cli::references::By;
use crate::diag::one_line;

/// The branches that a line is below.
struct Branch<'a> {
    links: std::vec::IntoIter<Link<'a>>,
    /// What lines of this branch start with.
    indent: String,
    /// The model that it belongs to.
    node: usize,
}

pub(super) fn write(selection: &Selection<'_>, is_colored: bool, out: &mut dyn Write) -> io::Result<()> {
    let nodes = selection.references.nodes.len();
    let mut tree = Tree { selection, is_colored, is_shown: vec![false; nodes], is_on_path: vec![false; nodes] };
    let has_links = |root: &usize| !selection.links(*root).is_empty();
    // Many models neither use others nor are used; they come last.
    let (trees, leaves): (Vec<usize>, Vec<usize>) = selection.roots.iter().partition(|root| has_links(root));
    let count = trees.len();
    for (idx, root) in trees.into_iter().chain(leaves).enumerate() {
        if (1..=count).contains(&idx) {
            writeln!(out)?;
        }
        tree.write(root, out)?;
    }
    Ok(())
}

struct Tree<'a> {
    selection: &'a Selection<'a>,
    is_colored: bool,
    /// The models whose references were printed.
    is_shown: Vec<bool>,
    /// The models above the current line.
    is_on_path: Vec<bool>,
}

impl<'a> Tree<'a> {
    fn write(&mut self, root: usize, out: &mut dyn Write) -> io::Result<()> {
        let marks = self.marks(root, 0);
        writeln!(out, "{}{marks}", self.bold(&one_line(&self.selection.references.nodes[root].id())))?;
        let mut path: Vec<Branch<'a>> = Vec::new();
        path.extend(self.enter(root, 0, String::new()));
        while let Some(branch) = path.last_mut() {
            let Some(link) = branch.links.next() else {
                self.is_on_path[branch.node] = false;
                path.pop();
                continue;
            };
            let is_last = branch.links.len() == 0;
            let (start, below) = if is_last { ("└── ", "    ") } else { ("├── ", "│   ") };
            let (start, below) = (format!("{}{start}", branch.indent), format!("{}{below}", branch.indent));
            let depth = path.len();
            writeln!(out, "{start}{}{}", self.said(link), self.link_marks(link, depth))?;
            if !self.is_on_path[link.to] {
                path.extend(self.enter(link.to, depth, below));
            }
        }
        Ok(())
    }

    /// The lines below a model, unless they are shown already or are too deep.
    fn enter(&mut self, node: usize, depth: usize, indent: String) -> Option<Branch<'a>> {
        let links = self.selection.links(node);
        if depth >= self.selection.depth || links.is_empty() || std::mem::replace(&mut self.is_shown[node], true) {
            return None;
        }
        self.is_on_path[node] = true;
        Some(Branch { links: links.into_iter(), indent, node })
    }

    /// `lines: list[Line]`, or `Order.lines` in the other direction.
    fn said(&self, link: Link<'_>) -> String {
        let (by, ty) = (link.reference.by, one_line(&link.reference.ty.to_string()));
        let user = self.selection.references.nodes[link.to].id();
        match (self.selection.direction, by) {
            (Direction::Uses, By::Field(key)) => format!("{}: {}", one_line(key), self.bold(&ty)),
            (Direction::Uses, By::Member) => format!("one of: {}", self.bold(&ty)),
            (Direction::Uses, By::Alias) => format!("is: {}", self.bold(&ty)),
            (Direction::Uses, By::OtherKeys) => format!("other keys: {}", self.bold(&ty)),
            (Direction::UsedBy, By::Field(key)) => format!("{}.{}: {ty}", self.bold(&one_line(&user)), one_line(key)),
            (Direction::UsedBy, By::Member) => format!("{}, one of: {ty}", self.bold(&one_line(&user))),
            (Direction::UsedBy, By::Alias) => format!("{}, is: {ty}", self.bold(&one_line(&user))),
            (Direction::UsedBy, By::OtherKeys) => format!("{}, other keys: {ty}", self.bold(&one_line(&user))),
        }
    }

    fn link_marks(&self, link: Link<'_>, depth: usize) -> String {
        let boxed = if link.reference.is_boxed() { self.dim(" (boxed)") } else { String::new() };
        if self.is_on_path[link.to] {
            return boxed + &self.dim(" (cycle)");
        }
        boxed + &self.marks(link.to, depth)
    }

    fn marks(&self, node: usize, depth: usize) -> String {
        let is_leaf = self.selection.links(node).is_empty();
        if kind(&self.selection.references.nodes[node]) == Kind::Undocumented {
            self.dim(" (undocumented)")
        } else if is_leaf {
            String::new()
        } else if self.is_shown[node] {
            self.dim(" (*)")
        } else if depth >= self.selection.depth {
            self.dim(" …")
        } else {
            String::new()
        }
    }

    fn bold(&self, text: &str) -> String {
        if self.is_colored { format!("\u{1b}[1m{text}\u{1b}[0m") } else { text.to_owned() }
    }

    fn dim(&self, text: &str) -> String {
        if self.is_colored { format!("\u{1b}[2m{text}\u{1b}[0m") } else { text.to_owned() }
    }
}
