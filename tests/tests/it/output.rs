//! Which files are written and removed.

use std::{fs, io};

use codegen::{Config, Level};
use tests::scratch::{empty_folder, repository};

const TAG: &str = "# Tag\n\n## Properties\n\nName | Type | Description | Notes\n--- | --- | --- | ---\n\
                   **id** | Option<**i64**> | Its number. | [optional]\n";

#[test]
fn output_is_written_once_and_stale_parts_go() -> io::Result<()> {
    let folder = empty_folder("output-stale")?;
    let specs = folder.join("specs");
    fs::create_dir_all(specs.join("part"))?;
    fs::write(specs.join("Tag.md"), TAG)?;
    fs::write(specs.join("part/Other.md"), TAG.replace("Tag", "Other"))?;
    let out = folder.join("out");
    let config = Config::new().specs(&specs);

    let (_, written) = config.generate(&out)?;
    let files = ["models.rs", "models/root.rs", "models/part.rs", "models/support.rs", "models.md"];
    let changed = files.map(|file| out.join(file));
    assert_eq!(written.changed, changed);
    let (_, written) = config.generate(&out)?;
    assert_eq!((written.changed.len(), written.removed.len()), (0, 0));

    // A person's file in the folder of parts is not ours to remove.
    fs::write(out.join("models/mine.rs"), "// By hand.\n")?;
    fs::remove_file(specs.join("part/Other.md"))?;
    let (_, written) = config.generate(&out)?;
    assert_eq!(written.removed, [out.join("models/part.rs")]);
    assert!(out.join("models/mine.rs").exists());
    Ok(())
}

#[test]
fn a_file_that_was_not_generated_is_not_overwritten() -> io::Result<()> {
    let folder = empty_folder("output-in-the-way")?;
    fs::write(folder.join("Tag.md"), TAG)?;
    fs::write(folder.join("models.rs"), "// By hand.\n")?;
    let config = Config::new().specs(folder.join("Tag.md"));
    assert!(config.generate(&folder).is_err());
    assert_eq!(fs::read_to_string(folder.join("models.rs"))?, "// By hand.\n");

    // A build script reports it.
    let outcome = config.out_dir(&folder).build();
    let said: Vec<&str> = outcome.diagnostics.iter().map(|diagnostic| diagnostic.code.name).collect();
    assert_eq!(said, [codegen::internals::codes::CANNOT_WRITE.name]);
    Ok(())
}

#[test]
fn the_documentation_of_the_crate_has_the_case_of_keys_and_all_types() -> io::Result<()> {
    let texts = [("specs/shop/a/Tag.md", TAG.to_owned()), ("specs/shop/b/Other.md", TAG.replace("Tag", "Other"))];
    let outcome = Config::new().compile_texts(texts);
    let overview = &outcome.file("models.md").ok_or_else(|| io::Error::other("there is no models.md"))?.text;
    let types = ["## `a`\n\n- [`Tag`]\n", "## `b`\n\n- [`Other`]\n"].map(str::to_owned);
    for line in outcome.schema.keys.iter().map(ToString::to_string).chain(types) {
        assert!(overview.contains(&line), "{line} is not in {overview}");
    }
    Ok(())
}

#[test]
fn the_path_of_the_project_does_not_reach_the_output() -> io::Result<()> {
    let folder = empty_folder("output-paths")?;
    fs::write(folder.join("Tag.md"), TAG)?;
    let outcome = Config::new().specs(&folder).compile();
    let machine = repository().to_string_lossy().into_owned();
    assert!(outcome.files.iter().all(|file| !file.text.contains(&machine)));
    assert!(!outcome.schema.to_json()?.contains(&machine));
    Ok(())
}

#[test]
fn a_ring_of_thousands_of_models_needs_no_stack() {
    let document = |idx: usize| {
        let next = (idx + 1) % 5000;
        format!(
            "# M{idx}\n\n## Properties\n\nName | Type | Description | Notes\n--- | --- | --- | ---\n\
             **next** | Option<[**crate::models::M{next}**](M{next}.md)> | The next. | [optional]\n"
        )
    };
    let documents = || (0..5000).map(|idx| (format!("specs/M{idx}.md"), document(idx)));
    let refused = Config::new().compile_texts(documents());
    let messages = refused.diagnostics.iter().filter(|diagnostic| diagnostic.code.name == "models-too-deep");
    assert!(messages.count() == refused.diagnostics.len() && refused.has_errors());
    let allowed = Config::new().level("models-too-deep", Level::Allow).compile_texts(documents());
    assert!(allowed.diagnostics.is_empty());
    // One on the ring, one wherever what is in line has grown large, and one wherever models nest too deep for rustc.
    let count = |part: &str| allowed.files[1].text.matches(part).count();
    assert_eq!(count(": Option<Box<") + count(": Option<support::Deep<"), 758);
}
