//! The documents that the generator is measured on.

use std::collections::BTreeSet;
use std::io;

use codegen::{Config, dialect};
use tests::synthetic::Synthetic;

#[test]
fn synthetic_documents_are_in_every_dialect_and_have_no_errors() -> io::Result<()> {
    let synthetic = Synthetic::new()?;
    let documents = synthetic.documents(500, 1);
    let outcome = Config::new().compile_texts(documents.clone());
    let errors: Vec<_> = outcome.diagnostics.iter().filter(|found| found.level == codegen::Level::Error).collect();
    assert!(errors.is_empty(), "{errors:?}");
    let found: BTreeSet<&str> = outcome.dialects.values().copied().collect();
    assert_eq!(found, dialect::ALL.iter().map(|dialect| dialect.name).collect());
    // A page with a single row can be in several dialects, and its folder has no other.
    let others: Vec<_> =
        outcome.dialects.iter().filter(|(path, name)| path.split('/').nth(1) != Some(**name)).collect();
    assert!(others.len() < 5, "{others:?}");
    let account = &outcome.account;
    assert_eq!((account.documents, account.failed), (500, 0));
    Ok(())
}

#[test]
fn a_seed_makes_the_same_synthetic_documents() -> io::Result<()> {
    let synthetic = Synthetic::new()?;
    for count in [0, 1, 2, 63] {
        assert_eq!(synthetic.documents(count, 3).len(), count);
    }
    for (dialect, count) in dialect::ALL.iter().flat_map(|dialect| [(dialect.name, 1), (dialect.name, 100)]) {
        assert_eq!(synthetic.documents_in(dialect, count, 3).len(), count, "{dialect}");
    }
    assert_eq!(synthetic.documents(80, 3), synthetic.documents(80, 3));
    assert_ne!(synthetic.documents(80, 3), synthetic.documents(80, 4));
    let documents = synthetic.documents(400, 3);
    assert_eq!(documents.iter().map(|(path, _)| path).collect::<BTreeSet<_>>().len(), documents.len());
    assert_eq!(documents.iter().map(|(_, text)| text).collect::<BTreeSet<_>>().len(), documents.len());
    Ok(())
}
