//! Crates with generated code in their repository: modules and features by folder, and packages.

use std::path::Path;
use std::process::Output;
use std::{fs, io};

use codegen::Config;
use tests::scratch::{self, folder};

const MANIFEST: &str = r#"[package]
name = "shop-models"
version = "0.1.0"
edition = "2024"
description = "The models of a shop"
license = "MIT"

[dependencies]
jiff = { version = ">=0.2, <2", default-features = false, features = ["std"] }
serde = "1"
serde_json = "1"

[workspace]
"#;

const LIB: &str = "//! The models of a shop.\n#![deny(warnings, missing_docs)]\n#![doc = include_str!(\"models.md\")]\n\n\
                   include!(\"models.rs\");\n";

/// Models in folders: an order contains a user, a user an address, and a shelf nothing.
fn config() -> Config {
    let config = Config::new();
    config.dialect_of_all(codegen::dialect::by_name("house").expect("a dialect"))
}

fn documents() -> Vec<(String, String)> {
    let page = |path: &str, rows: &str| {
        let name = path.rsplit('/').next().unwrap_or(path);
        let head = "| Name | Type | Description | Notes |\n| --- | --- | --- | --- |\n";
        let values = "## Values of state\n\n| Value | Description |\n| --- | --- |\n| `open` | x |\n";
        let values = if rows.contains("| state |") { values } else { "" };
        (format!("specs/{path}.md"), format!("# {name}\n\n## Properties\n\n{head}{rows}\n{values}"))
    };
    vec![
        page(
            "orders/Order",
            "| user | User | Who. An Order or a ShelfPlace. | [optional] |\n| state | string | It. |  |\n",
        ),
        page("taxes/Tax", "| state | string | It. |  |\n| made | datetime | When. | [optional] |\n"),
        page("users/User", "| address | Address | Where. | [optional] |\n"),
        page("common/Address", "| city | string | Where. | [optional] |\n"),
        page("type/ShelfPlace", "| row | int32 | Which. | [optional] |\n"),
        page("Version", "| number | int32 | Which. | [optional] |\n"),
    ]
}

/// Writes a crate with the generated code, and what cargo says about it.
fn package(name: &str, config: &Config) -> io::Result<Vec<String>> {
    let outcome = config.compile_texts(documents());
    assert!(!outcome.has_errors(), "{:?}", outcome.diagnostics);
    let root = scratch::empty_folder(name)?;
    for file in &outcome.files {
        let path = root.join("src").join(&file.path);
        path.parent().map_or(Ok(()), fs::create_dir_all)?;
        fs::write(path, &file.text)?;
    }
    let features = outcome.file("models.toml").map(|file| file.text.clone()).unwrap_or_default();
    fs::write(root.join("Cargo.toml"), MANIFEST.replace("[workspace]", &format!("{features}\n[workspace]")))?;
    fs::write(root.join("src/lib.rs"), LIB)?;
    Ok(features.lines().filter(|line| line.contains(" = ")).map(str::to_owned).collect())
}

fn cargo(subcommand: &str, root: &Path, arguments: &[&str]) -> io::Result<Output> {
    scratch::cargo(subcommand, root)?.args(arguments).arg("--offline").output()
}

#[track_caller]
fn assert_passes(output: &Output) {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

/// Each feature compiles by itself, with what it enables; so do none and all of them.
#[test]
fn each_feature_enables_what_its_models_contain() -> io::Result<()> {
    let features = package("packages-features", &config().feature_per_folder().module_per_folder())?;
    assert_eq!(
        features,
        [
            "default = [\"common\", \"orders\", \"taxes\", \"type\", \"users\"]",
            "common = []",
            "orders = [\"taxes\", \"users\"]",
            "taxes = []",
            "type = []",
            "users = [\"common\"]",
        ]
    );
    let root = folder("packages-features");
    for feature in ["", "common", "orders", "taxes", "type", "users"] {
        assert_passes(&cargo("check", &root, &["--no-default-features", "--features", feature])?);
    }
    let use_all = "use shop_models::{Version, common::Address, orders::Order, taxes::Tax, r#type::ShelfPlace, users::User};\n\n\
                   #[test]\nfn all_are_there() {\n    let user = User::default().with_address(Address::default());\n    \
                   let _ = (Version::default(), Order::default().with_user(user), Tax::default(), ShelfPlace::default());\n}\n";
    fs::create_dir_all(root.join("tests"))?;
    fs::write(root.join("tests/all.rs"), use_all)?;
    assert_passes(&cargo("check", &root, &["--tests"])?);
    assert_passes(&cargo("doc", &root, &["--no-deps"])?);
    Ok(())
}

/// A package has all that a build needs, without the documents and without this crate.
#[test]
fn a_crate_with_generated_code_is_packaged_without_a_network() -> io::Result<()> {
    let features = package("packages-flat", &config())?;
    assert!(features.is_empty());
    let root = folder("packages-flat");
    assert_passes(&cargo("package", &root, &["--allow-dirty"])?);
    let listed = cargo("package", &root, &["--allow-dirty", "--list"])?;
    let listed = String::from_utf8_lossy(&listed.stdout);
    for path in ["src/lib.rs", "src/models.md", "src/models.rs", "src/models/orders.rs", "src/models/support.rs"] {
        assert!(listed.lines().any(|line| line == path), "{path} is not in\n{listed}");
    }
    Ok(())
}

/// What only the root contains needs no feature.
#[test]
fn what_the_root_contains_is_always_compiled() {
    let mut documents = documents();
    for (path, text) in &mut documents {
        if path.ends_with("Version.md") {
            *text = text.replace("| number |", "| user | User | Who. | [optional] |\n| number |");
        }
    }
    let outcome = config().feature_per_folder().compile_texts(documents);
    let features = outcome.file("models.toml").map(|file| file.text.clone()).unwrap_or_default();
    assert!(!features.contains("users") && !features.contains("common"), "{features}");
    assert!(features.contains("orders = [\"taxes\"]"), "{features}");
}
