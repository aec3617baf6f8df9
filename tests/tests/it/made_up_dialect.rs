//! Adding a dialect is one file with one constant, and its name in `dialect.rs`, where modules are declared and
//! listed. A copy of `codegen` gets a dialect that was made up, and a real build reads a document with it.

use std::fs;
use std::io;
use std::process::Command;

use tests::scratch::{self, Scratch, repository};

/// The one file.
const DIALECT: &str = include_str!("made_up/dialect.rs");

/// The list before and after: the name, where modules are declared and where they are listed.
const LIST: [(&str, &str); 2] = [
    ("mod house;\n", "mod house;\nmod made_up;\n"),
    ("    &house::DIALECT,\n", "    &house::DIALECT,\n    &made_up::DIALECT,\n"),
];

const DOCUMENT: &str = include_str!("made_up/Tag.md");

const MAIN: &str = r##"include!(concat!(env!("OUT_DIR"), "/models.rs"));

fn main() {
    let tag: Tag = serde_json::from_str(r#"{"self_uri": "/tags/1", "sizes": {"small": 3}}"#).expect("a tag");
    let sizes: Option<std::collections::BTreeMap<String, i32>> = tag.sizes.clone();
    println!("{:?} {:?} {}", tag.self_uri, sizes, support::unexpected(&tag).len());
}
"##;

#[test]
fn a_dialect_is_one_file_and_its_name_in_the_list() -> io::Result<()> {
    let scratch = Scratch::new("made-up-dialect")?;
    copy_codegen(&scratch)?;
    scratch.write("codegen/src/dialect/made_up.rs", DIALECT)?;
    let list = fs::read_to_string(repository().join("codegen/src/dialect.rs"))?;
    let longer = LIST.iter().fold(list.clone(), |list, (before, after)| list.replacen(before, after, 1));
    assert_eq!(longer.lines().count(), list.lines().count() + LIST.len(), "the list has another form now");
    scratch.write("codegen/src/dialect.rs", &longer)?;

    let dependencies = "[dependencies]\njiff.workspace = true\nserde.workspace = true\nserde_json.workspace = true\n\n\
                        [build-dependencies]\ncodegen.workspace = true\n";
    let package = "[package]\nname = \"made-up\"\nversion = \"0.1.0\"\nedition = \"2024\"\npublish = false\n\n";
    scratch.write("user/Cargo.toml", &format!("{package}{dependencies}"))?;
    scratch.write("user/build.rs", "fn main() {\n    codegen::Config::new().specs(\"specs\").build();\n}\n")?;
    scratch.write("user/src/main.rs", MAIN)?;
    scratch.write("user/specs/Tag.md", DOCUMENT)?;

    let build = scratch.build()?;
    assert!(build.passed, "{build}");
    let program = build.executable("made-up").expect("the program");
    let said = Command::new(program).output()?;
    assert_eq!(String::from_utf8_lossy(&said.stdout), "Some(\"/tags/1\") Some({\"small\": 3}) 0\n");
    Ok(())
}

/// The tool makes a dialect from pages, and a copy of `codegen` with it reads them.
#[test]
fn the_tool_adds_a_dialect_that_compiles_and_reads_its_pages() -> io::Result<()> {
    let scratch = Scratch::new("new-dialect")?;
    copy_codegen(&scratch)?;
    // Cargo distinguishes the members of workspaces by their path within them and their version, and another test has a copy
    // with the same path in the same target folder.
    let workspace = fs::read_to_string(scratch::folder("new-dialect").join("Cargo.toml"))?;
    scratch.write("Cargo.toml", &workspace.replace("version = \"0.1.0\"", "version = \"0.1.1\""))?;
    for text in ["codegen/src/dialect.rs", "codegen/src/guide.rs"] {
        scratch.write(text, &fs::read_to_string(repository().join(text))?)?;
    }
    let page = "# Tag\n\nA tag.\n\n## Fields\n\n| Field | Kind | About | Flags |\n| --- | --- | --- | --- |\n\
                | **selfUri** | **Long** | Where it is. | [optional] |\n| **sizes** | **List&lt;String&gt;** | All. | [optional] |\n";
    scratch.write("user/specs/Tag.md", page)?;
    let folder = scratch::folder("new-dialect");
    let run = |arguments: &[&str]| {
        Command::new(env!("CARGO_BIN_EXE_codegen-tool")).args(arguments).current_dir(&folder).output()
    };
    let made = run(&["new-dialect", "our-wiki", "--from", "user/specs"])?;
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    assert!(String::from_utf8_lossy(&made.stdout).contains("1 of 1 pages are read, with 0 mistakes"));
    assert!(!run(&["new-dialect", "our-wiki", "--from", "user/specs"])?.status.success());
    let dependencies = "[dependencies]\njiff.workspace = true\nserde.workspace = true\nserde_json.workspace = true\n\n\
                        [build-dependencies]\ncodegen.workspace = true\n";
    let package = "[package]\nname = \"new-dialect\"\nversion = \"0.1.0\"\nedition = \"2024\"\npublish = false\n\n";
    scratch.write("user/Cargo.toml", &format!("{package}{dependencies}"))?;
    let script = "fn main() {\n    let outcome = codegen::Config::new().specs(\"specs\").build();\n    \
                  assert_eq!(outcome.dialects[\"specs/Tag.md\"], \"our-wiki\");\n}\n";
    scratch.write("user/build.rs", script)?;
    let main = "include!(concat!(env!(\"OUT_DIR\"), \"/models.rs\"));\n\nfn main() {\n    \
                let tag = Tag { self_uri: Some(3), sizes: Some(vec![\"small\".to_owned()]), ..Tag::default() };\n    \
                println!(\"{}\", serde_json::to_string(&tag).expect(\"JSON\"));\n}\n";
    scratch.write("user/src/main.rs", main)?;
    let build = scratch.build()?;
    assert!(build.passed, "{build}");
    Ok(())
}

/// A workspace with a copy of `codegen`, as this project has it.
fn copy_codegen(scratch: &Scratch) -> io::Result<()> {
    for (path, (_, text)) in scratch::files(&repository().join("codegen"))? {
        scratch.write(&format!("codegen/{path}"), &text)?;
    }
    let workspace = fs::read_to_string(repository().join("Cargo.toml"))?;
    let lines = workspace.lines().filter(|line| !line.starts_with("default-members = "));
    let lines = lines.map(|line| if line.starts_with("members = ") { MEMBERS } else { line });
    scratch.write("Cargo.toml", &lines.collect::<Vec<_>>().join("\n"))
}

const MEMBERS: &str = "members = [\"codegen\", \"user\"]";
