//! What is in a folder beside documents, and what is done about it: links, pipes, odd names, large files.
#![cfg(unix)]

use std::ffi::OsStr;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::symlink;
use std::path::PathBuf;
use std::process::Command;
use std::{fs, io, thread};

use codegen::{Config, Limits, Outcome};
use tests::scratch::empty_folder;

const TAG: &str = "# Tag\n\n## Properties\n\nName | Type | Description | Notes\n--- | --- | --- | ---\n\
                   **id** | Option<**i64**> | Its number. | [optional]\n";

/// A folder with a folder `specs` that has one document.
fn specs(name: &str) -> io::Result<(PathBuf, PathBuf)> {
    let folder = empty_folder(name)?;
    let specs = folder.join("specs");
    fs::create_dir(&specs)?;
    fs::write(specs.join("Tag.md"), TAG)?;
    Ok((folder, specs))
}

fn said(outcome: &Outcome) -> Vec<String> {
    outcome.diagnostics.iter().map(ToString::to_string).collect()
}

/// The mistakes that a folder has, without those that its document alone has.
fn compiled(config: &Config) -> Vec<String> {
    let mut said = said(&config.compile());
    said.retain(|message| !message.contains("[assumed-keys]"));
    said
}

#[test]
fn what_is_not_a_document_is_not_opened() -> io::Result<()> {
    let (folder, specs) = specs("disk-entries")?;
    assert!(Command::new("mkfifo").args([specs.join("pipe"), specs.join("pipe.txt")]).status()?.success());
    symlink("/dev/zero", specs.join("endless.txt"))?;
    symlink("missing.png", specs.join("logo.png"))?;
    symlink("loop.svg", specs.join("loop.svg"))?;
    symlink(folder.join("missing"), specs.join("model.old"))?;
    fs::write(specs.join(OsStr::from_bytes(b"caf\xe9.png")), "")?;
    fs::create_dir(specs.join(OsStr::from_bytes(b"caf\xe9")))?;
    assert_eq!(compiled(&Config::new().specs(&specs)), Vec::<String>::new());
    Ok(())
}

#[test]
fn a_document_that_is_no_file_is_an_error_and_can_be_ignored() -> io::Result<()> {
    let (folder, specs) = specs("disk-documents")?;
    assert!(Command::new("mkfifo").arg(specs.join("Pipe.md")).status()?.success());
    symlink("/dev/zero", specs.join("Zero.md"))?;
    symlink("Missing.md", specs.join("Gone.md"))?;
    symlink("Loop.md", specs.join("Loop.md"))?;
    symlink(folder.join("missing"), specs.join("more"))?;
    let said = compiled(&Config::new().specs(&specs));
    let expected = [
        ("specs/Gone.md:1:1: error[unreadable]: cannot read this path: ", ""),
        ("specs/Loop.md:1:1: error[unreadable]: cannot read this path: ", ""),
        ("specs/Pipe.md:1:1: error[unreadable]: cannot read this path: it is neither a file nor a folder", ""),
        ("specs/Zero.md:1:1: error[unreadable]: this link leads out of `specs`", "`Config::follow_links`"),
        ("specs/more:1:1: warning[unread-file]: this link leads to nothing", ""),
    ];
    assert_eq!(said.len(), expected.len(), "{said:#?}");
    for (message, (start, part)) in said.iter().zip(expected) {
        assert!(message.starts_with(start) && message.contains(part), "{message}");
    }
    // Following links does not make a device a document.
    let followed = compiled(&Config::new().specs(&specs).follow_links());
    assert!(followed.iter().any(|message| message.starts_with("specs/Zero.md:1:1: error[unreadable]: cannot read")));
    let ignored = ["Gone.md", "Loop.md", "Pipe.md", "Zero.md", "more"];
    let config = ignored.iter().fold(Config::new().specs(&specs), |config, path| config.ignore(*path));
    assert_eq!(compiled(&config), Vec::<String>::new());
    Ok(())
}

#[test]
fn links_are_followed_within_the_folder_and_out_of_it_if_configured() -> io::Result<()> {
    let (folder, specs) = specs("disk-links")?;
    fs::create_dir(folder.join("other"))?;
    fs::write(folder.join("other/Label.md"), TAG.replace("Tag", "Label"))?;
    fs::create_dir(specs.join("hidden"))?;
    fs::write(specs.join("hidden/Note.md"), TAG.replace("Tag", "Note"))?;
    symlink("hidden/Note.md", specs.join("Again.md"))?;
    symlink("hidden", specs.join("again"))?;
    symlink(".", specs.join("round"))?;
    symlink("../other/Label.md", specs.join("Label.md"))?;
    symlink("../other", specs.join("other"))?;
    let models =
        |config: &Config| -> Vec<String> { config.compile().schema.models.into_keys().map(|name| name.0).collect() };
    let config = Config::new().specs(&specs);
    let said = compiled(&config);
    let out = "error[unreadable]: this link leads out of `specs`; such links are followed with `Config::follow_links`";
    let expected = ["specs/Label.md:1:1: ", "specs/other:1:1: "].map(|place| format!("{place}{out}"));
    assert_eq!(
        said.iter().filter(|message| message.contains("error")).collect::<Vec<_>>(),
        expected.iter().collect::<Vec<_>>()
    );
    assert_eq!(models(&config), ["Note", "Tag"]);
    assert_eq!(models(&config.follow_links()), ["Label", "Note", "Tag"]);

    // A given path can be a link itself.
    symlink(&specs, folder.join("link"))?;
    assert_eq!(models(&Config::new().specs(folder.join("link")).ignore("Label.md").ignore("other")), ["Note", "Tag"]);
    Ok(())
}

#[test]
fn a_document_can_have_any_name() -> io::Result<()> {
    let (_, specs) = specs("disk-names")?;
    fs::create_dir(specs.join(OsStr::from_bytes(b"caf\xe9")))?;
    fs::write(specs.join(OsStr::from_bytes(b"caf\xe9/\xff\x0a.md")), TAG.replace("Tag", "Label"))?;
    let outcome = Config::new().specs(&specs).compile();
    let models: Vec<&str> = outcome.schema.models.keys().map(|name| &*name.0).collect();
    assert_eq!((models, outcome.has_errors()), (vec!["Label", "Tag"], false), "{:#?}", said(&outcome));
    Ok(())
}

#[test]
fn what_is_too_large_is_an_error_with_its_place() -> io::Result<()> {
    let (_, specs) = specs("disk-limits")?;
    fs::write(specs.join("Large.md"), TAG.replace("Tag", "Large") + &" ".repeat(1000))?;
    let bytes = TAG.len() as u64 + 10;
    let compiled = |limits| compiled(&Config::new().specs(&specs).limits(limits));
    let none = Limits::default();
    assert_eq!(compiled(none.clone()), Vec::<String>::new());
    assert_eq!(
        compiled(Limits { document_bytes: bytes, ..none.clone() }),
        [format!("specs/Large.md:1:1: error[too-large]: this file has more than {bytes} bytes and is not read")]
    );
    fs::write(specs.join("Zebra.md"), TAG.replace("Tag", "Zebra"))?;
    assert_eq!(
        compiled(Limits { total_bytes: bytes + 1100, ..none.clone() }),
        [format!(
            "specs/Tag.md:1:1: error[too-large]: the files up to this one have more than {} bytes; it and all others are not read",
            bytes + 1100
        )]
    );
    assert_eq!(compiled(Limits { rows: 0, ..none.clone() }).len(), 3);
    let cell = compiled(Limits { cell_bytes: 14, ..none.clone() });
    assert_eq!(
        cell[0],
        "specs/Large.md:7:10: error[too-large]: this cell has more than 14 bytes; the document is not read"
    );
    assert_eq!(
        compiled(Limits { models: 2, ..none }),
        [
            "specs/Zebra.md:1:3: error[too-large]: there are more than 2 models; this and the following ones are not read"
        ]
    );
    Ok(())
}

/// More folders in each other than fit on the stack, if each took a kilobyte of it.
#[test]
fn folders_can_be_nested_as_deep_as_paths_can() -> io::Result<()> {
    let (_, specs) = specs("disk-deep")?;
    let mut folder = specs.clone();
    (0..600).for_each(|_| folder.push("a"));
    fs::create_dir_all(&folder)?;
    fs::write(folder.join("Label.md"), TAG.replace("Tag", "Label"))?;
    let config = Config::new().specs(&specs);
    let run = thread::Builder::new().stack_size(512 << 10).spawn(move || config.compile().schema.models.len())?;
    assert_eq!(run.join().expect("the run ends"), 2);
    fs::remove_dir_all(specs)
}

/// `/proc` has files whose size is 0 until they are read.
#[test]
fn a_file_that_is_larger_than_it_says_is_not_read_to_its_end() -> io::Result<()> {
    let (_, specs) = specs("disk-sizes")?;
    let maps = PathBuf::from("/proc/self/smaps");
    if !maps.exists() {
        return Ok(());
    }
    symlink(&maps, specs.join("Maps.md"))?;
    let config = Config::new().specs(&specs).follow_links().limits(Limits { document_bytes: 500, ..Limits::default() });
    assert_eq!(
        compiled(&config),
        ["specs/Maps.md:1:1: error[too-large]: this file has more than 500 bytes and is not read"]
    );
    Ok(())
}
