//! How much is read.

/// How much a run reads, so that a hostile document or a link to something endless does not exhaust the machine. What is
/// beyond a limit is not read, and an error names the document. The limits are far above what SDKs have; memory and time
/// grow in proportion to what is read: 30,000 real documents of 93 MB in all took 1 GB and 8 seconds of processor time.
///
/// Types are nested at most 32 levels deep, those that their names mean included. That limit is fixed, because compilers
/// have limits of their own for the output.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limits {
    /// The bytes of a document, sample or file of corrections: 16 MiB.
    pub document_bytes: u64,
    /// The bytes of all documents, samples and corrections: 512 MiB.
    pub total_bytes: u64,
    /// The table rows of a document: 100,000.
    pub rows: usize,
    /// The bytes of a cell: 256 KiB.
    pub cell_bytes: usize,
    /// The models of all documents: 200,000.
    pub models: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { document_bytes: 16 << 20, total_bytes: 512 << 20, rows: 100_000, cell_bytes: 256 << 10, models: 200_000 }
    }
}
