//! What documents say and generated code does not show yet: it is in the schema.

use codegen::Config;
use codegen::schema::{Discriminator, ModelName, Schema, Shape};
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
        let discriminator = discriminator(&schema_of(case), "Pet").expect("a union that can be told apart");
        assert_eq!(discriminator.property.0, "kind");
        let values: Vec<(&str, &str)> = discriminator.values.iter().map(|(value, it)| (&**value, &*it.0)).collect();
        assert_eq!(values, [("order", "Order"), ("somebody", "User")], "{case}");
    }
}
