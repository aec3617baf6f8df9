//! A graph for Graphviz.

use std::io::{self, Write};

use super::edges::{Edge, Kind, between, kind, name};
use super::selection::Selection;
use crate::cli::references::Node;
use crate::diag::one_line;

pub(super) fn write(selection: &Selection<'_>, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "digraph models {{")?;
    writeln!(out, "    rankdir=LR;")?;
    writeln!(out, "    node [shape=box, fontname=\"sans-serif\"];")?;
    writeln!(out, "    edge [fontname=\"sans-serif\", fontsize=10];")?;
    let nodes = &selection.references.nodes;
    for node in selection.order.iter().copied() {
        let (id, label) = (id(&nodes[node]), quoted(&name(selection, node)));
        let label = if label == id { Vec::new() } else { vec![format!("label={label}")] };
        let style = match kind(&nodes[node]) {
            Kind::Object => None,
            Kind::Union => Some("shape=hexagon"),
            Kind::Values => Some("style=rounded"),
            Kind::Alias => Some("shape=cds"),
            Kind::Undocumented => Some("style=dashed"),
        };
        writeln!(out, "    {id}{};", attributes(label, style))?;
    }
    for Edge { from, to, label, is_boxed, is_cyclic } in &between(selection) {
        let label = vec![format!("label={}", quoted(label))];
        let styles = is_boxed.then_some("style=dashed").into_iter().chain(is_cyclic.then_some("color=\"#d1242f\""));
        let (from, to) = (id(&nodes[*from]), id(&nodes[*to]));
        writeln!(out, "    {from} -> {to}{};", attributes(label, styles))?;
    }
    writeln!(out, "}}")
}

fn attributes<'a>(mut attributes: Vec<String>, styles: impl IntoIterator<Item = &'a str>) -> String {
    attributes.extend(styles.into_iter().map(str::to_owned));
    if attributes.is_empty() { String::new() } else { format!(" [{}]", attributes.join(", ")) }
}

fn id(node: &Node<'_>) -> String {
    quoted(&one_line(&node.id()))
}

/// A text in quotation marks. In labels, Graphviz reads escapes of its own and entities of HTML.
fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for letter in text.chars() {
        match letter {
            '"' | '\\' => quoted.extend(['\\', letter]),
            '&' => quoted.push_str("&amp;"),
            letter => quoted.push(letter),
        }
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_cannot_leave_their_quotation_marks() {
        assert_eq!(quoted("a::B"), "\"a::B\"");
        assert_eq!(quoted("a\"]; b\\"), "\"a\\\"]; b\\\\\"");
        assert_eq!(quoted("&lt;"), "\"&amp;lt;\"");
    }
}
