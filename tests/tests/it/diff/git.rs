//! Revisions are compared without touching the work tree.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

use tests::scratch::empty_folder;

use super::codegen;

const DOCUMENT: &str = "# Order\n\n## Properties\n\n| Name | Type | Description | Notes |\n| --- | --- | --- | --- |\n\
    | id | int32 | The key. | [optional] |\n";

fn git(folder: &Path, arguments: &[&str]) -> io::Result<()> {
    let mut command = Command::new("git");
    command.arg("-C").arg(folder).args(["-c", "user.name=Anyone", "-c", "user.email=anyone@example.com"]);
    command.env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_SYSTEM", "/dev/null");
    let output = command.args(arguments).output()?;
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    Ok(())
}

/// A repository with two revisions, `v1` and `v2`, and another change in the work tree.
fn repository(name: &str) -> io::Result<PathBuf> {
    let folder = empty_folder(name)?;
    git(&folder, &["init", "-q"])?;
    fs::create_dir_all(folder.join("api/specs/deep"))?;
    let document = folder.join("api/specs/deep/Order.md");
    for (text, tag) in [(DOCUMENT.to_owned(), "v1"), (DOCUMENT.replace("int32", "int64"), "v2")] {
        fs::write(&document, text)?;
        git(&folder, &["add", "."])?;
        git(&folder, &["commit", "-q", "-m", tag])?;
        git(&folder, &["tag", tag])?;
    }
    fs::write(&document, DOCUMENT.replace("int32", "string"))?;
    Ok(folder)
}

/// What is printed, with the exit code.
fn printed(folder: &Path, arguments: &[&str]) -> io::Result<String> {
    let output = codegen(folder, &[&["diff"], arguments].concat())?;
    let (out, err) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    Ok(format!("{out}{err}{}", output.status.code().unwrap_or(-1)))
}

#[test]
fn two_revisions_are_compared() -> io::Result<()> {
    let folder = repository("diff-git")?;
    for (at, path, shown) in [
        ("", "api/specs", "api/specs/deep/Order.md"),
        ("", "api/specs/deep/Order.md", "api/specs/deep/Order.md"),
        ("api", "specs", "specs/deep/Order.md"),
        ("api/specs", "deep", "deep/Order.md"),
    ] {
        let text = printed(&folder.join(at), &["--git", "v1..v2", path])?;
        assert!(text.contains("int32 -> int64") && text.ends_with('1'), "{at} {path}: {text}");
        assert!(text.contains(&format!("{shown}:7:3 -> {shown}:7:3")), "{at} {path}: {text}");
    }
    let text = fs::read_to_string(folder.join("api/specs/deep/Order.md"))?;
    assert!(text.contains("string"), "the work tree was touched: {text}");
    Ok(())
}

#[test]
fn a_revision_is_compared_with_the_work_tree() -> io::Result<()> {
    let folder = repository("diff-git-tree")?;
    let text = printed(&folder, &["--git", "v1", "api/specs"])?;
    assert!(text.contains("int32 -> string"), "{text}");
    let text = printed(&folder, &["--git", "v2..v2", "api/specs"])?;
    assert!(text.ends_with('0') && text.contains("no changes"), "{text}");
    Ok(())
}

/// A comparison that cannot be made never looks like one without changes.
#[test]
fn what_git_cannot_read_is_not_clean() -> io::Result<()> {
    let folder = repository("diff-git-bad")?;
    for (revisions, path, message) in [
        ("v9..v2", "api/specs", "git does not know the revision `v9`"),
        ("v1..v2", "api/other", "no document is at `api/other` in v1"),
        ("v1..--help", "api/specs", "write REV or OLD..NEW"),
        ("..v2", "api/specs", "write REV or OLD..NEW"),
    ] {
        let text = printed(&folder, &["--git", revisions, path])?;
        assert!(text.contains(message) && text.ends_with('2'), "{revisions} {path}: {text}");
    }
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink("Order.md", folder.join("api/specs/deep/Parcel.md"))?;
        git(&folder, &["add", "."])?;
        git(&folder, &["commit", "-q", "-m", "link"])?;
        let text = printed(&folder, &["--git", "v1..HEAD", "api/specs"])?;
        assert!(text.contains("Parcel.md` is a link in HEAD") && text.ends_with('2'), "{text}");

        // The documents of a folder are read through a link on the disk, but not the text of another file.
        fs::remove_file(folder.join("api/specs/deep/Parcel.md"))?;
        fs::write(folder.join("api/LICENSE"), "Free.")?;
        std::os::unix::fs::symlink("../LICENSE", folder.join("api/specs/LICENSE"))?;
        git(&folder, &["add", "."])?;
        git(&folder, &["commit", "-q", "-m", "link to a text"])?;
        let text = printed(&folder, &["--git", "HEAD..HEAD", "api/specs"])?;
        assert!(text.contains("no changes"), "{text}");

        std::os::unix::fs::symlink("deep", folder.join("api/specs/shallow"))?;
        git(&folder, &["add", "."])?;
        git(&folder, &["commit", "-q", "-m", "link to a folder"])?;
        let text = printed(&folder, &["--git", "v1..HEAD", "api/specs"])?;
        assert!(text.contains("shallow` is a link in HEAD") && text.ends_with('2'), "{text}");
    }
    Ok(())
}
