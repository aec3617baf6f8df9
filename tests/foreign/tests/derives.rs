//! What derives of other crates make of models: the names in JSON, and nothing that documents do not describe.

use arbitrary::{Arbitrary, Unstructured};
use foreign::derives::{Order, PatchOrder, Payment, Scheme};
use serde_json::{Value, json};
use utoipa::{PartialSchema, ToSchema};

#[test]
fn a_json_schema_has_the_names_in_json() {
    let schema = schemars::schema_for!(Order).to_value();
    let keys: Vec<&str> = schema["properties"].as_object().into_iter().flatten().map(|(key, _)| &**key).collect();
    assert_eq!(
        keys,
        [
            "byShelf", "ghost", "kind", "lines", "note", "parent", "payment", "ratio", "selfUri", "serial", "serials",
            "state"
        ]
    );
    assert_eq!(schema["properties"]["serial"]["type"], json!(["string", "null"]));
    let defs = &schema["$defs"];
    let kind = &defs["OrderKind"];
    assert!(kind.to_string().contains("by-phone") && kind.to_string().contains("online"), "{kind}");
    let variants = kind["oneOf"].as_array().map(Vec::len);
    assert!(variants == Some(2) && schema["$defs"]["Line"]["properties"].get("extra").is_none());
    let card = schemars::schema_for!(Scheme).to_value();
    assert!(card.to_string().contains("deep-red"), "{card}");
    let payment = &defs["Payment"];
    assert_eq!(payment["anyOf"][0]["$ref"], "#/$defs/Card", "{payment}");
    let patch = schemars::schema_for!(PatchOrder).to_value();
    assert!(patch["properties"].get("productName").is_some(), "{patch}");
}

#[test]
fn an_openapi_schema_has_the_names_in_json() -> serde_json::Result<()> {
    let schema = serde_json::to_value(Order::schema())?;
    let properties = schema["properties"].as_object();
    assert!(properties.is_some_and(|it| it.contains_key("selfUri") && !it.contains_key("extra")), "{schema}");
    let mut parts = Vec::new();
    Order::schemas(&mut parts);
    let part = |name: &str| {
        let found = parts.iter().find(|(own, _)| own == name).map(|(_, schema)| schema);
        serde_json::to_value(found)
    };
    let kinds: Vec<Value> =
        part("OrderKind")?["oneOf"].as_array().into_iter().flatten().map(|it| it["enum"][0].clone()).collect();
    assert_eq!(kinds, ["by-phone", "online"]);
    let payment = part("Payment")?;
    assert!(payment.to_string().contains("#/components/schemas/Card"), "{payment}");
    assert_eq!(payment["oneOf"].as_array().map(Vec::len), Some(2), "{payment}");
    Ok(())
}

/// Random models hold nothing that their documents do not describe.
#[test]
fn arbitrary_models_are_documented_ones() -> arbitrary::Result<()> {
    let bytes: Vec<u8> = (0..4096_u32).map(|it| (it * 31 % 251) as u8).collect();
    let mut unstructured = Unstructured::new(&bytes);
    for _ in 0..20 {
        let order = Order::arbitrary(&mut unstructured)?;
        assert_eq!(foreign::derives::support::unexpected(&order), []);
        assert!(!matches!(order.payment, Some(Payment::Unlisted(_))));
        let json = serde_json::to_value(&order).unwrap_or_default();
        let read: Order = serde_json::from_value(json.clone()).unwrap_or_default();
        assert_eq!(serde_json::to_value(&read).unwrap_or_default(), without_nulls(json));
    }
    Ok(())
}

/// JSON without the keys that have no value: any JSON of an undocumented model can be `null`.
fn without_nulls(json: Value) -> Value {
    match json {
        Value::Object(map) => {
            let present = map.into_iter().filter(|(_, value)| !value.is_null());
            Value::Object(present.map(|(key, value)| (key, without_nulls(value))).collect())
        }
        Value::Array(items) => Value::Array(items.into_iter().map(without_nulls).collect()),
        other => other,
    }
}
