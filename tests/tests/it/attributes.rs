//! Attributes, derives and types that a configuration chooses.

use codegen::{Config, Part, Undocumented, dialect};

use super::options::shop;

#[test]
fn structs_get_attributes() {
    let config = Config::new().attribute("*", "#[must_use]").attribute("Tag", "#[allow(dead_code)]\n#[non_exhaustive]");
    let text = &shop(&config).files[1].text;
    assert!(text.contains("#[derive(Clone)]\n#[must_use]\npub struct Order {"), "{text}");
    assert!(text.contains("#[derive(Clone)]\n#[must_use]\n#[allow(dead_code)]\n#[non_exhaustive]\npub struct Tag {"));
}

#[test]
fn fields_get_attributes() {
    let config = Config::new().attribute("Line.selfId", "#[a(rename = \"{key}\")]").attribute("*.user", "#[b({key})]");
    let text = shop(&config).files[1].text.clone();
    assert!(text.contains("    #[a(rename = \"selfId\")]\n    pub self_id: Option<String>,"), "{text}");
    assert!(text.contains("    #[b(\"user\")]\n    pub user: Option<User>,"), "{text}");
    assert_eq!(text.matches("#[a(").count() + text.matches("#[b(").count(), 2);
    // A pattern for all fields is about no type.
    let text = shop(&Config::new().attribute("*.*", "#[c]")).files[1].text.clone();
    assert_eq!((text.matches("    #[c]\n    pub ").count(), text.matches("#[c]").count()), (7, 7));
}

/// The dot in the name of a model does not make a pattern one of fields.
#[test]
fn a_model_whose_name_has_a_dot_gets_attributes() {
    let page = "# v1.Tag\n\n## Properties\n\n| Name | Type | Description | Notes |\n| --- | --- | --- | --- |\n| id | string | One. | |\n";
    let of = |pattern: &str| {
        let house = dialect::by_name("house").expect("a dialect");
        let config = Config::new().dialect_of_all(house).attribute(pattern, "#[a]");
        let outcome = config.compile_texts([("specs/v1.Tag.md", page)]);
        assert_eq!(outcome.diagnostics, []);
        let text = outcome.files.get(1).map(|file| file.text.clone()).unwrap_or_default();
        (text.contains("#[a]\npub struct V1Tag"), text.contains("#[a]\n    pub id"))
    };
    assert_eq!(of("v1.Tag"), (true, false));
    assert_eq!(of("v1.*"), (true, false));
    assert_eq!(of("*.Tag"), (true, false));
    assert_eq!(of("v1.Tag.id"), (false, true));
    assert_eq!(of("*.id"), (false, true));
    assert_eq!(of("*.*"), (false, true));
}

#[test]
fn parts_get_attributes() {
    let values = "| Value | Description |\n| --- | --- |\n| `a-b` | A. |\n";
    let rows = "| Name | Type | Description | Notes |\n| --- | --- | --- | --- |\n\
                | kind | string | A kind. |  |\n| other | Ghost | Another. |  |\n";
    let documents = [
        ("specs/Tag.md", format!("# Tag\n\n## Properties\n\n{rows}\n## Values of kind\n\n{values}")),
        ("specs/Any.md", "# Any\n\n## One of\n\n- Tag\n- string\n".to_owned()),
    ];
    let parts = [
        (Part::Struct, "pub struct Tag {"),
        (Part::Field, "    pub kind: Option<TagKind>,"),
        (Part::Extra, "    pub extra: support::Extra,"),
        (Part::Values, "pub enum TagKind {"),
        (Part::Value, "    AB,"),
        (Part::UnlistedValue, "    Unlisted(support::Unlisted),"),
        (Part::Union, "pub enum Any {"),
        (Part::Member, "    Text(String),"),
        (Part::UnlistedMember, "    Unlisted(serde_json::Value),"),
        (Part::Undocumented, "pub struct Ghost("),
        (Part::UndocumentedValue, "    pub serde_json::Value,"),
    ];
    let mut config = Config::new().undocumented(Undocumented::Allow);
    for (part, _) in parts {
        config = config.attribute_on(part, "*", format!("#[on(\"{part:?} {{key}}\")]"));
    }
    let outcome = config.compile_texts(documents);
    assert_eq!(outcome.diagnostics, []);
    let text = &outcome.files[1].text;
    for (part, line) in parts {
        let key = match part {
            Part::Field => "kind",
            Part::Value => "a-b",
            _ => "{key}",
        };
        let indent = &line[..line.len() - line.trim_start().len()];
        assert!(text.contains(&format!("{indent}#[on(\"{part:?} {key}\")]\n{line}")), "{part:?}: {text}");
    }
}

/// A derive adds the attributes that make it right about JSON, unless the configuration has them already.
#[test]
fn known_derives_get_the_attributes_that_they_need() {
    let config = Config::new().derive("*", "schemars::JsonSchema");
    let text = shop(&config).files[1].text.clone();
    assert!(text.contains("    #[schemars(rename = \"selfId\")]\n    pub self_id"), "{text}");
    assert!(text.contains("    #[schemars(skip)]\n    pub extra: support::Extra"), "{text}");
    assert!(!text.contains("#[schemars(rename = \"copies\")]"), "{text}");
    let text = shop(&config.attribute("Line.selfId", "#[schemars(rename = \"id\")]")).files[1].text.clone();
    assert!(text.contains("    #[schemars(rename = \"id\")]\n    pub self_id"), "{text}");
    assert!(!text.contains("\"selfId\")]"), "{text}");
}

#[test]
fn types_are_replaced() {
    let config =
        Config::new().replace("string", "crate::Text").replace("Order.id", "crate::Id").replace("User", "crate::User");
    let outcome = shop(&config);
    let text = &outcome.files[1].text;
    assert!(!text.contains("pub struct User"), "{text}");
    assert!(
        text.contains("pub id: Option<crate::Id>,") && text.contains("pub self_id: Option<crate::Text>,"),
        "{text}"
    );
    assert!(text.contains("pub user: Option<crate::User>,"), "{text}");
    assert_eq!(outcome.files[0].text.matches("support::foreign!").count(), 3);
    // The last call counts, and types that models use themselves need no adapter.
    let outcome = shop(&config.replace("Order.id", "i64").replace("*.selfId", "Vec<String>").replace("User", "Tag"));
    let text = &outcome.files[1].text;
    assert!(text.contains("pub id: Option<i64>,") && text.contains("pub self_id: Option<Vec<String>>,"), "{text}");
    assert!(text.contains("pub user: Option<Tag>,"), "{text}");
    assert!(!outcome.files[0].text.contains("support::foreign!"));
}

#[test]
fn a_model_with_a_type_of_its_own_needs_no_document() {
    let rows = "| Name | Type | Description | Notes |\n| --- | --- | --- | --- |\n| **ghost** | [Ghost](Ghost) | It. | [optional] |\n";
    let documents = [("specs/Tag.md", format!("# Tag\n\n## Properties\n\n{rows}"))];
    let config = Config::new().undocumented(Undocumented::Forbid).replace("Ghost", "crate::Ghost");
    let outcome = config.compile_texts(documents);
    assert!(!outcome.has_errors(), "{:?}", outcome.diagnostics);
    assert!(outcome.files[1].text.contains("pub ghost: Option<crate::Ghost>,"));
    assert!(!outcome.files[1].text.contains("pub struct Ghost"));
}

#[test]
fn what_a_type_implements_already_is_not_derived() {
    let config = Config::new()
        .attribute("*", "#[derive(Clone, PartialOrd, std::cmp::Ord, Zeroize, serde::Serialize)]")
        .attribute("*", "#[derive(Hash)]");
    let text = shop(&config).files[1].text.clone();
    assert!(text.contains("#[derive(Clone)]\n#[derive(Zeroize)]\npub struct Order {"), "{text}");
}

/// Enums get those of their model, and those of a field those of the model that the field is of.
#[test]
fn enums_get_attributes() {
    let values = "| Value | Description |\n| --- | --- |\n| `a` | A. |\n";
    let rows = "| Name | Type | Description | Notes |\n| --- | --- | --- | --- |\n\
                | kind | string | A kind. |  |\n| other | Ghost | Another. |  |\n";
    let documents = [
        ("specs/Tag.md", format!("# Tag\n\n## Properties\n\n{rows}\n## Values of kind\n\n{values}")),
        ("specs/State.md", format!("# State\n\n## Values\n\n{values}")),
        ("specs/Any.md", "# Any\n\n## One of\n\n- Tag\n- State\n".to_owned()),
    ];
    let config = Config::new().attribute("*", "#[must_use]").undocumented(Undocumented::Allow);
    let outcome = config.compile_texts(documents);
    assert_eq!(outcome.diagnostics, []);
    for item in ["pub struct Tag {", "pub enum TagKind {", "pub enum State {", "pub enum Any {", "pub struct Ghost("] {
        assert!(outcome.files[1].text.contains(&format!("#[must_use]\n{item}")), "{item}");
    }
}
