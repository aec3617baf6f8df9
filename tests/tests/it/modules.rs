//! Several APIs beside each other, with a module each.

use std::{fs, io};

use codegen::Config;
use tests::scratch;

fn employee(row: &str) -> String {
    format!(
        "# Employee\n\n## Properties\n\n| Name | Type | Description | Notes |\n| --- | --- | --- | --- |\n\
         | id | string | The key. |  |\n{row}"
    )
}

const PAY: &str = "| pay | decimal | For a month. | [optional] |\n";

/// A folder with documents of two APIs, as vendors arrange them, and a configuration with a module for each.
fn vendor(name: &str, second: &str) -> io::Result<Config> {
    let folder = scratch::empty_folder(name)?;
    let mut config = Config::new();
    for (api, row) in [("accounting", ""), ("payroll", second)] {
        let docs = folder.join("sdk").join(api).join("docs");
        fs::create_dir_all(&docs)?;
        fs::write(docs.join("Employee.md"), employee(row))?;
        config = config.module(api, Config::new().specs(docs));
    }
    Ok(config)
}

#[test]
fn models_of_two_modules_can_have_the_same_name() -> io::Result<()> {
    let outcome = vendor("modules-same-name", PAY)?.compile();
    assert_eq!(outcome.diagnostics, []);
    let paths: Vec<&str> = outcome.files.iter().map(|file| &*file.path).collect();
    assert!(["models/support.rs", "models/accounting.rs", "models/payroll.rs"].iter().all(|path| paths.contains(path)));
    assert!(!paths.contains(&"models/payroll/support.rs"));
    let text = |path: &str| outcome.file(path).map(|file| &*file.text).unwrap_or_default();
    assert!(text("models.rs").contains("pub mod payroll {\n        include!(\"models/payroll.rs\");\n    }\n"));
    assert!(text("models/payroll.rs").contains("use super::support;"));
    assert!(text("models/payroll/root.rs").contains("pub struct Employee {"));
    assert!(text("models/payroll/root.rs").contains("pub pay: Option<serde_json::Value>,"));
    assert!(!text("models/accounting/root.rs").contains("pay"));
    let fields: Vec<usize> = outcome.modules.values().map(|module| module.schema.field_count()).collect();
    assert_eq!(fields, [1, 2]);
    Ok(())
}

#[test]
fn a_mistake_in_one_module_withholds_all_files() -> io::Result<()> {
    let outcome = vendor("modules-mistake", "| pay | decmal | For a month. |  |\n")?.compile();
    let codes: Vec<&str> = outcome.diagnostics.iter().map(|diagnostic| diagnostic.code.name).collect();
    assert_eq!(codes, ["unknown-type"]);
    assert!(outcome.files.is_empty());
    Ok(())
}

#[test]
fn a_module_needs_a_name_of_its_own() {
    let config = ["support", "type", "Shop", "shop", "shop"]
        .into_iter()
        .fold(Config::new(), |config, name| config.module(name, Config::new()));
    let outcome = config.compile_texts([("specs/Employee.md", employee(""))]);
    let messages: Vec<&str> = outcome
        .diagnostics
        .iter()
        .filter(|diagnostic| diagnostic.code.name == "bad-option")
        .map(|diagnostic| &*diagnostic.message)
        .collect();
    let refused = |name: &str| format!("`{name}` cannot be the name of a module here, or is taken");
    assert_eq!(messages, ["Shop", "shop", "support", "type"].map(refused));
}

#[test]
fn folders_in_one_dialect_with_other_models_are_not_merged() {
    let page = |name: &str, row: &str| employee(row).replace("Employee", name);
    let documents = [
        ("vendor/sdk/accounting/Employee.md", page("Employee", "")),
        ("vendor/sdk/accounting/Invoice.md", page("Invoice", "")),
        ("vendor/sdk/payroll/Payslip.md", page("Payslip", "")),
        ("vendor/sdk/payroll/Worker.md", page("Worker", "")),
    ];
    let outcome = Config::new().specs("vendor").compile_texts(documents.clone());
    assert_eq!(outcome.merged().count(), 0);
    assert_eq!(outcome.schema.models.len(), 4);
    let same = Config::new().same_api(["vendor/sdk/accounting", "vendor/sdk/payroll"]).compile_texts(documents);
    let reports: Vec<String> = same.merged().map(|report| report.to_string()).collect();
    assert!(reports[0].contains("from 2 SDKs, merged by `Config::same_api`; "), "{reports:?}");
}
