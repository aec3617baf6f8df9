//! Tests of what is done with numbers of instructions.

use lab::instructions::Counts;

fn counts(page: f64, print: f64, diag: f64) -> Counts {
    let mut counts = Counts::default();
    for (stage, count) in [("read::page", page), ("rust::print", print), ("diag", diag)] {
        counts.add("all dialects", stage, count);
    }
    counts
}

#[test]
fn numbers_that_grow_by_more_than_the_tolerance_are_reported() {
    let recorded = Counts::read(&format!("# A title\n\n{}", counts(100.0, 400.0, 0.5)));
    assert_eq!(recorded, counts(100.0, 400.0, 0.5));
    for (now, grown, shrunk) in [
        (counts(104.0, 400.0, 0.5), 0, 0),
        (counts(106.0, 400.0, 0.5), 1, 0),
        // The sum has grown, too.
        (counts(130.0, 400.0, 0.5), 2, 0),
        (counts(100.0, 430.0, 0.5), 2, 0),
        (counts(100.0, 370.0, 0.5), 0, 2),
        // A small stage.
        (counts(100.0, 400.0, 1.0), 0, 0),
    ] {
        let comparison = now.compare(&recorded);
        assert_eq!((comparison.grown(), comparison.shrunk()), (grown, shrunk), "{comparison}");
    }
    let mut with_new = counts(100.0, 400.0, 0.5);
    with_new.add("all dialects", "read::other", 20.0);
    let comparison = with_new.compare(&recorded);
    assert_eq!(comparison.grown(), 1, "{comparison}");
    assert!(
        comparison.to_string().contains("| all dialects | read::page | 100.00 | 100.00 | +0.0 % |"),
        "{comparison}"
    );
}
