//! What was read of documents in an earlier run.
//!
//! A build script runs again when one of thousands of documents changed. Reading is most of its work, and a record has
//! what was read of one document: the points of the dialects and, in its dialect, what it says. A record counts for the
//! same text at the same path. The points, and what refers to other documents, count only among the same documents.
//! Everything else that depends on other documents is done again in each run: the votes of folders, and all stages after
//! reading.
//!
//! The first piece of a file of records is a digest of which documents there are, and each of the others is a record.
//! Where there is none that counts, the document is read, as in a run without records.

use std::ops::Range;
use std::ptr;

use crate::dialect::{self, Dialect};
use crate::pieces::{self, Pieces, digest};
use crate::read::detect::{Evidence, Options, ReadAs, Scores};
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
    pieces: Pieces,
    /// The pieces with records, in the order of the documents' paths. In a damaged file they can be in another order; then
    /// some are not found.
    places: Vec<Place>,
    /// The piece with the digest of which documents there are.
    documents: Vec<u8>,
    /// Whether these documents are those of the earlier run.
    are_same: bool,
    /// The dialects that a document can be in; those that can be detected come first.
    dialects: Vec<&'static Dialect>,
    /// How many can be detected.
    detected: usize,
}

/// A piece with a record.
struct Place {
    piece: usize,
    /// Where the path of the document is in its content.
    path: Range<usize>,
}

impl Place {
    fn of(pieces: &Pieces, piece: usize) -> Option<Self> {
        let content = pieces.unchecked(piece);
        let mut reader = Reader::new(content);
        let (length, end) = (reader.text()?.len(), content.len() - reader.left());
        Some(Self { piece, path: end - length..end })
    }
}

/// What is recorded of a document.
pub(crate) enum Reading<'a> {
    /// Models.
    Models {
        /// The dialect.
        dialect: &'static Dialect,
        /// What it says.
        said: &'a PageDoc,
        /// The rows of all its tables.
        rows: usize,
        /// See [`ReadAs::is_foreign`]; `None` if the dialect is not configured.
        is_foreign: Option<bool>,
    },
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
    /// The records in a file that an earlier run wrote. The program, the limits and the dialects determine what is read of
    /// a text.
    pub(crate) fn new(file: Vec<u8>, program: u64, limits: &Limits, options: &Options, sources: &Sources) -> Self {
        let mut dialects = options.known.clone();
        dialects.extend(options.configured.iter().map(|configured| configured.dialect));
        let key = format!("{program} {limits:?} {:?}", dialects.iter().copied().map(definition).collect::<Vec<_>>());
        let pieces = Pieces::new(LINE, digest(key.as_bytes()), file);
        let documents: Vec<(&str, bool)> = sources.iter().map(|(_, source)| (&*source.path, source.corrects)).collect();
        let documents = digest(format!("{documents:?}").as_bytes());
        let documents = pieces::piece(&documents.to_le_bytes()).unwrap_or_default();
        let places = (1..pieces.len()).filter_map(|piece| Place::of(&pieces, piece)).collect();
        let (are_same, detected) = (pieces.piece(0) == documents, options.known.len());
        Self { pieces, places, documents, are_same, dialects, detected }
    }

    /// Whether this run gets a file.
    pub(crate) fn gets_file(&self) -> bool {
        self.pieces.gets_file()
    }

    /// The record of a document with the text that it has now.
    pub(crate) fn of(&self, source: &Source) -> Option<Record<'_>> {
        let path_of = |place: &Place| &self.pieces.unchecked(place.piece)[place.path.clone()];
        let found = self.places.binary_search_by(|place| path_of(place).cmp(source.path.as_bytes())).ok()?;
        let piece = self.places[found].piece;
        let mut reader = Reader::new(self.pieces.content(piece)?);
        reader.text()?;
        if reader.number()? != digest(source.text.as_bytes()) {
            return None;
        }
        let scores = Scores::read(&mut reader).filter(|scores| scores.iter().all(|(idx, _)| *idx < self.detected))?;
        let dialect = match usize::read(&mut reader)?.checked_sub(1) {
            Some(number) => Some(*self.dialects.get(number)?),
            None => None,
        };
        let is_foreign = Option::<bool>::read(&mut reader)?;
        let evidence = match dialect {
            None => Evidence::LeftAlone,
            Some(dialect) if self.are_same => {
                let read_as = is_foreign.map(|is_foreign| ReadAs { dialect, is_foreign });
                Evidence::Scored(scores, read_as)
            }
            Some(_) => Evidence::Page,
        };
        let whole = Some(self.pieces.piece(piece)).filter(|_| self.are_same || dialect.is_none());
        Some(Record { whole, evidence, dialect, are_same: self.are_same, rest: reader })
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
        if !self.gets_file() {
            return None;
        }
        let mut writer = Writer::default();
        writer.text(&source.path);
        writer.number(digest(source.text.as_bytes()));
        scores.write(&mut writer);
        match reading {
            Reading::Models { dialect, said, rows, is_foreign } => {
                let number = self.dialects.iter().position(|known| ptr::eq(*known, *dialect))?;
                (number + 1).write(&mut writer);
                is_foreign.write(&mut writer);
                writer.dialect = Some(dialect);
                said.write(&mut writer);
                rows.write(&mut writer);
            }
            Reading::LeftAlone => (0_usize, None::<bool>).write(&mut writer),
        }
        writer.all(blocks);
        pieces::piece(&writer.finish()?)
    }

    /// The file with the records of this run, if it gets one that differs from that of the earlier run.
    pub(crate) fn file<'r>(&'r self, records: impl Iterator<Item = &'r [u8]>) -> Option<Vec<u8>> {
        self.pieces.file(std::iter::once(&*self.documents).chain(records))
    }
}

/// What defines a dialect. Those of this crate are a part of the program; others can come from a file.
fn definition(dialect: &'static Dialect) -> String {
    let is_own = dialect::ALL.iter().any(|own| ptr::eq(*own, dialect));
    if is_own { dialect.name.to_owned() } else { format!("{dialect:?}") }
}

/// What an earlier run read of a document.
pub(crate) struct Record<'r> {
    /// All of it, as it is in the file, if it is the same in the next run.
    pub(crate) whole: Option<&'r [u8]>,
    /// What detection need not find again.
    evidence: Evidence,
    /// The dialect, if it has one.
    dialect: Option<&'static Dialect>,
    /// Whether there are the same documents.
    are_same: bool,
    /// What is after the dialect.
    rest: Reader<'r>,
}

impl Record<'_> {
    /// Whether detection looks at the page.
    pub(crate) fn needs_page(&self) -> bool {
        matches!(self.evidence, Evidence::Page)
    }

    /// What detection need not find again. It can be taken once.
    pub(crate) fn evidence(&mut self) -> Evidence {
        std::mem::replace(&mut self.evidence, Evidence::Page)
    }

    /// What a document of models says in a dialect; `None` if that must be read again.
    pub(crate) fn read(&self, file: usize, dialect: &'static Dialect) -> Option<Recorded> {
        self.dialect.filter(|own| ptr::eq(*own, dialect))?;
        let mut reader = self.rest.within(file, Some(dialect));
        let (said, rows) = (PageDoc::read(&mut reader)?, usize::read(&mut reader)?);
        if said.asks_for_documents && !self.are_same {
            return None;
        }
        Some(Recorded { said, rows, page: page(file, reader)? })
    }

    /// The page of a document that was left alone; `None` if it was not.
    pub(crate) fn left_alone(&self, file: usize) -> Option<Page> {
        if self.dialect.is_none() { page(file, self.rest.within(file, None)) } else { None }
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
        let options = Options { known: dialect::ALL.to_vec(), configured: Vec::new() };
        Records::new(file, program, &Limits::default(), &options, sources)
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
        let record = records.record(
            sources.get(1),
            &scores,
            &Reading::Models { dialect, said: &said, rows: 2, is_foreign: None },
            &page.blocks,
        );
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
        let Evidence::Scored(scores, None) = &record.evidence else { panic!("the documents are the same") };
        assert_eq!((scores[0].0, scores[0].1.sum, scores[0].1.signs), (3, -2, 300));
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
        assert!(matches!(record.evidence, Evidence::Page) && record.whole.is_none());
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
