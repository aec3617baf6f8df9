let line: Option<models::Line> = None;
let order = models::Order::default().with_line(line);
assert_eq!(order, models::Order::default());
