assert_eq!(models::Order::DEFAULT_COPIES, 1);
