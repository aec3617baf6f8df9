//! Reads documents from the disk; the only module that does.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs::{self, File, FileType};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::ignored::Ignored;
use super::labels::labels;
use super::limits::Limits;
use super::names::{extension, has_extension, stem};
use super::other::Others;
use super::pattern::PathPattern;
use super::{DOCUMENT_EXTENSIONS, Given, Origin, Root, SAMPLE_EXTENSIONS, SAMPLES, Source, Sources};
use crate::diag::{Code, Message, Sink, Subject, codes};

/// The paths of the files of a run.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Roots<'a> {
    /// Documents and folders of documents, samples among them.
    pub(crate) specs: &'a [Given],
    /// Files of corrections.
    pub(crate) corrections: &'a [Given],
    /// Samples and folders of samples.
    pub(crate) samples: &'a [Given],
    /// Documents, samples and folders that are left out.
    pub(crate) ignored: &'a [PathPattern],
    /// Whether links that lead out of a given folder are followed.
    pub(crate) follows_links: bool,
    /// How much is read.
    pub(crate) limits: &'a Limits,
}

impl Roots<'_> {
    /// What the path with this number is; corrections come first, then samples.
    fn kind(&self, idx: usize) -> GivenAs {
        match idx.checked_sub(self.corrections.len()) {
            None => GivenAs::Corrections,
            Some(idx) if idx < self.samples.len() => GivenAs::Samples,
            Some(_) => GivenAs::Documents,
        }
    }
}

/// Reads every Markdown document and sample at or below the given paths, and the given files of corrections.
pub(crate) fn read(given: Roots<'_>, sink: &mut Sink) -> Sources {
    let roots: Vec<Given> = [given.corrections, given.samples, given.specs].concat();
    let names = labels(&roots);
    let mut walk = Walk::new(given, sink);
    let mut documents = Vec::new();
    for (idx, (Given { disk: root, .. }, label)) in roots.into_iter().zip(names).enumerate() {
        walk.root = Root { label: label.clone(), ..Root::default() };
        walk.place = root.canonicalize().ok();
        walk.given_as = given.kind(idx);
        walk.visit_all(root, label);
        match walk.given_as {
            GivenAs::Corrections => walk.files.iter_mut().for_each(|file| file.corrects = true),
            GivenAs::Samples => {}
            GivenAs::Documents => documents.push(std::mem::take(&mut walk.root)),
        }
    }
    walk.others.report(walk.sink);
    let has_lost_folder = walk.has_lost_folder;
    let (unread, read) = (walk.unread, walk.read);
    let mut sources = Sources { unread, read, roots: documents, has_lost_folder, ..Sources::new(walk.files) };
    sources.samples.append(&mut walk.samples);
    sources.samples.sort_by(|a, b| a.path.cmp(&b.path));
    walk.ignored.check(&sources, walk.sink);
    sources
}

/// What a path was given as.
#[derive(Clone, Copy, PartialEq, Eq)]
enum GivenAs {
    Corrections,
    Samples,
    Documents,
}

/// A path to visit.
struct Entry {
    path: PathBuf,
    label: String,
    /// Its canonical path, if it follows from that of its folder.
    canonical: Option<PathBuf>,
    /// What it is, if its folder says that and it is not a link.
    kind: Option<FileType>,
}

impl Entry {
    /// The path without links. The disk is asked only where it does not follow from that of the folder.
    fn canonical(&self) -> io::Result<PathBuf> {
        self.canonical.clone().map_or_else(|| self.path.canonicalize(), Ok)
    }

    /// What is at the path or at the end of its links.
    fn kind(&self) -> io::Result<FileType> {
        self.kind.map_or_else(|| Ok(fs::metadata(&self.path)?.file_type()), Ok)
    }
}

struct Walk<'a> {
    given_as: GivenAs,
    /// The given path.
    root: Root,
    /// Where it is; nothing if there is nothing.
    place: Option<PathBuf>,
    ignored: Ignored<'a>,
    follows_links: bool,
    limits: &'a Limits,
    /// How many bytes may still be read; nothing after a file that was too many.
    bytes_left: Option<u64>,
    files: Vec<Source>,
    samples: Vec<Source>,
    unread: Vec<String>,
    /// The folders and files that were opened.
    read: Vec<PathBuf>,
    has_lost_folder: bool,
    /// Canonical paths of visited files and folders, and whether they were visited as documents: each document is read
    /// once, and links cannot loop.
    seen: BTreeMap<OsString, bool>,
    /// The files that look like documents and are not read.
    others: Others,
    sink: &'a mut Sink,
}

impl<'a> Walk<'a> {
    fn new(given: Roots<'a>, sink: &'a mut Sink) -> Self {
        Self {
            root: Root::default(),
            place: None,
            given_as: GivenAs::Corrections,
            ignored: Ignored::new(given.ignored),
            follows_links: given.follows_links,
            limits: given.limits,
            bytes_left: Some(given.limits.total_bytes),
            files: Vec::new(),
            samples: Vec::new(),
            unread: Vec::new(),
            read: Vec::new(),
            has_lost_folder: false,
            seen: BTreeMap::new(),
            others: Others::default(),
            sink,
        }
    }

    /// Visits a given path and all that is below it. The entries to visit are on the heap, because folders can be nested
    /// deeper than the stack of a thread.
    fn visit_all(&mut self, root: PathBuf, label: String) {
        let mut pending = vec![Entry { path: root, label, canonical: None, kind: None }];
        let mut is_configured = true;
        while let Some(entry) = pending.pop() {
            if let Some(canonical) = self.visit(&entry, is_configured) {
                // The last one is the next.
                pending.extend(self.entries(&entry, &canonical).into_iter().rev());
            }
            is_configured = false;
        }
    }

    /// Visits a file. If the path is a folder to visit, returns its canonical path. A file that the configuration names
    /// is read whatever its extension is. Nothing is opened before its name and kind show that it matters: a pipe would
    /// block, and a device may be endless.
    fn visit(&mut self, entry: &Entry, is_configured: bool) -> Option<PathBuf> {
        let Entry { path, label, .. } = entry;
        let below = label.get(self.root.label.len()..).unwrap_or_default().trim_start_matches('/');
        if self.ignored.has(label, below) {
            self.root.has_ignored = true;
            return None;
        }
        let matters = is_configured || self.is_read(label);
        let found = entry.kind().and_then(|kind| Ok((kind, entry.canonical()?)));
        match found {
            Ok((kind, canonical)) if kind.is_dir() => {
                let is_new = self.may_follow(&canonical, label) && self.is_new(&canonical);
                return is_new.then_some(canonical);
            }
            Ok((kind, canonical)) if !matters => {
                self.count_other(path, label, kind.is_file() && self.is_inside(&canonical));
            }
            Ok((kind, canonical)) => {
                if self.may_follow(&canonical, label) && self.is_new(&canonical) {
                    self.visit_file(path, label, kind);
                }
            }
            Err(error) if matters => self.unreadable(label, &error.to_string()),
            // It may have been a folder of documents.
            Err(_) if extension(label).is_empty() => self.others.add_dangling(label),
            Err(_) => self.count_other(path, label, false),
        }
        None
    }

    /// Whether a path is visited for the first time.
    fn is_new(&mut self, canonical: &Path) -> bool {
        let seen = self.seen.insert(canonical.as_os_str().to_owned(), self.given_as == GivenAs::Documents);
        self.root.is_explained |= seen == Some(true);
        seen.is_none()
    }

    /// Whether a file or folder is within the given path, after all links are followed.
    fn is_inside(&self, canonical: &Path) -> bool {
        self.follows_links || self.place.as_ref().is_some_and(|place| canonical.starts_with(place))
    }

    /// Reports a link that leads out of the given folder, unless such links are followed.
    fn may_follow(&mut self, canonical: &Path, label: &str) -> bool {
        if !self.is_inside(canonical) {
            let root = if self.root.label.is_empty() { "the given folder" } else { &self.root.label };
            let message = Message::new(format!("this link leads out of `{root}`"));
            let message = message.help("such links are followed with `Config::follow_links`");
            self.refuse(label, &codes::UNREADABLE, message);
            return false;
        }
        true
    }

    fn count_other(&mut self, path: &Path, label: &str, may_be_opened: bool) {
        *self.root.other_files.entry(extension(label).to_owned()).or_default() += 1;
        if self.given_as != GivenAs::Samples && may_be_opened {
            self.others.visit(path, label);
        }
    }

    /// What is in a folder.
    fn entries(&mut self, folder: &Entry, canonical: &Path) -> Vec<Entry> {
        let Entry { path, label, .. } = folder;
        let named = names(path).unwrap_or_else(|error| {
            self.unreadable(label, &error.to_string());
            Vec::new()
        });
        self.read.push(path.clone());
        let entry = |Named { name, kind }: Named| Entry {
            path: path.join(&name),
            label: format!("{label}/{}", name.to_string_lossy()),
            canonical: kind.map(|_| canonical.join(&name)),
            kind,
        };
        named.into_iter().map(entry).collect()
    }

    fn visit_file(&mut self, path: &Path, label: &str, kind: FileType) {
        let Some(bytes_left) = self.bytes_left else { return self.lose(label) };
        if !kind.is_file() {
            return self.unreadable(label, "it is neither a file nor a folder");
        }
        // The file can grow while it is read.
        let longest = self.limits.document_bytes.min(bytes_left);
        self.read.push(path.to_owned());
        match read_up_to(path, longest) {
            Ok(Some(bytes)) => {
                self.bytes_left = bytes_left.checked_sub(bytes.len() as u64);
                self.decode(bytes, label);
            }
            Ok(None) if longest < bytes_left => {
                let message = format!("this file has more than {longest} bytes and is not read");
                self.refuse(label, &codes::TOO_LARGE, message);
            }
            Ok(None) => {
                self.bytes_left = None;
                self.has_lost_folder = true;
                let total = self.limits.total_bytes;
                let message =
                    format!("the files up to this one have more than {total} bytes; it and all others are not read");
                self.refuse(label, &codes::TOO_LARGE, message);
            }
            Err(error) => self.unreadable(label, &error.to_string()),
        }
    }

    /// Whether a file in a folder is read.
    fn is_read(&self, label: &str) -> bool {
        if has_extension(label, SAMPLE_EXTENSIONS) {
            return self.given_as == GivenAs::Samples || label.split('/').any(|folder| folder == SAMPLES);
        }
        self.given_as != GivenAs::Samples && has_extension(label, DOCUMENT_EXTENSIONS)
    }

    /// Notes a document that cannot be read.
    fn lose(&mut self, label: &str) {
        if !has_extension(label, SAMPLE_EXTENSIONS) {
            self.unread.push(label.to_owned());
        }
    }

    fn unreadable(&mut self, label: &str, reason: &str) {
        self.refuse(label, &codes::UNREADABLE, format!("cannot read this path: {reason}"));
    }

    /// Reports a file or folder that is left out.
    fn refuse(&mut self, label: &str, code: &'static Code, message: impl Into<Message>) {
        if self.is_read(label) {
            self.lose(label);
        } else {
            self.has_lost_folder |= self.given_as == GivenAs::Documents;
        }
        self.root.is_explained = true;
        self.sink.report_of(Subject::of_model(stem(label)), code, Origin::start_of(label), message);
    }

    fn decode(&mut self, bytes: Vec<u8>, label: &str) {
        match String::from_utf8(bytes) {
            Ok(text) => {
                let source = Source::within(label.to_owned(), self.root.label.len(), text);
                if self.given_as == GivenAs::Samples { self.samples.push(source) } else { self.files.push(source) }
            }
            Err(error) => {
                self.lose(label);
                self.root.is_explained = true;
                let valid = error.utf8_error().valid_up_to();
                let readable = String::from_utf8_lossy(&error.as_bytes()[..valid]).into_owned();
                let origin = Source::new(label, readable).origin(valid);
                let message = "this document is not UTF-8 from here on".to_owned();
                self.sink.report_of(Subject::of_model(stem(label)), &codes::NOT_UTF8, origin, message);
            }
        }
    }
}

/// The bytes of a file, unless there are more than a number of them.
pub(crate) fn read_up_to(path: &Path, longest: u64) -> io::Result<Option<Vec<u8>>> {
    let file = File::open(path)?;
    // What is read is kept, so it should take no more memory than it needs.
    let expected = file.metadata()?.len().min(longest);
    let mut bytes = Vec::new();
    // Without that much memory, reading fails where it ends.
    let _ = bytes.try_reserve_exact(usize::try_from(expected).unwrap_or_default());
    file.take(longest.saturating_add(1)).read_to_end(&mut bytes)?;
    Ok((bytes.len() as u64 <= longest).then_some(bytes))
}

/// A name in a folder.
struct Named {
    name: OsString,
    /// As in [`Entry::kind`].
    kind: Option<FileType>,
}

/// The names in a folder, sorted, without hidden files: editors' swap files and `.git` have no documents. A name need not
/// be text.
fn names(folder: &Path) -> io::Result<Vec<Named>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name();
        if !name.as_encoded_bytes().starts_with(b".") {
            // Where the kind is unknown, the disk is asked for the path itself.
            names.push(Named { name, kind: entry.file_type().ok().filter(|kind| !kind.is_symlink()) });
        }
    }
    names.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(names)
}
