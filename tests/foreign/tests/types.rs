//! Fields with types of other crates: reading stays total, and what is written is what was read.

use std::collections::HashSet;

use foreign::types::support::{self, Patch};
use foreign::types::{Either, Fit};
use foreign::{Money, Secret};
use rust_decimal::Decimal;
use serde_json::{Value, json};
use url::Url;
use uuid::Uuid;

const ID: &str = "67e55044-10b1-426f-9247-bb680e5fe0c8";

fn read(json: &Value) -> serde_json::Result<Fit> {
    serde_json::from_value(json.clone())
}

#[test]
fn values_have_the_chosen_types() -> Result<(), Box<dyn std::error::Error>> {
    let json = json!({
        "id": ID, "others": [ID], "named": {"a": ID}, "nested": [[ID], []], "price": "12.50",
        "page": "https://example.com/a", "pages": ["https://example.com/b"], "patched": "https://example.com/c",
        "raw": [1, 2], "secret": "x", "state": "lost", "money": {"cents": 5}, "monies": [{"cents": 1}], "either": ID,
        "ghost": {"cents": 2}, "made": "2026-03-01T09:30:00Z", "inner": {"id": ID, "others": []},
    });
    let fit = read(&json)?;
    assert_eq!(support::unexpected(&fit), []);
    let id: Uuid = ID.parse()?;
    assert_eq!((fit.id, &fit.others, fit.price), (Some(id), &vec![id], Some(Decimal::new(1250, 2))));
    assert_eq!(fit.page, Some(Url::parse("https://example.com/a")?));
    assert_eq!(fit.patched, Patch::Value(Url::parse("https://example.com/c")?));
    assert_eq!((fit.raw.as_deref(), fit.state.as_deref()), (Some(&[1, 2][..]), Some("lost")));
    assert_eq!((&fit.money, &fit.ghost), (&Some(Money { cents: 5 }), &Some(Money { cents: 2 })));
    assert!(matches!(fit.either, Some(Either::Uuid(it)) if it == id));
    assert_eq!(fit.secret.as_ref().map(|it| &*it.0), Some("x"));
    assert_eq!(fit.made, Some(support::jiff::Timestamp::new(1_772_357_400, 0)?));
    assert_eq!(serde_json::to_value(&fit)?, json);

    let shown = format!("{fit:?}");
    assert!(shown.contains("secret: ***") && shown.contains(ID), "{shown}");
    assert_eq!(HashSet::from([fit.clone(), fit.clone()]).len(), 1);
    assert_ne!(fit, fit.clone().with_money(Money { cents: 6 }));
    let bytes = postcard::to_allocvec(&fit)?;
    assert_eq!(postcard::from_bytes::<Fit>(&bytes)?, fit);
    Ok(())
}

/// What a type refuses, or would not write in full, is kept beside it.
#[test]
fn nothing_is_lost() -> serde_json::Result<()> {
    for json in [
        json!({"id": "none", "others": []}),
        json!({"id": 5, "others": [ID, "none"]}),
        json!({"others": ID}),
        json!({"others": [], "named": {"a": ID, "b": 1}}),
        json!({"others": [], "nested": [[ID], ["none"]]}),
        // The crate would write a text.
        json!({"others": [], "price": 12.5}),
        json!({"others": [], "price": {"amount": 1}}),
        json!({"others": [], "patched": "none"}),
        json!({"others": [], "patched": null}),
        json!({"others": [], "raw": [1, 256]}),
        json!({"others": [], "secret": ["x"]}),
        // The type has no such key.
        json!({"others": [], "money": {"cents": 5, "currency": "EUR"}}),
        json!({"others": [], "monies": [{"cents": 5}, {"cents": 5, "currency": "EUR"}]}),
        json!({"others": [], "either": {"cents": 5}}),
        json!({"others": [], "either": [{"cents": 5}]}),
        json!({"others": [], "either": true}),
    ] {
        let fit = read(&json)?;
        assert_eq!(serde_json::to_value(&fit)?, json);
        let text = json.to_string();
        assert_eq!(serde_json::to_value(serde_json::from_str::<Fit>(&text)?)?, json);
    }
    let fit = read(&json!({"others": [], "money": {"cents": 5, "currency": "EUR"}, "price": 12.5}))?;
    let unexpected: Vec<_> = support::unexpected(&fit).iter().map(ToString::to_string).collect();
    assert_eq!(
        unexpected,
        ["money: expected Money, found {\"cents\":5,\"currency\":\"EUR\"}", "price: expected decimal, found 12.5"]
    );
    assert_eq!(read(&json!({"others": [], "id": null}))?.id, None);
    Ok(())
}

/// A type can have one spelling for several texts.
#[test]
fn a_type_spells_its_texts() -> serde_json::Result<()> {
    let fit = read(&json!({"id": ID.to_uppercase(), "others": [], "page": "https://example.com"}))?;
    assert_eq!(support::unexpected(&fit), []);
    let expected = json!({"id": ID, "others": [], "page": "https://example.com/"});
    assert_eq!(serde_json::to_value(&fit)?, expected);
    Ok(())
}

#[test]
fn setters_take_the_chosen_types() -> Result<(), Box<dyn std::error::Error>> {
    let page = Url::parse("https://example.com/a")?;
    let fit = Fit::default().with_id(Uuid::nil()).with_page(page.clone()).with_patched(page).with_others([Uuid::nil()]);
    let fit = fit.with_secret(Secret("x".to_owned())).with_either(Money { cents: 3 });
    let nil = Uuid::nil().to_string();
    let expected = json!({
        "id": nil, "others": [nil], "page": "https://example.com/a", "patched": "https://example.com/a", "secret": "x",
        "either": {"cents": 3},
    });
    assert_eq!(serde_json::to_value(&fit)?, expected);
    Ok(())
}

#[test]
fn strict_models_demand_the_chosen_types() {
    let error = |json: Value| {
        let read = serde_json::from_value::<foreign::strict::Fit>(json);
        read.err().map(|error| error.to_string()).unwrap_or_default()
    };
    assert_eq!(error(json!({"id": ID, "others": [ID]})), "");
    assert_eq!(error(json!({"others": []})), "missing key `id` in `Fit`");
    let message = "invalid type: string \"none\", expected uuid for key `id` in `Fit`";
    assert_eq!(error(json!({"id": "none", "others": []})), message);
}

#[test]
fn modules_share_the_implementations() -> serde_json::Result<()> {
    let json = json!({"id": ID, "others": [], "either": {"cents": 1}});
    let first: foreign::modules::first::Fit = serde_json::from_value(json.clone())?;
    let second: foreign::modules::second::Fit = serde_json::from_value(json)?;
    assert_eq!(first.id, second.id);
    Ok(())
}
