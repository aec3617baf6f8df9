//! What was read of documents in an earlier run.
//!
//! A build script runs again when one of thousands of documents changed. Reading is most of its work, and a record has
//! what was read of one document: the points of the dialects and, in its dialect, what it says. The record counts for the
//! same text at the same path only, the points only among documents of the same names. Everything that depends on other
//! documents is done again in each run: the votes of folders, and all stages after this one.
//!
//! The first piece of a file of records is a digest of the names of the documents, and each of the others is a record.
//! Where there is none that counts, the document is read, as in a run without records.

use std::ops::Range;

use crate::dialect::Dialect;
use crate::frames::{self, Frames, digest};
use crate::read::detect::{Known, Scores};
use crate::read::model::PageDoc;
use crate::read::page::{Block, Page};
use crate::source::{Limits, Source, Sources};
use coded::{Coded, Reader, Writer};

mod coded;
mod said;

/// The first line of a file of records.
const LINE: &str = "codegen: what documents say";

/// The records of an earlier run.
#[derive(Default)]
pub(crate) struct Records {
    frames: Frames,
    /// The pieces with records, in the order of the documents' paths.
    places: Vec<Place>,
    /// The piece with the digest of the names.
    names: Vec<u8>,
    /// Whether the documents had the same names.
    are_names_same: bool,
}

/// A piece with a record.
struct Place {
    piece: usize,
    /// Where the path of the document is in its content.
    path: Range<usize>,
}

/// What was read of a document.
pub(crate) enum Reading<'a> {
    /// What it says in its dialect, and the rows of all its tables.
    Model(&'static Dialect, &'a PageDoc, usize),
    /// Nothing, whatever other documents show.
    LeftAlone,
}

/// What a record says about a document of models.
pub(crate) struct Recorded {
    /// What it says.
    pub(crate) said: PageDoc,
    /// The rows of all its tables.
    pub(crate) rows: usize,
    /// The page, with nothing but what is evidence about others.
    pub(crate) page: Page,
}

impl Records {
    /// The records in a file that an earlier run wrote. The program and the options determine what is read of a text.
    pub(crate) fn new(file: Vec<u8>, program: u64, limits: &Limits, known: &[&Dialect], sources: &Sources) -> Self {
        let dialects: Vec<&str> = known.iter().map(|dialect| dialect.name).collect();
        let frames = Frames::new(LINE, digest(format!("{program} {limits:?} {dialects:?}").as_bytes()), file);
        let names = sources.iter().map(|(_, source)| &*source.path).collect::<Vec<_>>().join("\n");
        let names = frames::piece(&digest(names.as_bytes()).to_le_bytes()).unwrap_or_default();
        let place = |piece| {
            let content = frames.unchecked(piece);
            let mut reader = Reader::new(content);
            let (length, end) = (reader.text()?.len(), content.len() - reader.left());
            Some(Place { piece, path: end - length..end })
        };
        let places = (1..frames.len()).filter_map(place).collect();
        Self { places, are_names_same: frames.piece(0) == names, names, frames }
    }

    /// Whether this run gets a file.
    pub(crate) fn are_kept(&self) -> bool {
        self.frames.are_kept()
    }

    /// The record of a document with the text that it has now.
    pub(crate) fn of(&self, source: &Source) -> Option<Record<'_>> {
        let path_of = |place: &Place| &self.frames.unchecked(place.piece)[place.path.clone()];
        let found = self.places.binary_search_by(|place| path_of(place).cmp(source.path.as_bytes())).ok()?;
        let piece = self.places[found].piece;
        let mut reader = Reader::new(self.frames.content(piece)?);
        reader.text()?;
        let is_same = reader.number()? == digest(source.text.as_bytes());
        let scores = Scores::read(&mut reader)?;
        let dialect = reader.text()?;
        let known = Known { scores, is_left_alone: dialect.is_empty() };
        let known = Some(known).filter(|known| known.is_left_alone || self.are_names_same);
        let whole = known.as_ref().map(|_| self.frames.piece(piece));
        is_same.then_some(Record { whole, known, dialect, rest: reader })
    }

    /// The record of what was read of a document, with those of its blocks that are evidence about others. There is none
    /// if this run gets no file, or if a record cannot have all of it.
    pub(crate) fn record(
        &self,
        source: &Source,
        scores: &Scores,
        reading: &Reading<'_>,
        blocks: &[Block],
    ) -> Option<Vec<u8>> {
        if !self.are_kept() {
            return None;
        }
        let mut writer = Writer::default();
        writer.text(&source.path);
        writer.number(digest(source.text.as_bytes()));
        scores.write(&mut writer);
        match reading {
            Reading::Model(dialect, said, rows) => {
                writer.dialect(dialect);
                said.write(&mut writer);
                rows.write(&mut writer);
            }
            Reading::LeftAlone => writer.text(""),
        }
        writer.all(blocks.iter());
        frames::piece(&writer.finish()?)
    }

    /// The file with the records of this run, if it gets one and that is another one than before.
    pub(crate) fn file<'r>(&'r self, records: impl Iterator<Item = &'r [u8]>) -> Option<Vec<u8>> {
        self.frames.file(std::iter::once(&*self.names).chain(records))
    }
}

/// What an earlier run read of a document.
pub(crate) struct Record<'r> {
    /// All of it, as it is in the file, if the next run can have it so: with other names of documents, the points are
    /// others.
    pub(crate) whole: Option<&'r [u8]>,
    /// What detection need not find again, for the same reason.
    pub(crate) known: Option<Known>,
    /// The name of the dialect; empty if it has none.
    dialect: &'r str,
    /// What is after the name of the dialect.
    rest: Reader<'r>,
}

impl Record<'_> {
    /// What a document of models says in a dialect; `None` if it was read in another one.
    pub(crate) fn read(&self, file: usize, dialect: &'static Dialect) -> Option<Recorded> {
        let mut reader = self.rest.within(file, Some(dialect));
        if self.dialect != dialect.name {
            return None;
        }
        let (said, rows) = (PageDoc::read(&mut reader)?, usize::read(&mut reader)?);
        Some(Recorded { said, rows, page: page(file, reader)? })
    }

    /// The page of a document that was left alone; `None` if it was not.
    pub(crate) fn left_alone(&self, file: usize) -> Option<Page> {
        if self.dialect.is_empty() { page(file, self.rest.within(file, None)) } else { None }
    }
}

/// The page at the end of a record.
fn page(file: usize, mut reader: Reader<'_>) -> Option<Page> {
    let blocks = Vec::read(&mut reader)?;
    Some(Page { file, blocks, conflict: None }).filter(|_| reader.left() == 0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::Sink;
    use crate::dialect;
    use crate::read::{layout, model, page};

    const TEXT: &str = "# Tag\n\nA label.\n\n## Properties\n\nName | Type | Description | Notes\n\
                        --- | --- | --- | ---\n**id** | **int** | Its \u{201e}id\u{201c}. | [optional] [default to -3]\n\
                        **tags** | [**list[Tag]**](Tag.md) | Those within. |\n\n```json\n{\"id\": 5}\n```\n";

    fn sources(text: &str) -> Sources {
        Sources::new(vec![Source::new("specs/Ape.md", "# Ape"), Source::new("specs/Tag.md", text)])
    }

    fn records(file: Vec<u8>, program: u64, sources: &Sources) -> Records {
        Records::new(file, program, &Limits::default(), dialect::ALL, sources)
    }

    /// The file with the record of one document, and what the document says.
    fn recorded(dialect: &'static Dialect) -> (Vec<u8>, PageDoc) {
        let (sources, mut sink) = (sources(TEXT), Sink::new());
        let mut page = page::of(1, sources.get(1));
        let said = model::read(&layout::lay_out(&page, dialect), dialect, &sources, &mut sink);
        assert!(sink.finish(&crate::diag::Levels::default(), &[]).is_empty());
        page.forget_all_but_examples();
        let records = records(Vec::new(), 1, &sources);
        let scores = vec![(3, crate::read::detect::Points { sum: -2, signs: 300, ..Default::default() })];
        let record = records.record(sources.get(1), &scores, &Reading::Model(dialect, &said, 2), &page.blocks);
        (records.file([&*record.expect("a record")].into_iter()).expect("a file"), said)
    }

    #[test]
    fn a_record_has_all_that_was_read() {
        let dialect = dialect::by_name("openapi-python-legacy").expect("a dialect");
        let (file, said) = recorded(dialect);
        let sources = sources(TEXT);
        let records = records(file.clone(), 1, &sources);
        assert!(records.of(sources.get(0)).is_none());
        let record = records.of(sources.get(1)).expect("the record");
        let known = record.known.as_ref().expect("the same names");
        assert_eq!((known.scores[0].1.sum, known.scores[0].1.signs, known.is_left_alone), (-2, 300, false));
        let read = record.read(1, dialect).expect("the same dialect");
        assert_eq!((format!("{:?}", read.said), read.rows), (format!("{said:?}"), 2));
        assert_eq!(read.page.blocks.len(), 1);
        assert!(record.read(1, &Dialect::BASE).is_none());
        assert!(records.file(record.whole.into_iter()).is_none(), "the file is the same");
    }

    #[test]
    fn a_record_is_that_of_one_text_and_program() {
        let (file, _) = recorded(dialect::by_name("openapi-python-legacy").expect("a dialect"));
        let same = sources(TEXT);
        assert!(records(file.clone(), 2, &same).of(same.get(1)).is_none());
        let other = sources(&TEXT.replace("int", "str"));
        assert!(records(file.clone(), 1, &other).of(other.get(1)).is_none());
        let more = Sources::new(vec![Source::new("specs/Bee.md", "# Bee"), Source::new("specs/Tag.md", TEXT)]);
        let records = records(file, 1, &more);
        let record = records.of(more.get(1)).expect("the text is the same");
        assert!(record.known.is_none() && record.whole.is_none());
    }

    #[test]
    fn numbers_are_read_as_they_were_written() {
        for number in [0, 1, -1, 63, -64, 64, 127, 128, i64::MAX, i64::MIN] {
            let mut writer = Writer::default();
            number.write(&mut writer);
            let bytes = writer.finish().expect("a number");
            assert_eq!(i64::read(&mut Reader::new(&bytes)), Some(number));
            assert_eq!(i64::read(&mut Reader::new(&bytes[..bytes.len() - 1])), None);
        }
    }
}
