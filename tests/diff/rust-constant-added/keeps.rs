assert_eq!(models::Order::default().copies, None);
