//! A flowchart for Mermaid, which many Markdown pages show.

use std::collections::BTreeMap;
use std::io;

use super::edges::{Edge, Kind, between, kind, name};
use super::selection::Selection;
use crate::cli::output::Output;

/// Mermaid refuses graphs with more edges, unless its configuration says otherwise.
const MOST_EDGES: usize = 500;

pub(super) fn write(selection: &Selection<'_>, output: &mut Output) -> io::Result<()> {
    let edges = between(selection);
    if edges.len() > MOST_EDGES {
        let count = edges.len();
        output.say(format_args!(
            "warning: the graph has {count} edges, and Mermaid shows at most {MOST_EDGES} by default; `--depth` limits it"
        ))?;
    }
    let out = &mut output.out;
    writeln!(out, "flowchart LR")?;
    let numbers: BTreeMap<usize, usize> = selection.order.iter().enumerate().map(|(idx, node)| (*node, idx)).collect();
    for (number, node) in selection.order.iter().copied().enumerate() {
        let label = escaped(&name(selection, node));
        let kind = kind(&selection.references.nodes[node]);
        let (open, close) = match kind {
            Kind::Union => ("{{", "}}"),
            Kind::Values => ("(", ")"),
            Kind::Alias => (">", "]"),
            Kind::Object | Kind::Undocumented => ("[", "]"),
        };
        writeln!(out, "    n{number}{open}\"{label}\"{close}")?;
    }
    for Edge { from, to, label, is_boxed, .. } in &edges {
        let arrow = if *is_boxed { "-.->" } else { "-->" };
        let (from, to) = (numbers[from], numbers[to]);
        writeln!(out, "    n{from} {arrow}|\"{}\"| n{to}", escaped(label))?;
    }
    let cyclic = edges.iter().enumerate().filter(|(_, edge)| edge.is_cyclic).map(|(idx, _)| idx.to_string());
    let cyclic: Vec<String> = cyclic.collect();
    if !cyclic.is_empty() {
        writeln!(out, "    linkStyle {} stroke:#d1242f", cyclic.join(","))?;
    }
    let is_undocumented = |node: usize| kind(&selection.references.nodes[node]) == Kind::Undocumented;
    let undocumented = selection.order.iter().enumerate().filter(|(_, node)| is_undocumented(**node));
    let undocumented: Vec<String> = undocumented.map(|(number, _)| format!("n{number}")).collect();
    if !undocumented.is_empty() {
        writeln!(out, "    classDef undocumented stroke-dasharray:4 3")?;
        writeln!(out, "    class {} undocumented", undocumented.join(","))?;
    }
    Ok(())
}

/// A text in quotation marks. Mermaid reads HTML and Markdown in it, so all but letters, digits and harmless signs are
/// written as numbers.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        let is_harmless = letter.is_alphanumeric() || " :.,…_-[]{}".contains(letter);
        if is_harmless {
            escaped.push(letter);
        } else {
            escaped.extend(["#", &u32::from(letter).to_string(), ";"]);
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_cannot_leave_their_quotation_marks() {
        assert_eq!(escaped("a::B.c_d …"), "a::B.c_d …");
        assert_eq!(escaped("a\"]; b"), "a#34;]#59; b");
        assert_eq!(escaped("<b>#`*"), "#60;b#62;#35;#96;#42;");
    }
}
