//! Documents of a revision, as the program git has them. The work tree is not touched.

use std::ffi::OsStr;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{ChildStdout, Command, Stdio};
use std::thread;

use crate::config::Text;
use crate::source::has_extension;

/// The files that are read: documents, and samples below a folder of samples.
const READ: &[&str] = &["md", "mdx", "json", "har"];

/// The mode of a link in a tree.
const LINK: &str = "120000";

/// The revisions to compare.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Revisions {
    pub(super) old: String,
    /// Without one, it is the work tree.
    pub(super) new: Option<String>,
}

impl std::str::FromStr for Revisions {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let (old, new) = match text.split_once("..") {
            // Three dots have another meaning to git.
            Some((_, new)) if new.starts_with('.') => return Err("write OLD..NEW, with two dots".to_owned()),
            Some((old, new)) => (old, Some(new)),
            None => (text, None),
        };
        // A revision with a hyphen would be an option of git.
        if [Some(old), new].into_iter().flatten().any(|revision| revision.is_empty() || revision.starts_with('-')) {
            return Err("write REV or OLD..NEW, such as `v1.2..main`".to_owned());
        }
        Ok(Self { old: old.to_owned(), new: new.map(str::to_owned) })
    }
}

/// A file of a revision.
struct Entry {
    object: String,
    /// The path below the given one; empty if it is the file that was given.
    below: String,
}

/// The documents and samples at or below a path as they were in a revision.
pub(super) fn read(revision: &str, path: &Path) -> Result<Vec<Text>, String> {
    let entries = list(revision, path)?;
    let objects: Vec<&str> = entries.iter().map(|entry| &*entry.object).collect();
    let contents = contents(path, &objects)?;
    let mut texts = Vec::with_capacity(entries.len());
    for (Entry { below, .. }, bytes) in entries.into_iter().zip(contents) {
        let text = String::from_utf8(bytes)
            .map_err(|_| format!("{} is not UTF-8 in {revision}", path.join(&below).display()))?;
        texts.push(Text { below, text });
    }
    Ok(texts)
}

/// The files of a revision at or below a path. Hidden files have no documents, as on the disk.
fn list(revision: &str, path: &Path) -> Result<Vec<Entry>, String> {
    // A commit, and not an option or a path.
    let commit =
        run(path, &["rev-parse", "--verify", "--quiet", "--end-of-options", &format!("{revision}^{{commit}}")])
            .map_err(
                |error| if error.is_empty() { format!("git does not know the revision `{revision}`") } else { error },
            )?;
    let commit = String::from_utf8_lossy(&commit).trim().to_owned();
    let prefix = String::from_utf8_lossy(&run(path, &["rev-parse", "--show-prefix"])?).trim_end().to_owned();
    let inside = name_in_folder(path).map(|name| format!("{prefix}{name}"));
    let inside = inside.unwrap_or_else(|| prefix.trim_end_matches('/').to_owned());
    let mut arguments = vec!["ls-tree", "-r", "-z", "--full-tree", &commit];
    if !inside.is_empty() {
        arguments.extend(["--", &inside]);
    }
    let listed = run(path, &arguments)?;
    let mut entries = Vec::new();
    for line in listed.split(|byte| *byte == 0).filter(|line| !line.is_empty()) {
        let line = String::from_utf8_lossy(line);
        let Some((about, full)) = line.split_once('\t') else { continue };
        let mut about = about.split(' ');
        let (mode, _, object) = (about.next(), about.next(), about.next());
        let below = full.strip_prefix(&inside).unwrap_or(full).trim_start_matches('/').to_owned();
        let is_hidden = below.split('/').any(|part| part.starts_with('.'));
        // A link would be read on the disk, so that a comparison without it is one of other documents.
        if mode == Some(LINK) && !is_hidden && (is_read(&below) || may_be_folder(path, &format!("{commit}:{full}"))?) {
            return Err(format!("`{full}` is a link in {revision}, and links are not followed in revisions"));
        }
        let is_file = mode.is_some_and(|mode| mode.starts_with("100"));
        if let Some(object) = object.filter(|_| is_file && !is_hidden && (below.is_empty() || is_read(&below))) {
            entries.push(Entry { object: object.to_owned(), below });
        }
    }
    if entries.is_empty() {
        return Err(format!("no document is at `{}` in {revision}", path.display()));
    }
    Ok(entries)
}

/// JSON is read only below a folder of samples, as on the disk.
fn is_read(below: &str) -> bool {
    let is_sample = has_extension(below, &READ[2..]);
    has_extension(below, READ) && (!is_sample || below.split('/').any(|folder| folder == "samples"))
}

/// Whether a link may lead to a folder of documents: it leads to a folder, or out of its revision and has no extension.
fn may_be_folder(path: &Path, link: &str) -> Result<bool, String> {
    let mut command = git(path, &["cat-file", "--batch-check=%(objecttype)", "--follow-symlinks"]);
    let mut child =
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().map_err(cannot_run)?;
    if let Some(mut input) = child.stdin.take() {
        writeln!(input, "{link}").map_err(cannot_run)?;
    }
    let output = child.wait_with_output().map_err(cannot_run)?;
    Ok(match output.stdout.trim_ascii() {
        b"tree" => true,
        b"blob" => false,
        _ => Path::new(link).extension().is_none(),
    })
}

/// The folder in which git runs: the path, or the nearest folder above it that exists.
fn folder(path: &Path) -> &Path {
    let exists = path.ancestors().find(|path| path.is_dir());
    exists.unwrap_or(Path::new("."))
}

/// What of a path is below the folder in which git runs; nothing if it is that folder.
fn name_in_folder(path: &Path) -> Option<String> {
    let below = path.strip_prefix(folder(path)).unwrap_or(path);
    let below = below.to_string_lossy().replace('\\', "/");
    (!below.is_empty() && folder(path) != path).then_some(below)
}

fn git(path: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new("git");
    let folder = folder(path);
    command.arg("-C").arg(if folder == Path::new("") { OsStr::new(".") } else { folder.as_os_str() });
    command.arg("--no-replace-objects").args(arguments);
    command
}

/// What git prints, or why it cannot.
fn run(path: &Path, arguments: &[&str]) -> Result<Vec<u8>, String> {
    let output = git(path, arguments).stdin(Stdio::null()).output().map_err(cannot_run)?;
    if output.status.success() {
        return Ok(output.stdout);
    }
    let reason = String::from_utf8_lossy(&output.stderr);
    Err(reason.trim().trim_start_matches("fatal: ").to_owned())
}

#[allow(clippy::needless_pass_by_value, reason = "used as a function of errors")]
fn cannot_run(error: std::io::Error) -> String {
    format!("git cannot be run: {error}")
}

/// The contents of objects, in one run of git.
fn contents(path: &Path, objects: &[&str]) -> Result<Vec<Vec<u8>>, String> {
    let mut command = git(path, &["cat-file", "--batch"]);
    let mut child =
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().map_err(cannot_run)?;
    let (input, output) = (child.stdin.take(), child.stdout.take());
    let requests = objects.join("\n") + "\n";
    let texts = thread::scope(|scope| {
        // Git answers before it has read all, so that both have to go on at once.
        let writer = scope.spawn(|| input.map(|mut input| input.write_all(requests.as_bytes())));
        let texts = output.ok_or_else(|| "git has no output".to_owned()).and_then(|output| answers(output, objects));
        drop(writer.join());
        texts
    });
    child.wait().map_err(cannot_run)?;
    texts
}

fn answers(output: ChildStdout, objects: &[&str]) -> Result<Vec<Vec<u8>>, String> {
    let mut output = BufReader::new(output);
    let mut texts = Vec::with_capacity(objects.len());
    for object in objects {
        let mut header = String::new();
        output.read_line(&mut header).map_err(|error| error.to_string())?;
        let size = header.trim_end().rsplit(' ').next().and_then(|size| size.parse::<u64>().ok());
        let size = size.ok_or_else(|| format!("git cannot read the object {object}: {}", header.trim_end()))?;
        let mut bytes = Vec::new();
        (&mut output).take(size + 1).read_to_end(&mut bytes).map_err(|error| error.to_string())?;
        bytes.pop();
        texts.push(bytes);
    }
    Ok(texts)
}
