let level: models::Level = 0.5;
assert!(level < 1.5);
