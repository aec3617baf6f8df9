//! One cause is one message.

use codegen::{Config, Level, Outcome, dialect};
use tests::scratch::repository;

/// What is reported, without the warning that nothing shows the case of keys.
fn said(outcome: &Outcome) -> Vec<String> {
    let shown = outcome.diagnostics.iter().filter(|diagnostic| diagnostic.code.name != "assumed-keys");
    shown.map(ToString::to_string).collect()
}

/// Asserts that there is one message, and what it has.
#[track_caller]
fn assert_one(outcome: &Outcome, parts: &[&str]) {
    let said = said(outcome);
    assert_eq!(said.len(), 1, "{said:#?}");
    for part in parts {
        assert!(said[0].contains(part), "{part} in {}", said[0]);
    }
}

fn page(name: &str, rows: &str) -> (String, String) {
    let head = "| Name | Type | Description | Notes |\n| --- | --- | --- | --- |";
    (format!("specs/{name}.md"), format!("# {name}\n\n## Properties\n\n{head}\n{rows}\n"))
}

/// A page of this model whose table has no delimiter row.
fn broken(name: &str) -> (String, String) {
    let (path, text) = page(name, "| id | string | Its key. |  |");
    (path, text.replace("| --- | --- | --- | --- |\n", ""))
}

#[test]
fn a_page_that_cannot_be_read_is_reported_once() {
    let row =
        "| Model | Field | Correction | Value | Reason |\n|---|---|---|---|---|\n| Order | id | type | int64 | So |\n";
    let documents = || {
        let corrections = ("specs/CORRECTIONS.md".to_owned(), row.to_owned());
        let sample = ("specs/samples/Order.json".to_owned(), "{\"id\": 1}".to_owned());
        [
            broken("Order"),
            page("User", "| id | int32 | Its key. |  |\n| last | Order | The newest. |  |"),
            corrections,
            sample,
        ]
    };
    let error = &["specs/Order.md:5:1: error[broken-table]"];
    assert_one(&Config::new().compile_texts(documents()), error);
    assert_one(&Config::new().only(["Order"]).strict("Order").strict("Order.id").compile_texts(documents()), error);
    assert_one(&Config::new().only(["User"]).compile_texts(documents()), error);
}

#[test]
fn a_part_of_a_page_that_cannot_be_read_is_reported_once() {
    let table = "| Name | Type | Description | Required |\n| ---- | ---- | ----------- | -------- |\n";
    let text = format!(
        "# Shop\n\n### Models\n\n#### Tag\n\n{table}| order | Order | Its order. | Yes |\n\n#### Order\n\n- id: string\n"
    );
    let outcome = Config::new().compile_texts([("specs/models.md", text)]);
    assert_one(&outcome, &["specs/models.md:13:1: error[properties-not-a-table]"]);
}

/// A model that lost some rows is read, and corrections of it apply.
#[test]
fn a_model_with_lost_rows_can_be_corrected() {
    let rows = "| id | string | Its key. |  |\n| --- | --- | --- | --- |\n| size | int32 | Its size. |  |";
    let skip = "| Model | Field | Correction | Value | Reason |\n|---|---|---|---|---|\n| Tag | | skip | | Old |\n";
    let corrections = ("specs/CORRECTIONS.md".to_owned(), skip.to_owned());
    let documents = [page("Tag", rows), page("Order", "| id | string | Its key. |  |"), corrections];
    let outcome = Config::new().compile_texts(documents);
    assert_eq!(said(&outcome), Vec::<String>::new());
    assert_eq!(outcome.schema.models.keys().map(|name| name.0.as_str()).collect::<Vec<_>>(), ["Order"]);
}

#[test]
fn values_of_a_type_that_cannot_be_read_are_not_reported() {
    let text = "# Schemas\n\n## Tag\n\n### Properties\n\n|Name|Type|Required|Restrictions|Description|\n\
                |---|---|---|---|---|\n|kind|strng|true|none|What it is.|\n\n#### Enumerated Values\n\n\
                |Property|Value|\n|---|---|\n|kind|a|\n|kind|b|\n";
    let outcome = Config::new().compile_texts([("specs/models.md", text)]);
    assert_one(&outcome, &["error[unknown-type]: no type is called `strng`"]);
}

#[test]
fn errors_of_documents_that_nobody_wants_do_not_count() {
    let bad = "| id | strng | Its key. |  |\n| size |\n| id | int32 | Another. |  |\n|  | int32 | Nameless. |  |";
    let documents =
        || [page("Tag", "| id | string | Its key. |  |"), broken("Order"), page("User", bad), page("Essay", "")];
    let outcome = Config::new().only(["Tag"]).compile_texts(documents());
    assert_eq!(said(&outcome), Vec::<String>::new());
    assert!(outcome.file("models/root.rs").is_some_and(|file| file.text.contains("pub struct Tag")));
    assert_eq!(said(&Config::new().only(["User"]).compile_texts(documents())).len(), 4);
}

#[test]
fn a_dialect_that_does_not_fit_is_reported_once() {
    let rows = "| **id** | Option<**String**> | Its key. | [optional] |\n| **size** | Option<**i64**> | Its size. | [optional] |";
    let documents = || ["Tag", "Order", "User", "Line"].map(|name| page(name, rows));
    let java = dialect::by_name("openapi-java").expect("a known dialect");
    let outcome = Config::new().dialect("specs", java).compile_texts(documents());
    let error =
        &["error[bad-option]: 4 of 4 documents are not in the dialect `openapi-java`, so it is detected instead"];
    assert_one(&outcome, error);
    // It is wrong for more than half of the documents, and not for half of them.
    let of_java = ["A", "B", "C"].map(|name| page(name, "| **id** | **String** | Its key. | [optional] |"));
    let outcome = Config::new().dialect("specs", java).compile_texts(documents().into_iter().chain(of_java.clone()));
    assert!(said(&outcome).iter().any(|line| line.contains("4 of 7 documents are not in the dialect")));
    let outcome = Config::new().dialect("specs", java).compile_texts(documents().into_iter().take(3).chain(of_java));
    assert!(said(&outcome).iter().all(|line| !line.contains("documents are not in the dialect")));

    let outcome = Config::new().dialect("spces", java).compile_texts(documents());
    assert_one(&outcome, &["error[bad-option]: no document is at `spces`"]);
}

#[test]
fn a_wrong_folder_of_an_api_is_reported_once() {
    let two = |folder: &str, ty: &str| {
        ["Tag", "Order"].map(|name| {
            let (_, text) = page(name, &format!("| id | {ty} | Its key. |  |"));
            (format!("{folder}/{name}.md"), text)
        })
    };
    let documents = || [two("java/docs", "string"), two("python/docs", "int32")].concat();
    assert_eq!(said(&Config::new().compile_texts(documents())).len(), 2);
    let outcome = Config::new().same_api(["java/docs", "pyhton/docs"]).compile_texts(documents());
    assert_one(&outcome, &["error[bad-option]: no document is in `pyhton/docs`"]);
}

/// Nobody knows which models are in a folder that is not there.
#[test]
fn a_folder_that_is_missing_is_reported_once() {
    let specs = repository().join("tests/ui/undocumented-model");
    let config = Config::new().specs(&specs).level("minority-dialect", Level::Allow);
    assert!(said(&config.compile()).iter().all(|message| message.contains("warning[undocumented-model]")));
    assert_one(&config.specs(specs.join("missing")).compile(), &["error[unreadable]"]);
}
