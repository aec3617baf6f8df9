//! What documents say and generated code does not show yet: it is in the schema.

use codegen::Config;
use codegen::schema::{Discriminator, ModelName, Schema, Shape};
use serde_json::{Value, json};
use tests::scratch::repository;

fn schema_of(case: &str) -> Schema {
    Config::new().specs(repository().join("tests/cases").join(case)).compile().schema
}

fn discriminator(schema: &Schema, model: &str) -> Option<Discriminator> {
    match &schema.models.get(&ModelName(model.to_owned()))?.shape {
        Shape::Union(union) => union.discriminator.clone(),
        _ => None,
    }
}

#[test]
fn the_values_of_discriminators_are_read() {
    for case in ["openapi-julia/order", "openapi-ruby/order"] {
        let discriminator = discriminator(&schema_of(case), "Pet").expect("a union with a discriminator");
        assert_eq!(discriminator.property.0, "kind");
        let values: Vec<(&str, &str)> = discriminator.values.iter().map(|(value, it)| (&**value, &*it.0)).collect();
        assert_eq!(values, [("order", "Order"), ("somebody", "User")], "{case}");
    }
}

/// A page in the dialect `openapi-python-prior`.
fn page(model: &str, rows: &str) -> (String, String) {
    let header = "Name | Type | Description | Notes\n--- | --- | --- | ---\n";
    (format!("specs/{model}.md"), format!("# {model}\n\n## Properties\n\n{header}{rows}\n"))
}

fn defaults(schema: &Schema, model: &str) -> Vec<Option<Value>> {
    let model = schema.models.get(&ModelName(model.to_owned())).expect("a model");
    model.fields().iter().map(|it| it.default_value.clone()).collect()
}

#[test]
fn a_default_is_a_value_of_its_type_by_any_name() {
    let field = |name, ty| {
        format!(
            "**{name}** | [**{ty}**]({ty}.md) |  | [optional]  if omitted the server will use the default value of \"open\"\n"
        )
    };
    let names = |name, ty: &str| page(name, &format!("**value** | [**{ty}**]({ty}.md) |  | "));
    let order = [field("a", "State"), field("b", "Now"), field("c", "Then"), field("d", "Here"), field("e", "Lost")];
    let schema = Config::new()
        .compile_texts([
            page("Order", &order.concat()),
            page("State", "**value** | **str** |  |  must be one of [\"open\", \"paid\", ]"),
            names("Then", "Now"),
            names("Now", "State"),
            names("Here", "There"),
            names("There", "Here"),
            names("Lost", "Undocumented"),
        ])
        .schema;
    let open = Some(json!("open"));
    assert_eq!(defaults(&schema, "Order"), [open.clone(), open.clone(), open, None, None]);
}
