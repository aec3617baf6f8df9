let line = models::shop::Line::default();
assert_eq!(line.product, None);
