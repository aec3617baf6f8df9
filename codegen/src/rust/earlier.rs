//! Structs that an earlier run printed.
//!
//! A build script that runs again plans and prints only the structs that have changed; the text of the others is in the
//! output of the earlier run. A struct has a key, which is a digest of all that its plan depends on: see
//! `rust::plan::keys`. The file with the keys says where in the output the texts are, and has their digests.
//! A text that is no longer there is printed anew.

use std::ops::Range;
use std::sync::Arc;

use crate::pieces::{self, Pieces, Reader, Writer, digest};

/// The first line of a file of keys.
const LINE: &str = "codegen: where structs are printed";

/// The structs that an earlier run printed.
#[derive(Debug, Default)]
pub(crate) struct Earlier {
    pieces: Pieces,
    /// The structs, by their keys.
    found: Vec<PrintedStruct>,
}

/// A struct that an earlier run printed.
#[derive(Clone, Debug)]
pub(crate) struct PrintedStruct {
    key: u64,
    /// The file with its text.
    file: Arc<String>,
    /// Where in it.
    place: Range<usize>,
    /// The digest of the text.
    digest: u64,
    /// The line in the list of models.
    pub(crate) entry: String,
}

impl Earlier {
    /// The structs in a file of keys that an earlier run wrote. `read` reads a file of its output.
    pub(crate) fn new(keys: Vec<u8>, program: u64, read: impl Fn(&str) -> Option<String>) -> Self {
        let pieces = Pieces::new(LINE, program, keys);
        let mut found = Vec::new();
        for content in (0..pieces.len()).filter_map(|piece| pieces.content(piece)) {
            let mut reader = Reader(content);
            let text = reader.text().and_then(&read);
            let Some(file) = text.map(Arc::new) else { continue };
            while let Some(known) = PrintedStruct::read(&mut reader, &file) {
                found.push(known);
            }
        }
        found.sort_by_key(|known| known.key);
        Self { pieces, found }
    }

    /// Whether this run gets a file of keys.
    pub(crate) fn gets_file(&self) -> bool {
        self.pieces.gets_file()
    }

    /// The struct with this key, if its text is still there.
    pub(crate) fn get(&self, key: u64) -> Option<PrintedStruct> {
        let found = self.found.binary_search_by_key(&key, |known| known.key).ok()?;
        let known = &self.found[found];
        (digest(known.file.get(known.place.clone())?.as_bytes()) == known.digest).then(|| known.clone())
    }

    /// The file of keys of this run, if it gets one that differs from that of the earlier run.
    pub(crate) fn file(&self, files: &[KeysOfFile]) -> Option<Vec<u8>> {
        let files = files.iter().filter(|keys| !keys.is_empty);
        let pieces: Option<Vec<Vec<u8>>> = files.map(|keys| pieces::piece(&keys.writer.0)).collect();
        self.pieces.file(pieces?.iter().map(Vec::as_slice))
    }
}

impl PrintedStruct {
    /// A struct that was printed now.
    pub(crate) fn new(key: u64, text: String, entry: String) -> Self {
        Self { key, digest: digest(text.as_bytes()), place: 0..text.len(), file: Arc::new(text), entry }
    }

    /// Its text.
    pub(crate) fn text(&self) -> &str {
        self.file.get(self.place.clone()).unwrap_or_default()
    }

    fn read(reader: &mut Reader<'_>, file: &Arc<String>) -> Option<Self> {
        let (key, start, len) = (reader.number()?, reader.size()?, reader.size()?);
        let (digest, entry) = (reader.number()?, reader.text()?.to_owned());
        Some(Self { key, file: Arc::clone(file), place: start..start.checked_add(len)?, digest, entry })
    }
}

/// The keys of the structs in a file of the output.
pub(crate) struct KeysOfFile {
    writer: Writer,
    is_empty: bool,
}

impl KeysOfFile {
    /// No keys of the file with this path.
    pub(crate) fn of(path: &str) -> Self {
        let mut writer = Writer::default();
        writer.text(path);
        Self { writer, is_empty: true }
    }

    /// Adds a struct whose text starts here.
    pub(crate) fn add(&mut self, start: usize, known: &PrintedStruct) {
        let Self { writer, is_empty } = self;
        *is_empty = false;
        writer.number(known.key);
        writer.size(start);
        writer.size(known.place.len());
        writer.number(known.digest);
        writer.text(&known.entry);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_struct_is_found_where_it_is_printed() {
        let (one, other) = (PrintedStruct::new(5, "struct One;".to_owned(), "- One\n".to_owned()), "struct Two;");
        let mut keys = KeysOfFile::of("models/root.rs");
        keys.add(3, &one);
        keys.add(15, &PrintedStruct::new(4, other.to_owned(), "- Two\n".to_owned()));
        let file = Earlier::new(Vec::new(), 1, |_| None).file(&[keys]).expect("a file");
        let output = |text: &'static str| {
            Earlier::new(file.clone(), 1, move |path| (path == "models/root.rs").then(|| text.to_owned()))
        };
        let earlier = output("// struct One;\nstruct Two;\n");
        let found = |key| earlier.get(key).map(|known| (known.text().to_owned(), known.entry));
        assert_eq!(found(5), Some(("struct One;".to_owned(), "- One\n".to_owned())));
        assert_eq!(found(4), Some(("struct Two;".to_owned(), "- Two\n".to_owned())));
        assert_eq!(found(3), None);
        for text in ["// struct One;\nstruct Two;\n", "// struct One", ""] {
            assert!(output(text).get(5).is_none_or(|known| known.text() == "struct One;"), "{text}");
            assert_eq!(output(text).get(4).is_some(), text.ends_with("Two;\n"), "{text}");
        }
        assert!(Earlier::new(file, 2, |_| Some(String::new())).get(5).is_none());
    }
}
