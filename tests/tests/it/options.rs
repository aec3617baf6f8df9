//! The options of a configuration, and the programs that come with `codegen`.

use std::process::Command;
use std::{fs, io};

use codegen::dialect::{
    self, Brackets, Column, Dialect, Evidence, Makes, Role, Scalar, Sign, TypeSyntax, ValuesForm, ValuesList,
    ValuesPlace, Weight, words,
};
use codegen::schema::Presence;
use codegen::{Config, KeyCase, Level, Outcome, Schema, Undocumented, UnknownKeys};
use snapbox::{IntoData, assert_data_eq, str};
use tests::scratch::{self, repository};

/// A dialect that is not one of this project.
#[path = "made_up/dialect.rs"]
mod made_up;

const PAGE: &str = include_str!("made_up/Tag.md");

#[test]
fn a_dialect_can_come_from_outside() {
    let documents = [("docs/Tag.md", PAGE)];
    let outcome = Config::new().known_dialect(&made_up::DIALECT).compile_texts(documents);
    assert_eq!(outcome.diagnostics, []);
    let text = &outcome.files[1].text;
    assert!(text.contains("pub self_uri: Option<String>,"), "{text}");
    assert!(text.contains("pub colors: Option<Vec<String>>,"), "{text}");
    let tag = outcome.schema.models.values().next().expect("a model");
    let field = |name: &str| tag.fields().iter().find(|field| field.spelled == name).expect("a field");
    assert_eq!((field("self_uri").presence, field("price").presence), (Presence::Required, Presence::Optional));
    assert_eq!(field("self_uri").constraints.max_length, Some(36));
    let values = field("state").values.as_ref().expect("allowed values");
    assert_eq!(values.known, ["new", "used", "on sale"]);
    assert!(text.contains("pub sizes: Option<std::collections::BTreeMap<String, i32>>,"), "{text}");
    assert!(text.contains("The JSON key is `self_uri`."), "{text}");
    let unknown = Config::new().compile_texts(documents);
    assert!(unknown.schema.models.is_empty());
    assert_data_eq!(unknown.diagnostics[0].to_string(), str!["docs/Tag.md:1:1: error[no-model]: no document here describes a model: 1 document with tables of other columns, such as `Key | Kind | Must be there | Text`"].raw());
}

#[test]
fn a_dialect_can_be_configured() {
    // Nothing on this page shows the dialect.
    let page = "# Tag\n\n## Properties\n\n|Name | Type | Description | Notes|\n|---|---|---|---|\n| **id** | **i64** | Its number. | |\n";
    let rust = dialect::by_name("openapi-rust").expect("a known dialect");
    let compile = |config: Config| config.compile_texts([("docs/a/Tag.md", page)]);
    assert!(compile(Config::new()).has_errors());
    assert!(!compile(Config::new().dialect("docs", rust)).has_errors());
    assert!(!compile(Config::new().dialect_of_all(rust)).has_errors());
    assert!(compile(Config::new().dialect("docs/b", rust)).has_errors());
    // The last call applies.
    let python = dialect::by_name("genesys-python").expect("a known dialect");
    assert!(compile(Config::new().dialect("docs", rust).dialect("docs/a", python)).has_errors());
}

#[test]
fn undocumented_models_can_be_forbidden_or_allowed() {
    let page = "# Tag\n\n## Properties\n\n|Name | Type | Description | Notes|\n|---|---|---|---|\n| **owner** | [User](User) | Whose it is. | |\n";
    let said = |choice| -> Vec<Level> {
        let outcome = Config::new().undocumented(choice).compile_texts([("docs/Tag.md", page)]);
        assert_eq!(outcome.files.is_empty(), choice == Undocumented::Forbid);
        outcome.diagnostics.iter().map(|diagnostic| diagnostic.level).collect()
    };
    assert_eq!(said(Undocumented::Warn), [Level::Warning]);
    assert_eq!(said(Undocumented::Forbid), [Level::Error]);
    assert_eq!(said(Undocumented::Allow), []);
}

/// An order has lines and a user, a user has orders; nothing has a tag but itself.
pub(super) const SHOP: [(&str, &str); 4] = [
    (
        "specs/Order.md",
        "# Order\n\n## Properties\n\n|Name | Type | Description | Notes|\n|---|---|---|---|\n\
         | **id** | str | Its key. | |\n| **copies** | int | How many. | [optional] |\n\
         | **lines** | [dict(str, list[Line])](Line) | By shelf. | |\n| **user** | [User](User) | Whose. | [optional] |\n",
    ),
    (
        "specs/Line.md",
        "# Line\n\n## Properties\n\n|Name | Type | Description | Notes|\n|---|---|---|---|\n| **self_id** | str | Its key. | |\n",
    ),
    (
        "specs/User.md",
        "# User\n\n## Properties\n\n|Name | Type | Description | Notes|\n|---|---|---|---|\n| **last** | [Order](Order) | The newest. | [optional] |\n",
    ),
    (
        "specs/Tag.md",
        "# Tag\n\n## Properties\n\n|Name | Type | Description | Notes|\n|---|---|---|---|\n| **wider** | [Tag](Tag) | The wider one. | [optional] |\n",
    ),
];

/// Compiles the shop with this configuration, without a diagnostic.
#[track_caller]
pub(super) fn shop(config: &Config) -> Outcome {
    let outcome = config.compile_texts(SHOP);
    assert_eq!(outcome.diagnostics, []);
    outcome
}

/// A struct and its machinery, without documentation.
#[track_caller]
fn model(outcome: &Outcome, name: &str) -> String {
    let text = &outcome.files[1].text;
    let starts = [format!("pub struct {name} {{"), format!("support::model! {{\n    {name} as ")];
    let starts = starts.map(|start| text.find(&start).expect("a struct and a call of the macro"));
    let lines = starts.iter().flat_map(|start| text[*start..].lines().take_while(|line| *line != "}").chain(["}"]));
    lines.filter(|line| !line.trim().starts_with("//")).map(|it| format!("{it}\n")).collect()
}

#[test]
fn only_selected_models_and_what_they_contain_are_generated() {
    let models = |config: Config| {
        let outcome = shop(&config);
        let structs =
            outcome.files[1].text.lines().filter_map(|line| line.strip_prefix("pub struct ")?.strip_suffix(" {"));
        let structs: Vec<String> = structs.filter(|it| !it.ends_with("Required")).map(str::to_owned).collect();
        assert_eq!(outcome.account.wanted, structs.len());
        // The other models are read too.
        assert_eq!((outcome.account.models, outcome.schema.models.len()), (4, 4));
        structs
    };
    assert_eq!(models(Config::new()), ["Line", "Order", "Tag", "User"]);
    assert_eq!(models(Config::new().only(["Order"])), ["Line", "Order", "User"]);
    assert_eq!(models(Config::new().only(["User"])), ["Line", "Order", "User"]);
    assert_eq!(models(Config::new().only(["T*", "Line"])), ["Line", "Tag"]);
    assert_eq!(models(Config::new().only(["Tag"]).only(["Line"])), ["Line", "Tag"]);
    assert_eq!(models(Config::new().only(Vec::<String>::new())), ["Line", "Order", "Tag", "User"]);
}

#[test]
fn a_selected_model_contains_members_targets_and_types_of_additional_keys() {
    let wanted = |name: &str| {
        let config = Config::new().specs(repository().join("tests/cases/house/shapes")).only([name]);
        config.compile().account.wanted
    };
    assert_eq!((wanted("Thing"), wanted("Value"), wanted("Weight"), wanted("Loop")), (12, 2, 2, 1));
}

#[test]
fn a_model_that_is_not_selected_takes_no_name_and_causes_no_diagnostic() {
    let page = |name: &str, ty: &str| {
        format!(
            "# {name}\n\n## Properties\n\n|Name | Type | Description | Notes|\n|---|---|---|---|\n| **a** | {ty} | One. | |\n"
        )
    };
    let documents = [("specs/Tag.md", page("Tag", "str")), ("specs/Label.md", page("Label", "[Nobody](Nobody)"))];
    assert_eq!(Config::new().compile_texts(documents.clone()).diagnostics.len(), 1);
    assert_eq!(Config::new().only(["Tag"]).compile_texts(documents).diagnostics, []);
}

#[test]
fn reading_is_strict_where_it_is_configured() {
    let order = |pattern: &str| model(&shop(&Config::new().strict(pattern)), "Order");
    let total = model(&shop(&Config::new()), "Order");
    assert_data_eq!(
        &*total,
        str![[r#"
pub struct Order {
    pub id: Option<String>,
    pub copies: Option<i64>,
    pub lines: std::collections::BTreeMap<String, Vec<Line>>,
    pub user: Option<User>,
    pub extra: support::Extra,
}
support::model! {
    Order as "Order": Default,
    reading(guessed: support::machinery::Guessed::All), extra: extra, new(OrderRequired: id, lines);
    id: "id" as "string", with_id(String);
    copies: "copies" as "int64", with_copies(i64);
    lines: "lines" as "map[list[Line]]", with_lines[std::collections::BTreeMap<String, Vec<Line>>];
    user: "user" as "User", with_user(User);
}

"#]]
        .raw()
    );
    assert_eq!(order("Tag"), total);
    assert_eq!(order("Line.selfId"), total);
    // The project and a model: everything that is required.
    assert_data_eq!(order("*"), str![[r#"
pub struct Order {
    pub id: String,
    pub copies: Option<i64>,
    pub lines: std::collections::BTreeMap<String, Vec<Line>>,
    pub user: Option<User>,
    pub extra: support::Extra,
}
support::model! {
    Order as "Order":
    reading(strict: true, demanded: &[0, 2], guessed: support::machinery::Guessed::All), extra: extra, new(OrderRequired: id, lines);
    id: "id" as "string", with_id[String];
    copies: "copies" as "int64", with_copies(i64);
    lines: "lines" as "map[list[Line]]", with_lines[std::collections::BTreeMap<String, Vec<Line>>];
    user: "user" as "User", with_user(User);
}

"#]].raw());
    assert_eq!(order("Or*"), order("*"));
    // A field that is required, and one that is not.
    assert_data_eq!(order("Order.id"), str![[r#"
pub struct Order {
    pub id: String,
    pub copies: Option<i64>,
    pub lines: std::collections::BTreeMap<String, Vec<Line>>,
    pub user: Option<User>,
    pub extra: support::Extra,
}
support::model! {
    Order as "Order":
    reading(exact: &[0], demanded: &[0], guessed: support::machinery::Guessed::All), extra: extra, new(OrderRequired: id, lines);
    id: "id" as "string", with_id[String];
    copies: "copies" as "int64", with_copies(i64);
    lines: "lines" as "map[list[Line]]", with_lines[std::collections::BTreeMap<String, Vec<Line>>];
    user: "user" as "User", with_user(User);
}

"#]].raw());
    assert_data_eq!(
        order("*.copies"),
        str![[r#"
pub struct Order {
    pub id: Option<String>,
    pub copies: Option<i64>,
    pub lines: std::collections::BTreeMap<String, Vec<Line>>,
    pub user: Option<User>,
    pub extra: support::Extra,
}
support::model! {
    Order as "Order": Default,
    reading(exact: &[1], guessed: support::machinery::Guessed::All), extra: extra, new(OrderRequired: id, lines);
    id: "id" as "string", with_id(String);
    copies: "copies" as "int64", with_copies(i64);
    lines: "lines" as "map[list[Line]]", with_lines[std::collections::BTreeMap<String, Vec<Line>>];
    user: "user" as "User", with_user(User);
}

"#]]
        .raw()
    );
    // A field by its key, and by its name.
    for pattern in ["Line.selfId", "Line.self_id"] {
        assert!(model(&shop(&Config::new().strict(pattern)), "Line").contains("pub self_id: String,"));
    }
}

/// `null` is read there and written back, so that the key can be required.
#[test]
fn a_required_field_may_be_null() {
    let page = "# User\n\n## Properties\n\nName | Type | Description | Notes\n--- | --- | --- | ---\n\
                **left** | Option<**String**> | When. | \n**id** | **String** | Its key. | \n";
    let outcome = Config::new().strict("*").compile_texts([("specs/User.md", page)]);
    let user = model(&outcome, "User");
    assert!(user.contains("pub left: Option<String>,") && user.contains("demanded: &[0, 1], as_null: &[0]"), "{user}");
}

#[test]
fn unknown_keys_are_kept_ignored_or_denied() {
    let reads = |config: &Config, name: &str| {
        let text = model(&shop(config), name);
        let choice = ["Keep", "Ignore", "Deny"].into_iter().find(|it| text.contains(&format!("UnknownKeys::{it}")));
        (choice.unwrap_or("total"), text.contains("pub extra: support::Extra,"))
    };
    assert_eq!(reads(&Config::new(), "Tag"), ("total", true));
    assert_eq!(reads(&Config::new().unknown_keys("*", UnknownKeys::Keep), "Tag"), ("total", true));
    let config = Config::new().unknown_keys("*", UnknownKeys::Ignore).unknown_keys("T*", UnknownKeys::Deny);
    // Values of the wrong kind still need a place.
    assert_eq!(reads(&config, "Tag"), ("Deny", true));
    assert_eq!(reads(&config, "User"), ("Ignore", true));
    assert_eq!(reads(&config.clone().strict("*"), "Tag"), ("Deny", false));
    assert_eq!(reads(&config.clone().strict("*"), "User"), ("Ignore", false));
    assert_eq!(reads(&config.unknown_keys("*", UnknownKeys::Keep).strict("*"), "Tag"), ("total", true));
}

#[test]
fn optional_fields_can_be_three_valued() {
    let order = |pattern: &str| model(&shop(&Config::new().three_valued(pattern)), "Order");
    for text in [order("Order"), order("*")] {
        assert!(text.contains("pub copies: support::Patch<i64>,"), "{text}");
        assert!(
            text.contains("pub user: support::Patch<Box<User>>,") || text.contains("pub user: support::Patch<User>,")
        );
        // What is required is never absent.
        assert!(text.contains("pub id: Option<String>,"), "{text}");
    }
    let one = order("Order.copies");
    assert!(one.contains("pub copies: support::Patch<i64>,") && one.contains("pub user: Option<User>,"), "{one}");
}

/// A pattern without effect is a misspelt one. The place is that of the call, as for any other mistake.
#[test]
fn options_that_match_nothing_are_errors_where_they_are_written() {
    #[rustfmt::skip]
    let cases = vec![
        (line!(), Config::new().only(["Order", "Ordr"]), "`Ordr` matches no model"),
        (line!(), Config::new().only(["Order.id"]), "`Order.id` matches no model"),
        (line!(), Config::new().strict("Ordr"), "`Ordr` matches no model or field"),
        (line!(), Config::new().strict("Order.ids"), "`Order.ids` matches no model or field"),
        (line!(), Config::new().three_valued("*.ids"), "`*.ids` matches no model or field"),
        (line!(), Config::new().three_valued("Order.id"), "`Order.id` matches only required fields"),
        (line!(), Config::new().unknown_keys("Ordr", UnknownKeys::Deny), "`Ordr` matches no model"),
        (line!(), Config::new().attribute("Ordr", "#[must_use]"), "`Ordr` matches no model or field"),
        (line!(), Config::new().derive("Ordr", "Zeroize"), "`Ordr` matches no model or field"),
        (line!(), Config::new().attribute("Tag.ids", "#[ts(skip)]"), "`Tag.ids` matches no model or field"),
        (line!(), Config::new().replace("Ordr", "crate::Order"), "`Ordr` matches no scalar, model or field; did you mean `Order`?"),
        (line!(), Config::new().replace("Order.coppies", "u8"), "`Order.coppies` matches no scalar, model or field; did you mean `Order.copies`?"),
        (line!(), Config::new().replace("uid", "uuid::Uuid"), "`uid` matches no scalar, model or field; did you mean `uuid`?"),
        (line!(), Config::new().replace("uuid", "uuid::Uuid"), "`uuid` is the type of no field"),
        (line!(), Config::new().replace("Order", "crate::"), "`crate::` is not a valid type: "),
        (line!(), Config::new().same_api(["specs", "docs"]), "no document is in `docs`"),
        (line!(), Config::new().key_case("shp", KeyCase::Snake), "no document of a model is at `shp`"),
        (line!(), Config::new().ignore("Tga.md"), "`Tga.md` matches no document or folder, so nothing is ignored; did you mean `Tag.md`?"),
        (line!(), Config::new().ignore("Ta[gx].md"), "`Ta[gx].md` matches no document or folder, so nothing is ignored (in a pattern, only `*` has a meaning); did you mean `Tag.md`?"),
        (line!(), Config::new().level_in("shp", "no-table", Level::Allow), "no document is at `shp`, so this level is that of nothing"),
        (line!(), Config::new().level("no-tabel", Level::Allow), "no diagnostic has the code `no-tabel`; did you mean `no-table`?"),
        (line!(), Config::new().level("cannot-write", Level::Warning), "`cannot-write` is always an error, because nothing can be compiled without the files"),
        (line!(), Config::new().attribute("*", "must_use"), "`must_use` is not a valid attribute: "),
        (line!(), Config::new().attribute("*", "#[must_use"), "`#[must_use` is not a valid attribute: "),
        (line!(), Config::new().attribute("*", "#[codegen_docs]"), "`#[codegen_docs]` has the attribute `codegen_docs`"),
    ];
    for (line, config, message) in cases {
        let outcome = config.compile_texts(SHOP);
        assert!(outcome.has_errors() && outcome.files.is_empty());
        let said: Vec<String> = outcome.diagnostics.iter().map(ToString::to_string).collect();
        let [said] = &*said else { panic!("one mistake, and not {said:#?}") };
        let (place, rest) = said.split_once(": ").expect("a place");
        // The column is that of the method's name.
        let expected = format!("{}:{line}:", file!().replace('\\', "/"));
        let column = place.strip_prefix(&expected).and_then(|it| it.parse::<u32>().ok());
        assert_eq!(column, Some(33), "{said}");
        assert!(rest.starts_with(&format!("error[bad-option]: {message}")), "{said}");
    }
}

#[test]
fn corrections_can_be_kept_elsewhere() -> io::Result<()> {
    let folder = scratch::empty_folder("options")?;
    fs::create_dir_all(folder.join("docs"))?;
    fs::write(folder.join("docs/Tag.md"), PAGE)?;
    let row = "| Model | Field | Correction | Value | Reason |\n|---|---|---|---|---|\n| Tag | self_uri | wire name | `self-uri` | so it is |\n";
    fs::write(folder.join("fixes.md"), row)?;
    let config =
        Config::new().known_dialect(&made_up::DIALECT).specs(folder.join("docs")).corrections(folder.join("fixes.md"));
    let outcome = config.compile();
    assert_eq!(outcome.diagnostics, []);
    assert!(outcome.files[1].text.contains(" \"self-uri\" "));
    Ok(())
}

#[test]
fn the_tool_prints_the_schema_that_a_build_script_has() -> io::Result<()> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_codegen-tool"));
    let arguments = ["schema", "specs", "--no-config", "--corrections", "specs/CORRECTIONS.md"];
    let output = command.current_dir(repository()).args(arguments).output()?;
    assert!(output.status.success() && output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    let schema = Schema::from_json(&String::from_utf8_lossy(&output.stdout)).map_err(io::Error::other)?;
    assert_eq!(schema.models, Config::new().specs(repository().join("specs")).compile().schema.models);
    Ok(())
}
