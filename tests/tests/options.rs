//! What a user may choose, and the two programs that come with `codegen`.

use std::{fs, io};

use codegen::dialect::{self, Column, Dialect, Evidence, KeyCase, Role, Sign, Weight, WireRule, words};
use codegen::{Config, Level, Schema, Undocumented};
use tests::scratch::{cargo_for, repository};

/// A dialect that this project does not know.
static WIKI: Dialect = Dialect {
    name: "wiki",
    about: "the tables of a wiki",
    evidence: &[Evidence { sign: Sign::Text("From our wiki"), weight: Weight::For(1) }],
    section: "Fields",
    columns: &[
        Column { heading: "Field", role: Role::Name },
        Column { heading: "Kind", role: Role::Type },
        Column { heading: "About", role: Role::Description },
        Column { heading: "Flags", role: Role::Notes },
    ],
    types: &words::HOUSE,
    notes: words::OPENAPI_NOTES,
    wire: WireRule { escapes: &[], case: KeyCase::AsSpelled, capitals: &[] },
    prose: None,
};

const WIKI_PAGE: &str = "# Tag\n\nFrom our wiki.\n\n## Fields\n\n| Field | Kind | About | Flags |\n|---|---|---|---|\n\
                         | self_uri | string | Where it lives. | |\n| sizes | map[int32] | Sizes by name. | [optional] |\n";

#[test]
fn a_dialect_can_come_from_outside() {
    let documents = [("docs/Tag.md", WIKI_PAGE)];
    let outcome = Config::new().known_dialect(&WIKI).compile_texts(documents);
    assert_eq!(outcome.diagnostics, []);
    let text = &outcome.files[0].text;
    assert!(text.contains("pub self_uri: Option<String>,"), "{text}");
    assert!(text.contains("pub sizes: Option<std::collections::BTreeMap<String, i32>>,"), "{text}");
    assert!(text.contains("The JSON key is `self_uri`."), "{text}");
    let unknown = Config::new().compile_texts(documents);
    assert!(unknown.schema.models.is_empty());
    let said = "docs/Tag.md:1:1: warning[no-table]: this page has no property table (its first table has the \
                columns `Field | Kind | About | Flags`) and is left alone";
    assert_eq!(unknown.diagnostics[0].to_string(), said);
}

#[test]
fn a_dialect_can_be_told() {
    // Nothing on this page shows the dialect.
    let page = "# Tag\n\n## Properties\n\n|Name | Type | Description | Notes|\n|---|---|---|---|\n| **id** | **i64** | Its number. | |\n";
    let rust = dialect::by_name("openapi-rust").expect("a known dialect");
    let compile = |config: Config| config.compile_texts([("docs/a/Tag.md", page)]);
    assert!(compile(Config::new()).has_errors());
    assert!(!compile(Config::new().dialect("docs", rust)).has_errors());
    assert!(!compile(Config::new().dialect_of_all(rust)).has_errors());
    assert!(compile(Config::new().dialect("docs/b", rust)).has_errors());
    // The last one told counts.
    let python = dialect::by_name("genesys-python").expect("a known dialect");
    assert!(compile(Config::new().dialect("docs", rust).dialect("docs/a", python)).has_errors());
}

#[test]
fn undocumented_models_can_be_forbidden_or_allowed() {
    let page = "# Tag\n\n## Properties\n\n|Name | Type | Description | Notes|\n|---|---|---|---|\n| **owner** | [User](User) | Whose it is. | |\n";
    let said = |choice| -> Vec<Level> {
        let outcome = Config::new().undocumented(choice).compile_texts([("docs/Tag.md", page)]);
        assert_eq!(outcome.files.is_empty(), choice == Undocumented::Forbid);
        outcome.diagnostics.iter().map(|it| it.level).collect()
    };
    assert_eq!(said(Undocumented::Warn), [Level::Warning]);
    assert_eq!(said(Undocumented::Forbid), [Level::Error]);
    assert_eq!(said(Undocumented::Allow), []);
}

#[test]
fn corrections_can_be_kept_elsewhere() -> io::Result<()> {
    let folder = repository().join("target/scratch/options");
    fs::create_dir_all(folder.join("docs"))?;
    fs::write(folder.join("docs/Tag.md"), WIKI_PAGE)?;
    let row = "| Model | Field | Correction | Value | Reason |\n|---|---|---|---|---|\n| Tag | self_uri | wire name | `self-uri` | so it is |\n";
    fs::write(folder.join("fixes.md"), row)?;
    let config = Config::new().known_dialect(&WIKI).specs(folder.join("docs")).corrections(folder.join("fixes.md"));
    let outcome = config.compile();
    assert_eq!(outcome.diagnostics, []);
    assert!(outcome.files[0].text.contains(" \"self-uri\" "));
    Ok(())
}

#[test]
fn the_schema_program_prints_json_and_says_what_is_wrong() -> io::Result<()> {
    let run = |arguments: &[&str]| {
        let mut command = cargo_for("run", &repository());
        command.args(["--quiet", "--package", "codegen", "--example", "schema", "--"]).args(arguments).output()
    };
    let good = run(&["specs", "--corrections", "specs/CORRECTIONS.md"])?;
    assert!(good.status.success() && good.stderr.is_empty(), "{}", String::from_utf8_lossy(&good.stderr));
    let schema = Schema::from_json(&String::from_utf8_lossy(&good.stdout)).map_err(io::Error::other)?;
    assert_eq!(schema.models.len(), 157);

    let bad = run(&["tests/ui/unknown-type", "--dialect", "genesys-python"])?;
    assert_eq!(bad.status.code(), Some(1));
    let said = String::from_utf8_lossy(&bad.stderr);
    let expected = "tests/ui/unknown-type/Tag.md:9:12: error[unknown-type]: no type is called `strng`";
    assert!(said.starts_with(expected), "{said}");

    assert_eq!(run(&["specs", "--dialect", "klingon"])?.status.code(), Some(2));
    Ok(())
}
