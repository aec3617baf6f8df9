let line = models::Line::default();
assert_eq!(line.product, None);
