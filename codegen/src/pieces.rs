//! Files that a run keeps for the next one.
//!
//! Such a file starts with a line that says what is in it, and with the key of all that its pieces depend on. Each piece is
//! its length, its digest and its content. A file of another start, or one that does not consist of pieces, is as good as
//! none, and so is a piece that was damaged.

use std::hash::{BuildHasher, Hasher};
use std::ops::Range;

pub(crate) use bytes::{Reader, Writer};

mod bytes;

/// The bytes of a digest.
const DIGEST: usize = size_of::<u64>();

/// The bytes of the length of a piece.
const LENGTH: usize = size_of::<u32>();

/// The pieces of an earlier run.
#[derive(Debug, Default)]
pub(crate) struct Pieces {
    /// How the file of this run starts; empty if it gets none.
    head: Vec<u8>,
    /// The file of the earlier run; empty if there is none that counts.
    file: Vec<u8>,
    /// Where the pieces are.
    places: Vec<Range<usize>>,
}

impl Pieces {
    /// The pieces in a file that an earlier run wrote, if it starts as that of this run.
    pub(crate) fn new(line: &str, key: u64, file: Vec<u8>) -> Self {
        let head = [line.as_bytes(), b"\n", &key.to_le_bytes()].concat();
        match places(&head, &file) {
            Some(places) => Self { head, file, places },
            None => Self { head, ..Self::default() },
        }
    }

    /// Whether this run gets a file.
    pub(crate) fn gets_file(&self) -> bool {
        !self.head.is_empty()
    }

    /// How many pieces there are.
    pub(crate) fn len(&self) -> usize {
        self.places.len()
    }

    /// A piece as it is in the file.
    pub(crate) fn piece(&self, number: usize) -> &[u8] {
        self.places.get(number).map_or(&[], |place| &self.file[place.clone()])
    }

    /// The content of a piece, damaged or not.
    pub(crate) fn unchecked(&self, number: usize) -> &[u8] {
        self.piece(number).get(LENGTH + DIGEST..).unwrap_or_default()
    }

    /// The content of a piece, unless it was damaged.
    pub(crate) fn content(&self, number: usize) -> Option<&[u8]> {
        let (sum, content) = self.piece(number).get(LENGTH..)?.split_first_chunk()?;
        (u64::from_le_bytes(*sum) == digest(content)).then_some(content)
    }

    /// The file with the pieces of this run, if it gets one that differs from that of the earlier run.
    pub(crate) fn file<'p>(&self, pieces: impl Iterator<Item = &'p [u8]>) -> Option<Vec<u8>> {
        if !self.gets_file() {
            return None;
        }
        let mut file = Vec::with_capacity(self.file.len());
        file.extend_from_slice(&self.head);
        for piece in pieces {
            file.extend_from_slice(piece);
        }
        Some(file).filter(|file| *file != self.file)
    }
}

/// A piece with this content; `None` if it is too long.
pub(crate) fn piece(content: &[u8]) -> Option<Vec<u8>> {
    let length = u32::try_from(content.len()).ok()?;
    Some([&length.to_le_bytes()[..], &digest(content).to_le_bytes(), content].concat())
}

/// Where the pieces are in a file that starts like this.
fn places(head: &[u8], file: &[u8]) -> Option<Vec<Range<usize>>> {
    file.strip_prefix(head)?;
    let (mut at, mut places) = (head.len(), Vec::new());
    while at != file.len() {
        let length = u32::from_le_bytes(*file.get(at..)?.first_chunk()?);
        let end = (at + LENGTH + DIGEST).checked_add(usize::try_from(length).ok()?)?;
        file.get(at..end)?;
        places.push(at..end);
        at = end;
    }
    Some(places)
}

/// What digests are made with. They are those of 64 bits that are spread well, but not safe from somebody who wants two
/// texts with one digest: what is kept is of the same project.
pub(crate) fn hasher() -> impl Hasher {
    foldhash::quality::FixedState::with_seed(0).build_hasher()
}

/// A digest of bytes, the same in all runs of a program.
pub(crate) fn digest(bytes: &[u8]) -> u64 {
    let mut hasher = hasher();
    hasher.write(bytes);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn contents(pieces: &Pieces) -> Vec<Option<&[u8]>> {
        (0..pieces.len()).map(|number| pieces.content(number)).collect()
    }

    #[test]
    fn pieces_are_those_that_were_written() {
        let pieces: Vec<Vec<u8>> = [&b"one"[..], b"", b"three"].into_iter().filter_map(piece).collect();
        let file = Pieces::new("test", 1, Vec::new()).file(pieces.iter().map(Vec::as_slice)).expect("a file");
        let same = Pieces::new("test", 1, file.clone());
        assert_eq!(contents(&same), [Some(&b"one"[..]), Some(b""), Some(b"three")]);
        assert_eq!(same.file(pieces.iter().map(Vec::as_slice)), None);
        assert_eq!(Pieces::new("test", 2, file.clone()).len(), 0);
        assert_eq!(Pieces::new("other", 1, file.clone()).len(), 0);
        assert_eq!(Pieces::default().file(pieces.iter().map(Vec::as_slice)), None);
        for end in 0..file.len() {
            assert!(Pieces::new("test", 1, file[..end].to_vec()).len() < 3, "cut at {end}");
        }
        for at in 0..file.len() {
            let mut damaged = file.clone();
            damaged[at] ^= 1;
            let damaged = Pieces::new("test", 1, damaged);
            assert!(damaged.len() < 3 || contents(&damaged).contains(&None), "damaged at {at}");
        }
    }
}
