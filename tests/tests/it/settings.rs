//! The options in a file.

use std::collections::BTreeSet;
use std::path::Path;
use std::{fs, io};

use codegen::{Config, Dates, KeyCase, Level, Limits, Outcome, Part, Undocumented, UnknownKeys, dialect};
use serde_json::Value;
use tests::scratch::{self, repository};

/// What the methods of a configuration that are not options are called in the file.
const OTHERS: [(&str, &str); 1] = [("dialect_of_all", "dialect")];

/// What only the tool uses.
const OF_THE_TOOL: [&str; 1] = ["diff_level"];

/// The methods that return a changed configuration.
fn methods() -> BTreeSet<String> {
    let mut methods = BTreeSet::new();
    for file in ["config.rs", "config/output.rs", "config/run.rs"] {
        let text = fs::read_to_string(repository().join("codegen/src").join(file)).expect("a file of the project");
        let items = syn::parse_file(&text).expect("Rust").items;
        let blocks = items.iter().filter_map(|item| if let syn::Item::Impl(block) = item { Some(block) } else { None });
        for item in blocks.flat_map(|block| &block.items) {
            let syn::ImplItem::Fn(method) = item else { continue };
            let returns_config = matches!(&method.sig.output, syn::ReturnType::Type(_, ty)
                if matches!(&**ty, syn::Type::Path(path) if path.path.is_ident("Self")));
            let is_public = matches!(method.vis, syn::Visibility::Public(_));
            if is_public && returns_config && method.sig.receiver().is_some() {
                methods.insert(method.sig.ident.to_string());
            }
        }
    }
    methods
}

fn schema() -> Value {
    serde_json::from_str(&Config::schema_of_file()).expect("JSON")
}

#[test]
fn every_method_is_an_option_of_the_file() {
    let schema = schema();
    let names = |value: &Value| value.as_object().expect("options").keys().cloned().collect::<BTreeSet<String>>();
    let options = &names(&schema["$defs"]["options"]["properties"]) | &names(&schema["properties"]);
    let mut expected = methods();
    assert!(expected.len() > 25, "{expected:?}");
    for (method, option) in OTHERS {
        assert!(expected.remove(method) && expected.contains(option), "{method}");
    }
    expected.extend(OF_THE_TOOL.map(str::to_owned));
    assert_eq!(options, expected);
}

#[test]
fn the_published_schema_is_that_of_the_options() {
    snapbox::Assert::new().action_env(snapbox::assert::DEFAULT_ACTION_ENV).eq(
        Config::schema_of_file(),
        snapbox::Data::read_from(&repository().join("codegen/codegen.schema.json"), None).raw(),
    );
}

const TAG: &str = "# Tag\n\n## Properties\n\nName | Type | Description | Notes\n---- | ---- | ---- | ----\n\
    **self_uri** | **String** | Where it is. |\n**created** | **String** | When, as date-time. | [optional]\n\
    **key** | Option<[**uuid::Uuid**](uuid::Uuid.md)> | Its key. | [optional]\n";

/// A folder with documents of two APIs and a file of options. Returns the configuration from the file.
fn project(name: &str, options: &str) -> io::Result<Config> {
    let folder = scratch::empty_folder(name)?;
    for api in ["shop", "store", "old"] {
        let text = if api == "old" { TAG.replace("# Tag", "# Old") } else { TAG.to_owned() };
        fs::create_dir_all(folder.join("specs").join(api))?;
        fs::write(folder.join("specs").join(api).join(if api == "old" { "Old.md" } else { "Tag.md" }), text)?;
    }
    fs::write(folder.join("codegen.toml"), options)?;
    Ok(Config::from_file(folder.join("codegen.toml")))
}

/// The generated files and what was reported, without the places of the options.
fn result(outcome: &Outcome) -> (Vec<(String, String)>, Vec<String>) {
    let files = outcome.files.iter().map(|file| (file.path.clone(), file.text.clone())).collect();
    // The places of options differ, and with them the order.
    let mut messages: Vec<String> = outcome.diagnostics.iter().map(|diagnostic| diagnostic.message.clone()).collect();
    messages.sort();
    (files, messages)
}

/// Each option as the file has it, and as a build script has it.
#[test]
#[allow(clippy::type_complexity, reason = "a table")]
fn an_option_does_the_same_in_the_file_and_in_a_build_script() -> io::Result<()> {
    let rust = dialect::by_name("openapi-rust").expect("a dialect");
    let cases: &[(&str, &dyn Fn(Config) -> Config)] = &[
        ("", &|config| config),
        ("ignore = 'shop'", &|config| config.ignore("shop")),
        ("ignore = ['shop', 'old/*']", &|config| config.ignore("shop").ignore("old/*")),
        ("only = 'Old'", &|config| config.only(["Old"])),
        ("same_api = [['specs/shop', 'specs/store']]", &|config| config.same_api(["specs/shop", "specs/store"])),
        ("dates = 'time'", &|config| config.dates(Dates::Time)),
        ("key_case = 'pascal'", &|config| config.key_case("", KeyCase::Pascal)),
        ("[key_case]\n'specs' = 'snake'\n'specs/shop' = 'camel'", &|config| {
            config.key_case("specs", KeyCase::Snake).key_case("specs/shop", KeyCase::Camel)
        }),
        ("dialect = 'openapi-rust'", &|config| config.dialect_of_all(rust)),
        ("dialect = { 'specs/old' = 'openapi-rust' }", &|config| config.dialect("specs/old", rust)),
        ("undocumented = 'forbid'", &|config| config.undocumented(Undocumented::Forbid)),
        ("strict = ['Old.self_uri']", &|config| config.strict("Old.self_uri")),
        ("three_valued = '*'", &|config| config.three_valued("*")),
        ("unknown_keys = 'deny'", &|config| config.unknown_keys("*", UnknownKeys::Deny)),
        ("[unknown_keys]\nOld = 'ignore'", &|config| config.unknown_keys("Old", UnknownKeys::Ignore)),
        ("replace = { uuid = 'uuid::Uuid' }", &|config| config.replace("uuid", "uuid::Uuid")),
        ("attribute = '#[must_use]'", &|config| config.attribute("*", "#[must_use]")),
        ("attribute = { Old = ['#[must_use]', '#[cold]'] }", &|config| {
            config.attribute("Old", "#[must_use]").attribute("Old", "#[cold]")
        }),
        ("[attribute_on.field]\n'Old' = '#[x(rename = {key})]'", &|config| {
            config.attribute_on(Part::Field, "Old", "#[x(rename = {key})]")
        }),
        ("derive = 'schemars::JsonSchema'", &|config| config.derive("*", "schemars::JsonSchema")),
        ("module_per_folder = true", &Config::module_per_folder),
        ("feature_per_folder = true", &Config::feature_per_folder),
        ("module_per_folder = false", &|config| config),
        ("file = 'api'", &|config| config.file("api")),
        ("follow_links = true\nshow_all = true", &|config| config.follow_links().show_all()),
        ("limits = { rows = 1 }", &|config| config.limits(Limits { rows: 1, ..Limits::default() })),
        ("level = { same-model-twice = 'allow' }", &|config| config.level("same-model-twice", Level::Allow)),
        ("[level_in.shop]\nunknown-type = 'error'", &|config| config.level_in("shop", "unknown-type", Level::Error)),
        ("strict = ['Nobody']", &|config| config.strict("Nobody")),
        ("envelope = 'data'", &|config| config.envelope("*", "data")),
    ];
    for (options, set) in cases {
        let from_file = project("settings-same", &format!("specs = 'specs'\n{options}"))?;
        let specs = scratch::folder("settings-same").join("specs");
        let in_rust = set(Config::new().specs(specs));
        assert_eq!(result(&from_file.compile()), result(&in_rust.compile()), "{options}");
    }
    Ok(())
}

#[test]
fn modules_have_options_of_their_own() -> io::Result<()> {
    let file = "module.shop = { specs = 'specs/shop' }\n[module.store]\nspecs = 'specs/store'\nonly = 'Tag'\n\
                strict = 'Tag'\n";
    let outcome = project("settings-modules", file)?.compile();
    let root = scratch::folder("settings-modules");
    let specs = |api: &str| Config::new().specs(root.join("specs").join(api));
    let expected = Config::new()
        .module("shop", specs("shop"))
        .module("store", specs("store").only(["Tag"]).strict("Tag"))
        .compile();
    assert_eq!(outcome.modules.len(), 2);
    // The documents of a file are shown relative to its folder.
    let texts = |outcome: &Outcome| -> Vec<String> {
        outcome.files.iter().map(|file| file.text.replace("specs/", "")).collect()
    };
    assert!(texts(&outcome) == texts(&expected), "{:?}", result(&outcome).1);
    Ok(())
}

#[test]
fn a_dialect_can_be_in_the_file() -> io::Result<()> {
    let file = "specs = 'specs'\n[known_dialect.ours]\ntexts = 'From our wiki'\nsection = 'Fields'\n\
                columns = { Field = 'name', Kind = 'type', About = 'description', Flags = 'notes' }\n";
    let config = project("settings-dialect", file)?.ignore("shop").ignore("store").ignore("old");
    let page = "# Tag\n\nFrom our wiki\n\n## Fields\n\nField | Kind | About | Flags\n--- | --- | --- | ---\nid | int64 | Its number. | [optional]\n";
    fs::create_dir_all(scratch::folder("settings-dialect").join("specs/wiki"))?;
    fs::write(scratch::folder("settings-dialect").join("specs/wiki/Tag.md"), page)?;
    let outcome = config.compile();
    assert_eq!(outcome.diagnostics, []);
    assert_eq!(outcome.dialects.values().collect::<Vec<_>>(), [&"ours"]);
    Ok(())
}

#[test]
fn a_file_that_cannot_be_read_is_reported_by_the_run() -> io::Result<()> {
    let folder = scratch::empty_folder("settings-unreadable")?;
    let first = |config: &Config| config.compile().diagnostics.iter().map(ToString::to_string).collect::<String>();
    let missing = first(&Config::from_file(folder.join("codegen.toml")));
    assert!(missing.contains("codegen.toml:1:1: error[unreadable]: cannot read the configuration: "), "{missing}");
    fs::write(folder.join("codegen.toml"), b"specs = 'specs'\n# \xff\n")?;
    let binary = first(&Config::from_file(folder.join("codegen.toml")));
    assert!(
        binary.contains("codegen.toml:2:3: error[not-utf8]: the configuration is not UTF-8 from here on"),
        "{binary}"
    );
    fs::write(folder.join("codegen.toml"), "spec = 'specs'\n")?;
    let outcome = Config::from_file(folder.join("codegen.toml")).compile();
    assert_eq!((outcome.diagnostics.len(), outcome.files.len()), (1, 0));
    assert_eq!(outcome.diagnostics[0].help.as_deref(), Some("did you mean `specs`?"));
    assert_eq!(outcome.inputs, [folder.join("codegen.toml")]);
    Ok(())
}

#[test]
fn documents_are_read_without_the_options_that_have_mistakes() -> io::Result<()> {
    let codes = |outcome: &Outcome| outcome.diagnostics.iter().map(|it| it.code.name).collect::<Vec<_>>();
    let wrong = "specs = 'specs'\nonyl = 'Tag'\n[level]\nbad-configuration = 'allow'\nundocumented-model = 'error'";
    let config = project("settings-wrong", wrong)?;
    fs::write(scratch::folder("settings-wrong").join("specs/old/Old.md"), TAG.replace("**String**", "**Strng**"))?;
    let outcome = config.compile();
    assert!(outcome.has_errors() && outcome.files.is_empty());
    // No level hides the mistake in the file.
    assert!(codes(&outcome).contains(&"bad-configuration"), "{:?}", outcome.diagnostics);
    assert!(codes(&outcome).contains(&"undocumented-model"), "{:?}", outcome.diagnostics);

    let broken = project("settings-broken", "specs = 'specs'\nonly = [")?.compile();
    assert!(codes(&broken).iter().all(|code| *code == "bad-configuration"), "{:?}", broken.diagnostics);
    assert_eq!(broken.account.documents, 0);
    Ok(())
}

#[test]
fn the_output_is_the_same_wherever_the_options_are_read_from() -> io::Result<()> {
    let here = std::env::current_dir()?;
    let absolute = project("settings-place", "specs = 'specs'\nmodule_per_folder = true\n")?;
    let file = scratch::folder("settings-place").join("codegen.toml");
    let above = here.components().skip(1).map(|_| "..").collect::<std::path::PathBuf>();
    let relative = Config::from_file(above.join(file.strip_prefix("/").unwrap_or(&file)));
    assert_eq!(result(&absolute.compile()), result(&relative.compile()));
    assert!(absolute.compile().inputs.iter().any(|path| path.ends_with(Path::new("specs/shop/Tag.md"))));
    Ok(())
}

/// The documentation of the crate has all pages of the guide.
#[test]
fn every_page_of_the_guide_is_a_module() -> io::Result<()> {
    let text = fs::read_to_string(repository().join("codegen/src/guide.rs"))?;
    let mut count = 0;
    for page in fs::read_dir(repository().join("codegen/guide"))? {
        let path = page?.path();
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let module = if name == "README" { "start".to_owned() } else { name.replace('-', "_") };
        assert!(text.contains(&format!("    {module}: \"{name}\",\n")), "{name} is no module of `codegen::guide`");
        count += 1;
    }
    assert_eq!(text.lines().filter(|line| line.ends_with("\",")).count(), count);
    Ok(())
}
