//! What `codegen graph` prints is read by the programs that it is for.

use std::fs;
use std::io::Write;
use std::process::{Command, Stdio};

use tests::scratch::empty_folder;

/// Names that mean something to Graphviz or Mermaid.
const NAMES: &[&str] = &["End", "a\\", "\"];x", "&lt;", "<b>", "subgraph", "1. one", "- two", "#35;", "`c`"];

#[test]
fn graphviz_reads_graphs_with_any_name() {
    let folder = empty_folder("graph-names").expect("a folder");
    fs::create_dir(folder.join("specs")).expect("a folder");
    for (idx, name) in NAMES.iter().enumerate() {
        let row = |key: &str, ty: &str| format!("| {key} | {ty} | About it. | [optional] |\n");
        let head = "\n\n## Properties\n\n| Name | Type | Description | Notes |\n| --- | --- | --- | --- |\n";
        let text = format!("# Model{idx}{head}{}{}", row("id", "int32"), row(&format!("`{name}`"), "list[Model0]"));
        fs::write(folder.join(format!("specs/Model{idx}.md")), text).expect("a document");
    }
    let mut command = Command::new(env!("CARGO_BIN_EXE_codegen-tool"));
    command.current_dir(&folder).args(["graph", "specs", "--format", "dot"]);
    let output = command.output().expect("the tool runs");
    let graph = String::from_utf8(output.stdout).expect("a graph is text");
    assert!(graph.matches(" -> ").count() >= NAMES.len() / 2, "{graph}{}", String::from_utf8_lossy(&output.stderr));

    let dot = Command::new("dot").arg("-Tplain").stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
    let Ok(mut dot) = dot else {
        println!("no Graphviz here: the graph is not read");
        return;
    };
    let mut input = dot.stdin.take().expect("it reads");
    input.write_all(graph.as_bytes()).expect("it reads");
    drop(input);
    let output = dot.wait_with_output().expect("it ends");
    assert!(output.status.success(), "{graph}");
    let plain = String::from_utf8(output.stdout).expect("its output is text");
    let count = |start: &str| plain.lines().filter(|line| line.starts_with(start)).count();
    assert_eq!(count("edge "), graph.matches(" -> ").count(), "{plain}");
}
